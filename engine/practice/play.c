/* play.c: a session, its scenario and its log, kept together. */
#include "practice/play.h"

#include <math.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "practice/fact.h"
#include "practice/library.h"
#include "practice/record.h"

/* Events of the play itself, beside those that core knows. */
static const char kind_leave[] = "leave", kind_resume[] = "resume", kind_end[] = "end";

struct play {
    struct store *store;
    struct loaded *loaded;
    struct session *session;
    struct session_row row;
    int64_t spent_ms; /* think time of the open turn in earlier sittings */
    bool reading;     /* nothing may be logged */
};

struct session *play_session(struct play *play)
{
    return play->session;
}

const struct session_row *play_row(const struct play *play)
{
    return &play->row;
}

struct store *play_store(const struct play *play)
{
    return play->store;
}

const struct loaded *play_loaded(const struct play *play)
{
    return play->loaded;
}

int64_t play_spent_ms(const struct play *play)
{
    return play->spent_ms;
}

uint64_t play_new_seed(void)
{
    return 1 + randombytes_uniform(999999999);
}

/* ------------------------------------------------------------------------------ logging ---- */

static char *print_and_free(cJSON *object)
{
    char *json = cJSON_PrintUnformatted(object);
    cJSON_Delete(object);
    if (!json)
        abort();
    return json;
}

char *event_to_json(const struct session *session, const struct event *event)
{
    return print_and_free(record_event(session, event));
}

static bool append(struct play *play, const char *kind, cJSON *payload,
                   const struct session_result *result, struct error *error)
{
    char *json = print_and_free(payload);
    bool done = store_append(play->store, &play->row, kind, json, clock_wall_ms(), result, error);
    free(json);
    return done;
}

static bool append_event(struct play *play, const struct event *event, struct error *error)
{
    return append(play, event_kind_name(event->kind), record_event(play->session, event), NULL,
                  error);
}

/* Only when the conversation is over. */
static struct session_result result_of(const struct play *play, struct score *score)
{
    const struct scenario *scenario = session_scenario(play->session);
    int ending = session_ending(play->session);
    session_score(play->session, &bands_default, score);
    return (struct session_result){
        .score = score->total,
        .band = (int)score->band,
        .passed = score->passed,
        .ending = ending < 0 ? "" : scenario->vocabulary->endings[ending].id,
    };
}

/* Writes the result once the conversation is over. What was said is kept already, come what may. */
static bool finish_if_over(struct play *play, struct error *error)
{
    struct score score;
    if (session_phase(play->session) != SESSION_OVER || play->row.state == SESSION_FINISHED)
        return true;
    struct fact_bytes bytes;
    struct session_result result = result_of(play, &score);
    fact_of(play->session, &bytes, &result.fact);
    return append(play, kind_end, record_result(play->session, &score), &result, error);
}

/* ----------------------------------------------------------------------------- replaying ---- */

/* Core's own kinds; the play's (leave, resume, end) change nothing in the session. */
static bool is_move(const char *kind)
{
    for (int i = 0; i < EVENT_KIND_COUNT; i++) {
        if (i != EVENT_BEGIN && strcmp(kind, event_kind_name((enum event_kind)i)) == 0)
            return true;
    }
    return false;
}

static bool differs(const struct play *play, int seq, const char *field, struct error *error)
{
    return error_set(error, ERROR_TAMPERED,
                     "session %s does not replay: event %d differs in '%s' from what was logged",
                     play->row.id, seq, field);
}

static bool compare(const struct play *play, const struct event_row *logged, const cJSON *payload,
                    cJSON *made, struct error *error)
{
    const char *field = "";
    bool same = record_matches(payload, made, &field);
    if (!same)
        differs(play, logged->seq, field, error);
    cJSON_Delete(made);
    return same;
}

static bool replay_end(struct play *play, const struct event_row *logged, const cJSON *payload,
                       struct error *error)
{
    struct score score;
    if (session_phase(play->session) != SESSION_OVER)
        return differs(play, logged->seq, "end", error);
    session_score(play->session, &bands_default, &score);
    return compare(play, logged, payload, record_result(play->session, &score), error);
}

