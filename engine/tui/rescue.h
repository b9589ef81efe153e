/*
 * rescue.h: signals, and a terminal that is left as it was found, whatever happens.
 *
 * Signals that ask the program to end (SIGINT, SIGTERM, SIGHUP) only raise a flag, and make
 * rescue_wait return, so that the play in progress is closed with its think time. Signals of a
 * crash restore the terminal with nothing but write and tcsetattr, which are safe there, and then
 * let the crash go on as it would have.
 */
#ifndef YANLIAN_TUI_RESCUE_H
#define YANLIAN_TUI_RESCUE_H

#include <stdbool.h>

/*
 * Before curses starts: remembers the terminal's modes and takes over the signals. `undo` is the
 * bytes that put a screen back (leave the alternate screen, show the cursor ...), copied.
 */
bool rescue_begin(void);
void rescue_set_undo(const char *undo);

/*
 * Once curses has started: puts the terminal into a mode that curses does not know of, by the bytes
 * `on`. `off` is sent at the end, and whenever the program is stopped for a while (Ctrl-Z). Both
 * are literals. What a crash sends is rescue_set_undo's matter.
 */
void rescue_set_mode(const char *on, const char *off);

void rescue_end(void); /* signals as they were before, and the mode left */

int rescue_stop_signal(void); /* the signal that asked to end; 0 for none */
void rescue_stop(int signal); /* as if it had come */
bool rescue_resized(void);    /* since the last call */

/* Waits for a key to read (true) or a signal or the end of the time (false); -1: no limit. */
bool rescue_wait(int timeout_ms);

#endif
