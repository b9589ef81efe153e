/*
 * check_parts.h: what the parts of a check share. Private to check*.c.
 *
 * A check runs in one order: load (check.c), solve, survey (check_survey.c: one pass over all
 * states and one over all situations, which only count), then whoever makes findings of the counts:
 * faults, smells, reading load. Nobody goes over the states again.
 */
#ifndef YANLIAN_SOLVE_CHECK_PARTS_H
#define YANLIAN_SOLVE_CHECK_PARTS_H

#include "solve/check.h"

/* Two values nearer than this are the same: sums of doubles in different orders. */
#define SAME 1e-9
#define PLAUSIBLE 15.0 /* points: a pick that costs more is a blunder (design: decision review) */
#define PASS_SCORE 60.0
#define NEVER 255 /* turns to a pass where there is none */

struct response_survey {
    uint64_t best, only_best;    /* states at which picks differ in best */
    double least_cost;           /* over the states where it is offered; 101: none */
    bool seen_open, seen_closed; /* in some situation */
    uint16_t together, differ;   /* bit j: offered beside response j; led elsewhere */
    int crowd;                   /* responses that at once led to the same, itself included */
    int rows[LANGUAGE_COUNT];    /* on the play screen */
};

struct node_survey {
    uint64_t states;                  /* with something to pick */
    uint64_t choices;                 /* states at which picks differ in best */
    uint64_t longest[LANGUAGE_COUNT]; /* of these: the longest response is a best one */
    uint64_t first;                   /* of these: the first in the file is */
    double spread;                    /* the most by which picks differ, in any value */
    uint32_t most_picks;
    bool played, ends; /* offers something in some state; an ending can follow one */
    bool stuck;
    uint32_t stuck_situation;
    int rows[LANGUAGE_COUNT]; /* most that open responses take */
    struct response_survey responses[RESPONSE_MAX];
};

struct survey {
    struct node_survey *nodes;
    uint8_t *shortest[TURN_MAX + 2]; /* by turn and state: turns to the nearest pass, or NEVER */
    double pass, stray;              /* of random plays */
    double highest;                  /* score of any play */
    uint8_t moods;                   /* seen, a bit each */
    unsigned draws_shown;            /* a bit a draw */
};

struct check {
    struct check_report *report;
    const struct bundle *bundle;
    const struct scenario *scenario;
    struct locator *locator; /* of the scenario file */
    struct solution *solution;
    struct solution *wide;               /* the same with silences; may be `solution` itself */
    const struct check_options *options; /* may be NULL */
    struct solve_options limits;
    struct survey survey;
    int capacity; /* of the report's findings */
};

/* What a finding is about. Zero and NULL where there is none. */
struct place {
    const char *file; /* NULL: the scenario's */
    int line;
    const struct node *node;
    const struct response *response;
};

void check_add(struct check *check, enum diagnostic diagnostic, struct place place,
               const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Line of a path in the scenario file, such as "rules". */
int check_line(const struct check *check, const char *path);
struct place check_at_node(const struct node *node);
struct place check_at_response(const struct node *node, const struct response *response);

void check_survey(struct check *check);       /* states: values */
void check_survey_reach(struct check *check); /* situations: what happens at all */
void check_survey_free(struct check *check);

void check_stuck(struct check *check);
void check_faults(struct check *check);
void check_rules(struct check *check);
void check_draws(struct check *check);
void check_smells(struct check *check);
void check_reading(struct check *check);
void check_summarise_begin(struct check *check); /* before the survey: makes the tables it fills */
void check_summarise(struct check *check);

/* Rows that a response takes on the play screen. */
int check_response_rows(const struct response *response, enum language language);
int check_characters(const char *text);

/* True for a score that passes; what score_compute would say. */
bool check_passes(struct worth worth);

#endif
