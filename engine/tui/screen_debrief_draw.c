/*
 * screen_debrief_draw.c: the debrief on a canvas.
 *
 * The score with the ending beside it and a bar for each pack above; below, the rules at the left
 * and what there is to say about the chosen one at the right. A verdict is told by a sign and a
 * word, never by colour alone.
 */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "tui/dialogue.h"
#include "tui/screen_debrief.h"
#include "tui/sheet.h"

enum { BAR_CELLS = 10, PACKS_SHOWN = 6 };

static const struct key_row debrief_key_rows[] = {DEBRIEF_KEYS(KEY_ROW)};
const struct key_table debrief_key_table = KEY_TABLE(debrief_key_rows);

static const char *verdict_sign(enum verdict verdict)
{
    static const char *const signs[] = {
        [VERDICT_NOT_ACTIVATED] = "·", [VERDICT_OPEN] = "?",   [VERDICT_KEPT] = "√",
        [VERDICT_PARTLY] = "△",        [VERDICT_BROKEN] = "×",
    };
    return signs[verdict];
}

static enum ink verdict_ink(enum verdict verdict)
{
    static const enum ink inks[] = {
        [VERDICT_NOT_ACTIVATED] = INK_FAINT, [VERDICT_OPEN] = INK_WARNING,
        [VERDICT_KEPT] = INK_GOOD,           [VERDICT_PARTLY] = INK_WARNING,
        [VERDICT_BROKEN] = INK_BAD,
    };
    return inks[verdict];
}

static enum ink score_ink(const struct score *score)
{
    return !score->passed ? INK_BAD : score->band == BAND_PASS ? INK_WARNING : INK_GOOD;
}

/* ---------------------------------------------------------------------------------- above ---- */

static void draw_title(const struct debrief_view *view, struct canvas *canvas)
{
    int end = canvas_cols(canvas) - 1;
    char seed[48];
    enum mode mode = MODE_PRACTICE;
    while (mode + 1 < MODE_COUNT && strcmp(view->row->mode, mode_name(mode)) != 0)
        mode++;
    if (view->debrief->watched) {
        end -= canvas_text_right(canvas, 0, end, 12, INK_TITLE, _("observed"));
    } else {
        snprintf(seed, sizeof seed, _("seed %llu"), (unsigned long long)view->row->seed);
        end -= canvas_text_right(canvas, 0, end, 24, INK_FAINT, seed);
        end -= canvas_text_right(canvas, 0, end, 3, INK_FRAME, " · ");
        end -= canvas_text_right(canvas, 0, end, 12, INK_TITLE, mode_label(mode));
    }
    end -= canvas_text_right(canvas, 0, end, 3, INK_FRAME, " · ");
    end -= canvas_text_right(canvas, 0, end, 20, INK_TITLE, view->row->person.name);
    canvas_printf(canvas, 0, 1, end - 3, INK_TITLE, "%s · %s", _("Debrief"),
                  view->scenario->title.words[view->language]);
}

static int label(struct canvas *canvas, int y, int x, int end, const char *text)
{
    return canvas_text(canvas, y, x, end - x, INK_PLAIN, text) + 1;
}

static void draw_score(const struct debrief_view *view, struct canvas *canvas, struct area area)
{
    const struct debrief *debrief = view->debrief;
    const struct score *score = &debrief->score;
    int y = area.y, end = area.x + area.cols;
    char number[SCORE_TEXT_SIZE], text[256];
    score_format(score->total, number);
    /* A band beside a critical failure would say that it was passed. */
    const char *band = score->critical < 0 ? band_label(score->band) : "";
    snprintf(text, sizeof text, "%s  %s", number, band);
    canvas_text(canvas, y, area.x + label(canvas, y, area.x, end, _("Score")), area.cols - 8,
                score_ink(score), text);
    y++;
    int x = area.x + label(canvas, y, area.x, end, _("Result"));
    canvas_text(canvas, y, x, end - x, score_ink(score),
                score->passed ? _("√ passed") : _("× not passed"));
    y++;
    if (debrief->watched) {
        char clock[CLOCK_SIZE];
        format_clock(debrief->think_ms, clock);
        x = area.x + label(canvas, y, area.x, end, _("Watched for"));
        canvas_text(canvas, y, x, end - x, INK_STRONG, clock);
        return;
    }
    x = area.x + label(canvas, y, area.x, end, _("Ending"));
    canvas_text(canvas, y, x, end - x, INK_STRONG, debrief->ending);
    y++;
    snprintf(text, sizeof text, _("turns %d · hints %d · undone %d"), debrief->turns,
             debrief->hints, debrief->take_backs);
    canvas_text(canvas, y, area.x, area.cols, INK_PLAIN, text);
}

