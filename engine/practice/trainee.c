/* trainee.c: simulated trainees. */
#include "practice/trainee.h"

#include <stdlib.h>
#include <string.h>

#include "base/random.h"

enum { BEAM_WIDTH = 160, MOVES_MAX = RESPONSE_MAX + 1 };

/* A conversation as far as the search has taken it. `first` is the move it began with. */
struct line_ahead {
    struct state state;
    struct rule_state rules[RULE_MAX];
    int first;
    int number;   /* in the order they were found */
    double worth; /* score if it ended here, far below zero after a critical fault */
};

struct search {
    const struct scenario *scenario;
    const struct evaluator *evaluator;
    uint64_t seed;
    enum language language;
    struct line_ahead *beam, *next; /* of BEAM_WIDTH and BEAM_WIDTH * MOVES_MAX */
    int count, next_count;
    struct line_ahead best;
    bool found;
};

static const char *const names[TRAINEE_COUNT] = {
    [TRAINEE_BEST_EFFORT] = "best-effort",
    [TRAINEE_CARELESS] = "careless",
    [TRAINEE_RANDOM] = "random",
};

bool trainee_parse(const char *name, enum trainee *trainee)
{
    for (int i = 0; i < TRAINEE_COUNT; i++) {
        if (strcmp(name, names[i]) == 0) {
            *trainee = (enum trainee)i;
            return true;
        }
    }
    return false;
}

/* ------------------------------------------------------------------------- looking ahead ---- */

static void step_rules(const struct scenario *scenario, struct line_ahead *line,
                       const struct step *step)
{
    for (int i = 0; i < scenario->rule_count; i++)
        rule_step(&scenario->rules[i], &line->rules[i], step);
}

/*
 * The score if it ended here; a critical fault outweighs everything, and of equal scores the one
 * that more rules vouch for is worth a little more: a customer well referred before one let go in
 * time.
 */
static double worth_now(const struct scenario *scenario, const struct line_ahead *line)
{
    struct rule_state ended[RULE_MAX];
    struct score score;
    int vouched = 0;
    memcpy(ended, line->rules, sizeof ended);
    for (int i = 0; i < scenario->rule_count; i++) {
        rule_end(&scenario->rules[i], &ended[i]);
        vouched += ended[i].activations > 0 ? scenario->rules[i].weight : 0;
    }
    score_compute(scenario, ended, &bands_default, &score);
    return score.total + 1e-4 * vouched - (score.critical >= 0 ? 1000 : 0);
}

/* Takes `line` one move on: a response, or (`response` < 0) a truthful form. */
static bool advance(const struct search *search, struct line_ahead *line, int response,
                    struct error *error)
{
    const struct scenario *scenario = search->scenario;
    struct step said = {.speaker = SPEAKER_TRAINEE, .mood = (enum mood)line->state.mood};
    struct step heard = {.speaker = SPEAKER_CUSTOMER};
    if (response >= 0) {
        said.labels = scenario->nodes[line->state.node].responses[response].acts;
        uint64_t roll = random_at(search->seed, RANDOM_CHANCE, line->state.turn);
        if (!state_respond(scenario, search->evaluator, response, roll, &line->state, error))
            return false;
    } else {
        struct form form;
        form_fill_truthfully(scenario, &line->state, search->language, &form);
        said.labels = form_judge(scenario, &line->state, &form).acts;
        if (!state_file_form(scenario, search->evaluator, said.labels, &line->state, error))
            return false;
    }
    if (!state_cues(scenario, search->evaluator, &line->state, &heard.labels, error))
        return false;
    heard.mood = (enum mood)line->state.mood;
    step_rules(scenario, line, &said);
    step_rules(scenario, line, &heard);
    line->worth = worth_now(scenario, line);
    return true;
}

static void keep_best(struct search *search, const struct line_ahead *line)
{
    if (!search->found || line->worth > search->best.worth)
        search->best = *line;
    search->found = true;
}

/* The root (first == MOVES_MAX) names its lines by their first move; others inherit it. */
static void extend(struct search *search, const struct line_ahead *from, int response)
{
    struct line_ahead line = *from;
    if (line.first == MOVES_MAX)
        line.first = response;
    if (!advance(search, &line, response, NULL))
        return;
    line.number = search->next_count;
    if (state_is_over(search->scenario, &line.state))
        keep_best(search, &line);
    else
        search->next[search->next_count++] = line;
}

/* A way on that the scenario's code fails on is none. */
static void extend_all(struct search *search, const struct line_ahead *from)
{
    const struct node *node = &search->scenario->nodes[from->state.node];
    for (int i = 0; i < node->response_count; i++) {
        bool open = false;
        if (state_is_open(search->scenario, search->evaluator, &from->state, i, &open, NULL) &&
            open)
            extend(search, from, i);
    }
    if (node->form_target >= 0)
        extend(search, from, -1);
}

/* The better first; of equals the one found first, whatever qsort does with equals. */
static int compare_worth(const void *left, const void *right)
{
    const struct line_ahead *a = left, *b = right;
    if (a->worth != b->worth)
        return a->worth < b->worth ? 1 : -1;
    return a->number - b->number;
}

