/*
 * loader.h: from Lua text to a scenario.
 *
 * A *bundle* is everything that decides how a scenario plays, as text: the scenario file, the
 * vocabulary, the list of curriculum sources and the rule packs it names. Bundles come from a
 * folder of scenarios, or from the store, where the bundle of every session played is kept. Its
 * digest (SHA-256 over names and contents) is what a session is replayed by.
 *
 * Loading checks everything that can be told without playing: types, unknown keys and words (with
 * the nearest known one), missing translations, targets that lead nowhere, ranges, numbers. It
 * reports every fault it finds, up to a limit, each with file and line; the first is also the
 * error.
 *
 * A loaded scenario owns its arena and the sandbox that holds the author's functions. The model is
 * const and may be shared; the evaluator runs Lua and belongs to one thread.
 */
#ifndef YANLIAN_SCRIPT_LOADER_H
#define YANLIAN_SCRIPT_LOADER_H

#include "core/model.h"

struct source_file {
    char *name; /* "idle-deposit.lua", "rules/service.lua": relative, '/' between parts */
    char *text;
    size_t length;
};

struct bundle {
    struct source_file *files; /* [0] is the file itself; then vocabulary, sources, packs */
    int count;
    char *folder;    /* prefix for file names in messages ("scenarios/"); "" for none */
    char digest[65]; /* hex; set by bundle_seal */
};

/*
 * Reads `path` and, from the folder it lies in (or, for what is not there, from `base_folder`), the
 * vocabulary, sources and every pack of rules/. Nothing is run. NULL on failure.
 */
struct bundle *bundle_read(const char *path, const char *base_folder, struct error *error);

/*
 * The same for a file that names curriculum paragraphs and nothing else of a scenario's folder (a
 * course, an exercise): `path` and sources.lua.
 */
struct bundle *bundle_read_sourced(const char *path, const char *base_folder, struct error *error);

/* An empty bundle to add files to, in the order above. */
struct bundle *bundle_new(const char *folder);
void bundle_add(struct bundle *bundle, const char *name, const char *text, size_t length);
void bundle_seal(struct bundle *bundle); /* computes the digest; call after the last add */
void bundle_free(struct bundle *bundle); /* NULL is allowed */

/* Everything wrong with a file, for `check`. */
enum fault_kind { FAULT_FILE, FAULT_TRANSLATION, FAULT_SOURCE };

struct fault {
    enum fault_kind kind; /* a language is missing; a curriculum id is unknown; anything else */
    char file[256];
    int line; /* 0: the whole file */
    char message[512];
};

struct fault_list {
    struct fault *faults; /* in file and line order */
    int count;
    int dropped; /* beyond the limit of 100 */
};

void fault_list_free(struct fault_list *list);

/* Adds what another layer found, as a fault of the file (FAULT_FILE). */
void fault_list_add(struct fault_list *list, const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

struct loaded;

/*
 * Builds the scenario. On failure returns NULL; `faults` (may be NULL) then holds everything found,
 * and `error` the first of them. The bundle is not kept.
 */
struct loaded *scenario_load(const struct bundle *bundle, struct fault_list *faults,
                             struct error *error);
void loaded_free(struct loaded *loaded); /* NULL is allowed */

const struct scenario *loaded_scenario(const struct loaded *loaded);
const struct evaluator *loaded_evaluator(const struct loaded *loaded);
const char *loaded_digest(const struct loaded *loaded);
/* The curriculum paragraph's title; NULL for an unknown id. */
const struct text *loaded_source_title(const struct loaded *loaded, const char *source);
/* True once a function of the scenario has read `s.turn`. */
bool loaded_read_turn(const struct loaded *loaded);
/* True once a function of the scenario has read this variable. */
bool loaded_read_variable(const struct loaded *loaded, int variable);
/* The author's file (borrowed; "" when unknown) and line where a function of the model begins. */
const char *loaded_function_place(const struct loaded *loaded, int function, int *line);

#endif
