/*
 * report.h: what the results of a class, a person or a whole store come to.
 *
 * report_make goes once through the facts (store/facts.h) and adds each to sums; what it hands back
 * is nothing but sums and names, so it takes memory for people, scenarios and rules, and none for
 * sessions. The faces (report_text.h and its neighbours) only show what stands here.
 *
 * How things are counted
 *
 * - A session's score is the machine's, or, once a trainer has submitted a marking of it, the final
 *   score of grading.h; whether a critical rule was broken likewise. Only finished sessions count.
 *   Live ones count like played ones, but have no path. What the whole room played by vote is
 *   nobody's result: it is only told how many such sessions there are.
 * - An *attempt* is a person's n-th session of a scenario, in the order in which they began. Which
 *   of them counts is the class's policy (policy_count); without a class the best one.
 * - A person's overall score is the mean of the scores that count, over the scenarios that the
 *   person has attempted. Passed: it reaches the pass mark, and in none of the attempts that count
 *   was a critical rule broken.
 * - A rule's mark of one session is fulfilled / activations, and in a session that trainers have
 *   marked, the mean of their verdicts (kept 1, broken 0; where they changed nothing, the machine's
 *   mark; not called for: no mark). In the heat map stands the mean over the sessions in which it
 *   was called for.
 * - The median is exact unless different scores within a hundredth of a point stand in the middle;
 *   then it is their mean.
 * - Progress: the mean score of all n-th attempts, and beside it the mean gain over the own first
 *   attempt of the same people, as those who go on are seldom those who stopped.
 * - Flow counts every arrival at a node and every pick. Items (report_items.h) count a session
 *   once, however often it came by.
 *
 * The report owns all it points to. A fact that its scenario's text can't explain is an error with
 * the session's id: ERROR_TAMPERED.
 */
#ifndef YANLIAN_CLASS_REPORT_H
#define YANLIAN_CLASS_REPORT_H

#include "base/arena.h"
#include "class/agreement.h"
#include "class/grading.h"
#include "class/report_items.h"
#include "core/session.h"
#include "store/classes.h"
#include "store/facts.h"

enum {
    REPORT_BINS = 20,         /* of 5 points; 100 is in the last */
    REPORT_ATTEMPTS = 12,     /* the last one stands for all that follow, too */
    REPORT_LATEST = 12,       /* sessions listed on a person's sheet */
    REPORT_HUNDREDTHS = 10001 /* hundredths of a point from 0 to 100 */
};

struct report_options {
    const char *class;      /* id; NULL: all sessions */
    const char *person;     /* id; NULL: everybody */
    enum language language; /* of titles */
    bool anonymise;         /* people get a number in place of name, staff number and branch */
};

/* ------------------------------------------------------------------------- scenarios ---- */

struct report_edge {
    int node; /* index in the scenario's nodes */
    int count;
};

struct report_response {
    const char *id;  /* "" for the referral form */
    const char *say; /* its words */
    bool silent;     /* reached by running out of time */
    bool form;
    int picks;            /* however often in a session */
    struct spread chosen; /* scores of the sessions in which it was picked */
    struct report_edge *edges;
    int edge_count;
    unsigned seen; /* number of the session that picked it last */
};

struct report_node {
    const char *id;
    const char *words; /* the customer's line, or the scene, to name it by; "" for none */
    const char *lines[LANGUAGE_COUNT]; /* the same in every language */
    const char *ending;                /* id; NULL where the conversation goes on */
    const char *ending_label;
    int arrivals;
    int ends;            /* conversations that ended here */
    struct spread asked; /* scores of the sessions in which it was answered */
    struct report_response *responses;
    int response_count;
    unsigned seen;
};

struct report_scenario {
    const char *id;
    const char *title;
    const char *titles[LANGUAGE_COUNT]; /* the same in every language */
    int start;                          /* index of the first node */
    struct report_node *nodes;          /* of every version of the scenario that was played */
    int node_count;
    int sessions, live;
    int walked; /* sessions with a path */
    struct spread scores;
    int passed;   /* sessions */
    int critical; /* sessions in which a critical rule was broken */
    int64_t seconds;
    int ran_out; /* sessions that ended with the turns */
};

/* ----------------------------------------------------------------------------- rules ---- */

struct report_mark {
    double sum;   /* of marks */
    int sessions; /* in which it was called for */
};

struct report_place {
    int scenario, sessions;
};

struct report_rule {
    const char *name; /* "pack/rule" */
    const char *title, *instead, *source;
    bool critical;
    int weight; /* the largest that a scenario gives it */
    struct report_mark all;
    int broken;                 /* sessions in which it lost something */
    struct report_place *where; /* each scenario in which it was called for */
    int where_count;
};

