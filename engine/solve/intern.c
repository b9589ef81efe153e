/* intern.c: numbered sets of equal-sized records. */
#include "solve/intern.h"

#include <stdlib.h>
#include <string.h>

/* The high and low half of a 128-bit product, folded: every bit of both factors reaches every bit. */
static inline uint64_t fold(uint64_t left, uint64_t right)
{
    __extension__ unsigned __int128 product = (unsigned __int128)left * right;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

uint64_t hash_word(uint64_t word)
{
    return fold(word ^ UINT64_C(0x9E3779B97F4A7C15), UINT64_C(0xD6E8FEB86659FD93));
}

uint64_t hash_bytes(const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    uint64_t hash = length * UINT64_C(0x9E3779B97F4A7C15), word;
    for (; length >= sizeof word; length -= sizeof word, at += sizeof word) {
        memcpy(&word, at, sizeof word);
        hash = fold(hash ^ word, UINT64_C(0xD6E8FEB86659FD93));
    }
    if (length > 0) {
        word = 0;
        memcpy(&word, at, length);
        hash = fold(hash ^ word, UINT64_C(0xA0761D6478BD642F));
    }
    return hash_word(hash);
}

void intern_begin(struct intern *intern, size_t size)
{
    *intern = (struct intern){.size = size, .capacity = 64, .mask = 127};
    intern->records = malloc(intern->capacity * size);
    intern->slots = calloc((size_t)intern->mask + 1, sizeof *intern->slots);
    if (!intern->records || !intern->slots)
        abort();
}

void intern_end(struct intern *intern)
{
    free(intern->records);
    free(intern->slots);
    *intern = (struct intern){0};
}

static void grow(struct intern *intern)
{
    size_t slots = ((size_t)intern->mask + 1) * 2;
    free(intern->slots);
    intern->capacity *= 2;
    intern->mask = (uint32_t)(slots - 1);
    intern->records = realloc(intern->records, intern->capacity * intern->size);
    intern->slots = calloc(slots, sizeof *intern->slots);
    if (!intern->records || !intern->slots)
        abort();
    for (uint32_t i = 0; i < intern->count; i++) {
        uint32_t slot = (uint32_t)hash_bytes(intern_record(intern, i), intern->size) & intern->mask;
        while (intern->slots[slot])
            slot = (slot + 1) & intern->mask;
        intern->slots[slot] = i + 1;
    }
}

uint32_t intern_add(struct intern *intern, const void *record, bool *added)
{
    uint32_t slot = (uint32_t)hash_bytes(record, intern->size) & intern->mask;
    for (; intern->slots[slot]; slot = (slot + 1) & intern->mask) {
        uint32_t number = intern->slots[slot] - 1;
        if (memcmp(intern_record(intern, number), record, intern->size) == 0) {
            if (added)
                *added = false;
            return number;
        }
    }
    if (intern->count == intern->capacity) {
        grow(intern);
        return intern_add(intern, record, added);
    }
    memcpy(intern->records + (size_t)intern->count * intern->size, record, intern->size);
    intern->slots[slot] = ++intern->count;
    if (added)
        *added = true;
    return intern->count - 1;
}

void intern_drop_last(struct intern *intern)
{
    const void *last = intern_record(intern, --intern->count);
    uint32_t slot = (uint32_t)hash_bytes(last, intern->size) & intern->mask;
    while (intern->slots[slot] != intern->count + 1)
        slot = (slot + 1) & intern->mask;
    intern->slots[slot] = 0; /* the newest ends its chain: nothing was put behind it */
}

size_t intern_bytes(const struct intern *intern)
{
    return intern->capacity * intern->size + ((size_t)intern->mask + 1) * sizeof *intern->slots;
}
