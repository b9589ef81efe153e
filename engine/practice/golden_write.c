/* golden_write.c: writes a session down as a case. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "practice/debrief.h"
#include "practice/golden_parts.h"
#include "practice/record.h"

static void write_head(const struct session *session, const char *title, enum language language,
                       struct buffer *text)
{
    char *drawn = golden_draws(session);
    buffer_printf(text, "case      %s\n", title);
    buffer_printf(text, "scenario  %s\n", session_scenario(session)->id);
    buffer_printf(text, "seed      %llu\n", (unsigned long long)session_seed(session));
    buffer_printf(text, "mode      %s\n", mode_name(session_mode(session)));
    buffer_printf(text, "language  %s\n", language_code(language));
    buffer_printf(text, "draws     %s\n", drawn);
    free(drawn);
}

/* ------------------------------------------------------------------------------- moves ---- */

static void write_move(const struct scenario *scenario, const struct event *event,
                       struct buffer *text)
{
    enum golden_kind kind = golden_kind_of(event);
    int response = kind == GOLDEN_LATE ? event->picked : event->response;
    buffer_add(text, "\n");
    if (kind != GOLDEN_OPENING && kind != GOLDEN_HINT && kind != GOLDEN_TAKE_BACK)
        buffer_printf(text, "# turn %d, at %s\n", event->turn, scenario->nodes[event->node].id);
    buffer_add(text, golden_kind_word(kind));
    if (kind == GOLDEN_PICK || kind == GOLDEN_LATE)
        buffer_printf(text, " %s", scenario->nodes[event->node].responses[response].id);
    if (kind != GOLDEN_OPENING)
        buffer_printf(text, " %.10g", (double)event->think_ms / 1000);
    buffer_add(text, "\n");
}

/* `session` has just come to this event. */
static void write_block(const struct session *session, const struct event *event,
                        enum language language, struct buffer *text)
{
    struct said said;
    char *offered = golden_offered(session);
    write_move(session_scenario(session), event, text);
    said_make(&said, session, event, language);
    for (int i = 0; i < said.count; i++)
        buffer_printf(text, "  %-9s %s\n", said.words[i], said.texts[i]);
    if (offered[0] && event->kind != EVENT_HINT)
        buffer_printf(text, "  %-9s %s\n", "offered", offered);
    said_free(&said);
    free(offered);
}

/* Plays the session once more, as only then it is known what was offered on the way. */
static bool write_blocks(const struct session *session, const struct loaded *loaded,
                         enum language language, struct buffer *text, struct error *error)
{
    struct session *again = session_new(session_scenario(session), loaded_evaluator(loaded),
                                        session_seed(session), session_mode(session), error);
    bool done = again != NULL;
    for (int i = 0; done && i < session_event_count(session); i++) {
        done = i == 0 || session_repeat(again, session_event(session, i), error);
        if (done)
            write_block(again, session_event(again, i), language, text);
    }
    session_free(again);
    return done;
}

/* --------------------------------------------------------------------------- judgement ---- */

static void write_verdict(const struct scenario *scenario, const struct debrief_rule *rule,
                          struct buffer *text)
{
    char name[GOLDEN_NAME_SIZE], mark[32];
    golden_rule_name(scenario, rule->rule, name);
    snprintf(mark, sizeof mark, "%d/%d", rule->fulfilled, rule->activations);
    buffer_printf(text, "  %d  %-4s %-7s ", rule->rule->weight, mark, verdict_name(rule->verdict));
    buffer_printf(text, rule->turn_count > 0 ? "%-32s" : "%s", name);
    for (int i = 0; i < rule->turn_count; i++)
        buffer_printf(text, " %c%d", rule->turn_good[i] ? '+' : '-', rule->turns[i]);
    buffer_add(text, "\n");
}

/* In the scenario's order, which does not change when a verdict does. */
static void write_verdicts(const struct scenario *scenario, const struct debrief *debrief,
                           struct buffer *text)
{
    buffer_add(text, "\nverdicts\n");
    for (int i = 0; i < scenario->rule_count; i++) {
        for (int j = 0; j < debrief->rule_count; j++) {
            const struct debrief_rule *rule = &debrief->rules[j];
            if (rule->rule == &scenario->rules[i] && rule->verdict != VERDICT_NOT_ACTIVATED)
                write_verdict(scenario, rule, text);
        }
    }
}

/* Two decimals at most: "100", "64.29". */
static void write_number(const char *word, double score, struct buffer *text)
{
    char number[32];
    size_t length = (size_t)snprintf(number, sizeof number, "%.2f", score);
    while (number[length - 1] == '0')
        length--;
    if (number[length - 1] == '.')
        length--;
    buffer_printf(text, "  %-9s %.*s\n", word, (int)length, number);
}

static void write_score(const struct session *session, const struct score *score,
                        struct buffer *text)
{
    const struct scenario *scenario = session_scenario(session);
    int ending = session_ending(session);
    char critical[GOLDEN_NAME_SIZE] = "none";
    if (score->critical >= 0)
        golden_rule_name(scenario, &scenario->rules[score->critical], critical);
    buffer_add(text, "\nscore\n");
    for (int i = 0; i < scenario->pack_count; i++) {
        if (score->packs[i].activated > 0)
            write_number(scenario->packs[i].id, score->packs[i].score, text);
    }
    write_number("total", score->total, text);
    buffer_printf(text, "  band      %s\n", band_name((int)score->band));
    buffer_printf(text, "  passed    %s\n", score->passed ? "yes" : "no");
    buffer_printf(text, "  critical  %s\n", critical);
    buffer_printf(text, "  ending    %s\n",
                  ending < 0 ? "none" : scenario->vocabulary->endings[ending].id);
}

bool golden_write(struct session *session, const struct loaded *loaded, const char *title,
                  enum language language, struct buffer *text, struct error *error)
{
    struct debrief debrief;
    if (session_is_placed(session))
        return error_set(error, ERROR_NOT_ALLOWED, "%s",
                         _("after goto or set this is no play that could be repeated; restart, and "
                           "play it through"));
    if (session_phase(session) != SESSION_OVER)
        return error_set(error, ERROR_NOT_ALLOWED, "%s",
                         _("a case is a whole conversation, and this one is not over"));
    if (session_event_count(session) > GOLDEN_BLOCKS_MAX)
        return error_set(error, ERROR_NOT_ALLOWED, _("a case has at most %d moves"),
                         GOLDEN_BLOCKS_MAX - 1);
    debrief_session(session, loaded, language, &debrief);
    write_head(session, title, language, text);
    if (!write_blocks(session, loaded, language, text, error))
        return false;
    write_verdicts(session_scenario(session), &debrief, text);
    write_score(session, &debrief.score, text);
    return true;
}
