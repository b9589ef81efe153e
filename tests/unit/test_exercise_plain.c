/*
 * test_exercise_plain.c: exercises in line mode, through the program.
 *
 * Every shipped exercise, and the one of courseware/README.md, is done with the right answers, in
 * both languages: each must come to 100 %. What to type is found by the order in which the sitting
 * shows things, which its draft fixes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/words.h"
#include "class/courseware.h"
#include "class/exercise_sitting.h"
#include "class/exercise_words.h"
#include "store/classes.h"
#include "unit/program.h"
#include "unit/small.h"

enum { SHIPPED = 13 };

static struct error error;

static struct store *open_store(struct person *person)
{
    struct store *store = store_open(getenv("YANLIAN_STORE"), &error);
    if (!store)
        fail_msg("%s", error.message);
    assert_true(store_person(store, "Lin", "", person, &error));
    return store;
}

static struct sitting *begin(struct store *store, const char *name, const struct person *person)
{
    struct exercise_sitting who = {.exercise = name, .person = person};
    struct sitting *sitting = sitting_begin(store, &who, LANGUAGE_EN, &error);
    if (!sitting)
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    return sitting;
}

/* ---------------------------------------------------------------- what to type, and when ---- */

static void type_options(const struct sitting *sitting, int task, int part, struct buffer *input)
{
    int order[OPTION_MAX];
    const struct part *of = &sitting_exercise(sitting)->tasks[task].parts[part];
    int count = sitting_order_options(sitting, task, part, order);
    uint32_t wanted =
        of->kind == PART_SET ? of->right : of->right & (~of->right + 1); /* one will do */
    for (int i = 0; i < count; i++)
        if (wanted >> order[i] & 1)
            buffer_printf(input, "%d ", i + 1);
    buffer_add(input, "\n");
}

static void type_part(const struct sitting *sitting, int task, int part, struct buffer *input)
{
    const struct part *of = &sitting_exercise(sitting)->tasks[task].parts[part];
    switch (of->kind) {
    case PART_CHOICE:
    case PART_SET:
        type_options(sitting, task, part, input);
        break;
    case PART_NUMBER:
        buffer_printf(input, "%.6f\n", of->expected);
        break;
    case PART_WORDS:
        buffer_printf(input, "%s\n", of->accepted[0]);
        break;
    default:
        break;
    }
}

static void type_order(const struct sitting *sitting, int task, struct buffer *input)
{
    int order[PART_MAX];
    int count = sitting_order_parts(sitting, task, order);
    for (int item = 0; item < count; item++)
        for (int i = 0; i < count; i++)
            if (order[i] == item)
                buffer_printf(input, "%d ", i + 1);
    buffer_add(input, "\n");
}

static char *right_input(const struct sitting *sitting)
{
    struct buffer input = {0};
    const struct exercise *exercise = sitting_exercise(sitting);
    for (int i = 0; i < exercise->task_count; i++) {
        int order[PART_MAX];
        int count = sitting_order_parts(sitting, i, order);
        if (exercise->tasks[i].kind == TASK_ORDER)
            type_order(sitting, i, &input);
        else
            for (int part = 0; part < count; part++)
                type_part(sitting, i, order[part], &input);
    }
    buffer_add(&input, "y\n");
    return buffer_take(&input);
}

/* ------------------------------------------------------------------------------ through it ---- */

