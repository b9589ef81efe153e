/*
 * rubric.h: what a conversation is marked by: five criteria of five levels, and one overall rating.
 *
 * Which criteria there are is fixed, as gradings are kept by criterion and level for as long as
 * their sessions; what each level looks and sounds like (its anchor) is courseware, built by the
 * script layer from courseware/rubric.lua. Plain data in one arena, const from then on.
 */
#ifndef YANLIAN_CORE_RUBRIC_H
#define YANLIAN_CORE_RUBRIC_H

#include "core/model.h"

/* X(ENUM, id in files and logs), in the order in which they are shown and kept */
#define CRITERIA(X)           \
    X(OPENING, "opening")     \
    X(NEED, "need")           \
    X(OBJECTION, "objection") \
    X(REFERRAL, "referral")   \
    X(CONDUCT, "conduct")

enum criterion {
#define X(name, text) CRITERION_##name,
    CRITERIA(X)
#undef X
        CRITERION_COUNT
};

enum {
    LEVEL_MAX = 5,        /* levels and overall ratings go from 1 */
    LEVEL_BORDERLINE = 2, /* the overall rating of those who are neither in nor out */
    ANCHOR_CELLS = 90     /* on a terminal: 45 Chinese characters */
};

struct rubric_criterion {
    const char *id;
    struct text title;
    struct text note; /* how to mark where it did not come up; words "" for none */
    const char *const *sources;
    int source_count;
    struct text anchors[LEVEL_MAX]; /* [0] is level 1 */
};

struct rubric {
    const char *id;
    const char *file;
    struct rubric_criterion criteria[CRITERION_COUNT];
    struct text overall[LEVEL_MAX];
};

const char *criterion_id(enum criterion criterion);

#endif
