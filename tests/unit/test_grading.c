/*
 * test_grading.c: marking sessions: scores adjusted by hand, who sees what, and what stays.
 *
 * The scenario is tests/cases/scenarios/review.lua under the pack small.lua: accept-first (weight
 * 2), ask-once (weight 1), no-push (weight 1, critical); so
 *
 *     "accept ask"   accept-first kept, ask-once kept, no-push kept      (2 + 1 + 1) / 4 = 100
 *     "push ask"     broken, kept, broken                                1 / 4 = 25, critical
 *     "accept bye"   kept, broken, kept                                  3 / 4 = 75
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
#include "class/marking.h"
#include "class/moderation.h"
#include "small.h"
#include "store_fixture.h"

#define assert_near(value, expected) assert_true(fabs((value) - (expected)) < 1e-9)

enum { CHEN, LI, WANG, TRAINERS };

struct room {
    struct fixture fixture;
    struct store *store;
    struct bundle *bundle;
    struct class_row class;
    struct trainer trainers[TRAINERS];
};

static int set_up(void **state)
{
    static const char *const names[TRAINERS] = {"chen", "li", "wang"};
    struct room *room = calloc(1, sizeof *room);
    assert_non_null(room);
    fixture_begin(&room->fixture);
    room->store = room->fixture.store;
    room->bundle = small_bundle("review.lua");
    room->class =
        (struct class_row){.id = "spring", .title = "Spring", .pass_mark = 60, .double_share = 1};
    assert_true(store_add_class(room->store, &room->class, NULL));
    for (int i = 0; i < TRAINERS; i++) {
        room->trainers[i] = (struct trainer){.hash = "none"};
        snprintf(room->trainers[i].name, sizeof room->trainers[i].name, "%s", names[i]);
        assert_true(store_add_trainer(room->store, &room->trainers[i], NULL));
    }
    *state = room;
    return 0;
}

static int tear_down(void **state)
{
    struct room *room = *state;
    bundle_free(room->bundle);
    fixture_end(&room->fixture);
    free(room);
    return 0;
}

#define ROOM_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

/* A finished session of the class; `ids` are two picks. */
static void play(const struct room *room, const char *first, const char *second, char id[ULID_SIZE])
{
    struct play_options options = {.person = &room->fixture.person,
                                   .mode = MODE_EXAM,
                                   .language = LANGUAGE_EN,
                                   .seed = 7,
                                   .class = "spring"};
    struct play *play = play_begin(room->store, room->bundle, &options, NULL);
    assert_non_null(play);
    const char *const picks[] = {first, second};
    for (int i = 0; i < 2; i++) {
        const struct session *session = play_session(play);
        const struct node *node = &session_scenario(session)->nodes[session_state(session)->node];
        assert_true(play_pick(play, node_find_response(node, picks[i]), 1000, NULL));
    }
    memcpy(id, play_row(play)->id, ULID_SIZE);
    play_close(play, -1);
}

static struct marking *open_marking(const struct room *room, int trainer, const char *session)
{
    struct error error = {0};
    struct marking_options options = {
        .class = &room->class, .trainer = &room->trainers[trainer], .rubric = "digest"};
    struct marking *marking = marking_open(room->store, &options, false, session, &error);
    if (!marking)
        fail_msg("%s", error.message);
    return marking;
}

static void rate_all(struct marking *marking, int level, int overall)
{
    for (int i = 0; i < CRITERION_COUNT; i++)
        assert_true(marking_rate(marking, (enum criterion)i, level, NULL));
    assert_true(marking_overall(marking, overall, NULL));
}

static void mark(const struct room *room, int trainer, const char *session, int level, int overall)
{
    struct marking *marking = open_marking(room, trainer, session);
    rate_all(marking, level, overall);
    assert_true(marking_submit(marking, NULL));
    marking_close(marking);
}

static int rule_of(const struct marking *marking, const char *name)
{
    int rule = rule_find(marking->paper->scenario, name);
    assert_true(rule >= 0);
    return rule;
}

static double score_of(const struct marking *marking)
{
    bool critical;
    return marking_score(marking, &critical);
}

static bool is_critical(const struct marking *marking)
{
    bool critical;
    marking_score(marking, &critical);
    return critical;
}

static void adjust(struct marking *marking, const char *rule, enum verdict to)
{
    struct error error = {0};
    if (!marking_adjust(marking, rule_of(marking, rule), to, "heard it", &error))
        fail_msg("%s", error.message);
}

