/*
 * screen_review.h: what each pick cost, and what would have been better.
 */
#ifndef YANLIAN_TUI_SCREEN_REVIEW_H
#define YANLIAN_TUI_SCREEN_REVIEW_H

#include "practice/review.h"
#include "tui/keys.h"

#define REVIEW_KEYS(X)                                                                            \
    X(REVIEW_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", N_("turn"), N_("choose a turn (also k and j)"))      \
    X(REVIEW_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                            \
    X(REVIEW_BETTER, KEYS(KEYCAP_ENTER, KEYCAP_RIGHT, 'l'), "Enter", N_("better line"),           \
      N_("the conversation as it might have gone on from here"))                                  \
    X(REVIEW_BRANCH, KEYS('b', 'p'), "b", N_("play on"),                                          \
      N_("play on from this turn, as a new session; this one stays as it is (also p)"))           \
    X(REVIEW_PAGE_UP, KEYS(KEYCAP_PAGE_UP), "PgUp PgDn", "",                                      \
      N_("scroll what is said about the turn; the mouse wheel does too"))                         \
    X(REVIEW_PAGE_DOWN, KEYS(KEYCAP_PAGE_DOWN, ' '), "", "", "")                                  \
    X(REVIEW_FIRST, KEYS(KEYCAP_HOME, 'g'), "Home End", "", N_("the first or the last turn"))     \
    X(REVIEW_LAST, KEYS(KEYCAP_END, 'G'), "", "", "")                                             \
    X(REVIEW_TURNING_POINT, KEYS('t'), "t", "", N_("the turning point: the turn that cost most")) \
    X(REVIEW_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                                   \
    X(REVIEW_BACK, KEYS(KEYCAP_ESCAPE, 'q', KEYCAP_LEFT, 'h'), "Esc", N_("back"),                 \
      N_("leave the review (also q)"))

enum review_command { REVIEW_KEYS(KEY_COMMAND) REVIEW_COMMAND_COUNT };

struct review_view {
    const struct review *review;
    const struct scenario *scenario;
    const struct session_row *row;
    const struct text *heard;  /* what the customer said before the chosen turn; NULL for nothing */
    const struct habit *habit; /* NULL: none that cost anything */
    const char *habit_error;   /* why it is not known; "" for no reason */
    enum language language;
    int selected; /* index into review->picks; 0 when there are none */
    int top;      /* first line of the detail shown */
};

struct review_drawn {
    int top, rows, lines; /* of the detail */
};

extern const struct key_table review_key_table;

void review_draw(const struct review_view *view, struct canvas *canvas, struct review_drawn *drawn);

/* The best score still attainable after each turn, drawn in `area`; a click chooses a turn. */
void review_draw_curve(const struct review_view *view, struct canvas *canvas, struct area area);
int review_curve_cols(const struct review *review, int most); /* how wide to draw it */

enum ink review_ink(enum pick_class class);
void review_title(const struct scenario *scenario, const struct session_row *row,
                  struct canvas *canvas);

#endif
