/* titles.c: looks titles up in the files, once each. */
#include "class/titles.h"

#include <stdlib.h>
#include <string.h>

#include "class/courseware.h"
#include "practice/library.h"
#include "script/exercise_file.h"

struct title {
    bool exercise;
    char *id;
    char *words[LANGUAGE_COUNT];
};

struct titles {
    struct title *titles;
    int count;
};

struct titles *titles_new(void)
{
    struct titles *titles = calloc(1, sizeof *titles);
    if (!titles)
        abort();
    return titles;
}

void titles_free(struct titles *titles)
{
    if (!titles)
        return;
    for (int i = 0; i < titles->count; i++) {
        free(titles->titles[i].id);
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            free(titles->titles[i].words[language]);
    }
    free(titles->titles);
    free(titles);
}

static char *copy(const char *text)
{
    char *made = strdup(text);
    if (!made)
        abort();
    return made;
}

static void take(struct title *title, const struct text *text)
{
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        const char *words = text ? text->words[language] : "";
        title->words[language] = copy(words[0] ? words : title->id);
    }
}

static void load_scenario(struct title *title)
{
    struct bundle *bundle = library_bundle(title->id, NULL);
    struct loaded *loaded = bundle ? scenario_load(bundle, NULL, NULL) : NULL;
    take(title, loaded ? &loaded_scenario(loaded)->title : NULL);
    loaded_free(loaded);
    bundle_free(bundle);
}

static void load_exercise(struct title *title)
{
    struct bundle *bundle = courseware_bundle("exercises", title->id, NULL);
    struct exercise_file *file = bundle ? exercise_file_load(bundle, NULL, NULL) : NULL;
    take(title, file ? &exercise_file_exercise(file)->title : NULL);
    exercise_file_free(file);
    bundle_free(bundle);
}

const char *titles_find(struct titles *titles, bool exercise, const char *id,
                        enum language language)
{
    for (int i = 0; i < titles->count; i++) {
        if (titles->titles[i].exercise == exercise && strcmp(titles->titles[i].id, id) == 0)
            return titles->titles[i].words[language];
    }
    struct title *grown =
        reallocarray(titles->titles, (size_t)titles->count + 1, sizeof *titles->titles);
    if (!grown)
        abort();
    titles->titles = grown;
    struct title *title = &grown[titles->count++];
    *title = (struct title){.exercise = exercise, .id = copy(id)};
    (exercise ? load_exercise : load_scenario)(title);
    return title->words[language];
}
