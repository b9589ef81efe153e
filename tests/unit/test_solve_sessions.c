/*
 * test_solve_sessions.c: twenty thousand sessions of the shipped scenarios, followed through the
 * solution: what is open agrees at every turn, no pick is worth more than the best, and the end is
 * worth the session's score to the last bit. Those who play the best, the worst or the random plan
 * come out, on average over the seeds, as the solution promised.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/random.h"
#include "core/session.h"
#include "practice/library.h"
#include "small.h"
#include "solve/solve.h"

enum plan { PLAN_BEST, PLAN_WORST, PLAN_RANDOM, PLAN_WILD, PLAN_COUNT };
enum { SCENARIOS_MIN = 3, SESSIONS = 20000, SIGMAS = 5 };

#define SLACK 1e-9

/* A session and where it stands in the solution. */
struct play {
    const struct library_entry *entry;
    struct solution *plain, *silent; /* without and with timeouts followed */
    const struct solution *solution; /* the one that fits this session */
    enum plan plan;
    uint64_t chance; /* of the test's own random numbers */
    struct session *session;
    struct cursor cursors[TURN_MAX + 1]; /* by turn */
    int turn;
    int forms, timeouts, take_backs; /* of all sessions */
};

static uint64_t throw(struct play * play, uint64_t sides)
{
    return random_below(5, RANDOM_TRAINEE, play->chance++, sides);
}

static struct cursor here(const struct play *play)
{
    return play->cursors[play->turn];
}

static const struct situation *situation_here(const struct play *play)
{
    return situations_get(solution_situations(play->solution), here(play).situation);
}

static const struct action *action_here(const struct play *play, uint32_t index)
{
    return situations_action(solution_situations(play->solution), situation_here(play), index);
}

/*
 * ------------------------------------------------------------------------------- what is so ----
 */

static void check_options(const struct play *play)
{
    int options[RESPONSE_MAX];
    int count = session_options(play->session, options);
    unsigned open = 0;
    bool form = false;
    for (int i = 0; i < count; i++)
        open |= 1U << options[i];
    assert_int_equal(situation_here(play)->open, open);
    assert_int_equal(situation_here(play)->node, session_state(play->session)->node);
    assert_false(here(play).over);
    for (uint32_t i = 0; i < solution_action_count(play->solution, here(play)); i++)
        form |= action_here(play, i)->response < 0;
    assert_int_equal(form, session_form_open(play->session));
}

static bool near(double left, double right)
{
    return fabs(left - right) <= SLACK;
}

/* A state's values are those of its actions. */
static void check_values(const struct play *play)
{
    struct values at = solution_at(play->solution, here(play));
    double best = 0, worst = 100, random = 0;
    for (uint32_t i = 0; i < solution_action_count(play->solution, here(play)); i++) {
        struct values of = solution_action(play->solution, here(play), i);
        assert_true(of.best >= of.random - SLACK && of.random >= of.worst - SLACK);
        if (action_here(play, i)->silence)
            continue;
        best = of.best > best ? of.best : best;
        worst = of.worst < worst ? of.worst : worst;
        random += of.random * solution_random_share(play->solution, here(play), i);
    }
    assert_true(near(at.best, best) && near(at.worst, worst) && near(at.random, random));
}

static void check_end(const struct play *play)
{
    struct score score;
    struct values values = solution_at(play->solution, here(play));
    session_score(play->session, &bands_default, &score);
    assert_true(here(play).over);
    assert_true(values.best == score.total && values.worst == score.total);
    assert_true(values.random == score.total);
    struct worth worth = monitors_end(solution_monitors(play->solution), here(play).vector);
    assert_int_equal(worth.critical, score.critical >= 0);
}

/* ---------------------------------------------------------------------------------- moves ---- */

