/*
 * test_roster.c: rosters as spreadsheets write them: encodings, CSV, faults by line, and imports
 * that are whole or none.
 *
 * Bytes in GB18030 and UTF-16 were made with iconv(1) and are written as hex.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/text.h"
#include "class/roster.h"
#include "unit/store_fixture.h"

/* ------------------------------------------------------------------------------- reading ---- */

static void read_bytes(const char *bytes, size_t length, struct roster_file *file)
{
    struct error error = {0};
    struct fault_list faults = {0};
    if (!roster_parse("roster.csv", bytes, length, file, &faults, &error))
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    assert_int_equal(faults.count, 0);
    fault_list_free(&faults);
}

static void read_text(const char *text, struct roster_file *file)
{
    read_bytes(text, strlen(text), file);
}

/* "name|number|branch|role" of each, one a line. */
static char *lines_of(const struct roster_file *file)
{
    struct buffer all = {0};
    buffer_add(&all, "");
    for (int i = 0; i < file->count; i++)
        buffer_printf(&all, "%d:%s|%s|%s|%s\n", file->lines[i], file->entries[i].person.name,
                      file->entries[i].person.staff_number, file->entries[i].branch,
                      file->entries[i].role);
    return buffer_take(&all);
}

static void expect_bytes(const char *bytes, size_t length, const char *expected)
{
    struct roster_file file;
    read_bytes(bytes, length, &file);
    char *lines = lines_of(&file);
    assert_string_equal(lines, expected);
    free(lines);
    roster_file_free(&file);
}

static void expect(const char *text, const char *expected)
{
    expect_bytes(text, strlen(text), expected);
}

/* Nothing is read; every fault, as "line: words", one a line. */
static char *faults_of(const char *bytes, size_t length)
{
    struct error error = {0};
    struct fault_list faults = {0};
    struct roster_file file = {0};
    struct buffer all = {0};
    assert_false(roster_parse("roster.csv", bytes, length, &file, &faults, &error));
    assert_null(file.entries);
    assert_string_equal(error.file, "roster.csv");
    assert_true(error.message[0] != '\0');
    if (faults.count > 0) {
        assert_int_equal(error.line, faults.faults[0].line);
        assert_string_equal(error.message, faults.faults[0].message);
    } else {
        buffer_printf(&all, "%d: %s\n", error.line, error.message);
    }
    for (int i = 0; i < faults.count; i++)
        buffer_printf(&all, "%d: %s\n", faults.faults[i].line, faults.faults[i].message);
    fault_list_free(&faults);
    return buffer_take(&all);
}

static void expect_fault_bytes(const char *bytes, size_t length, const char *part)
{
    char *faults = faults_of(bytes, length);
    assert_contains(faults, part);
    free(faults);
}

static void expect_fault(const char *text, const char *part)
{
    expect_fault_bytes(text, strlen(text), part);
}

#define TWO "2:王小明|80012|城东支行|大堂经理\n3:李芳|80013|城西支行|柜员\n"

/* 姓名,工号,网点,岗位 / 王小明,80012,城东支行,大堂经理 / 李芳,80013,城西支行,柜员 */
static const char gb[] =
    "\xD0\xD5\xC3\xFB,\xB9\xA4\xBA\xC5,\xCD\xF8\xB5\xE3,\xB8\xDA\xCE\xBB\r\n"
    "\xCD\xF5\xD0\xA1\xC3\xF7,80012,\xB3\xC7\xB6\xAB\xD6\xA7\xD0\xD0,"
    "\xB4\xF3\xCC\xC3\xBE\xAD\xC0\xED\r\n"
    "\xC0\xEE\xB7\xBC,80013,\xB3\xC7\xCE\xF7\xD6\xA7\xD0\xD0,\xB9\xF1\xD4\xB1\r\n";

static const char utf8[] = "姓名,工号,网点,岗位\r\n"
                           "王小明,80012,城东支行,大堂经理\r\n"
                           "李芳,80013,城西支行,柜员\r\n";

