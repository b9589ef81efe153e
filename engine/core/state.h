/*
 * state.h: where a conversation stands.
 *
 * One small struct of plain values: copy it, compare it, hash it. It holds everything that decides
 * how the conversation can go on, and nothing else (rules keep their own state, rule.h; history is
 * the session's, session.h). Unused entries are zero and there is no padding, so that memcmp works:
 * start from state_begin and copy whole.
 *
 * A turn is one response, one filed form or one timeout. At an ending, or when the last turn is
 * spent, the conversation is over.
 */
#ifndef YANLIAN_CORE_STATE_H
#define YANLIAN_CORE_STATE_H

#include "core/model.h"

struct state {
    uint64_t acts_seen;              /* every act so far; for the referral form */
    uint64_t cues_seen;              /* every cue so far */
    int16_t variables[VARIABLE_MAX]; /* declared order; unused ones 0 */
    uint8_t draws[DRAW_MAX];         /* index of the drawn value; unused ones 0 */
    uint16_t node;                   /* index into scenario.nodes */
    uint8_t turn;                    /* turns spent; 0 at the start */
    uint8_t mood;                    /* enum mood */
    uint8_t familiarity;             /* 0..FAMILIARITY_MAX */
    uint8_t spare[7];                /* always zero; up to here there is no padding */
};

/* The state at the start node, with the draws that this seed makes. Cues there are already seen. */
bool state_begin(const struct scenario *scenario, const struct evaluator *evaluator, uint64_t seed,
                 struct state *state, struct error *error);

/*
 * The two halves of state_begin, for whoever looks at every draw: everything but the draws (which
 * are the first value of each), and the entry into the start node.
 */
void state_begin_undrawn(const struct scenario *scenario, struct state *state);
bool state_enter_start(const struct scenario *scenario, const struct evaluator *evaluator,
                       struct state *state, struct error *error);

/* Which value of draw `draw` this seed makes; and which target a roll chooses (TARGET_CHANCE). */
int state_draw(const struct scenario *scenario, uint64_t seed, int draw);
int state_roll(const struct target *target, uint64_t roll);

/* True at an ending node, or with no turn left. */
bool state_is_over(const struct scenario *scenario, const struct state *state);

/*
 * Gives answer to what response `response` of the present node does: its effect is applied, `roll`
 * decides a chance target, the turn is spent and the next node entered. On failure nothing changes.
 */
bool state_respond(const struct scenario *scenario, const struct evaluator *evaluator, int response,
                   uint64_t roll, struct state *state, struct error *error);

/* The same for filing the form, with the acts that form_judge found. The node must allow it. */
bool state_file_form(const struct scenario *scenario, const struct evaluator *evaluator,
                     uint64_t acts, struct state *state, struct error *error);

/* Whether a response may be chosen now (silent ones never are). */
bool state_is_open(const struct scenario *scenario, const struct evaluator *evaluator,
                   const struct state *state, int response, bool *open, struct error *error);

/* Cues of the present node in this state. */
bool state_cues(const struct scenario *scenario, const struct evaluator *evaluator,
                const struct state *state, uint64_t *cues, struct error *error);

/* The variant of a line that holds now; NULL in `*text` when the line is absent. */
bool state_line(const struct evaluator *evaluator, const struct state *state,
                const struct line *line, const struct text **text, struct error *error);

/* Saturating assignment, for evaluators: `value` is brought into the variable's range. */
void state_set_variable(const struct scenario *scenario, struct state *state, int variable,
                        int64_t value);

#endif
