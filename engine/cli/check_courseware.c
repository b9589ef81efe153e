/* check_courseware.c: tells courseware from scenarios, and has each kind checked by its loader. */
#include "cli/check_courseware.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/course_check.h"
#include "class/courseware.h"
#include "class/exercise_check.h"

struct found {
    struct fault_list faults; /* or, when there is none, `error` */
    struct error error;
    char id[64]; /* "" when it did not load; else what it holds, in a line */
    char holds[256];
    struct error gives_away; /* ERROR_NONE, or why it is too easily guessed */
};

/* Loads the bundle and tells what is wrong; else what it is, and what it holds. */
typedef void courseware_checker(const struct bundle *bundle, struct found *found);

static void check_course(const struct bundle *bundle, struct found *found)
{
    struct course_file *file = course_check(bundle, &found->faults, &found->error);
    if (!file)
        return;
    const struct course *course = course_file_course(file);
    snprintf(found->id, sizeof found->id, "%s", course->id);
    snprintf(found->holds, sizeof found->holds, _("%s: a course of %d minutes in %d parts"),
             course->title.words[words_language()], course->minutes, course->segment_count);
    course_file_free(file);
}

static void check_exercise(const struct bundle *bundle, struct found *found)
{
    double guessed;
    struct exercise_file *file = exercise_check(bundle, &found->faults, &guessed, &found->error);
    if (!file)
        return;
    const struct exercise *exercise = exercise_file_exercise(file);
    struct exercise_mark mark;
    struct exercise_answer answer = {0};
    exercise_score(exercise, &answer, &mark);
    snprintf(found->id, sizeof found->id, "%s", exercise->id);
    snprintf(found->holds, sizeof found->holds,
             _("%s: an exercise of %d minutes and %g points; guessing earns %.0f %%"),
             exercise->title.words[words_language()], exercise->minutes, mark.most, guessed);
    if (guessed >= GUESS_LIMIT)
        error_at(&found->gives_away, ERROR_SCENARIO, exercise->file, 1,
                 _("guessing earns %.0f %% on average: add wrong choices, or ask for more"),
                 guessed);
    exercise_file_free(file);
}

static const struct kind {
    const char *word;   /* that the file returns */
    const char *folder; /* of the shipped ones */
    courseware_checker *check;
} kinds[] = {
    {"course", "courses", check_course},
    {"exercise", "exercises", check_exercise},
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
    struct found found = {0};
    struct bundle *bundle = courseware_bundle(NULL, file, NULL);
    const struct kind *kind = bundle ? kind_of(bundle->files[0].text) : NULL;
    struct check_report *report = NULL;
    if (kind) {
        kind->check(bundle, &found);
        if (found.id[0] || found.faults.count > 0)
            report = check_loading(file, &found.faults, found.id[0] ? found.id : NULL,
                                   found.id[0] ? found.holds : NULL);
        else
            report = check_unreadable(file, &found.error);
        if (found.gives_away.code != ERROR_NONE)
            check_note(report, CHECK_GIVE_AWAY, &found.gives_away);
    }
    fault_list_free(&found.faults);
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
