/* typing.c: edits one text in an overlay. */
#include "tui/typing.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/text.h"
#include "base/words.h"
#include "tui/overlay.h"
#include "tui/paste.h"

enum { KEY_EMPTY = 'U' - 64, TEXT_ROWS = 5 };

struct editing {
    const struct typing *typing;
    char *text;    /* of typing->size bytes */
    size_t cursor; /* byte that the next character goes before */
    bool full;     /* the latest key or paste brought more than fits */
    bool missing;  /* Enter came, and there is no text yet */
};

/* ------------------------------------------------------------------------------ editing ---- */

static bool continues(const struct editing *editing, size_t at)
{
    return ((unsigned char)editing->text[at] & 0xC0) == 0x80;
}

static size_t before(const struct editing *editing, size_t at)
{
    while (at > 0 && continues(editing, at - 1))
        at--;
    return at > 0 ? at - 1 : 0;
}

static size_t after(const struct editing *editing, size_t at)
{
    if (editing->text[at] == '\0')
        return at;
    at++;
    while (continues(editing, at))
        at++;
    return at;
}

static void take_away(struct editing *editing, size_t from, size_t to)
{
    memmove(editing->text + from, editing->text + to, strlen(editing->text + to) + 1);
    editing->cursor = from;
}

static void insert(struct editing *editing, int code)
{
    utf8proc_uint8_t bytes[4];
    size_t length = strlen(editing->text);
    size_t added = (size_t)utf8proc_encode_char(code, bytes);
    editing->full = length + added >= editing->typing->size;
    if (editing->full)
        return;
    memmove(editing->text + editing->cursor + added, editing->text + editing->cursor,
            length - editing->cursor + 1);
    memcpy(editing->text + editing->cursor, bytes, added);
    editing->cursor += added;
}

static void edit(struct editing *editing, int key)
{
    editing->full = false;
    switch (key) {
    case KEYCAP_LEFT:
        editing->cursor = before(editing, editing->cursor);
        break;
    case KEYCAP_RIGHT:
        editing->cursor = after(editing, editing->cursor);
        break;
    case KEYCAP_HOME:
    case KEYCAP_UP:
        editing->cursor = 0;
        break;
    case KEYCAP_END:
    case KEYCAP_DOWN:
        editing->cursor = strlen(editing->text);
        break;
    case KEYCAP_BACKSPACE:
        take_away(editing, before(editing, editing->cursor), editing->cursor);
        break;
    case KEYCAP_DELETE:
        take_away(editing, editing->cursor, after(editing, editing->cursor));
        break;
    case KEY_EMPTY:
        take_away(editing, 0, strlen(editing->text));
        break;
    default:
        if (key >= ' ' && key != 127 && key < KEYCAP_UP)
            insert(editing, key);
    }
}

static void paste(struct editing *editing, const char *text)
{
    int code;
    editing->full = false;
    while (!editing->full && (code = paste_next_of_line(&text)) != 0)
        insert(editing, code);
}

/* ------------------------------------------------------------------------------ drawing ---- */

/* Line and cell of the cursor when the text is wrapped to `cols`. */
static void find_cursor(const struct editing *editing, int cols, int *line, int *x)
{
    const char *start = editing->text, *next = NULL;
    const char *at = editing->text + editing->cursor;
    *line = 0;
    text_wrap(start, cols, &next);
    while (next && at >= next) {
        start = next;
        text_wrap(start, cols, &next);
        ++*line;
    }
    char *ahead = strndup(start, (size_t)(at - start));
    if (!ahead)
        abort();
    *x = text_width(ahead);
    free(ahead);
}

/* Scrolled so that the cursor is seen. */
static void draw_text(const struct editing *editing, struct canvas *canvas, struct area area)
{
    int cursor, x, line = 0;
    find_cursor(editing, area.cols, &cursor, &x);
    int top = cursor < area.rows ? 0 : cursor - area.rows + 1;
    for (const char *start = editing->text, *next; start; start = next, line++) {
        size_t length = text_wrap(start, area.cols, &next);
        if (line >= top && line < top + area.rows)
            canvas_bytes(canvas, area.y + line - top, area.x, INK_PLAIN, start, length);
    }
    canvas_set_cursor(canvas, area.y + cursor - top, area.x + (x < area.cols ? x : area.cols));
}

/*
 * The box is part of the screen's own canvas, not an overlay: the terminal's cursor, where input
 * methods open, is shown only there.
 */
static void draw(struct tui *tui, const struct editing *editing)
{
    const struct typing *typing = editing->typing;
    struct canvas *canvas = typing->draw_below(typing->data);
    int cols = overlay_cols(tui), most = canvas_rows(canvas) - 2;
    int above = typing->question[0] ? wrapped_lines(typing->question, cols) + 1 : 0;
    int rows = above + TEXT_ROWS + 2 < most ? above + TEXT_ROWS + 2 : most;
    struct area box = {(canvas_rows(canvas) - rows) / 2, (canvas_cols(canvas) - cols - 4) / 2, rows,
                       cols + 4};
    struct area inside = area_inside(box);
    canvas_fill(canvas, box, INK_PLAIN);
    canvas_box(canvas, box, typing->title);
    canvas_printf(canvas, box.y + box.rows - 1, box.x + 2, box.cols - 4, INK_FRAME, " %s ",
                  _("Enter: keep it · Esc: leave it as it was"));
    if (editing->full)
        canvas_text_right(canvas, box.y, box.x + box.cols - 2, 24, INK_WARNING, _("no more fits"));
    canvas_wrap(canvas, (struct area){inside.y, inside.x, above, inside.cols}, INK_STRONG,
                typing->question);
    struct area text = {inside.y + above, inside.x, inside.rows - above, inside.cols};
    if (editing->missing) {
        text.rows--;
        canvas_text(canvas, text.y + text.rows, text.x, text.cols, INK_BAD, typing->wanted);
    }
    draw_text(editing, canvas, text);
    terminal_show(tui);
}

/* What was typed is cleaned like any text that comes in. False when it is not enough. */
static bool accept(struct editing *editing)
{
    const struct typing *typing = editing->typing;
    char *clean = text_clean(editing->text, strlen(editing->text), typing->size - 1, false);
    editing->missing = typing->wanted && clean[0] == '\0';
    if (!editing->missing)
        memcpy(typing->text, clean, strlen(clean) + 1);
    free(clean);
    return !editing->missing;
}

static void answer(struct editing *editing, const struct input *input)
{
    if (input->kind == INPUT_KEY && input->key != KEYCAP_ENTER) {
        editing->missing = false;
        edit(editing, input->key);
    } else if (input->kind == INPUT_PASTE) {
        editing->missing = false;
        paste(editing, input->text);
    }
}

bool typing_ask(struct tui *tui, const struct typing *typing)
{
    struct input input = {0};
    struct editing editing = {.typing = typing, .text = calloc(1, typing->size)};
    if (!editing.text)
        abort();
    memcpy(editing.text, typing->text, strlen(typing->text) + 1);
    editing.cursor = strlen(editing.text);
    bool accepted = false, open = true;
    terminal_no_overlay(tui);
    while (open) {
        draw(tui, &editing);
        terminal_read(tui, -1, &input);
        bool key = input.kind == INPUT_KEY;
        accepted = key && input.key == KEYCAP_ENTER && accept(&editing);
        open = input.kind != INPUT_STOP && !accepted && !(key && input.key == KEYCAP_ESCAPE);
        if (open)
            answer(&editing, &input);
    }
    free(editing.text);
    return accepted;
}
