/*
 * golden.h: golden sessions: plays written down with everything that must come of them.
 *
 * A case is a text file, tests/cases/sessions/NAME.play; tests/cases/README.md tells its format. It
 * holds the moves by name, each with all that is then said, and the verdicts and scores that were
 * worked by hand. Reading checks that the case is whole and agrees with itself (its verdicts add up
 * to its scores); comparing checks the engine against it. Both fill an error that names the case's
 * file and line, and assert nothing, so that they serve in a forked child too.
 */
#ifndef YANLIAN_UNIT_GOLDEN_H
#define YANLIAN_UNIT_GOLDEN_H

#include "practice/play.h"

enum { GOLDEN_BLOCKS_MAX = 48, GOLDEN_LINES_MAX = 16, GOLDEN_TURNS_MAX = 8 };

enum golden_kind {
    GOLDEN_OPENING,
    GOLDEN_PICK,
    GOLDEN_LATE,    /* a pick after the time was up */
    GOLDEN_TIMEOUT, /* the time is up, nothing picked */
    GOLDEN_HINT,
    GOLDEN_TAKE_BACK,
    GOLDEN_FORM,
    GOLDEN_KIND_COUNT
};

struct golden_line {
    int line;         /* in the case's file */
    const char *word; /* "scene" */
    const char *text; /* what follows the word; never empty */
};

/* The opening, or a move and what follows from it. */
struct golden_block {
    enum golden_kind kind;
    int line;
    const char *response; /* GOLDEN_PICK, GOLDEN_LATE */
    int64_t think_ms;
    struct golden_line lines[GOLDEN_LINES_MAX];
    int line_count;
};

struct golden_verdict {
    int line;
    int weight, fulfilled, of;
    const char *verdict;
    const char *rule;                 /* "service/greet-first" */
    int turns[GOLDEN_TURNS_MAX];      /* that earned it */
    bool turn_good[GOLDEN_TURNS_MAX]; /* +3: true, -3: false */
    int turn_count;
};

struct golden_case {
    char *path;
    char *text; /* of the file; everything below borrows from it */
    const char *title;
    const char *scenario;
    uint64_t seed;
    enum mode mode;
    enum language language;
    const char *draws; /* "today=wary why=flat" */
    int draws_line;
    struct golden_block blocks[GOLDEN_BLOCKS_MAX]; /* [0] is the opening */
    int block_count;
    struct golden_verdict verdicts[RULE_MAX]; /* of every rule that is activated */
    int verdict_count, verdicts_line;
    struct golden_line scores[GOLDEN_LINES_MAX]; /* "total", a pack's name ... */
    int score_count, score_line;
};

/* NULL, with file and line in `error`, when the case is unreadable, incomplete or contradictory. */
struct golden_case *golden_read(const char *path, struct error *error);
struct golden_case *golden_parse(const char *path, const char *text, struct error *error);
void golden_free(struct golden_case *golden); /* NULL is allowed */

/* Fills `error` with the case's file, this line and the message; returns false. */
bool golden_differs(struct error *error, const struct golden_case *golden, int line,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The folders of this source tree ($YANLIAN_SOURCE); the caller frees them. */
char *golden_folder(void);
char *golden_scenario_path(const char *scenario);

/* Begins the case's session in `store`, as a person of its own. */
struct play *golden_begin(const struct golden_case *golden, struct store *store,
                          struct error *error);

/* Makes the move of block `index` (from 1), after checking what the turn offers. */
bool golden_move(const struct golden_case *golden, int index, struct play *play,
                 struct error *error);

/* Everything that was said, judged, scored and kept in the session's row, against the case. */
bool golden_compare(const struct golden_case *golden, struct play *play, struct error *error);

#endif
