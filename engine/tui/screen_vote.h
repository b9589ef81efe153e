/*
 * screen_vote.h: a scenario on the projector: the room votes, the trainer picks.
 *
 * A turn has two steps. While hands are counted only their number shows, so that nobody follows the
 * crowd; then the split shows, a bar for each response, and the trainer says which one it is. What
 * is picked, by whom ever it was wanted, the customer answers.
 */
#ifndef YANLIAN_TUI_SCREEN_VOTE_H
#define YANLIAN_TUI_SCREEN_VOTE_H

#include "class/vote.h"
#include "tui/keys.h"

#define VOTE_KEYS(X)                                                                              \
    X(VOTE_DIGIT, KEYS('1', '2', '3', '4', '5', '6', '7', '8', '9'), "1-9", N_("a vote"),         \
      N_("one vote for that response; press once for each hand"))                                 \
    X(VOTE_BACK, KEYS(KEYCAP_BACKSPACE, KEYCAP_DELETE), N_("Backspace"), N_("take back"),         \
      N_("take back the latest vote"))                                                            \
    X(VOTE_CLOSE, KEYS('v'), "v", N_("show the split"),                                           \
      N_("show how the room voted (also Enter)"))                                                 \
    X(VOTE_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", N_("choose"),                                          \
      N_("choose what is said; the most votes are chosen at first"))                              \
    X(VOTE_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                              \
    X(VOTE_SAY, KEYS(KEYCAP_ENTER), "Enter", N_("say"), N_("say that one: the customer answers")) \
    X(VOTE_REOPEN, KEYS(KEYCAP_ESCAPE), "Esc", N_("vote on"), N_("back to counting votes"))       \
    X(VOTE_FORM, KEYS('f'), "f", N_("form"), N_("fill in the referral form, when it is due"))     \
    X(VOTE_FINISH, KEYS(0), "Enter", N_("debrief"), N_("see the debrief"))                        \
    X(VOTE_PAGE_UP, KEYS(KEYCAP_PAGE_UP), "PgUp PgDn", "",                                        \
      N_("scroll the dialogue; the mouse wheel does too"))                                        \
    X(VOTE_PAGE_DOWN, KEYS(KEYCAP_PAGE_DOWN), "", "", "")                                         \
    X(VOTE_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                                     \
    X(VOTE_LEAVE, KEYS('q'), "q", N_("save & leave"),                                             \
      N_("leave; the session is kept and goes on where it stopped"))

enum vote_command { VOTE_KEYS(KEY_COMMAND) VOTE_COMMAND_COUNT };

struct vote_view {
    const struct session *session;
    enum language language;
    const struct vote *vote;
    bool closed;        /* the split is shown */
    int selected;       /* index into session_options, when closed */
    bool briefing;      /* the task is being read */
    int top;            /* first line of the dialogue shown; -1: the end of it */
    const char *notice; /* "" for none */
    enum ink notice_ink;
    uint64_t hidden, faint; /* commands */
};

struct vote_drawn {
    int top, rows, lines; /* of the dialogue */
};

extern const struct key_table vote_key_table;

void vote_draw(const struct vote_view *view, struct canvas *canvas, struct vote_drawn *drawn);

#endif
