/*
 * entry.c: curses' form library behind a plain interface.
 */
#include "tui/entry.h"

#include <form.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/text.h"
#include "base/words.h"
#include "tui/paste.h"

/*
 * Fields are wide enough for every text, as the library's own growing and scrolling fields lose
 * their way among wide characters. Left of them the pad has a margin: curses looks at the cell
 * before the first when a wide character is put in there.
 */
enum { CELLS_MIN = 16, MARGIN = 2 };

/* With less room beside it than this much text, nothing is said about a text that is full. */
enum { SEEN_MIN = 8 };

struct entry {
    struct entry_field *fields;
    int count;
    WINDOW *pad; /* a row for each field */
    int cells;   /* width of a field: every choice fits whole, or it would not be found again */
    FORM *form;
    FIELD **curses; /* count, and a NULL */
    bool full;      /* the latest key or paste brought more than its text can hold */
};

/* A character takes no more cells than bytes; one cell more is for the cursor behind the last. */
static int widest(const struct entry_field *fields, int count)
{
    int cells = CELLS_MIN;
    for (int i = 0; i < count; i++) {
        if (fields[i].kind == ENTRY_TEXT && (int)fields[i].size > cells)
            cells = (int)fields[i].size;
        for (int choice = 0; choice < fields[i].choice_count; choice++) {
            int width = text_width(fields[i].choices[choice]);
            cells = width > cells ? width : cells;
        }
    }
    return cells;
}

static FIELD *make_field(const struct entry_field *field, int row, int cells)
{
    FIELD *made = new_field(1, cells, row, MARGIN, 0, 0);
    if (!made)
        abort();
    set_field_opts(made, O_VISIBLE | O_ACTIVE | O_PUBLIC | O_PASSOK | O_STATIC);
    if (field->kind == ENTRY_TEXT) {
        field_opts_on(made, O_EDIT);
        set_field_buffer(made, 0, field->text);
    } else {
        set_field_type(made, TYPE_ENUM, field->choices, TRUE, FALSE);
        set_field_buffer(made, 0, field->choices[field->choice]);
    }
    return made;
}

/* The current field's content, without the blanks that fill it up; the caller frees it. */
static char *content(const struct entry *entry)
{
    char *buffer = strdup(field_buffer(current_field(entry->form), 0));
    if (!buffer)
        abort();
    size_t length = strlen(buffer);
    while (length > 0 && buffer[length - 1] == ' ')
        buffer[--length] = '\0';
    return buffer;
}

static int content_cells(const struct entry *entry)
{
    char *text = content(entry);
    int cells = text_width(text);
    free(text);
    return cells;
}

/* In a text, behind its last character. (The library's own request goes wrong with wide ones.) */
static void go_to_end(const struct entry *entry)
{
    form_driver(entry->form, REQ_VALIDATION);
    if (entry->fields[field_index(current_field(entry->form))].kind != ENTRY_TEXT)
        return;
    int cells = content_cells(entry), before = -1;
    form_driver(entry->form, REQ_BEG_LINE);
    while (entry->form->curcol < cells && entry->form->curcol > before) {
        before = entry->form->curcol;
        form_driver(entry->form, REQ_NEXT_CHAR);
    }
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
    entry->pad = newpad(count, MARGIN + entry->cells);
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
    go_to_end(entry);
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
    entry->full = false;
    if (field < 0 || field >= entry->count)
        return;
    set_current_field(entry->form, entry->curses[field]);
    go_to_end(entry);
}

void entry_choose(struct entry *entry, int choice)
{
    entry->full = false;
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

/* Whether the text holds it, with the blanks that were typed behind its end. */
static bool has_room(const struct entry *entry, int code)
{
    utf8proc_uint8_t bytes[4];
    form_driver(entry->form, REQ_VALIDATION);
    char *text = content(entry);
    size_t length = strlen(text) + (size_t)utf8proc_encode_char(code, bytes);
    int blanks = entry->form->curcol - text_width(text);
    free(text);
    length += blanks > 0 ? (size_t)blanks : 0;
    return length < entry->fields[entry_current(entry)].size;
}

/* A character into the current text, where it has room. */
static void type(struct entry *entry, int code)
{
    if (has_room(entry, code))
        form_driver_w(entry->form, OK, (wchar_t)code);
    else
        entry->full = true;
}

bool entry_full(const struct entry *entry)
{
    return entry->full;
}

bool entry_key(struct entry *entry, int key)
{
    entry->full = false;
    int current = entry_current(entry);
    enum entry_kind kind = entry->fields[current].kind;
    int request = move_request(kind, key);
    if (request) {
        form_driver(entry->form, request);
        go_to_end(entry);
        return true;
    }
    request = field_request(kind, key);
    if (kind == ENTRY_TEXT && key == KEYCAP_END)
        go_to_end(entry);
    else if (request == REQ_NEXT_CHAR && entry->form->curcol >= content_cells(entry))
        return true; /* behind the text there is nothing to go to */
    else if (request)
        form_driver(entry->form, request);
    else if (kind == ENTRY_TEXT && key >= ' ' && key < KEYCAP_UP)
        type(entry, key);
    else
        return false;
    read_back(entry, current);
    return true;
}

bool entry_paste(struct entry *entry, const char *text)
{
    int current = entry_current(entry), code;
    if (entry->fields[current].kind != ENTRY_TEXT)
        return false;
    entry->full = false;
    while (!entry->full && (code = paste_next_of_line(&text)) != 0)
        type(entry, code);
    read_back(entry, current);
    return true;
}

/* At the end of the text's place; returns the cells that it took. */
static int draw_full(struct canvas *canvas, struct area place)
{
    int cells = text_width(_("no more fits"));
    if (place.cols < cells + 1 + SEEN_MIN)
        return 0;
    canvas_text(canvas, place.y, place.x + place.cols - cells, cells, INK_WARNING,
                _("no more fits"));
    return cells + 1;
}

/* A text with the cursor; when it is longer than its place, the part that the cursor is in. */
static void draw_text(const struct entry *entry, struct canvas *canvas, struct area place,
                      int field)
{
    bool current = field == entry_current(entry);
    place.cols -= current && entry->full ? draw_full(canvas, place) : 0;
    int cursor = current ? entry->form->curcol : 0;
    int shift = cursor >= place.cols ? cursor - place.cols + 1 : 0;
    const char *text = field_buffer(entry->curses[field], 0);
    size_t skipped = text_prefix(text, shift);
    size_t shown = text_prefix(text + skipped, place.cols);
    canvas_fill(canvas, place, current ? INK_SELECTED : INK_PLAIN);
    canvas_bytes(canvas, place.y, place.x, current ? INK_SELECTED : INK_PLAIN, text + skipped,
                 shown);
    if (current)
        canvas_set_cursor(canvas, place.y, place.x + cursor - shift);
}

void entry_draw(const struct entry *entry, int field, struct canvas *canvas, int y, int x,
                int cells)
{
    const struct entry_field *shown = &entry->fields[field];
    struct area place = {y, x, 1, cells};
    bool current = field == entry_current(entry);
    if (shown->kind == ENTRY_TEXT) {
        draw_text(entry, canvas, place, field);
        return;
    }
    if (current)
        canvas_fill(canvas, place, INK_SELECTED);
    canvas_text(canvas, y, x, cells, current ? INK_SELECTED : INK_PLAIN,
                shown->choices[shown->choice]);
}
