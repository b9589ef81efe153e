/*
 * session.h: one conversation, from the first line to the verdicts.
 *
 * A session is a scenario, a seed, a mode and a list of moves; everything else follows from those,
 * so playing, resuming, replaying and reviewing are the same calls. It owns its history and borrows
 * the scenario and the evaluator, which must outlive it. It knows no clock and no file: think time
 * is handed in with each move, and whoever keeps the log reads the events that a move produced.
 *
 * Life: session_new -> moves -> SESSION_OVER -> session_score. A move that fails (response not
 * open, no take-back in an exam, a Lua error) changes nothing and adds no event.
 *
 * Exam: a move whose think time exceeds the node's limit becomes the node's timeout response,
 * whatever was picked. Practice: hints, one a turn, and take-backs; both are events. A turn that
 * was taken back does not enter the trace that the rules judge; that it was taken back stays on
 * record.
 */
#ifndef YANLIAN_CORE_SESSION_H
#define YANLIAN_CORE_SESSION_H

#include "core/form.h"
#include "core/rule.h"
#include "core/score.h"

enum mode { MODE_PRACTICE, MODE_EXAM, MODE_CLASS, MODE_COUNT };

enum event_kind {
    EVENT_BEGIN,     /* the first customer's line */
    EVENT_PICK,      /* a response */
    EVENT_TIMEOUT,   /* think time ran out; `response` is the one it stands for */
    EVENT_FORM,      /* the referral form was filed */
    EVENT_HINT,      /* a hint was asked for */
    EVENT_TAKE_BACK, /* the last turn was taken back */
    EVENT_KIND_COUNT
};

const char *event_kind_name(enum event_kind kind); /* "begin", "pick", "timeout" ... */
const char *mode_name(enum mode mode);             /* "practice", "exam", "class" */

/*
 * What happened, complete: a log of these is enough to tell the whole conversation. Strings belong
 * to the scenario. Fields that do not apply are zero, -1 or NULL.
 */
struct event {
    enum event_kind kind;
    int turn;      /* of this move, from 1; 0 for EVENT_BEGIN */
    int node;      /* where it was made */
    int response;  /* index at that node; -1 for form, hint, begin, take-back */
    int picked;    /* EVENT_TIMEOUT: what was picked too late; -1: nothing */
    uint64_t acts; /* of the response or the form; of a hint: the act it named */
    int64_t think_ms;
    enum mood mood_before, mood_after;
    int familiarity_before, familiarity_after;
    int next_node;                   /* where it led; for EVENT_BEGIN the start node */
    uint64_t cues;                   /* of the customer's line there */
    const struct text *scene;        /* there; NULL when absent */
    const struct text *says;         /* there; NULL when absent */
    struct form form;                /* EVENT_FORM */
    struct form_judgement judgement; /* EVENT_FORM */
};

struct session;

/* `seed` is at most SEED_MAX. The first event is there at once. NULL on failure. */
struct session *session_new(const struct scenario *scenario, const struct evaluator *evaluator,
                            uint64_t seed, enum mode mode, struct error *error);

/*
 * The same, stepping by the scenario's table, which is borrowed: the same events, and no evaluator.
 */
struct table;
struct session *session_new_by_table(const struct table *table, uint64_t seed, enum mode mode,
                                     struct error *error);
void session_free(struct session *session); /* NULL is allowed */

/* A second session that stands where this one does; they share scenario and evaluator only. */
struct session *session_copy(const struct session *session);

/* ------------------------------------------------------------------------ what there is ---- */

enum phase { SESSION_CHOOSING, SESSION_OVER };

enum phase session_phase(const struct session *session);
const struct scenario *session_scenario(const struct session *session);
const struct state *session_state(const struct session *session);
uint64_t session_seed(const struct session *session);
enum mode session_mode(const struct session *session);

/* Open responses in the order to show them; returns how many (1..RESPONSE_MAX), 0 when over. */
int session_options(const struct session *session, int options[RESPONSE_MAX]);
bool session_form_open(const struct session *session); /* the referral form may be filed now */
/* Practice, a hint here, none asked for yet in this turn. */
bool session_hint_open(const struct session *session);
bool session_can_take_back(const struct session *session);
int session_limit_seconds(const struct session *session); /* that bites now; 0 for none */

/* Ending's index in the vocabulary; -1 while it goes on, or when the turns ran out. */
int session_ending(const struct session *session);

int session_event_count(const struct session *session);
const struct event *session_event(const struct session *session, int index);

/* The trace that the rules judge (without what was taken back), and each step's turn (0: the
   opening). */
int session_steps(const struct session *session, const struct step **steps, const int **turns);

/*
 * The events of the turns that count, in order: the transcript. Returns how many. Borrowed until
 * the next move.
 */
int session_transcript(struct session *session, const struct event *const **events);

/* --------------------------------------------------------------------------- moves ---- */

/* `response`: index at the present node, one of session_options. `think_ms` >= 0. */
bool session_pick(struct session *session, int response, int64_t think_ms, struct error *error);

/* The time is up with nothing picked: allowed only when `think_ms` exceeds the limit that bites. */
bool session_time_out(struct session *session, int64_t think_ms, struct error *error);

bool session_file_form(struct session *session, const struct form *form, int64_t think_ms,
                       struct error *error);
bool session_hint(struct session *session, int64_t think_ms, int *act, struct error *error);
bool session_take_back(struct session *session, int64_t think_ms, struct error *error);

/* Makes the move that an event of another session of this scenario tells of (not its beginning). */
bool session_repeat(struct session *session, const struct event *event, struct error *error);

/* --------------------------------------------------------------------------- authors ---- */

/*
 * Puts the conversation elsewhere: node, variables, mood, familiarity and draws become those of
 * `state`, as if the latest turn had led there, and the customer's line there is heard instead.
 * What was said before stays, and so does the number of turns: take a copy of session_state and
 * change it. This is no move: such a session follows from no seed and no moves, and can be neither
 * logged nor replayed. On failure nothing changes. Not for a session by table.
 */
bool session_place(struct session *session, const struct state *state, struct error *error);
bool session_is_placed(const struct session *session); /* ever */

/* ------------------------------------------------------------------------- judgement ---- */

/* Verdicts so far, one a rule; after the end they are final. Borrowed until the next move. */
const struct rule_state *session_rules(const struct session *session);

/* Only when over. */
void session_score(const struct session *session, const struct bands *bands, struct score *score);

int session_hints_used(const struct session *session);
int session_take_backs(const struct session *session);

#endif
