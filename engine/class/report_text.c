/* report_text.c: a class's report in a terminal. */
#include <string.h>

#include "base/words.h"
#include "class/report_faces.h"
#include "class/report_lines.h"
#include "practice/debrief.h"

enum { NAME_CELLS = 14, HEAT_PACK_GAP = 1, BAR_CELLS = 24 };
enum { WORDS_MAX = 80, FIGURES_CELLS = 30, ENDING_CELLS = 44 };

struct paper {
    const struct report *report;
    int width;
    FILE *out;
};

static void print_score(FILE *out, double score, int cells)
{
    char text[SCORE_TEXT_SIZE];
    score_format(score, text);
    line_right(out, text, cells);
}

/* -------------------------------------------------------------------------------- head ---- */

static void print_head(const struct paper *paper)
{
    const struct report *report = paper->report;
    const struct report_distribution *all = &report->distribution;
    char from[LINE_DATE_SIZE], to[LINE_DATE_SIZE], mark[SCORE_TEXT_SIZE];
    if (report->has_class)
        fprintf(paper->out, _("%s (%s)"), report->title, report->class.id);
    else
        fputs(report->title, paper->out);
    fputc('\n', paper->out);
    score_format(report->pass_mark, mark);
    fprintf(paper->out, _("%d people, %d finished sessions; pass mark %s, %s\n"),
            report->people_count, report->sessions, mark, policy_label(report->policy));
    if (report->voted > 0)
        fprintf(paper->out,
                ngettext("%d session that the room played by vote is not counted\n",
                         "%d sessions that the room played by vote are not counted\n",
                         (unsigned long)report->voted),
                report->voted);
    if (report->sessions == 0)
        return;
    line_date(report->from, from);
    line_date(report->to, to);
    char mean[SCORE_TEXT_SIZE], median[SCORE_TEXT_SIZE];
    score_format(all->scores.mean, mean);
    score_format(report_median(all), median);
    fprintf(paper->out, _("%s to %s; mean %s, median %s, standard deviation %.1f\n"), from, to,
            mean, median, spread_deviation(&all->scores));
    fprintf(paper->out, _("passed %d, failed for a critical rule %d\n"), all->passed,
            all->critical);
}

/* ------------------------------------------------------------------------------ people ---- */

static void print_person_name(const struct paper *paper, const struct report_person *person)
{
    if (person->number > 0)
        fprintf(paper->out, "%3d ", person->number);
    else
        fputs("    ", paper->out);
    line_cell(paper->out, person->name, NAME_CELLS);
}

/* Columns of scenarios that fit behind the name, overall and verdict. */
static int scenario_columns(const struct paper *paper)
{
    int room = (paper->width - 4 - NAME_CELLS - 26) / 10;
    return room < paper->report->scenario_count ? room : paper->report->scenario_count;
}

static void print_standing(const struct paper *paper, const struct report_standing *standing)
{
    char score[SCORE_TEXT_SIZE], cell[64];
    if (!standing) {
        line_right(paper->out, "-", 10);
        return;
    }
    score_format(standing->counts.score, score);
    snprintf(cell, sizeof cell, "%s%s /%d", score, standing->counts.critical ? "!" : "",
             standing->attempts.count);
    line_right(paper->out, cell, 10);
}

static const char *outcome_word(const struct report_person *person)
{
    return !person->has_overall ? "-" : person->passed ? _("passed") : _("not passed yet");
}

