/*
 * golden_compare.c: holds what came of a session against its case.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "practice/debrief.h"
#include "practice/golden_parts.h"
#include "practice/record.h"

/* ------------------------------------------------------------------- words in any order ---- */

static int compare_words(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* A copy of `text` with its words sorted; the caller frees it. */
static char *sort_words(const char *text)
{
    char *words[ACT_MAX], *copy = strdup(text), *place = NULL;
    struct buffer sorted = {0};
    int count = 0;
    for (char *word = strtok_r(copy, " ", &place); word; word = strtok_r(NULL, " ", &place)) {
        if (count < ACT_MAX)
            words[count++] = word;
    }
    qsort(words, (size_t)count, sizeof *words, compare_words);
    for (int i = 0; i < count; i++)
        buffer_printf(&sorted, "%s%s", i > 0 ? " " : "", words[i]);
    free(copy);
    return buffer_take(&sorted);
}

static bool same_words(const char *left, const char *right)
{
    char *a = sort_words(left), *b = sort_words(right);
    bool same = strcmp(a, b) == 0;
    free(a);
    free(b);
    return same;
}

/* ------------------------------------------------------------------------- transcript ---- */

static bool compare_line(const struct golden_case *golden, const struct golden_line *line,
                         const struct said *said, int index, struct error *error)
{
    if (index >= said->count)
        return golden_differs(error, golden, line->line, "nothing more is said, no '%s'",
                              line->word);
    const char *word = said->words[index], *text = said->texts[index];
    bool set = strcmp(word, "acts") == 0 || strcmp(word, "cues") == 0;
    if (strcmp(line->word, word) == 0 &&
        (set ? same_words(line->text, text) : strcmp(line->text, text) == 0))
        return true;
    return golden_differs(error, golden, line->line, "it is %s '%s', not %s '%s'", word, text,
                          line->word, line->text);
}

static bool compare_move(const struct golden_case *golden, const struct golden_block *block,
                         const struct session *session, const struct event *event,
                         struct error *error)
{
    const struct node *nodes = session_scenario(session)->nodes;
    const char *picked = "";
    if (event->kind == EVENT_PICK)
        picked = nodes[event->node].responses[event->response].id;
    else if (event->picked >= 0)
        picked = nodes[event->node].responses[event->picked].id;
    return (golden_kind_of(event) == block->kind && event->think_ms == block->think_ms &&
            strcmp(picked, block->response) == 0) ||
           golden_differs(error, golden, block->line, "it became '%s' after %lld ms, picked '%s'",
                          golden_kind_word(golden_kind_of(event)), (long long)event->think_ms,
                          picked);
}

static bool compare_event(const struct golden_case *golden, const struct golden_block *block,
                          const struct session *session, const struct event *event,
                          struct error *error)
{
    struct said said = {.count = 0};
    int spoken = 0;
    bool same = true;
    if (!compare_move(golden, block, session, event, error))
        return false;
    said_make(&said, session, event, golden->language);
    for (int i = 0; same && i < block->line_count; i++) {
        if (strcmp(block->lines[i].word, "offered") != 0)
            same = compare_line(golden, &block->lines[i], &said, spoken++, error);
    }
    if (same && spoken < said.count)
        same = golden_differs(error, golden, block->line, "more is said: %s '%s'",
                              said.words[spoken], said.texts[spoken]);
    said_free(&said);
    return same;
}

static bool compare_transcript(const struct golden_case *golden, const struct session *session,
                               struct error *error)
{
    int count = session_event_count(session);
    for (int i = 0; i < golden->block_count && i < count; i++) {
        if (!compare_event(golden, &golden->blocks[i], session, session_event(session, i), error))
            return false;
    }
    return count == golden->block_count ||
           golden_differs(error, golden, golden->blocks[golden->block_count - 1].line,
                          "there are %d events, not %d", count, golden->block_count);
}

static bool compare_draws(const struct golden_case *golden, const struct session *session,
                          struct error *error)
{
    char *drawn = golden_draws(session);
    bool same = same_words(drawn, golden->draws) ||
                golden_differs(error, golden, golden->draws_line, "the seed draws '%s'", drawn);
    free(drawn);
    return same;
}

/* --------------------------------------------------------------------------- verdicts ---- */

static bool compare_turns(const struct golden_case *golden, const struct golden_verdict *verdict,
                          const struct debrief_rule *rule, struct error *error)
{
    bool same = rule->turn_count == verdict->turn_count;
    struct buffer turns = {0};
    for (int i = 0; i < rule->turn_count; i++) {
        buffer_printf(&turns, " %c%d", rule->turn_good[i] ? '+' : '-', rule->turns[i]);
        same = same && rule->turns[i] == verdict->turns[i] &&
               rule->turn_good[i] == verdict->turn_good[i];
    }
    if (!same)
        golden_differs(error, golden, verdict->line, "'%s' was decided by the turns:%s",
                       verdict->rule, turns.data ? turns.data : " none");
    buffer_free(&turns);
    return same;
}

static const struct golden_verdict *find_verdict(const struct golden_case *golden, const char *rule)
{
    for (int i = 0; i < golden->verdict_count; i++) {
        if (strcmp(golden->verdicts[i].rule, rule) == 0)
            return &golden->verdicts[i];
    }
    return NULL;
}

static bool compare_rule(const struct golden_case *golden, const char *name,
                         const struct debrief_rule *rule, struct error *error)
{
    const struct golden_verdict *verdict = find_verdict(golden, name);
    if (!verdict)
        return golden_differs(error, golden, golden->verdicts_line, "'%s' is %s too, %d/%d", name,
                              verdict_name(rule->verdict), rule->fulfilled, rule->activations);
    if (verdict->fulfilled != rule->fulfilled || verdict->of != rule->activations ||
        verdict->weight != rule->rule->weight ||
        strcmp(verdict->verdict, verdict_name(rule->verdict)) != 0)
        return golden_differs(error, golden, verdict->line, "it is %d %d/%d %s", rule->rule->weight,
                              rule->fulfilled, rule->activations, verdict_name(rule->verdict));
    return compare_turns(golden, verdict, rule, error);
}

static bool compare_verdicts(const struct golden_case *golden, const struct scenario *scenario,
                             const struct debrief *debrief, struct error *error)
{
    char name[GOLDEN_NAME_SIZE];
    int activated = 0;
    for (int i = 0; i < debrief->rule_count; i++) {
        if (debrief->rules[i].verdict == VERDICT_NOT_ACTIVATED)
            continue;
        activated++;
        golden_rule_name(scenario, debrief->rules[i].rule, name);
        if (!compare_rule(golden, name, &debrief->rules[i], error))
            return false;
    }
    return activated == golden->verdict_count ||
           golden_differs(error, golden, golden->verdicts_line,
                          "%d rules are called for, not the %d that stand here", activated,
                          golden->verdict_count);
}

/* ------------------------------------------------------------------------------ score ---- */

static bool compare_number(const struct golden_case *golden, const struct golden_line *line,
                           double score, struct error *error)
{
    return fabs(strtod(line->text, NULL) - score) <= 0.006 ||
           golden_differs(error, golden, line->line, "%s is %.4f", line->word, score);
}

static bool compare_word(const struct golden_case *golden, const struct golden_line *line,
                         const char *word, struct error *error)
{
    return strcmp(line->text, word) == 0 ||
           golden_differs(error, golden, line->line, "%s is %s", line->word, word);
}

static bool compare_score(const struct golden_case *golden, const struct golden_line *line,
                          const struct session *session, const struct score *score,
                          struct error *error)
{
    const struct scenario *scenario = session_scenario(session);
    int ending = session_ending(session);
    char critical[GOLDEN_NAME_SIZE] = "none";
    if (strcmp(line->word, "total") == 0)
        return compare_number(golden, line, score->total, error);
    if (strcmp(line->word, "band") == 0)
        return compare_word(golden, line, band_name((int)score->band), error);
    if (strcmp(line->word, "passed") == 0)
        return compare_word(golden, line, score->passed ? "yes" : "no", error);
    if (strcmp(line->word, "ending") == 0)
        return compare_word(golden, line,
                            ending < 0 ? "none" : scenario->vocabulary->endings[ending].id, error);
    if (strcmp(line->word, "critical") == 0) {
        if (score->critical >= 0)
            golden_rule_name(scenario, &scenario->rules[score->critical], critical);
        return compare_word(golden, line, critical, error);
    }
    int pack = term_find(scenario->packs, scenario->pack_count, line->word);
    return pack < 0 ? golden_differs(error, golden, line->line, "there is no pack '%s'", line->word)
                    : compare_number(golden, line, score->packs[pack].score, error);
}

/* Every pack that was called for has its score in the case. */
static bool compare_packs(const struct golden_case *golden, const struct scenario *scenario,
                          const struct score *score, struct error *error)
{
    for (int i = 0; i < scenario->pack_count; i++) {
        bool told = score->packs[i].activated == 0;
        for (int j = 0; j < golden->score_count; j++)
            told = told || strcmp(golden->scores[j].word, scenario->packs[i].id) == 0;
        if (!told)
            return golden_differs(error, golden, golden->score_line, "the score of '%s' is missing",
                                  scenario->packs[i].id);
    }
    return true;
}

static int count_blocks(const struct golden_case *golden, enum golden_kind kind)
{
    int count = 0;
    for (int i = 0; i < golden->block_count; i++)
        count += golden->blocks[i].kind == kind;
    return count;
}

static bool compare_counts(const struct golden_case *golden, const struct debrief *debrief,
                           struct error *error)
{
    int hints = count_blocks(golden, GOLDEN_HINT), backs = count_blocks(golden, GOLDEN_TAKE_BACK);
    int turns = golden->block_count - 1 - hints - 2 * backs;
    int64_t think_ms = 0;
    for (int i = 0; i < golden->block_count; i++)
        think_ms += golden->blocks[i].kind == GOLDEN_HINT ? 0 : golden->blocks[i].think_ms;
    return (debrief->hints == hints && debrief->take_backs == backs && debrief->turns == turns &&
            debrief->think_ms == think_ms) ||
           golden_differs(error, golden, golden->score_line,
                          "the debrief counts %d turns, %d hints, %d take-backs, %lld ms",
                          debrief->turns, debrief->hints, debrief->take_backs,
                          (long long)debrief->think_ms);
}

bool golden_compare_session(const struct golden_case *golden, struct session *session,
                            const struct loaded *loaded, struct error *error)
{
    const struct scenario *scenario = session_scenario(session);
    struct debrief debrief;
    if (!compare_draws(golden, session, error) || !compare_transcript(golden, session, error))
        return false;
    if (session_phase(session) != SESSION_OVER)
        return golden_differs(error, golden, golden->score_line, "the conversation is not over");
    debrief_session(session, loaded, golden->language, &debrief);
    for (int i = 0; i < golden->score_count; i++) {
        if (!compare_score(golden, &golden->scores[i], session, &debrief.score, error))
            return false;
    }
    return compare_verdicts(golden, scenario, &debrief, error) &&
           compare_packs(golden, scenario, &debrief.score, error) &&
           compare_counts(golden, &debrief, error);
}