/* Keeps an empty draft, so that its shuffle is known, and does it right through the program. */
static void do_right(const char *name, const char *language)
{
    struct person person;
    struct program_result result;
    struct part_answer none[PART_MAX] = {0};
    char command[600];
    struct store *store = open_store(&person);
    struct sitting *sitting = begin(store, name, &person);
    double most = sitting_mark(sitting)->most;
    assert_true(sitting_set_task(sitting, 0, none, &error));
    char *input = right_input(sitting);
    char id[64];
    snprintf(id, sizeof id, "%s", sitting_exercise(sitting)->id);
    sitting_close(sitting);
    store_close(store);

    snprintf(command, sizeof command, "exercise %s --as Lin --plain --lang %s", name, language);
    program_run(command, input, &result);
    bool all = strstr(result.out, "100 %") || strstr(result.out, "100%"); /* by the language */
    if (result.status != 0 || !all || strstr(result.out, "×"))
        fail_msg("%s (%s):\n%s\n%s", name, language, result.out, result.error);
    assert_string_equal(result.error, "");
    program_free(&result);
    free(input);

    struct exercise_row *rows;
    int count;
    store = open_store(&person);
    assert_true(store_results(store, NULL, person.id, id, &rows, &count, &error));
    assert_true(count > 0 && rows[count - 1].points == most && rows[count - 1].most == most);
    assert_string_equal(rows[count - 1].language, language);
    store_free_results(rows, count);
    store_close(store);
}

static void every_shipped_exercise_can_be_done_right(void **unused)
{
    (void)unused;
    char **names;
    int count;
    assert_true(courseware_names("exercises", &names, &count, &error));
    assert_int_equal(count, SHIPPED);
    for (int i = 0; i < count; i++) {
        do_right(names[i], "zh");
        do_right(names[i], "en");
    }
    courseware_free_names(names, count);
    struct program_result result;
    program_run("verify --lang en", NULL, &result);
    assert_int_equal(result.status, 0);
    assert_non_null(strstr(result.out, "26 exercise results marked again, 0 differ"));
    program_free(&result);
    program_run("check --quiet --lang en", NULL, &result);
    assert_int_equal(result.status, 0);
    program_free(&result);
}

/* The first ```lua block of courseware/README.md, written to a file of the name that it says. */
static void the_example_of_the_readme_works(void **unused)
{
    (void)unused;
    char *readme = source_path("courseware/README.md"), *text = program_read_file(readme);
    char *from = strstr(text, "```lua\n"), path[400];
    assert_non_null(from);
    from += strlen("```lua\n");
    char *to = strstr(from, "```");
    assert_non_null(to);
    snprintf(path, sizeof path, "%.300s/branch-week.lua",
             getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(from, 1, (size_t)(to - from), file), to - from);
    assert_int_equal(fclose(file), 0);
    do_right(path, "en");
    char command[500];
    struct program_result result;
    snprintf(command, sizeof command, "check %s --lang en", path);
    program_run(command, NULL, &result);
    assert_int_equal(result.status, 0);
    assert_non_null(strstr(result.out, "1 checked: 0 faults, 0 smells"));
    program_free(&result);
    assert_int_equal(unlink(path), 0);
    free(text);
    free(readme);
}

