/*
 * test_exercise_score.c: what answers to an exercise are worth, worked by hand.
 *
 * The exercises are written here as plain data, one kind at a time.
 */
#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "core/exercise.h"

#define NEAR 1e-12

static const struct task_option options[4] = {{.id = "a"}, {.id = "b"}, {.id = "c"}, {.id = "d"}};

/* Marks `answers` to one task. */
static struct exercise_mark score(const struct task *task, const struct part_answer *answers)
{
    struct exercise exercise = {.tasks = task, .task_count = 1};
    struct exercise_answer answer = {0};
    struct exercise_mark mark;
    memcpy(answer.parts[0], answers, (size_t)task->part_count * sizeof *answers);
    exercise_score(&exercise, &answer, &mark);
    return mark;
}

static struct part_answer chose(uint32_t set)
{
    return (struct part_answer){.given = true, .options = set};
}

static struct part_answer typed(double number)
{
    return (struct part_answer){.given = true, .number = number};
}

static struct part_answer put(int place)
{
    return (struct part_answer){.given = true, .place = place};
}

static struct part_answer said(const char *words)
{
    struct part_answer answer = {.given = true};
    strncpy(answer.words, words, sizeof answer.words - 1);
    return answer;
}

static const struct part_answer nothing;

/* ----------------------------------------------------------------------------- choices ---- */

static void a_card_counts_in_any_of_its_bins(void **unused)
{
    (void)unused;
    const struct part cards[3] = {
        {.id = "one", .kind = PART_CHOICE, .options = options, .option_count = 4, .right = 1},
        {.id = "two", .kind = PART_CHOICE, .options = options, .option_count = 4, .right = 2 | 4},
        {.id = "three", .kind = PART_CHOICE, .options = options, .option_count = 4, .right = 8},
    };
    const struct task task = {.kind = TASK_CLASSIFY, .parts = cards, .part_count = 3};
    /* a is right; c is one of two that are; b is wrong: 2 of 3. */
    struct exercise_mark mark = score(&task, (struct part_answer[]){chose(1), chose(4), chose(2)});
    assert_true(mark.points == 2 && mark.most == 3);
    assert_true(mark.parts[0][0].right && mark.parts[0][1].right && !mark.parts[0][2].right);
    assert_true(fabs(exercise_percent(&mark) - 200.0 / 3) < NEAR);
    /* Two bins at once are no answer, even with the right one among them. */
    mark = score(&task, (struct part_answer[]){chose(1 | 2), chose(2 | 4), chose(0)});
    assert_true(mark.points == 0);
    /* Nothing given earns nothing, whatever the rest of it says. */
    struct part_answer left = chose(1);
    left.given = false;
    mark = score(&task, (struct part_answer[]){left, nothing, nothing});
    assert_true(mark.points == 0 && mark.most == 3);
}

static double set_points(uint32_t right, uint32_t chosen)
{
    const struct part question = {
        .id = "q", .kind = PART_SET, .options = options, .option_count = 4, .right = right};
    const struct task task = {.kind = TASK_CHOOSE, .parts = &question, .part_count = 1};
    struct part_answer answer = chose(chosen);
    struct exercise_mark mark = score(&task, &answer);
    assert_true(mark.parts[0][0].right == (mark.points == 1));
    return mark.points;
}

static void wrong_choices_of_a_set_cost_right_ones(void **unused)
{
    (void)unused;
    const uint32_t a = 1, b = 2, c = 4, d = 8;
    assert_true(set_points(a | b | c, a | b | c) == 1);
    assert_true(fabs(set_points(a | b | c, a | b) - 2.0 / 3) < NEAR);         /* 2 right: 2/3 */
    assert_true(fabs(set_points(a | b | c, a | b | d) - 1.0 / 3) < NEAR);     /* (2 - 1) / 3 */
    assert_true(fabs(set_points(a | b | c, a | b | c | d) - 2.0 / 3) < NEAR); /* all: (3 - 1) / 3 */
    assert_true(set_points(a | b, a | b | c | d) == 0); /* marking everything: (2 - 2) / 2 */
    assert_true(set_points(a | b, a | c) == 0);         /* (1 - 1) / 2 */
    assert_true(set_points(a | b, c | d) == 0);         /* -1, but not below 0 */
    assert_true(set_points(a | b, 0) == 0);
}

