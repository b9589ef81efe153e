/* marking.c: opens a marking, and puts down what the trainer decides, an event at a time. */
#include "class/marking.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/marking_parts.h"
#include "practice/record.h"

/* ----------------------------------------------------------------------------- opening ---- */

static bool fold_journal(struct store *store, const struct paper *paper, const char *journal,
                         struct marks *marks, struct error *error)
{
    struct event_row *events;
    int count;
    if (!store_journal_events(store, journal, &events, &count, error))
        return false;
    bool done = marks_fold(marks, paper->scenario, events, count, INT64_MAX, error);
    store_free_events(events, count);
    return done;
}

static bool open_own(struct marking *marking, const struct grade_row *row, struct error *error)
{
    marking->row = *row;
    return store_journal(marking->store, row->journal, &marking->journal, error) &&
           fold_journal(marking->store, marking->paper, row->journal, &marking->marks, error);
}

static bool open_other(struct marking *marking, const struct grade_row *row, struct error *error)
{
    struct other_marking *other = &marking->others[marking->other_count];
    struct trainer trainer;
    *other = (struct other_marking){.row = *row};
    if (!store_trainer_by_id(marking->store, row->trainer, &trainer, error) ||
        !fold_journal(marking->store, marking->paper, row->journal, &other->marks, error))
        return false;
    memcpy(other->trainer, trainer.name, sizeof other->trainer);
    marking->other_count++;
    return true;
}

/* Reads who has marked this so far, and what of it may be seen. */
static bool open_rows(struct marking *marking, struct error *error)
{
    struct grade_row *rows;
    int count;
    if (!store_grades(marking->store, marking->class.id, &rows, &count, error))
        return false;
    struct standing_of_subject standing =
        standing_find(rows, count, marking->paper->subject, marking->trainer.id);
    marking->twice = standing.count == 2 ||
                     (marking->paper->kind != PAPER_EXERCISE &&
                      grading_is_double(marking->paper->subject, marking->class.double_share));
    marking->state = standing_state(&standing, marking->twice);
    marking->may_write =
        standing.own || marking->state == GRADING_OPEN || marking->state == GRADING_SECOND;
    bool done = !standing.own || open_own(marking, standing.own, error);
    for (int i = 0; done && i < standing.count && marking->state == GRADING_DONE; i++) {
        if (standing.rows[i] != standing.own)
            done = open_other(marking, standing.rows[i], error);
    }
    free(rows);
    return done;
}

static void clear_rows(struct marking *marking)
{
    marks_clear(&marking->marks);
    for (int i = 0; i < marking->other_count; i++)
        marks_clear(&marking->others[i].marks);
    marking->other_count = 0;
    marking->row = (struct grade_row){.score = -1};
}

static bool is_of_class(const struct marking *marking, struct error *error)
{
    return strcmp(marking->paper->class, marking->class.id) == 0 ||
           error_set(error, ERROR_NOT_FOUND, _("%s is not of the class %s"),
                     marking->paper->subject, marking->class.id);
}

struct marking *marking_open(struct store *store, const struct marking_options *options,
                             bool exercise, const char *subject, struct error *error)
{
    struct marking *marking = calloc(1, sizeof *marking);
    if (!marking)
        abort();
    marking->store = store;
    marking->class = *options->class;
    marking->trainer = *options->trainer;
    marking->blind = options->blind;
    snprintf(marking->rubric, sizeof marking->rubric, "%s", options->rubric);
    marks_begin(&marking->marks);
    clear_rows(marking);
    marking->paper = paper_open(store, exercise, subject, options->blind, error);
    if (!marking->paper || !is_of_class(marking, error) || !open_rows(marking, error)) {
        marking_close(marking);
        return NULL;
    }
    return marking;
}

void marking_close(struct marking *marking)
{
    if (!marking)
        return;
    clear_rows(marking);
    paper_close(marking->paper);
    free(marking);
}

/* ------------------------------------------------------------------------------ score ---- */

double marking_score(const struct marking *marking, bool *critical)
{
    const struct paper *paper = marking->paper;
    struct rule_state states[RULE_MAX];
    struct score score;
    *critical = false;
    if (!paper->scenario)
        return paper->score;
    marks_states(&marking->marks, paper->scenario, paper->rules, states);
    score_compute(paper->scenario, states, &bands_default, &score);
    *critical = score.critical >= 0;
    return score.total;
}

enum verdict marking_machine(const struct marking *marking, int rule)
{
    return rule_verdict(&marking->paper->scenario->rules[rule], &marking->paper->rules[rule]);
}

enum verdict marking_verdict(const struct marking *marking, int rule)
{
    return marks_verdict(&marking->marks, marking->paper->scenario, &marking->paper->rules[rule],
                         rule);
}

/* ---------------------------------------------------------------------------- writing ---- */

/* What the journal comes to, for its row. */
static void update_row(const struct marks *marks, struct grade_row *row)
{
    memcpy(row->levels, marks->levels, sizeof row->levels);
    row->overall = marks->overall;
    row->submitted = marks->submitted;
    row->score = marks->submitted ? marks->score : -1;
    row->critical = marks->submitted && marks->critical;
}

