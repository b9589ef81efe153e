/*
 * vote.h: what the room says before the customer is answered.
 *
 * In class mode the responses of a turn keep the file's order, and each hand is a vote for one of
 * them. Votes are counted one by one and taken back one by one; the split is told in counts and
 * whole percents that sum to 100 (largest remainder). A vote decides nothing: the trainer picks,
 * and what the room had wanted is logged beside the pick, in one transaction.
 */
#ifndef YANLIAN_CLASS_VOTE_H
#define YANLIAN_CLASS_VOTE_H

#include "practice/play.h"

enum { VOTE_MAX = 2000 };

struct vote {
    int options;              /* responses to vote for */
    int counts[RESPONSE_MAX]; /* by their number in session_options */
    int total;
    unsigned char latest[VOTE_MAX]; /* the votes in order, to take back */
};

void vote_begin(struct vote *vote, int options);
bool vote_add(struct vote *vote, int option); /* false: no such option, or no more room */
bool vote_take_back(struct vote *vote);       /* false: there is none */
/* The one with most votes; of several the first; 0 when nobody voted. */
int vote_leader(const struct vote *vote);
bool vote_is_tied(const struct vote *vote); /* two or more share the most, and it is not 0 */
void vote_percents(const struct vote *vote, int percents[RESPONSE_MAX]);

/* Logs the vote (kind "vote": turn, node, votes by response, chosen) and picks, or neither. */
bool vote_pick(struct play *play, const struct vote *vote, int option, int64_t think_ms,
               struct error *error);

#endif
