/*
 * test_options.c: a command's table of options: what goes where, what is refused and in what words.
 *
 * What getopt_long says is expected as the GNU C library words it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/random.h"
#include "cli/command.h"
#include "cli/options.h"

enum { WORDS_MAX = 12, OVER = 77 };

static const char points_to_help[] =
    "yanlian: `yanlian fish --help` tells what this command takes\n";

/* The program's own is in main.c, with the table of commands; it gives 0. */
int command_help(const char *name)
{
    assert_string_equal(name, "fish");
    return OVER;
}

/* A whole command line, and all that its table can fill. */
struct asked {
    char text[256];
    char *argv[WORDS_MAX + 1];
    int argc;
    const char *name, *file, *first, *second;
    bool plain, quick, has_size, help;
    int size;
    struct command_rest rest;
    char said[512]; /* on stderr */
};

/* The even sizes up to 8; what is wrong with 9 isn't the command asked. */
static bool take_size(void *to, const char *value, struct error *error)
{
    int *size = to;
    if (strcmp(value, "9") == 0)
        return error_set(error, ERROR_SYSTEM, "no nine today");
    if (strspn(value, "2468") != 1 || value[1] != '\0')
        return error_set(error, ERROR_USAGE, "--size %s: use an even one", value);
    *size = value[0] - '0';
    return true;
}

/* `words` are separated by single spaces; argv[0] is told from the command by its capital. */
static void split(struct asked *asked, const char *words)
{
    char *next = NULL;
    snprintf(asked->text, sizeof asked->text, "Fish %s", words);
    for (char *word = strtok_r(asked->text, " ", &next); word; word = strtok_r(NULL, " ", &next)) {
        assert_true(asked->argc < WORDS_MAX);
        asked->argv[asked->argc++] = word;
    }
}

static int run_table(struct asked *asked, const char *words, const struct command_option *options)
{
    FILE *file = tmpfile();
    int before = dup(STDERR_FILENO);
    assert_non_null(file);
    split(asked, words);
    dup2(fileno(file), STDERR_FILENO);
    int code = command_options(asked->argc, asked->argv, "fish", options);
    fflush(stderr);
    dup2(before, STDERR_FILENO);
    close(before);
    rewind(file);
    asked->said[fread(asked->said, 1, sizeof asked->said - 1, file)] = '\0';
    fclose(file);
    return code;
}

static int run(struct asked *asked, const char *words)
{
    *asked = (struct asked){0};
    const struct command_option options[] = {
        {.name = "name", .word = &asked->name},
        {.name = "file", .letter = 'f', .word = &asked->file},
        {.name = "plain", .flag = &asked->plain},
        {.name = "quick", .letter = 'q', .flag = &asked->quick},
        {.name = "size", .take = take_size, .to = &asked->size, .flag = &asked->has_size},
        {.name = "other"},
        {.word = &asked->first},
        {.word = &asked->second},
        {0},
    };
    return run_table(asked, words, options);
}

static void assert_refused(const char *words, const char *said)
{
    struct asked asked;
    assert_int_equal(run(&asked, words), 2);
    assert_string_equal(asked.said, said);
}

/* getopt_long complains, and then the command points to its help. */
static void assert_wrong(const char *words, const char *complaint)
{
    char said[512];
    snprintf(said, sizeof said, "%s\n%s", complaint, points_to_help);
    assert_refused(words, said);
}

/* ------------------------------------------------------------------------------- options ---- */

static void words_and_flags_go_where_the_table_says(void **state)
{
    (void)state;
    struct asked asked;
    assert_int_equal(run(&asked, "--name Wen --plain"), COMMAND_GOES_ON);
    assert_string_equal(asked.name, "Wen");
    assert_true(asked.plain);
    assert_null(asked.file);
    assert_false(asked.quick);
    assert_false(asked.has_size);
    assert_int_equal(run(&asked, "--name=Wen --na= --name -x"), COMMAND_GOES_ON);
    assert_string_equal(asked.name, "-x"); /* the last one; a value may look like an option */
    assert_string_equal(asked.said, "");
}

static void an_option_can_be_abbreviated(void **state)
{
    (void)state;
    struct asked asked;
    assert_int_equal(run(&asked, "--n Wen --pl --si 4"), COMMAND_GOES_ON);
    assert_string_equal(asked.name, "Wen");
    assert_true(asked.plain);
    assert_int_equal(asked.size, 4);
}

