/* intern.c: numbered sets of equal-sized records. */
#include "solve/intern.h"

#include <stdlib.h>
#include <string.h>

#include "solve/memory.h"

/* As memcmp, for what is a few words long and nearly always equal. */
static inline bool same(const unsigned char *left, const unsigned char *right, size_t size)
{
    uint64_t one, other;
    for (; size >= sizeof one; size -= sizeof one, left += sizeof one, right += sizeof one) {
        memcpy(&one, left, sizeof one);
        memcpy(&other, right, sizeof other);
        if (one != other)
            return false;
    }
    return size == 0 || memcmp(left, right, size) == 0;
}

void intern_begin(struct intern *intern, size_t size)
{
    *intern = (struct intern){.size = size, .capacity = 64, .mask = 127};
    intern->records = memory_resize(NULL, intern->capacity, size);
    intern->slots = memory_zeroed((size_t)intern->mask + 1, sizeof *intern->slots);
}

void intern_end(struct intern *intern)
{
    free(intern->records);
    free(intern->slots);
    *intern = (struct intern){0};
}

/* The low half of the hash is gone; it is taken again from the record. */
static void grow(struct intern *intern)
{
    size_t slots = ((size_t)intern->mask + 1) * 2;
    free(intern->slots);
    intern->capacity *= 2;
    intern->mask = (uint32_t)(slots - 1);
    intern->records = memory_resize(intern->records, intern->capacity, intern->size);
    intern->slots = memory_zeroed(slots, sizeof *intern->slots);
    for (uint32_t i = 0; i < intern->count; i++) {
        uint64_t hash = hash_bytes(intern_record(intern, i), intern->size);
        uint32_t slot = (uint32_t)hash & intern->mask;
        while (intern->slots[slot].number)
            slot = (slot + 1) & intern->mask;
        intern->slots[slot] = (struct intern_slot){.tag = (uint32_t)(hash >> 32), .number = i + 1};
    }
}

uint32_t intern_add_hashed(struct intern *intern, const void *record, uint64_t hash, bool *added)
{
    uint32_t slot = (uint32_t)hash & intern->mask, tag = (uint32_t)(hash >> 32);
    for (; intern->slots[slot].number; slot = (slot + 1) & intern->mask) {
        uint32_t number = intern->slots[slot].number - 1;
        if (intern->slots[slot].tag == tag &&
            same(intern_record(intern, number), record, intern->size)) {
            if (added)
                *added = false;
            return number;
        }
    }
    if (intern->count == intern->capacity) {
        grow(intern);
        return intern_add_hashed(intern, record, hash, added);
    }
    memcpy(intern->records + (size_t)intern->count * intern->size, record, intern->size);
    intern->slots[slot] = (struct intern_slot){.tag = tag, .number = ++intern->count};
    if (added)
        *added = true;
    return intern->count - 1;
}

uint32_t intern_add(struct intern *intern, const void *record, bool *added)
{
    return intern_add_hashed(intern, record, hash_bytes(record, intern->size), added);
}

void intern_drop_last(struct intern *intern)
{
    const void *last = intern_record(intern, --intern->count);
    uint32_t slot = (uint32_t)hash_bytes(last, intern->size) & intern->mask;
    while (intern->slots[slot].number != intern->count + 1)
        slot = (slot + 1) & intern->mask;
    intern->slots[slot].number = 0; /* the newest ends its chain: nothing was put behind it */
}

size_t intern_bytes(const struct intern *intern)
{
    return intern->capacity * intern->size + ((size_t)intern->mask + 1) * sizeof *intern->slots;
}