static void run_beam(struct search *search)
{
    while (search->count > 0) {
        search->next_count = 0;
        for (int i = 0; i < search->count; i++)
            extend_all(search, &search->beam[i]);
        qsort(search->next, (size_t)search->next_count, sizeof *search->next, compare_worth);
        search->count = search->next_count < BEAM_WIDTH ? search->next_count : BEAM_WIDTH;
        memcpy(search->beam, search->next, (size_t)search->count * sizeof *search->beam);
    }
}

/* The first move of the best line found (the first option without one): a response, or -1 for the
   form. */
static int look_ahead(struct play *play)
{
    const struct session *session = play_session(play);
    int options[RESPONSE_MAX];
    struct search *search = calloc(1, sizeof *search);
    if (!search)
        abort();
    search->scenario = session_scenario(session);
    search->evaluator = loaded_evaluator(play_loaded(play));
    search->seed = session_seed(session);
    search->beam = calloc(BEAM_WIDTH, sizeof *search->beam);
    search->next = calloc((size_t)BEAM_WIDTH * MOVES_MAX, sizeof *search->next);
    if (!search->beam || !search->next)
        abort();
    search->beam[0].state = *session_state(session);
    search->beam[0].first = MOVES_MAX;
    memcpy(search->beam[0].rules, session_rules(session),
           (size_t)search->scenario->rule_count * sizeof(struct rule_state));
    search->count = 1;
    session_options(session, options);
    run_beam(search);
    int response = search->found ? search->best.first : options[0];
    free(search->beam);
    free(search->next);
    free(search);
    return response;
}

/* -------------------------------------------------------------------------------- moves ---- */

/* What a trainee throws a die for at one move, each a die of its own. */
enum die { DIE_THINK, DIE_HABIT, DIE_CHOICE, DICE };

static uint64_t throw_die(const struct session *session, enum die die, uint64_t bound)
{
    return random_below(session_seed(session), RANDOM_TRAINEE,
                        (uint64_t)session_event_count(session) * DICE + die, bound);
}

static int shortest(const struct session *session, const int *options, int count)
{
    const struct node *node = &session_scenario(session)->nodes[session_state(session)->node];
    int best = options[0];
    for (int i = 1; i < count; i++) {
        if (strlen(node->responses[options[i]].say.words[LANGUAGE_ZH]) <
            strlen(node->responses[best].say.words[LANGUAGE_ZH]))
            best = options[i];
    }
    return best;
}

static void careless_move(const struct session *session, struct move *move)
{
    int options[RESPONSE_MAX];
    int count = session_options(session, options);
    uint64_t habit = throw_die(session, DIE_HABIT, 10);
    int limit = session_limit_seconds(session);
    if (limit > 0 && habit == 0) {
        move->kind = MOVE_TIME_OUT;
        move->think_ms = (int64_t)limit * 1000 + 1;
        return;
    }
    move->kind = MOVE_PICK;
    move->response = habit < 6 ? shortest(session, options, count)
                               : options[throw_die(session, DIE_CHOICE, (uint64_t)count)];
}

static void file_form(struct play *play, struct move *move)
{
    const struct session *session = play_session(play);
    enum language language = LANGUAGE_EN;
    language_parse(play_row(play)->language, &language);
    move->kind = MOVE_FORM;
    form_fill_truthfully(session_scenario(session), session_state(session), language, &move->form);
}

static void random_move(struct play *play, struct move *move)
{
    const struct session *session = play_session(play);
    int options[RESPONSE_MAX];
    int count = session_options(session, options);
    int chosen = (int)throw_die(session, DIE_CHOICE, (uint64_t)count + session_form_open(session));
    if (chosen == count) {
        file_form(play, move);
        return;
    }
    move->kind = MOVE_PICK;
    move->response = options[chosen];
}

/* From 1.5 to 7.5 seconds, and in time. */
static int64_t think(const struct session *session)
{
    int64_t think_ms = 1500 + (int64_t)throw_die(session, DIE_THINK, 6000);
    int64_t limit_ms = (int64_t)session_limit_seconds(session) * 1000;
    return limit_ms > 0 && think_ms > limit_ms ? limit_ms : think_ms;
}

void trainee_move(enum trainee trainee, struct play *play, struct move *move)
{
    memset(move, 0, sizeof *move);
    move->think_ms = think(play_session(play));
    if (trainee == TRAINEE_CARELESS) {
        careless_move(play_session(play), move);
        return;
    }
    if (trainee == TRAINEE_RANDOM) {
        random_move(play, move);
        return;
    }
    move->kind = MOVE_PICK;
    move->response = look_ahead(play);
    if (move->response < 0)
        file_form(play, move);
}

bool trainee_play(enum trainee trainee, struct play *play, struct error *error)
{
    struct move move;
    trainee_move(trainee, play, &move);
    switch (move.kind) {
    case MOVE_FORM:
        return play_file_form(play, &move.form, move.think_ms, error);
    case MOVE_TIME_OUT:
        return play_time_out(play, move.think_ms, error);
    default:
        return play_pick(play, move.response, move.think_ms, error);
    }
}