static void print_people(const struct paper *paper)
{
    const struct report *report = paper->report;
    int columns = scenario_columns(paper);
    line_heading(paper->out, _("People and results"));
    fputs("    ", paper->out);
    line_cell(paper->out, _("Name"), NAME_CELLS);
    line_right(paper->out, _("sessions"), 9);
    for (int i = 0; i < columns; i++) {
        char label[24];
        snprintf(label, sizeof label, "S%d", i + 1);
        line_right(paper->out, label, 10);
    }
    line_right(paper->out, _("overall"), 8);
    fprintf(paper->out, "  %s\n", _("result"));
    for (int i = 0; i < report->people_count; i++) {
        const struct report_person *person = &report->people[i];
        print_person_name(paper, person);
        fprintf(paper->out, "%9d", person->sessions);
        for (int j = 0; j < columns; j++)
            print_standing(paper, report_standing(person, j));
        if (person->has_overall)
            print_score(paper->out, person->overall, 8);
        else
            line_right(paper->out, "-", 8);
        fprintf(paper->out, "  %s\n", outcome_word(person));
    }
    fprintf(paper->out, "%s\n",
            _("S: the score that counts / attempts; ! a critical rule was broken in it."));
    if (line_some_unplayed(report))
        fprintf(paper->out, "%s\n",
                _("Overall: the mean of these; a scenario that was not played is left out."));
    for (int i = 0; i < report->scenario_count; i++) {
        fprintf(paper->out, "  S%d  ", i + 1);
        fprintf(paper->out, _("%s (%s)"), report->scenarios[i].title, report->scenarios[i].id);
        fputc('\n', paper->out);
    }
}

/* ------------------------------------------------------------- distribution and progress ---- */

static void print_distribution(const struct paper *paper)
{
    const struct report_distribution *all = &paper->report->distribution;
    int tens[10] = {0}, most = 1;
    line_heading(paper->out, _("Distribution of scores"));
    for (int i = 0; i < REPORT_BINS; i++)
        tens[i / 2] += all->bins[i];
    for (int i = 0; i < 10; i++)
        most = tens[i] > most ? tens[i] : most;
    for (int i = 0; i < 10; i++) {
        fprintf(paper->out, i == 9 ? "  %3d-100 " : "  %3d-%-3d ", i * 10, i * 10 + 9);
        line_bar(paper->out, (double)tens[i] / most, paper->width - 24);
        fprintf(paper->out, " %8d\n", tens[i]);
    }
    fputs("  ", paper->out);
    for (int band = BAND_COUNT - 1; band >= 0; band--)
        fprintf(paper->out, "%s %d%s", band_label((enum band)band), all->bands[band],
                band > 0 ? _(", ") : "\n");
}

static void print_progress(const struct paper *paper)
{
    const struct report *report = paper->report;
    line_heading(paper->out, _("Progress over attempts at the same scenario"));
    line_right(paper->out, _("attempt"), 9);
    line_right(paper->out, _("sessions"), 10);
    line_right(paper->out, _("mean"), 8);
    fputs("  ", paper->out);
    line_cell(paper->out, "", BAR_CELLS);
    line_right(paper->out, _("gain over own first"), 21);
    fputc('\n', paper->out);
    for (int i = 0; i < REPORT_ATTEMPTS; i++) {
        const struct report_progress *at = &report->progress[i];
        if (at->count == 0)
            continue;
        char number[16];
        snprintf(number, sizeof number, "%d%s", i + 1, i == REPORT_ATTEMPTS - 1 ? "+" : "");
        line_right(paper->out, number, 9);
        fprintf(paper->out, "%10d", at->count);
        print_score(paper->out, at->sum / at->count, 8);
        fputs("  ", paper->out);
        line_bar(paper->out, at->sum / at->count / 100, BAR_CELLS);
        char gain[LINE_DIFFERENCE_SIZE] = "-";
        if (i > 0)
            line_difference(at->gain / at->count, gain);
        fprintf(paper->out, "%21s\n", gain);
    }
}

/* ---------------------------------------------------------------------------- heat map ---- */

static bool new_pack(const struct report *report, int rule)
{
    if (rule == 0)
        return false;
    const char *a = report->rules[rule - 1].name, *b = report->rules[rule].name;
    size_t length = strcspn(a, "/");
    return strncmp(a, b, length + 1) != 0;
}

