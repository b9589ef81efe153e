/* test_store_grades.c: gradings on disk: beginning, appending, who may have which marking. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "store/classes.h"
#include "store/grades.h"
#include "store_fixture.h"

#define SUBJECT "01KAJ3QZ7D0000000000000001"

static void add_class(const struct fixture *fixture)
{
    struct class_row class = {.id = "spring", .title = "Spring", .pass_mark = 60};
    assert_true(store_add_class(fixture->store, &class, NULL));
}

static struct trainer add_trainer(const struct fixture *fixture, const char *name)
{
    struct trainer trainer = {.hash = "none"};
    snprintf(trainer.name, sizeof trainer.name, "%s", name);
    assert_true(store_add_trainer(fixture->store, &trainer, NULL));
    return trainer;
}

static struct grade_row new_grade(const struct trainer *trainer, int marking)
{
    struct grade_row row = {.class = "spring", .subject = SUBJECT, .marking = marking, .score = -1};
    memcpy(row.trainer, trainer->id, sizeof row.trainer);
    return row;
}

static struct grade_row read_one(const struct fixture *fixture)
{
    struct grade_row *rows, row;
    int count;
    assert_true(store_grades(fixture->store, "spring", &rows, &count, NULL));
    assert_int_equal(count, 1);
    row = rows[0];
    free(rows);
    return row;
}

static void row_and_journal_go_together(void **state)
{
    const struct fixture *fixture = *state;
    struct journal_row journal;
    add_class(fixture);
    struct trainer chen = add_trainer(fixture, "chen");
    struct grade_row row = new_grade(&chen, 1);
    assert_true(store_begin_grade(fixture->store, &row, &journal, FIXTURE_NOW, NULL));
    assert_string_equal(row.journal, journal.id);
    assert_string_equal(journal.what, "grade");
    assert_string_equal(journal.subject, SUBJECT);
    struct grade_row kept = read_one(fixture);
    assert_false(kept.submitted);
    assert_true(kept.score == -1);
    assert_int_equal(kept.levels[4], 0);

    row.levels[0] = 3;
    row.levels[4] = 5;
    row.overall = 2;
    row.submitted = true;
    row.score = 62.5;
    row.critical = true;
    assert_true(
        store_append_grade(fixture->store, &row, &journal, "submit", "{}", FIXTURE_NOW + 1, NULL));
    assert_int_equal(journal.event_count, 1);
    kept = read_one(fixture);
    assert_true(kept.submitted && kept.critical && !kept.exercise);
    assert_true(kept.score == 62.5);
    assert_int_equal(kept.levels[0], 3);
    assert_int_equal(kept.levels[1], 0);
    assert_int_equal(kept.levels[4], 5);
    assert_int_equal(kept.overall, 2);

    row.submitted = false;
    row.score = -1;
    assert_true(
        store_append_grade(fixture->store, &row, &journal, "reopen", "{}", FIXTURE_NOW + 2, NULL));
    assert_true(read_one(fixture).score == -1);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

/* An event that is not appended leaves the row as it was, and the other way round. */
static void neither_without_the_other(void **state)
{
    const struct fixture *fixture = *state;
    struct journal_row journal, stale;
    add_class(fixture);
    struct trainer chen = add_trainer(fixture, "chen");
    struct grade_row row = new_grade(&chen, 1);
    assert_true(store_begin_grade(fixture->store, &row, &journal, FIXTURE_NOW, NULL));
    stale = journal;
    row.overall = 3;
    assert_true(
        store_append_grade(fixture->store, &row, &journal, "overall", "{}", FIXTURE_NOW, NULL));
    struct error error = {0};
    row.overall = 5;
    assert_false(
        store_append_grade(fixture->store, &row, &stale, "overall", "{}", FIXTURE_NOW, &error));
    assert_int_equal(error.code, ERROR_STORE);
    assert_int_equal(stale.event_count, 0);
    assert_int_equal(read_one(fixture).overall, 3);

    raw(fixture->path, "PRAGMA foreign_keys = off; DELETE FROM grade");
    assert_false(
        store_append_grade(fixture->store, &row, &journal, "overall", "{}", FIXTURE_NOW, &error));
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM journal_event"), 1);
}

static void each_marking_is_one_trainers(void **state)
{
    const struct fixture *fixture = *state;
    struct journal_row journal;
    struct error error = {0};
    add_class(fixture);
    struct trainer chen = add_trainer(fixture, "chen"), li = add_trainer(fixture, "li");
    struct grade_row first = new_grade(&chen, 1), taken = new_grade(&li, 1);
    struct grade_row own = new_grade(&chen, 2), second = new_grade(&li, 2);
    assert_true(store_begin_grade(fixture->store, &first, &journal, FIXTURE_NOW, NULL));
    assert_false(store_begin_grade(fixture->store, &taken, &journal, FIXTURE_NOW, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    assert_contains(error.message, "another trainer");
    assert_false(store_begin_grade(fixture->store, &own, &journal, FIXTURE_NOW, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    assert_contains(error.message, "marked this already");
    assert_string_equal(own.journal, "");
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM journal"), 1);
    assert_true(store_begin_grade(fixture->store, &second, &journal, FIXTURE_NOW, NULL));
    /* The file itself holds to it, whoever writes to it. */
    assert_int_not_equal(raw_status(fixture->path, "UPDATE grade SET marking = 1"), 0);
}

static void what_others_wrote_is_read_with_care(void **state)
{
    const struct fixture *fixture = *state;
    struct journal_row journal;
    add_class(fixture);
    struct trainer chen = add_trainer(fixture, "chen");
    struct grade_row row = new_grade(&chen, 1);
    assert_true(store_begin_grade(fixture->store, &row, &journal, FIXTURE_NOW, NULL));
    raw(fixture->path, "UPDATE grade SET levels = '99x'");
    for (int i = 0; i < CRITERION_COUNT; i++)
        assert_int_equal(read_one(fixture).levels[i], 0);
    raw(fixture->path, "UPDATE grade SET levels = '12345678'");
    assert_int_equal(read_one(fixture).levels[0], 0);
}

static void a_grading_can_be_verified(void **state)
{
    const struct fixture *fixture = *state;
    struct journal_row journal;
    add_class(fixture);
    struct trainer chen = add_trainer(fixture, "chen");
    struct grade_row row = new_grade(&chen, 1);
    assert_true(store_begin_grade(fixture->store, &row, &journal, FIXTURE_NOW, NULL));
    assert_true(store_append_grade(fixture->store, &row, &journal, "overall", "{\"level\":3}",
                                   FIXTURE_NOW, NULL));
    assert_int_equal(fixture_bad(fixture, NULL), 0);
    raw(fixture->path, "DROP TRIGGER journal_event_is_never_changed;"
                       "UPDATE journal_event SET payload = '{\"level\":5}'");
    assert_int_equal(fixture_bad(fixture, NULL), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(row_and_journal_go_together),  STORE_TEST(neither_without_the_other),
        STORE_TEST(each_marking_is_one_trainers), STORE_TEST(what_others_wrote_is_read_with_care),
        STORE_TEST(a_grading_can_be_verified),
    };
    return cmocka_run_group_tests_name("store_grades", tests, NULL, NULL);
}
