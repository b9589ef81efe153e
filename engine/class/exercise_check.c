/* exercise_check.c: tries the right answer, none, and a thousand guesses. */
#include "class/exercise_check.h"

#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "base/words.h"

/* ------------------------------------------------------------------------------ guesses ---- */

struct dice {
    uint64_t count;
};

static int roll(struct dice *dice, int sides)
{
    return (int)random_below(1, RANDOM_TRAINEE, dice->count++, (uint64_t)sides);
}

static void guess_order(struct dice *dice, const struct task *task, struct part_answer *answers)
{
    for (int i = 0; i < task->part_count; i++)
        answers[i] = (struct part_answer){.given = true, .place = i};
    for (int i = task->part_count - 1; i > 0; i--) {
        int j = roll(dice, i + 1), held = answers[i].place;
        answers[i].place = answers[j].place;
        answers[j].place = held;
    }
}

static void guess_part(struct dice *dice, const struct part *part, struct part_answer *answer)
{
    if (part->kind == PART_CHOICE)
        answer->options = UINT32_C(1) << roll(dice, part->option_count);
    else if (part->kind == PART_SET)
        answer->options = (uint32_t)roll(dice, 1 << part->option_count);
    answer->given = answer->options != 0;
}

static void guess(struct dice *dice, const struct exercise *exercise,
                  struct exercise_answer *answer)
{
    memset(answer, 0, sizeof *answer);
    for (int i = 0; i < exercise->task_count; i++) {
        const struct task *task = &exercise->tasks[i];
        if (task->kind == TASK_ORDER)
            guess_order(dice, task, answer->parts[i]);
        for (int part = 0; task->kind != TASK_ORDER && part < task->part_count; part++)
            guess_part(dice, &task->parts[part], &answer->parts[i][part]);
    }
}

double exercise_guess(const struct exercise *exercise)
{
    struct exercise_answer *answer = calloc(1, sizeof *answer);
    struct exercise_mark mark;
    struct dice dice = {0};
    double sum = 0;
    if (!answer)
        abort();
    for (int i = 0; i < GUESSES; i++) {
        guess(&dice, exercise, answer);
        exercise_score(exercise, answer, &mark);
        sum += exercise_percent(&mark);
    }
    free(answer);
    return sum / GUESSES;
}

/* -------------------------------------------------------------------------------- whole ---- */

static bool earns(const struct exercise *exercise, bool right, double share, struct error *error)
{
    struct exercise_answer *answer = calloc(1, sizeof *answer);
    struct exercise_mark mark;
    if (!answer)
        abort();
    if (right)
        exercise_right(exercise, answer);
    exercise_score(exercise, answer, &mark);
    free(answer);
    double wanted = share * mark.most;
    if (mark.most > 0 && mark.points > wanted - 1e-9 && mark.points < wanted + 1e-9)
        return true;
    return error_at(error, ERROR_SCENARIO, exercise->file, 0,
                    right ? _("the right answer earns %g of %g points")
                          : _("an empty answer earns %g of %g points"),
                    mark.points, mark.most);
}

struct exercise_file *exercise_check(const struct bundle *bundle, struct fault_list *faults,
                                     double *guessed, struct error *error)
{
    struct exercise_file *file = exercise_file_load(bundle, faults, error);
    if (!file)
        return NULL;
    const struct exercise *exercise = exercise_file_exercise(file);
    if (!earns(exercise, true, 1, error) || !earns(exercise, false, 0, error)) {
        exercise_file_free(file);
        return NULL;
    }
    if (guessed)
        *guessed = exercise_guess(exercise);
    return file;
}