/* 姓名 TAB 工号 CR LF 李芳 TAB 7 CR LF, as Excel's "Unicode text" */
static const char utf16le[] = "\xFF\xFE\xD3\x59\x0D\x54\x09\x00\xE5\x5D\xF7\x53\x0D\x00\x0A\x00"
                              "\x4E\x67\xB3\x82\x09\x00\x37\x00\x0D\x00\x0A";
static const char utf16be[] = "\xFE\xFF\x59\xD3\x54\x0D\x00\x2C\x5D\xE5\x53\xF7\x00\x0A"
                              "\x67\x4E\x82\xB3\x00\x2C\x00\x37\x00\x0A";

static void what_spreadsheets_write_is_read(void **state)
{
    (void)state;
    char marked[sizeof utf8 + 3] = "\xEF\xBB\xBF";
    memcpy(marked + 3, utf8, sizeof utf8);
    expect(utf8, TWO);
    expect(marked, TWO);
    expect(gb, TWO);
    /* the literals' own closing zero byte is the last byte of the little-endian text */
    expect_bytes(utf16le, sizeof utf16le, "2:李芳|7||\n");
    expect_bytes(utf16be, sizeof utf16be - 1, "2:李芳|7||\n");
}

/* Of given names, and not in GBK: 䶮 takes two bytes, 𠮷 four. */
static void rare_characters_of_gb18030_are_read(void **state)
{
    (void)state;
    expect("\xD0\xD5\xC3\xFB\n\xCD\xF5\xFE\x9F\n\xCD\xF5\x95\x34\xB2\x35\n",
           "2:王䶮|||\n3:王𠮷|||\n");
}

static void separators_and_line_ends_are_found_out(void **state)
{
    (void)state;
    expect("name;branch\nWang;East, old\n", "2:Wang||East, old|\n");
    expect("name\tnumber\nWang\t7\n", "2:Wang|7||\n");
    expect("name,number\rWang,7\rLi,8\r", "2:Wang|7||\n3:Li|8||\n");
    expect("name,number\r\nWang,7", "2:Wang|7||\n");
    expect("name,number\nWang,\"007\t\"\n", "2:Wang|007||\n"); /* as the gradebook has it */
    expect("姓名\n王小明\n", "2:王小明|||\n");
    /* the separator by which most columns are known */
    expect("name;staff number;role,branch\nWang;7;x\n", "2:Wang|7||\n");
}

static void columns_are_known_by_their_header(void **state)
{
    (void)state;
    expect("role, Staff Number ,NAME,phone,Branch\nteller,7,Wang,139,East\n",
           "2:Wang|7|East|teller\n");
    expect("staff_number,name\n7,Wang\n", "2:Wang|7||\n");
    expect("序号,员工号,姓名,所属网点,职务\n1,007,王小明,城东,柜员\n", "2:王小明|007|城东|柜员\n");
    /* a title above it, empty lines, and the padding of a spreadsheet */
    expect("2026年春季班名单,,,,\n,,,,\n姓名,工号,,,\n王小明,7,,,\n,,,,\n李芳,8,,,\n",
           "4:王小明|7||\n6:李芳|8||\n");
}

static void quoted_cells_hold_anything(void **state)
{
    (void)state;
    expect("name,branch\n\"Wang, X\",\"the \"\"old\"\" one\"\n", "2:Wang, X||the \"old\" one|\n");
    expect("name,branch\n\"Wang\r\nXiao\",East\nLi,West\n", "2:Wang Xiao||East|\n4:Li||West|\n");
    expect("name,branch\n\"Wang\" ,East\n5\" Li,West\n", "2:Wang||East|\n3:5\" Li||West|\n");
    expect("\"姓名\",\"工号\"\n\"王小明\",\"7\"\n", "2:王小明|7||\n");
}

