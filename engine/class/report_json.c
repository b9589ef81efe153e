/* report_json.c: the report for programs. */
#include <cjson/cJSON.h>
#include <stdlib.h>

#include "base/words.h"
#include "class/report_faces.h"

static void add_time(cJSON *object, const char *name, int64_t wall_ms)
{
    char time[CLOCK_TIME_SIZE];
    clock_format(wall_ms, time);
    if (wall_ms > 0)
        cJSON_AddStringToObject(object, name, time);
    else
        cJSON_AddNullToObject(object, name);
}

static void add_spread(cJSON *object, const struct spread *spread)
{
    cJSON_AddNumberToObject(object, "count", spread->count);
    if (spread->count > 0) {
        cJSON_AddNumberToObject(object, "mean", spread->mean);
        cJSON_AddNumberToObject(object, "standard_deviation", spread_deviation(spread));
    }
}

/* ------------------------------------------------------------------------------- people ---- */

static cJSON *person_scenarios(const struct report *report, const struct report_person *person)
{
    cJSON *all = cJSON_CreateObject();
    for (int i = 0; i < report->scenario_count; i++) {
        const struct report_standing *standing = report_standing(person, i);
        if (!standing)
            continue;
        cJSON *object = cJSON_AddObjectToObject(all, report->scenarios[i].id);
        cJSON_AddNumberToObject(object, "attempts", standing->attempts.count);
        cJSON_AddNumberToObject(object, "score", standing->counts.score);
        cJSON_AddBoolToObject(object, "critical", standing->counts.critical);
        cJSON_AddBoolToObject(object, "passed", standing->passed);
        cJSON_AddNumberToObject(object, "first", standing->attempts.first.score);
        cJSON_AddNumberToObject(object, "best", standing->attempts.best.score);
        cJSON_AddNumberToObject(object, "last", standing->attempts.last.score);
    }
    return all;
}

static cJSON *person_rules(const struct report *report, const struct report_person *person)
{
    cJSON *all = cJSON_CreateObject();
    for (int i = 0; i < report->rule_count; i++) {
        const struct report_mark *mark = report_mark(person, i);
        if (!mark)
            continue;
        cJSON *object = cJSON_AddObjectToObject(all, report->rules[i].name);
        cJSON_AddNumberToObject(object, "sessions", mark->sessions);
        cJSON_AddNumberToObject(object, "mark", report_mean_mark(mark));
    }
    return all;
}

static cJSON *person_exercises(const struct report *report, const struct report_person *person)
{
    cJSON *all = cJSON_CreateObject();
    for (int i = 0; i < person->exercise_count; i++) {
        const struct report_points *points = &person->exercises[i];
        if (points->attempts.count == 0)
            continue;
        cJSON *object = cJSON_AddObjectToObject(all, report->exercises[i].id);
        cJSON_AddNumberToObject(object, "results", points->attempts.count);
        cJSON_AddNumberToObject(object, "points", points->points);
        cJSON_AddNumberToObject(object, "most", points->most);
        cJSON_AddNumberToObject(object, "percent", points->percent);
    }
    return all;
}

static cJSON *people(const struct report *report)
{
    cJSON *all = cJSON_CreateArray();
    for (int i = 0; i < report->people_count; i++) {
        const struct report_person *person = &report->people[i];
        cJSON *object = cJSON_CreateObject();
        cJSON_AddItemToArray(all, object);
        cJSON_AddNumberToObject(object, "number", person->number);
        cJSON_AddStringToObject(object, "name", person->name);
        cJSON_AddStringToObject(object, "staff_number", person->staff_number);
        cJSON_AddStringToObject(object, "branch", person->branch);
        cJSON_AddStringToObject(object, "role", person->role);
        cJSON_AddBoolToObject(object, "on_roster", person->on_roster);
        cJSON_AddNumberToObject(object, "sessions", person->sessions);
        cJSON_AddNumberToObject(object, "seconds", (double)person->seconds);
        if (person->has_overall)
            cJSON_AddNumberToObject(object, "overall", person->overall);
        else
            cJSON_AddNullToObject(object, "overall");
        cJSON_AddBoolToObject(object, "critical", person->critical);
        cJSON_AddBoolToObject(object, "passed", person->passed);
        cJSON_AddItemToObject(object, "scenarios", person_scenarios(report, person));
        cJSON_AddItemToObject(object, "rules", person_rules(report, person));
        cJSON_AddItemToObject(object, "exercises", person_exercises(report, person));
    }
    return all;
}

