/*
 * screen_review.c: keys of the review, the solving before it, and the ways out of it: to the line
 * that would have been better, and to a new session that plays on from a turn.
 */
#include "tui/screen_review.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "tui/overlay.h"
#include "tui/screen_home.h"
#include "tui/screens.h"

enum { HABIT_SESSIONS = 10, PROGRESS_MS = 50 };

struct reviewing {
    struct tui *tui;
    struct play *play;
    struct reviewer *reviewer;
    const struct review *review;
    struct habit habit;
    bool has_habit;
    char habit_error[256];
    int selected, top;
    int clicked; /* turn that was clicked on since the last key; -1 for none */
    struct review_drawn drawn;
    bool help;
    int help_top;
    char notice[512]; /* what went wrong; "" for nothing */
    enum tui_outcome outcome;
    bool done;
};

/* --------------------------------------------------------------------------------- solving ---- */

struct solving {
    struct tui *tui;
    struct play *play;
    int64_t shown_ms; /* when it was shown last; 0: not yet */
    bool given_up;
};

/* Called by the solver: shows how far it is, and asks whether that is still wanted. */
static bool show_progress(void *data, int turn, uint64_t states)
{
    struct solving *solving = data;
    struct buffer text = {0};
    struct input input;
    int64_t now = clock_monotonic_ms();
    if (solving->shown_ms && now - solving->shown_ms < PROGRESS_MS)
        return true;
    solving->shown_ms = now;
    review_title(session_scenario(play_session(solving->play)), play_row(solving->play),
                 terminal_canvas(solving->tui));
    buffer_printf(&text, _("turn %d, %llu states"), turn, (unsigned long long)states);
    overlay_notice(solving->tui, _("Working out every conversation…"), text.data,
                   _("Esc: not now"));
    buffer_free(&text);
    terminal_show(solving->tui);
    terminal_read(solving->tui, 0, &input);
    bool left = input.kind == INPUT_KEY && (input.key == KEYCAP_ESCAPE || input.key == 'q');
    solving->given_up = left || input.kind == INPUT_STOP;
    return !solving->given_up;
}

static void find_habit(struct reviewing *reviewing)
{
    struct error error = {0};
    habit_free(&reviewing->habit);
    reviewing->habit_error[0] = '\0';
    reviewing->has_habit =
        habit_find(play_store(reviewing->play), play_row(reviewing->play)->person.id,
                   HABIT_SESSIONS, &reviewing->habit, &error);
    if (!reviewing->has_habit && error.code != ERROR_NONE)
        describe_error(&error, reviewing->habit_error, sizeof reviewing->habit_error);
}

/* --------------------------------------------------------------------------------- showing ---- */

static void draw_help(struct reviewing *reviewing)
{
    struct buffer notes = {0};
    for (int i = 0; i < PICK_CLASS_COUNT; i++)
        buffer_printf(&notes, "%s %s   ", pick_class_sign((enum pick_class)i),
                      pick_class_label((enum pick_class)i));
    buffer_add(&notes, _("! breaks a critical rule   ▲ turning point"));
    char *legend = keys_legend(reviewing->tui, notes.data);
    keys_help(review_key_table, reviewing->tui, 0, legend, &reviewing->help_top);
    free(legend);
    buffer_free(&notes);
}

static void draw(struct reviewing *reviewing)
{
    const struct event *const *events;
    struct session *session = play_session(reviewing->play);
    bool any = reviewing->review->count > 0;
    session_transcript(session, &events);
    struct review_view view = {
        .review = reviewing->review,
        .scenario = session_scenario(session),
        .row = play_row(reviewing->play),
        .heard = any ? events[reviewing->selected]->says : NULL,
        .habit = reviewing->has_habit ? &reviewing->habit : NULL,
        .habit_error = reviewing->habit_error,
        .language = words_language(),
        .selected = reviewing->selected,
        .top = reviewing->top,
    };
    review_draw(&view, terminal_canvas(reviewing->tui), &reviewing->drawn);
    if (reviewing->help)
        draw_help(reviewing);
    else if (reviewing->notice[0])
        overlay_notice(reviewing->tui, _("Review"), reviewing->notice, _("any key: close"));
    else
        terminal_no_overlay(reviewing->tui);
    terminal_show(reviewing->tui);
}

/* ----------------------------------------------------------------------------------- moves ---- */

static void choose(struct reviewing *reviewing, int index)
{
    int last = reviewing->review->count - 1;
    index = index > last ? last : index;
    reviewing->selected = index < 0 ? 0 : index;
    reviewing->top = 0;
}

static void leave(struct reviewing *reviewing, enum tui_outcome outcome)
{
    reviewing->outcome = outcome;
    reviewing->done = true;
}

static int selected_turn(const struct reviewing *reviewing)
{
    return reviewing->review->picks[reviewing->selected].event->turn;
}

