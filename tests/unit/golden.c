/* golden.c: plays a golden case as a learner's session is played and kept. */
#include "unit/golden.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
        golden_refused(error, golden, golden->scenario_line);
    bundle_free(bundle);
    free(path);
    free(folder);
    return play;
}

static bool make_move(struct play *play, const struct event *move, struct error *error)
{
    int act;
    switch (move->kind) {
    case EVENT_PICK:
        return play_pick(play, move->response, move->think_ms, error);
    case EVENT_TIMEOUT:
        return play_time_out(play, move->think_ms, error);
    case EVENT_FORM:
        return play_file_form(play, &move->form, move->think_ms, error);
    case EVENT_HINT:
        return play_hint(play, move->think_ms, &act, error);
    default:
        return play_take_back(play, move->think_ms, error);
    }
}

bool golden_move(const struct golden_case *golden, int index, struct play *play,
                 struct error *error)
{
    struct event move;
    return golden_next(golden, index, play_session(play), &move, error) &&
           (make_move(play, &move, error) ||
            golden_refused(error, golden, golden->blocks[index].line));
}

/* The session's row says the same as the score, so that lists and reports do. */
static bool compare_row(const struct golden_case *golden, struct play *play, struct error *error)
{
    const struct session *session = play_session(play);
    const struct session_row *row = play_row(play);
    const struct vocabulary *vocabulary = session_scenario(session)->vocabulary;
    int ending = session_ending(session);
    struct score score;
    session_score(session, &bands_default, &score);
    bool same = row->state == SESSION_FINISHED && row->score == score.total &&
                row->band == (int)score.band && row->passed == score.passed &&
                strcmp(row->ending, ending < 0 ? "" : vocabulary->endings[ending].id) == 0 &&
                row->seed == golden->seed && strcmp(row->scenario, golden->scenario) == 0;
    return same ||
           golden_differs(error, golden, golden->score_line, "the store's row tells otherwise");
}

bool golden_compare(const struct golden_case *golden, struct play *play, struct error *error)
{
    return golden_compare_session(golden, play_session(play), play_loaded(play), error) &&
           compare_row(golden, play, error);
}
