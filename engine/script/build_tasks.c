/* build_tasks.c: reads the tasks whose parts are a list: cards, items, pairs, fields, questions. */
#include <string.h>

#include "script/exercise_build.h"

enum { ACCEPTED_MAX = 20, RANK_MAX = PART_MAX };

/* Room for the parts of a task, which are counted up as they are read. */
static struct part *begin_parts(struct reader *reader, struct task *task)
{
    struct part *parts = arena_alloc(reader->arena, PART_MAX, sizeof *parts);
    task->parts = parts;
    task->part_count = 0;
    return parts;
}

static const char *part_key(const struct task *task, const struct part *part, char key[160])
{
    snprintf(key, 160, "%.60s.%.60s", task->id, part->id);
    return key;
}

/* ----------------------------------------------------------------------------- options ---- */

/* The options of the list at `key`, each with its words under `words`; `right` (may be NULL) gets
   those that say right = true. */
static int build_options(struct reader *reader, const char *key, const char *words,
                         const struct task_option **options, uint32_t *right)
{
    const char *const known[] = {"id", words, right ? "right" : NULL, NULL};
    struct list list = list_open(reader, key, key, 2, OPTION_MAX);
    struct task_option *made = arena_alloc(reader->arena, (size_t)list.count + 1, sizeof *made);
    for (int i = 0; i < list.count; i++) {
        size_t at = list_enter(reader, i);
        made[i] = (struct task_option){.id = "", .label = text_empty(key)};
        if (reader_check_keys(reader, known)) {
            made[i].id = reader_string_field(reader, "id", true, "");
            if (made[i].id[0] && !id_is_valid(made[i].id))
                reader_fault(reader, "id",
                             "'%s' can't be a name: use lower-case letters, digits and hyphens",
                             made[i].id);
            for (int j = 0; j < i; j++)
                build_check_id(reader, made[i].id, &made[j].id, 1);
            made[i].label = reader_text_field(reader, words, true, made[i].id);
            if (right && reader_boolean_field(reader, "right", false))
                *right |= UINT32_C(1) << i;
        }
        list_leave(reader, at);
    }
    if (list.open)
        build_check_options(reader, made, list.count);
    list_close(reader, &list);
    *options = made;
    return list.count;
}

/* A question's choices. Where several are right, all of them are asked for if `all`, else any. */
static void build_choices(struct reader *reader, struct part *part, bool all)
{
    part->kind = PART_CHOICE;
    int faults = reader_faults(reader);
    part->option_count = build_options(reader, "choices", "text", &part->options, &part->right);
    if (reader_faults(reader) > faults)
        return;
    if (part->right == 0)
        reader_fault(reader, "choices", "no choice is right: add right = true to one");
    else if (part->right == (UINT32_C(1) << part->option_count) - 1)
        reader_fault(reader, "choices", "every choice is right: nothing is asked");
    else if (all && (part->right & (part->right - 1)))
        part->kind = PART_SET;
}

/* ---------------------------------------------------------------------------- classify ---- */

static void build_bin_of(struct reader *reader, const struct task *task, struct part *part)
{
    struct term bins[OPTION_MAX];
    for (int i = 0; i < task->option_count; i++)
        bins[i] = (struct term){.id = task->options[i].id};
    if (!reader_field(reader, "bin")) {
        reader_fault(reader, NULL, "'bin' is missing here");
        return;
    }
    size_t mark = reader_enter(reader, "bin");
    int faults = reader_faults(reader);
    part->right = (uint32_t)reader_terms(reader, "bin", bins, task->option_count);
    if (reader_faults(reader) == faults && part->right == 0)
        reader_fault(reader, NULL, "the card belongs into no bin");
    list_leave(reader, mark);
}

static void build_card(struct exercise_build *build, struct reader *reader, struct task *task,
                       struct part *part)
{
    static const char *const known[] = {"id", "text", "bin", "why", "source", NULL};
    char key[160];
    if (!reader_check_keys(reader, known))
        return;
    build_part(build, reader, task, part);
    part->kind = PART_CHOICE;
    part->label = reader_text_field(reader, "text", true, part_key(task, part, key));
    part->options = task->options;
    part->option_count = task->option_count;
    if (task->option_count > 0)
        build_bin_of(reader, task, part);
}

/* ------------------------------------------------------------------------------- order ---- */

