/*
 * screen_home.h: who am I, what can be played, how did it go.
 */
#ifndef YANLIAN_TUI_SCREEN_HOME_H
#define YANLIAN_TUI_SCREEN_HOME_H

#include "practice/library.h"
#include "store/store.h"
#include "tui/filter.h"
#include "tui/keys.h"

#define HOME_KEYS(X)                                                                             \
    X(HOME_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", N_("choose"), N_("choose a scenario (also k and j)")) \
    X(HOME_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                             \
    X(HOME_OPEN, KEYS(KEYCAP_ENTER), "Enter", N_("play"),                                        \
      N_("play the scenario, or go on with it; in the results: see the debrief"))                \
    X(HOME_SIDE, KEYS(KEYCAP_TAB, KEYCAP_BACK_TAB, KEYCAP_LEFT, KEYCAP_RIGHT, 'h', 'l'), "Tab",  \
      N_("results"), N_("between the scenarios and your last results (also h and l)"))           \
    X(HOME_PAGE_UP, KEYS(KEYCAP_PAGE_UP), "PgUp PgDn", "",                                       \
      N_("scroll what is said about the scenario; the mouse wheel does too"))                    \
    X(HOME_PAGE_DOWN, KEYS(KEYCAP_PAGE_DOWN), "", "", "")                                        \
    X(HOME_FIRST, KEYS(KEYCAP_HOME, 'g'), "Home End", "", N_("the first or the last"))           \
    X(HOME_LAST, KEYS(KEYCAP_END, 'G'), "", "", "")                                              \
    X(HOME_FILTER, KEYS('/'), "/", N_("find"), N_("find scenarios by any word; Esc shows all"))  \
    X(HOME_CLEAR, KEYS(KEYCAP_ESCAPE), "", "", "")                                               \
    X(HOME_EXERCISES, KEYS('x'), "x", N_("exercises"), N_("the exercises"))                      \
    X(HOME_WHO, KEYS('w'), "w", N_("who"), N_("somebody else plays"))                            \
    X(HOME_LANGUAGE, KEYS('L'), "L", N_("中文"), N_("Chinese or English"))                       \
    X(HOME_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                                    \
    X(HOME_QUIT, KEYS('q'), "q", N_("quit"), N_("quit"))

enum home_command { HOME_KEYS(KEY_COMMAND) HOME_COMMAND_COUNT };

enum { ZONE_RESULTS = 500 };

/* A scenario in the list. */
struct home_item {
    const struct library_entry *entry;
    struct standing standing;
    char open_mode[16]; /* of the unfinished session; "" when there is none */
};

struct home_result {
    const struct session_row *row;
    const char *title; /* the scenario's, or its id when it is no longer there */
};

struct home_view {
    enum language language;
    const struct person *person;
    const char *class_title;       /* NULL when it is played for no class */
    const struct home_item *items; /* those that match the filter */
    int item_count;
    int selected;
    const struct home_result *results; /* newest first */
    int result_count;
    int result;      /* selected */
    bool in_results; /* where the keys go */
    const struct filter *filter;
    int top; /* of the preview */
    const char *notice;
};

/* What the drawing came to, for scrolling the preview. */
struct home_drawn {
    int top, rows, lines;
};

extern const struct key_table home_key_table;

void home_draw(const struct home_view *view, struct canvas *canvas, struct home_drawn *drawn);

/* "file:line: message", without what is not known. */
void describe_error(const struct error *error, char *out, size_t size);

#endif
