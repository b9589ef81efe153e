/*
 * file.h: writing a file so that it is either the new one or, untouched, the old one.
 */
#ifndef YANLIAN_CLASS_FILE_H
#define YANLIAN_CLASS_FILE_H

#include <stddef.h>

#include "base/error.h"

/*
 * Writes `length` bytes under a temporary name beside `path`, forces them to the disk and renames:
 * a full disk or a power cut leaves what was there. Something that is no ordinary file (a pipe, a
 * terminal, /dev/null) is written as it is. The folder must exist.
 */
bool file_replace(const char *path, const char *bytes, size_t length, struct error *error);

/* All of `descriptor` from its beginning, zero-terminated; the caller frees it. NULL on failure. */
char *file_read_all(int descriptor, size_t *length, struct error *error);

/* A new file that no name leads to, for reading and writing. -1 on failure. */
int file_nameless(struct error *error);

/* Writes everything, however often it takes. */
bool file_write_all(int descriptor, const char *bytes, size_t length);

#endif
