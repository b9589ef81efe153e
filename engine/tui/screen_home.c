/*
 * screen_home.c: the home screen's lists, keys and what follows from them.
 */
#include "tui/screen_home.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "class/roster.h"
#include "practice/player.h"
#include "tui/overlay.h"
#include "tui/screens.h"
#include "tui/tui_class.h"

enum { RESULTS_KEPT = 50, NOTICE_SIZE = 1400 };

/* Answers to "how do you want to play?". */
enum way { WAY_RESUME, WAY_PRACTICE, WAY_EXAM, WAY_COUNT };

struct home {
    struct tui *tui;
    struct store *store;
    struct library *library;
    const struct class_row *class; /* NULL for none */
    struct person person;
    struct home_item *all, *items; /* of the library; those that match the filter */
    int item_count;
    int selected, clicked; /* clicked: zone clicked on since the last key; -1 */
    struct session_row *rows;
    struct home_result *results;
    int result_count, result;
    bool in_results;
    struct filter filter;
    int top;
    struct home_drawn drawn;
    bool help;
    int help_top;
    bool asking; /* how to play */
    enum way ways[WAY_COUNT];
    int way_count, way;
    enum way last_way; /* PRACTICE or EXAM, as chosen before */
    char notice[NOTICE_SIZE];
    bool quit;
};

static void say_error(struct home *home, const struct error *error)
{
    describe_error(error, home->notice, sizeof home->notice);
}

/* ------------------------------------------------------------------------------ the lists ---- */

static bool text_matches(const struct text *text, const char *words)
{
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        if (text && text_contains(text->words[language], words))
            return true;
    return false;
}

/* In either language: whoever switches should not lose what was found. */
static bool matches(const struct home_item *item, const char *words)
{
    if (text_contains(item->entry->id, words))
        return true;
    if (!item->entry->loaded)
        return false;
    const struct scenario *scenario = loaded_scenario(item->entry->loaded);
    if (text_matches(&scenario->title, words) || text_matches(&scenario->role_label, words) ||
        text_matches(&scenario->brief, words))
        return true;
    for (int i = 0; i < scenario->source_count; i++)
        if (text_contains(scenario->sources[i], words) ||
            text_matches(loaded_source_title(item->entry->loaded, scenario->sources[i]), words))
            return true;
    return false;
}

static void apply_filter(struct home *home)
{
    home->item_count = 0;
    for (int i = 0; i < library_count(home->library); i++)
        if (matches(&home->all[i], home->filter.words))
            home->items[home->item_count++] = home->all[i];
    if (home->selected >= home->item_count)
        home->selected = home->item_count > 0 ? home->item_count - 1 : 0;
    home->top = 0;
}

/* What the store knows the scenario by, which need not be its file's name. */
static const char *id_of(const struct library_entry *entry)
{
    return entry->loaded ? loaded_scenario(entry->loaded)->id : entry->id;
}

static bool load_standings(struct home *home, struct error *error)
{
    for (int i = 0; i < library_count(home->library); i++) /* all are listed, come what may */
        home->all[i] = (struct home_item){.entry = library_entry(home->library, i)};
    for (int i = 0; i < library_count(home->library); i++) {
        struct home_item *item = &home->all[i];
        struct session_row row;
        if (!store_standing(home->store, home->person.id, id_of(item->entry), &item->standing,
                            error))
            return false;
        if (!item->standing.open_session[0])
            continue;
        if (!store_session(home->store, item->standing.open_session, &row, error))
            return false;
        /* What was begun elsewhere would not become the class's by being finished here. */
        if (home->class && strcmp(row.class, home->class->id) != 0) {
            item->standing.open_session[0] = '\0';
            continue;
        }
        snprintf(item->open_mode, sizeof item->open_mode, "%s", row.mode);
    }
    return true;
}

static const char *title_of(const struct home *home, const char *id)
{
    for (int i = 0; i < library_count(home->library); i++) {
        const struct library_entry *entry = library_entry(home->library, i);
        if (entry->loaded && strcmp(id_of(entry), id) == 0)
            return loaded_scenario(entry->loaded)->title.words[words_language()];
    }
    return id;
}

