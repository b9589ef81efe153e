/*
 * error.h: how a function says what went wrong.
 *
 * A function that can fail returns bool or a pointer, and takes a `struct error *` as its last
 * argument. On failure it fills that struct once and returns false or NULL; on success it leaves
 * the struct alone. The caller owns the struct (it is plain data, nothing to free) and may pass
 * NULL when only the outcome matters. Nobody below main() prints an error or exits.
 *
 * A message is a whole sentence for the person at the keyboard: what is wrong, then what to do.
 * `file` and `line` name the place in the user's file, never in ours; an empty `file` means none.
 */
#ifndef YANLIAN_BASE_ERROR_H
#define YANLIAN_BASE_ERROR_H

#include <stdbool.h>
#include <stdio.h>

enum error_code {
    ERROR_NONE,
    ERROR_USAGE,       /* the command line is wrong: exit code 2 */
    ERROR_SCENARIO,    /* a scenario, rule pack or vocabulary is wrong, or its code is */
    ERROR_NOT_FOUND,   /* no such scenario, session or file */
    ERROR_NOT_ALLOWED, /* the engine refuses: response not open, no take-back in an exam ... */
    ERROR_STORE,       /* the database is unreadable, read-only, full, locked or too new */
    ERROR_TAMPERED,    /* a log does not match its hashes, or does not replay to what it says */
    ERROR_SYSTEM,      /* the operating system refused: file, terminal, memory */
};

struct error {
    enum error_code code;
    int line;           /* 1-based; 0 when no line is known */
    char file[256];     /* as the user named it; "" when no file is concerned */
    char message[1024]; /* UTF-8, no newline at the end; control bytes already made harmless */
};

/* Fills `error` (may be NULL) and returns false, so that a caller can `return error_set(...)`. */
bool error_set(struct error *error, enum error_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same, naming the place in the user's file. `file` may be NULL. */
bool error_at(struct error *error, enum error_code code, const char *file, int line,
              const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Writes "file:line: message\n" (or "yanlian: message\n" without a file) to `out`. */
void error_print(const struct error *error, FILE *out);

/*
 * The candidate nearest to `word` by edit distance (Damerau, at most a third of its length), for
 * "did you mean"; NULL when none is near. `candidates` holds `count` strings, borrowed.
 */
const char *error_nearest(const char *word, const char *const *candidates, int count);

#endif
