/*
 * intern.h: a set of equal-sized records, numbered in the order they were first seen.
 *
 * Hash consing for the solver: two equal records get the same number, so that comparing states is comparing
 * numbers. Records are plain bytes without padding; they are copied, and stay where they are in
 * the set's own array until it grows. Open addressing with linear probing, at most half full.
 */
#ifndef YANLIAN_SOLVE_INTERN_H
#define YANLIAN_SOLVE_INTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct intern {
    unsigned char *records; /* count * size bytes */
    uint32_t *slots;        /* number + 1; 0: free */
    uint32_t count, capacity, mask;
    size_t size; /* bytes of one record */
};

void intern_begin(struct intern *intern, size_t size);
void intern_end(struct intern *intern);

/* The record's number; `*added` (may be NULL) tells whether it is new. */
uint32_t intern_add(struct intern *intern, const void *record, bool *added);

/* Takes the newest record out again. */
void intern_drop_last(struct intern *intern);

/* Borrowed until the next intern_add. */
static inline const void *intern_record(const struct intern *intern, uint32_t number)
{
    return intern->records + (size_t)number * intern->size;
}

size_t intern_bytes(const struct intern *intern);

/* A 64-bit mix of `length` bytes: the multiply-and-fold of wyhash's kind. Not for secrets. */
uint64_t hash_bytes(const void *bytes, size_t length);
uint64_t hash_word(uint64_t word);

#endif
