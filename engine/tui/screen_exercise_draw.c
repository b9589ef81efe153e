/*
 * screen_exercise_draw.c: what is around the tasks: the title, the page to read first, the numbers,
 * and the page to hand in from.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/words.h"
#include "class/exercise_words.h"
#include "tui/screen_exercise.h"
#include "tui/sheet.h"

static const struct key_row exercise_key_rows[] = {EXERCISE_KEYS(KEY_ROW)};
const struct key_table exercise_key_table = KEY_TABLE(exercise_key_rows);

static const char *words(const struct text *text)
{
    return text->words[words_language()];
}

static void draw_title(const struct working *working, struct canvas *canvas)
{
    const struct exercise *exercise = sitting_exercise(working->sitting);
    const struct exercise_row *row = sitting_row(working->sitting);
    int64_t seconds = (clock_monotonic_ms() - working->began_ms) / 1000;
    int end = canvas_cols(canvas) - 1;
    char clock[64];
    snprintf(clock, sizeof clock, _("%02d:%02d of %d min"), (int)(seconds / 60),
             (int)(seconds % 60), exercise->minutes);
    end -= canvas_text_right(canvas, 0, end, 24, INK_TITLE, clock);
    end -= canvas_text_right(canvas, 0, end, 3, INK_FRAME, " · ");
    end -= canvas_text_right(canvas, 0, end, 20, INK_TITLE,
                             row->person.id[0] ? row->person.name : _("the room"));
    canvas_printf(canvas, 0, 1, end - 3, INK_TITLE, "%s · %s", _("Exercise"),
                  words(&exercise->title));
}

/* --------------------------------------------------------------------------------- reading ---- */

static void add(struct sheet *sheet, const char *label, int indent, enum ink ink, const char *text)
{
    if (text[0])
        sheet_add(sheet, &(struct paragraph){.label = label,
                                             .label_ink = INK_STRONG,
                                             .indent = indent,
                                             .text = text,
                                             .ink = ink,
                                             .tag = -1});
}

static int widest_speaker(const struct exercise *exercise)
{
    int widest = 0;
    for (int i = 0; i < exercise->dialogue_count; i++) {
        int width = text_width(words(&exercise->dialogue[i].who));
        widest = width > widest ? width : widest;
    }
    return widest < 20 ? widest + 2 : 22;
}

static void number_line(const struct working *working, int index, struct buffer *out)
{
    exercise_number_line(&sitting_exercise(working->sitting)->numbers[index],
                         sitting_numbers(working->sitting)[index], words_language(), out);
}

static void add_numbers(const struct working *working, struct sheet *sheet)
{
    const struct exercise *exercise = sitting_exercise(working->sitting);
    if (exercise->number_count == 0)
        return;
    sheet_blank(sheet);
    add(sheet, NULL, 0, INK_STRONG,
        sitting_own_numbers(working->sitting) ? _("The numbers (your branch's own among them):")
                                              : _("The numbers:"));
    for (int i = 0; i < exercise->number_count; i++) {
        struct buffer line = {0};
        number_line(working, i, &line);
        add(sheet, NULL, 2, INK_PLAIN, line.data);
        buffer_free(&line);
    }
}

static void draw_reading(struct working *working, struct canvas *canvas, struct area box)
{
    const struct exercise *exercise = sitting_exercise(working->sitting);
    struct area inside = area_inside(box);
    struct sheet *sheet = sheet_new(inside.cols);
    int indent = widest_speaker(exercise);
    canvas_box(canvas, box, words(&exercise->title));
    if (sitting_has_draft(working->sitting)) {
        add(sheet, NULL, 0, INK_WARNING,
            _("You have begun this already: what you answered is still here."));
        sheet_blank(sheet);
    }
    add(sheet, NULL, 0, INK_PLAIN, words(&exercise->brief));
    for (int i = 0; i < exercise->dialogue_count; i++) {
        if (i == 0 || working->room)
            sheet_blank(sheet);
        add(sheet, words(&exercise->dialogue[i].who), indent, INK_PLAIN,
            words(&exercise->dialogue[i].say));
    }
    add_numbers(working, sheet);
    sheet_blank(sheet);
    for (int i = 0; i < exercise->task_count; i++) {
        char label[16];
        snprintf(label, sizeof label, "%d", i + 1);
        add(sheet, label, 3, INK_PLAIN, words(&exercise->tasks[i].ask));
    }
    working->top = sheet_clamp(sheet, inside.rows, working->top);
    sheet_draw(sheet, canvas, inside, working->top);
    sheet_free(sheet);
}

/* -------------------------------------------------------------------------------- handing in ---- */

static int draw_counts(const struct working *working, struct canvas *canvas, struct area inside)
{
    const struct exercise *exercise = sitting_exercise(working->sitting);
    int y = inside.y, empty = 0;
    for (int i = 0; i < exercise->task_count && y < inside.y + inside.rows; i++) {
        int answered, asked;
        char count[48];
        working_count(working, i, &answered, &asked);
        empty += asked - answered;
        snprintf(count, sizeof count, _("%d of %d"), answered, asked);
        struct area place = {y, inside.x, 2, 12};
        canvas_text(canvas, y, inside.x, 12, answered < asked ? INK_WARNING : INK_GOOD, count);
        int lines = canvas_wrap(
            canvas, (struct area){y, inside.x + 13, inside.y + inside.rows - y, inside.cols - 13},
            INK_PLAIN, words(&exercise->tasks[i].ask));
        place.rows = lines;
        place.cols = inside.cols;
        canvas_zone(canvas, place, ZONE_PAGES + 1 + i);
        y += lines + 1;
    }
    if (empty > 0)
        canvas_printf(canvas, y, inside.x, inside.cols, INK_WARNING,
                      ngettext("%d answer is still missing; PgUp goes back.",
                               "%d answers are still missing; PgUp goes back.",
                               (unsigned long)empty),
                      empty);
    return y + 2;
}

