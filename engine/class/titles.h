/*
 * titles.h: what scenarios and exercises are called, for lists that only know their ids.
 *
 * A file is loaded when its title is asked for first, and the title kept. What can't be found or
 * does not load any more is called by its id.
 */
#ifndef YANLIAN_CLASS_TITLES_H
#define YANLIAN_CLASS_TITLES_H

#include <stdbool.h>

#include "base/text.h"

struct titles;

struct titles *titles_new(void);
void titles_free(struct titles *titles); /* NULL is allowed */

/* Borrowed as long as the titles live. */
const char *titles_find(struct titles *titles, bool exercise, const char *id,
                        enum language language);

#endif
