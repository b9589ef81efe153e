/*
 * text.h: words on a screen that counts in cells.
 *
 * Chinese characters are two cells wide, combining marks none; utf8proc knows. All functions take
 * and give UTF-8. Text that came from people or files (names, notes, scenarios) passes through
 * text_clean once, on its way in, and from then on holds no control byte, no broken sequence and no
 * direction override: it can be printed anywhere.
 */
#ifndef YANLIAN_BASE_TEXT_H
#define YANLIAN_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

enum language { LANGUAGE_ZH, LANGUAGE_EN, LANGUAGE_COUNT };

/* "zh", "zh_CN", "zh-Hans", "zh_CN.UTF-8" -> LANGUAGE_ZH; en alike; else (or NULL) false. */
bool language_parse(const char *name, enum language *language);
const char *language_code(enum language language); /* "zh" or "en" */

/* Cells that `text` takes on a terminal. */
int text_width(const char *text);

/* Bytes of the longest prefix of `text` that fits in `cells`, never splitting a character. */
size_t text_prefix(const char *text, int cells);

/*
 * Copies `text` into `out` (capacity `size`), cut to `cells` with an ellipsis (…) when it is
 * longer, padded with spaces to exactly `cells` when it is shorter and `pad` is true.
 */
void text_fit(const char *text, int cells, bool pad, char *out, size_t size);

/*
 * The next line of `text` when wrapped to `cells`: returns the bytes to print and sets `*next` to
 * where the line after it starts (NULL at the end). Breaks at spaces in Latin text, between any two
 * Chinese characters, but never before closing punctuation (，。！？、；：”’）》…) or after opening
 * punctuation (“‘（《). A newline always breaks. A word longer than a line is split.
 */
size_t text_wrap(const char *text, int cells, const char **next);

/*
 * A clean copy (the caller frees it): NFC, control bytes and direction overrides and broken UTF-8
 * replaced by U+FFFD, tabs by a space, line ends of every kind by a newline if `keep_newlines` and
 * by a space if not, ends trimmed, at most `max_bytes` bytes without splitting a character. A run
 * of more than 30 combining marks is broken by U+FFFD. Cleaning twice changes nothing more.
 */
char *text_clean(const char *text, size_t length, size_t max_bytes, bool keep_newlines);

/* True when text_clean (keeping newlines) would change nothing but white space: to check files. */
bool text_is_clean(const char *text, size_t length);

/* Case-folded `haystack` holds case-folded `needle`; an empty needle is in everything. */
bool text_contains(const char *haystack, const char *needle);

#endif
