/* room.c: a class as a person. */
#include "class/room.h"

bool room_person(struct store *store, const char *class, struct person *person, struct error *error)
{
    struct class_row row;
    return store_class(store, class, &row, error) &&
           store_person(store, row.title[0] ? row.title : row.id, row.id, person, error);
}
