/*
 * screen_debrief.h: what there is to say after a session.
 */
#ifndef YANLIAN_TUI_SCREEN_DEBRIEF_H
#define YANLIAN_TUI_SCREEN_DEBRIEF_H

#include "practice/debrief.h"
#include "tui/keys.h"

#define DEBRIEF_KEYS(X)                                                                        \
    X(DEBRIEF_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", N_("rule"), N_("choose a rule (also k and j)"))  \
    X(DEBRIEF_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                        \
    X(DEBRIEF_JUMP, KEYS(KEYCAP_ENTER, KEYCAP_RIGHT, 'l'), "Enter", N_("see the turn"),        \
      N_("the turn that decided this rule, in the transcript"))                                \
    X(DEBRIEF_PAGE_UP, KEYS(KEYCAP_PAGE_UP), "PgUp PgDn", "",                                  \
      N_("scroll what is said about the rule; the mouse wheel does too"))                      \
    X(DEBRIEF_PAGE_DOWN, KEYS(KEYCAP_PAGE_DOWN, ' '), "", "", "")                              \
    X(DEBRIEF_FIRST, KEYS(KEYCAP_HOME, 'g'), "Home End", "", N_("the first or the last rule")) \
    X(DEBRIEF_LAST, KEYS(KEYCAP_END, 'G'), "", "", "")                                         \
    X(DEBRIEF_REVIEW, KEYS('r'), "r", N_("review"),                                            \
      N_("what each pick cost, and what would have been better"))                              \
    X(DEBRIEF_TRANSCRIPT, KEYS('t'), "t", N_("transcript"), N_("the whole conversation"))      \
    X(DEBRIEF_AGAIN, KEYS('a'), "a", N_("again"),                                              \
      N_("play this scenario again, with another customer's mind"))                            \
    X(DEBRIEF_NEXT, KEYS('n'), "n", N_("next"), N_("the next scenario"))                       \
    X(DEBRIEF_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                               \
    X(DEBRIEF_HOME, KEYS(KEYCAP_ESCAPE, 'q', KEYCAP_LEFT, 'h'), "Esc", N_("back"),             \
      N_("leave the debrief (also q)"))

enum debrief_command { DEBRIEF_KEYS(KEY_COMMAND) DEBRIEF_COMMAND_COUNT };

struct debrief_view {
    const struct debrief *debrief;
    const struct scenario *scenario;
    const struct session_row *row;
    enum language language;
    int selected;    /* index into debrief->rules */
    int top;         /* first line of the detail shown */
    uint64_t hidden; /* commands */
};

struct debrief_drawn {
    int top, rows, lines; /* of the detail */
};

extern const struct key_table debrief_key_table;

void debrief_draw(const struct debrief_view *view, struct canvas *canvas,
                  struct debrief_drawn *drawn);

#endif
