/*
 * screen_triads.c: rounds from keys, and the ways to a checklist and to the projector.
 */
#include "tui/screen_triads.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "class/room.h"
#include "practice/library.h"
#include "tui/overlay.h"
#include "tui/screen_home.h"
#include "tui/screens.h"
#include "tui/tui_class.h"

enum { NOTICE_SIZE = 1200, TICK_MS = 500, CHOICES_MAX = 9 };

struct seating_screen {
    struct tui *tui;
    struct store *store;
    struct triads_plan *plan;
    struct triads_clock clock;
    struct triads_result *results;
    int selected;
    bool help, choosing; /* choosing: a scenario */
    int help_top, choice;
    char notice[NOTICE_SIZE];
    struct triads_drawn drawn;
    bool done;
};

static void say_error(struct seating_screen *screen, const struct error *error)
{
    describe_error(error, screen->notice, sizeof screen->notice);
}

static int round_of(const struct seating_screen *screen)
{
    return screen->clock.round;
}

static const struct triads_scenario *scenario_of(const struct seating_screen *screen)
{
    return &screen->plan->scenarios[screen->clock.scenario[round_of(screen)]];
}

/* ------------------------------------------------------------------------------- results ---- */

/* The newest checklist of the trainee in this scenario and class. */
static bool load_result(struct seating_screen *screen, int group, struct error *error)
{
    const struct triad *triad = triads_group(screen->plan->triads, round_of(screen), group);
    struct session_filter filter = {
        .person = triads_plan_person(screen->plan, triad->people[0])->person.id,
        .scenario = scenario_of(screen)->id,
        .class = screen->plan->class,
        .state = -1};
    struct triads_result *result = &screen->results[group];
    struct session_row *rows = NULL;
    int count = 0;
    *result = (struct triads_result){.state = TRIADS_NOT_OBSERVED};
    if (!store_sessions(screen->store, &filter, &rows, &count, error))
        return false;
    for (int i = 0; i < count && result->state == TRIADS_NOT_OBSERVED; i++) {
        if (!rows[i].live)
            continue;
        bool finished = rows[i].state == SESSION_FINISHED;
        *result =
            (struct triads_result){.state = finished ? TRIADS_OBSERVED : TRIADS_BEING_OBSERVED,
                                   .score = rows[i].score,
                                   .passed = rows[i].passed};
    }
    free(rows);
    return true;
}

static void load_results(struct seating_screen *screen)
{
    struct error error = {0};
    for (int i = 0; i < screen->plan->triads->groups; i++) {
        if (!load_result(screen, i, &error)) {
            say_error(screen, &error);
            return;
        }
    }
}

/* -------------------------------------------------------------------------------- rounds ---- */

static void keep_clock(struct seating_screen *screen)
{
    struct error error = {0};
    if (!triads_clock_keep(screen->store, screen->plan, &screen->clock, &error))
        say_error(screen, &error);
}

static void go(struct seating_screen *screen, int round)
{
    if (round < 0 || round >= screen->plan->triads->rounds) {
        snprintf(screen->notice, sizeof screen->notice, "%s",
                 round < 0 ? _("This is the first round.") : _("This is the last round."));
        return;
    }
    triads_clock_go(&screen->clock, round, clock_wall_ms());
    screen->selected = 0;
    keep_clock(screen);
    load_results(screen);
}

static void choose_scenario(struct seating_screen *screen, int choice)
{
    screen->choosing = false;
    screen->clock.scenario[round_of(screen)] = choice;
    keep_clock(screen);
    load_results(screen);
}

static int choices(const struct seating_screen *screen)
{
    int count = screen->plan->scenario_count;
    return count < CHOICES_MAX ? count : CHOICES_MAX;
}

/* -------------------------------------------------------------------------- observe, project ---- */

static void observe(struct seating_screen *screen)
{
    struct error error = {0};
    const struct triad *triad =
        triads_group(screen->plan->triads, round_of(screen), screen->selected);
    const struct roster_entry *trainee = triads_plan_person(screen->plan, triad->people[0]);
    const char *observer =
        triad->size > TRIAD_OBSERVER
            ? triads_plan_person(screen->plan, triad->people[TRIAD_OBSERVER])->person.name
            : NULL;
    struct observation observation = {.scenario = scenario_of(screen)->name,
                                      .class = screen->plan->class,
                                      .person = &trainee->person,
                                      .observer = observer};
    if (!tui_observe(screen->tui, screen->store, &observation, &error))
        say_error(screen, &error);
    load_results(screen);
}

static bool project_scenario(struct seating_screen *screen, struct error *error)
{
    struct person room;
    enum tui_outcome outcome;
    struct play_options options = {.person = &room,
                                   .mode = MODE_CLASS,
                                   .language = words_language(),
                                   .seed = play_new_seed(),
                                   .class = screen->plan->class};
    if (!room_person(screen->store, screen->plan->class, &room, error))
        return false;
    struct bundle *bundle = library_bundle(scenario_of(screen)->name, error);
    struct play *play = bundle ? play_begin(screen->store, bundle, &options, error) : NULL;
    bundle_free(bundle);
    return play && tui_play(screen->tui, play, &outcome, error);
}

