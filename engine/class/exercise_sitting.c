/* exercise_sitting.c: begins a sitting, keeps its draft, hands it in, and opens results again. */
#include "class/exercise_sitting.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/random.h"
#include "base/words.h"
#include "class/courseware.h"
#include "class/exercise_record.h"
#include "practice/library.h"
#include "store/classes.h"

enum { KEY_SIZE = 160 };

struct sitting {
    struct store *store;
    struct bundle *bundle; /* NULL when a result was opened */
    struct exercise_file *file;
    struct exercise_answer answer;
    struct exercise_mark mark;
    struct exercise_row row;
    char draft_key[KEY_SIZE];
    bool has_draft, own_numbers, done;
};

/* ------------------------------------------------------------------------------ looking ---- */

const struct exercise *sitting_exercise(const struct sitting *sitting)
{
    return exercise_file_exercise(sitting->file);
}

const struct exercise_answer *sitting_answer(const struct sitting *sitting)
{
    return &sitting->answer;
}

const struct exercise_mark *sitting_mark(const struct sitting *sitting)
{
    return &sitting->mark;
}

const struct text *sitting_source_title(const struct sitting *sitting, const char *source)
{
    return exercise_file_source_title(sitting->file, source);
}

bool sitting_has_draft(const struct sitting *sitting)
{
    return sitting->has_draft;
}

bool sitting_is_done(const struct sitting *sitting)
{
    return sitting->done;
}

const struct exercise_row *sitting_row(const struct sitting *sitting)
{
    return &sitting->row;
}

const double *sitting_numbers(const struct sitting *sitting)
{
    return exercise_file_values(sitting->file);
}

bool sitting_own_numbers(const struct sitting *sitting)
{
    return sitting->own_numbers;
}

static void mark(struct sitting *sitting)
{
    exercise_score(sitting_exercise(sitting), &sitting->answer, &sitting->mark);
}

/* -------------------------------------------------------------------------------- draft ---- */

static void read_draft(struct sitting *sitting, const char *text)
{
    cJSON *root = cJSON_Parse(text);
    const char *began = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(root, "started_at"));
    if (began)
        clock_parse(began, &sitting->row.started_at);
    exercise_answer_from_json(sitting_exercise(sitting),
                              cJSON_GetObjectItemCaseSensitive(root, "answer"), &sitting->answer);
    sitting->has_draft = exercise_begun(sitting_exercise(sitting), &sitting->answer);
    cJSON_Delete(root);
}

static bool load_draft(struct sitting *sitting, struct error *error)
{
    struct error found = {0};
    char *text = NULL;
    if (store_get_setting(sitting->store, sitting->draft_key, &text, &found) && text[0])
        read_draft(sitting, text);
    free(text);
    if (found.code != ERROR_NONE && error)
        *error = found;
    return found.code == ERROR_NONE;
}

static bool keep_draft(struct sitting *sitting, struct error *error)
{
    char began[CLOCK_TIME_SIZE];
    cJSON *root = cJSON_CreateObject();
    clock_format(sitting->row.started_at, began);
    cJSON_AddStringToObject(root, "started_at", began);
    cJSON_AddItemToObject(root, "answer",
                          exercise_answer_to_json(sitting_exercise(sitting), &sitting->answer));
    char *text = cJSON_PrintUnformatted(root);
    cJSON_Delete(root);
    if (!text)
        abort();
    bool kept = store_set_setting(sitting->store, sitting->draft_key, text, error);
    free(text);
    return kept;
}

/* -------------------------------------------------------------------------------- begin ---- */

