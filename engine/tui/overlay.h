/*
 * overlay.h: a box in the middle, over the screen: help, a notice, a question.
 */
#ifndef YANLIAN_TUI_OVERLAY_H
#define YANLIAN_TUI_OVERLAY_H

#include "tui/sheet.h"
#include "tui/terminal.h"

/* The width that a sheet should be wrapped to. */
int overlay_cols(const struct tui *tui);

/*
 * Shows the sheet in a box as high as it needs; when that is too high, from line `*top` on, which
 * is brought into range. `foot` stands in the lower line of the frame.
 */
void overlay_draw(struct tui *tui, const char *title, const struct sheet *sheet, const char *foot,
                  int *top);

/* The same for a text that is one paragraph, from its beginning. */
void overlay_notice(struct tui *tui, const char *title, const char *text, const char *foot);

/*
 * A question with up to nine answers: number, marker and words, the chosen one marked. Zones are
 * the answers' indexes. `text` stands above them ("" for none).
 */
void overlay_ask(struct tui *tui, const char *title, const char *text, const char *const *answers,
                 int count, int chosen);

#endif