static void what_is_ambiguous_is_named_in_the_tables_order(void **state)
{
    (void)state;
    struct asked asked = {0};
    const struct command_option options[] = {
        {.name = "limit", .word = &asked.name},
        {.name = "least", .word = &asked.file},
        {0},
    };
    assert_int_equal(run_table(&asked, "--l 3", options), 2);
    assert_non_null(strstr(asked.said, "Fish: option '--l' is ambiguous; "
                                       "possibilities: '--limit' '--least' '--lang'\n"));
}

static void a_short_form_is_the_same_option(void **state)
{
    (void)state;
    struct asked asked;
    const char *const forms[] = {"-f a.csv -q", "-fa.csv -q", "-qfa.csv", "--file a.csv --quick"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        assert_int_equal(run(&asked, forms[i]), COMMAND_GOES_ON);
        assert_string_equal(asked.file, "a.csv");
        assert_true(asked.quick);
    }
    assert_wrong("-f", "Fish: option requires an argument -- 'f'");
    assert_wrong("-x", "Fish: invalid option -- 'x'");
    assert_wrong("-n", "Fish: invalid option -- 'n'"); /* only those that say so have one */
}

static void a_value_is_taken_or_complained_about(void **state)
{
    (void)state;
    struct asked asked;
    assert_int_equal(run(&asked, "--size 6"), COMMAND_GOES_ON);
    assert_int_equal(asked.size, 6);
    assert_true(asked.has_size);
    assert_refused("--size 7", "yanlian: --size 7: use an even one\n");
    assert_int_equal(run(&asked, "--size 9"), 1);
    assert_string_equal(asked.said, "yanlian: no nine today\n");
}

static void what_getopt_refuses_points_to_the_help(void **state)
{
    (void)state;
    assert_wrong("--colour", "Fish: unrecognized option '--colour'");
    assert_wrong("--name", "Fish: option '--name' requires an argument");
    assert_wrong("--size", "Fish: option '--size' requires an argument");
    assert_wrong("--plain=yes", "Fish: option '--plain' doesn't allow an argument");
}

/* It is known, so that getopt_long has nothing to say, and may be abbreviated. */
static void an_option_that_goes_nowhere_is_refused(void **state)
{
    (void)state;
    assert_refused("--other 3", points_to_help);
    assert_refused("--ot 3 --size 7", points_to_help);
    assert_wrong("--other", "Fish: option '--other' requires an argument");
}

static void the_first_that_is_wrong_is_told(void **state)
{
    (void)state;
    assert_refused("--size 7 --colour --lang fr", "yanlian: --size 7: use an even one\n");
    assert_refused("--lang fr --size 7", "yanlian: --lang fr: use zh or en\n");
    assert_wrong("one two three --help --colour", "Fish: unrecognized option '--colour'");
}

/* ------------------------------------------------------------------------------ operands ---- */

static void operands_are_taken_in_turn(void **state)
{
    (void)state;
    struct asked asked;
    assert_int_equal(run(&asked, "one --plain"), COMMAND_GOES_ON);
    assert_string_equal(asked.first, "one");
    assert_null(asked.second);
    assert_true(asked.plain);
    assert_int_equal(run(&asked, "one --plain -- --two"), COMMAND_GOES_ON);
    assert_string_equal(asked.first, "one");
    assert_string_equal(asked.second, "--two");
}

static void an_operand_too_many_is_refused(void **state)
{
    (void)state;
    assert_refused("one two three four",
                   "yanlian: 'three' is too much: `yanlian fish --help` tells what goes here\n");
    assert_refused("one two three --help",
                   "yanlian: 'three' is too much: `yanlian fish --help` tells what goes here\n");
    struct asked asked = {0};
    const struct command_option none[] = {{0}};
    assert_int_equal(run_table(&asked, "one", none), 2);
}

static void the_rest_are_all_that_are_left(void **state)
{
    (void)state;
    struct asked asked = {0}, bare = {0};
    const struct command_option options[] = {
        {.name = "plain", .flag = &asked.plain},
        {.word = &asked.first},
        {.rest = &asked.rest},
        {0},
    };
    assert_int_equal(run_table(&asked, "one two --plain three", options), COMMAND_GOES_ON);
    assert_string_equal(asked.first, "one");
    assert_int_equal(asked.rest.count, 2);
    assert_string_equal(asked.rest.words[0], "two");
    assert_string_equal(asked.rest.words[1], "three");
    assert_true(asked.plain);
    assert_int_equal(run_table(&bare, "--plain", options), COMMAND_GOES_ON);
    assert_int_equal(asked.rest.count, 0);
}

/* ---------------------------------------------------------------- what all commands take ---- */

