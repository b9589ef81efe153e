/*
 * error.c: fills and prints error structs, and guesses the word that was meant.
 */
#include "base/error.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/text.h"

/* Longer words get no suggestion: nobody mistypes them, and the table below stays small. */
#define NEAREST_MAX 64

/*
 * Copies text that may hold anything into a field of the error, harmless and never cut
 * mid-character.
 */
static void copy_clean(char *field, size_t size, const char *text)
{
    char *clean = text_clean(text, strlen(text), size - 1, false);
    memcpy(field, clean, strlen(clean) + 1);
    free(clean);
}

/* The arguments may point into `error` itself, so nothing is stored before all of them are read. */
static void __attribute__((format(printf, 5, 0)))
fill(struct error *error, enum error_code code, const char *file, int line, const char *format,
     va_list arguments)
{
    struct error filled = {.code = code, .line = line > 0 ? line : 0};
    char *message = NULL;
    if (vasprintf(&message, format, arguments) < 0) {
        message = NULL;
    }
    copy_clean(filled.message, sizeof filled.message, message != NULL ? message : format);
    free(message);
    if (file != NULL) {
        copy_clean(filled.file, sizeof filled.file, file);
    }
    *error = filled;
}

bool error_set(struct error *error, enum error_code code, const char *format, ...)
{
    if (error == NULL) {
        return false;
    }
    va_list arguments;
    va_start(arguments, format);
    fill(error, code, NULL, 0, format, arguments);
    va_end(arguments);
    return false;
}

bool error_at(struct error *error, enum error_code code, const char *file, int line,
              const char *format, ...)
{
    if (error == NULL) {
        return false;
    }
    va_list arguments;
    va_start(arguments, format);
    fill(error, code, file, line, format, arguments);
    va_end(arguments);
    return false;
}

void error_print(const struct error *error, FILE *out)
{
    if (error->file[0] == '\0') {
        fprintf(out, "yanlian: %s\n", error->message);
    } else if (error->line > 0) {
        fprintf(out, "%s:%d: %s\n", error->file, error->line, error->message);
    } else {
        fprintf(out, "%s: %s\n", error->file, error->message);
    }
}

/* The characters of `word`, so that a wrong Chinese character counts once; -1 when too many. */
static int split(const char *word, int32_t codes[NEAREST_MAX])
{
    int count = 0;
    while (*word != '\0') {
        if (count == NEAREST_MAX) {
            return -1;
        }
        utf8proc_ssize_t left = (utf8proc_ssize_t)strnlen(word, 4);
        utf8proc_ssize_t bytes =
            utf8proc_iterate((const utf8proc_uint8_t *)word, left, &codes[count]);
        if (bytes < 1) {
            codes[count] = (unsigned char)*word;
            bytes = 1;
        }
        word += bytes;
        count++;
    }
    return count;
}

static int min(int a, int b)
{
    return a < b ? a : b;
}

/* Damerau's four errors (insert, delete, replace, swap neighbours), no part edited twice. */
static int distance(const int32_t *a, int a_count, const int32_t *b, int b_count)
{
    int rows[3][NEAREST_MAX + 1];
    for (int j = 0; j <= b_count; j++) {
        rows[0][j] = j;
    }
    for (int i = 1; i <= a_count; i++) {
        int *row = rows[i % 3];
        const int *above = rows[(i + 2) % 3];
        const int *second_above = rows[(i + 1) % 3];
        row[0] = i;
        for (int j = 1; j <= b_count; j++) {
            int replaced = above[j - 1] + (a[i - 1] != b[j - 1]);
            row[j] = min(replaced, 1 + min(above[j], row[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = min(row[j], 1 + second_above[j - 2]);
            }
        }
    }
    return rows[a_count % 3][b_count];
}

const char *error_nearest(const char *word, const char *const *candidates, int count)
{
    int32_t wanted[NEAREST_MAX];
    int32_t offered[NEAREST_MAX];
    int wanted_count = split(word, wanted);
    const char *nearest = NULL;
    int limit = wanted_count / 3;
    for (int i = 0; wanted_count > 0 && i < count; i++) {
        int offered_count = split(candidates[i], offered);
        if (offered_count < 0) {
            continue;
        }
        int found = distance(wanted, wanted_count, offered, offered_count);
        if (found <= limit) {
            nearest = candidates[i];
            limit = found - 1; /* only a nearer one may replace it: the first of equals wins */
        }
    }
    return nearest;
}
