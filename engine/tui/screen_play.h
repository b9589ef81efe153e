/*
 * screen_play.h: the play screen.
 *
 * What it shows is a view (plain values), which is drawn on a canvas by play_draw and by nothing
 * else; screen_play.c makes views from a play and moves from keys.
 */
#ifndef YANLIAN_TUI_SCREEN_PLAY_H
#define YANLIAN_TUI_SCREEN_PLAY_H

#include "tui/keys.h"

#define PLAY_KEYS(X)                                                                              \
    X(PLAY_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", N_("choose"), N_("choose what to say (also k and j)")) \
    X(PLAY_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                              \
    X(PLAY_SAY, KEYS(KEYCAP_ENTER), "Enter", N_("say"),                                           \
      N_("say what is marked with >; a second click on it does the same"))                        \
    X(PLAY_DIGIT, KEYS('1', '2', '3', '4', '5', '6', '7', '8', '9'), "1-9", "",                   \
      N_("say that one at once"))                                                                 \
    X(PLAY_FINISH, KEYS(0), "Enter", N_("debrief"), N_("see the debrief"))                        \
    X(PLAY_HINT, KEYS('h'), "h", N_("hint"), N_("one hint a turn: the act to think of"))          \
    X(PLAY_TAKE_BACK, KEYS('u'), "u", N_("take back"),                                            \
      N_("take back the last turn; that stays on record"))                                        \
    X(PLAY_FORM, KEYS('f'), "f", N_("form"), N_("fill in the referral form, when it is due"))     \
    X(PLAY_PAGE_UP, KEYS(KEYCAP_PAGE_UP), "PgUp PgDn", "",                                        \
      N_("scroll the dialogue; the mouse wheel does too"))                                        \
    X(PLAY_PAGE_DOWN, KEYS(KEYCAP_PAGE_DOWN), "", "", "")                                         \
    X(PLAY_TOP, KEYS(KEYCAP_HOME), "Home End", "", N_("to the beginning or the end of it"))       \
    X(PLAY_END, KEYS(KEYCAP_END), "", "", "")                                                     \
    X(PLAY_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                                     \
    X(PLAY_QUIT, KEYS('q'), "q", N_("save & leave"),                                              \
      N_("leave; the session is kept and goes on where it stopped"))                              \
    X(PLAY_CLOSE, KEYS(0), "q", N_("leave"),                                                      \
      N_("leave; the debrief can be seen from the home screen"))

enum play_command { PLAY_KEYS(KEY_COMMAND) PLAY_COMMAND_COUNT };

struct play_view {
    const struct session *session;
    enum language language;
    int64_t clock_ms; /* think time left when `counting_down`, else spent in all */
    bool counting_down;
    bool hurry;         /* little time is left */
    bool briefing;      /* the task is being read: nothing of the conversation shows yet */
    int selected;       /* index into session_options */
    int top;            /* first line of the dialogue shown; -1: the end of it */
    const char *notice; /* "" for none */
    enum ink notice_ink;
    uint64_t hidden, faint; /* commands */
};

/* What the drawing came to, for scrolling. */
struct play_drawn {
    int top;   /* of the dialogue */
    int rows;  /* seen at once */
    int lines; /* in all */
};

extern const struct key_table play_key_table;

void play_draw(const struct play_view *view, struct canvas *canvas, struct play_drawn *drawn);

#endif