/* ---------------------------------------------------------------------- rules, scenarios ---- */

static cJSON *rules(const struct report *report)
{
    cJSON *all = cJSON_CreateArray();
    for (int i = 0; i < report->rule_count; i++) {
        const struct report_rule *rule = &report->rules[i];
        cJSON *object = cJSON_CreateObject();
        cJSON_AddItemToArray(all, object);
        cJSON_AddStringToObject(object, "rule", rule->name);
        cJSON_AddStringToObject(object, "title", rule->title);
        cJSON_AddStringToObject(object, "source", rule->source);
        cJSON_AddBoolToObject(object, "critical", rule->critical);
        cJSON_AddNumberToObject(object, "sessions", rule->all.sessions);
        if (rule->all.sessions > 0)
            cJSON_AddNumberToObject(object, "mark", report_mean_mark(&rule->all));
        cJSON_AddNumberToObject(object, "lost_in", rule->broken);
    }
    return all;
}

static cJSON *edges(const struct report_scenario *scenario, const struct report_response *response)
{
    cJSON *all = cJSON_CreateObject();
    for (int i = 0; i < response->edge_count; i++)
        cJSON_AddNumberToObject(all, scenario->nodes[response->edges[i].node].id,
                                response->edges[i].count);
    return all;
}

static cJSON *response_json(const struct report_scenario *scenario, const struct report_node *node,
                            const struct report_response *response)
{
    struct spread rest = spread_without(&node->asked, &response->chosen);
    bool told = node->asked.count >= ITEM_PLAYS_MIN;
    double r;
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "response", response->form ? "form" : response->id);
    cJSON_AddBoolToObject(object, "form", response->form);
    cJSON_AddStringToObject(object, "say", response->say);
    cJSON_AddNumberToObject(object, "picks", response->picks);
    cJSON_AddNumberToObject(object, "sessions", response->chosen.count);
    cJSON_AddItemToObject(object, "to", edges(scenario, response));
    if (told && response->chosen.count > 0)
        cJSON_AddNumberToObject(object, "mean_with", response->chosen.mean);
    if (told && rest.count > 0)
        cJSON_AddNumberToObject(object, "mean_without", rest.mean);
    if (told && point_biserial(&node->asked, &response->chosen, &r))
        cJSON_AddNumberToObject(object, "discrimination", r);
    return object;
}

static cJSON *nodes(const struct report_scenario *scenario)
{
    cJSON *all = cJSON_CreateArray();
    for (int i = 0; i < scenario->node_count; i++) {
        const struct report_node *node = &scenario->nodes[i];
        cJSON *object = cJSON_CreateObject();
        cJSON_AddItemToArray(all, object);
        cJSON_AddStringToObject(object, "node", node->id);
        cJSON_AddNumberToObject(object, "arrivals", node->arrivals);
        cJSON_AddNumberToObject(object, "ended_here", node->ends);
        cJSON_AddNumberToObject(object, "answered_in", node->asked.count);
        if (node->ending)
            cJSON_AddStringToObject(object, "ending", node->ending);
        cJSON_AddBoolToObject(object, "suppressed",
                              node->asked.count > 0 && node->asked.count < ITEM_PLAYS_MIN);
        cJSON *responses = cJSON_AddArrayToObject(object, "responses");
        for (int j = 0; j < node->response_count; j++)
            cJSON_AddItemToArray(responses, response_json(scenario, node, &node->responses[j]));
    }
    return all;
}

static cJSON *scenarios(const struct report *report)
{
    cJSON *all = cJSON_CreateArray();
    for (int i = 0; i < report->scenario_count; i++) {
        const struct report_scenario *scenario = &report->scenarios[i];
        cJSON *object = cJSON_CreateObject();
        cJSON_AddItemToArray(all, object);
        cJSON_AddStringToObject(object, "scenario", scenario->id);
        cJSON_AddStringToObject(object, "title", scenario->title);
        cJSON_AddNumberToObject(object, "sessions", scenario->sessions);
        cJSON_AddNumberToObject(object, "live", scenario->live);
        cJSON_AddNumberToObject(object, "passed", scenario->passed);
        cJSON_AddNumberToObject(object, "critical", scenario->critical);
        cJSON_AddNumberToObject(object, "seconds", (double)scenario->seconds);
        cJSON_AddNumberToObject(object, "ran_out", scenario->ran_out);
        add_spread(cJSON_AddObjectToObject(object, "scores"), &scenario->scores);
        cJSON_AddStringToObject(object, "start", scenario->nodes[scenario->start].id);
        cJSON_AddItemToObject(object, "nodes", nodes(scenario));
    }
    return all;
}

