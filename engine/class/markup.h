/* markup.h: words between tags: for pages and for pictures. */
#ifndef YANLIAN_CLASS_MARKUP_H
#define YANLIAN_CLASS_MARKUP_H

#include "base/buffer.h"

/* Adds `text` so that no byte of it is taken for HTML or XML, in attributes either; each line end
   becomes `line_end`. */
void markup_escape(struct buffer *out, const char *text, const char *line_end);

#endif
