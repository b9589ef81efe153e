/* export_records.c: courses, gradings and exercises as JSON Lines and CSV. */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "practice/export.h"
#include "store/classes.h"
#include "store/journal.h"
#include "store/results.h"

enum { FIELD_MAX = 16 };

/* A row: names and texts side by side; texts whose `json` is set are JSON already. */
struct field {
    const char *name;
    const char *text;
    bool json;
};

static bool written(FILE *out, struct error *error)
{
    return !ferror(out) ||
           error_set(error, ERROR_SYSTEM, "%s", _("can't write the export: is the disk full?"));
}

static void write_header(FILE *out, const struct field *fields, int count)
{
    fputs("\xEF\xBB\xBF", out);
    for (int i = 0; i < count; i++)
        fprintf(out, "%s%s", i > 0 ? "," : "", fields[i].name);
    fputs("\r\n", out);
}

static bool write_csv(FILE *out, const struct field *fields, int count, struct error *error)
{
    for (int i = 0; i < count; i++) {
        if (i > 0)
            fputc(',', out);
        if (fields[i].json)
            export_cell(out, fields[i].text);
        else
            export_code_cell(out, fields[i].text);
    }
    fputs("\r\n", out);
    return written(out, error);
}

static bool write_json(FILE *out, const struct field *fields, int count, struct error *error)
{
    cJSON *object = cJSON_CreateObject();
    bool good = true;
    for (int i = 0; i < count; i++) {
        cJSON *value =
            fields[i].json ? cJSON_Parse(fields[i].text) : cJSON_CreateString(fields[i].text);
        good = good && value != NULL;
        cJSON_AddItemToObject(object, fields[i].name, value);
    }
    char *line = good ? cJSON_PrintUnformatted(object) : NULL;
    cJSON_Delete(object);
    if (!line)
        return error_set(error, ERROR_TAMPERED, _("%s %s holds no JSON where there should be some"),
                         fields[0].name, fields[0].text);
    fprintf(out, "%s\n", line);
    free(line);
    return written(out, error);
}

static bool write_row(FILE *out, enum export_format format, const struct field *fields, int count,
                      struct error *error)
{
    return format == EXPORT_CSV ? write_csv(out, fields, count, error)
                                : write_json(out, fields, count, error);
}

/* ----------------------------------------------------------------------------- journals ---- */

enum { JOURNAL_FIELDS = 9 };

static void journal_fields(const struct journal_row *row, const char *trainer, const char *seq,
                           const char *at, const struct event_row *event,
                           struct field fields[FIELD_MAX])
{
    const struct field made[JOURNAL_FIELDS] = {
        {.name = "journal", .text = row->id},
        {.name = "class", .text = row->class},
        {.name = "subject", .text = row->subject},
        {.name = "trainer", .text = trainer},
        {.name = "seq", .text = seq, .json = true},
        {.name = "at", .text = at},
        {.name = "kind", .text = event ? event->kind : ""},
        {.name = "payload", .text = event ? event->payload : "", .json = true},
        {.name = "hash", .text = event ? event->hash : ""},
    };
    memcpy(fields, made, sizeof made);
}

static bool export_journal(struct store *store, const struct journal_row *row,
                           enum export_format format, FILE *out, struct error *error)
{
    struct event_row *events;
    struct trainer trainer;
    int count;
    if (!store_trainer_by_id(store, row->trainer, &trainer, error) ||
        !store_journal_events(store, row->id, &events, &count, error))
        return false;
    bool good = true;
    for (int i = 0; good && i < count; i++) {
        struct field fields[FIELD_MAX];
        char seq[16], at[CLOCK_TIME_SIZE];
        snprintf(seq, sizeof seq, "%d", events[i].seq);
        clock_format(events[i].at, at);
        journal_fields(row, trainer.name, seq, at, &events[i], fields);
        good = write_row(out, format, fields, JOURNAL_FIELDS, error);
    }
    store_free_events(events, count);
    return good;
}

bool export_journals(struct store *store, enum export_subject subject, enum export_format format,
                     FILE *out, struct error *error)
{
    struct journal_row *rows;
    struct field fields[FIELD_MAX];
    int count;
    const char *what = subject == EXPORT_COURSES ? "course" : "grade";
    if (!store_journals(store, NULL, what, NULL, &rows, &count, error))
        return false;
    if (format == EXPORT_CSV) {
        journal_fields(&(struct journal_row){.id = ""}, "", "", "", NULL, fields);
        write_header(out, fields, JOURNAL_FIELDS);
    }
    bool good = true;
    for (int i = 0; good && i < count; i++)
        good = export_journal(store, &rows[i], format, out, error);
    free(rows);
    return good;
}

/* ---------------------------------------------------------------------------- exercises ---- */

enum { RESULT_FIELDS = 14 };

struct result_texts {
    char started_at[CLOCK_TIME_SIZE], ended_at[CLOCK_TIME_SIZE];
    char points[32], most[32];
};

static void result_fields(const struct exercise_row *row, struct result_texts *texts,
                          struct field fields[FIELD_MAX])
{
    clock_format(row->started_at, texts->started_at);
    clock_format(row->ended_at, texts->ended_at);
    snprintf(texts->points, sizeof texts->points, "%.15g", row->points);
    snprintf(texts->most, sizeof texts->most, "%.15g", row->most);
    const struct field made[RESULT_FIELDS] = {
        {.name = "result", .text = row->id},
        {.name = "class", .text = row->class},
        {.name = "person", .text = row->person.name},
        {.name = "staff_number", .text = row->person.staff_number},
        {.name = "exercise", .text = row->exercise},
        {.name = "digest", .text = row->digest},
        {.name = "journal", .text = row->journal},
        {.name = "language", .text = row->language},
        {.name = "started_at", .text = texts->started_at},
        {.name = "ended_at", .text = texts->ended_at},
        {.name = "points", .text = texts->points, .json = true},
        {.name = "most", .text = texts->most, .json = true},
        {.name = "numbers", .text = row->numbers, .json = true},
        {.name = "answer", .text = row->answer, .json = true},
    };
    memcpy(fields, made, sizeof made);
}

bool export_results(struct store *store, enum export_format format, FILE *out, struct error *error)
{
    struct exercise_row *rows;
    struct result_texts texts;
    struct field fields[FIELD_MAX];
    int count;
    if (!store_results(store, NULL, NULL, NULL, &rows, &count, error))
        return false;
    if (format == EXPORT_CSV) {
        result_fields(&(struct exercise_row){.numbers = "", .answer = ""}, &texts, fields);
        write_header(out, fields, RESULT_FIELDS);
    }
    bool good = true;
    for (int i = 0; good && i < count; i++) {
        result_fields(&rows[i], &texts, fields);
        good = write_row(out, format, fields, RESULT_FIELDS, error);
    }
    store_free_results(rows, count);
    return good;
}
