/*
 * test_export.c: the log as CSV and JSON Lines, against values worked by hand from a tiny scenario.
 */
#include <cjson/cJSON.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/random.h"
#include "practice/export.h"
#include "practice/play.h"
#include "unit/program.h"
#include "unit/store_fixture.h"

/* At the door she waits ten seconds to be greeted; the form is due; then it is over. */
static const char scenario_text[] =
    "return scenario 'tiny' {\n"
    "  title = { zh = '小', en = 'Tiny' }, role = 'teller', source = { 'FE-1.1' },\n"
    "  brief = { zh = '小', en = 'Tiny' }, card = { zh = '小', en = 'Tiny' }, rules = { 'one' },\n"
    "  customer = { name = { zh = '王先生', en = 'Mr Wang' }, surname = { zh = '王', en = 'Wang' "
    "},\n"
    "    age = 40, familiarity = 2, mood = 'neutral', looks = { { zh = '高', en = 'Tall' } } },\n"
    "  turns = 5, start = 'door',\n"
    "  nodes = {\n"
    "    door = { says = { zh = '你好', en = 'Hello' }, cues = { 'enters', 'waits' }, hint = "
    "'greet',\n"
    "      seconds = 10, timeout = 'silence',\n"
    "      responses = {\n"
    "        { id = 'hello', say = { zh = '早', en = 'Morning' }, acts = { 'notice', 'greet' },\n"
    "          to = 'desk', effect = { mood = 1, familiarity = 1 } },\n"
    "        { id = 'silence', silent = true, say = { zh = '…', en = '...' }, acts = { 'silence' "
    "},\n"
    "          to = 'desk', effect = { mood = -1 } } } },\n"
    "    desk = { scene = { zh = '表', en = 'The form' }, cues = { 'form-due' }, form = 'over',\n"
    "      responses = {\n"
    "        { id = 'skip', say = { zh = '算了', en = 'Later' }, acts = { 'skip-form' },\n"
    "          to = 'over' } } },\n"
    "    over = { ending = 'served', says = { zh = '再见', en = 'Bye' } },\n"
    "  },\n"
    "}\n";

static const char rules_text[] =
    "return pack 'one' { title = { zh = '一', en = 'One' } } {\n"
    "  rule 'greet-first' { template = init 'greet', weight = 1, source = 'FE-1.1',\n"
    "    title = { zh = '一', en = 'a' }, why = { zh = '一', en = 'a' },\n"
    "    instead = { zh = '一', en = 'a' } },\n"
    "  rule 'form' { template = response('form-due', 'file-form'), weight = 2, source = 'FE-1',\n"
    "    title = { zh = '二', en = 'b' }, why = { zh = '二', en = 'b' },\n"
    "    instead = { zh = '二', en = 'b' } },\n"
    "}\n";

/* ------------------------------------------------------------------------------- plays ---- */

static void add_shipped(struct bundle *bundle, const char *name)
{
    struct buffer path = {0};
    buffer_printf(&path, "%s/scenarios/%s", getenv("YANLIAN_SOURCE"), name);
    char *text = program_read_file(path.data);
    bundle_add(bundle, name, text, strlen(text));
    buffer_free(&path);
    free(text);
}

static struct play *begin(struct store *store, const char *name, const char *staff, enum mode mode,
                          uint64_t seed)
{
    struct error error = {0};
    struct person person;
    struct bundle *bundle = bundle_new("");
    bundle_add(bundle, "tiny.lua", scenario_text, strlen(scenario_text));
    add_shipped(bundle, "vocabulary.lua");
    add_shipped(bundle, "sources.lua");
    bundle_add(bundle, "rules/one.lua", rules_text, strlen(rules_text));
    bundle_seal(bundle);
    struct play_options options = {
        .person = &person, .mode = mode, .language = LANGUAGE_ZH, .seed = seed};
    struct play *play = store_person(store, name, staff, &person, &error)
                            ? play_begin(store, bundle, &options, &error)
                            : NULL;
    if (!play)
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    bundle_free(bundle);
    return play;
}

