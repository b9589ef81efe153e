/*
 * marking_parts.h: who has marked a subject, as the queue and a marking both need it.
 */
#ifndef YANLIAN_CLASS_MARKING_PARTS_H
#define YANLIAN_CLASS_MARKING_PARTS_H

#include "class/grading.h"

struct standing_of_subject {
    const struct grade_row *rows[2]; /* borrowed; by marking */
    int count;
    const struct grade_row *own; /* one of them; NULL: this trainer has begun nothing */
};

/* `rows` come by subject, as store_grades gives them. */
struct standing_of_subject standing_find(const struct grade_row *rows, int count,
                                         const char *subject, const char *trainer);

enum grading_state standing_state(const struct standing_of_subject *standing, bool twice);

#endif
