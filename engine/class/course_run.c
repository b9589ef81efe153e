/* course_run.c: begins, opens and moves a run of a course, an event at a time. */
#include "class/course_run.h"

#include <cjson/cJSON.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/words.h"
#include "class/course_beat.h"

enum {
    MINUTE_MS = 60 * 1000,
    EXTENDED_MAX_MS = 120 * MINUTE_MS, /* by which a segment may be extended in all */
    ALIVE_MS = 5 * 1000,               /* a beat no older than that may be of a living program */
    LATE_MS = 1000                     /* wall ms by which a rehearsal's move may be dated back */
};

struct course_run {
    struct store *store;
    struct journal_row row;
    struct arena *arena;
    struct course_plan plan;
    struct course_event *events; /* malloced: grows; what they point to is in the arena */
    int count;
    struct course_state state; /* after the last event */
    struct course_time since;  /* when the clock was at state.clock and started, while it runs */
    int64_t since_clock;       /* ... and what it showed */
    int64_t beat_second;       /* course second of the last beat; -1 for none */
    int64_t away;              /* wall ms; -1: begun anew */
    bool crashed;
};

struct course_time course_time_now(void)
{
    return (struct course_time){.wall = clock_wall_ms(), .steady = clock_monotonic_ms()};
}

/* ------------------------------------------------------------------------------ the clock ---- */

static int64_t clock_at(const struct course_run *run, struct course_time now)
{
    int64_t spent = now.steady - run->since.steady;
    if (run->state.status != COURSE_RUNNING || spent < 0)
        return run->state.clock;
    return run->since_clock + spent * run->plan.speed;
}

void course_run_state(const struct course_run *run, struct course_time now,
                      struct course_state *state)
{
    course_fold(&run->plan, run->events, run->count, clock_at(run, now), state);
}

static void refold(struct course_run *run, struct course_time now)
{
    bool ran = run->state.status == COURSE_RUNNING;
    course_fold(&run->plan, run->events, run->count, 0, &run->state);
    if (run->state.status == COURSE_RUNNING && !ran) {
        run->since = now;
        run->since_clock = run->state.clock;
    }
}

/* -------------------------------------------------------------------------------- events ---- */

static struct course_event *new_event(struct course_run *run)
{
    struct course_event *grown =
        realloc(run->events, (size_t)(run->count + 1) * sizeof *run->events);
    if (!grown)
        abort();
    run->events = grown;
    return &run->events[run->count];
}

/* Writes the event, and reads it back as it would be after a restart. Takes `payload`. */
static bool append_at(struct course_run *run, enum course_event_kind kind, cJSON *payload,
                      int64_t clock, struct course_time now, struct error *error)
{
    cJSON_AddNumberToObject(payload, "clock", (double)clock);
    char *json = cJSON_PrintUnformatted(payload);
    cJSON_Delete(payload);
    if (!json)
        abort();
    bool done =
        store_append_journal(run->store, &run->row, course_event_name(kind), json, now.wall, error);
    if (done) {
        struct event_row row = {.seq = run->row.event_count, .at = now.wall, .payload = json};
        snprintf(row.kind, sizeof row.kind, "%s", course_event_name(kind));
        done = course_read_event(&row, &run->plan, run->arena, new_event(run), error);
        run->count += done;
        refold(run, now);
    }
    free(json);
    return done;
}

static bool append(struct course_run *run, enum course_event_kind kind, cJSON *payload,
                   struct course_time now, struct error *error)
{
    return append_at(run, kind, payload, clock_at(run, now), now, error);
}

static cJSON *about_segment(const struct course_run *run, int segment)
{
    cJSON *payload = cJSON_CreateObject();
    cJSON_AddStringToObject(payload, "segment", run->plan.segments[segment].id);
    return payload;
}

static bool refuse(const char *why, struct error *error)
{
    return error_set(error, ERROR_NOT_ALLOWED, "%s", why);
}

/* In a segment and not finished. */
static bool is_on(const struct course_run *run, struct error *error)
{
    if (run->state.status == COURSE_FINISHED)
        return refuse(_("the course is finished"), error);
    return run->state.segment >= 0 || refuse(_("the course has not started yet"), error);
}

