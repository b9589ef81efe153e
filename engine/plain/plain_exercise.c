/* plain_exercise.c: asks an exercise part by part. */
#include "plain/plain_exercise.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/words.h"
#include "class/exercise_words.h"
#include "plain/ask.h"

enum { STEPS_MAX = TASK_MAX * PART_MAX };

struct question { /* what one line answers: a part, or the whole order */
    int task, part;
};

struct asking {
    const struct plain *plain;
    struct sitting *sitting;
    struct question steps[STEPS_MAX];
    int count;
};

static const struct task *task_of(const struct asking *asking, const struct question *step)
{
    return &sitting_exercise(asking->sitting)->tasks[step->task];
}

static const struct part *part_of(const struct asking *asking, const struct question *step)
{
    return &task_of(asking, step)->parts[step->part];
}

static const char *words(const struct asking *asking, const struct text *text)
{
    return text->words[asking->plain->language];
}

static void list_steps(struct asking *asking)
{
    const struct exercise *exercise = sitting_exercise(asking->sitting);
    for (int i = 0; i < exercise->task_count; i++) {
        int order[PART_MAX];
        int count = sitting_order_parts(asking->sitting, i, order);
        if (exercise->tasks[i].kind == TASK_ORDER) {
            asking->steps[asking->count++] = (struct question){.task = i};
            continue;
        }
        for (int j = 0; j < count; j++) {
            enum part_kind kind = exercise->tasks[i].parts[order[j]].kind;
            if (kind != PART_GIVEN && kind != PART_TOTAL)
                asking->steps[asking->count++] = (struct question){.task = i, .part = order[j]};
        }
    }
}

/* ------------------------------------------------------------------------------- showing ---- */

static void show_opening(const struct asking *asking)
{
    const struct exercise *exercise = sitting_exercise(asking->sitting);
    FILE *out = asking->plain->out;
    fprintf(out,
            ngettext("%s · %d minute\n", "%s · %d minutes\n", (unsigned long)exercise->minutes),
            words(asking, &exercise->title), exercise->minutes);
    fprintf(out, "\n%s\n", words(asking, &exercise->brief));
    for (int i = 0; i < exercise->dialogue_count; i++)
        fprintf(out, "  %s%s%s\n", words(asking, &exercise->dialogue[i].who), _(": "),
                words(asking, &exercise->dialogue[i].say));
    if (exercise->number_count > 0)
        fprintf(out, "\n%s\n",
                sitting_own_numbers(asking->sitting)
                    ? _("The numbers (your branch's own among them):")
                    : _("The numbers:"));
    for (int i = 0; i < exercise->number_count; i++) {
        struct buffer line = {0};
        exercise_number_line(&exercise->numbers[i], sitting_numbers(asking->sitting)[i],
                             asking->plain->language, &line);
        fprintf(out, "  %s\n", line.data);
        buffer_free(&line);
    }
    if (sitting_has_draft(asking->sitting))
        fprintf(out, "\n%s\n", _("You have begun this already: what you answered is still here."));
}

static void show_options(const struct asking *asking, const struct question *step)
{
    int order[OPTION_MAX];
    int count = sitting_order_options(asking->sitting, step->task, step->part, order);
    for (int i = 0; i < count; i++)
        fprintf(asking->plain->out, "  %d  %s\n", i + 1,
                words(asking, &part_of(asking, step)->options[order[i]].label));
}

static void show_items(const struct asking *asking, const struct question *step)
{
    int order[PART_MAX];
    int count = sitting_order_parts(asking->sitting, step->task, order);
    for (int i = 0; i < count; i++)
        fprintf(asking->plain->out, "  %d  %s\n", i + 1,
                words(asking, &task_of(asking, step)->parts[order[i]].label));
}

