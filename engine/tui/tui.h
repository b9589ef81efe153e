/*
 * tui.h: the terminal.
 *
 * Screens show a play and ask for moves; they decide nothing. The curses library is set up once, by
 * tui_open, and undone by tui_close or, whatever happens, before the process dies: signals that end
 * it and crashes put the terminal back as it was. Text from people and scenarios arrives clean
 * (text.h). Everything works without colour (NO_COLOR, TERM=vt100), at 60 x 18 and above; below, a
 * notice asks for a larger window and nothing is lost.
 */
#ifndef YANLIAN_TUI_TUI_H
#define YANLIAN_TUI_TUI_H

#include "practice/library.h"
#include "practice/play.h"

struct tui;

/* False with ERROR_SYSTEM when this is no terminal that curses can drive. */
struct tui *tui_open(struct error *error);
void tui_close(struct tui *tui); /* NULL is allowed */

/*
 * The signal that asked the program to end (SIGHUP as well when the terminal went away); 0 for
 * none. The screens have then closed what was open and returned true with TUI_QUIT: main() exits
 * with 128 + it.
 */
int tui_stop_signal(void);

/* How the home screen begins. */
struct home_options {
    const char *name, *staff_number; /* who plays; NULL: the one remembered, else asked for */
    const char *class;               /* that is played for; NULL for none */
    enum language language;
};

/*
 * The home screen, and from there everything, until the trainee quits. With a class everything that
 * is begun is played for it, by people on its roster.
 */
bool tui_home(struct tui *tui, struct store *store, struct library *library,
              const struct home_options *options, struct error *error);

enum tui_outcome { TUI_HOME, TUI_AGAIN, TUI_NEXT, TUI_QUIT };

/*
 * Plays one session to its end or until the trainee leaves, then shows the debrief. The play is
 * closed by this call. `*outcome` says what the trainee wants next.
 */
bool tui_play(struct tui *tui, struct play *play, enum tui_outcome *outcome, struct error *error);

/*
 * The same, and then again or the next scenario for as long as the trainee wants. `*outcome` is
 * TUI_HOME or TUI_QUIT.
 */
bool tui_play_on(struct tui *tui, struct store *store, const struct library *library,
                 struct play *play, enum tui_outcome *outcome, struct error *error);

/*
 * What the trainee wanted after the session in `row`, which is TUI_AGAIN or TUI_NEXT: begun by the
 * same person in the same mode, for the same class, and then as in tui_play_on.
 */
bool tui_play_after(struct tui *tui, struct store *store, const struct library *library,
                    const struct session_row *row, enum tui_outcome *outcome, struct error *error);

/* The debrief alone, of a finished session opened for reading. The play stays the caller's. */
bool tui_debrief(struct tui *tui, struct play *play, enum tui_outcome *outcome,
                 struct error *error);

/*
 * What each pick cost, with the way to the better lines and to playing on from a turn. The scenario
 * is solved first, which may take seconds, is shown, and can be left. The play stays the caller's.
 */
bool tui_review(struct tui *tui, struct play *play, enum tui_outcome *outcome, struct error *error);

#endif
