/*
 * course_summary.h: a course that ran, for logs and reports: planned against actual, who was there,
 * what was on the board.
 *
 * Read from its journal alone, so that it stays true when the course's file has changed. Seconds
 * are course seconds, rounded; wall seconds are those of pauses and of time away. Everything lives in
 * the summary's arena.
 */
#ifndef YANLIAN_CLASS_COURSE_SUMMARY_H
#define YANLIAN_CLASS_COURSE_SUMMARY_H

#include "class/course_state.h"

struct course_summary_segment {
    const char *id;
    struct text title;
    enum segment_kind kind;
    int planned_seconds;  /* by the course's file */
    int extended_seconds; /* added by the trainer while it ran; below 0: taken back */
    int actual_seconds;   /* all visits together; 0: never came up */
    int visits;
};

struct course_board_line {
    int segment; /* index; -1 when the log does not say */
    int64_t at;  /* wall ms */
    const char *words;
};

struct course_summary {
    struct arena *arena;
    char journal[ULID_SIZE];
    char course[COURSE_ID_SIZE];
    char class[CLASS_ID_SIZE];
    char trainer[ULID_SIZE]; /* id */
    struct text title;
    int speed;
    bool rehearsal; /* speed is not 1 */
    enum course_status status;
    int64_t started_at; /* wall ms: the clock started; 0: it never did */
    int64_t ended_at;   /* wall ms: finished; 0: not yet */
    int planned_seconds, actual_seconds;
    int pauses, paused_seconds;      /* wall */
    int interruptions, away_seconds; /* wall; time left is in away, but is no interruption */
    struct course_summary_segment *segments;
    int segment_count;
    const int *present, *absent; /* positions on the roster, as noted last */
    int present_count, absent_count;
    bool has_presence;
    struct course_board_line *board; /* in order of time */
    int board_count;
    const struct course_event *events; /* everything, in order */
    int event_count;
};

/* Of one journal, finished or not. */
bool course_summary_load(struct store *store, const char *journal, struct course_summary *summary,
                         struct error *error);

/*
 * The latest of a class (`course` NULL: any course), a real one before a rehearsal, and one that
 * started before one that did not. ERROR_NOT_FOUND when the class has had none.
 */
bool course_summary_latest(struct store *store, const char *class, const char *course,
                           struct course_summary *summary, struct error *error);

void course_summary_free(struct course_summary *summary);

#endif
