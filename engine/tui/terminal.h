/*
 * terminal.h: the one place that talks to curses, for the screens.
 *
 * A screen asks for an empty canvas, draws on it, shows it, and waits for input. Nothing else of
 * the terminal is known above: no colours, no escape sequences, no signals. Where the window is
 * smaller than 60 x 18, a notice is shown instead and keys are swallowed, as nobody should answer a
 * customer unseen; clicks likewise.
 */
#ifndef YANLIAN_TUI_TERMINAL_H
#define YANLIAN_TUI_TERMINAL_H

#include "tui/canvas.h"
#include "tui/tui.h"

enum { TERMINAL_MIN_ROWS = 18, TERMINAL_MIN_COLS = 60 };

/* Keys that are no characters come after the last code point. */
enum keycap {
    KEYCAP_UP = 0x110000,
    KEYCAP_DOWN,
    KEYCAP_LEFT,
    KEYCAP_RIGHT,
    KEYCAP_PAGE_UP,
    KEYCAP_PAGE_DOWN,
    KEYCAP_HOME,
    KEYCAP_END,
    KEYCAP_ENTER,
    KEYCAP_ESCAPE,
    KEYCAP_TAB,
    KEYCAP_BACK_TAB,
    KEYCAP_BACKSPACE,
    KEYCAP_DELETE,
    KEYCAP_SHIFT_UP,
    KEYCAP_SHIFT_DOWN,
};

enum input_kind {
    INPUT_NONE,   /* the time was up, or something that needs no answer: draw again */
    INPUT_KEY,    /* `key`: a code point or a keycap */
    INPUT_CLICK,  /* at (y, x) */
    INPUT_WHEEL,  /* `wheel`: -1 up, 1 down */
    INPUT_PASTE,  /* `text`: for what is typed in, and nothing anywhere else */
    INPUT_RESIZE, /* draw again */
    INPUT_STOP,   /* a signal ends the program, or the terminal is gone: save and leave */
};

struct input {
    enum input_kind kind;
    int key;
    int y, x;
    int wheel;
    const char *text; /* of a paste, as paste.h has it; valid until the next one is read */
};

/* An empty canvas in the terminal's size; valid until the next call. */
struct canvas *terminal_canvas(struct tui *tui);
const struct canvas *terminal_present(const struct tui *tui); /* what was drawn last */

/*
 * An empty canvas to lie over the first, in the middle, no larger than the terminal. It is shown
 * until terminal_no_overlay.
 */
struct canvas *terminal_overlay(struct tui *tui, int rows, int cols);
void terminal_no_overlay(struct tui *tui);

/* Brings both to the terminal; only what changed is sent. */
void terminal_show(struct tui *tui);

/* Waits for input, at most `timeout_ms` (-1: for ever). */
void terminal_read(struct tui *tui, int timeout_ms, struct input *input);

/*
 * From now on calls `tick` whenever the terminal waits, at least every `interval_ms`, whatever
 * screen is shown: so a course keeps its clock while an exercise lies over it. NULL: no more.
 */
void terminal_set_tick(struct tui *tui, int interval_ms, void (*tick)(void *data), void *data);

/* The zone under a click, in the overlay when there is one; -1 for none. */
int terminal_zone(const struct tui *tui, const struct input *input);

bool terminal_too_small(const struct tui *tui);

#endif
