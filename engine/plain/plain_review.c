/* plain_review.c: the review in line mode. */
#include "base/words.h"
#include "plain/plain.h"
#include "practice/review.h"

enum { CURVE_CELLS = 50 };

static void print_said(const struct plain *plain, const struct scenario *scenario,
                       const struct event *event)
{
    if (event->response < 0)
        fprintf(plain->out, "%s\n", _("Referral form filed"));
    else
        fprintf(plain->out, "%s\n",
                scenario->nodes[event->node].responses[event->response].say.words[plain->language]);
}

static void print_better(const struct plain *plain, const struct scenario *scenario,
                         const struct review_pick *pick)
{
    enum language language = plain->language;
    const char *words =
        pick->better < 0
            ? _("fill in the referral form, truthfully")
            : scenario->nodes[pick->event->node].responses[pick->better].say.words[language];
    fprintf(plain->out, _("      Better: %s\n"), words);
    for (int i = 0; i < scenario->rule_count; i++) {
        if (pick->kept >> i & 1)
            fprintf(plain->out, _("      Would have kept: %s\n"),
                    scenario->rules[i].title.words[language]);
    }
}

static void print_pick(const struct plain *plain, const struct scenario *scenario,
                       const struct review_pick *pick)
{
    char cost[SCORE_TEXT_SIZE], before[SCORE_TEXT_SIZE], after[SCORE_TEXT_SIZE];
    score_format(pick->cost, cost);
    score_format(pick->before, before);
    score_format(pick->after, after);
    fprintf(plain->out, "  %2d %-2s %s", pick->event->turn, pick_class_sign(pick->class),
            pick_class_label(pick->class));
    if (pick->cost > 0)
        fprintf(plain->out, _(" (-%s: %s to %s)"), cost, before, after);
    if (pick->critical)
        fprintf(plain->out, " %s", _("[breaks a critical rule]"));
    fputs(_(": "), plain->out);
    print_said(plain, scenario, pick->event);
    if (!pick->best)
        print_better(plain, scenario, pick);
}

/* One row a turn: the best score still attainable after it. */
static void print_curve(const struct plain *plain, const struct review *review)
{
    char score[SCORE_TEXT_SIZE];
    fprintf(plain->out, "%s\n", _("Attainable score after each turn:"));
    for (int i = -1; i < review->count; i++) {
        double value = i < 0 ? review->start : review->picks[i].reached;
        int cells = (int)(value * CURVE_CELLS / 100 + 1e-9);
        score_format(value, score);
        fprintf(plain->out, "  %2d ", i < 0 ? 0 : review->picks[i].event->turn);
        for (int cell = 0; cell < cells; cell++)
            fputs("█", plain->out);
        fprintf(plain->out, " %s\n", score);
    }
}

void plain_review(const struct plain *plain, struct play *play, const struct reviewer *reviewer)
{
    const struct review *review = reviewer_review(reviewer);
    const struct scenario *scenario = session_scenario(play_session(play));
    char accuracy[SCORE_TEXT_SIZE];
    score_format(review->accuracy, accuracy);
    fprintf(plain->out, "%s · %s\n", scenario->title.words[plain->language], play_row(play)->id);
    for (int i = 0; i < review->count; i++)
        print_pick(plain, scenario, &review->picks[i]);
    print_curve(plain, review);
    fprintf(plain->out, _("Accuracy: %s%%\n"), accuracy);
    if (review->turning_point >= 0)
        fprintf(plain->out, _("Turning point: turn %d\n"),
                review->picks[review->turning_point].event->turn);
}

bool plain_habit(const struct plain *plain, struct store *store, const struct person *person,
                 struct error *error)
{
    enum { SESSIONS = 10 };
    struct error local = {0};
    struct habit habit;
    char points[SCORE_TEXT_SIZE];
    if (!habit_find(store, person->id, SESSIONS, &habit, &local)) {
        if (local.code != ERROR_NONE && error)
            *error = local;
        return local.code == ERROR_NONE;
    }
    score_format(habit.points, points);
    fprintf(plain->out, _("Practise next: %s (cost %s points in %d of the last sessions)\n"),
            habit.title.words[plain->language], points, habit.sessions);
    fprintf(plain->out, "      %s\n", habit.instead.words[plain->language]);
    habit_free(&habit);
    return true;
}