static void help_ends_the_command(void **state)
{
    (void)state;
    struct asked asked;
    assert_int_equal(run(&asked, "--help"), OVER);
    assert_int_equal(run(&asked, "one --he --plain two"), OVER);
    assert_true(asked.plain);
    assert_string_equal(asked.said, "");
}

static void a_command_can_take_its_help_itself(void **state)
{
    (void)state;
    struct asked asked = {0};
    const struct command_option options[] = {{.name = "help", .flag = &asked.help}, {0}};
    assert_int_equal(run_table(&asked, "--help", options), COMMAND_GOES_ON);
    assert_true(asked.help);
}

static void language_is_switched(void **state)
{
    (void)state;
    struct asked asked;
    words_use(LANGUAGE_EN);
    assert_int_equal(run(&asked, "--lang zh"), COMMAND_GOES_ON);
    assert_int_equal(words_language(), LANGUAGE_ZH);
    assert_int_equal(run(&asked, "--la=en"), COMMAND_GOES_ON);
    assert_int_equal(words_language(), LANGUAGE_EN);
    assert_refused("--lang fr", "yanlian: --lang fr: use zh or en\n");
}

static void a_command_can_ask_whether_a_language_was_given(void **state)
{
    (void)state;
    struct asked asked = {0}, bare = {0};
    bool given = false;
    const struct command_option options[] = {
        {.name = "lang", .take = option_language, .flag = &given}, {0}};
    assert_int_equal(run_table(&bare, "", options), COMMAND_GOES_ON);
    assert_false(given);
    assert_int_equal(run_table(&asked, "--l en", options), COMMAND_GOES_ON); /* there is one lang */
    assert_true(given);
}

/* -------------------------------------------------------------------------------- values ---- */

static void whole_numbers_are_digits_up_to_the_most(void **state)
{
    (void)state;
    const char *const wrong[] = {"",   "0", "-1",  "+1", " 1",  "1 ",
                                 "1x", "x", "0x5", "8",  "1.0", "18446744073709551616"};
    uint64_t number = 5;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(option_whole(wrong[i], 7, &number));
    assert_false(option_whole("18446744073709551616", UINT64_MAX, &number)); /* 2 to the 64th */
    assert_int_equal(number, 5);
    assert_true(option_whole("007", 7, &number));
    assert_int_equal(number, 7);
    assert_true(option_whole("18446744073709551615", UINT64_MAX, &number));
    assert_true(number == UINT64_MAX);
}

static void seeds_and_modes_are_read(void **state)
{
    (void)state;
    uint64_t seed = 0;
    enum mode mode = MODE_PRACTICE;
    struct error error;
    assert_true(option_seed(&seed, "9007199254740991", &error)); /* 2 to the 53rd, less 1 */
    assert_true(seed == SEED_MAX);
    assert_false(option_seed(&seed, "9007199254740992", &error));
    assert_int_equal(error.code, ERROR_USAGE);
    assert_string_equal(error.message, "--seed 9007199254740992: use a whole number from 1 to "
                                       "9007199254740991");
    assert_true(option_mode(&mode, "exam", &error));
    assert_int_equal(mode, MODE_EXAM);
    assert_false(option_mode(&mode, "Exam", &error));
    assert_int_equal(error.code, ERROR_USAGE);
    assert_string_equal(error.message, "--mode Exam: use practice, exam or class");
    assert_int_equal(mode, MODE_EXAM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_flags_go_where_the_table_says),
        cmocka_unit_test(an_option_can_be_abbreviated),
        cmocka_unit_test(what_is_ambiguous_is_named_in_the_tables_order),
        cmocka_unit_test(a_short_form_is_the_same_option),
        cmocka_unit_test(a_value_is_taken_or_complained_about),
        cmocka_unit_test(what_getopt_refuses_points_to_the_help),
        cmocka_unit_test(an_option_that_goes_nowhere_is_refused),
        cmocka_unit_test(the_first_that_is_wrong_is_told),
        cmocka_unit_test(operands_are_taken_in_turn),
        cmocka_unit_test(an_operand_too_many_is_refused),
        cmocka_unit_test(the_rest_are_all_that_are_left),
        cmocka_unit_test(help_ends_the_command),
        cmocka_unit_test(a_command_can_take_its_help_itself),
        cmocka_unit_test(language_is_switched),
        cmocka_unit_test(a_command_can_ask_whether_a_language_was_given),
        cmocka_unit_test(whole_numbers_are_digits_up_to_the_most),
        cmocka_unit_test(seeds_and_modes_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
