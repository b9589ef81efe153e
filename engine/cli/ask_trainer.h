/*
 * ask_trainer.h: asks a trainer for the passphrase, as the commands that only trainers may use do.
 *
 * On a terminal it is typed without showing; a signal that ends or stops the program puts the
 * terminal back first. Elsewhere, or when a file is named, it is the first line of that file ("-":
 * of standard input, of which no more is taken than that line). A file that others can read is
 * refused.
 */
#ifndef YANLIAN_CLI_ASK_TRAINER_H
#define YANLIAN_CLI_ASK_TRAINER_H

#include "class/trainer.h"

/*
 * `passphrase_file` may be NULL: then $YANLIAN_PASSPHRASE_FILE, and without it the terminal. Fills
 * `*trainer` when `name` is a trainer and the passphrase theirs. ERROR_USAGE without a name.
 */
bool ask_trainer(struct store *store, const char *name, const char *passphrase_file,
                 struct trainer *trainer, struct error *error);

/*
 * Reads one passphrase from `file`, or from the terminal after `prompt` when `file` is NULL; with
 * `again`, which is then asked, it has to be typed twice. The caller wipes `passphrase`.
 */
bool ask_passphrase(const char *file, const char *prompt, const char *again,
                    char passphrase[PASSPHRASE_MAX + 2], struct error *error);

/* $YANLIAN_PASSPHRASE_FILE when `file` is NULL; NULL when that isn't set either. */
const char *ask_passphrase_file(const char *file);

#endif