/* The action that the plan wants; of equal ones the first. */
static uint32_t wanted_action(struct play *play)
{
    uint32_t count = solution_action_count(play->solution, here(play)), wanted = UINT32_MAX;
    double wanted_value = 0;
    uint32_t left = 0;
    for (uint32_t i = 0; i < count; i++)
        left += solution_random_share(play->solution, here(play), i) > 0;
    left = play->plan == PLAN_RANDOM ? (uint32_t) throw(play, left) : 0;
    for (uint32_t i = 0; i < count; i++) {
        struct values of = solution_action(play->solution, here(play), i);
        double value = play->plan == PLAN_BEST ? of.best : -of.worst;
        if (play->plan == PLAN_RANDOM) {
            if (solution_random_share(play->solution, here(play), i) > 0 && left-- == 0)
                return i;
        } else if (wanted == UINT32_MAX || value > wanted_value) {
            wanted = i;
            wanted_value = value;
        }
    }
    return wanted;
}

static void take_wanted(struct play *play)
{
    const struct action *action = action_here(play, wanted_action(play));
    const struct scenario *scenario = session_scenario(play->session);
    struct form form;
    if (action->response >= 0) {
        assert_true(session_pick(play->session, action->response, 0, NULL));
        return;
    }
    assert_true(form_of_class(scenario, session_state(play->session), (enum form_class)action->form,
                              &form));
    assert_true(session_file_form(play->session, &form, 0, NULL));
    play->forms++;
}

/* Any form at all. */
static void file_wildly(struct play *play)
{
    const struct vocabulary *words = session_scenario(play->session)->vocabulary;
    struct form form;
    form_fill_truthfully(session_scenario(play->session), session_state(play->session), LANGUAGE_ZH,
                         &form);
    if (throw(play, 3) == 0)
        form.customer[0] = '\0';
    form.consent ^= throw(play, 3) == 0;
    for (int i = 0; i < FORM_FIELD_COUNT; i++) {
        if (throw(play, 3) == 0)
            form.options[i] = (int) throw(play, (uint64_t)words->form_option_count[i]);
    }
    assert_true(session_file_form(play->session, &form, 0, NULL));
    play->forms++;
}

static void move_wildly(struct play *play)
{
    int options[RESPONSE_MAX];
    int count = session_options(play->session, options);
    int64_t think_ms = session_limit_seconds(play->session) && throw(play, 4) == 0 ? 3600000 : 0;
    if (throw(play, 12) == 0 && session_can_take_back(play->session)) {
        assert_true(session_take_back(play->session, 0, NULL));
        play->turn--;
        play->take_backs++;
    } else if (throw(play, 3) == 0 && session_form_open(play->session)) {
        file_wildly(play);
    } else {
        int picked = options[throw(play, (uint64_t)count)];
        assert_true(session_pick(play->session, picked, think_ms, NULL));
    }
}

/* Follows the last move. */
static void follow(struct play *play)
{
    const struct event *event =
        session_event(play->session, session_event_count(play->session) - 1);
    struct cursor before = here(play);
    uint32_t action;
    play->timeouts += event->kind == EVENT_TIMEOUT;
    if (event->kind == EVENT_TAKE_BACK)
        return;
    play->cursors[play->turn + 1] = before;
    assert_true(solution_follow(play->solution, &play->cursors[play->turn + 1], event->response,
                                event->acts, session_state(play->session), &action));
    assert_int_equal(action_here(play, action)->response, event->response);
    struct values at = solution_at(play->solution, before);
    struct values of = solution_action(play->solution, before, action);
    assert_true(at.best >= of.best - SLACK || action_here(play, action)->silence);
    assert_true(at.worst <= of.worst + SLACK || action_here(play, action)->silence);
    play->turn++;
    assert_int_equal(here(play).turn, session_state(play->session)->turn);
}

/* ------------------------------------------------------------------------------- sessions ---- */