static void names_stay_data(void **state)
{
    (void)state;
    struct roster_file file;
    read_text("name,number\n=HYPERLINK(\"\"http://x\"\"),1\n<script>alert(1)</script>,2\n"
              "\033[31mred\033[0m\007,3\n\xE2\x80\xAEgnaw,4\n%s%n$(id)`id`,5\n../../etc,6\n",
              &file);
    assert_int_equal(file.count, 6);
    assert_string_equal(file.entries[0].person.name, "=HYPERLINK(\"\"http://x\"\")");
    assert_string_equal(file.entries[1].person.name, "<script>alert(1)</script>");
    assert_string_equal(file.entries[2].person.name, "�[31mred�[0m�");
    assert_string_equal(file.entries[3].person.name, "�gnaw");
    assert_string_equal(file.entries[4].person.name, "%s%n$(id)`id`");
    assert_string_equal(file.entries[5].person.name, "../../etc");
    roster_file_free(&file);
}

/* -------------------------------------------------------------------------------- faults ---- */

static void every_fault_is_told_by_its_line(void **state)
{
    (void)state;
    static const char text[] = "姓名,工号,网点\n"
                               "王小明,1,城东\n"
                               ",2,城东\n"
                               "李芳,1,城西\n"
                               "赵六,4\n"
                               "孙七,5,城东,柜员\n"
                               "周八,1.00123E+11,城东\n"
                               "吴九,,城东\n"
                               "吴九,,城西\n"
                               "\"郑十\"x,9,城东\n"
                               "\"钱,10,城东\n"
                               "冯二,11,城东\n";
    char *faults = faults_of(text, strlen(text));
    assert_contains(faults, "3: the name is empty");
    assert_contains(faults, "4: staff number 1 is on line 2 already, for 王小明");
    assert_contains(faults, "5: there are 2 cells where the header has 3");
    assert_contains(faults, "6: there are 4 cells where the header has 3");
    assert_contains(faults, "7: the spreadsheet has shortened the staff number to 1.00123E+11");
    assert_contains(faults, "9: 吴九 is on line 8 already");
    assert_contains(faults, "10: there is text behind a closing quotation mark");
    assert_contains(faults, "11: a quotation mark opens here and is never closed");
    int lines = 0;
    for (const char *at = faults; *at; at++)
        lines += *at == '\n';
    assert_int_equal(lines, 8); /* and no more: lines 2, 8 and 12 are good */
    free(faults);
}

static void names_that_are_too_long_are_told(void **state)
{
    (void)state;
    struct buffer text = {0};
    buffer_add(&text, "name,role\n");
    for (int i = 0; i < 40; i++) /* 40 characters of 3 bytes are the 120 bytes there are */
        buffer_add(&text, "王");
    buffer_add(&text, ",x\n");
    struct roster_file file;
    read_text(text.data, &file);
    assert_int_equal(strlen(file.entries[0].person.name), 120);
    roster_file_free(&file);
    buffer_add(&text, "Li,");
    for (int i = 0; i < 100000; i++)
        buffer_add(&text, "a");
    buffer_add(&text, "\n");
    expect_fault(text.data, "3: the role 'aaaaaaaaaaaaaaaaaaa…' is too long: at most 120 bytes");
    buffer_free(&text);
}

