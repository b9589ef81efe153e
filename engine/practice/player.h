/*
 * player.h: who is playing.
 *
 * The last person who played on this machine is remembered in the store's settings, so that a
 * learner types a name once.
 */
#ifndef YANLIAN_PRACTICE_PLAYER_H
#define YANLIAN_PRACTICE_PLAYER_H

#include "store/store.h"

/* False with ERROR_NONE in `error` when nobody is remembered yet. */
bool player_recall(struct store *store, struct person *person, struct error *error);
bool player_remember(struct store *store, const struct person *person, struct error *error);

/*
 * The person of `name` and `staff_number` (either may be NULL), who is remembered from now on;
 * without a name the one remembered, and without one the name of the system's user.
 */
bool player_find(struct store *store, const char *name, const char *staff_number,
                 struct person *person, struct error *error);

#endif