static void build_item(struct exercise_build *build, struct reader *reader, struct task *task,
                       struct part *part)
{
    static const char *const known[] = {"id", "text", "rank", "why", "source", NULL};
    char key[160];
    if (!reader_check_keys(reader, known))
        return;
    build_part(build, reader, task, part);
    part->kind = PART_PLACE;
    part->label = reader_text_field(reader, "text", true, part_key(task, part, key));
    /* An item without a rank stands where it stands in the list. */
    part->rank = reader_integer_field(reader, "rank", false, 1, RANK_MAX, task->part_count + 1) - 1;
    const struct part *before = task->part_count > 0 ? part - 1 : NULL;
    if (before && part->rank < before->rank)
        reader_fault(reader, "rank", "rank %d after rank %d: items stand in the right order",
                     part->rank + 1, before->rank + 1);
}

static void check_order(struct reader *reader, const struct task *task)
{
    if (task->part_count > 1 && task->parts[0].rank == task->parts[task->part_count - 1].rank)
        reader_fault(reader, "items", "all items are of equal rank: no order is asked for");
}

/* ------------------------------------------------------------------------------- match ---- */

static void add_right_side(struct reader *reader, struct task_option *options, struct task *task,
                           const char *id)
{
    if (task->option_count == OPTION_MAX) {
        reader_fault(reader, NULL, "too many right sides: at most %d, the extra ones among them",
                     OPTION_MAX);
        return;
    }
    for (int i = 0; i < task->option_count; i++)
        build_check_id(reader, id, &options[i].id, 1);
    options[task->option_count++] =
        (struct task_option){.id = id, .label = reader_text_field(reader, "right", true, id)};
}

static void build_pair(struct exercise_build *build, struct reader *reader, struct task *task,
                       struct part *part)
{
    static const char *const known[] = {"id", "left", "right", "why", "source", NULL};
    char key[160];
    if (!reader_check_keys(reader, known))
        return;
    build_part(build, reader, task, part);
    part->kind = PART_CHOICE;
    part->label = reader_text_field(reader, "left", true, part_key(task, part, key));
    part->options = task->options;
    part->right = UINT32_C(1) << task->part_count;
}

static void build_extras(struct reader *reader, struct task_option *options, struct task *task)
{
    static const char *const known[] = {"id", "right", NULL};
    struct list list = list_open(reader, "extra", "extra right sides", 0, OPTION_MAX);
    for (int i = 0; i < list.count; i++) {
        size_t at = list_enter(reader, i);
        if (reader_check_keys(reader, known)) {
            const char *id = reader_string_field(reader, "id", true, "");
            if (id[0] && !id_is_valid(id))
                reader_fault(reader, "id",
                             "'%s' can't be a name: use lower-case letters, digits and hyphens",
                             id);
            add_right_side(reader, options, task, id);
        }
        list_leave(reader, at);
    }
    list_close(reader, &list);
}

static void check_match(struct reader *reader, struct part *parts, struct task *task)
{
    size_t mark = reader_enter(reader, "pairs");
    build_check_options(reader, task->options, task->option_count);
    reader_leave(reader, mark);
    for (int i = 0; i < task->part_count; i++) {
        parts[i].option_count = task->option_count;
        for (int j = 0; j < i; j++)
            if (parts[i].label.words[0][0] &&
                strcmp(parts[i].label.words[0], parts[j].label.words[0]) == 0)
                reader_fault(reader, "pairs", "the left sides of '%s' and '%s' read the same",
                             parts[j].id, parts[i].id);
    }
}

/* -------------------------------------------------------------------------------- form ---- */

static void build_accepted(struct reader *reader, struct part *part)
{
    part->kind = PART_WORDS;
    struct list list = list_open(reader, "accept", "accepted words", 1, ACCEPTED_MAX);
    const char **accepted = arena_alloc(reader->arena, (size_t)list.count + 1, sizeof *accepted);
    for (int i = 0; i < list.count; i++) {
        size_t at = list_enter(reader, i);
        int faults = reader_faults(reader);
        accepted[i] = reader_string(reader, "");
        if (reader_faults(reader) == faults && accepted[i][0] == '\0')
            reader_fault(reader, NULL, "an empty text would accept anything");
        else if (strlen(accepted[i]) >= ANSWER_WORDS)
            reader_fault(reader, NULL, "too long to be typed: at most %d bytes", ANSWER_WORDS - 1);
        list_leave(reader, at);
    }
    list_close(reader, &list);
    part->accepted = accepted;
    part->accepted_count = list.count;
    part->model = reader_text_field(reader, "model", false, "model");
}