/* ------------------------------------------------------------------------------- order ---- */

static double order_points(const struct part *items, int count, const int *places, bool *right)
{
    const struct task task = {.kind = TASK_ORDER, .parts = items, .part_count = count};
    struct part_answer answers[8] = {0};
    for (int i = 0; i < count; i++)
        if (places[i] >= 0)
            answers[i] = put(places[i]);
    struct exercise_mark mark = score(&task, answers);
    assert_true(mark.most == count);
    for (int i = 0; i < count; i++)
        right[i] = mark.parts[0][i].right;
    return mark.points;
}

static void an_order_earns_its_pairs(void **unused)
{
    (void)unused;
    bool right[8];
    const struct part items[4] = {{.id = "w", .kind = PART_PLACE, .rank = 0},
                                  {.id = "x", .kind = PART_PLACE, .rank = 1},
                                  {.id = "y", .kind = PART_PLACE, .rank = 2},
                                  {.id = "z", .kind = PART_PLACE, .rank = 3}};
    /* places[i] is where item i was put. Four items make six pairs, and 4 points. */
    assert_true(order_points(items, 4, (int[]){0, 1, 2, 3}, right) == 4);
    assert_true(right[0] && right[1] && right[2] && right[3]);
    /* x and y swapped: one of six pairs wrong, 5/6 x 4 = 10/3. */
    assert_true(fabs(order_points(items, 4, (int[]){0, 2, 1, 3}, right) - 10.0 / 3) < NEAR);
    assert_true(right[0] && !right[1] && !right[2] && right[3]);
    /* w put last: wx, wy, wz wrong, 3/6 x 4 = 2. */
    assert_true(fabs(order_points(items, 4, (int[]){3, 0, 1, 2}, right) - 2) < NEAR);
    /* Reversed: nothing. */
    assert_true(order_points(items, 4, (int[]){3, 2, 1, 0}, right) == 0);
    assert_true(!right[0] && !right[1] && !right[2] && !right[3]);
    /* z left out: of its three pairs none stands, the other three do: 3/6 x 4 = 2. */
    assert_true(fabs(order_points(items, 4, (int[]){0, 1, 2, -1}, right) - 2) < NEAR);
    assert_true(right[2] && !right[3]);
    /* All at one place: no pair stands before another. */
    assert_true(order_points(items, 4, (int[]){1, 1, 1, 1}, right) == 0);
    assert_true(order_points(items, 4, (int[]){-1, -1, -1, -1}, right) == 0);
}

static void items_of_equal_rank_may_stand_either_way(void **unused)
{
    (void)unused;
    bool right[8];
    /* Ranks 0 1 1 2: pairs wx wy wz xz yz count, xy does not. Five pairs, 4 points. */
    const struct part items[4] = {{.id = "w", .kind = PART_PLACE, .rank = 0},
                                  {.id = "x", .kind = PART_PLACE, .rank = 1},
                                  {.id = "y", .kind = PART_PLACE, .rank = 1},
                                  {.id = "z", .kind = PART_PLACE, .rank = 2}};
    assert_true(order_points(items, 4, (int[]){0, 1, 2, 3}, right) == 4);
    assert_true(order_points(items, 4, (int[]){0, 2, 1, 3}, right) == 4);
    assert_true(right[0] && right[1] && right[2] && right[3]);
    /* w and x change places: only wx is wrong, as y stays behind w: 4/5 x 4 = 16/5. */
    assert_true(fabs(order_points(items, 4, (int[]){1, 0, 2, 3}, right) - 16.0 / 5) < NEAR);
    /* z first: xz, yz, wz wrong: 2/5 x 4 = 8/5. */
    assert_true(fabs(order_points(items, 4, (int[]){1, 2, 3, 0}, right) - 8.0 / 5) < NEAR);
    /* Every item earns the same share, so that the parts add up to the whole. */
    const struct task task = {.kind = TASK_ORDER, .parts = items, .part_count = 4};
    struct exercise_mark mark =
        score(&task, (struct part_answer[]){put(1), put(0), put(2), put(3)});
    for (int i = 0; i < 4; i++)
        assert_true(fabs(mark.parts[0][i].points - 4.0 / 5) < NEAR);
}

