/* report.c: one pass over the facts, and who they are about. */
#include "class/report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/report_parts.h"

void *report_extend(void *array, int count, size_t size)
{
    char *grown = array;
    if ((count & (count - 1)) == 0) {
        grown = reallocarray(array, count > 0 ? 2 * (size_t)count : 1, size);
        if (!grown)
            abort();
    }
    memset(grown + (size_t)count * size, 0, size);
    return grown;
}

/* ------------------------------------------------------------------------------- people ---- */

static unsigned hash_id(const char *id)
{
    unsigned hash = 2166136261U; /* FNV-1a */
    for (; *id; id++)
        hash = (hash ^ (unsigned char)*id) * 16777619U;
    return hash;
}

/* The slot of this person, or the free one where it would go. */
static int *find_slot(struct making *making, const char *id)
{
    unsigned mask = (unsigned)making->slot_count - 1;
    unsigned at = hash_id(id) & mask;
    while (making->slots[at] > 0 &&
           strcmp(making->report->people[making->slots[at] - 1].id, id) != 0)
        at = (at + 1) & mask;
    return &making->slots[at];
}

/* After the people were added or moved. */
static void making_index(struct making *making)
{
    int count = making->report->people_count;
    free(making->slots);
    making->slot_count = 64;
    while (making->slot_count < 4 * count)
        making->slot_count *= 2;
    making->slots = calloc((size_t)making->slot_count, sizeof *making->slots);
    if (!making->slots)
        abort();
    for (int i = 0; i < count; i++)
        *find_slot(making, making->report->people[i].id) = i + 1;
}

static struct report_person *add_person(struct making *making, const struct person *person)
{
    struct report *report = making->report;
    report->people = report_extend(report->people, report->people_count, sizeof *report->people);
    struct report_person *added = &report->people[report->people_count++];
    memcpy(added->id, person->id, sizeof added->id);
    added->name = arena_strdup(report->arena, person->name);
    added->staff_number = arena_strdup(report->arena, person->staff_number);
    added->account = added->staff_number[0] ? added->staff_number : added->id;
    added->branch = added->role = "";
    if (4 * report->people_count > 3 * making->slot_count)
        making_index(making);
    else
        *find_slot(making, added->id) = report->people_count;
    return added;
}

struct report_person *making_person(struct making *making, const char *id, struct error *error)
{
    struct person person;
    int slot = *find_slot(making, id);
    if (slot > 0)
        return &making->report->people[slot - 1];
    return store_person_by_id(making->store, id, &person, error) ? add_person(making, &person)
                                                                 : NULL;
}

static bool add_roster(struct making *making, struct error *error)
{
    struct roster_entry *entries;
    int count;
    const char *only = making->options->person;
    struct arena *arena = making->report->arena;
    if (!store_roster(making->store, making->options->class, &entries, &count, error))
        return false;
    for (int i = 0; i < count; i++) {
        if (only && strcmp(entries[i].person.id, only) != 0)
            continue;
        struct report_person *person = add_person(making, &entries[i].person);
        person->number = entries[i].position;
        person->on_roster = true;
        person->branch = arena_strdup(arena, entries[i].branch);
        person->role = arena_strdup(arena, entries[i].role);
    }
    free(entries);
    return true;
}

/* ---------------------------------------------------------------------------- one session ---- */

struct outcome { /* of a session, with what trainers made of it */
    double score;
    bool critical, passed;
};

static bool broke_critical(const struct outline *outline, const struct fact_row *fact)
{
    for (int i = 0; i < outline->rule_count; i++) {
        const uint8_t *mark = fact->marks + (ptrdiff_t)i * FACT_MARK_SIZE;
        if (outline->critical[i] && mark[0] < mark[1])
            return true;
    }
    return false;
}

static struct outcome judge(const struct making *making, const struct outline *outline,
                            const struct fact_row *fact)
{
    const struct final_score *final =
        grading_find(making->finals, making->final_count, fact->session);
    struct outcome outcome = {.score = fact->score};
    if (final) {
        outcome.score = final->score;
        outcome.critical = final->critical;
    } else {
        outcome.critical = broke_critical(outline, fact);
    }
    outcome.passed = !outcome.critical && outcome.score >= making->report->pass_mark - 1e-9;
    return outcome;
}

