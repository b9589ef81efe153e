/*
 * text.c: measures, cuts, wraps and cleans UTF-8 text.
 *
 * Two units: a code point, which is what has a width (the terminal library adds up widths the same
 * way), and a cluster, what a reader calls one character: a letter with its accents, a flag, a
 * family emoji. Text is only ever cut between clusters. Bytes that are no UTF-8 count as one
 * character of one cell, so that every function here is safe on any input.
 */
#include "base/text.h"

#include <assert.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <utf8proc.h>

#include "base/buffer.h"

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */
#define ELLIPSIS "…"
#define BROKEN (-1) /* in place of a code point */

/*
 * More combining marks than this on one letter are no language: the limit of Unicode's stream-safe
 * format (UAX #15). It also keeps normalising linear, as marks are sorted one by one.
 */
#define MARKS_MAX 30

struct cluster {
    size_t bytes;
    int cells;
    int32_t first; /* its first code point, or BROKEN */
    bool single;   /* nothing but that */
};

bool language_parse(const char *name, enum language *language)
{
    if (name == NULL) {
        return false;
    }
    for (enum language each = LANGUAGE_ZH; each < LANGUAGE_COUNT; each++) {
        const char *code = language_code(each);
        size_t length = strlen(code);
        if (strncasecmp(name, code, length) == 0 &&
            (name[length] == '\0' || strchr("_-.@", name[length]) != NULL)) {
            *language = each;
            return true;
        }
    }
    return false;
}

const char *language_code(enum language language)
{
    static const char *const codes[LANGUAGE_COUNT] = {[LANGUAGE_ZH] = "zh", [LANGUAGE_EN] = "en"};
    assert(language < LANGUAGE_COUNT);
    return codes[language];
}

/*
 * Reads one code point out of `left` bytes (at least one) and returns its length. A bad byte is
 * BROKEN together with the continuation bytes behind it: what was one character becomes one mark.
 */
static size_t decode(const char *text, size_t left, int32_t *code)
{
    size_t most = left < 4 ? left : 4;
    utf8proc_ssize_t bytes =
        utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)most, code);
    if (bytes > 0) {
        return (size_t)bytes;
    }
    *code = BROKEN;
    size_t length = 1;
    while (length < most && ((unsigned char)text[length] & 0xC0) == 0x80) {
        length++;
    }
    return length;
}

static int code_width(int32_t code)
{
    return code == BROKEN ? 1 : utf8proc_charwidth(code);
}

static int add_cells(int a, int b)
{
    return a > INT_MAX - b ? INT_MAX : a + b;
}

int text_width(const char *text)
{
    int width = 0;
    while (*text != '\0') {
        int32_t code;
        text += decode(text, strnlen(text, 4), &code);
        width = add_cells(width, code_width(code));
    }
    return width;
}

/* The cluster at the start of `text`, which is not empty. */
static struct cluster cluster_at(const char *text)
{
    int32_t code;
    int32_t state = 0;
    size_t bytes = decode(text, strnlen(text, 4), &code);
    struct cluster cluster = {
        .bytes = bytes, .cells = code_width(code), .first = code, .single = true};
    while (text[cluster.bytes] != '\0') {
        int32_t next;
        const char *behind = text + cluster.bytes;
        bytes = decode(behind, strnlen(behind, 4), &next);
        if (code == BROKEN || next == BROKEN ||
            utf8proc_grapheme_break_stateful(code, next, &state)) {
            break;
        }
        cluster.bytes += bytes;
        cluster.cells = add_cells(cluster.cells, code_width(next));
        cluster.single = false;
        code = next;
    }
    return cluster;
}

/* Bytes of the longest run of whole clusters that fits both limits. */
static size_t prefix_within(const char *text, int cells, size_t max_bytes)
{
    size_t length = 0;
    int width = 0;
    while (text[length] != '\0') {
        struct cluster cluster = cluster_at(text + length);
        if (cluster.cells > cells - width || cluster.bytes > max_bytes - length) {
            break;
        }
        length += cluster.bytes;
        width += cluster.cells;
    }
    return length;
}

size_t text_prefix(const char *text, int cells)
{
    return cells < 0 ? 0 : prefix_within(text, cells, SIZE_MAX);
}

void text_fit(const char *text, int cells, bool pad, char *out, size_t size)
{
    if (size == 0) {
        return;
    }
    cells = cells < 0 ? 0 : cells;
    size_t mark = 0;
    size_t length = prefix_within(text, cells, size - 1);
    if (text[length] != '\0' && cells > 0 && size > strlen(ELLIPSIS)) {
        mark = strlen(ELLIPSIS);
        length = prefix_within(text, cells - text_width(ELLIPSIS), size - 1 - mark);
    }
    memcpy(out, text, length);
    memcpy(out + length, ELLIPSIS, mark);
    length += mark;
    out[length] = '\0';
    for (int width = text_width(out); pad && width < cells && length + 1 < size; width++) {
        out[length++] = ' ';
        out[length] = '\0';
    }
}

