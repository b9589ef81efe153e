/*
 * screen_play.c: makes moves from keys and views from the play.
 *
 * Think time runs from the moment the responses of a turn are on the screen; the form and the help
 * do not stop it. Whether a limit has passed is the engine's decision: the screen only asks.
 */
#include "tui/screen_play.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "practice/debrief.h"
#include "tui/dialogue.h"
#include "tui/overlay.h"
#include "tui/screens.h"

enum { RETRY_MS = 1000, DEAF_MS = 800, NOTICE_SIZE = 1200 };

struct playing {
    struct tui *tui;
    struct play *play;
    struct deadline deadline;
    bool briefing; /* the task is being read; no turn has been shown yet */
    bool help;
    int overlay_top;
    int selected;
    int clicked; /* response that was clicked on since the last key; -1 for none */
    int top;     /* of the dialogue; -1 follows */
    struct play_drawn drawn;
    bool form_begun;
    struct form form; /* as far as it was filled in when it was left */
    char notice[NOTICE_SIZE];
    enum ink notice_ink;
    int64_t deaf_until_ms; /* monotonic: no response is taken before that */
    bool failed; /* the last move was not kept: wait a little before trying by ourselves */
};

static struct session *session_of(const struct playing *playing)
{
    return play_session(playing->play);
}

static bool is_over(const struct playing *playing)
{
    return session_phase(session_of(playing)) == SESSION_OVER;
}

static int option_count(const struct playing *playing)
{
    int options[RESPONSE_MAX];
    return session_options(session_of(playing), options);
}

static void notify(struct playing *playing, enum ink ink, const char *text)
{
    snprintf(playing->notice, sizeof playing->notice, "%s", text);
    playing->notice_ink = ink;
}

/* A new turn is before the trainee: its clock starts. */
static void begin_turn(struct playing *playing)
{
    playing->selected = 0;
    playing->clicked = -1;
    playing->top = -1;
    playing->form_begun = false;
    playing->deadline = (struct deadline){
        .started_ms = clock_monotonic_ms(),
        .spent_ms = play_spent_ms(playing->play),
        .limit_seconds = session_limit_seconds(session_of(playing)),
    };
}

/* --------------------------------------------------------------------------------- drawing ---- */

static int64_t think_ms_of_past_turns(const struct session *session)
{
    int64_t total = 0;
    for (int i = 0; i < session_event_count(session); i++)
        if (session_event(session, i)->kind != EVENT_HINT)
            total += session_event(session, i)->think_ms;
    return total;
}

static uint64_t hidden_commands(const struct playing *playing)
{
    const uint64_t coach = COMMAND_BIT(PLAY_HINT) | COMMAND_BIT(PLAY_TAKE_BACK);
    const uint64_t moves = COMMAND_BIT(PLAY_UP) | COMMAND_BIT(PLAY_SAY) | COMMAND_BIT(PLAY_FORM);
    if (is_over(playing))
        return coach | moves | COMMAND_BIT(PLAY_DIGIT) | COMMAND_BIT(PLAY_QUIT);
    uint64_t hidden = COMMAND_BIT(PLAY_FINISH) | COMMAND_BIT(PLAY_CLOSE);
    if (session_mode(session_of(playing)) != MODE_PRACTICE)
        hidden |= coach;
    return hidden;
}

/* In an exam the key line does not give away that the form is due. */
static uint64_t faint_commands(const struct playing *playing)
{
    const struct session *session = session_of(playing);
    uint64_t faint = 0;
    if (!session_hint_open(session))
        faint |= COMMAND_BIT(PLAY_HINT);
    if (!session_can_take_back(session))
        faint |= COMMAND_BIT(PLAY_TAKE_BACK);
    if (session_mode(session) == MODE_PRACTICE && !session_form_open(session))
        faint |= COMMAND_BIT(PLAY_FORM);
    return faint;
}

