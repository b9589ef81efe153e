/*
 * course_state.h: where a course stands, as a pure function of what happened and of its clock.
 *
 * A course that runs is a journal (store/journal.h) of the events below, and nothing else is state.
 * Its *clock* is course time: milliseconds that the course has run, not counting pauses, time away
 * and crashes; at 60x it runs sixty times as fast as the wall. Each event carries the clock at which
 * it happened, so that what is shown later does not hang on the wall clock, which people set back.
 *
 *     planned    what the course's file gives a segment
 *     extended   what the trainer added or took back while it ran
 *     actual     what it took; several visits (after going back) add up
 *     behind     how much later than planned the course will end if the present segment and those
 *                after it take what they have left (nothing, once they are over). Below 0: ahead.
 *
 * So a segment that ends early puts the course ahead by what was left of it, one that runs over puts
 * it behind second by second, and an extension does so at once.
 */
#ifndef YANLIAN_CLASS_COURSE_STATE_H
#define YANLIAN_CLASS_COURSE_STATE_H

#include <stdint.h>

#include "base/arena.h"
#include "core/course.h"
#include "store/journal.h"

enum {
    COURSE_ID_SIZE = 49,
    COURSE_DIGEST_SIZE = 65,
    COURSE_BOARD_MAX = 360, /* bytes of a line on the board */
    COURSE_SPEED_MAX = 600
};

/* X(ENUM, name in the log) */
#define COURSE_EVENTS(X)                                                                   \
    X(BEGIN, "begin")         /* the plan, as it was then */                               \
    X(PRESENT, "present")     /* who is here and who is not; the last one holds */         \
    X(START, "start")         /* the clock starts, in the first segment */                 \
    X(NEXT, "next")           /* on to the next segment, the time of this one being up */  \
    X(SKIP, "skip")           /* on to the next before that */                             \
    X(BACK, "back")           /* to the segment before */                                  \
    X(PAUSE, "pause")         /* the clock stops */                                        \
    X(RESUME, "resume")       /* and goes on: after a pause, a leave or an interruption */ \
    X(EXTEND, "extend")       /* the segment gets time, or loses it */                     \
    X(BOARD, "board")         /* an answer is noted under the segment */                   \
    X(ACTIVITY, "activity")   /* an exercise or the role-play is opened ... */             \
    X(RETURN, "return")       /* ... and closed */                                         \
    X(LEAVE, "leave")         /* the program is closed: the clock stops */                 \
    X(INTERRUPT, "interrupt") /* noted afterwards: the program ended without closing */    \
    X(FINISH, "finish")       /* the course is over */

enum course_event_kind {
#define X(name, text) COURSE_##name,
    COURSE_EVENTS(X)
#undef X
        COURSE_EVENT_COUNT
};

const char *course_event_name(enum course_event_kind kind);

struct course_event {
    enum course_event_kind kind;
    int64_t at;       /* wall ms, as logged */
    int64_t clock;    /* course ms */
    int segment;      /* that it is about, or that is gone to; -1 for none */
    int64_t amount;   /* EXTEND: course ms, below 0 when taken back; INTERRUPT: wall ms away */
    const char *text; /* BOARD: the words; ACTIVITY: the exercise's id, or "" */
    const int *present, *absent; /* PRESENT: positions on the roster */
    int present_count, absent_count;
};

struct plan_segment {
    char id[COURSE_ID_SIZE];
    enum segment_kind kind;
    int64_t planned; /* ms */
    struct text title;
};

/* What the course was when it began: its file may change afterwards. */
struct course_plan {
    char course[COURSE_ID_SIZE];
    char digest[COURSE_DIGEST_SIZE];
    struct text title;
    int speed;       /* 1; more in a rehearsal */
    int64_t planned; /* ms: all segments */
    struct plan_segment segments[SEGMENT_MAX];
    int count;
};

/* WAITING: begun, its clock never started. LEFT: its clock was stopped by leaving or a crash. */
enum course_status { COURSE_WAITING, COURSE_RUNNING, COURSE_PAUSED, COURSE_LEFT, COURSE_FINISHED };

struct segment_state {
    int64_t extended, actual; /* ms */
    int visits;
};

struct course_state {
    enum course_status status;
    int segment; /* -1: while waiting */
    int64_t clock;
    struct segment_state segments[SEGMENT_MAX];
    int64_t segment_left; /* of the present one; below 0: over by */
    int64_t class_left;   /* of the planned whole; below 0: over by */
    int64_t behind;       /* below 0: ahead */
    int pauses, interruptions;
    int64_t paused, away; /* wall ms of pauses, and of time away (left or interrupted) */
    int64_t stopped_at;   /* wall ms at which the clock stopped last */
};

/*
 * The state after these events when the course's clock stands at `clock`. Time counts only while it
 * runs; a clock that goes back, or an event out of place, changes nothing.
 */
void course_fold(const struct course_plan *plan, const struct course_event *events, int count,
                 int64_t clock, struct course_state *state);

/* ------------------------------------------------------------------------- the journal ---- */

/* The payload of the first event, and back; the caller frees the text. */
char *course_plan_to_json(const struct course *course, const char *digest, int speed);

/*
 * The plan and the events of a journal, in `arena`. ERROR_TAMPERED when they are not what a course
 * writes. `*events` has `count` of them.
 */
bool course_read(const struct event_row *rows, int count, struct arena *arena,
                 struct course_plan *plan, struct course_event **events, struct error *error);

/* One more event of the same journal. */
bool course_read_event(const struct event_row *row, const struct course_plan *plan,
                       struct arena *arena, struct course_event *event, struct error *error);

/* Index of the plan's segment of that id, or -1. */
int course_plan_find(const struct course_plan *plan, const char *id);

/* Whether the course still has the plan's segments: the same ids, kinds and minutes. */
bool course_plan_matches(const struct course_plan *plan, const struct course *course);

#endif
