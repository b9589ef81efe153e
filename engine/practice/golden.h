/*
 * golden.h: golden cases: conversations written down with everything that must come of them.
 *
 * A case holds a scenario's name, a seed and the moves by name, each with all that is then said,
 * which responses are offered and what mood is reached; then the verdict of every rule that is
 * called for, with the turns that earned it, and the scores. It is text, made to be read, reworded
 * and reviewed by whoever writes the scenario; tests/cases/README.md tells its format word by word.
 *
 * Cases lie beside their scenario, in tests/ID.play and tests/ID-NAME.play; `yanlian check` plays
 * them, and `yanlian try` writes them. What the program wrote is what the scenario does, not yet
 * what it should do: a case is worth something once a person has worked its verdicts by hand. Then
 * it holds the scenario, the rules and the engine to them, whatever is changed.
 *
 * Four steps, each of them usable alone:
 *
 *     reading    the case is whole, and agrees with itself: its verdicts add up to its scores. An
 *                empty file is an error like any other.
 *     moving     block by block, on any session of that scenario. What the session offers is
 *                compared here, as it is gone afterwards.
 *     comparing  all that was said, judged and scored in a session that is over.
 *     writing    the case of a session that is over; the other three find nothing wrong with it.
 *
 * Errors are ERROR_SCENARIO and name the case's file and line; a file that can't be read is
 * ERROR_NOT_FOUND or ERROR_SYSTEM. Nothing is asserted about a case's text: it may hold anything.
 */
#ifndef YANLIAN_PRACTICE_GOLDEN_H
#define YANLIAN_PRACTICE_GOLDEN_H

#include "base/buffer.h"
#include "core/session.h"
#include "script/loader.h"

enum { GOLDEN_BLOCKS_MAX = 128, GOLDEN_LINES_MAX = 24, GOLDEN_NAME_SIZE = 128 };

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
    const char *response; /* GOLDEN_PICK, GOLDEN_LATE; else "" */
    int64_t think_ms;
    struct golden_line lines[GOLDEN_LINES_MAX];
    int line_count;
};

struct golden_verdict {
    int line;
    int weight, fulfilled, of;
    const char *verdict;
    const char *rule;         /* "service/greet-first" */
    int turns[TURN_MAX];      /* that earned it */
    bool turn_good[TURN_MAX]; /* +3: true, -3: false */
    int turn_count;
};

struct golden_case {
    char *path;
    char *text; /* of the file; everything below borrows from it */
    const char *title;
    const char *scenario;
    int scenario_line;
    uint64_t seed;
    enum mode mode;
    enum language language;
    const char *draws; /* "today=wary why=flat"; "none" where the scenario draws nothing */
    int draws_line;
    struct golden_block blocks[GOLDEN_BLOCKS_MAX]; /* [0] is the opening */
    int block_count;
    struct golden_verdict verdicts[RULE_MAX]; /* of every rule that is activated */
    int verdict_count, verdicts_line;
    struct golden_line scores[GOLDEN_LINES_MAX]; /* "total", a pack's name ... */
    int score_count, score_line;
};

/* NULL when the case is unreadable, incomplete or contradictory. `path` names it in messages. */
struct golden_case *golden_read(const char *path, struct error *error);
struct golden_case *golden_parse(const char *path, const char *text, struct error *error);
void golden_free(struct golden_case *golden); /* NULL is allowed */

/* Fills `error` with the case's file, this line and the message; returns false. */
bool golden_differs(struct error *error, const struct golden_case *golden, int line,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The same with the message that the engine left in `error`, when it refuses what the line asks. */
bool golden_refused(struct error *error, const struct golden_case *golden, int line);

/*
 * Holds what `session` now offers against block `index` - 1, and tells in `move` what block `index`
 * (from 1) does: session_repeat makes that move, and play.h has calls of the same kinds.
 */
bool golden_next(const struct golden_case *golden, int index, const struct session *session,
                 struct event *move, struct error *error);

/* All that was said, judged and scored in `session`, against the case. `loaded` is its scenario. */
bool golden_compare_session(const struct golden_case *golden, struct session *session,
                            const struct loaded *loaded, struct error *error);

/* Plays the case from its first line to its last, and compares. */
bool golden_run(const struct golden_case *golden, const struct loaded *loaded, struct error *error);

/*
 * Adds the case of `session` to `text`; `title` is one line, and says what the conversation shows.
 * False when the session is not over, was displaced (session_place), or is longer than a case may
 * be.
 */
bool golden_write(struct session *session, const struct loaded *loaded, const char *title,
                  enum language language, struct buffer *text, struct error *error);

/* ------------------------------------------------------------- beside the scenario ---- */

/*
 * Where the case called `name` of scenario `id` belongs, beside the scenario's file:
 * FOLDER/tests/ID.play, or ID-NAME.play when `name` is not "". The caller frees it. NULL when the
 * name holds anything but lower-case letters, digits and hyphens, or when such a file would belong
 * to another scenario of the folder.
 */
char *golden_path(const char *scenario_file, const char *id, const char *name, struct error *error);

/*
 * Runs every case that lies beside `scenario_file` and belongs to the scenario, in the order of
 * their names; `found` is told of each that fails. Returns how many were there. A case belongs to
 * the scenario with the longest name that its own begins with: a-b.play is of a-b.lua, if that is
 * there, not of a.lua.
 */
int golden_run_beside(const char *scenario_file, const struct loaded *loaded,
                      void (*found)(void *data, const struct error *error), void *data);

#endif
