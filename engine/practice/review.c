/* review.c: follows a session through the solution of its scenario. */
#include "practice/review.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "practice/record.h"

/* Costs below this are rounding. */
#define NO_COST 1e-9

struct reviewer {
    struct play *play;
    struct solution *solution;
    struct review review;
    struct cursor before[TURN_MAX]; /* the state that each pick was made in */
    uint32_t better[TURN_MAX];      /* a best action there */
};

const char *pick_class_name(enum pick_class class)
{
    static const char *const names[PICK_CLASS_COUNT] = {
        [PICK_BEST] = "best",       [PICK_GOOD] = "good",       [PICK_INACCURACY] = "inaccuracy",
        [PICK_MISTAKE] = "mistake", [PICK_BLUNDER] = "blunder",
    };
    return names[class];
}

const char *pick_class_label(enum pick_class class)
{
    static const char *const labels[PICK_CLASS_COUNT] = {
        [PICK_BEST] = N_("best"),
        [PICK_GOOD] = N_("good choice"),
        [PICK_INACCURACY] = N_("inaccuracy"),
        [PICK_MISTAKE] = N_("mistake"),
        [PICK_BLUNDER] = N_("blunder"),
    };
    return _(labels[class]);
}

const char *pick_class_sign(enum pick_class class)
{
    static const char *const signs[PICK_CLASS_COUNT] = {
        [PICK_BEST] = "★",    [PICK_GOOD] = "✓",     [PICK_INACCURACY] = "?!",
        [PICK_MISTAKE] = "?", [PICK_BLUNDER] = "??",
    };
    return signs[class];
}

static enum pick_class classify(double cost, bool critical)
{
    if (critical || cost > 15 + NO_COST)
        return PICK_BLUNDER;
    if (cost > 5 + NO_COST)
        return PICK_MISTAKE;
    if (cost > 2 + NO_COST)
        return PICK_INACCURACY;
    return cost > NO_COST ? PICK_GOOD : PICK_BEST;
}

/* -------------------------------------------------------------------------- the best line ---- */

static const struct action *action_at(const struct solution *solution, struct cursor cursor,
                                      uint32_t action)
{
    const struct situations *situations = solution_situations(solution);
    return situations_action(situations, situations_get(situations, cursor.situation), action);
}

/* The first of the best actions, and the value of the worst. Silence is nobody's plan. */
static uint32_t best_action(const struct solution *solution, struct cursor cursor, double *best,
                            double *worst)
{
    uint32_t count = solution_action_count(solution, cursor), found = 0;
    *best = -1;
    *worst = 101;
    for (uint32_t i = 0; i < count; i++) {
        if (action_at(solution, cursor, i)->silence)
            continue;
        double value = solution_action(solution, cursor, i).best;
        if (value > *best + NO_COST) {
            *best = value;
            found = i;
        }
        if (value < *worst)
            *worst = value;
    }
    return found;
}

/* Makes the move that an action stands for. */
static bool take_action(struct session *session, const struct action *action, struct error *error)
{
    struct form form;
    if (action->response >= 0)
        return session_pick(session, action->response, 0, error);
    form_of_class(session_scenario(session), session_state(session), (enum form_class)action->form,
                  &form);
    return session_file_form(session, &form, 0, error);
}

static bool follow(const struct solution *solution, const struct session *session,
                   struct cursor *cursor, uint32_t *action)
{
    const struct event *event = session_event(session, session_event_count(session) - 1);
    return solution_follow(solution, cursor, event->response, event->acts, session_state(session),
                           action);
}

/* The action that `guide` took at this node, when it is among the best here too; else `best`. */
static uint32_t guided(const struct solution *solution, struct cursor cursor, struct session *guide,
                       uint32_t best)
{
    const struct event *const *events;
    int count = guide ? session_transcript(guide, &events) : 0;
    double value = solution_action(solution, cursor, best).best;
    uint16_t node = situations_get(solution_situations(solution), cursor.situation)->node;
    for (int i = 1; i < count; i++) {
        for (uint32_t j = 0; events[i]->node == node && j < solution_action_count(solution, cursor);
             j++) {
            const struct action *action = action_at(solution, cursor, j);
            if (action->response == events[i]->response && action->form == FORM_CLASS_TRUTHFUL &&
                solution_action(solution, cursor, j).best >= value - NO_COST)
                return j;
        }
    }
    return best;
}

/*
 * Plays the best line to its end. Of equal responses it takes the one that `guide` (may be NULL)
 * took.
 */
static bool play_best(const struct solution *solution, struct session *session,
                      struct cursor cursor, struct session *guide, struct error *error)
{
    double best, worst;
    uint32_t action;
    while (session_phase(session) == SESSION_CHOOSING) {
        action = best_action(solution, cursor, &best, &worst);
        action = guided(solution, cursor, guide, action);
        if (!take_action(session, action_at(solution, cursor, action), error))
            return false;
        if (!follow(solution, session, &cursor, &action))
            return error_set(error, ERROR_SCENARIO, "the best line can't be followed");
    }
    return true;
}