static void draw_pack(struct canvas *canvas, struct area row, int title_cells,
                      const struct debrief_pack *pack)
{
    char number[SCORE_TEXT_SIZE];
    int x = row.x;
    canvas_text(canvas, row.y, x, title_cells, INK_PLAIN, pack->title);
    x += title_cells + 1;
    if (pack->activated == 0) {
        canvas_text(canvas, row.y, x, row.x + row.cols - x, INK_FAINT, _("not called for"));
        return;
    }
    score_format(pack->score, number);
    int full = (int)(pack->score * BAR_CELLS / 100 + 1e-9);
    enum ink ink = pack->score + 1e-9 >= bands_default.good   ? INK_GOOD
                   : pack->score + 1e-9 >= bands_default.pass ? INK_WARNING
                                                              : INK_BAD;
    x += canvas_bar(canvas, row.y, x, full, BAR_CELLS, ink) + 1;
    canvas_text_right(canvas, row.y, x + 5, 5, INK_STRONG, number);
    canvas_printf(canvas, row.y, x + 6, row.x + row.cols - x - 6, INK_PLAIN, "%d/%d", pack->kept,
                  pack->activated);
}

static void draw_packs(const struct debrief_view *view, struct canvas *canvas, struct area area)
{
    int title_cells = 4;
    for (int i = 0; i < view->debrief->pack_count; i++) {
        int width = text_width(view->debrief->packs[i].title);
        title_cells = width > title_cells ? width : title_cells;
    }
    int most = area.cols - BAR_CELLS - 13;
    title_cells = title_cells < most ? title_cells : most;
    for (int i = 0; i < view->debrief->pack_count && i < area.rows; i++)
        draw_pack(canvas, (struct area){area.y + i, area.x, 1, area.cols}, title_cells,
                  &view->debrief->packs[i]);
}

/* ---------------------------------------------------------------------------------- rules ---- */

static void draw_rule(const struct debrief_view *view, struct canvas *canvas, struct area row,
                      int index)
{
    const struct debrief_rule *rule = &view->debrief->rules[index];
    bool selected = index == view->selected;
    enum ink ink = selected ? INK_SELECTED : INK_PLAIN;
    int end = row.x + row.cols;
    if (selected)
        canvas_fill(canvas, row, ink);
    canvas_text(canvas, row.y, row.x, 1, ink, selected ? ">" : " ");
    canvas_text(canvas, row.y, row.x + 2, 1, selected ? ink : verdict_ink(rule->verdict),
                verdict_sign(rule->verdict));
    if (rule->activations > 1) {
        char text[32];
        snprintf(text, sizeof text, "%d/%d", rule->fulfilled, rule->activations);
        end -= canvas_text_right(canvas, row.y, end, 7, ink, text) + 1;
    }
    int x = row.x + 4;
    if (rule->rule->critical)
        x += canvas_text(canvas, row.y, x, 2, selected ? ink : INK_BAD, "! ");
    bool faint = rule->verdict == VERDICT_NOT_ACTIVATED && !selected;
    canvas_text(canvas, row.y, x, end - x, faint ? INK_FAINT : ink,
                rule->rule->title.words[view->language]);
    canvas_zone(canvas, row, index);
}

static void draw_rules(const struct debrief_view *view, struct canvas *canvas, struct area box)
{
    const struct debrief *debrief = view->debrief;
    struct area inside = {box.y + 1, box.x + 1, box.rows - 2, box.cols - 2};
    int top = view->selected - inside.rows / 2;
    int most = debrief->rule_count - inside.rows;
    top = top > most ? most : top;
    top = top < 0 ? 0 : top;
    canvas_box(canvas, box, _("Rules"));
    for (int i = 0; i < inside.rows && top + i < debrief->rule_count; i++)
        draw_rule(view, canvas, (struct area){inside.y + i, inside.x, 1, inside.cols}, top + i);
    if (top > 0)
        canvas_printf(canvas, box.y, box.x + box.cols - 8, 7, INK_STRONG, " ↑ %-3d ", top);
    if (top < most)
        canvas_printf(canvas, box.y + box.rows - 1, box.x + box.cols - 8, 7, INK_STRONG, " ↓ %-3d ",
                      most - top);
}