/* --------------------------------------------------------------------------------- rest ---- */

static cJSON *distribution(const struct report *report)
{
    const struct report_distribution *all = &report->distribution;
    cJSON *object = cJSON_CreateObject();
    add_spread(object, &all->scores);
    if (all->scores.count > 0)
        cJSON_AddNumberToObject(object, "median", report_median(all));
    cJSON_AddNumberToObject(object, "passed", all->passed);
    cJSON_AddNumberToObject(object, "critical", all->critical);
    cJSON_AddNumberToObject(object, "bin_width", 100.0 / REPORT_BINS);
    cJSON_AddItemToObject(object, "bins", cJSON_CreateIntArray(all->bins, REPORT_BINS));
    cJSON *bands = cJSON_AddObjectToObject(object, "bands");
    for (int band = 0; band < BAND_COUNT; band++)
        cJSON_AddNumberToObject(bands, band_name(band), all->bands[band]);
    return object;
}

static cJSON *progress(const struct report *report)
{
    cJSON *all = cJSON_CreateArray();
    for (int i = 0; i < REPORT_ATTEMPTS; i++) {
        const struct report_progress *at = &report->progress[i];
        if (at->count == 0)
            continue;
        cJSON *object = cJSON_CreateObject();
        cJSON_AddItemToArray(all, object);
        cJSON_AddNumberToObject(object, "attempt", i + 1);
        cJSON_AddBoolToObject(object, "and_later", i == REPORT_ATTEMPTS - 1);
        cJSON_AddNumberToObject(object, "sessions", at->count);
        cJSON_AddNumberToObject(object, "mean", at->sum / at->count);
        cJSON_AddNumberToObject(object, "gain", at->gain / at->count);
    }
    return all;
}

static cJSON *exercises(const struct report *report)
{
    cJSON *all = cJSON_CreateArray();
    for (int i = 0; i < report->exercise_count; i++) {
        const struct report_exercise *exercise = &report->exercises[i];
        cJSON *object = cJSON_CreateObject();
        cJSON_AddItemToArray(all, object);
        cJSON_AddStringToObject(object, "exercise", exercise->id);
        cJSON_AddStringToObject(object, "title", exercise->title);
        add_spread(cJSON_AddObjectToObject(object, "percent"), &exercise->percents);
        cJSON_AddNumberToObject(object, "with_the_room", exercise->room);
    }
    return all;
}

static cJSON *courses(const struct report *report)
{
    cJSON *all = cJSON_CreateArray();
    for (int i = 0; i < report->course_count; i++) {
        const struct report_course *course = &report->courses[i];
        cJSON *object = cJSON_CreateObject();
        cJSON_AddItemToArray(all, object);
        cJSON_AddStringToObject(object, "title", course->title);
        add_time(object, "started_at", course->started_at);
        cJSON_AddBoolToObject(object, "finished", course->finished);
        cJSON_AddNumberToObject(object, "planned_minutes", course->planned);
        cJSON_AddNumberToObject(object, "actual_minutes", course->actual);
        cJSON *segments = cJSON_AddArrayToObject(object, "segments");
        for (int j = 0; j < course->segment_count; j++) {
            cJSON *segment = cJSON_CreateObject();
            cJSON_AddItemToArray(segments, segment);
            cJSON_AddStringToObject(segment, "title", course->segments[j].title);
            cJSON_AddNumberToObject(segment, "planned_minutes", course->segments[j].planned);
            cJSON_AddNumberToObject(segment, "actual_minutes", course->segments[j].actual);
        }
    }
    return all;
}

static cJSON *marking(const struct report *report)
{
    const struct report_marking *all = &report->marking;
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "sessions", all->sessions);
    cJSON_AddNumberToObject(object, "twice", all->twice);
    if (all->kappa.defined)
        cJSON_AddNumberToObject(object, "kappa", all->kappa.value);
    if (all->icc.defined)
        cJSON_AddNumberToObject(object, "icc", all->icc.two_way);
    if (all->borderline.state == BORDERLINE_FOUND)
        cJSON_AddNumberToObject(object, "borderline_mark", all->borderline.mark);
    return object;
}

