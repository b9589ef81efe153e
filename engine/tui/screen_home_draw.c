/*
 * screen_home_draw.c: the home screen on a canvas.
 *
 * Scenarios above and last results below, at the left; what there is to know about the chosen
 * scenario at the right.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "practice/debrief.h"
#include "tui/screen_home.h"
#include "tui/sheet.h"

enum { RESULTS_SHOWN = 8 };

static const struct key_row home_key_rows[] = {HOME_KEYS(KEY_ROW)};
const struct key_table home_key_table = KEY_TABLE(home_key_rows);

void describe_error(const struct error *error, char *out, size_t size)
{
    if (error->file[0] && error->line > 0)
        snprintf(out, size, "%s:%d: %s", error->file, error->line, error->message);
    else
        snprintf(out, size, "%s%s%s", error->file, error->file[0] ? ": " : "", error->message);
}

static const struct scenario *scenario_of(const struct home_item *item)
{
    return item->entry->loaded ? loaded_scenario(item->entry->loaded) : NULL;
}

static void draw_title(const struct home_view *view, struct canvas *canvas)
{
    int end = canvas_cols(canvas) - 1;
    char text[2 * STORE_NAME_MAX + 8];
    const struct person *person = view->person;
    if (person->staff_number[0])
        snprintf(text, sizeof text, _("%s (%s)"), person->name, person->staff_number);
    else
        snprintf(text, sizeof text, "%s", person->name);
    end -= canvas_text_right(canvas, 0, end, canvas_cols(canvas) / 2, INK_TITLE, text);
    canvas_printf(canvas, 0, 1, end - 3, INK_TITLE, "%s · %s", _("yanlian"),
                  view->class_title ? view->class_title : _("rehearse with a customer"));
}

/* First row of a list to show, so that the selected one is seen. */
static int list_top(int selected, int count, int rows)
{
    int top = selected - rows / 2;
    top = top > count - rows ? count - rows : top;
    return top < 0 ? 0 : top;
}

/* A row of either list: marker, words, and a note at the right. */
static void draw_row(struct canvas *canvas, struct area row, bool selected, bool active,
                     const char *words, const char *note, enum ink note_ink)
{
    enum ink ink = selected && active ? INK_SELECTED : selected ? INK_STRONG : INK_PLAIN;
    if (ink == INK_SELECTED)
        canvas_fill(canvas, row, ink);
    int end = row.x + row.cols;
    canvas_text(canvas, row.y, row.x, 1, ink, selected ? ">" : " ");
    end -= canvas_text_right(canvas, row.y, end, row.cols / 2, ink == INK_SELECTED ? ink : note_ink,
                             note) +
           1;
    canvas_text(canvas, row.y, row.x + 2, end - row.x - 2, ink, words);
}

static void draw_item(const struct home_view *view, struct canvas *canvas, struct area row,
                      int index)
{
    const struct home_item *item = &view->items[index];
    const struct scenario *scenario = scenario_of(item);
    char score[SCORE_TEXT_SIZE] = "";
    enum ink ink = INK_PLAIN;
    const char *note = score;
    if (!scenario) {
        note = _("! faulty");
        ink = INK_BAD;
    } else if (item->standing.open_session[0]) {
        note = _("unfinished");
        ink = INK_WARNING;
    } else if (item->standing.finished > 0) {
        score_format(item->standing.best, score);
    }
    draw_row(canvas, row, index == view->selected, !view->in_results,
             scenario ? scenario->title.words[view->language] : item->entry->id, note, ink);
    canvas_zone(canvas, row, index);
}

