/*
 * chain.h: the hashes that join a session's events.
 *
 * The first hash is taken over what the session began with, each later one over the hash before it
 * and one event. All are SHA-256, written as 64 small hex digits. What is hashed is a row of
 * fields: a text is its length in bytes (8 bytes, little-endian) and its bytes, a number is 8
 * bytes, little-endian; so no two different rows look the same.
 *
 *     begin   "yanlian session 1", id, person, scenario, digest, seed, mode, language, started_at,
 *             parent, parent_turn; then, of a session that is live or has a class, kind ("live" or
 *             "") and class
 *     journal "yanlian journal 1", id, class, what, subject, trainer, started_at
 *     event   the hash before, seq, at, kind, payload
 *
 * Changing any of this makes every log that was ever written look forged.
 */
#ifndef YANLIAN_STORE_CHAIN_H
#define YANLIAN_STORE_CHAIN_H

#include <stdint.h>

#include "store/store.h"

struct chain_start { /* texts as they are in the table */
    const char *id, *person, *scenario, *digest, *mode, *language, *started_at, *parent;
    uint64_t parent_turn;
    uint64_t seed;
    const char *kind, *class; /* "" or NULL where there is nothing to tell */
};

struct chain_journal {
    const char *id, *class, *what, *subject, *trainer, *started_at;
};

struct chain_event {
    uint64_t seq;
    const char *at, *kind, *payload;
};

void chain_begin(const struct chain_start *start, char hash[STORE_DIGEST_SIZE]);

void chain_begin_journal(const struct chain_journal *start, char hash[STORE_DIGEST_SIZE]);

/* `hash` may be the same array as `before`. */
void chain_next(const char *before, const struct chain_event *event, char hash[STORE_DIGEST_SIZE]);

#endif