static bool replay_move(struct play *play, const struct event_row *logged, const cJSON *payload,
                        struct error *error)
{
    int before = session_event_count(play->session);
    struct error refused = {0};
    if (!record_apply(play->session, logged->kind, payload, &refused))
        return error_set(error, ERROR_TAMPERED, "session %s does not replay: event %d (%s): %s",
                         play->row.id, logged->seq, logged->kind, refused.message);
    const struct event *event = session_event(play->session, before);
    if (strcmp(event_kind_name(event->kind), logged->kind) != 0)
        return differs(play, logged->seq, "kind", error);
    return compare(play, logged, payload, record_event(play->session, event), error);
}

static bool replay_event(struct play *play, const struct event_row *logged, struct error *error)
{
    cJSON *payload = cJSON_Parse(logged->payload);
    bool done;
    if (!cJSON_IsObject(payload)) {
        cJSON_Delete(payload);
        return differs(play, logged->seq, "payload", error);
    }
    if (strcmp(logged->kind, event_kind_name(EVENT_BEGIN)) == 0)
        done = compare(play, logged, payload,
                       record_event(play->session, session_event(play->session, 0)), error);
    else if (is_move(logged->kind))
        done = replay_move(play, logged, payload, error);
    else if (strcmp(logged->kind, kind_end) == 0)
        done = replay_end(play, logged, payload, error);
    else
        done = true;
    if (is_move(logged->kind) && strcmp(logged->kind, event_kind_name(EVENT_HINT)) != 0) {
        play->spent_ms = 0;
    } else if (strcmp(logged->kind, kind_leave) == 0) {
        int64_t spent = record_think_ms(payload);
        play->spent_ms = spent < 0 ? 0 : spent;
    }
    cJSON_Delete(payload);
    return done;
}

/* The session's row tells of the same result as its log, `ended` by an "end" or not. */
static bool check_result(const struct play *play, bool ended, struct error *error)
{
    const struct session_row *row = &play->row;
    struct score score;
    if (ended != (row->state == SESSION_FINISHED))
        return error_set(error, ERROR_TAMPERED,
                         "session %s does not replay: its log has %s, its row says otherwise",
                         row->id, ended ? "an end" : "no end");
    if (!ended)
        return true;
    struct session_result result = result_of(play, &score);
    if (fabs(row->score - result.score) < 1e-9 && row->band == result.band &&
        row->passed == result.passed && strcmp(row->ending, result.ending) == 0)
        return true;
    return error_set(error, ERROR_TAMPERED,
                     "session %s does not replay: its row tells of another result than its log",
                     row->id);
}

/* As far as the row counts: what another program appended since is none of this play's. */
static bool replay(struct play *play, struct error *error)
{
    struct event_row *events = NULL;
    int count = 0, counted = play->row.event_count;
    if (!store_events(play->store, play->row.id, &events, &count, error))
        return false;
    bool done =
        count >= counted ||
        error_set(error, ERROR_TAMPERED, "session %s does not replay: %d of its %d events are gone",
                  play->row.id, counted - count, counted);
    for (int i = 0; done && i < counted; i++)
        done = replay_event(play, &events[i], error);
    bool ended = done && counted > 0 && strcmp(events[counted - 1].kind, kind_end) == 0;
    store_free_events(events, count);
    return done && check_result(play, ended, error);
}

/* ------------------------------------------------------------------------- begin and open ---- */

static bool parse_mode(const char *name, enum mode *mode)
{
    for (int i = 0; i < MODE_COUNT; i++) {
        if (strcmp(name, mode_name((enum mode)i)) == 0) {
            *mode = (enum mode)i;
            return true;
        }
    }
    return false;
}

static struct play *new_play(struct store *store)
{
    struct play *play = calloc(1, sizeof *play);
    if (!play)
        abort();
    play->store = store;
    return play;
}

static void free_play(struct play *play)
{
    session_free(play->session);
    loaded_free(play->loaded);
    free(play);
}

static bool new_session(struct play *play, enum mode mode, uint64_t seed, struct error *error)
{
    play->session = session_new(loaded_scenario(play->loaded), loaded_evaluator(play->loaded), seed,
                                mode, error);
    return play->session != NULL;
}

struct beginning {
    struct play *play;
    const struct bundle *bundle;
};

static bool keep_beginning(void *data, struct error *error)
{
    const struct beginning *beginning = data;
    struct play *play = beginning->play;
    char *json = bundle_to_json(beginning->bundle);
    bool done = store_keep_source(play->store, play->row.digest, play->row.scenario, json, error) &&
                store_begin_session(play->store, &play->row, clock_wall_ms(), error) &&
                append_event(play, session_event(play->session, 0), error);
    free(json);
    return done;
}

