/* check_print.c: a check's findings and figures, for people. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "cli/check_output.h"

void check_print_findings(const struct check_report *report)
{
    for (int i = 0; i < report->count; i++) {
        const struct finding *finding = &report->findings[i];
        char *file = text_clean(finding->file, strlen(finding->file), 4096, false);
        fprintf(stderr, "%s:", file);
        if (finding->line > 0)
            fprintf(stderr, "%d:", finding->line);
        fprintf(stderr, " %s %s: %s\n", check_number(finding->diagnostic),
                check_short_name(finding->diagnostic), finding->message);
        free(file);
    }
}

static void print_limit(const struct check_report *report, FILE *out)
{
    fprintf(out, _("stopped after %llu states; these results are bounds\n"),
            (unsigned long long)report->summary.states);
}

void check_print_limit(const struct check_report *report)
{
    if (report->solved && !report->complete)
        print_limit(report, stderr);
}

/* "12345678" as "12,345,678". */
static void group_digits(const char *digits, char *out, size_t size)
{
    size_t length = strlen(digits), at = 0;
    for (size_t i = 0; i < length && at + 2 < size; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            out[at++] = ',';
        out[at++] = digits[i];
    }
    out[at] = '\0';
}

static void print_endings(const struct check_summary *summary, enum language language)
{
    char name[256], low[SCORE_TEXT_SIZE], high[SCORE_TEXT_SIZE];
    printf("%s\n", _("Scores by ending:"));
    for (int i = 0; i < summary->ending_count; i++) {
        const struct ending_range *range = &summary->endings[i];
        if (!range->reached)
            continue;
        text_fit(range->ending ? range->ending->label.words[language] : _("(turns ran out)"), 24,
                 true, name, sizeof name);
        score_format(range->low, low);
        score_format(range->high, high);
        printf("  %s %s - %s\n", name, low, high);
    }
}

static void print_play(const struct check_report *report, const struct conversation *play,
                       enum language language)
{
    for (int i = 0; i < play->step_count; i++) {
        const struct line_step *step = &play->steps[i];
        const struct node *node = &report->scenario->nodes[step->node];
        printf("  %s\n", node->id);
        if (step->says)
            printf("    < %s\n", step->says->words[language]);
        if (step->answer)
            printf("    > %s\n", step->answer->say.words[language]);
        else if (i + 1 < play->step_count)
            printf("    > %s\n", _("(files a truthful referral form)"));
    }
}

static void print_rules(const struct check_report *report, enum language language)
{
    const struct check_summary *summary = &report->summary;
    char name[256];
    printf("%s\n", _("Rules here (a: can be activated, k: kept, b: broken):"));
    for (int i = 0; i < summary->rule_count; i++) {
        const struct rule_coverage *row = &summary->rules[i];
        snprintf(name, sizeof name, "%s/%s", report->scenario->packs[row->rule->pack].id,
                 row->rule->id);
        printf("  %c%c%c %3d  %-36s %s\n", row->activated ? 'a' : '-', row->kept ? 'k' : '-',
               row->broken ? 'b' : '-', row->rule->weight, name, row->rule->title.words[language]);
    }
}

static void print_figures(const struct check_summary *summary)
{
    char states[64], raw[32], conversations[2 * COUNT_TEXT_SIZE];
    char best[SCORE_TEXT_SIZE], worst[SCORE_TEXT_SIZE], random[SCORE_TEXT_SIZE];
    snprintf(raw, sizeof raw, "%llu", (unsigned long long)summary->states);
    group_digits(raw, states, sizeof states);
    group_digits(summary->conversations, conversations, sizeof conversations);
    score_format(summary->best, best);
    score_format(summary->worst, worst);
    score_format(summary->random, random);
    printf(_("%d nodes, %d responses, %s states, %s conversations\n"), summary->nodes,
           summary->responses, states, conversations[0] ? conversations : "> 2^256");
    printf(_("Expected score: best play %s, random %s, worst %s\n"), best, random, worst);
    printf(_("Random plays that pass: %.2f %%\n"), 100 * summary->random_pass);
}

void check_print_summary(const struct check_report *report, enum language language)
{
    char score[SCORE_TEXT_SIZE];
    if (report->holds)
        printf("\n%s · %s\n", report->id, report->holds);
    if (!report->solved)
        return;
    const struct check_summary *summary = &report->summary;
    printf("\n%s · %s\n", report->id, report->scenario->title.words[language]);
    if (!report->complete)
        print_limit(report, stdout);
    print_figures(summary);
    printf(_("Cases played beside it: %d\n"), report->cases);
    print_endings(summary, language);
    print_rules(report, language);
    if (summary->shortest_pass.turns > 0) {
        score_format(summary->shortest_pass.score, score);
        printf(_("Shortest pass: %d turns, scores %s\n"), summary->shortest_pass.turns, score);
        print_play(report, &summary->shortest_pass, language);
    }
    if (summary->best_line.turns > 0) {
        score_format(summary->best_line.score, score);
        printf(_("Best line: %d turns, scores %s\n"), summary->best_line.turns, score);
        print_play(report, &summary->best_line, language);
    }
}
