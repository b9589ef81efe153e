/* report_sheet_html.c: a trainee's sheet as a page. */
#include "base/words.h"
#include "class/report_lines.h"
#include "class/report_page.h"

static void well(struct buffer *out, const struct report *report, const struct report_sheet *sheet)
{
    buffer_add(out, "<section class=\"card\">\n");
    page_add(out, "h2", _("What goes well"));
    if (sheet->well_count == 0) {
        page_add(out, "p", _("Too few sessions yet to say: play on."));
    } else {
        buffer_add(out, "<ul>\n");
        for (int i = 0; i < sheet->well_count; i++) {
            const struct report_mark *mark = report_mark(&report->people[0], sheet->well[i]);
            page_printf(out, "li", _("%s (kept %.0f%% of the time, called for in %d sessions)"),
                        report->rules[sheet->well[i]].title, (double)report_percent(mark),
                        mark->sessions);
        }
        buffer_add(out, "</ul>\n");
    }
    page_section_end(out);
}

static void habit(struct buffer *out, const struct report *report, const struct report_sheet *sheet)
{
    buffer_add(out, "<section class=\"card\">\n");
    page_add(out, "h2", _("The one habit to work on"));
    if (!sheet->has_habit) {
        page_add(out, "p", sheet_no_habit(report));
    } else {
        const struct habit *found = &sheet->habit;
        buffer_add(out, "<p><b>");
        svg_escape(out, found->title.words[report->language]);
        buffer_add(out, "</b></p>\n");
        page_add(out, "p class=\"say\"", found->instead.words[report->language]);
        page_printf(out, "p class=\"quiet\"",
                    ngettext("It cost %.1f points in %d of the latest sessions.",
                             "It cost %.1f points in %d of the latest sessions.",
                             (unsigned long)found->sessions),
                    found->points, found->sessions);
    }
    page_section_end(out);
}

static void drills(struct buffer *out, const struct report_sheet *sheet)
{
    buffer_add(out, "<section class=\"card\">\n");
    page_add(out, "h2", _("Next drills"));
    if (sheet->drill_count == 0)
        page_add(out, "p", _("Every scenario stands at excellent: help a colleague with one."));
    buffer_add(out, "<ol>\n");
    for (int i = 0; i < sheet->drill_count; i++) {
        const struct sheet_drill *drill = &sheet->drills[i];
        buffer_add(out, "<li><b>");
        svg_escape(out, drill->title);
        buffer_add(out, "</b><br>");
        svg_escape(out, drill->why);
        buffer_add(out, "<br><code>yanlian play ");
        svg_escape(out, drill->scenario);
        buffer_add(out, "</code></li>\n");
    }
    buffer_add(out, "</ol>\n");
    page_section_end(out);
}

static void standings(struct buffer *out, const struct report *report)
{
    const char *const headings[] = {"",          _("Scenario"), _("\tAttempts"), _("\tFirst"),
                                    _("\tLast"), _("\tCounts"), _("Result")};
    page_table(out, "", "");
    page_head(out, headings, sizeof headings / sizeof *headings);
    for (int i = 0; i < report->scenario_count; i++) {
        const struct report_standing *standing = report_standing(&report->people[0], i);
        if (!standing)
            continue;
        buffer_add(out, "<tr>");
        page_printf(out, "td", "S%d", i + 1);
        page_cell(out, report->scenarios[i].title);
        page_number(out, 0, standing->attempts.count);
        page_score(out, standing->attempts.first.score);
        page_score(out, standing->attempts.last.score);
        page_score(out, standing->counts.score);
        page_cell(out, standing->passed            ? _("passed")
                       : standing->counts.critical ? _("not passed: a critical rule was broken")
                                                   : _("not passed yet"));
        buffer_add(out, "</tr>\n");
    }
    page_table_end(out);
}

static void latest(struct buffer *out, const struct report *report)
{
    const char *const headings[] = {_("Day"), _("Scenario"), _("\tScore"), _("\tThink time"),
                                    _("Result")};
    page_figure(out, "");
    picture_latest(out, report);
    page_figure_end(out,
                    _("Scores of the latest sessions, the newest at the right; S1, S2 ...: the "
                      "scenario. In a square: not passed."));
    page_table(out, "", "");
    page_head(out, headings, sizeof headings / sizeof *headings);
    for (int i = 0; i < report->latest_count; i++) {
        const struct report_latest *session = &report->latest[i];
        char date[LINE_DATE_SIZE], time[LINE_DURATION_SIZE] = "–";
        line_date(session->at, date);
        if (!session->live)
            line_duration(session->seconds, time);
        buffer_add(out, "<tr>");
        page_add(out, "td class=\"id\"", date);
        page_printf(out, "td", "S%d %s%s", session->scenario + 1,
                    report->scenarios[session->scenario].title,
                    session->live ? _(" (watched)") : "");
        page_score(out, session->score);
        page_add(out, "td class=\"n\"", time);
        page_cell(out, session->passed ? _("passed") : _("not passed yet"));
        buffer_add(out, "</tr>\n");
    }
    page_table_end(out);
}

static void exercises(struct buffer *out, const struct report *report)
{
    const struct report_person *person = &report->people[0];
    const char *const headings[] = {_("Exercise"), _("\tPoints"), _("\tPossible"), "\t%"};
    if (person->exercise_count == 0)
        return;
    page_section(out, _("Exercises"), "");
    page_table(out, "", "");
    page_head(out, headings, sizeof headings / sizeof *headings);
    for (int i = 0; i < person->exercise_count; i++) {
        const struct report_points *points = &person->exercises[i];
        if (points->attempts.count == 0)
            continue;
        buffer_add(out, "<tr>");
        page_cell(out, report->exercises[i].title);
        page_number(out, 1, points->points);
        page_number(out, 0, points->most);
        page_number(out, 0, points->percent);
        buffer_add(out, "</tr>\n");
    }
    page_table_end(out);
    page_section_end(out);
}

static void head(struct buffer *out, const struct report *report)
{
    const struct report_person *person = &report->people[0];
    struct buffer line = {0};
    if (report->has_class)
        buffer_printf(&line, "%s · ", report->class.title);
    if (person->staff_number[0] && !report->anonymised) {
        buffer_printf(&line, _("staff number %s"), person->staff_number);
        buffer_add(&line, " · ");
    }
    if (person->branch[0])
        buffer_printf(&line, "%s · ", person->branch);
    buffer_printf(
        &line,
        ngettext("%d finished session", "%d finished sessions", (unsigned long)report->sessions),
        report->sessions);
    if (person->has_overall) {
        char overall[SCORE_TEXT_SIZE];
        score_format(person->overall, overall);
        buffer_printf(&line, _(" · overall %s"), overall);
    }
    page_add(out, "p class=\"quiet\"", line.data);
    buffer_free(&line);
}

char *report_sheet_html(const struct report *report, const struct report_sheet *sheet)
{
    struct buffer out = {0};
    page_begin(&out, report, _("Trainee's sheet"), "sheet");
    head(&out, report);
    well(&out, report, sheet);
    habit(&out, report, sheet);
    drills(&out, sheet);
    if (report->sessions > 0) {
        page_section(&out, _("Scores"), "");
        standings(&out, report);
        latest(&out, report);
        page_section_end(&out);
    }
    exercises(&out, report);
    page_end(&out);
    return buffer_take(&out);
}
