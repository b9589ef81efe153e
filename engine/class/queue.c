/* queue.c: what of a class is to be marked, as one trainer sees it. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/words.h"
#include "class/grading.h"
#include "class/marking_parts.h"
#include "store/results.h"

const char *grading_state_label(enum grading_state state)
{
    static const char *const labels[GRADING_STATE_COUNT] = {
        [GRADING_OPEN] = N_("not marked"),
        [GRADING_SECOND] = N_("second marking"),
        [GRADING_DRAFT] = N_("begun"),
        [GRADING_ELSEWHERE] = N_("with another trainer"),
        [GRADING_AWAITS] = N_("awaits the second"),
        [GRADING_DONE] = N_("submitted"),
    };
    return _(labels[state]);
}

const char *queue_part_label(enum queue_part part)
{
    static const char *const labels[QUEUE_PART_COUNT] = {
        [QUEUE_TO_DO] = N_("To mark"),
        [QUEUE_SECOND] = N_("Second marking"),
        [QUEUE_ALL] = N_("All"),
    };
    return _(labels[part]);
}

/* --------------------------------------------------------------------------- standing ---- */

/* The first row of the subject, or where it would be. */
static int first_row(const struct grade_row *rows, int count, const char *subject)
{
    int low = 0, high = count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (strcmp(rows[middle].subject, subject) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct standing_of_subject standing_find(const struct grade_row *rows, int count,
                                         const char *subject, const char *trainer)
{
    struct standing_of_subject standing = {0};
    for (int i = first_row(rows, count, subject);
         i < count && standing.count < 2 && strcmp(rows[i].subject, subject) == 0; i++) {
        standing.rows[standing.count++] = &rows[i];
        if (strcmp(rows[i].trainer, trainer) == 0)
            standing.own = &rows[i];
    }
    return standing;
}

enum grading_state standing_state(const struct standing_of_subject *standing, bool twice)
{
    int submitted = 0, wanted = twice ? 2 : 1;
    for (int i = 0; i < standing->count; i++)
        submitted += standing->rows[i]->submitted;
    if (standing->own && !standing->own->submitted)
        return GRADING_DRAFT;
    if (submitted >= wanted)
        return GRADING_DONE;
    if (standing->own)
        return GRADING_AWAITS;
    if (standing->count == 0)
        return GRADING_OPEN;
    return standing->count < wanted ? GRADING_SECOND : GRADING_ELSEWHERE;
}

/* ------------------------------------------------------------------------------- items ---- */

struct queueing {
    const struct class_row *class;
    const struct queue_options *options;
    const struct grade_row *rows;
    int row_count;
};

/* The mean of the submitted markings, if this trainer may know it. */
static double visible_score(const struct standing_of_subject *standing, enum grading_state state)
{
    double sum = 0;
    if (state == GRADING_AWAITS && standing->own)
        return standing->own->score;
    if (state != GRADING_DONE)
        return -1;
    for (int i = 0; i < standing->count; i++)
        sum += standing->rows[i]->score;
    return sum / standing->count;
}

static void complete_item(const struct queueing *queueing, struct queue_item *item)
{
    struct standing_of_subject standing = standing_find(queueing->rows, queueing->row_count,
                                                        item->subject, queueing->options->trainer);
    item->twice =
        standing.count == 2 ||
        (!item->exercise && grading_is_double(item->subject, queueing->class->double_share));
    item->state = standing_state(&standing, item->twice);
    item->final = visible_score(&standing, item->state);
    item->blind = queueing->options->blind;
    if (item->blind)
        item->person = (struct person){0};
}

static struct queue_item session_item(const struct session_row *row)
{
    struct queue_item item = {
        .live = row->live, .person = row->person, .ended_at = row->ended_at, .score = row->score};
    memcpy(item.subject, row->id, sizeof item.subject);
    memcpy(item.of, row->scenario, sizeof item.of);
    return item;
}

static struct queue_item exercise_item(const struct exercise_row *row)
{
    struct queue_item item = {.exercise = true,
                              .person = row->person,
                              .ended_at = row->ended_at,
                              .score = 100 * row->points / row->most};
    memcpy(item.subject, row->id, sizeof item.subject);
    memcpy(item.of, row->exercise, sizeof item.of);
    return item;
}

static int compare_items(const void *left, const void *right)
{
    const struct queue_item *a = left, *b = right;
    if (a->state != b->state)
        return a->state < b->state ? -1 : 1;
    if (a->ended_at != b->ended_at)
        return a->ended_at < b->ended_at ? -1 : 1;
    return strcmp(a->subject, b->subject);
}

static struct queue_item *gather(const struct queueing *queueing,
                                 const struct session_row *sessions, int session_count,
                                 const struct exercise_row *results, int result_count)
{
    int count = session_count + result_count;
    struct queue_item *items = calloc((size_t)count + 1, sizeof *items);
    if (!items)
        abort();
    for (int i = 0; i < session_count; i++)
        items[i] = session_item(&sessions[i]);
    for (int i = 0; i < result_count; i++)
        items[session_count + i] = exercise_item(&results[i]);
    for (int i = 0; i < count; i++)
        complete_item(queueing, &items[i]);
    qsort(items, (size_t)count, sizeof *items, compare_items);
    return items;
}

bool grading_queue(struct store *store, const struct class_row *class,
                   const struct queue_options *options, struct queue_item **items, int *count,
                   struct error *error)
{
    struct session_filter filter = {
        .class = class->id, .state = SESSION_FINISHED, .personal = true};
    struct session_row *sessions = NULL;
    struct exercise_row *results = NULL;
    struct grade_row *rows = NULL;
    int session_count = 0, result_count = 0, row_count = 0;
    *items = NULL;
    *count = 0;
    bool done = store_sessions(store, &filter, &sessions, &session_count, error) &&
                store_results(store, class->id, NULL, NULL, &results, &result_count, error) &&
                store_grades(store, class->id, &rows, &row_count, error);
    if (done) {
        struct queueing queueing = {
            .class = class, .options = options, .rows = rows, .row_count = row_count};
        *items = gather(&queueing, sessions, session_count, results, result_count);
        *count = session_count + result_count;
    }
    free(sessions);
    store_free_results(results, result_count);
    free(rows);
    return done;
}

/* ------------------------------------------------------------------------------ showing ---- */

const char *marked_who(const struct person *person, bool blind, const char *subject)
{
    if (person->name[0])
        return person->name;
    return blind ? subject + strlen(subject) - QUEUE_ID_LENGTH : _("the room");
}

const char *queue_who(const struct queue_item *item)
{
    return marked_who(&item->person, item->blind, item->subject);
}

void queue_when(int64_t at, char out[WHEN_SIZE])
{
    time_t seconds = (time_t)(at / 1000);
    struct tm local;
    if (!localtime_r(&seconds, &local) || strftime(out, WHEN_SIZE, "%Y-%m-%d %H:%M", &local) == 0)
        out[0] = '\0';
}

static bool is_in(const struct queue_item *item, enum queue_part part)
{
    if (part == QUEUE_SECOND)
        return item->state == GRADING_SECOND;
    return part == QUEUE_ALL || item->state == GRADING_OPEN || item->state == GRADING_SECOND ||
           item->state == GRADING_DRAFT;
}

bool queue_shows(const struct queue_item *item, enum queue_part part, const char *title,
                 const char *words)
{
    return is_in(item, part) &&
           (text_contains(item->person.name, words) ||
            text_contains(item->person.staff_number, words) || text_contains(item->of, words) ||
            text_contains(title, words) ||
            text_contains(item->subject + strlen(item->subject) - QUEUE_ID_LENGTH, words));
}
