/* plain_triads.h: who is trainee, customer and observer when, as a table in lines. */
#ifndef YANLIAN_PLAIN_PLAIN_TRIADS_H
#define YANLIAN_PLAIN_PLAIN_TRIADS_H

#include "class/triads_plan.h"
#include "plain/plain.h"

void plain_triads(const struct plain *plain, const struct triads_plan *plan);

#endif
