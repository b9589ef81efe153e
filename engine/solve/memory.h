/*
 * memory.h: memory for large tables.
 *
 * As realloc and calloc, but never NULL (out of memory ends the program, as everywhere in the
 * solver), and large blocks ask the system for large pages: tables that are read all over cost a
 * third less then. Freed with free().
 */
#ifndef YANLIAN_SOLVE_MEMORY_H
#define YANLIAN_SOLVE_MEMORY_H

#include <stddef.h>

void *memory_resize(void *memory, size_t count, size_t size); /* NULL makes a new block */
void *memory_zeroed(size_t count, size_t size);

#endif
