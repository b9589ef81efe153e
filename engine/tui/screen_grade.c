/* screen_grade.c: the queue: choosing, searching, and the way into a marking. */
#include "tui/screen_grade.h"

#include <stdlib.h>
#include <string.h>

#include "tui/overlay.h"
#include "tui/screen_home.h"
#include "tui/tui_class.h"

struct queueing {
    struct grade_place place;
    struct queue_item *items;
    int item_count;
    int *shown;
    int shown_count, selected;
    enum queue_part part;
    struct filter filter;
    struct queue_drawn drawn;
    struct titles *titles;
    int clicked;
    bool help, done;
    int help_top;
    char notice[512];
};

/* ------------------------------------------------------------------------------ the list ---- */

static void choose(struct queueing *queueing, int index)
{
    int last = queueing->shown_count - 1;
    index = index > last ? last : index;
    queueing->selected = index < 0 ? 0 : index;
}

static void apply_filter(struct queueing *queueing)
{
    queueing->shown_count = 0;
    for (int i = 0; i < queueing->item_count; i++) {
        const struct queue_item *item = &queueing->items[i];
        const char *title =
            titles_find(queueing->titles, item->exercise, item->of, words_language());
        if (queue_shows(item, queueing->part, title, queueing->filter.words))
            queueing->shown[queueing->shown_count++] = i;
    }
    choose(queueing, queueing->selected);
}

/* After each marking others may have done theirs, too. */
static bool read_queue(struct queueing *queueing, struct error *error)
{
    struct queue_options options = {.trainer = queueing->place.trainer->id,
                                    .blind = queueing->place.blind};
    struct queue_item *items;
    int count;
    if (!grading_queue(queueing->place.store, queueing->place.class, &options, &items, &count,
                       error))
        return false;
    free(queueing->items);
    free(queueing->shown);
    queueing->items = items;
    queueing->item_count = count;
    queueing->shown = calloc((size_t)count + 1, sizeof *queueing->shown);
    if (!queueing->shown)
        abort();
    apply_filter(queueing);
    return true;
}

static void draw(struct queueing *queueing)
{
    struct tui *tui = queueing->place.tui;
    struct queue_view view = {
        .class = queueing->place.class,
        .trainer = queueing->place.trainer,
        .blind = queueing->place.blind,
        .part = queueing->part,
        .items = queueing->items,
        .shown = queueing->shown,
        .shown_count = queueing->shown_count,
        .selected = queueing->selected,
        .titles = queueing->titles,
        .filter = &queueing->filter,
    };
    for (int i = 0; i < queueing->item_count; i++)
        for (int part = 0; part < QUEUE_PART_COUNT; part++)
            view.counts[part] += queue_shows(&queueing->items[i], (enum queue_part)part, "", "");
    queue_draw(&view, terminal_canvas(tui), &queueing->drawn);
    if (queueing->help)
        keys_help(queue_key_table, tui, 0, NULL, &queueing->help_top);
    else if (queueing->notice[0])
        overlay_notice(tui, _("Grading"), queueing->notice, _("any key: close"));
    else
        terminal_no_overlay(tui);
    terminal_show(tui);
}

/* ---------------------------------------------------------------------------- searching ---- */

static void answer_filter(struct queueing *queueing, const struct input *input)
{
    if (filter_input(&queueing->filter, input))
        apply_filter(queueing);
    else if (input->key == KEYCAP_UP || input->key == KEYCAP_DOWN)
        choose(queueing, queueing->selected + (input->key == KEYCAP_UP ? -1 : 1));
}

/* --------------------------------------------------------------------------------- keys ---- */

static void open_item(struct queueing *queueing)
{
    struct error error = {0};
    if (queueing->shown_count == 0)
        return;
    const struct queue_item item = queueing->items[queueing->shown[queueing->selected]];
    if (!screen_marking(&queueing->place, &item, &error) || !read_queue(queueing, &error))
        describe_error(&error, queueing->notice, sizeof queueing->notice);
}

