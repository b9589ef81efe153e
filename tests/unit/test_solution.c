/*
 * test_solution.c: solutions of stories small enough to be worked by hand: how many conversations
 * there are, what a limit leaves, timeouts, functions that fail, are not pure, or read the turn.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "solve/count.h"
#include "unit/story.h"

#define NEAR(value, wanted) assert_true((value) > (wanted)-1e-12 && (value) < (wanted) + 1e-12)

static struct solution *solve(const struct story *story, const struct solve_options *options)
{
    struct error error = {0};
    struct solution *solution = solution_new(story->loaded, story->fresh, options, &error);
    if (!solution)
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    return solution;
}

/* Opens a written story and solves it. */
static struct solution *solve_written(struct story *story, const char *fields, const char *rules)
{
    story_written(story, fields, rules);
    return solve(story, NULL);
}

static void close(struct story *story, struct solution *solution)
{
    solution_free(solution);
    story_close(story);
}

static void assert_count(const struct solution *solution, const char *wanted)
{
    char text[COUNT_TEXT_SIZE];
    assert_true(solution_count(solution, text));
    assert_string_equal(text, wanted);
}

static const char polite[] = "r(\"polite\", { template = existence(\"greet\") }),\n"
                             "r(\"calm\", { template = absence(\"press\"), weight = 3 }),\n";

/* ------------------------------------------------------------------------------- counting ---- */

/*
 * At a: "one" leads to b, "two" to b or to the end. At b: two answers, or the form in eight ways.
 * Ends: one-b 2 + 8, two-b 2 + 8, two-end 1.
 */
static const char forked[] = "turns = 3, start = \"a\", nodes = {\n"
                             "  a = { responses = {\n"
                             "    R(\"one\", { \"greet\" }, \"b\"),\n"
                             "    R(\"two\", {}, chance { b = 1, c = 3 }) } },\n"
                             "  b = { form = \"c\", responses = {\n"
                             "    R(\"three\", { \"press\" }, \"c\"),\n"
                             "    R(\"four\", {}, \"c\") } },\n"
                             "  c = { ending = \"good\" } }\n";

static void conversations_are_counted(void **unused)
{
    (void)unused;
    struct story story;
    struct solution *solution = solve_written(&story, forked, polite);
    assert_count(solution, "21");
    struct values values = solution_value(solution);
    NEAR(values.best, 100); /* greet and do not press */
    NEAR(values.worst, 25); /* greet and press; "two" may end before one can press: 56.25 */
    /* one: (25 + 100 + 100) / 3 = 75; two: a quarter of (0 + 75 + 75) / 3, and 75: 68.75 */
    NEAR(values.random, 71.875);
    close(&story, solution);
}

/* A loop of one node with nine answers; the scenario file is a program. */
static const char loop[] = "turns = %d, start = \"n1\", nodes = (function()\n"
                           "  local nodes, everywhere = {}, {}\n"
                           "  for i = 1, %d do everywhere[\"n\" .. i] = 1 end\n"
                           "  for i = 1, %d do\n"
                           "    local responses = {}\n"
                           "    for j = 1, 9 do responses[j] = R(\"r\" .. j, {}, %s) end\n"
                           "    nodes[\"n\" .. i] = { responses = responses }\n"
                           "  end\n"
                           "  return nodes\n"
                           "end)()\n";

static struct solution *solve_loop(struct story *story, int turns, int nodes)
{
    char fields[1000];
    snprintf(fields, sizeof fields, loop, turns, nodes, nodes,
             nodes > 1 ? "chance(everywhere)" : "\"n1\"");
    return solve_written(story, fields, polite);
}

static void large_counts_are_exact(void **unused)
{
    (void)unused;
    struct story story;
    struct solution *solution = solve_loop(&story, 1, 1);
    assert_count(solution, "9");
    close(&story, solution);
    solution = solve_loop(&story, 20, 1); /* just over 2^63 */
    assert_count(solution, "12157665459056928801");
    close(&story, solution);
    solution = solve_loop(&story, 30, 1);
    assert_count(solution, "42391158275216203514294433201");
    close(&story, solution);
    solution = solve_loop(&story, 30, 10); /* 90^30: zeros within and at the end */
    assert_count(solution, "42391158275216203514294433201000000000000000000000000000000");
    close(&story, solution);
    solution = solve_loop(&story, 30, 40); /* 360^30, below 2^255 */
    assert_count(solution, "48873677980689257489322752273774603865660850176"
                           "000000000000000000000000000000");
    close(&story, solution);
}

