/*
 * test_session.c: the moves of a session: what is offered, what each move does, and what none may.
 *
 * Chance is tested by Pearson's chi-square over many seeds. A fair sample exceeds the bounds below
 * with probability 1e-6; as seeds are fixed, a test that passes once passes for ever.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/random.h"
#include "unit/small.h"

/* Upper 1e-6 points of chi-square for 2, 3 and 4 degrees of freedom. */
static const double chi_square_bound[] = {0, 0, 27.631, 30.665, 33.377};

enum { SEEDS = 4000 };

static struct loaded *talk;

static int load_talk(void **unused)
{
    (void)unused;
    talk = small_load("talk.lua");
    return 0;
}

static int free_talk(void **unused)
{
    (void)unused;
    loaded_free(talk);
    return 0;
}

static double chi_square(const int *counts, const int *weights, int cells, int total)
{
    double sum = 0, weight = 0;
    for (int i = 0; i < cells; i++)
        weight += weights[i];
    for (int i = 0; i < cells; i++) {
        double expected = total * weights[i] / weight, off = counts[i] - expected;
        sum += off * off / expected;
    }
    return sum;
}

static void assert_fair(const int *counts, const int *weights, int cells, int total)
{
    double found = chi_square(counts, weights, cells, total);
    if (found > chi_square_bound[cells - 1])
        fail_msg("chi-square is %.3f, more than %.3f", found, chi_square_bound[cells - 1]);
}

static int response(const char *id)
{
    return node_find_response(&loaded_scenario(talk)->nodes[0], id);
}

static uint64_t act(const char *id)
{
    const struct vocabulary *words = loaded_scenario(talk)->vocabulary;
    return UINT64_C(1) << term_find(words->acts, words->act_count, id);
}

/*
 * ---- What is offered ---------------------------------------------------------------------------
 */

static void the_same_seed_gives_the_same_order(void **unused)
{
    (void)unused;
    int first[RESPONSE_MAX], again[RESPONSE_MAX], differing = 0;
    for (uint64_t seed = 0; seed < 50; seed++) {
        struct session *session = small_session(talk, seed, MODE_PRACTICE);
        struct session *exam = small_session(talk, seed, MODE_EXAM);
        assert_int_equal(session_options(session, first), 5);
        assert_int_equal(session_options(exam, again), 5);
        assert_memory_equal(first, again, 5 * sizeof *first);
        small_pick(session, "wait");
        session_options(session, again);
        differing += memcmp(first, again, 5 * sizeof *first) != 0;
        session_free(session);
        session_free(exam);
    }
    assert_true(differing > 40); /* each turn is shuffled anew: 1 in 120 comes out the same */
}

static void a_class_sees_the_order_of_the_file(void **unused)
{
    (void)unused;
    int options[RESPONSE_MAX];
    for (uint64_t seed = 1; seed < 20; seed++) {
        struct session *session = small_session(talk, seed, MODE_CLASS);
        for (int turn = 0; turn < 3; turn++) {
            assert_int_equal(session_options(session, options), 5);
            for (int i = 0; i < 5; i++)
                assert_int_equal(options[i], i);
            small_pick(session, "wait");
        }
        session_free(session);
    }
}

static void every_place_is_as_likely_for_every_response(void **unused)
{
    (void)unused;
    static const int even[] = {1, 1, 1, 1, 1};
    int places[2][5][5] = {0};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct session *session = small_session(talk, seed, MODE_PRACTICE);
        for (int turn = 0; turn < 2; turn++) {
            int options[RESPONSE_MAX], count = session_options(session, options);
            for (int i = 0; i < count; i++)
                places[turn][options[i]][i]++;
            small_pick(session, "wait");
        }
        session_free(session);
    }
    for (int turn = 0; turn < 2; turn++)
        for (int i = 0; i < 5; i++)
            assert_fair(places[turn][i], even, 5, SEEDS);
}