static void what_is_no_roster_is_refused(void **state)
{
    (void)state;
    expect_fault("", "1: the first line has to name the columns: 姓名,工号,网点,岗位");
    expect_fault("王小明,80012\n李芳,80013\n", "1: the first line has to name the columns");
    expect_fault("姓名,工号\n", "there is nobody below the header");
    expect_fault("姓名,工号\n,\n\n", "there is nobody below the header");
    expect_fault("姓名,名字\n王,小明\n", "1: two columns are called 'name'");
    expect_fault("姓名,\"工号\n王,小明\n", "1: a quotation mark opens here");
    expect_fault_bytes("PK\3\4rest", 8, "this is a workbook, not CSV");
    expect_fault_bytes("name\nWa\0ng\n", 11, "2: there is a zero byte");
    /* UTF-8 with a flaw is not taken for GB18030, which its bytes would be */
    expect_fault("姓名,工号\n王小明,1\n李芳\xE5,2\n", "3: this line holds bytes that are no UTF-8");
    expect_fault("\xEF\xBB\xBFname\nWang\n\xC0\xEE\xB7\xBC\n", "3: this line holds bytes");
    /* 0xFF is in no GB18030 */
    expect_fault("\xD0\xD5\xC3\xFB\n\xC0\xEE\xB7\xBC\n\xC0\xFF\n",
                 "3: the text is neither UTF-8 nor GB18030");
    expect_fault("\xD0\xD5\xC3\xFB\n\xC0\xEE\xB7\xBC\n\xC0", "3: the text is neither");
    expect_fault_bytes(utf16le, sizeof utf16le - 1, "the text is not UTF-16LE from here on");
}

static void add_people(struct buffer *text, int first, int last)
{
    for (int i = first; i <= last; i++)
        buffer_printf(text, "学员%d,%d\n", i, i);
}

static void five_hundred_are_taken_and_no_more(void **state)
{
    (void)state;
    struct roster_file file;
    struct buffer text = {0};
    buffer_add(&text, "姓名,工号\n");
    add_people(&text, 1, ROSTER_MAX);
    read_text(text.data, &file);
    assert_int_equal(file.count, 500);
    roster_file_free(&file);
    add_people(&text, 501, 501);
    expect_fault(text.data, "502: there are more than 500 people");
    buffer_free(&text);
}

static void faults_are_counted_when_there_are_too_many(void **state)
{
    (void)state;
    struct buffer text = {0};
    struct roster_file file = {0};
    struct fault_list faults = {0};
    struct error error = {0};
    buffer_add(&text, "姓名,工号\n");
    for (int i = 0; i < 1000; i++)
        buffer_add(&text, ",7\n");
    assert_false(roster_parse("r.csv", text.data, text.length, &file, &faults, &error));
    assert_int_equal(faults.count, 100);
    assert_true(faults.dropped > 0);
    fault_list_free(&faults);
    buffer_free(&text);
}

/* ------------------------------------------------------------------------------- imports ---- */

static void begin_class(const struct fixture *fixture)
{
    struct class_row row = {.id = "spring-2026", .title = "春季班", .pass_mark = 60};
    struct error error = {0};
    if (!store_add_class(fixture->store, &row, &error))
        fail_msg("%s", error.message);
}

static void import(const struct fixture *fixture, const char *text, bool rename,
                   const int counts[ROSTER_CHANGES])
{
    struct roster_file file;
    struct roster_outcome outcome;
    struct error error = {0};
    read_text(text, &file);
    if (!roster_import(fixture->store, "spring-2026", &file, rename, &outcome, NULL, &error))
        fail_msg("%s:%d: %s", error.file, error.line, error.message);
    assert_memory_equal(outcome.counts, counts, sizeof outcome.counts);
    roster_outcome_free(&outcome);
    roster_file_free(&file);
}

static void expect_roster(const struct fixture *fixture, const char *expected)
{
    struct roster_entry *entries;
    int count;
    struct buffer all = {0};
    buffer_add(&all, "");
    assert_true(store_roster(fixture->store, "spring-2026", &entries, &count, NULL));
    for (int i = 0; i < count; i++)
        buffer_printf(&all, "%d:%s|%s|%s|%s\n", entries[i].position, entries[i].person.name,
                      entries[i].person.staff_number, entries[i].branch, entries[i].role);
    assert_string_equal(all.data, expected);
    buffer_free(&all);
    free(entries);
}

static void expect_refusal(const struct fixture *fixture, const char *text, const char *part)
{
    struct roster_file file;
    struct fault_list faults;
    struct error error = {0};
    read_text(text, &file);
    assert_false(roster_import(fixture->store, "spring-2026", &file, false, NULL, &faults, &error));
    assert_contains(error.message, part);
    fault_list_free(&faults);
    roster_file_free(&file);
}