static struct report_standing *standing_at(struct report_person *person, int scenario)
{
    while (person->standing_count <= scenario) {
        person->standings =
            report_extend(person->standings, person->standing_count, sizeof *person->standings);
        person->standing_count++;
    }
    return &person->standings[scenario];
}

static struct report_mark *mark_at(struct report_person *person, int rule)
{
    while (person->mark_count <= rule) {
        person->marks = report_extend(person->marks, person->mark_count, sizeof *person->marks);
        person->mark_count++;
    }
    return &person->marks[rule];
}

static void add_attempt(struct report *report, struct report_standing *standing,
                        const struct outcome *outcome)
{
    struct attempt attempt = {.score = outcome->score, .critical = outcome->critical};
    int before = standing->attempts.count;
    int at = before < REPORT_ATTEMPTS ? before : REPORT_ATTEMPTS - 1;
    attempts_add(&standing->attempts, attempt);
    report->progress[at].count++;
    report->progress[at].sum += attempt.score;
    report->progress[at].gain += attempt.score - standing->attempts.first.score;
}

static void add_place(struct report_rule *rule, int scenario)
{
    int at = 0;
    while (at < rule->where_count && rule->where[at].scenario != scenario)
        at++;
    if (at == rule->where_count) {
        rule->where = report_extend(rule->where, rule->where_count, sizeof *rule->where);
        rule->where[rule->where_count++].scenario = scenario;
    }
    rule->where[at].sessions++;
}

static void add_mark(struct report *report, struct report_person *person, int rule, double worth,
                     int scenario)
{
    struct report_mark *mark = mark_at(person, rule);
    mark->sum += worth;
    mark->sessions++;
    report->rules[rule].all.sum += worth;
    report->rules[rule].all.sessions++;
    report->rules[rule].broken += worth < 1;
    add_place(&report->rules[rule], scenario);
}

static bool add_marks(struct making *making, struct report_person *person,
                      const struct outline *outline, const struct fact_row *fact,
                      struct error *error)
{
    double worth[RULE_MAX];
    const struct final_score *final =
        grading_find(making->finals, making->final_count, fact->session);
    if (final && !outline_marked(making, outline, fact, final, worth, error))
        return false;
    for (int i = 0; i < outline->rule_count; i++) {
        const uint8_t *bytes = fact->marks + (ptrdiff_t)i * FACT_MARK_SIZE;
        if (!final)
            worth[i] = bytes[1] > 0 ? (double)bytes[0] / bytes[1] : NOT_CALLED_FOR;
        if (worth[i] >= 0)
            add_mark(making->report, person, outline->rules[i], worth[i], outline->scenario);
    }
    return true;
}

static enum band band_of(double score)
{
    double reached = score + 1e-9;
    return reached >= bands_default.excellent ? BAND_EXCELLENT
           : reached >= bands_default.good    ? BAND_GOOD
           : reached >= bands_default.pass    ? BAND_PASS
                                              : BAND_FAIL;
}

static void add_to_distribution(struct report_distribution *distribution,
                                const struct outcome *outcome)
{
    double score = outcome->score + 1e-9;
    int bin = (int)(score / (100.0 / REPORT_BINS));
    long hundredths = lround(fmin(fmax(outcome->score, 0), 100) * 100);
    distribution->bins[bin < REPORT_BINS ? bin : REPORT_BINS - 1]++;
    distribution->counts[hundredths]++;
    distribution->sums[hundredths] += outcome->score;
    distribution->bands[band_of(outcome->score)]++;
    distribution->passed += outcome->passed;
    distribution->critical += outcome->critical;
    spread_add(&distribution->scores, outcome->score);
}

static void add_to_scenario(struct report_scenario *scenario, const struct fact_row *fact,
                            const struct outcome *outcome)
{
    scenario->sessions++;
    scenario->live += fact->live;
    scenario->seconds += fact->seconds;
    scenario->passed += outcome->passed;
    scenario->critical += outcome->critical;
    spread_add(&scenario->scores, outcome->score);
}