/* True when the first code point of `text` is one of the characters in `set`. */
static bool starts_with_any(const char *text, const char *set)
{
    char first[5] = "";
    int32_t code;
    memcpy(first, text, decode(text, strnlen(text, 4), &code));
    return strstr(set, first) != NULL;
}

/* No line starts with one of these (GB/T 15834, and the same for their Latin cousins). */
static bool is_closing(const char *text)
{
    return starts_with_any(text, "，。！？、；：”’）》…〉」』】〕〗］｝·～％‰℃,.!?;:)]}%");
}

/* No line ends with one of these; a currency sign stays with its number. */
static bool is_opening(const char *text)
{
    return starts_with_any(text, "“‘（《〈「『【〔〖［｛￥＄¥$([{");
}

static bool is_wide(const char *text)
{
    int32_t code;
    decode(text, strnlen(text, 4), &code);
    return code_width(code) == 2;
}

static bool is_ascii(const char *text)
{
    return ((unsigned char)*text & 0x80) == 0;
}

/* How well a line may break at one place, best first. */
enum break_rank {
    BREAK_GOOD,   /* at a space, beside a Chinese character */
    BREAK_WORD,   /* inside a word: for words longer than a line */
    BREAK_FORCED, /* against the rules of punctuation: when nothing else fits */
    BREAK_RANKS,
};

/* `before` is the last character that is no space (NULL if none yet), `after` the next such one. */
static enum break_rank rank_break(const char *before, bool spaced, const char *after)
{
    if (before == NULL || is_closing(after) || is_opening(before)) {
        return BREAK_FORCED;
    }
    if (spaced) {
        return BREAK_GOOD;
    }
    /* A straight quote does not tell whether it opens or closes: it stays where it is. */
    if (starts_with_any(before, "\"'") || starts_with_any(after, "\"'")) {
        return BREAK_WORD;
    }
    if (is_wide(before) || is_wide(after)) {
        return BREAK_GOOD;
    }
    /* ”“ and …“ are narrow but Chinese. */
    bool between_marks = is_closing(before) && is_opening(after);
    return between_marks && !is_ascii(before) && !is_ascii(after) ? BREAK_GOOD : BREAK_WORD;
}

static bool is_line_end(const char *text)
{
    return *text == '\0' || *text == '\n';
}

static bool is_space(const struct cluster *cluster)
{
    return cluster->single && (cluster->first == ' ' || cluster->first == 0x3000);
}

size_t text_wrap(const char *text, int cells, const char **next)
{
    struct {
        const char *end;   /* of what is printed: behind the last character that is no space */
        const char *start; /* of the next line; NULL while no such break was seen */
    } breaks[BREAK_RANKS] = {0};
    const char *before = NULL;
    const char *inked = text; /* behind `before` */
    const char *at = text;
    for (int width = 0; !is_line_end(at);) {
        struct cluster cluster = cluster_at(at);
        width = add_cells(width, cluster.cells);
        if (!is_space(&cluster)) {
            bool spaced = at > inked;
            enum break_rank rank = rank_break(before, spaced, at);
            if (at > text) {
                breaks[rank].end = inked;
                breaks[rank].start = at;
            }
            /* What takes no cell of its own stays with what it follows, but not with a space. */
            if (at > text && width > cells && (cluster.cells > 0 || spaced)) {
                break;
            }
            before = at;
            inked = at + cluster.bytes;
        }
        at += cluster.bytes;
    }
    if (is_line_end(at)) {
        *next = at[0] == '\0' || at[1] == '\0' ? NULL : at + 1;
        return (size_t)(inked - text);
    }
    int best = BREAK_GOOD;
    while (breaks[best].start == NULL) {
        best++;
    }
    *next = breaks[best].start;
    return (size_t)(breaks[best].end - text);
}

