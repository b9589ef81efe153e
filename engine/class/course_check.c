/* course_check.c: looks for the exercises and scenarios that a course names. */
#include "class/course_check.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/words.h"
#include "class/courseware.h"
#include "practice/library.h"
#include "script/exercise_file.h"

static void check_exercise(const struct course *course, const struct segment *segment,
                           struct fault_list *faults)
{
    struct error error = {0};
    char *path = courseware_path("exercises", segment->exercise, &error);
    if (!path)
        fault_list_add(faults, course->file, segment->file_line, "%s", error.message);
    free(path);
}

static void check_scenario(const struct course *course, const struct segment *segment, int number,
                           struct fault_list *faults)
{
    struct error error = {0};
    struct bundle *bundle = library_bundle(segment->scenarios[number], &error);
    if (!bundle)
        fault_list_add(faults, course->file, segment->file_line, "%s", error.message);
    bundle_free(bundle);
}

static void check_names(const struct course *course, struct fault_list *faults)
{
    for (int i = 0; i < course->segment_count; i++) {
        const struct segment *segment = &course->segments[i];
        if (segment->exercise)
            check_exercise(course, segment, faults);
        for (int j = 0; j < segment->scenario_count; j++)
            check_scenario(course, segment, j, faults);
    }
}

struct course_file *course_check(const struct bundle *bundle, struct fault_list *faults,
                                 struct error *error)
{
    struct fault_list found = {0};
    struct course_file *file = course_file_load(bundle, faults, error);
    if (!file)
        return NULL;
    check_names(course_file_course(file), &found);
    if (found.count == 0)
        return file;
    error_at(error, ERROR_SCENARIO, found.faults[0].file, found.faults[0].line, "%s",
             found.faults[0].message);
    if (faults)
        *faults = found;
    else
        fault_list_free(&found);
    course_file_free(file);
    return NULL;
}

struct course_file *course_find(const char *name, struct error *error)
{
    struct bundle *bundle = courseware_bundle("courses", name, error);
    struct course_file *file = bundle ? course_check(bundle, NULL, error) : NULL;
    bundle_free(bundle);
    return file;
}

/* ------------------------------------------------------------------------------- titles ---- */

static void add_exercise(struct buffer *out, const char *id, enum language language)
{
    struct bundle *bundle = courseware_bundle("exercises", id, NULL);
    struct exercise_file *file = bundle ? exercise_file_load(bundle, NULL, NULL) : NULL;
    buffer_add(out, file ? exercise_file_exercise(file)->title.words[language] : id);
    exercise_file_free(file);
    bundle_free(bundle);
}

static void add_scenario(struct buffer *out, const char *id, enum language language)
{
    struct bundle *bundle = library_bundle(id, NULL);
    struct loaded *loaded = bundle ? scenario_load(bundle, NULL, NULL) : NULL;
    buffer_add(out, loaded ? loaded_scenario(loaded)->title.words[language] : id);
    loaded_free(loaded);
    bundle_free(bundle);
}

char *course_activity(const struct segment *segment, enum language language)
{
    struct buffer out = {0};
    if (segment->exercise)
        add_exercise(&out, segment->exercise, language);
    for (int i = 0; i < segment->scenario_count; i++) {
        if (i > 0)
            buffer_add(&out, _(", "));
        add_scenario(&out, segment->scenarios[i], language);
    }
    return out.data ? buffer_take(&out) : NULL;
}
