/* room.c: a class as a person. */
#include "class/room.h"

#include <stdlib.h>
#include <string.h>

#include "core/session.h"

bool room_person(struct store *store, const char *class, struct person *person, struct error *error)
{
    struct class_row row;
    return store_class(store, class, &row, error) &&
           store_person(store, class_called(&row), row.id, person, error);
}

bool room_find_open(struct store *store, const char *class, const char *scenario,
                    char id[ULID_SIZE], struct error *error)
{
    struct person room;
    struct session_row *rows = NULL;
    int count = 0;
    id[0] = '\0';
    if (!room_person(store, class, &room, error))
        return false;
    struct session_filter filter = {
        .person = room.id, .scenario = scenario, .class = class, .state = SESSION_OPEN};
    if (!store_sessions(store, &filter, &rows, &count, error))
        return false;
    for (int i = 0; i < count && id[0] == '\0'; i++) {
        if (!rows[i].live && strcmp(rows[i].mode, mode_name(MODE_CLASS)) == 0)
            memcpy(id, rows[i].id, ULID_SIZE);
    }
    free(rows);
    return true;
}