static void add_latest(struct report *report, const struct outline *outline,
                       const struct fact_row *fact, const struct outcome *outcome)
{
    struct report_latest *latest = report->latest;
    memmove(latest + 1, latest, (REPORT_LATEST - 1) * sizeof *latest);
    *latest = (struct report_latest){.at = ulid_time(fact->session),
                                     .scenario = outline->scenario,
                                     .score = outcome->score,
                                     .passed = outcome->passed,
                                     .live = fact->live,
                                     .seconds = fact->seconds};
    snprintf(latest->session, sizeof latest->session, "%s", fact->session);
    report->latest_count += report->latest_count < REPORT_LATEST;
}

static bool does_not_fit(const struct fact_row *fact, struct error *error)
{
    return error_set(error, ERROR_TAMPERED,
                     _("session %s: what is counted of it does not fit its scenario; make the "
                       "counts again with `yanlian report --recount`"),
                     fact->session);
}

static bool add_fact(void *data, const struct fact_row *fact, struct error *error)
{
    struct making *making = data;
    struct report *report = making->report;
    if (fact->mode == MODE_CLASS && !fact->live) {
        report->voted++;
        return true;
    }
    const struct outline *outline = outline_of(making, fact, error);
    struct report_person *person = outline ? making_person(making, fact->person, error) : NULL;
    if (!person)
        return false;
    if (fact->marks_size != outline->rule_count * FACT_MARK_SIZE)
        return does_not_fit(fact, error);
    struct outcome outcome = judge(making, outline, fact);
    making->session++;
    if (!outline_add_path(making, outline, fact, outcome.score))
        return does_not_fit(fact, error);
    report->to = ulid_time(fact->session);
    report->from = report->sessions == 0 ? report->to : report->from;
    report->sessions++;
    report->live += fact->live;
    person->sessions++;
    person->seconds += fact->seconds;
    add_attempt(report, standing_at(person, outline->scenario), &outcome);
    if (!add_marks(making, person, outline, fact, error))
        return false;
    add_to_distribution(&report->distribution, &outcome);
    add_to_scenario(&report->scenarios[outline->scenario], fact, &outcome);
    if (making->options->person)
        add_latest(report, outline, fact, &outcome);
    return true;
}

/* ------------------------------------------------------------------------------- after ---- */

static void sum_up(const struct report *report, struct report_person *person)
{
    int scenarios = 0;
    double sum = 0;
    for (int i = 0; i < person->standing_count; i++) {
        struct report_standing *standing = &person->standings[i];
        if (standing->attempts.count == 0)
            continue;
        standing->counts = policy_count(report->policy, &standing->attempts);
        standing->passed =
            !standing->counts.critical && standing->counts.score >= report->pass_mark - 1e-9;
        person->critical = person->critical || standing->counts.critical;
        sum += standing->counts.score;
        scenarios++;
    }
    person->has_overall = scenarios > 0;
    person->overall = scenarios > 0 ? sum / scenarios : 0;
    person->passed =
        scenarios > 0 && !person->critical && person->overall >= report->pass_mark - 1e-9;
}

/* ------------------------------------------------------------------------------ making ---- */

static bool begin(struct making *making, struct error *error)
{
    struct report *report = making->report;
    const struct report_options *options = making->options;
    struct person person;
    report->policy = POLICY_BEST;
    report->pass_mark = bands_default.pass;
    report->title = _("All sessions");
    making_index(making);
    if (options->class) {
        if (!store_class(making->store, options->class, &report->class, error) ||
            !grading_scores(making->store, options->class, &making->finals, &making->final_count,
                            error) ||
            !add_roster(making, error))
            return false;
        report->has_class = true;
        report->policy = report->class.policy;
        report->pass_mark = report->class.pass_mark;
        report->title = report->class.title;
    }
    if (options->person) {
        if (!store_person_by_id(making->store, options->person, &person, error) ||
            !making_person(making, options->person, error))
            return false;
        report->has_person = true;
        report->title = report->people[0].name;
    }
    struct outline_row *rows;
    if (!store_outlines(making->store, &rows, &making->outline_count, error))
        return false;
    making->outlines = calloc((size_t)making->outline_count + 1, sizeof *making->outlines);
    if (!making->outlines)
        abort();
    for (int i = 0; i < making->outline_count; i++)
        making->outlines[i].row = rows[i];
    free(rows);
    return true;
}