static void add(struct sheet *sheet, const char *heading, const char *text)
{
    if (text[0] == '\0')
        return;
    sheet_blank(sheet);
    sheet_add(sheet, &(struct paragraph){.text = heading, .ink = INK_STRONG, .tag = -1});
    sheet_add(sheet, &(struct paragraph){.text = text, .tag = -1});
}

static void add_verdict(struct sheet *sheet, const struct debrief_rule *rule)
{
    struct buffer text = {0};
    buffer_printf(&text, "%s %s", verdict_sign(rule->verdict), verdict_label(rule->verdict));
    if (rule->activations > 1)
        buffer_printf(&text, _(" (%d/%d)"), rule->fulfilled, rule->activations);
    buffer_printf(&text, " · %s %d", _("weight"), rule->rule->weight);
    sheet_add(sheet,
              &(struct paragraph){.text = text.data, .ink = verdict_ink(rule->verdict), .tag = -1});
    if (rule->rule->critical)
        sheet_add(
            sheet,
            &(struct paragraph){
                .text = rule->verdict == VERDICT_BROKEN || rule->verdict == VERDICT_PARTLY
                            ? _("! critical: breaking it fails the session whatever the score")
                            : _("! critical: breaking it would fail the session"),
                .ink = rule->verdict == VERDICT_BROKEN ? INK_BAD : INK_PLAIN,
                .tag = -1});
    buffer_free(&text);
}

static void add_turns(struct sheet *sheet, const struct debrief_rule *rule)
{
    struct buffer text = {0};
    for (int i = 0; i < rule->turn_count; i++) {
        const char *sign = rule->turn_good[i] ? "√" : "×";
        if (i > 0)
            buffer_add(&text, _(", "));
        if (rule->turns[i] == 0)
            buffer_printf(&text, "%s %s", sign, _("opening"));
        else
            buffer_printf(&text, _("%s turn %d"), sign, rule->turns[i]);
    }
    add(sheet, _("Decided at"), text.data ? text.data : "");
    buffer_free(&text);
}

static void draw_detail(const struct debrief_view *view, struct canvas *canvas, struct area box,
                        struct debrief_drawn *drawn)
{
    const struct debrief_rule *rule = &view->debrief->rules[view->selected];
    struct area inside = area_inside(box);
    struct sheet *sheet = sheet_new(inside.cols);
    struct buffer source = {0};
    canvas_box(canvas, box, "");
    if (view->debrief->rule_count > 0) {
        canvas_box(canvas, box, rule->rule->title.words[view->language]);
        add_verdict(sheet, rule);
        add_turns(sheet, rule);
        add(sheet, _("Why"), rule->rule->why.words[view->language]);
        add(sheet, _("You could say"), rule->rule->instead.words[view->language]);
        buffer_printf(&source, "%s %s", rule->rule->source, rule->source_title);
        add(sheet, _("Source"), source.data);
    }
    drawn->rows = inside.rows;
    drawn->lines = sheet_lines(sheet);
    drawn->top = sheet_clamp(sheet, inside.rows, view->top);
    sheet_draw(sheet, canvas, inside, drawn->top);
    buffer_free(&source);
    sheet_free(sheet);
}

static int draw_failure(const struct debrief_view *view, struct canvas *canvas, int y)
{
    const struct score *score = &view->debrief->score;
    if (score->critical < 0)
        return 0;
    canvas_printf(canvas, y, 1, canvas_cols(canvas) - 2, INK_BAD,
                  _("! Critical failure: %s. Not passed, whatever the score."),
                  view->scenario->rules[score->critical].title.words[view->language]);
    return 1;
}

void debrief_draw(const struct debrief_view *view, struct canvas *canvas,
                  struct debrief_drawn *drawn)
{
    int rows = canvas_rows(canvas), cols = canvas_cols(canvas);
    int packs = view->debrief->pack_count;
    packs = packs < 4 ? 4 : packs > PACKS_SHOWN ? PACKS_SHOWN : packs;
    int left = cols * 2 / 5;
    left = left > 48 ? 48 : left;
    draw_title(view, canvas);
    draw_score(view, canvas, (struct area){1, 1, 4, left - 2});
    draw_packs(view, canvas, (struct area){1, left + 2, packs, cols - left - 3});
    int y = 1 + packs;
    y += draw_failure(view, canvas, y);
    draw_rules(view, canvas, (struct area){y, 0, rows - 1 - y, left});
    draw_detail(view, canvas, (struct area){y, left, rows - 1 - y, cols - left}, drawn);
    keys_draw(debrief_key_table, canvas, view->hidden, 0);
}