/* A session like the reviewed one, with its first `picks` turns that count. */
static struct session *repeat(const struct reviewer *reviewer, int picks, struct error *error)
{
    struct play *play = reviewer->play;
    struct session *session =
        session_new(session_scenario(play_session(play)), loaded_evaluator(play_loaded(play)),
                    session_seed(play_session(play)), session_mode(play_session(play)), error);
    for (int i = 0; session && i < picks; i++) {
        const struct event *event = reviewer->review.picks[i].event;
        if (!session_repeat(session, event, error)) {
            session_free(session);
            return NULL;
        }
    }
    return session;
}

struct session *reviewer_better_line(const struct reviewer *reviewer, int pick, struct error *error)
{
    struct cursor cursor = reviewer->before[pick];
    struct session *session = repeat(reviewer, pick, error);
    uint32_t action = reviewer->better[pick];
    bool done =
        session && take_action(session, action_at(reviewer->solution, cursor, action), error);
    if (done && !follow(reviewer->solution, session, &cursor, &action))
        done = error_set(error, ERROR_SCENARIO, "the better line can't be followed");
    if (!done || !play_best(reviewer->solution, session, cursor, NULL, error)) {
        session_free(session);
        return NULL;
    }
    return session;
}

/* The rules that are not kept at the end of a session, a bit each. */
static uint64_t broken_rules(const struct session *session)
{
    const struct scenario *scenario = session_scenario(session);
    uint64_t broken = 0;
    for (int i = 0; i < scenario->rule_count; i++) {
        enum verdict verdict = rule_verdict(&scenario->rules[i], &session_rules(session)[i]);
        broken |= (uint64_t)(verdict == VERDICT_BROKEN || verdict == VERDICT_PARTLY) << i;
    }
    return broken;
}

/* Which rules the better response would have saved: two best lines, as alike as they can be. */
static bool find_kept(struct reviewer *reviewer, int pick, struct cursor after, struct error *error)
{
    struct review_pick *reviewed = &reviewer->review.picks[pick];
    struct session *taken = repeat(reviewer, pick + 1, error);
    struct session *better = reviewer_better_line(reviewer, pick, error);
    bool done = taken && better && play_best(reviewer->solution, taken, after, better, error);
    if (done)
        reviewed->kept = broken_rules(taken) & ~broken_rules(better);
    session_free(taken);
    session_free(better);
    return done;
}

/* -------------------------------------------------------------------------- pick by pick ---- */

/* True when a critical rule got its first violation in this step of the session. */
static bool broke_critical(const struct session *before, const struct session *after)
{
    const struct scenario *scenario = session_scenario(after);
    for (int i = 0; i < scenario->rule_count; i++) {
        if (scenario->rules[i].critical &&
            session_rules(after)[i].violated > session_rules(before)[i].violated)
            return true;
    }
    return false;
}

static bool review_pick(struct reviewer *reviewer, int number, struct session *session,
                        struct cursor *cursor, struct error *error)
{
    struct review_pick *pick = &reviewer->review.picks[number];
    const struct solution *solution = reviewer->solution;
    double best, worst;
    uint32_t action;
    struct session *earlier = repeat(reviewer, number, error);
    reviewer->before[number] = *cursor;
    reviewer->better[number] = best_action(solution, *cursor, &best, &worst);
    bool done = earlier && session_repeat(session, pick->event, error);
    if (done && !follow(solution, session, cursor, &action))
        done = error_set(error, ERROR_SCENARIO, "turn %d can't be followed", pick->event->turn);
    if (done) {
        pick->before = best;
        pick->after = solution_action(solution, reviewer->before[number], action).best;
        pick->reached = solution_at(solution, *cursor).best;
        pick->cost = best - pick->after > NO_COST ? best - pick->after : 0;
        pick->stake = best - worst > pick->cost ? best - worst : pick->cost;
        pick->critical = broke_critical(earlier, session);
        pick->class = classify(pick->cost, pick->critical);
        pick->best = pick->cost <= NO_COST && !pick->critical;
        pick->better =
            action_at(solution, reviewer->before[number], reviewer->better[number])->response;
    }
    session_free(earlier);
    return done && (pick->best || find_kept(reviewer, number, *cursor, error));
}

static void summarise(struct review *review)
{
    double cost = 0, stake = 0, most = 5;
    review->turning_point = -1;
    for (int i = 0; i < review->count; i++) {
        cost += review->picks[i].cost;
        stake += review->picks[i].stake;
        if (review->picks[i].cost > most + NO_COST) {
            most = review->picks[i].cost;
            review->turning_point = i;
        }
    }
    review->accuracy = stake > 0 ? 100 * (1 - cost / stake) : 100;
}

