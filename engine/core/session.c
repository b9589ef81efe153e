/*
 * session.c: a conversation's moves and its history.
 *
 * The state of every turn that counts is kept (a `struct turn` each), so taking back is dropping
 * the last one, and nothing is ever computed backwards.
 */
#include "core/session.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "base/words.h"
#include "core/table.h"

enum { STEPS_MAX = 2 * TURN_MAX + 1 };

struct position {
    struct state state;
    uint32_t place; /* in the table; without one not used */
};

/* Where things stood after a turn that counts; turns[0] is the opening. */
struct turn {
    struct position at;
    int event; /* that made it */
    int steps; /* of the trace, up to and with this turn's customer's line */
    struct rule_state rules[RULE_MAX]; /* as they stood then; ended ones in the last turn only */
};

struct session {
    const struct scenario *scenario;
    const struct evaluator *evaluator; /* NULL with a table */
    const struct table *table;         /* NULL without one */
    uint64_t seed;
    enum mode mode;
    int turn_count; /* entries of `turns` in use, the opening with them */
    struct turn turns[TURN_MAX + 1];
    struct step steps[STEPS_MAX];
    int step_turns[STEPS_MAX];
    int options[RESPONSE_MAX]; /* of the present state, in the order shown */
    int option_count;
    bool hinted; /* in the present turn */
    bool placed; /* by session_place */
    struct event *events;
    int event_count, event_capacity;
    const struct event *transcript[TURN_MAX + 1];
};

static const char *const event_names[EVENT_KIND_COUNT] = {
    [EVENT_BEGIN] = "begin", [EVENT_PICK] = "pick", [EVENT_TIMEOUT] = "timeout",
    [EVENT_FORM] = "form",   [EVENT_HINT] = "hint", [EVENT_TAKE_BACK] = "take-back",
};

static const char *const mode_names[MODE_COUNT] = {
    [MODE_PRACTICE] = "practice",
    [MODE_EXAM] = "exam",
    [MODE_CLASS] = "class",
};

const char *event_kind_name(enum event_kind kind)
{
    return event_names[kind];
}

const char *mode_name(enum mode mode)
{
    return mode_names[mode];
}

static const struct turn *present_const(const struct session *session)
{
    return &session->turns[session->turn_count - 1];
}

const struct state *session_state(const struct session *session)
{
    return &present_const(session)->at.state;
}

static const struct node *present_node(const struct session *session)
{
    return &session->scenario->nodes[session_state(session)->node];
}

/* --------------------------------------------------------------------- what is offered ---- */

static void shuffle(const struct session *session, int *options, int count)
{
    uint64_t turn = session_state(session)->turn;
    for (int i = count - 1; i > 0; i--) {
        int other = (int)random_below(session->seed, RANDOM_SHUFFLE, turn * 64 + (uint64_t)i,
                                      (uint64_t)i + 1);
        int kept = options[i];
        options[i] = options[other];
        options[other] = kept;
    }
}

/* The open responses as a bit each. */
static bool find_open(const struct session *session, const struct position *at, unsigned *open,
                      struct error *error)
{
    const struct node *node = &session->scenario->nodes[at->state.node];
    *open = session->table ? table_step(session->table, at->place)->open : 0;
    for (int i = 0; !session->table && i < node->response_count; i++) {
        bool is_open;
        if (!state_is_open(session->scenario, session->evaluator, &at->state, i, &is_open, error))
            return false;
        *open |= (unsigned)is_open << i;
    }
    return true;
}

/* What could be said here; the order is the file's until shuffled. */
static bool find_options(const struct session *session, const struct position *at,
                         int options[RESPONSE_MAX], int *count, struct error *error)
{
    const struct scenario *scenario = session->scenario;
    const struct node *node = &scenario->nodes[at->state.node];
    unsigned open;
    *count = 0;
    if (state_is_over(scenario, &at->state))
        return true;
    if (!find_open(session, at, &open, error))
        return false;
    for (int i = 0; i < node->response_count; i++) {
        if (open >> i & 1)
            options[(*count)++] = i;
    }
    if (*count == 0)
        return error_at(error, ERROR_SCENARIO, scenario->file, node->file_line,
                        "node '%s' has no open response in this state: the conversation is stuck; "
                        "give one response no guard",
                        node->id);
    return true;
}

/* -------------------------------------------------------------------------- history ---- */