/* ------------------------------------------------------------------------ begin and open ---- */

static struct course_run *run_new(struct store *store)
{
    struct course_run *run = calloc(1, sizeof *run);
    if (!run)
        abort();
    run->store = store;
    run->arena = arena_new();
    run->beat_second = -1;
    run->away = -1;
    return run;
}

void course_run_free(struct course_run *run)
{
    if (!run)
        return;
    arena_free(run->arena);
    free(run->events);
    free(run);
}

/* Reads the plan and what happened so far from the journal. */
static bool read_events(struct course_run *run, struct course_time now, struct error *error)
{
    struct event_row *rows;
    struct course_event *events;
    int count;
    if (!store_journal_events(run->store, run->row.id, &rows, &count, error))
        return false;
    bool done = course_read(rows, count, run->arena, &run->plan, &events, error);
    store_free_events(rows, count);
    if (!done)
        return false;
    run->events = malloc((size_t)count * sizeof *events);
    if (!run->events)
        abort();
    memcpy(run->events, events, (size_t)count * sizeof *events);
    run->count = count;
    refold(run, now);
    return true;
}

/* The journal and its first event are written together: a journal without a plan is of no use. */
struct beginning {
    struct course_run *run;
    const char *plan;
    int64_t wall;
};

static bool write_beginning(void *data, struct error *error)
{
    const struct beginning *beginning = data;
    struct course_run *run = beginning->run;
    return store_begin_journal(run->store, &run->row, beginning->wall, error) &&
           store_append_journal(run->store, &run->row, course_event_name(COURSE_BEGIN),
                                beginning->plan, beginning->wall, error);
}

struct course_run *course_run_begin(struct store *store, const struct course_file *file,
                                    const struct course_begin *begin, struct course_time now,
                                    struct error *error)
{
    const struct course *course = course_file_course(file);
    struct course_run *run = run_new(store);
    struct journal_row *row = &run->row;
    snprintf(row->class, sizeof row->class, "%s", begin->class);
    snprintf(row->what, sizeof row->what, "course");
    snprintf(row->subject, sizeof row->subject, "%s", course->id);
    snprintf(row->trainer, sizeof row->trainer, "%s", begin->trainer);
    char *plan = course_plan_to_json(course, course_file_digest(file), begin->speed);
    struct beginning beginning = {.run = run, .plan = plan, .wall = now.wall};
    bool done =
        store_together(store, write_beginning, &beginning, error) && read_events(run, now, error);
    free(plan);
    if (done)
        return run;
    course_run_free(run);
    return NULL;
}

/* Whether the program that wrote the beat still lives, by all that can be told. */
static bool is_alive(const struct course_beat *beat, struct course_time now)
{
    return beat->process > 0 && beat->process != getpid() && now.wall - beat->at < ALIVE_MS &&
           now.wall - beat->at > -ALIVE_MS && kill((pid_t)beat->process, 0) == 0;
}

/* The clock ran when the program ended: notes what is known of that. */
static bool note_interruption(struct course_run *run, struct course_time now, struct error *error)
{
    const struct course_event *last = &run->events[run->count - 1];
    struct course_beat beat = {.clock = run->state.clock, .at = last->at};
    struct error reading = {0};
    if (!course_beat_read(run->store, run->row.id, &beat, &reading) && reading.code != ERROR_NONE) {
        if (error)
            *error = reading;
        return false;
    }
    if (is_alive(&beat, now))
        return refuse(_("this course is running in another window: go on there, or close it first"),
                      error);
    if (beat.clock < run->state.clock) /* something was logged after the last beat */
        beat = (struct course_beat){.clock = run->state.clock, .at = last->at};
    run->crashed = true;
    run->away = now.wall > beat.at ? now.wall - beat.at : 0;
    cJSON *payload = about_segment(run, run->state.segment);
    cJSON_AddNumberToObject(payload, "away_ms", (double)run->away);
    return append_at(run, COURSE_INTERRUPT, payload, beat.clock, now, error);
}

