/*
 * dialogue.h: a conversation as paragraphs, for the play screen and the transcript.
 */
#ifndef YANLIAN_TUI_DIALOGUE_H
#define YANLIAN_TUI_DIALOGUE_H

#include "core/session.h"
#include "tui/sheet.h"

struct dialogue {
    const struct session *session;
    enum language language;
    bool remarks; /* the coach's words after each response, and what is wrong with a filed form */
    bool record;  /* turns that were taken back too, headings, and which acts were seen in a line */
};

/* Adds the whole conversation. Tags are the turns' numbers; the opening is 0. */
void dialogue_add(struct sheet *sheet, const struct dialogue *dialogue);

const char *form_field_title(enum form_field field);

/* Minutes and seconds: "03:05". */
#define CLOCK_SIZE 24
void format_clock(int64_t ms, char out[CLOCK_SIZE]);

/* "00:24 left": think time, in whole seconds begun, with a sign when there is little. */
void format_left(int64_t ms, bool hurry, char *out, size_t size);

#endif
