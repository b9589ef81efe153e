/* roster_read.c: from a file to the people in it. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/words.h"
#include "class/roster.h"
#include "class/roster_text.h"

enum {
    FILE_MAX = 4 * 1024 * 1024, /* bytes; 500 people take less than a tenth of it */
    FAULTS_MAX = 100,
    HEADER_LINES = 5, /* the header is one of the first: people put a title above it */
};

/* -------------------------------------------------------------------------------- faults ---- */

void roster_fault(struct fault_list *faults, const char *file, int line, const char *format, ...)
{
    char *message = NULL;
    va_list arguments;
    va_start(arguments, format);
    int length = vasprintf(&message, format, arguments);
    va_end(arguments);
    if (length < 0) {
        abort();
    }
    if (faults->count == FAULTS_MAX) {
        faults->dropped++;
        free(message);
        return;
    }
    struct fault *grown =
        reallocarray(faults->faults, (size_t)faults->count + 1, sizeof *faults->faults);
    if (grown == NULL) {
        abort();
    }
    faults->faults = grown;
    struct fault *fault = &grown[faults->count++];
    struct error clean;
    error_at(&clean, ERROR_USAGE, file, line, "%s", message); /* cleans and cuts */
    *fault = (struct fault){.kind = FAULT_FILE, .line = line};
    snprintf(fault->file, sizeof fault->file, "%s", clean.file);
    char *cut = text_clean(clean.message, strlen(clean.message), sizeof fault->message - 1, false);
    memcpy(fault->message, cut, strlen(cut) + 1);
    free(cut);
    free(message);
}

/* The first fault is the error. */
static bool fail_by_faults(const struct fault_list *faults, struct error *error)
{
    const struct fault *first = &faults->faults[0];
    return error_at(error, ERROR_USAGE, first->file, first->line, "%s", first->message);
}

/* -------------------------------------------------------------------------------- header ---- */

enum column { COLUMN_NAME, COLUMN_STAFF, COLUMN_BRANCH, COLUMN_ROLE, COLUMN_COUNT };

/* As in `fold`: without blanks, case and the marks that people put around words. */
static const char *const column_words[COLUMN_COUNT][16] = {
    [COLUMN_NAME] = {"姓名", "名字", "学员姓名", "员工姓名", "学员", "name", "fullname",
                     "staffname"},
    [COLUMN_STAFF] = {"工号", "员工号", "员工编号", "员工工号", "人员编号", "柜员号", "编号",
                      "staffnumber", "staffno", "staffid", "employeenumber", "employeeno",
                      "employeeid", "number"},
    [COLUMN_BRANCH] = {"网点", "支行", "网点名称", "支行名称", "所属网点", "所属支行", "机构",
                       "机构名称", "所属机构", "单位", "branch", "branchname", "outlet"},
    [COLUMN_ROLE] = {"岗位", "角色", "岗位名称", "职务", "职位", "role", "position", "post", "job",
                     "jobtitle"},
};

/* Which cell of a record holds what; -1 for none. */
struct header {
    int at[COLUMN_COUNT];
    int cells; /* of the header, without empty ones at its end */
    int found; /* columns that are known */
    int twice; /* a column that is there twice; -1: none */
};

static char *fold(const struct cell *cell)
{
    struct buffer folded = {0};
    char *clean = text_clean(cell->text, cell->length, 200, false);
    for (const char *at = clean; *at != '\0'; at++) {
        char letter = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
        if (strchr(" _-.*:\"'", letter) == NULL) {
            buffer_add_bytes(&folded, &letter, 1);
        }
    }
    free(clean);
    return buffer_take(&folded);
}

/* COLUMN_COUNT for a column that is passed over. */
static enum column column_of(const struct cell *cell)
{
    char *word = fold(cell);
    enum column found = COLUMN_COUNT;
    for (int column = 0; column < COLUMN_COUNT; column++) {
        for (int i = 0; i < 16 && column_words[column][i] != NULL; i++) {
            if (strcmp(word, column_words[column][i]) == 0) {
                found = (enum column)column;
            }
        }
    }
    free(word);
    return found;
}

/* Cells up to the last that is not empty. */
static int filled_cells(const struct record *record)
{
    int count = record->count;
    while (count > 0 && record->cells[count - 1].length == 0) {
        count--;
    }
    return count;
}

static struct header header_of(const struct record *record)
{
    struct header header = {.cells = filled_cells(record), .twice = -1};
    for (int column = 0; column < COLUMN_COUNT; column++) {
        header.at[column] = -1;
    }
    for (int i = 0; i < record->count; i++) {
        enum column column = column_of(&record->cells[i]);
        if (column == COLUMN_COUNT) {
            continue;
        }
        if (header.at[column] >= 0) {
            header.twice = (int)column;
        } else {
            header.at[column] = i;
            header.found++;
        }
    }
    return header;
}

/* Reads up to the header, if one of the first lines is one with this reader's separator. */
static bool find_header(struct record_reader *reader, struct header *header)
{
    struct record record = {0};
    bool found = false;
    for (int i = 0; i < HEADER_LINES && !found && record_next(reader, &record);) {
        *header = header_of(&record);
        found = record.broken == NULL && header->at[COLUMN_NAME] >= 0;
        i += !record_is_blank(&record);
    }
    record_free(&record);
    return found;
}