/* ------------------------------------------------------------------------------ verdicts ---- */

static void adjusted_verdicts_score_by_the_same_formula(void **state)
{
    const struct room *room = *state;
    char id[ULID_SIZE];
    play(room, "push", "ask", id);
    struct marking *marking = open_marking(room, CHEN, id);
    assert_near(score_of(marking), 25);
    assert_true(is_critical(marking));
    adjust(marking, "small/no-push", VERDICT_KEPT); /* (0 + 1 + 1) / 4 */
    assert_near(score_of(marking), 50);
    assert_false(is_critical(marking));
    adjust(marking, "accept-first", VERDICT_NOT_ACTIVATED); /* (1 + 1) / 2 */
    assert_near(score_of(marking), 100);
    adjust(marking, "ask-once", VERDICT_BROKEN); /* (0 + 1) / 2 */
    assert_near(score_of(marking), 50);
    adjust(marking, "no-push", VERDICT_NOT_ACTIVATED); /* 0 / 1 */
    assert_near(score_of(marking), 0);
    adjust(marking, "ask-once", VERDICT_NOT_ACTIVATED); /* nothing left to hold against anybody */
    assert_near(score_of(marking), 100);
    adjust(marking, "no-push", VERDICT_BROKEN); /* back to the machine's */
    assert_true(is_critical(marking));
    assert_int_equal(marking->marks.adjustments[rule_of(marking, "no-push")].verdict,
                     VERDICT_MACHINE);
    marking_close(marking);

    /* All of it is still there for the next sitting, and the session itself is as it was. */
    marking = open_marking(room, CHEN, id);
    assert_near(score_of(marking), 0);
    assert_int_equal(marking_machine(marking, rule_of(marking, "accept-first")), VERDICT_BROKEN);
    assert_int_equal(marking_verdict(marking, rule_of(marking, "accept-first")),
                     VERDICT_NOT_ACTIVATED);
    assert_near(marking->paper->score, 25);
    marking_close(marking);
    assert_int_equal(fixture_bad(&room->fixture, NULL), 0);
}

static void adjusting_takes_a_reason_and_a_change(void **state)
{
    const struct room *room = *state;
    struct error error = {0};
    char id[ULID_SIZE];
    play(room, "push", "ask", id);
    struct marking *marking = open_marking(room, CHEN, id);
    int rule = rule_of(marking, "no-push");
    assert_false(marking_adjust(marking, rule, VERDICT_KEPT, "  ", &error));
    assert_contains(error.message, "reason");
    assert_false(marking_adjust(marking, rule, VERDICT_BROKEN, "so", &error));
    assert_contains(error.message, "already");
    assert_false(marking_adjust(marking, rule, VERDICT_PARTLY, "so", &error));
    assert_false(marking_adjust(marking, 99, VERDICT_KEPT, "so", &error));
    assert_false(marking_adjust(marking, -1, VERDICT_KEPT, "so", &error));
    assert_int_equal(rule_find(marking->paper->scenario, "no-such"), -1);
    /* Nothing of that has begun a grading. */
    assert_string_equal(marking->row.journal, "");
    marking_close(marking);
}

static bool holds(const struct history_line *lines, int count, const char *who, const char *part)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(lines[i].trainer, who) == 0 && strstr(lines[i].words, part) && lines[i].at > 0)
            return true;
    }
    return false;
}

static void who_when_from_what_to_what_stays(void **state)
{
    const struct room *room = *state;
    struct history_line *lines;
    char id[ULID_SIZE];
    int count;
    play(room, "push", "ask", id);
    struct marking *marking = open_marking(room, CHEN, id);
    adjust(marking, "no-push", VERDICT_KEPT);
    adjust(marking, "no-push", VERDICT_BROKEN);
    assert_true(marking_comment(marking, 1, "too fast\nfor me", NULL));
    assert_true(marking_comment(marking, 1, "", NULL));
    rate_all(marking, 2, 2);
    assert_true(marking_rate(marking, CRITERION_NEED, 4, NULL));
    assert_true(marking_submit(marking, NULL));
    assert_true(marking_reopen(marking, "a slip of the key", NULL));
    assert_null(marking->marks.comments[1]);
    assert_true(marking_history(marking, &lines, &count, NULL));
    assert_true(holds(lines, count, "chen", "broken → kept (heard it)"));
    assert_true(holds(lines, count, "chen", "kept → broken (heard it)"));
    assert_true(holds(lines, count, "chen", "comment on turn 1: too fast"));
    assert_true(holds(lines, count, "chen", "understanding the need: 2 → 4"));
    assert_true(holds(lines, count, "chen", "submitted, score 25"));
    assert_true(holds(lines, count, "chen", "reopened: a slip of the key"));
    marking_free_history(lines, count);
    marking_close(marking);
}

