/* trainer.c: passphrases: made, checked, counted. */
#include "class/trainer.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/words.h"

enum {
    FIRST_WAIT_SECONDS = 30,
    LONGEST_WAIT_SECONDS = 15 * 60,
    FAILURES_MAX = 1000, /* counted; more would make no difference */
};

/* What the hash is taken of. Never copied elsewhere; wiped when done with. */
struct secret {
    char text[PASSPHRASE_MAX + 4]; /* room to see that one more character is too many */
    size_t length;                 /* bytes */
    int characters;                /* code points */
};

/* -------------------------------------------------------------------------- passphrases ---- */

static bool is_blank(utf8proc_int32_t code)
{
    return code == '\t' || code == '\n' || code == '\r' ||
           utf8proc_category(code) == UTF8PROC_CATEGORY_ZS;
}

/*
 * The composed code points of `text`, trimmed, as UTF-8 in `secret`. `codes` is room to work in,
 * which the caller wipes. False for what is no UTF-8, holds control bytes, or is too long.
 */
static bool compose(const char *text, utf8proc_int32_t *codes, utf8proc_ssize_t room,
                    struct secret *secret)
{
    const utf8proc_option_t form = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    utf8proc_ssize_t count = utf8proc_decompose((const utf8proc_uint8_t *)text,
                                                (utf8proc_ssize_t)strlen(text), codes, room, form);
    if (count < 0 || count > room) {
        return false;
    }
    count = utf8proc_normalize_utf32(codes, count, form);
    utf8proc_ssize_t first = 0;
    while (first < count && is_blank(codes[first])) {
        first++;
    }
    while (count > first && is_blank(codes[count - 1])) {
        count--;
    }
    for (utf8proc_ssize_t i = first; i < count; i++) {
        secret->length += (size_t)utf8proc_encode_char(codes[i], (utf8proc_uint8_t *)secret->text +
                                                                     secret->length);
        if (utf8proc_category(codes[i]) == UTF8PROC_CATEGORY_CC ||
            secret->length > PASSPHRASE_MAX) {
            return false;
        }
        secret->characters++;
    }
    return true;
}

static bool secret_make(const char *passphrase, struct secret *secret)
{
    enum { ROOM = 4 * PASSPHRASE_MAX }; /* a character comes apart into four at most */
    utf8proc_int32_t codes[ROOM];
    memset(secret, 0, sizeof *secret);
    bool made = strnlen(passphrase, PASSPHRASE_MAX + 1) <= PASSPHRASE_MAX &&
                compose(passphrase, codes, ROOM, secret);
    sodium_memzero(codes, sizeof codes);
    return made;
}

static bool refuse_memory(struct error *error)
{
    return error_set(error, ERROR_SYSTEM,
                     _("there is not enough memory to check a passphrase (64 MiB): close other "
                       "programs and try again"));
}

