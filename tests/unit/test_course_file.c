/*
 * test_course_file.c: a course that loads, and each way in which one does not.
 *
 * tests/cases/courseware/tiny.lua has no fault. Each row of the table below changes one piece of it
 * and says on which line what must be told, and nothing else. Every format of a fault in
 * build_course.c must be met by some row: the source is read for them. The shipped course is held
 * to EC-0 of the curriculum by figures written here, not by those in its own frame.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "class/course_check.h"
#include "class/courseware.h"
#include "unit/small.h"

static void use_source(const char *variable, const char *folder)
{
    char *path = source_path(folder);
    setenv(variable, path, 1);
    free(path);
}

static char *tiny_text(void)
{
    size_t length;
    char *path = source_path("tests/cases/courseware/tiny.lua");
    char *text = small_read(path, &length);
    free(path);
    return text;
}

static struct bundle *bundle_of(const char *name, const char *text)
{
    size_t length;
    struct bundle *bundle = bundle_new("");
    char *path = small_path("sources.lua"), *sources = small_read(path, &length);
    bundle_add(bundle, name, text, strlen(text));
    bundle_add(bundle, "sources.lua", sources, length);
    bundle_seal(bundle);
    free(sources);
    free(path);
    return bundle;
}

/* ------------------------------------------------------------------------------ it loads ---- */

static void assert_text(const struct text *text, const char *key, const char *zh, const char *en)
{
    assert_string_equal(text->key, key);
    assert_string_equal(text->words[LANGUAGE_ZH], zh);
    assert_string_equal(text->words[LANGUAGE_EN], en);
}

static void a_course_is_as_written(void **unused)
{
    (void)unused;
    struct error error = {0};
    char *text = tiny_text();
    struct bundle *bundle = bundle_of("tiny.lua", text);
    struct course_file *file = course_file_load(bundle, NULL, &error);
    assert_non_null(file);
    assert_string_equal(course_file_digest(file), bundle->digest);
    bundle_free(bundle);
    free(text);

    const struct course *course = course_file_course(file);
    assert_string_equal(course->id, "tiny");
    assert_string_equal(course->file, "tiny.lua");
    assert_text(&course->title, "title", "小课", "A tiny course");
    assert_int_equal(course->minutes, 20);
    assert_int_equal(course->source_count, 2);
    assert_string_equal(course_file_source_title(file, course->sources[1])->words[LANGUAGE_EN],
                        "The second paragraph");
    assert_null(course_file_source_title(file, "EC-0"));
    assert_int_equal(course->frame.role_play_low, 5);
    assert_int_equal(course->frame.role_play_high, 8);
    assert_int_equal(course->frame.discussions, 2);
    assert_int_equal(course->frame.timed, 1);
    assert_int_equal(course->frame.time_low[0], 1);
    assert_int_equal(course->frame.time_high[0], 2);
    assert_int_equal(course->frame.exercise_minutes, 5);

    assert_int_equal(course->segment_count, 6);
    const struct segment *opening = &course->segments[0], *why = &course->segments[1];
    assert_string_equal(opening->id, "opening");
    assert_int_equal(opening->kind, SEGMENT_TALK);
    assert_int_equal(opening->minutes, 3);
    assert_int_equal(opening->file_line, 16);
    assert_int_equal(opening->notes.count, 2);
    assert_text(&opening->notes.items[1], "opening.notes.2", "第二段", "The second paragraph");
    assert_int_equal(opening->slides.count, 1);
    assert_int_equal(opening->prompts.count, 0);
    assert_int_equal(opening->time_high, 0);
    assert_int_equal(why->kind, SEGMENT_DISCUSS);
    assert_int_equal(why->time_low, 1);
    assert_int_equal(why->time_high, 2);
    assert_text(&why->prompts.items[0], "why.prompts.1", "为什么？", "Why?");
    assert_int_equal(why->answers.count, 2);
    assert_string_equal(course->segments[3].exercise, "contact-plan");
    assert_int_equal(course->segments[4].kind, SEGMENT_ROLE_PLAY);
    assert_int_equal(course->segments[4].scenario_count, 2);
    assert_string_equal(course->segments[4].scenarios[1], "forex-browser");
    assert_int_equal(course->segments[5].kind, SEGMENT_WRAP_UP);
    course_file_free(file);
}

