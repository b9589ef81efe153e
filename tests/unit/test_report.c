/*
 * test_report.c: what a report makes of a class, against figures worked by hand (report_fixture.h
 * has the sessions' scores).
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "class/live.h"
#include "class/marks.h"
#include "class/report_sheet.h"
#include "practice/fact.h"
#include "unit/near.h"
#include "unit/report_fixture.h"
#include "unit/small.h"

static const struct report_options whole = {.class = CLASS, .language = LANGUAGE_EN};

static const struct report_person *person_of(const struct report *report, int who)
{
    for (int i = 0; i < report->people_count; i++) {
        if (strcmp(report->people[i].name, report_people[who].person.name) == 0)
            return &report->people[i];
    }
    fail_msg("%s is not in the report", report_people[who].person.name);
    return NULL;
}

static int rule_of(const struct report *report, const char *name)
{
    for (int i = 0; i < report->rule_count; i++) {
        if (strcmp(report->rules[i].name, name) == 0)
            return i;
    }
    fail_msg("%s is not in the report", name);
    return -1;
}

static const struct report_node *node_of(const struct report_scenario *scenario, const char *id)
{
    for (int i = 0; i < scenario->node_count; i++) {
        if (strcmp(scenario->nodes[i].id, id) == 0)
            return &scenario->nodes[i];
    }
    fail_msg("%s is not in the report", id);
    return NULL;
}

static const struct report_response *response_of(const struct report_node *node, const char *id)
{
    for (int i = 0; i < node->response_count; i++) {
        if (strcmp(node->responses[i].id, id) == 0)
            return &node->responses[i];
    }
    fail_msg("%s.%s is not in the report", node->id, id);
    return NULL;
}

/*
 * 0, 33.3, 66.7, 100: mean 50; squares 50^2 + 16.7^2 + 16.7^2 + 50^2 = 5555.6, deviation
 * sqrt(1388.9) = 37.268; between the two in the middle, 33.3 and 66.7, lies 50. At 60 two pass.
 */
static void scores_are_spread_as_worked(void **state)
{
    const struct fixture *fixture = *state;
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    struct report *report = report_of(fixture, &whole);
    const struct report_distribution *all = &report->distribution;
    assert_int_equal(report->sessions, 4);
    assert_near(all->scores.mean, 50, 1e-9);
    assert_near(spread_deviation(&all->scores), 37.267799624996495, 1e-9);
    assert_near(report_median(all), 50, 1e-9);
    assert_int_equal(all->passed, 2);
    assert_int_equal(all->critical, 0);
    for (int i = 0; i < REPORT_BINS; i++) /* bins of 5: 0-5, 30-35, 65-70, 95-100 */
        assert_int_equal(all->bins[i], i == 0 || i == 6 || i == 13 || i == 19);
    assert_int_equal(all->bands[BAND_FAIL], 2);
    assert_int_equal(all->bands[BAND_PASS], 1);
    assert_int_equal(all->bands[BAND_EXCELLENT], 1);
    report_free(report);
}

/* First attempts 0 and 33.3: 16.7. Second ones 100 and 66.7: 83.3. Gains 100 and 33.3: 66.7. */
static void progress_is_by_attempt_and_over_the_own_first(void **state)
{
    const struct fixture *fixture = *state;
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    struct report *report = report_of(fixture, &whole);
    assert_int_equal(report->progress[0].count, 2);
    assert_near(report->progress[0].sum / 2, 50.0 / 3, 1e-9);
    assert_near(report->progress[0].gain, 0, 0);
    assert_int_equal(report->progress[1].count, 2);
    assert_near(report->progress[1].sum / 2, 250.0 / 3, 1e-9);
    assert_near(report->progress[1].gain / 2, 200.0 / 3, 1e-9);
    assert_int_equal(report->progress[2].count, 0);
    report_free(report);
}