struct play *play_begin(struct store *store, const struct bundle *bundle,
                        const struct play_options *options, struct error *error)
{
    struct play *play = new_play(store);
    play->loaded = scenario_load(bundle, NULL, error);
    if (!play->loaded || !new_session(play, options->mode, options->seed, error)) {
        free_play(play);
        return NULL;
    }
    struct session_row *row = &play->row;
    row->person = *options->person;
    row->seed = options->seed;
    row->band = -1;
    snprintf(row->scenario, sizeof row->scenario, "%s", loaded_scenario(play->loaded)->id);
    snprintf(row->digest, sizeof row->digest, "%s", bundle->digest);
    snprintf(row->mode, sizeof row->mode, "%s", mode_name(options->mode));
    snprintf(row->language, sizeof row->language, "%s", language_code(options->language));
    snprintf(row->class, sizeof row->class, "%s", options->class ? options->class : "");
    struct beginning beginning = {.play = play, .bundle = bundle};
    if (!store_together(store, keep_beginning, &beginning, error)) {
        free_play(play);
        return NULL;
    }
    return play;
}

/* Loads the text that was played, by its digest. */
static bool load_kept(struct play *play, struct error *error)
{
    char *json = store_source(play->store, play->row.digest, error);
    struct bundle *bundle = json ? bundle_from_json(json, error) : NULL;
    free(json);
    if (!bundle)
        return false;
    if (strcmp(bundle->digest, play->row.digest) != 0)
        error_set(error, ERROR_TAMPERED,
                  "the kept text of session %s is not what was played: its digest differs",
                  play->row.id);
    else
        play->loaded = scenario_load(bundle, NULL, error);
    bundle_free(bundle);
    return play->loaded != NULL;
}

struct branching {
    struct play *play, *source;
};

/* The moves of the turns that count, before the branch's own, made again and logged. */
static bool keep_branch(void *data, struct error *error)
{
    const struct branching *branching = data;
    struct play *play = branching->play;
    const struct event *const *events;
    int count = session_transcript(branching->source->session, &events);
    if (!store_begin_session(play->store, &play->row, clock_wall_ms(), error) ||
        !append_event(play, session_event(play->session, 0), error))
        return false;
    for (int i = 1; i < count && i < play->row.parent_turn; i++) {
        if (!session_repeat(play->session, events[i], error) ||
            !append_event(play, session_event(play->session, i), error))
            return false;
    }
    return true;
}

struct play *play_branch(struct play *source, int turn, const struct person *person,
                         struct error *error)
{
    const struct event *const *events;
    if (turn < 1 || turn >= session_transcript(source->session, &events)) {
        error_set(error, ERROR_USAGE, "this session has no turn %d", turn);
        return NULL;
    }
    struct play *play = new_play(source->store);
    play->row = source->row;
    play->row.person = *person;
    play->row.parent_turn = turn;
    play->row.state = SESSION_OPEN;
    play->row.class[0] = '\0'; /* half of it was played before: that is no attempt to count */
    snprintf(play->row.parent, sizeof play->row.parent, "%s", source->row.id);
    struct branching branching = {.play = play, .source = source};
    if (!load_kept(play, error) ||
        !new_session(play, session_mode(source->session), play->row.seed, error) ||
        !store_together(play->store, keep_branch, &branching, error)) {
        free_play(play);
        return NULL;
    }
    return play;
}

static struct play *open_play(struct store *store, const char *id, struct error *error)
{
    struct play *play = new_play(store);
    enum mode mode = MODE_PRACTICE;
    bool done = store_session(store, id, &play->row, error);
    if (done && play->row.live)
        done = error_set(error, ERROR_NOT_ALLOWED,
                         "session %s was watched, not played here: it has no picks to go through",
                         play->row.id);
    done = done && load_kept(play, error);
    if (done && !parse_mode(play->row.mode, &mode))
        done = error_set(error, ERROR_TAMPERED, "session %s has an unknown mode '%s'", play->row.id,
                         play->row.mode);
    done = done && new_session(play, mode, play->row.seed, error) && replay(play, error);
    if (!done) {
        free_play(play);
        return NULL;
    }
    return play;
}

struct play *play_open(struct store *store, const char *session_id, struct error *error)
{
    struct play *play = open_play(store, session_id, error);
    if (play)
        play->reading = true;
    return play;
}

