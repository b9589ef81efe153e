/*
 * locate.h: which line of a Lua file says `nodes.start.responses[2].acts[1]`?
 *
 * Lua forgets where a table's fields stood. To name the line of a wrong word we read the source
 * once more, only for its shape: strings, comments, brackets, keys. Calls are transparent, so in
 * `says = pick(f, { a = … })` the inner key is `says.a`. Code inside functions is passed over. A
 * file that Lua has compiled is always read right; on other text the answer may be wrong, never
 * fatal.
 *
 * A path is written as the loader walks: keys joined by dots, positions as [n]; the file's
 * outermost table is "", on the line of `return`. Only what the file's last `return` gives is
 * remembered: tables that stand before it, in local variables, have no path.
 */
#ifndef YANLIAN_SCRIPT_LOCATE_H
#define YANLIAN_SCRIPT_LOCATE_H

#include <stdbool.h>
#include <stddef.h>

struct locator;

struct locator *locator_new(const char *source, size_t length);
void locator_free(struct locator *locator); /* NULL is allowed */

/* Line of `path`, or of the nearest enclosing path that is there; 0 when nothing is known. */
int locator_line(const struct locator *locator, const char *path);

/*
 * Names written twice in one table, of which Lua keeps the later and says nothing: the `number`-th
 * of them (from 0), with the lines of both. False when there are no more. `*key` is borrowed.
 */
bool locator_twice(const struct locator *locator, int number, const char **key, int *first,
                   int *second);

#endif
