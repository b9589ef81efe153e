/*
 * test_exercise_file.c: an exercise that loads, and each way in which one does not.
 *
 * tests/cases/courseware/kinds.lua and orders.lua have no fault. Each row of the table below changes
 * one piece of one of them, and says what must be told, and on which line: on the one that holds the
 * text `at`. Every format of a fault in the builders must be met by some row: the sources are read
 * for them.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "class/exercise_check.h"
#include "unit/small.h"

static char *case_text(const char *name)
{
    char rest[80];
    size_t length;
    snprintf(rest, sizeof rest, "tests/cases/courseware/%s.lua", name);
    char *path = source_path(rest), *text = small_read(path, &length);
    free(path);
    return text;
}

static struct bundle *bundle_of(const char *name, const char *text)
{
    char file[80];
    size_t length;
    struct bundle *bundle = bundle_new("");
    char *path = small_path("sources.lua"), *sources = small_read(path, &length);
    snprintf(file, sizeof file, "%s.lua", name);
    bundle_add(bundle, file, text, strlen(text));
    bundle_add(bundle, "sources.lua", sources, length);
    bundle_seal(bundle);
    free(sources);
    free(path);
    return bundle;
}

static struct exercise_file *load(const char *name)
{
    struct error error = {0};
    char *text = case_text(name);
    struct bundle *bundle = bundle_of(name, text);
    struct exercise_file *file = exercise_file_load(bundle, NULL, &error);
    if (!file)
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    assert_string_equal(exercise_file_digest(file), bundle->digest);
    bundle_free(bundle);
    free(text);
    return file;
}

/* ------------------------------------------------------------------------------ it loads ---- */

static void the_head_is_as_written(void **unused)
{
    (void)unused;
    struct exercise_file *file = load("kinds");
    const struct exercise *exercise = exercise_file_exercise(file);
    assert_string_equal(exercise->id, "kinds");
    assert_string_equal(exercise->title.words[LANGUAGE_ZH], "小练习");
    assert_string_equal(exercise->model.words[LANGUAGE_EN], "A model answer");
    assert_int_equal(exercise->minutes, 5);
    assert_int_equal(exercise->source_count, 2);
    assert_string_equal(exercise_file_source_title(file, "S-2.1")->words[LANGUAGE_EN],
                        "The second paragraph");
    assert_null(exercise_file_source_title(file, "S-3"));
    assert_int_equal(exercise->dialogue_count, 2);
    assert_string_equal(exercise->dialogue[1].who.words[LANGUAGE_EN], "B");
    assert_int_equal(exercise->number_count, 2);
    assert_string_equal(exercise->numbers[0].id, "high");
    assert_true(exercise->numbers[0].whole && !exercise->numbers[1].whole);
    assert_true(exercise->numbers[1].low == 0.1 && exercise->numbers[1].high == 1);
    assert_string_equal(exercise->numbers[1].unit.words[LANGUAGE_ZH], "");
    assert_int_equal(exercise->series_count, 2);
    assert_int_equal(exercise->series[1].task, 1);
    assert_int_equal(exercise->series[1].part_count, 2);
    exercise_file_free(file);
}

static void the_tasks_are_as_written(void **unused)
{
    (void)unused;
    struct exercise_file *file = load("kinds");
    const struct exercise *exercise = exercise_file_exercise(file);
    assert_int_equal(exercise->task_count, 4);
    const struct part *cards = exercise->tasks[0].parts;
    assert_int_equal(exercise->tasks[0].kind, TASK_CLASSIFY);
    assert_int_equal(cards[0].right, 1);
    assert_int_equal(cards[1].right, 3);
    assert_string_equal(cards[0].source, "S-2.1");
    assert_string_equal(cards[1].source, "S-1"); /* the exercise's first */
    assert_string_equal(cards[0].why.words[LANGUAGE_EN], "Because");
    assert_string_equal(cards[1].why.words[LANGUAGE_EN], "");
    assert_ptr_equal(cards[1].options, exercise->tasks[0].options);

    const struct task *plan = &exercise->tasks[1];
    assert_int_equal(plan->part_count, 6);
    assert_string_equal(plan->parts[3].id, "b.week");
    assert_int_equal(plan->parts[0].kind, PART_GIVEN);
    assert_int_equal(plan->parts[1].kind, PART_NUMBER);
    assert_int_equal(plan->parts[4].kind, PART_TOTAL);
    assert_int_equal(plan->parts[4].sum_count, 2);
    assert_int_equal(plan->parts[4].sum[1], 2);
    assert_true(plan->parts[0].expected == 10 && plan->parts[1].expected == 5);
    assert_true(plan->parts[2].expected == 7 && plan->parts[1].tolerance == 0.5);

    const struct part *fields = exercise->tasks[2].parts;
    assert_int_equal(fields[0].kind, PART_CHOICE);
    assert_int_equal(fields[1].kind, PART_NUMBER);
    assert_int_equal(fields[2].kind, PART_WORDS);
    assert_int_equal(fields[2].accepted_count, 2);
    assert_string_equal(fields[2].model.words[LANGUAGE_ZH], "The payroll");
    assert_int_equal(exercise->tasks[3].parts[0].kind, PART_SET);
    assert_int_equal(exercise->tasks[3].parts[0].right, 3);
    exercise_file_free(file);
}

