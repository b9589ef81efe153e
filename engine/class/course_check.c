/* course_check.c: looks for the exercises and scenarios that a course names. */
#include "class/course_check.h"

#include <stdlib.h>

#include "class/courseware.h"
#include "practice/library.h"

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
