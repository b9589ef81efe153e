/*
 * keys.h: which key does what.
 *
 * Each screen has one table, an X-macro of rows, from which its commands, its key handling, its key
 * line and its help are made; nothing about a key is said twice. A row:
 *
 *     X(COMMAND, KEYS('k', KEYCAP_UP), "↑↓", N_("choose"), N_("choose what to say"))
 *       command  what is pressed       shown  key line       help
 *
 * "" for shown: the key is told by another row. "" for the key line: in the help only. KEYS(0): no
 * key of its own.
 */
#ifndef YANLIAN_TUI_KEYS_H
#define YANLIAN_TUI_KEYS_H

#include "base/words.h"
#include "tui/terminal.h"

enum { KEYS_MAX = 9, ZONE_KEYS = 1000 };

struct key_row {
    int command;
    int keys[KEYS_MAX]; /* zeros behind the last */
    const char *shown;
    const char *word;
    const char *help;
};

#define KEYS(...)   \
    {               \
        __VA_ARGS__ \
    }
#define KEY_COMMAND(command, keys, shown, word, help) command,
#define KEY_ROW(command, keys, shown, word, help) {command, keys, shown, word, help},

struct key_table {
    const struct key_row *rows;
    int count;
};

#define KEY_TABLE(rows)                            \
    {                                              \
        rows, (int)(sizeof(rows) / sizeof *(rows)) \
    }

/* Sets of commands, one bit each. */
#define COMMAND_BIT(command) (UINT64_C(1) << (command))

/* The command of a key, or of a click on the key line; -1 for none. */
int keys_command(struct key_table table, const struct tui *tui, const struct input *input);

/* The key line, at the bottom, without `hidden` commands; `faint` ones do nothing at the moment. */
void keys_draw(struct key_table table, struct canvas *canvas, uint64_t hidden, uint64_t faint);

/*
 * The help overlay: every key and what it does, then `notes` (may be NULL). `*top` is the line it
 * is scrolled to.
 */
void keys_help(struct key_table table, struct tui *tui, uint64_t hidden, const char *notes,
               int *top);

/*
 * A legend for the notes: `signs` are signs with their meanings, three spaces between two, and come
 * back with line ends where an overlay's lines end, so that no sign is torn from its meaning. The
 * caller frees it.
 */
char *keys_legend(const struct tui *tui, const char *signs);

/* What a key does to the help: scrolls it; any other closes it (false). */
bool keys_help_input(const struct input *input, int *top);

#endif
