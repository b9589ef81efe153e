/* pool.c: growing arrays. */
#include "solve/pool.h"

#include <string.h>

#include "solve/memory.h"

void *pool_add_many(struct pool *pool, uint32_t count)
{
    while (pool->capacity - pool->count < count) {
        pool->capacity = pool->capacity ? 2 * pool->capacity : 64;
        pool->data = memory_resize(pool->data, pool->capacity, pool->size);
    }
    void *first = pool_at(pool, pool->count);
    memset(first, 0, count * pool->size);
    pool->count += count;
    return first;
}

void *pool_add(struct pool *pool)
{
    return pool_add_many(pool, 1);
}
