/* print_answers.c: an exercise's right answers, each with its reason and source. */
#include "base/buffer.h"
#include "base/words.h"
#include "class/exercise_words.h"
#include "class/print_parts.h"

/* Why, and who says so, behind an answer. */
static void reason_cell(struct document *document, const struct part *part)
{
    document_begin(document, DOCUMENT_CELL);
    document_text(document, PIECE_PLAIN, print_words(&part->why));
    if (part->source)
        document_printf(document, PIECE_SMALL, "  %s", part->source);
    document_end(document);
}

static void head(struct document *document, const char *first, const char *second,
                 const char *third)
{
    document_begin(document, DOCUMENT_HEAD_ROW);
    print_cell(document, first);
    print_cell(document, second);
    if (third)
        print_cell(document, third);
    document_end(document);
}

/* The options that are right, "or" between them; with the letters that they have on the sheet. */
static void right_cell(struct document *document, const struct part *part, const int *order)
{
    struct buffer out = {0};
    for (int i = 0; i < part->option_count; i++) {
        if (!(part->right >> i & 1))
            continue;
        if (out.length > 0)
            buffer_add(&out, "\n");
        buffer_printf(&out, "%c  %s", print_letter(order, part->option_count, i),
                      print_words(&part->options[i].label));
    }
    print_cell(document, out.data ? out.data : "");
    buffer_free(&out);
}

static void answers_with_letters(struct document *document, const struct exercise *exercise,
                                 int number)
{
    const struct task *task = &exercise->tasks[number];
    bool match = task->kind == TASK_MATCH;
    int parts[PART_MAX], options[OPTION_MAX];
    print_shuffle(exercise, number, SHUFFLE_PARTS, task->part_count, parts);
    print_shuffle(exercise, number, SHUFFLE_OPTIONS, task->option_count, options);
    for (int i = 0; !match && i < task->option_count; i++)
        options[i] = i;
    document_table(document, match ? (int[]){20, 40, 40} : (int[]){40, 25, 35}, 3);
    head(document, match ? _("Left side") : _("Card"), _("Right answer"), _("Why"));
    for (int i = 0; i < task->part_count; i++) {
        const struct part *part = &task->parts[match ? i : parts[i]];
        document_begin(document, DOCUMENT_ROW);
        print_cell(document, print_words(&part->label));
        right_cell(document, part, options);
        reason_cell(document, part);
        document_end(document);
    }
    document_end(document);
}

static void answers_in_order(struct document *document, const struct task *task)
{
    document_table(document, (int[]){10, 45, 45}, 3);
    head(document, _("Place"), _("Item"), _("Why"));
    for (int i = 0, place = 0; i < task->part_count; i++) {
        /* Items of equal rank may change places, and so bear the same number. */
        if (i > 0 && task->parts[i].rank != task->parts[i - 1].rank)
            place = i;
        document_begin(document, DOCUMENT_ROW);
        document_begin(document, DOCUMENT_CELL);
        document_printf(document, PIECE_PLAIN, "%d", place + 1);
        document_end(document);
        print_cell(document, print_words(&task->parts[i].label));
        reason_cell(document, &task->parts[i]);
        document_end(document);
    }
    document_end(document);
}

/* ------------------------------------------------------------------------------- tables ---- */

static void answer_cell(struct document *document, const struct exercise *exercise,
                        const struct exercise_answer *right, int number, int part)
{
    double value;
    char words[NUMBER_TEXT_SIZE];
    if (part < 0 || !exercise_cell(exercise, right, number, part, &value)) {
        print_cell(document, "");
        return;
    }
    exercise_number_text(value, words);
    bool asked = exercise->tasks[number].parts[part].kind == PART_NUMBER;
    document_begin(document, DOCUMENT_NUMBER_CELL);
    document_text(document, asked ? PIECE_STRONG : PIECE_PLAIN, words);
    document_end(document);
}

static void cell_reasons(struct document *document, const struct task *task)
{
    bool any = false;
    for (int i = 0; i < task->part_count; i++)
        any = any || *print_words(&task->parts[i].why);
    if (!any)
        return;
    document_begin(document, DOCUMENT_BULLETS);
    for (int i = 0; i < task->part_count; i++) {
        const struct part *part = &task->parts[i];
        if (!*print_words(&part->why))
            continue;
        document_begin(document, DOCUMENT_ITEM);
        document_printf(document, PIECE_STRONG, "%s · %s  ", print_words(&task->rows[part->row]),
                        print_words(&task->columns[part->column]));
        document_text(document, PIECE_PLAIN, print_words(&part->why));
        document_printf(document, PIECE_SMALL, "  %s", part->source ? part->source : "");
        document_end(document);
    }
    document_end(document);
}

