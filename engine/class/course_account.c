/* course_account.c: writes down what a course came to. */
#include "class/course_account.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "base/words.h"
#include "class/course_words.h"
#include "store/classes.h"

enum { NUMBER_CELLS = 9, NUMBERS = 3, TITLE_CELLS_MIN = 16, TITLE_CELLS_MAX = 60 };

/* ------------------------------------------------------------------------------- people ---- */

struct people {
    struct roster_entry *entries;
    int count;
};

static struct people read_people(struct store *store, const char *class)
{
    struct people people = {0};
    if (!store_roster(store, class, &people.entries, &people.count, NULL))
        people = (struct people){0};
    return people;
}

static const char *name_of(const struct people *people, int position)
{
    for (int i = 0; i < people->count; i++) {
        if (people->entries[i].position == position)
            return people->entries[i].person.name;
    }
    return "";
}

/* -------------------------------------------------------------------------------- table ---- */

static void span_of(int seconds, char out[COURSE_SPAN_SIZE])
{
    course_span((int64_t)seconds * 1000, out);
}

/* "+1:10", "-0:20", "0:00" */
static void difference(int seconds, char out[COURSE_WORDS_SIZE])
{
    char span[COURSE_SPAN_SIZE];
    span_of(seconds, span);
    snprintf(out, COURSE_WORDS_SIZE, "%s%s", seconds > 0 ? "+" : seconds < 0 ? "-" : "", span);
}

static void add_right(struct buffer *out, const char *text)
{
    for (int i = text_width(text); i < NUMBER_CELLS; i++)
        buffer_add(out, " ");
    buffer_add(out, text);
}

static void add_row(struct buffer *out, int cells, const char *title, const char *planned,
                    const char *actual, const char *differs)
{
    char fitted[4 * TITLE_CELLS_MAX + 8];
    text_fit(title, cells, true, fitted, sizeof fitted);
    buffer_add(out, fitted);
    add_right(out, planned);
    add_right(out, actual);
    add_right(out, differs);
    buffer_add(out, "\n");
}

/* What has not had its turn yet differs from nothing. */
static void add_times(struct buffer *out, int cells, const char *title, int planned, int actual,
                      bool over)
{
    char whole[COURSE_SPAN_SIZE], ran[COURSE_SPAN_SIZE], differs[COURSE_WORDS_SIZE];
    span_of(planned, whole);
    span_of(actual, ran);
    difference(actual - planned, differs);
    add_row(out, cells, title, whole, ran, over ? differs : "");
}

static void add_table(struct buffer *out, const struct course_summary *summary,
                      enum language language, int cols)
{
    bool finished = summary->status == COURSE_FINISHED;
    int cells = cols - NUMBERS * NUMBER_CELLS;
    cells = cells < TITLE_CELLS_MIN ? TITLE_CELLS_MIN : cells;
    cells = cells > TITLE_CELLS_MAX ? TITLE_CELLS_MAX : cells;
    add_row(out, cells, _("Segment"), _("planned"), _("actual"), _("differs"));
    for (int i = 0; i < summary->segment_count; i++) {
        const struct course_summary_segment *segment = &summary->segments[i];
        struct buffer title = {0};
        buffer_printf(&title, "%2d %s", i + 1, segment->title.words[language]);
        add_times(out, cells, title.data, segment->planned_seconds, segment->actual_seconds,
                  finished || segment->visits > 0);
        buffer_free(&title);
    }
    add_times(out, cells, _("In all"), summary->planned_seconds, summary->actual_seconds, finished);
}

/* ---------------------------------------------------------------------------- the rest ---- */

enum { MOMENT_SIZE = 40 };

/* By the clock on the wall here. */
static const char *moment(int64_t wall_ms, char text[MOMENT_SIZE])
{
    time_t seconds = (time_t)(wall_ms / 1000);
    struct tm local;
    if (!localtime_r(&seconds, &local) ||
        strftime(text, MOMENT_SIZE, "%Y-%m-%d %H:%M:%S", &local) == 0)
        text[0] = '\0';
    return text;
}

