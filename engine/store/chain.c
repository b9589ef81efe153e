/*
 * chain.c: SHA-256 over fields, as chain.h describes.
 */
#include "store/chain.h"

#include <sodium.h>
#include <string.h>

static void add_number(crypto_hash_sha256_state *state, uint64_t number)
{
    unsigned char bytes[8];
    for (int i = 0; i < 8; i++) {
        bytes[i] = (unsigned char)(number >> (8 * i));
    }
    crypto_hash_sha256_update(state, bytes, sizeof bytes);
}

static void add_text(crypto_hash_sha256_state *state, const char *text)
{
    size_t length = strlen(text);
    add_number(state, length);
    crypto_hash_sha256_update(state, (const unsigned char *)text, length);
}

static void finish(crypto_hash_sha256_state *state, char hash[STORE_DIGEST_SIZE])
{
    unsigned char bytes[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_final(state, bytes);
    sodium_bin2hex(hash, STORE_DIGEST_SIZE, bytes, sizeof bytes);
}

void chain_begin(const struct chain_start *start, char hash[STORE_DIGEST_SIZE])
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    add_text(&state, "yanlian session 1");
    add_text(&state, start->id);
    add_text(&state, start->person);
    add_text(&state, start->scenario);
    add_text(&state, start->digest);
    add_number(&state, start->seed);
    add_text(&state, start->mode);
    add_text(&state, start->language);
    add_text(&state, start->started_at);
    add_text(&state, start->parent);
    add_number(&state, start->parent_turn);
    const char *kind = start->kind != NULL ? start->kind : "";
    const char *class = start->class != NULL ? start->class : "";
    if (kind[0] != '\0' || class[0] != '\0') {
        add_text(&state, kind);
        add_text(&state, class);
    }
    finish(&state, hash);
}

void chain_begin_journal(const struct chain_journal *start, char hash[STORE_DIGEST_SIZE])
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    add_text(&state, "yanlian journal 1");
    add_text(&state, start->id);
    add_text(&state, start->class);
    add_text(&state, start->what);
    add_text(&state, start->subject);
    add_text(&state, start->trainer);
    add_text(&state, start->started_at);
    finish(&state, hash);
}

void chain_next(const char *before, const struct chain_event *event, char hash[STORE_DIGEST_SIZE])
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    add_text(&state, before);
    add_number(&state, event->seq);
    add_text(&state, event->at);
    add_text(&state, event->kind);
    add_text(&state, event->payload);
    finish(&state, hash);
}