/* { "exercise.number": value } of the class, laid over the exercise's own. */
static bool use_class_numbers(struct sitting *sitting, const char *class, struct error *error)
{
    const struct exercise *exercise = sitting_exercise(sitting);
    double values[NUMBER_MAX];
    char *json = store_class_numbers(sitting->store, class, error);
    if (!json)
        return false;
    cJSON *root = cJSON_Parse(json);
    free(json);
    for (int i = 0; i < exercise->number_count; i++) {
        char name[128];
        snprintf(name, sizeof name, "%s.%s", exercise->id, exercise->numbers[i].id);
        const cJSON *own = cJSON_GetObjectItemCaseSensitive(root, name);
        values[i] = cJSON_IsNumber(own) ? own->valuedouble : exercise->numbers[i].value;
        sitting->own_numbers |= cJSON_IsNumber(own) != 0;
    }
    cJSON_Delete(root);
    struct error found = {0};
    if (exercise_file_numbers(sitting->file, values, &found))
        return true;
    return error_set(error, found.code, _("the numbers of class %s do not fit %s: %s"), class,
                     exercise->id, found.message);
}

static void name_draft(struct sitting *sitting, const struct exercise_sitting *who)
{
    snprintf(sitting->draft_key, sizeof sitting->draft_key, "exercise/draft/%s%s/%.60s",
             who->person ? "" : "room-",
             who->person ? who->person->id : (who->class ? who->class : ""),
             sitting_exercise(sitting)->id);
}

static bool begin(struct sitting *sitting, const struct exercise_sitting *who,
                  enum language language, struct error *error)
{
    struct exercise_row *row = &sitting->row;
    sitting->bundle = courseware_bundle("exercises", who->exercise, error);
    sitting->file = sitting->bundle ? exercise_file_load(sitting->bundle, NULL, error) : NULL;
    if (!sitting->file)
        return false;
    if (who->class && !use_class_numbers(sitting, who->class, error))
        return false;
    snprintf(row->class, sizeof row->class, "%s", who->class ? who->class : "");
    snprintf(row->journal, sizeof row->journal, "%s", who->journal ? who->journal : "");
    snprintf(row->exercise, sizeof row->exercise, "%s", sitting_exercise(sitting)->id);
    snprintf(row->digest, sizeof row->digest, "%s", exercise_file_digest(sitting->file));
    snprintf(row->language, sizeof row->language, "%s", language_code(language));
    if (who->person)
        row->person = *who->person;
    row->started_at = clock_wall_ms();
    name_draft(sitting, who);
    return load_draft(sitting, error);
}

static struct sitting *new_sitting(struct store *store)
{
    struct sitting *sitting = calloc(1, sizeof *sitting);
    if (!sitting)
        abort();
    sitting->store = store;
    return sitting;
}

struct sitting *sitting_begin(struct store *store, const struct exercise_sitting *who,
                              enum language language, struct error *error)
{
    struct sitting *sitting = new_sitting(store);
    if (!begin(sitting, who, language, error)) {
        sitting_close(sitting);
        return NULL;
    }
    mark(sitting);
    return sitting;
}

void sitting_close(struct sitting *sitting)
{
    if (!sitting)
        return;
    store_clear_result(&sitting->row);
    exercise_file_free(sitting->file);
    bundle_free(sitting->bundle);
    free(sitting);
}

/* ------------------------------------------------------------------------------- change ---- */

static void clean_answer(const struct part *part, struct part_answer *answer)
{
    if (part->kind == PART_NUMBER && !isfinite(answer->number))
        *answer = (struct part_answer){0};
    if ((part->kind == PART_CHOICE || part->kind == PART_SET) && answer->options == 0)
        *answer = (struct part_answer){0};
    if (part->kind != PART_WORDS)
        return;
    char *clean = text_clean(answer->words, strlen(answer->words), sizeof answer->words - 1, false);
    snprintf(answer->words, sizeof answer->words, "%s", clean);
    answer->given = answer->given && clean[0] != '\0';
    free(clean);
}

bool sitting_set(struct sitting *sitting, int task, int part, const struct part_answer *answer,
                 struct error *error)
{
    struct part_answer *kept = &sitting->answer.parts[task][part];
    *kept = *answer;
    clean_answer(&sitting_exercise(sitting)->tasks[task].parts[part], kept);
    mark(sitting);
    return keep_draft(sitting, error);
}