/* An exam: too late at the door, then no form. Neither rule is kept: 0 of 3. */
static void play_badly(struct store *store, const char *name, const char *staff)
{
    struct error error;
    struct play *play = begin(store, name, staff, MODE_EXAM, 7);
    assert_true(play_pick(play, 0, 10001, &error));
    assert_true(play_pick(play, 0, 1500, &error));
    play_close(play, -1);
}

/* Practice: a hint, a greeting taken back and said again, and the form. 3 of 3. */
static void play_well(struct store *store, const char *name, const char *staff)
{
    struct error error;
    struct form form = {.customer = "王"};
    int act;
    struct play *play = begin(store, name, staff, MODE_PRACTICE, SEED_MAX);
    assert_true(play_hint(play, 900, &act, &error));
    assert_true(play_pick(play, 0, 2000, &error));
    assert_true(play_take_back(play, 100, &error));
    assert_true(play_pick(play, 0, 3000, &error));
    assert_true(play_file_form(play, &form, 4000, &error));
    play_close(play, -1);
}

static char *export_text(struct store *store, const char *session, enum export_format format)
{
    struct error error = {0};
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    if (!export_events(store, session, format, out, &error))
        fail_msg("%s", error.message);
    fclose(out);
    return text;
}

/* ------------------------------------------------------------------------------- cells ---- */

static void a_cell_is_quoted_and_made_harmless(void **unused)
{
    (void)unused;
    static const struct {
        const char *text, *cell;
    } cells[] = {
        {"", ""},
        {"plain", "plain"},
        {"王先生", "王先生"},
        {"a,b", "\"a,b\""},
        {"say \"hi\"", "\"say \"\"hi\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {"two\r\nlines", "\"two\r\nlines\""},
        {"O'Brien", "\"O'Brien\""},
        {"=1+1", "\"'=1+1\""},
        {"=cmd|'/C calc'!A0", "\"'=cmd|'/C calc'!A0\""},
        {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
        {"@SUM(A1)", "\"'@SUM(A1)\""},
        {"@x", "\"'@x\""},
        {"+cmd", "\"'+cmd\""},
        {"-cmd", "\"'-cmd\""},
        {"\t=1", "\"'\t=1\""},
        {"\r=1", "\"'\r=1\""},
        {"\n=1", "\"'\n=1\""},
        {"＝1+1", "\"'＝1+1\""},
        {"＋1", "\"'＋1\""},
        {"－1", "\"'－1\""},
        {"＠x", "\"'＠x\""},
        {"+1", "+1"}, /* numbers stay numbers */
        {"-1", "-1"},
        {"-1.5e3", "-1.5e3"},
        {"+.5", "+.5"},
        {"+1+1", "\"'+1+1\""}, /* sums are none */
        {"-1-1", "\"'-1-1\""},
        {"-2+3|x", "\"'-2+3|x\""},
        {"-", "\"'-\""},
        {"--1", "\"'--1\""},
        {"+1e", "\"'+1e\""},
        {"1=1", "1=1"}, /* only the first character matters */
        {" =1", " =1"},
    };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        char *text = NULL;
        size_t length = 0;
        FILE *out = open_memstream(&text, &length);
        export_cell(out, cells[i].text);
        fclose(out);
        assert_string_equal(text, cells[i].cell);
        free(text);
    }
}

/* A spreadsheet drops zeros, cuts long numbers and makes dates, but not of text with a tab. */
static void names_made_of_digits_stay_text(void **unused)
{
    (void)unused;
    static const char *const names[][2] = {
        {"10234", "10234"},
        {"0", "0"},
        {"12345678901", "12345678901"},
        {"123456789012", "\"123456789012\t\""},
        {"007", "\"007\t\""},
        {"2026-11-22", "\"2026-11-22\t\""},
        {"3/4", "\"3/4\t\""},
        {"1E5", "\"1E5\t\""},
        {"12B", "12B"},
        {"", ""},
        {"=1", "\"'=1\""},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *text = NULL;
        size_t length = 0;
        FILE *out = open_memstream(&text, &length);
        export_code_cell(out, names[i][0]);
        fclose(out);
        assert_string_equal(text, names[i][1]);
        free(text);
    }
}

