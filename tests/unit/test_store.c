/*
 * test_store.c: the file, people, settings, sources, and sessions: kept, found again, listed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/text.h"
#include "core/score.h"
#include "store_fixture.h"

/* ---------------------------------------------------------------------------- the file ---- */

static mode_t mode_of(const char *path)
{
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return status.st_mode & 07777;
}

static void a_new_store_is_for_the_user_alone(void **state)
{
    const struct fixture *fixture = *state;
    char path[400];
    mode_t before = umask(0);
    snprintf(path, sizeof path, "%s/deep/er/yanlian.db", fixture->folder);
    struct store *store = store_open(path, NULL);
    umask(before);
    assert_non_null(store);
    assert_int_equal(mode_of(path), 0600);
    snprintf(path, sizeof path, "%s/deep/er/yanlian.db-wal", fixture->folder);
    assert_int_equal(mode_of(path), 0600);
    snprintf(path, sizeof path, "%s/deep/er", fixture->folder);
    assert_int_equal(mode_of(path), 0700);
    snprintf(path, sizeof path, "%s/deep", fixture->folder);
    assert_int_equal(mode_of(path), 0700);
    store_close(store);
    store_close(NULL);
}

static void the_file_is_set_up_as_promised(void **state)
{
    struct fixture *fixture = *state;
    struct stat status;
    assert_int_equal(raw_number(fixture->path, "SELECT version FROM schema"), FIXTURE_VERSION);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM pragma_journal_mode "
                                               "WHERE journal_mode = 'wal'"),
                     1);
    assert_int_equal(raw_number(fixture->path, "PRAGMA application_id"), 0x79616e6c);
    fixture_close(fixture);
    char wal[400];
    snprintf(wal, sizeof wal, "%s-wal", fixture->path);
    assert_int_equal(stat(wal, &status), -1); /* closing leaves one file, to be copied */
    fixture_open(fixture);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM person"), 1);
}

/* SQLite reads these as something else than a file's name. */
static void odd_names_are_names(void **state)
{
    const struct fixture *fixture = *state;
    static const char *const names[] = {":memory:", "file:x.db?mode=memory", "a b'c\"%41.db",
                                        "数据库.db"};
    char *before = getcwd(NULL, 0);
    assert_int_equal(chdir(fixture->folder), 0);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct store *store = store_open(names[i], NULL);
        assert_non_null(store);
        store_close(store);
        struct stat status;
        assert_int_equal(stat(names[i], &status), 0);
        assert_true(status.st_size > 4096); /* the tables are there, and not in memory */
    }
    assert_int_equal(chdir(before), 0);
    free(before);
    struct error error = {0};
    assert_null(store_open("", &error));
    assert_int_equal(error.code, ERROR_STORE);
}

static void set_or_unset(const char *name, const char *value)
{
    assert_int_equal(value != NULL ? setenv(name, value, 1) : unsetenv(name), 0);
}

static char *copy_of_variable(const char *name)
{
    const char *value = getenv(name);
    return value != NULL ? strdup(value) : NULL;
}

static void the_default_path_follows_the_environment(void **state)
{
    (void)state;
    static const struct {
        const char *store, *data, *home, *expected;
    } cases[] = {
        {"/s/x.db", "/data", "/home/a", "/s/x.db"},
        {"x.db", "/data", "/home/a", "x.db"},
        {"", "/data", "/home/a", "/data/yanlian/yanlian.db"},
        {NULL, "/data", NULL, "/data/yanlian/yanlian.db"},
        {NULL, "data", "/home/a", "/home/a/.local/share/yanlian/yanlian.db"},
        {NULL, "", "/home/a", "/home/a/.local/share/yanlian/yanlian.db"},
        {NULL, NULL, "/home/a", "/home/a/.local/share/yanlian/yanlian.db"},
        {NULL, NULL, "", NULL},
        {NULL, "data", NULL, NULL},
    };
    static const char *const names[] = {"YANLIAN_STORE", "XDG_DATA_HOME", "HOME"};
    char *before[3];
    for (int i = 0; i < 3; i++) {
        before[i] = copy_of_variable(names[i]);
    }
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error error = {0};
        set_or_unset(names[0], cases[i].store);
        set_or_unset(names[1], cases[i].data);
        set_or_unset(names[2], cases[i].home);
        char *path = store_default_path(&error);
        if (cases[i].expected != NULL) {
            assert_non_null(path);
            assert_string_equal(path, cases[i].expected);
        } else {
            assert_null(path);
            assert_int_equal(error.code, ERROR_STORE);
            assert_contains(error.message, "YANLIAN_STORE");
        }
        free(path);
    }
    for (int i = 0; i < 3; i++) {
        set_or_unset(names[i], before[i]);
        free(before[i]);
    }
}

