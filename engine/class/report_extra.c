/* report_extra.c: what a report says beside the sessions: exercises, and what trainers marked. */
#include <stdlib.h>
#include <string.h>

#include "class/course_summary.h"
#include "class/courseware.h"
#include "class/moderation.h"
#include "class/report_parts.h"
#include "script/exercise_file.h"
#include "store/results.h"

/* ---------------------------------------------------------------------------- exercises ---- */

/* From the file as it is now; the id where there is none any more. */
static const char *exercise_title(struct making *making, const char *id)
{
    const char *title = id;
    struct bundle *bundle = courseware_bundle("exercises", id, NULL);
    struct exercise_file *file = bundle ? exercise_file_load(bundle, NULL, NULL) : NULL;
    if (file)
        title = exercise_file_exercise(file)->title.words[making->options->language];
    const char *kept = arena_strdup(making->report->arena, title);
    exercise_file_free(file);
    bundle_free(bundle);
    return kept;
}

static int find_exercise(struct making *making, const char *id)
{
    struct report *report = making->report;
    int at = 0;
    while (at < report->exercise_count && strcmp(report->exercises[at].id, id) != 0)
        at++;
    if (at == report->exercise_count) {
        report->exercises =
            report_extend(report->exercises, report->exercise_count, sizeof *report->exercises);
        struct report_exercise *added = &report->exercises[report->exercise_count++];
        added->id = arena_strdup(report->arena, id);
        added->title = exercise_title(making, id);
    }
    return at;
}

static struct report_points *points_at(struct report_person *person, int exercise)
{
    while (person->exercise_count <= exercise) {
        person->exercises =
            report_extend(person->exercises, person->exercise_count, sizeof *person->exercises);
        person->exercise_count++;
    }
    return &person->exercises[exercise];
}

static void add_result(enum attempt_policy policy, struct report_points *points,
                       const struct exercise_row *row)
{
    double percent = 100 * row->points / row->most;
    bool first = points->attempts.count == 0;
    bool better = first || percent > points->attempts.best.score;
    attempts_add(&points->attempts, (struct attempt){.score = percent});
    points->percent = policy_count(policy, &points->attempts).score;
    if (policy == POLICY_FIRST ? first : policy != POLICY_BEST || better) {
        points->points = row->points;
        points->most = row->most;
    }
}

static bool add_results(struct making *making, const struct exercise_row *rows, int count,
                        struct error *error)
{
    struct report *report = making->report;
    for (int i = 0; i < count; i++) {
        int exercise = find_exercise(making, rows[i].exercise);
        if (rows[i].person.id[0] == '\0') {
            report->exercises[exercise].room++;
            continue;
        }
        struct report_person *person = making_person(making, rows[i].person.id, error);
        if (!person)
            return false;
        spread_add(&report->exercises[exercise].percents, 100 * rows[i].points / rows[i].most);
        add_result(report->policy, points_at(person, exercise), &rows[i]);
    }
    return true;
}

bool report_add_exercises(struct making *making, struct error *error)
{
    struct exercise_row *rows;
    int count;
    if (!store_results(making->store, making->options->class, making->options->person, NULL, &rows,
                       &count, error))
        return false;
    bool done = add_results(making, rows, count, error);
    store_free_results(rows, count);
    return done;
}

/* ------------------------------------------------------------------------------ courses ---- */

static void add_course(struct making *making, const struct course_summary *summary)
{
    struct report *report = making->report;
    enum language language = making->options->language;
    report->courses = report_extend(report->courses, report->course_count, sizeof *report->courses);
    struct report_course *course = &report->courses[report->course_count++];
    *course = (struct report_course){
        .title = arena_strdup(report->arena, summary->title.words[language]),
        .started_at = summary->started_at,
        .rehearsal = summary->rehearsal,
        .finished = summary->ended_at > 0,
        .planned = summary->planned_seconds / 60.0,
        .actual = summary->actual_seconds / 60.0,
        .segments = calloc((size_t)summary->segment_count + 1, sizeof *course->segments),
        .segment_count = summary->segment_count,
    };
    if (!course->segments)
        abort();
    for (int i = 0; i < summary->segment_count; i++) {
        const struct course_summary_segment *segment = &summary->segments[i];
        course->segments[i] = (struct report_segment){
            .title = arena_strdup(report->arena, segment->title.words[language]),
            .planned = segment->planned_seconds / 60.0,
            .actual = segment->actual_seconds / 60.0,
            .reached = segment->visits > 0,
        };
    }
}