static void guards_and_silence_are_not_offered(void **unused)
{
    (void)unused;
    struct session *session = small_session(talk, 1, MODE_PRACTICE);
    struct error error = {0};
    assert_false(small_try(session, "late", 0, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    assert_false(small_try(session, "quiet", 0, &error));
    assert_false(session_pick(session, -1, 0, &error));
    assert_false(session_pick(session, 99, 0, &error));
    assert_int_equal(session_event_count(session), 1);
    small_pick(session, "see");
    int options[RESPONSE_MAX];
    assert_int_equal(session_options(session, options), 6);
    small_pick(session, "late");
    assert_int_equal(session_phase(session), SESSION_OVER);
    assert_int_equal(session_options(session, options), 0);
    session_free(session);
}

/*
 * ---- Chance and draws --------------------------------------------------------------------------
 */

static void chance_goes_by_its_weights(void **unused)
{
    (void)unused;
    static const int weights[] = {1, 3, 4};
    int counts[2][3] = {0};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct session *session = small_session(talk, seed, MODE_PRACTICE);
        for (int turn = 0; turn < 2; turn++) {
            small_pick(session, "roll");
            const char *node = small_node(session);
            counts[turn][strcmp(node, "low") == 0 ? 0 : strcmp(node, "middle") == 0 ? 1 : 2]++;
            small_pick(session, "back");
        }
        session_free(session);
    }
    assert_fair(counts[0], weights, 3, SEEDS);
    assert_fair(counts[1], weights, 3, SEEDS);
}

static void draws_go_by_their_weights(void **unused)
{
    (void)unused;
    const struct draw *draw = &loaded_scenario(talk)->draws[0];
    int counts[3] = {0}, weights[3];
    for (int i = 0; i < 3; i++)
        weights[i] = (int)draw->weights[i];
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct session *session = small_session(talk, seed, MODE_PRACTICE);
        counts[session_state(session)->draws[0]]++;
        session_free(session);
    }
    assert_fair(counts, weights, 3, SEEDS);
}

static void the_same_picks_come_to_the_same(void **unused)
{
    (void)unused;
    static const char *const picks[] = {"roll", "back", "ask", "roll", "back", "push"};
    for (uint64_t seed = 0; seed < 40; seed++) {
        struct session *one = small_session(talk, seed, MODE_PRACTICE);
        struct session *other = small_session(talk, seed, MODE_EXAM);
        for (size_t i = 0; i < sizeof picks / sizeof *picks; i++) {
            small_pick(one, picks[i]);
            small_pick(other, picks[i]);
            assert_memory_equal(session_state(one), session_state(other), sizeof(struct state));
        }
        assert_memory_equal(session_rules(one), session_rules(other),
                            3 * sizeof(struct rule_state));
        session_free(one);
        session_free(other);
    }
}

static void a_seed_beyond_the_largest_is_refused(void **unused)
{
    (void)unused;
    struct error error = {0};
    const struct scenario *scenario = loaded_scenario(talk);
    assert_null(session_new(scenario, loaded_evaluator(talk), SEED_MAX + 1, MODE_EXAM, &error));
    assert_int_equal(error.code, ERROR_USAGE);
    session_free(small_session(talk, SEED_MAX, MODE_EXAM));
    session_free(NULL);
}

/*
 * ---- Effects -----------------------------------------------------------------------------------
 */

static void effects_saturate(void **unused)
{
    (void)unused;
    struct session *session = small_session(talk, 1, MODE_PRACTICE);
    const struct scenario *scenario = loaded_scenario(talk);
    int steps = strcmp(scenario->variables[0].id, "steps") == 0 ? 0 : 1;
    small_pick(session, "push");
    assert_int_equal(session_state(session)->variables[steps], -2);
    assert_int_equal(session_state(session)->mood, MOOD_RESISTANT);
    small_pick(session, "push");
    assert_int_equal(session_state(session)->mood, MOOD_RESISTANT);
    small_pick(session, "wait");
    assert_int_equal(session_state(session)->familiarity, FAMILIARITY_MAX);
    small_pick(session, "see");
    assert_int_equal(session_state(session)->variables[steps], -2);
    assert_int_equal(session_state(session)->variables[1 - steps], 1);
    assert_int_equal(session_state(session)->familiarity, 0);
    session_free(session);
}