static void a_second_import_adds_and_changes(void **state)
{
    const struct fixture *fixture = *state;
    begin_class(fixture);
    import(fixture, utf8, false, (const int[]){2, 0, 0, 0});
    expect_roster(fixture, "1:王小明|80012|城东支行|大堂经理\n2:李芳|80013|城西支行|柜员\n");
    import(fixture, gb, false, (const int[]){0, 0, 2, 0});
    /* someone new, another branch, a role left out, and one who is not in the file */
    import(fixture, "姓名,工号,网点\n赵六,80014,城南支行\n王小明,80012,城北支行\n", false,
           (const int[]){1, 1, 0, 1});
    expect_roster(fixture, "1:王小明|80012|城北支行|大堂经理\n2:李芳|80013|城西支行|柜员\n"
                           "3:赵六|80014|城南支行|\n");
}

static void people_are_known_again(void **state)
{
    const struct fixture *fixture = *state;
    begin_class(fixture);
    import(fixture, "姓名\n陈一\n陈二\n", false, (const int[]){2, 0, 0, 0});
    /* a number is added to a name; a name without its number is still the same person */
    import(fixture, "姓名,工号\n陈一,1\n陈二,\n", false, (const int[]){0, 1, 1, 0});
    import(fixture, "姓名\n陈一\n陈二\n", false, (const int[]){0, 0, 2, 0});
    expect_roster(fixture, "1:陈一|1||\n2:陈二|||\n");
    assert_int_equal(
        raw_number(fixture->path, "SELECT count(*) FROM person WHERE name <> '王小明'"), 2);
    /* two of one name: the first is the one who was there */
    import(fixture, "姓名,工号\n陈二,2\n陈二,3\n", false, (const int[]){1, 1, 0, 1});
    expect_roster(fixture, "1:陈一|1||\n2:陈二|2||\n3:陈二|3||\n");
    expect_refusal(fixture, "姓名\n陈二\n", "there are several called 陈二 on the roster");
}

static void a_name_is_put_right_on_demand(void **state)
{
    const struct fixture *fixture = *state;
    begin_class(fixture);
    import(fixture, utf8, false, (const int[]){2, 0, 0, 0});
    expect_refusal(fixture, "姓名,工号\n王晓明,80012\n新人,80099\n",
                   "staff number 80012 is 王小明 on the roster, and 王晓明 here");
    expect_roster(fixture, "1:王小明|80012|城东支行|大堂经理\n2:李芳|80013|城西支行|柜员\n");
    import(fixture, "姓名,工号\n王晓明,80012\n", true, (const int[]){0, 1, 0, 1});
    expect_roster(fixture, "1:王晓明|80012|城东支行|大堂经理\n2:李芳|80013|城西支行|柜员\n");
    /* not into somebody who has results already */
    struct person person;
    assert_true(store_person(fixture->store, "王大明", "80012", &person, NULL));
    struct roster_file file;
    struct error error = {0};
    read_text("姓名,工号\n新人,80099\n王大明,80012\n", &file);
    assert_false(roster_import(fixture->store, "spring-2026", &file, true, NULL, NULL, &error));
    assert_contains(error.message, "has results as another person already");
    roster_file_free(&file);
    expect_roster(fixture, "1:王晓明|80012|城东支行|大堂经理\n2:李芳|80013|城西支行|柜员\n");
}

