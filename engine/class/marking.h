/*
 * marking.h: one trainer marks one session or exercise result.
 *
 * Opening a marking claims nothing: the first thing that is put down begins its journal (marks.h).
 * Each call below that changes something is one event on disk before it returns, and changes
 * nothing when it fails. The same trainer never has both markings of a session; what another
 * trainer put down is shown (`others`) only once every marking that is wanted was submitted.
 *
 * A marking may be looked at and not written when others have it: `may_write` tells. Once submitted
 * it has to be reopened, with a reason, before anything else changes.
 */
#ifndef YANLIAN_CLASS_MARKING_H
#define YANLIAN_CLASS_MARKING_H

#include "class/grading.h"
#include "class/marks.h"
#include "class/paper.h"

struct marking_options {
    const struct class_row *class;
    const struct trainer *trainer;
    bool blind;
    const char *rubric; /* the rubric's digest, for the record */
};

/* What another trainer put down, when it may be seen. */
struct other_marking {
    struct grade_row row;
    char trainer[STORE_NAME_MAX + 1];
    struct marks marks;
};

struct marking {
    struct store *store; /* borrowed */
    struct class_row class;
    struct trainer trainer;
    bool blind;
    char rubric[STORE_DIGEST_SIZE];
    struct paper *paper;
    enum grading_state state;
    bool twice;           /* marked by two trainers */
    bool may_write;       /* this trainer's, begun or still to begin */
    struct grade_row row; /* row.journal is "" until it is begun */
    struct journal_row journal;
    struct marks marks;
    struct other_marking others[2];
    int other_count;
};

struct marking *marking_open(struct store *store, const struct marking_options *options,
                             bool exercise, const char *subject, struct error *error);
void marking_close(struct marking *marking); /* NULL is allowed */

bool marking_rate(struct marking *marking, enum criterion criterion, int level,
                  struct error *error);
bool marking_overall(struct marking *marking, int level, struct error *error);
/* `turn` may be COMMENT_OVERALL; an empty text takes the comment away. */
bool marking_comment(struct marking *marking, int turn, const char *text, struct error *error);
/* `to`: kept, broken, not called for, or what the machine says. A reason is needed. */
bool marking_adjust(struct marking *marking, int rule, enum verdict to, const char *reason,
                    struct error *error);
/* Needs all five criteria and the overall rating (of an exercise the latter only). */
bool marking_submit(struct marking *marking, struct error *error);
bool marking_reopen(struct marking *marking, const char *reason, struct error *error);

/* The score as adjusted so far. */
double marking_score(const struct marking *marking, bool *critical);

/* The verdict of a rule as this marking has it; of the machine. Not for an exercise. */
enum verdict marking_verdict(const struct marking *marking, int rule);
enum verdict marking_machine(const struct marking *marking, int rule);

/*
 * All that was put down, by this trainer and by those that may be seen, oldest first: who, when and
 * what, in the interface's language. Free with marking_free_history.
 */
struct history_line {
    int64_t at;
    char trainer[STORE_NAME_MAX + 1];
    char *words; /* "accept-first: kept -> broken (reason)" */
};
bool marking_history(const struct marking *marking, struct history_line **lines, int *count,
                     struct error *error);
void marking_free_history(struct history_line *lines, int count);

#endif
