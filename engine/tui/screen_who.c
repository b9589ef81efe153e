/*
 * screen_who.c: who plays: a name, and a staff number for those who have one.
 */
#include <stdio.h>
#include <string.h>

#include "class/roster.h"
#include "tui/entry.h"
#include "tui/keys.h"
#include "tui/screens.h"

#define WHO_KEYS(X)                                                                               \
    X(WHO_MOVE, KEYS(0), "↑↓", N_("entry"), N_("the entry before or after (also Tab and Enter)")) \
    X(WHO_ACT, KEYS(KEYCAP_ENTER), "Enter", N_("next entry"),                                     \
      N_("the next entry; on the button: go on"))                                                 \
    X(WHO_CANCEL, KEYS(KEYCAP_ESCAPE), "Esc", N_("back"), N_("leave it as it was"))

enum who_command { WHO_KEYS(KEY_COMMAND) WHO_COMMAND_COUNT };

static const struct key_row who_key_rows[] = {WHO_KEYS(KEY_ROW)};
static const struct key_table who_key_table = KEY_TABLE(who_key_rows);

enum place { PLACE_NAME, PLACE_STAFF, PLACE_GO, PLACE_COUNT };

struct asking {
    struct tui *tui;
    struct store *store;
    const char *class; /* whose roster has them; NULL: anybody */
    char name[STORE_NAME_MAX + 1], staff_number[STORE_NAME_MAX + 1];
    const char *go[2]; /* the button's label, NULL last */
    struct entry_field fields[PLACE_COUNT];
    struct entry *entry;
    char notice[1200];
};

static void draw_text(struct asking *asking, struct canvas *canvas, struct area row,
                      enum place place, const char *label)
{
    bool current = entry_current(asking->entry) == (int)place;
    canvas_text(canvas, row.y, row.x, 1, INK_KEY, current ? ">" : " ");
    canvas_text(canvas, row.y, row.x + 2, 18, current ? INK_STRONG : INK_PLAIN, label);
    canvas_text(canvas, row.y, row.x + 20, 1, INK_FRAME, "[");
    entry_draw(asking->entry, (int)place, canvas, row.y, row.x + 21, row.cols - 22);
    canvas_text(canvas, row.y, row.x + row.cols - 1, 1, INK_FRAME, "]");
    canvas_zone(canvas, row, (int)place);
}

static void draw(struct asking *asking)
{
    enum { ROWS = 13, COLS = 56 };
    struct canvas *canvas = terminal_canvas(asking->tui);
    struct area box = {(canvas_rows(canvas) - ROWS) / 2, (canvas_cols(canvas) - COLS) / 2, ROWS,
                       COLS};
    struct area inside = area_inside(box);
    canvas_box(canvas, box, _("yanlian"));
    int y = inside.y + 1;
    const char *question = asking->class ? _("Who is playing? Give your name or staff number as it "
                                             "is on the class's roster.")
                                         : _("Who is playing? Your results are kept under your "
                                             "name, on this machine.");
    y += canvas_wrap(canvas, (struct area){y, inside.x, 3, inside.cols}, INK_PLAIN, question);
    y++;
    draw_text(asking, canvas, (struct area){y, inside.x, 1, inside.cols}, PLACE_NAME, _("Name"));
    draw_text(asking, canvas, (struct area){y + 2, inside.x, 1, inside.cols}, PLACE_STAFF,
              _("Staff number"));
    bool current = entry_current(asking->entry) == PLACE_GO;
    int cells = text_width(asking->go[0]);
    canvas_text(canvas, y + 4, inside.x, 1, INK_KEY, current ? ">" : " ");
    canvas_text(canvas, y + 4, inside.x + 2, 1, INK_KEY, "[");
    entry_draw(asking->entry, PLACE_GO, canvas, y + 4, inside.x + 4, cells);
    canvas_text(canvas, y + 4, inside.x + 5 + cells, 1, INK_KEY, "]");
    canvas_text(canvas, y + 4, inside.x + 20, inside.cols - 20, INK_FAINT,
                _("(the number may stay empty)"));
    canvas_zone(canvas, (struct area){y + 4, inside.x, 1, cells + 6}, PLACE_GO);
    canvas_wrap(canvas, (struct area){box.y + ROWS, box.x, 2, COLS}, INK_BAD, asking->notice);
    keys_draw(who_key_table, canvas, 0, 0);
    terminal_show(asking->tui);
}

/* Anybody is made known to the store; those of a class are on its roster already. */
static bool find(struct asking *asking, struct person *person, struct error *error)
{
    struct roster_entry entry;
    if (!asking->class)
        return store_person(asking->store, asking->name, asking->staff_number, person, error);
    if (!roster_find(asking->store, asking->class, asking->name, asking->staff_number, &entry,
                     error))
        return false;
    *person = entry.person;
    return true;
}

/* True when the store knows this person now. */
static bool accept(struct asking *asking, struct person *person)
{
    struct error error = {0};
    bool named = asking->name[0] || (asking->class && asking->staff_number[0]);
    if (!named) {
        snprintf(asking->notice, sizeof asking->notice, "%s", _("Please type a name."));
        entry_go(asking->entry, PLACE_NAME);
        return false;
    }
    if (find(asking, person, &error))
        return true;
    snprintf(asking->notice, sizeof asking->notice, "%s", error.message);
    return false;
}

/* Whether input asks to go on; keys and clicks that only move or type are done here. */
static bool goes_on(struct asking *asking, const struct input *input)
{
    if (input->kind == INPUT_CLICK) {
        int zone = terminal_zone(asking->tui, input);
        if (zone >= 0 && zone < PLACE_COUNT)
            entry_go(asking->entry, zone);
        return zone == PLACE_GO;
    }
    if (input->kind == INPUT_PASTE)
        entry_paste(asking->entry, input->text);
    if (input->kind != INPUT_KEY || entry_key(asking->entry, input->key))
        return false;
    return input->key == KEYCAP_ENTER && entry_current(asking->entry) == PLACE_GO;
}

bool screen_who(struct tui *tui, struct store *store, const char *class, struct person *person)
{
    struct asking asking = {.tui = tui, .store = store, .class = class, .go = {_("Go on"), NULL}};
    bool accepted = false;
    struct input input;
    asking.fields[PLACE_NAME] =
        (struct entry_field){.kind = ENTRY_TEXT, .text = asking.name, .size = sizeof asking.name};
    asking.fields[PLACE_STAFF] = (struct entry_field){
        .kind = ENTRY_TEXT, .text = asking.staff_number, .size = sizeof asking.staff_number};
    asking.fields[PLACE_GO] =
        (struct entry_field){.kind = ENTRY_BUTTON, .choices = asking.go, .choice_count = 1};
    asking.entry = entry_new(asking.fields, PLACE_COUNT);
    do {
        draw(&asking);
        terminal_read(tui, -1, &input);
        if (keys_command(who_key_table, tui, &input) == WHO_CANCEL)
            break;
        accepted = goes_on(&asking, &input) && accept(&asking, person);
    } while (!accepted && input.kind != INPUT_STOP);
    entry_free(asking.entry);
    return accepted;
}
