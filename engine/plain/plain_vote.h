/* plain_vote.h: a class's turn in lines: hands are counted, the split is told, one is picked.
   Private to the plain layer. */
#ifndef YANLIAN_PLAIN_PLAIN_VOTE_H
#define YANLIAN_PLAIN_PLAIN_VOTE_H

#include "class/vote.h"
#include "plain/plain.h"

enum voted {
    VOTED_PICK, /* `*option` is to be said */
    VOTED_FORM, /* the form is to be filled in */
    VOTED_LEAVE /* or the input is at its end */
};

/*
 * Reads lines until one of those. Numbers are votes, as many as stand on a line; "u" takes back the
 * latest, "v" (or an empty line) tells the split; then a number, or an empty line for what most
 * wanted, is what is said, and "b" goes back to counting.
 */
enum voted plain_vote(const struct plain *plain, const struct session *session, struct vote *vote,
                      int *option);

#endif
