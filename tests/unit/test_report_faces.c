/*
 * test_report_faces.c: reports as text, CSV, JSON, xAPI and HTML: right numbers, no name where none
 * may be, nothing that runs.
 */
#include <cjson/cJSON.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/text.h"
#include "class/report_faces.h"
#include "class/report_xapi.h"
#include "unit/near.h"
#include "unit/report_fixture.h"

static const struct report_options whole = {.class = CLASS, .language = LANGUAGE_EN};

enum face { TEXT, CSV, JSON, XAPI, HTML, SHEET_TEXT, SHEET_HTML, SHEET_JSON, FACES };

static const char *const face_names[FACES] = {"text", "csv",        "json",       "xapi",
                                              "html", "sheet text", "sheet html", "sheet json"};

static void write_face(const struct fixture *fixture, const struct report *report,
                       const struct report_options *options, enum face face, FILE *out)
{
    struct error error = {0};
    struct report_sheet sheet = {0};
    char *html = NULL;
    bool done = true;
    if (face >= SHEET_TEXT)
        done = report_sheet_make(fixture->store, report, options->person, &sheet, &error);
    if (done && face == TEXT)
        report_text(report, REPORT_WIDTH, out);
    else if (done && face == CSV)
        report_csv(report, out);
    else if (done && (face == JSON || face == SHEET_JSON))
        done = report_json(report, face == JSON ? NULL : &sheet, out, &error);
    else if (done && face == XAPI)
        done = report_xapi(fixture->store, report, options, out, &error);
    else if (done && face == SHEET_TEXT)
        report_sheet_text(report, &sheet, REPORT_WIDTH, out);
    else if (done)
        html = face == HTML ? report_html(report) : report_sheet_html(report, &sheet);
    if (html)
        fputs(html, out);
    free(html);
    report_sheet_free(&sheet);
    if (!done)
        fail_msg("%s: %s", face_names[face], error.message);
}

static char *face_of(const struct fixture *fixture, const struct report_options *options,
                     enum face face)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    struct report *report = report_of(fixture, options);
    assert_non_null(out);
    write_face(fixture, report, options, face, out);
    fclose(out);
    report_free(report);
    assert_int_equal(strlen(text), length);
    return text;
}

static void find_person(const struct fixture *fixture, int who, char id[ULID_SIZE])
{
    struct person person;
    struct error error;
    assert_true(store_find_person(fixture->store, report_people[who].person.name,
                                  report_people[who].person.staff_number, &person, &error));
    memcpy(id, person.id, ULID_SIZE);
}

static void lacks(const char *text, const char *part, const char *where)
{
    if (strstr(text, part))
        fail_msg("'%s' is in the %s", part, where);
}

/* ------------------------------------------------------------------------------- masked ---- */

/* Not a name, number or branch of anybody on the roster, in no face, in neither language. */
static void no_face_of_a_masked_report_tells_a_name(void **state)
{
    const struct fixture *fixture = *state;
    static const char *const secrets[] = {"王五", "李四", "赵六",     "G-000", "86",
                                          "城东", "城西", "大堂经理", "alert", "HYPERLINK"};
    char id[ULID_SIZE];
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    find_person(fixture, LI, id);
    for (int face = 0; face < FACES; face++) {
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            struct report_options options = {.class = CLASS,
                                             .language = (enum language)language,
                                             .person = face >= SHEET_TEXT ? id : NULL,
                                             .anonymise = true};
            char *text = face_of(fixture, &options, (enum face)face);
            for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++) {
                /* "86" may be part of a number: only the staff number's own spelling counts. */
                const char *secret = strcmp(secrets[i], "86") == 0 ? "+86" : secrets[i];
                lacks(text, secret, face_names[face]);
            }
            lacks(text, id, face_names[face]);
            free(text);
        }
    }
}

static void every_face_but_the_masked_tells_the_name(void **state)
{
    const struct fixture *fixture = *state;
    static const char *const names[FACES] = {
        "=HYPERLINK", "\"'=HYPERLINK(\"\"http://x\"\",\"\"王五\"\")\"",
        "HYPERLINK",  "HYPERLINK",
        "HYPERLINK",  "=HYPERLINK",
        "HYPERLINK",  "HYPERLINK"};
    char id[ULID_SIZE];
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    find_person(fixture, WANG, id);
    for (int face = 0; face < FACES; face++) {
        struct report_options options = whole;
        options.person = face >= SHEET_TEXT ? id : NULL;
        char *text = face_of(fixture, &options, (enum face)face);
        assert_contains(text, names[face]);
        free(text);
    }
}

