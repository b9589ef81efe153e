/* export.c: events as JSON Lines and CSV. */
#include "practice/export.h"

#include <cjson/cJSON.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "practice/record.h"

struct exporting {
    FILE *out;
    enum export_format format;
};

static const char *const payload_columns[] = {
    "turn",
    "node",
    "response",
    "picked",
    "acts",
    "think_ms",
    "mood_before",
    "mood_after",
    "familiarity_before",
    "familiarity_after",
    "to",
    "cues",
    "score",
    "band",
    "ending",
    "rule",
    "kept",
};

enum { PAYLOAD_COLUMNS = sizeof payload_columns / sizeof *payload_columns };

bool export_subject_parse(const char *name, enum export_subject *subject)
{
    static const char *const names[] = {
#define X(subject_name, text) [EXPORT_##subject_name] = text,
        EXPORT_SUBJECTS(X)
#undef X
    };
    for (int i = 0; i < EXPORT_SUBJECT_COUNT; i++) {
        if (strcmp(name, names[i]) == 0) {
            *subject = (enum export_subject)i;
            return true;
        }
    }
    return false;
}

bool export_format_parse(const char *name, enum export_format *format)
{
    bool csv = strcmp(name, "csv") == 0;
    *format = csv ? EXPORT_CSV : EXPORT_JSONL;
    return csv || strcmp(name, "jsonl") == 0;
}

static bool is_number(const char *text)
{
    char *end;
    if (strspn(text, "+-.0123456789eE") != strlen(text))
        return false;
    strtod(text, &end);
    return end != text && *end == '\0';
}

/* Spreadsheets set to Chinese or Japanese read the full-width forms as well. */
static bool starts_formula(const char *text)
{
    static const char *const wide[] = {"＝", "＋", "－", "＠"};
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
        if (strncmp(text, wide[i], strlen(wide[i])) == 0)
            return true;
    }
    return text[0] && strchr("=+-@\t\r\n", text[0]);
}

void export_cell(FILE *out, const char *text)
{
    bool formula = starts_formula(text) && !is_number(text);
    if (!formula && !strpbrk(text, ",\"\r\n\t'")) {
        fputs(text, out);
        return;
    }
    fputc('"', out);
    if (formula)
        fputc('\'', out);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', out);
        fputc(*text, out);
    }
    fputc('"', out);
}

static bool is_more_than_a_number(const char *text)
{
    enum { SHOWN = 11 }; /* digits that a spreadsheet shows in full */
    size_t length = strlen(text);
    if (strspn(text, "0123456789") == length)
        return length > SHOWN || (length > 1 && text[0] == '0');
    return isdigit((unsigned char)text[0]) && strspn(text, "0123456789.,:/-+eE% ") == length;
}

void export_code_cell(FILE *out, const char *text)
{
    struct buffer cell = {0};
    buffer_add(&cell, text);
    if (is_more_than_a_number(text))
        buffer_add(&cell, "\t");
    export_cell(out, cell.data ? cell.data : "");
    buffer_free(&cell);
}

/* A payload's field as one cell: arrays joined by spaces, numbers and words as they are. */
static void payload_cell(FILE *out, const cJSON *item)
{
    struct buffer joined = {0};
    const cJSON *member;
    if (cJSON_IsString(item)) {
        export_cell(out, item->valuestring);
    } else if (cJSON_IsBool(item)) {
        fputs(cJSON_IsTrue(item) ? "true" : "false", out);
    } else if (cJSON_IsNumber(item)) {
        fprintf(out, "%.15g", item->valuedouble);
    } else if (cJSON_IsArray(item)) {
        cJSON_ArrayForEach(member, item)
        {
            if (joined.length > 0)
                buffer_add(&joined, " ");
            buffer_add(&joined, cJSON_IsString(member) ? member->valuestring : "");
        }
        export_cell(out, joined.data ? joined.data : "");
        buffer_free(&joined);
    }
}

static void csv_header(FILE *out)
{
    fputs("\xEF\xBB\xBFsession,person,staff_number,scenario,mode,class,language,seed,seq,at,kind",
          out);
    for (int i = 0; i < PAYLOAD_COLUMNS; i++)
        fprintf(out, ",%s", payload_columns[i]);
    fputs(",hash\r\n", out);
}

static void csv_row(FILE *out, const struct session_row *session, const struct event_row *event,
                    const cJSON *payload)
{
    const char *const texts[] = {
        session->id,       session->person.name, session->person.staff_number,
        session->scenario, session->mode,        session->class,
        session->language};
    char at[CLOCK_TIME_SIZE];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        export_code_cell(out, texts[i]);
        fputc(',', out);
    }
    clock_format(event->at, at);
    fprintf(out, "%llu,%d,%s,%s", (unsigned long long)session->seed, event->seq, at, event->kind);
    for (int i = 0; i < PAYLOAD_COLUMNS; i++) {
        fputc(',', out);
        payload_cell(out, cJSON_GetObjectItemCaseSensitive(payload, payload_columns[i]));
    }
    fprintf(out, ",%s\r\n", event->hash);
}

static bool json_row(FILE *out, const struct session_row *session, const struct event_row *event,
                     cJSON *payload)
{
    char at[CLOCK_TIME_SIZE];
    cJSON *object = cJSON_CreateObject();
    clock_format(event->at, at);
    cJSON_AddStringToObject(object, "session", session->id);
    cJSON_AddStringToObject(object, "person", session->person.name);
    cJSON_AddStringToObject(object, "staff_number", session->person.staff_number);
    cJSON_AddStringToObject(object, "scenario", session->scenario);
    cJSON_AddStringToObject(object, "digest", session->digest);
    cJSON_AddStringToObject(object, "mode", session->mode);
    if (session->class[0] != '\0')
        cJSON_AddStringToObject(object, "class", session->class);
    cJSON_AddStringToObject(object, "language", session->language);
    if (session->live)
        cJSON_AddBoolToObject(object, "live", true);
    record_add_seed(object, session->seed);
    cJSON_AddNumberToObject(object, "seq", event->seq);
    cJSON_AddStringToObject(object, "at", at);
    cJSON_AddStringToObject(object, "kind", event->kind);
    cJSON_AddItemReferenceToObject(object, "payload", payload);
    cJSON_AddStringToObject(object, "hash", event->hash);
    char *line = cJSON_PrintUnformatted(object);
    cJSON_Delete(object);
    if (!line)
        return false;
    fprintf(out, "%s\n", line);
    free(line);
    return true;
}

static bool visit(void *data, const struct session_row *session, const struct event_row *event,
                  struct error *error)
{
    struct exporting *exporting = data;
    cJSON *payload = cJSON_Parse(event->payload);
    bool done = payload != NULL;
    if (!done)
        error_set(error, ERROR_TAMPERED, "event %d of session %s holds no JSON", event->seq,
                  session->id);
    else if (exporting->format == EXPORT_CSV)
        csv_row(exporting->out, session, event, payload);
    else
        done = json_row(exporting->out, session, event, payload);
    cJSON_Delete(payload);
    if (done && ferror(exporting->out))
        return error_set(error, ERROR_SYSTEM, "can't write the export: is the disk full?");
    return done;
}

bool export_events(struct store *store, const char *session, enum export_format format, FILE *out,
                   struct error *error)
{
    struct exporting exporting = {.out = out, .format = format};
    if (format == EXPORT_CSV)
        csv_header(out);
    return store_visit_events(store, session, visit, &exporting, error);
}
