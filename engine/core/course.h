/*
 * course.h: a course as data: what happens in which minute, what to say, what a good answer holds.
 *
 * A course is a list of segments, one after the other, that sum to its minutes. Built by the script
 * layer from courseware/courses/ID.lua; plain data in one arena, const from then on.
 */
#ifndef YANLIAN_CORE_COURSE_H
#define YANLIAN_CORE_COURSE_H

#include "core/model.h"

enum { SEGMENT_MAX = 40, COURSE_MINUTES_MAX = 480 };

/* X(ENUM, name in files) */
#define SEGMENT_KINDS(X)      \
    X(TALK, "talk")           \
    X(DISCUSS, "discuss")     \
    X(EXERCISE, "exercise")   \
    X(ROLE_PLAY, "role-play") \
    X(WRAP_UP, "wrap-up")

enum segment_kind {
#define X(name, text) SEGMENT_##name,
    SEGMENT_KINDS(X)
#undef X
        SEGMENT_KIND_COUNT
};

const char *segment_kind_name(enum segment_kind kind);

struct texts {
    const struct text *items;
    int count;
};

struct segment {
    const char *id;
    enum segment_kind kind;
    int minutes; /* planned */
    struct text title;
    struct texts objectives;    /* what people can do afterwards */
    struct texts notes;         /* the speaker's: what to say and do, a paragraph each */
    struct texts slides;        /* points shown to the class: a line each; may be empty */
    struct texts prompts;       /* questions to the class; at least one in a discussion */
    struct texts answers;       /* what a good answer holds */
    int time_low, time_high;    /* discuss: minutes that the discussion is given; 0: no time set */
    const char *const *sources; /* curriculum ids */
    int source_count;
    const char *exercise;         /* id of the exercise; NULL for none */
    const char *const *scenarios; /* role-play: ids of scenarios to choose from */
    int scenario_count;
    int file_line;
};

/* What the curriculum asks of the course as a whole (EC-0); the loader holds the segments to it. */
struct frame {
    int role_play_low, role_play_high; /* minutes */
    int discussions;                   /* how many */
    int timed;                         /* of these have a time, which is, in order: */
    int time_low[8], time_high[8];     /* minutes */
    int exercise_minutes;              /* of the written exercise; 0: none is asked for */
};

struct course {
    const char *id;
    const char *file;
    struct text title, aim;
    const char *const *sources;
    int source_count;
    int minutes;
    struct frame frame;
    const struct segment *segments;
    int segment_count;
};

#endif
