/* plain_exercise_show.c: how an exercise came out, in lines. */
#include <stdlib.h>

#include "base/buffer.h"
#include "base/words.h"
#include "class/exercise_curve.h"
#include "class/exercise_words.h"
#include "plain/plain_exercise.h"

enum { CURVE_ROWS = 9, CURVE_COLS = 64 };

static void say(const struct plain *plain, const char *before, const struct text *text)
{
    if (text->words[plain->language][0])
        fprintf(plain->out, "%s%s\n", before, text->words[plain->language]);
}

static void say_source(const struct plain *plain, const struct sitting *sitting, const char *source)
{
    const struct text *title = sitting_source_title(sitting, source);
    struct buffer line = {0};
    buffer_printf(&line, "%s%s%s", source, title ? " " : "",
                  title ? title->words[plain->language] : "");
    fputs("     ", plain->out);
    fprintf(plain->out, _(" (%s)"), line.data);
    fputc('\n', plain->out);
    buffer_free(&line);
}

/* "√ label: answer" and, where it is not wholly right, what is. */
static void say_part(const struct plain *plain, const struct sitting *sitting, int number, int part)
{
    const struct task *task = &sitting_exercise(sitting)->tasks[number];
    const struct part_answer *answer = &sitting_answer(sitting)->parts[number][part];
    const struct part_mark *mark = &sitting_mark(sitting)->parts[number][part];
    struct buffer label = {0}, given = {0}, right = {0};
    exercise_label(task, part, plain->language, &label);
    exercise_given_text(task, part, answer, plain->language, &given);
    exercise_right_text(task, part, plain->language, &right);
    fprintf(plain->out, "  %s %s → %s\n", mark->right ? "√" : "×", label.data,
            given.data ? given.data : _("(nothing)"));
    if (!mark->right && right.data)
        fprintf(plain->out, _("      right: %s\n"), right.data);
    if (!mark->right && mark->points > 0 && task->kind != TASK_ORDER)
        fprintf(plain->out, _("      %.2g of a point\n"), mark->points);
    say(plain, "      ", &task->parts[part].why);
    if (!mark->right)
        say_source(plain, sitting, task->parts[part].source);
    buffer_free(&label);
    buffer_free(&given);
    buffer_free(&right);
}

static void say_task(const struct plain *plain, const struct sitting *sitting, int number)
{
    const struct task *task = &sitting_exercise(sitting)->tasks[number];
    const struct exercise_mark *mark = sitting_mark(sitting);
    double points = 0, most = 0;
    struct buffer pairs = {0};
    int order[PART_MAX], count = sitting_order_result(sitting, number, order);
    for (int i = 0; i < task->part_count; i++) {
        points += mark->parts[number][i].points;
        most += mark->parts[number][i].asked ? 1 : 0;
    }
    fprintf(plain->out, _("\n%s (%.3g of %g)\n"), task->ask.words[plain->language], points, most);
    exercise_order_text(task, sitting_answer(sitting)->parts[number], &pairs);
    if (pairs.data)
        fprintf(plain->out, "%s\n", pairs.data);
    buffer_free(&pairs);
    for (int i = 0; i < count; i++) {
        if (mark->parts[number][order[i]].asked)
            say_part(plain, sitting, number, order[i]);
    }
}

static void say_curve(const struct plain *plain, const struct exercise *exercise)
{
    struct exercise_answer right;
    exercise_right(exercise, &right);
    char *curve = exercise_curve(exercise, &right, plain->language, CURVE_ROWS, CURVE_COLS);
    if (curve)
        fprintf(plain->out, "\n%s", curve);
    free(curve);
}

void plain_exercise_result(const struct plain *plain, const struct sitting *sitting)
{
    const struct exercise *exercise = sitting_exercise(sitting);
    const struct exercise_mark *mark = sitting_mark(sitting);
    fprintf(plain->out, _("\n== %s: %.3g of %g points (%.0f %%) ==\n"),
            exercise->title.words[plain->language], mark->points, mark->most,
            exercise_percent(mark));
    for (int i = 0; i < exercise->task_count; i++)
        say_task(plain, sitting, i);
    say_curve(plain, exercise);
    fprintf(plain->out, _("\nA model answer: %s\n"), exercise->model.words[plain->language]);
    fprintf(plain->out, _("Why: %s\n"), exercise->why.words[plain->language]);
    for (int i = 0; i < exercise->source_count; i++)
        say_source(plain, sitting, exercise->sources[i]);
    if (sitting_row(sitting)->id[0]) {
        fprintf(plain->out, _("Kept as result %s."), sitting_row(sitting)->id);
        fputc('\n', plain->out);
    }
}