/* ---------------------------------------------------------------------------- submitting ---- */

static void submitting_needs_everything(void **state)
{
    const struct room *room = *state;
    struct error error = {0};
    char id[ULID_SIZE];
    play(room, "accept", "bye", id);
    struct marking *marking = open_marking(room, CHEN, id);
    assert_false(marking_submit(marking, &error));
    for (int i = 0; i < CRITERION_COUNT; i++) {
        assert_false(marking_submit(marking, &error));
        assert_contains(error.message, "not rated");
        assert_true(marking_rate(marking, (enum criterion)i, 3, NULL));
    }
    assert_false(marking_submit(marking, &error));
    assert_contains(error.message, "overall");
    assert_false(marking_overall(marking, 6, &error));
    assert_false(marking_rate(marking, CRITERION_NEED, 0, &error));
    assert_true(marking_overall(marking, 3, NULL));
    assert_true(marking_submit(marking, NULL));
    assert_near(marking->row.score, 75);

    assert_false(marking_rate(marking, CRITERION_NEED, 4, &error));
    assert_contains(error.message, "reopen");
    assert_false(marking_submit(marking, &error));
    assert_false(marking_comment(marking, COMMENT_OVERALL, "well", &error));
    assert_false(marking_reopen(marking, " ", &error));
    assert_contains(error.message, "reason");
    assert_true(marking_reopen(marking, "so", NULL));
    assert_true(marking_rate(marking, CRITERION_NEED, 4, NULL));
    assert_false(marking_reopen(marking, "so", &error));
    marking_close(marking);
}

static void comments_know_their_turns(void **state)
{
    const struct room *room = *state;
    struct error error = {0};
    char id[ULID_SIZE];
    play(room, "accept", "bye", id);
    struct marking *marking = open_marking(room, CHEN, id);
    assert_true(marking_comment(marking, 0, "opening", NULL));
    assert_true(marking_comment(marking, 2, "\033[31mred", NULL));
    assert_true(marking_comment(marking, COMMENT_OVERALL, "whole", NULL));
    assert_false(marking_comment(marking, 3, "there was no third turn", &error));
    assert_false(marking_comment(marking, -2, "x", &error));
    marking_close(marking);
    marking = open_marking(room, CHEN, id);
    assert_string_equal(marking->marks.comments[0], "opening");
    assert_null(strchr(marking->marks.comments[2], '\033'));
    assert_string_equal(marking->marks.comment, "whole");
    marking_close(marking);
}

/* A crash after the marking was taken and before its first event. */
static void a_grading_that_broke_off_goes_on(void **state)
{
    const struct room *room = *state;
    struct journal_row journal;
    char id[ULID_SIZE];
    play(room, "accept", "ask", id);
    struct grade_row row = {.class = "spring", .marking = 1, .score = -1};
    memcpy(row.subject, id, sizeof row.subject);
    memcpy(row.trainer, room->trainers[CHEN].id, sizeof row.trainer);
    assert_true(store_begin_grade(room->store, &row, &journal, FIXTURE_NOW, NULL));
    mark(room, CHEN, id, 3, 3);
}

/* ------------------------------------------------------------------------ two trainers ---- */

static struct queue_item find_item(const struct room *room, int trainer, const char *session)
{
    struct queue_options options = {.trainer = room->trainers[trainer].id};
    struct queue_item *items, found = {.state = GRADING_STATE_COUNT};
    int count;
    assert_true(grading_queue(room->store, &room->class, &options, &items, &count, NULL));
    for (int i = 0; i < count; i++) {
        if (strcmp(items[i].subject, session) == 0)
            found = items[i];
    }
    free(items);
    assert_int_not_equal(found.state, GRADING_STATE_COUNT);
    return found;
}