static void orders_and_pairs_are_as_written(void **unused)
{
    (void)unused;
    struct exercise_file *file = load("orders");
    const struct exercise *exercise = exercise_file_exercise(file);
    const struct part *items = exercise->tasks[0].parts;
    assert_int_equal(exercise->tasks[0].part_count, 4);
    assert_true(items[0].rank < items[1].rank && items[1].rank == items[2].rank);
    assert_true(items[2].rank < items[3].rank);
    const struct task *sides = &exercise->tasks[1];
    assert_int_equal(sides->option_count, 3);
    assert_int_equal(sides->parts[1].right, 2);
    assert_int_equal(sides->parts[1].option_count, 3);
    assert_string_equal(sides->options[2].id, "three");
    exercise_file_free(file);
}

/* ---------------------------------------------------------------------- the branch's own ---- */

static void other_numbers_give_other_answers(void **unused)
{
    (void)unused;
    struct error error = {0};
    struct exercise_file *file = load("kinds");
    const struct part *plan = exercise_file_exercise(file)->tasks[1].parts;
    assert_true(exercise_file_values(file)[0] == 10);
    /* 80 people, a quarter each week: 20. */
    assert_true(exercise_file_numbers(file, (double[]){80, 0.25}, &error));
    assert_true(plan[0].expected == 80 && plan[1].expected == 20 && plan[2].expected == 7);
    assert_true(exercise_file_values(file)[1] == 0.25);
    assert_false(exercise_file_numbers(file, (double[]){101, 0.25}, &error));
    assert_int_equal(error.code, ERROR_USAGE);
    assert_non_null(strstr(error.message, "high (High) is 101: it goes from 0 to 100"));
    assert_false(exercise_file_numbers(file, (double[]){10.5, 0.25}, &error));
    assert_non_null(strstr(error.message, "it must be a whole number"));
    assert_false(exercise_file_numbers(file, (double[]){10, NAN}, &error));
    assert_true(plan[0].expected == 80); /* as before */
    assert_true(exercise_file_numbers(file, NULL, &error));
    assert_true(plan[0].expected == 10 && plan[1].expected == 5);
    exercise_file_free(file);
}

#define MODEL "model = { zh = \"范答\", en = \"A model answer\" },"

static char *replaced(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    struct buffer out = {0};
    if (!at)
        fail_msg("'%s' is nowhere", from);
    buffer_add_bytes(&out, text, (size_t)(at - text));
    buffer_add(&out, to);
    buffer_add(&out, at + strlen(from));
    return buffer_take(&out);
}

/* The model answer quotes what comes out, with the given numbers and with others. */
static void a_model_answer_follows_the_numbers(void **unused)
{
    (void)unused;
    struct error error = {0};
    char *text = case_text("kinds"),
         *other = replaced(text, MODEL,
                           "model = function(n, show) return { zh = show(n.high * n.share) .. "
                           "\"位\", en = show(n.high / 3) .. \" or \" .. show(-0.001) } end,");
    struct bundle *bundle = bundle_of("kinds", other);
    struct exercise_file *file = exercise_file_load(bundle, NULL, &error);
    if (!file)
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    const struct text *model = &exercise_file_exercise(file)->model;
    assert_string_equal(model->words[LANGUAGE_ZH], "5位");       /* 10 x 0.5 */
    assert_string_equal(model->words[LANGUAGE_EN], "3.33 or 0"); /* 10 / 3 */
    assert_true(exercise_file_numbers(file, (double[]){81, 0.25}, &error));
    assert_string_equal(model->words[LANGUAGE_ZH], "20.25位"); /* 81 x 0.25 */
    assert_string_equal(model->words[LANGUAGE_EN], "27 or 0"); /* 81 / 3 */
    assert_false(exercise_file_numbers(file, (double[]){101, 0.25}, &error));
    assert_string_equal(model->words[LANGUAGE_EN], "27 or 0"); /* as before */
    assert_true(exercise_file_numbers(file, NULL, &error));
    assert_string_equal(model->words[LANGUAGE_ZH], "5位");
    exercise_file_free(file);
    bundle_free(bundle);
    free(other);
    free(text);
}

/* --------------------------------------------------------------------- and where it doesn't ---- */

