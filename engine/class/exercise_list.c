/* exercise_list.c: loads every exercise, and looks up a person's results. */
#include "class/exercise_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/courseware.h"
#include "class/exercise_words.h"

static bool look_up(struct store *store, const struct person *person,
                    struct exercise_listed *listed, struct error *error)
{
    struct exercise_row *rows;
    struct bundle *bundle = courseware_bundle("exercises", listed->id, &listed->error);
    listed->file = bundle ? exercise_file_load(bundle, NULL, &listed->error) : NULL;
    bundle_free(bundle);
    const char *id = listed->file ? exercise_file_exercise(listed->file)->id : listed->id;
    if (!store_results(store, NULL, person->id, id, &rows, &listed->times, error))
        return false;
    for (int i = 0; i < listed->times; i++) {
        double percent = 100 * rows[i].points / rows[i].most;
        listed->best = percent > listed->best ? percent : listed->best;
    }
    store_free_results(rows, listed->times);
    return true;
}

bool exercise_list(struct store *store, const struct person *person, struct exercise_listed **list,
                   int *count, struct error *error)
{
    char **names;
    bool done = true;
    if (!courseware_names("exercises", &names, count, error))
        return false;
    *list = calloc((size_t)*count + 1, sizeof **list);
    if (!*list)
        abort();
    for (int i = 0; i < *count; i++) {
        (*list)[i].id = strdup(names[i]);
        if (!(*list)[i].id)
            abort();
    }
    for (int i = 0; done && i < *count; i++)
        done = look_up(store, person, &(*list)[i], error);
    courseware_free_names(names, *count);
    if (!done)
        exercise_list_free(*list, *count);
    return done;
}

void exercise_list_free(struct exercise_listed *list, int count)
{
    for (int i = 0; i < count; i++) {
        exercise_file_free(list[i].file);
        free(list[i].id);
    }
    free(list);
}

void exercise_kinds(const struct exercise *exercise, char *out, size_t size)
{
    unsigned seen = 0;
    out[0] = '\0';
    for (int i = 0; i < exercise->task_count; i++) {
        enum task_kind kind = exercise->tasks[i].kind;
        size_t length = strlen(out);
        if (seen >> kind & 1)
            continue;
        snprintf(out + length, size - length, "%s%s", seen ? _(", ") : "", task_kind_label(kind));
        seen |= 1U << kind;
    }
}