/* ---------------------------------------------------------------------------- people ---- */

struct report_standing { /* of a person in a scenario */
    struct attempts attempts;
    struct attempt counts; /* what the policy makes of them */
    bool passed;
};

struct report_points {        /* of a person in an exercise */
    struct attempts attempts; /* percent */
    double percent;           /* what the policy makes of them */
    double points, most;      /* of the result that counts; with an average: of the last */
};

struct report_person {
    char id[ULID_SIZE];
    const char *name;                         /* as shown: masked, where that was asked for */
    const char *staff_number, *branch, *role; /* "" for none */
    const char *account;                      /* staff number, else id; masked likewise: for xAPI */
    int number; /* to be called by: position on the roster, or when masked, its own; 0: none */
    bool on_roster;
    int sessions;
    int64_t seconds;
    struct report_standing *standings; /* by scenario; those beyond standing_count have none */
    int standing_count;
    struct report_mark *marks; /* by rule, likewise */
    int mark_count;
    struct report_points *exercises; /* by exercise, likewise */
    int exercise_count;
    bool has_overall;
    double overall;
    bool critical, passed;
};

/* ------------------------------------------------------------------------------ rest ---- */

struct report_distribution {
    int bins[REPORT_BINS];
    /* For the median: by hundredths of a point, how many scores, and their sum. */
    int counts[REPORT_HUNDREDTHS];
    double sums[REPORT_HUNDREDTHS];
    int bands[BAND_COUNT];
    struct spread scores;
    int passed, critical;
};

struct report_progress {
    int count;
    double sum, gain; /* scores; above the own first attempt */
};

struct report_exercise {
    const char *id;
    const char *title; /* its id where the file is gone */
    struct spread percents;
    int room; /* results of the whole room, on the projector */
};

struct report_segment { /* of a course that was run */
    const char *title;
    double planned, actual; /* minutes */
    bool reached;
};

struct report_course {
    const char *title;
    int64_t started_at;
    bool rehearsal; /* not in real time; only listed where there was no real one */
    bool finished;
    struct report_segment *segments;
    int segment_count;
    double planned, actual;
};

struct report_marking {
    int sessions, twice; /* with a submitted marking; with two */
    int big;             /* of these are far apart */
    struct kappa kappa;  /* of the overall ratings of those (moderation.h) */
    struct icc icc;      /* of their scores */
    struct borderline borderline;
};

struct report_latest {
    char session[ULID_SIZE];
    int64_t at; /* when it began, wall ms */
    int scenario;
    double score;
    bool passed, live;
    int64_t seconds;
};

struct report {
    enum language language;
    bool anonymised;
    char mask_key[65]; /* in hex, of this store: what masked ids are made with; "" unmasked */
    bool has_class, has_person;
    struct class_row class; /* has_class */
    const char *title;      /* the class's, the person's name, or words for all */
    enum attempt_policy policy;
    double pass_mark;
    int64_t from, to; /* when the first and last session began, wall ms; 0: none */
    int sessions, live;
    int voted;                    /* sessions of the whole room, by vote: not among the others */
    struct report_person *people; /* the roster in its order, then others; masked: by number */
    int people_count;
    struct report_scenario *scenarios; /* by id */
    int scenario_count;
    struct report_rule *rules; /* in the order of packs and rules */
    int rule_count;
    struct report_distribution distribution;
    struct report_progress progress[REPORT_ATTEMPTS];
    struct report_exercise *exercises;
    int exercise_count;
    struct report_course *courses; /* newest first */
    int course_count;
    struct report_marking marking;
    struct report_latest latest[REPORT_LATEST]; /* newest first; only with a person */
    int latest_count;
    struct arena *arena; /* of words */
};

/* NULL on failure. Facts of older sessions are expected to be there (practice/fact.h). */
struct report *report_make(struct store *store, const struct report_options *options,
                           struct error *error);
void report_free(struct report *report); /* NULL is allowed */

/* What stands at a person's place in the two matrices; NULL where there is nothing. */
const struct report_standing *report_standing(const struct report_person *person, int scenario);
const struct report_mark *report_mark(const struct report_person *person, int rule);
double report_mean_mark(const struct report_mark *mark); /* 0..1 */
/* The same to show: rounded, but 100 and 0 only where nothing and all was lost. */
int report_percent(const struct report_mark *mark);

/* The score that half of the sessions reach, cut to a tenth; 0 without sessions. */
double report_median(const struct report_distribution *distribution);

#endif