/* Two people may bear one name. */
static void a_sheet_has_the_staff_number_unless_masked(void **state)
{
    const struct fixture *fixture = *state;
    char id[ULID_SIZE];
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    find_person(fixture, WANG, id);
    for (int masked = 0; masked < 2; masked++) {
        struct report_options options = {
            .class = CLASS, .language = LANGUAGE_EN, .person = id, .anonymise = masked == 1};
        for (enum face face = SHEET_TEXT; face <= SHEET_HTML; face++) {
            char *text = face_of(fixture, &options, face);
            if (masked)
                lacks(text, "staff number", face_names[face]);
            else
                assert_contains(text, "staff number G-0001");
            free(text);
        }
    }
}

/* The ids stand beside them, small; and nothing is said of scenarios that nobody lacks. */
static void the_page_names_places_by_words(void **state)
{
    const struct fixture *fixture = *state;
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    char *text = face_of(fixture, &whole, HTML);
    assert_contains(text, "<td colspan=\"7\">Hello <small>door</small> <b>4</b>");
    assert_contains(text, "Hello (door)</title>"); /* of its box in the graph */
    lacks(text, "is left out of their overall score", "report in which nobody lacks a scenario");
    free(text);
}

/* --------------------------------------------------------------------------------- text ---- */

/* No line of the terminal's report is wider than the terminal, in either language. */
static void no_line_is_wider_than_the_terminal(void **state)
{
    const struct fixture *fixture = *state;
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        struct report_options options = whole;
        options.language = (enum language)language;
        char *text = face_of(fixture, &options, TEXT), *rest = text, *line;
        while ((line = strsep(&rest, "\n")) != NULL) {
            if (text_width(line) > REPORT_WIDTH)
                fail_msg("%d cells: %s", text_width(line), line);
        }
        free(text);
    }
}

static void the_terminal_has_the_heat_map(void **state)
{
    const struct fixture *fixture = *state;
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    char *text = face_of(fixture, &whole, TEXT);
    assert_contains(text, "  2 <script>alert… ▅▅\n"); /* half of each rule kept */
    assert_contains(text, "mean 50, median 50, standard deviation 37.3");
    char *page = face_of(fixture, &whole, HTML);
    assert_contains(page, "<b>50</b> mean score"); /* scores look alike in all faces */
    assert_contains(page, "<b>50</b> median");
    free(page);
    assert_contains(text, "    under 10 plays, so only counted\n");
    assert_contains(text, "  The form (4)\n"
                          "        2  Later\n"
                          "        2  (files the referral form)\n");
    lacks(text, "desk", "text report: an id means nothing to its readers");
    free(text);
}

/* ---------------------------------------------------------------------------------- CSV ---- */

static void the_gradebook_opens_in_a_spreadsheet(void **state)
{
    const struct fixture *fixture = *state;
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    char *text = face_of(fixture, &whole, CSV);
    assert_string_equal(
        text,
        "\xEF\xBB\xBFNo.,Name,Staff number,Branch,Job role,Sessions,Tiny <b>: score,"
        "Tiny <b>: attempts,Overall,Critical rule broken,Passed\r\n"
        "1,\"'=HYPERLINK(\"\"http://x\"\",\"\"王五\"\")\",G-0001,城东支行,柜员,2,100.00,2,100.00,"
        "no,yes\r\n"
        "2,\"<script>alert('李四')</script>\",\"'+86,\"\"1\"\"\",城西支行,大堂经理,2,66.67,2,"
        "66.67,no,yes\r\n"
        "3,赵六,G-0003,城西支行,,0,,0,,no,\r\n");
    free(text);
}

/* A spreadsheet drops zeros, cuts long numbers and makes dates, but not of text with a tab. */
static void names_made_of_digits_stay_as_they_are(void **state)
{
    const struct fixture *fixture = *state;
    static const char *const rows[][3] = {
        {"10234", "3", "A,10234,3,"},
        {"12345678901", "0", "A,12345678901,0,"},
        {"007", "010203", "A,\"007\t\",\"010203\t\","},
        {"123456789012", "2026-11-22", "A,\"123456789012\t\",\"2026-11-22\t\","},
        {"1E5", "3/4", "A,\"1E5\t\",\"3/4\t\","},
        {"12B", "5 号支行", "A,12B,5 号支行,"},
    };
    report_class(fixture, POLICY_BEST);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error error;
        struct roster_entry entry = {.person = {.name = "A"}};
        snprintf(entry.person.staff_number, sizeof entry.person.staff_number, "%s", rows[i][0]);
        snprintf(entry.branch, sizeof entry.branch, "%s", rows[i][1]);
        assert_true(store_add_roster(fixture->store, CLASS, &entry, 1, &error));
    }
    char *text = face_of(fixture, &whole, CSV);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_contains(text, rows[i][2]);
    free(text);
}

