/* moderation.c: gathers what was marked twice, as it stood before either had seen the other's. */
#include "class/moderation.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "class/marks.h"

/* Scores differ by fractions; 15 points are 15 although a sum missed by a hair. */
#define SCORE_SLACK 1e-9

/* ------------------------------------------------------------------------------ events ---- */

static bool is_submitted_at(const struct event_row *events, int count, int64_t at)
{
    bool submitted = false;
    for (int i = 0; i < count && events[i].at <= at; i++) {
        submitted = submitted || strcmp(events[i].kind, "submit") == 0;
        submitted = submitted && strcmp(events[i].kind, "reopen") != 0;
    }
    return submitted;
}

struct journals { /* of the two markings of a session */
    struct event_row *events[2];
    int counts[2];
};

static bool read_journals(struct store *store, const struct grade_row rows[2],
                          struct journals *journals, struct error *error)
{
    *journals = (struct journals){0};
    for (int i = 0; i < 2; i++) {
        if (!store_journal_events(store, rows[i].journal, &journals->events[i],
                                  &journals->counts[i], error))
            return false;
    }
    return true;
}

static void free_journals(struct journals *journals)
{
    for (int i = 0; i < 2; i++)
        store_free_events(journals->events[i], journals->counts[i]);
}

static void take_marks(struct double_marking *marking, int which, const struct marks *marks)
{
    memcpy(marking->levels[which], marks->levels, sizeof marking->levels[which]);
    marking->overall[which] = marks->overall;
    marking->scores[which] = marks->score;
    marking->criticals[which] = marks->critical;
}

static int gap(int first, int second)
{
    return abs(first - second);
}

static void measure(struct double_marking *marking)
{
    marking->level_gap = gap(marking->overall[0], marking->overall[1]);
    for (int i = 0; i < CRITERION_COUNT; i++) {
        int levels = gap(marking->levels[0][i], marking->levels[1][i]);
        marking->level_gap = levels > marking->level_gap ? levels : marking->level_gap;
    }
    marking->score_gap = fabs(marking->scores[0] - marking->scores[1]);
    marking->big = marking->level_gap >= BIG_LEVELS ||
                   marking->score_gap + SCORE_SLACK >= BIG_POINTS ||
                   marking->criticals[0] != marking->criticals[1];
}

/* The first moment at which both were submitted; 0: there was none. */
static int64_t both_submitted_at(const struct journals *journals)
{
    int64_t found = 0;
    for (int side = 0; side < 2; side++) {
        for (int i = 0; i < journals->counts[side]; i++) {
            int64_t at = journals->events[side][i].at;
            if (strcmp(journals->events[side][i].kind, "submit") == 0 &&
                (found == 0 || at < found) &&
                is_submitted_at(journals->events[0], journals->counts[0], at) &&
                is_submitted_at(journals->events[1], journals->counts[1], at))
                found = at;
        }
    }
    return found;
}

/* As both stood when neither could have seen the other's. `*both` is false when that never was. */
static bool fold_both(const struct journals *journals, struct double_marking *marking, bool *both,
                      struct error *error)
{
    int64_t seen = both_submitted_at(journals);
    bool done = true;
    *both = seen > 0;
    for (int i = 0; *both && done && i < 2; i++) {
        struct marks marks;
        done = marks_fold_levels(&marks, journals->events[i], journals->counts[i], seen, error);
        if (done)
            take_marks(marking, i, &marks);
        marks_clear(&marks);
    }
    return done;
}

/* --------------------------------------------------------------------------- gathering ---- */

static bool name_scenario(struct store *store, struct double_marking *marking, struct error *error)
{
    struct session_row session;
    if (!store_session(store, marking->session, &session, error))
        return false;
    memcpy(marking->scenario, session.scenario, sizeof marking->scenario);
    return true;
}

static bool name_trainer(struct store *store, const char *id, char name[STORE_NAME_MAX + 1],
                         struct error *error)
{
    struct trainer trainer;
    if (!store_trainer_by_id(store, id, &trainer, error))
        return false;
    memcpy(name, trainer.name, sizeof trainer.name);
    return true;
}

static bool add_double(struct store *store, struct moderation *moderation,
                       const struct grade_row rows[2], struct error *error)
{
    struct double_marking *marking = &moderation->doubles[moderation->double_count];
    struct journals journals;
    bool both = false;
    *marking = (struct double_marking){0};
    memcpy(marking->session, rows[0].subject, sizeof marking->session);
    bool done = read_journals(store, rows, &journals, error) &&
                fold_both(&journals, marking, &both, error) &&
                name_scenario(store, marking, error) &&
                name_trainer(store, rows[0].trainer, marking->trainers[0], error) &&
                name_trainer(store, rows[1].trainer, marking->trainers[1], error);
    free_journals(&journals);
    if (done && both) {
        measure(marking);
        moderation->double_count++;
    }
    return done;
}

