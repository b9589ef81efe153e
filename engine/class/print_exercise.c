/* print_exercise.c: an exercise as a sheet to write on. */
#include "base/random.h"
#include "base/words.h"
#include "class/exercise_words.h"
#include "class/print_parts.h"

/* ------------------------------------------------------------------------------- shared ---- */

static uint64_t seed_of(const char *id)
{
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
    for (; *id; id++)
        hash = (hash ^ (unsigned char)*id) * UINT64_C(1099511628211);
    return hash & SEED_MAX;
}

void print_shuffle(const struct exercise *exercise, int task, int what, int count, int *order)
{
    uint64_t seed = seed_of(exercise->id);
    for (int i = 0; i < count; i++)
        order[i] = i;
    for (int i = count - 1; i > 0; i--) {
        int index = (task * 2 + what) * PART_MAX + i;
        int other = (int)random_below(seed, RANDOM_SHUFFLE, (uint64_t)index, (uint64_t)i + 1);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
    }
}

char print_letter(const int *order, int count, int option)
{
    int place = 0;
    while (place < count - 1 && order[place] != option)
        place++;
    return (char)('A' + place);
}

static void number_cell(struct document *document, double number)
{
    char words[NUMBER_TEXT_SIZE];
    exercise_number_text(number, words);
    document_add(document, DOCUMENT_NUMBER_CELL, words);
}

static void print_dialogue(struct document *document, const struct exercise *exercise)
{
    if (exercise->dialogue_count == 0)
        return;
    document_begin(document, DOCUMENT_CARD);
    for (int i = 0; i < exercise->dialogue_count; i++) {
        const struct speech *speech = &exercise->dialogue[i];
        document_begin(document, DOCUMENT_PARAGRAPH);
        /* TRANSLATORS: who speaks, before what is said */
        document_printf(document, PIECE_STRONG, _("%s: "), print_words(&speech->who));
        document_text(document, PIECE_PLAIN, print_words(&speech->say));
        document_end(document);
    }
    document_end(document);
}

static void print_numbers(struct document *document, const struct exercise_file *file, bool answers)
{
    const struct exercise *exercise = exercise_file_exercise(file);
    const double *values = exercise_file_values(file);
    if (exercise->number_count == 0)
        return;
    document_table(document, (int[]){52, 16, 16, 16}, answers ? 3 : 4);
    document_begin(document, DOCUMENT_HEAD_ROW);
    print_cell(document, _("Numbers"));
    print_cell(document, _("Unit"));
    document_add(document, DOCUMENT_NUMBER_CELL, _("Given"));
    if (!answers)
        print_cell(document, _("Your branch"));
    document_end(document);
    for (int i = 0; i < exercise->number_count; i++) {
        document_begin(document, DOCUMENT_ROW);
        print_cell(document, print_words(&exercise->numbers[i].label));
        print_cell(document, print_words(&exercise->numbers[i].unit));
        number_cell(document, values[i]);
        if (!answers) {
            document_begin(document, DOCUMENT_BLANK_CELL);
            document_end(document);
        }
        document_end(document);
    }
    document_end(document);
}

void print_exercise_opening(struct document *document, const struct exercise_file *file,
                            bool answers)
{
    const struct exercise *exercise = exercise_file_exercise(file);
    document_add(document, DOCUMENT_HEADING, print_words(&exercise->title));
    document_begin(document, DOCUMENT_QUIET);
    document_printf(document, PIECE_PLAIN,
                    ngettext("%d minute", "%d minutes", (unsigned long)exercise->minutes),
                    exercise->minutes);
    document_end(document);
    document_add(document, DOCUMENT_PARAGRAPH, print_words(&exercise->brief));
    if (!answers)
        print_dialogue(document, exercise);
    print_numbers(document, file, answers);
}

void print_task_opening(struct document *document, const struct exercise *exercise, int task)
{
    document_begin(document, DOCUMENT_SUBHEADING);
    if (exercise->task_count > 1)
        document_printf(document, PIECE_PLAIN, "%d. ", task + 1);
    document_text(document, PIECE_PLAIN, print_words(&exercise->tasks[task].ask));
    document_end(document);
}

/* -------------------------------------------------------------------------------- tasks ---- */

static void blank_cell(struct document *document)
{
    document_begin(document, DOCUMENT_BLANK_CELL);
    document_end(document);
}

static void options_with_letters(struct document *document, const struct task *task,
                                 const int *order)
{
    document_begin(document, DOCUMENT_KEEP);
    for (int i = 0; i < task->option_count; i++) {
        document_begin(document, DOCUMENT_PARAGRAPH);
        document_printf(document, PIECE_STRONG, "%c  ", 'A' + i);
        document_text(document, PIECE_PLAIN, print_words(&task->options[order[i]].label));
        document_end(document);
    }
    document_end(document);
}

/* Cards, or left sides, each with a place for a letter. Bins keep their order, as they are no
   answer; right sides do not. */
