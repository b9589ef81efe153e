/*
 * screen_triads.h: the groups of a class's role-play, round by round, with the round's clock.
 *
 * The trainer's screen while people play: who is trainee, customer and observer in which group, how
 * long they still have, and from a group the way to its observer's checklist.
 */
#ifndef YANLIAN_TUI_SCREEN_TRIADS_H
#define YANLIAN_TUI_SCREEN_TRIADS_H

#include "class/triads_clock.h"
#include "tui/keys.h"

#define TRIADS_KEYS(X)                                                                            \
    X(TRIADS_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", "", N_("choose a group (also k and j)"))             \
    X(TRIADS_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                            \
    X(TRIADS_CLOCK, KEYS(' '), "Space", N_("clock"), N_("start or stop the round's clock"))       \
    X(TRIADS_NEXT, KEYS('n', KEYCAP_RIGHT), "n", N_("next round"),                                \
      N_("the next round (also right)"))                                                          \
    X(TRIADS_BACK, KEYS('b', KEYCAP_LEFT), "b", N_("previous"),                                   \
      N_("the round before (also left)"))                                                         \
    X(TRIADS_OBSERVE, KEYS(KEYCAP_ENTER), "Enter", N_("observe"),                                 \
      N_("tick what the trainee of this group keeps and breaks; then see the result"))            \
    X(TRIADS_SCENARIO, KEYS('s'), "s", N_("scenario"), N_("choose what is played in this round")) \
    X(TRIADS_PROJECT, KEYS('p'), "p", N_("project"),                                              \
      N_("play this round's scenario with the whole room voting"))                                \
    X(TRIADS_PAGE_UP, KEYS(KEYCAP_PAGE_UP), "PgUp PgDn", "", N_("a page up or down"))             \
    X(TRIADS_PAGE_DOWN, KEYS(KEYCAP_PAGE_DOWN), "", "", "")                                       \
    X(TRIADS_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                                   \
    X(TRIADS_LEAVE, KEYS('q', KEYCAP_ESCAPE), "q", N_("leave"),                                   \
      N_("leave; the clock goes on and is found again (also Esc)"))

enum triads_command { TRIADS_KEYS(KEY_COMMAND) TRIADS_COMMAND_COUNT };

/* What an observer's checklist of a group's trainee came to in this round's scenario. */
struct triads_result {
    enum { TRIADS_NOT_OBSERVED, TRIADS_BEING_OBSERVED, TRIADS_OBSERVED } state;
    bool again; /* observed, and being observed once more */
    double score;
    bool passed;
};

struct triads_view {
    const struct triads_plan *plan;
    const struct triads_clock *clock;
    const struct triads_result *results; /* one a group, of this round */
    int64_t now;                         /* wall ms */
    int selected;                        /* group */
    const char *notice;                  /* "" for none */
    enum language language;
};

struct triads_drawn {
    int rows; /* groups seen at once */
};

extern const struct key_table triads_key_table;

void triads_draw(const struct triads_view *view, struct canvas *canvas, struct triads_drawn *drawn);

#endif