/* What a table gives, and what was typed so far. */
static void show_table(const struct asking *asking, int number)
{
    const struct task *task = &sitting_exercise(asking->sitting)->tasks[number];
    for (int i = 0; i < task->part_count; i++) {
        struct buffer label = {0};
        char value[NUMBER_TEXT_SIZE] = "…";
        double cell;
        if (exercise_cell(sitting_exercise(asking->sitting), sitting_answer(asking->sitting),
                          number, i, &cell))
            exercise_number_text(cell, value);
        exercise_label(task, i, asking->plain->language, &label);
        fprintf(asking->plain->out, "  %s%s%s%s\n", label.data, _(": "), value,
                task->parts[i].kind == PART_TOTAL ? _(" (added up)") : "");
        buffer_free(&label);
    }
}

/* What is the same for all parts of a task: said when the task begins, and at "?". */
static void show_task(const struct asking *asking, const struct question *step)
{
    const struct task *task = task_of(asking, step);
    fprintf(asking->plain->out, "\n-- %s --\n", words(asking, &task->ask));
    if (task->kind == TASK_CLASSIFY || task->kind == TASK_MATCH)
        show_options(asking, step);
    else if (task->kind == TASK_TABLE)
        show_table(asking, step->task);
    else if (task->kind == TASK_ORDER)
        show_items(asking, step);
}

/* The numbers that stand for what was answered. */
static void show_choices(const struct asking *asking, const struct question *step,
                         const struct part_answer *answer)
{
    int order[OPTION_MAX];
    int count = sitting_order_options(asking->sitting, step->task, step->part, order);
    for (int i = 0; i < count; i++) {
        if (answer->options >> order[i] & 1)
            fprintf(asking->plain->out, " %d", i + 1);
    }
}

static void show_order(const struct asking *asking, int number)
{
    const struct task *task = &sitting_exercise(asking->sitting)->tasks[number];
    const struct part_answer *answers = sitting_answer(asking->sitting)->parts[number];
    int order[PART_MAX];
    int count = sitting_order_parts(asking->sitting, number, order);
    for (int place = 0; place < task->part_count; place++) {
        for (int i = 0; i < count; i++) {
            if (answers[order[i]].given && answers[order[i]].place == place)
                fprintf(asking->plain->out, " %d", i + 1);
        }
    }
}

/* "[now: 2]" when there is an answer. */
static void show_present(const struct asking *asking, const struct question *step)
{
    const struct part_answer *answer =
        &sitting_answer(asking->sitting)->parts[step->task][step->part];
    FILE *out = asking->plain->out;
    char number[NUMBER_TEXT_SIZE];
    if (!answer->given)
        return;
    fprintf(out, "  [%s", _("now:"));
    switch (part_of(asking, step)->kind) {
    case PART_CHOICE:
    case PART_SET:
        show_choices(asking, step, answer);
        break;
    case PART_NUMBER:
        exercise_number_text(answer->number, number);
        fprintf(out, " %s", number);
        break;
    case PART_WORDS:
        fprintf(out, " %s", answer->words);
        break;
    default:
        show_order(asking, step->task);
    }
    fputs("]\n", out);
}

static void show_prompt(const struct asking *asking, const struct question *step)
{
    const struct task *task = task_of(asking, step);
    const struct part *part = part_of(asking, step);
    FILE *out = asking->plain->out;
    switch (part->kind) {
    case PART_CHOICE:
        fprintf(out, _("(1-%d)> "), part->option_count);
        break;
    case PART_SET:
        fprintf(out, _("(one or more of 1-%d)> "), part->option_count);
        break;
    case PART_NUMBER:
        fputs(_("(a number)> "), out);
        break;
    case PART_PLACE:
        fprintf(out, _("(all %d numbers, first to last)> "), task->part_count);
        break;
    default:
        fputs("> ", out);
    }
}

static void show_step(const struct asking *asking, const struct question *step)
{
    const struct task *task = task_of(asking, step);
    if (task->kind != TASK_ORDER) {
        struct buffer label = {0};
        exercise_label(task, step->part, asking->plain->language, &label);
        fprintf(asking->plain->out, "\n%s\n", label.data);
        buffer_free(&label);
    }
    if (task->kind == TASK_CHOOSE || task->kind == TASK_FORM)
        show_options(asking, step);
    show_present(asking, step);
    show_prompt(asking, step);
}

