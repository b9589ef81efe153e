/*
 * screens.h: how the screens call each other.
 *
 * Every call below takes over the terminal until it returns, and returns at once when the program
 * is asked to end (tui_stop_signal).
 */
#ifndef YANLIAN_TUI_SCREENS_H
#define YANLIAN_TUI_SCREENS_H

#include "practice/debrief.h"
#include "tui/tui.h"

enum { HURRY_MS = 10 * 1000 }; /* with less than this left, the clock is emphasised */

/* What is left of the think time; asked while a form is being filled in during a play. */
struct deadline {
    int64_t started_ms; /* monotonic */
    int64_t spent_ms;   /* before that */
    int limit_seconds;  /* 0: none */
};

int64_t deadline_think_ms(const struct deadline *deadline);
bool deadline_passed(const struct deadline *deadline);
/* How long the terminal may wait before something on the clock changes. */
int deadline_wait_ms(const struct deadline *deadline);

enum form_outcome { FORM_FILED, FORM_CANCELLED, FORM_TIME_UP, FORM_STOPPED };

/* The referral form, filled in from `form` and back into it. `form` holds valid indexes. */
enum form_outcome screen_form(struct tui *tui, const struct session *session,
                              const struct deadline *deadline, struct form *form);

/*
 * The conversation, shown from turn `turn` on (-1: from the very beginning). The turns that decided
 * `rule` (NULL: none) are marked, and can be jumped between.
 */
void screen_transcript(struct tui *tui, struct play *play, const struct debrief_rule *rule,
                       int turn);

/*
 * A finished session that nobody played: shown from turn `turn` on, which is marked, with its
 * score.
 */
void screen_line(struct tui *tui, struct session *session, const char *title, int turn);

/* tui_play of a session in class mode: the room votes, the trainer picks. Closes the play. */
bool screen_vote(struct tui *tui, struct play *play, enum tui_outcome *outcome,
                 struct error *error);

/* The debrief of verdicts that no play gave, but an observer. */
void screen_judgement(struct tui *tui, const struct scenario *scenario,
                      const struct session_row *row, struct debrief *debrief);

/*
 * What comes after the session in `row` when the trainee wants it again (the same text, as it was
 * played) or the next scenario: begun by the same person in the same mode, for the same class. NULL
 * on failure.
 */
struct play *next_play(struct store *store, const struct library *library,
                       const struct session_row *row, enum tui_outcome outcome,
                       struct error *error);

/*
 * Asks for name and staff number; false when the trainee would rather not. With a `class` (NULL:
 * none) only those on its roster are taken, by name or number.
 */
bool screen_who(struct tui *tui, struct store *store, const char *class, struct person *person);

#endif
