/* memory.c: large blocks on large pages. */
#include "solve/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { PAGE = 4096, LARGE = 4 << 20 };

/* A hint only: where the system knows no large pages, nothing happens. */
static void *advise(void *memory, size_t bytes)
{
    if (!memory)
        abort();
    if (bytes >= LARGE) {
        uintptr_t skip = (PAGE - (uintptr_t)memory % PAGE) % PAGE;
        madvise((char *)memory + skip, bytes - skip, MADV_HUGEPAGE);
    }
    return memory;
}

void *memory_resize(void *memory, size_t count, size_t size)
{
    return advise(realloc(memory, count * size + 1), count * size);
}

void *memory_zeroed(size_t count, size_t size)
{
    return advise(calloc(count + 1, size), count * size);
}