/* The first rule that no longer fits beside the names, from `first`. */
static int panel_end(const struct paper *paper, int first)
{
    int cells = paper->width - 4 - NAME_CELLS - 1, end = first;
    while (end < paper->report->rule_count) {
        cells -= 1 + (end > first && new_pack(paper->report, end) ? HEAT_PACK_GAP : 0);
        if (cells < 0)
            break;
        end++;
    }
    return end;
}

static void print_gap(const struct paper *paper, int first, int rule)
{
    if (rule > first && new_pack(paper->report, rule))
        fputc(' ', paper->out);
}

static void print_heat_head(const struct paper *paper, int first, int end)
{
    for (int digit = 0; digit < 2; digit++) {
        line_cell(paper->out, digit == 0 ? _("rule") : "", 4 + NAME_CELLS + 1);
        for (int i = first; i < end; i++) {
            int number = digit == 0 ? (i + 1) / 10 % 10 : (i + 1) % 10;
            print_gap(paper, first, i);
            if (digit == 0 && i + 1 < 10)
                fputc(' ', paper->out);
            else
                fprintf(paper->out, "%d", number);
        }
        fputc('\n', paper->out);
    }
}

static void print_heat_row(const struct paper *paper, const struct report_person *person, int first,
                           int end)
{
    print_person_name(paper, person);
    fputc(' ', paper->out);
    for (int i = first; i < end; i++) {
        const struct report_mark *mark = report_mark(person, i);
        print_gap(paper, first, i);
        fputs(mark ? line_block(report_mean_mark(mark)) : "·", paper->out);
    }
    fputc('\n', paper->out);
}

static void print_heat(const struct paper *paper)
{
    const struct report *report = paper->report;
    line_heading(paper->out, _("People and rules: how far each rule was kept"));
    for (int first = 0; first < report->rule_count;) {
        int end = panel_end(paper, first);
        if (end == first)
            break;
        print_heat_head(paper, first, end);
        for (int i = 0; i < report->people_count; i++) {
            if (report->people[i].sessions > 0)
                print_heat_row(paper, &report->people[i], first, end);
        }
        first = end;
        if (first < report->rule_count)
            fputc('\n', paper->out);
    }
    fprintf(paper->out, "%s\n",
            _("▁ never ▂▃▄▅▆▇ in part █ always   · not called for   (rules by number below)"));
}

static void print_rules(const struct paper *paper)
{
    const struct report *report = paper->report;
    line_heading(paper->out, _("Rules"));
    fputs("    ", paper->out);
    line_right(paper->out, _("kept"), 6);
    line_right(paper->out, _("called"), 9);
    line_right(paper->out, _("lost"), 9);
    fputs("  \n", paper->out);
    for (int i = 0; i < report->rule_count; i++) {
        const struct report_rule *rule = &report->rules[i];
        fprintf(paper->out, "%3d ", i + 1);
        if (rule->all.sessions == 0)
            line_right(paper->out, "-", 6);
        else
            fprintf(paper->out, "%5d%%", report_percent(&rule->all));
        fprintf(paper->out, "%9d%9d  %s", rule->all.sessions, rule->broken,
                rule->critical ? "! " : "  ");
        char title[512];
        text_fit(rule->title, paper->width - 32, false, title, sizeof title);
        fprintf(paper->out, "%s\n", title);
    }
    fprintf(paper->out, "%s\n", _("called: sessions that called for it; ! critical"));
}

/* --------------------------------------------------------------------------- scenarios ---- */

/* Cells for the words of a response, in front of its figures. */
static int words_cells(const struct paper *paper)
{
    int cells = paper->width - 4 - FIGURES_CELLS - 2;
    return cells < WORDS_MAX ? cells : WORDS_MAX;
}

/* A place of the conversation, by what the customer says there, and how many came by. */
static void print_place(const struct paper *paper, const struct report_node *node)
{
    char words[1024];
    text_fit(line_node(node), paper->width - 16, false, words, sizeof words);
    fprintf(paper->out, _("  %s (%d)\n"), words, node->asked.count);
}

