/* exercise.c: what an answer is worth. */
#include "core/exercise.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const kind_names[TASK_KIND_COUNT] = {
#define X(name, text) [TASK_##name] = text,
    TASK_KINDS(X)
#undef X
};

const char *task_kind_name(enum task_kind kind)
{
    return kind_names[kind];
}

/* ------------------------------------------------------------------------ part by part ---- */

static int count_bits(uint32_t set)
{
    int count = 0;
    for (; set; set &= set - 1)
        count++;
    return count;
}

static bool part_number_is_right(const struct part *part, double number)
{
    /* 45.9 is 0.1 off 45.8 for people, and a little more for a double. */
    double size = fabs(part->expected) > 1 ? fabs(part->expected) : 1;
    return isfinite(number) && fabs(number - part->expected) <= part->tolerance + 1e-9 * size;
}

static bool words_are_right(const struct part *part, const char *words)
{
    for (int i = 0; i < part->accepted_count; i++) {
        if (text_contains(words, part->accepted[i]))
            return true;
    }
    return false;
}

static double set_points(const struct part *part, uint32_t chosen)
{
    int right = count_bits(part->right);
    int balance = count_bits(chosen & part->right) - count_bits(chosen & ~part->right);
    return balance > 0 && right > 0 ? (double)balance / right : 0;
}

static double part_points(const struct part *part, const struct part_answer *answer)
{
    if (!answer->given)
        return 0;
    switch (part->kind) {
    case PART_CHOICE:
        return count_bits(answer->options) == 1 && (answer->options & part->right) ? 1 : 0;
    case PART_SET:
        return set_points(part, answer->options);
    case PART_NUMBER:
        return part_number_is_right(part, answer->number) ? 1 : 0;
    case PART_WORDS:
        return words_are_right(part, answer->words) ? 1 : 0;
    default:
        return 0;
    }
}

/* ------------------------------------------------------------------------------- order ---- */

/* Items are in the right order in the file, so of two, the earlier one belongs before the later. */
void exercise_order_pairs(const struct task *task, const struct part_answer *answers, int *right,
                          int *pairs)
{
    *right = *pairs = 0;
    for (int i = 0; i < task->part_count; i++) {
        for (int j = i + 1; j < task->part_count; j++) {
            if (task->parts[i].rank == task->parts[j].rank)
                continue;
            ++*pairs;
            *right +=
                answers[i].given && answers[j].given && answers[i].place < answers[j].place ? 1 : 0;
        }
    }
}

static void mark_order(const struct task *task, const struct part_answer *answers,
                       struct part_mark *marks)
{
    int kept, pairs;
    exercise_order_pairs(task, answers, &kept, &pairs);
    double share = pairs > 0 ? (double)kept / pairs : 0;
    for (int i = 0; i < task->part_count; i++) {
        int place = answers[i].place;
        bool there = answers[i].given && place >= 0 && place < task->part_count;
        marks[i] = (struct part_mark){
            .asked = true,
            .points = share,
            .right = there && task->parts[place].rank == task->parts[i].rank,
        };
    }
}

/* ------------------------------------------------------------------------------ tables ---- */

/* What the cells of one table hold. Worked out in rounds, as a total may add up totals. */
struct cells {
    double values[PART_MAX];
    bool filled[PART_MAX]; /* a total is, when one of what it adds up is */
    bool known[PART_MAX];
};

/* False while something that it adds up is not known yet. */
static bool add_up(const struct part *part, struct cells *cells, int index)
{
    double sum = 0;
    bool filled = false;
    for (int i = 0; i < part->sum_count; i++) {
        if (!cells->known[part->sum[i]])
            return false;
        sum += cells->values[part->sum[i]];
        filled |= cells->filled[part->sum[i]];
    }
    cells->values[index] = sum;
    cells->filled[index] = filled;
    cells->known[index] = true;
    return true;
}

