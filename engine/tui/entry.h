/*
 * entry.h: fields to fill in, by curses' form library.
 *
 * The library edits and validates in a pad that is never shown; entry_draw draws what a field holds
 * wherever the screen wants it. So a form is laid out, resized and overlaid like anything else, and
 * no screen but this file knows of FIELDs.
 */
#ifndef YANLIAN_TUI_ENTRY_H
#define YANLIAN_TUI_ENTRY_H

#include "tui/terminal.h"

enum entry_kind {
    ENTRY_TEXT,   /* typed */
    ENTRY_CHOICE, /* one of several, changed by left, right and space */
    ENTRY_BUTTON, /* Enter on it acts; its only choice is its label */
};

struct entry_field {
    enum entry_kind kind;
    const char *const *choices; /* borrowed as long as the entry lives; NULL for a text */
    int choice_count;
    int choice;  /* which one */
    char *text;  /* ENTRY_TEXT: what was typed, clean, and what it starts with */
    size_t size; /* of `text`; what it can't hold is not taken */
};

struct entry;

/* `fields` is borrowed; choices and texts are kept up to date in it by entry_key. */
struct entry *entry_new(struct entry_field *fields, int count);
void entry_free(struct entry *entry); /* NULL is allowed */

int entry_current(const struct entry *entry); /* index of the field that keys go to */
void entry_go(struct entry *entry, int field);
void entry_choose(struct entry *entry, int choice); /* of the current field */

/* Hands a key to the form; false when it means nothing to it (Enter on a button, Esc). */
bool entry_key(struct entry *entry, int key);

/* Types a paste into the current field, if that is a text; false if it is not. */
bool entry_paste(struct entry *entry, const char *text);

/*
 * Whether the latest key or paste brought more than the text can hold. entry_draw says so where
 * there is room; whoever draws in less says it elsewhere.
 */
bool entry_full(const struct entry *entry);

/* Draws one field's content, `cells` wide, and the cursor if it is the current text. */
void entry_draw(const struct entry *entry, int field, struct canvas *canvas, int y, int x,
                int cells);

#endif