/* --------------------------------------------------------------------- and where it doesn't ---- */

struct row {
    const char *from, *to; /* the first `from` of tiny.lua becomes `to`; NULL: add at the end */
    int line;              /* where it is told */
    const char *message;   /* part of what is told */
};

static const struct row rows[] = {
    {"course \"tiny\"", "course \"Tiny\"", 4, "'Tiny' can't be a name"},
    {"course \"tiny\"", "course \"other\"", 4,
     "this file holds course \"other\", but its name says \"tiny\""},
    {"return course \"tiny\" {", "return scenario \"tiny\" {", 4,
     "this file must return course ..."},
    {"  aim = T,\n", "", 4, "'aim' is missing here"},
    {"  aim = T,", "  aim = T, goal = T,", 6, "unknown key 'goal'"},
    {"en = \"A tiny course\"", "", 5, "the text in 'en' is missing"},
    {"\"S-1\", \"S-2.1\"", "\"S-1\", \"S-9\"", 7, "unknown curriculum id 'S-9'"},
    {"{ \"S-1\", \"S-2.1\" }", "{}", 7, "'source' is empty"},
    {"  minutes = 20,\n", "", 4, "'minutes' is missing here"},
    {"  minutes = 20", "  minutes = 481", 8, "481 is out of range: use 1 to 480"},

    /* the frame */
    {"  frame = {", "  other = {", 9, "unknown key 'other'"},
    {"role_play = { 5, 8 },", "", 9, "'role_play' is missing here: { least, most } in minutes"},
    {"role_play = { 5, 8 },", "role_play = { 5 },", 10, "write { least, most } in minutes here"},
    {"role_play = { 5, 8 },", "role_play = { 8, 5 },", 10, "{ 8, 5 }: the least comes first"},
    {"role_play = { 5, 8 },", "role_play = 5,", 10, "expected { ... } here, found a number"},
    {"discussions = 2,", "", 9, "'discussions' is missing here"},
    {"discussions = 2,", "discussions = \"2\",", 11, "expected a whole number here"},
    {"times = { { 1, 2 } },", "times = { {1,2},{1,2},{1,2},{1,2},{1,2},{1,2},{1,2},{1,2},{1,2} },",
     12, "9 times: at most 8"},
    {"times = { { 1, 2 } },", "times = { { 2, 1 } },", 12, "{ 2, 1 }: the least comes first"},

    {"  segments = {", "  other = {", 4, "'segments' is missing here"},

    /* a segment */
    {"id = \"opening\", ", "", 16, "'id' is missing here"},
    {"id = \"opening\", ", "id = \"An opening\", ", 16, "'An opening' can't be a name"},
    {"id = \"why\"", "id = \"opening\"", 23, "a second segment 'opening' in this course"},
    {"kind = \"talk\",", "", 16, "'kind' is missing here"},
    {"kind = \"talk\",", "kind = \"tall\",", 16,
     "unknown kind of segment 'tall' (did you mean 'talk'?)"},
    {"      minutes = 3,\n", "", 16, "'minutes' is missing here"},
    {"      minutes = 3,", "      minutes = 2.5,", 17, "2.5 is no whole number"},
    {"      title = { zh = \"开场\", en = \"Opening\" },\n", "", 16, "'title' is missing here"},
    {"objectives = { T },\n", "\n", 16, "'objectives' is missing here: a list of texts"},
    {"objectives = { T },", "objectives = {},", 19, "'objectives' is empty: at least one text"},
    {"notes = { T, { zh = \"第二段\", en = \"The second paragraph\" } }",
     "notes = { T, { zh = \"第二段\" } }", 20, "the text in 'en' is missing"},
    {"slides = { T },", "slides = T,", 21, "expected a plain list { ..., ... }"},
    {"prompts = { { zh = \"为什么？\", en = \"Why?\" } },\n", "\n", 23,
     "'prompts' is missing here: a list of texts"},
    {"answers = { { zh = \"因为\", en = \"Because\" }, T },\n", "\n", 23,
     "'answers' is missing here: a list of texts"},
    {"slides = { T },", "slides = { T }, slide = T,", 21, "unknown key 'slide'"},
    {"source = { \"S-2.1\" } },", "source = { \"S-2.7\" } },", 31,
     "unknown curriculum id 'S-2.7' (did you mean 'S-2.1'?)"},
    {"slides = { T },", "time = { 3, 4 },", 21,
     "'time' goes with kind = \"discuss\", not with \"talk\""},
    {"slides = { T },", "exercise = \"contact-plan\",", 21,
     "'exercise' goes with kind = \"exercise\", not with \"talk\""},
    {"slides = { T },", "scenarios = { \"idle-deposit\" },", 21,
     "'scenarios' goes with kind = \"role-play\", not with \"talk\""},
    {"      time = { 1, 2 },", "      time = { 3, 4 },", 24,
     "2 minutes, but the discussion's time is 3 to 4"},
    {"      exercise = \"contact-plan\",\n", "\n", 40, "'exercise' is missing here"},
    {"      scenarios = { \"idle-deposit\", \"forex-browser\" },\n", "\n", 47,
     "'scenarios' is missing here"},
    {"  segments = {\n", "  segments = {\n    7,\n", 16, "expected { ... } here, found a number"},

    /* the whole */
    {"  minutes = 20,", "  minutes = 22,", 8,
     "the segments sum to 20 minutes, not 22: add 2 somewhere, or change this"},
    {"  minutes = 20,", "  minutes = 19,", 8,
     "the segments sum to 20 minutes, not 19: take away 1 somewhere, or change this"},
    {"role_play = { 5, 8 },", "role_play = { 7, 8 },", 10,
     "role-play takes 6 minutes in all, not 7 to 8"},
    {"role_play = { 5, 8 },", "role_play = { 4, 5 },", 10,
     "role-play takes 6 minutes in all, not 4 to 5"},
    {"discussions = 2,", "discussions = 6,", 11, "there are 2 discussions, not 6"},
    {"times = { { 1, 2 } },", "times = { { 2, 3 } },", 25,
     "discussion number 1 with a time: 1 to 2 minutes, but the frame says 2 to 3"},
    {"times = { { 1, 2 } },", "times = { { 1, 2 }, { 2, 3 } },", 9,
     "1 discussions have a time, but the frame lists 2"},
    {"times = { { 1, 2 } },", "", 9, "1 discussions have a time, but the frame lists 0"},
    {"exercise = 5,", "exercise = 4,", 13, "no segment is an exercise of 4 minutes"},
};