static void draw_items(const struct home_view *view, struct canvas *canvas, struct area box)
{
    struct area inside = {box.y + 1, box.x + 1, box.rows - 2, box.cols - 2};
    bool filtered = view->filter->typing || view->filter->words[0];
    if (filtered)
        filter_draw_head(view->filter, canvas, box);
    else
        canvas_box(canvas, box, _("Scenarios"));
    int top = list_top(view->selected, view->item_count, inside.rows);
    for (int i = 0; i < inside.rows && top + i < view->item_count; i++)
        draw_item(view, canvas, (struct area){inside.y + i, inside.x, 1, inside.cols}, top + i);
    if (view->item_count == 0)
        canvas_wrap(canvas, area_inside(box), INK_PLAIN,
                    filtered ? _("Nothing found. Esc shows all.")
                             : _("There is no scenario here."));
}

/* When it ended, by the clock on the wall here. */
static void format_day(int64_t wall_ms, char out[16])
{
    time_t seconds = (time_t)(wall_ms / 1000);
    struct tm day;
    if (!localtime_r(&seconds, &day) || strftime(out, 16, "%m-%d", &day) == 0)
        out[0] = '\0';
}

static void draw_results(const struct home_view *view, struct canvas *canvas, struct area box)
{
    struct area inside = {box.y + 1, box.x + 1, box.rows - 2, box.cols - 2};
    canvas_box(canvas, box, _("Last results"));
    if (view->result_count == 0)
        canvas_wrap(canvas, area_inside(box), INK_FAINT, _("None yet."));
    int top = list_top(view->result, view->result_count, inside.rows);
    for (int i = 0; i < inside.rows && top + i < view->result_count; i++) {
        const struct home_result *result = &view->results[top + i];
        char note[48], day[16], score[SCORE_TEXT_SIZE];
        struct buffer words = {0};
        format_day(result->row->ended_at, day);
        score_format(result->row->score, score);
        buffer_printf(&words, "%s %s", day, result->title);
        snprintf(note, sizeof note, "%s %s", score, result->row->passed ? "√" : "×");
        struct area row = {inside.y + i, inside.x, 1, inside.cols};
        draw_row(canvas, row, view->in_results && top + i == view->result, view->in_results,
                 words.data, note, result->row->passed ? INK_GOOD : INK_BAD);
        canvas_zone(canvas, row, ZONE_RESULTS + top + i);
        buffer_free(&words);
    }
}

/* --------------------------------------------------------------------------------- preview ---- */

static void add(struct sheet *sheet, const char *label, const char *text, enum ink ink)
{
    int widest = text_width(_("Customer"));
    const char *const labels[] = {_("Role"), _("Length"), _("Standing"), _("Trains")};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        widest = text_width(labels[i]) > widest ? text_width(labels[i]) : widest;
    sheet_add(sheet, &(struct paragraph){.label = label,
                                         .label_ink = INK_STRONG,
                                         .indent = widest + 2,
                                         .text = text,
                                         .ink = ink,
                                         .tag = -1});
}

static void add_standing(struct sheet *sheet, const struct home_item *item)
{
    const struct standing *standing = &item->standing;
    char best[SCORE_TEXT_SIZE], last[SCORE_TEXT_SIZE], text[256];
    if (standing->finished > 0) {
        score_format(standing->best, best);
        score_format(standing->last, last);
        snprintf(text, sizeof text, _("best %s, last %s, played %d times"), best, last,
                 standing->finished);
        add(sheet, _("Standing"), text, INK_PLAIN);
    } else {
        add(sheet, _("Standing"), _("not played to the end yet"), INK_PLAIN);
    }
    if (standing->open_session[0]) {
        enum mode mode = MODE_PRACTICE;
        while (mode + 1 < MODE_COUNT && strcmp(item->open_mode, mode_name(mode)) != 0)
            mode++;
        snprintf(text, sizeof text, _("unfinished (%s): Enter goes on where it stopped"),
                 mode_label(mode));
        add(sheet, NULL, text, INK_WARNING);
    }
}

