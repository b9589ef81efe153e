/*
 * test_exercise_sitting.c: exercises that are done: drafts, handing in, results, and what tampering
 * with them leads to; and the store's side of it.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/clock.h"
#include "base/words.h"
#include "class/courseware.h"
#include "class/exercise_curve.h"
#include "class/exercise_record.h"
#include "class/exercise_sitting.h"
#include "class/exercise_words.h"
#include "store/classes.h"
#include "unit/small.h"
#include "unit/store_fixture.h"

static struct error error;

static char *case_path(const char *name)
{
    char rest[80];
    snprintf(rest, sizeof rest, "tests/cases/courseware/%s.lua", name);
    return source_path(rest);
}

static struct sitting *begin(const struct fixture *fixture, const char *name, const char *class)
{
    char *path = case_path(name);
    struct exercise_sitting who = {.exercise = path, .class = class, .person = &fixture->person};
    struct sitting *sitting = sitting_begin(fixture->store, &who, LANGUAGE_EN, &error);
    free(path);
    return sitting;
}

static void set_number(struct sitting *sitting, int task, int part, double number)
{
    struct part_answer answer = {.given = true, .number = number};
    assert_true(sitting_set(sitting, task, part, &answer, &error));
}

static void set_options(struct sitting *sitting, int task, int part, uint32_t options)
{
    struct part_answer answer = {.given = true, .options = options};
    assert_true(sitting_set(sitting, task, part, &answer, &error));
}

/* ------------------------------------------------------------------------------- drafts ---- */

static void a_draft_outlives_the_program(void **state)
{
    struct fixture *fixture = *state;
    int before[PART_MAX], after[PART_MAX];
    struct sitting *sitting = begin(fixture, "kinds", NULL);
    assert_non_null(sitting);
    assert_false(sitting_has_draft(sitting));
    set_options(sitting, 0, 0, 2);
    set_number(sitting, 1, 3, 3.25);
    struct part_answer words = {.given = true, .words = "the \tpayroll  "};
    assert_true(sitting_set(sitting, 2, 2, &words, &error));
    int count = sitting_order_parts(sitting, 0, before);
    sitting_close(sitting); /* killed, for all the store knows */
    fixture_close(fixture);
    fixture_open(fixture);

    sitting = begin(fixture, "kinds", NULL);
    assert_true(sitting_has_draft(sitting));
    const struct exercise_answer *answer = sitting_answer(sitting);
    assert_int_equal(answer->parts[0][0].options, 2);
    assert_false(answer->parts[0][1].given);
    assert_true(answer->parts[1][3].number == 3.25);
    assert_string_equal(answer->parts[2][2].words, "the  payroll"); /* clean */
    assert_int_equal(sitting_order_parts(sitting, 0, after), count);
    assert_memory_equal(before, after, (size_t)count * sizeof *before);
    sitting_close(sitting);

    /* Somebody else begins with nothing. */
    struct person other;
    assert_true(store_person(fixture->store, "李四", "", &other, &error));
    char *path = case_path("kinds");
    struct exercise_sitting who = {.exercise = path, .person = &other};
    sitting = sitting_begin(fixture->store, &who, LANGUAGE_EN, &error);
    assert_false(sitting_has_draft(sitting));
    sitting_close(sitting);
    free(path);
}

static void what_means_nothing_is_no_answer(void **state)
{
    struct fixture *fixture = *state;
    struct sitting *sitting = begin(fixture, "kinds", NULL);
    struct part_answer answer = {.given = true, .number = NAN};
    assert_true(sitting_set(sitting, 1, 1, &answer, &error));
    assert_false(sitting_answer(sitting)->parts[1][1].given);
    answer = (struct part_answer){.given = true, .words = " \t "};
    assert_true(sitting_set(sitting, 2, 2, &answer, &error));
    assert_false(sitting_answer(sitting)->parts[2][2].given);
    set_options(sitting, 0, 0, 0);
    assert_false(sitting_answer(sitting)->parts[0][0].given);
    sitting_close(sitting);
}