static void add_head(struct buffer *out, struct store *store, const struct course_summary *summary,
                     enum language language)
{
    struct class_row class;
    bool known = store_class(store, summary->class, &class, NULL);
    buffer_printf(out, "%s · %s · %s", summary->title.words[language],
                  known ? class_called(&class) : summary->class,
                  course_status_label(summary->status));
    if (summary->rehearsal) {
        buffer_add(out, " · ");
        buffer_printf(out, _("rehearsal %dx"), summary->speed);
    }
    buffer_add(out, "\n");
    char text[MOMENT_SIZE];
    if (summary->started_at > 0) {
        buffer_printf(out, _("Started %s"), moment(summary->started_at, text));
        buffer_add(out, "\n");
    }
    if (summary->ended_at > 0) {
        buffer_printf(out, _("Finished %s"), moment(summary->ended_at, text));
        buffer_add(out, "\n");
    }
    buffer_add(out, "\n");
}

static void add_stops(struct buffer *out, const struct course_summary *summary)
{
    char span[COURSE_SPAN_SIZE];
    if (summary->pauses > 0) {
        span_of(summary->paused_seconds, span);
        buffer_printf(
            out,
            ngettext("%d pause, %s in all", "%d pauses, %s in all", (unsigned long)summary->pauses),
            summary->pauses, span);
        buffer_add(out, "\n");
    }
    if (summary->interruptions > 0) {
        buffer_printf(
            out,
            ngettext("%d interruption", "%d interruptions", (unsigned long)summary->interruptions),
            summary->interruptions);
        buffer_add(out, "\n");
    }
    if (summary->away_seconds > 0) {
        span_of(summary->away_seconds, span);
        buffer_printf(out, _("Closed in between for %s, which does not count"), span);
        buffer_add(out, "\n");
    }
}

static void add_presence(struct buffer *out, const struct people *people,
                         const struct course_summary *summary)
{
    if (!summary->has_presence)
        return;
    buffer_printf(out, _("%d here, %d absent"), summary->present_count, summary->absent_count);
    for (int i = 0; i < summary->absent_count; i++)
        buffer_printf(out, "%s%d %s", i == 0 ? _(": ") : _(", "), summary->absent[i],
                      name_of(people, summary->absent[i]));
    buffer_add(out, "\n");
}

static void add_board(struct buffer *out, const struct course_summary *summary,
                      enum language language)
{
    int last = -2;
    if (summary->board_count == 0)
        return;
    buffer_printf(out, "\n%s\n", _("On the board"));
    for (int i = 0; i < summary->board_count; i++) {
        const struct course_board_line *line = &summary->board[i];
        if (line->segment != last && line->segment >= 0)
            buffer_printf(out, "  %s\n", summary->segments[line->segment].title.words[language]);
        last = line->segment;
        buffer_printf(out, "    · %s\n", line->words);
    }
}

char *course_account(struct store *store, const struct course_summary *summary,
                     enum language language, int cols)
{
    struct buffer out = {0};
    struct people people = read_people(store, summary->class);
    add_head(&out, store, summary, language);
    add_table(&out, summary, language, cols);
    buffer_add(&out, "\n");
    add_stops(&out, summary);
    add_presence(&out, &people, summary);
    add_board(&out, summary, language);
    free(people.entries);
    return buffer_take(&out);
}

/* -------------------------------------------------------------------------------- JSON ---- */

static void add_time(cJSON *object, const char *name, int64_t wall_ms)
{
    char text[CLOCK_TIME_SIZE];
    if (wall_ms == 0) {
        cJSON_AddNullToObject(object, name);
        return;
    }
    clock_format(wall_ms, text);
    cJSON_AddStringToObject(object, name, text);
}

static cJSON *segments_to_json(const struct course_summary *summary, enum language language)
{
    cJSON *list = cJSON_CreateArray();
    for (int i = 0; i < summary->segment_count; i++) {
        const struct course_summary_segment *segment = &summary->segments[i];
        cJSON *object = cJSON_CreateObject();
        cJSON_AddStringToObject(object, "segment", segment->id);
        cJSON_AddStringToObject(object, "kind", segment_kind_name(segment->kind));
        cJSON_AddStringToObject(object, "title", segment->title.words[language]);
        cJSON_AddNumberToObject(object, "planned_seconds", segment->planned_seconds);
        cJSON_AddNumberToObject(object, "extended_seconds", segment->extended_seconds);
        cJSON_AddNumberToObject(object, "actual_seconds", segment->actual_seconds);
        cJSON_AddNumberToObject(object, "visits", segment->visits);
        cJSON_AddItemToArray(list, object);
    }
    return list;
}

