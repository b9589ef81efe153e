/*
 * golden_play.c: plays a golden session, move by move.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "practice/library.h"
#include "practice/record.h"
#include "unit/golden.h"

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

/* An error of the engine's own, at the case's line that met it. */
static bool refused(struct error *error, const struct golden_case *golden, int line)
{
    char message[700];
    snprintf(message, sizeof message, "%.690s", error->message);
    return golden_differs(error, golden, line, "the engine refuses: %s", message);
}

/* ------------------------------------------------------------------------- where it is ---- */

static char *in_source(const char *folder, const char *name, const char *suffix)
{
    const char *source = getenv("YANLIAN_SOURCE");
    struct buffer path = {0};
    buffer_printf(&path, "%s/%s%s%s", source ? source : ".", folder, name, suffix);
    return buffer_take(&path);
}

char *golden_folder(void)
{
    return in_source("tests/cases/sessions", "", "");
}

char *golden_scenario_path(const char *scenario)
{
    return in_source("scenarios/", scenario, ".lua");
}

struct play *golden_begin(const struct golden_case *golden, struct store *store,
                          struct error *error)
{
    struct person person;
    char *path = golden_scenario_path(golden->scenario), *folder = in_source("scenarios", "", "");
    struct bundle *bundle = bundle_read(path, folder, error);
    struct play *play = NULL;
    struct play_options options = {.person = &person,
                                   .mode = golden->mode,
                                   .language = golden->language,
                                   .seed = golden->seed};
    if (bundle && store_person(store, "Golden", "G1", &person, error))
        play = play_begin(store, bundle, &options, error);
    if (!play)
        refused(error, golden, 1);
    bundle_free(bundle);
    free(path);
    free(folder);
    return play;
}

/* ----------------------------------------------------------------------------- moves ---- */

static const struct node *present_node(const struct session *session)
{
    return &session_scenario(session)->nodes[session_state(session)->node];
}

static bool check_offered(const struct golden_case *golden, const struct golden_block *block,
                          const struct session *session, struct error *error)
{
    struct buffer offered = {0};
    int options[RESPONSE_MAX];
    int count = session_options(session, options);
    bool same = true;
    for (int i = 0; i < count; i++)
        buffer_printf(&offered, "%s%s", i > 0 ? " " : "",
                      present_node(session)->responses[options[i]].id);
    for (int i = 0; same && i < block->line_count; i++) {
        const struct golden_line *line = &block->lines[i];
        if (strcmp(line->word, "offered") == 0 &&
            (!offered.data || strcmp(line->text, offered.data) != 0))
            same = golden_differs(error, golden, line->line, "offered is '%s', not '%s'",
                                  offered.data ? offered.data : "", line->text);
    }
    buffer_free(&offered);
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

/* "signal right rate-board": field, judgement, value. Each of the six entries stands once. */
static bool read_form(const struct golden_case *golden, const struct golden_block *block,
                      const struct vocabulary *vocabulary, struct form *form, struct error *error)
{
    int entries = 0;
    for (int i = 0; i < block->line_count; i++) {
        const struct golden_line *line = &block->lines[i];
        char field[32], fault[32], value[FORM_CUSTOMER_SIZE];
        if (strcmp(line->word, "entry") != 0)
            continue;
        if (sscanf(line->text, "%31s %31s %127[^\n]", field, fault, value) != 3)
            return golden_differs(error, golden, line->line,
                                  "an entry is a field, how it is judged, and "
                                  "what was entered");
        entries++;
        if (strcmp(field, "customer") == 0)
            snprintf(form->customer, sizeof form->customer, "%s", value);
        else if (strcmp(field, "consent") == 0)
            form->consent = strcmp(value, "yes") == 0;
        else if (!read_option(vocabulary, field, value, form))
            return golden_differs(error, golden, line->line, "there is no '%s' for '%s'", value,
                                  field);
    }
    return entries == FORM_FIELD_COUNT + 2 ||
           golden_differs(error, golden, block->line, "a form has %d entries",
                          FORM_FIELD_COUNT + 2);
}

static bool make_form(const struct golden_case *golden, const struct golden_block *block,
                      struct play *play, struct error *error)
{
    struct form form = {.customer = ""};
    const struct session *session = play_session(play);
    return read_form(golden, block, session_scenario(session)->vocabulary, &form, error) &&
           (play_file_form(play, &form, block->think_ms, error) ||
            refused(error, golden, block->line));
}

static bool make_move(const struct golden_case *golden, const struct golden_block *block,
                      struct play *play, struct error *error)
{
    int act, response = -1;
    switch (block->kind) {
    case GOLDEN_FORM:
        return make_form(golden, block, play, error);
    case GOLDEN_PICK:
    case GOLDEN_LATE:
        response = node_find_response(present_node(play_session(play)), block->response);
        if (response < 0)
            return golden_differs(error, golden, block->line, "there is no response '%s' at '%s'",
                                  block->response, present_node(play_session(play))->id);
        return play_pick(play, response, block->think_ms, error) ||
               refused(error, golden, block->line);
    case GOLDEN_TIMEOUT:
        return play_time_out(play, block->think_ms, error) || refused(error, golden, block->line);
    case GOLDEN_HINT:
        return play_hint(play, block->think_ms, &act, error) || refused(error, golden, block->line);
    default:
        return play_take_back(play, block->think_ms, error) || refused(error, golden, block->line);
    }
}

bool golden_move(const struct golden_case *golden, int index, struct play *play,
                 struct error *error)
{
    const struct golden_block *block = &golden->blocks[index];
    if (session_phase(play_session(play)) == SESSION_OVER)
        return golden_differs(error, golden, block->line, "the conversation is over already");
    return check_offered(golden, &golden->blocks[index - 1], play_session(play), error) &&
           make_move(golden, block, play, error);
}