static void draw_handing_in(const struct working *working, struct canvas *canvas, struct area box)
{
    struct area inside = area_inside(box);
    canvas_box(canvas, box, _("Hand in"));
    int y = draw_counts(working, canvas, inside);
    const char *label = _("Enter: hand it in, and see how it came out");
    int cells = text_width(label) + 4;
    canvas_fill(canvas, (struct area){y, inside.x, 1, cells}, INK_SELECTED);
    canvas_printf(canvas, y, inside.x, inside.cols, INK_SELECTED, "> %s", label);
    canvas_zone(canvas, (struct area){y, inside.x, 1, cells}, ZONE_PAGES);
}

/* ------------------------------------------------------------------------------------ tasks ---- */

/* The numbers that cells and fields are worked out from, in as few lines as they need. */
static int draw_numbers(const struct working *working, struct canvas *canvas, struct area area)
{
    const struct exercise *exercise = sitting_exercise(working->sitting);
    struct buffer line = {0};
    for (int i = 0; i < exercise->number_count; i++) {
        if (i > 0)
            buffer_add(&line, " · ");
        number_line(working, i, &line);
    }
    int lines = wrapped_lines(line.data, area.cols);
    lines = lines < 2 * area.rows / 5 ? lines : 2 * area.rows / 5;
    canvas_wrap(canvas, (struct area){area.y + area.rows - lines, area.x, lines, area.cols},
                INK_PLAIN, line.data);
    buffer_free(&line);
    return lines;
}

static void draw_task(struct working *working, struct canvas *canvas, struct area area, int number)
{
    const struct task *task = working_task(working, number);
    struct area text = {area.y, area.x + 1, area.rows / 3, area.cols - 2};
    char place[32];
    snprintf(place, sizeof place, "%d/%d", number + 1,
             sitting_exercise(working->sitting)->task_count);
    int indent = text_width(place) + 1;
    canvas_text(canvas, text.y, text.x, indent, INK_KEY, place);
    int used =
        canvas_wrap(canvas, (struct area){text.y, text.x + indent, text.rows, text.cols - indent},
                    INK_STRONG, words(&task->ask));
    if (working->room && area.rows >= 20)
        used++;
    struct area rest = {area.y + used, area.x, area.rows - used, area.cols};
    bool typed = task->kind == TASK_TABLE || task->kind == TASK_FORM;
    if (typed && sitting_exercise(working->sitting)->number_count > 0)
        rest.rows -= draw_numbers(working, canvas,
                                  (struct area){rest.y, rest.x + 1, rest.rows, rest.cols - 2});
    exercise_face(working, number)->draw(working, canvas, rest, number);
}

static bool has_set(const struct task *task)
{
    for (int i = 0; i < task->part_count; i++)
        if (task->parts[i].kind == PART_SET)
            return true;
    return false;
}

/* What the keys do on this page, and no more: the key line and the help are made from it. */
static uint64_t hidden_commands(const struct working *working)
{
    uint64_t shown = COMMAND_BIT(EX_HELP) | COMMAND_BIT(EX_LEAVE);
    if (working->page == 0) {
        shown |= COMMAND_BIT(EX_SCROLL) | COMMAND_BIT(EX_START) | COMMAND_BIT(EX_PAGE);
    } else if (working->page + 1 == working->pages) {
        shown |= COMMAND_BIT(EX_HAND_IN) | COMMAND_BIT(EX_REVISE);
    } else {
        shown |= exercise_face(working, working->page - 1)->commands &
                 ~(has_set(working_task(working, working->page - 1)) ? 0 : COMMAND_BIT(EX_MARK));
        shown |= COMMAND_BIT(EX_PAGE) | COMMAND_BIT(EX_BACK);
    }
    return ~shown;
}

/* Where words are typed, ? is one of them. */
static bool takes_words(const struct working *working)
{
    if (working->page == 0 || working->page + 1 == working->pages)
        return false;
    const struct task *task = working_task(working, working->page - 1);
    const struct task_state *state = &working->states[working->page - 1];
    return task->kind == TASK_FORM &&
           task->parts[state->field_parts[entry_current(state->entry)]].kind == PART_WORDS;
}

void exercise_draw(struct working *working, struct canvas *canvas)
{
    struct area area = {1, 0, canvas_rows(canvas) - 2, canvas_cols(canvas)};
    draw_title(working, canvas);
    if (working->page == 0)
        draw_reading(working, canvas, area);
    else if (working->page + 1 == working->pages)
        draw_handing_in(working, canvas, area);
    else
        draw_task(working, canvas, area, working->page - 1);
    keys_draw(exercise_key_table, canvas, hidden_commands(working),
              takes_words(working) ? COMMAND_BIT(EX_HELP) : 0);
    if (working->help)
        keys_help(exercise_key_table, working->tui, hidden_commands(working), NULL,
                  &working->help_top);
}