static void sheet_of_letters(struct document *document, const struct exercise *exercise, int number)
{
    const struct task *task = &exercise->tasks[number];
    bool match = task->kind == TASK_MATCH;
    int parts[PART_MAX], options[OPTION_MAX];
    print_shuffle(exercise, number, SHUFFLE_PARTS, task->part_count, parts);
    print_shuffle(exercise, number, SHUFFLE_OPTIONS, task->option_count, options);
    for (int i = 0; !match && i < task->option_count; i++)
        options[i] = i;
    options_with_letters(document, task, options);
    document_table(document, (int[]){84, 16}, 2);
    document_begin(document, DOCUMENT_HEAD_ROW);
    print_cell(document, match ? _("What belongs to it?") : _("Where does it belong?"));
    print_cell(document, _("Letter"));
    document_end(document);
    for (int i = 0; i < task->part_count; i++) {
        document_begin(document, DOCUMENT_ROW);
        print_cell(document, print_words(&task->parts[match ? i : parts[i]].label));
        blank_cell(document);
        document_end(document);
    }
    document_end(document);
}

static void sheet_of_order(struct document *document, const struct exercise *exercise, int number)
{
    const struct task *task = &exercise->tasks[number];
    int order[PART_MAX];
    print_shuffle(exercise, number, SHUFFLE_PARTS, task->part_count, order);
    document_table(document, (int[]){14, 86}, 2);
    document_begin(document, DOCUMENT_HEAD_ROW);
    print_cell(document, _("Place"));
    print_cell(document, _("Number them from 1"));
    document_end(document);
    for (int i = 0; i < task->part_count; i++) {
        document_begin(document, DOCUMENT_ROW);
        blank_cell(document);
        print_cell(document, print_words(&task->parts[order[i]].label));
        document_end(document);
    }
    document_end(document);
}

static void sheet_cell(struct document *document, const struct task *task, int row, int column)
{
    int part = task_find_cell(task, row, column);
    if (part < 0)
        print_cell(document, "");
    else if (task->parts[part].kind == PART_GIVEN)
        number_cell(document, task->parts[part].expected);
    else
        blank_cell(document);
}

void print_begin_table(struct document *document, const struct task *task)
{
    int widths[OPTION_MAX + PART_MAX] = {28};
    for (int i = 0; i < task->column_count; i++)
        widths[i + 1] = 72 / task->column_count;
    document_table(document, widths, task->column_count + 1);
    document_begin(document, DOCUMENT_HEAD_ROW);
    print_cell(document, print_words(&task->corner));
    for (int i = 0; i < task->column_count; i++)
        document_add(document, DOCUMENT_NUMBER_CELL, print_words(&task->columns[i]));
    document_end(document);
}

static void sheet_of_table(struct document *document, const struct task *task)
{
    print_begin_table(document, task);
    for (int row = 0; row < task->row_count; row++) {
        document_begin(document, DOCUMENT_ROW);
        print_cell(document, print_words(&task->rows[row]));
        for (int column = 0; column < task->column_count; column++)
            sheet_cell(document, task, row, column);
        document_end(document);
    }
    document_end(document);
}

static void sheet_options(struct document *document, const struct part *part)
{
    document_begin(document, DOCUMENT_CHECKS);
    for (int i = 0; i < part->option_count; i++)
        document_add(document, DOCUMENT_ITEM, print_words(&part->options[i].label));
    document_end(document);
}

static void sheet_of_form(struct document *document, const struct task *task)
{
    for (int i = 0; i < task->part_count; i++) {
        const struct part *part = &task->parts[i];
        document_begin(document, DOCUMENT_KEEP);
        if (part->kind == PART_CHOICE || part->kind == PART_SET) {
            print_labelled(document, DOCUMENT_PARAGRAPH, print_words(&part->label), "");
            sheet_options(document, part);
        } else {
            document_begin(document, DOCUMENT_FIELDS);
            document_field(document, print_words(&part->label), 100);
            document_end(document);
        }
        document_end(document);
    }
}

static void sheet_of_questions(struct document *document, const struct task *task)
{
    document_begin(document, DOCUMENT_NUMBERS);
    for (int i = 0; i < task->part_count; i++) {
        const struct part *part = &task->parts[i];
        document_begin(document, DOCUMENT_ITEM);
        document_begin(document, DOCUMENT_KEEP);
        document_begin(document, DOCUMENT_PARAGRAPH);
        document_text(document, PIECE_PLAIN, print_words(&part->label));
        if (part->kind == PART_SET)
            document_printf(document, PIECE_SMALL, " %s", _("(tick all that are right)"));
        document_end(document);
        sheet_options(document, part);
        document_end(document);
        document_end(document);
    }
    document_end(document);
}

void print_exercise(struct document *document, const struct exercise_file *file)
{
    const struct exercise *exercise = exercise_file_exercise(file);
    document_begin(document, DOCUMENT_SECTION);
    print_exercise_opening(document, file, false);
    for (int i = 0; i < exercise->task_count; i++) {
        const struct task *task = &exercise->tasks[i];
        document_begin(document, DOCUMENT_SECTION);
        print_task_opening(document, exercise, i);
        switch (task->kind) {
        case TASK_CLASSIFY:
        case TASK_MATCH:
            sheet_of_letters(document, exercise, i);
            break;
        case TASK_ORDER:
            sheet_of_order(document, exercise, i);
            break;
        case TASK_TABLE:
            sheet_of_table(document, task);
            break;
        case TASK_FORM:
            sheet_of_form(document, task);
            break;
        default:
            sheet_of_questions(document, task);
        }
        document_end(document);
    }
    document_end(document);
}
