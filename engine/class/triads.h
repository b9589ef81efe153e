/*
 * triads.h: groups of three for role-play (角色演练): who is trainee, customer and observer when.
 *
 * From the people who are present comes a plan of rounds. In every round everyone sits in a group;
 * each group has one trainee, one customer, and the rest observe. The plan is pure: the same people,
 * minutes and seed give the same plan on every machine, so that it can be printed, shown on another
 * day and repeated.
 *
 *  - Sizes: threes, and as few fours as the count needs: n = 3a + 4b with b = n mod 3. One and two
 *    people, and five, can't be made of threes and fours. Five sit as three and two, not as one
 *    group of five in which three only watch and five rounds are needed: the trainer sits with the
 *    two and observes. So too with two people; with one, the trainer plays the customer.
 *  - Rounds: as many as it takes for everyone to be the trainee: three, or four where there is a
 *    group of four. Then some are the trainee twice.
 *  - Everyone is customer and observer as evenly as the count allows, and groups are made anew for
 *    each round so that two people meet again as seldom as can be: never for 9 people and for every
 *    multiple of three above that (the smaller ones have not enough people to meet).
 *  - Times: the minutes are shared out among the rounds, and a round into preparing (reading the
 *    cards), playing and feedback. Where they do not suffice, the error says how many are needed.
 *
 * A plan owns its groups.
 */
#ifndef YANLIAN_CLASS_TRIADS_H
#define YANLIAN_CLASS_TRIADS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

enum {
    TRIAD_SIZE_MAX = 4,
    TRIAD_PEOPLE_MAX = 600,
    TRIAD_ROUND_MINUTES_MIN = 6, /* 1 to prepare, 3 to play, 2 for feedback */
    TRIAD_MINUTES_MAX = 8 * 60
};

enum triad_role { TRIAD_TRAINEE, TRIAD_CUSTOMER, TRIAD_OBSERVER, TRIAD_ROLE_COUNT };

const char *triad_role_name(enum triad_role role);  /* "trainee" ...: for machines */
const char *triad_role_label(enum triad_role role); /* in the interface's language */

struct triad {
    int size;                   /* 1 to 4 */
    int people[TRIAD_SIZE_MAX]; /* positions: the trainee, the customer, then who observes */
};

/* The role that the trainer takes in a group that is too small; TRIAD_ROLE_COUNT: none. */
enum triad_role triad_missing_role(const struct triad *triad);
enum triad_role triad_seat_role(int seat); /* of people[seat] */

struct triad_times { /* seconds of a round, in this order */
    int prepare, play, feedback;
};

struct triads {
    int people;
    int rounds;
    int groups;          /* in every round */
    struct triad *table; /* rounds x groups: see triads_group */
    struct triad_times times;
    int spare_seconds; /* what is left when all rounds are over */
    int repeats;       /* meetings of two people beyond their first */
};

struct triads_request {
    const int *people; /* positions of those present, each once */
    int count;
    int minutes;
    uint64_t seed; /* up to SEED_MAX */
};

/* NULL with ERROR_USAGE when nobody is present, or the minutes do not suffice. */
struct triads *triads_new(const struct triads_request *request, struct error *error);
void triads_free(struct triads *triads); /* NULL is allowed */

/* Both from 0. */
const struct triad *triads_group(const struct triads *triads, int round, int group);

/* The same all day, as days begin where the class is: a plan made in the morning is found again. */
uint64_t triads_seed(const char *class, int64_t now);

/*
 * Positions "3,7,12" as numbers, zero behind the last; the caller frees them. NULL with ERROR_USAGE
 * when one is no number from 1 to `most`.
 */
int *triads_parse_absent(const char *text, int most, struct error *error);

/* Those of 1 .. `most` that are not `absent` (zero behind the last, NULL: nobody). The caller frees
   them; `*count` is how many. */
int *triads_present(int most, const int *absent, int *count);

#endif
