/*
 * test_table.c: a session that steps by the table gives the events of one that asks the author's
 * functions, and a walk gives its score: over a million random sessions of the shipped scenarios.
 */
#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/random.h"
#include "core/session.h"
#include "core/table.h"
#include "practice/library.h"
#include "small.h"
#include "solve/tabulate.h"

#if defined(__SANITIZE_ADDRESS__) || defined(YANLIAN_SLOW_BUILD)
enum { SESSIONS = 30000 };
#else
enum { SESSIONS = 1000000 };
#endif

enum { SCENARIOS_MIN = 3 };

/* Both ways of playing one session, and what the test counted on the way. */
struct pair {
    struct session *asked, *tabled;
    uint64_t chance; /* state of the test's own random numbers */
    int forms, timeouts, take_backs, hints;
};

static uint64_t next_chance(struct pair *pair)
{
    return random_at(7, RANDOM_TRAINEE, pair->chance++);
}

static void assert_same_options(const struct pair *pair)
{
    int asked[RESPONSE_MAX] = {0}, tabled[RESPONSE_MAX] = {0};
    int count = session_options(pair->asked, asked);
    assert_int_equal(count, session_options(pair->tabled, tabled));
    assert_memory_equal(asked, tabled, (size_t)count * sizeof *asked);
    assert_int_equal(session_form_open(pair->asked), session_form_open(pair->tabled));
}

static void file_forms(struct pair *pair, int64_t think_ms)
{
    const struct scenario *scenario = session_scenario(pair->asked);
    struct form form;
    form_fill_truthfully(scenario, session_state(pair->asked), LANGUAGE_ZH, &form);
    form.consent ^= next_chance(pair) % 2 == 0;
    form.options[FORM_NEED] =
        (int)(next_chance(pair) % (uint64_t)scenario->vocabulary->form_option_count[FORM_NEED]);
    assert_true(session_file_form(pair->asked, &form, think_ms, NULL));
    assert_true(session_file_form(pair->tabled, &form, think_ms, NULL));
    pair->forms++;
}

/* One random move, made in both. */
static void move(struct pair *pair)
{
    int options[RESPONSE_MAX], acts[2];
    int count = session_options(pair->asked, options);
    int64_t think_ms = (int64_t)(next_chance(pair) % 50000);
    uint64_t chance = next_chance(pair) % 16;
    if (chance == 0 && session_can_take_back(pair->asked)) {
        assert_true(session_take_back(pair->asked, think_ms, NULL));
        assert_true(session_take_back(pair->tabled, think_ms, NULL));
        pair->take_backs++;
    } else if (chance == 1 && session_hint_open(pair->asked)) {
        assert_true(session_hint(pair->asked, think_ms, &acts[0], NULL));
        assert_true(session_hint(pair->tabled, think_ms, &acts[1], NULL));
        pair->hints++;
    } else if (chance < 6 && session_form_open(pair->asked)) {
        file_forms(pair, think_ms);
    } else {
        int picked = options[next_chance(pair) % (uint64_t)count];
        assert_true(session_pick(pair->asked, picked, think_ms, NULL));
        assert_true(session_pick(pair->tabled, picked, think_ms, NULL));
    }
}

/* Field by field: what lies between fields is nobody's. */
static bool same_event(const struct event *a, const struct event *b)
{
    return a->kind == b->kind && a->turn == b->turn && a->node == b->node &&
           a->response == b->response && a->picked == b->picked && a->acts == b->acts &&
           a->think_ms == b->think_ms && a->mood_before == b->mood_before &&
           a->mood_after == b->mood_after && a->familiarity_before == b->familiarity_before &&
           a->familiarity_after == b->familiarity_after && a->next_node == b->next_node &&
           a->cues == b->cues && a->scene == b->scene && a->says == b->says &&
           a->judgement.acts == b->judgement.acts;
}

static void assert_same_end(const struct pair *pair)
{
    struct score asked, tabled;
    int events = session_event_count(pair->asked);
    assert_int_equal(events, session_event_count(pair->tabled));
    for (int i = 0; i < events; i++)
        assert_true(same_event(session_event(pair->asked, i), session_event(pair->tabled, i)));
    session_score(pair->asked, &bands_default, &asked);
    session_score(pair->tabled, &bands_default, &tabled);
    assert_true(asked.total == tabled.total);
    assert_int_equal(asked.critical, tabled.critical);
}

/* The bare walk along the session's turns that count ends at the session's score. */
static void assert_walk(const struct table *table, struct session *session)
{
    const struct event *const *events;
    int count = session_transcript(session, &events);
    struct walk walk;
    struct score score;
    bool critical;
    walk_begin(table, session_seed(session), &walk);
    for (int i = 1; i < count; i++) {
        if (events[i]->kind == EVENT_FORM)
            return; /* walks file no forms */
        walk_pick(table, &walk, events[i]->response,
                  random_at(session_seed(session), RANDOM_CHANCE, (uint64_t)i - 1));
    }
    session_score(session, &bands_default, &score);
    assert_true(walk_is_over(table, &walk));
    assert_true(walk_score(table, &walk, &critical) == score.total);
    assert_int_equal(critical, score.critical >= 0);
}

static void play_both(const struct library_entry *entry, const struct table *table, uint64_t seed,
                      struct pair *pair)
{
    const struct scenario *scenario = loaded_scenario(entry->loaded);
    enum mode mode = (enum mode)(seed % MODE_COUNT);
    pair->asked = session_new(scenario, loaded_evaluator(entry->loaded), seed, mode, NULL);
    pair->tabled = session_new_by_table(table, seed, mode, NULL);
    assert_non_null(pair->asked);
    assert_non_null(pair->tabled);
    while (session_phase(pair->asked) == SESSION_CHOOSING) {
        assert_same_options(pair);
        move(pair);
    }
    for (int i = 0; i < session_event_count(pair->asked); i++)
        pair->timeouts += session_event(pair->asked, i)->kind == EVENT_TIMEOUT;
    assert_same_end(pair);
    assert_walk(table, pair->asked);
    session_free(pair->asked);
    session_free(pair->tabled);
}

static void table_gives_the_same_events(void **unused)
{
    (void)unused;
    struct library *library = library_open(NULL);
    assert_non_null(library);
    int scenarios = library_count(library);
    assert_true(scenarios >= SCENARIOS_MIN);
    for (int i = 0; i < scenarios; i++) {
        const struct library_entry *entry = library_entry(library, i);
        struct pair pair = {.chance = (uint64_t)i << 40};
        assert_non_null(entry->loaded);
        struct table *table = tabulate(entry->loaded, 0, NULL);
        assert_non_null(table);
        for (int seed = 1; seed <= SESSIONS / scenarios + 1; seed++)
            play_both(entry, table, (uint64_t)seed, &pair);
        assert_true(pair.forms > 100 && pair.timeouts > 100);
        assert_true(pair.take_backs > 100 && pair.hints > 100);
        table_free(table);
    }
    library_close(library);
}

static void too_many_places_are_refused(void **unused)
{
    (void)unused;
    struct error error = {0};
    struct library *library = library_open(NULL);
    assert_non_null(library);
    assert_null(tabulate(library_entry(library, 0)->loaded, 10, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    library_close(library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_gives_the_same_events),
        cmocka_unit_test(too_many_places_are_refused),
    };
    if (sodium_init() < 0)
        return 1;
    char *scenarios = source_path("scenarios");
    setenv("YANLIAN_SCENARIOS", scenarios, 1);
    free(scenarios);
    return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