/* Names are cleaned on their way in (one line, trimmed), and neutralised on their way out. */
static void names_come_out_clean_and_harmless(void **unused)
{
    (void)unused;
    static const struct {
        const char *name, *staff, *cells;
    } people[] = {
        {"=cmd|'/C calc'!A0", "+1", ",\"'=cmd|'/C calc'!A0\",+1,tiny,"},
        {"-1", "@x", ",-1,\"'@x\",tiny,"},
        {"李,\"小\"", "=1", ",\"李,\"\"小\"\"\",\"'=1\",tiny,"},
        {"two\nlines", "a\r\nb", ",two lines,a b,tiny,"},
        {"  \t=2+5 ", "", ",\"'=2+5\",,tiny,"},
        {"张三", "0012", ",张三,\"0012\t\",tiny,"},
    };
    for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
        struct fixture fixture;
        fixture_begin(&fixture);
        play_close(begin(fixture.store, people[i].name, people[i].staff, MODE_EXAM, 1), -1);
        char *text = export_text(fixture.store, NULL, EXPORT_CSV);
        if (!strstr(text, people[i].cells))
            fail_msg("not %s in %s", people[i].cells, text);
        free(text);
        fixture_end(&fixture);
    }
}

/* --------------------------------------------------------------------------------- CSV ---- */

enum { COLUMNS = 29, ROWS_MAX = 32, CELL_SIZE = 128 };

struct table {
    char cells[ROWS_MAX][COLUMNS][CELL_SIZE];
    int rows;
};

/* Reads one cell by RFC 4180; `*text` moves behind it. */
static void read_cell(const char **text, char cell[CELL_SIZE])
{
    const char *at = *text;
    int length = 0;
    bool quoted = *at == '"';
    at += quoted;
    while (*at && (quoted ? !(at[0] == '"' && at[1] != '"') : !strchr(",\r\n", *at))) {
        assert_true(length < CELL_SIZE - 1);
        at += quoted && *at == '"';
        cell[length++] = *at++;
    }
    cell[length] = '\0';
    *text = at + quoted;
}

/* After the byte order mark; every row has all columns and ends with CR LF. */
static void read_csv(const char *text, struct table *table)
{
    assert_memory_equal(text, "\xEF\xBB\xBF", 3);
    text += 3;
    for (table->rows = 0; *text; table->rows++) {
        assert_true(table->rows < ROWS_MAX);
        for (int i = 0; i < COLUMNS; i++) {
            read_cell(&text, table->cells[table->rows][i]);
            if (i < COLUMNS - 1)
                assert_true(*text++ == ',');
        }
        assert_memory_equal(text, "\r\n", 2);
        text += 2;
    }
}

/* Cells separated by '|'; "*" stands for an id, a time or a hash. */
static void assert_row(const struct table *table, int row, const char *expected)
{
    char *copy = strdup(expected), *rest = copy;
    for (int i = 0; i < COLUMNS; i++) {
        const char *cell = strsep(&rest, "|");
        assert_non_null(cell);
        if (strcmp(cell, "*") == 0)
            assert_true(table->cells[row][i][0] != '\0');
        else if (strcmp(cell, table->cells[row][i]) != 0)
            fail_msg("row %d, column %d is '%s', not '%s'", row, i + 1, table->cells[row][i], cell);
    }
    assert_null(rest);
    free(copy);
}