/* Two of three choices are right, each by itself: two guesses in three earn the point. */
static void what_gives_itself_away_smells(void **unused)
{
    (void)unused;
    static const char text[] =
        "local function t(w) return { zh = w, en = w } end\n"
        "return exercise \"guess\" { title = t \"T\", source = { \"EC-1\" }, minutes = 1,\n"
        "brief = t \"B\", model = t \"M\", why = t \"W\", tasks = { { id = \"f\", kind = "
        "\"form\",\n"
        "ask = t \"A\", fields = { { id = \"x\", label = t \"X\", choices = {\n"
        "{ id = \"a\", text = t \"A\", right = true }, { id = \"b\", text = t \"B\", right = true "
        "},\n"
        "{ id = \"c\", text = t \"C\" } } } } } } }\n";
    char path[400], command[500];
    struct program_result result;
    snprintf(path, sizeof path, "%.300s/guess.lua", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    snprintf(command, sizeof command, "check %s --lang en", path);
    program_run(command, NULL, &result);
    assert_int_equal(result.status, 0); /* a smell, no fault */
    assert_non_null(strstr(result.error, "W06 random-passes: guessing earns 6"));
    assert_non_null(strstr(result.out, "1 checked: 0 faults, 1 smells"));
    program_free(&result);
    assert_int_equal(unlink(path), 0);
}

/* ---------------------------------------------------------------------- on the way there ---- */

static void assert_says(const struct program_result *result, const char *part)
{
    if (!strstr(result->out, part))
        fail_msg("'%s' is not in:\n%s", part, result->out);
}

static void leaving_keeps_what_was_answered(void **unused)
{
    (void)unused;
    struct program_result result;
    /* Nonsense, help, an answer; then the input ends. */
    program_run("exercise state-of-customers --as Mei --plain --lang en", "9\nx\n?\n2\n", &result);
    assert_int_equal(result.status, 0);
    assert_says(&result, "Type the number of one of them, or ? for help.");
    assert_says(&result, "(an empty line) leave it as it is and go on");
    assert_says(&result, "What you answered is kept. Do the exercise again to go on.");
    program_free(&result);
    /* Back from the second part to the first: its answer is still there. */
    program_run("exercise state-of-customers --as Mei --plain --lang en", "\nb\n-\nb\nq\n",
                &result);
    assert_says(&result, "You have begun this already: what you answered is still here.");
    assert_says(&result, "[now: 2]");
    program_free(&result);
    /* "-" took it away. */
    program_run("exercise state-of-customers --as Mei --plain --lang en", NULL, &result);
    assert_null(strstr(result.out, "[now:"));
    program_free(&result);
    /* Nothing was handed in by all that. */
    program_run("exercise --as Mei --json --lang en", NULL, &result);
    assert_says(&result, "\"best\":\tnull");
    assert_null(strstr(result.out, "\"times\":\t1"));
    program_free(&result);
}

static void numbers_and_orders_are_asked_until_they_are_one(void **unused)
{
    (void)unused;
    struct program_result result;
    program_run("exercise contact-plan --as Mei --plain --lang en", "many\n1,5\n２４０\n", &result);
    assert_says(&result, "Type a number, such as 46 or 45.8, or ? for help.");
    program_free(&result);
    program_run("exercise contact-plan --as Mei --plain --lang en", NULL, &result);
    assert_says(&result, "[now: 240]");
    assert_says(&result, "Total · Contacts: 240 (added up)");
    program_free(&result);
    program_run("exercise teller-seven-steps --as Mei --plain --lang en", "1 2 3\n1 1 2 3 4 5 6\n",
                &result);
    assert_says(&result, "Type every number once, the first step first, such as 3 1 2.");
    program_free(&result);
}

static void an_empty_answer_earns_nothing_and_is_shown_again(void **unused)
{
    (void)unused;
    struct program_result result;
    struct buffer input = {0};
    for (int i = 0; i < 12; i++)
        buffer_add(&input, "\n");
    buffer_add(&input, "maybe\ny\n");
    program_run("exercise contact-plan --as Wei --plain --lang en", input.data, &result);
    assert_says(&result, "12 questions are not answered yet.");
    assert_says(&result, "Type y, b or q.");
    assert_says(&result, "0 of 12 points (0 %)");
    const char *kept = strstr(result.out, "Kept as result ");
    assert_non_null(kept);
    char command[80], id[ULID_SIZE] = "";
    memcpy(id, kept + strlen("Kept as result "), ULID_SIZE - 1);
    assert_true(ulid_is_valid(id));
    program_free(&result);
    snprintf(command, sizeof command, "exercise --result %s --lang en", id + 20);
    program_run(command, NULL, &result);
    assert_int_equal(result.status, 0);
    assert_says(&result, "0 of 12 points (0 %)");
    assert_says(&result, "Wei");
    program_free(&result);
    snprintf(command, sizeof command, "exercise --result %s --json --lang en", id);
    program_run(command, NULL, &result);
    assert_says(&result, "\"most\":\t12");
    assert_says(&result, "\"part\":\t\"high.contacts\"");
    assert_says(&result, "\"right\":\t\"240\"");
    program_free(&result);
    buffer_free(&input);
}

static void a_class_s_own_numbers_are_asked_for(void **unused)
{
    (void)unused;
    struct person person;
    struct program_result result;
    struct class_row class = {.id = "own", .title = "Own", .pass_mark = 60};
    struct store *store = open_store(&person);
    assert_true(store_add_class(store, &class, &error));
    assert_true(store_set_class_numbers(store, "own", "{\"contact-plan.high\": 70}", &error));
    store_close(store);
    program_run("exercise contact-plan --projector --class own --plain --lang en", "280\n",
                &result);
    assert_says(&result, "The numbers (your branch's own among them):");
    assert_says(&result, "High end (over 100,000 yuan): 70 customers\n");
    program_free(&result);
    store = open_store(&person);
    assert_true(store_set_class_numbers(store, "own", "{\"contact-plan.high\": -1}", &error));
    store_close(store);
    program_run("exercise contact-plan --projector --class own --plain --lang en", NULL, &result);
    assert_int_equal(result.status, 2);
    assert_non_null(strstr(result.error, "the numbers of class own do not fit contact-plan"));
    program_free(&result);
}

/*
 * What the model answer quotes, by hand:
 *
 *     contact-plan       60 x 4 + 180 x 2 + 900 = 1,500, over 50 weeks 30, over 3 managers 10, of 8: 2
 *                        short; without the 900, 600, 12 and 4: 4 to spare
 *       high = 72        288 + 360 + 900 = 1,548, 30.96, 10.32: 2.32 short; 648, 12.96, 4.32: 3.68
 *       mass = 0         600, 12 and 4: it fits
 *       high = 300       1,200 + 360 = 1,560, 31.2, 10.4: 2.4 short already
 *       capacity = 4     which is what high and mid take
 *     how-many-products  450 x 18 % + 50 = 131 of 500; 50 x 82 % = 41
 *       one = 207        457 x 18 % + 50 = 132.26 of 507
 *       added = 10       8.2
 *     rhythm-plan        229 x 60 % = 137.4, half of 91.6 = 45.8; 229 / 4 = 57.25, a fifth 11.45
 *       target = 300     180, 60, 75, 15
 *     branch-table       64 + 30 + 680 + 115 + 212 = 1,101; 21 + 10 + 227 + 38 + 71 = 367
 *       payroll = 900    1,886; 21 + 10 + 227 + 300 + 71 = 629, and these 300 are the most
 */
static void model_answers_follow_the_branch_s_numbers(void **unused)
{
    (void)unused;
    static const struct {
        const char *exercise, *number;
        double value;
        enum language language;
        const char *said;
    } cases[] = {
        {"contact-plan", "", 0, LANGUAGE_ZH, "一年1500次，每周30次，3位客户经理每人10次，"},
        {"contact-plan", "", 0, LANGUAGE_ZH, "只能认真联系8位，差2次。所以先排轻重："},
        {"contact-plan", "", 0, LANGUAGE_ZH, "高端、中端每人每周4次，雷打不动；剩下4次，"},
        {"contact-plan", "", 0, LANGUAGE_EN, "1500 contacts a year: 30 a week, 10 for each"},
        {"contact-plan", "high", 72, LANGUAGE_ZH,
         "一年1548次，每周30.96次，3位客户经理每人10.32次，"},
        {"contact-plan", "high", 72, LANGUAGE_ZH, "差2.32次。"},
        {"contact-plan", "high", 72, LANGUAGE_ZH, "每人每周4.32次，雷打不动；剩下3.68次，"},
        {"contact-plan", "high", 72, LANGUAGE_EN, "we are 2.32 short"},
        {"contact-plan", "mass", 0, LANGUAGE_ZH, "每人4次，一个人一周能认真联系8位，装得下。"},
        {"contact-plan", "mass", 0, LANGUAGE_EN, "A manager can do 8 properly, so it fits."},
        {"contact-plan", "high", 300, LANGUAGE_ZH,
         "光是高端、中端，每人每周就要10.4次，还差2.4次，"},
        {"contact-plan", "high", 300, LANGUAGE_EN,
         "high and mid alone want 10.4 a week each, 2.4 too"},
        {"contact-plan", "capacity", 4, LANGUAGE_ZH, "高端、中端每人每周4次，刚好排满。"},
        {"contact-plan", "capacity", 4, LANGUAGE_EN, "4 a week each, which fills the diary."},
        {"how-many-products", "", 0, LANGUAGE_ZH, "所以500户里能留下131户。"},
        {"how-many-products", "", 0, LANGUAGE_ZH, "50户添上第四样，就多留41户。"},
        {"how-many-products", "one", 207, LANGUAGE_ZH, "所以507户里能留下约132户。"},
        {"how-many-products", "added", 10, LANGUAGE_EN,
         "if 10 of them take a fourth, about 8 more"},
        {"rhythm-plan", "", 0, LANGUAGE_ZH,
         "目标229万元，第一周拿下60%，137.4万元；剩下的，第二周45.8万元，"},
        {"rhythm-plan", "", 0, LANGUAGE_EN, "it is 57.25 a week, 11.45 a day,"},
        {"rhythm-plan", "target", 300, LANGUAGE_ZH,
         "180万元；剩下的，第二周60万元，第三周60万元；"},
        {"rhythm-plan", "target", 300, LANGUAGE_ZH, "每周75万元，一天15万元，"},
        {"branch-table", "", 0, LANGUAGE_ZH,
         "1101户，3个人分，每人367户，其中最多的是POS，227户。"},
        {"branch-table", "payroll", 900, LANGUAGE_ZH,
         "1886户，3个人分，每人629户，其中最多的是代发工资，300户。"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double values[NUMBER_MAX];
        struct bundle *bundle = courseware_bundle("exercises", cases[i].exercise, &error);
        struct exercise_file *file = exercise_file_load(bundle, NULL, &error);
        assert_non_null(file);
        const struct exercise *exercise = exercise_file_exercise(file);
        for (int k = 0; k < exercise->number_count; k++)
            values[k] = strcmp(exercise->numbers[k].id, cases[i].number) == 0
                            ? cases[i].value
                            : exercise->numbers[k].value;
        assert_true(exercise_file_numbers(file, values, &error));
        if (!strstr(exercise->model.words[cases[i].language], cases[i].said))
            fail_msg("'%s' is not in '%s'", cases[i].said,
                     exercise->model.words[cases[i].language]);
        exercise_file_free(file);
        bundle_free(bundle);
    }
}

static void what_makes_no_sense_is_refused(void **unused)
{
    (void)unused;
    static const struct {
        const char *words, *error;
        int status;
    } cases[] = {
        {"exercise contact-plan --json --lang en", "--json goes with the list", 2},
        {"exercise contact-plan --result 1234 --lang en", "not both", 2},
        {"exercise --projector --lang en", "say which exercise the projector shows", 2},
        {"exercise contact-plan --projector --as Mei --lang en", "leave out --as", 2},
        {"exercise contact-plam --lang en", "contact-plan", 1},
        {"exercise --result 00000000 --lang en", "there is no exercise result '00000000'", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct program_result result;
        program_run(cases[i].words, NULL, &result);
        if (result.status != cases[i].status || !strstr(result.error, cases[i].error))
            fail_msg("%s: %d %s", cases[i].words, result.status, result.error);
        program_free(&result);
    }
}

int main(void)
{
    char *home = program_home();
    words_begin(NULL);
    words_use(LANGUAGE_EN);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shipped_exercise_can_be_done_right),
        cmocka_unit_test(the_example_of_the_readme_works),
        cmocka_unit_test(what_gives_itself_away_smells),
        cmocka_unit_test(leaving_keeps_what_was_answered),
        cmocka_unit_test(numbers_and_orders_are_asked_until_they_are_one),
        cmocka_unit_test(an_empty_answer_earns_nothing_and_is_shown_again),
        cmocka_unit_test(a_class_s_own_numbers_are_asked_for),
        cmocka_unit_test(model_answers_follow_the_branch_s_numbers),
        cmocka_unit_test(what_makes_no_sense_is_refused),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    program_home_remove(home);
    return failed;
}