static struct play_view make_view(const struct playing *playing)
{
    const struct session *session = session_of(playing);
    int64_t think =
        playing->briefing || is_over(playing) ? 0 : deadline_think_ms(&playing->deadline);
    int64_t left = (int64_t)playing->deadline.limit_seconds * 1000 - think;
    bool counting_down = playing->deadline.limit_seconds > 0 && !is_over(playing);
    return (struct play_view){
        .session = session,
        .language = words_language(),
        .clock_ms = counting_down ? left : think_ms_of_past_turns(session) + think,
        .counting_down = counting_down,
        .hurry = counting_down && left <= HURRY_MS,
        .briefing = playing->briefing,
        .selected = playing->selected,
        .top = playing->top,
        .notice = playing->notice,
        .notice_ink = playing->notice_ink,
        .hidden = hidden_commands(playing),
        .faint = faint_commands(playing),
    };
}

/* What the trainee is told before the first line. */
static void draw_briefing(struct playing *playing)
{
    const struct session *session = session_of(playing);
    const struct scenario *scenario = session_scenario(session);
    enum language language = words_language();
    struct buffer text = {0};
    struct sheet *sheet = sheet_new(overlay_cols(playing->tui));
    sheet_add(sheet, &(struct paragraph){.text = scenario->brief.words[language], .tag = -1});
    sheet_blank(sheet);
    buffer_printf(&text, _("You are: %s. Customer: %s. At most %d turns."),
                  scenario->role_label.words[language], scenario->customer.name.words[language],
                  scenario->turns);
    sheet_add(sheet, &(struct paragraph){.text = text.data, .tag = -1});
    buffer_free(&text);
    sheet_add(sheet, &(struct paragraph){
                         .text = session_mode(session) == MODE_EXAM
                                     ? _("Exam: no hints, no taking back, and some answers are "
                                         "timed. The clock starts when you go on.")
                                     : _("Practice: the coach comments, h gives a hint, u takes "
                                         "back."),
                         .tag = -1});
    overlay_draw(playing->tui, scenario->title.words[language], sheet, _("Enter: begin · q: later"),
                 &playing->overlay_top);
    sheet_free(sheet);
}

static void draw(struct playing *playing)
{
    struct play_view view = make_view(playing);
    play_draw(&view, terminal_canvas(playing->tui), &playing->drawn);
    if (playing->help)
        keys_help(play_key_table, playing->tui, view.hidden,
                  _("Hold Shift to select text with the mouse."), &playing->overlay_top);
    else if (playing->briefing)
        draw_briefing(playing);
    else
        terminal_no_overlay(playing->tui);
    terminal_show(playing->tui);
}

/* ----------------------------------------------------------------------------------- moves ---- */

/* Says that a move was not made. Nothing has changed then; it can be tried again. */
static void say_failure(struct playing *playing, const struct error *error)
{
    char text[NOTICE_SIZE];
    playing->failed = true;
    if (error->code == ERROR_NOT_ALLOWED)
        snprintf(text, sizeof text, "%s", error->message);
    else
        snprintf(text, sizeof text, _("Not saved: %s. Nothing is lost: try again, or q to leave."),
                 error->message);
    notify(playing, INK_BAD, text);
}

/* After a move that ends a turn. What was said counts even if only the result could not be kept. */
static void after_move(struct playing *playing, int events_before, bool done,
                       const struct error *error)
{
    bool moved = session_event_count(session_of(playing)) > events_before;
    playing->notice[0] = '\0';
    playing->failed = false;
    if (moved)
        begin_turn(playing);
    if (!done)
        say_failure(playing, error);
}

static void say(struct playing *playing, int index)
{
    struct error error = {0};
    int options[RESPONSE_MAX];
    int count = session_options(session_of(playing), options);
    if (index < 0 || index >= count || clock_monotonic_ms() < playing->deaf_until_ms)
        return;
    int before = session_event_count(session_of(playing));
    bool done =
        play_pick(playing->play, options[index], deadline_think_ms(&playing->deadline), &error);
    after_move(playing, before, done, &error);
}

static void ask_hint(struct playing *playing)
{
    struct error error = {0};
    int act;
    if (!session_hint_open(session_of(playing))) {
        notify(playing, INK_WARNING, _("No hint here: one a turn, and not at every turn."));
        return;
    }
    playing->notice[0] = '\0';
    playing->top = -1;
    if (!play_hint(playing->play, deadline_think_ms(&playing->deadline), &act, &error))
        say_failure(playing, &error);
}

