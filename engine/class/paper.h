/*
 * paper.h: what is marked, opened for reading: a session that was played, one that was watched, or
 * an exercise's result.
 *
 * A played session is replayed from its log, a live one follows from its ticks, an exercise's
 * answer is marked again; so the machine's verdicts and points shown here are those of the log. A
 * paper that is marked blind carries no name.
 */
#ifndef YANLIAN_CLASS_PAPER_H
#define YANLIAN_CLASS_PAPER_H

#include "base/buffer.h"
#include "practice/debrief.h"
#include "store/grades.h"

struct sitting; /* exercise_sitting.h */
struct live;    /* live.h */

enum paper_kind { PAPER_PLAYED, PAPER_LIVE, PAPER_EXERCISE };

struct paper {
    enum paper_kind kind;
    char subject[ULID_SIZE];   /* the session's or result's id */
    char class[CLASS_ID_SIZE]; /* "" for none */
    struct person person;      /* all "" when marked blind */
    int64_t ended_at;          /* wall ms */
    double score;              /* 0..100: the machine's */
    /* Of sessions. */
    const struct scenario *scenario; /* NULL for an exercise */
    const struct rule_state *rules;  /* the machine's, ended; one a rule of the scenario */
    struct play *play;               /* PAPER_PLAYED; else NULL. Its row has the name. */
    struct live *live;               /* PAPER_LIVE; else NULL. Its row has the name. */
    struct sitting *sitting;         /* PAPER_EXERCISE; else NULL. Its row has the name. */
    bool blind;
};

/* Of a session: `exercise` false. NULL on failure; close with paper_close. */
struct paper *paper_open(struct store *store, bool exercise, const char *subject, bool blind,
                         struct error *error);
void paper_close(struct paper *paper); /* NULL is allowed */

/* The machine's judgement, for sessions. Without turns for a live one. */
void paper_debrief(const struct paper *paper, enum language language, struct debrief *debrief);

/* Whose it is, as the queue says it (queue_who). */
const char *paper_who(const struct paper *paper);

/* The scenario's or exercise's title. */
const char *paper_title(const struct paper *paper, enum language language);

/*
 * Adds what was answered to a part of an exercise. Marked blind, the person's own name in it is
 * covered.
 */
void paper_answer(const struct paper *paper, int task, int part, enum language language,
                  struct buffer *out);

#endif
