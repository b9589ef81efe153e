/*
 * keys.c: looks keys up in a screen's table, and draws the table as key line and as help.
 */
#include "tui/keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "tui/overlay.h"
#include "tui/sheet.h"

int keys_command(struct key_table table, const struct tui *tui, const struct input *input)
{
    if (input->kind == INPUT_CLICK) {
        int zone = terminal_zone(tui, input);
        return zone >= ZONE_KEYS ? zone - ZONE_KEYS : -1;
    }
    if (input->kind != INPUT_KEY)
        return -1;
    for (int i = 0; i < table.count; i++)
        for (int k = 0; k < KEYS_MAX && table.rows[i].keys[k]; k++)
            if (table.rows[i].keys[k] == input->key)
                return table.rows[i].command;
    return -1;
}

static bool is_on_line(const struct key_row *row, uint64_t hidden)
{
    return row->word[0] && !(hidden & COMMAND_BIT(row->command));
}

/* Names of keys are words, too ("Space"). */
static const char *shown(const struct key_row *row)
{
    return row->shown[0] ? _(row->shown) : "";
}

static int row_cells(const struct key_row *row)
{
    return text_width(shown(row)) + 1 + text_width(_(row->word));
}

/* Cells from row `first` on, with `gap` between two. */
static int line_cells(struct key_table table, uint64_t hidden, int first, int gap)
{
    int cells = 0;
    for (int i = first; i < table.count; i++)
        if (is_on_line(&table.rows[i], hidden))
            cells += row_cells(&table.rows[i]) + (cells ? gap : 0);
    return cells;
}

/*
 * Too long for the window: first the gaps shrink, then keys are dropped from the left, as the most
 * obvious stand there and help and leaving at the right.
 */
void keys_draw(struct key_table table, struct canvas *canvas, uint64_t hidden, uint64_t faint)
{
    int y = canvas_rows(canvas) - 1, room = canvas_cols(canvas) - 2;
    int first = 0;
    int gap = line_cells(table, hidden, 0, 2) <= room ? 2 : 1;
    while (first + 1 < table.count && line_cells(table, hidden, first, gap) > room)
        first++;
    int x = 1;
    for (int i = first; i < table.count; i++) {
        const struct key_row *row = &table.rows[i];
        if (!is_on_line(row, hidden))
            continue;
        bool off = (faint & COMMAND_BIT(row->command)) != 0;
        int from = x;
        x += canvas_text(canvas, y, x, room, off ? INK_FAINT : INK_KEY, shown(row)) + 1;
        x += canvas_text(canvas, y, x, room, off ? INK_FAINT : INK_PLAIN, _(row->word));
        canvas_zone(canvas, (struct area){y, from, 1, x - from}, ZONE_KEYS + row->command);
        x += gap;
    }
}

void keys_help(struct key_table table, struct tui *tui, uint64_t hidden, const char *notes,
               int *top)
{
    enum { INDENT = 13 };
    struct sheet *sheet = sheet_new(overlay_cols(tui));
    for (int i = 0; i < table.count; i++) {
        const struct key_row *row = &table.rows[i];
        if (row->shown[0] == '\0' || (hidden & COMMAND_BIT(row->command)))
            continue;
        sheet_add(sheet, &(struct paragraph){.label = shown(row),
                                             .label_ink = INK_KEY,
                                             .indent = INDENT,
                                             .text = _(row->help),
                                             .tag = -1});
    }
    if (notes) {
        sheet_blank(sheet);
        sheet_add(sheet, &(struct paragraph){.text = notes, .tag = -1});
    }
    overlay_draw(tui, _("Help"), sheet, _("any key: close"), top);
    sheet_free(sheet);
}

char *keys_legend(const struct tui *tui, const char *signs)
{
    static const char gap[] = "   ";
    int cols = overlay_cols(tui), used = 0;
    struct buffer legend = {0};
    while (*signs) {
        const char *end = strstr(signs, gap);
        size_t length = end ? (size_t)(end - signs) : strlen(signs);
        char *sign = strndup(signs, length);
        if (!sign)
            abort();
        int cells = text_width(sign);
        bool fits = used > 0 && used + (int)strlen(gap) + cells <= cols;
        buffer_printf(&legend, "%s%s", used == 0 ? "" : fits ? gap : "\n", sign);
        used = fits ? used + (int)strlen(gap) + cells : cells;
        free(sign);
        signs += length + strspn(signs + length, " ");
    }
    return buffer_take(&legend);
}

bool keys_help_input(const struct input *input, int *top)
{
    if (input->kind == INPUT_WHEEL) {
        *top += 2 * input->wheel;
        return true;
    }
    if (input->kind == INPUT_CLICK)
        return false;
    if (input->kind != INPUT_KEY)
        return true;
    switch (input->key) {
    case KEYCAP_UP:
    case 'k':
        --*top;
        return true;
    case KEYCAP_DOWN:
    case 'j':
        ++*top;
        return true;
    case KEYCAP_PAGE_UP:
        *top -= 10;
        return true;
    case KEYCAP_PAGE_DOWN:
        *top += 10;
        return true;
    default:
        return false;
    }
}