/* With the separator by which most columns are known. The reader stands behind the header then. */
static bool choose_separator(struct record_reader *reader, struct header *header)
{
    static const char separators[] = ",;\t";
    const struct record_reader start = *reader;
    bool found = false;
    for (const char *each = separators; *each != '\0'; each++) {
        struct record_reader attempt = start;
        struct header candidate;
        attempt.separator = *each;
        if (find_header(&attempt, &candidate) && (!found || candidate.found > header->found)) {
            *header = candidate;
            *reader = attempt;
            found = true;
        }
    }
    return found;
}

/* Why the first line is no header: it may be broken, rather than missing. */
static bool no_header(struct record_reader *reader, const char *name, struct error *error)
{
    struct record record = {0};
    reader->separator = ',';
    bool broken = record_next(reader, &record) && record.broken != NULL;
    int line = broken ? record.broken_line : 1;
    const char *why = broken ? record.broken
                             : _("the first line has to name the columns: 姓名,工号,网点,岗位 (or "
                                 "name,staff number,branch,role); 姓名 is needed, the others may "
                                 "be left out");
    record_free(&record);
    return error_at(error, ERROR_USAGE, name, line, "%s", why);
}

static bool read_header(struct record_reader *reader, const char *name, struct header *header,
                        struct error *error)
{
    static const char *const titles[COLUMN_COUNT] = {
        [COLUMN_NAME] = N_("name"),
        [COLUMN_STAFF] = N_("staff number"),
        [COLUMN_BRANCH] = N_("branch"),
        [COLUMN_ROLE] = N_("role"),
    };
    if (!choose_separator(reader, header)) {
        return no_header(reader, name, error);
    }
    return header->twice < 0 || error_at(error, ERROR_USAGE, name, reader->line - 1,
                                         _("two columns are called '%s': leave one of them out"),
                                         _(titles[header->twice]));
}

/* ---------------------------------------------------------------------------------- rows ---- */

struct reading {
    struct roster_file *file;
    struct fault_list *faults;
    struct header header;
};

/* The cell of a column, cleaned, into `out`; a fault when it is too long to be kept whole. */
static void take_cell(const struct reading *reading, const struct record *record,
                      enum column column, const char *title, char out[STORE_NAME_MAX + 1])
{
    int at = reading->header.at[column];
    out[0] = '\0';
    if (at < 0 || at >= record->count) {
        return;
    }
    const struct cell *cell = &record->cells[at];
    /* Cleaning makes a text at most three times as long (U+FFFD for each byte). */
    char *clean = text_clean(cell->text, cell->length, FILE_MAX, false);
    size_t length = strlen(clean);
    if (length <= STORE_NAME_MAX) {
        memcpy(out, clean, length + 1);
    } else {
        char start[64];
        text_fit(clean, 20, false, start, sizeof start);
        roster_fault(reading->faults, reading->file->name, record->line,
                     _("the %s '%s' is too long: at most %d bytes (%d Chinese characters)"), title,
                     start, STORE_NAME_MAX, STORE_NAME_MAX / 3);
    }
    free(clean);
}

/* "1.00123E+11": what a spreadsheet makes of a long number, and no way back. */
static bool is_shortened_number(const char *text)
{
    size_t digits = strspn(text, "0123456789.");
    return digits > 0 && (text[digits] == 'E' || text[digits] == 'e') && text[digits + 1] == '+' &&
           strspn(text + digits + 2, "0123456789") == strlen(text + digits + 2);
}

static void check_entry(const struct reading *reading, const struct record *record,
                        const struct roster_entry *entry)
{
    const struct person *person = &entry->person;
    const char *name = reading->file->name;
    if (is_shortened_number(person->staff_number)) {
        roster_fault(reading->faults, name, record->line,
                     _("the spreadsheet has shortened the staff number to %s: format that column "
                       "as text, enter the number again, and save"),
                     person->staff_number);
    }
    for (int i = 0; i < reading->file->count; i++) {
        const struct person *other = &reading->file->entries[i].person;
        bool same_number = strcmp(person->staff_number, other->staff_number) == 0;
        bool numbered = person->staff_number[0] != '\0';
        if (numbered && same_number) {
            roster_fault(reading->faults, name, record->line,
                         _("staff number %s is on line %d already, for %s: correct one of them"),
                         person->staff_number, reading->file->lines[i], other->name);
        } else if (strcmp(person->name, other->name) == 0 &&
                   (!numbered || other->staff_number[0] == '\0')) {
            roster_fault(reading->faults, name, record->line,
                         _("%s is on line %d already: remove one, or give each a staff number"),
                         person->name, reading->file->lines[i]);
        } else {
            continue;
        }
        return;
    }
}

