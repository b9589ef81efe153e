/* fact.c: from a session to a few bytes. */
#include "practice/fact.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"

static const char setting_filled[] = "facts";

/* ------------------------------------------------------------------------------ making ---- */

static int put_step(uint8_t *path, int size, int node, int what)
{
    path[size] = (uint8_t)(node & 0xff);
    path[size + 1] = (uint8_t)(node >> 8);
    path[size + 2] = (uint8_t)what;
    return size + FACT_STEP_SIZE;
}

static int put_path(struct session *session, uint8_t *path)
{
    const struct event *const *events;
    int count = session_transcript(session, &events);
    int size = 0;
    for (int i = 1; i < count; i++) {
        const struct event *event = events[i];
        size = put_step(path, size, event->node,
                        event->kind == EVENT_FORM ? FACT_FORM : event->response);
    }
    return put_step(path, size, session_state(session)->node, FACT_ARRIVAL);
}

int fact_marks(const struct scenario *scenario, const struct rule_state *states,
               uint8_t marks[RULE_MAX * FACT_MARK_SIZE])
{
    for (int i = 0; i < scenario->rule_count; i++) {
        int fulfilled = 0, of = 0;
        rule_mark(&scenario->rules[i], &states[i], &fulfilled, &of);
        while (of > UINT8_MAX) { /* beyond any shipped rule; the share stays about the same */
            of /= 2;
            fulfilled /= 2;
        }
        *marks++ = (uint8_t)fulfilled;
        *marks++ = (uint8_t)of;
    }
    return scenario->rule_count * FACT_MARK_SIZE;
}

/* Of all that happened, what was taken back too: it took its time. */
static int64_t think_ms(const struct session *session)
{
    int64_t sum = 0;
    int count = session_event_count(session);
    for (int i = 0; i < count; i++)
        sum += session_event(session, i)->think_ms;
    return sum;
}

void fact_of(struct session *session, struct fact_bytes *bytes, struct session_fact *fact)
{
    *fact = (struct session_fact){
        .path = bytes->path,
        .path_size = put_path(session, bytes->path),
        .marks = bytes->marks,
        .marks_size = fact_marks(session_scenario(session), session_rules(session), bytes->marks),
        .think_ms = think_ms(session),
    };
}

/* ----------------------------------------------------------------------------- checking ---- */

bool fact_check(struct play *play, struct error *error)
{
    const struct session_row *row = play_row(play);
    struct fact_bytes bytes;
    struct session_fact fact;
    enum fact_state state;
    if (row->state != SESSION_FINISHED || row->live)
        return true;
    fact_of(play_session(play), &bytes, &fact);
    if (!store_compare_fact(play_store(play), row, &fact, &state, error))
        return false;
    return state != FACT_DIFFERENT ||
           error_set(error, ERROR_TAMPERED,
                     _("session %s: what reports count of it is not what its log gives; make it "
                       "again with `yanlian report --recount`"),
                     row->id);
}

/* ------------------------------------------------------------------------------ filling ---- */

/* False when the session can't be read or does not replay. */
static bool read_fact(struct store *store, const char *id, struct session_row *row,
                      struct fact_bytes *bytes, struct session_fact *fact, struct error *error)
{
    struct play *play = play_open(store, id, error);
    if (!play)
        return false;
    *row = *play_row(play);
    fact_of(play_session(play), bytes, fact);
    play_close(play, -1);
    return true;
}

static bool fill_one(struct store *store, const char *id, const struct fact_watch *watch,
                     bool *skipped, struct error *error)
{
    struct session_row row;
    struct fact_bytes bytes;
    struct session_fact fact;
    struct error failure = {0};
    if (!store_session(store, id, &row, error))
        return false;
    if (row.live)
        return true;
    if (read_fact(store, id, &row, &bytes, &fact, &failure))
        return store_put_fact(store, &row, &fact, error);
    *skipped = true;
    if (watch->skipped)
        watch->skipped(watch->data, &failure);
    return true;
}

static bool fill_all(struct store *store, bool again, const struct fact_watch *watch, bool *skipped,
                     struct error *error)
{
    char(*ids)[ULID_SIZE] = NULL;
    int count = 0;
    bool done = store_without_fact(store, again, &ids, &count, error);
    for (int i = 0; done && i < count; i++) {
        done = fill_one(store, ids[i], watch, skipped, error);
        if (done && watch->progress)
            watch->progress(watch->data, i + 1, count);
    }
    free(ids);
    return done;
}

bool fact_fill(struct store *store, bool again, const struct fact_watch *watch, struct error *error)
{
    struct error failure = {0};
    bool skipped = false;
    char *value = NULL;
    bool filled = store_get_setting(store, setting_filled, &value, &failure);
    free(value);
    if (!filled && failure.code != ERROR_NONE) {
        if (error)
            *error = failure;
        return false;
    }
    if (filled && !again)
        return true;
    if (!fill_all(store, again, watch, &skipped, error))
        return false;
    return skipped || store_set_setting(store, setting_filled, "filled", error);
}
