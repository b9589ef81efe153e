/*
 * check.h: is this scenario fit to be practised?
 *
 * A scenario is loaded, solved whole (solve.h) and looked over. What is wrong becomes a finding: a
 * numbered diagnostic with file, line, the node and response it is about, the numbers behind it and
 * what to do. Faults (E..) are provable: something can't happen, can't be won or can't be learnt.
 * Smells (W..) are measures beyond a threshold: the scenario works, and teaches the wrong thing.
 * Every diagnostic has its meaning, an example and a cure in tests/diagnostics.
 *
 * What the words mean, to the letter ("best" is the expected final score under the best play from
 * there on; "plays" are conversations; silence after a timeout is followed where it could matter):
 *
 *     E07, E08   A draw *shows* when some reachable situation rules one of its values out. One that never
 *                does is E07. One that does, and yet the best play would expect more if it
 *                were shown openly from the start, is E08: something had to be decided before
 *                any signal, or only a costly pick brought it to light.
 *     E09-E12    are about what happens in no play at all; E10 about nodes that are only reached with
 *                the last turn.
 *     E14        At each state of the node no ending can be reached before the turns run out. Where only
 *                some dawdling plays run out of turns, that is W11.
 *     E15        No play at all scores 100. Where only luck withholds it from the best play, W12.
 *     E16        No play reaches 60 without breaking a critical rule.
 *     E17-E19    Over all plays. A rule is kept when it was activated and never violated.
 *     E20        No function reads it. (Effects only write.)
 *     E21        A case beside the scenario does not come out as it was written down, can't be
 *                read, or is empty. Whoever asked for the check plays the cases: see check_note.
 *     W01-W03    count nodes at which picks differ in best. The longest response (W01, strictly, in
 *                either language) or the first (W02) gives a node away when it is a best one in more
 *                than half of the node's states; one response fits all (W03) when it is the only
 *                best one in each of two or more states. They smell when that is so at more than
 *                half, half, and nine tenths of such nodes (of three at least).
 *     W04        Wherever both are offered, the same acts are said and the same lines follow, so that no
 *                rule can tell which was said. Two ways of being wrong may do that; it smells when
 *                three do at once, or when one of them is somewhere the best.
 *     W05        In no state within 15 points of best.
 *     W06, W07   A random walker (every open response alike) passes more than 20 % of plays; after more
 *                than half of the decisions of best play, the worst pick leaves less than 60.
 *                Of an exercise (class/exercise_check.h), W06: random answers earn 60 % or more.
 *     W08        At each state of the node, all picks have the same best, worst and random value.
 *     W10        Scene, customer's line and open responses, wrapped as the play screen does it, need
 *                more rows than 80 x 24 has; or the brief does.
 */
#ifndef YANLIAN_SOLVE_CHECK_H
#define YANLIAN_SOLVE_CHECK_H

#include "base/arena.h"
#include "solve/count.h"

enum severity { SEVERITY_FAULT, SEVERITY_SMELL };

/* X(ENUM, number, severity, short name) */
#define CHECK_DIAGNOSTICS(X)                              \
    X(FILE, "E01", FAULT, "file")                         \
    X(TRANSLATION, "E02", FAULT, "missing-translation")   \
    X(SOURCE, "E03", FAULT, "unknown-source")             \
    X(FAILS, "E04", FAULT, "function-fails")              \
    X(IMPURE, "E05", FAULT, "function-not-pure")          \
    X(STUCK, "E06", FAULT, "stuck")                       \
    X(DRAW_UNSEEN, "E07", FAULT, "draw-never-shows")      \
    X(DRAW_LATE, "E08", FAULT, "draw-shows-too-late")     \
    X(NODE, "E09", FAULT, "unreachable-node")             \
    X(RESPONSE, "E10", FAULT, "unreachable-response")     \
    X(GUARD_NEVER, "E11", FAULT, "guard-never-holds")     \
    X(GUARD_ALWAYS, "E12", FAULT, "guard-always-holds")   \
    X(NO_ENDING, "E13", FAULT, "no-ending")               \
    X(NO_WAY_OUT, "E14", FAULT, "cannot-end-in-time")     \
    X(NO_HUNDRED, "E15", FAULT, "hundred-not-attainable") \
    X(NO_PASS, "E16", FAULT, "pass-not-attainable")       \
    X(RULE_IDLE, "E17", FAULT, "rule-never-activated")    \
    X(RULE_UNKEPT, "E18", FAULT, "rule-never-kept")       \
    X(RULE_UNBROKEN, "E19", FAULT, "rule-never-broken")   \
    X(UNREAD, "E20", FAULT, "variable-never-read")        \
    X(CASE, "E21", FAULT, "case-fails")                   \
    X(LONGEST, "W01", SMELL, "longest-is-best")           \
    X(FIRST, "W02", SMELL, "first-is-best")               \
    X(DOMINATES, "W03", SMELL, "one-answer-fits-all")     \
    X(TWINS, "W04", SMELL, "same-effect")                 \
    X(STRAW_MAN, "W05", SMELL, "straw-man")               \
    X(GIVE_AWAY, "W06", SMELL, "random-passes")           \
    X(UNFORGIVING, "W07", SMELL, "first-mistake-fails")   \
    X(WEIGHTLESS, "W08", SMELL, "picks-do-not-count")     \
    X(STILL_MOOD, "W09", SMELL, "mood-never-moves")       \
    X(READING, "W10", SMELL, "too-much-to-read")          \
    X(OUT_OF_TURNS, "W11", SMELL, "turns-run-out")        \
    X(LUCK, "W12", SMELL, "hundred-by-luck")              \
    X(BRANCH, "W13", SMELL, "branch-never-taken")