static bool load_results(struct home *home, struct error *error)
{
    struct session_filter filter = {
        .person = home->person.id, .state = SESSION_FINISHED, .limit = RESULTS_KEPT};
    free(home->rows);
    home->rows = NULL;
    home->result_count = 0;
    if (!store_sessions(home->store, &filter, &home->rows, &home->result_count, error))
        return false;
    free(home->results);
    home->results = calloc((size_t)home->result_count + 1, sizeof *home->results);
    if (!home->results)
        abort();
    for (int i = 0; i < home->result_count; i++)
        home->results[i] =
            (struct home_result){&home->rows[i], title_of(home, home->rows[i].scenario)};
    if (home->result >= home->result_count)
        home->result = 0;
    return true;
}

/* Everything anew: after a play, for another person, in another language. */
static void reload(struct home *home)
{
    struct error error = {0};
    if (!load_standings(home, &error) || !load_results(home, &error))
        say_error(home, &error);
    if (home->result_count == 0)
        home->in_results = false;
    apply_filter(home);
}

/* --------------------------------------------------------------------------------- drawing ---- */

static void draw_question(struct home *home)
{
    const struct home_item *item = &home->items[home->selected];
    const char *answers[WAY_COUNT];
    for (int i = 0; i < home->way_count; i++) {
        switch (home->ways[i]) {
        case WAY_RESUME:
            answers[i] = _("Go on with the unfinished session");
            break;
        case WAY_EXAM:
            answers[i] = _("Exam: no help, time limits, scored at the end");
            break;
        default:
            answers[i] = _("Practice: with a coach, hints and taking back");
            break;
        }
    }
    overlay_ask(home->tui, loaded_scenario(item->entry->loaded)->title.words[words_language()], "",
                answers, home->way_count, home->way);
}

static void draw(struct home *home)
{
    struct home_view view = {
        .language = words_language(),
        .person = &home->person,
        .class_title = home->class ? home->class->title : NULL,
        .items = home->items,
        .item_count = home->item_count,
        .selected = home->selected,
        .results = home->results,
        .result_count = home->result_count,
        .result = home->result,
        .in_results = home->in_results,
        .filter = &home->filter,
        .top = home->top,
        .notice = home->notice,
    };
    home_draw(&view, terminal_canvas(home->tui), &home->drawn);
    if (home->help)
        keys_help(home_key_table, home->tui, 0, _("Hold Shift to select text with the mouse."),
                  &home->help_top);
    else if (home->asking)
        draw_question(home);
    else
        terminal_no_overlay(home->tui);
    terminal_show(home->tui);
}

/* --------------------------------------------------------------------------------- playing ---- */

static void play_sessions(struct home *home, struct play *play, struct error *error)
{
    enum tui_outcome outcome = TUI_HOME;
    if (!play || !tui_play_on(home->tui, home->store, home->library, play, &outcome, error))
        say_error(home, error);
    home->quit = outcome == TUI_QUIT;
    reload(home);
}

static const char *class_of(const struct home *home)
{
    return home->class ? home->class->id : NULL;
}

static void start(struct home *home, enum way way)
{
    struct error error = {0};
    const struct home_item *item = &home->items[home->selected];
    home->asking = false;
    home->notice[0] = '\0';
    if (way == WAY_RESUME) {
        play_sessions(home, play_resume(home->store, item->standing.open_session, &error), &error);
        return;
    }
    struct play_options options = {
        .person = &home->person,
        .mode = way == WAY_EXAM ? MODE_EXAM : MODE_PRACTICE,
        .language = words_language(),
        .seed = play_new_seed(),
        .class = class_of(home),
    };
    home->last_way = way;
    play_sessions(home, play_begin(home->store, item->entry->bundle, &options, &error), &error);
}

/* Asks how to play; what was chosen last is offered first, and going on before that. */
static void ask_way(struct home *home)
{
    if (home->item_count == 0)
        return;
    const struct home_item *item = &home->items[home->selected];
    home->notice[0] = '\0';
    if (!item->entry->loaded) {
        say_error(home, &item->entry->error);
        return;
    }
    home->way_count = home->way = 0;
    if (item->standing.open_session[0])
        home->ways[home->way_count++] = WAY_RESUME;
    home->ways[home->way_count++] = WAY_PRACTICE;
    home->ways[home->way_count++] = WAY_EXAM;
    if (!item->standing.open_session[0])
        home->way = home->last_way == WAY_EXAM;
    home->asking = true;
}

