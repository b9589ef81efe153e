/*
 * screen_observe.c: makes ticks from keys.
 *
 * A number that is being typed chooses its line at once; the sign that follows ticks it. Every tick
 * is on disk before it is shown.
 */
#include "tui/screen_observe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "practice/debrief.h"
#include "tui/overlay.h"
#include "tui/screen_home.h"
#include "tui/screens.h"
#include "tui/tui_class.h"

enum { TYPED_SIZE = 4, NOTICE_SIZE = 1200, SECOND_MS = 1000, ANSWERS_MAX = 3 };

enum finish_answer { FINISH_KEEPING, FINISH_AS_IT_IS, FINISH_NOT_YET };

struct observing {
    struct tui *tui;
    struct live *live;
    struct checklist *checklist;
    int shown[RULE_MAX];
    int shown_count, selected;
    char typed[TYPED_SIZE];
    struct filter filter;
    bool help;
    int help_top;
    bool asking; /* whether to finish */
    enum finish_answer answers[ANSWERS_MAX];
    int answer_count, answer;
    char notice[NOTICE_SIZE];
    enum ink notice_ink;
    struct observe_drawn drawn;
    bool done;
};

static void notify(struct observing *observing, enum ink ink, const char *text)
{
    snprintf(observing->notice, sizeof observing->notice, "%s", text);
    observing->notice_ink = ink;
}

static void say_failure(struct observing *observing, const struct error *error)
{
    char text[NOTICE_SIZE];
    if (error->code == ERROR_NOT_ALLOWED) {
        notify(observing, INK_WARNING, error->message);
        return;
    }
    describe_error(error, text, sizeof text);
    notify(observing, INK_BAD, text);
}

/* ---------------------------------------------------------------------------- the filter ---- */

static bool matches(const struct checklist_item *item, const char *filter)
{
    return text_contains(item->title, filter) || text_contains(item->see, filter) ||
           text_contains(item->hear, filter) || text_contains(item->pack, filter);
}

/* The chosen line stays chosen while it is shown. */
static void apply_filter(struct observing *observing)
{
    const struct checklist *checklist = observing->checklist;
    int chosen = observing->shown_count > 0 ? observing->shown[observing->selected] : 0;
    observing->shown_count = observing->selected = 0;
    for (int i = 0; i < checklist->count; i++) {
        if (!matches(&checklist->items[i], observing->filter.words))
            continue;
        if (i == chosen)
            observing->selected = observing->shown_count;
        observing->shown[observing->shown_count++] = i;
    }
}

static void clear_filter(struct observing *observing)
{
    filter_clear(&observing->filter);
    apply_filter(observing);
}

/* ------------------------------------------------------------------------------- choosing ---- */

static void choose(struct observing *observing, int selected)
{
    int last = observing->shown_count - 1;
    selected = selected > last ? last : selected;
    observing->selected = selected < 0 ? 0 : selected;
}

/* The item with this number, made visible if a filter hides it; false when there is none. */
static bool choose_number(struct observing *observing, int number)
{
    if (number < 1 || number > observing->checklist->count)
        return false;
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < observing->shown_count; i++) {
            if (observing->checklist->items[observing->shown[i]].number == number) {
                observing->selected = i;
                return true;
            }
        }
        clear_filter(observing);
    }
    return false;
}

/* A digit that no number goes on with begins a new one. */
static void type_digit(struct observing *observing, int digit)
{
    size_t length = strlen(observing->typed);
    char longer[TYPED_SIZE + 1];
    snprintf(longer, sizeof longer, "%s%c", observing->typed, digit);
    if (length + 1 >= TYPED_SIZE || !choose_number(observing, (int)strtol(longer, NULL, 10)))
        snprintf(longer, sizeof longer, "%c", digit);
    if (choose_number(observing, (int)strtol(longer, NULL, 10)))
        snprintf(observing->typed, sizeof observing->typed, "%.3s", longer);
    else
        observing->typed[0] = '\0';
}

/* -------------------------------------------------------------------------------- ticking ---- */

static void tick(struct observing *observing, bool kept)
{
    struct error error = {0};
    char text[NOTICE_SIZE];
    observing->typed[0] = '\0';
    if (observing->shown_count == 0)
        return;
    const struct checklist_item *item =
        &observing->checklist->items[observing->shown[observing->selected]];
    if (!live_tick(observing->live, item->rule, kept, &error)) {
        say_failure(observing, &error);
        return;
    }
    snprintf(text, sizeof text, kept ? _("√ kept: %d %s") : _("× not kept: %d %s"), item->number,
             item->title);
    notify(observing, kept ? INK_GOOD : INK_BAD, text);
}

