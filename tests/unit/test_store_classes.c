/*
 * test_store_classes.c: classes, rosters and trainers as the store keeps them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "store/classes.h"
#include "unit/store_fixture.h"

static struct class_row spring(void)
{
    return (struct class_row){.id = "spring-2026",
                              .title = "  春季班\t2026 ",
                              .policy = POLICY_LAST,
                              .pass_mark = 62.5,
                              .double_share = 0.2};
}

static void add(const struct fixture *fixture, const char *id)
{
    struct class_row row = spring();
    struct error error = {0};
    snprintf(row.id, sizeof row.id, "%s", id);
    if (!store_add_class(fixture->store, &row, &error))
        fail_msg("%s", error.message);
}

/* ------------------------------------------------------------------------------- classes ---- */

static void ids_are_words_to_type(void **state)
{
    (void)state;
    static const char *const good[] = {"ab", "spring-2026", "a1", "x-",
                                       "abcdefghijabcdefghijabcdefghijabcdefghij"};
    static const char *const bad[] = {
        "",    "a",   "1a",  "-ab", "Spring", "春季",
        "a b", "a_b", "a/b", "a.b", "ab\n",   "abcdefghijabcdefghijabcdefghijabcdefghijk"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(class_id_is_valid(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(class_id_is_valid(bad[i]));
}

static void policies_have_names(void **state)
{
    (void)state;
    enum attempt_policy policy;
    for (int i = 0; i < POLICY_COUNT; i++) {
        assert_true(attempt_policy_parse(attempt_policy_name((enum attempt_policy)i), &policy));
        assert_int_equal(policy, i);
    }
    assert_string_equal(attempt_policy_name(POLICY_AVERAGE), "average");
    assert_false(attempt_policy_parse("worst", &policy));
    assert_false(attempt_policy_parse("", &policy));
}

static void a_class_is_kept_as_given(void **state)
{
    struct fixture *fixture = *state;
    struct class_row row = spring();
    struct class_row kept;
    assert_true(store_add_class(fixture->store, &row, NULL));
    assert_true(row.created_at > 0);
    fixture_close(fixture);
    fixture_open(fixture);
    assert_true(store_class(fixture->store, "spring-2026", &kept, NULL));
    assert_string_equal(kept.title, "春季班 2026");
    assert_int_equal(kept.policy, POLICY_LAST);
    assert_true(kept.pass_mark == 62.5 && kept.double_share == 0.2);
    assert_true(kept.created_at == row.created_at);
    assert_int_equal(kept.people, 0);
    kept.pass_mark = 100;
    kept.policy = POLICY_FIRST;
    snprintf(kept.title, sizeof kept.title, "<b>%%s</b>");
    assert_true(store_change_class(fixture->store, &kept, NULL));
    assert_true(store_class(fixture->store, "spring-2026", &row, NULL));
    assert_string_equal(row.title, "<b>%s</b>");
    assert_true(row.pass_mark == 100 && row.policy == POLICY_FIRST);
}

static void expect_refused(const struct fixture *fixture, struct class_row row, const char *part)
{
    struct error error = {0};
    assert_false(store_add_class(fixture->store, &row, &error));
    assert_int_equal(error.code, ERROR_USAGE);
    assert_contains(error.message, part);
}

static void what_is_no_class_is_refused(void **state)
{
    const struct fixture *fixture = *state;
    struct class_row row = spring();
    struct error error = {0};
    snprintf(row.id, sizeof row.id, "Spring");
    expect_refused(fixture, row, "'Spring' can't be a class");
    row = spring();
    snprintf(row.title, sizeof row.title, " \t ");
    expect_refused(fixture, row, "no title");
    static const double marks[] = {-1, 100.5, 0.0 / 0.0};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        row = spring();
        row.pass_mark = marks[i];
        expect_refused(fixture, row, "pass mark");
        row = spring();
        row.double_share = marks[i] / 50;
        expect_refused(fixture, row, "marked twice");
    }
    add(fixture, "spring-2026");
    expect_refused(fixture, spring(), "there is a class 'spring-2026' already");
    snprintf(row.id, sizeof row.id, "spring-2027");
    row.double_share = 0;
    assert_false(store_change_class(fixture->store, &row, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_contains(error.message, "did you mean 'spring-2026'?");
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM class"), 1);
}

static void classes_are_listed_oldest_first(void **state)
{
    const struct fixture *fixture = *state;
    struct class_row *rows;
    int count;
    assert_true(store_classes(fixture->store, &rows, &count, NULL));
    assert_int_equal(count, 0);
    free(rows);
    add(fixture, "zz");
    raw(fixture->path, "UPDATE class SET created_at = '2026-01-01T00:00:00.000Z'");
    add(fixture, "aa");
    assert_true(store_classes(fixture->store, &rows, &count, NULL));
    assert_int_equal(count, 2);
    assert_string_equal(rows[0].id, "zz");
    assert_string_equal(rows[1].id, "aa");
    free(rows);
}

static void numbers_are_kept_as_json(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    add(fixture, "spring-2026");
    char *json = store_class_numbers(fixture->store, "spring-2026", &error);
    assert_string_equal(json, "{}");
    free(json);
    assert_true(store_set_class_numbers(fixture->store, "spring-2026", "{\"contact-plan.high\":70}",
                                        &error));
    json = store_class_numbers(fixture->store, "spring-2026", &error);
    assert_string_equal(json, "{\"contact-plan.high\":70}");
    free(json);
    static const char *const bad[] = {"", "[]", "{\"a\":\"b\"}", "{} x", "{\"a\":{}}", "7"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(store_set_class_numbers(fixture->store, "spring-2026", bad[i], &error));
    assert_null(store_class_numbers(fixture->store, "none", &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_false(store_set_class_numbers(fixture->store, "none", "{}", &error));
}

/* -------------------------------------------------------------------------------- roster ---- */

static struct roster_entry entry_of(const char *name, const char *number, const char *branch)
{
    struct roster_entry entry = {.position = 0};
    snprintf(entry.person.name, sizeof entry.person.name, "%s", name);
    snprintf(entry.person.staff_number, sizeof entry.person.staff_number, "%s", number);
    snprintf(entry.branch, sizeof entry.branch, "%s", branch);
    return entry;
}

static void a_roster_grows_and_keeps_its_places(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    struct roster_entry entries[] = {entry_of("李芳", "2", "东"), entry_of("赵六", "3", "西"),
                                     entry_of("王小明", "", "")};
    add(fixture, "spring-2026");
    assert_true(store_add_roster(fixture->store, "spring-2026", entries, 2, &error));
    assert_int_equal(entries[0].position, 1);
    assert_int_equal(entries[1].position, 2);
    assert_true(ulid_is_valid(entries[1].person.id));
    /* again, in another order: places stay, the branch is another, and 王小明 is the one there is */
    struct roster_entry again[] = {entries[2], entry_of("李芳", "2", "南")};
    assert_true(store_add_roster(fixture->store, "spring-2026", again, 2, &error));
    assert_int_equal(again[0].position, 3);
    assert_string_equal(again[0].person.id, fixture->person.id);
    assert_int_equal(again[1].position, 1);
    struct roster_entry *kept;
    int count;
    assert_true(store_roster(fixture->store, "spring-2026", &kept, &count, &error));
    assert_int_equal(count, 3);
    assert_string_equal(kept[0].person.name, "李芳");
    assert_string_equal(kept[0].branch, "南");
    assert_string_equal(kept[2].person.name, "王小明");
    free(kept);
    struct class_row row;
    assert_true(store_class(fixture->store, "spring-2026", &row, &error));
    assert_int_equal(row.people, 3);
    /* another class counts its own places */
    add(fixture, "autumn-2026");
    assert_true(store_add_roster(fixture->store, "autumn-2026", &again[1], 1, &error));
    assert_int_equal(again[1].position, 1);
}

static void a_roster_is_added_whole_or_not_at_all(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    struct roster_entry entries[] = {entry_of("李芳", "2", ""), entry_of("", "3", "")};
    add(fixture, "spring-2026");
    assert_false(store_add_roster(fixture->store, "spring-2026", entries, 2, &error));
    assert_string_equal(entries[0].person.id, "");
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM roster"), 0);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM person"), 1);
    assert_false(store_add_roster(fixture->store, "none", entries, 1, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    struct roster_entry *kept;
    int count;
    assert_false(store_roster(fixture->store, "none", &kept, &count, &error));
    assert_null(kept);
}

static void standings_are_counted_by_person(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    struct class_standing *standings;
    int count;
    add(fixture, "spring-2026");
    assert_true(store_class_standings(fixture->store, "spring-2026", &standings, &count, &error));
    assert_int_equal(count, 0);
    free(standings);
    struct session_row row;
    fixture_session(fixture, &row); /* for no class */
    fixture_finish(fixture, &row);
    /* two finished, 66.67 and then 40, and one begun */
    for (int i = 0; i < 3; i++) {
        snprintf(row.class, sizeof row.class, "spring-2026");
        row.state = SESSION_OPEN;
        assert_true(store_begin_session(fixture->store, &row, FIXTURE_NOW + i, &error));
        const struct session_result result = {.score = 40, .ending = "left"};
        if (i == 0)
            fixture_finish(fixture, &row);
        else if (i == 1)
            assert_true(
                store_append(fixture->store, &row, "end", "{}", FIXTURE_NOW, &result, &error));
    }
    assert_true(store_class_standings(fixture->store, "spring-2026", &standings, &count, &error));
    assert_int_equal(count, 1);
    assert_string_equal(standings[0].person, fixture->person.id);
    assert_int_equal(standings[0].sessions, 3);
    assert_int_equal(standings[0].finished, 2);
    assert_true(standings[0].last == 40);
    free(standings);
}

static void an_edited_class_is_seen(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row row;
    add(fixture, "spring-2026");
    add(fixture, "autumn-2026");
    fixture_session(fixture, &row);
    snprintf(row.class, sizeof row.class, "spring-2026");
    assert_true(store_begin_session(fixture->store, &row, FIXTURE_NOW, NULL));
    fixture_append(fixture, &row, 1, 2);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
    assert_int_not_equal(raw_status(fixture->path, "UPDATE session SET class = 'autumn-2026'"), 0);
    tamper(fixture->path, "UPDATE session SET class = 'autumn-2026' WHERE class IS NOT NULL");
    assert_int_equal(fixture_bad(fixture, NULL), 1);
}

/* ------------------------------------------------------------------------------ trainers ---- */

static void trainers_are_kept_and_changed(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    struct trainer chen = {.name = " 陈老师 ", .hash = "$argon2id$x"}, kept;
    assert_true(store_add_trainer(fixture->store, &chen, &error));
    assert_string_equal(chen.name, "陈老师");
    assert_true(ulid_is_valid(chen.id));
    chen.failures = 6;
    chen.wait_until = FIXTURE_NOW;
    snprintf(chen.hash, sizeof chen.hash, "$argon2id$y");
    assert_true(store_change_trainer(fixture->store, &chen, &error));
    fixture_close(fixture);
    fixture_open(fixture);
    assert_true(store_trainer(fixture->store, "陈老师", &kept, &error));
    assert_string_equal(kept.id, chen.id);
    assert_string_equal(kept.hash, "$argon2id$y");
    assert_int_equal(kept.failures, 6);
    assert_true(kept.wait_until == FIXTURE_NOW);
    kept.wait_until = 0;
    assert_true(store_change_trainer(fixture->store, &kept, &error));
    assert_true(store_trainer_by_id(fixture->store, chen.id, &kept, &error));
    assert_string_equal(kept.name, "陈老师");
    assert_true(kept.wait_until == 0);
    assert_false(store_trainer(fixture->store, "陈", &kept, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_false(store_trainer_by_id(fixture->store, "陈老师", &kept, &error));
    memset(kept.id, '0', 3);
    assert_false(store_change_trainer(fixture->store, &kept, &error));
}

static void trainers_have_names_of_their_own(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    struct trainer li = {.name = "Li", .hash = "x"}, same = {.name = "Li ", .hash = "y"},
                   none = {.name = " ", .hash = "z"}, chen = {.name = "Chen", .hash = "x"};
    assert_true(store_add_trainer(fixture->store, &li, &error));
    assert_false(store_add_trainer(fixture->store, &same, &error));
    assert_int_equal(error.code, ERROR_USAGE);
    assert_contains(error.message, "there is a trainer Li already");
    assert_false(store_add_trainer(fixture->store, &none, &error));
    assert_true(store_add_trainer(fixture->store, &chen, &error));
    struct trainer *all;
    int count;
    assert_true(store_trainers(fixture->store, &all, &count, &error));
    assert_int_equal(count, 2);
    assert_string_equal(all[0].name, "Chen");
    assert_string_equal(all[1].name, "Li");
    free(all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_words_to_type),
        cmocka_unit_test(policies_have_names),
        STORE_TEST(a_class_is_kept_as_given),
        STORE_TEST(what_is_no_class_is_refused),
        STORE_TEST(classes_are_listed_oldest_first),
        STORE_TEST(numbers_are_kept_as_json),
        STORE_TEST(a_roster_grows_and_keeps_its_places),
        STORE_TEST(a_roster_is_added_whole_or_not_at_all),
        STORE_TEST(standings_are_counted_by_person),
        STORE_TEST(an_edited_class_is_seen),
        STORE_TEST(trainers_are_kept_and_changed),
        STORE_TEST(trainers_have_names_of_their_own),
    };
    return cmocka_run_group_tests_name("store_classes", tests, NULL, NULL);
}
