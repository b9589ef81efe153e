/*
 * test_store_files.c: missing rights, files that are no store, and stores that are damaged.
 */
#include <linux/capability.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <cmocka.h>

#include "store_fixture.h"

/* ------------------------------------------------------------------------------ rights ---- */

/* Permission bits do not bind root, unless it lays down what makes it root. */
static void obey_permissions(void)
{
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct none[2] = {{.effective = 0}};
    CHECK(syscall(SYS_capset, &header, none) == 0);
}

static void meet_missing_rights(const struct fixture *fixture, int number)
{
    (void)number;
    char path[400];
    struct error error = {0};
    obey_permissions();
    CHECK(chmod(fixture->path, 0400) == 0);
    CHECK(store_open(fixture->path, &error) == NULL);
    check_refusal(&error, fixture->path, "can't be written; make both writable");
    CHECK(chmod(fixture->path, 0000) == 0);
    CHECK(store_open(fixture->path, &error) == NULL);
    check_refusal(&error, fixture->path, "can't be written; make both writable");
    CHECK(chmod(fixture->path, 0600) == 0);

    CHECK(chmod(fixture->folder, 0500) == 0);
    CHECK(store_open(fixture->path, &error) == NULL);
    check_refusal(&error, fixture->path, "can't be written; make both writable");
    snprintf(path, sizeof path, "%s/new.db", fixture->folder);
    CHECK(store_open(path, &error) == NULL);
    check_refusal(&error, path, "make its folder writable");
    snprintf(path, sizeof path, "%s/a/b", fixture->folder);
    char file[420];
    snprintf(file, sizeof file, "%s/yanlian.db", path);
    CHECK(store_open(file, &error) == NULL);
    check_refusal(&error, path, "the folder can't be made");
    CHECK(chmod(fixture->folder, 0700) == 0);
    struct store *store = store_open(fixture->path, &error);
    CHECK(store != NULL);
    store_close(store);
}

static void missing_rights_are_said_so(void **state)
{
    struct fixture *fixture = *state;
    struct session_row row;
    fixture_session(fixture, &row);
    fixture_append(fixture, &row, 1, 2);
    fixture_close(fixture);
    run_child(fixture, meet_missing_rights);
    fixture_open(fixture);
    assert_kept(fixture, &row);
}

/* ------------------------------------------------------------------------- wrong files ---- */

static void what_is_no_file_is_refused(void **state)
{
    const struct fixture *fixture = *state;
    char path[440];
    char part[400];
    assert_refused(fixture->folder, "a folder");
    snprintf(path, sizeof path, "%s/fifo", fixture->folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_refused(path, "a device or the like");
    assert_refused("/dev/null", "a device or the like");
    snprintf(part, sizeof part, "%s/sub", fixture->path);
    snprintf(path, sizeof path, "%s/yanlian.db", part);
    struct error error = {0};
    assert_null(store_open(path, &error)); /* below a file */
    assert_int_equal(error.code, ERROR_STORE);
    assert_string_equal(error.file, part);
    assert_contains(error.message, "the folder can't be made (Not a directory)");
}

struct bytes {
    unsigned char *data;
    size_t length;
};

static struct bytes read_bytes(const char *path)
{
    struct bytes bytes = {NULL, 0};
    struct stat status;
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fstat(fileno(file), &status), 0);
    bytes.length = (size_t)status.st_size;
    bytes.data = malloc(bytes.length + 1);
    assert_non_null(bytes.data);
    assert_int_equal(fread(bytes.data, 1, bytes.length, file), bytes.length);
    fclose(file);
    return bytes;
}

static void write_bytes(const char *path, const unsigned char *data, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void assert_refused_untouched(const char *path, const char *part)
{
    struct bytes before = read_bytes(path);
    assert_refused(path, part);
    struct bytes after = read_bytes(path);
    assert_int_equal(after.length, before.length);
    assert_memory_equal(after.data, before.data, before.length);
    free(before.data);
    free(after.data);
}

static void a_newer_database_is_left_alone(void **state)
{
    struct fixture *fixture = *state;
    fixture_close(fixture);
    raw(fixture->path, "UPDATE schema SET version = 99; DROP TABLE setting;"
                       "CREATE TABLE setting (something, quite, different)");
    assert_refused_untouched(fixture->path, "made by a newer yanlian (its tables are version 99, "
                                            "this program knows 2)");
    raw(fixture->path, "UPDATE schema SET version = -1");
    assert_refused_untouched(fixture->path, "not a yanlian database");
}

static void foreign_databases_are_left_alone(void **state)
{
    const struct fixture *fixture = *state;
    static const char *const foreign[] = {
        "CREATE TABLE bookmarks (url)",
        "PRAGMA journal_mode = WAL; CREATE TABLE schema (version); INSERT INTO schema VALUES (0)",
        "PRAGMA application_id = 252006673; CREATE TABLE person (id)",
        "PRAGMA application_id = 252006673",
    };
    char path[400];
    snprintf(path, sizeof path, "%s/other.db", fixture->folder);
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++) {
        raw(path, foreign[i]);
        assert_refused_untouched(path, "this is not a yanlian database");
        assert_int_equal(unlink(path), 0);
    }
}