/* ------------------------------------------------------------------------------ results ---- */

static void give_right(struct sitting *sitting)
{
    struct exercise_answer right;
    exercise_right(sitting_exercise(sitting), &right);
    for (int i = 0; i < sitting_exercise(sitting)->task_count; i++)
        assert_true(sitting_set_task(sitting, i, right.parts[i], &error));
}

static void a_result_is_kept_and_marked_again(void **state)
{
    struct fixture *fixture = *state;
    struct sitting *sitting = begin(fixture, "orders", NULL);
    give_right(sitting);
    /* "last" to the front: of five pairs that count, three are wrong: 2/5 of 4, and two sides. */
    struct part_answer order[PART_MAX] = {{.given = true, .place = 1},
                                          {.given = true, .place = 2},
                                          {.given = true, .place = 3},
                                          {.given = true, .place = 0}};
    assert_true(sitting_set_task(sitting, 0, order, &error));
    assert_true(sitting_hand_in(sitting, &error));
    assert_true(sitting_is_done(sitting));
    struct exercise_row row = *sitting_row(sitting);
    assert_true(fabs(row.points - (8.0 / 5 + 2)) < 1e-12 && row.most == 6);
    assert_true(row.ended_at >= row.started_at);
    char id[ULID_SIZE];
    memcpy(id, row.id, sizeof id);
    sitting_close(sitting);

    /* By its last characters, as people read it. */
    sitting = sitting_open(fixture->store, id + ULID_SIZE - 1 - 6, &error);
    assert_non_null(sitting);
    assert_true(sitting_is_done(sitting));
    assert_true(fabs(sitting_mark(sitting)->points - 3.6) < 1e-12);
    assert_int_equal(sitting_answer(sitting)->parts[0][3].place, 0);
    assert_string_equal(sitting_row(sitting)->person.name, fixture->person.name);
    sitting_close(sitting);

    /* The draft is gone. */
    sitting = begin(fixture, "orders", NULL);
    assert_false(sitting_has_draft(sitting));
    sitting_close(sitting);
}

static int bad_results(const struct fixture *fixture, int *checked);

static void a_changed_result_is_noticed(void **state)
{
    struct fixture *fixture = *state;
    static const char *const changes[] = {
        "UPDATE exercise_result SET points = points - 1",
        "UPDATE exercise_result SET most = most + 1",
        "UPDATE exercise_result SET answer = replace(answer, 'one\":\"left', 'one\":\"right')",
        "UPDATE exercise_result SET answer = '{}'",
        "UPDATE exercise_result SET answer = 'x'",
        "UPDATE exercise_result SET answer = replace(answer, '\"two\"', '\"twelve\"')",
        "UPDATE exercise_result SET numbers = '{\"high\":20,\"share\":0.5}'",
        "UPDATE exercise_result SET numbers = '{\"high\":1000,\"share\":0.5}'",
        "UPDATE exercise_result SET numbers = '{}'",
        "UPDATE source SET bundle = replace(bundle, 'share', 'shape')",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        int checked;
        struct sitting *sitting = begin(fixture, "kinds", NULL);
        assert_non_null(sitting);
        give_right(sitting);
        assert_true(sitting_hand_in(sitting, &error));
        char id[ULID_SIZE];
        memcpy(id, sitting_row(sitting)->id, sizeof id);
        assert_true(sitting_row(sitting)->points == sitting_row(sitting)->most);
        sitting_close(sitting);
        assert_int_equal(bad_results(fixture, &checked), 0);
        assert_int_equal(checked, 1);
        fixture_close(fixture);
        raw(fixture->path, "DROP TRIGGER exercise_result_is_never_changed");
        raw(fixture->path, "DROP TRIGGER exercise_result_is_never_deleted");
        raw(fixture->path, changes[i]);
        fixture_open(fixture);
        sitting = sitting_open(fixture->store, id, &error);
        if (sitting)
            fail_msg("not noticed: %s", changes[i]);
        assert_int_equal(error.code, ERROR_TAMPERED);
        assert_int_equal(bad_results(fixture, &checked), 1);
        fixture_close(fixture);
        fixture_remove_database(fixture);
        fixture_open(fixture);
        assert_true(store_person(fixture->store, "王小明", "", &fixture->person, &error));
    }
}

