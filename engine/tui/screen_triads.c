/*
 * screen_triads.c: rounds from keys, and the ways to a checklist and to the projector.
 */
#include "tui/screen_triads.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "class/live.h"
#include "class/room.h"
#include "practice/library.h"
#include "tui/overlay.h"
#include "tui/screen_home.h"
#include "tui/screens.h"
#include "tui/tui_class.h"

enum { NOTICE_SIZE = 1200, TICK_MS = 500, TICK_MS_MIN = 25, CHOICES_MAX = 9 };

/* What a question is about. Of one that was done already, the first answer looks at it again or goes
   on with it, the second begins anew. */
enum question { NO_QUESTION, ASK_SCENARIO, ASK_OBSERVED, ASK_PROJECTED };
enum { ANSWER_THE_OLD, ANSWER_ANEW, ANSWER_COUNT };

struct seating_screen {
    struct tui *tui;
    struct store *store;
    struct triads_plan *plan;
    struct triads_clock clock;
    struct triads_result *results;
    int selected;
    bool help;
    enum question question;
    bool unfinished; /* what is asked about: an observation was begun beside the finished one */
    char old[ULID_SIZE];
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

static const struct person *trainee_of(const struct seating_screen *screen, int group)
{
    const struct triad *triad = triads_group(screen->plan->triads, round_of(screen), group);
    return &triads_plan_person(screen->plan, triad->people[0])->person;
}

/* The checklists of the group's trainee in this scenario and class. */
static bool find_observed(const struct seating_screen *screen, int group, struct live_found *found,
                          struct error *error)
{
    return live_find(screen->store, trainee_of(screen, group)->id, scenario_of(screen)->id,
                     screen->plan->class, found, error);
}

/* A result stays until there is a newer one, whatever is begun meanwhile. */
static bool load_result(struct seating_screen *screen, int group, struct error *error)
{
    struct triads_result *result = &screen->results[group];
    struct live_found found;
    *result = (struct triads_result){.state = TRIADS_NOT_OBSERVED};
    if (!find_observed(screen, group, &found, error))
        return false;
    if (found.finished.id[0])
        *result = (struct triads_result){.state = TRIADS_OBSERVED,
                                         .again = found.open.id[0] != '\0',
                                         .score = found.finished.score,
                                         .passed = found.finished.passed};
    else if (found.open.id[0])
        result->state = TRIADS_BEING_OBSERVED;
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
    screen->clock.scenario[round_of(screen)] = choice;
    keep_clock(screen);
    load_results(screen);
}

static int choices(const struct seating_screen *screen)
{
    int count = screen->question == ASK_SCENARIO ? screen->plan->scenario_count : ANSWER_COUNT;
    return count < CHOICES_MAX ? count : CHOICES_MAX;
}

static void ask(struct seating_screen *screen, enum question question, int choice)
{
    screen->question = question;
    screen->choice = choice;
}

/* -------------------------------------------------------------------------- observe, project ---- */

/* `finished`: id of one whose debrief is shown; NULL: one is gone on with, or begun. */
static void observe(struct seating_screen *screen, const char *finished)
{
    struct error error = {0};
    const struct triad *triad =
        triads_group(screen->plan->triads, round_of(screen), screen->selected);
    const char *observer =
        triad->size > TRIAD_OBSERVER
            ? triads_plan_person(screen->plan, triad->people[TRIAD_OBSERVER])->person.name
            : NULL;
    struct observation observation = {.scenario = scenario_of(screen)->name,
                                      .class = screen->plan->class,
                                      .person = trainee_of(screen, screen->selected),
                                      .observer = observer,
                                      .resume = finished};
    if (!tui_observe(screen->tui, screen->store, &observation, &error))
        say_error(screen, &error);
    load_results(screen);
}

/* What was observed to the end is asked about: it may be looked at, or be done once more. */
static void ask_observed(struct seating_screen *screen)
{
    struct error error = {0};
    struct live_found found;
    if (!find_observed(screen, screen->selected, &found, &error)) {
        say_error(screen, &error);
        return;
    }
    if (found.finished.id[0] == '\0') {
        observe(screen, NULL);
        return;
    }
    memcpy(screen->old, found.finished.id, sizeof screen->old);
    screen->unfinished = found.open.id[0] != '\0';
    ask(screen, ASK_OBSERVED, ANSWER_THE_OLD);
}

static struct play *begin_projected(struct seating_screen *screen, const struct person *room,
                                    struct error *error)
{
    struct play_options options = {.person = room,
                                   .mode = MODE_CLASS,
                                   .language = words_language(),
                                   .seed = play_new_seed(),
                                   .class = screen->plan->class};
    struct bundle *bundle = library_bundle(scenario_of(screen)->name, error);
    struct play *play = bundle ? play_begin(screen->store, bundle, &options, error) : NULL;
    bundle_free(bundle);
    return play;
}

/* `left`: id of a session to go on with; NULL: a new one. */
static void project(struct seating_screen *screen, const char *left)
{
    struct error error = {0};
    struct person room;
    enum tui_outcome outcome;
    struct play *play = NULL;
    if (room_person(screen->store, screen->plan->class, &room, &error))
        play = left ? play_resume(screen->store, left, &error)
                    : begin_projected(screen, &room, &error);
    if (!play || !tui_play(screen->tui, play, &outcome, &error))
        say_error(screen, &error);
}

/* What the room left in the middle is asked about: it may go on. */
static void ask_projected(struct seating_screen *screen)
{
    struct error error = {0};
    if (!room_find_open(screen->store, screen->plan->class, scenario_of(screen)->id, screen->old,
                        &error))
        say_error(screen, &error);
    else if (screen->old[0])
        ask(screen, ASK_PROJECTED, ANSWER_THE_OLD);
    else
        project(screen, NULL);
}

static void take_answer(struct seating_screen *screen, int answer)
{
    enum question question = screen->question;
    const char *old = answer == ANSWER_THE_OLD ? screen->old : NULL;
    screen->question = NO_QUESTION;
    terminal_no_overlay(screen->tui); /* the answer may lead to another screen */
    if (question == ASK_SCENARIO)
        choose_scenario(screen, answer);
    else if (question == ASK_OBSERVED)
        observe(screen, old);
    else
        project(screen, old);
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
        ask_observed(screen);
        break;
    case TRIADS_SCENARIO:
        ask(screen, ASK_SCENARIO, screen->clock.scenario[round_of(screen)]);
        break;
    case TRIADS_PROJECT:
        ask_projected(screen);
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

static void answer_question(struct seating_screen *screen, const struct input *input)
{
    int count = choices(screen);
    int zone = input->kind == INPUT_CLICK ? terminal_zone(screen->tui, input) : -1;
    if (zone >= 0 && zone < count)
        take_answer(screen, zone);
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
        take_answer(screen, screen->choice);
        break;
    case KEYCAP_ESCAPE:
    case 'q':
        screen->question = NO_QUESTION;
        break;
    default:
        if (input->key >= '1' && input->key < '1' + count)
            take_answer(screen, input->key - '1');
    }
}

static void answer(struct seating_screen *screen, const struct input *input)
{
    if (screen->help) {
        screen->help = keys_help_input(input, &screen->help_top);
        return;
    }
    if (screen->question != NO_QUESTION) {
        answer_question(screen, input);
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

static void draw_question(struct seating_screen *screen)
{
    const char *words[CHOICES_MAX], *title = _("What is played in this round?"), *text = "";
    const struct triads_scenario *scenario = scenario_of(screen);
    char observed[NOTICE_SIZE];
    if (screen->question == ASK_OBSERVED) {
        snprintf(observed, sizeof observed, _("%s was observed in this scenario already."),
                 trainee_of(screen, screen->selected)->name);
        title = scenario->title[words_language()];
        text = observed;
        words[ANSWER_THE_OLD] = _("See the debrief");
        words[ANSWER_ANEW] =
            screen->unfinished ? _("Go on with the second observation") : _("Observe once more");
    } else if (screen->question == ASK_PROJECTED) {
        title = scenario->title[words_language()];
        text = _("The class left this scenario in the middle.");
        words[ANSWER_THE_OLD] = _("Go on where it stopped");
        words[ANSWER_ANEW] = _("Start again");
    } else {
        for (int i = 0; i < choices(screen); i++)
            words[i] = screen->plan->scenarios[i].title[words_language()];
    }
    overlay_ask(screen->tui, title, text, words, choices(screen), screen->choice);
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
    } else if (screen->question != NO_QUESTION) {
        draw_question(screen);
    } else {
        terminal_no_overlay(screen->tui);
    }
    terminal_show(screen->tui);
}

/* In a rehearsal the clock's second passes sooner. */
static int tick_ms(const struct seating_screen *screen)
{
    int wait = TICK_MS / screen->plan->speed;
    return wait > TICK_MS_MIN ? wait : TICK_MS_MIN;
}

static void run(struct seating_screen *screen)
{
    load_results(screen);
    while (!screen->done && tui_stop_signal() == 0) {
        struct input input;
        draw(screen);
        terminal_read(screen->tui, tick_ms(screen), &input);
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