static bool pick_up(struct course_run *run, struct course_time now, struct error *error)
{
    run->away = 0;
    if (run->state.status == COURSE_FINISHED)
        return refuse(_("this course is finished; --new begins it anew"), error);
    if (run->state.status == COURSE_RUNNING && !note_interruption(run, now, error))
        return false;
    if (run->state.status == COURSE_PAUSED || run->state.status == COURSE_LEFT) {
        int64_t stopped = now.wall - run->state.stopped_at;
        run->away = run->crashed ? run->away : stopped > 0 ? stopped : 0;
    }
    if (run->state.status == COURSE_LEFT)
        return append(run, COURSE_RESUME, about_segment(run, run->state.segment), now, error);
    return true;
}

struct course_run *course_run_open(struct store *store, const struct course_file *file,
                                   const char *id, struct course_time now, struct error *error)
{
    struct course_run *run = run_new(store);
    bool done = store_journal(store, id, &run->row, error) && read_events(run, now, error);
    if (done && !course_plan_matches(&run->plan, course_file_course(file)))
        done = refuse(_("the course's file has other segments than when this run began: --new "
                        "begins anew"),
                      error);
    if (done && pick_up(run, now, error))
        return run;
    course_run_free(run);
    return NULL;
}

bool course_run_find(struct store *store, const char *class, const char *course, bool rehearsal,
                     char id[ULID_SIZE], struct error *error)
{
    struct journal_row *rows;
    int count;
    bool done = true, found = false;
    id[0] = '\0';
    if (!store_journals(store, class, "course", course, &rows, &count, error))
        return false;
    for (int i = 0; done && !found && i < count; i++) {
        struct course_summary summary;
        done = course_summary_load(store, rows[i].id, &summary, error);
        found = done && summary.rehearsal == rehearsal;
        if (found && summary.status != COURSE_FINISHED)
            memcpy(id, rows[i].id, ULID_SIZE);
        if (done)
            course_summary_free(&summary);
    }
    free(rows);
    return done;
}

/* --------------------------------------------------------------------------------- asking ---- */

const char *course_run_id(const struct course_run *run)
{
    return run->row.id;
}

const struct course_plan *course_run_plan(const struct course_run *run)
{
    return &run->plan;
}

const struct course_event *course_run_events(const struct course_run *run, int *count)
{
    *count = run->count;
    return run->events;
}

bool course_run_is_rehearsal(const struct course_run *run)
{
    return run->plan.speed != 1;
}

int64_t course_run_was_away(const struct course_run *run, bool *crashed)
{
    *crashed = run->crashed;
    return run->away;
}

static const struct course_event *last_presence(const struct course_run *run)
{
    for (int i = run->count - 1; i >= 0; i--) {
        if (run->events[i].kind == COURSE_PRESENT)
            return &run->events[i];
    }
    return NULL;
}

const int *course_run_absent(const struct course_run *run)
{
    static const int nobody[] = {0};
    const struct course_event *event = last_presence(run);
    return event ? event->absent : nobody;
}

bool course_run_has_presence(const struct course_run *run)
{
    return last_presence(run) != NULL;
}

/* ---------------------------------------------------------------------- beat and advance ---- */

bool course_run_beat(struct course_run *run, struct course_time now, struct error *error)
{
    struct course_beat beat = {
        .clock = clock_at(run, now), .at = now.wall, .process = (int64_t)getpid()};
    if (run->state.status != COURSE_RUNNING || beat.clock / 1000 == run->beat_second)
        return true;
    if (!course_beat_write(run->store, run->row.id, &beat, error))
        return false;
    run->beat_second = beat.clock / 1000;
    return true;
}

static bool finish(struct course_run *run, int64_t clock, struct course_time now,
                   struct error *error)
{
    return append_at(run, COURSE_FINISH, about_segment(run, run->state.segment), clock, now, error);
}

bool course_run_advance(struct course_run *run, struct course_time now, bool *moved,
                        struct error *error)
{
    struct course_state state;
    course_run_state(run, now, &state);
    *moved = false;
    if (!course_run_is_rehearsal(run) || state.status != COURSE_RUNNING || state.segment_left > 0)
        return true;
    /* The move belongs to the moment when the time was up, not to when it was seen. */
    int64_t late = -state.segment_left, most = (int64_t)LATE_MS * run->plan.speed;
    int64_t clock = state.clock - (late < most ? late : 0);
    *moved = true;
    if (state.segment + 1 >= run->plan.count)
        return finish(run, clock, now, error);
    return append_at(run, COURSE_NEXT, about_segment(run, state.segment + 1), clock, now, error);
}