enum diagnostic {
#define X(name, number, severity, short_name) CHECK_##name,
    CHECK_DIAGNOSTICS(X)
#undef X
        CHECK_COUNT
};

const char *check_number(enum diagnostic diagnostic);     /* "E11" */
const char *check_short_name(enum diagnostic diagnostic); /* "guard-never-holds" */
enum severity check_severity(enum diagnostic diagnostic);

struct finding {
    enum diagnostic diagnostic;
    const char *file;
    int line;             /* 0: the whole file */
    const char *node;     /* id; "" when it is about none */
    const char *response; /* likewise */
    const char *message;  /* in the interface's language */
};

/* ---------------------------------------------------------------------------- summary ---- */

struct ending_range {          /* scores of the plays that end so */
    const struct term *ending; /* NULL: the turns ran out */
    bool reached;
    double low, high;
};

struct rule_coverage {
    const struct rule *rule;
    bool activated, kept, broken;
};

struct line_step {
    int node;
    const struct text *says;       /* the customer's line, or what can be seen; NULL: nothing */
    const struct response *answer; /* NULL: the form is filed truthfully, or it is over */
};

struct conversation { /* one play, the likeliest of its kind */
    int turns;        /* 0: there is none */
    double score;     /* of this one */
    int step_count;   /* turns, and the ending */
    struct line_step steps[TURN_MAX + 1];
};

struct check_summary {
    int nodes, responses;
    uint64_t states;
    char conversations[COUNT_TEXT_SIZE]; /* "" when beyond 256 bits */
    double best, worst, random;          /* expected final score */
    double random_pass;                  /* share of random plays that pass */
    double random_stray;                 /* ... that never come to an ending */
    struct ending_range *endings;        /* in the vocabulary's order, then NULL's */
    int ending_count;
    struct rule_coverage *rules;
    int rule_count;
    struct conversation best_line, shortest_pass;
};

/* ----------------------------------------------------------------------------- reports ---- */

struct node_reach { /* for the graph */
    bool reached;
    bool filed;                   /* the form is, in some play */
    uint16_t responses;           /* bit: is given in some play */
    uint64_t taken[RESPONSE_MAX]; /* bit a target: leads there in some play */
};

struct check_report {
    struct arena *arena;
    const char *file, *id;    /* id "" when it did not load */
    struct finding *findings; /* in file and line order, faults before smells of a line */
    int count, faults, smells;
    int cases;         /* that were played beside the scenario; set by whoever played them */
    const char *holds; /* a line on what a file that is no scenario holds; NULL for a scenario */
    bool solved;       /* the rest is there; else a fault kept it from being played */
    bool complete;     /* false: a limit stopped the search; only what was seen is reported */
    const struct scenario *scenario; /* NULL when it did not load */
    struct node_reach *reach;        /* by node */
    struct check_summary summary;
    struct loaded *loaded; /* owns the scenario */
};

struct check_options {
    uint64_t state_limit; /* 0: none */
    size_t memory_limit;  /* bytes; 0: none */
    /*
     * Now and then, with the share of turns explored; false gives up as solve.h says. May be NULL.
     */
    bool (*progress)(void *data, int percent, uint64_t states);
    void *data;
};

/* Checks one bundle. Never NULL: what goes wrong is a finding. `options` may be NULL. */
struct check_report *check_bundle(const struct bundle *bundle, const struct check_options *options);

/*
 * A report on a file that is no scenario and is only loaded (a course, an exercise): what loading
 * found, and, when that was nothing, its id and in a line what it holds (else NULL).
 */
struct check_report *check_loading(const char *file, const struct fault_list *faults,
                                   const char *id, const char *holds);

/* A report of one finding: a file that can't even be read. */
struct check_report *check_unreadable(const char *file, const struct error *error);

/* Adds what another layer found: with the error's file, or the scenario's if it has none. */
void check_note(struct check_report *report, enum diagnostic diagnostic, const struct error *error);

void check_free(struct check_report *report); /* NULL is allowed */

/* The conversation as a Graphviz digraph; what no play reaches is dashed and grey. */
struct buffer;
void check_graph(const struct check_report *report, enum language language, struct buffer *dot);

#endif
