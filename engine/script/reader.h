/*
 * reader.h: takes Lua values apart, and complains with file and line.
 *
 * A reader walks one file's value. It knows the path it is at ("nodes.start.responses[2]"), so that
 * a fault names the line of the key in the author's file. Readers never stop at a fault: they note
 * it, return a harmless value and go on, so that one run tells everything. All functions expect the
 * value at the top of the Lua stack and leave the stack as it was; they run inside sandbox_protect.
 */
#ifndef YANLIAN_SCRIPT_READER_H
#define YANLIAN_SCRIPT_READER_H

#include "base/arena.h"
#include "core/model.h"
#include "script/loader.h"
#include "script/locate.h"
#include "script/sandbox.h"

struct reader {
    lua_State *lua;
    struct arena *arena; /* the model's */
    struct fault_list *faults;
    const char *file; /* for messages, with the folder */
    const struct locator *locator;
    char path[512];
};

/* Notes a fault at the present path, or at `key` below it (NULL: at the path itself). */
void reader_fault(struct reader *reader, const char *key, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Says of what kind the fault just noted is. */
void reader_fault_is(struct reader *reader, enum fault_kind kind);
int reader_line(const struct reader *reader);   /* of the present path */
int reader_faults(const struct reader *reader); /* how many there are so far, in all files */

/* Goes down to a key or a position, and back up by the mark that going down gave. */
size_t reader_enter(struct reader *reader, const char *key);
size_t reader_enter_at(struct reader *reader, int position);
void reader_leave(struct reader *reader, size_t mark);

/*
 * Complains of every key of the table that is none of `known` (NULL-terminated). False when it is
 * no table at all: there is nothing more to read then.
 */
bool reader_check_keys(struct reader *reader, const char *const *known);

/* Pushes field `key` of the table at the top; true (and pushed) when it is not nil. */
bool reader_field(struct reader *reader, const char *key);

/*
 * Keys of the table at the top, in the order the author wrote them (by line, then by name), copied
 * to the arena. A key that is not a proper id is a fault and left out.
 */
int reader_keys(struct reader *reader, const char *const **keys);
int reader_length(struct reader *reader); /* of a list; a fault (0) when it is none */

bool id_is_valid(const char *text); /* lower-case letters, digits, hyphens; starts with a letter */

/* Values at the top of the stack. `fallback` where the value is wrong. */
const char *reader_string(struct reader *reader, const char *fallback);
const char *reader_id(struct reader *reader);
int reader_integer(struct reader *reader, int low, int high, int fallback);
bool reader_boolean(struct reader *reader, bool fallback);
struct text reader_text(struct reader *reader, const char *key); /* { zh = …, en = … } */

/* The same for a field; a required one that is missing is a fault. */
const char *reader_string_field(struct reader *reader, const char *key, bool required,
                                const char *fallback);
int reader_integer_field(struct reader *reader, const char *key, bool required, int low, int high,
                         int fallback);
bool reader_boolean_field(struct reader *reader, const char *key, bool fallback);
struct text reader_text_field(struct reader *reader, const char *key, bool required,
                              const char *text_key);

/* Index of the term that the string at the top names, or -1 with a fault ("did you mean"). */
int reader_term(struct reader *reader, const char *what, const struct term *terms, int count);
/* A list of acts or cues (or a single one) as a set. */
uint64_t reader_terms(struct reader *reader, const char *what, const struct term *terms, int count);

/* "; did you mean 'x'?" or "", in the arena. */
const char *reader_suggestion(struct reader *reader, const char *word, const char *const *known,
                              int count);

/* For a word of construct.h that takes `most` values: more would be lost without a word. */
void reader_check_arguments(struct reader *reader, int most);

/* Empty text, for what is missing: words "" and the key. */
struct text text_empty(const char *key);

#endif