static void garbage_is_left_alone(void **state)
{
    const struct fixture *fixture = *state;
    unsigned char noise[8192];
    char path[400];
    snprintf(path, sizeof path, "%s/notes.txt", fixture->folder);
    for (size_t i = 0; i < sizeof noise; i++) {
        noise[i] = (unsigned char)(i * 167 + i / 7 + 1);
    }
    static const size_t lengths[] = {1, 15, 100, 512, 4096, 8192};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        write_bytes(path, noise, lengths[i]);
        assert_refused_untouched(path, "not a yanlian database");
    }
    memcpy(noise, "SQLite format 3", 16);
    write_bytes(path, noise, sizeof noise);
    assert_refused_untouched(path, "not a yanlian database");
}

static void an_empty_file_becomes_a_store(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    fixture_close(fixture);
    fixture_remove_database(fixture);
    write_bytes(fixture->path, (const unsigned char *)"", 0);
    assert_int_equal(store_live(fixture->path, &error), 4);
}

/* What `store_verify` makes of a file: true when all is as it should be. */
static bool seems_sound(const char *path, struct error *error)
{
    int checked = 0;
    int bad = 0;
    struct store *store = store_open(path, error);
    if (store == NULL) {
        return false;
    }
    bool sound = store_verify(store, NULL, NULL, NULL, &checked, &bad, error) && bad == 0;
    store_close(store);
    return sound;
}

/* Whatever is read from a damaged file: nothing crashes, and an error has its words. */
static void read_all_of(const char *path)
{
    struct error error = {0};
    store_look(path, &error);
    assert_true(error.code == ERROR_NONE || error.message[0] != '\0');
    error = (struct error){0};
    store_live(path, &error);
    assert_true(error.code == ERROR_NONE || error.message[0] != '\0');
}

static void make_large_database(struct fixture *fixture)
{
    struct session_row row;
    for (int i = 0; i < 8; i++) {
        fixture_session(fixture, &row);
        fixture_append(fixture, &row, 1, 40);
        fixture_finish(fixture, &row);
    }
    fixture_close(fixture);
}

static void damage_is_seen_page_by_page(void **state)
{
    enum { PAGE = 4096 };
    struct fixture *fixture = *state;
    make_large_database(fixture);
    struct bytes whole = read_bytes(fixture->path);
    struct error error = {0};
    assert_true(seems_sound(fixture->path, &error));
    assert_true(whole.length >= (size_t)20 * PAGE);
    for (size_t page = 0; page < whole.length / PAGE; page++) {
        unsigned char *start = whole.data + page * PAGE;
        unsigned char kept[PAGE];
        memcpy(kept, start, PAGE);
        for (int kind = 0; kind < 2; kind++) {
            for (size_t i = 0; i < PAGE; i++) {
                start[i] = kind == 0 ? 0 : (unsigned char)(kept[i] ^ 0x55);
            }
            fixture_remove_database(fixture);
            write_bytes(fixture->path, whole.data, whole.length);
            error = (struct error){0};
            if (seems_sound(fixture->path, &error)) {
                fail_msg("page %d is damaged, and nothing is said", (int)page + 1);
            }
            read_all_of(fixture->path);
            memcpy(start, kept, PAGE);
        }
    }
    free(whole.data);
}

static void a_file_cut_short_is_seen(void **state)
{
    struct fixture *fixture = *state;
    make_large_database(fixture);
    struct bytes whole = read_bytes(fixture->path);
    for (size_t length = 1000; length < whole.length; length += 5000) {
        struct error error = {0};
        fixture_remove_database(fixture);
        write_bytes(fixture->path, whole.data, length);
        assert_false(seems_sound(fixture->path, &error));
        assert_int_equal(error.code, ERROR_STORE);
        assert_contains(error.message, "damaged");
        read_all_of(fixture->path);
    }
    free(whole.data);
}

/* ------------------------------------------------------------------------------------------ */

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(missing_rights_are_said_so),     STORE_TEST(what_is_no_file_is_refused),
        STORE_TEST(a_newer_database_is_left_alone), STORE_TEST(foreign_databases_are_left_alone),
        STORE_TEST(garbage_is_left_alone),          STORE_TEST(an_empty_file_becomes_a_store),
        STORE_TEST(damage_is_seen_page_by_page),    STORE_TEST(a_file_cut_short_is_seen),
    };
    return cmocka_run_group_tests_name("store_files", tests, NULL, NULL);
}
