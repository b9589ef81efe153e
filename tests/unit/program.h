/*
 * program.h: runs the built program ($YANLIAN) as a user does.
 *
 * program_home gives the test a folder of its own and points $YANLIAN_STORE into it, so that no run
 * ever touches the store of whoever runs the tests; $YANLIAN_SCENARIOS and $YANLIAN_COURSEWARE name
 * the source tree's.
 */
#ifndef YANLIAN_UNIT_PROGRAM_H
#define YANLIAN_UNIT_PROGRAM_H

#include <stdbool.h>
#include <sys/types.h>

enum { PROGRAM_ARGUMENTS_MAX = 24 };

struct program_result {
    int status; /* exit code; 128 and the signal when one ended it */
    char *out;  /* all of stdout and stderr; both are the caller's, see program_free */
    char *error;
};

/* Makes a new folder under $TMPDIR and sets the environment; the caller frees its path. Fails the
   test when $YANLIAN is not set. */
char *program_home(void);
void program_home_remove(char *home); /* with everything in it; frees the path */

/*
 * Runs `yanlian WORDS...`; `words` are separated by single spaces, so that a test reads like a
 * command line. `input` is its stdin, NULL for none.
 */
void program_run(const char *words, const char *input, struct program_result *result);
void program_free(struct program_result *result);

/* Starts it with stdout on a pipe, whose reading end is `*out`; stderr goes nowhere. */
pid_t program_start(const char *words, int *out);

/* The whole of a file, zero-terminated; the caller frees it. Fails the test when unreadable. */
char *program_read_file(const char *path);

#endif