static void keep_entry(struct roster_file *file, const struct roster_entry *entry, int line)
{
    file->entries = reallocarray(file->entries, (size_t)file->count + 1, sizeof *file->entries);
    file->lines = reallocarray(file->lines, (size_t)file->count + 1, sizeof *file->lines);
    if (file->entries == NULL || file->lines == NULL) {
        abort();
    }
    file->entries[file->count] = *entry;
    file->lines[file->count++] = line;
}

static void read_person(struct reading *reading, const struct record *record)
{
    struct roster_entry entry = {.position = 0};
    int faults = reading->faults->count;
    take_cell(reading, record, COLUMN_NAME, _("name"), entry.person.name);
    bool named = text_width(entry.person.name) > 0;
    if (!named && reading->faults->count == faults) {
        roster_fault(reading->faults, reading->file->name, record->line,
                     _("the name is empty: write it, or delete the line"));
    }
    take_cell(reading, record, COLUMN_STAFF, _("staff number"), entry.person.staff_number);
    take_cell(reading, record, COLUMN_BRANCH, _("branch"), entry.branch);
    take_cell(reading, record, COLUMN_ROLE, _("role"), entry.role);
    if (named) {
        check_entry(reading, record, &entry);
        keep_entry(reading->file, &entry, record->line);
    }
}

static void read_record(struct reading *reading, const struct record *record)
{
    const char *name = reading->file->name;
    int cells = filled_cells(record);
    if (record->broken != NULL) {
        roster_fault(reading->faults, name, record->broken_line, "%s", record->broken);
    } else if (cells > reading->header.cells || record->count < reading->header.cells) {
        roster_fault(reading->faults, name, record->line,
                     _("there are %d cells where the header has %d: look for a separator too many "
                       "or too few, and put texts that hold one in quotation marks"),
                     cells > reading->header.cells ? cells : record->count, reading->header.cells);
    } else {
        read_person(reading, record);
    }
}

static void read_rows(struct reading *reading, struct record_reader *reader)
{
    struct record record = {0};
    while (reading->faults->dropped == 0 && record_next(reader, &record)) {
        if (record_is_blank(&record)) {
            continue;
        }
        if (reading->file->count == ROSTER_MAX) {
            roster_fault(reading->faults, reading->file->name, record.line,
                         _("there are more than %d people: make several classes of them"),
                         ROSTER_MAX);
            break;
        }
        read_record(reading, &record);
    }
    record_free(&record);
    if (reading->file->count == 0 && reading->faults->count == 0) {
        roster_fault(reading->faults, reading->file->name, reader->line,
                     _("there is nobody below the header: write one line for each person"));
    }
}

/* --------------------------------------------------------------------------------- whole ---- */

static bool read_text(const char *text, size_t length, struct reading *reading, struct error *error)
{
    struct record_reader reader = {.text = text, .at = text, .end = text + length, .line = 1};
    if (!read_header(&reader, reading->file->name, &reading->header, error)) {
        return false;
    }
    read_rows(reading, &reader);
    return reading->faults->count == 0 || fail_by_faults(reading->faults, error);
}

bool roster_parse(const char *name, const char *bytes, size_t length, struct roster_file *file,
                  struct fault_list *faults, struct error *error)
{
    struct roster_file made = {.name = strdup(name)};
    struct fault_list found = {0};
    struct reading reading = {.file = &made, .faults = &found};
    size_t decoded = 0;
    if (made.name == NULL) {
        abort();
    }
    char *text = roster_decode(name, bytes, length, &decoded, error);
    bool good = text != NULL && read_text(text, decoded, &reading, error);
    free(text);
    if (good) {
        *file = made;
    } else {
        roster_file_free(&made);
    }
    if (faults != NULL) {
        *faults = found;
    } else {
        fault_list_free(&found);
    }
    return good;
}

bool roster_read(const char *path, struct roster_file *file, struct fault_list *faults,
                 struct error *error)
{
    struct buffer bytes = {0};
    char block[65536];
    size_t count = 0;
    errno = 0;
    FILE *stream = fopen(path, "rbe");
    while (stream != NULL && bytes.length <= FILE_MAX &&
           (count = fread(block, 1, sizeof block, stream)) > 0) {
        buffer_add_bytes(&bytes, block, count);
    }
    bool failed = stream == NULL || ferror(stream) != 0;
    if (failed) {
        error_at(error, errno == ENOENT ? ERROR_NOT_FOUND : ERROR_SYSTEM, path, 0,
                 _("the roster can't be read: %s"), strerror(errno));
    } else if (bytes.length > FILE_MAX) {
        error_at(error, ERROR_USAGE, path, 0,
                 _("this file is too large for a roster (more than %d MiB)"),
                 FILE_MAX / (1024 * 1024));
        failed = true;
    }
    if (stream != NULL) {
        fclose(stream);
    }
    if (failed && faults != NULL) {
        *faults = (struct fault_list){0};
    }
    buffer_add(&bytes, "");
    bool good = !failed && roster_parse(path, bytes.data, bytes.length, file, faults, error);
    buffer_free(&bytes);
    return good;
}

void roster_file_free(struct roster_file *file)
{
    free(file->name);
    free(file->entries);
    free(file->lines);
    *file = (struct roster_file){0};
}
