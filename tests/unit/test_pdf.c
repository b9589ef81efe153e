/*
 * test_pdf.c: running WeasyPrint, against stand-ins of that name that do what is to be withstood;
 * and files that are written whole or not at all. The real one is run by tests/pages/run-pages.
 */
#include <glob.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "class/file.h"
#include "class/pdf.h"
#include "unit/program.h"

static char *home;
static char *path_before;

static int setup(void **state)
{
    (void)state;
    home = program_home();
    const char *path = getenv("PATH");
    path_before = strdup(path ? path : "");
    return chdir(home);
}

static int teardown(void **state)
{
    (void)state;
    setenv("PATH", path_before, 1);
    free(path_before);
    assert_int_equal(chdir("/"), 0);
    program_home_remove(home);
    return 0;
}

/* Puts a program of that name first; `body` is its shell. */
static void stand_in(const char *body)
{
    char path[4096];
    assert_true(mkdir("bin", 0700) == 0 || access("bin", F_OK) == 0);
    FILE *file = fopen("bin/weasyprint", "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", body);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod("bin/weasyprint", 0700), 0);
    snprintf(path, sizeof path, "%s/bin:%s", home, path_before);
    setenv("PATH", path, 1);
}

static void expect_failure(const char *words)
{
    struct error error = {0};
    assert_false(pdf_write("<p>page</p>", "out.pdf", &error));
    assert_int_equal(error.code, ERROR_SYSTEM);
    if (!strstr(error.message, words))
        fail_msg("'%s' is not in: %s", words, error.message);
}

static void expect_file(const char *path, const char *content)
{
    char *found = program_read_file(path);
    assert_string_equal(found, content);
    free(found);
}

/* No temporary file is left beside what was written. */
static void expect_no_leftover(void)
{
    glob_t found;
    assert_int_equal(glob(".yanlian*", 0, NULL, &found), GLOB_NOMATCH);
    globfree(&found);
}

/* --------------------------------------------------------------------------------- PDF ---- */

static void test_html_goes_in_and_pdf_comes_out(void **state)
{
    (void)state;
    struct error error = {0};
    stand_in("printf '%%PDF-1.7 '; cat; printf ' [%s]' \"$*\"");
    assert_true(pdf_write("<p>第 1 页</p>", "out.pdf", &error));
    expect_file("out.pdf",
                "%PDF-1.7 <p>第 1 页</p> [--quiet --encoding utf-8 --base-url about:blank - -]");
    expect_no_leftover();
}

/* More than a pipe holds, both ways and on stderr, so that waiting for the end must not block. */
static void test_large_pages_do_not_block(void **state)
{
    (void)state;
    struct error error = {0};
    const size_t size = (size_t)1 << 21;
    char *html = malloc(size + 1);
    assert_non_null(html);
    memset(html, 'x', size);
    html[size] = '\0';
    stand_in("printf '%%PDF-1.7 '; cat; head -c 300000 /dev/zero | tr '\\0' w >&2");
    assert_true(pdf_write(html, "out.pdf", &error));
    struct stat written;
    assert_int_equal(stat("out.pdf", &written), 0);
    assert_int_equal(written.st_size, (off_t)size + 9);
    free(html);
}

static void test_missing_program_tells_what_to_install(void **state)
{
    (void)state;
    setenv("PATH", home, 1);
    expect_failure("scripts/setup print");
    expect_failure("apt-get install weasyprint fonts-noto-cjk");
    expect_failure("--format html");
    assert_int_not_equal(access("out.pdf", F_OK), 0);
}

static void test_failure_tells_its_last_line_and_keeps_the_old(void **state)
{
    (void)state;
    struct error error = {0};
    assert_true(file_replace("out.pdf", "old", 3, &error));
    stand_in(
        "echo '%PDF-1.7 half'; printf 'Traceback\\nOSError: \\033[31mno fonts\\n' >&2; exit 3");
    expect_failure("OSError: ");
    expect_failure("no fonts");
    expect_file("out.pdf", "old");
    stand_in("exit 3");
    expect_failure("it ended with 3");
    stand_in("kill -9 $$");
    expect_failure("it ended with 137");
    stand_in("echo hello");
    expect_failure("no PDF");
    stand_in("exit 0");
    expect_failure("no PDF");
    expect_file("out.pdf", "old");
    expect_no_leftover();
}

/* What never ends is ended, and leaves no process behind. */
static void test_hanging_program_is_stopped(void **state)
{
    (void)state;
    struct error error = {0};
    stand_in("echo $$ >pid; echo %PDF-1.7; exec sleep 100");
    assert_false(pdf_write_within("<p>", "out.pdf", 1, &error));
    assert_non_null(strstr(error.message, "more than 1 seconds"));
    char *pid = program_read_file("pid");
    assert_int_equal(kill((pid_t)strtol(pid, NULL, 10), 0), -1);
    free(pid);
    assert_int_not_equal(access("out.pdf", F_OK), 0);
}

static void test_folder_that_is_not_there(void **state)
{
    (void)state;
    struct error error = {0};
    stand_in("echo %PDF-1.7");
    assert_false(pdf_write("<p>", "nowhere/out.pdf", &error));
    assert_non_null(strstr(error.message, "nowhere/out.pdf"));
}

/* ------------------------------------------------------------------------------- files ---- */

static void test_full_disk_keeps_the_old(void **state)
{
    (void)state;
    struct error error = {0};
    struct rlimit before, small;
    assert_true(file_replace("kept", "old", 3, &error));
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 4096;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    static const char much[8192] = {0};
    bool done = file_replace("kept", much, sizeof much, &error);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_DFL);
    assert_false(done);
    assert_non_null(strstr(error.message, "kept"));
    expect_file("kept", "old");
    expect_no_leftover();
}

static void test_replacing_keeps_the_mode(void **state)
{
    (void)state;
    struct error error = {0};
    struct stat there;
    mode_t mask = umask(027);
    assert_true(file_replace("new", "one", 3, &error));
    assert_int_equal(stat("new", &there), 0);
    assert_int_equal(there.st_mode & 07777, 0640);
    assert_int_equal(chmod("new", 0604), 0);
    assert_true(file_replace("new", "two", 3, &error));
    assert_int_equal(stat("new", &there), 0);
    assert_int_equal(there.st_mode & 07777, 0604);
    umask(mask);
    expect_file("new", "two");
}

static void test_devices_are_written_as_they_are(void **state)
{
    (void)state;
    struct error error = {0};
    assert_true(file_replace("/dev/null", "gone", 4, &error));
    assert_false(file_replace("/dev/full", "x", 1, &error));
    assert_false(file_replace(home, "x", 1, &error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_html_goes_in_and_pdf_comes_out, setup, teardown),
        cmocka_unit_test_setup_teardown(test_large_pages_do_not_block, setup, teardown),
        cmocka_unit_test_setup_teardown(test_missing_program_tells_what_to_install, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_failure_tells_its_last_line_and_keeps_the_old, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_hanging_program_is_stopped, setup, teardown),
        cmocka_unit_test_setup_teardown(test_folder_that_is_not_there, setup, teardown),
        cmocka_unit_test_setup_teardown(test_full_disk_keeps_the_old, setup, teardown),
        cmocka_unit_test_setup_teardown(test_replacing_keeps_the_mode, setup, teardown),
        cmocka_unit_test_setup_teardown(test_devices_are_written_as_they_are, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
