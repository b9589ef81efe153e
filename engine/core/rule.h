/*
 * rule.h: rules over a conversation.
 *
 * A trace is a list of steps: the customer's line (cues), the trainee's response (acts), in turn. A
 * rule is a DECLARE template over that trace: the standard vocabulary of declarative process
 * constraints over finite traces (Pesic, Schonenberg and van der Aalst, "DECLARE: Full support for
 * loosely-structured processes", 2007; semantics as LTLf after De Giacomo and Vardi, 2013, and the
 * table in Di Ciccio and Montali, "Declarative Process Specifications", 2022).
 *
 *     template                   holds when                                       activated by
 *     existence(a, n)            F(a & X F(a ...)): a at least n times             the trace
 *     absence(a)                 !F a                                              the trace
 *     exactly(a, n)              a exactly n times                                 the trace
 *     init(a)                    a at the first step                               the trace
 *     last(a)                    a at the last step                                the trace
 *     responded_existence(a, b)  F a -> F b                                        each a
 *     response(a, b)             G(a -> F b)                                       each a
 *     alternate_response(a, b)   G(a -> X(!a U b))                                 each a
 *     chain_response(a, b)       G(a -> X b)                                       each a
 *     precedence(a, b)           !b W a                                            each b
 *     alternate_precedence(a, b) precedence, and between two b an a                each b
 *     chain_precedence(a, b)     !b & G(X b -> a)                                  each b
 *     [alternate_|chain_]succession(a, b)   response and precedence of that kind   each a, each b
 *     not_coexistence(a, b)      !(F a & F b)                                      each a, each b
 *     not_succession(a, b)       G(a -> !F b)                                      each a
 *     ordered(a, b, c ...)       precedence of each neighbouring pair              each b, c ...
 *
 * Our traces say more than the textbook's, and these are the readings:
 *  - A step carries a *set* of acts or cues, so a and b may fall on one step. The formulas are taken
 *    as they stand: F includes the present, X does not. "I see; may I ask..." (acknowledge and
 *    steer in one breath) keeps precedence(acknowledge, steer).
 *  - Steps alternate between two speakers. "First", "last" and "next" mean the first, last and next
 *    step *of the speaker who can carry it*: init(greet) is about the first response, not about the
 *    customer's line before it; chain_response(objects, acknowledge) about the very next response. On
 *    a trace of one speaker this is the published definition.
 *  - `when` limits the activating step to a mood. For existence, absence, exactly, init and last, which
 *    the trace as a whole activates, it limits the steps that are looked at, and the rule is activated
 *    by the first of the speaker's steps in that mood (none: not activated).
 *  - `within = k` bounds the distance between activation and target, in steps of both speakers, either
 *    side for the templates that look both ways. For existence, absence and exactly: only the
 *    first k steps are looked at. Chain templates, init, last and ordered take none.
 *
 * Marks. An obligation arises at each activating step, and is fulfilled or violated at some later
 * step or at the end. Mark = fulfilled / activations for relation templates, as the DECLARE literature
 * counts; 0 or 1 for the templates that the trace activates. A succession counts the obligations of
 * both its halves. Not activated: no mark.
 *
 * Each rule runs as a small automaton: rule_step costs a few instructions, and its state is 24 bytes
 * of plain values.
 */
#ifndef YANLIAN_CORE_RULE_H
#define YANLIAN_CORE_RULE_H

#include "core/model.h"

enum speaker { SPEAKER_CUSTOMER, SPEAKER_TRAINEE };

struct step {
    enum speaker speaker;
    uint64_t labels; /* cues of a customer's line, acts of a trainee's response */
    enum mood mood;  /* that the trainee faces: at a response, the mood before its effect */
};

/* All templates in one table: X(ENUM, name in scenario files, number of operands) */
#define RULE_TEMPLATES(X)                              \
    X(EXISTENCE, "existence", 1)                       \
    X(ABSENCE, "absence", 1)                           \
    X(EXACTLY, "exactly", 1)                           \
    X(INIT, "init", 1)                                 \
    X(LAST, "last", 1)                                 \
    X(RESPONDED_EXISTENCE, "responded_existence", 2)   \
    X(RESPONSE, "response", 2)                         \
    X(ALTERNATE_RESPONSE, "alternate_response", 2)     \
    X(CHAIN_RESPONSE, "chain_response", 2)             \
    X(PRECEDENCE, "precedence", 2)                     \
    X(ALTERNATE_PRECEDENCE, "alternate_precedence", 2) \
    X(CHAIN_PRECEDENCE, "chain_precedence", 2)         \
    X(SUCCESSION, "succession", 2)                     \
    X(ALTERNATE_SUCCESSION, "alternate_succession", 2) \
    X(CHAIN_SUCCESSION, "chain_succession", 2)         \
    X(NOT_COEXISTENCE, "not_coexistence", 2)           \
    X(NOT_SUCCESSION, "not_succession", 2)             \
    X(ORDERED, "ordered", ORDERED_MAX)