static void a_failure_in_the_middle_leaves_nothing(void **state)
{
    const struct fixture *fixture = *state;
    struct roster_file file;
    struct error error = {0};
    struct buffer text = {0};
    begin_class(fixture);
    buffer_add(&text, "姓名,工号\n");
    add_people(&text, 1, 50);
    read_text(text.data, &file);
    raw(fixture->path, "CREATE TRIGGER refuse BEFORE INSERT ON roster WHEN new.position = 40 BEGIN "
                       "SELECT RAISE(ABORT, 'refused by the test'); END");
    assert_false(roster_import(fixture->store, "spring-2026", &file, false, NULL, NULL, &error));
    expect_roster(fixture, "");
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM person"), 1);
    raw(fixture->path, "DROP TRIGGER refuse");
    assert_true(roster_import(fixture->store, "spring-2026", &file, false, NULL, NULL, &error));
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM roster"), 50);
    assert_false(roster_import(fixture->store, "spring-2062", &file, false, NULL, NULL, &error));
    assert_contains(error.message, "did you mean 'spring-2026'?");
    roster_file_free(&file);
    buffer_free(&text);
}

static void a_roster_does_not_outgrow_its_class(void **state)
{
    const struct fixture *fixture = *state;
    struct buffer text = {0};
    begin_class(fixture);
    buffer_add(&text, "姓名,工号\n");
    add_people(&text, 1, ROSTER_MAX);
    import(fixture, text.data, false, (const int[]){ROSTER_MAX, 0, 0, 0});
    expect_refusal(fixture, "姓名,工号\n新人,90001\n", "more than 500 people on the roster");
    buffer_free(&text);
}

static void expect_found(const struct fixture *fixture, const char *name, const char *number,
                         int position)
{
    struct roster_entry entry;
    struct error error = {0};
    if (!roster_find(fixture->store, "spring-2026", name, number, &entry, &error))
        fail_msg("%s", error.message);
    assert_int_equal(entry.position, position);
}

