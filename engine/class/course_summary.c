/* course_summary.c: reads a course's journal into what reports ask of it. */
#include "class/course_summary.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/course_beat.h"

static int seconds(int64_t ms)
{
    return (int)((ms + (ms < 0 ? -500 : 500)) / 1000);
}

static void fill_segments(struct course_summary *summary, const struct course_plan *plan,
                          const struct course_state *state)
{
    summary->segment_count = plan->count;
    summary->segments =
        arena_alloc(summary->arena, (size_t)plan->count + 1, sizeof *summary->segments);
    for (int i = 0; i < plan->count; i++) {
        const struct plan_segment *planned = &plan->segments[i];
        const struct segment_state *ran = &state->segments[i];
        summary->segments[i] = (struct course_summary_segment){
            .id = arena_strdup(summary->arena, planned->id),
            .title = planned->title,
            .kind = planned->kind,
            .planned_seconds = seconds(planned->planned),
            .extended_seconds = seconds(ran->extended),
            .actual_seconds = seconds(ran->actual),
            .visits = ran->visits,
        };
    }
}

static void fill_from_events(struct course_summary *summary)
{
    summary->board =
        arena_alloc(summary->arena, (size_t)summary->event_count + 1, sizeof *summary->board);
    for (int i = 0; i < summary->event_count; i++) {
        const struct course_event *event = &summary->events[i];
        if (event->kind == COURSE_BOARD)
            summary->board[summary->board_count++] = (struct course_board_line){
                .segment = event->segment, .at = event->at, .words = event->text};
        if (event->kind == COURSE_START && summary->started_at == 0)
            summary->started_at = event->at;
        if (event->kind == COURSE_FINISH)
            summary->ended_at = event->at;
        if (event->kind != COURSE_PRESENT)
            continue;
        summary->has_presence = true;
        summary->present = event->present;
        summary->present_count = event->present_count;
        summary->absent = event->absent;
        summary->absent_count = event->absent_count;
    }
}

static void fill(struct course_summary *summary, const struct journal_row *row,
                 const struct course_plan *plan, int64_t clock)
{
    struct course_state state;
    course_fold(plan, summary->events, summary->event_count, clock, &state);
    memcpy(summary->journal, row->id, sizeof summary->journal);
    memcpy(summary->class, row->class, sizeof summary->class);
    memcpy(summary->trainer, row->trainer, sizeof summary->trainer);
    memcpy(summary->course, plan->course, sizeof summary->course);
    summary->title = plan->title;
    summary->speed = plan->speed;
    summary->rehearsal = plan->speed != 1;
    summary->status = state.status;
    summary->planned_seconds = seconds(plan->planned);
    summary->actual_seconds = seconds(state.clock);
    summary->pauses = state.pauses;
    summary->paused_seconds = seconds(state.paused);
    summary->interruptions = state.interruptions;
    summary->away_seconds = seconds(state.away);
    fill_segments(summary, plan, &state);
    fill_from_events(summary);
}

static bool read_journal(struct store *store, const struct journal_row *row,
                         struct course_summary *summary, struct error *error)
{
    struct event_row *rows;
    struct course_plan plan;
    struct course_event *events;
    struct course_beat beat = {0};
    int count;
    if (!store_journal_events(store, row->id, &rows, &count, error))
        return false;
    *summary = (struct course_summary){.arena = arena_new()};
    bool done = course_read(rows, count, summary->arena, &plan, &events, error);
    store_free_events(rows, count);
    if (done) {
        summary->events = events;
        summary->event_count = count;
        course_beat_read(store, row->id, &beat, NULL); /* none: the last event's clock will do */
        fill(summary, row, &plan, beat.clock);
        return true;
    }
    course_summary_free(summary);
    return false;
}

bool course_summary_load(struct store *store, const char *journal, struct course_summary *summary,
                         struct error *error)
{
    struct journal_row row;
    *summary = (struct course_summary){0};
    if (!store_journal(store, journal, &row, error))
        return false;
    if (strcmp(row.what, "course") != 0)
        return error_set(error, ERROR_NOT_FOUND, _("%s is no course that ran"), journal);
    return read_journal(store, &row, summary, error);
}

/* Which of two is to be reported on: a real course, then one that started. */
static int rank(const struct course_summary *summary)
{
    return (summary->started_at > 0 ? 2 : 0) + (summary->rehearsal ? 0 : 1);
}

bool course_summary_latest(struct store *store, const char *class, const char *course,
                           struct course_summary *summary, struct error *error)
{
    struct journal_row *rows;
    int count;
    bool done = true, found = false;
    *summary = (struct course_summary){0};
    if (!store_journals(store, class, "course", course, &rows, &count, error))
        return false;
    for (int i = 0; done && i < count; i++) { /* newest first: a later one must be better */
        struct course_summary next;
        done = read_journal(store, &rows[i], &next, error);
        if (!done)
            break;
        if (found && rank(&next) <= rank(summary)) {
            course_summary_free(&next);
            continue;
        }
        course_summary_free(summary);
        *summary = next;
        found = true;
    }
    free(rows);
    if (done && found)
        return true;
    course_summary_free(summary);
    return done &&
           error_set(error, ERROR_NOT_FOUND,
                     _("class %s has had no course yet: `yanlian course run` runs one"), class);
}

void course_summary_free(struct course_summary *summary)
{
    arena_free(summary->arena);
    *summary = (struct course_summary){0};
}
