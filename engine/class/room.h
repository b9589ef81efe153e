/*
 * room.h: the room as one who plays.
 *
 * A session that a whole class plays on the projector belongs to nobody in it. It is kept for a
 * person of the store who is called as the class is (its title; its id stands as the staff number,
 * which nobody else has) and who is on no roster, so that it counts among nobody's results.
 */
#ifndef YANLIAN_CLASS_ROOM_H
#define YANLIAN_CLASS_ROOM_H

#include "store/classes.h"

bool room_person(struct store *store, const char *class, struct person *person,
                 struct error *error);

/* The newest session of this scenario (its id) that the class voted in and left: its id, or "". */
bool room_find_open(struct store *store, const char *class, const char *scenario,
                    char id[ULID_SIZE], struct error *error);

#endif