struct row {
    const char *name;      /* of the file */
    const char *from, *to; /* the first `from` in it becomes `to` */
    const char *at;        /* on the line that holds this, then ... */
    const char *message;   /* ... this is told, as part of it */
};

#define K "kinds"
#define O "orders"
#define YEAR "given = function(n) return n.high end"
#define WEEK "expect = function(n) return n.high * n.share end"

static const struct row rows[] = {
    {K, "exercise \"kinds\"", "exercise \"Kinds\"", "return exercise", "'Kinds' can't be a name"},
    {K, "exercise \"kinds\"", "exercise \"other\"", "return exercise",
     "this file holds exercise \"other\", but its name says \"kinds\""},
    {K, "  brief = T,\n", "", "return exercise", "'brief' is missing here"},
    {K, "  brief = T,", "  brief = T, breif = T,", "breif", "unknown key 'breif' (did you mean"},
    {K, "en = \"A small exercise\"", "", "title =", "the text in 'en' is missing"},
    {K, "\"S-1\", \"S-2.1\"", "\"S-1\", \"S-2.2\"", "source = {",
     "unknown curriculum id 'S-2.2' (did you mean 'S-2.1'?)"},
    {K, "minutes = 5", "minutes = 91", "minutes", "91 is out of range: use 1 to 90"},
    {K, "say = t \"Hello.\"", "says = t \"Hello.\"", "Hello", "unknown key 'says'"},

    /* numbers */
    {K, "high = { label", "high-end = { label", "high", "unexpected symbol"},
    {K, "high = { label", "[\"high-end\"] = { label", "[\"high-end\"]",
     "'high-end' can't be a number: use lower-case letters, digits and underscores"},
    {K, "value = 10, low = 0", "value = 101, low = 0", "value = 101",
     "101 is out of its own range, 0 to 100"},
    {K, "low = 0, high = 100", "low = 100, high = 0", "low = 100", "low (100) is above high (0)"},
    {K, "value = 10, low", "value = 10.5, low", "10.5", "whole = true, but value, low or high has"},
    {K, "value = 10, low", "value = \"ten\", low", "ten", "expected a number here, found a string"},
    {K, "value = 10, low", "value = 1e300, low", "1e300", "1e+300 is too large: use at most 1e+12"},
    {K, "value = 10, ", "", "high = { label", "'value' is missing here"},
    {K, "    share = {",
     "    unread = { label = t \"U\", value = 1, low = 0, high = 2 },\n    share = {", NULL,
     "no function reads the number 'unread': it changes nothing"},

    /* tasks */
    {K, "id = \"sort\", kind", "id = \"Sort it\", kind", "Sort it", "'Sort it' can't be a name"},
    {K, "id = \"plan\", kind", "id = \"sort\", kind", "kind = \"table\"",
     "the id 'sort' is here already"},
    {K, "kind = \"classify\"", "kind = \"classfy\"", "classfy",
     "unknown kind 'classfy' (did you mean 'classify'?)"},
    {K, "kind = \"classify\", ", "", "id = \"sort\"", "'kind' is missing here"},
    {K, "  tasks = {\n", "  tasks = { 7,\n", "tasks = {", "5 tasks: at most 4"},
    {O, "    { id = \"steps\"", "    7, { id = \"steps\"", "steps",
     "expected { ... } here, found a number"},

    /* classify */
    {K, "bin = \"left\"", "bin = \"lift\"", "lift", "unknown bin 'lift' (did you mean 'left'?)"},
    {K, ", bin = \"left\"", "", "id = \"one\"", "'bin' is missing here"},
    {K, "bin = { \"left\", \"right\" }", "bin = {}", "id = \"two\"",
     "the card belongs into no bin"},
    {K, "id = \"two\", text", "id = \"one\", text", "text = t \"Two\"",
     "the id 'one' is here already"},
    {K, "{ id = \"two\", text", "{ text", "text = t \"Two\"", "'id' is missing here"},
    {K, "label = t \"Right\"", "label = t \"Left\"",
     "bins =", "'left' and 'right' read the same: nobody can tell which"},
    {K, "{ id = \"left\", label = t \"Left\" }, ", "", "bins =", "1 bins: at least 2"},
    {K, "{ id = \"left\", label", "{ id = \"Left side\", label", "Left side",
     "'Left side' can't be a name"},
    {K, "source = \"S-2.1\" },\n", "source = \"S-7\" },\n", "S-7", "unknown curriculum id 'S-7'"},
    {K, "      bins = {", "      bin = {", "id = \"sort\"", "'bins' is missing here"},

    /* table */
    {K, "{ id = \"week\", label = t \"Week\" }", "{ id = \"Week!\", label = t \"Week\" }", "Week!",
     "'Week!' can't be a name"},
    {K, "      rows = {", "      row = {", "id = \"plan\"", "'rows' is missing here"},
    {K, ", cells = { year = 7, week = { expect = 3 } }", "", "id = \"b\"",
     "'cells' is missing here"},
    {K, "year = 7", "yaer = 7", "yaer", "unknown column 'yaer' (did you mean 'year'?)"},
    {K, "year = 7", "year = function(n) return n.high end", "id = \"b\"",
     "write { given = function ... } or { expect = function ... } here"},
    {K, "week = { expect = 3 }", "week = { expect = 3, given = 4 }", "id = \"b\"",
     "a cell has one of given, expect and sum"},
    {K, "week = { expect = 3 }", "week = { given = 3, tolerance = 1 }", "id = \"b\"",
     "'tolerance' goes with 'expect'"},
    {K, "tolerance = 0.5", "tolerance = -0.5", "-0.5",
     "-0.5 is below zero: nothing would be right"},
    {K, "year = { sum = { \"a.year\", \"b.year\" } }",
     "year = { sum = { \"a.year\", \"b.yeer\" } }", "b.yeer",
     "unknown cell 'b.yeer' (did you mean 'b.year'?)"},
    {K, "year = { sum = { \"a.year\", \"b.year\" } }",
     "year = { sum = { \"a.year\", \"a.year\" } }", "\"a.year\", \"a.year\"",
     "'a.year' is added twice"},
    {K, "year = { sum = { \"a.year\", \"b.year\" } }", "year = { sum = { \"sum.year\" } }",
     "\"sum.year\"", "this sum adds up itself"},

    /* functions */
    {K, YEAR, "given = function(n) return n.hihg end", "n.hihg",
     "'a.year': there is no number 'hihg' (did you mean 'high'?)"},
    {K, YEAR, "given = function(n) return n.something_else end", "n.something_else",
     "there is no number 'something_else': declare it in numbers"},
    {K, YEAR, "given = function(n) return n[1] end", "n[1]",
     "the numbers are indexed by names only"},
    {K, YEAR, "given = function(n) n.high = 1; return n.high end", "n.high = 1",
     "a function of an exercise may not change the numbers"},
    {K, YEAR, "given = function(n) return n.high > 5 end", "n.high > 5",
     "'a.year': this function must give a number, not a boolean"},
    {K, YEAR, "given = function(n) return 7 / n.high end", "7 / n.high",
     "'a.year': this function gives no finite number, with high = 0"},
    {K, YEAR, "given = function(n) return 1 / (n.high - 100) end", "n.high - 100",
     "gives no finite number, with high = 100"},
    {K, YEAR, "given = function(n) return 1 / (n.high + n.share - 0.1) end", "n.share - 0.1",
     "gives no finite number, with every number at its lowest"},
    {K, YEAR, "given = function(n) return 1 / (n.high + n.share - 101) end", "n.share - 101",
     "gives no finite number, with every number at its highest"},
    {K, YEAR, "given = function(n) calls = calls + 1; return n.high + calls end", "calls = calls",
     "'a.year': this function is not pure"},
    {K, YEAR, "given = function(n) calls = 1; return n.high end", NULL, NULL}, /* see below */
    {K, YEAR, "given = function(n) while true do end end", "while true", "'a.year': "},
    {K, YEAR,
     "given = function(n) local l = {} for i = 1, 1000 do l[i] = string.rep('x', 60000) .. i end "
     "return #l end",
     "60000", "'a.year': "},
    {K, YEAR, "given = function(n) error('stop') end", "error('stop')", "stop"},

    /* the model answer, where it is a function */
    {K, MODEL, "model = function(n) return { zh = n.hihg } end,", "n.hihg",
     "'model': there is no number 'hihg' (did you mean 'high'?)"},
    {K, MODEL, "model = function(n) return \"Ten\" end,", "Ten",
     "'model': this function must give { zh = \"...\", en = \"...\" }, not a string"},
    {K, MODEL, "model = function(n) return { zh = \"十\" } end,", "十",
     "'model': this function gives no text in 'en'"},
    {K, MODEL, "model = function(n) return { zh = \"\", en = \"Ten\" } end,", "Ten",
     "this function's text in 'zh' is empty"},
    {K, MODEL, "model = function(n) return { zh = \"十\", en = \"Ten\\n\" } end,", "Ten",
     "this function's text in 'en' is empty, or holds a control character or a line break"},
    {K, MODEL, "model = function(n) return { zh = \"十\", en = \"Ten\", de = \"Zehn\" } end,",
     "Ten", "this function gives more than a text in each language"},
    {K, MODEL, "model = function(n, show) return t(show(\"Ten\")) end,", "Ten",
     "'model': show takes a number, not a string"},
    {K, MODEL, "model = function(n, show) return t(show(1 / n.high)) end,", "1 / n.high",
     "'model': show takes a finite number of at most 1e12, with high = 0"},
    {K, MODEL, "model = function(n) calls = calls + 1; return t(\"\" .. calls) end,", "calls + 1",
     "'model': this function is not pure"},
    {K, MODEL, "model = 10,", "model =", "expected { zh = \"...\", en = \"...\" } here"},

    /* form */
    {K, "expect = 46, tolerance = 1", "expect = 46, accept = { \"x\" }", "id = \"many\"",
     "a field has one of choices, expect and accept"},
    {K, "accept = { \"payroll\", \"工资\" }", "accept = { \"\" }", "accept",
     "an empty text would accept anything"},
    {K, "accept = { \"payroll\", \"工资\" }", "accept = {}", "accept",
     "0 accepted words: at least 1"},
    {K, "accept = { \"payroll\", \"工资\" }",
     "accept = { "
     "\"0123456789012345678901234567890123456789012345678901234567890123456789012345678901"
     "23456789012345678901234567890123456789012345678901234567890123456789012345678901234567890\" "
     "}",
     "0123456789", "too long to be typed: at most 159 bytes"},
    {K, "tolerance = 1 }", "tolerance = 1, model = t \"46\" }", "expect = 46",
     "'model' goes with 'accept': here the right answer is known"},
    {K, "model = t \"The payroll\"", "tolerance = 1", "accept", "'tolerance' goes with 'expect'"},
    {K, ", right = true }, { id = \"y\"", " }, { id = \"y\"", "id = \"who\"",
     "no choice is right: add right = true to one"},

    /* choose */
    {K, "text = t \"R\" }", "text = t \"R\", right = true }", "id = \"all\"",
     "every choice is right: nothing is asked"},
    {K, "id = \"all\", ask = t \"Which?\",", "id = \"all\",", "id = \"all\"",
     "'ask' is missing here"},

    /* order */
    {O, "rank = 2", "rank = 1", "rank = 1", "rank 1 after rank 2: items stand in the right order"},
    {O, "rank = 2", "rank = 41", "rank = 41", "41 is out of range: use 1 to 40"},
    {O, "items = {", "items = { { id = \"x\", text = t \"X\" } }, item = {",
     "items =", "1 items: at least 2"},

    /* match */
    {O, "right = t \"II\"", "right = t \"I\"", "pairs", "'one' and 'two' read the same"},
    {O, "left = t \"2\"", "left = t \"1\"", "pairs",
     "the left sides of 'one' and 'two' read the same"},
    {O, "{ id = \"three\", right", "{ id = \"two\", right", "III", "the id 'two' is here already"},
    {O, "{ id = \"three\", right", "{ id = \"Three!\", right", "III", "'Three!' can't be a name"},
    {O, "{ id = \"three\", right = t \"III\" }",
     "{id=\"a\",right=t\"a\"},{id=\"b\",right=t\"b\"},{id=\"c\",right=t\"c\"},{id=\"d\",right="
     "t\"d\"},"
     "{id=\"e\",right=t\"e\"},{id=\"f\",right=t\"f\"},{id=\"g\",right=t\"g\"},{id=\"h\",right="
     "t\"h\"},"
     "{id=\"i\",right=t\"i\"},{id=\"j\",right=t\"j\"},{id=\"k\",right=t\"k\"}",
     "id=\"a\"", "too many right sides: at most 12, the extra ones among them"},

    /* curve */
    {K, "{ label = t \"A\", task = \"plan\"", "{ label = t \"A\", task = \"plam\"", "plam",
     "unknown table 'plam' (did you mean 'plan'?)"},
    {K, "{ label = t \"A\", task = \"plan\", ", "{ label = t \"A\", ", "{ \"a.year\", \"a.week\" }",
     "'task' is missing here"},
    {K, "cells = { \"a.year\", \"a.week\" }", "cells = { \"a.year\", \"a.weak\" }", "a.weak",
     "unknown cell 'a.weak' (did you mean 'a.week'?)"},
    {K, "cells = { \"a.year\", \"a.week\" }", "cells = { \"a.year\" }", "cells = { \"a.year\" }",
     "1 cells of a curve: at least 2"},
    {K, "  curve = {\n    title = t \"Two lines\",", "  curve = {", "curve = {",
     "'title' is missing here"},
};

