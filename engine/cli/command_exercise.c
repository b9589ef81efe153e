/* command_exercise.c: `yanlian exercise`: lists exercises, does one, shows how one came out. */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "class/exercise_list.h"
#include "class/exercise_record.h"
#include "class/exercise_sitting.h"
#include "class/exercise_words.h"
#include "class/roster.h"
#include "cli/command.h"
#include "cli/options.h"
#include "plain/plain_exercise.h"
#include "tui/tui_class.h"

struct wishes {
    const char *exercise, *name, *staff, *class, *result;
    bool projector, plain, json;
};

static int parse(int argc, char **argv, struct wishes *wishes)
{
    const struct command_option options[] = {
        {.name = "as", .word = &wishes->name},
        {.name = "staff", .word = &wishes->staff},
        {.name = "class", .word = &wishes->class},
        {.name = "projector", .flag = &wishes->projector},
        {.name = "result", .word = &wishes->result},
        {.name = "plain", .flag = &wishes->plain},
        {.name = "json", .flag = &wishes->json},
        {.word = &wishes->exercise},
        {0},
    };
    return command_options(argc, argv, "exercise", options);
}

static bool check_wishes(const struct wishes *wishes, struct error *error)
{
    if (wishes->exercise && wishes->result)
        return error_set(error, ERROR_USAGE, "%s",
                         _("name an exercise to do, or --result to look at; not both"));
    if (wishes->exercise && wishes->json)
        return error_set(error, ERROR_USAGE, "%s",
                         _("--json goes with the list, or with --result"));
    if (wishes->projector && (wishes->name || wishes->staff))
        return error_set(error, ERROR_USAGE, "%s",
                         _("on the projector the whole room answers: leave out --as and --staff"));
    if (wishes->projector && !wishes->exercise)
        return error_set(error, ERROR_USAGE, "%s", _("say which exercise the projector shows"));
    return true;
}

/* ------------------------------------------------------------------------------- listing ---- */

static void print_listed(const struct exercise_listed *listed)
{
    char name[64], kinds[128];
    text_fit(listed->id, 22, true, name, sizeof name);
    if (!listed->file) {
        printf("%s %s:%d: %s\n", name, listed->error.file, listed->error.line,
               listed->error.message);
        return;
    }
    const struct exercise *exercise = exercise_file_exercise(listed->file);
    exercise_kinds(exercise, kinds, sizeof kinds);
    char minutes[48], standing[48], fitted[2][64];
    snprintf(minutes, sizeof minutes,
             ngettext("%2d minute", "%2d minutes", (unsigned long)exercise->minutes),
             exercise->minutes);
    if (listed->times > 0)
        snprintf(standing, sizeof standing, _("best %.0f %%"), listed->best);
    else
        snprintf(standing, sizeof standing, "%s", _("not yet"));
    text_fit(minutes, 10, true, fitted[0], sizeof fitted[0]);
    text_fit(standing, 10, true, fitted[1], sizeof fitted[1]);
    printf("%s %s  %s  ", name, fitted[0], fitted[1]);
    printf(_("%s (%s)"), exercise->title.words[words_language()], kinds);
    putchar('\n');
}

static cJSON *listed_to_json(const struct exercise_listed *listed)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "id", listed->id);
    if (!listed->file) {
        cJSON_AddStringToObject(object, "error", listed->error.message);
        return object;
    }
    const struct exercise *exercise = exercise_file_exercise(listed->file);
    cJSON_AddStringToObject(object, "title", exercise->title.words[words_language()]);
    cJSON_AddNumberToObject(object, "minutes", exercise->minutes);
    cJSON *kinds = cJSON_AddArrayToObject(object, "kinds");
    for (int i = 0; i < exercise->task_count; i++)
        cJSON_AddItemToArray(kinds, cJSON_CreateString(task_kind_name(exercise->tasks[i].kind)));
    cJSON_AddNumberToObject(object, "times", listed->times);
    if (listed->times > 0)
        cJSON_AddNumberToObject(object, "best", listed->best);
    else
        cJSON_AddNullToObject(object, "best");
    return object;
}

static void print_json(cJSON *root)
{
    char *text = cJSON_Print(root);
    cJSON_Delete(root);
    if (text)
        puts(text);
    free(text);
}

static bool list(struct store *store, const struct wishes *wishes, struct error *error)
{
    struct person person;
    struct exercise_listed *listed;
    int count;
    if (!roster_player(store, wishes->class, wishes->name, wishes->staff, &person, error) ||
        !exercise_list(store, &person, &listed, &count, error))
        return false;
    cJSON *array = wishes->json ? cJSON_CreateArray() : NULL;
    for (int i = 0; i < count; i++) {
        if (array)
            cJSON_AddItemToArray(array, listed_to_json(&listed[i]));
        else
            print_listed(&listed[i]);
    }
    exercise_list_free(listed, count);
    if (array)
        print_json(array);
    return true;
}

/* ------------------------------------------------------------------------------- results ---- */