/* --------------------------------------------------------------------------------- JSON ---- */

static double number_at(const cJSON *object, const char *name)
{
    const cJSON *number = cJSON_GetObjectItemCaseSensitive(object, name);
    if (!cJSON_IsNumber(number))
        fail_msg("no number '%s'", name);
    return number->valuedouble;
}

static void json_has_the_figures(void **state)
{
    const struct fixture *fixture = *state;
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    char *text = face_of(fixture, &whole, JSON);
    cJSON *report = cJSON_Parse(text);
    const cJSON *distribution = cJSON_GetObjectItem(report, "distribution");
    assert_near(number_at(report, "sessions"), 4, 0);
    assert_near(number_at(distribution, "mean"), 50, 1e-9);
    const cJSON *person = cJSON_GetArrayItem(cJSON_GetObjectItem(report, "people"), 1);
    assert_near(number_at(person, "overall"), 200.0 / 3, 1e-9);
    const cJSON *rules = cJSON_GetObjectItem(person, "rules");
    assert_near(number_at(cJSON_GetObjectItem(rules, "one/form"), "mark"), .5, 1e-12);
    const cJSON *scenario = cJSON_GetArrayItem(cJSON_GetObjectItem(report, "scenarios"), 0);
    const cJSON *desk = cJSON_GetArrayItem(cJSON_GetObjectItem(scenario, "nodes"), 1);
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItem(desk, "node")), "desk");
    assert_true(cJSON_IsTrue(cJSON_GetObjectItem(desk, "suppressed")));
    const cJSON *skip = cJSON_GetArrayItem(cJSON_GetObjectItem(desk, "responses"), 0);
    assert_near(number_at(skip, "sessions"), 2, 0);
    assert_null(cJSON_GetObjectItem(skip, "mean_with")); /* suppressed */
    assert_null(cJSON_GetObjectItem(skip, "discrimination"));
    cJSON_Delete(report);
    free(text);
}

/* Ten plays are enough: five with the form (100), five without (33.3): a perfect contrast. */
static void ten_plays_are_told_of(void **state)
{
    const struct fixture *fixture = *state;
    report_class(fixture, POLICY_BEST);
    for (int i = 0; i < ITEM_PLAYS_MIN - 1; i++)
        report_play(fixture, WANG, true, i % 2 == 0);
    char *nine = face_of(fixture, &whole, JSON);
    lacks(nine, "discrimination", "report on nine plays");
    report_play(fixture, LI, true, false);
    char *ten = face_of(fixture, &whole, JSON);
    cJSON *report = cJSON_Parse(ten);
    const cJSON *scenario = cJSON_GetArrayItem(cJSON_GetObjectItem(report, "scenarios"), 0);
    const cJSON *desk = cJSON_GetArrayItem(cJSON_GetObjectItem(scenario, "nodes"), 1);
    const cJSON *skip = cJSON_GetArrayItem(cJSON_GetObjectItem(desk, "responses"), 0);
    assert_near(number_at(skip, "mean_with"), 100.0 / 3, 1e-9);
    assert_near(number_at(skip, "mean_without"), 100, 1e-9);
    assert_near(number_at(skip, "discrimination"), -1, 1e-9);
    cJSON_Delete(report);
    free(nine);
    free(ten);
}

/* --------------------------------------------------------------------------------- xAPI ---- */

static const char *text_at(const cJSON *object, const char *path)
{
    char *copy = strdup(path), *rest = copy, *part;
    while ((part = strsep(&rest, "|")) != NULL)
        object = cJSON_GetObjectItemCaseSensitive(object, part);
    free(copy);
    const char *text = cJSON_GetStringValue(object);
    if (!text)
        fail_msg("no text at %s", path);
    return text;
}

/* RFC 4122: 8-4-4-4-12 hexadecimal digits, version 5, variant 10x. */
static void assert_uuid(const char *uuid)
{
    assert_int_equal(strlen(uuid), 36);
    for (int i = 0; i < 36; i++) {
        bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen ? uuid[i] != '-' : !strchr("0123456789abcdef", uuid[i]))
            fail_msg("%s is no UUID", uuid);
    }
    assert_int_equal(uuid[14], '5');
    assert_non_null(strchr("89ab", uuid[19]));
}

