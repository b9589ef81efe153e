/* filter.c: types a filter. */
#include "tui/filter.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include "base/text.h"
#include "base/words.h"
#include "tui/paste.h"

void filter_clear(struct filter *filter)
{
    *filter = (struct filter){0};
}

static void type(struct filter *filter, int code)
{
    utf8proc_uint8_t bytes[4];
    size_t length = strlen(filter->words);
    size_t added = (size_t)utf8proc_encode_char(code, bytes);
    filter->full = length + added >= sizeof filter->words;
    if (filter->full)
        return;
    memcpy(filter->words + length, bytes, added);
    filter->words[length + added] = '\0';
}

static void take_back(struct filter *filter)
{
    size_t length = strlen(filter->words);
    while (length > 0 && ((unsigned char)filter->words[length - 1] & 0xC0) == 0x80)
        length--;
    filter->words[length > 0 ? length - 1 : 0] = '\0';
}

static void paste(struct filter *filter, const char *text)
{
    int code;
    while (!filter->full && (code = paste_next_of_line(&text)) != 0)
        type(filter, code);
}

bool filter_wants(const struct filter *filter, const struct input *input)
{
    return filter->typing && (input->kind == INPUT_KEY || input->kind == INPUT_PASTE);
}

bool filter_input(struct filter *filter, const struct input *input)
{
    filter->full = false;
    if (input->kind == INPUT_PASTE)
        paste(filter, input->text);
    else if (input->key == KEYCAP_ESCAPE)
        filter_clear(filter);
    else if (input->key == KEYCAP_ENTER)
        filter->typing = false;
    else if (input->key == KEYCAP_BACKSPACE)
        take_back(filter);
    else if (input->key >= ' ' && input->key < KEYCAP_UP)
        type(filter, input->key);
    else
        return false;
    return true;
}

void filter_draw_head(const struct filter *filter, struct canvas *canvas, struct area box)
{
    char title[FILTER_SIZE + 8];
    snprintf(title, sizeof title, "/%s", filter->words);
    canvas_box(canvas, box, title);
    int x = box.x + 2 + text_width(title);
    if (filter->typing)
        canvas_set_cursor(canvas, box.y, x < box.x + box.cols ? x : box.x + box.cols - 1);
}

void filter_draw_keys(const struct filter *filter, struct canvas *canvas)
{
    int y = canvas_rows(canvas) - 1, end = canvas_cols(canvas) - 1;
    if (filter->full)
        end -= canvas_text_right(canvas, y, end, 24, INK_WARNING, _("no more fits"));
    canvas_text(canvas, y, 1, end - 1, INK_PLAIN,
                _("Type to filter   Enter: done   Esc: show all"));
}