static void leave(struct queueing *queueing)
{
    queueing->done = !queueing->filter.words[0];
    filter_clear(&queueing->filter);
    apply_filter(queueing);
}

static void go_to_part(struct queueing *queueing, int part)
{
    queueing->part = (enum queue_part)(part % QUEUE_PART_COUNT);
    queueing->selected = 0;
    apply_filter(queueing);
}

static void obey(struct queueing *queueing, int command)
{
    int page = queueing->drawn.rows > 1 ? queueing->drawn.rows - 1 : 1;
    switch (command) {
    case QUEUE_UP:
        choose(queueing, queueing->selected - 1);
        break;
    case QUEUE_DOWN:
        choose(queueing, queueing->selected + 1);
        break;
    case QUEUE_PAGE_UP:
        choose(queueing, queueing->selected - page);
        break;
    case QUEUE_PAGE_DOWN:
        choose(queueing, queueing->selected + page);
        break;
    case QUEUE_FIRST:
        choose(queueing, 0);
        break;
    case QUEUE_LAST:
        choose(queueing, queueing->shown_count);
        break;
    case QUEUE_OPEN:
        open_item(queueing);
        break;
    case QUEUE_PART:
        go_to_part(queueing, (int)queueing->part + 1);
        break;
    case QUEUE_FILTER:
        queueing->filter.typing = true;
        break;
    case QUEUE_HELP:
        queueing->help = true;
        queueing->help_top = 0;
        break;
    case QUEUE_LEAVE:
        leave(queueing);
        break;
    default:
        break;
    }
}

/* A second click on the same item opens it. */
static void click(struct queueing *queueing, const struct input *input)
{
    int zone = terminal_zone(queueing->place.tui, input);
    if (zone >= QUEUE_ZONE_PARTS && zone < QUEUE_ZONE_PARTS + QUEUE_PART_COUNT) {
        go_to_part(queueing, zone - QUEUE_ZONE_PARTS);
        return;
    }
    int index = queueing->drawn.top + zone;
    if (zone < 0 || zone >= queueing->drawn.rows || index >= queueing->shown_count)
        return;
    choose(queueing, index);
    if (index == queueing->clicked)
        open_item(queueing);
    queueing->clicked = index;
}

static void answer(struct queueing *queueing, const struct input *input)
{
    bool pressed = input->kind == INPUT_KEY || input->kind == INPUT_CLICK;
    int command = keys_command(queue_key_table, queueing->place.tui, input);
    if (queueing->help) {
        queueing->help = keys_help_input(input, &queueing->help_top);
    } else if (queueing->notice[0]) {
        if (pressed)
            queueing->notice[0] = '\0';
    } else if (filter_wants(&queueing->filter, input)) {
        answer_filter(queueing, input);
    } else if (input->kind == INPUT_WHEEL) {
        choose(queueing, queueing->selected + input->wheel);
    } else if (input->kind == INPUT_CLICK && command < 0) {
        click(queueing, input);
    } else if (pressed) {
        queueing->clicked = -1;
        obey(queueing, command);
    }
}

bool tui_grade(struct tui *tui, struct store *store, const char *class,
               const struct trainer *trainer, bool blind, struct error *error)
{
    struct class_row row;
    struct queueing queueing = {
        .place = {.tui = tui, .store = store, .class = &row, .trainer = trainer, .blind = blind},
        .clicked = -1};
    if (!store_class(store, class, &row, error))
        return false;
    queueing.titles = titles_new();
    queueing.place.rubric = rubric_open(error);
    bool done = queueing.place.rubric && read_queue(&queueing, error);
    while (done && !queueing.done && !tui_stop_signal()) {
        struct input input;
        draw(&queueing);
        terminal_read(tui, -1, &input);
        if (input.kind == INPUT_STOP)
            queueing.done = true;
        else
            answer(&queueing, &input);
    }
    terminal_no_overlay(tui);
    free(queueing.items);
    free(queueing.shown);
    titles_free(queueing.titles);
    rubric_file_free(queueing.place.rubric);
    return done;
}
