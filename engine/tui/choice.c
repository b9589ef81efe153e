/* choice.c: curses' menu library behind a plain interface. */
#include "tui/choice.h"

#include <assert.h>
#include <menu.h>
#include <stdlib.h>
#include <string.h>

enum { LABEL_INDENT = 7 }; /* cursor, name, mark */

struct choice {
    const char *const *labels;
    int count;
    bool several;
    uint32_t chosen;
    char names[CHOICE_MAX][2];
    ITEM *items[CHOICE_MAX + 1]; /* NULL last */
    MENU *menu;
    WINDOW *pad;
};

struct choice *choice_new(const char *const *labels, int count, const char *names, bool several,
                          uint32_t chosen)
{
    struct choice *choice = calloc(1, sizeof *choice);
    assert(count <= CHOICE_MAX && (int)strlen(names) >= count);
    if (!choice)
        abort();
    choice->labels = labels;
    choice->count = count;
    choice->several = several;
    choice->chosen = chosen;
    for (int i = 0; i < count; i++) {
        choice->names[i][0] = names[i];
        choice->items[i] = new_item(choice->names[i], "");
        if (!choice->items[i])
            abort();
    }
    choice->pad = newpad(CHOICE_MAX, 8);
    choice->menu = new_menu(choice->items);
    if (!choice->menu || !choice->pad)
        abort();
    menu_opts_off(choice->menu, O_ONEVALUE | O_SHOWDESC);
    set_menu_win(choice->menu, choice->pad);
    set_menu_sub(choice->menu, choice->pad);
    set_menu_format(choice->menu, CHOICE_MAX, 1);
    post_menu(choice->menu);
    for (int i = 0; i < count; i++) {
        if (chosen >> i & 1) {
            set_current_item(choice->menu, choice->items[i]);
            break;
        }
    }
    return choice;
}

void choice_free(struct choice *choice)
{
    if (!choice)
        return;
    unpost_menu(choice->menu);
    free_menu(choice->menu);
    for (int i = 0; i < choice->count; i++)
        free_item(choice->items[i]);
    delwin(choice->pad);
    free(choice);
}

uint32_t choice_chosen(const struct choice *choice)
{
    return choice->chosen;
}

static int choice_current(const struct choice *choice)
{
    return item_index(current_item(choice->menu));
}

void choice_take(struct choice *choice, int index)
{
    if (index < 0 || index >= choice->count)
        return;
    set_current_item(choice->menu, choice->items[index]);
    if (choice->several)
        choice->chosen ^= UINT32_C(1) << index;
    else
        choice->chosen = UINT32_C(1) << index;
}

static int request_of(int key)
{
    switch (key) {
    case KEYCAP_UP:
        return REQ_UP_ITEM;
    case KEYCAP_DOWN:
        return REQ_DOWN_ITEM;
    case KEYCAP_HOME:
        return REQ_FIRST_ITEM;
    case KEYCAP_END:
        return REQ_LAST_ITEM;
    default:
        return 0;
    }
}

enum choice_result choice_key(struct choice *choice, int key)
{
    int request = request_of(key);
    if (request) {
        menu_driver(choice->menu, request);
        return CHOICE_MOVED;
    }
    if (key == ' ' || (key == KEYCAP_ENTER && !choice->several)) {
        choice_take(choice, choice_current(choice));
        return CHOICE_TAKEN;
    }
    if (key <= ' ' || key > '~')
        return CHOICE_NONE;
    menu_driver(choice->menu, REQ_CLEAR_PATTERN);
    if (menu_driver(choice->menu, key) != E_OK)
        return CHOICE_NONE;
    choice_take(choice, choice_current(choice));
    return CHOICE_TAKEN;
}

/* ----------------------------------------------------------------------------- drawing ---- */

static int lines_of(const struct choice *choice, int index, int cols)
{
    return wrapped_lines(choice->labels[index], cols - LABEL_INDENT);
}

/* The first answer that is drawn, so that the current one is seen whole. */
static int first_shown(const struct choice *choice, struct area area, int gap)
{
    int current = choice_current(choice), first = 0, used = 0;
    for (int i = 0; i <= current; i++)
        used += lines_of(choice, i, area.cols) + (i > 0 ? gap : 0);
    while (first < current && used > area.rows)
        used -= lines_of(choice, first++, area.cols) + gap;
    return first;
}

static void draw_answer(const struct choice *choice, struct canvas *canvas, struct area row,
                        int index)
{
    bool current = index == choice_current(choice);
    bool chosen = choice->chosen >> index & 1;
    enum ink ink = current ? INK_SELECTED : chosen ? INK_STRONG : INK_PLAIN;
    const char *mark = choice->several ? (chosen ? "[*]" : "[ ]") : (chosen ? "(*)" : "( )");
    if (current)
        canvas_fill(canvas, row, ink);
    canvas_printf(canvas, row.y, row.x, row.cols, ink, "%c%s %s", current ? '>' : ' ',
                  choice->names[index], mark);
    canvas_wrap(canvas,
                (struct area){row.y, row.x + LABEL_INDENT, row.rows, row.cols - LABEL_INDENT}, ink,
                choice->labels[index]);
}

int choice_draw(const struct choice *choice, struct canvas *canvas, struct area area, int gap,
                int zone)
{
    int y = area.y, end = area.y + area.rows, all = 0, shown = 0;
    int first = first_shown(choice, area, gap);
    for (int i = 0; i < choice->count; i++) {
        int lines = lines_of(choice, i, area.cols);
        all += lines + (i > 0 ? gap : 0);
        if (i < first || y >= end)
            continue;
        struct area row = {y, area.x, y + lines > end ? end - y : lines, area.cols};
        draw_answer(choice, canvas, row, i);
        canvas_zone(canvas, row, zone + i);
        y += lines + gap;
        shown = y - gap <= end ? i + 1 : i;
    }
    if (first > 0)
        canvas_text(canvas, area.y, area.x + area.cols, 1, INK_STRONG, "↑");
    if (shown < choice->count)
        canvas_text(canvas, end - 1, area.x + area.cols, 1, INK_STRONG, "↓");
    return all;
}