/* ------------------------------------------------------------------- what trainers do ---- */

static void add_positions(cJSON *payload, const char *name, const int *positions, int count)
{
    cJSON_AddItemToObject(payload, name, cJSON_CreateIntArray(positions, count));
}

bool course_run_present(struct course_run *run, const int *present, int present_count,
                        const int *absent, int absent_count, struct course_time now,
                        struct error *error)
{
    if (run->state.status == COURSE_FINISHED)
        return is_on(run, error);
    cJSON *payload = cJSON_CreateObject();
    add_positions(payload, "present", present, present_count);
    add_positions(payload, "absent", absent, absent_count);
    return append(run, COURSE_PRESENT, payload, now, error);
}

bool course_run_start(struct course_run *run, struct course_time now, struct error *error)
{
    if (run->state.status != COURSE_WAITING)
        return refuse(_("the course has started already"), error);
    return append(run, COURSE_START, about_segment(run, 0), now, error);
}

bool course_run_pause(struct course_run *run, struct course_time now, struct error *error)
{
    if (!is_on(run, error))
        return false;
    bool running = run->state.status == COURSE_RUNNING;
    return append(run, running ? COURSE_PAUSE : COURSE_RESUME,
                  about_segment(run, run->state.segment), now, error);
}

bool course_run_next(struct course_run *run, struct course_time now, struct error *error)
{
    struct course_state state;
    if (!is_on(run, error))
        return false;
    course_run_state(run, now, &state);
    if (state.segment + 1 >= run->plan.count)
        return finish(run, state.clock, now, error);
    return append(run, state.segment_left > 0 ? COURSE_SKIP : COURSE_NEXT,
                  about_segment(run, state.segment + 1), now, error);
}

bool course_run_back(struct course_run *run, struct course_time now, struct error *error)
{
    if (!is_on(run, error))
        return false;
    if (run->state.segment == 0)
        return refuse(_("this is the first segment"), error);
    return append(run, COURSE_BACK, about_segment(run, run->state.segment - 1), now, error);
}

bool course_run_extend(struct course_run *run, int minutes, struct course_time now,
                       struct error *error)
{
    if (!is_on(run, error))
        return false;
    int segment = run->state.segment;
    int64_t ms = (int64_t)minutes * MINUTE_MS;
    int64_t extended = run->state.segments[segment].extended + ms;
    if (run->plan.segments[segment].planned + extended < MINUTE_MS)
        return refuse(_("a segment keeps at least a minute: go on to the next instead"), error);
    if (extended > EXTENDED_MAX_MS)
        return refuse(_("a segment can't be extended by more than two hours"), error);
    cJSON *payload = about_segment(run, segment);
    cJSON_AddNumberToObject(payload, "ms", (double)ms);
    return append(run, COURSE_EXTEND, payload, now, error);
}

bool course_run_board(struct course_run *run, const char *words, struct course_time now,
                      struct error *error)
{
    if (!is_on(run, error))
        return false;
    char *clean = text_clean(words, strlen(words), COURSE_BOARD_MAX, false);
    if (clean[0] == '\0') {
        free(clean);
        return refuse(_("there is nothing to put on the board"), error);
    }
    cJSON *payload = about_segment(run, run->state.segment);
    cJSON_AddStringToObject(payload, "text", clean);
    free(clean);
    return append(run, COURSE_BOARD, payload, now, error);
}

bool course_run_activity(struct course_run *run, const char *id, bool begins,
                         struct course_time now, struct error *error)
{
    if (!is_on(run, error))
        return false;
    cJSON *payload = about_segment(run, run->state.segment);
    cJSON_AddStringToObject(payload, "id", id);
    return append(run, begins ? COURSE_ACTIVITY : COURSE_RETURN, payload, now, error);
}

bool course_run_leave(struct course_run *run, struct course_time now, struct error *error)
{
    if (run->state.status != COURSE_RUNNING && run->state.status != COURSE_PAUSED)
        return true;
    return append(run, COURSE_LEAVE, about_segment(run, run->state.segment), now, error);
}