/* ------------------------------------------------------------------------------ people ---- */

static void the_same_person_is_found_again(void **state)
{
    const struct fixture *fixture = *state;
    struct person person;
    assert_true(ulid_is_valid(fixture->person.id));
    assert_string_equal(fixture->person.name, "王小明");
    assert_string_equal(fixture->person.staff_number, "");
    assert_true(store_person(fixture->store, "  王小明\n", NULL, &person, NULL));
    assert_string_equal(person.id, fixture->person.id);
    assert_true(store_person(fixture->store, "李四", "", &person, NULL));
    assert_string_not_equal(person.id, fixture->person.id);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM person"), 2);
}

static void a_number_tells_people_apart(void **state)
{
    const struct fixture *fixture = *state;
    struct person first;
    struct person second;
    struct person found;
    assert_true(store_person(fixture->store, "李四", "0042", &first, NULL));
    assert_true(store_person(fixture->store, "李四", "", &found, NULL));
    assert_string_equal(found.id, first.id); /* the only one of that name */
    assert_string_equal(found.staff_number, "0042");
    assert_true(store_person(fixture->store, "李四", "0043", &second, NULL));
    assert_string_not_equal(second.id, first.id);
    assert_true(store_person(fixture->store, "李四", "0042", &found, NULL));
    assert_string_equal(found.id, first.id);
    assert_true(store_person(fixture->store, "李四", "", &found, NULL));
    assert_string_equal(found.staff_number, ""); /* two of that name: neither is guessed */
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM person"), 4);
    second = found;
    assert_true(store_person(fixture->store, "李四", "", &found, NULL));
    assert_string_equal(found.id, second.id);
}

static void names_are_data(void **state)
{
    const struct fixture *fixture = *state;
    static const char *const names[] = {
        "Robert'); DROP TABLE person;--",
        "\"quoted\" \\ %s %n ?1 :name",
        "=HYPERLINK(1)",
        "\x1b]0;title\x07\x1b[31mred",
        "a\tb\r\nc",
        "broken \xff\xc3 bytes",
        "e\xcc\x81\xe2\x80\xae",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct person made;
        struct person found;
        assert_true(store_person(fixture->store, names[i], names[i], &made, NULL));
        assert_true(text_is_clean(made.name, strlen(made.name)));
        assert_null(strpbrk(made.name, "\x1b\x07\r\n\t"));
        assert_true(store_person(fixture->store, made.name, made.staff_number, &found, NULL));
        assert_string_equal(found.id, made.id);
    }
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM person"), 8);
}

static void long_names_are_cut_between_characters(void **state)
{
    const struct fixture *fixture = *state;
    char name[10241];
    struct person person;
    for (size_t i = 0; i + 3 < sizeof name; i += 3) {
        memcpy(name + i, "王", 4);
    }
    assert_true(store_person(fixture->store, name, name, &person, NULL));
    assert_int_equal(strlen(person.name), STORE_NAME_MAX);
    assert_true(text_is_clean(person.name, STORE_NAME_MAX));
    memset(name, 'x', sizeof name - 1);
    name[1] = '\xe7'; /* so that the cut falls amid a character */
    memcpy(name + STORE_NAME_MAX - 1, "王", 3);
    name[sizeof name - 1] = '\0';
    assert_true(store_person(fixture->store, name, "", &person, NULL));
    assert_true(strlen(person.name) <= STORE_NAME_MAX);
    assert_true(text_is_clean(person.name, strlen(person.name)));
}

static void a_person_needs_a_name(void **state)
{
    const struct fixture *fixture = *state;
    struct person person = {.name = "kept"};
    struct error error = {0};
    assert_false(store_person(fixture->store, " \n\t ", "12", &person, &error));
    assert_int_equal(error.code, ERROR_USAGE);
    assert_string_equal(person.name, "kept");
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM person"), 1);
}