static void the_second_trainer_sees_nothing_of_the_first(void **state)
{
    const struct room *room = *state;
    struct error error = {0};
    char id[ULID_SIZE];
    play(room, "push", "ask", id);
    assert_int_equal(find_item(room, LI, id).state, GRADING_OPEN);
    struct marking *first = open_marking(room, CHEN, id);
    rate_all(first, 5, 5);
    adjust(first, "no-push", VERDICT_KEPT);
    assert_int_equal(find_item(room, LI, id).state, GRADING_SECOND);
    assert_true(marking_submit(first, NULL));
    assert_int_equal(first->state, GRADING_AWAITS);
    marking_close(first);

    assert_int_equal(find_item(room, CHEN, id).state, GRADING_AWAITS);
    assert_near(find_item(room, CHEN, id).final, 50); /* one's own */
    struct queue_item item = find_item(room, LI, id);
    assert_int_equal(item.state, GRADING_SECOND);
    assert_true(item.twice && item.final == -1);
    assert_near(item.score, 25); /* the machine's is no secret */

    struct marking *second = open_marking(room, LI, id);
    assert_true(second->may_write);
    assert_int_equal(second->other_count, 0);
    assert_near(score_of(second), 25); /* not as the first adjusted it */
    assert_int_equal(second->marks.levels[0], 0);
    rate_all(second, 3, 3);
    assert_int_equal(second->row.marking, 2);
    assert_int_equal(second->other_count, 0);
    struct history_line *lines;
    int count;
    assert_true(marking_history(second, &lines, &count, NULL));
    assert_false(holds(lines, count, "chen", ""));
    marking_free_history(lines, count);

    /* A third sees neither, and can do neither. */
    struct marking *third = open_marking(room, WANG, id);
    assert_int_equal(third->state, GRADING_ELSEWHERE);
    assert_false(marking_rate(third, CRITERION_NEED, 1, &error));
    assert_int_equal(third->other_count, 0);
    marking_close(third);

    assert_true(marking_submit(second, NULL));
    assert_int_equal(second->state, GRADING_DONE);
    assert_int_equal(second->other_count, 1);
    assert_string_equal(second->others[0].trainer, "chen");
    assert_int_equal(second->others[0].marks.levels[0], 5);
    marking_close(second);
    third = open_marking(room, WANG, id);
    assert_int_equal(third->other_count, 2);
    marking_close(third);
    assert_near(find_item(room, WANG, id).final, 37.5); /* (50 + 25) / 2 */
}

/* Both have it open; the one who comes second gets the second marking. */
static void two_who_begin_at_once(void **state)
{
    const struct room *room = *state;
    struct error error = {0};
    char id[ULID_SIZE];
    play(room, "accept", "ask", id);
    struct marking *chen = open_marking(room, CHEN, id), *li = open_marking(room, LI, id);
    struct marking *wang = open_marking(room, WANG, id);
    assert_true(marking_overall(chen, 3, NULL));
    assert_true(marking_overall(li, 4, NULL));
    assert_int_equal(chen->row.marking, 1);
    assert_int_equal(li->row.marking, 2);
    assert_false(marking_overall(wang, 4, &error));
    assert_contains(error.message, "another trainer");
    marking_close(chen);
    marking_close(li);
    marking_close(wang);
}

static void without_double_marking_one_is_enough(void **state)
{
    struct room *room = *state;
    struct error error = {0};
    char id[ULID_SIZE];
    room->class.double_share = 0;
    play(room, "accept", "ask", id);
    mark(room, CHEN, id, 3, 3);
    assert_int_equal(find_item(room, CHEN, id).state, GRADING_DONE);
    struct marking *marking = open_marking(room, LI, id);
    assert_int_equal(marking->state, GRADING_DONE);
    assert_int_equal(marking->other_count, 1);
    assert_false(marking_overall(marking, 1, &error));
    assert_false(marking_reopen(marking, "not mine", &error));
    marking_close(marking);
}

/* --------------------------------------------------------------------------------- blind ---- */

