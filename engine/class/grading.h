/*
 * grading.h: what the markings of a class come to, and what is still to be marked.
 *
 * A *marking* is one trainer's judgement of one session or exercise result (marking.h). Most are
 * marked once; a share of the sessions, chosen by their ids, is marked a second time by another
 * trainer who sees nothing of the first (grading_is_double). A session's *final score* is the mean
 * of its submitted markings' scores, which are the machine's formula over the verdicts as the
 * trainer adjusted them; a session without a submitted marking stands at the machine's score.
 *
 * The queue lists the finished sessions and the exercise results of a class as one trainer sees
 * them. Whoever marks blind is given no names here, so no face can show any.
 */
#ifndef YANLIAN_CLASS_GRADING_H
#define YANLIAN_CLASS_GRADING_H

#include "store/classes.h"
#include "store/grades.h"

/* ------------------------------------------------------------------------ final scores ---- */

struct final_score {
    char session[ULID_SIZE];
    int markings;                   /* submitted: 1 or 2; 0: the score is the machine's */
    char journals[2][ULID_SIZE];    /* of these */
    double score;                   /* 0..100 */
    bool critical;                  /* some submitted marking says that a critical rule is broken */
    double levels[CRITERION_COUNT]; /* means of what was submitted, 1..5; 0 without a marking */
    double overall;
};

/* The sessions of a class that have a submitted marking, by id. The caller frees `*scores`. */
bool grading_scores(struct store *store, const char *class, struct final_score **scores, int *count,
                    struct error *error);
/* That of a session, in what grading_scores gave; NULL: it stands at the machine's score. */
const struct final_score *grading_find(const struct final_score *scores, int count,
                                       const char *session);

/*
 * Holds every grading's row to its journal: levels, overall rating, score, submitted or not.
 * `report` hears of each that the journal tells otherwise (with the journal's id); `*checked` and
 * `*bad` count them. False on failure to read.
 */
bool grading_verify(struct store *store, store_reporter *report, void *data, int *checked, int *bad,
                    struct error *error);

/* -------------------------------------------------------------------- several attempts ---- */

struct attempt {
    double score;
    bool critical; /* a critical failure, which fails the attempt whatever its score */
};

/* A person's attempts at one scenario, in the order they were made. All zero: none yet. */
struct attempts {
    int count;
    struct attempt first, last;
    struct attempt best; /* among those without a critical failure, if there are any */
    double sum;          /* of scores */
};

void attempts_add(struct attempts *attempts, struct attempt attempt);

/*
 * What they come to, by the class's policy: the first, the best, the last, or their mean. Of an
 * average the latest attempt tells whether there was a critical failure: a fault that is no longer
 * made does not fail a person for ever. There is at least one.
 */
struct attempt policy_count(enum attempt_policy policy, const struct attempts *attempts);

/* -------------------------------------------------------------------- marked twice ---- */

/*
 * Whether a session is marked by a second trainer too: its id, hashed to a number from 0 to below
 * 1, lies below `share`. The same for ever; raising the share only adds sessions.
 */
bool grading_is_double(const char *session, double share);

/* ------------------------------------------------------------------------------ queue ---- */

/* As one trainer sees it, in the order of the queue. */
enum grading_state {
    GRADING_OPEN,      /* nobody has begun */
    GRADING_SECOND,    /* another trainer marks or has marked it: the second marking is wanted */
    GRADING_DRAFT,     /* this trainer has begun */
    GRADING_ELSEWHERE, /* others mark it */
    GRADING_AWAITS,    /* this trainer has submitted; the other marking is still to come */
    GRADING_DONE,      /* every marking that is wanted was submitted */
    GRADING_STATE_COUNT
};

const char *grading_state_label(enum grading_state state); /* in the interface's language */

struct queue_item {
    enum grading_state state;
    bool exercise; /* else a session */
    bool live;     /* a session that an observer ticked */
    bool twice;    /* it is marked by two trainers */
    bool blind;    /* whoever looks marks blind */
    char subject[ULID_SIZE];
    struct person person; /* all "" when marked blind, and for the room */
    char of[64];          /* id of the scenario or exercise */
    int64_t ended_at;
    double score; /* 0..100: the machine's */
    double final; /* of the submitted markings; -1: none that this trainer may see */
};

enum queue_part { QUEUE_TO_DO, QUEUE_SECOND, QUEUE_ALL, QUEUE_PART_COUNT };
const char *queue_part_label(enum queue_part part);

struct queue_options {
    const char *trainer; /* id */
    bool blind;
};

/* Ungraded first, each state oldest first. The caller frees `*items`. */
bool grading_queue(struct store *store, const struct class_row *class,
                   const struct queue_options *options, struct queue_item **items, int *count,
                   struct error *error);

/*
 * Whether an item belongs to this part of the queue and holds the words: in the person's name and
 * number, the scenario's or exercise's id and `title` ("" when unknown), or the end of its own id.
 */
bool queue_shows(const struct queue_item *item, enum queue_part part, const char *title,
                 const char *words);

enum { QUEUE_ID_LENGTH = 6 }; /* the end of an id that stands for it */

/* Day and minute by the clock on the wall here: "2026-11-21 16:30". */
#define WHEN_SIZE 20
void queue_when(int64_t at, char out[WHEN_SIZE]);

/* What is shown for a person: the name; for the room, that it is the room; else, blind, the end of
   the subject's id. */
const char *queue_who(const struct queue_item *item);
/* The same of a person, "" when marked blind and for the room, and the id of what is marked. */
const char *marked_who(const struct person *person, bool blind, const char *subject);

#endif