/* ------------------------------------------------------------------- settings, sources ---- */

static void settings_are_remembered(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {.code = ERROR_SYSTEM};
    char *value = NULL;
    assert_false(store_get_setting(fixture->store, "person", &value, &error));
    assert_int_equal(error.code, ERROR_NONE);
    assert_null(value);
    assert_true(store_set_setting(fixture->store, "person", "one", NULL));
    assert_true(store_set_setting(fixture->store, "person", "two '; --", NULL));
    assert_true(store_set_setting(fixture->store, "language", "", NULL));
    assert_true(store_get_setting(fixture->store, "person", &value, NULL));
    assert_string_equal(value, "two '; --");
    free(value);
    assert_true(store_get_setting(fixture->store, "language", &value, NULL));
    assert_string_equal(value, "");
    free(value);
    assert_false(store_get_setting(fixture->store, "Person", &value, NULL));
}

static void a_source_is_kept_once(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    assert_true(store_keep_source(fixture->store, "d1", "idle-deposit", "{\"a\":\"柜\"}", NULL));
    assert_true(store_keep_source(fixture->store, "d1", "idle-deposit", "{}", NULL));
    char *bundle = store_source(fixture->store, "d1", NULL);
    assert_non_null(bundle);
    assert_string_equal(bundle, "{\"a\":\"柜\"}");
    free(bundle);
    assert_null(store_source(fixture->store, "d2", &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_contains(error.message, "d2");
}

/* ---------------------------------------------------------------------------- sessions ---- */

static void a_session_goes_round(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row row;
    fixture_session(fixture, &row);
    assert_true(ulid_is_valid(row.id));
    assert_true(row.started_at == FIXTURE_NOW && row.ended_at == 0);
    assert_int_equal(row.state, SESSION_OPEN);
    assert_int_equal(row.band, -1);
    assert_int_equal(row.event_count, 0);
    assert_int_equal(strlen(row.head), 64);
    assert_kept(fixture, &row);

    fixture_append(fixture, &row, 1, 3);
    assert_int_equal(row.event_count, 3);
    assert_kept(fixture, &row);

    fixture_finish(fixture, &row);
    assert_int_equal(row.state, SESSION_FINISHED);
    assert_int_equal(row.event_count, 4);
    assert_true(row.ended_at == FIXTURE_NOW + 60000);
    assert_true(row.score == 200.0 / 3);
    assert_int_equal(row.band, BAND_PASS);
    assert_true(row.passed);
    assert_string_equal(row.ending, "card");
    assert_kept(fixture, &row);
}

static void any_seed_is_kept(void **state)
{
    const struct fixture *fixture = *state;
    static const uint64_t seeds[] = {0, 1, (UINT64_C(1) << 53) - 1, UINT64_MAX};
    for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
        struct session_row row;
        fixture_session(fixture, &row);
        row.seed = seeds[i];
        assert_true(store_begin_session(fixture->store, &row, FIXTURE_NOW, NULL));
        assert_kept(fixture, &row);
    }
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void a_session_needs_its_person_and_its_source(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row row;
    struct error error = {0};
    fixture_session(fixture, &row);
    struct session_row wrong = row;
    wrong.digest[0] = 'f';
    assert_false(store_begin_session(fixture->store, &wrong, FIXTURE_NOW, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_string_equal(wrong.id, row.id); /* a call that fails changes nothing */
    wrong = row;
    wrong.person.id[0] = '7';
    assert_false(store_begin_session(fixture->store, &wrong, FIXTURE_NOW, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM session"), 1);
}

static void a_finished_session_takes_no_more(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row row;
    struct error error = {0};
    fixture_session(fixture, &row);
    struct session_row stale = row;
    fixture_finish(fixture, &row);
    assert_false(store_append(fixture->store, &row, "pick", "{}", FIXTURE_NOW, NULL, &error));
    assert_int_equal(error.code, ERROR_NOT_ALLOWED);
    assert_false(store_append(fixture->store, &stale, "pick", "{}", FIXTURE_NOW, NULL, &error));
    assert_int_equal(error.code, ERROR_STORE);
    assert_contains(error.message, "it is being played elsewhere");
    assert_kept(fixture, &row);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

static void a_session_that_is_gone_is_said_so(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row row;
    struct error error = {0};
    fixture_session(fixture, &row);
    tamper(fixture->path, "DELETE FROM session");
    assert_false(store_append(fixture->store, &row, "pick", "{}", FIXTURE_NOW, NULL, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
}

static void two_players_of_one_session_are_told(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row here;
    struct session_row there;
    struct error error = {0};
    fixture_session(fixture, &here);
    fixture_append(fixture, &here, 1, 2);
    struct store *other = store_open(fixture->path, NULL);
    assert_true(store_session(other, here.id, &there, NULL));
    assert_true(store_append(other, &there, "pick", "{\"by\":2}", FIXTURE_NOW, NULL, NULL));

    struct session_row before = here;
    assert_false(
        store_append(fixture->store, &here, "pick", "{\"by\":1}", FIXTURE_NOW, NULL, &error));
    assert_int_equal(error.code, ERROR_STORE);
    assert_contains(error.message, "it is being played elsewhere");
    assert_contains(error.message, here.id);
    assert_string_equal(error.file, fixture->path);
    assert_same_row(&here, &before);

    assert_true(store_append(other, &there, "pick", "{\"by\":2}", FIXTURE_NOW, NULL, NULL));
    assert_kept(fixture, &there);
    store_close(other);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM event"), 4);
    assert_int_equal(fixture_bad(fixture, NULL), 0);
}

/* ----------------------------------------------------------------------------- finding ---- */

/* A row under an id of our choosing; such a session has no valid hash, which finding minds not. */
static void plant(const struct fixture *fixture, const char *id)
{
    char sql[512];
    snprintf(sql, sizeof sql,
             "INSERT INTO session (id, person, scenario, digest, seed, mode, language, started_at,"
             " head) SELECT '%s', id, 'idle-deposit', 'd', 1, 'exam', 'zh', "
             "'2026-11-21T08:30:00.000Z', 'h' FROM person LIMIT 1",
             id);
    raw(fixture->path, sql);
}

static void a_session_is_found_by_a_part_of_its_id(void **state)
{
    const struct fixture *fixture = *state;
    static const struct {
        const char *part;
        const char *id;
    } cases[] = {
        {"01HZ0000000000000000000001", "01HZ0000000000000000000001"},
        {"01hz0000000000000000000001", "01HZ0000000000000000000001"},
        {"01HZ00000000000000000ABCD1", "01HZ00000000000000000ABCD1"},
        {"ABCD1", "01HZ00000000000000000ABCD1"}, /* the end */
        {"abcdl", "01HZ00000000000000000ABCD1"}, /* l is 1 */
        {"01J0", "01J00000000000000000000002"},  /* the beginning */
        {"oijo", "01J00000000000000000000002"},  /* o is 0, i is 1 */
        {"0002", "01J00000000000000000000002"},
        {"ZZZZ", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ"},
    };
    plant(fixture, "01HZ0000000000000000000001");
    plant(fixture, "01HZ00000000000000000ABCD1");
    plant(fixture, "01J00000000000000000000002");
    plant(fixture, "7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct session_row row;
        struct error error = {0};
        if (!store_session(fixture->store, cases[i].part, &row, &error)) {
            fail_msg("%s: %s", cases[i].part, error.message);
        }
        assert_string_equal(row.id, cases[i].id);
    }
}

static void an_ambiguous_part_lists_what_it_fits(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row row = {.seed = 99};
    struct error error = {0};
    plant(fixture, "01HZAAAA00000000000000000Q");
    plant(fixture, "01HZAAAA00000000000001HZAA");
    assert_false(store_session(fixture->store, "01hzaa", &row, &error)); /* one's end, too */
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_contains(error.message,
                    "(01HZAAAA00000000000001HZAA, 01HZAAAA00000000000000000Q); give more");
    plant(fixture, "01HZAAAA00000000000000000R");
    assert_false(store_session(fixture->store, "01HZ", &row, &error));
    assert_null(strstr(error.message, "and more"));
    plant(fixture, "01HZAAAA00000000000000000S");
    assert_false(store_session(fixture->store, "01HZ", &row, &error));
    assert_contains(error.message, "01HZAAAA00000000000000000S");
    assert_null(strstr(error.message, "01HZAAAA00000000000000000Q")); /* the oldest is left out */
    assert_contains(error.message, "and more); give more of the id");
    assert_true(row.seed == 99);
}

static void what_is_no_session_is_said_so(void **state)
{
    const struct fixture *fixture = *state;
    char endless[2000];
    memset(endless, '0', sizeof endless - 1);
    endless[sizeof endless - 1] = '\0';
    const struct {
        const char *part;
        enum error_code code;
    } cases[] = {
        {"", ERROR_USAGE},
        {"01J", ERROR_USAGE},
        {"XXXX", ERROR_NOT_FOUND},
        {"01J%", ERROR_NOT_FOUND},
        {"____", ERROR_NOT_FOUND},
        {"' OR 1=1", ERROR_NOT_FOUND},
        {"会话会话", ERROR_NOT_FOUND},
        {endless, ERROR_NOT_FOUND},
        {"U123", ERROR_NOT_FOUND},
    };
    plant(fixture, "01J00000000000000000000002");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct session_row row;
        struct error error = {0};
        assert_false(store_session(fixture->store, cases[i].part, &row, &error));
        assert_int_equal(error.code, cases[i].code);
        assert_true(strlen(error.message) < 200);
    }
}

/* ----------------------------------------------------------------------------- listing ---- */

static void assert_listed(const struct fixture *fixture, const struct session_filter *filter,
                          const struct session_row *const *expected, int expected_count)
{
    struct session_row *rows = NULL;
    int count = -1;
    assert_true(store_sessions(fixture->store, filter, &rows, &count, NULL));
    assert_int_equal(count, expected_count);
    for (int i = 0; i < expected_count; i++) {
        assert_same_row(&rows[i], expected[i]);
    }
    free(rows);
}

static void sessions_are_listed_newest_first(void **state)
{
    struct fixture *fixture = *state;
    struct session_row a;
    struct session_row b;
    struct session_row c;
    const struct person first = fixture->person;
    fixture_session(fixture, &a);
    fixture_session(fixture, &b);
    fixture_finish(fixture, &b);
    assert_true(store_person(fixture->store, "李四", "1", &fixture->person, NULL));
    fixture_session(fixture, &c);
    const struct session_row *const all[] = {&c, &b, &a};
    const struct session_row *const ended[] = {&b};
    const struct session_row *const open[] = {&c, &a};
    assert_listed(fixture, &(struct session_filter){.state = -1}, all, 3);
    assert_listed(fixture, &(struct session_filter){.state = -1, .limit = 2}, all, 2);
    assert_listed(fixture, &(struct session_filter){.state = SESSION_FINISHED}, ended, 1);
    assert_listed(fixture, &(struct session_filter){.state = SESSION_OPEN}, open, 2);
    assert_listed(fixture, &(struct session_filter){.state = -1, .person = first.id}, all + 1, 2);
    assert_listed(fixture,
                  &(struct session_filter){.state = SESSION_OPEN, .person = fixture->person.id},
                  all, 1);
    assert_listed(fixture, &(struct session_filter){.state = -1, .scenario = "idle-deposit"}, all,
                  3);
    assert_listed(fixture, &(struct session_filter){.state = -1, .scenario = "forex"}, all, 0);
}

static void many_sessions_are_listed(void **state)
{
    const struct fixture *fixture = *state;
    struct session_row *rows = NULL;
    int count = 0;
    for (int i = 0; i < 37; i++) {
        struct session_row row;
        fixture_session(fixture, &row);
    }
    const struct session_filter any = {.state = -1};
    assert_true(store_sessions(fixture->store, &any, &rows, &count, NULL));
    assert_int_equal(count, 37);
    for (int i = 1; i < count; i++) {
        assert_true(strcmp(rows[i - 1].id, rows[i].id) > 0);
    }
    free(rows);
}

static void finish_with(const struct fixture *fixture, double score)
{
    struct session_row row;
    const struct session_result result = {.score = score, .band = BAND_FAIL, .ending = ""};
    fixture_session(fixture, &row);
    assert_true(store_append(fixture->store, &row, "end", "{}", FIXTURE_NOW + 1, &result, NULL));
}

static void a_standing_tells_best_last_and_open(void **state)
{
    const struct fixture *fixture = *state;
    const char *person = fixture->person.id;
    struct session_row old;
    struct session_row open;
    struct standing standing;
    assert_true(store_standing(fixture->store, person, "idle-deposit", &standing, NULL));
    assert_int_equal(standing.finished, 0);
    assert_string_equal(standing.open_session, "");
    fixture_session(fixture, &old);
    assert_true(store_standing(fixture->store, person, "idle-deposit", &standing, NULL));
    assert_int_equal(standing.finished, 0);
    assert_string_equal(standing.open_session, old.id);
    finish_with(fixture, 0);
    assert_true(store_standing(fixture->store, person, "idle-deposit", &standing, NULL));
    assert_true(standing.finished == 1 && standing.best == 0 && standing.last == 0);
    finish_with(fixture, 92.5);
    finish_with(fixture, 40);
    fixture_session(fixture, &open);
    assert_true(store_standing(fixture->store, person, "idle-deposit", &standing, NULL));
    assert_true(standing.finished == 3 && standing.best == 92.5 && standing.last == 40);
    assert_string_equal(standing.open_session, open.id);
    assert_true(store_standing(fixture->store, person, "forex", &standing, NULL));
    assert_int_equal(standing.finished, 0);
    assert_true(store_standing(fixture->store, "nobody", "idle-deposit", &standing, NULL));
    assert_int_equal(standing.finished, 0);
}

/* ---------------------------------------------------------------------------- together ---- */

struct errand {
    const struct fixture *fixture;
    bool fails;
};

static bool two_settings(void *data, struct error *error)
{
    const struct errand *errand = data;
    return store_set_setting(errand->fixture->store, "one", "1", error) &&
           store_set_setting(errand->fixture->store, "two", "2", error) && !errand->fails;
}

static void together_is_all_or_nothing(void **state)
{
    struct errand errand = {.fixture = *state, .fails = true};
    const char *path = errand.fixture->path;
    struct store *store = errand.fixture->store;
    assert_false(store_together(store, two_settings, &errand, NULL));
    assert_int_equal(raw_number(path, "SELECT count(*) FROM setting WHERE value IN ('1', '2')"), 0);
    errand.fails = false;
    assert_true(store_together(store, two_settings, &errand, NULL));
    assert_int_equal(raw_number(path, "SELECT count(*) FROM setting WHERE value IN ('1', '2')"), 2);
    assert_true(store_set_setting(store, "three", "3", NULL)); /* alone again */
    assert_int_equal(raw_number(path, "SELECT count(*) FROM setting WHERE value = '3'"), 1);
}

/* ------------------------------------------------------------------------------------------ */

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(a_new_store_is_for_the_user_alone),
        STORE_TEST(the_file_is_set_up_as_promised),
        STORE_TEST(odd_names_are_names),
        cmocka_unit_test(the_default_path_follows_the_environment),
        STORE_TEST(the_same_person_is_found_again),
        STORE_TEST(a_number_tells_people_apart),
        STORE_TEST(names_are_data),
        STORE_TEST(long_names_are_cut_between_characters),
        STORE_TEST(a_person_needs_a_name),
        STORE_TEST(settings_are_remembered),
        STORE_TEST(a_source_is_kept_once),
        STORE_TEST(a_session_goes_round),
        STORE_TEST(any_seed_is_kept),
        STORE_TEST(a_session_needs_its_person_and_its_source),
        STORE_TEST(a_finished_session_takes_no_more),
        STORE_TEST(a_session_that_is_gone_is_said_so),
        STORE_TEST(two_players_of_one_session_are_told),
        STORE_TEST(a_session_is_found_by_a_part_of_its_id),
        STORE_TEST(an_ambiguous_part_lists_what_it_fits),
        STORE_TEST(what_is_no_session_is_said_so),
        STORE_TEST(sessions_are_listed_newest_first),
        STORE_TEST(many_sessions_are_listed),
        STORE_TEST(a_standing_tells_best_last_and_open),
        STORE_TEST(together_is_all_or_nothing),
    };
    return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