/*
 * The event is on disk and taken in, or nothing has happened. An event that the marks refuse would
 * spoil the journal for ever, so they are asked before it is written. Frees the payload.
 */
static bool put_down(struct marking *marking, const char *kind, cJSON *payload, struct error *error)
{
    char *json = cJSON_PrintUnformatted(payload);
    struct marks after;
    struct grade_row row = marking->row;
    int64_t now = clock_wall_ms();
    struct event_row event = {.seq = marking->journal.event_count + 1, .at = now, .payload = json};
    cJSON_Delete(payload);
    if (!json)
        abort();
    snprintf(event.kind, sizeof event.kind, "%s", kind);
    marks_copy(&marking->marks, &after);
    bool done = marks_apply(&after, marking->paper->scenario, &event, error);
    if (done) {
        update_row(&after, &row);
        done = store_append_grade(marking->store, &row, &marking->journal, kind, json, now, error);
    }
    free(json);
    if (!done) {
        marks_clear(&after);
        return false;
    }
    marks_clear(&marking->marks);
    marking->marks = after;
    marking->row = row;
    return true;
}

static bool claim(struct marking *marking, struct error *error)
{
    struct grade_row row = {.marking = marking->state == GRADING_SECOND ? 2 : 1,
                            .exercise = marking->paper->kind == PAPER_EXERCISE,
                            .score = -1};
    memcpy(row.class, marking->class.id, sizeof row.class);
    memcpy(row.subject, marking->paper->subject, sizeof row.subject);
    memcpy(row.trainer, marking->trainer.id, sizeof row.trainer);
    if (!store_begin_grade(marking->store, &row, &marking->journal, clock_wall_ms(), error))
        return false;
    marking->row = row;
    marking->state = GRADING_DRAFT;
    return true;
}

/* Somebody may have begun since this was opened: then the second marking is there to be had. */
static bool claim_again(struct marking *marking, struct error *error)
{
    struct error first = *error;
    bool second = marking->state == GRADING_OPEN && first.code == ERROR_NOT_ALLOWED;
    clear_rows(marking);
    if (!open_rows(marking, error))
        return false;
    if (second && marking->state == GRADING_SECOND)
        return claim(marking, error);
    *error = first;
    return false;
}

/* Takes the marking that is free for this trainer, unless a crash came between that and this. */
static bool begin(struct marking *marking, struct error *error)
{
    struct error refused = {0};
    if (marking->row.journal[0] == '\0' && !claim(marking, &refused) &&
        !claim_again(marking, &refused))
        return error_set(error, refused.code, "%s", refused.message);
    cJSON *payload = cJSON_CreateObject();
    cJSON_AddNumberToObject(payload, "marking", marking->row.marking);
    cJSON_AddBoolToObject(payload, "blind", marking->blind);
    cJSON_AddNumberToObject(payload, "score", marking->paper->score);
    cJSON_AddStringToObject(payload, "rubric", marking->rubric);
    return put_down(marking, "begin", payload, error);
}

/* What may be written is begun now, if it was not; what is submitted stays as it is. */
static bool may_change(struct marking *marking, struct error *error)
{
    if (!marking->may_write)
        return error_set(error, ERROR_NOT_ALLOWED,
                         _("other trainers mark this one: it can only be looked at"));
    if (marking->marks.submitted)
        return error_set(error, ERROR_NOT_ALLOWED,
                         _("this marking is submitted: reopen it, with a reason, to change it"));
    return marking->marks.begun || begin(marking, error);
}

bool marking_rate(struct marking *marking, enum criterion criterion, int level, struct error *error)
{
    if (marking->paper->kind == PAPER_EXERCISE)
        return error_set(error, ERROR_USAGE,
                         _("an exercise has no criteria: give it an overall rating"));
    if (level < 1 || level > LEVEL_MAX)
        return error_set(error, ERROR_USAGE, _("there is no level %d: 1 to %d"), level, LEVEL_MAX);
    if (!may_change(marking, error))
        return false;
    if (marking->marks.levels[criterion] == level)
        return true;
    cJSON *payload = cJSON_CreateObject();
    cJSON_AddStringToObject(payload, "criterion", criterion_id(criterion));
    cJSON_AddNumberToObject(payload, "level", level);
    cJSON_AddNumberToObject(payload, "was", marking->marks.levels[criterion]);
    return put_down(marking, "rate", payload, error);
}

bool marking_overall(struct marking *marking, int level, struct error *error)
{
    if (level < 1 || level > LEVEL_MAX)
        return error_set(error, ERROR_USAGE, _("there is no level %d: 1 to %d"), level, LEVEL_MAX);
    if (!may_change(marking, error))
        return false;
    if (marking->marks.overall == level)
        return true;
    cJSON *payload = cJSON_CreateObject();
    cJSON_AddNumberToObject(payload, "level", level);
    cJSON_AddNumberToObject(payload, "was", marking->marks.overall);
    return put_down(marking, "overall", payload, error);
}