bool sitting_set_task(struct sitting *sitting, int task, const struct part_answer *answers,
                      struct error *error)
{
    const struct task *of = &sitting_exercise(sitting)->tasks[task];
    for (int i = 0; i < of->part_count; i++) {
        sitting->answer.parts[task][i] = answers[i];
        clean_answer(&of->parts[i], &sitting->answer.parts[task][i]);
    }
    mark(sitting);
    return keep_draft(sitting, error);
}

/* -------------------------------------------------------------------------------- result ---- */

static char *print_json(cJSON *root)
{
    char *text = cJSON_PrintUnformatted(root);
    cJSON_Delete(root);
    if (!text)
        abort();
    return text;
}

struct handing {
    struct sitting *sitting;
    const char *bundle;
};

static bool keep_result(void *data, struct error *error)
{
    const struct handing *handing = data;
    struct sitting *sitting = handing->sitting;
    return store_keep_source(sitting->store, sitting->row.digest, sitting->row.exercise,
                             handing->bundle, error) &&
           store_add_result(sitting->store, &sitting->row, error) &&
           store_set_setting(sitting->store, sitting->draft_key, "", error);
}

bool sitting_hand_in(struct sitting *sitting, struct error *error)
{
    const struct exercise *exercise = sitting_exercise(sitting);
    struct exercise_row *row = &sitting->row;
    free(row->numbers);
    free(row->answer);
    mark(sitting);
    row->ended_at = clock_wall_ms();
    row->numbers = print_json(exercise_numbers_to_json(exercise, sitting_numbers(sitting)));
    row->answer = print_json(exercise_answer_to_json(exercise, &sitting->answer));
    row->points = sitting->mark.points;
    row->most = sitting->mark.most;
    char *bundle = bundle_to_json(sitting->bundle);
    struct handing handing = {sitting, bundle};
    sitting->done = store_together(sitting->store, keep_result, &handing, error);
    if (!sitting->done)
        row->id[0] = '\0';
    free(bundle);
    return sitting->done;
}

/* Loads the text that it was done by. */
static bool load_kept(struct sitting *sitting, struct error *error)
{
    char *json = store_source(sitting->store, sitting->row.digest, error);
    struct bundle *bundle = json ? bundle_from_json(json, error) : NULL;
    free(json);
    if (!bundle)
        return false;
    if (strcmp(bundle->digest, sitting->row.digest) != 0)
        error_set(error, ERROR_TAMPERED,
                  _("the kept text of exercise result %s is not what was done: its digest differs"),
                  sitting->row.id);
    else
        sitting->file = exercise_file_load(bundle, NULL, error);
    bundle_free(bundle);
    return sitting->file != NULL;
}

static bool read_result(struct sitting *sitting, struct error *error)
{
    const struct exercise *exercise = sitting_exercise(sitting);
    double values[NUMBER_MAX];
    cJSON *numbers = cJSON_Parse(sitting->row.numbers), *answer = cJSON_Parse(sitting->row.answer);
    bool read = exercise_numbers_from_json(exercise, numbers, values) &&
                exercise_answer_from_json(exercise, answer, &sitting->answer) &&
                exercise_file_numbers(sitting->file, values, NULL);
    cJSON_Delete(numbers);
    cJSON_Delete(answer);
    for (int i = 0; i < exercise->number_count; i++)
        sitting->own_numbers |= read && values[i] != exercise->numbers[i].value;
    return read ||
           error_set(error, ERROR_TAMPERED,
                     _("exercise result %s does not fit the text it was done by"), sitting->row.id);
}

static bool check_points(struct sitting *sitting, struct error *error)
{
    const struct exercise_row *row = &sitting->row;
    mark(sitting);
    if (fabs(sitting->mark.points - row->points) < 1e-9 &&
        fabs(sitting->mark.most - row->most) < 1e-9)
        return true;
    return error_set(error, ERROR_TAMPERED,
                     _("exercise result %s says %g of %g points, but its answer earns %g of %g"),
                     row->id, row->points, row->most, sitting->mark.points, sitting->mark.most);
}