static void csv_tells_every_event(void **state)
{
    const struct fixture *fixture = *state;
    struct table *table = calloc(1, sizeof *table);
    play_badly(fixture->store, "甲", "1");
    play_well(fixture->store, "乙", "");
    char *text = export_text(fixture->store, NULL, EXPORT_CSV);
    read_csv(text, table);
    static const char *const rows[] = {
        "session|person|staff_number|scenario|mode|class|language|seed|seq|at|kind|turn|node|"
        "response|"
        "picked|acts|think_ms|mood_before|mood_after|familiarity_before|familiarity_after|to|cues|"
        "score|band|ending|rule|kept|hash",
        "*|甲|1|tiny|exam||zh|7|1|*|begin|0|||||"
        "|neutral|neutral|2|2|door|enters waits||||||*",
        "*|甲|1|tiny|exam||zh|7|2|*|timeout|1|door|silence|hello|silence|10001"
        "|neutral|resistant|2|2|desk|form-due||||||*",
        "*|甲|1|tiny|exam||zh|7|3|*|pick|2|desk|skip||skip-form|1500"
        "|resistant|resistant|2|2|over|||||||*",
        "*|甲|1|tiny|exam||zh|7|4|*|end||||||||||||"
        "|0|fail|served|||*",
        "*|乙||tiny|practice||zh|9007199254740991|1|*|begin|0|||||"
        "|neutral|neutral|2|2|door|enters waits||||||*",
        "*|乙||tiny|practice||zh|9007199254740991|2|*|hint|1|door|||greet|900"
        "|neutral|neutral|2|2||||||||*",
        "*|乙||tiny|practice||zh|9007199254740991|3|*|pick|1|door|hello||notice greet|2000"
        "|neutral|positive|2|3|desk|form-due||||||*",
        "*|乙||tiny|practice||zh|9007199254740991|4|*|take-back|1|desk||||100"
        "|positive|neutral|3|2|door|enters waits||||||*",
        "*|乙||tiny|practice||zh|9007199254740991|5|*|pick|1|door|hello||notice greet|3000"
        "|neutral|positive|2|3|desk|form-due||||||*",
        "*|乙||tiny|practice||zh|9007199254740991|6|*|form|2|desk|||"
        "file-form form-unfounded|4000"
        "|positive|positive|3|3|over|||||||*",
        "*|乙||tiny|practice||zh|9007199254740991|7|*|end||||||||||||"
        "|100|excellent|served|||*",
    };
    assert_int_equal(table->rows, (int)(sizeof rows / sizeof *rows));
    for (int i = 0; i < table->rows; i++)
        assert_row(table, i, rows[i]);
    free(text);
    free(table);
}

static void an_empty_log_is_a_header(void **state)
{
    const struct fixture *fixture = *state;
    struct table *table = calloc(1, sizeof *table);
    char *text = export_text(fixture->store, NULL, EXPORT_CSV);
    read_csv(text, table);
    assert_int_equal(table->rows, 1);
    free(text);
    free(table);
    text = export_text(fixture->store, NULL, EXPORT_JSONL);
    assert_string_equal(text, "");
    free(text);
}

/* ---------------------------------------------------------------------------------- JSON ---- */

/* The object on line `index` of `text`; the caller deletes it. */
static cJSON *read_line(const char *text, int index)
{
    for (; index > 0; index--)
        text = strchr(text, '\n') + 1;
    char *line = strndup(text, strcspn(text, "\n"));
    cJSON *object = cJSON_Parse(line);
    if (!object)
        fail_msg("no JSON: %s", line);
    free(line);
    return object;
}

static const char *text_at(const cJSON *object, const char *name)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
    return text ? text : "(none)";
}

static double number_at(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    assert_true(cJSON_IsNumber(item));
    return item->valuedouble;
}

static int count_lines(const char *text)
{
    int lines = 0;
    for (; *text; text++)
        lines += *text == '\n';
    return lines;
}

/* Nothing is changed in a name: no apostrophe, for programs need none. */
static void json_lines_carry_everything(void **state)
{
    const struct fixture *fixture = *state;
    play_well(fixture->store, "=cmd|'/C calc'!A0", "@x");
    char *text = export_text(fixture->store, NULL, EXPORT_JSONL);
    assert_int_equal(count_lines(text), 7);
    cJSON *form = read_line(text, 5), *end = read_line(text, 6);
    const cJSON *payload = cJSON_GetObjectItemCaseSensitive(form, "payload");
    assert_string_equal(text_at(form, "person"), "=cmd|'/C calc'!A0");
    assert_string_equal(text_at(form, "staff_number"), "@x");
    assert_string_equal(text_at(form, "scenario"), "tiny");
    assert_string_equal(text_at(form, "mode"), "practice");
    assert_string_equal(text_at(form, "language"), "zh");
    assert_string_equal(text_at(form, "kind"), "form");
    assert_int_equal(strlen(text_at(form, "hash")), 64);
    assert_int_equal(strlen(text_at(form, "digest")), 64);
    assert_true(number_at(form, "seed") == (double)SEED_MAX);
    assert_non_null(strstr(text, "\"seed\":9007199254740991,")); /* digit by digit */
    assert_true(number_at(form, "seq") == 6);
    const cJSON *filed = cJSON_GetObjectItemCaseSensitive(payload, "form");
    assert_string_equal(text_at(filed, "customer"), "王");
    assert_string_equal(text_at(filed, "outcome"), "referred");
    payload = cJSON_GetObjectItemCaseSensitive(end, "payload");
    assert_true(number_at(payload, "score") == 100);
    assert_true(number_at(payload, "hints") == 1 && number_at(payload, "take_backs") == 1);
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(payload, "rules")), 2);
    cJSON_Delete(form);
    cJSON_Delete(end);
    free(text);
}