/* The courses that started, without rehearsals where there was a real one. */
static bool add_journals(struct making *making, const struct journal_row *rows, int count,
                         bool rehearsals, struct error *error)
{
    for (int i = 0; i < count; i++) {
        struct course_summary summary;
        if (!course_summary_load(making->store, rows[i].id, &summary, error))
            return false;
        if (summary.started_at > 0 && summary.rehearsal == rehearsals)
            add_course(making, &summary);
        course_summary_free(&summary);
    }
    return true;
}

bool report_add_courses(struct making *making, struct error *error)
{
    struct journal_row *rows;
    int count;
    if (!making->options->class || making->options->person)
        return true;
    if (!store_journals(making->store, making->options->class, "course", NULL, &rows, &count,
                        error))
        return false;
    bool done =
        add_journals(making, rows, count, false, error) &&
        (making->report->course_count > 0 || add_journals(making, rows, count, true, error));
    free(rows);
    return done;
}

/* ----------------------------------------------------------------------------- markings ---- */

bool report_add_marking(struct making *making, struct error *error)
{
    struct report_marking *marking = &making->report->marking;
    struct moderation moderation;
    if (making->final_count == 0 || making->options->person)
        return true;
    if (!moderation_make(making->store, &making->report->class, &moderation, error))
        return false;
    marking->sessions = making->final_count;
    marking->twice = moderation.double_count;
    marking->big = moderation.big_count;
    marking->kappa = moderation.overall;
    marking->icc = moderation.scores;
    marking->borderline = moderation.borderline;
    moderation_clear(&moderation);
    return true;
}

/* ------------------------------------------------------------------------------ sorting ---- */

/* Length of the pack's name in "pack/rule". */
static size_t pack_length(const char *name)
{
    return strcspn(name, "/");
}

static bool same_pack(const char *a, const char *b)
{
    size_t length = pack_length(a);
    return length == pack_length(b) && strncmp(a, b, length) == 0;
}

/* Packs in the order in which they first came, the rules of each in theirs. */
static int *order_of_rules(const struct report *report)
{
    int *order = calloc((size_t)report->rule_count + 1, sizeof *order);
    bool *taken = calloc((size_t)report->rule_count + 1, sizeof *taken);
    int count = 0;
    if (!order || !taken)
        abort();
    for (int i = 0; i < report->rule_count; i++) {
        for (int j = i; j < report->rule_count && !taken[i]; j++) {
            if (j > i && !taken[j] && same_pack(report->rules[i].name, report->rules[j].name)) {
                taken[j] = true;
                order[count++] = j;
            } else if (j == i) {
                order[count++] = i;
            }
        }
        taken[i] = true;
    }
    free(taken);
    return order;
}

static void move_marks(const struct report *report, const int *order, struct report_person *person)
{
    struct report_mark *moved = calloc((size_t)report->rule_count + 1, sizeof *moved);
    if (!moved)
        abort();
    for (int i = 0; i < report->rule_count; i++) {
        if (order[i] < person->mark_count)
            moved[i] = person->marks[order[i]];
    }
    free(person->marks);
    person->marks = moved;
    person->mark_count = report->rule_count;
}

void report_sort(struct report *report)
{
    int *order = order_of_rules(report);
    struct report_rule *rules = calloc((size_t)report->rule_count + 1, sizeof *rules);
    if (!rules)
        abort();
    for (int i = 0; i < report->rule_count; i++)
        rules[i] = report->rules[order[i]];
    for (int i = 0; i < report->people_count; i++)
        move_marks(report, order, &report->people[i]);
    free(report->rules);
    report->rules = rules;
    free(order);
}
