/*
 * golden.h: golden cases as plays that are kept: in a store, by a person, through play.h.
 *
 * The case itself (its format, reading, moving, comparing) is the product's, practice/golden.h.
 * What is here assumes nothing about the process, so that it serves in a forked child too.
 */
#ifndef YANLIAN_UNIT_GOLDEN_H
#define YANLIAN_UNIT_GOLDEN_H

#include "practice/golden.h"
#include "practice/play.h"

/* The folders of this source tree ($YANLIAN_SOURCE); the caller frees them. */
char *golden_folder(void);
char *golden_scenario_path(const char *scenario);

/* Begins the case's session in `store`, as a person of its own. */
struct play *golden_begin(const struct golden_case *golden, struct store *store,
                          struct error *error);

/* Makes the move of block `index` (from 1), after checking what the turn offers. */
bool golden_move(const struct golden_case *golden, int index, struct play *play,
                 struct error *error);

/* Everything that was said, judged, scored and kept in the session's row, against the case. */
bool golden_compare(const struct golden_case *golden, struct play *play, struct error *error);

#endif
