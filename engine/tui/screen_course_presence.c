/* screen_course_presence.c: the attendance: the roster, and who of it is not here. */
#include <stdlib.h>

#include "base/words.h"
#include "tui/screen_course.h"

#define PRESENCE_KEYS(X)                                                                        \
    X(PRESENCE_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", N_("choose"), N_("choose a person (also k, j)")) \
    X(PRESENCE_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                        \
    X(PRESENCE_PAGE_UP, KEYS(KEYCAP_PAGE_UP), "PgUp PgDn", "", N_("a page"))                    \
    X(PRESENCE_PAGE_DOWN, KEYS(KEYCAP_PAGE_DOWN), "", "", "")                                   \
    X(PRESENCE_TOGGLE, KEYS(' ', 'x'), N_("Space"), N_("absent or here"),                       \
      N_("mark as absent, or as here again"))                                                   \
    X(PRESENCE_ALL, KEYS('a'), "a", N_("all here"), N_("everybody is here"))                    \
    X(PRESENCE_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                               \
    X(PRESENCE_GO, KEYS(KEYCAP_ENTER), "Enter", N_("note it"), N_("note it and go on"))         \
    X(PRESENCE_CANCEL, KEYS(KEYCAP_ESCAPE, 'q'), "Esc", N_("back"), N_("back (also q)"))

enum presence_command { PRESENCE_KEYS(KEY_COMMAND) PRESENCE_COMMAND_COUNT };

static const struct key_row presence_key_rows[] = {PRESENCE_KEYS(KEY_ROW)};
static const struct key_table presence_key_table = KEY_TABLE(presence_key_rows);

enum { NAME_COLUMN = 11, NAME_CELLS_MAX = 20 };

struct attendance {
    struct tui *tui;
    struct roster_entry *people;
    bool *absent;
    int count;
    int selected, top, rows;
    int name_cells; /* of the longest name, within reason: the branch stands behind */
    bool help;
    int help_top;
};

static int absent_count(const struct attendance *attendance)
{
    int count = 0;
    for (int i = 0; i < attendance->count; i++)
        count += attendance->absent[i];
    return count;
}

static int widest_name(const struct attendance *attendance)
{
    int widest = 0;
    for (int i = 0; i < attendance->count; i++) {
        int width = text_width(attendance->people[i].person.name);
        widest = width > widest ? width : widest;
    }
    return widest < NAME_CELLS_MAX ? widest : NAME_CELLS_MAX;
}

static void draw_person(const struct attendance *attendance, struct canvas *canvas, struct area row,
                        int index)
{
    const struct roster_entry *entry = &attendance->people[index];
    bool selected = index == attendance->selected, absent = attendance->absent[index];
    enum ink ink = selected ? INK_SELECTED : absent ? INK_WARNING : INK_PLAIN;
    if (selected)
        canvas_fill(canvas, row, ink);
    canvas_text(canvas, row.y, row.x, 1, ink, selected ? ">" : " ");
    canvas_printf(canvas, row.y, row.x + 2, 10, ink, "%3d %s", entry->position,
                  absent ? "[ ]" : "[√]");
    int x = row.x + NAME_COLUMN;
    canvas_text(canvas, row.y, x, attendance->name_cells, ink, entry->person.name);
    x += attendance->name_cells + 1;
    int cells = text_width(_("absent"));
    if (absent)
        canvas_text(canvas, row.y, x, cells, ink, _("absent"));
    x += cells + 1;
    canvas_printf(canvas, row.y, x, row.x + row.cols - x, ink, "%s%s%s", entry->branch,
                  entry->branch[0] && entry->role[0] ? " · " : "", entry->role);
    canvas_zone(canvas, row, index);
}

static void draw_people(struct attendance *attendance, struct canvas *canvas, struct area area)
{
    attendance->rows = area.rows;
    if (attendance->selected < attendance->top)
        attendance->top = attendance->selected;
    if (attendance->selected >= attendance->top + area.rows)
        attendance->top = attendance->selected - area.rows + 1;
    for (int i = 0; i < area.rows && attendance->top + i < attendance->count; i++)
        draw_person(attendance, canvas, (struct area){area.y + i, area.x, 1, area.cols},
                    attendance->top + i);
    if (attendance->count == 0)
        canvas_wrap(canvas, area, INK_PLAIN,
                    _("The roster is empty: `yanlian class roster` reads one from a file. Enter "
                      "goes on without."));
}

static void draw(struct attendance *attendance)
{
    struct canvas *canvas = terminal_canvas(attendance->tui);
    int rows = canvas_rows(canvas), cols = canvas_cols(canvas);
    int absent = absent_count(attendance);
    canvas_text(canvas, 0, 1, cols / 2, INK_TITLE, _("Who is here?"));
    struct area box = {1, 0, rows - 2, cols};
    char counts[128];
    snprintf(counts, sizeof counts, _("%d here, %d absent"), attendance->count - absent, absent);
    canvas_text_right(canvas, 0, cols - 1, cols / 2, absent ? INK_WARNING : INK_STRONG, counts);
    canvas_box(canvas, box, _("Roster"));
    draw_people(attendance, canvas, area_inside(box));
    keys_draw(presence_key_table, canvas, 0, 0);
    if (attendance->help)
        keys_help(presence_key_table, attendance->tui, 0, NULL, &attendance->help_top);
    else
        terminal_no_overlay(attendance->tui);
    terminal_show(attendance->tui);
}

static void choose(struct attendance *attendance, int index)
{
    index = index >= attendance->count ? attendance->count - 1 : index;
    attendance->selected = index < 0 ? 0 : index;
}

static void toggle(struct attendance *attendance)
{
    if (attendance->count > 0)
        attendance->absent[attendance->selected] = !attendance->absent[attendance->selected];
}

static void obey(struct attendance *attendance, int command)
{
    switch (command) {
    case PRESENCE_UP:
        choose(attendance, attendance->selected - 1);
        break;
    case PRESENCE_DOWN:
        choose(attendance, attendance->selected + 1);
        break;
    case PRESENCE_PAGE_UP:
        choose(attendance, attendance->selected - attendance->rows);
        break;
    case PRESENCE_PAGE_DOWN:
        choose(attendance, attendance->selected + attendance->rows);
        break;
    case PRESENCE_TOGGLE:
        toggle(attendance);
        choose(attendance, attendance->selected + 1);
        break;
    case PRESENCE_ALL:
        for (int i = 0; i < attendance->count; i++)
            attendance->absent[i] = false;
        break;
    case PRESENCE_HELP:
        attendance->help = true;
        attendance->help_top = 0;
        break;
    default:
        break;
    }
}

static int read_command(struct attendance *attendance, struct input *input)
{
    terminal_read(attendance->tui, -1, input);
    if (attendance->help) {
        attendance->help = keys_help_input(input, &attendance->help_top);
        return -1;
    }
    if (input->kind == INPUT_WHEEL)
        choose(attendance, attendance->selected + input->wheel);
    int command = keys_command(presence_key_table, attendance->tui, input);
    int zone = input->kind == INPUT_CLICK ? terminal_zone(attendance->tui, input) : -1;
    if (command < 0 && zone >= 0 && zone < attendance->count) {
        choose(attendance, zone);
        toggle(attendance);
    }
    return command;
}

static enum presence_outcome ask(struct attendance *attendance)
{
    struct input input;
    for (;;) {
        draw(attendance);
        int command = read_command(attendance, &input);
        if (input.kind == INPUT_STOP)
            return PRESENCE_STOPPED;
        if (command == PRESENCE_GO)
            return PRESENCE_NOTED;
        if (command == PRESENCE_CANCEL)
            return PRESENCE_CANCELLED;
        obey(attendance, command);
    }
}

static bool write_down(const struct attendance *attendance, struct course_run *run,
                       struct error *error)
{
    int *present = calloc((size_t)attendance->count + 1, sizeof *present);
    int *absent = calloc((size_t)attendance->count + 1, sizeof *absent);
    int here = 0, away = 0;
    if (!present || !absent)
        abort();
    for (int i = 0; i < attendance->count; i++) {
        if (attendance->absent[i])
            absent[away++] = attendance->people[i].position;
        else
            present[here++] = attendance->people[i].position;
    }
    bool done = course_run_present(run, present, here, absent, away, course_time_now(), error);
    free(present);
    free(absent);
    return done;
}

enum presence_outcome screen_presence(struct tui *tui, struct store *store, struct course_run *run,
                                      const char *class, struct error *error)
{
    struct attendance attendance = {.tui = tui};
    if (!store_roster(store, class, &attendance.people, &attendance.count, error))
        return PRESENCE_CANCELLED;
    attendance.name_cells = widest_name(&attendance);
    attendance.absent = calloc((size_t)attendance.count + 1, sizeof *attendance.absent);
    if (!attendance.absent)
        abort();
    for (const int *position = course_run_absent(run); *position; position++) {
        for (int i = 0; i < attendance.count; i++)
            attendance.absent[i] |= attendance.people[i].position == *position;
    }
    enum presence_outcome outcome = ask(&attendance);
    if (outcome == PRESENCE_NOTED && !write_down(&attendance, run, error))
        outcome = PRESENCE_CANCELLED;
    terminal_no_overlay(tui);
    free(attendance.absent);
    free(attendance.people);
    return outcome;
}
