/* console_show.c: what the author's console shows. */
#include <string.h>

#include "base/words.h"
#include "plain/console_parts.h"
#include "practice/record.h"

const struct node *console_node(const struct console *console)
{
    return &console->scenario->nodes[session_state(console->session)->node];
}

static void put(const struct console *console, const char *label, const char *words)
{
    if (words[0])
        fprintf(console->plain->out, "%s%s%s\n", label, _(": "), words);
}

static void put_text(const struct console *console, const char *label, const struct text *text)
{
    if (text)
        put(console, label, text->words[console->plain->language]);
}

/* The ids of a set, each behind a space. */
static void put_ids(const struct console *console, const struct term *terms, int count,
                    uint64_t set)
{
    for (int i = 0; i < count; i++) {
        if (set >> i & 1)
            fprintf(console->plain->out, " %s", terms[i].id);
    }
}

static void put_acts(const struct console *console, uint64_t acts)
{
    const struct vocabulary *words = console->scenario->vocabulary;
    put_ids(console, words->acts, words->act_count, acts);
}

static void put_cues(const struct console *console, uint64_t cues)
{
    const struct vocabulary *words = console->scenario->vocabulary;
    put_ids(console, words->cues, words->cue_count, cues);
}

/* ------------------------------------------------------------------------------ the place ---- */

/* The event that led here. */
static const struct event *arrival(const struct console *console)
{
    const struct event *const *events;
    int count = session_transcript(console->session, &events);
    return events[count - 1];
}

void console_show_arrival(const struct console *console)
{
    const struct event *event = arrival(console);
    put_text(console, _("Scene"), event->scene);
    put_text(console, _("Customer"), event->says);
}

static void put_value(const struct console *console, int variable)
{
    const struct variable *declared = &console->scenario->variables[variable];
    int value = session_state(console->session)->variables[variable];
    if (declared->is_flag)
        fprintf(console->plain->out, " %s=%s", declared->id, value ? "true" : "false");
    else
        fprintf(console->plain->out, " %s=%d", declared->id, value);
}

static void show_values(const struct console *console)
{
    const struct scenario *scenario = console->scenario;
    const struct state *state = session_state(console->session);
    FILE *out = console->plain->out;
    fprintf(out, "  mood=%s familiarity=%d", mood_name((enum mood)state->mood), state->familiarity);
    for (int i = 0; i < scenario->variable_count; i++)
        put_value(console, i);
    if (scenario->draw_count > 0)
        fputs(" ·", out);
    for (int i = 0; i < scenario->draw_count; i++)
        fprintf(out, " %s=%s", scenario->draws[i].id, scenario->draws[i].values[state->draws[i]]);
    fputc('\n', out);
}

static void put_target(const struct console *console, const struct target *target)
{
    FILE *out = console->plain->out;
    fputs(" →", out);
    for (int i = 0; i < target->count; i++) {
        fprintf(out, "%s %s", i > 0 ? " |" : "", console->scenario->nodes[target->nodes[i]].id);
        if (target->kind == TARGET_CHANCE)
            fprintf(out, " %u/%u", target->weights[i], target->weight_sum);
    }
}

static void put_availability(const struct console *console, const struct response *response,
                             bool open)
{
    FILE *out = console->plain->out;
    int line = 0;
    if (response->silent) {
        fputs(_("silent"), out);
    } else if (response->guard == FUNCTION_NONE) {
        fputs(_("open"), out);
    } else {
        loaded_function_place(console->loaded, response->guard, &line);
        fprintf(out,
                open ? _("open: its guard holds (line %d)") : _("closed by its guard (line %d)"),
                line);
    }
}

static void show_response(const struct console *console, int number, bool open)
{
    const struct response *response = &console_node(console)->responses[number];
    FILE *out = console->plain->out;
    fprintf(out, "  %d  %s · ", number + 1, response->id);
    put_availability(console, response, open);
    put_target(console, &response->target);
    fprintf(out, "\n     %s\n     [", response->say.words[console->plain->language]);
    put_acts(console, response->acts);
    fputs(" ]\n", out);
}

static void show_responses(const struct console *console)
{
    const struct node *node = console_node(console);
    int options[RESPONSE_MAX];
    int count = session_options(console->session, options);
    for (int i = 0; i < node->response_count; i++) {
        bool open = false;
        for (int j = 0; j < count; j++)
            open |= options[j] == i;
        show_response(console, i, open);
    }
    if (session_form_open(console->session))
        fprintf(console->plain->out, _("  form  → %s\n"),
                console->scenario->nodes[node->form_target].id);
}

static void show_end(const struct console *console)
{
    struct score score;
    char total[SCORE_TEXT_SIZE];
    int ending = session_ending(console->session);
    FILE *out = console->plain->out;
    session_score(console->session, &bands_default, &score);
    score_format(score.total, total);
    fprintf(out, _("Over. Ending: %s\n"),
            ending < 0 ? _("the turns ran out")
                       : console->scenario->vocabulary->endings[ending].id);
    fprintf(out, _("Score: %s of 100 (%s)\n"), total, band_label(score.band));
    if (score.critical >= 0)
        fprintf(out, _("Critical: %s is broken, so not passed whatever the score\n"),
                console->scenario->rules[score.critical].id);
}

