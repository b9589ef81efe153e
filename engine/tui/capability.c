/* capability.c: asks terminfo. */
#include "tui/capability.h"

#include <curses.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

#include "tui/paste.h"

static const char *capability(const char *name)
{
    char writable[8] = "";
    strncpy(writable, name, sizeof writable - 1);
    const char *string = tigetstr(writable);
    return (intptr_t)string == -1 ? NULL : string; /* -1: no such capability at all */
}

bool capability_screen(void)
{
    int status;
    if (setupterm(NULL, STDOUT_FILENO, &status) != OK)
        return false;
    bool found = capability("cup") != NULL;
    del_curterm(cur_term); /* curses reads it again for itself */
    return found;
}

bool capability_ansi(void)
{
    const char *move = capability("cup");
    return move && strncmp(move, "\033[", 2) == 0;
}

/* tputs hands over one byte at a time, and no pointer of ours. */
static char *undo;
static size_t undo_left;

static int add_byte(int byte)
{
    if (undo_left > 1) {
        *undo++ = (char)byte;
        undo_left--;
    }
    return byte;
}

void capability_undo(bool mouse, bool brackets, char *out, size_t size)
{
    static const char *const capabilities[] = {"sgr0", "op", "cnorm", "rmkx", "rmcup"};
    undo = out;
    undo_left = size;
    for (const char *byte = mouse ? "\033[?1000l\033[?1006l" : ""; *byte; byte++)
        add_byte(*byte);
    for (const char *byte = brackets ? PASTE_OFF : ""; *byte; byte++)
        add_byte(*byte);
    for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++) {
        const char *string = capability(capabilities[i]);
        if (string)
            tputs(string, 1, add_byte);
    }
    *undo = '\0';
}