static void show_better_line(struct reviewing *reviewing)
{
    struct error error = {0};
    if (reviewing->review->count == 0)
        return;
    struct session *session =
        reviewer_better_line(reviewing->reviewer, reviewing->selected, &error);
    if (session)
        screen_line(reviewing->tui, session, _("Better line"), selected_turn(reviewing));
    else
        describe_error(&error, reviewing->notice, sizeof reviewing->notice);
    session_free(session);
}

/* A new session with the moves before this turn; back here when it is left. */
static void play_on(struct reviewing *reviewing)
{
    struct error error = {0};
    enum tui_outcome outcome = TUI_HOME;
    if (reviewing->review->count == 0)
        return;
    struct play *play = play_branch(reviewing->play, selected_turn(reviewing),
                                    &play_row(reviewing->play)->person, &error);
    if (!play || !tui_play(reviewing->tui, play, &outcome, &error))
        describe_error(&error, reviewing->notice, sizeof reviewing->notice);
    if (outcome != TUI_HOME)
        leave(reviewing, outcome);
    else
        find_habit(reviewing); /* the new session counts */
}

static void obey(struct reviewing *reviewing, int command)
{
    int page = reviewing->drawn.rows > 1 ? reviewing->drawn.rows - 1 : 1;
    switch (command) {
    case REVIEW_UP:
        choose(reviewing, reviewing->selected - 1);
        break;
    case REVIEW_DOWN:
        choose(reviewing, reviewing->selected + 1);
        break;
    case REVIEW_FIRST:
        choose(reviewing, 0);
        break;
    case REVIEW_LAST:
        choose(reviewing, reviewing->review->count);
        break;
    case REVIEW_TURNING_POINT:
        if (reviewing->review->turning_point >= 0)
            choose(reviewing, reviewing->review->turning_point);
        break;
    case REVIEW_PAGE_UP:
        reviewing->top = reviewing->drawn.top - page;
        break;
    case REVIEW_PAGE_DOWN:
        reviewing->top = reviewing->drawn.top + page;
        break;
    case REVIEW_BETTER:
        show_better_line(reviewing);
        break;
    case REVIEW_BRANCH:
        play_on(reviewing);
        break;
    case REVIEW_HELP:
        reviewing->help = true;
        reviewing->help_top = 0;
        break;
    case REVIEW_BACK:
        leave(reviewing, TUI_HOME);
        break;
    default:
        break;
    }
}

static void click(struct reviewing *reviewing, const struct input *input)
{
    int zone = terminal_zone(reviewing->tui, input);
    if (zone < 0 || zone >= reviewing->review->count)
        return;
    choose(reviewing, zone);
    if (zone == reviewing->clicked)
        show_better_line(reviewing);
    reviewing->clicked = zone;
}

static void answer(struct reviewing *reviewing, const struct input *input)
{
    if (reviewing->help) {
        reviewing->help = keys_help_input(input, &reviewing->help_top);
        return;
    }
    if (reviewing->notice[0]) {
        if (input->kind == INPUT_KEY || input->kind == INPUT_CLICK)
            reviewing->notice[0] = '\0';
        return;
    }
    int command = keys_command(review_key_table, reviewing->tui, input);
    if (input->kind == INPUT_WHEEL) {
        reviewing->top = reviewing->drawn.top + 2 * input->wheel;
    } else if (input->kind == INPUT_CLICK && command < 0) {
        click(reviewing, input);
    } else if (input->kind == INPUT_KEY || command >= 0) {
        reviewing->clicked = -1;
        obey(reviewing, command);
    }
}

static void review(struct reviewing *reviewing)
{
    reviewing->review = reviewer_review(reviewing->reviewer);
    find_habit(reviewing);
    choose(reviewing, reviewing->review->turning_point);
    while (!reviewing->done) {
        struct input input;
        draw(reviewing);
        terminal_read(reviewing->tui, -1, &input);
        if (input.kind == INPUT_STOP)
            leave(reviewing, TUI_QUIT);
        else
            answer(reviewing, &input);
    }
    habit_free(&reviewing->habit);
    reviewer_free(reviewing->reviewer);
}

bool tui_review(struct tui *tui, struct play *play, enum tui_outcome *outcome, struct error *error)
{
    struct solving solving = {.tui = tui, .play = play};
    struct reviewing reviewing = {.tui = tui, .play = play, .clicked = -1, .outcome = TUI_HOME};
    reviewing.reviewer = reviewer_new(play, show_progress, &solving, error);
    terminal_no_overlay(tui);
    if (reviewing.reviewer)
        review(&reviewing);
    terminal_no_overlay(tui);
    *outcome = tui_stop_signal() ? TUI_QUIT : reviewing.outcome;
    return reviewing.reviewer || solving.given_up;
}