static void people_are_found_by_name_or_number(void **state)
{
    const struct fixture *fixture = *state;
    struct roster_entry entry;
    struct error error = {0};
    begin_class(fixture);
    import(fixture, "姓名,工号\n王小明,1\n李芳,2\n李芳,3\nZhou Xiaochuan,\n", false,
           (const int[]){4, 0, 0, 0});
    expect_found(fixture, "王小明", NULL, 1);
    expect_found(fixture, " 王小明 ", "1", 1);
    expect_found(fixture, "2", NULL, 2);
    expect_found(fixture, NULL, "3", 3);
    expect_found(fixture, "李芳", "3", 3);
    assert_false(roster_find(fixture->store, "spring-2026", "李芳", NULL, &entry, &error));
    assert_int_equal(error.code, ERROR_USAGE);
    assert_contains(error.message, "there are 2 called 李芳");
    assert_false(roster_find(fixture->store, "spring-2026", "王小明", "2", &entry, &error));
    assert_false(roster_find(fixture->store, "spring-2026", "", "", &entry, &error));
    assert_false(
        roster_find(fixture->store, "spring-2026", "Zhou Xiaochaun", NULL, &entry, &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_contains(error.message, "did you mean Zhou Xiaochuan?");
}

/* ------------------------------------------------------------------------------ mutation ---- */

static uint32_t roll(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U; /* Numerical Recipes' generator: the same everywhere */
    return *seed >> 8;
}

/* Some bytes changed, dropped or doubled; favours those that mean something to CSV. */
static size_t mutate(char *bytes, size_t length, size_t room, uint32_t *seed)
{
    static const char meaningful[] = "\",;\t\r\n\0\xEF\xBB\xBF\xFF\xFE\x81\x30 =";
    for (uint32_t left = 1 + roll(seed) % 3; left > 0 && length > 1; left--) {
        size_t at = roll(seed) % length;
        switch (roll(seed) % 4) {
        case 0:
            bytes[at] = (char)roll(seed);
            break;
        case 1:
            bytes[at] = meaningful[roll(seed) % (sizeof meaningful - 1)];
            break;
        case 2:
            memmove(bytes + at, bytes + at + 1, length - at - 1);
            length--;
            break;
        default:
            if (length < room) {
                memmove(bytes + at + 1, bytes + at, length - at);
                length++;
            }
        }
    }
    return length;
}

static void check_clean(const struct roster_file *file)
{
    assert_true(file->count > 0 && file->count <= ROSTER_MAX);
    for (int i = 0; i < file->count; i++) {
        const struct roster_entry *entry = &file->entries[i];
        const char *const texts[] = {entry->person.name, entry->person.staff_number, entry->branch,
                                     entry->role};
        assert_true(entry->person.name[0] != '\0');
        assert_true(file->lines[i] > 1);
        for (int text = 0; text < 4; text++)
            assert_true(text_is_clean(texts[text], strlen(texts[text])));
    }
}

static void mutated_files_are_whole_or_none(void **state)
{
    const struct fixture *fixture = *state;
    static const struct {
        const char *bytes;
        size_t length;
    } seeds[] = {{utf8, sizeof utf8 - 1},
                 {gb, sizeof gb - 1},
                 {utf16le, sizeof utf16le},
                 {utf16be, sizeof utf16be - 1}};
    uint32_t seed = 20261121;
    int whole = 0, none = 0, on_roster = 0;
    begin_class(fixture);
    for (int round = 0; round < 6000; round++) {
        char bytes[256];
        struct roster_file file;
        struct fault_list faults;
        struct error error = {0};
        struct roster_outcome outcome;
        memcpy(bytes, seeds[round % 4].bytes, seeds[round % 4].length);
        size_t length = mutate(bytes, seeds[round % 4].length, sizeof bytes, &seed);
        if (!roster_parse("m.csv", bytes, length, &file, &faults, &error)) {
            assert_true(error.message[0] != '\0');
            none++;
        } else {
            check_clean(&file);
            if (round % 20 < 4 && on_roster < ROSTER_MAX - 4 &&
                roster_import(fixture->store, "spring-2026", &file, false, &outcome, NULL,
                              &error)) {
                on_roster += outcome.counts[ROSTER_ADDED];
                roster_outcome_free(&outcome);
            }
            roster_file_free(&file);
            whole++;
        }
        fault_list_free(&faults);
    }
    assert_true(whole > 500 && none > 500);
    assert_true(on_roster > 20);
    assert_int_equal(raw_number(fixture->path, "SELECT count(*) FROM roster"), on_roster);
}

/* Every prefix, too: a file that was cut off. */
static void cut_files_do_no_harm(void **state)
{
    (void)state;
    for (size_t length = 0; length < sizeof gb; length++) {
        struct roster_file file = {0};
        struct error error = {0};
        if (roster_parse("cut.csv", gb, length, &file, NULL, &error))
            check_clean(&file);
        roster_file_free(&file);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_spreadsheets_write_is_read),
        cmocka_unit_test(rare_characters_of_gb18030_are_read),
        cmocka_unit_test(separators_and_line_ends_are_found_out),
        cmocka_unit_test(columns_are_known_by_their_header),
        cmocka_unit_test(quoted_cells_hold_anything),
        cmocka_unit_test(names_stay_data),
        cmocka_unit_test(every_fault_is_told_by_its_line),
        cmocka_unit_test(names_that_are_too_long_are_told),
        cmocka_unit_test(what_is_no_roster_is_refused),
        cmocka_unit_test(five_hundred_are_taken_and_no_more),
        cmocka_unit_test(faults_are_counted_when_there_are_too_many),
        cmocka_unit_test(cut_files_do_no_harm),
        STORE_TEST(a_second_import_adds_and_changes),
        STORE_TEST(people_are_known_again),
        STORE_TEST(a_name_is_put_right_on_demand),
        STORE_TEST(a_failure_in_the_middle_leaves_nothing),
        STORE_TEST(a_roster_does_not_outgrow_its_class),
        STORE_TEST(people_are_found_by_name_or_number),
        STORE_TEST(mutated_files_are_whole_or_none),
    };
    return cmocka_run_group_tests_name("roster", tests, NULL, NULL);
}
