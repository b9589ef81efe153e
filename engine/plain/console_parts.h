/*
 * console_parts.h: what the parts of the author's console share. Private to console*.c.
 *
 * A command gets the rest of its line. It returns false with the error filled when it could not be
 * done; the session is then as it was. One that changes the session works on `session` between
 * console_before and console_after, which keep what undo needs.
 */
#ifndef YANLIAN_PLAIN_CONSOLE_PARTS_H
#define YANLIAN_PLAIN_CONSOLE_PARTS_H

#include "plain/ask.h"
#include "plain/console.h"

enum { CONSOLE_UNDO_MAX = 100 };

struct console {
    const struct plain *plain;
    const struct loaded *loaded;
    const struct scenario *scenario;
    char *file; /* of the scenario; cases are saved beside it */
    struct session *session;
    struct session *before[CONSOLE_UNDO_MAX]; /* as it was before each step, the oldest first */
    int before_count;
    bool leaving;
};

/* X(name, function, arguments, what it does) */
#define CONSOLE_COMMANDS(X)                                                                        \
    X("pick", console_pick, N_("NUMBER|ID [SECONDS]"),                                             \
      N_("say a response; its number or id alone will do"))                                        \
    X("form", console_form, "[ask]", N_("file the referral form: truthfully, or entry by entry"))  \
    X("timeout", console_timeout, "", N_("let the think time run out (exam)"))                     \
    X("hint", console_hint, "", N_("ask for the hint (practice)"))                                 \
    X("take-back", console_take_back, "", N_("take the last turn back, on record (practice)"))     \
    X("goto", console_goto, N_("NODE"), N_("stand at another node"))                               \
    X("set", console_set, N_("NAME VALUE"), N_("set a variable, a draw, mood or familiarity"))     \
    X("undo", console_undo, "", N_("undo the last step, whatever it was"))                         \
    X("restart", console_restart, N_("[SEED]"), N_("begin again, with another seed if given"))     \
    X("look", console_look, "", N_("show what is here again"))                                     \
    X("vars", console_vars, "", N_("variables with their ranges, draws, what was said and shown")) \
    X("rules", console_rules, "", N_("where each rule stands"))                                    \
    X("trace", console_trace, "", N_("the steps that the rules judge"))                            \
    X("save", console_save, N_("[NAME [TITLE]]"),                                                  \
      N_("write this play as a case beside the scenario; save! overwrites"))                       \
    X("help", console_help, "", N_("this list"))                                                   \
    X("quit", console_quit, "", N_("leave"))

#define X(name, function, arguments, summary) \
    bool function(struct console *console, const char *rest, struct error *error);
CONSOLE_COMMANDS(X)
#undef X
bool console_save_over(struct console *console, const char *rest, struct error *error); /* save! */

/* Copies the first word of `*rest`, which moves on to what follows; "" when there is none. */
void console_word(const char **rest, char word[ASK_LINE_SIZE]);

/* A copy of the session, to be handed to console_after with how the step came out. */
struct session *console_before(const struct console *console);
bool console_after(struct console *console, struct session *before, bool done);

const struct node *console_node(const struct console *console);

/* The customer's line and what can be seen; then header, values and responses. */
void console_show_arrival(const struct console *console);
void console_show_choices(const struct console *console);
/* Rules that stand otherwise than in `before`. */
void console_show_changes(const struct console *console, const struct session *before);

#endif
