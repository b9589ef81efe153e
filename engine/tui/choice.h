/*
 * choice.h: one or several of a few answers, by curses' menu library.
 *
 * The library knows where the cursor is, what is chosen, and which item a typed character means;
 * its menu lives in a pad that is never shown, and choice_draw draws the answers wherever the
 * screen wants them, wrapped to the room there is. No screen but this file knows of ITEMs.
 */
#ifndef YANLIAN_TUI_CHOICE_H
#define YANLIAN_TUI_CHOICE_H

#include "tui/terminal.h"

enum { CHOICE_MAX = 12 };

struct choice;

/*
 * `labels` are borrowed as long as the choice lives. `names` has a character for each: the one that
 * is typed for it ("123…" or "abc…"). Bit i of `chosen`: answer i is chosen.
 */
struct choice *choice_new(const char *const *labels, int count, const char *names, bool several,
                          uint32_t chosen);
void choice_free(struct choice *choice); /* NULL is allowed */

uint32_t choice_chosen(const struct choice *choice);

/* Chooses `index`, or of several takes it in or out, and goes there. */
void choice_take(struct choice *choice, int index);

enum choice_result {
    CHOICE_NONE,  /* the key means nothing here */
    CHOICE_MOVED, /* the cursor has moved */
    CHOICE_TAKEN, /* what is chosen has changed, or was chosen again */
};

/* Arrows, Home, End, Space, and the names; Enter where one is chosen of several it is not. */
enum choice_result choice_key(struct choice *choice, int key);

/*
 * Draws the answers into `area`, `gap` empty lines between two, the one under the cursor marked;
 * scrolled to that when there is no room for all. Zone `zone` + index is the answer's. Returns the
 * lines that all would take.
 */
int choice_draw(const struct choice *choice, struct canvas *canvas, struct area area, int gap,
                int zone);

#endif