static void take_back(struct playing *playing)
{
    struct error error = {0};
    if (!session_can_take_back(session_of(playing))) {
        notify(playing, INK_WARNING, _("There is nothing to take back yet."));
        return;
    }
    int before = session_event_count(session_of(playing));
    bool done = play_take_back(playing->play, deadline_think_ms(&playing->deadline), &error);
    after_move(playing, before, done, &error);
    if (done)
        notify(playing, INK_COACH, _("Taken back; that stays on record."));
}

static void run_out_of_time(struct playing *playing)
{
    struct error error = {0};
    int before = session_event_count(session_of(playing));
    playing->help = false;
    bool done = play_time_out(playing->play, deadline_think_ms(&playing->deadline), &error);
    after_move(playing, before, done, &error);
    if (!done)
        return;
    notify(playing, INK_WARNING, _("Time was up: you said nothing in time."));
    /* A key meant for the responses that have just gone must not choose one of the new ones. */
    playing->deaf_until_ms = clock_monotonic_ms() + DEAF_MS;
}

/* Every choice starts at the entry that claims nothing. */
static void begin_form(struct playing *playing)
{
    const struct vocabulary *vocabulary = session_scenario(session_of(playing))->vocabulary;
    if (playing->form_begun)
        return;
    playing->form = (struct form){0};
    for (int field = 0; field < FORM_FIELD_COUNT; field++)
        for (int i = 0; i < vocabulary->form_option_count[field]; i++)
            if (vocabulary->form_options[field][i].always)
                playing->form.options[field] = i;
    playing->form_begun = true;
}

static void file_form(struct playing *playing)
{
    struct error error = {0};
    struct session *session = session_of(playing);
    if (!session_form_open(session)) {
        notify(playing, INK_WARNING, _("It is not the moment for the referral form."));
        return;
    }
    begin_form(playing);
    enum form_outcome outcome =
        screen_form(playing->tui, session, &playing->deadline, &playing->form);
    if (outcome == FORM_CANCELLED)
        notify(playing, INK_WARNING, _("The form was not filed; what you entered is still there."));
    if (outcome != FORM_FILED)
        return;
    struct form form = playing->form;
    int before = session_event_count(session);
    bool done = play_file_form(playing->play, &form, deadline_think_ms(&playing->deadline), &error);
    after_move(playing, before, done, &error);
    if (done)
        notify(playing, INK_COACH, _("The form is filed."));
}

/* ----------------------------------------------------------------------------------- input ---- */

static void choose(struct playing *playing, int step)
{
    int count = option_count(playing);
    if (count > 0)
        playing->selected = (playing->selected + step + count) % count;
}

static void scroll(struct playing *playing, int lines)
{
    const struct play_drawn *drawn = &playing->drawn;
    int most = drawn->lines - drawn->rows, top = drawn->top + lines;
    playing->top = top >= most ? (most > 0 ? most : -1) : top < 0 ? 0 : top;
}

static void click(struct playing *playing, int index)
{
    if (index == playing->clicked) {
        say(playing, index);
        return;
    }
    playing->selected = playing->clicked = index;
}

enum going { GO_ON, GO_AWAY, GO_TO_DEBRIEF };

static enum going obey(struct playing *playing, int command, int key)
{
    int page = playing->drawn.rows > 1 ? playing->drawn.rows - 1 : 1;
    switch (command) {
    case PLAY_UP:
        choose(playing, -1);
        break;
    case PLAY_DOWN:
        choose(playing, 1);
        break;
    case PLAY_SAY:
    case PLAY_FINISH:
        if (is_over(playing))
            return GO_TO_DEBRIEF;
        say(playing, playing->selected);
        break;
    case PLAY_DIGIT:
        say(playing, key - '1');
        break;
    case PLAY_PAGE_UP:
        scroll(playing, -page);
        break;
    case PLAY_PAGE_DOWN:
        scroll(playing, page);
        break;
    case PLAY_TOP:
        playing->top = 0;
        break;
    case PLAY_END:
        scroll(playing, playing->drawn.lines);
        break;
    case PLAY_HELP:
        playing->help = true;
        playing->overlay_top = 0;
        break;
    case PLAY_QUIT:
    case PLAY_CLOSE:
        return GO_AWAY;
    default:
        if (command < 0 || is_over(playing) || (hidden_commands(playing) & COMMAND_BIT(command)))
            break;
        if (command == PLAY_HINT)
            ask_hint(playing);
        else if (command == PLAY_TAKE_BACK)
            take_back(playing);
        else if (command == PLAY_FORM)
            file_form(playing);
    }
    return GO_ON;
}