static void add_sources(struct sheet *sheet, const struct home_item *item,
                        const struct scenario *scenario, enum language language)
{
    for (int i = 0; i < scenario->source_count; i++) {
        const struct text *title = loaded_source_title(item->entry->loaded, scenario->sources[i]);
        struct buffer text = {0};
        buffer_add(&text, "· ");
        buffer_printf(&text, _("%s (%s)"), title ? title->words[language] : "",
                      scenario->sources[i]);
        add(sheet, i == 0 ? _("Trains") : NULL, text.data, INK_PLAIN);
        buffer_free(&text);
    }
}

static struct sheet *make_preview(const struct home_view *view, int cols)
{
    struct sheet *sheet = sheet_new(cols);
    if (view->item_count == 0)
        return sheet;
    const struct home_item *item = &view->items[view->selected];
    const struct scenario *scenario = scenario_of(item);
    struct buffer text = {0};
    if (!scenario) {
        char fault[1400];
        describe_error(&item->entry->error, fault, sizeof fault);
        sheet_add(sheet, &(struct paragraph){
                             .text = _("This scenario does not load:"), .ink = INK_BAD, .tag = -1});
        sheet_add(sheet, &(struct paragraph){.text = fault, .tag = -1});
        return sheet;
    }
    const struct customer *customer = &scenario->customer;
    add(sheet, _("Role"), scenario->role_label.words[view->language], INK_PLAIN);
    buffer_printf(&text, _("%s, %d"), customer->name.words[view->language], customer->age);
    add(sheet, _("Customer"), text.data, INK_PLAIN);
    buffer_free(&text);
    buffer_printf(&text, _("at most %d turns"), scenario->turns);
    add(sheet, _("Length"), text.data, INK_PLAIN);
    buffer_free(&text);
    add_standing(sheet, item);
    add_sources(sheet, item, scenario, view->language);
    sheet_blank(sheet);
    sheet_add(sheet, &(struct paragraph){.text = scenario->brief.words[view->language], .tag = -1});
    return sheet;
}

static void draw_preview(const struct home_view *view, struct canvas *canvas, struct area box,
                         struct home_drawn *drawn)
{
    struct area inside = area_inside(box);
    struct sheet *sheet = make_preview(view, inside.cols);
    const char *title = "";
    if (view->item_count > 0) {
        const struct home_item *item = &view->items[view->selected];
        const struct scenario *scenario = scenario_of(item);
        title = scenario ? scenario->title.words[view->language] : item->entry->id;
    }
    canvas_box(canvas, box, title);
    drawn->rows = inside.rows;
    drawn->lines = sheet_lines(sheet);
    drawn->top = sheet_clamp(sheet, inside.rows, view->top);
    sheet_draw(sheet, canvas, inside, drawn->top);
    sheet_free(sheet);
}

void home_draw(const struct home_view *view, struct canvas *canvas, struct home_drawn *drawn)
{
    int rows = canvas_rows(canvas), cols = canvas_cols(canvas);
    int notice = view->notice[0] ? wrapped_lines(view->notice, cols - 2) : 0;
    notice = notice > 3 ? 3 : notice;
    int middle = rows - 2 - notice;
    int left = cols * 2 / 5;
    left = left > 50 ? 50 : left;
    int shown = view->result_count < 1 ? 1 : view->result_count;
    shown = shown > RESULTS_SHOWN ? RESULTS_SHOWN : shown;
    int results = shown + 2 < middle / 2 ? shown + 2 : middle / 2;
    draw_title(view, canvas);
    draw_items(view, canvas, (struct area){1, 0, middle - results, left});
    draw_results(view, canvas, (struct area){1 + middle - results, 0, results, left});
    draw_preview(view, canvas, (struct area){1, left, middle, cols - left}, drawn);
    canvas_wrap(canvas, (struct area){1 + middle, 1, notice, cols - 2}, INK_BAD, view->notice);
    if (view->filter->typing)
        filter_draw_keys(view->filter, canvas);
    else
        keys_draw(home_key_table, canvas, 0, 0);
}
