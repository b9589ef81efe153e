/* report_html.c: the report of a class as one page that stands alone. */
#include <math.h>

#include "base/words.h"
#include "class/report_lines.h"
#include "class/report_page.h"
#include "practice/debrief.h"

enum { COLUMNS_UPRIGHT = 3 }; /* scenarios and exercises that fit on an upright page */

/* -------------------------------------------------------------------------------- head ---- */

static void fact(struct buffer *out, const char *words, const char *value)
{
    buffer_printf(out, "<li><b>%s</b> ", value);
    svg_escape(out, words);
    buffer_add(out, "</li>\n");
}

static void fact_count(struct buffer *out, const char *words, int count)
{
    char text[16];
    snprintf(text, sizeof text, "%d", count);
    fact(out, words, text);
}

/* As scores are given everywhere: the terminal's report has the same. */
static void fact_score(struct buffer *out, const char *words, double score)
{
    char text[SCORE_TEXT_SIZE];
    score_format(score, text);
    fact(out, words, text);
}

static void head(struct buffer *out, const struct report *report)
{
    const struct report_distribution *all = &report->distribution;
    char from[LINE_DATE_SIZE], to[LINE_DATE_SIZE], mark[SCORE_TEXT_SIZE];
    score_format(report->pass_mark, mark);
    if (report->sessions > 0) {
        line_date(report->from, from);
        line_date(report->to, to);
        page_printf(out, "p class=\"quiet\"", _("%s to %s; pass mark %s; %s."), from, to, mark,
                    policy_label(report->policy));
    } else {
        page_printf(out, "p class=\"quiet\"", _("Pass mark %s; %s."), mark,
                    policy_label(report->policy));
    }
    buffer_add(out, "<ul class=\"facts\">\n");
    fact_count(out, _("people"), report->people_count);
    fact_count(out, _("finished sessions"), report->sessions);
    if (report->voted > 0)
        fact_count(out, _("by the room's vote, not counted"), report->voted);
    if (report->sessions > 0) {
        fact_score(out, _("mean score"), all->scores.mean);
        fact_score(out, _("median"), report_median(all));
        fact_count(out, _("sessions passed, %"),
                   (int)lround(100.0 * all->passed / report->sessions));
        fact_count(out, _("sessions with a critical rule broken"), all->critical);
    }
    buffer_add(out, "</ul>\n");
    if (report->sessions == 0)
        page_add(out, "p", _("No session has been finished yet."));
}

/* ------------------------------------------------------------------------------ people ---- */

/* What is known of anybody: a column for each. */
struct known {
    bool number, staff_number, branch, role;
};

static struct known find_known(const struct report *report)
{
    struct known known = {0};
    for (int i = 0; i < report->people_count; i++) {
        const struct report_person *person = &report->people[i];
        known.number = known.number || (person->number > 0 && !report->anonymised);
        known.staff_number = known.staff_number || person->staff_number[0];
        known.branch = known.branch || person->branch[0];
        known.role = known.role || person->role[0];
    }
    return known;
}

static void people_head(struct buffer *out, const struct report *report, const struct known *known)
{
    buffer_add(out, "<thead><tr>");
    if (known->number)
        page_add(out, "th class=\"n\"", "");
    page_label(out, "th", false, _("Name"));
    if (known->staff_number)
        page_label(out, "th", false, _("Staff number"));
    if (known->branch)
        page_label(out, "th", false, _("Branch"));
    if (known->role)
        page_label(out, "th", false, _("Job role"));
    page_label(out, "th", true, _("Sessions"));
    for (int i = 0; i < report->scenario_count; i++)
        page_label(out, "th", true, report->scenarios[i].title);
    for (int i = 0; i < report->exercise_count; i++)
        page_label(out, "th", true, report->exercises[i].title);
    page_label(out, "th", true, _("Overall"));
    page_label(out, "th", false, _("Result"));
    buffer_add(out, "</tr></thead>\n<tbody>\n");
}

static void standing_cell(struct buffer *out, const struct report_standing *standing)
{
    char score[SCORE_TEXT_SIZE];
    if (!standing) {
        page_blank(out);
        return;
    }
    score_format(standing->counts.score, score);
    page_printf(out, "td class=\"n\"", "%s%s /%d", score, standing->counts.critical ? "!" : "",
                standing->attempts.count);
}

static void result_cell(struct buffer *out, const struct report_person *person)
{
    buffer_add(out, "<td>");
    if (person->has_overall)
        page_add(out, person->passed ? "span class=\"badge\"" : "span class=\"badge off\"",
                 person->passed ? _("passed") : _("not passed yet"));
    buffer_add(out, "</td>");
}