static enum going brief(struct playing *playing, const struct input *input)
{
    if (input->kind == INPUT_KEY && (input->key == 'q' || input->key == KEYCAP_ESCAPE))
        return GO_AWAY;
    if (input->kind == INPUT_CLICK || (input->kind == INPUT_KEY && input->key == KEYCAP_ENTER)) {
        playing->briefing = false;
        begin_turn(playing);
    } else {
        keys_help_input(input, &playing->overlay_top);
    }
    return GO_ON;
}

static enum going answer(struct playing *playing, const struct input *input)
{
    if (playing->help) {
        playing->help = keys_help_input(input, &playing->overlay_top);
        return GO_ON;
    }
    if (playing->briefing)
        return brief(playing, input);
    int command = keys_command(play_key_table, playing->tui, input);
    if (input->kind == INPUT_WHEEL)
        scroll(playing, 2 * input->wheel);
    else if (input->kind == INPUT_CLICK && command < 0) {
        int zone = terminal_zone(playing->tui, input);
        if (zone >= 0 && !is_over(playing))
            click(playing, zone);
    } else if (input->kind == INPUT_KEY || command >= 0) {
        playing->clicked = -1;
        if (playing->notice_ink != INK_BAD) /* what went wrong stays until a move is made */
            playing->notice[0] = '\0';
        return obey(playing, command, input->key);
    }
    return GO_ON;
}

static int wait_ms(const struct playing *playing)
{
    if (is_over(playing) || playing->briefing)
        return -1;
    return playing->failed ? RETRY_MS : deadline_wait_ms(&playing->deadline);
}

/* Plays until it is over or left. */
static enum going converse(struct playing *playing)
{
    enum going going = GO_ON;
    struct input input;
    while (going == GO_ON) {
        draw(playing);
        terminal_read(playing->tui, wait_ms(playing), &input);
        if (input.kind == INPUT_STOP)
            return GO_AWAY;
        bool timed = !playing->briefing && !is_over(playing);
        bool retry = !playing->failed || input.kind != INPUT_NONE;
        if (timed && retry && deadline_passed(&playing->deadline))
            run_out_of_time(playing);
        else
            going = answer(playing, &input);
        if (input.kind == INPUT_NONE)
            playing->failed = false;
    }
    return going;
}

bool tui_play(struct tui *tui, struct play *play, enum tui_outcome *outcome, struct error *error)
{
    if (session_mode(play_session(play)) == MODE_CLASS)
        return screen_vote(tui, play, outcome, error);
    struct playing playing = {.tui = tui, .play = play, .clicked = -1, .top = -1};
    bool done = true;
    *outcome = TUI_HOME;
    playing.briefing = session_event_count(play_session(play)) == 1 && play_spent_ms(play) == 0 &&
                       play_row(play)->state == SESSION_OPEN;
    begin_turn(&playing);
    enum going going = GO_TO_DEBRIEF;
    if (play_row(play)->state == SESSION_OPEN)
        going = converse(&playing);
    terminal_no_overlay(tui);
    if (going == GO_TO_DEBRIEF)
        done = tui_debrief(tui, play, outcome, error);
    bool in_turn = !playing.briefing && !is_over(&playing);
    int64_t think_ms = in_turn ? deadline_think_ms(&playing.deadline) : 0;
    play_close(play, think_ms);
    if (tui_stop_signal())
        *outcome = TUI_QUIT;
    return done;
}
