/* check_faults.c: what can't happen, can't be won, or never ends. */
#include <string.h>

#include "base/buffer.h"
#include "base/words.h"
#include "solve/check_parts.h"

/* "asked = true, patience = 2, mood = neutral": where someone is stuck. */
static void describe(const struct scenario *scenario, const struct state *state,
                     struct buffer *words)
{
    static const char *const moods[MOOD_COUNT] = {"resistant", "neutral", "positive"};
    for (int i = 0; i < scenario->variable_count; i++) {
        const struct variable *variable = &scenario->variables[i];
        if (variable->is_flag)
            buffer_printf(words, "%s = %s, ", variable->id, state->variables[i] ? "true" : "false");
        else
            buffer_printf(words, "%s = %d, ", variable->id, state->variables[i]);
    }
    for (int i = 0; i < scenario->draw_count; i++)
        buffer_printf(words, "%s = %s, ", scenario->draws[i].id,
                      scenario->draws[i].values[state->draws[i]]);
    buffer_printf(words, "mood = %s, familiarity = %d", moods[state->mood], state->familiarity);
}

void check_stuck(struct check *check)
{
    const struct situations *situations = solution_situations(check->wide);
    for (int i = 0; i < check->scenario->node_count; i++) {
        const struct node_survey *survey = &check->survey.nodes[i];
        struct buffer where = {0};
        if (!survey->stuck)
            continue;
        const struct situation *situation = situations_get(situations, survey->stuck_situation);
        describe(check->scenario, situations_member(situations, situation, 0), &where);
        check_add(check, CHECK_STUCK, check_at_node(&check->scenario->nodes[i]),
                  _("stuck: nothing can be said at '%s' when %s; leave one response there "
                    "without 'when'"),
                  check->scenario->nodes[i].id, where.data);
        buffer_free(&where);
    }
}

/* ------------------------------------------------------------------------ reached at all ---- */

static void check_guard(struct check *check, const struct node *node,
                        const struct response *response, const struct response_survey *survey)
{
    if (response->guard == FUNCTION_NONE)
        return;
    if (!survey->seen_open)
        check_add(check, CHECK_GUARD_NEVER, check_at_response(node, response),
                  _("'%s' is never offered: its 'when' holds in no play; mend it or take the "
                    "response out"),
                  response->key);
    else if (!survey->seen_closed)
        check_add(check, CHECK_GUARD_ALWAYS, check_at_response(node, response),
                  _("the 'when' of '%s' holds in every play: take it out, or let something "
                    "close it"),
                  response->key);
}

static void check_responses(struct check *check, int number)
{
    const struct node *node = &check->scenario->nodes[number];
    const struct node_survey *survey = &check->survey.nodes[number];
    for (int i = 0; i < node->response_count; i++)
        check_guard(check, node, &node->responses[i], &survey->responses[i]);
}

static void check_node(struct check *check, int number)
{
    const struct node *node = &check->scenario->nodes[number];
    const struct node_survey *survey = &check->survey.nodes[number];
    if (!check->report->reach[number].reached) {
        check_add(check, CHECK_NODE, check_at_node(node),
                  _("no play gets to node '%s': lead a response to it, or take it out"), node->id);
        return;
    }
    if (node->ending >= 0)
        return;
    if (!survey->played) {
        check_add(check, CHECK_RESPONSE, check_at_node(node),
                  _("no response at '%s' can be given: it is only reached with the last of %d "
                    "turns; allow more turns, or come here sooner"),
                  node->id, check->scenario->turns);
        return;
    }
    check_responses(check, number);
}

/* --------------------------------------------------------------------------- the end ---- */

static bool any_ending(const struct check *check)
{
    const struct check_summary *summary = &check->report->summary;
    for (int i = 0; i < summary->ending_count - 1; i++) {
        if (summary->endings[i].reached)
            return true;
    }
    return false;
}

static void check_ends(struct check *check)
{
    const struct scenario *scenario = check->scenario;
    if (!any_ending(check)) {
        check_add(check, CHECK_NO_ENDING, (struct place){.line = check_line(check, "turns")},
                  _("no play comes to an ending within %d turns: lead some response to a node "
                    "with 'ending'"),
                  scenario->turns);
        return;
    }
    for (int i = 0; i < scenario->node_count; i++) {
        const struct node_survey *survey = &check->survey.nodes[i];
        if (survey->states > 0 && !survey->ends)
            check_add(check, CHECK_NO_WAY_OUT, check_at_node(&scenario->nodes[i]),
                      _("from '%s' no ending can be reached before the %d turns run out: give it "
                        "a shorter way out, or allow more turns"),
                      scenario->nodes[i].id, scenario->turns);
    }
}

/* -------------------------------------------------------------------------- the score ---- */

static void check_scores(struct check *check)
{
    const struct survey *survey = &check->survey;
    struct place start = check_at_node(&check->scenario->nodes[check->scenario->start]);
    char score[SCORE_TEXT_SIZE];
    if (survey->highest + SAME < 100) {
        score_format(survey->highest, score);
        check_add(check, CHECK_NO_HUNDRED, start,
                  _("no play scores 100: the best comes to %s; see which rule it breaks, and "
                    "offer a response that keeps it or leave the rule out with 'adjust'"),
                  score);
    }
    uint8_t shortest = NEVER;
    for (uint32_t i = 0; i < solution_root_count(check->solution); i++) {
        uint8_t turns = survey->shortest[0][solution_root(check->solution, i, NULL).index];
        shortest = turns < shortest ? turns : shortest;
    }
    if (shortest == NEVER)
        check_add(check, CHECK_NO_PASS, start,
                  _("no play passes: none reaches %.0f without breaking a critical rule"),
                  PASS_SCORE);
}

void check_faults(struct check *check)
{
    const struct scenario *scenario = check->scenario;
    for (int i = 0; i < scenario->node_count; i++)
        check_node(check, i);
    check_ends(check);
    check_scores(check);
    for (int i = 0; i < scenario->variable_count; i++) {
        if (!loaded_read_variable(check->report->loaded, i))
            check_add(check, CHECK_UNREAD, (struct place){.line = scenario->variables[i].file_line},
                      _("no function reads '%s': let something depend on it, or take it out"),
                      scenario->variables[i].id);
    }
}

/* --------------------------------------------------------------------------- the rules ---- */

void check_rules(struct check *check)
{
    const struct scenario *scenario = check->scenario;
    struct coverage coverage = monitors_coverage(solution_monitors(check->wide));
    struct place place = {.line = check_line(check, "rules")};
    for (int i = 0; i < scenario->rule_count; i++) {
        const struct rule *rule = &scenario->rules[i];
        const char *pack = scenario->packs[rule->pack].id;
        if (!(coverage.activated >> i & 1))
            check_add(check, CHECK_RULE_IDLE, place,
                      _("the rule '%s/%s' (%s:%d) never applies here: no play activates it; "
                        "leave it out with 'adjust'"),
                      pack, rule->id, rule->file, rule->file_line);
        else if (!(coverage.kept >> i & 1))
            check_add(check, CHECK_RULE_UNKEPT, place,
                      _("the rule '%s/%s' (%s:%d) can't be kept here: offer a response that "
                        "keeps it, or leave it out with 'adjust'"),
                      pack, rule->id, rule->file, rule->file_line);
        else if (!(coverage.broken >> i & 1))
            check_add(check, CHECK_RULE_UNBROKEN, place,
                      _("the rule '%s/%s' (%s:%d) can't be broken here, so it gives points for "
                        "nothing: offer a response that breaks it, or leave it out with 'adjust'"),
                      pack, rule->id, rule->file, rule->file_line);
    }
}
