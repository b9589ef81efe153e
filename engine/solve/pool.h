/*
 * pool.h: an array that grows, of elements that are numbered and never move apart.
 *
 * For the solver's large tables. Elements are zeroed when added. `data` may be taken over by the
 * caller, who then frees it.
 */
#ifndef YANLIAN_SOLVE_POOL_H
#define YANLIAN_SOLVE_POOL_H

#include <stddef.h>
#include <stdint.h>

struct pool {
    void *data;
    size_t size; /* bytes of one element; set by whoever declares the pool */
    uint32_t count, capacity;
};

void *pool_add(struct pool *pool); /* borrowed until the next pool_add */
/* `count` elements at once; returns the first. */
void *pool_add_many(struct pool *pool, uint32_t count);

static inline void *pool_at(const struct pool *pool, uint32_t index)
{
    return (char *)pool->data + index * pool->size;
}

#endif
