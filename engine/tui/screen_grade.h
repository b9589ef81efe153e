/*
 * screen_grade.h: the queue of what is to be marked, and the screen of one marking. Private to the
 * screen_grade and screen_marking files.
 */
#ifndef YANLIAN_TUI_SCREEN_GRADE_H
#define YANLIAN_TUI_SCREEN_GRADE_H

#include "class/marking.h"
#include "class/rubric.h"
#include "class/titles.h"
#include "practice/review.h"
#include "tui/filter.h"
#include "tui/keys.h"
#include "tui/sheet.h"

/* ----------------------------------------------------------------------------- queue ---- */

#define QUEUE_KEYS(X)                                                                      \
    X(QUEUE_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", N_("choose"), N_("choose one (also k and j)")) \
    X(QUEUE_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                      \
    X(QUEUE_PAGE_UP, KEYS(KEYCAP_PAGE_UP), "PgUp PgDn", "", N_("scroll by a page"))        \
    X(QUEUE_PAGE_DOWN, KEYS(KEYCAP_PAGE_DOWN), "", "", "")                                 \
    X(QUEUE_FIRST, KEYS(KEYCAP_HOME, 'g'), "Home End", "", N_("the first or the last"))    \
    X(QUEUE_LAST, KEYS(KEYCAP_END, 'G'), "", "", "")                                       \
    X(QUEUE_OPEN, KEYS(KEYCAP_ENTER, KEYCAP_RIGHT, 'l'), "Enter", N_("grade"),             \
      N_("mark this one"))                                                                 \
    X(QUEUE_PART, KEYS(KEYCAP_TAB), "Tab", N_("other list"),                               \
      N_("what is to be marked, what wants a second marking, or all"))                     \
    X(QUEUE_FILTER, KEYS('/'), "/", N_("search"), N_("show those that hold these words"))  \
    X(QUEUE_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                             \
    X(QUEUE_LEAVE, KEYS(KEYCAP_ESCAPE, 'q'), "q", N_("leave"), N_("leave (also Esc)"))

enum queue_command { QUEUE_KEYS(KEY_COMMAND) QUEUE_COMMAND_COUNT };

extern const struct key_table queue_key_table;

enum { QUEUE_ZONE_PARTS = 900 }; /* a row of the list: from 0 */

struct queue_view {
    const struct class_row *class;
    const struct trainer *trainer;
    bool blind;
    enum queue_part part;
    int counts[QUEUE_PART_COUNT]; /* items of each part, without the filter */
    const struct queue_item *items;
    const int *shown; /* indexes into items */
    int shown_count, selected;
    struct titles *titles;
    const struct filter *filter;
};

struct queue_drawn {
    int top, rows; /* the first item shown, and how many there is room for */
};

void queue_draw(const struct queue_view *view, struct canvas *canvas, struct queue_drawn *drawn);

/* --------------------------------------------------------------------------- marking ---- */

#define MARKING_KEYS(X)                                                                       \
    X(MARKING_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", N_("turn"), N_("choose a turn (also k and j)")) \
    X(MARKING_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                       \
    X(MARKING_SCROLL, KEYS(0), "↑↓", N_("scroll"), N_("scroll (also k and j)"))               \
    X(MARKING_PAGE_UP, KEYS(KEYCAP_PAGE_UP), "PgUp PgDn", "", N_("scroll what was said"))     \
    X(MARKING_PAGE_DOWN, KEYS(KEYCAP_PAGE_DOWN, ' '), "", "", "")                             \
    X(MARKING_NEXT, KEYS(KEYCAP_TAB), "Tab", N_("criterion"),                                 \
      N_("the next criterion (Shift-Tab: the one before)"))                                   \
    X(MARKING_PREVIOUS, KEYS(KEYCAP_BACK_TAB), "", "", "")                                    \
    X(MARKING_LEFT, KEYS(KEYCAP_LEFT, 'h'), "←→", "",                                         \
      N_("read what another level looks like; Enter gives it"))                               \
    X(MARKING_RIGHT, KEYS(KEYCAP_RIGHT, 'l'), "", "", "")                                     \
    X(MARKING_GIVE, KEYS(KEYCAP_ENTER), "", "", "")                                           \
    X(MARKING_RATE, KEYS('1', '2', '3', '4', '5'), "1-5", N_("rate"),                         \
      N_("rate the criterion, and go to the next"))                                           \
    X(MARKING_OVERALL, KEYS('o'), "o", "", N_("go to the overall rating"))                    \
    X(MARKING_COMMENT, KEYS('c'), "c", N_("comment"), N_("comment on this turn"))             \
    X(MARKING_COMMENT_ALL, KEYS('C'), "C", "", N_("comment on the whole"))                    \
    X(MARKING_ADJUST, KEYS('v'), "v", N_("verdict"), N_("adjust a verdict, with a reason"))   \
    X(MARKING_ANCHORS, KEYS('a'), "a", "", N_("all levels of this criterion"))                \
    X(MARKING_HISTORY, KEYS('H'), "H", "", N_("who put down what, and when"))                 \
    X(MARKING_SUBMIT, KEYS('s'), "s", N_("submit"), N_("hand the marking in"))                \
    X(MARKING_REOPEN, KEYS('r'), "r", N_("reopen"), N_("take it up again, with a reason"))    \
    X(MARKING_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                              \
    X(MARKING_BACK, KEYS(KEYCAP_ESCAPE, 'q'), "Esc", N_("back"), N_("back to the list (also q)"))

enum marking_command { MARKING_KEYS(KEY_COMMAND) MARKING_COMMAND_COUNT };

extern const struct key_table marking_key_table;

enum { MARKING_ZONE_CRITERIA = 500, MARKING_OVERALL_ROW = CRITERION_COUNT };

struct marking_view {
    const struct marking *marking;
    const struct rubric *rubric;
    const struct review *review;   /* NULL: no prices */
    const struct debrief *debrief; /* NULL for an exercise */
    int turn;                      /* chosen; 0 is the opening; -1: there are none */
    bool follow;                   /* the chosen turn is scrolled to */
    int top;
    int criterion; /* MARKING_OVERALL_ROW: the overall rating */
    int level;     /* under the cursor, 1..5; 0: none yet */
};

struct marking_drawn {
    int top, rows;
};

uint64_t marking_hidden_keys(const struct marking_view *view);
void marking_draw(const struct marking_view *view, struct canvas *canvas,
                  struct marking_drawn *drawn);

/* What was said, ticked or answered; the caller frees it. Tags are turns. */
struct sheet *marking_sheet(const struct marking_view *view, int cols);
/* Beside the sheet drawn from line `top`: each turn's number, price, and verdicts. */
void marking_gutter(const struct marking_view *view, const struct sheet *sheet,
                    struct canvas *canvas, struct area area, int top);
enum { GUTTER_COLS = 8 };

/* What there is to say about the chosen turn: verdicts that it decided, and the comment. */
struct sheet *marking_turn_sheet(const struct marking_view *view, int cols);

/* All levels of a criterion (or the overall rating), each with its anchor. */
struct sheet *marking_anchors(const struct marking_view *view, int cols);

/*
 * Asks which verdict becomes what, and why, and adjusts it. `below` draws the screen. False with
 * the error filled when that can't be; true as well when it was left.
 */
bool screen_adjust(struct tui *tui, struct marking *marking, const struct marking_view *view,
                   struct canvas *(*below)(void *data), void *data, struct error *error);

/* Marks one item. False when it can't be opened. */
struct grade_place {
    struct tui *tui;
    struct store *store;
    const struct class_row *class;
    const struct trainer *trainer;
    bool blind;
    struct rubric_file *rubric;
};
bool screen_marking(const struct grade_place *place, const struct queue_item *item,
                    struct error *error);

#endif