static struct event *add_event(struct session *session, const struct event *event)
{
    if (session->event_count == session->event_capacity) {
        int capacity = session->event_capacity ? 2 * session->event_capacity : 32;
        struct event *grown = realloc(session->events, (size_t)capacity * sizeof *session->events);
        if (!grown)
            abort();
        session->events = grown;
        session->event_capacity = capacity;
    }
    session->events[session->event_count] = *event;
    return &session->events[session->event_count++];
}

static void add_step(struct session *session, struct turn *turn, int number,
                     const struct step *step)
{
    assert(turn->steps < STEPS_MAX);
    session->steps[turn->steps] = *step;
    session->step_turns[turn->steps++] = number;
    for (int i = 0; i < session->scenario->rule_count; i++)
        rule_step(&session->scenario->rules[i], &turn->rules[i], step);
}

static void end_rules(const struct session *session, struct turn *turn)
{
    for (int i = 0; i < session->scenario->rule_count; i++)
        rule_end(&session->scenario->rules[i], &turn->rules[i]);
}

/* Fills in what the customer shows on arrival. */
static bool describe_arrival(const struct session *session, const struct position *at,
                             struct event *event, struct error *error)
{
    const struct state *state = &at->state;
    const struct node *node = &session->scenario->nodes[state->node];
    event->next_node = state->node;
    event->mood_after = (enum mood)state->mood;
    event->familiarity_after = state->familiarity;
    if (session->table) {
        const struct place_view *view = table_view(session->table, at->place);
        event->cues = view->cues;
        event->scene = view->scene;
        event->says = view->says;
        return true;
    }
    return state_cues(session->scenario, session->evaluator, state, &event->cues, error) &&
           state_line(session->evaluator, state, &node->scene, &event->scene, error) &&
           state_line(session->evaluator, state, &node->says, &event->says, error);
}

/* Takes over from the table what a place decides; the rest of the state is history. */
static void arrive(const struct session *session, struct position *at, uint32_t place)
{
    const struct place_view *view = table_view(session->table, place);
    struct state state = view->state;
    state.turn = at->state.turn;
    state.acts_seen = at->state.acts_seen;
    state.cues_seen = at->state.cues_seen | view->cues;
    at->state = state;
    at->place = place;
}

/* The opening: by table, or by asking. */
static bool open_conversation(const struct session *session, struct position *at,
                              struct error *error)
{
    if (!session->table)
        return state_begin(session->scenario, session->evaluator, session->seed, &at->state, error);
    memset(at, 0, sizeof *at);
    arrive(session, at, session->table->starts[table_start(session->table, session->seed)]);
    return true;
}

/* Moves on by a response, or with -1 by a filed form with these acts. */
static bool move_on(const struct session *session, struct position *at, int response, uint64_t acts,
                    struct error *error)
{
    uint64_t roll = random_at(session->seed, RANDOM_CHANCE, at->state.turn);
    if (session->table) {
        uint32_t edge = response >= 0 ? table_edge(session->table, at->place, response, roll)
                                      : table_form_edge(session->table, at->place, 0);
        at->state.turn++;
        at->state.acts_seen |= acts;
        arrive(session, at, session->table->cells[edge].edge.place);
        return true;
    }
    if (response < 0)
        return state_file_form(session->scenario, session->evaluator, acts, &at->state, error);
    return state_respond(session->scenario, session->evaluator, response, roll, &at->state, error);
}

static struct step customer_step(const struct event *event)
{
    return (struct step){
        .speaker = SPEAKER_CUSTOMER, .labels = event->cues, .mood = event->mood_after};
}

static struct step trainee_step(const struct event *event)
{
    return (struct step){
        .speaker = SPEAKER_TRAINEE, .labels = event->acts, .mood = event->mood_before};
}

/*
 * Turn `number` as the rules see it: all before it, then what `event` tells was said and heard. Its
 * state is there already.
 */
static void judge_turn(struct session *session, int number, const struct event *event)
{
    struct turn *turn = &session->turns[number];
    struct step said = trainee_step(event), heard = customer_step(event);
    turn->steps = number > 0 ? turn[-1].steps : 0;
    for (int i = 0; i < session->scenario->rule_count; i++) {
        if (number > 0)
            turn->rules[i] = turn[-1].rules[i];
        else
            rule_begin(&session->scenario->rules[i], &turn->rules[i]);
    }
    if (number > 0)
        add_step(session, turn, event->turn, &said);
    add_step(session, turn, event->turn, &heard);
    if (state_is_over(session->scenario, &turn->at.state))
        end_rules(session, turn);
}

