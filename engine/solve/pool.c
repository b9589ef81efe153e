/* pool.c: growing arrays. */
#include "solve/pool.h"

#include <stdlib.h>
#include <string.h>

void *pool_add_many(struct pool *pool, uint32_t count)
{
    while (pool->capacity - pool->count < count) {
        pool->capacity = pool->capacity ? 2 * pool->capacity : 64;
        pool->data = realloc(pool->data, pool->capacity * pool->size);
        if (!pool->data)
            abort();
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