static void print_item(const struct paper *paper, const struct report_node *node,
                       const struct report_response *response)
{
    struct spread rest = spread_without(&node->asked, &response->chosen);
    double r;
    fputs("    ", paper->out);
    line_cell(paper->out, response->say, words_cells(paper));
    fprintf(paper->out, "%7d", response->chosen.count);
    if (response->chosen.count > 0)
        print_score(paper->out, response->chosen.mean, 7);
    else
        line_right(paper->out, "-", 7);
    if (rest.count > 0)
        print_score(paper->out, rest.mean, 8);
    else
        line_right(paper->out, "-", 8);
    if (point_biserial(&node->asked, &response->chosen, &r))
        fprintf(paper->out, "%+8.2f\n", r);
    else
        fprintf(paper->out, "%8s\n", "-");
}

/* Where fewer came by than statistics are made of: only what was chosen there, and how often. */
static void print_picks(const struct paper *paper, const struct report_node *node)
{
    print_place(paper, node);
    for (int j = 0; j < node->response_count; j++) {
        const struct report_response *response = &node->responses[j];
        char words[1024];
        if (response->chosen.count == 0)
            continue;
        text_fit(response->say, paper->width - 14, false, words, sizeof words);
        fprintf(paper->out, "    %5d  %s\n", response->chosen.count, words);
    }
}

static void print_seldom(const struct paper *paper, const struct report_scenario *scenario)
{
    bool any = false;
    for (int i = 0; i < scenario->node_count; i++) {
        const struct report_node *node = &scenario->nodes[i];
        if (node->asked.count == 0 || node->asked.count >= ITEM_PLAYS_MIN)
            continue;
        if (!any)
            fprintf(paper->out, "\n    %s\n", _("under 10 plays, so only counted"));
        any = true;
        print_picks(paper, node);
    }
}

static void print_items(const struct paper *paper, const struct report_scenario *scenario)
{
    fputs("    ", paper->out);
    line_cell(paper->out, _("response"), words_cells(paper));
    line_right(paper->out, _("chosen"), 7);
    line_right(paper->out, _("with"), 7);
    line_right(paper->out, _("without"), 8);
    line_right(paper->out, _("discr."), 8);
    fputc('\n', paper->out);
    for (int i = 0; i < scenario->node_count; i++) {
        const struct report_node *node = &scenario->nodes[i];
        if (node->asked.count < ITEM_PLAYS_MIN)
            continue;
        print_place(paper, node);
        for (int j = 0; j < node->response_count; j++) {
            if (node->responses[j].picks > 0 || !node->responses[j].silent)
                print_item(paper, node, &node->responses[j]);
        }
    }
    print_seldom(paper, scenario);
}

static void print_endings(const struct paper *paper, const struct report_scenario *scenario)
{
    for (int i = 0; i < scenario->node_count; i++) {
        const struct report_node *node = &scenario->nodes[i];
        char words[512];
        if (!node->ending || node->ends == 0)
            continue;
        text_fit(line_node(node), paper->width - ENDING_CELLS, false, words, sizeof words);
        fprintf(paper->out, _("  %6d ended so: %s (%s)\n"), node->ends, node->ending_label, words);
    }
    if (scenario->ran_out > 0)
        fprintf(paper->out, _("  %6d ended so: the turns ran out\n"), scenario->ran_out);
}

static void print_scenario(const struct paper *paper, const struct report_scenario *scenario)
{
    char mean[SCORE_TEXT_SIZE], time[LINE_DURATION_SIZE];
    line_heading(paper->out, scenario->title);
    score_format(scenario->scores.mean, mean);
    line_duration(scenario->seconds / scenario->sessions, time);
    fprintf(paper->out,
            _("  %d sessions, mean %s, passed %d, critical rule broken in %d, think time %s\n"),
            scenario->sessions, mean, scenario->passed, scenario->critical, time);
    if (scenario->live > 0)
        fprintf(paper->out,
                ngettext("  %d of them was watched, not played here: it has no path\n",
                         "  %d of them were watched, not played here: they have no path\n",
                         (unsigned long)scenario->live),
                scenario->live);
    print_endings(paper, scenario);
    if (scenario->walked > 0)
        print_items(paper, scenario);
}

