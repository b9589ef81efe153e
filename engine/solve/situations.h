/*
 * situations.h: every way the conversation itself can stand, and where each answer leads.
 *
 * A situation is what the learner could know: the node, the customer's mood and familiarity, what
 * was shown that the referral form asks about, and the *belief*: which values of the hidden draws
 * still fit everything shown so far, each with the variables as they would then be. Two
 * conversations with the same situation go on alike. The turn is not part of it (unless a
 * function reads the turn), nor is what the rules think of the conversation so far (monitors.h);
 * the solver joins the three.
 *
 * What is shown, and so tells draws apart: the scene and the customer's words (by their words,
 * not their names), the cues, mood, familiarity, which responses are open, and the node itself:
 * an author who wants two draws to look alike uses one node for both.
 *
 * Actions at a situation are the open responses in file order, then silence where running out of
 * time stands for a response that can't be picked, and then, where the form may be filed, the
 * form in each way it can be wrong. Silence is there to be followed, when asked for; nobody plans
 * it, so it has no part in the values. An action's outcomes are the different things that may be
 * shown next, with their probabilities (chance targets, and hidden draws by weight).
 */
#ifndef YANLIAN_SOLVE_SITUATIONS_H
#define YANLIAN_SOLVE_SITUATIONS_H

#include "core/form.h"
#include "solve/monitors.h"

/* Ways in which a filed form can be wrong, as bits; 0: truthful. */
enum form_class {
    FORM_CLASS_TRUTHFUL = 0,
    FORM_CLASS_INCOMPLETE = 1,
    FORM_CLASS_UNFOUNDED = 2,
    FORM_CLASS_NO_CONSENT = 4,
    FORM_CLASS_COUNT = 8,
};

#define ACTION_MAX (RESPONSE_MAX + 1 + FORM_CLASS_COUNT)

struct outcome {
    uint32_t next;      /* situation */
    uint32_t pair;      /* monitors' number of what was said and what was then shown */
    double probability; /* of this outcome of its action; sums to 1 */
};

struct action {
    int16_t response; /* index at the node; -1: the form */
    uint8_t form;     /* enum form_class, when response is -1 */
    bool silence;     /* the response is only reached by running out of time */
    uint32_t first_outcome, outcome_count;
};

struct situation {
    uint32_t first_member, member_count;   /* the belief: states, one a combination of draws */
    uint32_t first_action, action_count;   /* 0 at an ending; also when stuck */
    uint32_t first_outcome, outcome_count; /* of all actions, one behind the other */
    uint16_t node;
    uint16_t open; /* a bit a response */
    bool expanded;
};

struct situations;

/* All three are borrowed. `by_turn`: states differ by their turn. `silences`: they are followed. */
struct situations *situations_new(const struct scenario *scenario,
                                  const struct evaluator *evaluator, struct monitors *monitors,
                                  bool by_turn, bool silences);
/*
 * Before situations_start: these draws (a bit each) are shown openly. For asking what that is
 * worth.
 */
void situations_reveal(struct situations *situations, unsigned draws);
void situations_free(struct situations *situations); /* NULL is allowed */

/*
 * The first lines that the draws allow, as outcomes; `pair` is here the number of the first
 * step.
 */
bool situations_start(struct situations *situations, const struct outcome **outcomes,
                      uint32_t *count, struct error *error);

/* Makes sure that the situation's actions and outcomes are there. */
bool situations_expand(struct situations *situations, uint32_t number, struct error *error);

/* Borrowed until the next situations_expand. */
const struct situation *situations_get(const struct situations *situations, uint32_t number);
const struct action *situations_action(const struct situations *situations,
                                       const struct situation *situation, uint32_t index);
const struct outcome *situations_outcome(const struct situations *situations,
                                         const struct action *action, uint32_t index);
/* All actions' outcomes. */
const struct outcome *situations_outcomes(const struct situations *situations,
                                          const struct situation *situation);
const struct state *situations_member(const struct situations *situations,
                                      const struct situation *situation, uint32_t index);

/*
 * Tell the processor that a situation will soon be read; and, once that is likely to have come, its
 * actions and outcomes. They change nothing.
 */
void situations_prefetch(const struct situations *situations, uint32_t number);
void situations_prefetch_outcomes(const struct situations *situations, uint32_t number);

/* True when this state is one of the situation's (its draws are in the belief, all else equal). */
bool situations_fits(const struct situations *situations, uint32_t number,
                     const struct state *state);

/*
 * The form that a class stands for, in this state; false when it can't be wrong in that way
 * here.
 */
bool form_of_class(const struct scenario *scenario, const struct state *state,
                   enum form_class class, struct form *form);
enum form_class form_class_of(const struct scenario *scenario, uint64_t acts);

uint32_t situations_count(const struct situations *situations);
size_t situations_bytes(const struct situations *situations);

#endif