static void blind_means_no_names(void **state)
{
    const struct room *room = *state;
    char id[ULID_SIZE];
    play(room, "accept", "ask", id);
    struct queue_options options = {.trainer = room->trainers[CHEN].id, .blind = true};
    struct queue_item *items;
    int count;
    assert_true(grading_queue(room->store, &room->class, &options, &items, &count, NULL));
    assert_int_equal(count, 1);
    assert_string_equal(items[0].person.name, "");
    assert_string_equal(queue_who(&items[0]), id + 20);
    struct queue_item of_room = {.exercise = true}; /* nobody's, and marked with the names shown */
    assert_string_equal(queue_who(&of_room), "the room");
    assert_false(queue_shows(&items[0], QUEUE_ALL, "", room->fixture.person.name));
    assert_true(queue_shows(&items[0], QUEUE_ALL, "", "review"));
    assert_true(queue_shows(&items[0], QUEUE_ALL, "", ""));
    assert_true(queue_shows(&items[0], QUEUE_ALL, "大额闲置存款", "闲置"));
    assert_false(queue_shows(&items[0], QUEUE_SECOND, "", ""));
    free(items);
    struct marking_options marking_options = {
        .class = &room->class, .trainer = &room->trainers[CHEN], .blind = true, .rubric = ""};
    struct marking *marking = marking_open(room->store, &marking_options, false, id, NULL);
    assert_non_null(marking);
    assert_string_equal(marking->paper->person.name, "");
    marking_close(marking);
    options.blind = false;
    assert_true(grading_queue(room->store, &room->class, &options, &items, &count, NULL));
    assert_true(queue_shows(&items[0], QUEUE_ALL, "", room->fixture.person.name));
    free(items);
}

/* ------------------------------------------------------------------------- final scores ---- */

static void the_final_score_is_the_mean_of_the_submitted(void **state)
{
    const struct room *room = *state;
    struct final_score *scores;
    char marked[ULID_SIZE], unmarked[ULID_SIZE];
    int count;
    play(room, "push", "ask", marked);
    play(room, "accept", "bye", unmarked);
    struct marking *marking = open_marking(room, CHEN, marked);
    adjust(marking, "no-push", VERDICT_KEPT);
    rate_all(marking, 4, 4);
    assert_true(grading_scores(room->store, "spring", &scores, &count, NULL));
    assert_int_equal(count, 0); /* a draft does not count: the machine's score stands */
    free(scores);
    assert_true(marking_submit(marking, NULL));
    marking_close(marking);
    assert_true(grading_scores(room->store, "spring", &scores, &count, NULL));
    assert_int_equal(count, 1);
    assert_near(scores[0].score, 50);
    assert_false(scores[0].critical);
    free(scores);

    mark(room, LI, marked, 1, 1); /* 25, and the critical rule stays broken */
    assert_true(grading_scores(room->store, "spring", &scores, &count, NULL));
    assert_int_equal(count, 1);
    const struct final_score *found = grading_find(scores, count, marked);
    assert_non_null(found);
    assert_int_equal(found->markings, 2);
    assert_near(found->score, 37.5);
    assert_near(found->levels[2], 2.5);
    assert_near(found->overall, 2.5);
    assert_true(found->critical);
    assert_null(grading_find(scores, count, unmarked));
    free(scores);
}

static struct attempt count_of(enum attempt_policy policy, const struct attempt *made, int count)
{
    struct attempts attempts = {0};
    for (int i = 0; i < count; i++)
        attempts_add(&attempts, made[i]);
    return policy_count(policy, &attempts);
}

static void policies(void **state)
{
    (void)state;
    static const struct attempt clean[] = {{40, false}, {90, false}, {80, false}};
    static const struct attempt mended[] = {{40, false}, {90, true}, {80, false}};
    static const struct attempt hopeless[] = {{40, true}, {90, true}};
    assert_near(count_of(POLICY_FIRST, clean, 3).score, 40);
    assert_near(count_of(POLICY_BEST, clean, 3).score, 90);
    assert_near(count_of(POLICY_LAST, clean, 3).score, 80);
    assert_near(count_of(POLICY_AVERAGE, clean, 3).score, 70);
    for (int policy = 0; policy < POLICY_COUNT; policy++)
        assert_near(count_of((enum attempt_policy)policy, clean, 1).score, 40);
    /* 90 with a critical failure is no better than 80 without. */
    assert_near(count_of(POLICY_BEST, mended, 3).score, 80);
    assert_false(count_of(POLICY_BEST, mended, 3).critical);
    assert_near(count_of(POLICY_BEST, hopeless, 2).score, 90);
    assert_true(count_of(POLICY_BEST, hopeless, 2).critical);
    /* Of an average the latest attempt tells. */
    assert_false(count_of(POLICY_AVERAGE, mended, 3).critical);
    assert_true(count_of(POLICY_AVERAGE, mended, 2).critical);
}