/* -------------------------------------------------------------------------------- rest ---- */

static void print_exercises(const struct paper *paper)
{
    const struct report *report = paper->report;
    if (report->exercise_count == 0)
        return;
    line_heading(paper->out, _("Exercises"));
    for (int i = 0; i < report->exercise_count; i++) {
        const struct report_exercise *exercise = &report->exercises[i];
        fputs("  ", paper->out);
        line_cell(paper->out, exercise->title, 40);
        fprintf(paper->out, _("%6d results"), exercise->percents.count);
        if (exercise->percents.count > 0)
            fprintf(paper->out, _(", mean %.0f%%"), exercise->percents.mean);
        if (exercise->room > 0)
            fprintf(paper->out, _(", with the whole room: %d"), exercise->room);
        fputc('\n', paper->out);
    }
}

static void print_courses(const struct paper *paper)
{
    const struct report *report = paper->report;
    for (int i = 0; i < report->course_count; i++) {
        const struct report_course *course = &report->courses[i];
        char date[LINE_DATE_SIZE];
        line_date(course->started_at, date);
        line_heading(paper->out, _("Planned and actual minutes"));
        fprintf(paper->out, _("  %s, %s%s\n"), course->title, date,
                course->rehearsal ? _(" (rehearsal)") : "");
        for (int j = 0; j < course->segment_count; j++) {
            const struct report_segment *segment = &course->segments[j];
            fprintf(paper->out, "  %2d ", j + 1);
            line_cell(paper->out, segment->title, 34);
            fprintf(paper->out, "%6.1f %6.1f  ", segment->planned, segment->actual);
            line_bar(paper->out, segment->actual / 30, BAR_CELLS);
            fputc('\n', paper->out);
        }
    }
}

static void print_marking(const struct paper *paper)
{
    const struct report_marking *marking = &paper->report->marking;
    char found[SCORE_TEXT_SIZE], fixed[SCORE_TEXT_SIZE];
    if (marking->sessions == 0)
        return;
    score_format(marking->borderline.mark, found);
    score_format(paper->report->pass_mark, fixed);
    line_heading(paper->out, _("Trainers' markings"));
    fprintf(paper->out, _("  %d sessions marked, %d of them twice\n"), marking->sessions,
            marking->twice);
    if (marking->kappa.defined)
        fprintf(paper->out, _("  agreement on the overall rating: quadratic-weighted kappa %.2f\n"),
                marking->kappa.value);
    if (marking->icc.defined)
        fprintf(paper->out, _("  agreement on the score: intraclass correlation ICC(2,1) %.2f\n"),
                marking->icc.two_way);
    if (marking->borderline.state == BORDERLINE_FOUND)
        fprintf(paper->out, _("  pass mark by borderline regression: %s (fixed: %s)\n"), found,
                fixed);
}

void report_text(const struct report *report, int width, FILE *out)
{
    struct paper paper = {.report = report, .width = width, .out = out};
    print_head(&paper);
    if (report->people_count > 0)
        print_people(&paper);
    if (report->sessions == 0)
        fprintf(out, "\n%s\n", _("No session has been finished yet."));
    if (report->sessions > 0) {
        print_distribution(&paper);
        print_progress(&paper);
        print_heat(&paper);
        print_rules(&paper);
    }
    for (int i = 0; i < report->scenario_count; i++)
        print_scenario(&paper, &report->scenarios[i]);
    print_exercises(&paper);
    print_courses(&paper);
    print_marking(&paper);
}
