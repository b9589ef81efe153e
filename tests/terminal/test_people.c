/* test_people.c: a passphrase at a terminal, and the home screen of a class. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "class/roster.h"
#include "class/trainer.h"
#include "screen.h"

#define GOOD "a few words of mine"

enum { STORE_PATH = 256 };

static void new_store(char path[STORE_PATH])
{
    const char *base = getenv("TMPDIR");
    char folder[STORE_PATH];
    snprintf(folder, sizeof folder, "%.200s/people.XXXXXX", base ? base : "/tmp");
    assert_non_null(mkdtemp(folder));
    snprintf(path, STORE_PATH, "%.240s/s.db", folder);
}

static struct screen *start(const char *store, const char *arguments)
{
    return screen_start(&(struct screen_options){
        .language = "en_US.UTF-8", .store = store, .arguments = arguments});
}

static void a_passphrase_is_typed_twice_and_never_shown(void **unused)
{
    (void)unused;
    char store[STORE_PATH];
    new_store(store);
    struct screen *screen = start(store, "trainer new chen");
    screen_wait(screen, "New passphrase of chen:");
    screen_type(screen, GOOD "\r");
    screen_wait(screen, "Once more:");
    screen_type(screen, "a few words of mime\r");
    screen_wait(screen, "the two are not the same");
    assert_int_equal(screen_wait_end(screen), 2);
    assert_false(screen_shows(screen, "words"));
    assert_true(screen_settings_are_restored(screen));
    screen_stop(screen);

    screen = start(store, "trainer new chen");
    screen_wait(screen, "New passphrase of chen:");
    screen_type(screen, GOOD "\r");
    screen_wait(screen, "Once more:");
    screen_type(screen, GOOD "\r");
    screen_wait(screen, "Trainer added: chen");
    assert_int_equal(screen_wait_end(screen), 0);
    assert_false(screen_shows(screen, "words"));
    assert_true(screen_settings_are_restored(screen));
    screen_stop(screen);

    screen = start(store, "class new spring-2026 --title Spring --as chen");
    screen_wait(screen, "Passphrase of chen:");
    screen_type(screen, GOOD "\r");
    screen_wait(screen, "Class added: spring-2026");
    assert_int_equal(screen_wait_end(screen), 0);
    assert_false(screen_shows(screen, "words"));
    screen_stop(screen);
}

static void expect_restored(int signal_number, const char *keys)
{
    char store[STORE_PATH];
    new_store(store);
    struct screen *screen = start(store, "trainer new chen");
    screen_wait(screen, "New passphrase of chen:");
    screen_type(screen, "half of it");
    if (keys)
        screen_type(screen, keys);
    else
        screen_signal(screen, signal_number);
    assert_int_equal(screen_wait_end(screen), 128 + signal_number);
    assert_true(screen_settings_are_restored(screen));
    assert_false(screen_shows(screen, "half"));
    screen_stop(screen);
}

static void signals_put_the_terminal_back(void **unused)
{
    (void)unused;
    expect_restored(SIGINT, "\003");
    expect_restored(SIGQUIT, "\034");
    expect_restored(SIGTERM, NULL);
    expect_restored(SIGHUP, NULL);
}

static int asked(const struct screen *screen)
{
    int count = 0;
    for (int row = 0; row < screen_rows(screen); row++)
        count += strcmp(screen_row(screen, row), "New passphrase of chen:") == 0;
    return count;
}

/* Being stopped shows the terminal as it was; afterwards it is asked again, from the beginning. */
static void it_is_asked_again_after_a_stop(void **unused)
{
    (void)unused;
    char store[STORE_PATH];
    new_store(store);
    struct screen *screen = start(store, "trainer new chen");
    screen_wait(screen, "New passphrase of chen:");
    screen_type(screen, "half of it");
    screen_signal(screen, SIGTSTP);
    for (int i = 0; i < 100 && asked(screen) < 2; i++) {
        screen_read(screen, 50);
        screen_signal(screen, SIGCONT);
    }
    assert_int_equal(asked(screen), 2);
    screen_type(screen, GOOD "\r");
    screen_wait(screen, "Once more:");
    screen_type(screen, GOOD "\r");
    screen_wait(screen, "Trainer added: chen");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

static void the_end_of_input_is_no_passphrase(void **unused)
{
    (void)unused;
    char store[STORE_PATH];
    new_store(store);
    struct screen *screen = start(store, "trainer new chen");
    screen_wait(screen, "New passphrase of chen:");
    screen_type(screen, "\004");
    screen_wait(screen, "no passphrase was typed");
    assert_int_equal(screen_wait_end(screen), 1);
    assert_true(screen_settings_are_restored(screen));
    screen_stop(screen);
}

/* ------------------------------------------------------------------------------ the class ---- */

static void fill_class(const char *path)
{
    static const char csv[] = "姓名,工号\n李梅,A102\n王小明,80012\n";
    struct error error = {0};
    struct roster_file file;
    struct class_row row = {.id = "spring-2026", .title = "春季班", .pass_mark = 60};
    struct store *store = store_open(path, &error);
    assert_non_null(store);
    assert_true(store_add_class(store, &row, &error));
    assert_true(roster_parse("r.csv", csv, strlen(csv), &file, NULL, &error));
    assert_true(roster_import(store, row.id, &file, false, NULL, NULL, &error));
    roster_file_free(&file);
    store_close(store);
}

static int class_sessions(const char *path, const char *person)
{
    struct error error = {0};
    struct session_row *rows;
    int count, found = 0;
    struct store *store = store_open(path, &error);
    const struct session_filter filter = {.class = "spring-2026", .state = -1};
    assert_non_null(store);
    assert_true(store_sessions(store, &filter, &rows, &count, &error));
    for (int i = 0; i < count; i++)
        found += strcmp(rows[i].person.name, person) == 0;
    assert_int_equal(found, count);
    free(rows);
    store_close(store);
    return count;
}

static void home_plays_for_the_class(void **unused)
{
    (void)unused;
    char store[STORE_PATH];
    new_store(store);
    fill_class(store);
    struct screen *screen = start(store, "home --class spring-2026");
    screen_wait(screen, "on the class's roster");
    screen_paste(screen, "Some\nbody\n");
    screen_wait(screen, "Some body");
    for (int i = 0; i < 6; i++)
        screen_type(screen, "\177");
    screen_type(screen, "body\r\r\r");
    screen_wait(screen, "Somebody is not on the roster of class spring-2026");
    screen_stop(screen);

    screen = start(store, "home --class spring-2026");
    screen_wait(screen, "on the class's roster");
    screen_type(screen, "80012\r\r\r"); /* the staff number will do */
    screen_wait(screen, "A large idle deposit");
    assert_true(screen_shows(screen, "王小明 (80012)"));
    assert_true(screen_shows(screen, "春季班"));
    screen_type(screen, "\r");
    screen_wait(screen, "Practice: with a coach");
    screen_type(screen, "\r");
    screen_wait(screen, "1/12");
    screen_stop(screen);
    assert_int_equal(class_sessions(store, "王小明"), 1);
}

/* What was begun for no class is not gone on with in the class's name, nor the other way round. */
static void home_goes_on_with_the_class_s_own(void **unused)
{
    (void)unused;
    char store[STORE_PATH];
    new_store(store);
    fill_class(store);
    struct screen *screen = start(store, "home --as 王小明");
    screen_wait(screen, "A large idle deposit");
    screen_type(screen, "\r\r"); /* a practice session, left at once */
    screen_wait(screen, "1/12");
    screen_stop(screen);
    screen = start(store, "home --as 王小明");
    screen_wait(screen, "A large idle deposit");
    screen_type(screen, "\r");
    screen_wait(screen, "Go on with the unfinished session");
    screen_stop(screen);
    screen = start(store, "home --class spring-2026 --as 王小明");
    screen_wait(screen, "A large idle deposit");
    screen_type(screen, "\r");
    screen_wait(screen, "Practice: with a coach");
    assert_false(screen_shows(screen, "Go on with the unfinished session"));
    screen_stop(screen);
    assert_int_equal(class_sessions(store, "王小明"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_passphrase_is_typed_twice_and_never_shown),
        cmocka_unit_test(signals_put_the_terminal_back),
        cmocka_unit_test(it_is_asked_again_after_a_stop),
        cmocka_unit_test(the_end_of_input_is_no_passphrase),
        cmocka_unit_test(home_plays_for_the_class),
        cmocka_unit_test(home_goes_on_with_the_class_s_own),
    };
    return cmocka_run_group_tests_name("people", tests, NULL, NULL);
}
