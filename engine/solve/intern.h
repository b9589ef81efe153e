/*
 * intern.h: a set of equal-sized records, numbered in the order they were first seen.
 *
 * Hash consing for the solver: two equal records get the same number, so that comparing states is
 * comparing numbers. Records are plain bytes without padding; they are copied, and stay where
 * they are in the set's own array until it grows. Open addressing with linear probing, at most
 * half full; a slot keeps half of the hash, so that a record is only looked at when it is nearly
 * sure to be equal.
 *
 * A set larger than the cache costs a wait for memory at every step. Who has many records to add
 * asks ahead: first intern_prefetch for all, then intern_prefetch_record for all, then
 * intern_add_hashed.
 */
#ifndef YANLIAN_SOLVE_INTERN_H
#define YANLIAN_SOLVE_INTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct intern_slot {
    uint32_t tag;    /* the hash's high half */
    uint32_t number; /* plus one; 0: free */
};

struct intern {
    unsigned char *records; /* count * size bytes */
    struct intern_slot *slots;
    uint32_t count, capacity, mask;
    size_t size; /* bytes of one record */
};

void intern_begin(struct intern *intern, size_t size);
void intern_end(struct intern *intern);

/* The record's number; `*added` (may be NULL) tells whether it is new. */
uint32_t intern_add(struct intern *intern, const void *record, bool *added);

/* The same with the hash known: hash_bytes of the record. */
uint32_t intern_add_hashed(struct intern *intern, const void *record, uint64_t hash, bool *added);

/* Takes the newest record out again. */
void intern_drop_last(struct intern *intern);

/* Borrowed until the next intern_add. */
static inline const void *intern_record(const struct intern *intern, uint32_t number)
{
    return intern->records + (size_t)number * intern->size;
}

/* Tell the processor what will soon be read; they change nothing. */
static inline void intern_prefetch(const struct intern *intern, uint64_t hash)
{
    __builtin_prefetch(&intern->slots[hash & intern->mask]);
}

static inline void intern_prefetch_record(const struct intern *intern, uint64_t hash)
{
    const struct intern_slot *slot = &intern->slots[hash & intern->mask];
    if (slot->number && slot->tag == hash >> 32)
        __builtin_prefetch(intern_record(intern, slot->number - 1));
}

size_t intern_bytes(const struct intern *intern);

/*
 * The high and low half of a 128-bit product, folded: every bit of both factors reaches every
 * bit.
 */
static inline uint64_t hash_fold(uint64_t left, uint64_t right)
{
    __extension__ unsigned __int128 product = (unsigned __int128)left * right;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t hash_word(uint64_t word)
{
    return hash_fold(word ^ UINT64_C(0x9E3779B97F4A7C15), UINT64_C(0xD6E8FEB86659FD93));
}

/*
 * A 64-bit mix of `length` bytes: the multiply-and-fold of wyhash's kind. Not for secrets. Two
 * words a round, in two chains that do not wait for each other.
 */
static inline uint64_t hash_bytes(const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    uint64_t even = length * UINT64_C(0x9E3779B97F4A7C15), odd = ~even;
    uint64_t words[2];
    for (; length >= sizeof words; length -= sizeof words, at += sizeof words) {
        memcpy(words, at, sizeof words);
        even = hash_fold(even ^ words[0], UINT64_C(0xD6E8FEB86659FD93));
        odd = hash_fold(odd ^ words[1], UINT64_C(0xA0761D6478BD642F));
    }
    if (length > 0) {
        memset(words, 0, sizeof words);
        memcpy(words, at, length);
        even = hash_fold(even ^ words[0], UINT64_C(0xE7037ED1A0B428DB));
        odd = hash_fold(odd ^ words[1], UINT64_C(0x8EBC6AF09C88C6E3));
    }
    return hash_word(even ^ (odd << 31 | odd >> 33));
}

#endif
