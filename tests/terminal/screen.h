/*
 * screen.h: the program in a real terminal, read as a person would read it.
 *
 * The program runs on a pseudo-terminal; libvterm plays the terminal at the other end, so that a
 * test sees cells, colours, the cursor and the alternate screen, not bytes. Waiting is by what
 * appears, with a limit; nothing sleeps for luck. Each test has a store of its own under $TMPDIR.
 */
#ifndef YANLIAN_TERMINAL_SCREEN_H
#define YANLIAN_TERMINAL_SCREEN_H

#include <stdbool.h>
#include <termios.h>

struct screen;

struct screen_options {
    int rows, cols;        /* 0: 24 x 80 */
    const char *language;  /* value of LANG; NULL: none at all */
    const char *term;      /* NULL: xterm-256color */
    bool no_color;         /* sets NO_COLOR */
    const char *store;     /* path of the store; NULL: a new one in a new folder */
    const char *arguments; /* separated by single spaces; NULL: none */
};

/* Points $YANLIAN_SCENARIOS and $YANLIAN_COURSEWARE at the source tree's, for a test that uses the library itself. */
void screen_set_scenarios(void);

/* Starts `yanlian ARGUMENTS`. Fails the test when it can't. */
struct screen *screen_start(const struct screen_options *options);
/* Ends the program if it still runs, and frees everything. */
void screen_stop(struct screen *screen);

/* Types; "\033" is Esc, "\r" Enter. */
void screen_type(struct screen *screen, const char *keys);
/* Pastes as a terminal does: line ends as Enter sends them, brackets around if they were asked for. */
void screen_paste(struct screen *screen, const char *text);
bool screen_brackets_pastes(struct screen *screen); /* the program has asked for them */
/* Clicks button 1, or turns the wheel (button 64 up, 65 down), at a cell counted from 1. */
void screen_mouse(struct screen *screen, int button, int row, int col);
void screen_resize(struct screen *screen, int rows, int cols);
void screen_signal(struct screen *screen, int signal);
void screen_hang_up(struct screen *screen); /* closes the terminal's end */

/*
 * Waits until the text is on the screen and the program has drawn all it had to; fails the test,
 * showing the screen, when it does not come.
 */
void screen_wait(struct screen *screen, const char *text);
/* Waits until it is gone. */
void screen_wait_gone(struct screen *screen, const char *text);
/* Reads what comes for some milliseconds. */
void screen_read(struct screen *screen, int milliseconds);
bool screen_shows(const struct screen *screen, const char *text);

/* Waits for the end; the exit code, or 128 and the signal. Fails the test after 10 seconds. */
int screen_wait_end(struct screen *screen);

/* A row's text, wide characters once, trailing blanks cut; valid until the next call. */
const char *screen_row(const struct screen *screen, int row);
/* The character in a cell, as UTF-8 ("" for a blank or the right half of a wide one). */
const char *screen_cell(const struct screen *screen, int row, int col);
/* Row of the first line that holds the text, or -1. */
int screen_find(const struct screen *screen, const char *text);

int screen_rows(const struct screen *screen);
int screen_cols(const struct screen *screen);
bool screen_is_alternate(const struct screen *screen); /* the full-screen buffer is shown */
bool screen_cursor_is_visible(const struct screen *screen);
bool screen_has_colour(const struct screen *screen); /* some cell is not in the default colours */
bool screen_settings_are_restored(const struct screen *screen); /* termios as at the start */
const char *screen_store(const struct screen *screen);

/* Everything, for messages and pictures. */
void screen_print(const struct screen *screen);

#endif
