/*
 * screen_observe.h: the screen on which an observer's ticks are entered.
 *
 * The checklist is a list, by pack. An item is chosen by typing its number or by arrows, and ticked
 * with one key; as ticks are made while people talk, nothing asks back, and u takes back. What it
 * shows is a view (plain values), drawn on a canvas by observe_draw and by nothing else.
 */
#ifndef YANLIAN_TUI_SCREEN_OBSERVE_H
#define YANLIAN_TUI_SCREEN_OBSERVE_H

#include "class/checklist.h"
#include "class/live.h"
#include "tui/filter.h"
#include "tui/keys.h"

#define OBSERVE_KEYS(X)                                                                            \
    X(OBSERVE_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", "", N_("choose a line (also k and j)"))              \
    X(OBSERVE_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                            \
    X(OBSERVE_DIGIT, KEYS('1', '2', '3', '4', '5', '6', '7', '8', '9'), "0-9", N_("choose"),       \
      N_("choose a line by its number on the card, then + or -"))                                  \
    X(OBSERVE_ZERO, KEYS('0'), "", "", "")                                                         \
    X(OBSERVE_KEPT, KEYS('+', '=', 'y', ' '), "+", N_("kept"), N_("kept (also y and Space)"))      \
    X(OBSERVE_BROKEN, KEYS('-', '_', 'n', 'x'), "-", N_("not kept"),                               \
      N_("not kept (also n and x)"))                                                               \
    X(OBSERVE_UNDO, KEYS('u'), "u", N_("untick"), N_("take back the latest tick"))                 \
    X(OBSERVE_FILTER, KEYS('/'), "/", N_("filter"), N_("show only lines that hold what you type")) \
    X(OBSERVE_PAGE_UP, KEYS(KEYCAP_PAGE_UP), "PgUp PgDn", "", N_("a page up or down"))             \
    X(OBSERVE_PAGE_DOWN, KEYS(KEYCAP_PAGE_DOWN), "", "", "")                                       \
    X(OBSERVE_FIRST, KEYS(KEYCAP_HOME, 'g'), "Home End", "", N_("the first or the last line"))     \
    X(OBSERVE_LAST, KEYS(KEYCAP_END, 'G'), "", "", "")                                             \
    X(OBSERVE_FINISH, KEYS(KEYCAP_ENTER), "Enter", N_("finish"), N_("finish, and see the score"))  \
    X(OBSERVE_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                                   \
    X(OBSERVE_LEAVE, KEYS(KEYCAP_ESCAPE, 'q'), "Esc", N_("leave"),                                 \
      N_("leave; what was ticked is kept and goes on where it stopped (also q)"))

enum observe_command { OBSERVE_KEYS(KEY_COMMAND) OBSERVE_COMMAND_COUNT };

struct observe_view {
    const struct live *live;
    const struct checklist *checklist;
    const int *shown; /* indexes of items that match the filter */
    int shown_count;
    int selected;      /* index into `shown` */
    const char *typed; /* digits so far; "" for none */
    const struct filter *filter;
    const char *notice; /* "" for none */
    enum ink notice_ink;
    enum language language;
};

struct observe_drawn {
    int rows; /* of the list, seen at once */
};

extern const struct key_table observe_key_table;

void observe_draw(const struct observe_view *view, struct canvas *canvas,
                  struct observe_drawn *drawn);

#endif
