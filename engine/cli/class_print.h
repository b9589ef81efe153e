/* class_print.h: how `yanlian class` shows classes, rosters and imports. Private to it. */
#ifndef YANLIAN_CLI_CLASS_PRINT_H
#define YANLIAN_CLI_CLASS_PRINT_H

#include "class/roster.h"
#include "store/classes.h"

/* All to stdout, as tables or as JSON. */
bool class_print_list(struct store *store, bool json, struct error *error);
bool class_print_class(struct store *store, const char *id, bool json, struct error *error);
bool class_print_numbers(struct store *store, const char *id, bool json, struct error *error);
bool class_print_import(struct store *store, const char *id, const struct roster_outcome *outcome,
                        bool json, struct error *error);

#endif