static struct buffer messages; /* all that was told, a line each */

static int line_of(const char *text, const char *part)
{
    int line = 1;
    const char *at = strstr(text, part);
    if (!at)
        fail_msg("'%s' is nowhere", part);
    for (const char *byte = text; byte < at; byte++)
        line += *byte == '\n';
    return line;
}

static bool is_told(const struct row *row, int line, const struct fault_list *faults)
{
    bool told = false;
    for (int i = 0; i < faults->count; i++) {
        const struct fault *fault = &faults->faults[i];
        buffer_printf(&messages, "%s\n", fault->message);
        told |= fault->line == line && strstr(fault->message, row->message);
    }
    return told;
}

static void check_row(const struct row *row)
{
    struct fault_list faults = {0};
    struct error error = {0};
    char *text = case_text(row->name), *other = replaced(text, row->from, row->to);
    struct bundle *bundle = bundle_of(row->name, other);
    struct exercise_file *file = exercise_file_load(bundle, &faults, &error);
    if (!row->message) {
        assert_non_null(file); /* a variable that nobody reads is no answer */
    } else {
        int line = row->at ? line_of(other, row->at) : 0;
        assert_null(file);
        assert_int_equal(error.code, ERROR_SCENARIO);
        assert_true(faults.count > 0);
        if (!is_told(row, line, &faults)) {
            print_message("%s\n  is to be told on line %d: %s\n", row->to, line, row->message);
            for (int i = 0; i < faults.count; i++)
                print_message("    %d: %s\n", faults.faults[i].line, faults.faults[i].message);
            fail();
        }
    }
    exercise_file_free(file);
    fault_list_free(&faults);
    bundle_free(bundle);
    free(other);
    free(text);
}

