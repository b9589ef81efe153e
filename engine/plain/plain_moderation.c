/* plain_moderation.c: how far trainers agree, in lines. */
#include <string.h>

#include "base/words.h"
#include "class/marks.h"
#include "plain/plain_grade.h"

enum { LABEL_CELLS = 26 };

/* Two decimals; a minus only before what is not 0.00. */
static void print_kappa(const struct plain *plain, const char *label, const struct kappa *kappa)
{
    char padded[128];
    text_fit(label, LABEL_CELLS, true, padded, sizeof padded);
    fprintf(plain->out, "  %s ", padded);
    if (kappa->defined)
        fprintf(plain->out, "%6.2f", kappa->value > -0.005 && kappa->value < 0 ? 0 : kappa->value);
    else
        fprintf(plain->out, "%6s", "—");
    if (kappa->count > 0)
        fprintf(plain->out, _("   same level: %.0f%%"), 100 * kappa->same);
    fputc('\n', plain->out);
}

static void print_agreement(const struct plain *plain, const struct moderation *moderation)
{
    const struct icc *icc = &moderation->scores;
    fprintf(plain->out, _("Quadratic-weighted kappa, %d sessions:\n"), moderation->double_count);
    for (int i = 0; i < CRITERION_COUNT; i++)
        print_kappa(plain, criterion_label((enum criterion)i), &moderation->criteria[i]);
    print_kappa(plain, _("overall"), &moderation->overall);
    if (icc->defined)
        fprintf(plain->out,
                _("Intraclass correlation of the scores: ICC(2,1) %.2f (ICC(1,1) %.2f, ICC(3,1) "
                  "%.2f)\n"),
                icc->two_way, icc->one_way, icc->consistent);
    else
        fprintf(plain->out, "%s\n",
                _("Intraclass correlation of the scores: — (too few, or all the same)"));
}

static void print_levels(const struct plain *plain, const struct double_marking *marking)
{
    for (int i = 0; i < CRITERION_COUNT; i++) {
        if (marking->levels[0][i] != marking->levels[1][i])
            fprintf(plain->out, "      %s%s%d / %d\n", criterion_label((enum criterion)i), _(": "),
                    marking->levels[0][i], marking->levels[1][i]);
    }
    if (marking->overall[0] != marking->overall[1])
        fprintf(plain->out, "      %s%s%d / %d\n", _("overall"), _(": "), marking->overall[0],
                marking->overall[1]);
    if (marking->criticals[0] != marking->criticals[1])
        fprintf(plain->out, "      %s\n", _("one of the two sees a critical rule broken"));
}

static void print_disagreements(const struct plain *plain, const struct moderation *moderation)
{
    if (moderation->double_count == 0)
        return;
    if (moderation->big_count == 0) {
        fprintf(plain->out, "%s\n", _("No big disagreements."));
        return;
    }
    fprintf(plain->out, _("To talk about (%d or more levels, or %d or more points apart): %d\n"),
            BIG_LEVELS, BIG_POINTS, moderation->big_count);
    for (int i = 0; i < moderation->big_count; i++) {
        const struct double_marking *marking = &moderation->doubles[i];
        char first[SCORE_TEXT_SIZE], second[SCORE_TEXT_SIZE];
        score_format(marking->scores[0], first);
        score_format(marking->scores[1], second);
        fprintf(plain->out, "  %s  %s  %s %s / %s %s\n", marking->session, marking->scenario,
                marking->trainers[0], first, marking->trainers[1], second);
        print_levels(plain, marking);
    }
}

static void print_marks(const struct plain *plain, const struct moderation *moderation)
{
    const struct borderline *borderline = &moderation->borderline;
    char fixed[SCORE_TEXT_SIZE], mark[SCORE_TEXT_SIZE];
    score_format(moderation->fixed_mark, fixed);
    score_format(borderline->mark, mark);
    fprintf(plain->out, _("Pass mark: %s (fixed)\n"), fixed);
    switch (borderline->state) {
    case BORDERLINE_FOUND:
        fprintf(plain->out,
                _("Pass mark by borderline regression: %s (score = %.1f + %.1f x overall rating, "
                  "%d markings)\n"),
                mark, borderline->intercept, borderline->slope, borderline->count);
        break;
    case BORDERLINE_TOO_FEW:
        fprintf(plain->out, _("Pass mark by borderline regression: — (%d markings; it takes %d)\n"),
                borderline->count, BORDERLINE_MIN);
        break;
    case BORDERLINE_NO_SPREAD:
        fprintf(plain->out, "%s\n",
                _("Pass mark by borderline regression: — (all got the same overall rating)"));
        break;
    default:
        fprintf(plain->out, "%s\n",
                _("Pass mark by borderline regression: — (better ratings did not go with better "
                  "scores)"));
        break;
    }
}

void plain_moderation(const struct plain *plain, const struct class_row *class,
                      const struct moderation *moderation)
{
    fprintf(plain->out,
            _("%s: %d finished sessions, %d markings submitted, %d of %d sessions marked twice\n"),
            class->title, moderation->sessions, moderation->submitted, moderation->double_count,
            moderation->to_double);
    print_agreement(plain, moderation);
    print_disagreements(plain, moderation);
    print_marks(plain, moderation);
}