static void a_count_beyond_256_bits_is_refused(void **unused)
{
    (void)unused;
    struct story story;
    char text[COUNT_TEXT_SIZE] = "left";
    struct solution *solution = solve_loop(&story, 30, 42); /* 378^30, above 2^256 */
    assert_false(solution_count(solution, text));
    assert_string_equal(text, "");
    close(&story, solution);
}

/* ------------------------------------------------------------------------------- functions ---- */

/* One node, where "open" is offered by a guard and "count" has an effect. */
#define WITH_FUNCTIONS(turns, guard, effect)                                              \
    "turns = " turns ", start = \"a\", vars = { count = int(0, 9, 0), done = flag() },\n" \
    "nodes = (function()\n"                                                               \
    "  local calls, seen = 0, {}\n"                                                       \
    "  return {\n"                                                                        \
    "  a = { responses = {\n"                                                             \
    "    R(\"open\", { \"greet\" }, \"a\", { when = function(s)\n" guard "    end }),\n"  \
    "    R(\"count\", {}, \"a\", { effect = function(s)\n" effect "    end }),\n"         \
    "    R(\"leave\", {}, \"b\") } },\n"                                                  \
    "  b = { ending = \"good\" } } end)()\n"

enum { LINE_OF_GUARD = 16, LINE_OF_EFFECT = 18 };

/* Solving must fail with these words, said of this line. */
static void refuses(const char *fields, const char *words, int line)
{
    struct story story;
    struct error error = {0};
    story_written(&story, fields, polite);
    struct solution *solution = solution_new(story.loaded, story.fresh, NULL, &error);
    if (solution)
        fail_msg("solved, although: %s", words);
    if (!strstr(error.message, words) || error.line != line ||
        strcmp(error.file, "story.lua") != 0 || error.code != ERROR_SCENARIO)
        fail_msg("\"%s\" (%s:%d) is not \"%s\" (line %d)", error.message, error.file, error.line,
                 words, line);
    story_close(&story);
}

static void solves(const char *fields)
{
    struct story story;
    struct solution *solution = solve_written(&story, fields, polite);
    close(&story, solution);
}

static void functions_that_are_not_pure_are_found(void **unused)
{
    (void)unused;
    /* Answers by turns, asked an odd number of times; and an even number. */
    refuses(WITH_FUNCTIONS("3", "calls = calls + 1 return calls % 2 == 0", "s.count = s.count + 1"),
            "not pure", LINE_OF_GUARD);
    refuses(WITH_FUNCTIONS("2", "calls = calls + 1 return calls % 2 == 0", "s.count = s.count + 1"),
            "not pure", LINE_OF_GUARD);
    /* Counts its calls, and is asked once only. */
    refuses(WITH_FUNCTIONS("1", "return true", "calls = calls + 1 s.count = calls"), "not pure",
            LINE_OF_EFFECT);
    /* Knows what another function was asked before. */
    refuses(WITH_FUNCTIONS("3", "return calls > 0", "calls = calls + 1 s.count = 1"), "not pure",
            LINE_OF_GUARD);
    /* Remembers the first state that it saw. */
    refuses(WITH_FUNCTIONS("3", "seen.first = seen.first or s.count return s.count == seen.first",
                           "s.count = s.count + 1"),
            "not pure", LINE_OF_GUARD);
}

/*
 * A remembered answer is still an answer; and what tables are called is no secret of the machine's.
 */
static void functions_that_are_pure_are_not_blamed(void **unused)
{
    (void)unused;
    solves(WITH_FUNCTIONS("3",
                          "if seen[s.count] == nil then seen[s.count] = s.count > 1 end\n"
                          "return seen[s.count]",
                          "s.count = s.count + 1"));
    solves(WITH_FUNCTIONS("3", "return tostring({}) == \"table\" and {} ~= {}", "s.count = 2"));
    solves(WITH_FUNCTIONS("3",
                          "local sum = 0 for _, n in pairs({ a = 1, b = 2, [3] = 4 }) do\n"
                          "sum = sum * 2 + n end return sum > 9",
                          "s.count = 2"));
}