/* What an observer ticked has a debrief, and nothing to play again. */
static void show_watched(struct home *home, const char *session)
{
    struct error error = {0};
    struct observation watched = {.resume = session};
    if (!tui_observe(home->tui, home->store, &watched, &error))
        say_error(home, &error);
    home->quit = tui_stop_signal() != 0;
}

static void show_result(struct home *home)
{
    struct error error = {0};
    enum tui_outcome outcome = TUI_HOME;
    if (home->result_count == 0)
        return;
    home->notice[0] = '\0';
    if (home->rows[home->result].live) {
        show_watched(home, home->rows[home->result].id);
        return;
    }
    struct play *play = play_open(home->store, home->rows[home->result].id, &error);
    if (!play || !tui_debrief(home->tui, play, &outcome, &error)) {
        say_error(home, &error);
        if (play)
            play_close(play, -1);
        return;
    }
    /* "Again" and "next" play on from here, as after a session. */
    struct session_row row = *play_row(play);
    play_close(play, -1);
    home->quit = outcome == TUI_QUIT;
    if (outcome == TUI_AGAIN || outcome == TUI_NEXT)
        play_sessions(home, next_play(home->store, home->library, &row, outcome, &error), &error);
}

static void do_exercises(struct home *home)
{
    struct error error = {0};
    home->notice[0] = '\0';
    if (!tui_exercises(home->tui, home->store, &home->person, class_of(home), &error))
        say_error(home, &error);
    home->quit = tui_stop_signal() != 0;
}

static void change_person(struct home *home)
{
    struct error error = {0};
    if (!screen_who(home->tui, home->store, class_of(home), &home->person))
        return;
    home->notice[0] = '\0';
    if (!player_remember(home->store, &home->person, &error))
        say_error(home, &error);
    reload(home);
}

static void change_language(struct home *home)
{
    words_use(words_language() == LANGUAGE_ZH ? LANGUAGE_EN : LANGUAGE_ZH);
    home->notice[0] = '\0';
    reload(home);
}

/* ----------------------------------------------------------------------------------- input ---- */

static void move(struct home *home, int step)
{
    int *selected = home->in_results ? &home->result : &home->selected;
    int count = home->in_results ? home->result_count : home->item_count;
    *selected += step;
    if (*selected >= count)
        *selected = count - 1;
    if (*selected < 0)
        *selected = 0;
    home->top = 0;
}

static void open_selected(struct home *home)
{
    if (home->in_results)
        show_result(home);
    else
        ask_way(home);
}

static void clear_filter(struct home *home)
{
    filter_clear(&home->filter);
    home->notice[0] = '\0';
    apply_filter(home);
}

static void obey(struct home *home, int command)
{
    int page = home->drawn.rows > 1 ? home->drawn.rows - 1 : 1;
    switch (command) {
    case HOME_UP:
        move(home, -1);
        break;
    case HOME_DOWN:
        move(home, 1);
        break;
    case HOME_FIRST:
        move(home, -RESULTS_KEPT - library_count(home->library));
        break;
    case HOME_LAST:
        move(home, RESULTS_KEPT + library_count(home->library));
        break;
    case HOME_PAGE_UP:
        home->top = home->drawn.top - page;
        break;
    case HOME_PAGE_DOWN:
        home->top = home->drawn.top + page;
        break;
    case HOME_OPEN:
        open_selected(home);
        break;
    case HOME_SIDE:
        home->in_results = !home->in_results && home->result_count > 0;
        break;
    case HOME_FILTER:
        home->filter.typing = true;
        home->in_results = false;
        break;
    case HOME_CLEAR:
        clear_filter(home);
        break;
    case HOME_EXERCISES:
        do_exercises(home);
        break;
    case HOME_WHO:
        change_person(home);
        break;
    case HOME_LANGUAGE:
        change_language(home);
        break;
    case HOME_HELP:
        home->help = true;
        home->help_top = 0;
        break;
    case HOME_QUIT:
        home->quit = true;
        break;
    default:
        break;
    }
}

