/*
 * model.h: a scenario, as the engine sees it.
 *
 * A scenario is a finite graph. At a node the customer says a line that carries *cues*; the trainee
 * answers with a response that carries *dialogue acts*; the response's target is the next node.
 * Small declared variables, the customer's mood and familiarity, and hidden draws made by the seed
 * decide which responses are open, what they change and which of a line's variants is spoken.
 * Nothing here is a score: rules (rule.h) judge the acts and cues.
 *
 * Everything below is plain data in one arena, built by the script layer, const from then on, and
 * shared by threads. Strings are UTF-8, cleaned, zero-terminated, never NULL unless it says so. Ids
 * ("at-the-slip", "at-the-slip.ask") are what logs, statistics and translations use; indexes are
 * only for the engine. Where an author wrote a Lua function, the model holds its number, and a
 * `struct evaluator` (below) answers for it.
 *
 * Source of the terms: acts and cues are declared in scenarios/vocabulary.lua.
 */
#ifndef YANLIAN_CORE_MODEL_H
#define YANLIAN_CORE_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/text.h"

enum limits {
    ACT_MAX = 64,       /* acts in the vocabulary: a set of acts is one uint64_t */
    CUE_MAX = 64,       /* cues, likewise */
    VARIABLE_MAX = 16,  /* declared variables of a scenario */
    DRAW_MAX = 4,       /* hidden draws of a scenario */
    VALUE_MAX = 8,      /* values of one draw */
    TURN_MAX = 30,      /* turns of a conversation; a trace then has at most 61 steps */
    RESPONSE_MAX = 9,   /* responses of a node: one digit key each */
    RULE_MAX = 64,      /* rules that judge one scenario */
    PACK_MAX = 16,      /* packs that hold them */
    FAMILIARITY_MAX = 9 /* HN-3.1: 0-3 unknown, 3-6 known, 6-9 familiar */
};

/* HN-3.2. The order is a scale: an effect of +1 moves one to the right. */
enum mood { MOOD_RESISTANT, MOOD_NEUTRAL, MOOD_POSITIVE, MOOD_COUNT };

struct text {
    const char *key;                   /* "node", "node.response", "node.says.variant" ... */
    const char *words[LANGUAGE_COUNT]; /* "" where a language is missing (check reports it) */
};

/* ---------------------------------------------------------------------- vocabulary ---- */

struct term {
    const char *id;    /* "ask-need" */
    struct text label; /* "询问需求" / "ask about the need" */
};

/*
 * A choice on the referral form, and what makes it true: at least one of these acts or cues has
 * occurred in the conversation. Where all three are empty (`always`), it claims nothing.
 */
struct form_option {
    struct term term;
    uint64_t acts;
    uint64_t cues;
    bool always; /* "not known": true exactly when no other option of the field is */
};

enum form_field { FORM_SIGNAL, FORM_BUSINESS, FORM_NEED, FORM_OUTCOME, FORM_FIELD_COUNT };

struct vocabulary {
    const struct term *acts;
    int act_count;
    const struct term *cues;
    int cue_count;
    const struct term *endings;
    int ending_count;
    const struct term *roles;
    int role_count;
    const struct form_option *form_options[FORM_FIELD_COUNT];
    int form_option_count[FORM_FIELD_COUNT];
    uint64_t consent_cues; /* any of these cues: the customer agreed to be contacted */
    /* Acts that the engine itself adds to a filed form; see form.h. Indexes into `acts`. */
    int act_file_form;
    int act_form_truthful;
    int act_form_incomplete;
    int act_form_unfounded;
    int act_form_no_consent;
};

/* -------------------------------------------------------------------------- choices ---- */

#define FUNCTION_NONE (-1)

/* Which of several cases holds: always the first, or what the function says by name. */
struct selector {
    int function;             /* FUNCTION_NONE when there is one case only */
    int case_count;           /* at least 1 */
    const char *const *cases; /* names; { "" } when there is one case only */
};

struct line { /* something said or seen */
    struct selector selector;
    const struct text *variants; /* one a case; a line that is absent has case_count 0 */
};

struct cue_set {
    struct selector selector;
    const uint64_t *variants;
};

