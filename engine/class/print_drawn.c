/*
 * print_drawn.c: what a hidden draw means, in the customer's own words.
 *
 * A draw's values have names for the author only. What they mean shows where the conversation
 * first differs by them: so each value is put into the state of the beginning, and the author's
 * functions are asked, place by place, which line they would choose.
 */
#include "class/print_parts.h"
#include "core/state.h"

struct asking {
    const struct scenario *scenario;
    const struct evaluator *evaluator;
    int draw;
    int others; /* value of every other draw, or its last */
};

static void set_draws(const struct asking *asking, struct state *state, int value)
{
    for (int i = 0; i < asking->scenario->draw_count; i++) {
        int last = asking->scenario->draws[i].value_count - 1;
        state->draws[i] = (uint8_t)(asking->others < last ? asking->others : last);
    }
    state->draws[asking->draw] = (uint8_t)value;
}

/* Which case each value gives; true when no two give the same. A function that fails tells nothing. */
static bool ask_cases(const struct asking *asking, const struct selector *selector, int node,
                      int *cases)
{
    const struct draw *draw = &asking->scenario->draws[asking->draw];
    if (selector->function == FUNCTION_NONE || selector->case_count < draw->value_count)
        return false;
    struct state state;
    state_begin_undrawn(asking->scenario, &state);
    state.node = (uint16_t)node;
    for (int value = 0; value < draw->value_count; value++) {
        set_draws(asking, &state, value);
        if (!asking->evaluator->choose(asking->evaluator->self, selector->function, &state,
                                       &cases[value], selector, NULL))
            return false;
        for (int before = 0; before < value; before++) {
            if (cases[before] == cases[value])
                return false;
        }
    }
    return true;
}

/* The line as it is said with this value, all else as at the beginning. */
static const char *line_words(const struct asking *asking, const struct line *line, int node,
                              int value)
{
    struct state state;
    const struct text *text = NULL;
    state_begin_undrawn(asking->scenario, &state);
    state.node = (uint16_t)node;
    set_draws(asking, &state, value);
    if (!state_line(asking->evaluator, &state, line, &text, NULL) || !text)
        return NULL;
    return *print_words(text) ? print_words(text) : NULL;
}

/* Where one value leads to silence, the others' words do not tell what it means. */
static bool everyone_speaks(const struct asking *asking, const struct target *target,
                            const int *cases)
{
    for (int value = 0; value < asking->scenario->draws[asking->draw].value_count; value++) {
        int to = target->nodes[cases[value]];
        const struct line *says = &asking->scenario->nodes[to].says;
        if (says->selector.case_count == 0 || !line_words(asking, says, to, value))
            return false;
    }
    return true;
}

static const char *words_at_target(const struct asking *asking, int number, int value)
{
    const struct node *node = &asking->scenario->nodes[number];
    int cases[VALUE_MAX];
    for (int i = 0; i < node->response_count; i++) {
        const struct target *target = &node->responses[i].target;
        if (target->kind != TARGET_CHOSEN || !ask_cases(asking, &target->selector, number, cases))
            continue;
        int to = target->nodes[cases[value]];
        const struct node *reached = &asking->scenario->nodes[to];
        if (reached->ending < 0 && everyone_speaks(asking, target, cases))
            return line_words(asking, &reached->says, to, value);
    }
    return NULL;
}

static const char *words_of_line(const struct asking *asking, const struct line *line, int node,
                                 int value)
{
    int cases[VALUE_MAX];
    if (line->selector.case_count == 0 || !ask_cases(asking, &line->selector, node, cases))
        return NULL;
    return line_words(asking, line, node, value);
}

/* At the first place that differs: what is said there or what it leads to; else what is seen. */
static const char *ask_walk(const struct asking *asking, const struct print_walk *walk, int value)
{
    const struct node *nodes = asking->scenario->nodes;
    const char *words = NULL;
    for (int i = 0; i < walk->count && !words; i++) {
        int number = walk->order[i];
        words = words_of_line(asking, &nodes[number].says, number, value);
        words = words ? words : words_at_target(asking, number, value);
    }
    for (int i = 0; i < walk->count && !words; i++)
        words = words_of_line(asking, &nodes[walk->order[i]].scene, walk->order[i], value);
    return words;
}

const char *print_drawn_words(const struct scenario *scenario, const struct evaluator *evaluator,
                              const struct print_walk *walk, int draw, int value)
{
    struct asking asking = {.scenario = scenario, .evaluator = evaluator, .draw = draw};
    const char *words = NULL;
    for (; asking.others < VALUE_MAX && !words; asking.others++)
        words = ask_walk(&asking, walk, value);
    return words ? words : "";
}