static bool take_up(struct play *play, struct error *error)
{
    return append(play, kind_resume, cJSON_CreateObject(), NULL, error) &&
           finish_if_over(play, error);
}

struct play *play_resume(struct store *store, const char *session_id, struct error *error)
{
    struct play *play = open_play(store, session_id, error);
    if (!play)
        return NULL;
    play->reading = play->row.state == SESSION_FINISHED;
    if (!play->reading && !take_up(play, error)) {
        free_play(play);
        return NULL;
    }
    return play;
}

void play_close(struct play *play, int64_t think_ms)
{
    bool open = !play->reading && play->row.state == SESSION_OPEN;
    if (open && think_ms >= 0 && session_phase(play->session) == SESSION_OVER) {
        finish_if_over(play, NULL); /* what failed before; resuming tries once more */
    } else if (open && think_ms >= 0) {
        cJSON *payload = cJSON_CreateObject();
        cJSON_AddNumberToObject(payload, "think_ms", (double)think_ms);
        append(play, kind_leave, payload, NULL, NULL); /* a convenience: nothing is lost without */
    }
    free_play(play);
}

/* ------------------------------------------------------------------------------- moves ---- */

/* The session as it is before a move, to go back to; NULL with an error when it is only read. */
static struct session *before_move(const struct play *play, struct error *error)
{
    if (!play->reading)
        return session_copy(play->session);
    error_set(error, ERROR_NOT_ALLOWED, "this session is open for reading only");
    return NULL;
}

/* Commits the move, if it was `made`, or goes back to the session `before` it, which is its own. */
static bool commit(struct play *play, struct session *before, bool made, struct error *error)
{
    struct session *dropped = before;
    bool done = made;
    if (made) {
        int last = session_event_count(play->session) - 1;
        done = append_event(play, session_event(play->session, last), error);
    }
    if (made && !done) {
        dropped = play->session;
        play->session = before;
    }
    session_free(dropped);
    if (!done)
        return false;
    play->spent_ms = 0;
    return finish_if_over(play, error);
}

bool play_pick(struct play *play, int response, int64_t think_ms, struct error *error)
{
    struct session *before = before_move(play, error);
    return before &&
           commit(play, before, session_pick(play->session, response, think_ms, error), error);
}

bool play_time_out(struct play *play, int64_t think_ms, struct error *error)
{
    struct session *before = before_move(play, error);
    return before && commit(play, before, session_time_out(play->session, think_ms, error), error);
}

bool play_file_form(struct play *play, const struct form *form, int64_t think_ms,
                    struct error *error)
{
    struct session *before = before_move(play, error);
    return before &&
           commit(play, before, session_file_form(play->session, form, think_ms, error), error);
}

bool play_hint(struct play *play, int64_t think_ms, int *act, struct error *error)
{
    int64_t spent = play->spent_ms;
    struct session *before = before_move(play, error);
    bool done =
        before && commit(play, before, session_hint(play->session, think_ms, act, error), error);
    play->spent_ms = spent; /* a hint does not end the turn */
    return done;
}

struct noted_pick {
    struct play *play;
    const struct play_note *note;
    int response;
    int64_t think_ms;
};

static bool note_and_pick(void *data, struct error *error)
{
    const struct noted_pick *noted = data;
    return append(noted->play, noted->note->kind, cJSON_Duplicate(noted->note->payload, true), NULL,
                  error) &&
           play_pick(noted->play, noted->response, noted->think_ms, error);
}

bool play_pick_noted(struct play *play, const struct play_note *note, int response,
                     int64_t think_ms, struct error *error)
{
    struct noted_pick noted = {
        .play = play, .note = note, .response = response, .think_ms = think_ms};
    struct session_row row = play->row;
    int64_t spent_ms = play->spent_ms;
    struct session *before = before_move(play, error);
    if (!before)
        return false;
    if (store_together(play->store, note_and_pick, &noted, error)) {
        session_free(before);
        return true;
    }
    session_free(play->session); /* what was told was done counts for nothing now */
    play->session = before;
    play->row = row;
    play->spent_ms = spent_ms;
    return false;
}

bool play_take_back(struct play *play, int64_t think_ms, struct error *error)
{
    struct session *before = before_move(play, error);
    return before && commit(play, before, session_take_back(play->session, think_ms, error), error);
}
