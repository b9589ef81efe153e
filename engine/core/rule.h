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
 *     exactly(a, n)              existence(a, n) & !existence(a, n + 1)            the trace
 *     init(a)                    a                                                 the trace
 *     last(a)                    F(a & !X true)                                    the trace
 *     responded_existence(a, b)  F a -> F b                                        each a
 *     response(a, b)             G(a -> F b)                                       each a
 *     alternate_response(a, b)   G(a -> X(!a U b))                                 each a
 *     chain_response(a, b)       G(a -> X b)                                       each a
 *     precedence(a, b)           !b W a                                            each b
 *     alternate_precedence(a, b) (!b W a) & G(b -> N(!b W a))                      each b
 *     chain_precedence(a, b)     !b & G(X b -> a)                                  each b
 *     [alternate_|chain_]succession(a, b)   response and precedence of that kind   each a, each b
 *     not_coexistence(a, b)      !(F a & F b)                                      each a
 *     not_succession(a, b)       G(a -> !F b)                                      each a
 *     ordered(a, b, c ...)       precedence of each neighbouring pair              each b, c ...
 *
 * F (some time), G (always) and W (weak until) include the present step. X (next) asks for a step
 * that exists, N (weak next) is content with the end: so an `a` on the last step breaks
 * chain_response and alternate_response, and a `b` on the first breaks chain_precedence.
 *
 * Our traces say more than the textbook's, and these are the readings:
 *  - A step carries a *set* of acts or cues, so a and b may fall on one step. The formulas are
 *    taken as they stand. "I see; may I ask..." (acknowledge and steer in one breath) keeps
 *    precedence(acknowledge, steer) and response(acknowledge, steer), and breaks
 *    not_succession(acknowledge, steer). For the alternate and chain responses and for
 *    chain_precedence it is no answer to itself: those look at other steps than their own. An `a`
 *    on the step of one b answers that b only: alternate_precedence wants another for the next.
 *  - Steps alternate between two speakers. "First", "last" and "next" mean the first, last and next
 *    step *of the speaker who can carry it*: init(greet) is about the first response, not about the
 *    customer's line before it; chain_response(objects, acknowledge) about the very next response;
 *    chain_precedence(objects, acknowledge) about the customer's latest line. An operand of acts
 *    only belongs to the trainee, one of cues only to the customer; where a template must know the
 *    speaker (a of init, last and chain_precedence, b of chain_response, both of chain_succession),
 *    an operand that mixes them is a fault. On a trace of one speaker this is the published
 *    definition.
 *  - `when` limits the activating step to a mood, and nothing else: the `b` that answers, and the
 *    other `a` or `b` that spoils an alternate form, count in any mood. Each half of a succession
 *    and each pair of `ordered` has its own activating step. For existence, absence, exactly, init
 *    and last see below.
 *  - `within = k` bounds the distance between activation and target, in steps of both speakers:
 *    1 reaches the neighbouring step. It bounds both sides for responded_existence and
 *    not_coexistence, which look both ways. Chain templates, init, last and ordered take none.
 *
 * Existence, absence, exactly, init and last are activated by the trace as a whole, from
 * rule_begin on. They look at the steps of whoever can carry `a`; `when` leaves of these only the
 * steps in that mood, and `within = k` (not for init and last) only those among the first k steps
 * of the trace. With `when`, the first step looked at activates the rule, so that a mood which
 * never came leaves it not activated. init is then about the first, last about the last step
 * looked at.
 *
 * Marks. An obligation arises at each activating step, and is fulfilled or violated at that step,
 * at a later one or at the end; as soon as nothing that follows could change it, it is decided.
 * Mark = fulfilled / activations for relation templates, as the DECLARE literature counts; 0 or 1
 * for the templates that the trace activates. A succession counts the obligations of both its
 * halves, and `ordered` those of every pair: one step may activate several. Not activated: no
 * mark. A rule whose formula holds is thus one that is not activated or has mark 1.
 *
 * Each rule runs as a small automaton: rule_step costs a few instructions, and its state is 16
 * bytes of plain values.
 */
#ifndef YANLIAN_CORE_RULE_H
#define YANLIAN_CORE_RULE_H

#include "core/model.h"

enum { STEP_MAX = 2 * TURN_MAX + 1 }; /* the longest trace: a first line, then two steps a turn */

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
    const char *id; /* "accept-before-steering" */
    int pack;       /* index into scenario.packs */
    enum rule_template template;
    struct operand operands[ORDERED_MAX]; /* a, b, c ... */
    int operand_count;
    int times;  /* existence, exactly: n, up to STEP_MAX; else 1 */
    int within; /* steps, up to STEP_MAX; 0: no bound */
    int when;   /* enum mood; -1: any */
    int weight; /* 1 or more */
    bool critical;
    const char *source; /* curriculum id, "HN-4" */
    struct text title, why, instead;
    const char *file; /* for messages */
    int file_line;
};