/*
 * ---- Take-backs and hints ----------------------------------------------------------------------
 */

static void a_take_back_brings_back_what_was(void **unused)
{
    (void)unused;
    for (uint64_t seed = 0; seed < 40; seed++) {
        struct session *session = small_session(talk, seed, MODE_PRACTICE);
        struct error error = {0};
        int before[RESPONSE_MAX], after[RESPONSE_MAX];
        small_pick(session, "ask");
        struct state state = *session_state(session);
        struct rule_state rules[3];
        memcpy(rules, session_rules(session), sizeof rules);
        session_options(session, before);
        small_pick(session, "roll");
        const char *luck = small_node(session);
        assert_true(session_take_back(session, 500, &error));
        assert_memory_equal(session_state(session), &state, sizeof state);
        assert_memory_equal(session_rules(session), rules, sizeof rules);
        assert_int_equal(session_options(session, after), 5);
        assert_memory_equal(before, after, 5 * sizeof *before);
        small_pick(session, "roll");
        assert_string_equal(small_node(session), luck); /* no second throw */
        session_free(session);
    }
}

static void a_take_back_stays_on_record_and_out_of_the_trace(void **unused)
{
    (void)unused;
    struct session *session = small_session(talk, 3, MODE_PRACTICE);
    struct error error = {0};
    const struct event *const *events;
    const struct step *steps;
    const int *turns;
    assert_false(session_can_take_back(session));
    assert_false(session_take_back(session, 0, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    small_pick(session, "push");
    assert_true(session_can_take_back(session));
    assert_true(session_take_back(session, 700, &error));
    const struct event *event = session_event(session, 2);
    assert_int_equal(event->kind, EVENT_TAKE_BACK);
    assert_int_equal(event->turn, 1);
    assert_int_equal(event->think_ms, 700);
    assert_int_equal(event->response, -1);
    assert_int_equal(event->acts, 0);
    assert_int_equal(event->mood_before, MOOD_RESISTANT);
    assert_int_equal(event->mood_after, MOOD_NEUTRAL);
    assert_int_equal(session_take_backs(session), 1);
    assert_int_equal(session_event_count(session), 3);

    small_pick(session, "ask");
    small_pick(session, "see");
    assert_int_equal(session_transcript(session, &events), 3);
    assert_int_equal(events[0]->kind, EVENT_BEGIN);
    assert_int_equal(events[1]->response, response("ask"));
    assert_int_equal(events[2]->response, response("see"));
    assert_int_equal(session_steps(session, &steps, &turns), 5);
    assert_int_equal(steps[1].labels, act("ask"));
    assert_int_equal(steps[3].labels, act("acknowledge"));
    assert_int_equal(turns[0], 0);
    assert_int_equal(turns[1], 1);
    assert_int_equal(turns[2], 1);
    assert_int_equal(turns[4], 2);
    assert_true(session_take_back(session, 0, &error));
    assert_true(session_take_back(session, 0, &error));
    assert_false(session_take_back(session, 0, &error)); /* the opening can't be taken back */
    assert_int_equal(session_state(session)->turn, 0);
    session_free(session);
}

static void nothing_is_taken_back_at_the_end_or_in_an_exam(void **unused)
{
    (void)unused;
    struct error error = {0};
    for (int mode = 0; mode < MODE_COUNT; mode++) {
        struct session *session = small_session(talk, 3, (enum mode)mode);
        small_pick(session, "see");
        assert_int_equal(session_can_take_back(session), mode == MODE_PRACTICE);
        small_pick(session, "late");
        assert_false(session_can_take_back(session));
        assert_false(session_take_back(session, 0, &error));
        assert_int_equal(session_event_count(session), 3);
        session_free(session);
    }
}

static void a_hint_comes_once_a_turn(void **unused)
{
    (void)unused;
    struct session *session = small_session(talk, 3, MODE_PRACTICE);
    struct error error = {0};
    const struct vocabulary *words = loaded_scenario(talk)->vocabulary;
    int named = -1;
    struct state before = *session_state(session);
    assert_true(session_hint_open(session));
    assert_true(session_hint(session, 300, &named, &error));
    assert_string_equal(words->acts[named].id, "ask");
    const struct event *event = session_event(session, 1);
    assert_int_equal(event->kind, EVENT_HINT);
    assert_int_equal(event->turn, 1);
    assert_int_equal(event->acts, act("ask"));
    assert_memory_equal(session_state(session), &before, sizeof before);
    assert_false(session_hint_open(session));
    assert_false(session_hint(session, 300, &named, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    small_pick(session, "roll"); /* where no hint is */
    assert_false(session_hint(session, 300, &named, &error));
    small_pick(session, "back");
    assert_true(session_hint(session, 300, &named, &error));
    assert_int_equal(session_hints_used(session), 2);
    assert_int_equal(session_event_count(session), 5);
    session_free(session);
    for (int mode = MODE_EXAM; mode < MODE_COUNT; mode++) {
        session = small_session(talk, 3, (enum mode)mode);
        assert_false(session_hint(session, 300, &named, &error));
        session_free(session);
    }
}

/*
 * ---- Think time --------------------------------------------------------------------------------
 */

static void an_exam_turns_a_late_pick_into_the_timeout(void **unused)
{
    (void)unused;
    struct session *session = small_session(talk, 5, MODE_EXAM);
    struct error error = {0};
    assert_int_equal(session_limit_seconds(session), 20);
    assert_true(small_try(session, "ask", 20000, &error)); /* in time to the millisecond */
    assert_int_equal(session_event(session, 1)->kind, EVENT_PICK);
    assert_true(small_try(session, "ask", 20001, &error));
    const struct event *event = session_event(session, 2);
    assert_int_equal(event->kind, EVENT_TIMEOUT);
    assert_int_equal(event->response, response("quiet"));
    assert_int_equal(event->picked, response("ask"));
    assert_int_equal(event->acts, act("silence"));
    assert_int_equal(event->think_ms, 20001);
    assert_int_equal(session_state(session)->mood, MOOD_RESISTANT);
    const struct step *steps;
    assert_int_equal(session_steps(session, &steps, NULL), 5);
    assert_int_equal(steps[3].labels, act("silence"));

    assert_false(session_time_out(session, 20000, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    assert_true(session_time_out(session, 20001, &error));
    event = session_event(session, 3);
    assert_int_equal(event->kind, EVENT_TIMEOUT);
    assert_int_equal(event->picked, -1);
    assert_true(small_try(session, "roll", INT64_MAX, &error));
    assert_int_equal(session_event(session, 4)->kind, EVENT_TIMEOUT);
    session_free(session);
}

static void only_an_exam_has_limits(void **unused)
{
    (void)unused;
    struct error error = {0};
    for (int mode = 0; mode < MODE_COUNT; mode++) {
        struct session *session = small_session(talk, 5, (enum mode)mode);
        if (mode != MODE_EXAM) {
            assert_int_equal(session_limit_seconds(session), 0);
            assert_false(session_time_out(session, 1000000, &error));
            assert_true(small_try(session, "roll", 1000000, &error));
            assert_int_equal(session_event(session, 1)->kind, EVENT_PICK);
        } else {
            small_pick(session, "roll");
        }
        assert_int_equal(session_limit_seconds(session), 0); /* none at that node */
        assert_false(session_time_out(session, 1000000, &error));
        assert_true(small_try(session, "back", 1000000, &error));
        session_free(session);
    }
}

static void a_form_that_comes_too_late_is_not_filed(void **unused)
{
    (void)unused;
    struct session *session = small_session(talk, 5, MODE_EXAM);
    struct error error = {0};
    struct form form = {0};
    assert_true(session_file_form(session, &form, 20001, &error));
    assert_int_equal(session_event(session, 1)->kind, EVENT_TIMEOUT);
    assert_string_equal(small_node(session), "hub");
    assert_true(session_file_form(session, &form, 20000, &error));
    assert_int_equal(session_event(session, 2)->kind, EVENT_FORM);
    assert_string_equal(small_node(session), "desk");
    session_free(session);
}

static void negative_time_is_refused(void **unused)
{
    (void)unused;
    struct session *session = small_session(talk, 5, MODE_PRACTICE);
    struct error error = {0};
    struct form form = {0};
    int named;
    small_pick(session, "ask");
    assert_false(small_try(session, "ask", -1, &error));
    assert_false(session_time_out(session, -1, &error));
    assert_false(session_file_form(session, &form, -1, &error));
    assert_false(session_hint(session, -1, &named, &error));
    assert_false(session_take_back(session, -1, &error));
    assert_int_equal(session_event_count(session), 2);
    session_free(session);
}

/*
 * ---- The form ----------------------------------------------------------------------------------
 */

static void a_form_is_filed_where_it_is_open(void **unused)
{
    (void)unused;
    struct session *session = small_session(talk, 5, MODE_PRACTICE);
    struct error error = {0};
    struct form form = {.customer = "words", .options = {1, 0, 1, 0}};
    small_pick(session, "ask");
    assert_true(session_form_open(session));
    form.options[FORM_NEED] = 2; /* there are two */
    assert_false(session_file_form(session, &form, 0, &error));
    form.options[FORM_NEED] = -1;
    assert_false(session_file_form(session, &form, 0, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    memset(form.customer, 'x', sizeof form.customer);
    form.options[FORM_NEED] = 0;
    assert_false(session_file_form(session, &form, 0, &error));
    snprintf(form.customer, sizeof form.customer, "words");
    assert_int_equal(session_event_count(session), 2);

    assert_true(session_file_form(session, &form, 900, &error));
    const struct event *event = session_event(session, 2);
    assert_int_equal(event->kind, EVENT_FORM);
    assert_int_equal(event->turn, 2);
    assert_int_equal(event->acts,
                     act("file-form") | act("form-incomplete")); /* consent was given */
    assert_int_equal(event->judgement.consent, FORM_MISSED);
    assert_string_equal(event->form.customer, "words");
    assert_int_equal(session_state(session)->turn, 2);
    assert_string_equal(small_node(session), "desk");
    assert_false(session_form_open(session));
    assert_false(session_file_form(session, &form, 0, &error));
    assert_int_equal(session_event_count(session), 3);
    assert_true(session_take_back(session, 0, &error));
    assert_true(session_form_open(session));
    assert_int_equal(session_state(session)->acts_seen & act("file-form"), 0);
    session_free(session);
}

/*
 * ---- The end -----------------------------------------------------------------------------------
 */

static void the_turns_run_out(void **unused)
{
    (void)unused;
    struct session *session = small_session(talk, 5, MODE_PRACTICE);
    struct error error = {0};
    struct form form = {0};
    struct score score;
    int named;
    for (int turn = 0; turn < 6; turn++) {
        assert_int_equal(session_phase(session), SESSION_CHOOSING);
        small_pick(session, "ask");
    }
    assert_int_equal(session_phase(session), SESSION_OVER);
    assert_int_equal(session_ending(session), -1);
    assert_int_equal(session_limit_seconds(session), 0);
    assert_false(session_form_open(session) || session_hint_open(session));
    assert_false(small_try(session, "ask", 0, &error));
    assert_false(session_time_out(session, 999999, &error));
    assert_false(session_file_form(session, &form, 0, &error));
    assert_false(session_hint(session, 0, &named, &error));
    assert_false(session_take_back(session, 0, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    assert_int_equal(session_event_count(session), 7);
    session_score(session, &bands_default, &score);
    assert_true(score.total == 100 && score.passed);
    session_free(session);
}

static void an_ending_ends(void **unused)
{
    (void)unused;
    struct session *session = small_session(talk, 5, MODE_PRACTICE);
    struct score score;
    small_pick(session, "push"); /* "objects" follows, and no acknowledge: broken; and critical */
    small_pick(session, "see");
    small_pick(session, "late");
    assert_int_equal(session_phase(session), SESSION_OVER);
    const struct vocabulary *words = loaded_scenario(talk)->vocabulary;
    assert_string_equal(words->endings[session_ending(session)].id, "done");
    session_score(session, &bands_default, &score);
    /*
     * accept-first (2): 1 of 2, for it objects again after "see"; ask-once (1) and no-push (1): 0
     */
    assert_true(score.total == 25);
    assert_int_equal(score.critical, 2);
    assert_false(score.passed);
    session_free(session);
}

static void a_copy_goes_its_own_way(void **unused)
{
    (void)unused;
    struct session *session = small_session(talk, 9, MODE_PRACTICE);
    int options[RESPONSE_MAX], other[RESPONSE_MAX];
    for (int i = 0; i < 3; i++)
        small_pick(session, "wait");
    struct session *copy = session_copy(session);
    assert_int_equal(session_event_count(copy), 4);
    session_options(session, options);
    session_options(copy, other);
    assert_memory_equal(options, other, 5 * sizeof *options);
    small_pick(copy, "push");
    for (int i = 0; i < 40; i++) { /* more events than it had room for */
        struct error error = {0};
        assert_true(session_take_back(copy, 0, &error));
        small_pick(copy, "wait");
    }
    assert_int_equal(session_event_count(session), 4);
    assert_int_equal(session_state(session)->turn, 3);
    small_pick(session, "roll");
    session_free(session);
    const struct event *const *events;
    assert_int_equal(session_transcript(copy, &events), 5);
    assert_int_equal(events[4]->response, response("wait"));
    session_free(copy);
}

static void the_longest_conversation_has_room(void **unused)
{
    (void)unused;
    struct scenario longest = *loaded_scenario(talk);
    struct error error = {0};
    longest.turns = TURN_MAX;
    struct session *session =
        session_new(&longest, loaded_evaluator(talk), 1, MODE_PRACTICE, &error);
    const struct step *steps;
    const struct event *const *events;
    for (int turn = 0; turn < TURN_MAX; turn++)
        small_pick(session, "wait");
    assert_int_equal(session_phase(session), SESSION_OVER);
    assert_int_equal(session_steps(session, &steps, NULL), STEP_MAX);
    assert_int_equal(session_transcript(session, &events), TURN_MAX + 1);
    session_free(session);
}

static void kinds_and_modes_have_names(void **unused)
{
    (void)unused;
    static const char *const kinds[] = {"begin", "pick", "timeout", "form", "hint", "take-back"};
    for (int i = 0; i < EVENT_KIND_COUNT; i++)
        assert_string_equal(event_kind_name((enum event_kind)i), kinds[i]);
    assert_string_equal(mode_name(MODE_PRACTICE), "practice");
    assert_string_equal(mode_name(MODE_EXAM), "exam");
    assert_string_equal(mode_name(MODE_CLASS), "class");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_seed_gives_the_same_order),
        cmocka_unit_test(a_class_sees_the_order_of_the_file),
        cmocka_unit_test(every_place_is_as_likely_for_every_response),
        cmocka_unit_test(guards_and_silence_are_not_offered),
        cmocka_unit_test(chance_goes_by_its_weights),
        cmocka_unit_test(draws_go_by_their_weights),
        cmocka_unit_test(the_same_picks_come_to_the_same),
        cmocka_unit_test(a_seed_beyond_the_largest_is_refused),
        cmocka_unit_test(effects_saturate),
        cmocka_unit_test(a_take_back_brings_back_what_was),
        cmocka_unit_test(a_take_back_stays_on_record_and_out_of_the_trace),
        cmocka_unit_test(nothing_is_taken_back_at_the_end_or_in_an_exam),
        cmocka_unit_test(a_hint_comes_once_a_turn),
        cmocka_unit_test(an_exam_turns_a_late_pick_into_the_timeout),
        cmocka_unit_test(only_an_exam_has_limits),
        cmocka_unit_test(a_form_that_comes_too_late_is_not_filed),
        cmocka_unit_test(negative_time_is_refused),
        cmocka_unit_test(a_form_is_filed_where_it_is_open),
        cmocka_unit_test(the_turns_run_out),
        cmocka_unit_test(an_ending_ends),
        cmocka_unit_test(a_copy_goes_its_own_way),
        cmocka_unit_test(the_longest_conversation_has_room),
        cmocka_unit_test(kinds_and_modes_have_names),
    };
    return cmocka_run_group_tests(tests, load_talk, free_talk);
}