static void undo(struct observing *observing)
{
    struct error error = {0};
    char text[NOTICE_SIZE];
    int rule = 0;
    bool kept = false;
    live_latest_tick(observing->live, &rule, &kept);
    if (!live_untick(observing->live, -1, &error)) {
        say_failure(observing, &error);
        return;
    }
    const struct checklist_item *item = &observing->checklist->items[rule];
    snprintf(text, sizeof text, _("Taken back: %d %s %s"), item->number, item->title,
             kept ? "√" : "×");
    notify(observing, INK_COACH, text);
}

/* ------------------------------------------------------------------------------ finishing ---- */

static void ask_finish(struct observing *observing)
{
    if (live_tick_count(observing->live) == 0) {
        notify(observing, INK_WARNING, _("Nothing is ticked yet."));
        return;
    }
    observing->answer_count = observing->answer = 0;
    if (live_unbroken(observing->live) > 0)
        observing->answers[observing->answer_count++] = FINISH_KEEPING;
    observing->answers[observing->answer_count++] = FINISH_AS_IT_IS;
    observing->answers[observing->answer_count++] = FINISH_NOT_YET;
    observing->asking = true;
}

static void draw_question(struct observing *observing)
{
    const char *words[ANSWERS_MAX];
    char text[NOTICE_SIZE] = "";
    int unbroken = live_unbroken(observing->live);
    for (int i = 0; i < observing->answer_count; i++)
        words[i] = observing->answers[i] == FINISH_KEEPING    ? _("They were kept: tick and finish")
                   : observing->answers[i] == FINISH_AS_IT_IS ? _("Finish with what is ticked")
                                                              : _("Go on ticking");
    if (unbroken > 0)
        snprintf(text, sizeof text,
                 ngettext("%d rule that forbids something throughout has no tick.",
                          "%d rules that forbid something throughout have no tick.",
                          (unsigned long)unbroken),
                 unbroken);
    overlay_ask(observing->tui, _("Finish?"), text, words, observing->answer_count,
                observing->answer);
}

static void show_debrief(struct observing *observing)
{
    struct debrief *debrief = calloc(1, sizeof *debrief);
    if (!debrief)
        abort();
    live_debrief(observing->live, words_language(), debrief);
    terminal_no_overlay(observing->tui);
    screen_judgement(observing->tui, loaded_scenario(live_loaded(observing->live)),
                     live_row(observing->live), debrief);
    free(debrief);
}

static void finish(struct observing *observing, enum finish_answer answer)
{
    struct error error = {0};
    observing->asking = false;
    if (answer == FINISH_NOT_YET)
        return;
    if ((answer == FINISH_KEEPING && !live_keep_unbroken(observing->live, &error)) ||
        !live_finish(observing->live, &error)) {
        say_failure(observing, &error);
        return;
    }
    show_debrief(observing);
    observing->done = true;
}

/* ---------------------------------------------------------------------------------- input ---- */

static void answer_question(struct observing *observing, const struct input *input)
{
    int count = observing->answer_count;
    int zone = input->kind == INPUT_CLICK ? terminal_zone(observing->tui, input) : -1;
    if (zone >= 0 && zone < count)
        finish(observing, observing->answers[zone]);
    if (input->kind != INPUT_KEY)
        return;
    switch (input->key) {
    case KEYCAP_UP:
    case 'k':
        observing->answer = (observing->answer + count - 1) % count;
        break;
    case KEYCAP_DOWN:
    case 'j':
        observing->answer = (observing->answer + 1) % count;
        break;
    case KEYCAP_ENTER:
        finish(observing, observing->answers[observing->answer]);
        break;
    case KEYCAP_ESCAPE:
    case 'q':
        observing->asking = false;
        break;
    default:
        if (input->key >= '1' && input->key < '1' + count)
            finish(observing, observing->answers[input->key - '1']);
    }
}

static void answer_filter(struct observing *observing, const struct input *input)
{
    if (filter_input(&observing->filter, input))
        apply_filter(observing);
    else if (input->key == KEYCAP_UP || input->key == KEYCAP_DOWN)
        choose(observing, observing->selected + (input->key == KEYCAP_UP ? -1 : 1));
}

/* Esc gives up the nearest thing first: a number, a filter, then the screen. */
static void leave(struct observing *observing, int key)
{
    if (key == KEYCAP_ESCAPE && observing->typed[0])
        observing->typed[0] = '\0';
    else if (key == KEYCAP_ESCAPE && observing->filter.words[0])
        clear_filter(observing);
    else
        observing->done = true;
}