/* ------------------------------------------------------------------------------ numbers ---- */

static double number_points(double expected, double tolerance, double number)
{
    const struct part cell = {
        .id = "n", .kind = PART_NUMBER, .expected = expected, .tolerance = tolerance};
    const struct task task = {.kind = TASK_FORM, .parts = &cell, .part_count = 1};
    struct part_answer answer = typed(number);
    return score(&task, &answer).points;
}

static void a_number_may_be_off_by_its_tolerance(void **unused)
{
    (void)unused;
    assert_true(number_points(46, 0, 46) == 1);
    assert_true(number_points(46, 0, 46.001) == 0);
    assert_true(number_points(46, 0.5, 46.5) == 1);
    assert_true(number_points(46, 0.5, 45.5) == 1);
    assert_true(number_points(46, 0.5, 46.51) == 0);
    /* In binary 45.9 - 45.8 is more than 0.1; for who typed it, it is not. */
    assert_true(45.9 - 45.8 > 0.1);
    assert_true(number_points(45.8, 0.1, 45.9) == 1);
    assert_true(number_points(45.8, 0.1, 45.91) == 0);
    assert_true(number_points(-2, 0, -2) == 1);
    assert_true(number_points(0, 0, -0.0) == 1);
    assert_true(number_points(46, 0, NAN) == 0);
    assert_true(number_points(46, 1e9, INFINITY) == 0);
    assert_true(number_points(46, 1e9, -INFINITY) == 0);
    assert_true(number_points(46, 1, DBL_MAX) == 0);
}

static void words_hold_one_that_is_accepted(void **unused)
{
    (void)unused;
    const char *const accepted[] = {"payroll", "代发工资"};
    const struct part field = {
        .id = "w", .kind = PART_WORDS, .accepted = accepted, .accepted_count = 2};
    const struct task task = {.kind = TASK_FORM, .parts = &field, .part_count = 1};
    struct part_answer answer = said("Their PAYROLL account");
    assert_true(score(&task, &answer).points == 1);
    answer = said("做代发工资的单位");
    assert_true(score(&task, &answer).points == 1);
    answer = said("wages");
    assert_true(score(&task, &answer).points == 0);
    answer = said("");
    assert_true(score(&task, &answer).points == 0);
}

/* ------------------------------------------------------------------------------- tables ---- */

/* given 10 | asked 40 (+-1) | row total ;  asked 5 | total of it | grand total of both totals */
static const int first_row[] = {0, 1}, second_row[] = {3}, both[] = {2, 4};
static const struct part cells[6] = {
    {.id = "a.one", .kind = PART_GIVEN, .expected = 10},
    {.id = "a.two", .kind = PART_NUMBER, .expected = 40, .tolerance = 1, .column = 1},
    {.id = "a.sum", .kind = PART_TOTAL, .sum = first_row, .sum_count = 2, .column = 2},
    {.id = "b.one", .kind = PART_NUMBER, .expected = 5, .row = 1},
    {.id = "b.sum", .kind = PART_TOTAL, .sum = second_row, .sum_count = 1, .row = 1, .column = 2},
    {.id = "all", .kind = PART_TOTAL, .sum = both, .sum_count = 2, .row = 2, .column = 2},
};
static const struct task table = {.kind = TASK_TABLE, .parts = cells, .part_count = 6};