static void functions_that_fail_are_named(void **unused)
{
    (void)unused;
    refuses(WITH_FUNCTIONS("3", "return s.count", "s.count = 1"), "true or false", LINE_OF_GUARD);
    refuses(WITH_FUNCTIONS("3", "return s.cuont > 1", "s.count = 1"), "did you mean 'count'",
            LINE_OF_GUARD + 1);
    refuses(WITH_FUNCTIONS("3", "s.count = 1 return true", ""), "only an effect may assign",
            LINE_OF_GUARD + 1);
    /* Only in the last state that can be reached. */
    refuses(WITH_FUNCTIONS("3", "return true",
                           "s.count = s.count + 1\n"
                           "if s.count == 3 then error(\"three\") end"),
            "three", LINE_OF_EFFECT + 2);
    /* Fails the second time that it is asked, which is when it is checked. */
    refuses(WITH_FUNCTIONS(
                "3", "calls = calls + 1 if calls > 1 then error(\"tired\") end return true", ""),
            "tired", LINE_OF_GUARD);
}

/* ---------------------------------------------------------------------------------- turns ---- */

/* Greeting is open in the third turn only, and only after waiting does a function say so. */
static const char late[] = "turns = 3, start = \"a\", vars = { waited = flag() }, nodes = {\n"
                           "  a = { responses = {\n"
                           "    R(\"greet\", { \"greet\" }, \"a\",\n"
                           "      { when = function(s) return s.waited and s.turn == 2 end }),\n"
                           "    R(\"wait\", {}, \"a\", { effect = { waited = true } }) } } }\n";

static void a_function_of_the_turn_is_found_out_on_the_way(void **unused)
{
    (void)unused;
    struct story story;
    struct solution *solution = solve_written(&story, late, polite);
    assert_true(loaded_read_turn(story.loaded));
    assert_count(solution, "2");
    struct values values = solution_value(solution);
    NEAR(values.best, 100);
    NEAR(values.worst, 75);
    NEAR(values.random, 87.5);
    for (int turn = 0; turn < 3; turn++) {
        assert_int_equal(solution_layer_count(solution, turn), 1);
        struct cursor cursor = solution_cursor(solution, turn, 0);
        const struct situation *situation =
            situations_get(solution_situations(solution), cursor.situation);
        assert_int_equal(situation->open, turn == 2 ? 3 : 2);
        assert_int_equal(situations_member(solution_situations(solution), situation, 0)->turn,
                         turn);
    }
    close(&story, solution);
}

/* Starting again keeps what was asked for. */
static void a_restart_keeps_the_options(void **unused)
{
    (void)unused;
    static const char drawn[] =
        "turns = 2, start = \"a\", draws = { need = { growth = 1, safety = 1 } }, nodes = {\n"
        "  a = { seconds = 30, timeout = \"hush\", responses = {\n"
        "    R(\"greet\", {}, \"a\", { when = function(s) return s.turn == 0 end }),\n"
        "    R(\"wait\", {}, \"a\"),\n"
        "    R(\"hush\", {}, \"a\", { silent = true }) } } }\n";
    struct story story;
    story_written(&story, drawn, polite);
    struct solution *solution =
        solve(&story, &(struct solve_options){.reveal = 1, .silences = true});
    assert_int_equal(solution_root_count(solution), 2);
    assert_int_equal(solution_action_count(solution, solution_root(solution, 0, NULL)), 3);
    close(&story, solution);
}

/* --------------------------------------------------------------------------------- limits ---- */

static int reports;

static bool report(void *data, int turn, uint64_t states)
{
    assert_ptr_equal(data, &reports);
    assert_in_range(turn, 0, 2);
    assert_true(states > 0);
    reports++;
    return true;
}

static bool give_up(void *data, int turn, uint64_t states)
{
    (void)data;
    (void)states;
    return turn < 1;
}