static cJSON *sheet_json(const struct report *report, const struct report_sheet *sheet)
{
    cJSON *object = cJSON_CreateObject();
    cJSON *well = cJSON_AddArrayToObject(object, "went_well");
    for (int i = 0; i < sheet->well_count; i++)
        cJSON_AddItemToArray(well, cJSON_CreateString(report->rules[sheet->well[i]].name));
    cJSON *habit = sheet->has_habit ? cJSON_AddObjectToObject(object, "habit")
                                    : cJSON_AddNullToObject(object, "habit");
    if (sheet->has_habit) {
        cJSON_AddStringToObject(habit, "rule", sheet->habit.rule);
        cJSON_AddNumberToObject(habit, "points", sheet->habit.points);
        cJSON_AddNumberToObject(habit, "sessions", sheet->habit.sessions);
    }
    cJSON *drills = cJSON_AddArrayToObject(object, "drills");
    for (int i = 0; i < sheet->drill_count; i++) {
        cJSON *drill = cJSON_CreateObject();
        cJSON_AddItemToArray(drills, drill);
        cJSON_AddStringToObject(drill, "scenario", sheet->drills[i].scenario);
        cJSON_AddStringToObject(drill, "why", sheet->drills[i].why);
    }
    return object;
}

static cJSON *latest(const struct report *report)
{
    cJSON *all = cJSON_CreateArray();
    for (int i = 0; i < report->latest_count; i++) {
        const struct report_latest *session = &report->latest[i];
        cJSON *object = cJSON_CreateObject();
        cJSON_AddItemToArray(all, object);
        cJSON_AddStringToObject(object, "session", session->session);
        add_time(object, "began_at", session->at);
        cJSON_AddStringToObject(object, "scenario", report->scenarios[session->scenario].id);
        cJSON_AddNumberToObject(object, "score", session->score);
        cJSON_AddBoolToObject(object, "passed", session->passed);
        cJSON_AddBoolToObject(object, "live", session->live);
        cJSON_AddNumberToObject(object, "seconds", (double)session->seconds);
    }
    return all;
}

static cJSON *whole(const struct report *report, const struct report_sheet *sheet)
{
    cJSON *object = cJSON_CreateObject();
    if (report->has_class)
        cJSON_AddStringToObject(object, "class", report->class.id);
    else
        cJSON_AddNullToObject(object, "class");
    cJSON_AddStringToObject(object, "title", report->title);
    cJSON_AddBoolToObject(object, "anonymised", report->anonymised);
    cJSON_AddStringToObject(object, "policy", attempt_policy_name(report->policy));
    cJSON_AddNumberToObject(object, "pass_mark", report->pass_mark);
    cJSON_AddNumberToObject(object, "sessions", report->sessions);
    cJSON_AddNumberToObject(object, "live", report->live);
    cJSON_AddNumberToObject(object, "voted", report->voted);
    add_time(object, "from", report->from);
    add_time(object, "to", report->to);
    cJSON_AddItemToObject(object, "distribution", distribution(report));
    cJSON_AddItemToObject(object, "progress", progress(report));
    cJSON_AddItemToObject(object, "people", people(report));
    cJSON_AddItemToObject(object, "rules", rules(report));
    cJSON_AddItemToObject(object, "scenarios", scenarios(report));
    cJSON_AddItemToObject(object, "exercises", exercises(report));
    cJSON_AddItemToObject(object, "courses", courses(report));
    cJSON_AddItemToObject(object, "marking", marking(report));
    if (sheet)
        cJSON_AddItemToObject(object, "sheet", sheet_json(report, sheet));
    if (report->has_person)
        cJSON_AddItemToObject(object, "latest", latest(report));
    return object;
}

bool report_json(const struct report *report, const struct report_sheet *sheet, FILE *out,
                 struct error *error)
{
    cJSON *object = whole(report, sheet);
    char *text = cJSON_Print(object);
    cJSON_Delete(object);
    if (!text)
        return error_set(error, ERROR_SYSTEM, "%s", _("there is not enough memory for the report"));
    fprintf(out, "%s\n", text);
    free(text);
    return true;
}