enum target_kind { TARGET_FIXED, TARGET_CHANCE, TARGET_CHOSEN };

struct target {
    enum target_kind kind;
    struct selector selector; /* TARGET_CHOSEN: its cases are in the order of `nodes` */
    int count;
    const int *nodes;        /* indexes into scenario.nodes */
    const unsigned *weights; /* TARGET_CHANCE: all > 0; else NULL */
    unsigned weight_sum;
};

enum change_kind { CHANGE_VARIABLE, CHANGE_MOOD, CHANGE_FAMILIARITY };

struct change {
    enum change_kind kind;
    int variable; /* CHANGE_VARIABLE: index into scenario.variables */
    bool set;     /* true: becomes `amount`; false: moves by it; either way saturating */
    int amount;
};

struct effect {
    int function; /* run after `changes`; FUNCTION_NONE for none */
    int change_count;
    const struct change *changes;
};

/* ---------------------------------------------------------------------------- graph ---- */

struct response {
    const char *id;
    const char *key; /* "node.response" */
    struct text say; /* for a silent response: narration of what the silence looks like */
    bool silent;     /* only reached by running out of think time; never offered */
    uint64_t acts;
    int guard; /* function, or FUNCTION_NONE: always open */
    struct effect effect;
    struct target target;
    struct text remark; /* the coach's word in practice; words "" for none */
    int file_line;
};

struct node {
    const char *id;
    struct line scene; /* narration: what can be seen; may be absent */
    struct line says;  /* the customer's line; may be absent */
    struct cue_set cues;
    int seconds;     /* think time; 0 for no limit */
    int timeout;     /* response that running out of time stands for; -1 without a limit */
    int form_target; /* node that filing the referral form leads to; -1: not open here */
    int hint;        /* act that a hint names; -1 for none */
    int ending;      /* index into vocabulary.endings; -1: the conversation goes on */
    const struct response *responses;
    int response_count; /* 0 exactly for an ending */
    int file_line;
};

struct variable {
    const char *id;
    bool is_flag; /* 0 or 1, shown to Lua as a boolean */
    int low, high, start;
    int file_line;
};

struct draw {
    const char *id;
    int value_count;
    const char *const *values;
    const unsigned *weights; /* all > 0 */
    unsigned weight_sum;
    int file_line;
};

struct customer {
    struct text name;    /* "王先生" / "Mr Wang" */
    struct text surname; /* what the form must hold: "王" / "Wang" */
    int age;
    int familiarity;
    enum mood mood;
    const struct text *looks; /* what can be seen at the start */
    int look_count;
};

struct rule; /* rule.h */

struct scenario {
    const char *id;
    const char *file; /* as it was named when loaded, for messages */
    struct text title, role_label, brief, card;
    const char *role; /* id in the vocabulary */
    const char *const *sources;
    int source_count;
    struct customer customer;
    const struct variable *variables;
    int variable_count;
    const struct draw *draws;
    int draw_count;
    int turns; /* no conversation is longer */
    int start;
    const struct node *nodes;
    int node_count;
    const struct vocabulary *vocabulary;
    const struct rule *rules; /* of all packs it names, in pack and file order */
    int rule_count;
    const struct term *packs; /* the packs it names, in order; rule.pack is an index here */
    int pack_count;
};

/* Index of the node or response with this id, or -1. */
int scenario_find_node(const struct scenario *scenario, const char *id);
int node_find_response(const struct node *node, const char *id);
/* Index of the term with this id, or -1. */
int term_find(const struct term *terms, int count, const char *id);

/* -------------------------------------------------------------------------- evaluator ---- */

struct state; /* state.h */

/*
 * Who answers for the author's functions. Functions are pure: the same state gives the same answer.
 * Each call returns false and fills the error when the function fails (a Lua error, the budget
 * spent, an answer of the wrong type); the state is then unchanged. Not shared by threads.
 */
struct evaluator {
    void *self;
    bool (*guard)(void *self, int function, const struct state *state, bool *open,
                  struct error *error);
    bool (*effect)(void *self, int function, struct state *state, struct error *error);
    bool (*choose)(void *self, int function, const struct state *state, int *case_index,
                   const struct selector *selector, struct error *error);
};

#endif