static void one_session_can_be_exported_alone(void **state)
{
    const struct fixture *fixture = *state;
    play_badly(fixture->store, "甲", "");
    struct play *play = begin(fixture->store, "乙", "", MODE_EXAM, 3);
    char *text = export_text(fixture->store, play_row(play)->id, EXPORT_JSONL);
    assert_int_equal(count_lines(text), 1);
    cJSON *line = read_line(text, 0);
    assert_string_equal(text_at(line, "session"), play_row(play)->id);
    cJSON_Delete(line);
    free(text);
    play_close(play, -1);
}

static void an_event_that_is_no_json_is_told(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = {0};
    play_badly(fixture->store, "甲", "");
    tamper(fixture->path, "UPDATE event SET payload = 'x' WHERE seq = 2");
    FILE *out = fopen("/dev/null", "w");
    assert_false(export_events(fixture->store, NULL, EXPORT_CSV, out, &error));
    fclose(out);
    assert_int_equal(error.code, ERROR_TAMPERED);
}

/* --------------------------------------------------------------------- on the command line ---- */

static void assert_command(int status, const char *words, const char *said)
{
    struct program_result result;
    program_run(words, NULL, &result);
    if (result.status != status || !strstr(status == 0 ? result.out : result.error, said))
        fail_msg("yanlian %s: exit %d\n%s%s", words, result.status, result.out, result.error);
    program_free(&result);
}

static void the_command_writes_to_stdout_or_a_file(void **unused)
{
    (void)unused;
    struct program_result result;
    struct buffer words = {0};
    char *home = program_home();
    assert_command(0, "play idle-deposit --auto random --plain --as =1+1 --seed 5", "");
    program_run("export --format csv", NULL, &result);
    assert_int_equal(result.status, 0);
    assert_memory_equal(result.out, "\xEF\xBB\xBFsession,person,", 18);
    assert_non_null(strstr(result.out, ",\"'=1+1\","));
    buffer_printf(&words, "export --format csv --output %s/log.csv", home);
    assert_command(0, words.data, "");
    buffer_free(&words);
    buffer_printf(&words, "%s/log.csv", home);
    char *written = program_read_file(words.data);
    assert_string_equal(written, result.out);
    free(written);
    program_free(&result);
    assert_command(0, "export --format jsonl", "{\"session\":");
    assert_command(2, "export", "--format");
    assert_command(2, "export --format xml", "xml");
    assert_command(1, "export --format csv 0000000", "no session");
    assert_command(1, "export --format csv --output /nowhere/x.csv", "/nowhere/x.csv");
    assert_command(1, "export --format csv --output /dev/full", "/dev/full");
    buffer_free(&words);
    program_home_remove(home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cell_is_quoted_and_made_harmless),
        cmocka_unit_test(names_made_of_digits_stay_text),
        cmocka_unit_test(names_come_out_clean_and_harmless),
        STORE_TEST(csv_tells_every_event),
        STORE_TEST(an_empty_log_is_a_header),
        STORE_TEST(json_lines_carry_everything),
        STORE_TEST(one_session_can_be_exported_alone),
        STORE_TEST(an_event_that_is_no_json_is_told),
        cmocka_unit_test(the_command_writes_to_stdout_or_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
