/*
 * screen_vote.c: votes and picks from keys.
 */
#include "tui/screen_vote.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "tui/overlay.h"
#include "tui/screen_home.h"
#include "tui/screens.h"

enum { NOTICE_SIZE = 1200 };

struct voting {
    struct tui *tui;
    struct play *play;
    struct vote vote;
    struct deadline deadline; /* without a limit: the room takes its time */
    bool closed;
    int selected;
    bool briefing, help;
    int overlay_top;
    int top; /* of the dialogue; -1 follows */
    struct vote_drawn drawn;
    bool form_begun;
    struct form form; /* as far as it was filled in */
    char notice[NOTICE_SIZE];
    enum ink notice_ink;
};

static struct session *session_of(const struct voting *voting)
{
    return play_session(voting->play);
}

static bool is_over(const struct voting *voting)
{
    return session_phase(session_of(voting)) == SESSION_OVER;
}

static void notify(struct voting *voting, enum ink ink, const char *text)
{
    snprintf(voting->notice, sizeof voting->notice, "%s", text);
    voting->notice_ink = ink;
}

static void begin_turn(struct voting *voting)
{
    int options[RESPONSE_MAX];
    vote_begin(&voting->vote, session_options(session_of(voting), options));
    voting->closed = voting->form_begun = false;
    voting->selected = 0;
    voting->top = -1;
    voting->deadline = (struct deadline){.started_ms = clock_monotonic_ms(),
                                         .spent_ms = play_spent_ms(voting->play)};
}

/* ------------------------------------------------------------------------------- drawing ---- */

static uint64_t hidden_commands(const struct voting *voting)
{
    const uint64_t counting =
        COMMAND_BIT(VOTE_DIGIT) | COMMAND_BIT(VOTE_BACK) | COMMAND_BIT(VOTE_CLOSE);
    const uint64_t picking =
        COMMAND_BIT(VOTE_UP) | COMMAND_BIT(VOTE_SAY) | COMMAND_BIT(VOTE_REOPEN);
    uint64_t hidden = 0;
    if (is_over(voting))
        return counting | picking | COMMAND_BIT(VOTE_FORM);
    if (!session_form_open(session_of(voting)))
        hidden |= COMMAND_BIT(VOTE_FORM);
    return hidden | COMMAND_BIT(VOTE_FINISH) | (voting->closed ? counting : picking);
}

static void draw_briefing(struct voting *voting)
{
    const struct scenario *scenario = session_scenario(session_of(voting));
    enum language language = words_language();
    struct buffer text = {0};
    struct sheet *sheet = sheet_new(overlay_cols(voting->tui));
    sheet_add(sheet, &(struct paragraph){.text = scenario->brief.words[language], .tag = -1});
    sheet_blank(sheet);
    buffer_printf(&text, _("You are: %s. Customer: %s. At most %d turns."),
                  scenario->role_label.words[language], scenario->customer.name.words[language],
                  scenario->turns);
    sheet_add(sheet, &(struct paragraph){.text = text.data, .tag = -1});
    buffer_free(&text);
    sheet_add(sheet,
              &(struct paragraph){.text = _("Class: everyone votes for what to say. Press a number "
                                            "for each hand, v for the split; then the trainer "
                                            "picks."),
                                  .tag = -1});
    overlay_draw(voting->tui, scenario->title.words[language], sheet, _("Enter: begin · q: later"),
                 &voting->overlay_top);
    sheet_free(sheet);
}

static void draw(struct voting *voting)
{
    struct vote_view view = {.session = session_of(voting),
                             .language = words_language(),
                             .vote = &voting->vote,
                             .closed = voting->closed,
                             .selected = voting->selected,
                             .briefing = voting->briefing,
                             .top = voting->top,
                             .notice = voting->notice,
                             .notice_ink = voting->notice_ink,
                             .hidden = hidden_commands(voting),
                             .faint = voting->vote.total ? 0 : COMMAND_BIT(VOTE_BACK)};
    vote_draw(&view, terminal_canvas(voting->tui), &voting->drawn);
    if (voting->help)
        keys_help(vote_key_table, voting->tui, 0, NULL, &voting->overlay_top);
    else if (voting->briefing)
        draw_briefing(voting);
    else
        terminal_no_overlay(voting->tui);
    terminal_show(voting->tui);
}

/* --------------------------------------------------------------------------------- moves ---- */

static void say_failure(struct voting *voting, const struct error *error)
{
    char text[NOTICE_SIZE];
    if (error->code == ERROR_NOT_ALLOWED)
        snprintf(text, sizeof text, "%s", error->message);
    else
        snprintf(text, sizeof text, _("Not saved: %s. Nothing is lost: try again, or q to leave."),
                 error->message);
    notify(voting, INK_BAD, text);
}

/* What was said counts even if only the result could not be kept. */
static void after_move(struct voting *voting, int events_before, bool done,
                       const struct error *error)
{
    voting->notice[0] = '\0';
    if (session_event_count(session_of(voting)) > events_before)
        begin_turn(voting);
    if (!done)
        say_failure(voting, error);
}

static void say(struct voting *voting)
{
    struct error error = {0};
    int before = session_event_count(session_of(voting));
    bool done = vote_pick(voting->play, &voting->vote, voting->selected,
                          deadline_think_ms(&voting->deadline), &error);
    after_move(voting, before, done, &error);
}

static void begin_form(struct voting *voting)
{
    const struct vocabulary *vocabulary = session_scenario(session_of(voting))->vocabulary;
    if (voting->form_begun)
        return;
    voting->form = (struct form){0};
    for (int field = 0; field < FORM_FIELD_COUNT; field++)
        for (int i = 0; i < vocabulary->form_option_count[field]; i++)
            if (vocabulary->form_options[field][i].always)
                voting->form.options[field] = i;
    voting->form_begun = true;
}