static void offer(struct session *session, const int options[RESPONSE_MAX], int count)
{
    memcpy(session->options, options, sizeof session->options);
    session->option_count = count;
    if (session->mode != MODE_CLASS)
        shuffle(session, session->options, count);
}

/*
 * The one place where a conversation moves on: `event` says what was done, `at` where that led.
 * All that can fail is done first, so that a failure leaves the session as it was.
 */
static bool commit_turn(struct session *session, struct event *event, const struct position *at,
                        struct error *error)
{
    int options[RESPONSE_MAX], count;
    if (!describe_arrival(session, at, event, error) ||
        !find_options(session, at, options, &count, error))
        return false;
    struct turn *turn = &session->turns[session->turn_count++];
    turn->at = *at;
    turn->event = session->event_count;
    judge_turn(session, session->turn_count - 1, event);
    add_event(session, event);
    offer(session, options, count);
    session->hinted = false;
    return true;
}

static bool begin(struct session *session, struct error *error)
{
    struct turn *turn = &session->turns[0];
    struct event event = {.kind = EVENT_BEGIN, .node = -1, .response = -1, .picked = -1};
    int options[RESPONSE_MAX], count;
    if (!open_conversation(session, &turn->at, error))
        return false;
    event.mood_before = (enum mood)turn->at.state.mood;
    event.familiarity_before = turn->at.state.familiarity;
    if (!describe_arrival(session, &turn->at, &event, error) ||
        !find_options(session, &turn->at, options, &count, error))
        return false;
    session->turn_count = 1;
    judge_turn(session, 0, &event);
    add_event(session, &event);
    offer(session, options, count);
    return true;
}

static struct session *new_session(const struct scenario *scenario, uint64_t seed, enum mode mode,
                                   struct error *error)
{
    assert(scenario->turns <= TURN_MAX && scenario->rule_count <= RULE_MAX);
    if (seed > SEED_MAX) {
        error_set(error, ERROR_USAGE, "a seed is a whole number from 0 to %llu",
                  (unsigned long long)SEED_MAX);
        return NULL;
    }
    struct session *session = calloc(1, sizeof *session);
    if (!session)
        abort();
    session->scenario = scenario;
    session->seed = seed;
    session->mode = mode;
    return session;
}

static struct session *started(struct session *session, struct error *error)
{
    if (session && !begin(session, error)) {
        session_free(session);
        return NULL;
    }
    return session;
}

struct session *session_new(const struct scenario *scenario, const struct evaluator *evaluator,
                            uint64_t seed, enum mode mode, struct error *error)
{
    struct session *session = new_session(scenario, seed, mode, error);
    if (session)
        session->evaluator = evaluator;
    return started(session, error);
}

struct session *session_new_by_table(const struct table *table, uint64_t seed, enum mode mode,
                                     struct error *error)
{
    struct session *session = new_session(table->scenario, seed, mode, error);
    if (session)
        session->table = table;
    return started(session, error);
}

struct session *session_copy(const struct session *session)
{
    struct session *copy = malloc(sizeof *copy);
    size_t size = (size_t)session->event_capacity * sizeof *session->events;
    if (!copy)
        abort();
    *copy = *session;
    copy->events = malloc(size);
    if (!copy->events)
        abort();
    memcpy(copy->events, session->events, (size_t)session->event_count * sizeof *copy->events);
    return copy;
}

void session_free(struct session *session)
{
    if (!session)
        return;
    free(session->events);
    free(session);
}

/* --------------------------------------------------------------------------- views ---- */

enum phase session_phase(const struct session *session)
{
    return state_is_over(session->scenario, session_state(session)) ? SESSION_OVER
                                                                    : SESSION_CHOOSING;
}

const struct scenario *session_scenario(const struct session *session)
{
    return session->scenario;
}

uint64_t session_seed(const struct session *session)
{
    return session->seed;
}

enum mode session_mode(const struct session *session)
{
    return session->mode;
}

int session_options(const struct session *session, int options[RESPONSE_MAX])
{
    memcpy(options, session->options, sizeof session->options);
    return session->option_count;
}

bool session_form_open(const struct session *session)
{
    return session_phase(session) == SESSION_CHOOSING && present_node(session)->form_target >= 0;
}

