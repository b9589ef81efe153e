/*
 * buffer.h: a string that grows.
 *
 * `data` is always zero-terminated once anything was added, and belongs to the buffer until
 * buffer_free or buffer_take. A zeroed struct is a valid empty buffer.
 */
#ifndef YANLIAN_BASE_BUFFER_H
#define YANLIAN_BASE_BUFFER_H

#include <stddef.h>

struct buffer {
    char *data; /* NULL while nothing was added */
    size_t length;
    size_t capacity;
};

void buffer_add(struct buffer *buffer, const char *text);
void buffer_add_bytes(struct buffer *buffer, const char *bytes, size_t length);
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *buffer_take(struct buffer *buffer); /* the caller frees it; never NULL; empty again */
void buffer_free(struct buffer *buffer);

#endif
