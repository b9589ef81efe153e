/*
 * typing.h: a text typed in a box over the screen: a comment, a reason.
 *
 * Longer than a form's field, so it wraps. Arrows, Home and End move, Backspace and Delete take
 * away, Ctrl-U empties, Enter accepts, Esc leaves it. Takes the terminal until then; the screen
 * below is drawn by whoever asks, as it may change its size meanwhile.
 */
#ifndef YANLIAN_TUI_TYPING_H
#define YANLIAN_TUI_TYPING_H

#include "tui/terminal.h"

struct typing {
    const char *title;
    const char *question; /* above the text; "" for none */
    char *text;           /* what it begins with, and what was typed; clean UTF-8 */
    size_t size;          /* of `text` */
    const char *wanted;   /* said when Enter comes while there is no text; NULL: none is needed */
    struct canvas *(*draw_below)(void *data); /* the screen, drawn afresh and not shown yet */
    void *data;
};

/* True when it was accepted; else `text` is as it was. */
bool typing_ask(struct tui *tui, const struct typing *typing);

#endif