/* Plays one session by the plan; returns its score. */
static double play_session(struct play *play, uint64_t seed)
{
    bool wild = play->plan == PLAN_WILD;
    enum mode mode = wild ? (enum mode)(seed % MODE_COUNT) : MODE_CLASS;
    struct score score;
    play->solution = mode == MODE_EXAM ? play->silent : play->plain;
    play->turn = 0;
    play->session = session_new(loaded_scenario(play->entry->loaded),
                                loaded_evaluator(play->entry->loaded), seed, mode, NULL);
    assert_non_null(play->session);
    assert_true(solution_enter(play->solution, session_state(play->session), &play->cursors[0]));
    while (session_phase(play->session) == SESSION_CHOOSING) {
        check_options(play);
        check_values(play);
        if (wild)
            move_wildly(play);
        else
            take_wanted(play);
        follow(play);
    }
    check_end(play);
    session_score(play->session, &bands_default, &score);
    session_free(play->session);
    return score.total;
}

/* The mean score over many seeds is the promised one, as far as chance allows. */
static void check_mean(const struct play *play, double sum, double squares, int sessions)
{
    struct values promised = solution_value(play->plain);
    double wanted = play->plan == PLAN_BEST    ? promised.best
                    : play->plan == PLAN_WORST ? promised.worst
                                               : promised.random;
    double mean = sum / sessions, off = mean - wanted;
    double variance = (squares / sessions - mean * mean) / sessions; /* of the mean */
    if (off * off > SIGMAS * SIGMAS * variance + SLACK)
        fail_msg("%s, plan %d: %.4f on average over %d sessions, not %.4f",
                 loaded_scenario(play->entry->loaded)->id, play->plan, mean, sessions, wanted);
}

static void play_sessions(struct play *play, int sessions)
{
    double sum = 0, squares = 0;
    for (int i = 0; i < sessions; i++) {
        double score =
            play_session(play, (uint64_t)play->plan * (uint64_t)sessions + (uint64_t)i + 1);
        sum += score;
        squares += score * score;
    }
    if (play->plan != PLAN_WILD)
        check_mean(play, sum, squares, sessions);
}

static struct solution *solve(const struct library_entry *entry, bool silences)
{
    struct error error = {0};
    struct solve_options options = {.silences = silences};
    struct solution *solution = solution_new(entry->loaded, NULL, &options, &error);
    if (!solution)
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    assert_true(solution_is_complete(solution));
    return solution;
}

static void check_purity(const struct play *play)
{
    struct error error = {0};
    struct loaded *fresh = scenario_load(play->entry->bundle, NULL, &error);
    assert_non_null(fresh);
    if (!solution_is_pure(play->plain, fresh, &error))
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    loaded_free(fresh);
}

static void sessions_can_be_followed(void **unused)
{
    (void)unused;
    struct library *library = library_open(NULL);
    assert_non_null(library);
    int scenarios = library_count(library);
    assert_true(scenarios >= SCENARIOS_MIN);
    for (int i = 0; i < scenarios; i++) {
        struct play play = {.entry = library_entry(library, i), .chance = (uint64_t)i << 40};
        play.plain = solve(play.entry, false);
        play.silent = solve(play.entry, true);
        struct values plain = solution_value(play.plain), silent = solution_value(play.silent);
        assert_true(near(plain.best, silent.best) && near(plain.worst, silent.worst));
        assert_true(near(plain.random, silent.random));
        check_purity(&play);
        for (int plan = 0; plan < PLAN_COUNT; plan++) {
            play.plan = (enum plan)plan;
            play_sessions(&play, SESSIONS / (scenarios * PLAN_COUNT) + 1);
        }
        assert_true(play.forms > 100 && play.timeouts > 100 && play.take_backs > 100);
        solution_free(play.plain);
        solution_free(play.silent);
    }
    library_close(library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sessions_can_be_followed),
    };
    char *scenarios = source_path("scenarios");
    setenv("YANLIAN_SCENARIOS", scenarios, 1);
    free(scenarios);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
