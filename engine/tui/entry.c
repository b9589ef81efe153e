/*
 * entry.c: curses' form library behind a plain interface.
 */
#include "tui/entry.h"

#include <form.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { TEXT_CELLS = 60 }; /* a longer text scrolls in its field */

struct entry {
    struct entry_field *fields;
    int count;
    WINDOW *pad; /* a row for each field */
    int cells;   /* width of the pad: every choice fits whole, or it would not be found again */
    FORM *form;
    FIELD **curses; /* count, and a NULL */
};

static int widest(const struct entry_field *fields, int count)
{
    int cells = TEXT_CELLS;
    for (int i = 0; i < count; i++) {
        for (int choice = 0; choice < fields[i].choice_count; choice++) {
            int width = text_width(fields[i].choices[choice]);
            cells = width > cells ? width : cells;
        }
    }
    return cells;
}

static FIELD *make_field(const struct entry_field *field, int row, int cells)
{
    FIELD *made = new_field(1, cells, row, 0, 0, 0);
    if (!made)
        abort();
    set_field_opts(made, O_VISIBLE | O_ACTIVE | O_PUBLIC | O_PASSOK | O_STATIC);
    if (field->kind == ENTRY_TEXT) {
        field_opts_on(made, O_EDIT);
        field_opts_off(made, O_STATIC);
        set_max_field(made, (int)field->size / 2);
        set_field_buffer(made, 0, field->text);
    } else {
        set_field_type(made, TYPE_ENUM, field->choices, TRUE, FALSE);
        set_field_buffer(made, 0, field->choices[field->choice]);
    }
    return made;
}

struct entry *entry_new(struct entry_field *fields, int count)
{
    struct entry *entry = calloc(1, sizeof *entry);
    if (!entry)
        abort();
    entry->fields = fields;
    entry->count = count;
    entry->curses = calloc((size_t)count + 1, sizeof(FIELD *));
    entry->cells = widest(fields, count);
    entry->pad = newpad(count, entry->cells);
    if (!entry->curses || !entry->pad)
        abort();
    for (int i = 0; i < count; i++)
        entry->curses[i] = make_field(&fields[i], i, entry->cells);
    entry->form = new_form(entry->curses);
    if (!entry->form)
        abort();
    form_opts_off(entry->form, O_BS_OVERLOAD);
    set_form_win(entry->form, entry->pad);
    set_form_sub(entry->form, entry->pad);
    post_form(entry->form);
    form_driver(entry->form, REQ_END_LINE);
    return entry;
}

void entry_free(struct entry *entry)
{
    if (!entry)
        return;
    unpost_form(entry->form);
    free_form(entry->form);
    for (int i = 0; i < entry->count; i++)
        free_field(entry->curses[i]);
    delwin(entry->pad);
    free(entry->curses);
    free(entry);
}

int entry_current(const struct entry *entry)
{
    return field_index(current_field(entry->form));
}

/* Brings what the form holds back into the field. */
static void read_back(struct entry *entry, int index)
{
    struct entry_field *field = &entry->fields[index];
    form_driver(entry->form, REQ_VALIDATION);
    const char *buffer = field_buffer(entry->curses[index], 0);
    char *clean = text_clean(buffer, strlen(buffer),
                             field->kind == ENTRY_TEXT ? field->size - 1 : strlen(buffer), false);
    if (field->kind == ENTRY_TEXT)
        memcpy(field->text, clean, strlen(clean) + 1);
    for (int i = 0; i < field->choice_count; i++)
        if (strcmp(field->choices[i], clean) == 0)
            field->choice = i;
    free(clean);
}

void entry_go(struct entry *entry, int field)
{
    if (field < 0 || field >= entry->count)
        return;
    set_current_field(entry->form, entry->curses[field]);
    if (entry->fields[field].kind == ENTRY_TEXT)
        form_driver(entry->form, REQ_END_LINE);
}

void entry_choose(struct entry *entry, int choice)
{
    int current = entry_current(entry);
    if (entry->fields[current].kind != ENTRY_CHOICE || choice < 0 ||
        choice >= entry->fields[current].choice_count)
        return;
    set_field_buffer(entry->curses[current], 0, entry->fields[current].choices[choice]);
    read_back(entry, current);
}

