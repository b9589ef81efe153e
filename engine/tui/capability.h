/*
 * capability.h: what the terminal's own description (terminfo) says.
 *
 * Kept apart from the rest because <term.h> takes many short names for itself.
 */
#ifndef YANLIAN_TUI_CAPABILITY_H
#define YANLIAN_TUI_CAPABILITY_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a terminal of type $TERM can draw a screen: it is known and its cursor can be moved. */
bool capability_screen(void);

/* Whether it takes sequences of the ANSI kind, and drops those of them that it does not know. */
bool capability_ansi(void);

/* The bytes that put the terminal back as it was before curses, for when curses can't be called. */
void capability_undo(bool mouse, bool brackets, char *out, size_t size);

#endif
