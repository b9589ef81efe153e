/* plain_debrief.c: the judgement and the list of scenarios, in line mode. */
#include <string.h>

#include "base/words.h"
#include "plain/plain.h"

enum { BAR_CELLS = 20 };

static void print_score(const struct plain *plain, const struct debrief *debrief)
{
    char score[SCORE_TEXT_SIZE];
    score_format(debrief->score.total, score);
    if (debrief->score.critical >= 0) {
        fprintf(plain->out, _("Score: %s of 100\n"), score); /* a band would say it was passed */
        fprintf(plain->out, "%s\n", _("CRITICAL FAILURE: not passed, whatever the score."));
    } else {
        fprintf(plain->out, _("Score: %s of 100 (%s)\n"), score, band_label(debrief->score.band));
        fprintf(plain->out, "%s\n", debrief->score.passed ? _("Passed.") : _("Not passed."));
    }
    if (debrief->watched)
        return;
    fprintf(plain->out, _("Ending: %s\n"), debrief->ending);
    fprintf(plain->out, _("Turns: %d · hints: %d · taken back: %d\n"), debrief->turns,
            debrief->hints, debrief->take_backs);
}

static void print_pack(const struct plain *plain, const struct debrief_pack *pack)
{
    char title[128], score[SCORE_TEXT_SIZE];
    text_fit(pack->title, 24, true, title, sizeof title);
    if (pack->activated == 0) {
        fprintf(plain->out, "  %s %s\n", title, _("not called for"));
        return;
    }
    int filled = (int)(pack->score * BAR_CELLS / 100);
    score_format(pack->score, score);
    fprintf(plain->out, "  %s ", title);
    for (int i = 0; i < BAR_CELLS; i++)
        fputs(i < filled ? "▮" : "▯", plain->out);
    fprintf(plain->out, " %s", score);
    fprintf(plain->out, _(" (%d/%d)"), pack->kept, pack->activated);
    fputc('\n', plain->out);
}

static const char *mark_of(enum verdict verdict)
{
    static const char *const marks[] = {
        [VERDICT_NOT_ACTIVATED] = "·", [VERDICT_OPEN] = "?",   [VERDICT_KEPT] = "✓",
        [VERDICT_PARTLY] = "◐",        [VERDICT_BROKEN] = "✗",
    };
    return marks[verdict];
}

static void print_turns(const struct plain *plain, const struct debrief_rule *rule)
{
    if (rule->turn_count == 0)
        return;
    fprintf(plain->out, "%s", _("      Turns:"));
    for (int i = 0; i < rule->turn_count; i++)
        fprintf(plain->out, " %d%s", rule->turns[i], rule->turn_good[i] ? "✓" : "✗");
    fputc('\n', plain->out);
}

static void print_rule(const struct plain *plain, const struct debrief_rule *rule)
{
    enum language language = plain->language;
    fprintf(plain->out, "  %s %s%s%s%s", mark_of(rule->verdict), rule->rule->title.words[language],
            rule->rule->critical ? _(" [critical]") : "", _(": "), verdict_label(rule->verdict));
    if (rule->verdict == VERDICT_PARTLY)
        fprintf(plain->out, " %d/%d", rule->fulfilled, rule->activations);
    fprintf(plain->out, _(" (%s %s)\n"), rule->rule->source, rule->source_title);
    print_turns(plain, rule);
    if (rule->verdict == VERDICT_KEPT)
        return;
    fprintf(plain->out, _("      Why: %s\n"), rule->rule->why.words[language]);
    fprintf(plain->out, _("      Instead: %s\n"), rule->rule->instead.words[language]);
}

/* One paragraph for all that did not come up, which in most plays is half of the rules. */
static void print_not_called_for(const struct plain *plain, const struct debrief *debrief)
{
    int count = 0;
    for (int i = 0; i < debrief->rule_count; i++) {
        if (debrief->rules[i].verdict != VERDICT_NOT_ACTIVATED)
            continue;
        fprintf(plain->out, "%s%s", count == 0 ? _("Not called for: ") : _("; "),
                debrief->rules[i].rule->title.words[plain->language]);
        count++;
    }
    if (count > 0)
        fputc('\n', plain->out);
}

void plain_judgement(const struct plain *plain, const struct debrief *debrief, const char *session)
{
    fprintf(plain->out, "\n== %s ==\n", _("Debrief"));
    print_score(plain, debrief);
    for (int i = 0; i < debrief->pack_count; i++)
        print_pack(plain, &debrief->packs[i]);
    for (int i = 0; i < debrief->rule_count; i++) {
        if (debrief->rules[i].verdict != VERDICT_NOT_ACTIVATED)
            print_rule(plain, &debrief->rules[i]);
    }
    print_not_called_for(plain, debrief);
    fprintf(plain->out, _("Session: %s\n"), session);
}

void plain_debrief(const struct plain *plain, struct play *play)
{
    struct debrief debrief;
    debrief_make(play, plain->language, &debrief);
    plain_judgement(plain, &debrief, play_row(play)->id);
}

/* ------------------------------------------------------------------------------- listing ---- */

static bool print_standing(const struct plain *plain, struct store *store, const char *scenario,
                           const struct person *person, struct error *error)
{
    struct standing standing;
    char best[SCORE_TEXT_SIZE], last[SCORE_TEXT_SIZE];
    if (!store_standing(store, person->id, scenario, &standing, error))
        return false;
    if (standing.finished > 0) {
        score_format(standing.best, best);
        score_format(standing.last, last);
        fprintf(plain->out, _("    best %s, last %s, played %d times\n"), best, last,
                standing.finished);
    }
    if (standing.open_session[0])
        fprintf(plain->out, _("    unfinished: yanlian play --resume %s\n"), standing.open_session);
    return true;
}

bool plain_list(const struct plain *plain, struct store *store, const struct library *library,
                const struct person *person, struct error *error)
{
    for (int i = 0; i < library_count(library); i++) {
        const struct library_entry *entry = library_entry(library, i);
        if (!entry->loaded) {
            fprintf(plain->out, _("%s: does not load: %s:%d: %s\n"), entry->id, entry->error.file,
                    entry->error.line, entry->error.message);
            continue;
        }
        const struct scenario *scenario = loaded_scenario(entry->loaded);
        fprintf(plain->out, _("%d  %s  %s (%s)"), i + 1, entry->id,
                scenario->title.words[plain->language],
                scenario->role_label.words[plain->language]);
        for (int j = 0; j < scenario->source_count; j++)
            fprintf(plain->out, "%s%s", j == 0 ? "  " : _(", "), scenario->sources[j]);
        fputc('\n', plain->out);
        if (person && !print_standing(plain, store, scenario->id, person, error))
            return false;
    }
    return true;
}