static bool gather(struct making *making, struct error *error)
{
    struct fact_filter filter = {.class = making->options->class,
                                 .person = making->options->person};
    if (!begin(making, error) ||
        !store_visit_facts(making->store, &filter, add_fact, making, error))
        return false;
    struct report *report = making->report;
    if (!report_add_exercises(making, error) || !report_add_courses(making, error) ||
        !report_add_marking(making, error))
        return false;
    for (int i = 0; i < report->people_count; i++)
        sum_up(report, &report->people[i]);
    if (making->options->anonymise && !report_mask(making, error))
        return false;
    report_sort(report);
    return true;
}

struct report *report_make(struct store *store, const struct report_options *options,
                           struct error *error)
{
    struct report *report = calloc(1, sizeof *report);
    if (!report)
        abort();
    report->arena = arena_new();
    report->language = options->language;
    report->anonymised = options->anonymise;
    struct making making = {.store = store, .report = report, .options = options};
    bool done = gather(&making, error);
    outlines_free(&making);
    free(making.finals);
    free(making.slots);
    if (done)
        return report;
    report_free(report);
    return NULL;
}

static void free_scenario(struct report_scenario *scenario)
{
    for (int i = 0; i < scenario->node_count; i++) {
        for (int j = 0; j < scenario->nodes[i].response_count; j++)
            free(scenario->nodes[i].responses[j].edges);
        free(scenario->nodes[i].responses);
    }
    free(scenario->nodes);
}

void report_free(struct report *report)
{
    if (!report)
        return;
    for (int i = 0; i < report->people_count; i++) {
        free(report->people[i].standings);
        free(report->people[i].marks);
        free(report->people[i].exercises);
    }
    for (int i = 0; i < report->scenario_count; i++)
        free_scenario(&report->scenarios[i]);
    for (int i = 0; i < report->rule_count; i++)
        free(report->rules[i].where);
    for (int i = 0; i < report->course_count; i++)
        free(report->courses[i].segments);
    free(report->people);
    free(report->scenarios);
    free(report->rules);
    free(report->exercises);
    free(report->courses);
    arena_free(report->arena);
    free(report);
}

/* ------------------------------------------------------------------------------ looking ---- */

const struct report_standing *report_standing(const struct report_person *person, int scenario)
{
    bool there =
        scenario < person->standing_count && person->standings[scenario].attempts.count > 0;
    return there ? &person->standings[scenario] : NULL;
}

const struct report_mark *report_mark(const struct report_person *person, int rule)
{
    bool there = rule < person->mark_count && person->marks[rule].sessions > 0;
    return there ? &person->marks[rule] : NULL;
}

double report_mean_mark(const struct report_mark *mark)
{
    return mark->sessions > 0 ? mark->sum / mark->sessions : 0;
}

int report_percent(const struct report_mark *mark)
{
    double mean = report_mean_mark(mark);
    int percent = (int)lround(100 * mean);
    if (percent == 100 && mean < 1 - 1e-9)
        return 99;
    return percent == 0 && mean > 1e-9 ? 1 : percent;
}

/* The score of this rank, from 1. */
static double ranked(const struct report_distribution *distribution, int rank)
{
    int below = 0;
    for (int hundredths = 0; hundredths < REPORT_HUNDREDTHS; hundredths++) {
        below += distribution->counts[hundredths];
        if (below >= rank)
            return distribution->sums[hundredths] / distribution->counts[hundredths];
    }
    return 0;
}

double report_median(const struct report_distribution *distribution)
{
    int count = distribution->scores.count;
    if (count == 0)
        return 0;
    return (ranked(distribution, (count + 1) / 2) + ranked(distribution, count / 2 + 1)) / 2;
}