static void file_form(struct voting *voting)
{
    struct error error = {0};
    if (!session_form_open(session_of(voting))) {
        notify(voting, INK_WARNING, _("It is not the moment for the referral form."));
        return;
    }
    begin_form(voting);
    if (screen_form(voting->tui, session_of(voting), &voting->deadline, &voting->form) !=
        FORM_FILED) {
        notify(voting, INK_WARNING, _("The form was not filed; what you entered is still there."));
        return;
    }
    struct form form = voting->form;
    int before = session_event_count(session_of(voting));
    bool done = play_file_form(voting->play, &form, deadline_think_ms(&voting->deadline), &error);
    after_move(voting, before, done, &error);
}

/* ---------------------------------------------------------------------------------- input ---- */

static void close_vote(struct voting *voting)
{
    voting->closed = true;
    voting->selected = vote_leader(&voting->vote);
}

static void digit(struct voting *voting, int option)
{
    if (voting->closed && option < voting->vote.options)
        voting->selected = option;
    else if (!voting->closed)
        vote_add(&voting->vote, option);
}

static void choose(struct voting *voting, int step)
{
    int count = voting->vote.options;
    if (voting->closed && count > 0)
        voting->selected = (voting->selected + step + count) % count;
}

static void scroll(struct voting *voting, int lines)
{
    int most = voting->drawn.lines - voting->drawn.rows, top = voting->drawn.top + lines;
    voting->top = top >= most ? (most > 0 ? most : -1) : top < 0 ? 0 : top;
}

enum going { GO_ON, GO_AWAY, GO_TO_DEBRIEF };

static enum going obey_moves(struct voting *voting, int command, int key)
{
    switch (command) {
    case VOTE_DIGIT:
        if (key >= '1' && key <= '9')
            digit(voting, key - '1');
        break;
    case VOTE_BACK:
        if (!voting->closed)
            vote_take_back(&voting->vote);
        break;
    case VOTE_CLOSE:
        close_vote(voting);
        break;
    case VOTE_REOPEN:
        voting->closed = false;
        break;
    case VOTE_UP:
        choose(voting, -1);
        break;
    case VOTE_DOWN:
        choose(voting, 1);
        break;
    case VOTE_SAY:
        if (voting->closed)
            say(voting);
        else
            close_vote(voting);
        break;
    case VOTE_FORM:
        file_form(voting);
        break;
    default:
        break;
    }
    return GO_ON;
}

static enum going obey(struct voting *voting, int command, int key)
{
    int page = voting->drawn.rows > 1 ? voting->drawn.rows - 1 : 1;
    switch (command) {
    case VOTE_PAGE_UP:
        scroll(voting, -page);
        return GO_ON;
    case VOTE_PAGE_DOWN:
        scroll(voting, page);
        return GO_ON;
    case VOTE_HELP:
        voting->help = true;
        voting->overlay_top = 0;
        return GO_ON;
    case VOTE_LEAVE:
        return GO_AWAY;
    case VOTE_SAY:
    case VOTE_FINISH:
        if (is_over(voting))
            return GO_TO_DEBRIEF;
        break;
    default:
        break;
    }
    return is_over(voting) ? GO_ON : obey_moves(voting, command, key);
}

static enum going brief(struct voting *voting, const struct input *input)
{
    if (input->kind == INPUT_KEY && (input->key == 'q' || input->key == KEYCAP_ESCAPE))
        return GO_AWAY;
    if (input->kind == INPUT_CLICK || (input->kind == INPUT_KEY && input->key == KEYCAP_ENTER)) {
        voting->briefing = false;
        begin_turn(voting);
    } else {
        keys_help_input(input, &voting->overlay_top);
    }
    return GO_ON;
}

static enum going answer(struct voting *voting, const struct input *input)
{
    if (voting->help) {
        voting->help = keys_help_input(input, &voting->overlay_top);
        return GO_ON;
    }
    if (voting->briefing)
        return brief(voting, input);
    int command = keys_command(vote_key_table, voting->tui, input);
    if (input->kind == INPUT_WHEEL) {
        scroll(voting, 2 * input->wheel);
    } else if (input->kind == INPUT_CLICK && command < 0) {
        int zone = terminal_zone(voting->tui, input);
        if (zone >= 0 && !is_over(voting))
            digit(voting, zone); /* a click is a vote, or chooses */
    } else if (input->kind == INPUT_KEY || command >= 0) {
        voting->notice[0] = '\0';
        return obey(voting, command, input->key);
    }
    return GO_ON;
}

bool screen_vote(struct tui *tui, struct play *play, enum tui_outcome *outcome, struct error *error)
{
    struct voting voting = {.tui = tui, .play = play, .top = -1};
    struct input input;
    bool done = true;
    *outcome = TUI_HOME;
    voting.briefing =
        session_event_count(play_session(play)) == 1 && play_row(play)->state == SESSION_OPEN;
    begin_turn(&voting);
    enum going going = play_row(play)->state == SESSION_OPEN ? GO_ON : GO_TO_DEBRIEF;
    while (going == GO_ON) {
        draw(&voting);
        terminal_read(tui, -1, &input);
        going = input.kind == INPUT_STOP ? GO_AWAY : answer(&voting, &input);
    }
    terminal_no_overlay(tui);
    if (going == GO_TO_DEBRIEF)
        done = tui_debrief(tui, play, outcome, error);
    bool in_turn = !voting.briefing && !is_over(&voting);
    play_close(play, in_turn ? deadline_think_ms(&voting.deadline) : 0);
    if (tui_stop_signal())
        *outcome = TUI_QUIT;
    return done;
}