static cJSON *people_to_json(const struct people *people, const int *positions, int count)
{
    cJSON *list = cJSON_CreateArray();
    for (int i = 0; i < count; i++) {
        cJSON *object = cJSON_CreateObject();
        cJSON_AddNumberToObject(object, "position", positions[i]);
        cJSON_AddStringToObject(object, "name", name_of(people, positions[i]));
        cJSON_AddItemToArray(list, object);
    }
    return list;
}

static const char *segment_id(const struct course_summary *summary, int index)
{
    return index < 0 ? "" : summary->segments[index].id;
}

static cJSON *board_to_json(const struct course_summary *summary)
{
    cJSON *list = cJSON_CreateArray();
    for (int i = 0; i < summary->board_count; i++) {
        cJSON *object = cJSON_CreateObject();
        cJSON_AddStringToObject(object, "segment", segment_id(summary, summary->board[i].segment));
        add_time(object, "at", summary->board[i].at);
        cJSON_AddStringToObject(object, "words", summary->board[i].words);
        cJSON_AddItemToArray(list, object);
    }
    return list;
}

static cJSON *events_to_json(const struct course_summary *summary)
{
    cJSON *list = cJSON_CreateArray();
    for (int i = 0; i < summary->event_count; i++) {
        const struct course_event *event = &summary->events[i];
        cJSON *object = cJSON_CreateObject();
        cJSON_AddStringToObject(object, "event", course_event_name(event->kind));
        add_time(object, "at", event->at);
        cJSON_AddNumberToObject(object, "clock_seconds", (double)event->clock / 1000);
        cJSON_AddStringToObject(object, "segment", segment_id(summary, event->segment));
        if (event->amount != 0)
            cJSON_AddNumberToObject(object, "seconds", (double)event->amount / 1000);
        cJSON_AddItemToArray(list, object);
    }
    return list;
}

char *course_account_json(struct store *store, const struct course_summary *summary,
                          enum language language)
{
    static const char *const statuses[] = {
        [COURSE_WAITING] = "waiting", [COURSE_RUNNING] = "running",   [COURSE_PAUSED] = "paused",
        [COURSE_LEFT] = "left",       [COURSE_FINISHED] = "finished",
    };
    struct people people = read_people(store, summary->class);
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "journal", summary->journal);
    cJSON_AddStringToObject(root, "course", summary->course);
    cJSON_AddStringToObject(root, "class", summary->class);
    cJSON_AddStringToObject(root, "status", statuses[summary->status]);
    cJSON_AddNumberToObject(root, "speed", summary->speed);
    cJSON_AddBoolToObject(root, "rehearsal", summary->rehearsal);
    add_time(root, "started_at", summary->started_at);
    add_time(root, "ended_at", summary->ended_at);
    cJSON_AddNumberToObject(root, "planned_seconds", summary->planned_seconds);
    cJSON_AddNumberToObject(root, "actual_seconds", summary->actual_seconds);
    cJSON_AddNumberToObject(root, "pauses", summary->pauses);
    cJSON_AddNumberToObject(root, "paused_seconds", summary->paused_seconds);
    cJSON_AddNumberToObject(root, "interruptions", summary->interruptions);
    cJSON_AddNumberToObject(root, "away_seconds", summary->away_seconds);
    cJSON_AddItemToObject(root, "segments", segments_to_json(summary, language));
    cJSON_AddItemToObject(root, "present",
                          people_to_json(&people, summary->present, summary->present_count));
    cJSON_AddItemToObject(root, "absent",
                          people_to_json(&people, summary->absent, summary->absent_count));
    cJSON_AddItemToObject(root, "board", board_to_json(summary));
    cJSON_AddItemToObject(root, "events", events_to_json(summary));
    char *json = cJSON_Print(root);
    cJSON_Delete(root);
    free(people.entries);
    if (!json)
        abort();
    return json;
}