static int field_request(enum entry_kind kind, int key)
{
    bool text = kind == ENTRY_TEXT;
    switch (key) {
    case KEYCAP_LEFT:
        return text ? REQ_PREV_CHAR : kind == ENTRY_CHOICE ? REQ_PREV_CHOICE : REQ_PREV_FIELD;
    case KEYCAP_RIGHT:
        return text ? REQ_NEXT_CHAR : kind == ENTRY_CHOICE ? REQ_NEXT_CHOICE : REQ_NEXT_FIELD;
    case KEYCAP_HOME:
        return text ? REQ_BEG_LINE : 0;
    case KEYCAP_END:
        return text ? REQ_END_LINE : 0;
    case KEYCAP_BACKSPACE:
        return text ? REQ_DEL_PREV : 0;
    case KEYCAP_DELETE:
        return text ? REQ_DEL_CHAR : 0;
    case ' ':
        return kind == ENTRY_CHOICE ? REQ_NEXT_CHOICE : 0;
    case 'h':
        return kind == ENTRY_CHOICE ? REQ_PREV_CHOICE : 0;
    case 'l':
        return kind == ENTRY_CHOICE ? REQ_NEXT_CHOICE : 0;
    case 'j':
        return text ? 0 : REQ_NEXT_FIELD;
    case 'k':
        return text ? 0 : REQ_PREV_FIELD;
    default:
        return 0;
    }
}

static int move_request(enum entry_kind kind, int key)
{
    switch (key) {
    case KEYCAP_UP:
    case KEYCAP_BACK_TAB:
        return REQ_PREV_FIELD;
    case KEYCAP_DOWN:
    case KEYCAP_TAB:
        return REQ_NEXT_FIELD;
    case KEYCAP_ENTER:
        return kind == ENTRY_BUTTON ? 0 : REQ_NEXT_FIELD;
    default:
        return 0;
    }
}

bool entry_key(struct entry *entry, int key)
{
    int current = entry_current(entry);
    enum entry_kind kind = entry->fields[current].kind;
    int request = move_request(kind, key);
    if (request) {
        form_driver(entry->form, request);
        if (entry->fields[entry_current(entry)].kind == ENTRY_TEXT)
            form_driver(entry->form, REQ_END_LINE);
        return true;
    }
    request = field_request(kind, key);
    if (request)
        form_driver(entry->form, request);
    else if (kind == ENTRY_TEXT && key >= ' ' && key < KEYCAP_UP)
        form_driver_w(entry->form, OK, (wchar_t)key);
    else
        return false;
    read_back(entry, current);
    return true;
}

void entry_draw(struct entry *entry, int field, struct canvas *canvas, int y, int x, int cells)
{
    int cursor_y, cursor_x;
    bool current = field == entry_current(entry);
    bool typed = entry->fields[field].kind == ENTRY_TEXT;
    enum ink ink = current ? INK_SELECTED : INK_PLAIN;
    pos_form_cursor(entry->form);
    getyx(entry->pad, cursor_y, cursor_x);
    /* A narrow window shows the part of the field that the cursor is in. */
    int shift = current && cursor_y == field && cursor_x >= cells ? cursor_x - cells + 1 : 0;
    if (typed || current)
        canvas_fill(canvas, (struct area){y, x, 1, cells}, ink);
    for (int column = shift; column < entry->cells && column - shift < cells;) {
        cchar_t shown;
        wchar_t codes[CCHARW_MAX + 1] = {0};
        char bytes[CCHARW_MAX * MB_LEN_MAX + 1];
        attr_t attributes;
        short pair;
        mvwin_wch(entry->pad, field, column, &shown);
        getcchar(&shown, codes, &attributes, &pair, NULL);
        size_t length = wcstombs(bytes, codes, sizeof bytes);
        int width = length == (size_t)-1 ? 0 : text_width(bytes);
        if (width > 0 && width <= cells - (column - shift))
            canvas_bytes(canvas, y, x + column - shift, ink, bytes, length);
        column += width > 0 ? width : 1;
    }
    if (current && typed && cursor_y == field)
        canvas_set_cursor(canvas, y, x + cursor_x - shift);
}