static void solving_can_be_given_up(void **unused)
{
    (void)unused;
    struct story story;
    struct error error = {0};
    struct solve_options options = {.progress = give_up};
    story_written(&story, forked, polite);
    assert_null(solution_new(story.loaded, NULL, &options, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    close(&story, NULL);
}

static void a_limit_leaves_bounds(void **unused)
{
    (void)unused;
    struct story story;
    struct solve_options options = {.state_limit = 1, .progress = report, .data = &reports};
    story_written(&story, forked, polite);
    struct solution *solution = solve(&story, &options);
    /* The opening is expanded, then there are two states at b: one greeted, one did not. */
    assert_false(solution_is_complete(solution));
    assert_int_equal(solution_states(solution), 3);
    assert_int_equal(solution_expansions(solution), 1);
    assert_true(reports > 0);
    struct values values = solution_value(solution);
    NEAR(values.best, 100);
    NEAR(values.worst, 0);
    assert_count(solution, "3");
    NEAR(solution_action(solution, solution_root(solution, 0, NULL), 1).best, 25 + 0.75 * 75);
    NEAR(solution_action(solution, solution_root(solution, 0, NULL), 1).worst, 0.75 * 75);
    solution_free(solution);
    options.state_limit = 3;
    solution = solve(&story, &options);
    assert_true(solution_is_complete(solution));
    assert_count(solution, "21");
    close(&story, solution);
}

/* Which of the last twenty answers greeted: a state for each. */
static const char many[] = "turns = 30, start = \"a\", nodes = {\n"
                           "  a = { responses = {\n"
                           "    R(\"greet\", { \"greet\" }, \"a\"),\n"
                           "    R(\"wait\", {}, \"a\") } } }\n";

static void a_crowded_rule_leaves_bounds(void **unused)
{
    (void)unused;
    struct story story;
    uint64_t states = 0;
    struct solution *solution = solve_written(
        &story, many, "r(\"soon\", { template = response(\"greet\", \"ask\"), within = 40 })");
    assert_false(solution_is_complete(solution));
    assert_true(solution_states(solution) > 10000);
    for (int turn = 0; turn <= 30; turn++)
        states += solution_layer_count(solution, turn);
    assert_int_equal(states, solution_states(solution));
    NEAR(solution_value(solution).best, 100);
    NEAR(solution_value(solution).worst, 0);
    close(&story, solution);
    solution = solve_written(
        &story, many, "r(\"soon\", { template = response(\"greet\", \"ask\"), within = 9 })");
    assert_true(solution_is_complete(solution));
    assert_count(solution, "1073741824");
    close(&story, solution);
}

/* -------------------------------------------------------------------------------- silence ---- */

static const char quiet[] = "turns = 2, start = \"a\", nodes = {\n"
                            "  a = { seconds = 30, timeout = \"hush\", responses = {\n"
                            "    R(\"greet\", { \"greet\" }, \"b\"),\n"
                            "    R(\"hush\", { \"press\" }, \"c\", { silent = true }) } },\n"
                            "  b = { ending = \"good\" },\n"
                            "  c = { responses = { R(\"bye\", {}, \"b\") } } }\n";

/* Follows silence from the opening to what it leads to. */
static bool follow_silence(const struct story *story, const struct solution *solution,
                           struct cursor *cursor, uint32_t *action)
{
    struct state state;
    struct error error = {0};
    assert_true(state_begin(loaded_scenario(story->loaded), loaded_evaluator(story->loaded), 1,
                            &state, &error));
    assert_true(solution_enter(solution, &state, cursor));
    assert_true(state_respond(loaded_scenario(story->loaded), loaded_evaluator(story->loaded), 1, 0,
                              &state, &error));
    return solution_follow(solution, cursor, 1, 0, &state, action);
}

static void silence_is_followed_when_asked_for(void **unused)
{
    (void)unused;
    struct story story;
    struct cursor cursor;
    uint32_t action;
    struct solution *solution = solve_written(&story, quiet, polite);
    assert_count(solution, "1");
    assert_false(follow_silence(&story, solution, &cursor, &action));
    solution_free(solution);
    solution = solve(&story, &(struct solve_options){.silences = true});
    assert_true(follow_silence(&story, solution, &cursor, &action));
    assert_int_equal(action, 1);
    NEAR(solution_at(solution, cursor).best, 0);
    NEAR(solution_random_share(solution, solution_root(solution, 0, NULL), 1), 0);
    NEAR(solution_value(solution).worst, 100); /* nobody plans to be silent */
    NEAR(solution_value(solution).random, 100);
    close(&story, solution);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(conversations_are_counted),
        cmocka_unit_test(large_counts_are_exact),
        cmocka_unit_test(a_count_beyond_256_bits_is_refused),
        cmocka_unit_test(functions_that_are_not_pure_are_found),
        cmocka_unit_test(functions_that_are_pure_are_not_blamed),
        cmocka_unit_test(functions_that_fail_are_named),
        cmocka_unit_test(a_function_of_the_turn_is_found_out_on_the_way),
        cmocka_unit_test(a_restart_keeps_the_options),
        cmocka_unit_test(a_limit_leaves_bounds),
        cmocka_unit_test(solving_can_be_given_up),
        cmocka_unit_test(a_crowded_rule_leaves_bounds),
        cmocka_unit_test(silence_is_followed_when_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
