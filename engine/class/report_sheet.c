/* report_sheet.c: three things that go well, one habit, three drills. */
#include "class/report_sheet.h"

#include <string.h>

#include "base/words.h"
#include "practice/library.h"

/* ---------------------------------------------------------------------------- goes well ---- */

static bool goes_well(const struct report_mark *mark)
{
    return mark && mark->sessions >= SHEET_CALLS && report_mean_mark(mark) >= SHEET_WELL;
}

static bool is_taken(const int *taken, int count, int rule)
{
    for (int i = 0; i < count; i++) {
        if (taken[i] == rule)
            return true;
    }
    return false;
}

static bool goes_before(const struct report *report, const struct report_mark *a, int a_rule,
                        const struct report_mark *b, int b_rule)
{
    int by_weight = report->rules[a_rule].weight - report->rules[b_rule].weight;
    return by_weight != 0 ? by_weight > 0 : a->sessions > b->sessions;
}

static void find_well(const struct report *report, const struct report_person *person,
                      struct report_sheet *sheet)
{
    for (sheet->well_count = 0; sheet->well_count < SHEET_MAX; sheet->well_count++) {
        int best = -1;
        for (int i = 0; i < report->rule_count; i++) {
            const struct report_mark *mark = report_mark(person, i);
            if (goes_well(mark) && !is_taken(sheet->well, sheet->well_count, i) &&
                (best < 0 || goes_before(report, mark, i, report_mark(person, best), best)))
                best = i;
        }
        if (best < 0)
            return;
        sheet->well[sheet->well_count] = best;
    }
}

/* ------------------------------------------------------------------------------- drills ---- */

static bool is_drill(const struct report_sheet *sheet, const char *scenario)
{
    for (int i = 0; i < sheet->drill_count; i++) {
        if (strcmp(sheet->drills[i].scenario, scenario) == 0)
            return true;
    }
    return false;
}

static void add_drill(struct report_sheet *sheet, const char *scenario, const char *title,
                      const char *why)
{
    if (sheet->drill_count == SHEET_MAX || is_drill(sheet, scenario))
        return;
    struct sheet_drill *drill = &sheet->drills[sheet->drill_count++];
    snprintf(drill->scenario, sizeof drill->scenario, "%s", scenario);
    text_fit(title, 60, false, drill->title, sizeof drill->title);
    text_fit(why, 90, false, drill->why, sizeof drill->why);
}

/* The habit's rule, else that with the lowest mean mark below all; -1 for none. */
static int weakest_rule(const struct report *report, const struct report_person *person,
                        const struct report_sheet *sheet)
{
    int weakest = -1;
    double lowest = 1;
    for (int i = 0; i < report->rule_count; i++) {
        const struct report_mark *mark = report_mark(person, i);
        if (sheet->has_habit && strcmp(report->rules[i].name, sheet->habit.rule) == 0)
            return i;
        if (mark && report_mean_mark(mark) < lowest) {
            lowest = report_mean_mark(mark);
            weakest = i;
        }
    }
    return weakest;
}

static void drill_rule(const struct report *report, const struct report_rule *rule,
                       struct report_sheet *sheet)
{
    const struct report_place *most = NULL;
    char why[1024];
    for (int i = 0; i < rule->where_count; i++) {
        if (!most || rule->where[i].sessions > most->sessions)
            most = &rule->where[i];
    }
    if (!most)
        return;
    snprintf(why, sizeof why, _("here it comes up most: %s"), rule->title);
    add_drill(sheet, report->scenarios[most->scenario].id, report->scenarios[most->scenario].title,
              why);
}

static void drill_lowest(const struct report *report, const struct report_person *person,
                         struct report_sheet *sheet)
{
    for (int n = 0; n < SHEET_MAX; n++) {
        int lowest = -1;
        double score = bands_default.excellent;
        for (int i = 0; i < report->scenario_count; i++) {
            const struct report_standing *standing = report_standing(person, i);
            if (standing && standing->counts.score < score &&
                !is_drill(sheet, report->scenarios[i].id)) {
                score = standing->counts.score;
                lowest = i;
            }
        }
        if (lowest < 0)
            return;
        char text[SCORE_TEXT_SIZE], why[256];
        score_format(score, text);
        snprintf(why, sizeof why, _("your score stands at %s: aim for %.0f"), text,
                 score < bands_default.pass   ? bands_default.pass
                 : score < bands_default.good ? bands_default.good
                                              : bands_default.excellent);
        add_drill(sheet, report->scenarios[lowest].id, report->scenarios[lowest].title, why);
    }
}

static bool was_played(const struct report *report, const struct report_person *person,
                       const char *id)
{
    for (int i = 0; i < report->scenario_count; i++) {
        if (strcmp(report->scenarios[i].id, id) == 0)
            return report_standing(person, i) != NULL;
    }
    return false;
}

/* Without scenarios on this machine the sheet still says what it can. */
static void drill_new(const struct report *report, const struct report_person *person,
                      struct report_sheet *sheet)
{
    struct library *library = sheet->drill_count < SHEET_MAX ? library_open(NULL) : NULL;
    for (int i = 0; library && i < library_count(library); i++) {
        const struct library_entry *entry = library_entry(library, i);
        if (entry->loaded && !was_played(report, person, entry->id))
            add_drill(sheet, entry->id,
                      loaded_scenario(entry->loaded)->title.words[report->language],
                      _("you have not played it yet"));
    }
    library_close(library);
}

bool report_sheet_make(struct store *store, const struct report *report, const char *person_id,
                       struct report_sheet *sheet, struct error *error)
{
    const struct report_person *person = &report->people[0];
    struct error failure = {0};
    memset(sheet, 0, sizeof *sheet);
    sheet->has_habit = habit_find(store, person_id, SHEET_SESSIONS, &sheet->habit, &failure);
    if (!sheet->has_habit && failure.code != ERROR_NONE) {
        if (error)
            *error = failure;
        return false;
    }
    find_well(report, person, sheet);
    int weakest = weakest_rule(report, person, sheet);
    if (weakest >= 0)
        drill_rule(report, &report->rules[weakest], sheet);
    drill_lowest(report, person, sheet);
    drill_new(report, person, sheet);
    return true;
}

const char *sheet_no_habit(const struct report *report)
{
    return report->sessions == 0 ? _("No finished session yet: play a first one.")
                                 : _("Nothing was lost of late: keep it up.");
}

void report_sheet_free(struct report_sheet *sheet)
{
    habit_free(&sheet->habit);
}