static void statements_tell_a_session(void **state)
{
    const struct fixture *fixture = *state;
    static const char *const verbs[] = {"initialized", "responded", "responded", "completed",
                                        "failed"};
    report_class(fixture, POLICY_BEST);
    report_play(fixture, WANG, false, false);
    report_play(fixture, LI, true, true);
    char *text = face_of(fixture, &whole, XAPI);
    cJSON *all = cJSON_Parse(text);
    assert_int_equal(cJSON_GetArraySize(all), 10);
    for (int i = 0; i < 10; i++) {
        const cJSON *statement = cJSON_GetArrayItem(all, i);
        char verb[96];
        snprintf(verb, sizeof verb, "http://adlnet.gov/expapi/verbs/%s",
                 i == 9 ? "passed" : verbs[i % 5]);
        assert_string_equal(text_at(statement, "verb|id"), verb);
        assert_string_equal(text_at(statement, "version"), "1.0.3");
        assert_string_equal(text_at(statement, "actor|account|name"),
                            i < 5 ? "G-0001" : "+86,\"1\"");
        assert_uuid(text_at(statement, "id"));
        assert_uuid(text_at(statement, "context|registration"));
        for (int j = 0; j < i; j++)
            assert_string_not_equal(text_at(statement, "id"),
                                    text_at(cJSON_GetArrayItem(all, j), "id"));
    }
    const cJSON *late = cJSON_GetArrayItem(all, 1), *form = cJSON_GetArrayItem(all, 7);
    assert_string_equal(text_at(late, "object|id"), "urn:yanlian:scenario:tiny#door");
    assert_string_equal(text_at(late, "result|response"), "silence");
    assert_string_equal(text_at(late, "result|duration"), "PT10.00S");
    assert_string_equal(text_at(form, "object|id"), "urn:yanlian:scenario:tiny#desk");
    assert_string_equal(text_at(form, "result|response"), "form");
    const cJSON *failed = cJSON_GetArrayItem(all, 4), *passed = cJSON_GetArrayItem(all, 9);
    const cJSON *result = cJSON_GetObjectItem(passed, "result");
    assert_near(number_at(cJSON_GetObjectItem(result, "score"), "scaled"), 1, 0);
    assert_near(number_at(cJSON_GetObjectItem(result, "score"), "raw"), 100, 0);
    assert_true(cJSON_IsTrue(cJSON_GetObjectItem(result, "success")));
    assert_string_equal(text_at(passed, "result|duration"), "PT5.00S");
    result = cJSON_GetObjectItem(failed, "result");
    assert_near(number_at(cJSON_GetObjectItem(result, "score"), "scaled"), 0, 0);
    assert_true(cJSON_IsFalse(cJSON_GetObjectItem(result, "success")));
    cJSON_Delete(all);
    free(text);
}

static void find_session(const struct fixture *fixture, char id[ULID_SIZE])
{
    const struct session_filter filter = {.state = -1};
    struct session_row *rows;
    struct error error;
    int count;
    assert_true(store_sessions(fixture->store, &filter, &rows, &count, &error));
    memcpy(id, rows[count - 1].id, ULID_SIZE); /* the oldest */
    free(rows);
}