static void add_text(cJSON *object, const char *key, struct buffer *text)
{
    cJSON_AddStringToObject(object, key, text->data ? text->data : "");
    buffer_free(text);
}

static cJSON *part_to_json(const struct sitting *sitting, int number, int index)
{
    const struct task *task = &sitting_exercise(sitting)->tasks[number];
    enum language language = words_language();
    struct buffer label = {0}, given = {0}, right = {0};
    exercise_label(task, index, language, &label);
    exercise_given_text(task, index, &sitting_answer(sitting)->parts[number][index], language,
                        &given);
    exercise_right_text(task, index, language, &right);
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "task", task->id);
    cJSON_AddStringToObject(object, "part", task->parts[index].id);
    add_text(object, "asked", &label);
    add_text(object, "given", &given);
    add_text(object, "right", &right);
    cJSON_AddNumberToObject(object, "points", sitting_mark(sitting)->parts[number][index].points);
    cJSON_AddStringToObject(object, "source", task->parts[index].source);
    return object;
}

static cJSON *result_to_json(const struct sitting *sitting)
{
    const struct exercise_row *row = sitting_row(sitting);
    const struct exercise *exercise = sitting_exercise(sitting);
    char time[CLOCK_TIME_SIZE];
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "id", row->id);
    cJSON_AddStringToObject(object, "exercise", row->exercise);
    cJSON_AddStringToObject(object, "person", row->person.name);
    cJSON_AddStringToObject(object, "class", row->class);
    clock_format(row->started_at, time);
    cJSON_AddStringToObject(object, "started_at", time);
    clock_format(row->ended_at, time);
    cJSON_AddStringToObject(object, "ended_at", time);
    cJSON_AddNumberToObject(object, "points", row->points);
    cJSON_AddNumberToObject(object, "most", row->most);
    cJSON_AddItemToObject(object, "numbers",
                          exercise_numbers_to_json(exercise, sitting_numbers(sitting)));
    cJSON *parts = cJSON_AddArrayToObject(object, "parts");
    for (int i = 0; i < exercise->task_count; i++) {
        for (int part = 0; part < exercise->tasks[i].part_count; part++) {
            if (sitting_mark(sitting)->parts[i][part].asked)
                cJSON_AddItemToArray(parts, part_to_json(sitting, i, part));
        }
    }
    return object;
}

static bool on_terminal(void)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

static bool on_screen(const struct wishes *wishes)
{
    return !wishes->plain && on_terminal();
}

static void introduce(const struct exercise_row *row)
{
    char time[CLOCK_TIME_SIZE];
    clock_format(row->ended_at, time);
    printf("%s · %s\n", row->person.name[0] ? row->person.name : _("the room"), time);
}

static bool show_result(struct store *store, const struct wishes *wishes, struct error *error)
{
    struct sitting *sitting = sitting_open(store, wishes->result, error);
    if (!sitting)
        return false;
    struct plain plain = {.in = stdin, .out = stdout, .language = words_language()};
    bool done = true;
    if (wishes->json) {
        print_json(result_to_json(sitting));
    } else if (on_screen(wishes)) {
        struct tui *tui = tui_open(error);
        done = tui != NULL;
        if (tui)
            tui_exercise_result(tui, sitting);
        tui_close(tui);
    } else {
        introduce(sitting_row(sitting));
        plain_exercise_result(&plain, sitting);
    }
    sitting_close(sitting);
    return done;
}

/* --------------------------------------------------------------------------------- doing ---- */

static bool do_in_lines(struct store *store, const struct exercise_sitting *who,
                        struct error *error)
{
    struct plain plain = {.in = stdin, .out = stdout, .language = words_language()};
    struct sitting *sitting = sitting_begin(store, who, words_language(), error);
    bool done = sitting && plain_exercise(&plain, sitting, error);
    sitting_close(sitting);
    return done;
}

static bool do_exercise(struct store *store, const struct wishes *wishes, struct error *error)
{
    struct person person;
    struct exercise_sitting who = {.exercise = wishes->exercise, .class = wishes->class};
    if (!wishes->projector) {
        if (!roster_player(store, wishes->class, wishes->name, wishes->staff, &person, error))
            return false;
        who.person = &person;
    }
    if (!on_screen(wishes))
        return do_in_lines(store, &who, error);
    struct tui *tui = tui_open(error);
    bool done = tui && tui_exercise(tui, store, &who, error);
    tui_close(tui);
    return done;
}

int command_exercise(int argc, char **argv)
{
    struct wishes wishes = {0};
    struct error error = {0};
    int code = parse(argc, argv, &wishes);
    if (code != COMMAND_GOES_ON)
        return code;
    if (!check_wishes(&wishes, &error))
        return command_fail(&error);
    struct store *store = command_open_store(&error);
    bool done = store && (wishes.result     ? show_result(store, &wishes, &error)
                          : wishes.exercise ? do_exercise(store, &wishes, &error)
                                            : list(store, &wishes, &error));
    store_close(store);
    return done && command_flush(&error) ? 0 : command_fail(&error);
}