/* --------------------------------------------------------------------------------- reading ---- */

/* Numbers from 1 to `most`, each once, between blanks or commas; how many, or -1. */
static int read_numbers(const char *line, int most, int numbers[PART_MAX])
{
    int count = 0;
    uint64_t seen = 0;
    while (*line) {
        char *end;
        size_t between = strspn(line, " ,\t");
        line += between;
        if (!*line)
            break;
        long value = strtol(line, &end, 10);
        if (*line < '0' || *line > '9' || value < 1 || value > most || (seen >> value & 1))
            return -1;
        seen |= UINT64_C(1) << value;
        numbers[count++] = (int)value - 1;
        line = end;
    }
    return count;
}

static bool complain(const struct asking *asking, const char *what)
{
    fprintf(asking->plain->out, "%s\n", what);
    return false;
}

static bool read_options(const struct asking *asking, const struct question *step, const char *line,
                         struct part_answer *answer)
{
    const struct part *part = part_of(asking, step);
    int order[OPTION_MAX], numbers[PART_MAX];
    int count = read_numbers(line, part->option_count, numbers);
    sitting_order_options(asking->sitting, step->task, step->part, order);
    if (count < 1 || (part->kind == PART_CHOICE && count > 1))
        return complain(asking, part->kind == PART_CHOICE
                                    ? _("Type the number of one of them, or ? for help.")
                                    : _("Type one or more of the numbers, each once, or ?."));
    for (int i = 0; i < count; i++)
        answer->options |= UINT32_C(1) << order[numbers[i]];
    return true;
}

static bool read_part(const struct asking *asking, const struct question *step, const char *line,
                      struct part_answer *answer)
{
    *answer = (struct part_answer){.given = true};
    switch (part_of(asking, step)->kind) {
    case PART_NUMBER:
        return exercise_parse_number(line, &answer->number) ||
               complain(asking, _("Type a number, such as 46 or 45.8, or ? for help."));
    case PART_WORDS: {
        char *clean = text_clean(line, strlen(line), sizeof answer->words - 1, false);
        snprintf(answer->words, sizeof answer->words, "%s", clean);
        free(clean);
        return true;
    }
    default:
        return read_options(asking, step, line, answer);
    }
}

static bool set_order(struct asking *asking, const struct question *step, const char *line,
                      bool *understood, struct error *error)
{
    struct part_answer answers[PART_MAX] = {0};
    int order[PART_MAX], numbers[PART_MAX];
    int items = sitting_order_parts(asking->sitting, step->task, order);
    int count = read_numbers(line, items, numbers);
    *understood = count == items;
    if (!*understood) {
        complain(asking, _("Type every number once, the first step first, such as 3 1 2."));
        return true;
    }
    for (int i = 0; i < count; i++)
        answers[order[numbers[i]]] = (struct part_answer){.given = true, .place = i};
    return sitting_set_task(asking->sitting, step->task, answers, error);
}

static bool clear_step(struct asking *asking, const struct question *step, struct error *error)
{
    struct part_answer none[PART_MAX] = {0};
    if (task_of(asking, step)->kind == TASK_ORDER)
        return sitting_set_task(asking->sitting, step->task, none, error);
    return sitting_set(asking->sitting, step->task, step->part, none, error);
}

/* Takes a line as the answer. False when it could not be kept. */
static bool take_answer(struct asking *asking, const struct question *step, const char *line,
                        bool *understood, struct error *error)
{
    struct part_answer answer;
    *understood = true;
    if (strcmp(line, "-") == 0)
        return clear_step(asking, step, error);
    if (task_of(asking, step)->kind == TASK_ORDER)
        return set_order(asking, step, line, understood, error);
    *understood = read_part(asking, step, line, &answer);
    return !*understood || sitting_set(asking->sitting, step->task, step->part, &answer, error);
}

