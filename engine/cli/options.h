/*
 * options.h: from argv to what a command wants to know. Private to the command line.
 *
 * A command says in a table which options and operands it takes, and where each of them goes;
 * getopt_long reads argv by it, so that an option can be abbreviated and may stand behind operands.
 * --lang and --help are every command's and need no row; a row of that name takes their place, for
 * a command that wants to know of them itself.
 *
 * The first thing that is wrong ends it, and is told on stderr: values are looked at as they come,
 * then operands are counted. Help is printed once all of that was right.
 */
#ifndef YANLIAN_CLI_OPTIONS_H
#define YANLIAN_CLI_OPTIONS_H

#include <stdint.h>

#include "base/error.h"

/* The operands that no row names. */
struct command_rest {
    char **words; /* in argv */
    int count;
};

/*
 * A row with a name is an option. Where `flag` is all there is, it has no value; beside `word` or
 * `take`, `flag` tells that it was given, and may be NULL. An option of none of the three is known
 * and yet refused, for a command that shares its table with one that takes it.
 *
 * A row without a name is an operand: `word` gets the next one, if there is one, `rest` all that
 * are left; without `rest` none may be. A row of neither ends the table.
 */
struct command_option {
    const char *name;  /* after the two dashes */
    char letter;       /* a short form, such as 'o'; 0 for none */
    bool *flag;        /* becomes true */
    const char **word; /* gets the value, which stays argv's */
    bool (*take)(void *to, const char *value, struct error *error);
    void *to; /* handed to `take` */
    struct command_rest *rest;
};

enum { COMMAND_GOES_ON = -1 };

/*
 * Takes argv, which may change places in it. `command` is whose --help is meant. The command goes
 * on, or is over with the exit code given: wrong usage, or its help was asked for.
 */
int command_options(int argc, char **argv, const char *command,
                    const struct command_option *options);

/* Says of an operand that it is one too many: ERROR_USAGE. */
bool option_surplus(const char *command, const char *word, struct error *error);

/* ---------------------------------------------------- values that several commands take ---- */

/* For `take`; each fails with ERROR_USAGE. --lang switches the interface's language. */
bool option_language(void *unused, const char *value, struct error *error);
bool option_mode(void *mode, const char *value, struct error *error); /* an enum mode */
bool option_seed(void *seed, const char *value, struct error *error); /* a uint64_t, never 0 */

/* All of it a whole number from 1 to `most`, in digits. What to say else is the option's. */
bool option_whole(const char *value, uint64_t most, uint64_t *number);

#endif
