/*
 * arena.h: memory that is freed all at once.
 *
 * A loaded scenario lives in one arena: built by many small allocations, read-only afterwards,
 * released in one call. Memory is zeroed and aligned for any type. Allocation never returns NULL:
 * when the system has no memory left the arena calls abort(), as there is no sensible way on (what
 * a hostile script may ask for is capped in the sandbox, long before).
 */
#ifndef YANLIAN_BASE_ARENA_H
#define YANLIAN_BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena); /* NULL is allowed */

/* `count` zeroed objects of `size` bytes; valid until arena_free. Overflow aborts. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* A copy of `length` bytes of `text` with a zero byte behind it. */
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_strdup(struct arena *arena, const char *text);

/* printf into the arena. */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes handed out so far, for tests and the bench. */
size_t arena_used(const struct arena *arena);

#endif
