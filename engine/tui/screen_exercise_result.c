/*
 * screen_exercise_result.c: how an exercise came out, as one text that scrolls.
 *
 * Right and wrong are told by signs (√ ×), the points by a bar and in figures; the curve has a mark
 * for each series. Nothing is told by colour alone.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/words.h"
#include "class/exercise_curve.h"
#include "class/exercise_words.h"
#include "tui/screen_exercise.h"
#include "tui/sheet.h"

#define RESULT_KEYS(X)                                                                      \
    X(RESULT_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", N_("scroll"), N_("scroll (also k and j)"))     \
    X(RESULT_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                      \
    X(RESULT_PAGE_DOWN, KEYS(KEYCAP_PAGE_DOWN, ' '), "PgDn", N_("page"), N_("a page on"))   \
    X(RESULT_PAGE_UP, KEYS(KEYCAP_PAGE_UP), "PgUp", "", N_("a page back"))                  \
    X(RESULT_FIRST, KEYS(KEYCAP_HOME, 'g'), "Home End", "", N_("the beginning, the end"))   \
    X(RESULT_LAST, KEYS(KEYCAP_END, 'G'), "", "", "")                                       \
    X(RESULT_WRONG, KEYS('n'), "n", N_("next ×"), N_("the next answer that was not right")) \
    X(RESULT_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                             \
    X(RESULT_CLOSE, KEYS(KEYCAP_ENTER, KEYCAP_ESCAPE, 'q'), "Enter", N_("close"), N_("close"))

enum result_command { RESULT_KEYS(KEY_COMMAND) RESULT_COMMAND_COUNT };

static const struct key_row result_key_rows[] = {RESULT_KEYS(KEY_ROW)};
static const struct key_table result_key_table = KEY_TABLE(result_key_rows);

enum { TAG_WRONG = 1, INDENT = 3, BAR_CELLS = 20, CURVE_ROWS = 9 };

struct result {
    struct tui *tui;
    const struct sitting *sitting;
    struct sheet *sheet;
    int top, rows;
    bool help, done;
    int help_top;
};

static const char *words(const struct text *text)
{
    return text->words[words_language()];
}

/* ------------------------------------------------------------------------------- the text ---- */

static void add(struct result *result, const char *label, int indent, enum ink ink,
                const char *text, int tag)
{
    if (text && text[0])
        sheet_add(result->sheet, &(struct paragraph){.label = label,
                                                     .label_ink = ink,
                                                     .indent = indent,
                                                     .text = text,
                                                     .ink = ink,
                                                     .tag = tag});
}

static void add_source(struct result *result, int indent, const char *source)
{
    char line[256];
    const struct text *title = sitting_source_title(result->sitting, source);
    snprintf(line, sizeof line, "%s %s", source, title ? words(title) : "");
    add(result, NULL, indent, INK_FAINT, line, -1);
}

static void add_right(struct result *result, const struct task *task, int part, double points)
{
    struct buffer right = {0}, line = {0};
    exercise_right_text(task, part, words_language(), &right);
    buffer_printf(&line, _("right: %s"), right.data ? right.data : "");
    if (points > 0 && task->kind != TASK_ORDER)
        buffer_printf(&line, _(" (%.2g of a point)"), points);
    add(result, NULL, INDENT, INK_STRONG, line.data, -1);
    buffer_free(&right);
    buffer_free(&line);
}

static void add_part(struct result *result, int number, int part)
{
    const struct task *task = &sitting_exercise(result->sitting)->tasks[number];
    const struct part_mark *mark = &sitting_mark(result->sitting)->parts[number][part];
    struct buffer label = {0}, given = {0}, line = {0};
    exercise_label(task, part, words_language(), &label);
    exercise_given_text(task, part, &sitting_answer(result->sitting)->parts[number][part],
                        words_language(), &given);
    buffer_printf(&line, "%s → %s", label.data, given.data ? given.data : _("(nothing)"));
    sheet_add(result->sheet, &(struct paragraph){.label = mark->right ? "√" : "×",
                                                 .label_ink = mark->right ? INK_GOOD : INK_BAD,
                                                 .indent = INDENT,
                                                 .text = line.data,
                                                 .tag = mark->right ? -1 : TAG_WRONG});
    if (!mark->right)
        add_right(result, task, part, mark->points);
    add(result, NULL, INDENT, INK_PLAIN, words(&task->parts[part].why), -1);
    if (!mark->right)
        add_source(result, INDENT, task->parts[part].source);
    buffer_free(&label);
    buffer_free(&given);
    buffer_free(&line);
}

static void add_task(struct result *result, int number)
{
    const struct task *task = &sitting_exercise(result->sitting)->tasks[number];
    const struct exercise_mark *mark = sitting_mark(result->sitting);
    double points = 0, most = 0;
    struct buffer heading = {0}, pairs = {0};
    int order[PART_MAX], count = sitting_order_result(result->sitting, number, order);
    for (int i = 0; i < task->part_count; i++) {
        points += mark->parts[number][i].points;
        most += mark->parts[number][i].asked ? 1 : 0;
    }
    buffer_printf(&heading, _("%s (%.3g of %g)"), words(&task->ask), points, most);
    sheet_blank(result->sheet);
    add(result, NULL, 0, INK_TITLE, heading.data, -1);
    exercise_order_text(task, sitting_answer(result->sitting)->parts[number], &pairs);
    add(result, NULL, 0, INK_PLAIN, pairs.data, -1);
    buffer_free(&pairs);
    buffer_free(&heading);
    for (int i = 0; i < count; i++)
        if (mark->parts[number][order[i]].asked)
            add_part(result, number, order[i]);
}

