/* branch_numbers.c: which numbers exercises take, and whether a class's own fit. */
#include "class/branch_numbers.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/courseware.h"
#include "script/exercise_file.h"

static struct exercise_file *load(const char *exercise, struct error *error)
{
    struct bundle *bundle = courseware_bundle("exercises", exercise, error);
    struct exercise_file *file = bundle ? exercise_file_load(bundle, NULL, error) : NULL;
    bundle_free(bundle);
    return file;
}

/* ---------------------------------------------------------------------------------- list ---- */

static char *copy(const char *text)
{
    char *made = strdup(text);
    if (made == NULL) {
        abort();
    }
    return made;
}

static void add_numbers(const struct exercise *exercise, enum language language,
                        struct branch_number **numbers, int *count)
{
    size_t room = (size_t)*count + (size_t)exercise->number_count + 1;
    *numbers = reallocarray(*numbers, room, sizeof **numbers);
    if (*numbers == NULL) {
        abort();
    }
    for (int i = 0; i < exercise->number_count; i++) {
        const struct number *number = &exercise->numbers[i];
        struct branch_number *added = &(*numbers)[(*count)++];
        *added = (struct branch_number){.label = copy(number->label.words[language]),
                                        .unit = copy(number->unit.words[language]),
                                        .given = number->value};
        snprintf(added->name, sizeof added->name, "%s.%s", exercise->id, number->id);
    }
}

bool branch_numbers_list(enum language language, struct branch_number **numbers, int *count,
                         struct error *error)
{
    char **names = NULL;
    int name_count = 0;
    *numbers = NULL;
    *count = 0;
    if (!courseware_names("exercises", &names, &name_count, error)) {
        return false;
    }
    for (int i = 0; i < name_count; i++) {
        struct exercise_file *file = load(names[i], NULL);
        if (file != NULL) {
            add_numbers(exercise_file_exercise(file), language, numbers, count);
        }
        exercise_file_free(file);
    }
    courseware_free_names(names, name_count);
    return true;
}

void branch_numbers_free(struct branch_number *numbers, int count)
{
    for (int i = 0; i < count; i++) {
        free(numbers[i].label);
        free(numbers[i].unit);
    }
    free(numbers);
}

/* --------------------------------------------------------------------------------- check ---- */

static bool unknown_number(const struct exercise *exercise, const char *id, struct error *error)
{
    const char *ids[NUMBER_MAX];
    for (int i = 0; i < exercise->number_count; i++) {
        ids[i] = exercise->numbers[i].id;
    }
    const char *near = error_nearest(id, ids, exercise->number_count);
    if (exercise->number_count == 0) {
        return error_set(error, ERROR_USAGE, _("exercise %s takes no numbers"), exercise->id);
    }
    return near != NULL
               ? error_set(error, ERROR_USAGE,
                           _("exercise %s takes no number '%s' (did you mean '%s'?)"), exercise->id,
                           id, near)
               : error_set(error, ERROR_USAGE,
                           _("exercise %s takes no number '%s': yanlian class numbers shows which "
                             "it takes"),
                           exercise->id, id);
}

static bool check(struct exercise_file *file, const cJSON *numbers, const char *id,
                  struct error *error)
{
    const struct exercise *exercise = exercise_file_exercise(file);
    double values[NUMBER_MAX];
    bool known = false;
    for (int i = 0; i < exercise->number_count; i++) {
        char name[BRANCH_NUMBER_NAME];
        snprintf(name, sizeof name, "%s.%s", exercise->id, exercise->numbers[i].id);
        const cJSON *own = cJSON_GetObjectItemCaseSensitive(numbers, name);
        values[i] = cJSON_IsNumber(own) ? own->valuedouble : exercise->numbers[i].value;
        known = known || strcmp(exercise->numbers[i].id, id) == 0;
    }
    if (!known) {
        return unknown_number(exercise, id, error);
    }
    struct error found = {0};
    return exercise_file_numbers(file, values, &found) ||
           error_set(error, ERROR_USAGE, _("exercise %s can't use these numbers: %s"), exercise->id,
                     found.message);
}

bool branch_numbers_check(const struct cJSON *numbers, const char *name, struct error *error)
{
    const char *dot = strchr(name, '.');
    char *exercise = strndup(name, dot != NULL ? (size_t)(dot - name) : strlen(name));
    if (exercise == NULL) {
        abort();
    }
    struct exercise_file *file = load(exercise, error);
    bool fits = file != NULL && check(file, numbers, dot != NULL ? dot + 1 : "", error);
    exercise_file_free(file);
    free(exercise);
    return fits;
}