bool session_hint_open(const struct session *session)
{
    return session->mode == MODE_PRACTICE && session_phase(session) == SESSION_CHOOSING &&
           !session->hinted && present_node(session)->hint >= 0;
}

bool session_can_take_back(const struct session *session)
{
    return session->mode == MODE_PRACTICE && session->turn_count > 1 &&
           session_phase(session) == SESSION_CHOOSING;
}

int session_limit_seconds(const struct session *session)
{
    if (session->mode != MODE_EXAM || session_phase(session) == SESSION_OVER)
        return 0;
    return present_node(session)->seconds;
}

int session_ending(const struct session *session)
{
    return present_node(session)->ending;
}

int session_event_count(const struct session *session)
{
    return session->event_count;
}

const struct event *session_event(const struct session *session, int index)
{
    assert(index >= 0 && index < session->event_count);
    return &session->events[index];
}

int session_steps(const struct session *session, const struct step **steps, const int **turns)
{
    *steps = session->steps;
    if (turns)
        *turns = session->step_turns;
    return present_const(session)->steps;
}

int session_transcript(struct session *session, const struct event *const **events)
{
    for (int i = 0; i < session->turn_count; i++)
        session->transcript[i] = &session->events[session->turns[i].event];
    *events = session->transcript;
    return session->turn_count;
}

/* --------------------------------------------------------------------------- moves ---- */

static struct event new_event(const struct session *session, enum event_kind kind, int64_t think_ms)
{
    const struct state *state = session_state(session);
    return (struct event){
        .kind = kind,
        .turn = state->turn + 1,
        .node = state->node,
        .response = -1,
        .picked = -1,
        .think_ms = think_ms,
        .mood_before = (enum mood)state->mood,
        .mood_after = (enum mood)state->mood,
        .familiarity_before = state->familiarity,
        .familiarity_after = state->familiarity,
        .next_node = state->node,
    };
}

static bool check_running(const struct session *session, int64_t think_ms, struct error *error)
{
    if (session_phase(session) == SESSION_OVER)
        return error_set(error, ERROR_NOT_ALLOWED, "this conversation is over");
    if (think_ms < 0)
        return error_set(error, ERROR_NOT_ALLOWED, "think time can't be negative");
    return true;
}

static bool too_late(const struct session *session, int64_t think_ms)
{
    int seconds = session_limit_seconds(session);
    return seconds > 0 && think_ms > (int64_t)seconds * 1000;
}

static bool respond(struct session *session, struct event *event, int response, struct error *error)
{
    struct position at = present_const(session)->at;
    event->response = response;
    event->acts = present_node(session)->responses[response].acts;
    return move_on(session, &at, response, event->acts, error) &&
           commit_turn(session, event, &at, error);
}

static bool time_out(struct session *session, int picked, int64_t think_ms, struct error *error)
{
    struct event event = new_event(session, EVENT_TIMEOUT, think_ms);
    event.picked = picked;
    return respond(session, &event, present_node(session)->timeout, error);
}

bool session_pick(struct session *session, int response, int64_t think_ms, struct error *error)
{
    if (!check_running(session, think_ms, error))
        return false;
    bool offered = false;
    for (int i = 0; i < session->option_count; i++)
        offered |= session->options[i] == response;
    if (!offered)
        return error_set(error, ERROR_NOT_ALLOWED, "that response is not open here");
    if (too_late(session, think_ms))
        return time_out(session, response, think_ms, error);
    struct event event = new_event(session, EVENT_PICK, think_ms);
    return respond(session, &event, response, error);
}

bool session_time_out(struct session *session, int64_t think_ms, struct error *error)
{
    if (!check_running(session, think_ms, error))
        return false;
    if (!too_late(session, think_ms))
        return error_set(error, ERROR_NOT_ALLOWED, "there is still time to answer");
    return time_out(session, -1, think_ms, error);
}

static bool form_is_valid(const struct vocabulary *vocabulary, const struct form *form)
{
    for (int i = 0; i < FORM_FIELD_COUNT; i++) {
        if (form->options[i] < 0 || form->options[i] >= vocabulary->form_option_count[i])
            return false;
    }
    return memchr(form->customer, '\0', sizeof form->customer) != NULL;
}