void console_show_choices(const struct console *console)
{
    const struct state *state = session_state(console->session);
    FILE *out = console->plain->out;
    bool over = session_phase(console->session) == SESSION_OVER;
    fprintf(out, _("-- %s · turn %d of %d · seed %llu --\n"), console_node(console)->id,
            state->turn + !over, console->scenario->turns,
            (unsigned long long)session_seed(console->session));
    fputs("  [", out);
    put_cues(console, arrival(console)->cues);
    fputs(" ]\n", out);
    show_values(console);
    if (session_limit_seconds(console->session) > 0)
        fprintf(out, _("  %d seconds to answer\n"), session_limit_seconds(console->session));
    if (over)
        show_end(console);
    else
        show_responses(console);
}

bool console_look(struct console *console, const char *rest, struct error *error)
{
    (void)rest;
    (void)error;
    console_show_arrival(console);
    console_show_choices(console);
    return true;
}

/* ---------------------------------------------------------------------------------- vars ---- */

bool console_vars(struct console *console, const char *rest, struct error *error)
{
    (void)rest;
    (void)error;
    const struct scenario *scenario = console->scenario;
    const struct state *state = session_state(console->session);
    FILE *out = console->plain->out;
    fprintf(out, "  mood = %s\n", mood_name((enum mood)state->mood));
    fprintf(out, "  familiarity = %d (0 .. %d)\n", state->familiarity, FAMILIARITY_MAX);
    for (int i = 0; i < scenario->variable_count; i++) {
        const struct variable *variable = &scenario->variables[i];
        if (variable->is_flag)
            fprintf(out, "  %s = %s\n", variable->id, state->variables[i] ? "true" : "false");
        else
            fprintf(out, "  %s = %d (%d .. %d)\n", variable->id, state->variables[i], variable->low,
                    variable->high);
    }
    for (int i = 0; i < scenario->draw_count; i++) {
        const struct draw *draw = &scenario->draws[i];
        fprintf(out, "  %s = %s (", draw->id, draw->values[state->draws[i]]);
        for (int j = 0; j < draw->value_count; j++)
            fprintf(out, "%s%s %u/%u", j > 0 ? ", " : "", draw->values[j], draw->weights[j],
                    draw->weight_sum);
        fputs(")\n", out);
    }
    fprintf(out, "  %s", _("acts so far:"));
    put_acts(console, state->acts_seen);
    fprintf(out, "\n  %s", _("cues so far:"));
    put_cues(console, state->cues_seen);
    fputc('\n', out);
    return true;
}

/* --------------------------------------------------------------------------------- rules ---- */

static void put_rule(const struct console *console, const struct rule *rule,
                     const struct rule_state *state)
{
    char name[160], verdict[64];
    int open = state->activations - state->fulfilled - state->violated;
    FILE *out = console->plain->out;
    snprintf(name, sizeof name, "%.70s/%.70s", console->scenario->packs[rule->pack].id, rule->id);
    text_fit(verdict_label(rule_verdict(rule, state)), 14, true, verdict, sizeof verdict);
    fprintf(out, "  %s %d/%d", verdict, state->fulfilled, state->activations);
    if (open > 0)
        fprintf(out, _(" (%d open)"), open);
    fprintf(out, "  %s ×%d%s · %s\n", name, rule->weight, rule->critical ? _(" [critical]") : "",
            rule->title.words[console->plain->language]);
}

bool console_rules(struct console *console, const char *rest, struct error *error)
{
    (void)rest;
    (void)error;
    const struct rule_state *states = session_rules(console->session);
    for (int i = 0; i < console->scenario->rule_count; i++)
        put_rule(console, &console->scenario->rules[i], &states[i]);
    if (console->scenario->rule_count == 0)
        fprintf(console->plain->out, "%s\n", _("No rule judges this scenario."));
    return true;
}

void console_show_changes(const struct console *console, const struct session *before)
{
    const struct rule_state *now = session_rules(console->session), *then = session_rules(before);
    for (int i = 0; i < console->scenario->rule_count; i++) {
        if (now[i].activations != then[i].activations || now[i].fulfilled != then[i].fulfilled ||
            now[i].violated != then[i].violated)
            put_rule(console, &console->scenario->rules[i], &now[i]);
    }
}

/* --------------------------------------------------------------------------------- trace ---- */

bool console_trace(struct console *console, const char *rest, struct error *error)
{
    (void)rest;
    (void)error;
    const struct step *steps;
    const int *turns;
    int count = session_steps(console->session, &steps, &turns);
    FILE *out = console->plain->out;
    for (int i = 0; i < count; i++) {
        bool customer = steps[i].speaker == SPEAKER_CUSTOMER;
        fprintf(out, _("  %2d  %s (%s):"), turns[i], customer ? _("Customer") : _("Me"),
                mood_name(steps[i].mood));
        if (customer)
            put_cues(console, steps[i].labels);
        else
            put_acts(console, steps[i].labels);
        fputc('\n', out);
    }
    return true;
}