static bool add_rows(struct store *store, struct moderation *moderation,
                     const struct grade_row *rows, int count, struct error *error)
{
    bool done = true;
    moderation->doubles = calloc((size_t)count / 2 + 1, sizeof *moderation->doubles);
    if (!moderation->doubles)
        abort();
    for (int i = 0; done && i < count; i++) {
        moderation->submitted += !rows[i].exercise && rows[i].submitted;
        if (i + 1 < count && !rows[i].exercise && strcmp(rows[i].subject, rows[i + 1].subject) == 0)
            done = add_double(store, moderation, &rows[i], error);
    }
    return done;
}

/* ---------------------------------------------------------------------------- counting ---- */

struct counting {
    const struct class_row *class;
    struct moderation *moderation;
};

/* One by one: there may be very many. */
static bool count_session(void *data, const struct session_row *session, struct error *error)
{
    const struct counting *counting = data;
    (void)error;
    counting->moderation->sessions++;
    counting->moderation->to_double +=
        grading_is_double(session->id, counting->class->double_share);
    return true;
}

bool moderation_count(struct store *store, const struct class_row *class,
                      struct moderation *moderation, struct error *error)
{
    const struct session_filter filter = {
        .class = class->id, .state = SESSION_FINISHED, .personal = true};
    struct counting counting = {.class = class, .moderation = moderation};
    /* Also those that were marked twice without having to be. */
    moderation->sessions = moderation->to_double = 0;
    for (int i = 0; i < moderation->double_count; i++)
        moderation->to_double +=
            !grading_is_double(moderation->doubles[i].session, class->double_share);
    return store_visit_sessions(store, &filter, count_session, &counting, error);
}

/* -------------------------------------------------------------------------- statistics ---- */

static int compare_doubles(const void *left, const void *right)
{
    const struct double_marking *a = left, *b = right;
    if (a->big != b->big)
        return a->big ? -1 : 1;
    if (a->level_gap != b->level_gap)
        return b->level_gap - a->level_gap;
    if (fabs(a->score_gap - b->score_gap) > SCORE_SLACK)
        return a->score_gap > b->score_gap ? -1 : 1;
    return strcmp(a->session, b->session);
}

static void compare_levels(struct moderation *moderation)
{
    int count = moderation->double_count;
    int(*pairs)[2] = calloc((size_t)count + 1, sizeof *pairs);
    double(*ratings)[2] = calloc((size_t)count + 1, sizeof *ratings);
    if (!pairs || !ratings)
        abort();
    for (int criterion = 0; criterion <= CRITERION_COUNT; criterion++) {
        for (int i = 0; i < count; i++) {
            const struct double_marking *marking = &moderation->doubles[i];
            for (int side = 0; side < 2; side++)
                pairs[i][side] = criterion == CRITERION_COUNT ? marking->overall[side]
                                                              : marking->levels[side][criterion];
        }
        struct kappa kappa = kappa_quadratic((const int(*)[2])pairs, count, LEVEL_MAX);
        *(criterion == CRITERION_COUNT ? &moderation->overall : &moderation->criteria[criterion]) =
            kappa;
    }
    for (int i = 0; i < count; i++) {
        ratings[i][0] = moderation->doubles[i].scores[0];
        ratings[i][1] = moderation->doubles[i].scores[1];
    }
    moderation->scores = icc_compute(&ratings[0][0], count, 2);
    free(pairs);
    free(ratings);
}

static void set_mark(struct moderation *moderation, const struct grade_row *rows, int count)
{
    struct rated *rated = calloc((size_t)count + 1, sizeof *rated);
    int found = 0;
    if (!rated)
        abort();
    for (int i = 0; i < count; i++) {
        if (rows[i].submitted && !rows[i].exercise)
            rated[found++] = (struct rated){.overall = rows[i].overall, .score = rows[i].score};
    }
    moderation->borderline = borderline_find(rated, found, LEVEL_BORDERLINE);
    free(rated);
}

bool moderation_make(struct store *store, const struct class_row *class,
                     struct moderation *moderation, struct error *error)
{
    struct grade_row *rows;
    int count;
    *moderation = (struct moderation){.fixed_mark = class->pass_mark};
    if (!store_grades(store, class->id, &rows, &count, error))
        return false;
    bool done = add_rows(store, moderation, rows, count, error);
    if (done) {
        qsort(moderation->doubles, (size_t)moderation->double_count, sizeof *moderation->doubles,
              compare_doubles);
        for (int i = 0; i < moderation->double_count; i++)
            moderation->big_count += moderation->doubles[i].big;
        compare_levels(moderation);
        set_mark(moderation, rows, count);
    } else {
        moderation_clear(moderation);
    }
    free(rows);
    return done;
}

void moderation_clear(struct moderation *moderation)
{
    free(moderation->doubles);
    *moderation = (struct moderation){0};
}
