/* player.c: remembers who plays here. */
#include "practice/player.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char setting_name[] = "player.name", setting_staff[] = "player.staff";

bool player_recall(struct store *store, struct person *person, struct error *error)
{
    struct error local = {0};
    char *name = NULL, *staff = NULL;
    bool found = store_get_setting(store, setting_name, &name, &local) &&
                 store_get_setting(store, setting_staff, &staff, &local) &&
                 store_person(store, name, staff, person, &local);
    free(name);
    free(staff);
    if (!found && error)
        *error = local;
    return found;
}

static bool is_set(struct store *store, const char *key, const char *value)
{
    char *present = NULL;
    bool same = store_get_setting(store, key, &present, NULL) && strcmp(present, value) == 0;
    free(present);
    return same;
}

bool player_remember(struct store *store, const struct person *person, struct error *error)
{
    if (is_set(store, setting_name, person->name) &&
        is_set(store, setting_staff, person->staff_number))
        return true;
    return store_set_setting(store, setting_name, person->name, error) &&
           store_set_setting(store, setting_staff, person->staff_number, error);
}

bool player_find(struct store *store, const char *name, const char *staff_number,
                 struct person *person, struct error *error)
{
    struct error recalled = {0};
    if (name)
        return store_person(store, name, staff_number ? staff_number : "", person, error) &&
               player_remember(store, person, error);
    if (player_recall(store, person, &recalled))
        return true;
    if (recalled.code != ERROR_NONE) {
        if (error)
            *error = recalled;
        return false;
    }
    const struct passwd *user = getpwuid(getuid());
    return store_person(store, user && user->pw_name[0] ? user->pw_name : "trainee", "", person,
                        error);
}