static bool has(struct reader *reader, const char *key)
{
    bool found = reader_field(reader, key);
    if (found)
        lua_pop(reader->lua, 1);
    return found;
}

static void build_field(struct exercise_build *build, struct reader *reader, struct task *task,
                        struct part *part)
{
    static const char *const known[] = {"id",     "label", "choices", "expect", "tolerance",
                                        "accept", "model", "why",     "source", NULL};
    char key[160];
    if (!reader_check_keys(reader, known))
        return;
    build_part(build, reader, task, part);
    part->label = reader_text_field(reader, "label", true, part_key(task, part, key));
    bool choices = has(reader, "choices"), expect = has(reader, "expect");
    bool accept = has(reader, "accept");
    if (choices + expect + accept != 1)
        reader_fault(reader, NULL, "a field has one of choices, expect and accept");
    else if (choices)
        build_choices(reader, part, false);
    else if (expect)
        build_expected(build, reader, part);
    else
        build_accepted(reader, part);
    if (!accept && has(reader, "model"))
        reader_fault(reader, "model", "'model' goes with 'accept': here the right answer is known");
    if (!expect && has(reader, "tolerance"))
        reader_fault(reader, "tolerance", "'tolerance' goes with 'expect'");
}

/* ------------------------------------------------------------------------------ choose ---- */

static void build_question(struct exercise_build *build, struct reader *reader, struct task *task,
                           struct part *part)
{
    static const char *const known[] = {"id", "ask", "choices", "why", "source", NULL};
    char key[160];
    if (!reader_check_keys(reader, known))
        return;
    build_part(build, reader, task, part);
    part->label = reader_text_field(reader, "ask", true, part_key(task, part, key));
    build_choices(reader, part, true);
}

/* ------------------------------------------------------------------------------- whole ---- */

typedef void part_builder(struct exercise_build *build, struct reader *reader, struct task *task,
                          struct part *part);

struct kind {
    const char *key;     /* of the list of parts */
    const char *keys[3]; /* what else the task has, beside id, kind and ask */
    int least, most;     /* parts */
    part_builder *build;
};

static const struct kind kinds[TASK_KIND_COUNT] = {
    [TASK_CLASSIFY] = {"cards", {"bins", "cards"}, 1, PART_MAX, build_card},
    [TASK_ORDER] = {"items", {"items"}, 2, PART_MAX, build_item},
    [TASK_MATCH] = {"pairs", {"pairs", "extra"}, 2, OPTION_MAX, build_pair},
    [TASK_FORM] = {"fields", {"fields"}, 1, PART_MAX, build_field},
    [TASK_CHOOSE] = {"questions", {"questions"}, 1, PART_MAX, build_question},
};

void build_task_parts(struct exercise_build *build, struct reader *reader, struct task *task)
{
    const struct kind *kind = &kinds[task->kind];
    const char *const known[] = {"id", "kind", "ask", kind->keys[0], kind->keys[1], NULL};
    struct task_option *sides = arena_alloc(reader->arena, OPTION_MAX, sizeof *sides);
    reader_check_keys(reader, known);
    struct part *parts = begin_parts(reader, task);
    if (task->kind == TASK_CLASSIFY)
        task->option_count = build_options(reader, "bins", "label", &task->options, NULL);
    else if (task->kind == TASK_MATCH)
        task->options = sides;
    struct list list = list_open(reader, kind->key, kind->key, kind->least, kind->most);
    for (int i = 0; i < list.count; i++) {
        size_t at = list_enter(reader, i);
        parts[i] = (struct part){.id = "", .function = FUNCTION_NONE};
        parts[i].label = parts[i].why = parts[i].model = text_empty("");
        kind->build(build, reader, task, &parts[i]);
        if (task->kind == TASK_MATCH && lua_istable(reader->lua, -1))
            add_right_side(reader, sides, task, parts[i].id);
        task->part_count++;
        list_leave(reader, at);
    }
    list_close(reader, &list);
    if (task->kind == TASK_ORDER)
        check_order(reader, task);
    if (task->kind == TASK_MATCH) {
        build_extras(reader, sides, task);
        check_match(reader, parts, task);
    }
}
