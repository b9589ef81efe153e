/* console_step.c: what changes the session: moves, jumps, settings. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/random.h"
#include "base/words.h"
#include "plain/console_parts.h"
#include "plain/speak.h"
#include "practice/record.h"

/* --------------------------------------------------------------------------------- moves ---- */

/* After a move: what was said, what that did to the rules, and what is offered now. */
static bool moved(struct console *console, struct session *before, bool done)
{
    if (!console_after(console, before, done))
        return false;
    int seen = session_event_count(before);
    for (int i = seen; i < session_event_count(console->session); i++)
        speak_event(console->plain, console->session, session_event(console->session, i));
    console_show_changes(console, before);
    console_show_choices(console);
    return true;
}

static bool check_running(const struct console *console, struct error *error)
{
    return session_phase(console->session) == SESSION_CHOOSING ||
           error_set(error, ERROR_NOT_ALLOWED, "%s",
                     _("this conversation is over: undo, restart or save it"));
}

/* Seconds as a case writes them; none are 0. */
static bool parse_seconds(const char *text, int64_t *think_ms, struct error *error)
{
    char *end;
    double seconds = text[0] ? strtod(text, &end) : 0;
    *think_ms = 0;
    if (text[0] && (*end != '\0' || !(seconds >= 0 && seconds < 3600)))
        return error_set(error, ERROR_USAGE, _("'%s' is no number of seconds"), text);
    *think_ms = (int64_t)(seconds * 1000 + 0.5);
    return true;
}

static bool find_response(const struct console *console, const char *word, int *response,
                          struct error *error)
{
    const struct node *node = console_node(console);
    if (word[0] == '\0')
        return error_set(error, ERROR_USAGE, "%s", _("pick which? its number or id"));
    if (ask_parse_number(word, node->response_count, response)) {
        --*response;
        return true;
    }
    *response = node_find_response(node, word);
    return *response >= 0 ||
           error_set(error, ERROR_USAGE, _("there is no response '%s' at '%s'"), word, node->id);
}

static bool check_offered(const struct console *console, int response, struct error *error)
{
    const struct response *chosen = &console_node(console)->responses[response];
    int options[RESPONSE_MAX];
    int count = session_options(console->session, options);
    for (int i = 0; i < count; i++) {
        if (options[i] == response)
            return true;
    }
    return error_set(error, ERROR_NOT_ALLOWED,
                     chosen->silent ? _("'%s' is silent: only a timeout says it")
                                    : _("'%s' is closed: its guard does not hold"),
                     chosen->id);
}

bool console_pick(struct console *console, const char *rest, struct error *error)
{
    int response = -1;
    int64_t think_ms;
    char word[ASK_LINE_SIZE];
    console_word(&rest, word);
    if (!check_running(console, error) || !find_response(console, word, &response, error) ||
        !parse_seconds(rest, &think_ms, error) || !check_offered(console, response, error))
        return false;
    struct session *before = console_before(console);
    return moved(console, before, session_pick(console->session, response, think_ms, error));
}

bool console_timeout(struct console *console, const char *rest, struct error *error)
{
    (void)rest;
    int seconds = session_limit_seconds(console->session);
    if (!check_running(console, error))
        return false;
    if (seconds == 0)
        return error_set(error, ERROR_NOT_ALLOWED, "%s",
                         _("no time limit here: they hold in an exam (--mode exam), at nodes that "
                           "have seconds"));
    struct session *before = console_before(console);
    return moved(console, before,
                 session_time_out(console->session, ((int64_t)seconds + 1) * 1000, error));
}

bool console_form(struct console *console, const char *rest, struct error *error)
{
    struct form form = {0};
    const struct scenario *scenario = console->scenario;
    bool ask = strcmp(rest, "ask") == 0;
    if (!ask && rest[0])
        return error_set(error, ERROR_USAGE, _("form takes 'ask' or nothing, not '%s'"), rest);
    if (!check_running(console, error))
        return false;
    if (!session_form_open(console->session))
        return error_set(error, ERROR_NOT_ALLOWED, "%s",
                         _("It is not the moment for the referral form."));
    if (!ask)
        form_fill_truthfully(scenario, session_state(console->session), console->plain->language,
                             &form);
    else if (!ask_form(console->plain, scenario->vocabulary, &form))
        return error_set(error, ERROR_NOT_ALLOWED, "%s", _("The form was not filed."));
    struct session *before = console_before(console);
    return moved(console, before, session_file_form(console->session, &form, 0, error));
}

bool console_hint(struct console *console, const char *rest, struct error *error)
{
    (void)rest;
    int act;
    struct session *before = console_before(console);
    return moved(console, before, session_hint(console->session, 0, &act, error));
}

bool console_take_back(struct console *console, const char *rest, struct error *error)
{
    (void)rest;
    struct session *before = console_before(console);
    return moved(console, before, session_take_back(console->session, 0, error));
}

/* --------------------------------------------------------------------------------- jumps ---- */