/* More attempts than are told apart: the last of them stands for the rest. */
static void late_attempts_are_counted_together(void **state)
{
    const struct fixture *fixture = *state;
    report_class(fixture, POLICY_BEST);
    for (int i = 0; i < REPORT_ATTEMPTS + 3; i++)
        report_play(fixture, WANG, true, i >= REPORT_ATTEMPTS);
    struct report *report = report_of(fixture, &whole);
    assert_int_equal(report->progress[REPORT_ATTEMPTS - 2].count, 1);
    assert_int_equal(report->progress[REPORT_ATTEMPTS - 1].count, 4);
    /* 33.3 once, 100 three times */
    assert_near(report->progress[REPORT_ATTEMPTS - 1].sum, 100.0 / 3 + 300, 1e-9);
    report_free(report);
}

static void what_counts_follows_the_policy(void **state)
{
    (void)state;
    static const struct {
        enum attempt_policy policy;
        double wang, li;
        bool wang_passed, li_passed;
    } cases[] = {
        {POLICY_FIRST, 0, 100.0 / 3, false, false},
        {POLICY_BEST, 100, 200.0 / 3, true, true},
        {POLICY_LAST, 100, 200.0 / 3, true, true},
        {POLICY_AVERAGE, 50, 50, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        fixture_begin(&fixture);
        report_class(&fixture, cases[i].policy);
        report_four_plays(&fixture);
        struct report *report = report_of(&fixture, &whole);
        const struct report_person *wang = person_of(report, WANG), *li = person_of(report, LI);
        assert_near(report_standing(wang, 0)->counts.score, cases[i].wang, 1e-9);
        assert_near(wang->overall, cases[i].wang, 1e-9);
        assert_near(li->overall, cases[i].li, 1e-9);
        assert_int_equal(wang->passed, cases[i].wang_passed);
        assert_int_equal(li->passed, cases[i].li_passed);
        assert_false(person_of(report, ZHAO)->has_overall);
        assert_false(person_of(report, ZHAO)->passed);
        assert_null(report_standing(person_of(report, ZHAO), 0));
        report_free(report);
        fixture_end(&fixture);
    }
}

/* Each kept each rule once of two times; nobody called on Zhao. */
static void the_heat_map_holds_mean_marks(void **state)
{
    const struct fixture *fixture = *state;
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    report_play(fixture, LI, false, true); /* Li's form: 0, 1, 1 = 2/3; greeting 1, 0, 0 = 1/3 */
    struct report *report = report_of(fixture, &whole);
    int greet = rule_of(report, "one/greet-first"), form = rule_of(report, "one/form");
    const struct report_person *wang = person_of(report, WANG), *li = person_of(report, LI);
    assert_int_equal(report->rule_count, 2);
    assert_near(report_mean_mark(report_mark(wang, greet)), .5, 1e-12);
    assert_near(report_mean_mark(report_mark(wang, form)), .5, 1e-12);
    assert_near(report_mean_mark(report_mark(li, greet)), 1.0 / 3, 1e-12);
    assert_near(report_mean_mark(report_mark(li, form)), 2.0 / 3, 1e-12);
    assert_null(report_mark(person_of(report, ZHAO), form));
    assert_int_equal(report->rules[form].all.sessions, 5);
    assert_int_equal(report->rules[form].broken, 2);
    assert_int_equal(report->rules[greet].broken, 3);
    report_free(report);
}

static void flow_counts_where_everybody_went(void **state)
{
    const struct fixture *fixture = *state;
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    struct report *report = report_of(fixture, &whole);
    const struct report_scenario *tiny = &report->scenarios[0];
    const struct report_node *door = node_of(tiny, "door"), *desk = node_of(tiny, "desk"),
                             *over = node_of(tiny, "over");
    assert_int_equal(report->scenario_count, 1);
    assert_string_equal(tiny->nodes[tiny->start].id, "door");
    assert_int_equal(door->arrivals, 4);
    assert_int_equal(desk->arrivals, 4);
    assert_int_equal(over->arrivals, 4);
    assert_int_equal(over->ends, 4);
    assert_string_equal(over->ending, "served");
    assert_int_equal(response_of(door, "hello")->picks, 2);
    assert_int_equal(response_of(door, "silence")->picks, 2);
    assert_true(response_of(door, "silence")->silent);
    const struct report_response *form = response_of(desk, "");
    assert_true(form->form);
    assert_int_equal(form->picks, 2);
    assert_int_equal(form->edge_count, 1);
    assert_string_equal(tiny->nodes[form->edges[0].node].id, "over");
    assert_int_equal(form->edges[0].count, 2);
    assert_int_equal(tiny->ran_out, 0);
    /* (2 + 3) twice, (10 + 3) twice: seconds, each session's rounded */
    assert_int_equal(tiny->seconds, 36);
    report_free(report);
}

/*
 * At the desk the form was filed with 100 and 66.7, skipped with 0 and 33.3:
 * (83.33 - 16.67) / 37.268 x sqrt(1/4) = 0.894427. Four plays are too few to be told of.
 */
static void items_tell_who_chose_them(void **state)
{
    const struct fixture *fixture = *state;
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    struct report *report = report_of(fixture, &whole);
    const struct report_node *desk = node_of(&report->scenarios[0], "desk");
    const struct report_response *form = response_of(desk, "");
    double r = 0;
    assert_int_equal(desk->asked.count, 4);
    assert_near(form->chosen.mean, 250.0 / 3, 1e-9);
    struct spread rest = spread_without(&desk->asked, &form->chosen);
    assert_near(rest.mean, 50.0 / 3, 1e-9);
    assert_true(point_biserial(&desk->asked, &form->chosen, &r));
    assert_near(r, 0.894427190999916, 1e-9);
    assert_true(desk->asked.count < ITEM_PLAYS_MIN);
    report_free(report);
}

/* Sessions of others and outside the class are none of its business, and all are without one. */
static void a_class_and_a_person_are_told_apart(void **state)
{
    const struct fixture *fixture = *state;
    struct error error;
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    struct class_row other = {.id = "other", .title = "另一班", .pass_mark = 60};
    assert_true(store_add_class(fixture->store, &other, &error));
    struct report *report = report_of(fixture, &(struct report_options){.class = "other"});
    assert_int_equal(report->sessions, 0);
    assert_int_equal(report->people_count, 0);
    report_free(report);
    report = report_of(fixture, &(struct report_options){.language = LANGUAGE_ZH});
    assert_int_equal(report->sessions, 4);
    assert_int_equal(report->people_count, 2); /* those who played */
    struct report_options one = whole;
    char id[ULID_SIZE];
    const struct report_person *li = person_of(report, LI);
    snprintf(id, sizeof id, "%s", li ? li->id : "");
    report_free(report);
    one.person = id;
    report = report_of(fixture, &one);
    assert_int_equal(report->sessions, 2);
    assert_int_equal(report->people_count, 1);
    assert_int_equal(report->latest_count, 2);
    assert_near(report->latest[0].score, 200.0 / 3, 1e-9); /* the newest first */
    assert_near(report->latest[1].score, 100.0 / 3, 1e-9);
    report_free(report);
}

static void an_empty_class_is_a_report_without_sessions(void **state)
{
    const struct fixture *fixture = *state;
    report_class(fixture, POLICY_BEST);
    struct report *report = report_of(fixture, &whole);
    assert_int_equal(report->sessions, 0);
    assert_int_equal(report->people_count, REPORT_PEOPLE);
    assert_near(report_median(&report->distribution), 0, 0);
    report_free(report);
}

static void an_unknown_class_is_refused(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    assert_null(report_make(fixture->store, &(struct report_options){.class = "none"}, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
}

/* ------------------------------------------------------------------- critical and marked ---- */

/*
 * tests/cases/scenarios/review.lua: "push ask" scores 25 and breaks a critical rule, "accept bye"
 * scores 75 (worked in test_grading.c). Fills the session's id.
 */
static void play_review(const struct fixture *fixture, const char *first, const char *second,
                        char id[ULID_SIZE])
{
    struct error error = {0};
    struct bundle *bundle = small_bundle("review.lua");
    struct play_options options = {.person = &fixture->person,
                                   .mode = MODE_EXAM,
                                   .language = LANGUAGE_EN,
                                   .seed = 7,
                                   .class = CLASS};
    struct play *play = play_begin(fixture->store, bundle, &options, &error);
    assert_non_null(play);
    const char *const picks[] = {first, second};
    for (int i = 0; i < 2; i++) {
        const struct session *session = play_session(play);
        const struct node *node = &session_scenario(session)->nodes[session_state(session)->node];
        assert_true(play_pick(play, node_find_response(node, picks[i]), 1000, &error));
    }
    memcpy(id, play_row(play)->id, ULID_SIZE);
    play_close(play, -1);
    bundle_free(bundle);
}

static const struct report_person *player(const struct report *report)
{
    for (int i = 0; i < report->people_count; i++) {
        if (report->people[i].sessions > 0)
            return &report->people[i];
    }
    fail_msg("nobody played");
    return NULL;
}

/* The last attempt counts, and fails whatever its score. */
static void a_critical_rule_fails_the_attempt_that_counts(void **state)
{
    const struct fixture *fixture = *state;
    char id[ULID_SIZE];
    report_class(fixture, POLICY_LAST);
    play_review(fixture, "accept", "bye", id);
    struct report *report = report_of(fixture, &whole);
    assert_true(player(report)->passed);
    assert_false(player(report)->on_roster);
    report_free(report);
    play_review(fixture, "push", "ask", id);
    report = report_of(fixture, &whole);
    assert_near(player(report)->overall, 25, 1e-9);
    assert_true(player(report)->critical);
    assert_false(player(report)->passed);
    assert_int_equal(report->distribution.critical, 1);
    assert_int_equal(report->distribution.passed, 1);
    assert_int_equal(report->scenarios[0].critical, 1);
    report_free(report);
}

struct begun { /* a marking of a session */
    struct grade_row row;
    struct journal_row journal;
};

static void begin_marking(const struct fixture *fixture, const char *trainer_name, int marking,
                          const char *id, struct begun *begun)
{
    struct error error;
    struct trainer trainer = {.hash = "none"};
    snprintf(trainer.name, sizeof trainer.name, "%s", trainer_name);
    assert_true(store_add_trainer(fixture->store, &trainer, &error));
    *begun = (struct begun){.row = {.class = CLASS, .marking = marking, .score = -1},
                            .journal = {.class = CLASS, .what = "grade"}};
    memcpy(begun->row.subject, id, ULID_SIZE);
    memcpy(begun->row.trainer, trainer.id, ULID_SIZE);
    memcpy(begun->journal.subject, id, ULID_SIZE);
    memcpy(begun->journal.trainer, trainer.id, ULID_SIZE);
    assert_true(
        store_begin_grade(fixture->store, &begun->row, &begun->journal, FIXTURE_NOW, &error));
    assert_true(store_append_grade(fixture->store, &begun->row, &begun->journal, "begin",
                                   "{\"marking\":1,\"blind\":false}", FIXTURE_NOW, &error));
}

static void change(const struct fixture *fixture, struct begun *begun, const char *rule,
                   const char *to)
{
    struct error error;
    char payload[128];
    snprintf(payload, sizeof payload, "{\"rule\":\"%s\",\"to\":\"%s\",\"reason\":\"seen\"}", rule,
             to);
    assert_true(store_append_grade(fixture->store, &begun->row, &begun->journal, "adjust", payload,
                                   FIXTURE_NOW, &error));
}

static void submit(const struct fixture *fixture, struct begun *begun, double score)
{
    struct error error;
    char payload[128];
    begun->row.submitted = true;
    begun->row.score = score;
    begun->row.overall = 4;
    for (int i = 0; i < CRITERION_COUNT; i++)
        begun->row.levels[i] = 4;
    snprintf(payload, sizeof payload, "{\"levels\":[4,4,4,4,4],\"overall\":4,\"score\":%g}", score);
    assert_true(store_append_grade(fixture->store, &begun->row, &begun->journal, "submit", payload,
                                   FIXTURE_NOW + 1, &error));
}

/* A trainer found 80 and nothing critical in what the program scored 25. */
static void a_submitted_marking_takes_the_place_of_the_score(void **state)
{
    const struct fixture *fixture = *state;
    struct begun marking;
    char id[ULID_SIZE];
    report_class(fixture, POLICY_LAST);
    play_review(fixture, "push", "ask", id);
    begin_marking(fixture, "chen", 1, id, &marking);
    struct report *report = report_of(fixture, &whole);
    assert_near(player(report)->overall, 25, 1e-9); /* begun is not submitted */
    report_free(report);
    submit(fixture, &marking, 80);
    report = report_of(fixture, &whole);
    assert_near(player(report)->overall, 80, 1e-9);
    assert_false(player(report)->critical);
    assert_true(player(report)->passed);
    assert_near(report->distribution.scores.mean, 80, 1e-9);
    assert_int_equal(report->marking.sessions, 1);
    report_free(report);
}

static void assert_rule(const struct report *report, const char *name, int sessions, double mark,
                        int broken)
{
    for (int i = 0; i < report->rule_count; i++) {
        if (strcmp(report->rules[i].name, name) != 0)
            continue;
        assert_int_equal(report->rules[i].all.sessions, sessions);
        assert_near(report_mean_mark(&report->rules[i].all), mark, 1e-9);
        assert_int_equal(report->rules[i].broken, broken);
        const struct report_mark *own = report_mark(player(report), i);
        assert_int_equal(own ? own->sessions : 0, sessions);
        return;
    }
    fail_msg("no rule %s", name);
}

/*
 * The machine: accept-first and no-push broken, ask-once kept. One trainer says that no-push was
 * kept and ask-once was not called for, the other changes nothing but accept-first, to kept: so
 * no-push has (1 + 0) / 2, accept-first (0 + 1) / 2, and ask-once the other's 1.
 */
static void changed_verdicts_are_in_the_rules_too(void **state)
{
    const struct fixture *fixture = *state;
    struct begun chen, lin;
    char id[ULID_SIZE];
    report_class(fixture, POLICY_LAST);
    play_review(fixture, "push", "ask", id);
    begin_marking(fixture, "chen", 1, id, &chen);
    change(fixture, &chen, "small/no-push", "kept");
    struct report *report = report_of(fixture, &whole);
    assert_rule(report, "small/no-push", 1, 0, 1); /* begun is not submitted */
    report_free(report);
    change(fixture, &chen, "small/ask-once", "not-activated");
    submit(fixture, &chen, 33);
    report = report_of(fixture, &whole);
    assert_rule(report, "small/no-push", 1, 1, 0);
    assert_rule(report, "small/accept-first", 1, 0, 1);
    assert_rule(report, "small/ask-once", 0, 0, 0);
    report_free(report);
    begin_marking(fixture, "lin", 2, id, &lin);
    change(fixture, &lin, "small/accept-first", "kept");
    submit(fixture, &lin, 75);
    report = report_of(fixture, &whole);
    assert_rule(report, "small/no-push", 1, .5, 1);
    assert_rule(report, "small/accept-first", 1, .5, 1);
    assert_rule(report, "small/ask-once", 1, 1, 0);
    report_free(report);
}

/* One rule kept, one broken of equal or other weight: a session without a path, that counts. */
static void a_live_session_counts_and_has_no_path(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    struct report_sheet sheet;
    char id[ULID_SIZE];
    report_class(fixture, POLICY_LAST);
    play_review(fixture, "accept", "bye", id);
    struct bundle *bundle = small_bundle("review.lua");
    struct live_options options = {.person = &fixture->person, .class = CLASS};
    struct live *live = live_begin(fixture->store, bundle, &options, &error);
    assert_non_null(live);
    assert_true(live_tick(live, 0, true, &error));
    assert_true(live_finish(live, &error));
    live_close(live);
    bundle_free(bundle);
    struct report *report = report_of(fixture, &whole);
    assert_int_equal(report->sessions, 2);
    assert_int_equal(report->live, 1);
    assert_int_equal(report->scenarios[0].sessions, 2);
    assert_int_equal(report->scenarios[0].walked, 1);
    assert_near(player(report)->overall, 100, 1e-9); /* the one rule that was ticked was kept */
    report_free(report);
    struct report_options one = whole;
    one.person = fixture->person.id;
    report = report_of(fixture, &one);
    if (!report_sheet_make(fixture->store, report, one.person, &sheet, &error))
        fail_msg("%s", error.message);
    assert_true(report->latest[0].live);
    report_sheet_free(&sheet);
    report_free(report);
}

/* Of accept-first (weight 2, kept) and no-push (weight 1, broken) it was 100 x 1/3 that was lost. */
static void what_was_watched_has_a_habit_too(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    struct report_sheet sheet;
    report_class(fixture, POLICY_LAST);
    struct bundle *bundle = small_bundle("review.lua");
    struct live_options options = {.person = &fixture->person, .class = CLASS};
    struct live *live = live_begin(fixture->store, bundle, &options, &error);
    const struct scenario *scenario = loaded_scenario(live_loaded(live));
    assert_true(live_tick(live, rule_find(scenario, "accept-first"), true, &error));
    assert_true(live_tick(live, rule_find(scenario, "no-push"), false, &error));
    assert_true(live_finish(live, &error));
    live_close(live);
    bundle_free(bundle);
    struct report_options one = whole;
    one.person = fixture->person.id;
    struct report *report = report_of(fixture, &one);
    assert_true(report_sheet_make(fixture->store, report, one.person, &sheet, &error));
    assert_true(sheet.has_habit);
    assert_string_equal(sheet.habit.rule, "small/no-push");
    assert_near(sheet.habit.points, 100.0 / 3, 1e-9);
    assert_int_equal(sheet.habit.sessions, 1);
    report_sheet_free(&sheet);
    report_free(report);
}

/* ------------------------------------------------------------------------------- masked ---- */

static void a_mask_keeps_numbers_and_drops_the_rest(void **state)
{
    const struct fixture *fixture = *state;
    struct report_options masked = whole;
    masked.anonymise = true;
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    struct report *report = report_of(fixture, &masked);
    struct report *again = report_of(fixture, &masked);
    assert_int_equal(report->people_count, REPORT_PEOPLE);
    for (int i = 0; i < report->people_count; i++) {
        const struct report_person *person = &report->people[i];
        char expected[32];
        snprintf(expected, sizeof expected, "Trainee %02d", i + 1);
        assert_string_equal(person->name, expected);
        assert_string_equal(person->staff_number, "");
        assert_string_equal(person->branch, "");
        assert_string_equal(person->role, "");
        assert_string_equal(person->id, again->people[i].id); /* the same every time */
        assert_string_equal(person->account, again->people[i].account);
    }
    /* And alone with the same number as in the class. */
    for (int i = 0; i < report->people_count; i++) {
        struct report_options one = masked;
        one.person = report->people[i].id;
        struct report *sheet = report_of(fixture, &one);
        assert_string_equal(sheet->title, report->people[i].name);
        report_free(sheet);
    }
    report_free(report);
    report_free(again);
}

/* ------------------------------------------------------------------------------- facts ---- */

static bool check_fact(const struct fixture *fixture, const char *session, struct error *error)
{
    struct play *play = play_open(fixture->store, session, error);
    assert_non_null(play);
    bool good = fact_check(play, error);
    play_close(play, -1);
    return good;
}

static void a_fact_is_what_the_log_gives(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    char id[ULID_SIZE];
    report_class(fixture, POLICY_BEST);
    struct play *play = report_play_open(fixture, WANG, true, true);
    memcpy(id, play_row(play)->id, sizeof id);
    play_close(play, -1);
    /* In the file's order door, desk, over are 0, 1, 2: "hello" at the door, the form, the end. */
    assert_int_equal(raw_number(fixture->path, "SELECT hex(path) = '0000000100FF0200FE' FROM fact"),
                     1);
    assert_int_equal(raw_number(fixture->path, "SELECT hex(marks) = '01010101' FROM fact"), 1);
    assert_int_equal(raw_number(fixture->path, "SELECT seconds FROM fact"), 5);
    assert_true(check_fact(fixture, id, &error));
    static const char *const edits[] = {
        "UPDATE fact SET score = 99",          "UPDATE fact SET seconds = seconds + 1",
        "UPDATE fact SET marks = x'00010101'", "UPDATE fact SET path = x'0200FE'",
        "UPDATE fact SET flags = flags - 1",   "UPDATE fact SET person = 'x'",
    };
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        raw(fixture->path, edits[i]);
        if (check_fact(fixture, id, &error))
            fail_msg("not seen: %s", edits[i]);
        assert_int_equal(error.code, ERROR_TAMPERED);
        assert_true(fact_fill(fixture->store, true, &(struct fact_watch){0}, &error));
        assert_true(check_fact(fixture, id, &error));
    }
}

/* As a store of an older version is: sessions, no facts, and nothing that says so. */
static void facts_that_are_missing_are_made_once(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    struct fact_watch watch = {0};
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    raw(fixture->path, "CREATE TABLE kept AS SELECT * FROM fact; DELETE FROM fact; "
                       "DELETE FROM outline; DELETE FROM setting WHERE key = 'facts'");
    assert_true(fact_fill(fixture->store, false, &watch, &error));
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM kept NATURAL JOIN fact"), 4);
    raw(fixture->path, "DELETE FROM fact"); /* it is remembered that all were made */
    assert_true(fact_fill(fixture->store, false, &watch, &error));
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM fact"), 0);
    assert_true(fact_fill(fixture->store, true, &watch, &error));
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM kept NATURAL JOIN fact"), 4);
}

static void count_skipped(void *data, const struct error *error)
{
    assert_int_equal(error->code, ERROR_TAMPERED);
    ++*(int *)data;
}

static void one_bad_log_does_not_keep_the_others_out(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    int skipped = 0;
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    raw(fixture->path, "DELETE FROM fact; DELETE FROM setting WHERE key = 'facts'");
    tamper(fixture->path, "UPDATE event SET payload = '{\"score\":1}' WHERE kind = 'end' "
                          "AND session = (SELECT min(id) FROM session)");
    struct fact_watch watch = {.skipped = count_skipped, .data = &skipped};
    assert_true(fact_fill(fixture->store, false, &watch, &error));
    assert_int_equal(skipped, 1);
    struct report *report = report_of(fixture, &whole);
    assert_int_equal(report->sessions, 3);
    report_free(report);
    assert_true(fact_fill(fixture->store, false, &watch, &error));
    assert_int_equal(skipped, 2); /* it is told of again */
}

/* Nodes, responses and rules that the scenario has not. */
static void a_fact_that_does_not_fit_is_refused(void **state)
{
    const struct fixture *fixture = *state;
    static const char *const edits[] = {
        "UPDATE fact SET path = x'0900FE'",       "UPDATE fact SET path = x'0100'",
        "UPDATE fact SET path = x'0000050200FE'", "UPDATE fact SET path = x'000000'",
        "UPDATE fact SET path = x'0000000900FE'", "UPDATE fact SET marks = x'0101'",
        "UPDATE fact SET path = x'0000FF0200FE'", "UPDATE fact SET marks = x'010101010101'",
    };
    report_class(fixture, POLICY_BEST);
    report_play(fixture, WANG, true, true);
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        struct error error = {0};
        raw(fixture->path, edits[i]);
        if (report_make(fixture->store, &whole, &error))
            fail_msg("taken: %s", edits[i]);
        assert_int_equal(error.code, ERROR_TAMPERED);
        assert_true(fact_fill(fixture->store, true, &(struct fact_watch){0}, &error));
    }
    report_free(report_of(fixture, &whole));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(scores_are_spread_as_worked),
        STORE_TEST(progress_is_by_attempt_and_over_the_own_first),
        STORE_TEST(late_attempts_are_counted_together),
        cmocka_unit_test(what_counts_follows_the_policy),
        STORE_TEST(the_heat_map_holds_mean_marks),
        STORE_TEST(flow_counts_where_everybody_went),
        STORE_TEST(items_tell_who_chose_them),
        STORE_TEST(a_class_and_a_person_are_told_apart),
        STORE_TEST(an_empty_class_is_a_report_without_sessions),
        STORE_TEST(an_unknown_class_is_refused),
        STORE_TEST(a_critical_rule_fails_the_attempt_that_counts),
        STORE_TEST(a_submitted_marking_takes_the_place_of_the_score),
        STORE_TEST(changed_verdicts_are_in_the_rules_too),
        STORE_TEST(a_live_session_counts_and_has_no_path),
        STORE_TEST(what_was_watched_has_a_habit_too),
        STORE_TEST(a_mask_keeps_numbers_and_drops_the_rest),
        STORE_TEST(a_fact_is_what_the_log_gives),
        STORE_TEST(facts_that_are_missing_are_made_once),
        STORE_TEST(one_bad_log_does_not_keep_the_others_out),
        STORE_TEST(a_fact_that_does_not_fit_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
