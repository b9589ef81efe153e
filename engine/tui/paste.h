/*
 * paste.h: what is pasted, as the terminal sends it in brackets (its mode 2004).
 *
 * Between the brackets everything is text, whatever the same bytes would mean as keys: a pasted
 * line end submits nothing, and a pasted escape sequence moves nothing. Terminals that do not know
 * the mode send no brackets, and what is pasted there is typed.
 */
#ifndef YANLIAN_TUI_PASTE_H
#define YANLIAN_TUI_PASTE_H

#include <stdbool.h>

#include "base/buffer.h"

/* What asks a terminal for the brackets, and what it puts around a paste. */
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define PASTE_BEGIN "\033[200~"
#define PASTE_END "\033[201~"

/* Nobody means to paste more than this anywhere here; what is beyond is left out. */
enum { PASTE_MAX = 16 * 1024 };

/* Zeroed, it is a paste of which nothing has come. */
struct paste {
    struct buffer bytes;
    size_t matched; /* bytes of PASTE_END that came last */
};

/* Takes a byte behind PASTE_BEGIN; true when it was the last of PASTE_END. */
bool paste_byte(struct paste *paste, char byte);

/*
 * The text, and the paste is empty again; the caller frees it. Line ends of every kind are "\n",
 * tabs spaces; other control bytes, direction overrides and what is no UTF-8 are left out.
 */
char *paste_take(struct paste *paste);

/* The next character of such a text, which then begins behind it; 0 at the end. */
int paste_next(const char **text);

/* The same for a text of one line: a line end is a space. */
int paste_next_of_line(const char **text);

#endif
