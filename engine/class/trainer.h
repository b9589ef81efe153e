/*
 * trainer.h: who may grade, change a roster and run a course: a name and its passphrase.
 *
 * A passphrase is any text of 8 characters or more. Two ways of typing the same text are the same
 * passphrase: it is taken in NFC, without blanks around it. Only libsodium's argon2id text of it is
 * kept (interactive limits: about 50 ms and 64 MiB a try), and what this module copies of it is
 * wiped; the caller wipes its own.
 *
 * Wrong tries are counted in the store. The fifth in a row begins a wait of 30 seconds, each
 * further one a wait twice as long, up to 15 minutes; a try during the wait is not looked at. The
 * right passphrase sets the count back. A try is on disk as a wrong one before it is looked at, so
 * that ending the program in between gains nothing. (Whoever can write the database file can do
 * without any passphrase: this guards the program, not the file.)
 *
 * Time is handed in, in wall milliseconds. A clock that is set back makes no wait longer than its
 * whole length from then on.
 *
 * An unknown name fails like a wrong passphrase: with the same words, after the same work.
 */
#ifndef YANLIAN_CLASS_TRAINER_H
#define YANLIAN_CLASS_TRAINER_H

#include "store/classes.h"

enum {
    PASSPHRASE_MIN = 8,    /* characters */
    PASSPHRASE_MAX = 1024, /* bytes */
    TRAINER_TRIES = 5,     /* wrong ones in a row before the first wait */
};

/*
 * Adds a trainer. `by` is the trainer who allows it, checked before; NULL is allowed as long as
 * there is none yet. ERROR_USAGE for a name that is taken or a passphrase that won't do,
 * ERROR_NOT_ALLOWED without `by` when there are trainers.
 */
bool trainer_new(struct store *store, const char *name, const char *passphrase,
                 const struct trainer *by, struct error *error);

/* Whether this passphrase is `name`'s; fills `*trainer` then. Else ERROR_NOT_ALLOWED. */
bool trainer_check(struct store *store, const char *name, const char *passphrase, int64_t now,
                   struct trainer *trainer, struct error *error);

/* Another passphrase for a trainer; ends a wait. Whoever asks for it was checked before. */
bool trainer_change(struct store *store, const char *name, const char *passphrase,
                    struct error *error);

/* Seconds that a trainer with so many wrong tries waits after the last one; 0: no wait. */
int trainer_wait_seconds(int failures);

#endif
