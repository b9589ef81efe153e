/* memo.c: remembers what the author's functions answered. */
#include "solve/memo.h"

#include <stdlib.h>
#include <string.h>

#include "solve/intern.h"

enum question_kind { QUESTION_GUARD, QUESTION_EFFECT, QUESTION_CHOOSE };

/* What a function can see, and which it is. No padding: interned as bytes. */
struct question {
    int16_t variables[VARIABLE_MAX];
    uint8_t draws[DRAW_MAX];
    uint8_t mood, familiarity, turn, kind;
    int32_t function;
    const struct selector *selector; /* QUESTION_CHOOSE; else NULL */
};

struct answer {
    int value;          /* guard: 0 or 1; choose: the case */
    struct state state; /* effect: what variables, mood and familiarity became */
};

struct memo_evaluator {
    struct evaluator evaluator;
    const struct evaluator *inner;
    bool by_turn;
    struct intern questions;
    struct answer *answers; /* by question */
    uint32_t capacity;
};

static struct question ask(const struct memo_evaluator *memo, enum question_kind kind, int function,
                           const struct state *state, const struct selector *selector)
{
    struct question question;
    memset(&question, 0, sizeof question);
    memcpy(question.variables, state->variables, sizeof question.variables);
    memcpy(question.draws, state->draws, sizeof question.draws);
    question.mood = state->mood;
    question.familiarity = state->familiarity;
    question.turn = memo->by_turn ? state->turn : 0;
    question.kind = (uint8_t)kind;
    question.function = function;
    question.selector = selector;
    return question;
}

/* A state that looks to the function as the asking one did. */
static struct state state_of(const struct question *question)
{
    struct state state;
    memset(&state, 0, sizeof state);
    memcpy(state.variables, question->variables, sizeof state.variables);
    memcpy(state.draws, question->draws, sizeof state.draws);
    state.mood = question->mood;
    state.familiarity = question->familiarity;
    state.turn = question->turn;
    return state;
}

static bool answer_from(const struct evaluator *evaluator, const struct question *question,
                        struct answer *answer, struct error *error)
{
    bool open = false;
    bool done = false;
    *answer = (struct answer){.state = state_of(question)};
    switch ((enum question_kind)question->kind) {
    case QUESTION_GUARD:
        done = evaluator->guard(evaluator->self, question->function, &answer->state, &open, error);
        answer->value = open;
        break;
    case QUESTION_EFFECT:
        done = evaluator->effect(evaluator->self, question->function, &answer->state, error);
        break;
    case QUESTION_CHOOSE:
        done = evaluator->choose(evaluator->self, question->function, &answer->state,
                                 &answer->value, question->selector, error);
        break;
    }
    return done;
}

/*
 * The remembered answer, asked for when new. NULL when the function fails: that is not remembered.
 */
static const struct answer *look_up(struct memo_evaluator *memo, const struct question *question,
                                    struct error *error)
{
    bool added;
    uint32_t number = intern_add(&memo->questions, question, &added);
    if (!added)
        return &memo->answers[number];
    if (memo->capacity < memo->questions.capacity) {
        memo->capacity = memo->questions.capacity;
        memo->answers = realloc(memo->answers, memo->capacity * sizeof *memo->answers);
        if (!memo->answers)
            abort();
    }
    if (answer_from(memo->inner, question, &memo->answers[number], error))
        return &memo->answers[number];
    intern_drop_last(&memo->questions);
    return NULL;
}

static bool remember_guard(void *self, int function, const struct state *state, bool *open,
                           struct error *error)
{
    struct question question = ask(self, QUESTION_GUARD, function, state, NULL);
    const struct answer *answer = look_up(self, &question, error);
    if (answer)
        *open = answer->value != 0;
    return answer != NULL;
}

static bool remember_effect(void *self, int function, struct state *state, struct error *error)
{
    struct question question = ask(self, QUESTION_EFFECT, function, state, NULL);
    const struct answer *answer = look_up(self, &question, error);
    if (!answer)
        return false;
    memcpy(state->variables, answer->state.variables, sizeof state->variables);
    state->mood = answer->state.mood;
    state->familiarity = answer->state.familiarity;
    return true;
}

static bool remember_choose(void *self, int function, const struct state *state, int *case_index,
                            const struct selector *selector, struct error *error)
{
    struct question question = ask(self, QUESTION_CHOOSE, function, state, selector);
    const struct answer *answer = look_up(self, &question, error);
    if (answer)
        *case_index = answer->value;
    return answer != NULL;
}

struct memo_evaluator *memo_new(const struct evaluator *inner, bool by_turn)
{
    struct memo_evaluator *memo = calloc(1, sizeof *memo);
    if (!memo)
        abort();
    memo->inner = inner;
    memo->by_turn = by_turn;
    memo->evaluator = (struct evaluator){.self = memo,
                                         .guard = remember_guard,
                                         .effect = remember_effect,
                                         .choose = remember_choose};
    intern_begin(&memo->questions, sizeof(struct question));
    return memo;
}

void memo_free(struct memo_evaluator *memo)
{
    if (!memo)
        return;
    intern_end(&memo->questions);
    free(memo->answers);
    free(memo);
}

const struct evaluator *memo_evaluator(struct memo_evaluator *memo)
{
    return &memo->evaluator;
}

static bool same_answer(const struct answer *left, const struct answer *right)
{
    return left->value == right->value &&
           memcmp(&left->state, &right->state, sizeof left->state) == 0;
}

static bool check_answer(const struct memo_evaluator *memo, uint32_t number,
                         const struct evaluator *other, int *function, struct error *error)
{
    const struct question *question = intern_record(&memo->questions, number);
    struct answer again;
    *function = question->function;
    if (!answer_from(other, question, &again, error))
        return false;
    return same_answer(&memo->answers[number], &again) ||
           error_set(error, ERROR_SCENARIO,
                     "a function is not pure: asked twice with the same state, it gave two "
                     "answers; let it depend on nothing but s");
}

bool memo_check(const struct memo_evaluator *memo, const struct evaluator *other, int *function,
                struct error *error)
{
    for (uint32_t i = memo->questions.count; i-- > 0;)
        if (!check_answer(memo, i, other, function, error))
            return false;
    for (uint32_t i = 0; i < memo->questions.count; i++)
        if (!check_answer(memo, i, other, function, error))
            return false;
    return true;
}

size_t memo_bytes(const struct memo_evaluator *memo)
{
    return intern_bytes(&memo->questions) + memo->capacity * sizeof *memo->answers;
}
