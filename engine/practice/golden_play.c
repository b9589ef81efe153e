/*
 * golden_play.c: plays a case, move by move.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "practice/golden_parts.h"
#include "practice/record.h"

bool golden_differs(struct error *error, const struct golden_case *golden, int line,
                    const char *format, ...)
{
    char message[900];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return error_at(error, ERROR_SCENARIO, golden->path, line, "%s", message);
}

bool golden_refused(struct error *error, const struct golden_case *golden, int line)
{
    char message[700];
    snprintf(message, sizeof message, "%.690s", error->message);
    return golden_differs(error, golden, line, "the engine refuses: %s", message);
}

/* ----------------------------------------------------------------------------- moves ---- */

static const struct node *present_node(const struct session *session)
{
    return &session_scenario(session)->nodes[session_state(session)->node];
}

static bool check_offered(const struct golden_case *golden, const struct golden_block *block,
                          const struct session *session, struct error *error)
{
    char *offered = golden_offered(session);
    bool same = true;
    for (int i = 0; same && i < block->line_count; i++) {
        const struct golden_line *line = &block->lines[i];
        if (strcmp(line->word, "offered") == 0 && strcmp(line->text, offered) != 0)
            same = golden_differs(error, golden, line->line, "offered is '%s', not '%s'", offered,
                                  line->text);
    }
    free(offered);
    return same;
}

static bool read_option(const struct vocabulary *vocabulary, const char *field, const char *id,
                        struct form *form)
{
    for (int i = 0; i < FORM_FIELD_COUNT; i++) {
        if (strcmp(field, form_field_name((enum form_field)i)) != 0)
            continue;
        for (int j = 0; j < vocabulary->form_option_count[i]; j++) {
            if (strcmp(id, vocabulary->form_options[i][j].term.id) == 0) {
                form->options[i] = j;
                return true;
            }
        }
    }
    return false;
}

/* "signal right rate-board": field, judgement, value. Only a customer may be left empty. */
static bool read_entry(const struct golden_case *golden, const struct golden_line *line,
                       const struct vocabulary *vocabulary, struct form *form, struct error *error)
{
    char field[32], fault[32], value[FORM_CUSTOMER_SIZE] = "";
    int parts = sscanf(line->text, "%31s %31s %127[^\n]", field, fault, value);
    bool customer = parts >= 2 && strcmp(field, "customer") == 0;
    if (parts != 3 && !customer)
        return golden_differs(error, golden, line->line,
                              "an entry is a field, how it is judged, and what was entered");
    if (customer)
        snprintf(form->customer, sizeof form->customer, "%s", value);
    else if (strcmp(field, "consent") == 0)
        form->consent = strcmp(value, "yes") == 0;
    else if (!read_option(vocabulary, field, value, form))
        return golden_differs(error, golden, line->line, "there is no '%s' for '%s'", value, field);
    return true;
}

/* Each of the six entries stands once. */
static bool read_form(const struct golden_case *golden, const struct golden_block *block,
                      const struct vocabulary *vocabulary, struct form *form, struct error *error)
{
    int entries = 0;
    for (int i = 0; i < block->line_count; i++) {
        if (strcmp(block->lines[i].word, "entry") != 0)
            continue;
        entries++;
        if (!read_entry(golden, &block->lines[i], vocabulary, form, error))
            return false;
    }
    return entries == FORM_FIELD_COUNT + 2 ||
           golden_differs(error, golden, block->line, "a form has %d entries",
                          FORM_FIELD_COUNT + 2);
}

static bool find_response(const struct golden_case *golden, const struct golden_block *block,
                          const struct node *node, int *response, struct error *error)
{
    *response = node_find_response(node, block->response);
    return *response >= 0 ||
           golden_differs(error, golden, block->line, "there is no response '%s' at '%s'",
                          block->response, node->id);
}

bool golden_next(const struct golden_case *golden, int index, const struct session *session,
                 struct event *move, struct error *error)
{
    const struct golden_block *block = &golden->blocks[index];
    const struct vocabulary *vocabulary = session_scenario(session)->vocabulary;
    *move = (struct event){.response = -1, .picked = -1, .think_ms = block->think_ms};
    if (session_phase(session) == SESSION_OVER)
        return golden_differs(error, golden, block->line, "the conversation is over already");
    if (!check_offered(golden, &golden->blocks[index - 1], session, error))
        return false;
    switch (block->kind) {
    case GOLDEN_PICK:
    case GOLDEN_LATE:
        move->kind = EVENT_PICK;
        return find_response(golden, block, present_node(session), &move->response, error);
    case GOLDEN_FORM:
        move->kind = EVENT_FORM;
        return read_form(golden, block, vocabulary, &move->form, error);
    case GOLDEN_TIMEOUT:
        move->kind = EVENT_TIMEOUT;
        return true;
    case GOLDEN_HINT:
        move->kind = EVENT_HINT;
        return true;
    default:
        move->kind = EVENT_TAKE_BACK;
        return true;
    }
}

/* ------------------------------------------------------------------------------ as a whole ---- */

bool golden_run(const struct golden_case *golden, const struct loaded *loaded, struct error *error)
{
    const struct scenario *scenario = loaded_scenario(loaded);
    if (strcmp(golden->scenario, scenario->id) != 0)
        return golden_differs(error, golden, golden->scenario_line,
                              "this case is of '%s', and lies beside '%s'", golden->scenario,
                              scenario->id);
    struct session *session =
        session_new(scenario, loaded_evaluator(loaded), golden->seed, golden->mode, error);
    bool done = session || golden_refused(error, golden, golden->blocks[0].line);
    for (int i = 1; done && i < golden->block_count; i++) {
        struct event move;
        done = golden_next(golden, i, session, &move, error) &&
               (session_repeat(session, &move, error) ||
                golden_refused(error, golden, golden->blocks[i].line));
    }
    done = done && golden_compare_session(golden, session, loaded, error);
    session_free(session);
    return done;
}