static void note_bad(void *data, const char *result, const char *message)
{
    assert_int_equal(strlen(result), ULID_SIZE - 1);
    assert_true(message[0] != '\0');
    ++*(int *)data;
}

static int bad_results(const struct fixture *fixture, int *checked)
{
    int bad, told = 0;
    assert_true(sitting_verify(fixture->store, note_bad, &told, checked, &bad, &error));
    assert_int_equal(told, bad);
    return bad;
}

static void results_are_never_changed_nor_deleted(void **state)
{
    struct fixture *fixture = *state;
    struct sitting *sitting = begin(fixture, "orders", NULL);
    assert_true(sitting_hand_in(sitting, &error));
    sitting_close(sitting);
    assert_int_not_equal(raw_status(fixture->path, "UPDATE exercise_result SET points = 1"), 0);
    assert_int_not_equal(raw_status(fixture->path, "DELETE FROM exercise_result"), 0);
}

/* ---------------------------------------------------------------------------- the store ---- */

static void results_are_found_by_class_person_and_exercise(void **state)
{
    struct fixture *fixture = *state;
    struct class_row class = {.id = "spring", .title = "Spring", .pass_mark = 60};
    struct exercise_row *rows;
    int count;
    assert_true(store_add_class(fixture->store, &class, &error));
    const char *const classes[] = {NULL, "spring", "spring"};
    const char *const names[] = {"orders", "orders", "kinds"};
    for (int i = 0; i < 3; i++) {
        struct sitting *sitting = begin(fixture, names[i], classes[i]);
        assert_true(sitting_hand_in(sitting, &error));
        sitting_close(sitting);
    }
    assert_true(store_results(fixture->store, NULL, NULL, NULL, &rows, &count, &error));
    assert_int_equal(count, 3);
    assert_true(strcmp(rows[0].id, rows[1].id) < 0 && strcmp(rows[1].id, rows[2].id) < 0);
    assert_string_equal(rows[0].class, "");
    assert_string_equal(rows[1].class, "spring");
    store_free_results(rows, count);
    assert_true(store_results(fixture->store, "spring", NULL, NULL, &rows, &count, &error));
    assert_int_equal(count, 2);
    store_free_results(rows, count);
    assert_true(store_results(fixture->store, "spring", fixture->person.id, "kinds", &rows, &count,
                              &error));
    assert_int_equal(count, 1);
    store_free_results(rows, count);
    assert_true(store_results(fixture->store, NULL, "nobody", NULL, &rows, &count, &error));
    assert_int_equal(count, 0);
    store_free_results(rows, count);
    struct exercise_row row;
    assert_false(store_result(fixture->store, "0000", &row, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_false(store_result(fixture->store, "", &row, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
}

static void the_room_has_no_name(void **state)
{
    struct fixture *fixture = *state;
    char *path = case_path("orders");
    struct exercise_sitting who = {.exercise = path};
    struct sitting *sitting = sitting_begin(fixture->store, &who, LANGUAGE_ZH, &error);
    assert_non_null(sitting);
    set_options(sitting, 1, 0, 1);
    sitting_close(sitting);
    sitting = sitting_begin(fixture->store, &who, LANGUAGE_ZH, &error);
    assert_true(sitting_has_draft(sitting));
    assert_true(sitting_hand_in(sitting, &error));
    assert_string_equal(sitting_row(sitting)->person.id, "");
    char id[ULID_SIZE];
    memcpy(id, sitting_row(sitting)->id, sizeof id);
    sitting_close(sitting);
    sitting = sitting_open(fixture->store, id, &error);
    assert_string_equal(sitting_row(sitting)->person.name, "");
    sitting_close(sitting);
    free(path);
}

/* -------------------------------------------------------------------------- the numbers ---- */

static void the_branch_s_own_numbers_are_used(void **state)
{
    struct fixture *fixture = *state;
    struct class_row class = {.id = "spring", .title = "Spring", .pass_mark = 60};
    assert_true(store_add_class(fixture->store, &class, &error));
    assert_true(store_set_class_numbers(fixture->store, "spring",
                                        "{\"kinds.high\": 80, \"other.high\": 3}", &error));
    struct sitting *sitting = begin(fixture, "kinds", "spring");
    assert_non_null(sitting);
    assert_true(sitting_own_numbers(sitting));
    assert_true(sitting_numbers(sitting)[0] == 80 && sitting_numbers(sitting)[1] == 0.5);
    set_number(sitting, 1, 1, 40); /* 80 x 0.5 */
    assert_true(sitting_mark(sitting)->points == 1);
    assert_true(sitting_hand_in(sitting, &error));
    assert_string_equal(sitting_row(sitting)->numbers, "{\"high\":80,\"share\":0.5}");
    char id[ULID_SIZE];
    memcpy(id, sitting_row(sitting)->id, sizeof id);
    sitting_close(sitting);

    /* Other numbers tomorrow change nothing about what was done today. */
    assert_true(store_set_class_numbers(fixture->store, "spring", "{\"kinds.high\": 20}", &error));
    sitting = sitting_open(fixture->store, id, &error);
    assert_non_null(sitting);
    assert_true(sitting_numbers(sitting)[0] == 80 && sitting_mark(sitting)->points == 1);
    sitting_close(sitting);

    assert_true(store_set_class_numbers(fixture->store, "spring", "{\"kinds.high\": 101}", &error));
    assert_null(begin(fixture, "kinds", "spring"));
    assert_int_equal(error.code, ERROR_USAGE);
    assert_non_null(strstr(error.message, "the numbers of class spring do not fit kinds"));
    assert_non_null(strstr(error.message, "it goes from 0 to 100"));
    assert_null(begin(fixture, "kinds", "summer"));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
}

/* ------------------------------------------------------------------------------ shuffling ---- */

/* Sittings are shuffled by the moment when they begin. */
static void wait_for_the_next_moment(void)
{
    for (int64_t now = clock_wall_ms(); clock_wall_ms() == now;)
        continue;
}

/* Over many sittings: never in the right order (equal ranks either way), and not always the same. */
static void an_order_is_never_shown_right(void **state)
{
    struct fixture *fixture = *state;
    int first[4] = {0};
    for (int round = 0; round < 200; round++) {
        int order[PART_MAX], seen = 0;
        wait_for_the_next_moment();
        struct sitting *sitting = begin(fixture, "orders", NULL);
        const struct task *task = &sitting_exercise(sitting)->tasks[0];
        assert_int_equal(sitting_order_parts(sitting, 0, order), 4);
        bool right = true;
        for (int i = 0; i < 4; i++) {
            seen |= 1 << order[i];
            right &= i == 0 || task->parts[order[i]].rank >= task->parts[order[i - 1]].rank;
        }
        assert_int_equal(seen, 15);
        assert_false(right);
        first[order[0]]++;
        sitting_close(sitting);
    }
    for (int i = 0; i < 4; i++)
        assert_true(first[i] > 10);
}

/* Two cards come in the file's order half of the time: twenty sittings show both ways. */
static void a_result_tells_the_cards_as_they_were_shown(void **state)
{
    struct fixture *fixture = *state;
    int turned = 0;
    for (int round = 0; round < 20; round++) {
        int shown[PART_MAX], told[PART_MAX];
        char id[ULID_SIZE];
        wait_for_the_next_moment();
        struct sitting *sitting = begin(fixture, "kinds", NULL);
        set_options(sitting, 0, 0, 1);
        assert_int_equal(sitting_order_parts(sitting, 0, shown), 2);
        turned += shown[0];
        assert_true(sitting_hand_in(sitting, &error));
        memcpy(id, sitting_row(sitting)->id, sizeof id);
        assert_int_equal(sitting_order_result(sitting, 0, told), 2);
        assert_memory_equal(told, shown, 2 * sizeof *told);
        sitting_close(sitting);
        sitting = sitting_open(fixture->store, id, &error);
        assert_int_equal(sitting_order_result(sitting, 0, told), 2);
        assert_memory_equal(told, shown, 2 * sizeof *told);
        sitting_close(sitting);
    }
    assert_true(turned > 0 && turned < 20);
}

/* An order is told as it was put, what was left out last; and how it earned its points. */
static void a_result_tells_an_order_as_it_was_put(void **state)
{
    struct fixture *fixture = *state;
    struct sitting *sitting = begin(fixture, "orders", NULL);
    /* last, first, second; "also" has no place. Of five pairs (first-second, first-also, first-last,
       second-last, also-last) only first-second stands right: 4 x 1/5 = 0.8. */
    struct part_answer put[PART_MAX] = {
        {.given = true, .place = 1}, {.given = true, .place = 2}, {0}, {.given = true, .place = 0}};
    int told[PART_MAX];
    struct buffer text = {0};
    assert_true(sitting_set_task(sitting, 0, put, &error));
    assert_int_equal(sitting_order_result(sitting, 0, told), 4);
    assert_memory_equal(told, ((int[]){3, 0, 1, 2}), 4 * sizeof *told);
    const struct exercise *exercise = sitting_exercise(sitting);
    exercise_order_text(&exercise->tasks[0], put, &text);
    assert_string_equal(
        text.data, "Scored by pairs: 1 of 5 stand in the right order, so 4 × 1/5 = 0.8 points.");
    buffer_free(&text);
    /* All right, or no order at all: there is nothing to tell. */
    give_right(sitting);
    exercise_order_text(&exercise->tasks[0], sitting_answer(sitting)->parts[0], &text);
    exercise_order_text(&exercise->tasks[1], put, &text);
    assert_null(text.data);
    sitting_close(sitting);
}

/* ------------------------------------------------------------------------- JSON and words ---- */

static void answers_survive_json(void **state)
{
    struct fixture *fixture = *state;
    struct sitting *sitting = begin(fixture, "kinds", NULL);
    const struct exercise *exercise = sitting_exercise(sitting);
    struct exercise_answer right, read;
    exercise_right(exercise, &right);
    right.parts[2][1].given = false;
    cJSON *json = exercise_answer_to_json(exercise, &right);
    char *text = cJSON_PrintUnformatted(json);
    assert_string_equal(text, "{\"sort\":{\"one\":\"left\",\"two\":\"left\"},"
                              "\"plan\":{\"a.week\":5,\"b.week\":3},"
                              "\"form\":{\"who\":\"x\",\"words\":\"payroll\"},"
                              "\"more\":{\"all\":[\"p\",\"q\"]}}");
    free(text);
    assert_true(exercise_answer_from_json(exercise, json, &read));
    assert_int_equal(read.parts[3][0].options, 3);
    assert_false(read.parts[2][1].given);
    cJSON_Delete(json);
    /* What is not known is left out, and said. */
    json = cJSON_Parse("{\"sort\":{\"one\":\"left\",\"nine\":\"left\"},\"gone\":{}}");
    assert_false(exercise_answer_from_json(exercise, json, &read));
    assert_true(read.parts[0][0].given);
    cJSON_Delete(json);
    assert_false(exercise_answer_from_json(exercise, NULL, &read));
    sitting_close(sitting);

    sitting = begin(fixture, "orders", NULL);
    json = cJSON_Parse("{\"steps\":{\"first\":1,\"second\":1}}"); /* one place for two */
    assert_false(exercise_answer_from_json(sitting_exercise(sitting), json, &read));
    assert_false(read.parts[0][0].given || read.parts[0][1].given);
    cJSON_Delete(json);
    sitting_close(sitting);
}

static void numbers_are_read_as_people_type_them(void **unused)
{
    (void)unused;
    static const struct {
        const char *text;
        bool good;
        double number;
    } cases[] = {
        {"46", true, 46},
        {" 46 ", true, 46},
        {"-2", true, -2},
        {"+3", true, 3},
        {"45.8", true, 45.8},
        {".5", true, 0.5},
        {"1,500", true, 1500},
        {"1,234,567.5", true, 1234567.5},
        {"４５．８", true, 45.8},
        {"－２", true, -2},
        {"−2", true, -2},
        {"1，500", true, 1500},
        {"", false, 0},
        {"-", false, 0},
        {"nan", false, 0},
        {"inf", false, 0},
        {"0x10", false, 0},
        {"1e3", false, 0},
        {"1,5", false, 0},
        {"1.2.3", false, 0},
        {"12abc", false, 0},
        {"--2", false, 0},
        {"1 2", false, 0},
        {",500", false, 0},
        {"10000000000000", false, 0},
        {"12345678901234567890123456789012345678901234567890123456789012345", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double number = 0;
        if (exercise_parse_number(cases[i].text, &number) != cases[i].good ||
            number != cases[i].number)
            fail_msg("'%s' gives %g", cases[i].text, number);
    }
    char text[NUMBER_TEXT_SIZE];
    static const struct {
        double number;
        const char *text;
    } written[] = {{46, "46"},       {45.8, "45.8"}, {1.0 / 3, "0.33"}, {-0.001, "0"},
                   {57.25, "57.25"}, {1500, "1500"}, {-2, "-2"},        {1e12, "1000000000000"}};
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        exercise_number_text(written[i].number, text);
        assert_string_equal(text, written[i].text);
    }
}

static void a_curve_is_readable_without_colour(void **state)
{
    struct fixture *fixture = *state;
    struct sitting *sitting = begin(fixture, "kinds", NULL);
    struct exercise_answer right;
    exercise_right(sitting_exercise(sitting), &right);
    /* A goes from 10 to 5, B from 7 to 3; the plot is 40 wide, 2 of label, so that the columns of
       the points are 1 and 35 of 36. Rows, from 10 above to 0 below: 5 high, 2.5 each. */
    char *curve = exercise_curve(sitting_exercise(sitting), &right, LANGUAGE_EN, 5, 40);
    static const char *const lines[] = {
        "Two lines", "10 | o", " 5 |", " 0 |", "o A   x B", "Year", "Week",
    };
    const char *at = curve;
    for (size_t i = 0; i < 4; i++) {
        at = strstr(at, lines[i]);
        assert_non_null(at);
    }
    for (size_t i = 4; i < sizeof lines / sizeof *lines; i++)
        assert_non_null(strstr(curve, lines[i]));
    for (const char *line = curve; *line; line += strcspn(line, "\n") + 1)
        assert_true(strcspn(line, "\n") <= 40);
    assert_null(strchr(curve, '\033'));
    free(curve);
    sitting_close(sitting);
    sitting = begin(fixture, "orders", NULL);
    assert_null(exercise_curve(sitting_exercise(sitting), &right, LANGUAGE_EN, 5, 40));
    sitting_close(sitting);
}

int main(void)
{
    char *sources = source_path("tests/cases/scenarios");
    setenv("YANLIAN_SCENARIOS", sources, 1);
    free(sources);
    const struct CMUnitTest tests[] = {
        STORE_TEST(a_draft_outlives_the_program),
        STORE_TEST(what_means_nothing_is_no_answer),
        STORE_TEST(a_result_is_kept_and_marked_again),
        STORE_TEST(a_changed_result_is_noticed),
        STORE_TEST(results_are_never_changed_nor_deleted),
        STORE_TEST(results_are_found_by_class_person_and_exercise),
        STORE_TEST(the_room_has_no_name),
        STORE_TEST(the_branch_s_own_numbers_are_used),
        STORE_TEST(an_order_is_never_shown_right),
        STORE_TEST(a_result_tells_the_cards_as_they_were_shown),
        STORE_TEST(a_result_tells_an_order_as_it_was_put),
        STORE_TEST(answers_survive_json),
        cmocka_unit_test(numbers_are_read_as_people_type_them),
        STORE_TEST(a_curve_is_readable_without_colour),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