static void project(struct seating_screen *screen)
{
    struct error error = {0};
    if (!project_scenario(screen, &error))
        say_error(screen, &error);
}

/* --------------------------------------------------------------------------------- input ---- */

static void choose(struct seating_screen *screen, int group)
{
    int last = screen->plan->triads->groups - 1;
    group = group > last ? last : group;
    screen->selected = group < 0 ? 0 : group;
}

static void obey(struct seating_screen *screen, int command)
{
    int page = screen->drawn.rows > 1 ? screen->drawn.rows - 1 : 1;
    switch (command) {
    case TRIADS_UP:
        choose(screen, screen->selected - 1);
        break;
    case TRIADS_DOWN:
        choose(screen, screen->selected + 1);
        break;
    case TRIADS_PAGE_UP:
        choose(screen, screen->selected - page);
        break;
    case TRIADS_PAGE_DOWN:
        choose(screen, screen->selected + page);
        break;
    case TRIADS_CLOCK:
        triads_clock_toggle(&screen->clock, clock_wall_ms());
        keep_clock(screen);
        break;
    case TRIADS_NEXT:
        go(screen, round_of(screen) + 1);
        break;
    case TRIADS_BACK:
        go(screen, round_of(screen) - 1);
        break;
    case TRIADS_OBSERVE:
        observe(screen);
        break;
    case TRIADS_SCENARIO:
        screen->choosing = true;
        screen->choice = screen->clock.scenario[round_of(screen)];
        break;
    case TRIADS_PROJECT:
        project(screen);
        break;
    case TRIADS_HELP:
        screen->help = true;
        screen->help_top = 0;
        break;
    case TRIADS_LEAVE:
        screen->done = true;
        break;
    default:
        break;
    }
}

static void answer_choice(struct seating_screen *screen, const struct input *input)
{
    int count = choices(screen);
    int zone = input->kind == INPUT_CLICK ? terminal_zone(screen->tui, input) : -1;
    if (zone >= 0 && zone < count)
        choose_scenario(screen, zone);
    if (input->kind != INPUT_KEY)
        return;
    switch (input->key) {
    case KEYCAP_UP:
    case 'k':
        screen->choice = (screen->choice + count - 1) % count;
        break;
    case KEYCAP_DOWN:
    case 'j':
        screen->choice = (screen->choice + 1) % count;
        break;
    case KEYCAP_ENTER:
        choose_scenario(screen, screen->choice);
        break;
    case KEYCAP_ESCAPE:
    case 'q':
        screen->choosing = false;
        break;
    default:
        if (input->key >= '1' && input->key < '1' + count)
            choose_scenario(screen, input->key - '1');
    }
}

static void answer(struct seating_screen *screen, const struct input *input)
{
    if (screen->help) {
        screen->help = keys_help_input(input, &screen->help_top);
        return;
    }
    if (screen->choosing) {
        answer_choice(screen, input);
        return;
    }
    int command = keys_command(triads_key_table, screen->tui, input);
    if (input->kind == INPUT_WHEEL) {
        choose(screen, screen->selected + input->wheel);
    } else if (input->kind == INPUT_CLICK && command < 0) {
        int zone = terminal_zone(screen->tui, input);
        if (zone >= 0)
            choose(screen, zone);
    } else if (input->kind == INPUT_KEY || command >= 0) {
        screen->notice[0] = '\0';
        obey(screen, command);
    }
}

static void draw(struct seating_screen *screen)
{
    struct triads_view view = {.plan = screen->plan,
                               .clock = &screen->clock,
                               .results = screen->results,
                               .now = clock_wall_ms(),
                               .selected = screen->selected,
                               .notice = screen->notice,
                               .language = words_language()};
    triads_draw(&view, terminal_canvas(screen->tui), &screen->drawn);
    if (screen->help) {
        keys_help(triads_key_table, screen->tui, 0, NULL, &screen->help_top);
    } else if (screen->choosing) {
        const char *titles[CHOICES_MAX];
        for (int i = 0; i < choices(screen); i++)
            titles[i] = screen->plan->scenarios[i].title[view.language];
        overlay_ask(screen->tui, _("What is played in this round?"), "", titles, choices(screen),
                    screen->choice);
    } else {
        terminal_no_overlay(screen->tui);
    }
    terminal_show(screen->tui);
}

static void run(struct seating_screen *screen)
{
    load_results(screen);
    while (!screen->done && tui_stop_signal() == 0) {
        struct input input;
        draw(screen);
        terminal_read(screen->tui, TICK_MS, &input);
        if (input.kind == INPUT_STOP)
            screen->done = true;
        else
            answer(screen, &input);
    }
    terminal_no_overlay(screen->tui);
}

bool tui_triads(struct tui *tui, struct store *store, const struct triads_asked *asked,
                struct error *error)
{
    struct seating_screen screen = {.tui = tui, .store = store};
    screen.plan = triads_plan_new(store, asked, clock_wall_ms(), error);
    bool done = screen.plan && triads_clock_recall(store, screen.plan, &screen.clock, error);
    if (done) {
        screen.results = calloc((size_t)screen.plan->triads->groups, sizeof *screen.results);
        if (!screen.results)
            abort();
        run(&screen);
        free(screen.results);
    }
    triads_plan_free(screen.plan);
    return done;
}