static void read_cells(const struct task *task, const struct part_answer *answers,
                       struct cells *cells)
{
    memset(cells, 0, sizeof *cells);
    for (int i = 0; i < task->part_count; i++) {
        bool given = task->parts[i].kind == PART_GIVEN;
        cells->known[i] = task->parts[i].kind != PART_TOTAL;
        cells->filled[i] = given || (task->parts[i].kind == PART_NUMBER && answers[i].given &&
                                     isfinite(answers[i].number));
        cells->values[i] = !cells->filled[i] ? 0
                           : given           ? task->parts[i].expected
                                             : answers[i].number;
    }
    for (bool more = true; more;) {
        more = false;
        for (int i = 0; i < task->part_count; i++)
            more |= !cells->known[i] && add_up(&task->parts[i], cells, i);
    }
}

bool exercise_cell(const struct exercise *exercise, const struct exercise_answer *answer, int task,
                   int part, double *value)
{
    struct cells cells;
    read_cells(&exercise->tasks[task], answer->parts[task], &cells);
    *value = cells.values[part];
    return cells.filled[part];
}

int task_find_cell(const struct task *task, int row, int column)
{
    for (int i = 0; i < task->part_count; i++) {
        if (task->parts[i].row == row && task->parts[i].column == column)
            return i;
    }
    return -1;
}

/* ------------------------------------------------------------------------------- whole ---- */

static void mark_parts(const struct task *task, const struct part_answer *answers,
                       struct part_mark *marks)
{
    struct cells cells;
    read_cells(task, answers, &cells);
    for (int i = 0; i < task->part_count; i++) {
        const struct part *part = &task->parts[i];
        marks[i] = (struct part_mark){
            .asked = part->kind != PART_GIVEN && part->kind != PART_TOTAL,
            .points = part_points(part, &answers[i]),
        };
        marks[i].right = marks[i].points >= 1;
        if (part->kind == PART_TOTAL)
            marks[i].total = cells.values[i];
    }
}

void exercise_score(const struct exercise *exercise, const struct exercise_answer *answer,
                    struct exercise_mark *mark)
{
    memset(mark, 0, sizeof *mark);
    for (int i = 0; i < exercise->task_count; i++) {
        const struct task *task = &exercise->tasks[i];
        if (task->kind == TASK_ORDER)
            mark_order(task, answer->parts[i], mark->parts[i]);
        else
            mark_parts(task, answer->parts[i], mark->parts[i]);
        for (int part = 0; part < task->part_count; part++) {
            mark->points += mark->parts[i][part].points;
            mark->most += mark->parts[i][part].asked ? 1 : 0;
        }
    }
}

static void right_part(const struct part *part, int index, struct part_answer *answer)
{
    *answer = (struct part_answer){.given = true};
    switch (part->kind) {
    case PART_CHOICE:
        answer->options = part->right & (~part->right + 1); /* the first of them */
        break;
    case PART_SET:
        answer->options = part->right;
        break;
    case PART_NUMBER:
        answer->number = part->expected;
        break;
    case PART_WORDS:
        if (part->accepted_count > 0)
            snprintf(answer->words, sizeof answer->words, "%s", part->accepted[0]);
        break;
    case PART_PLACE:
        answer->place = index;
        break;
    default:
        answer->given = false;
    }
}

void exercise_right(const struct exercise *exercise, struct exercise_answer *answer)
{
    memset(answer, 0, sizeof *answer);
    for (int i = 0; i < exercise->task_count; i++) {
        for (int part = 0; part < exercise->tasks[i].part_count; part++)
            right_part(&exercise->tasks[i].parts[part], part, &answer->parts[i][part]);
    }
}

double exercise_percent(const struct exercise_mark *mark)
{
    return mark->most > 0 ? 100 * mark->points / mark->most : 0;
}

bool exercise_begun(const struct exercise *exercise, const struct exercise_answer *answer)
{
    for (int i = 0; i < exercise->task_count; i++) {
        for (int part = 0; part < exercise->tasks[i].part_count; part++) {
            if (answer->parts[i][part].given)
                return true;
        }
    }
    return false;
}

void exercise_number_text(double value, char out[NUMBER_TEXT_SIZE])
{
    double rounded = round(value * 100) / 100;
    snprintf(out, NUMBER_TEXT_SIZE, "%.2f", rounded == 0 ? 0 : rounded); /* no minus zero */
    size_t length = strlen(out);
    while (length > 0 && out[length - 1] == '0')
        out[--length] = '\0';
    if (length > 0 && out[length - 1] == '.')
        out[--length] = '\0';
}