/* Of 2000 ids a share of 0.2 takes 400, give or take four standard deviations of 17.9. */
static void the_share_is_settable_and_stable(void **state)
{
    (void)state;
    int taken = 0;
    for (int i = 0; i < 2000; i++) {
        char id[ULID_SIZE];
        snprintf(id, sizeof id, "01KAJ3QZ7D%016d", i);
        assert_false(grading_is_double(id, 0));
        assert_true(grading_is_double(id, 1));
        bool small = grading_is_double(id, 0.2);
        assert_int_equal(small, grading_is_double(id, 0.2));
        assert_true(!small || grading_is_double(id, 0.3)); /* raising it only adds */
        taken += small;
    }
    assert_in_range(taken, 328, 472);
}

/* ---------------------------------------------------------------------------- moderation ---- */

/*
 * Three sessions marked twice, overall 3/3, 2/4 and 5/5, the other levels the same as the overall
 * rating. Seen: 0 + 4 + 0 = 4; by chance (each of 3, 2, 5 against each of 3, 4, 5, squared, over 3)
 * (0+1+4 + 1+4+9 + 4+1+0) / 3 = 8; kappa = 1 - 4 / 8 = .5.
 *
 * Scores 100/100, 25/50, 75/75. Means of the sessions 100, 37.5, 75, of the markings 66 2/3 and 75;
 * BMS = 2 x (29.1667^2 + 33.3333^2 + 4.1667^2) / 2 = 1979 1/6; JMS = 3 x 2 x 4.1667^2 = 104 1/6;
 * EMS = (312.5 - 104 1/6) / 2 = 104 1/6; ICC(2,1) = 1875 / (1979 1/6 + 104 1/6) = .9.
 */
static void agreement_by_hand(void **state)
{
    const struct room *room = *state;
    struct moderation moderation;
    char good[ULID_SIZE], bad[ULID_SIZE], fair[ULID_SIZE];
    play(room, "accept", "ask", good);
    play(room, "push", "ask", bad);
    play(room, "accept", "bye", fair);
    mark(room, CHEN, good, 3, 3);
    mark(room, LI, good, 3, 3);
    mark(room, CHEN, bad, 2, 2);
    struct marking *marking = open_marking(room, LI, bad);
    adjust(marking, "no-push", VERDICT_KEPT);
    rate_all(marking, 4, 4);
    assert_true(marking_submit(marking, NULL));
    marking_close(marking);
    mark(room, LI, fair, 5, 5);
    assert_true(moderation_make(room->store, &room->class, &moderation, NULL));
    assert_int_equal(moderation.double_count, 2);
    moderation_clear(&moderation);
    mark(room, CHEN, fair, 5, 5);

    assert_true(moderation_make(room->store, &room->class, &moderation, NULL));
    assert_true(moderation_count(room->store, &room->class, &moderation, NULL));
    assert_int_equal(moderation.sessions, 3);
    assert_int_equal(moderation.to_double, 3);
    struct class_row no_share = room->class; /* what was marked twice counts all the same */
    no_share.double_share = 0;
    assert_true(moderation_count(room->store, &no_share, &moderation, NULL));
    assert_int_equal(moderation.to_double, 3);
    assert_int_equal(moderation.submitted, 6);
    assert_int_equal(moderation.double_count, 3);
    assert_near(moderation.overall.value, .5);
    assert_near(moderation.criteria[CRITERION_CONDUCT].value, .5);
    assert_near(moderation.scores.two_way, .9);
    assert_int_equal(moderation.big_count, 1);
    assert_string_equal(moderation.doubles[0].session, bad);
    assert_string_equal(moderation.doubles[0].scenario, "review");
    assert_int_equal(moderation.doubles[0].level_gap, 2);
    assert_near(moderation.doubles[0].score_gap, 25);
    assert_near(moderation.fixed_mark, 60);
    assert_int_equal(moderation.borderline.state, BORDERLINE_TOO_FEW);
    moderation_clear(&moderation);

    /* What is brought into line after the talk does not make them look agreed. */
    marking = open_marking(room, LI, bad);
    assert_true(marking_reopen(marking, "we talked", NULL));
    assert_true(moderation_make(room->store, &room->class, &moderation, NULL));
    assert_near(moderation.overall.value, .5);
    moderation_clear(&moderation);
    rate_all(marking, 2, 2);
    adjust(marking, "no-push", VERDICT_BROKEN);
    assert_true(marking_submit(marking, NULL));
    marking_close(marking);
    assert_true(moderation_make(room->store, &room->class, &moderation, NULL));
    assert_near(moderation.overall.value, .5);
    assert_near(moderation.scores.two_way, .9);
    char *json = moderation_to_json(&moderation, &room->class);
    assert_null(strstr(json, room->fixture.person.name));
    free(json);
    moderation_clear(&moderation);
}