bool session_file_form(struct session *session, const struct form *form, int64_t think_ms,
                       struct error *error)
{
    if (!check_running(session, think_ms, error))
        return false;
    if (!session_form_open(session))
        return error_set(error, ERROR_NOT_ALLOWED, "it is not the moment for the referral form");
    if (!form_is_valid(session->scenario->vocabulary, form))
        return error_set(error, ERROR_NOT_ALLOWED, "the form has an entry that does not exist");
    if (too_late(session, think_ms))
        return time_out(session, -1, think_ms, error);
    struct position at = present_const(session)->at;
    struct event event = new_event(session, EVENT_FORM, think_ms);
    event.form = *form;
    event.judgement = form_judge(session->scenario, &at.state, form);
    event.acts = event.judgement.acts;
    return move_on(session, &at, -1, event.acts, error) && commit_turn(session, &event, &at, error);
}

bool session_hint(struct session *session, int64_t think_ms, int *act, struct error *error)
{
    if (!check_running(session, think_ms, error))
        return false;
    if (!session_hint_open(session))
        return error_set(error, ERROR_NOT_ALLOWED,
                         N_("no hint here: one a turn, in practice only"));
    struct event event = new_event(session, EVENT_HINT, think_ms);
    *act = present_node(session)->hint;
    event.acts = UINT64_C(1) << *act;
    session->hinted = true;
    add_event(session, &event);
    return true;
}

bool session_take_back(struct session *session, int64_t think_ms, struct error *error)
{
    if (!check_running(session, think_ms, error))
        return false;
    if (!session_can_take_back(session))
        return error_set(error, ERROR_NOT_ALLOWED,
                         N_("nothing to take back: practice only, from turn 2"));
    const struct turn *back = &session->turns[session->turn_count - 2];
    int options[RESPONSE_MAX], count;
    struct event event = new_event(session, EVENT_TAKE_BACK, think_ms);
    event.turn = session_state(session)->turn;
    if (!describe_arrival(session, &back->at, &event, error) ||
        !find_options(session, &back->at, options, &count, error))
        return false;
    add_event(session, &event);
    session->turn_count--;
    offer(session, options, count);
    session->hinted = false;
    return true;
}

bool session_repeat(struct session *session, const struct event *event, struct error *error)
{
    int act;
    switch (event->kind) {
    case EVENT_PICK:
        return session_pick(session, event->response, event->think_ms, error);
    case EVENT_TIMEOUT:
        return event->picked >= 0 ? session_pick(session, event->picked, event->think_ms, error)
                                  : session_time_out(session, event->think_ms, error);
    case EVENT_FORM:
        return session_file_form(session, &event->form, event->think_ms, error);
    case EVENT_HINT:
        return session_hint(session, event->think_ms, &act, error);
    case EVENT_TAKE_BACK:
        return session_take_back(session, event->think_ms, error);
    default:
        return error_set(error, ERROR_NOT_ALLOWED, "a beginning is no move");
    }
}

/* -------------------------------------------------------------------------- authors ---- */

bool session_place(struct session *session, const struct state *state, struct error *error)
{
    int number = session->turn_count - 1, options[RESPONSE_MAX], count;
    struct turn *turn = &session->turns[number];
    struct event event = session->events[turn->event];
    struct position at = {.state = *state};
    assert(!session->table && state->turn == turn->at.state.turn);
    if (!describe_arrival(session, &at, &event, error) ||
        !find_options(session, &at, options, &count, error))
        return false;
    at.state.cues_seen = event.cues | (number > 0 ? turn[-1].at.state.cues_seen : 0);
    turn->at = at;
    judge_turn(session, number, &event);
    session->events[turn->event] = event;
    offer(session, options, count);
    session->placed = true;
    return true;
}

bool session_is_placed(const struct session *session)
{
    return session->placed;
}

/* ----------------------------------------------------------------------- judgement ---- */

const struct rule_state *session_rules(const struct session *session)
{
    return present_const(session)->rules;
}

void session_score(const struct session *session, const struct bands *bands, struct score *score)
{
    assert(session_phase(session) == SESSION_OVER);
    score_compute(session->scenario, session_rules(session), bands, score);
}

static int count_events(const struct session *session, enum event_kind kind)
{
    int count = 0;
    for (int i = 0; i < session->event_count; i++)
        count += session->events[i].kind == kind;
    return count;
}

int session_hints_used(const struct session *session)
{
    return count_events(session, EVENT_HINT);
}

int session_take_backs(const struct session *session)
{
    return count_events(session, EVENT_TAKE_BACK);
}