static void answer_filter(struct home *home, const struct input *input)
{
    if (filter_input(&home->filter, input))
        apply_filter(home);
    else if (input->key == KEYCAP_UP || input->key == KEYCAP_DOWN)
        move(home, input->key == KEYCAP_UP ? -1 : 1);
}

static void answer_question(struct home *home, const struct input *input)
{
    int zone = input->kind == INPUT_CLICK ? terminal_zone(home->tui, input) : -1;
    if (zone >= 0 && zone < home->way_count)
        start(home, home->ways[zone]);
    if (input->kind != INPUT_KEY)
        return;
    switch (input->key) {
    case KEYCAP_UP:
    case 'k':
        home->way = (home->way + home->way_count - 1) % home->way_count;
        break;
    case KEYCAP_DOWN:
    case 'j':
        home->way = (home->way + 1) % home->way_count;
        break;
    case KEYCAP_ENTER:
        start(home, home->ways[home->way]);
        break;
    case KEYCAP_ESCAPE:
    case 'q':
        home->asking = false;
        break;
    default:
        if (input->key >= '1' && input->key < '1' + home->way_count)
            start(home, home->ways[input->key - '1']);
    }
}

static void click(struct home *home, int zone)
{
    if (zone < 0)
        return;
    home->in_results = zone >= ZONE_RESULTS;
    if (home->in_results)
        home->result = zone - ZONE_RESULTS;
    else
        home->selected = zone;
    home->top = 0;
    if (zone == home->clicked)
        open_selected(home);
    home->clicked = zone;
}

static void answer(struct home *home, const struct input *input)
{
    if (home->help) {
        home->help = keys_help_input(input, &home->help_top);
        return;
    }
    if (home->asking) {
        answer_question(home, input);
        return;
    }
    int command = keys_command(home_key_table, home->tui, input);
    if (input->kind == INPUT_WHEEL) {
        home->top = home->drawn.top + 2 * input->wheel;
    } else if (input->kind == INPUT_CLICK && command < 0) {
        click(home, terminal_zone(home->tui, input));
    } else if (filter_wants(&home->filter, input)) {
        answer_filter(home, input);
    } else if (input->kind == INPUT_KEY || command >= 0) {
        home->clicked = -1;
        obey(home, command);
    }
}

/* Who plays: named, remembered, or asked. False: nobody, or a failure (`error` set). */
static bool find_person(struct home *home, const struct home_options *options, struct error *error)
{
    struct error recalled = {0};
    if (options->name || options->staff_number)
        return roster_player(home->store, options->class, options->name, options->staff_number,
                             &home->person, error);
    if (player_recall(home->store, &home->person, &recalled)) {
        /* Whoever played last on this machine need not be of the class. */
        if (!home->class || roster_admit(home->store, home->class->id, &home->person, NULL))
            return true;
    } else if (recalled.code != ERROR_NONE) {
        *error = recalled;
        return false;
    }
    return screen_who(home->tui, home->store, class_of(home), &home->person) &&
           player_remember(home->store, &home->person, error);
}

static void run(struct home *home)
{
    reload(home);
    while (!home->quit) {
        struct input input;
        draw(home);
        terminal_read(home->tui, -1, &input);
        if (input.kind == INPUT_STOP)
            home->quit = true;
        else
            answer(home, &input);
    }
    terminal_no_overlay(home->tui);
}

bool tui_home(struct tui *tui, struct store *store, struct library *library,
              const struct home_options *options, struct error *error)
{
    struct error local = {0};
    struct class_row class;
    struct home home = {
        .tui = tui, .store = store, .library = library, .clicked = -1, .last_way = WAY_PRACTICE};
    size_t count = (size_t)library_count(library) + 1;
    if (options->class) {
        if (!store_class(store, options->class, &class, error))
            return false;
        home.class = &class;
    }
    words_use(options->language);
    home.all = calloc(count, sizeof *home.all);
    home.items = calloc(count, sizeof *home.items);
    if (!home.all || !home.items)
        abort();
    bool found = find_person(&home, options, &local);
    if (found)
        run(&home);
    free(home.all);
    free(home.items);
    free(home.rows);
    free(home.results);
    if (local.code != ERROR_NONE && error)
        *error = local;
    return local.code == ERROR_NONE;
}
