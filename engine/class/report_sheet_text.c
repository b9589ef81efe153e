/* report_sheet_text.c: a trainee's sheet in a terminal. */
#include "base/words.h"
#include "class/report_faces.h"
#include "class/report_lines.h"

static void print_well(const struct report *report, const struct report_sheet *sheet, int width,
                       FILE *out)
{
    line_heading(out, _("What goes well"));
    for (int i = 0; i < sheet->well_count; i++)
        line_paragraph(out, report->rules[sheet->well[i]].title, width, 2);
    if (sheet->well_count == 0)
        line_paragraph(out, _("Too few sessions yet to say: play on."), width, 2);
}

static void print_habit(const struct report *report, const struct report_sheet *sheet, int width,
                        FILE *out)
{
    line_heading(out, _("The one habit to work on"));
    if (!sheet->has_habit) {
        line_paragraph(out, sheet_no_habit(report), width, 2);
        return;
    }
    line_paragraph(out, sheet->habit.title.words[report->language], width, 2);
    line_paragraph(out, sheet->habit.instead.words[report->language], width, 4);
    fprintf(out,
            ngettext("    It cost %.1f points in %d of the latest sessions.\n",
                     "    It cost %.1f points in %d of the latest sessions.\n",
                     (unsigned long)sheet->habit.sessions),
            sheet->habit.points, sheet->habit.sessions);
}

static void print_drills(const struct report_sheet *sheet, int width, FILE *out)
{
    line_heading(out, _("Next drills"));
    for (int i = 0; i < sheet->drill_count; i++) {
        const struct sheet_drill *drill = &sheet->drills[i];
        fprintf(out, "  %d. %s\n", i + 1, drill->title);
        line_paragraph(out, drill->why, width, 5);
        fprintf(out, "     yanlian play %s\n", drill->scenario);
    }
    if (sheet->drill_count == 0)
        line_paragraph(out, _("Every scenario stands at excellent: help a colleague with one."),
                       width, 2);
}

static void print_standings(const struct report *report, FILE *out)
{
    line_heading(out, _("Scenarios"));
    for (int i = 0; i < report->scenario_count; i++) {
        const struct report_standing *standing = report_standing(&report->people[0], i);
        char first[SCORE_TEXT_SIZE], last[SCORE_TEXT_SIZE], counts[SCORE_TEXT_SIZE];
        if (!standing)
            continue;
        score_format(standing->attempts.first.score, first);
        score_format(standing->attempts.last.score, last);
        score_format(standing->counts.score, counts);
        fputs("  ", out);
        line_cell(out, report->scenarios[i].title, 30);
        fprintf(out, _("attempts %d, first %s, last %s, counts %s  %s\n"), standing->attempts.count,
                first, last, counts, standing->passed ? _("passed") : _("not passed yet"));
    }
}

static void print_latest(const struct report *report, FILE *out)
{
    line_heading(out, _("Latest sessions"));
    for (int i = 0; i < report->latest_count; i++) {
        const struct report_latest *session = &report->latest[i];
        char date[LINE_DATE_SIZE], score[SCORE_TEXT_SIZE];
        char time[LINE_DURATION_SIZE] = "-";
        line_date(session->at, date);
        score_format(session->score, score);
        if (!session->live)
            line_duration(session->seconds, time);
        fprintf(out, "  %s  ", date);
        line_cell(out, report->scenarios[session->scenario].title, 26);
        line_right(out, score, 6);
        fputs("  ", out);
        line_bar(out, session->score / 100, 12);
        fprintf(out, " %7s  %s\n", time, session->passed ? _("passed") : _("not passed yet"));
    }
}

static void print_exercises(const struct report *report, FILE *out)
{
    const struct report_person *person = &report->people[0];
    bool begun = false;
    for (int i = 0; i < person->exercise_count; i++) {
        const struct report_points *points = &person->exercises[i];
        if (points->attempts.count == 0)
            continue;
        if (!begun)
            line_heading(out, _("Exercises"));
        begun = true;
        fputs("  ", out);
        line_cell(out, report->exercises[i].title, 40);
        fprintf(out, _("%5.1f of %.0f points (%.0f%%)\n"), points->points, points->most,
                points->percent);
    }
}

void report_sheet_text(const struct report *report, const struct report_sheet *sheet, int width,
                       FILE *out)
{
    const struct report_person *person = &report->people[0];
    char overall[SCORE_TEXT_SIZE] = "-";
    if (person->has_overall)
        score_format(person->overall, overall);
    if (report->has_class)
        fprintf(out, _("%s (%s)"), report->title, report->class.title);
    else
        fputs(report->title, out);
    if (person->staff_number[0] && !report->anonymised) {
        fputs("  ", out);
        fprintf(out, _("staff number %s"), person->staff_number);
    }
    fprintf(out, _("\n%d finished sessions, overall %s\n"), report->sessions, overall);
    print_well(report, sheet, width, out);
    print_habit(report, sheet, width, out);
    print_drills(sheet, width, out);
    if (report->sessions > 0) {
        print_standings(report, out);
        print_latest(report, out);
    }
    print_exercises(report, out);
}
