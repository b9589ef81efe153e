/* check_draws.c: whether hidden draws show, and in time; and what is left to luck. */
#include "base/words.h"
#include "solve/check_parts.h"

/* A gain below this is rounding. */
static const double gain_min = 1e-6;

/* The best expected score when these draws are shown openly; -1 when that could not be solved. */
static double best_revealed(const struct check *check, unsigned draws)
{
    struct solve_options options = check->limits;
    options.reveal = draws;
    struct solution *open = solution_new(check->report->loaded, NULL, &options, NULL);
    double best = open && solution_is_complete(open) ? solution_value(open).best : -1;
    solution_free(open);
    return best;
}

static void add_late(struct check *check, int draw, double best, double revealed)
{
    char now[SCORE_TEXT_SIZE], then[SCORE_TEXT_SIZE];
    score_format(best, now);
    score_format(revealed, then);
    check_add(check, CHECK_DRAW_LATE,
              (struct place){.line = check->scenario->draws[draw].file_line},
              _("the draw '%s' shows too late: best play expects %s, and %s if it were known from "
                "the start; let a scene, a line or a cue show it before it matters"),
              check->scenario->draws[draw].id, now, then);
}

/* Draws that it would pay to know from the start. True when there are any. */
static bool check_late(struct check *check, double best)
{
    const struct scenario *scenario = check->scenario;
    unsigned shown = check->survey.draws_shown, late = 0;
    double all = shown ? best_revealed(check, shown) : -1;
    if (all - best < gain_min)
        return false;
    for (int i = 0; i < scenario->draw_count; i++) {
        double revealed = shown >> i & 1 ? best_revealed(check, 1U << i) : -1;
        if (revealed - best < gain_min)
            continue;
        add_late(check, i, best, revealed);
        late |= 1U << i;
    }
    for (int i = 0; !late && i < scenario->draw_count; i++) {
        if (shown >> i & 1) /* none pays alone, all do together */
            add_late(check, i, best, all);
    }
    return true;
}

void check_draws(struct check *check)
{
    const struct scenario *scenario = check->scenario;
    double best = solution_value(check->solution).best;
    for (int i = 0; i < scenario->draw_count; i++) {
        if (!(check->survey.draws_shown >> i & 1) && scenario->draws[i].value_count > 1)
            check_add(check, CHECK_DRAW_UNSEEN,
                      (struct place){.line = scenario->draws[i].file_line},
                      _("the draw '%s' never shows: no scene, line, cue, mood, node or open "
                        "response depends on it; let one, or take it out"),
                      scenario->draws[i].id);
    }
    if (best >= 100 - gain_min || check_late(check, best) || check->survey.highest + SAME < 100)
        return;
    char score[SCORE_TEXT_SIZE];
    score_format(best, score);
    check_add(check, CHECK_LUCK, check_at_node(&scenario->nodes[scenario->start]),
              _("only luck gives 100: best play expects %s; let no chance { } lead where points "
                "are lost whatever is said"),
              score);
}