static void totals_add_up_what_was_typed(void **unused)
{
    (void)unused;
    struct part_answer answers[6] = {0};
    answers[1] = typed(41);
    answers[3] = typed(6);
    struct exercise_mark mark = score(&table, answers);
    /* 41 is within 1 of 40, 6 is not 5: 1 point of 2. The totals take what was typed. */
    assert_true(mark.points == 1 && mark.most == 2);
    assert_true(mark.parts[0][2].total == 51 && mark.parts[0][4].total == 6);
    assert_true(mark.parts[0][5].total == 57);
    assert_false(mark.parts[0][0].asked);
    assert_false(mark.parts[0][2].asked);
    assert_true(mark.parts[0][1].asked);
    /* An empty cell adds nothing. */
    answers[1] = nothing;
    mark = score(&table, answers);
    assert_true(mark.parts[0][2].total == 10 && mark.parts[0][5].total == 16);
    answers[3] = typed(NAN);
    mark = score(&table, answers);
    assert_true(mark.parts[0][4].total == 0 && mark.parts[0][5].total == 10);
}

static void a_total_of_empty_cells_is_empty(void **unused)
{
    (void)unused;
    struct exercise exercise = {.tasks = &table, .task_count = 1};
    struct exercise_answer answer = {0};
    double value;
    assert_true(exercise_cell(&exercise, &answer, 0, 0, &value) && value == 10);
    assert_false(exercise_cell(&exercise, &answer, 0, 1, &value));
    assert_true(exercise_cell(&exercise, &answer, 0, 2, &value) && value == 10);
    assert_false(exercise_cell(&exercise, &answer, 0, 4, &value));
    assert_int_equal(task_find_cell(&table, 1, 2), 4);
    assert_int_equal(task_find_cell(&table, 1, 1), -1);
}

/* --------------------------------------------------------------------------------- whole ---- */

static void the_right_answer_earns_everything(void **unused)
{
    (void)unused;
    const char *const accepted[] = {"payroll"};
    const struct part mixed[3] = {
        {.id = "c", .kind = PART_CHOICE, .options = options, .option_count = 4, .right = 2 | 8},
        {.id = "s", .kind = PART_SET, .options = options, .option_count = 4, .right = 1 | 4},
        {.id = "w", .kind = PART_WORDS, .accepted = accepted, .accepted_count = 1},
    };
    const struct part items[3] = {{.id = "x", .kind = PART_PLACE, .rank = 0},
                                  {.id = "y", .kind = PART_PLACE, .rank = 0},
                                  {.id = "z", .kind = PART_PLACE, .rank = 1}};
    const struct task tasks[3] = {{.kind = TASK_FORM, .parts = mixed, .part_count = 3},
                                  {.kind = TASK_ORDER, .parts = items, .part_count = 3},
                                  table};
    const struct exercise exercise = {.tasks = tasks, .task_count = 3};
    struct exercise_answer answer;
    struct exercise_mark mark;
    exercise_right(&exercise, &answer);
    assert_int_equal(answer.parts[0][0].options, 2); /* one of the two bins */
    assert_true(exercise_begun(&exercise, &answer));
    exercise_score(&exercise, &answer, &mark);
    assert_true(mark.points == 8 && mark.most == 8 && exercise_percent(&mark) == 100);
    assert_true(mark.parts[2][5].total == 55); /* 10 + 40 + 5 */
    memset(&answer, 0, sizeof answer);
    assert_false(exercise_begun(&exercise, &answer));
    exercise_score(&exercise, &answer, &mark);
    assert_true(mark.points == 0 && mark.most == 8);
    /* Marking again changes nothing: what was there before is wiped. */
    exercise_score(&exercise, &answer, &mark);
    assert_true(mark.points == 0 && mark.most == 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_card_counts_in_any_of_its_bins),
        cmocka_unit_test(wrong_choices_of_a_set_cost_right_ones),
        cmocka_unit_test(an_order_earns_its_pairs),
        cmocka_unit_test(items_of_equal_rank_may_stand_either_way),
        cmocka_unit_test(a_number_may_be_off_by_its_tolerance),
        cmocka_unit_test(words_hold_one_that_is_accepted),
        cmocka_unit_test(totals_add_up_what_was_typed),
        cmocka_unit_test(a_total_of_empty_cells_is_empty),
        cmocka_unit_test(the_right_answer_earns_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