static void agreement_of_nothing(void **state)
{
    const struct room *room = *state;
    struct moderation moderation;
    assert_true(moderation_make(room->store, &room->class, &moderation, NULL));
    assert_int_equal(moderation.double_count, 0);
    assert_false(moderation.overall.defined || moderation.scores.defined);
    char *json = moderation_to_json(&moderation, &room->class);
    assert_non_null(strstr(json, "null"));
    free(json);
    moderation_clear(&moderation);
}

/* ---------------------------------------------------------------------------- live, hostile ---- */

/* Ticked: accept-first once kept and once broken (half of 2), no-push kept: (1 + 1) / 3. */
static void live_sessions_are_marked_too(void **state)
{
    const struct room *room = *state;
    struct live_options options = {
        .person = &room->fixture.person, .class = "spring", .language = LANGUAGE_EN};
    struct live *live = live_begin(room->store, room->bundle, &options, NULL);
    char id[ULID_SIZE];
    assert_non_null(live);
    assert_true(live_tick(live, 0, true, NULL) && live_tick(live, 0, false, NULL));
    assert_true(live_tick(live, 2, true, NULL));
    assert_true(live_finish(live, NULL));
    memcpy(id, live_row(live)->id, sizeof id);
    live_close(live);
    struct marking *marking = open_marking(room, CHEN, id);
    assert_int_equal(marking->paper->kind, PAPER_LIVE);
    assert_near(score_of(marking), 200. / 3);
    assert_int_equal(marking_machine(marking, 0), VERDICT_PARTLY);
    adjust(marking, "accept-first", VERDICT_KEPT); /* (2 + 1) / 3 */
    assert_near(score_of(marking), 100);
    adjust(marking, "accept-first", VERDICT_PARTLY); /* as the observer ticked it */
    assert_near(score_of(marking), 200. / 3);
    marking_close(marking);
}

static void events_that_make_no_sense_are_refused(void **state)
{
    (void)state;
    static const char *const events[][2] = {
        {"rate", "{\"criterion\":\"need\",\"level\":3}"}, /* before it began */
        {"begin", "no JSON"},
    };
    static const char *const later[][2] = {
        {"begin", "{}"},
        {"rate", "{\"criterion\":\"need\",\"level\":6}"},
        {"rate", "{\"criterion\":\"need\",\"level\":2.5}"},
        {"rate", "{\"criterion\":\"charm\",\"level\":3}"},
        {"overall", "{\"level\":\"3\"}"},
        {"comment", "{\"turn\":31,\"text\":\"x\"}"},
        {"adjust", "{\"rule\":\"small/no-push\",\"to\":\"kept\"}"}, /* of an exercise */
        {"submit", "{\"score\":101}"},
        {"submit", "{}"},
        {"reopen", "{}"},
        {"dance", "{}"},
    };
    struct marks marks;
    marks_begin(&marks);
    for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
        struct event_row event = {.payload = (char *)events[i][1]};
        snprintf(event.kind, sizeof event.kind, "%s", events[i][0]);
        assert_false(marks_apply(&marks, NULL, &event, NULL));
    }
    struct event_row begin = {.kind = "begin", .payload = (char *)"{}"};
    assert_true(marks_apply(&marks, NULL, &begin, NULL));
    for (size_t i = 0; i < sizeof later / sizeof *later; i++) {
        struct error error = {0};
        struct event_row event = {.payload = (char *)later[i][1]};
        snprintf(event.kind, sizeof event.kind, "%s", later[i][0]);
        assert_false(marks_apply(&marks, NULL, &event, &error));
        assert_int_equal(error.code, ERROR_TAMPERED);
    }
    marks_clear(&marks);
}

static void count_report(void *data, const char *journal, const char *message)
{
    assert_int_equal(strlen(journal), 26);
    assert_non_null(strstr(message, "grading"));
    ++*(int *)data;
}