static void answers_in_table(struct document *document, const struct exercise *exercise,
                             const struct exercise_answer *right, int number)
{
    const struct task *task = &exercise->tasks[number];
    print_begin_table(document, task);
    for (int row = 0; row < task->row_count; row++) {
        document_begin(document, DOCUMENT_ROW);
        print_cell(document, print_words(&task->rows[row]));
        for (int column = 0; column < task->column_count; column++)
            answer_cell(document, exercise, right, number, task_find_cell(task, row, column));
        document_end(document);
    }
    document_end(document);
    cell_reasons(document, task);
}

/* ------------------------------------------------------------------ fields and questions ---- */

static void typed_answer(struct document *document, const struct part *part)
{
    char words[NUMBER_TEXT_SIZE];
    exercise_number_text(part->expected, words);
    document_begin(document, DOCUMENT_CELL);
    if (part->kind == PART_NUMBER)
        document_text(document, PIECE_STRONG, words);
    else if (*print_words(&part->model))
        document_text(document, PIECE_STRONG, print_words(&part->model));
    else
        document_text(document, PIECE_STRONG, part->accepted_count > 0 ? part->accepted[0] : "");
    document_end(document);
}

static void ticked_answer(struct document *document, const struct part *part)
{
    document_begin(document, DOCUMENT_CELL);
    for (int i = 0; i < part->option_count; i++) {
        bool right = part->right >> i & 1;
        document_text(document, right ? PIECE_TICKED : PIECE_BOX, "");
        document_text(document, right ? PIECE_STRONG : PIECE_PLAIN,
                      print_words(&part->options[i].label));
        if (i < part->option_count - 1)
            document_text(document, PIECE_BREAK, "");
    }
    document_end(document);
}

static void answers_with_boxes(struct document *document, const struct task *task)
{
    document_table(document, (int[]){28, 36, 36}, 3);
    head(document, task->kind == TASK_FORM ? _("Field") : _("Question"), _("Right answer"),
         _("Why"));
    for (int i = 0; i < task->part_count; i++) {
        const struct part *part = &task->parts[i];
        document_begin(document, DOCUMENT_ROW);
        print_cell(document, print_words(&part->label));
        if (part->kind == PART_CHOICE || part->kind == PART_SET)
            ticked_answer(document, part);
        else
            typed_answer(document, part);
        reason_cell(document, part);
        document_end(document);
    }
    document_end(document);
}

/* --------------------------------------------------------------------------------- whole ---- */

static void answers_of_task(struct document *document, const struct exercise *exercise,
                            const struct exercise_answer *right, int number)
{
    const struct task *task = &exercise->tasks[number];
    switch (task->kind) {
    case TASK_CLASSIFY:
    case TASK_MATCH:
        answers_with_letters(document, exercise, number);
        break;
    case TASK_ORDER:
        answers_in_order(document, task);
        break;
    case TASK_TABLE:
        answers_in_table(document, exercise, right, number);
        break;
    default:
        answers_with_boxes(document, task);
    }
}

static const struct text *source_title(const void *file, const char *source)
{
    return exercise_file_source_title(file, source);
}

void print_exercise_answers(struct document *document, const struct exercise_file *file)
{
    const struct exercise *exercise = exercise_file_exercise(file);
    struct exercise_answer right;
    exercise_right(exercise, &right);
    document_begin(document, DOCUMENT_SECTION);
    print_exercise_opening(document, file, true);
    for (int i = 0; i < exercise->task_count; i++) {
        document_begin(document, DOCUMENT_SECTION);
        print_task_opening(document, exercise, i);
        answers_of_task(document, exercise, &right, i);
        document_end(document);
    }
    document_begin(document, DOCUMENT_CARD);
    document_add(document, DOCUMENT_SUBHEADING, _("Model answer"));
    document_add(document, DOCUMENT_PARAGRAPH, print_words(&exercise->model));
    print_labelled(document, DOCUMENT_PARAGRAPH, _("Why it matters: "),
                   print_words(&exercise->why));
    document_end(document);
    print_sources(document, exercise->sources, exercise->source_count, source_title, file);
    document_end(document);
}