static struct buffer messages; /* all that was told, a line each */

static char *changed(const struct row *row)
{
    char *text = tiny_text();
    char *at = strstr(text, row->from);
    struct buffer out = {0};
    assert_non_null(at);
    buffer_add_bytes(&out, text, (size_t)(at - text));
    buffer_add(&out, row->to);
    buffer_add(&out, at + strlen(row->from));
    free(text);
    return buffer_take(&out);
}

static void print_faults(const struct row *row, const struct fault_list *faults)
{
    print_message("%d: %s\n  has\n", row->line, row->message);
    for (int i = 0; i < faults->count; i++)
        print_message("    %d: %s\n", faults->faults[i].line, faults->faults[i].message);
}

/* A fault more is allowed where the table above can't help it: a missing frame is missed, too. */
static bool is_told(const struct row *row, const struct fault_list *faults)
{
    bool told = false;
    for (int i = 0; i < faults->count; i++) {
        const struct fault *fault = &faults->faults[i];
        buffer_printf(&messages, "%s\n", fault->message);
        told |= fault->line == row->line && strstr(fault->message, row->message) &&
                strcmp(fault->file, "tiny.lua") == 0;
    }
    bool renamed = strstr(row->to, "other = {") != NULL;
    return told && faults->count == (renamed ? 2 : 1);
}

