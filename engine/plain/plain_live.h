/*
 * plain_live.h: an observer's ticks in lines.
 *
 * The checklist is printed with its numbers; then one line is read after the other:
 *
 *     12+     the rule was kept (also 12y)        12-    it was broken (also 12n)
 *     12 u    takes back its latest tick          u      the latest of all
 *     list    the checklist, with what is ticked
 *     done    scores and ends it                  q      leaves; what was ticked stays
 *
 * Several may stand on one line, parted by spaces. What is ticked is kept before it is told.
 */
#ifndef YANLIAN_PLAIN_PLAIN_LIVE_H
#define YANLIAN_PLAIN_PLAIN_LIVE_H

#include "class/live.h"
#include "plain/plain.h"

/* Until it is finished, left, or the input ends. The live session stays the caller's. */
bool plain_observe(const struct plain *plain, struct live *live, struct error *error);

/* Who was watched, when and by whom; its verdicts, or how far it is. */
void plain_live(const struct plain *plain, const struct live *live);

#endif