static void show_help(const struct asking *asking, const struct question *step)
{
    fputs(_("Type the number of an answer, or the number or words asked for, then Enter.\n"
            "  (an empty line) leave it as it is and go on\n"
            "  -  take the answer away\n"
            "  b  back\n"
            "  q  leave; what was answered is kept\n"),
          asking->plain->out);
    if (step)
        show_task(asking, step);
}

/* -------------------------------------------------------------------------------- walking ---- */

enum result { RESULT_ON, RESULT_BACK, RESULT_LEFT, RESULT_DONE, RESULT_FAILED };

static bool next_line(const struct asking *asking, char line[ASK_LINE_SIZE])
{
    bool read = ask_line(asking->plain, line);
    if (isatty(fileno(asking->plain->in)) == 0)
        fputc('\n', asking->plain->out);
    return read;
}

static enum result ask_step(struct asking *asking, const struct question *step, struct error *error)
{
    char line[ASK_LINE_SIZE];
    bool understood = false;
    while (!understood) {
        show_step(asking, step);
        if (!next_line(asking, line) || strcmp(line, "q") == 0)
            return RESULT_LEFT;
        if (line[0] == '\0')
            return RESULT_ON;
        if (strcmp(line, "b") == 0)
            return RESULT_BACK;
        if (strcmp(line, "?") == 0 || strcmp(line, "？") == 0)
            show_help(asking, step);
        else if (!take_answer(asking, step, line, &understood, error))
            return RESULT_FAILED;
    }
    return RESULT_ON;
}

static int count_empty(const struct asking *asking)
{
    int empty = 0;
    for (int i = 0; i < asking->count; i++)
        empty += !sitting_answer(asking->sitting)
                      ->parts[asking->steps[i].task][asking->steps[i].part]
                      .given;
    return empty;
}

static enum result ask_hand_in(struct asking *asking, struct error *error)
{
    char line[ASK_LINE_SIZE];
    int empty = count_empty(asking);
    if (empty > 0)
        fprintf(asking->plain->out,
                ngettext("\n%d question is not answered yet.\n",
                         "\n%d questions are not answered yet.\n", (unsigned long)empty),
                empty);
    for (;;) {
        fputs(_("\nHand it in? (y: yes, b: back, q: leave and keep)> "), asking->plain->out);
        if (!next_line(asking, line) || strcmp(line, "q") == 0)
            return RESULT_LEFT;
        if (strcmp(line, "b") == 0)
            return RESULT_BACK;
        if (strcmp(line, "y") == 0)
            return sitting_hand_in(asking->sitting, error) ? RESULT_DONE : RESULT_FAILED;
        complain(asking, _("Type y, b or q."));
    }
}

/* Goes through the steps, and back and forth, until it is over. */
static enum result walk(struct asking *asking, struct error *error)
{
    int at = 0, task = -1;
    for (;;) {
        bool end = at == asking->count;
        if (!end && asking->steps[at].task != task)
            show_task(asking, &asking->steps[at]);
        task = end ? -1 : asking->steps[at].task;
        enum result result =
            end ? ask_hand_in(asking, error) : ask_step(asking, &asking->steps[at], error);
        if (result == RESULT_BACK)
            at -= at > 0 ? 1 : 0;
        else if (result == RESULT_ON)
            at++;
        else
            return result;
    }
}

bool plain_exercise(const struct plain *plain, struct sitting *sitting, struct error *error)
{
    struct asking *asking = calloc(1, sizeof *asking);
    if (!asking)
        abort();
    asking->plain = plain;
    asking->sitting = sitting;
    list_steps(asking);
    show_opening(asking);
    enum result result = walk(asking, error);
    if (result == RESULT_DONE)
        plain_exercise_result(plain, sitting);
    else if (result == RESULT_LEFT)
        fputs(_("\nWhat you answered is kept. Do the exercise again to go on.\n"), plain->out);
    fflush(plain->out);
    free(asking);
    return result != RESULT_FAILED;
}