#define ORDERED_MAX 6 /* operands of `ordered`: 2 to 6 */

enum rule_template {
#define X(name, text, operands) RULE_##name,
    RULE_TEMPLATES(X)
#undef X
        RULE_TEMPLATE_COUNT
};

/* What to look for in a step: at least one of these labels, or (`all`) every one of them. */
struct operand {
    uint64_t acts;
    uint64_t cues; /* with `all`, only one of acts and cues is not empty */
    bool all;
};

struct rule {
    const char *id;  /* "accept-before-steering" */
    int pack;        /* index into scenario.packs */
    enum rule_template template;
    struct operand operands[ORDERED_MAX]; /* a, b, c ... */
    int operand_count;
    int times;  /* existence, exactly: n; else 1 */
    int within; /* steps; 0: no bound */
    int when;   /* enum mood; -1: any */
    int weight; /* 1 or more */
    bool critical;
    const char *source; /* curriculum id, "HN-4" */
    struct text title, why, instead;
    const char *file; /* for messages */
    int file_line;
};

/*
 * Invariants: fulfilled + violated + open obligations = activations (each half of a succession counts
 * its own). `pending` has bit i set when an obligation that arose i steps ago is still open;
 * `pending_back` is the same for not_coexistence and responded_existence towards the other operand.
 */
struct rule_state {
    uint64_t pending; /* open obligations by age */
    uint32_t seen;    /* template's own memory: ages of the latest a and b, progress of ordered */
    uint16_t steps;   /* steps read */
    uint8_t activations, fulfilled, violated;
    uint8_t flags;    /* template's own */
    uint8_t count;    /* occurrences, for existence and exactly */
    uint8_t spare[5]; /* always zero */
};

/*
 * What one step changed: bit i stands for the obligation that arose i steps before this one (bit 0:
 * by this step). Several may arise from one step; then counts may exceed the bits. For templates that
 * the trace activates, the verdict's bit is 0: the step that decided it.
 */
struct rule_change {
    uint64_t activated, fulfilled, violated;
};

/* True when rule_step's result depends on nothing but plain values: the starting state. */
void rule_begin(const struct rule *rule, struct rule_state *state);

struct rule_change rule_step(const struct rule *rule, struct rule_state *state,
                             const struct step *step);

/* The trace ends: what is open is decided. No step may follow. */
struct rule_change rule_end(const struct rule *rule, struct rule_state *state);

enum verdict { VERDICT_NOT_ACTIVATED, VERDICT_OPEN, VERDICT_KEPT, VERDICT_PARTLY, VERDICT_BROKEN };

/* Open only before rule_end; a rule that can no longer be kept is broken or partly at once. */
enum verdict rule_verdict(const struct rule *rule, const struct rule_state *state);

/* The mark as a fraction: fulfilled of activations; false when not activated. After rule_end. */
bool rule_mark(const struct rule *rule, const struct rule_state *state, int *fulfilled, int *of);

/* A rule's life over a whole trace: which step activated what, and how that ended. */
struct evidence {
    int activated_at; /* index of the activating step; the deciding step for trace-wide templates */
    int decided_at;   /* index of the fulfilling or violating step; `count` when the end decided */
    bool fulfilled;
};

/*
 * Runs `rule` over `count` steps (and the end, if `ended`), filling at most `capacity` pieces of evidence
 * in the order they were decided. Returns how many there are.
 */
int rule_evidence(const struct rule *rule, const struct step *steps, int count, bool ended,
                  struct evidence *evidence, int capacity);

/* Checks what a template takes: operand count, times, within. NULL when right, else what is wrong. */
const char *rule_fault(const struct rule *rule);

bool operand_matches(const struct operand *operand, const struct step *step);
enum rule_template rule_template_find(const char *name); /* RULE_TEMPLATE_COUNT: unknown */
const char *rule_template_name(enum rule_template template);

#endif
