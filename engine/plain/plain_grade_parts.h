/* plain_grade_parts.h: what the files of plain_grade share. Private to them. */
#ifndef YANLIAN_PLAIN_PLAIN_GRADE_PARTS_H
#define YANLIAN_PLAIN_PLAIN_GRADE_PARTS_H

#include "class/marking.h"
#include "class/rubric.h"
#include "class/titles.h"
#include "plain/ask.h"
#include "plain/plain_grade.h"

struct grade_desk {
    const struct plain *plain;
    const struct plain_grading *grading;
    struct rubric_file *rubric;
    struct titles *titles;
    struct queue_item *items; /* the whole queue, as read last */
    int item_count;
    int *listed; /* indexes of the items that were listed last */
    int listed_count;
    struct marking *marking; /* NULL: none is open */
    bool leaving;
};

void desk_print_queue(const struct grade_desk *desk);
void desk_print_paper(const struct grade_desk *desk);   /* what was said or answered */
void desk_print_marking(const struct grade_desk *desk); /* verdicts, levels, comments */
bool desk_print_prices(const struct grade_desk *desk, struct error *error);
bool desk_print_history(const struct grade_desk *desk, struct error *error);
void desk_print_rubric(const struct grade_desk *desk, int criterion); /* -1: all */

#endif
