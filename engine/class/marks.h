/*
 * marks.h: what the events of a grading come to.
 *
 * A grading is a journal; these are its events, and nothing but them is state:
 *
 *     begin    marking (1 or 2), blind, score (the machine's), rubric (its digest)
 *     rate     criterion, level, was (0: not rated before)
 *     overall  level, was
 *     comment  text ("" takes it away); turn, when it is about one and not about the whole
 *     adjust   rule ("pack/rule"), from, to (verdicts), reason
 *     submit   score, critical
 *     reopen   reason
 *
 * Each carries its time and the journal its trainer, so who changed what, when, from what to what
 * and why stays on record, whatever is done afterwards. Between submit and reopen nothing else
 * happens.
 *
 * A verdict is adjusted to kept, broken or not called for (or back to what the machine says). The
 * adjusted score is the machine's formula over the adjusted verdicts: kept has mark 1, broken mark
 * 0, and a rule that was not called for leaves the sum. A critical rule counts as adjusted too.
 */
#ifndef YANLIAN_CLASS_MARKS_H
#define YANLIAN_CLASS_MARKS_H

#include "core/score.h"
#include "store/grades.h"

enum {
    COMMENT_BYTES = 1000, /* of one comment or reason */
    COMMENT_OVERALL = -1, /* the turn of a comment on the whole */
    VERDICT_MACHINE = -1  /* not adjusted */
};

struct adjustment {
    int verdict;  /* enum verdict; VERDICT_MACHINE */
    char *reason; /* of the latest change; NULL when there was none */
    int64_t at;
};

struct marks {
    bool begun, blind, submitted;
    int levels[CRITERION_COUNT]; /* 1..5; 0: not rated */
    int overall;
    char *comment;                /* on the whole; NULL for none */
    char *comments[TURN_MAX + 1]; /* by turn; 0 is the opening */
    struct adjustment adjustments[RULE_MAX];
    double score; /* of the latest submission */
    bool critical;
};

void marks_begin(struct marks *marks);                          /* nothing marked yet */
void marks_clear(struct marks *marks);                          /* frees what it holds */
void marks_copy(const struct marks *marks, struct marks *copy); /* the caller clears it too */

/*
 * Takes one event in. `scenario` is NULL for an exercise. ERROR_TAMPERED when the event makes no
 * sense here; the marks are as before then.
 */
bool marks_apply(struct marks *marks, const struct scenario *scenario,
                 const struct event_row *event, struct error *error);

/* All events up to and at the time `until` (INT64_MAX: all). The caller clears the marks. */
bool marks_fold(struct marks *marks, const struct scenario *scenario,
                const struct event_row *events, int count, int64_t until, struct error *error);

/*
 * Without the adjustments, which alone need the scenario: what they came to is in the score that
 * was submitted.
 */
bool marks_fold_levels(struct marks *marks, const struct event_row *events, int count,
                       int64_t until, struct error *error);

/* The verdict of a rule as adjusted; `machine` is the state that the machine ended with. */
enum verdict marks_verdict(const struct marks *marks, const struct scenario *scenario,
                           const struct rule_state *machine, int rule);
/* All states as adjusted, to score by. */
void marks_states(const struct marks *marks, const struct scenario *scenario,
                  const struct rule_state *machine, struct rule_state states[RULE_MAX]);

/* From the name of a verdict that a conversation ends with ("kept", "not-activated" ...). */
bool verdict_parse(const char *name, enum verdict *verdict);

/* "pack/rule": as rules are named in logs. */
#define RULE_NAME_SIZE 128
void rule_name(const struct scenario *scenario, int rule, char out[RULE_NAME_SIZE]);
/* By that name, or by the rule's alone where only one pack has it; -1 for none. */
int rule_find(const struct scenario *scenario, const char *name);

/* What is missing before it can be submitted: index of a criterion, CRITERION_COUNT for the overall
   rating; -1 for nothing. An exercise needs the overall rating only. */
int marks_missing(const struct marks *marks, bool exercise);

const char *criterion_label(enum criterion criterion); /* in the interface's language */

#endif