static void move(struct observing *observing, int command)
{
    int page = observing->drawn.rows > 1 ? observing->drawn.rows - 1 : 1;
    int at = observing->selected;
    observing->typed[0] = '\0';
    choose(observing, command == OBSERVE_UP          ? at - 1
                      : command == OBSERVE_DOWN      ? at + 1
                      : command == OBSERVE_PAGE_UP   ? at - page
                      : command == OBSERVE_PAGE_DOWN ? at + page
                      : command == OBSERVE_FIRST     ? 0
                                                     : observing->shown_count);
}

static void obey(struct observing *observing, int command, int key)
{
    switch (command) {
    case OBSERVE_UP:
    case OBSERVE_DOWN:
    case OBSERVE_PAGE_UP:
    case OBSERVE_PAGE_DOWN:
    case OBSERVE_FIRST:
    case OBSERVE_LAST:
        move(observing, command);
        break;
    case OBSERVE_DIGIT:
    case OBSERVE_ZERO:
        if (key >= '0' && key <= '9')
            type_digit(observing, key);
        break;
    case OBSERVE_KEPT:
        tick(observing, true);
        break;
    case OBSERVE_BROKEN:
        tick(observing, false);
        break;
    case OBSERVE_UNDO:
        undo(observing);
        break;
    case OBSERVE_FILTER:
        observing->filter.typing = true;
        observing->typed[0] = '\0';
        break;
    case OBSERVE_FINISH:
        if (observing->typed[0])
            observing->typed[0] = '\0'; /* the number was for choosing */
        else
            ask_finish(observing);
        break;
    case OBSERVE_HELP:
        observing->help = true;
        observing->help_top = 0;
        break;
    case OBSERVE_LEAVE:
        leave(observing, key);
        break;
    default:
        if (key == KEYCAP_BACKSPACE)
            observing->typed[0] = '\0';
    }
}

static void answer(struct observing *observing, const struct input *input)
{
    if (observing->help) {
        observing->help = keys_help_input(input, &observing->help_top);
        return;
    }
    if (observing->asking) {
        answer_question(observing, input);
        return;
    }
    int command = keys_command(observe_key_table, observing->tui, input);
    if (input->kind == INPUT_WHEEL) {
        choose(observing, observing->selected + 2 * input->wheel);
    } else if (input->kind == INPUT_CLICK && command < 0) {
        int zone = terminal_zone(observing->tui, input);
        if (zone >= 0)
            choose(observing, zone);
    } else if (filter_wants(&observing->filter, input)) {
        answer_filter(observing, input);
    } else if (input->kind == INPUT_KEY || command >= 0) {
        observing->notice[0] = '\0';
        obey(observing, command, input->key);
    }
}

static void draw(struct observing *observing)
{
    struct observe_view view = {
        .live = observing->live,
        .checklist = observing->checklist,
        .shown = observing->shown,
        .shown_count = observing->shown_count,
        .selected = observing->selected,
        .typed = observing->typed,
        .filter = &observing->filter,
        .notice = observing->notice,
        .notice_ink = observing->notice_ink,
        .language = words_language(),
    };
    observe_draw(&view, terminal_canvas(observing->tui), &observing->drawn);
    if (observing->help)
        keys_help(
            observe_key_table, observing->tui, 0,
            _("√ and × count the ticks. ! is critical: not kept once, it is not passed. A rule "
              "that is judged once for the whole conversation has one tick."),
            &observing->help_top);
    else if (observing->asking)
        draw_question(observing);
    else
        terminal_no_overlay(observing->tui);
    terminal_show(observing->tui);
}

static void run(struct observing *observing)
{
    apply_filter(observing);
    while (!observing->done) {
        struct input input;
        draw(observing);
        terminal_read(observing->tui, SECOND_MS, &input);
        if (input.kind == INPUT_STOP)
            observing->done = true;
        else
            answer(observing, &input);
    }
    terminal_no_overlay(observing->tui);
}

static struct live *open_live(struct store *store, const struct observation *observation,
                              struct error *error)
{
    if (observation->resume)
        return live_resume(store, observation->resume, error);
    struct live_options options = {.person = observation->person,
                                   .class = observation->class,
                                   .observer = observation->observer,
                                   .language = words_language()};
    return live_take_up(store, observation->scenario, &options, error);
}

bool tui_observe(struct tui *tui, struct store *store, const struct observation *observation,
                 struct error *error)
{
    struct observing observing = {.tui = tui, .live = open_live(store, observation, error)};
    if (!observing.live)
        return false;
    if (live_row(observing.live)->state == SESSION_FINISHED) {
        show_debrief(&observing);
    } else {
        observing.checklist =
            checklist_new(loaded_scenario(live_loaded(observing.live)), words_language());
        run(&observing);
        checklist_free(observing.checklist);
    }
    live_close(observing.live);
    return true;
}