/*
 * Where a rule stands. Invariants: fulfilled + violated + open obligations = activations. A
 * relation template has one bit of `pending` for each open obligation; obligations that look back
 * are decided by the step that activates them and never get there. What can no longer matter is
 * zero, and there is no padding, so states may be compared and hashed as bytes; rule_forget makes
 * more of them equal.
 */
struct rule_state {
    uint64_t pending;     /* bit i: an obligation that arose i steps before the latest is open */
    uint16_t activations; /* obligations that arose; 0 or 1 where the trace activates */
    uint16_t fulfilled;
    uint16_t violated;
    uint8_t steps; /* existence, absence, exactly with `within`: steps read, up to k; else 0 */
    union {
        uint8_t count; /* existence, absence, exactly: occurrences, until decided */
        uint8_t since; /* templates that look back: age + 1 of the latest step that serves; 0: none.
                          Without `within` it does not grow. last and chain_precedence: 1 when
                          the latest step looked at had a */
        uint8_t seen;  /* ordered: bit i when operand i has occurred */
    };
};

/*
 * What one step changed: bit i stands for the obligation that arose i steps before this one (bit 0:
 * by this step). A step that activates several sets one bit for all that went the same way; the
 * counts in the state tell how many. For templates that the trace activates the bit is always 0,
 * and `activated` is set only where `when` made a step activate them.
 */
struct rule_change {
    uint64_t activated, fulfilled, violated;
};

/* The state before the first step. */
void rule_begin(const struct rule *rule, struct rule_state *state);

/*
 * Reads one step. `rule` has no fault (rule_fault), and a trace no more than STEP_MAX steps. The
 * result depends on the arguments alone: a solver may copy states and branch from them.
 */
struct rule_change rule_step(const struct rule *rule, struct rule_state *state,
                             const struct step *step);

/* The trace ends: what is open is decided (bit i: i steps before the last). No step may follow. */
struct rule_change rule_end(const struct rule *rule, struct rule_state *state);

/*
 * Forgets how old open obligations are where no `within` asks for it. Verdict and mark of whatever
 * follows are unchanged, but states with the same future compare equal more often: for solvers.
 * The bits of later changes no longer tell which step an obligation came from.
 */
void rule_forget(const struct rule *rule, struct rule_state *state);

enum verdict { VERDICT_NOT_ACTIVATED, VERDICT_OPEN, VERDICT_KEPT, VERDICT_PARTLY, VERDICT_BROKEN };

/*
 * Before rule_end the verdict so far: open while an obligation is and none was violated; kept when
 * all that arose are fulfilled; with a violation at once broken (nothing fulfilled yet) or partly,
 * from which it never comes back to open or kept. After rule_end it is final and never open.
 */
enum verdict rule_verdict(const struct rule *rule, const struct rule_state *state);

/*
 * The mark as a fraction: fulfilled of activations. False when not activated; `*fulfilled` and
 * `*of` are then 0. Final after rule_end.
 */
bool rule_mark(const struct rule *rule, const struct rule_state *state, int *fulfilled, int *of);

/*
 * A rule's life over a whole trace: which step activated what, and how that ended. An obligation
 * that looks back is decided by its own step. For templates that the trace activates, both fields
 * name the step that decided, or `count` for the end; but `last` names the last step looked at as
 * the activating one.
 */
struct evidence {
    int activated_at; /* index of the activating step */
    int decided_at;   /* index of the step that decided; `count` when the end did */
    bool fulfilled;
};

/*
 * Runs `rule` over `count` steps (and the end, if `ended`), filling at most `capacity` pieces of
 * evidence in the order they were decided (of one step: older activations first, then fulfilled
 * before violated). Obligations still open leave none. Returns how many there are, be it more than
 * `capacity`. EVIDENCE_MAX is always enough.
 */
enum { EVIDENCE_MAX = (ORDERED_MAX - 1) * STEP_MAX };

int rule_evidence(const struct rule *rule, const struct step *steps, int count, bool ended,
                  struct evidence *evidence, int capacity);

/*
 * Checks what a template takes: operands, times, within, when, weight. NULL when right, else what
 * is wrong, as the rest of a sentence that starts with the rule's name ("takes no 'within'").
 */
const char *rule_fault(const struct rule *rule);

/* True for existence, absence, exactly, init and last. */
bool rule_template_is_trace_wide(enum rule_template template);

bool operand_matches(const struct operand *operand, const struct step *step);
enum rule_template rule_template_find(const char *name); /* RULE_TEMPLATE_COUNT: unknown */
const char *rule_template_name(enum rule_template template);

#endif
