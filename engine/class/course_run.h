/*
 * course_run.h: a course that runs, and is kept as it runs.
 *
 * A run is a journal of a class (kind "course", subject the course's id). What the trainer does is
 * an event there, committed before the function returns true and before anybody sees it; where the
 * course stands is course_state.h's function of the events and the clock. Between events, the clock
 * is written down each course second (course_run_beat, a setting of the store): after a crash or a
 * power cut the course goes on from the second that was last shown, and the gap is in the log as
 * an interruption, with its length. Leaving stops the clock.
 *
 * Time is handed in: the wall's for the log, a steady one (it never goes back) for the clock. So
 * setting the wall clock, either way, changes nothing; nor does a laptop that slept: the time it
 * slept does not count.
 *
 * Two programs on one run: the second is refused while the first is alive; should both write, the
 * store lets only one through.
 */
#ifndef YANLIAN_CLASS_COURSE_RUN_H
#define YANLIAN_CLASS_COURSE_RUN_H

#include "class/course_state.h"
#include "class/course_summary.h"
#include "script/course_file.h"
#include "store/classes.h"

struct course_time {
    int64_t wall;   /* ms since 1970 */
    int64_t steady; /* ms since any moment; never goes back */
};

struct course_time course_time_now(void);

struct course_run;

/* Who begins it, and how. */
struct course_begin {
    const char *class;
    const char *trainer; /* id */
    int speed;           /* 1; more: a rehearsal, in which segments end by themselves */
};

/* Begins a journal; the clock does not start yet. NULL on failure. The course is not kept. */
struct course_run *course_run_begin(struct store *store, const struct course_file *file,
                                    const struct course_begin *begin, struct course_time now,
                                    struct error *error);

/*
 * Goes on with journal `id`, at the second where it was: a clock that ran runs again, one that was
 * paused stays so. ERROR_NOT_ALLOWED when the course is finished, runs elsewhere, or its file has
 * other segments by now. NULL on failure.
 */
struct course_run *course_run_open(struct store *store, const struct course_file *file,
                                   const char *id, struct course_time now, struct error *error);

/*
 * The newest run of the class's course, rehearsals (or real ones) only, if it is unfinished: its id
 * in `id`, else "". False on failure.
 */
bool course_run_find(struct store *store, const char *class, const char *course, bool rehearsal,
                     char id[ULID_SIZE], struct error *error);

void course_run_free(struct course_run *run); /* frees, writes nothing; NULL is allowed */

const char *course_run_id(const struct course_run *run);
const struct course_plan *course_run_plan(const struct course_run *run);
const struct course_event *course_run_events(const struct course_run *run, int *count);
bool course_run_is_rehearsal(const struct course_run *run);
/* How it was when it was opened: -1 for begun anew, else wall ms away; *crashed: not by leaving. */
int64_t course_run_was_away(const struct course_run *run, bool *crashed);
/* Who was noted as absent last, by position, 0 behind the last; borrowed. */
const int *course_run_absent(const struct course_run *run);
bool course_run_has_presence(const struct course_run *run); /* somebody has noted who is there */

/* Where it stands at that time. Pure. */
void course_run_state(const struct course_run *run, struct course_time now,
                      struct course_state *state);

/* Writes the clock down, if a course second has begun since the last time. */
bool course_run_beat(struct course_run *run, struct course_time now, struct error *error);

/*
 * In a rehearsal, goes on to the next segment when the time of this one is up, and finishes after
 * the last; `*moved` tells. Nothing else ever moves by itself.
 */
bool course_run_advance(struct course_run *run, struct course_time now, bool *moved,
                        struct error *error);

/* ------------------------------------------------------------------ what trainers do ---- */
/* Each writes one event; ERROR_NOT_ALLOWED where it makes no sense (pausing what is paused). */

/* Positions on the roster. */
bool course_run_present(struct course_run *run, const int *present, int present_count,
                        const int *absent, int absent_count, struct course_time now,
                        struct error *error);
bool course_run_start(struct course_run *run, struct course_time now, struct error *error);
/* The other of pause and resume. */
bool course_run_pause(struct course_run *run, struct course_time now, struct error *error);
/* On to the next segment; finishes behind the last. */
bool course_run_next(struct course_run *run, struct course_time now, struct error *error);
bool course_run_back(struct course_run *run, struct course_time now, struct error *error);
/* Adds minutes to the present segment, or takes them back (below 0), leaving it a minute. */
bool course_run_extend(struct course_run *run, int minutes, struct course_time now,
                       struct error *error);
/* An answer for the board: cleaned; an empty one is refused. */
bool course_run_board(struct course_run *run, const char *words, struct course_time now,
                      struct error *error);
/* An activity of the present segment begins (id: the exercise's, or ""), or ends. */
bool course_run_activity(struct course_run *run, const char *id, bool begins,
                         struct course_time now, struct error *error);
/* Stops the clock, as the program is closed. Nothing happens when it is finished. */
bool course_run_leave(struct course_run *run, struct course_time now, struct error *error);

#endif
