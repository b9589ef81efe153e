/*
 * library.h: where scenarios are, and which there are.
 *
 * Scenarios are looked for in `$YANLIAN_SCENARIOS`, else beside the program (`../scenarios` of a
 * build tree, `../share/yanlian/scenarios` of an installation), else where `make install` put them.
 * A scenario is named by its id or by a path to its file. One that does not load is listed with its
 * error, so that nobody wonders where it went.
 */
#ifndef YANLIAN_PRACTICE_LIBRARY_H
#define YANLIAN_PRACTICE_LIBRARY_H

#include "script/loader.h"

struct library;

struct library_entry {
    const char *id; /* file name without .lua */
    const char *path;
    struct loaded *loaded; /* NULL when it does not load */
    struct bundle *bundle; /* NULL when it can't even be read */
    struct error error;    /* then */
};

/* Loads every scenario. NULL when there is no folder of scenarios. */
struct library *library_open(struct error *error);
void library_close(struct library *library); /* NULL is allowed */
int library_count(const struct library *library);
const struct library_entry *library_entry(const struct library *library, int index);

/* The folder of the shipped scenarios; the caller frees it. NULL when there is none. */
char *library_folder(struct error *error);
/*
 * The shipped folder `name` ("courseware"), which holds a file or folder called `mark`: beside the
 * program, or where `make install` put it. The caller frees it; NULL when there is none.
 */
char *library_shipped(const char *name, const char *mark);
/* The folder of the interface's translations; the caller frees it. NULL when there is none. */
char *library_locale_folder(void);

/*
 * The bundle of one scenario: `name` is an id, or a path when it holds a '/' or ends in ".lua". A
 * misspelt id's error names the nearest.
 */
struct bundle *library_bundle(const char *name, struct error *error);

/* The bundle as one JSON text, for the store, and back. The caller frees it. */
char *bundle_to_json(const struct bundle *bundle);
struct bundle *bundle_from_json(const char *json, struct error *error);

#endif