static int bad_gradings(const struct room *room)
{
    int checked, bad, reported = 0;
    assert_true(grading_verify(room->store, count_report, &reported, &checked, &bad, NULL));
    assert_int_equal(checked, 2);
    assert_int_equal(reported, bad);
    return bad;
}

/* A score that was raised in the file, past the events, is found. */
static void gradings_are_held_to_their_events(void **state)
{
    static const char *const edits[] = {
        "UPDATE grade SET score = 99 WHERE submitted",
        "UPDATE grade SET critical = 0 WHERE submitted",
        "UPDATE grade SET levels = '55555' WHERE submitted",
        "UPDATE grade SET submitted = 1, score = 100 WHERE NOT submitted",
    };
    const struct room *room = *state;
    char bad[ULID_SIZE], good[ULID_SIZE];
    play(room, "push", "ask", bad);
    play(room, "accept", "ask", good);
    struct marking *marking = open_marking(room, LI, bad);
    adjust(marking, "ask-once", VERDICT_BROKEN); /* 0, and critical */
    rate_all(marking, 1, 1);
    assert_true(marking_submit(marking, NULL));
    marking_close(marking);
    marking = open_marking(room, CHEN, good);
    assert_true(marking_overall(marking, 5, NULL));
    marking_close(marking);
    assert_int_equal(bad_gradings(room), 0);
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        raw(room->fixture.path, edits[i]);
        assert_int_equal(bad_gradings(room), 1);
        raw(room->fixture.path, "UPDATE grade SET submitted = 0, score = NULL WHERE overall = 5");
        raw(room->fixture.path,
            "UPDATE grade SET score = 0, critical = 1, levels = '11111' WHERE overall = 1");
        assert_int_equal(bad_gradings(room), 0);
    }
}

static void only_finished_sessions_of_the_class(void **state)
{
    struct room *room = *state;
    struct error error = {0};
    struct play_options options = {.person = &room->fixture.person,
                                   .mode = MODE_EXAM,
                                   .language = LANGUAGE_EN,
                                   .seed = 7,
                                   .class = "spring"};
    struct play *play = play_begin(room->store, room->bundle, &options, NULL);
    struct marking_options marking = {
        .class = &room->class, .trainer = &room->trainers[CHEN], .rubric = ""};
    assert_non_null(play);
    assert_null(marking_open(room->store, &marking, false, play_row(play)->id, &error));
    assert_contains(error.message, "not finished");
    play_close(play, -1);
    assert_null(marking_open(room->store, &marking, false, "01KAJ3QZ7D0000000000000001", &error));
    struct class_row other = {.id = "autumn", .title = "Autumn", .pass_mark = 60};
    assert_true(store_add_class(room->store, &other, NULL));
    marking.class = &other;
    char id[ULID_SIZE];
    struct session_row row;
    fixture_session(&room->fixture, &row); /* of no class */
    fixture_finish(&room->fixture, &row);
    memcpy(id, row.id, sizeof id);
    assert_null(marking_open(room->store, &marking, false, id, &error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROOM_TEST(adjusted_verdicts_score_by_the_same_formula),
        ROOM_TEST(adjusting_takes_a_reason_and_a_change),
        ROOM_TEST(who_when_from_what_to_what_stays),
        ROOM_TEST(submitting_needs_everything),
        ROOM_TEST(comments_know_their_turns),
        ROOM_TEST(a_grading_that_broke_off_goes_on),
        ROOM_TEST(the_second_trainer_sees_nothing_of_the_first),
        ROOM_TEST(two_who_begin_at_once),
        ROOM_TEST(without_double_marking_one_is_enough),
        ROOM_TEST(blind_means_no_names),
        ROOM_TEST(the_final_score_is_the_mean_of_the_submitted),
        cmocka_unit_test(policies),
        cmocka_unit_test(the_share_is_settable_and_stable),
        ROOM_TEST(agreement_by_hand),
        ROOM_TEST(agreement_of_nothing),
        ROOM_TEST(live_sessions_are_marked_too),
        cmocka_unit_test(events_that_make_no_sense_are_refused),
        ROOM_TEST(gradings_are_held_to_their_events),
        ROOM_TEST(only_finished_sessions_of_the_class),
    };
    return cmocka_run_group_tests_name("grading", tests, NULL, NULL);
}