static void check_text(const struct row *row, const char *text)
{
    struct fault_list faults = {0};
    struct error error = {0};
    struct bundle *bundle = bundle_of("tiny.lua", text);
    assert_null(course_file_load(bundle, &faults, &error));
    assert_int_equal(error.code, ERROR_SCENARIO);
    if (!is_told(row, &faults)) {
        print_faults(row, &faults);
        fail_msg("'%s' is not told as it should be", row->to);
    }
    if (faults.count == 1) {
        assert_string_equal(error.message, faults.faults[0].message);
        assert_int_equal(error.line, row->line);
    }
    fault_list_free(&faults);
    bundle_free(bundle);
}

static void each_fault_is_told_on_its_line(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *text = changed(&rows[i]);
        check_text(&rows[i], text);
        free(text);
    }
}

static void too_many_segments_are_told(void **unused)
{
    (void)unused;
    static const struct row row = {
        .to = "40 more", .line = 15, .message = "46 segments: at most 40"};
    char *text = tiny_text();
    const char *at = strstr(text, "  segments = {\n") + strlen("  segments = {\n");
    struct buffer out = {0};
    buffer_add_bytes(&out, text, (size_t)(at - text));
    for (int i = 0; i < 40; i++)
        buffer_printf(
            &out,
            "{ id = \"s%d\", kind = \"talk\", minutes = 1, title = T, objectives = { T }, "
            "notes = { T }, source = { \"S-1\" } },\n",
            i);
    buffer_add(&out, at);
    check_text(&row, out.data);
    buffer_free(&out);
    free(text);
}

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
            format += 1 + strcspn(format + 1, "sd") + 1;
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

/* Every format of a fault in build_course.c was told above, in whole. */
static void every_known_fault_was_told(void **unused)
{
    (void)unused;
    size_t length;
    int found = 0;
    char *path = source_path("engine/script/build_course.c"), *source = small_read(path, &length);
    static const char call[] = "reader_fault(reader, ";
    assert_non_null(messages.data);
    for (const char *at = strstr(source, call); at; at = strstr(at + 1, call)) {
        struct buffer format = {0};
        const char *rest = strchr(at + strlen(call), ',') + 1; /* behind the key */
        read_literals(rest + strspn(rest, " \n"), &format);
        assert_true(format.length > 0);
        found++;
        if (!was_told(format.data))
            fail_msg("no row has '%s'", format.data);
        buffer_free(&format);
    }
    assert_true(found >= 20);
    free(source);
    free(path);
    buffer_free(&messages);
}

static void other_kinds_of_files_are_told_apart(void **unused)
{
    (void)unused;
    static const char *const words[] = {"course", "exercise", "rubric"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char text[80];
        struct error error = {0};
        snprintf(text, sizeof text, "return %s \"tiny\" { x = 1 }", words[i]);
        struct bundle *bundle = bundle_of("tiny.lua", text);
        assert_null(course_file_load(bundle, NULL, &error));
        if (i == 0)
            assert_non_null(strstr(error.message, "[and"));
        else
            assert_string_equal(error.message, "this file must return course ...");
        bundle_free(bundle);
    }
}

static void what_it_names_must_be_there(void **unused)
{
    (void)unused;
    struct row row = {.from = "\"idle-deposit\"", .to = "\"idle-deposits\""};
    struct fault_list faults = {0};
    struct error error = {0};
    char *text = changed(&row);
    struct bundle *bundle = bundle_of("tiny.lua", text);
    assert_null(course_check(bundle, &faults, &error));
    assert_true(faults.count >= 1);
    const struct fault *last = &faults.faults[faults.count - 1];
    assert_int_equal(last->line, 47);
    assert_string_equal(last->message,
                        "there is no scenario 'idle-deposits' (did you mean 'idle-deposit'?)");
    fault_list_free(&faults);
    bundle_free(bundle);
    free(text);

    row = (struct row){.from = "\"contact-plan\"", .to = "\"no-such-thing\""};
    text = changed(&row);
    bundle = bundle_of("tiny.lua", text);
    assert_null(course_check(bundle, NULL, &error));
    assert_int_equal(error.line, 40);
    assert_non_null(strstr(error.message, "there is no exercise 'no-such-thing'"));
    bundle_free(bundle);
    free(text);
}