/* Stands in `state`; what was there before can be undone. */
static bool place(struct console *console, const struct state *state, struct error *error)
{
    struct session *before = console_before(console);
    if (!console_after(console, before, session_place(console->session, state, error)))
        return false;
    console_show_arrival(console);
    console_show_changes(console, before);
    console_show_choices(console);
    return true;
}

bool console_goto(struct console *console, const char *rest, struct error *error)
{
    const struct scenario *scenario = console->scenario;
    struct state state = *session_state(console->session);
    int node = scenario_find_node(scenario, rest);
    if (node >= 0) {
        state.node = (uint16_t)node;
        return place(console, &state, error);
    }
    const char **names = calloc((size_t)scenario->node_count, sizeof *names);
    if (!names)
        abort();
    for (int i = 0; i < scenario->node_count; i++)
        names[i] = scenario->nodes[i].id;
    const char *near = error_nearest(rest, names, scenario->node_count);
    free(names);
    if (near)
        return error_set(error, ERROR_USAGE, _("there is no node '%s' (did you mean '%s'?)"), rest,
                         near);
    return error_set(error, ERROR_USAGE, _("there is no node '%s'"), rest);
}

/* The index of `text` in a list of names, or an error that tells the choice. */
static bool choose(const char *text, const char *const *names, int count, uint8_t *index,
                   struct error *error)
{
    struct buffer choice = {0};
    for (int i = 0; i < count; i++) {
        if (strcmp(text, names[i]) == 0) {
            *index = (uint8_t)i;
            buffer_free(&choice);
            return true;
        }
        buffer_printf(&choice, " %s", names[i]);
    }
    error_set(error, ERROR_USAGE, _("'%s' is none of:%s"), text, choice.data ? choice.data : "");
    buffer_free(&choice);
    return false;
}

static bool parse_between(const char *text, int low, int high, int *value, struct error *error)
{
    char *end;
    errno = 0;
    long number = strtol(text, &end, 10);
    if (errno != 0 || end == text || *end != '\0' || number < low || number > high)
        return error_set(error, ERROR_USAGE, _("'%s' is no whole number from %d to %d"), text, low,
                         high);
    *value = (int)number;
    return true;
}

static bool set_variable(const struct scenario *scenario, int variable, const char *text,
                         struct state *state, struct error *error)
{
    const struct variable *declared = &scenario->variables[variable];
    static const char *const truth[] = {"false", "true"};
    uint8_t flag;
    int value = 0;
    if (declared->is_flag) {
        if (!choose(text, truth, 2, &flag, error))
            return false;
        value = flag;
    } else if (!parse_between(text, declared->low, declared->high, &value, error)) {
        return false;
    }
    state_set_variable(scenario, state, variable, value);
    return true;
}

static bool set_value(const struct scenario *scenario, const char *name, const char *text,
                      struct state *state, struct error *error)
{
    const char *moods[MOOD_COUNT];
    int value = 0;
    for (int i = 0; i < MOOD_COUNT; i++)
        moods[i] = mood_name((enum mood)i);
    if (strcmp(name, "mood") == 0)
        return choose(text, moods, MOOD_COUNT, &state->mood, error);
    if (strcmp(name, "familiarity") == 0) {
        bool done = parse_between(text, 0, FAMILIARITY_MAX, &value, error);
        state->familiarity = done ? (uint8_t)value : state->familiarity;
        return done;
    }
    for (int i = 0; i < scenario->variable_count; i++) {
        if (strcmp(name, scenario->variables[i].id) == 0)
            return set_variable(scenario, i, text, state, error);
    }
    for (int i = 0; i < scenario->draw_count; i++) {
        const struct draw *draw = &scenario->draws[i];
        if (strcmp(name, draw->id) == 0)
            return choose(text, draw->values, draw->value_count, &state->draws[i], error);
    }
    return error_set(error, ERROR_USAGE, _("there is no variable '%s'; vars lists them"), name);
}

bool console_set(struct console *console, const char *rest, struct error *error)
{
    struct state state = *session_state(console->session);
    char name[ASK_LINE_SIZE];
    console_word(&rest, name);
    if (rest[0] == '\0')
        return error_set(error, ERROR_USAGE, "%s", _("set takes a name and a value"));
    return set_value(console->scenario, name, rest, &state, error) && place(console, &state, error);
}

bool console_restart(struct console *console, const char *rest, struct error *error)
{
    char *end;
    uint64_t seed = session_seed(console->session);
    errno = 0;
    if (rest[0]) {
        seed = strtoull(rest, &end, 10);
        if (errno != 0 || rest[0] < '0' || rest[0] > '9' || *end != '\0' || seed == 0 ||
            seed > SEED_MAX)
            return error_set(error, ERROR_USAGE, _("a seed is a whole number from 1 to %llu"),
                             (unsigned long long)SEED_MAX);
    }
    struct session *fresh = session_new(console->scenario, loaded_evaluator(console->loaded), seed,
                                        session_mode(console->session), error);
    if (!fresh)
        return false;
    console_after(console, console->session, true);
    console->session = fresh;
    return console_look(console, rest, error);
}