static void who_cells(struct buffer *out, const struct report_person *person,
                      const struct known *known)
{
    if (known->number && person->number > 0)
        page_number(out, 0, person->number);
    else if (known->number)
        page_blank(out);
    buffer_add(out, "<td class=\"name\">");
    page_name(out, person->name);
    buffer_add(out, "</td>\n");
    if (known->staff_number)
        page_add(out, "td class=\"staff\"", person->staff_number);
    if (known->branch)
        page_label(out, "td", false, person->branch);
    if (known->role)
        page_label(out, "td", false, person->role);
}

static void person_row(struct buffer *out, const struct report *report,
                       const struct report_person *person, const struct known *known)
{
    buffer_add(out, "<tr>");
    who_cells(out, person, known);
    page_number(out, 0, person->sessions);
    for (int i = 0; i < report->scenario_count; i++)
        standing_cell(out, report_standing(person, i));
    for (int i = 0; i < report->exercise_count; i++) {
        if (i < person->exercise_count && person->exercises[i].attempts.count > 0)
            page_printf(out, "td class=\"n\"", "%.0f%%", person->exercises[i].percent);
        else
            page_blank(out);
    }
    if (person->has_overall)
        page_score(out, person->overall);
    else
        page_blank(out);
    result_cell(out, person);
    buffer_add(out, "</tr>\n");
}

static void page_people(struct buffer *out, const struct report *report)
{
    struct buffer caption = {0};
    buffer_add(&caption,
               _("Scenarios: the score that counts, and attempts; ! a critical rule was broken in "
                 "it. Exercises: share of the points. Overall: the mean of the scores that count. "
                 "Passed: overall at the pass mark or above, and no critical rule broken."));
    if (line_some_unplayed(report))
        buffer_add(
            &caption,
            _(" A scenario that somebody has not played is left out of their overall score."));
    page_table(out, "", caption.data);
    buffer_free(&caption);
    struct known known = find_known(report);
    people_head(out, report, &known);
    for (int i = 0; i < report->people_count; i++)
        person_row(out, report, &report->people[i], &known);
    page_table_end(out);
}

/* ------------------------------------------------------------------------------ scores ---- */

static void difference_cell(struct buffer *out, double value)
{
    char text[LINE_DIFFERENCE_SIZE];
    line_difference(value, text);
    page_add(out, "td class=\"n\"", text);
}

static void distribution(struct buffer *out, const struct report *report)
{
    const struct report_distribution *all = &report->distribution;
    page_section(out, _("Distribution of scores"), "");
    page_figure(out, "");
    picture_distribution(out, report);
    page_figure_end(out,
                    _("All finished sessions, in steps of 5 points. The number on a bar is its "
                      "sessions; lines mark where a band begins."));
    page_table(out, "", "");
    buffer_add(out, "<thead><tr>");
    for (int i = 0; i < REPORT_BINS; i++)
        page_printf(out, "th class=\"n\"", "%d+", i * (100 / REPORT_BINS));
    buffer_add(out, "</tr></thead>\n<tbody><tr>");
    for (int i = 0; i < REPORT_BINS; i++)
        page_number(out, 0, all->bins[i]);
    buffer_add(out, "</tr>\n");
    page_table_end(out);
    struct buffer bands = {0};
    for (int band = BAND_COUNT - 1; band >= 0; band--)
        buffer_printf(&bands, "%s%s %d", band < BAND_COUNT - 1 ? _(", ") : "",
                      band_label((enum band)band), all->bands[band]);
    page_printf(out, "p", _("By band: %s. Standard deviation %.1f."), bands.data,
                spread_deviation(&all->scores));
    buffer_free(&bands);
    page_section_end(out);
}

static void progress(struct buffer *out, const struct report *report)
{
    const char *const headings[] = {_("\tAttempt"), _("\tSessions"), _("\tMean score"),
                                    _("\tGain over own first")};
    page_section(out, _("Progress over attempts"), "");
    page_figure(out, "");
    picture_progress(out, report);
    page_figure_end(out,
                    _("Mean scores of all first attempts at a scenario, all second ones and so "
                      "on; n: sessions. Later points stand on fewer people."));
    page_table(out, "", _("Gain: over the first attempt of the same people at the same scenario."));
    page_head(out, headings, sizeof headings / sizeof *headings);
    for (int i = 0; i < REPORT_ATTEMPTS; i++) {
        const struct report_progress *at = &report->progress[i];
        if (at->count == 0)
            continue;
        buffer_add(out, "<tr>");
        page_printf(out, "td class=\"n\"", "%d%s", i + 1, i == REPORT_ATTEMPTS - 1 ? "+" : "");
        page_number(out, 0, at->count);
        page_score(out, at->sum / at->count);
        if (i == 0)
            page_blank(out);
        else
            difference_cell(out, at->gain / at->count);
        buffer_add(out, "</tr>\n");
    }
    page_table_end(out);
    page_section_end(out);
}

