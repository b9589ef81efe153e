/*
 * rule_evidence.c: a rule's life over a whole trace, read off the changes of its automaton.
 */
#include <assert.h>

#include "core/rule.h"

struct ledger {
    struct evidence *evidence;
    int capacity;
    int count;
};

static void note(struct ledger *ledger, int activated_at, int decided_at, bool fulfilled)
{
    if (ledger->count < ledger->capacity)
        ledger->evidence[ledger->count] = (struct evidence){activated_at, decided_at, fulfilled};
    ledger->count++;
}

/* Obligations of one outcome that arose `age` steps before `latest`. */
static void note_times(struct ledger *ledger, int latest, int age, int decided_at, bool fulfilled,
                       int times)
{
    for (int i = 0; i < times; i++)
        note(ledger, latest - age, decided_at, fulfilled);
}

/*
 * Only the step itself activates several obligations that share a bit, so what the counts hold
 * beyond the bits belongs to bit 0.
 */
static int sharing_now(uint64_t bits, int counted)
{
    return counted - __builtin_popcountll(bits & ~UINT64_C(1));
}

static void note_change(struct ledger *ledger, const struct rule_change *change, int latest,
                        int decided_at, int fulfilled, int violated)
{
    for (int age = latest; age > 0; age--) {
        note_times(ledger, latest, age, decided_at, true, change->fulfilled >> age & 1);
        note_times(ledger, latest, age, decided_at, false, change->violated >> age & 1);
    }
    note_times(ledger, latest, 0, decided_at, true, sharing_now(change->fulfilled, fulfilled));
    note_times(ledger, latest, 0, decided_at, false, sharing_now(change->violated, violated));
}

/* The last step that `last` looks at; `count` when there is none. */
static int last_looked_at(const struct rule *rule, const struct step *steps, int count)
{
    const struct operand *a = &rule->operands[0];
    for (int i = count - 1; i >= 0; i--) {
        uint64_t wanted = steps[i].speaker == SPEAKER_CUSTOMER ? a->cues : a->acts;
        if (wanted != 0 && (rule->when < 0 || (int)steps[i].mood == rule->when))
            return i;
    }
    return count;
}

static void note_end(struct ledger *ledger, const struct rule *rule, const struct step *steps,
                     int count, struct rule_state *state)
{
    struct rule_state before = *state;
    struct rule_change change = rule_end(rule, state);
    int fulfilled = state->fulfilled - before.fulfilled;
    int violated = state->violated - before.violated;
    if (!rule_template_is_trace_wide(rule->template)) {
        note_change(ledger, &change, count - 1, count, fulfilled, violated);
    } else if (fulfilled + violated > 0) {
        int at = rule->template == RULE_LAST ? last_looked_at(rule, steps, count) : count;
        note(ledger, at, count, fulfilled > 0);
    }
}

int rule_evidence(const struct rule *rule, const struct step *steps, int count, bool ended,
                  struct evidence *evidence, int capacity)
{
    assert(count <= STEP_MAX);
    struct ledger ledger = {.evidence = evidence, .capacity = capacity};
    struct rule_state state;
    rule_begin(rule, &state);
    for (int i = 0; i < count; i++) {
        struct rule_state before = state;
        struct rule_change change = rule_step(rule, &state, &steps[i]);
        note_change(&ledger, &change, i, i, state.fulfilled - before.fulfilled,
                    state.violated - before.violated);
    }
    if (ended)
        note_end(&ledger, rule, steps, count, &state);
    return ledger.count;
}