static void each_fault_is_told_on_its_line(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&rows[i]);
}

/* Each of these loads, were it not for its neighbour. */
static void one_fault_is_told_once(void **unused)
{
    (void)unused;
    static const char *const pairs[][2] = {{"bin = \"left\"", "bin = \"lift\""},
                                           {"year = 7", "yaer = 7"},
                                           {"tolerance = 0.5", "tolerance = -0.5"},
                                           {"text = t \"R\" }", "text = t \"R\", right = true }"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct fault_list faults = {0};
        struct error error = {0};
        char *text = case_text("kinds"), *other = replaced(text, pairs[i][0], pairs[i][1]);
        struct bundle *bundle = bundle_of("kinds", other);
        assert_null(exercise_file_load(bundle, &faults, &error));
        assert_int_equal(faults.count, 1);
        assert_string_equal(error.message, faults.faults[0].message);
        fault_list_free(&faults);
        bundle_free(bundle);
        free(other);
        free(text);
    }
}

/* The piece with the number in place of each '#'. */
static void add_numbered(struct buffer *out, const char *piece, int number)
{
    for (; *piece; piece++) {
        if (*piece == '#')
            buffer_printf(out, "%d", number);
        else
            buffer_add_bytes(out, piece, 1);
    }
}

/* A text that has to be made, as it is long: `count` times `piece`, before `before`. */
static void check_many(const char *name, const char *before, const char *piece, int count,
                       const char *message)
{
    struct fault_list faults = {0};
    struct buffer out = {0};
    char *text = case_text(name);
    const char *at = strstr(text, before);
    assert_non_null(at);
    buffer_add_bytes(&out, text, (size_t)(at - text));
    for (int i = 0; i < count; i++)
        add_numbered(&out, piece, i);
    buffer_add(&out, at);
    struct bundle *bundle = bundle_of(name, out.data);
    assert_null(exercise_file_load(bundle, &faults, NULL));
    bool told = false;
    for (int i = 0; i < faults.count; i++) {
        buffer_printf(&messages, "%s\n", faults.faults[i].message);
        told |= strstr(faults.faults[i].message, message) != NULL;
    }
    if (!told)
        fail_msg("not told: %s", message);
    fault_list_free(&faults);
    bundle_free(bundle);
    buffer_free(&out);
    free(text);
}

static void too_many_are_told(void **unused)
{
    (void)unused;
    check_many("kinds", "{ id = \"one\", text",
               "{ id = \"c#\", text = t \"C#\", bin = \"left\" },\n", 40, "42 cards: at most 40");
    check_many("kinds", "{ id = \"right\", label", "{ id = \"b#\", label = t \"B#\" },\n", 11,
               "13 bins: at most 12");
    check_many("kinds", "    share = {",
               "n# = { label = t \"n#\", value = 1, low = 0, high = 1 },\n", 15,
               "17 numbers: at most 16");
    check_many("kinds", "{ who = t \"A\"", "{ who = t \"#\", say = t \"#\" },\n", 39,
               "41 lines of dialogue: at most 40");
    check_many("kinds", "{ id = \"b\", label = t \"B\", cells",
               "{ id = \"r#\", label = t \"r#\", cells = { year = 1, week = 1 } },\n", 18,
               "21 rows: at most 20");
    check_many("orders", "{ id = \"one\", left",
               "{ id = \"p#\", left = t \"p#\", right = t \"x\" },\n", 11, "13 pairs: at most 12");
}

static void cells_are_counted(void **unused)
{
    (void)unused;
    struct fault_list faults = {0};
    struct buffer out = {0};
    buffer_add(&out,
               "local function t(w) return { zh = w, en = w } end\n"
               "return exercise \"kinds\" { title = t \"T\", source = { \"S-1\" }, minutes = 1,\n"
               "brief = t \"B\", model = t \"M\", why = t \"W\", tasks = {\n"
               "{ id = \"p\", kind = \"table\", ask = t \"A\", columns = {");
    for (int i = 0; i < 3; i++)
        buffer_printf(&out, "{ id = \"c%d\", label = t \"C\" },", i);
    buffer_add(&out, "}, rows = {\n");
    for (int i = 0; i < 14; i++)
        buffer_printf(
            &out, "{ id = \"r%d\", label = t \"R\", cells = { c0 = 1, c1 = 2, c2 = 3 } },\n", i);
    buffer_add(&out, "} } } }\n");
    struct bundle *bundle = bundle_of("kinds", out.data);
    assert_null(exercise_file_load(bundle, &faults, NULL));
    /* 14 rows of 3 are 42: the 41st and what follows it in its row. */
    assert_int_equal(faults.count, 1);
    assert_string_equal(faults.faults[0].message, "too many cells: at most 40 in a table");
    assert_int_equal(faults.faults[0].line, 18);
    buffer_printf(&messages, "%s\n", faults.faults[0].message);
    fault_list_free(&faults);
    bundle_free(bundle);
    buffer_free(&out);
}

static void a_table_asks_something_and_an_order_has_one(void **unused)
{
    (void)unused;
    static const struct {
        const char *task, *message;
    } cases[] = {
        {"{ id = \"p\", kind = \"table\", ask = t \"A\", columns = { { id = \"c\", label = t \"C\" "
         "} },"
         "rows = { { id = \"r\", label = t \"R\", cells = { c = 1 } } } }",
         "nothing is asked in this table: give some cell an expect"},
        {"{ id = \"p\", kind = \"order\", ask = t \"A\", items = { { id = \"a\", text = t \"A\", "
         "rank = 1 },"
         "{ id = \"b\", text = t \"B\", rank = 1 } } }",
         "all items are of equal rank: no order is asked for"},
        {"{ id = \"p\", kind = \"table\", ask = t \"A\", columns = { { id = \"c\", label = t \"C\" "
         "}, { id = \"d\", label = t \"D\" } },"
         "rows = { { id = \"r\", label = t \"R\", cells = { c = { sum = { \"s.c\" } }, d = { "
         "expect = 1 } } },"
         "{ id = \"s\", label = t \"S\", cells = { c = { sum = { \"r.c\" } } } } } }",
         "this sum adds up itself"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error error = {0};
        struct buffer out = {0};
        buffer_printf(
            &out,
            "local function t(w) return { zh = w, en = w } end\n"
            "return exercise \"kinds\" { title = t \"T\", source = { \"S-1\" }, minutes = 1,"
            "brief = t \"B\", model = t \"M\", why = t \"W\", tasks = { %s } }",
            cases[i].task);
        struct bundle *bundle = bundle_of("kinds", out.data);
        assert_null(exercise_file_load(bundle, NULL, &error));
        assert_non_null(strstr(error.message, cases[i].message));
        buffer_printf(&messages, "%s\n", error.message);
        bundle_free(bundle);
        buffer_free(&out);
    }
}

/* Two functions that share a variable: each seems pure until the other has run. */
static void functions_may_not_speak_to_each_other(void **unused)
{
    (void)unused;
    struct error error = {0};
    char *text = case_text("kinds");
    char *first = replaced(text, YEAR, "given = function(n) calls = n.high; return n.high end");
    char *both = replaced(first, "year = 7",
                          "year = { given = function(n) local c = calls calls = 0 return c end }");
    struct bundle *bundle = bundle_of("kinds", both);
    assert_null(exercise_file_load(bundle, NULL, &error));
    assert_non_null(strstr(error.message, "this function is not pure"));
    bundle_free(bundle);
    free(both);
    free(first);
    free(text);
}

/* ----------------------------------------------------------------------------- hostile ---- */

static void hostile_files_are_contained(void **unused)
{
    (void)unused;
    static const char *const files[] = {
        "while true do end",
        "local t = {} for i = 1, 1e9 do t[i % 1000] = string.rep('x', 60000) .. i end",
        "local function f() return f() + 1 end f()",
        "return exercise \"kinds\" { title = exercise \"x\" { }, tasks = exercise \"y\" { } }",
        "local function endless() while true do end end return endless()",
        "return exercise \"kinds\" (setmetatable({}, { __index = function() end }))",
        "local t = {} t.tasks = t t[1] = t return exercise \"kinds\" (t)",
        "return exercise \"kinds\" { tasks = { { kind = \"table\", rows = {} }, {}, 1 } }",
        "return exercise",
        "return nil",
        "",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct error error = {0};
        int64_t began = clock_monotonic_ms();
        struct bundle *bundle = bundle_of("kinds", files[i]);
        assert_null(exercise_file_load(bundle, NULL, &error));
        assert_true(error.message[0] != '\0');
        assert_true(clock_monotonic_ms() - began < 5000);
        bundle_free(bundle);
    }
}

/* ----------------------------------------------------------------- formats in the sources ---- */

/* Whether `line` holds, in order, what stands between the conversions of `format`. */
static bool has_format(const char *line, const char *format)
{
    while (*format) {
        char piece[200];
        size_t length = strcspn(format, "%");
        snprintf(piece, sizeof piece, "%.*s", (int)length, format);
        line = strstr(line, piece);
        if (!line)
            return false;
        line += length;
        format += length;
        if (*format == '%')
            format += 1 + strcspn(format + 1, "sdg") + 1;
    }
    return true;
}

static bool was_told(const char *format)
{
    char line[600];
    for (const char *at = messages.data; *at; at += strcspn(at, "\n") + 1) {
        snprintf(line, sizeof line, "%.*s", (int)strcspn(at, "\n"), at);
        if (has_format(line, format))
            return true;
    }
    return false;
}

/* The string literals that follow each other at `at`, as one. */
static void read_literals(const char *at, struct buffer *out)
{
    buffer_add(out, "");
    for (; *at == '"'; at += 1 + strspn(at + 1, " \n")) {
        for (at++; *at != '"'; at++) {
            at += *at == '\\';
            buffer_add_bytes(out, at, 1);
        }
    }
}

static int check_formats(const char *source, const char *call, bool has_key)
{
    int found = 0;
    for (const char *at = strstr(source, call); at; at = strstr(at + 1, call)) {
        struct buffer format = {0};
        const char *rest = at + strlen(call);
        if (has_key)
            rest = strchr(rest, ',') + 1;
        read_literals(rest + strspn(rest, " \n"), &format);
        if (format.length > 0) {
            found++;
            if (!was_told(format.data))
                fail_msg("no row has '%s'", format.data);
        }
        buffer_free(&format);
    }
    return found;
}

static void every_known_fault_was_told(void **unused)
{
    (void)unused;
    static const char *const sources[] = {"build_exercise", "build_tasks", "build_table",
                                          "exercise_file", "exercise_functions"};
    int found = 0;
    assert_non_null(messages.data);
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        char name[80];
        size_t length;
        snprintf(name, sizeof name, "engine/script/%s.c", sources[i]);
        char *path = source_path(name), *source = small_read(path, &length);
        found += check_formats(source, "reader_fault(reader, ", true);
        found += check_formats(source, "reader_fault(&reader, ", true);
        found += check_formats(source, "luaL_error(lua, ", false);
        free(source);
        free(path);
    }
    assert_true(found >= 50);
    buffer_free(&messages);
}

/* ------------------------------------------------------------------------------- guesses ---- */

/*
 * kinds.lua by hand: two cards in two bins, one of them right in both: 1/2 and 1; three cells and
 * two typed fields: 0; a field with two choices: 1/2; a set of three, two right, eight subsets alike:
 * {p} {q} {p,q,r} earn 1/2, {p,q} 1, {p,r} {q,r} and the rest 0: 5/16. Together 37/16 of
 * 2 + 2 + 3 + 1 = 8 points: 28.9 %.
 */
static void guessing_earns_what_chance_says(void **unused)
{
    (void)unused;
    struct exercise_file *file = load("kinds");
    double percent = exercise_guess(exercise_file_exercise(file));
    assert_true(fabs(percent - 28.9) < 2); /* 1000 guesses: a standard error of about 0.5 */
    assert_true(percent == exercise_guess(exercise_file_exercise(file)));
    exercise_file_free(file);
    /* orders.lua: pairs in a random order stand right by half: 4 x 1/2; two of three sides: 2/3. */
    file = load("orders");
    percent = exercise_guess(exercise_file_exercise(file));
    assert_true(fabs(percent - 100 * (2 + 2.0 / 3) / 6) < 2);
    exercise_file_free(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_head_is_as_written),
        cmocka_unit_test(the_tasks_are_as_written),
        cmocka_unit_test(orders_and_pairs_are_as_written),
        cmocka_unit_test(other_numbers_give_other_answers),
        cmocka_unit_test(a_model_answer_follows_the_numbers),
        cmocka_unit_test(each_fault_is_told_on_its_line),
        cmocka_unit_test(one_fault_is_told_once),
        cmocka_unit_test(too_many_are_told),
        cmocka_unit_test(cells_are_counted),
        cmocka_unit_test(a_table_asks_something_and_an_order_has_one),
        cmocka_unit_test(functions_may_not_speak_to_each_other),
        cmocka_unit_test(hostile_files_are_contained),
        cmocka_unit_test(every_known_fault_was_told),
        cmocka_unit_test(guessing_earns_what_chance_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