static bool review_all(struct reviewer *reviewer, struct error *error)
{
    struct review *review = &reviewer->review;
    const struct event *const *events;
    struct cursor cursor;
    review->count = session_transcript(play_session(reviewer->play), &events) - 1;
    for (int i = 0; i < review->count; i++)
        review->picks[i].event = events[i + 1];
    struct session *session = repeat(reviewer, 0, error);
    if (!session)
        return false;
    bool done = solution_enter(reviewer->solution, session_state(session), &cursor) ||
                error_set(error, ERROR_SCENARIO, "the opening can't be followed");
    review->start = solution_value(reviewer->solution).best;
    for (int i = 0; done && i < review->count; i++)
        done = review_pick(reviewer, i, session, &cursor, error);
    session_free(session);
    summarise(review);
    return done;
}

static bool had_timeouts(const struct session *session)
{
    for (int i = 0; i < session_event_count(session); i++) {
        if (session_event(session, i)->kind == EVENT_TIMEOUT)
            return true;
    }
    return false;
}

struct reviewer *reviewer_new(struct play *play, bool (*progress)(void *, int, uint64_t),
                              void *data, struct error *error)
{
    struct reviewer *reviewer = calloc(1, sizeof *reviewer);
    struct solve_options options = {
        .progress = progress, .data = data, .silences = had_timeouts(play_session(play))};
    if (!reviewer)
        abort();
    reviewer->play = play;
    reviewer->solution = solution_new(play_loaded(play), NULL, &options, error);
    if (!reviewer->solution || !review_all(reviewer, error)) {
        reviewer_free(reviewer);
        return NULL;
    }
    return reviewer;
}

void reviewer_free(struct reviewer *reviewer)
{
    if (!reviewer)
        return;
    solution_free(reviewer->solution);
    free(reviewer);
}

const struct review *reviewer_review(const struct reviewer *reviewer)
{
    return &reviewer->review;
}

/* -------------------------------------------------------------------------------- JSON ---- */

static cJSON *kept_to_json(const struct scenario *scenario, uint64_t kept)
{
    cJSON *array = cJSON_CreateArray();
    for (int i = 0; i < scenario->rule_count; i++) {
        char name[160];
        if (!(kept >> i & 1))
            continue;
        snprintf(name, sizeof name, "%.60s/%.60s", scenario->packs[scenario->rules[i].pack].id,
                 scenario->rules[i].id);
        cJSON_AddItemToArray(array, cJSON_CreateString(name));
    }
    return array;
}

static cJSON *pick_to_json(const struct scenario *scenario, const struct review_pick *pick,
                           enum language language)
{
    const struct node *node = &scenario->nodes[pick->event->node];
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "turn", pick->event->turn);
    cJSON_AddStringToObject(object, "kind", event_kind_name(pick->event->kind));
    cJSON_AddStringToObject(object, "node", node->id);
    if (pick->event->response >= 0)
        cJSON_AddStringToObject(object, "response", node->responses[pick->event->response].id);
    cJSON_AddNumberToObject(object, "before", pick->before);
    cJSON_AddNumberToObject(object, "after", pick->after);
    cJSON_AddNumberToObject(object, "cost", pick->cost);
    cJSON_AddStringToObject(object, "class", pick_class_name(pick->class));
    cJSON_AddBoolToObject(object, "critical", pick->critical);
    if (!pick->best) {
        const struct response *better = pick->better >= 0 ? &node->responses[pick->better] : NULL;
        cJSON_AddStringToObject(object, "better", better ? better->id : "(form)");
        if (better)
            cJSON_AddStringToObject(object, "better_words", better->say.words[language]);
        cJSON_AddItemToObject(object, "would_keep", kept_to_json(scenario, pick->kept));
    }
    return object;
}

char *review_to_json(const struct reviewer *reviewer, enum language language)
{
    const struct review *review = &reviewer->review;
    const struct scenario *scenario = session_scenario(play_session(reviewer->play));
    cJSON *root = cJSON_CreateObject(), *picks = cJSON_CreateArray();
    cJSON_AddStringToObject(root, "session", play_row(reviewer->play)->id);
    cJSON_AddStringToObject(root, "scenario", play_row(reviewer->play)->scenario);
    cJSON_AddNumberToObject(root, "attainable", review->start);
    cJSON_AddNumberToObject(root, "accuracy", review->accuracy);
    if (review->turning_point >= 0)
        cJSON_AddNumberToObject(root, "turning_point",
                                review->picks[review->turning_point].event->turn);
    for (int i = 0; i < review->count; i++)
        cJSON_AddItemToArray(picks, pick_to_json(scenario, &review->picks[i], language));
    cJSON_AddItemToObject(root, "picks", picks);
    char *json = cJSON_Print(root);
    cJSON_Delete(root);
    if (!json)
        abort();
    return json;
}