/* Steers the terminal or its reading direction: never printed. */
static bool is_forbidden(int32_t code)
{
    return code == BROKEN || utf8proc_category(code) == UTF8PROC_CATEGORY_CC ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

static bool is_newline(int32_t code)
{
    return code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029;
}

/*
 * Counts marks in a row; true when `code` brings one too many. Counted as if taken apart, so that
 * normalising changes no count. A replacement ends the row.
 */
static bool is_surplus_mark(int32_t code, int *marks)
{
    int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t count = 0;
    if (code >= 0x80) {
        count = utf8proc_decompose_char(code, parts, 8, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE,
                                        &boundary);
    } else {
        *marks = 0;
    }
    for (utf8proc_ssize_t i = 0; i < count && i < 8; i++) {
        *marks = utf8proc_get_property(parts[i])->combining_class != 0 ? *marks + 1 : 0;
    }
    if (*marks <= MARKS_MAX) {
        return false;
    }
    *marks = 0;
    return true;
}

/* Copies `text` with everything replaced that must not be printed. */
static void replace(struct buffer *out, const char *text, size_t length, bool keep_newlines)
{
    int marks = 0;
    for (size_t at = 0; at < length;) {
        int32_t code;
        size_t bytes = decode(text + at, length - at, &code);
        bool surplus = is_surplus_mark(code, &marks);
        if (is_newline(code)) {
            if (code == '\r' && at + 1 < length && text[at + 1] == '\n') {
                bytes = 2;
            }
            buffer_add(out, keep_newlines ? "\n" : " ");
        } else if (code == '\t') {
            buffer_add(out, " ");
        } else if (surplus || is_forbidden(code)) {
            buffer_add(out, REPLACEMENT);
        } else {
            buffer_add_bytes(out, text + at, bytes);
        }
        at += bytes;
    }
}

/* `text` in the given utf8proc form (the caller frees it); NULL when it is no UTF-8. */
static char *map(const char *text, size_t length, utf8proc_option_t options)
{
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t outcome =
        utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &mapped, options);
    if (outcome == UTF8PROC_ERROR_NOMEM) {
        abort();
    }
    return outcome < 0 ? NULL : (char *)mapped;
}

static bool is_blank(int32_t code)
{
    return code == '\t' || is_newline(code) ||
           (code != BROKEN && utf8proc_category(code) == UTF8PROC_CATEGORY_ZS);
}

/* Takes blanks from both ends, in place. */
static void trim(char *text)
{
    size_t first = 0;
    size_t last = 0; /* behind the last character that is no blank; 0 while there is none */
    for (size_t at = 0; text[at] != '\0';) {
        int32_t code;
        size_t bytes = decode(text + at, strnlen(text + at, 4), &code);
        if (!is_blank(code)) {
            first = last == 0 ? at : first;
            last = at + bytes;
        }
        at += bytes;
    }
    memmove(text, text + first, last - first);
    text[last - first] = '\0';
}

/*
 * Printable ASCII and the Chinese that nearly every text is made of: characters that are their own
 * composed form, need no cleaning, and stand each for itself. What is made of these alone, most
 * text by far, is spared the way through utf8proc.
 */
static bool is_everyday(int32_t code)
{
    return (code >= 0x20 && code <= 0x7E) || (code >= 0x4E00 && code <= 0x9FFF) ||
           (code >= 0x3001 && code <= 0x3029) || (code >= 0xFF01 && code <= 0xFF5E) ||
           (code >= 0x2018 && code <= 0x201D) || code == 0x2014 || code == 0x2026 || code == 0xB7;
}

static bool is_all_everyday(const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        int32_t code;
        at += decode(text + at, length - at, &code);
        if (!is_everyday(code))
            return false;
    }
    return true;
}

char *text_clean(const char *text, size_t length, size_t max_bytes, bool keep_newlines)
{
    if (length > 0 && length <= max_bytes && is_all_everyday(text, length)) {
        char *copy = strndup(text, length);
        assert(copy != NULL);
        trim(copy);
        return copy;
    }
    struct buffer printable = {0};
    replace(&printable, text, length, keep_newlines);
    buffer_add(&printable, "");
    char *clean = map(printable.data, printable.length, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    assert(clean != NULL);
    buffer_free(&printable);
    trim(clean);
    clean[prefix_within(clean, INT_MAX, max_bytes)] = '\0';
    trim(clean); /* the cut may have laid bare a blank */
    return clean;
}

bool text_is_clean(const char *text, size_t length)
{
    if (is_all_everyday(text, length))
        return true;
    int marks = 0;
    for (size_t at = 0; at < length;) {
        int32_t code;
        at += decode(text + at, length - at, &code);
        bool surplus = is_surplus_mark(code, &marks);
        if (surplus || (is_forbidden(code) && !is_newline(code) && code != '\t')) {
            return false;
        }
    }
    char *composed = map(text, length, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    bool same = composed != NULL && strlen(composed) == length &&
                (length == 0 || memcmp(composed, text, length) == 0);
    free(composed);
    return same;
}

bool text_contains(const char *haystack, const char *needle)
{
    const utf8proc_option_t fold = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD;
    char *folded_haystack = map(haystack, strlen(haystack), fold);
    char *folded_needle = map(needle, strlen(needle), fold);
    bool found = strstr(folded_haystack != NULL ? folded_haystack : haystack,
                        folded_needle != NULL ? folded_needle : needle) != NULL;
    free(folded_haystack);
    free(folded_needle);
    return found;
}
