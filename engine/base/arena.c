/*
 * arena.c: a chain of zeroed blocks, cut into pieces from the front.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)32 * 1024)

struct block {
    struct block *next; /* older block, NULL in the first */
    size_t capacity;    /* bytes in `bytes` */
    size_t taken;       /* of which given away, always a multiple of the alignment */
    _Alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *blocks; /* the one being cut comes first; NULL before the first allocation */
    size_t used;          /* bytes asked for, without padding */
};

struct arena *arena_new(void)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (arena == NULL) {
        abort();
    }
    return arena;
}

void arena_free(struct arena *arena)
{
    if (arena == NULL) {
        return;
    }
    struct block *block = arena->blocks;
    while (block != NULL) {
        struct block *next = block->next;
        free(block);
        block = next;
    }
    free(arena);
}

static struct block *block_new(size_t capacity)
{
    if (capacity > SIZE_MAX - sizeof(struct block)) {
        abort();
    }
    struct block *block = calloc(1, sizeof *block + capacity);
    if (block == NULL) {
        abort();
    }
    block->capacity = capacity;
    return block;
}

/* A block with `need` bytes free. A big piece gets a block of its own, behind the one being cut. */
static struct block *block_for(struct arena *arena, size_t need)
{
    struct block *first = arena->blocks;
    if (first != NULL && first->capacity - first->taken >= need) {
        return first;
    }
    struct block *block = block_new(need > BLOCK_SIZE / 4 ? need : BLOCK_SIZE);
    if (first != NULL && need > BLOCK_SIZE / 4) {
        block->next = first->next;
        first->next = block;
    } else {
        block->next = first;
        arena->blocks = block;
    }
    return block;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    const size_t align = _Alignof(max_align_t);
    assert(arena != NULL);
    if (size != 0 && count > (SIZE_MAX - align) / size) {
        abort();
    }
    size_t bytes = count * size;
    /* An empty object still gets an address of its own. */
    size_t need = bytes == 0 ? align : (bytes + align - 1) / align * align;
    struct block *block = block_for(arena, need);
    void *piece = block->bytes + block->taken;
    block->taken += need;
    arena->used += bytes;
    return piece;
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX) {
        abort();
    }
    char *copy = arena_alloc(arena, length + 1, 1);
    if (length > 0) {
        memcpy(copy, text, length);
    }
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    assert(format != NULL);
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) {
        abort();
    }
    size_t size = (size_t)length + 1;
    char *text = arena_alloc(arena, size, 1);
    va_start(arguments, format);
    vsnprintf(text, size, format, arguments);
    va_end(arguments);
    return text;
}

size_t arena_used(const struct arena *arena)
{
    return arena->used;
}