/* -------------------------------------------------------------------------------- rest ---- */

static void exercises(struct buffer *out, const struct report *report)
{
    const char *const headings[] = {_("Exercise"), _("\tResults"), _("\tMean, %"),
                                    _("\tStandard deviation"), _("\tWith the whole room")};
    page_section(out, _("Exercises"), "");
    page_table(out, "", "");
    page_head(out, headings, sizeof headings / sizeof *headings);
    for (int i = 0; i < report->exercise_count; i++) {
        const struct report_exercise *exercise = &report->exercises[i];
        buffer_add(out, "<tr>");
        page_cell(out, exercise->title);
        page_number(out, 0, exercise->percents.count);
        if (exercise->percents.count > 0) {
            page_number(out, 1, exercise->percents.mean);
            page_number(out, 1, spread_deviation(&exercise->percents));
        } else {
            page_blank(out);
            page_blank(out);
        }
        page_number(out, 0, exercise->room);
        buffer_add(out, "</tr>\n");
    }
    page_table_end(out);
    page_section_end(out);
}

static void course(struct buffer *out, const struct report_course *run, int number)
{
    const char *const headings[] = {_("Part"), _("\tPlanned"), _("\tActual"), _("\tDifference")};
    char date[LINE_DATE_SIZE];
    line_date(run->started_at, date);
    page_printf(out, "h3", _("%s, %s%s"), run->title, date,
                run->rehearsal ? _(" (rehearsal)") : "");
    page_figure(out, "");
    picture_minutes(out, run, number + 1);
    page_figure_end(out, _("Minutes planned / minutes it took."));
    page_table(out, "", "");
    page_head(out, headings, sizeof headings / sizeof *headings);
    for (int i = 0; i < run->segment_count; i++) {
        const struct report_segment *segment = &run->segments[i];
        buffer_add(out, "<tr>");
        page_cell(out, segment->title);
        page_number(out, 1, segment->planned);
        if (segment->reached) {
            page_number(out, 1, segment->actual);
            difference_cell(out, segment->actual - segment->planned);
        } else {
            page_blank(out);
            page_blank(out);
        }
        buffer_add(out, "</tr>\n");
    }
    buffer_add(out, "<tr>");
    page_add(out, "th", _("In all"));
    page_number(out, 1, run->planned);
    page_number(out, 1, run->actual);
    difference_cell(out, run->actual - run->planned);
    buffer_add(out, "</tr>\n");
    page_table_end(out);
}

static void marking(struct buffer *out, const struct report *report)
{
    const struct report_marking *all = &report->marking;
    char found[SCORE_TEXT_SIZE], fixed[SCORE_TEXT_SIZE];
    score_format(all->borderline.mark, found);
    score_format(report->pass_mark, fixed);
    page_section(out, _("Trainers' markings"), "");
    page_printf(out, "p", _("%d sessions marked, %d of them twice, %d of these far apart."),
                all->sessions, all->twice, all->big);
    if (all->kappa.defined)
        page_printf(out, "p", _("Agreement on the overall rating: quadratic-weighted kappa %.2f."),
                    all->kappa.value);
    if (all->icc.defined)
        page_printf(out, "p", _("Agreement on the score: intraclass correlation ICC(2,1) %.2f."),
                    all->icc.two_way);
    if (all->borderline.state == BORDERLINE_FOUND)
        page_printf(out, "p", _("Pass mark by borderline regression: %s; the fixed one is %s."),
                    found, fixed);
    page_section_end(out);
}

char *report_html(const struct report *report)
{
    struct buffer out = {0};
    bool wide = report->people_count > 0 &&
                report->scenario_count + report->exercise_count > COLUMNS_UPRIGHT;
    page_begin(&out, report, _("Class report"), wide ? "broad" : "");
    head(&out, report);
    if (report->people_count > 0) {
        page_section(&out, _("People and results"), wide ? "wide" : "");
        page_people(&out, report);
        page_section_end(&out);
    }
    if (report->sessions > 0) {
        distribution(&out, report);
        progress(&out, report);
        page_section(&out, _("People and rules"), "wide");
        page_heat(&out, report);
        page_rules(&out, report);
        page_section_end(&out);
    }
    for (int i = 0; i < report->scenario_count; i++)
        page_scenario(&out, report, i);
    if (report->exercise_count > 0)
        exercises(&out, report);
    if (report->course_count > 0) {
        page_section(&out, _("Planned and actual minutes"), "");
        for (int i = 0; i < report->course_count; i++)
            course(&out, &report->courses[i], i);
        page_section_end(&out);
    }
    if (report->marking.sessions > 0)
        marking(&out, report);
    page_end(&out);
    return buffer_take(&out);
}
