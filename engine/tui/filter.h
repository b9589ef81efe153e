/*
 * filter.h: the words that a list is searched by, typed at its head.
 *
 * The list owns the words and narrows itself; here they are typed, and while they are, the key line
 * tells what the keys do then.
 */
#ifndef YANLIAN_TUI_FILTER_H
#define YANLIAN_TUI_FILTER_H

#include "tui/terminal.h"

enum { FILTER_SIZE = 128 };

struct filter {
    char words[FILTER_SIZE]; /* "" shows everything */
    bool typing;             /* keys go here */
    bool full;               /* the latest key or paste brought more than fits */
};

void filter_clear(struct filter *filter); /* everything is shown, and nothing typed any more */

/* Whether the input is for filter_input: a key or a paste while it is typed. */
bool filter_wants(const struct filter *filter, const struct input *input);

/* Takes it; false when the key is the list's. Enter and Esc end the typing. */
bool filter_input(struct filter *filter, const struct input *input);

/* The head of the list's frame while there are words: "/words", and the cursor behind them. */
void filter_draw_head(const struct filter *filter, struct canvas *canvas, struct area box);
void filter_draw_keys(const struct filter *filter, struct canvas *canvas);

#endif