/* Sent again, in another language, and after more was played: what was sent before is the same. */
static void statements_are_the_same_every_time(void **state)
{
    const struct fixture *fixture = *state;
    struct report_options chinese = whole, masked = whole;
    chinese.language = LANGUAGE_ZH;
    masked.anonymise = true;
    report_class(fixture, POLICY_BEST);
    report_play(fixture, WANG, true, false);
    char *first = face_of(fixture, &whole, XAPI), *second = face_of(fixture, &chinese, XAPI);
    char *hidden = face_of(fixture, &masked, XAPI);
    assert_string_equal(first, second);
    report_play(fixture, ZHAO, true, true);
    char *more = face_of(fixture, &whole, XAPI), *hidden_more = face_of(fixture, &masked, XAPI);
    size_t same = strlen(first) - strlen("\n]\n");
    assert_memory_equal(first, more, same);
    assert_memory_equal(hidden, hidden_more, strlen(hidden) - strlen("\n]\n"));
    cJSON *named = cJSON_Parse(first), *nameless = cJSON_Parse(hidden);
    const cJSON *a = cJSON_GetArrayItem(named, 0), *b = cJSON_GetArrayItem(nameless, 0);
    assert_string_not_equal(text_at(a, "id"), text_at(b, "id"));
    assert_string_not_equal(text_at(a, "context|registration"), text_at(b, "context|registration"));
    /* Begun at midnight of its day, and never within a second. */
    assert_memory_equal(text_at(a, "timestamp"), text_at(b, "timestamp"), strlen("2026-11-21"));
    assert_string_equal(text_at(b, "timestamp") + strlen("2026-11-21"), "T00:00:00.000Z");
    for (int i = 0; i < cJSON_GetArraySize(nameless); i++)
        assert_non_null(strstr(text_at(cJSON_GetArrayItem(nameless, i), "timestamp"), ".000Z"));
    /* Nor does the id follow from the session's, as that of the named one does. */
    char id[ULID_SIZE], name[128], guess[UUID_SIZE];
    find_session(fixture, id);
    snprintf(name, sizeof name, "yanlian:%s:1:initialized", id);
    uuid_of(name, guess);
    assert_string_equal(text_at(a, "id"), guess);
    snprintf(name, sizeof name, "yanlian:masked:%s:1:initialized", id);
    uuid_of(name, guess);
    assert_string_not_equal(text_at(b, "id"), guess);
    cJSON_Delete(named);
    cJSON_Delete(nameless);
    free(first);
    free(second);
    free(hidden);
    free(more);
    free(hidden_more);
}

static void durations_are_iso_8601(void **unused)
{
    (void)unused;
    static const struct {
        int64_t milliseconds;
        const char *text;
    } cases[] = {{0, "PT0.00S"},      {4, "PT0.00S"},          {1234, "PT1.23S"},
                 {61000, "PT61.00S"}, {3723456, "PT3723.45S"}, {-5, "PT0.00S"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[ISO_DURATION_SIZE];
        iso_duration(cases[i].milliseconds, text);
        assert_string_equal(text, cases[i].text);
    }
}

/* SHA-256 of "abc" is ba7816bf 8f01cfea 414140de 5dae2223 ... (FIPS 180-4): version and variant
   put in make 4141 into 5141, and 40de into 80de. */
static void a_uuid_follows_from_its_name(void **unused)
{
    (void)unused;
    char uuid[UUID_SIZE];
    uuid_of("abc", uuid);
    assert_string_equal(uuid, "ba7816bf-8f01-5fea-8141-40de5dae2223");
}

/* --------------------------------------------------------------------------------- HTML ---- */

static void pages_hold_names_as_text_and_nothing_that_runs(void **state)
{
    const struct fixture *fixture = *state;
    char id[ULID_SIZE];
    report_class(fixture, POLICY_BEST);
    report_four_plays(fixture);
    find_person(fixture, LI, id);
    for (int face = HTML; face <= SHEET_HTML; face += SHEET_HTML - HTML) {
        struct report_options options = whole;
        options.person = face == HTML ? NULL : id;
        char *text = face_of(fixture, &options, (enum face)face);
        assert_contains(text, "<html lang=\"en\">");
        assert_contains(text, "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        assert_contains(text, "&lt;script&gt;alert(&#39;李四&#39;)&lt;/script&gt;");
        assert_contains(text, "Tiny &lt;b&gt;");
        lacks(text, "<script", "page");
        lacks(text, "Tiny <b>", "page");
        lacks(text, "url(", "page");
        lacks(text, "src=", "page");
        lacks(text, "@import", "page");
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(no_face_of_a_masked_report_tells_a_name),
        STORE_TEST(every_face_but_the_masked_tells_the_name),
        STORE_TEST(a_sheet_has_the_staff_number_unless_masked),
        STORE_TEST(the_page_names_places_by_words),
        STORE_TEST(no_line_is_wider_than_the_terminal),
        STORE_TEST(the_terminal_has_the_heat_map),
        STORE_TEST(the_gradebook_opens_in_a_spreadsheet),
        STORE_TEST(names_made_of_digits_stay_as_they_are),
        STORE_TEST(json_has_the_figures),
        STORE_TEST(ten_plays_are_told_of),
        STORE_TEST(statements_tell_a_session),
        STORE_TEST(statements_are_the_same_every_time),
        cmocka_unit_test(durations_are_iso_8601),
        cmocka_unit_test(a_uuid_follows_from_its_name),
        STORE_TEST(pages_hold_names_as_text_and_nothing_that_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