static bool hash_secret(const struct secret *secret, char hash[crypto_pwhash_STRBYTES],
                        struct error *error)
{
    return crypto_pwhash_str(hash, secret->text, secret->length, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                             crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0 ||
           refuse_memory(error);
}

/* The hash of a passphrase that will do; else says why not. */
static bool make_hash(const char *passphrase, char hash[crypto_pwhash_STRBYTES],
                      struct error *error)
{
    struct secret secret;
    bool good = secret_make(passphrase, &secret);
    if (!good) {
        error_set(error, ERROR_USAGE,
                  _("a passphrase is text of at most %d bytes, without control characters"),
                  PASSPHRASE_MAX);
    } else if (secret.characters < PASSPHRASE_MIN) {
        good = error_set(error, ERROR_USAGE,
                         _("the passphrase is too short: it needs %d characters or more, a few "
                           "words that you remember will do"),
                         PASSPHRASE_MIN);
    }
    good = good && hash_secret(&secret, hash, error);
    sodium_memzero(&secret, sizeof secret);
    return good;
}

/* ------------------------------------------------------------------------ new and changed ---- */

struct admission {
    struct store *store;
    struct trainer *trainer;
    bool first; /* nobody allows it, so there may be no other */
};

static bool admit(void *data, struct error *error)
{
    const struct admission *admission = data;
    struct trainer *others = NULL;
    int count = 0;
    if (!store_trainers(admission->store, &others, &count, error)) {
        return false;
    }
    free(others);
    if (admission->first && count > 0) {
        return error_set(error, ERROR_NOT_ALLOWED,
                         _("there are trainers already: one of them has to allow it, with --as"));
    }
    return store_add_trainer(admission->store, admission->trainer, error);
}

/* `name` as the store takes it; false when it is empty or too long, which no name should be cut for. */
static bool take_name(const char *name, struct trainer *trainer, struct error *error)
{
    char *clean = text_clean(name, strlen(name), 2 * (size_t)STORE_NAME_MAX, false);
    size_t length = strlen(clean);
    if (length > 0 && length <= STORE_NAME_MAX) {
        memcpy(trainer->name, clean, length + 1);
    }
    free(clean);
    return (length > 0 && length <= STORE_NAME_MAX) ||
           error_set(error, ERROR_USAGE, _("a trainer's name has 1 to %d bytes"), STORE_NAME_MAX);
}

bool trainer_new(struct store *store, const char *name, const char *passphrase,
                 const struct trainer *by, struct error *error)
{
    struct trainer trainer = {.failures = 0};
    struct admission admission = {.store = store, .trainer = &trainer, .first = by == NULL};
    return take_name(name, &trainer, error) && make_hash(passphrase, trainer.hash, error) &&
           store_together(store, admit, &admission, error);
}

bool trainer_change(struct store *store, const char *name, const char *passphrase,
                    struct error *error)
{
    struct trainer trainer;
    if (!store_trainer(store, name, &trainer, error) ||
        !make_hash(passphrase, trainer.hash, error)) {
        return false;
    }
    trainer.failures = 0;
    trainer.wait_until = 0;
    return store_change_trainer(store, &trainer, error);
}

/* ------------------------------------------------------------------------------ checking ---- */

int trainer_wait_seconds(int failures)
{
    int wait = FIRST_WAIT_SECONDS;
    if (failures < TRAINER_TRIES) {
        return 0;
    }
    for (int i = TRAINER_TRIES; i < failures && wait < LONGEST_WAIT_SECONDS; i++) {
        wait *= 2;
    }
    return wait < LONGEST_WAIT_SECONDS ? wait : LONGEST_WAIT_SECONDS;
}

struct attempt {
    struct store *store;
    const char *name;
    int64_t now;
    bool known;      /* there is such a trainer */
    int64_t wait_ms; /* 0: this try counts */
    struct trainer trainer;
    char renewed[crypto_pwhash_STRBYTES]; /* hash by today's limits; "" when not needed */
};

static bool refuse_waiting(int64_t ms, struct error *error)
{
    int seconds = (int)((ms + 999) / 1000);
    if (seconds > 90) {
        int minutes = (seconds + 59) / 60;
        return error_set(error, ERROR_NOT_ALLOWED,
                         ngettext("too many wrong tries: wait %d minute, then try again",
                                  "too many wrong tries: wait %d minutes, then try again",
                                  (unsigned long)minutes),
                         minutes);
    }
    return error_set(error, ERROR_NOT_ALLOWED,
                     ngettext("too many wrong tries: wait %d second, then try again",
                              "too many wrong tries: wait %d seconds, then try again",
                              (unsigned long)seconds),
                     seconds);
}

/* During a wait nothing is counted, but a wait that a clock set back made longer is cut. */
static bool keep_waiting(struct attempt *attempt, struct error *error)
{
    struct trainer *trainer = &attempt->trainer;
    int64_t most = INT64_C(1000) * trainer_wait_seconds(trainer->failures);
    attempt->wait_ms = trainer->wait_until - attempt->now;
    if (attempt->wait_ms <= most) {
        return true;
    }
    attempt->wait_ms = most;
    trainer->wait_until = attempt->now + most;
    return store_change_trainer(attempt->store, trainer, error);
}

/* Counts a try before it is looked at, as a wrong one. */
static bool count_try(void *data, struct error *error)
{
    struct attempt *attempt = data;
    struct trainer *trainer = &attempt->trainer;
    struct error missing = {0};
    attempt->known = store_trainer(attempt->store, attempt->name, trainer, &missing);
    if (!attempt->known) {
        if (missing.code != ERROR_NOT_FOUND && error != NULL) {
            *error = missing;
        }
        return missing.code == ERROR_NOT_FOUND;
    }
    if (trainer->wait_until > attempt->now) {
        return keep_waiting(attempt, error);
    }
    if (trainer->failures < FAILURES_MAX) {
        trainer->failures++;
    }
    int seconds = trainer_wait_seconds(trainer->failures);
    trainer->wait_until = seconds > 0 ? attempt->now + INT64_C(1000) * seconds : 0;
    return store_change_trainer(attempt->store, trainer, error);
}

/* After the right passphrase, unless it was changed since. */
static bool forgive(void *data, struct error *error)
{
    struct attempt *attempt = data;
    struct trainer present;
    if (!store_trainer_by_id(attempt->store, attempt->trainer.id, &present, error)) {
        return false;
    }
    if (strcmp(present.hash, attempt->trainer.hash) != 0) {
        return error_set(error, ERROR_NOT_ALLOWED,
                         _("the passphrase was changed just now: use the new one"));
    }
    if (attempt->renewed[0] != '\0') {
        memcpy(present.hash, attempt->renewed, sizeof attempt->renewed);
    }
    present.failures = 0;
    present.wait_until = 0;
    attempt->trainer = present;
    return store_change_trainer(attempt->store, &present, error);
}

/*
 * A wrong passphrase. libsodium tells it from a lack of memory nowhere but in making a hash, so one
 * is made.
 */
static bool refuse_wrong(const struct secret *secret, struct error *error)
{
    char hash[crypto_pwhash_STRBYTES];
    return hash_secret(secret, hash, error) &&
           error_set(error, ERROR_NOT_ALLOWED,
                     _("the trainer's name or the passphrase is wrong: try again"));
}

/* Of a trainer that there is. */
static bool verify(struct attempt *attempt, const struct secret *secret, struct error *error)
{
    const char *hash = attempt->trainer.hash;
    int renew = crypto_pwhash_str_needs_rehash(hash, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                               crypto_pwhash_MEMLIMIT_INTERACTIVE);
    if (renew < 0) {
        return error_set(error, ERROR_TAMPERED,
                         _("what proves %s's passphrase is damaged: another trainer can set a new "
                           "one with yanlian trainer passphrase"),
                         attempt->trainer.name);
    }
    if (crypto_pwhash_str_verify(hash, secret->text, secret->length) != 0) {
        return refuse_wrong(secret, error);
    }
    return renew == 0 || hash_secret(secret, attempt->renewed, error);
}

/* The same work, for a trainer that there is not. */
static bool verify_nobody(const struct secret *secret, struct error *error)
{
    char hash[crypto_pwhash_STRBYTES];
    return hash_secret(secret, hash, error) && refuse_wrong(secret, error);
}

bool trainer_check(struct store *store, const char *name, const char *passphrase, int64_t now,
                   struct trainer *trainer, struct error *error)
{
    struct attempt attempt = {.store = store, .name = name, .now = now};
    struct secret secret;
    if (!store_together(store, count_try, &attempt, error)) {
        return false;
    }
    if (attempt.wait_ms > 0) {
        return refuse_waiting(attempt.wait_ms, error);
    }
    secret_make(passphrase, &secret); /* one that won't do is as wrong as any other */
    bool right = attempt.known ? verify(&attempt, &secret, error) : verify_nobody(&secret, error);
    sodium_memzero(&secret, sizeof secret);
    if (!right || !store_together(store, forgive, &attempt, error)) {
        return false;
    }
    *trainer = attempt.trainer;
    return true;
}