/* Line by line, as it is laid out already. */
static void add_curve(struct result *result, int cols)
{
    struct exercise_answer right;
    exercise_right(sitting_exercise(result->sitting), &right);
    char *curve = exercise_curve(sitting_exercise(result->sitting), &right, words_language(),
                                 CURVE_ROWS, cols < 78 ? cols : 78);
    if (!curve)
        return;
    sheet_blank(result->sheet);
    for (char *line = curve, *next; *line; line = next) {
        size_t length = strcspn(line, "\n");
        next = line + length + (line[length] == '\n');
        line[length] = '\0';
        add(result, NULL, 0, line == curve ? INK_TITLE : INK_PLAIN, line, -1);
    }
    free(curve);
}

/* By which `yanlian exercise --result` finds it again. */
static void add_id(struct result *result)
{
    struct buffer line = {0};
    const struct exercise_row *row = sitting_row(result->sitting);
    if (!row->id[0])
        return;
    buffer_printf(&line, _("Kept as result %s."), row->id);
    sheet_blank(result->sheet);
    add(result, NULL, 0, INK_FAINT, line.data, -1);
    buffer_free(&line);
}

static void make_sheet(struct result *result, int cols)
{
    const struct exercise *exercise = sitting_exercise(result->sitting);
    sheet_free(result->sheet);
    result->sheet = sheet_new(cols);
    for (int i = 0; i < exercise->task_count; i++)
        add_task(result, i);
    add_curve(result, cols);
    sheet_blank(result->sheet);
    add(result, NULL, 0, INK_TITLE, _("A model answer"), -1);
    add(result, NULL, 0, INK_PLAIN, words(&exercise->model), -1);
    sheet_blank(result->sheet);
    add(result, NULL, 0, INK_TITLE, _("Why"), -1);
    add(result, NULL, 0, INK_PLAIN, words(&exercise->why), -1);
    for (int i = 0; i < exercise->source_count; i++)
        add_source(result, 0, exercise->sources[i]);
    add_id(result);
}

/* ------------------------------------------------------------------------------- the screen ---- */

static void draw_head(const struct result *result, struct canvas *canvas)
{
    const struct exercise *exercise = sitting_exercise(result->sitting);
    const struct exercise_mark *mark = sitting_mark(result->sitting);
    const struct exercise_row *row = sitting_row(result->sitting);
    double percent = exercise_percent(mark);
    int end = canvas_cols(canvas) - 1;
    end -= canvas_text_right(canvas, 0, end, 20, INK_TITLE,
                             row->person.id[0] ? row->person.name : _("the room"));
    canvas_printf(canvas, 0, 1, end - 3, INK_TITLE, "%s · %s", _("Result"),
                  words(&exercise->title));
    enum ink ink = percent >= 75 ? INK_GOOD : percent >= 60 ? INK_WARNING : INK_BAD;
    int x = 1 + canvas_bar(canvas, 1, 1, (int)(percent * BAR_CELLS / 100 + 1e-9), BAR_CELLS, ink);
    canvas_printf(canvas, 1, x + 2, canvas_cols(canvas) - x - 3, INK_STRONG,
                  _("%.3g of %g points, %.0f %%"), mark->points, mark->most, percent);
}

static void draw(struct result *result)
{
    struct canvas *canvas = terminal_canvas(result->tui);
    struct area box = {2, 0, canvas_rows(canvas) - 3, canvas_cols(canvas)};
    struct area inside = area_inside(box);
    draw_head(result, canvas);
    canvas_box(canvas, box, "");
    make_sheet(result, inside.cols);
    result->rows = inside.rows;
    result->top = sheet_clamp(result->sheet, inside.rows, result->top);
    sheet_draw(result->sheet, canvas, inside, result->top);
    keys_draw(result_key_table, canvas, 0, 0);
    if (result->help)
        keys_help(result_key_table, result->tui, 0, _("√ right   × not right, or not wholly"),
                  &result->help_top);
    else
        terminal_no_overlay(result->tui);
    terminal_show(result->tui);
}

static void go_to_wrong(struct result *result)
{
    int lines = sheet_lines(result->sheet);
    for (int i = result->top + 1; i < lines; i++) {
        if (sheet_tag(result->sheet, i) == TAG_WRONG &&
            sheet_tag(result->sheet, i - 1) != TAG_WRONG) {
            result->top = i;
            return;
        }
    }
}

static void obey(struct result *result, int command)
{
    int page = result->rows > 1 ? result->rows - 1 : 1;
    switch (command) {
    case RESULT_UP:
        result->top--;
        break;
    case RESULT_DOWN:
        result->top++;
        break;
    case RESULT_PAGE_UP:
        result->top -= page;
        break;
    case RESULT_PAGE_DOWN:
        result->top += page;
        break;
    case RESULT_FIRST:
        result->top = 0;
        break;
    case RESULT_LAST:
        result->top = sheet_lines(result->sheet);
        break;
    case RESULT_WRONG:
        go_to_wrong(result);
        break;
    case RESULT_HELP:
        result->help = true;
        result->help_top = 0;
        break;
    case RESULT_CLOSE:
        result->done = true;
        break;
    default:
        break;
    }
}

void exercise_result(struct tui *tui, const struct sitting *sitting)
{
    struct result result = {.tui = tui, .sitting = sitting};
    while (!result.done) {
        struct input input;
        draw(&result);
        terminal_read(tui, -1, &input);
        if (input.kind == INPUT_STOP)
            result.done = true;
        else if (result.help)
            result.help = keys_help_input(&input, &result.help_top);
        else if (input.kind == INPUT_WHEEL)
            result.top += 2 * input.wheel;
        else
            obey(&result, keys_command(result_key_table, tui, &input));
    }
    sheet_free(result.sheet);
    terminal_no_overlay(tui);
}