/* ----------------------------------------------------------------------- the shipped one ---- */

/* EC-0: 90 minutes; role-play takes 30 to 45; about six discussions, most with a time, in order 2-3,
   1-2, 1-2 and 2-3 minutes; one written exercise of 5 minutes. */
static void the_shipped_course_is_ec_0(void **unused)
{
    (void)unused;
    static const int times[][2] = {{2, 3}, {1, 2}, {1, 2}, {2, 3}};
    struct error error = {0};
    struct course_file *file = course_find("existing-customers", &error);
    if (!file)
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    const struct course *course = course_file_course(file);
    int sum = 0, role_play = 0, discussions = 0, timed = 0, exercises = 0;
    for (int i = 0; i < course->segment_count; i++) {
        const struct segment *segment = &course->segments[i];
        sum += segment->minutes;
        role_play += segment->kind == SEGMENT_ROLE_PLAY ? segment->minutes : 0;
        discussions += segment->kind == SEGMENT_DISCUSS;
        exercises += segment->kind == SEGMENT_EXERCISE && segment->minutes == 5;
        if (segment->time_high == 0)
            continue;
        assert_true(timed < 4);
        assert_int_equal(segment->time_low, times[timed][0]);
        assert_int_equal(segment->time_high, times[timed][1]);
        assert_in_range(segment->minutes, times[timed][0], times[timed][1]);
        timed++;
    }
    assert_int_equal(sum, 90);
    assert_int_equal(course->minutes, 90);
    assert_in_range(role_play, 30, 45);
    assert_int_equal(discussions, 6);
    assert_int_equal(timed, 4);
    assert_true(exercises >= 1);
    course_file_free(file);
}

/* ------------------------------------------------------------------------- where it lies ---- */

static void courseware_is_found_by_id_and_by_path(void **unused)
{
    (void)unused;
    struct error error = {0};
    char **names;
    int count;
    assert_true(courseware_names("courses", &names, &count, &error));
    assert_true(count >= 1);
    assert_string_equal(names[0], "existing-customers");
    courseware_free_names(names, count);
    assert_true(courseware_names("no-such-kind", &names, &count, &error));
    assert_int_equal(count, 0);
    courseware_free_names(names, count);
    assert_null(courseware_bundle("courses", "existing-customer", &error));
    assert_string_equal(error.message, "there is no course 'existing-customer' (did you mean "
                                       "'existing-customers'?)");
    assert_null(courseware_bundle("courses", "zzz", &error));
    assert_non_null(strstr(error.message, "there is no course 'zzz'"));
    char *path = source_path("tests/cases/courseware/tiny.lua");
    struct bundle *bundle = courseware_bundle("courses", path, &error);
    assert_non_null(bundle);
    assert_string_equal(bundle->files[0].name, "tiny.lua");
    assert_string_equal(bundle->files[1].name, "sources.lua");
    bundle_free(bundle);
    free(path);
    setenv("YANLIAN_COURSEWARE", "/nowhere/at/all", 1);
    assert_null(courseware_bundle("courses", "existing-customers", &error));
    assert_string_equal(error.file, "/nowhere/at/all");
    use_source("YANLIAN_COURSEWARE", "courseware");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_course_is_as_written),
        cmocka_unit_test(each_fault_is_told_on_its_line),
        cmocka_unit_test(too_many_segments_are_told),
        cmocka_unit_test(every_known_fault_was_told),
        cmocka_unit_test(other_kinds_of_files_are_told_apart),
        cmocka_unit_test(what_it_names_must_be_there),
        cmocka_unit_test(the_shipped_course_is_ec_0),
        cmocka_unit_test(courseware_is_found_by_id_and_by_path),
    };
    use_source("YANLIAN_SCENARIOS", "scenarios");
    use_source("YANLIAN_COURSEWARE", "courseware");
    return cmocka_run_group_tests_name("course_file", tests, NULL, NULL);
}
