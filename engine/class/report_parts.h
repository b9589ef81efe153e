/*
 * report_parts.h: a report while it is being made. Private to report*.c.
 */
#ifndef YANLIAN_CLASS_REPORT_PARTS_H
#define YANLIAN_CLASS_REPORT_PARTS_H

#include "class/report.h"
#include "script/loader.h"

struct outline_node { /* where a node of a text stands in the report */
    int node;
    int responses[RESPONSE_MAX + 1]; /* the last: of the form; -1: there is none */
};

/* A text that was played, and what its indexes mean; read when the first fact names it. */
struct outline {
    struct outline_row row;
    bool read;
    int scenario;
    struct outline_node *nodes;
    int node_count;
    int rules[RULE_MAX]; /* index in the report's rules */
    bool critical[RULE_MAX];
    int rule_count;
    struct loaded *loaded; /* kept while there are markings to read; else NULL */
};

struct making {
    struct store *store;
    struct report *report;
    const struct report_options *options;
    struct outline *outlines; /* by number */
    int outline_count;
    struct final_score *finals; /* by session */
    int final_count;
    int *slots; /* hash table over the people: index + 1, 0: free */
    int slot_count;
    unsigned session; /* number of the one that is added, from 1 */
};

/* Room for one more element, zeroed, behind `count`; the array may move. */
void *report_extend(void *array, int count, size_t size);

/* The outline a fact names, read; NULL on failure. */
struct outline *outline_of(struct making *making, const struct fact_row *fact, struct error *error);
void outlines_free(struct making *making);

/* Adds where a session went. False when the fact does not fit its text. */
bool outline_add_path(struct making *making, const struct outline *outline,
                      const struct fact_row *fact, double score);

/* What a marked session's rules are worth, from 0 to 1, or NOT_CALLED_FOR: report.h says how. */
#define NOT_CALLED_FOR (-1)
bool outline_marked(struct making *making, const struct outline *outline,
                    const struct fact_row *fact, const struct final_score *final,
                    double worth[RULE_MAX], struct error *error);

/* The person of this id; added when new. NULL on failure. */
struct report_person *making_person(struct making *making, const char *id, struct error *error);

bool report_add_exercises(struct making *making, struct error *error);
bool report_add_courses(struct making *making, struct error *error);
bool report_add_marking(struct making *making, struct error *error);

/* Numbers in place of names. Also puts the people in the order of these. */
bool report_mask(struct making *making, struct error *error);

/* Rules of one pack side by side. */
void report_sort(struct report *report);

#endif