/* Turn 0 is the opening; a played session has as many as were played. */
static int last_turn(const struct paper *paper)
{
    if (paper->kind == PAPER_EXERCISE)
        return -1;
    if (!paper->play)
        return paper->scenario->turns;
    return session_state(play_session(paper->play))->turn;
}

bool marking_comment(struct marking *marking, int turn, const char *text, struct error *error)
{
    int last = last_turn(marking->paper);
    if (turn != COMMENT_OVERALL && last < 0)
        return error_set(error, ERROR_USAGE, _("an exercise has no turns: comment on the whole"));
    if (turn != COMMENT_OVERALL && (turn < 0 || turn > last))
        return error_set(error, ERROR_USAGE, _("there is no turn %d: 0 (the opening) to %d"), turn,
                         last);
    if (!may_change(marking, error))
        return false;
    char *clean = text_clean(text, strlen(text), COMMENT_BYTES, true);
    const char *had =
        turn == COMMENT_OVERALL ? marking->marks.comment : marking->marks.comments[turn];
    bool same = strcmp(clean, had ? had : "") == 0;
    cJSON *payload = cJSON_CreateObject();
    if (turn != COMMENT_OVERALL)
        cJSON_AddNumberToObject(payload, "turn", turn);
    cJSON_AddStringToObject(payload, "text", clean);
    free(clean);
    if (!same)
        return put_down(marking, "comment", payload, error);
    cJSON_Delete(payload);
    return true;
}

/* Adds the reason, cleaned; false when there is none. */
static bool add_reason(cJSON *payload, const char *reason, struct error *error)
{
    char *clean = text_clean(reason, strlen(reason), COMMENT_BYTES, false);
    bool given = clean[0] != '\0';
    cJSON_AddStringToObject(payload, "reason", clean);
    free(clean);
    return given ||
           error_set(error, ERROR_USAGE, _("give the reason: it stays on record with the change"));
}

static bool may_adjust(struct marking *marking, int rule, enum verdict to, struct error *error)
{
    if (!marking->paper->scenario)
        return error_set(error, ERROR_USAGE, _("an exercise has no verdicts to adjust"));
    if (rule < 0 || rule >= marking->paper->scenario->rule_count)
        return error_set(error, ERROR_USAGE, _("no rule of that name judges this conversation"));
    bool offered = to == VERDICT_KEPT || to == VERDICT_BROKEN || to == VERDICT_NOT_ACTIVATED;
    if (!offered && to != marking_machine(marking, rule))
        return error_set(error, ERROR_USAGE,
                         _("a verdict is adjusted to kept, broken or not-activated"));
    if (to == marking_verdict(marking, rule))
        return error_set(error, ERROR_USAGE, _("that is the verdict already"));
    return may_change(marking, error);
}

bool marking_adjust(struct marking *marking, int rule, enum verdict to, const char *reason,
                    struct error *error)
{
    char name[RULE_NAME_SIZE];
    cJSON *payload = cJSON_CreateObject();
    if (!add_reason(payload, reason, error) || !may_adjust(marking, rule, to, error)) {
        cJSON_Delete(payload);
        return false;
    }
    rule_name(marking->paper->scenario, rule, name);
    cJSON_AddStringToObject(payload, "rule", name);
    cJSON_AddStringToObject(payload, "from", verdict_name(marking_verdict(marking, rule)));
    cJSON_AddStringToObject(payload, "to", verdict_name(to));
    cJSON_AddBoolToObject(payload, "machine", to == marking_machine(marking, rule));
    return put_down(marking, "adjust", payload, error);
}

bool marking_submit(struct marking *marking, struct error *error)
{
    bool critical;
    int missing = marks_missing(&marking->marks, marking->paper->kind == PAPER_EXERCISE);
    if (!marking->may_write || marking->marks.submitted)
        return may_change(marking, error);
    if (missing == CRITERION_COUNT)
        return error_set(error, ERROR_NOT_ALLOWED, _("the overall rating is still missing"));
    if (missing >= 0)
        return error_set(error, ERROR_NOT_ALLOWED, _("'%s' is not rated yet"),
                         criterion_label((enum criterion)missing));
    cJSON *payload = cJSON_CreateObject();
    cJSON_AddNumberToObject(payload, "score", marking_score(marking, &critical));
    cJSON_AddBoolToObject(payload, "critical", critical);
    if (!put_down(marking, "submit", payload, error))
        return false;
    clear_rows(marking);
    return open_rows(marking, error);
}

bool marking_reopen(struct marking *marking, const char *reason, struct error *error)
{
    if (!marking->may_write || !marking->marks.submitted)
        return error_set(error, ERROR_NOT_ALLOWED,
                         _("only a marking of your own that is submitted can be reopened"));
    cJSON *payload = cJSON_CreateObject();
    if (!add_reason(payload, reason, error)) {
        cJSON_Delete(payload);
        return false;
    }
    if (!put_down(marking, "reopen", payload, error))
        return false;
    clear_rows(marking);
    return open_rows(marking, error);
}
