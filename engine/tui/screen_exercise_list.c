/*
 * screen_exercise_list.c: the exercises, how one stands in each, and the way into them.
 */
#include <stdio.h>

#include "base/words.h"
#include "class/exercise_list.h"
#include "class/exercise_sitting.h"
#include "class/exercise_words.h"
#include "tui/keys.h"
#include "tui/overlay.h"
#include "tui/screen_home.h"
#include "tui/tui_class.h"

#define LIST_KEYS(X)                                                                   \
    X(LIST_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", N_("choose"), N_("choose (also k and j)"))  \
    X(LIST_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                   \
    X(LIST_FIRST, KEYS(KEYCAP_HOME, 'g'), "Home End", "", N_("the first or the last")) \
    X(LIST_LAST, KEYS(KEYCAP_END, 'G'), "", "", "")                                    \
    X(LIST_OPEN, KEYS(KEYCAP_ENTER), "Enter", N_("do it"), N_("do the exercise"))      \
    X(LIST_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                          \
    X(LIST_CLOSE, KEYS(KEYCAP_ESCAPE, 'q'), "Esc", N_("back"), N_("back to the scenarios"))

enum list_command { LIST_KEYS(KEY_COMMAND) LIST_COMMAND_COUNT };

static const struct key_row list_key_rows[] = {LIST_KEYS(KEY_ROW)};
static const struct key_table list_key_table = KEY_TABLE(list_key_rows);

enum { BRIEF_ROWS = 6, STANDING_CELLS = 10 };

struct listing {
    struct tui *tui;
    struct store *store;
    const struct person *person;
    const char *class; /* that they are done for; NULL for none */
    struct exercise_listed *list;
    int count, selected, top, clicked;
    bool help, done;
    int help_top;
    char notice[1400];
};

static const char *words(const struct text *text)
{
    return text->words[words_language()];
}

static void say_error(struct listing *listing, const struct error *error)
{
    describe_error(error, listing->notice, sizeof listing->notice);
}

static void draw_line(const struct listing *listing, struct canvas *canvas, struct area row,
                      int index)
{
    const struct exercise_listed *listed = &listing->list[index];
    enum ink ink = index == listing->selected ? INK_SELECTED : INK_PLAIN;
    char standing[32];
    if (index == listing->selected)
        canvas_fill(canvas, row, ink);
    if (listed->times > 0)
        snprintf(standing, sizeof standing, _("best %.0f %%"), listed->best);
    else
        snprintf(standing, sizeof standing, "%s", listed->file ? "" : _("× faulty"));
    canvas_text_right(canvas, row.y, row.x + row.cols, STANDING_CELLS, ink, standing);
    const char *title =
        listed->file ? words(&exercise_file_exercise(listed->file)->title) : listed->id;
    canvas_printf(canvas, row.y, row.x, row.cols - STANDING_CELLS - 1, ink, "%c %s",
                  index == listing->selected ? '>' : ' ', title);
    canvas_zone(canvas, row, index);
}

static void draw_list(struct listing *listing, struct canvas *canvas, struct area box)
{
    struct area inside = area_inside(box);
    canvas_box(canvas, box, _("Exercises"));
    if (listing->selected < listing->top)
        listing->top = listing->selected;
    if (listing->selected >= listing->top + inside.rows)
        listing->top = listing->selected - inside.rows + 1;
    for (int i = listing->top; i < listing->count && i < listing->top + inside.rows; i++)
        draw_line(listing, canvas,
                  (struct area){inside.y + i - listing->top, inside.x, 1, inside.cols}, i);
    if (listing->count == 0)
        canvas_text(canvas, inside.y, inside.x, inside.cols, INK_PLAIN,
                    _("There are no exercises."));
}

static void draw_about(const struct listing *listing, struct canvas *canvas, struct area box)
{
    struct area inside = area_inside(box);
    canvas_box(canvas, box, _("About it"));
    if (listing->count == 0)
        return;
    const struct exercise_listed *listed = &listing->list[listing->selected];
    if (!listed->file) {
        char fault[1400];
        describe_error(&listed->error, fault, sizeof fault);
        canvas_wrap(canvas, inside, INK_PLAIN, fault);
        return;
    }
    const struct exercise *exercise = exercise_file_exercise(listed->file);
    char kinds[128];
    exercise_kinds(exercise, kinds, sizeof kinds);
    canvas_printf(canvas, inside.y, inside.x, inside.cols, INK_STRONG,
                  ngettext("%d minute · %s", "%d minutes · %s", (unsigned long)exercise->minutes),
                  exercise->minutes, kinds);
    inside.y++;
    inside.rows--;
    canvas_wrap(canvas, inside, INK_PLAIN, words(&exercise->brief));
}

static void draw(struct listing *listing)
{
    struct canvas *canvas = terminal_canvas(listing->tui);
    int rows = canvas_rows(canvas), cols = canvas_cols(canvas);
    canvas_printf(canvas, 0, 1, cols - 24, INK_TITLE, "%s · %s", _("yanlian"), _("Exercises"));
    canvas_text_right(canvas, 0, cols - 1, 20, INK_TITLE, listing->person->name);
    draw_list(listing, canvas, (struct area){1, 0, rows - 2 - BRIEF_ROWS, cols});
    draw_about(listing, canvas, (struct area){rows - 1 - BRIEF_ROWS, 0, BRIEF_ROWS, cols});
    keys_draw(list_key_table, canvas, 0, 0);
    if (listing->help)
        keys_help(list_key_table, listing->tui, 0, NULL, &listing->help_top);
    else if (listing->notice[0])
        overlay_notice(listing->tui, _("Exercise"), listing->notice, _("any key: close"));
    else
        terminal_no_overlay(listing->tui);
    terminal_show(listing->tui);
}

static void go(struct listing *listing, int index)
{
    index = index >= listing->count ? listing->count - 1 : index;
    listing->selected = index < 0 ? 0 : index;
}

/* Standings change when one was done. */
static bool reload(struct listing *listing, struct error *error)
{
    exercise_list_free(listing->list, listing->count);
    listing->list = NULL;
    listing->count = 0;
    return exercise_list(listing->store, listing->person, &listing->list, &listing->count, error);
}

static void open_selected(struct listing *listing)
{
    struct error error = {0};
    if (listing->count == 0)
        return;
    struct exercise_sitting who = {.exercise = listing->list[listing->selected].id,
                                   .class = listing->class,
                                   .person = listing->person};
    if (!tui_exercise(listing->tui, listing->store, &who, &error) || !reload(listing, &error))
        say_error(listing, &error);
    if (tui_stop_signal())
        listing->done = true;
}

static void obey(struct listing *listing, int command)
{
    switch (command) {
    case LIST_UP:
        go(listing, listing->selected - 1);
        break;
    case LIST_DOWN:
        go(listing, listing->selected + 1);
        break;
    case LIST_FIRST:
        go(listing, 0);
        break;
    case LIST_LAST:
        go(listing, listing->count);
        break;
    case LIST_OPEN:
        open_selected(listing);
        break;
    case LIST_HELP:
        listing->help = true;
        listing->help_top = 0;
        break;
    case LIST_CLOSE:
        listing->done = true;
        break;
    default:
        break;
    }
}

static void click(struct listing *listing, int zone)
{
    if (zone < 0 || zone >= listing->count)
        return;
    bool again = zone == listing->clicked;
    go(listing, zone);
    listing->clicked = again ? -1 : zone;
    if (again)
        open_selected(listing);
}

static void answer(struct listing *listing, const struct input *input)
{
    if (listing->help) {
        listing->help = keys_help_input(input, &listing->help_top);
        return;
    }
    if (listing->notice[0]) {
        if (input->kind == INPUT_KEY || input->kind == INPUT_CLICK)
            listing->notice[0] = '\0';
        return;
    }
    int command = keys_command(list_key_table, listing->tui, input);
    if (input->kind == INPUT_WHEEL)
        go(listing, listing->selected + input->wheel);
    else if (input->kind == INPUT_CLICK && command < 0)
        click(listing, terminal_zone(listing->tui, input));
    else
        obey(listing, command);
}

bool tui_exercises(struct tui *tui, struct store *store, const struct person *person,
                   const char *class, struct error *error)
{
    struct listing listing = {
        .tui = tui, .store = store, .person = person, .class = class, .clicked = -1};
    if (!reload(&listing, error))
        return false;
    while (!listing.done) {
        struct input input;
        draw(&listing);
        terminal_read(tui, -1, &input);
        if (input.kind == INPUT_STOP)
            listing.done = true;
        else
            answer(&listing, &input);
    }
    exercise_list_free(listing.list, listing.count);
    terminal_no_overlay(tui);
    return true;
}
