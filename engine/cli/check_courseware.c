/* check_courseware.c: tells courseware from scenarios, and has each kind checked by its loader. */
#include "cli/check_courseware.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/course_check.h"
#include "class/courseware.h"

/* Loads the bundle and adds what is wrong to `faults`; else a line on what it holds, and its id. */
typedef void courseware_checker(const struct bundle *bundle, struct fault_list *faults,
                                struct error *error, char id[64], char holds[256]);

static void check_course(const struct bundle *bundle, struct fault_list *faults,
                         struct error *error, char id[64], char holds[256])
{
    struct course_file *file = course_check(bundle, faults, error);
    if (!file)
        return;
    const struct course *course = course_file_course(file);
    snprintf(id, 64, "%s", course->id);
    snprintf(holds, 256, _("%s: a course of %d minutes in %d parts"),
             course->title.words[words_language()], course->minutes, course->segment_count);
    course_file_free(file);
}

static const struct kind {
    const char *word;   /* that the file returns */
    const char *folder; /* of the shipped ones */
    courseware_checker *check;
} kinds[] = {
    {"course", "courses", check_course},
};

enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

/* What the last `return` at the start of a line gives: told without running the file, so that one
   that does not even compile is of the right kind. */
static const struct kind *kind_of(const char *text)
{
    static const char word[] = "return";
    const char *found = NULL;
    for (const char *at = text; at; at = strchr(at, '\n')) {
        at += *at == '\n';
        if (strncmp(at, word, strlen(word)) == 0)
            found = at + strlen(word);
    }
    if (!found)
        return NULL;
    found += strspn(found, " \t");
    for (int i = 0; i < KIND_COUNT; i++) {
        size_t length = strlen(kinds[i].word);
        if (strncmp(found, kinds[i].word, length) == 0 && strcspn(found, " \t\"'([{") == length)
            return &kinds[i];
    }
    return NULL;
}

struct check_report *check_courseware(const char *file)
{
    struct error error = {0};
    struct fault_list faults = {0};
    char id[64] = "", holds[256] = "";
    struct bundle *bundle = courseware_bundle(NULL, file, NULL);
    const struct kind *kind = bundle ? kind_of(bundle->files[0].text) : NULL;
    struct check_report *report = NULL;
    if (kind) {
        kind->check(bundle, &faults, &error, id, holds);
        if (holds[0] || faults.count > 0)
            report = check_loading(file, &faults, id[0] ? id : NULL, holds[0] ? holds : NULL);
        else
            report = check_unreadable(file, &error);
    }
    fault_list_free(&faults);
    bundle_free(bundle);
    return report;
}

char *check_courseware_path(const char *id)
{
    char *path = NULL;
    for (int i = 0; i < KIND_COUNT && !path; i++)
        path = courseware_path(kinds[i].folder, id, NULL);
    return path;
}

char **check_courseware_files(char **files, int *count)
{
    for (int i = 0; i < KIND_COUNT; i++) {
        char **names;
        int found;
        if (!courseware_names(kinds[i].folder, &names, &found, NULL))
            continue;
        files = realloc(files, (size_t)(*count + found + 1) * sizeof *files);
        if (!files)
            abort();
        for (int j = 0; j < found; j++) {
            char *path = courseware_path(kinds[i].folder, names[j], NULL);
            if (path)
                files[(*count)++] = path;
        }
        courseware_free_names(names, found);
    }
    return files;
}