struct sitting *sitting_open(struct store *store, const char *id, struct error *error)
{
    struct sitting *sitting = new_sitting(store);
    if (!store_result(store, id, &sitting->row, error) || !load_kept(sitting, error) ||
        !read_result(sitting, error) || !check_points(sitting, error)) {
        sitting_close(sitting);
        return NULL;
    }
    sitting->done = true;
    return sitting;
}

bool sitting_verify(struct store *store, store_reporter *report, void *data, int *checked, int *bad,
                    struct error *error)
{
    struct exercise_row *rows;
    *checked = *bad = 0;
    if (!store_results(store, NULL, NULL, NULL, &rows, checked, error))
        return false;
    for (int i = 0; i < *checked; i++) {
        struct error found = {0};
        struct sitting *sitting = sitting_open(store, rows[i].id, &found);
        if (!sitting) {
            (*bad)++;
            report(data, rows[i].id, found.message);
        }
        sitting_close(sitting);
    }
    store_free_results(rows, *checked);
    return true;
}

/* ------------------------------------------------------------------------------ shuffle ---- */

/*
 * Fisher and Yates, by numbers that are the same for the same sitting and `purpose`. They hang on
 * the moment when it began, which a draft and a result keep: so a result tells its cards in the
 * order in which they were seen.
 */
static void shuffle(const struct sitting *sitting, uint64_t purpose, int *order, int count)
{
    uint64_t seed = (uint64_t)sitting->row.started_at & SEED_MAX;
    for (int i = 0; i < count; i++)
        order[i] = i;
    for (int i = count - 1; i > 0; i--) {
        int j =
            (int)random_below(seed, RANDOM_SHUFFLE, purpose * 64 + (uint64_t)i, (uint64_t)i + 1);
        int held = order[i];
        order[i] = order[j];
        order[j] = held;
    }
}

static bool stands_right(const struct task *task, const int *order)
{
    for (int i = 1; i < task->part_count; i++) {
        if (task->parts[order[i]].rank < task->parts[order[i - 1]].rank)
            return false;
    }
    return true;
}

static uint64_t purpose_of(int task, int part)
{
    return 1 + (uint64_t)task * (PART_MAX + 1) + (uint64_t)part;
}

int sitting_order_parts(const struct sitting *sitting, int task, int order[PART_MAX])
{
    const struct task *of = &sitting_exercise(sitting)->tasks[task];
    bool shuffled = of->kind == TASK_CLASSIFY || of->kind == TASK_ORDER;
    for (int i = 0; i < of->part_count; i++)
        order[i] = i;
    if (shuffled)
        shuffle(sitting, purpose_of(task, PART_MAX), order, of->part_count);
    /* The loader refuses an order of equal ranks only, so turning it round puts it wrong. */
    bool give_away = of->kind == TASK_ORDER && stands_right(of, order);
    for (int i = 0; give_away && i < of->part_count; i++)
        order[i] = of->part_count - 1 - i;
    return of->part_count;
}

int sitting_order_options(const struct sitting *sitting, int task, int part, int order[OPTION_MAX])
{
    const struct task *of = &sitting_exercise(sitting)->tasks[task];
    int count = of->parts[part].option_count;
    for (int i = 0; i < count; i++)
        order[i] = i;
    if (of->kind == TASK_MATCH)
        shuffle(sitting, purpose_of(task, 0), order, count);
    else if (of->kind == TASK_CHOOSE || of->kind == TASK_FORM)
        shuffle(sitting, purpose_of(task, part), order, count);
    return count;
}

int sitting_order_result(const struct sitting *sitting, int task, int order[PART_MAX])
{
    const struct part_answer *answers = sitting->answer.parts[task];
    int count = sitting_order_parts(sitting, task, order);
    if (sitting_exercise(sitting)->tasks[task].kind != TASK_ORDER)
        return count;
    for (int i = 1; i < count; i++) { /* what has no place goes last */
        int item = order[i], j = i;
        for (; j > 0 && answers[item].given &&
               (!answers[order[j - 1]].given || answers[order[j - 1]].place > answers[item].place);
             j--)
            order[j] = order[j - 1];
        order[j] = item;
    }
    return count;
}
