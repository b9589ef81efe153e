/* grading_verify.c: does each grading stand where its journal left it? */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/grading.h"
#include "class/marks.h"

struct verifying {
    struct store *store;
    store_reporter *report;
    void *data;
    int checked, bad;
};

static void find(struct verifying *verifying, const struct grade_row *row, const char *message)
{
    verifying->bad++;
    verifying->report(verifying->data, row->journal, message);
}

static bool is_as_marked(const struct grade_row *row, const struct marks *marks)
{
    double score = marks->submitted ? marks->score : -1;
    bool critical = marks->submitted && marks->critical;
    return memcmp(row->levels, marks->levels, sizeof row->levels) == 0 &&
           row->overall == marks->overall && row->submitted == marks->submitted &&
           fabs(row->score - score) < 1e-9 && row->critical == critical;
}

static bool verify_grade(struct verifying *verifying, const struct grade_row *row,
                         struct error *error)
{
    struct event_row *events;
    struct marks marks;
    int count;
    if (!store_journal_events(verifying->store, row->journal, &events, &count, error))
        return false;
    verifying->checked++;
    if (!marks_fold_levels(&marks, events, count, INT64_MAX, NULL))
        find(verifying, row, _("an event of this grading makes no sense"));
    else if (!is_as_marked(row, &marks))
        find(verifying, row, _("the grading is not what its events come to"));
    marks_clear(&marks);
    store_free_events(events, count);
    return true;
}

static bool verify_class(struct verifying *verifying, const char *class, struct error *error)
{
    struct grade_row *rows;
    int count;
    if (!store_grades(verifying->store, class, &rows, &count, error))
        return false;
    bool done = true;
    for (int i = 0; done && i < count; i++)
        done = verify_grade(verifying, &rows[i], error);
    free(rows);
    return done;
}

bool grading_verify(struct store *store, store_reporter *report, void *data, int *checked, int *bad,
                    struct error *error)
{
    struct verifying verifying = {.store = store, .report = report, .data = data};
    struct class_row *classes;
    int count;
    if (!store_classes(store, &classes, &count, error))
        return false;
    bool done = true;
    for (int i = 0; done && i < count; i++)
        done = verify_class(&verifying, classes[i].id, error);
    free(classes);
    *checked = verifying.checked;
    *bad = verifying.bad;
    return done;
}
