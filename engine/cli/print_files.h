/*
 * print_files.h: what `course print` and `cards` do alike: options, file names, writing.
 */
#ifndef YANLIAN_CLI_PRINT_FILES_H
#define YANLIAN_CLI_PRINT_FILES_H

#include "class/print.h"

struct print_target {
    enum print_format format;
    const char *folder; /* "-": stdout, for one document that is not PDF */
};

/* Takes --format for a struct print_target. */
bool print_target_format(void *target, const char *value, struct error *error);

/* Before anything is made: stdout takes one document, and a folder is made if it is not there. */
bool print_target_check(const struct print_target *target, int documents, struct error *error);

/*
 * Writes FOLDER/ID-PAPER-LANGUAGE.FORMAT and prints its path; or the text itself to stdout. The
 * document is freed.
 */
bool print_target_write(const struct print_target *target, const char *id, const char *paper,
                        struct document *document, struct error *error);

/* `yanlian course print ...`: argv[0] is "print". The exit code. */
int command_course_print(int argc, char **argv);

#endif
