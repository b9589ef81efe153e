/*
 * screen_debrief.c: keys of the debrief, and the way to the transcript and the review.
 */
#include "tui/screen_debrief.h"

#include <stdlib.h>

#include "tui/overlay.h"
#include "tui/screen_home.h"
#include "tui/screens.h"

struct debriefing {
    struct tui *tui;
    struct play *play; /* NULL: it was watched, and there is nothing to look at but verdicts */
    const struct scenario *scenario;
    const struct session_row *row;
    struct debrief *debrief;
    int selected, top;
    int clicked; /* rule that was clicked on since the last key; -1 for none */
    struct debrief_drawn drawn;
    bool help;
    int help_top;
    char notice[512]; /* what went wrong; "" for nothing */
    enum tui_outcome outcome;
    bool done;
};

/* Without picks there are no turns to see, no prices, and nothing to play again. */
static uint64_t hidden_commands(const struct debriefing *debriefing)
{
    return debriefing->play ? 0
                            : COMMAND_BIT(DEBRIEF_JUMP) | COMMAND_BIT(DEBRIEF_REVIEW) |
                                  COMMAND_BIT(DEBRIEF_TRANSCRIPT) | COMMAND_BIT(DEBRIEF_AGAIN) |
                                  COMMAND_BIT(DEBRIEF_NEXT);
}

static void draw(struct debriefing *debriefing)
{
    struct debrief_view view = {
        .debrief = debriefing->debrief,
        .scenario = debriefing->scenario,
        .row = debriefing->row,
        .hidden = hidden_commands(debriefing),
        .language = words_language(),
        .selected = debriefing->selected,
        .top = debriefing->top,
    };
    debrief_draw(&view, terminal_canvas(debriefing->tui), &debriefing->drawn);
    if (debriefing->help)
        keys_help(debrief_key_table, debriefing->tui, hidden_commands(debriefing),
                  _("√ kept   △ partly   × broken   · not called for   ! critical"),
                  &debriefing->help_top);
    else if (debriefing->notice[0])
        overlay_notice(debriefing->tui, _("Review"), debriefing->notice, _("any key: close"));
    else
        terminal_no_overlay(debriefing->tui);
    terminal_show(debriefing->tui);
}

static void choose(struct debriefing *debriefing, int index)
{
    int last = debriefing->debrief->rule_count - 1;
    index = index > last ? last : index;
    debriefing->selected = index < 0 ? 0 : index;
    debriefing->top = 0;
}

/* The turn to look at first: one that broke the rule, if there is one. */
static int turn_of(const struct debrief_rule *rule)
{
    for (int i = 0; i < rule->turn_count; i++)
        if (!rule->turn_good[i])
            return rule->turns[i];
    return rule->turn_count > 0 ? rule->turns[0] : 0;
}

static void jump(struct debriefing *debriefing)
{
    if (debriefing->debrief->rule_count == 0)
        return;
    const struct debrief_rule *rule = &debriefing->debrief->rules[debriefing->selected];
    screen_transcript(debriefing->tui, debriefing->play, rule, turn_of(rule));
}

static void leave(struct debriefing *debriefing, enum tui_outcome outcome)
{
    debriefing->outcome = outcome;
    debriefing->done = true;
}

static void review(struct debriefing *debriefing)
{
    struct error error = {0};
    enum tui_outcome outcome;
    if (!tui_review(debriefing->tui, debriefing->play, &outcome, &error))
        describe_error(&error, debriefing->notice, sizeof debriefing->notice);
    else if (outcome != TUI_HOME)
        leave(debriefing, outcome);
}

static void obey(struct debriefing *debriefing, int command)
{
    int page = debriefing->drawn.rows > 1 ? debriefing->drawn.rows - 1 : 1;
    if (command >= 0 && (hidden_commands(debriefing) & COMMAND_BIT(command)))
        return;
    switch (command) {
    case DEBRIEF_UP:
        choose(debriefing, debriefing->selected - 1);
        break;
    case DEBRIEF_DOWN:
        choose(debriefing, debriefing->selected + 1);
        break;
    case DEBRIEF_FIRST:
        choose(debriefing, 0);
        break;
    case DEBRIEF_LAST:
        choose(debriefing, debriefing->debrief->rule_count);
        break;
    case DEBRIEF_PAGE_UP:
        debriefing->top = debriefing->drawn.top - page;
        break;
    case DEBRIEF_PAGE_DOWN:
        debriefing->top = debriefing->drawn.top + page;
        break;
    case DEBRIEF_JUMP:
        jump(debriefing);
        break;
    case DEBRIEF_REVIEW:
        review(debriefing);
        break;
    case DEBRIEF_TRANSCRIPT:
        screen_transcript(debriefing->tui, debriefing->play, NULL, -1);
        break;
    case DEBRIEF_HELP:
        debriefing->help = true;
        debriefing->help_top = 0;
        break;
    case DEBRIEF_AGAIN:
        leave(debriefing, TUI_AGAIN);
        break;
    case DEBRIEF_NEXT:
        leave(debriefing, TUI_NEXT);
        break;
    case DEBRIEF_HOME:
        leave(debriefing, TUI_HOME);
        break;
    default:
        break;
    }
}

static void click(struct debriefing *debriefing, const struct input *input)
{
    int zone = terminal_zone(debriefing->tui, input);
    if (zone < 0 || zone >= debriefing->debrief->rule_count)
        return;
    if (zone == debriefing->clicked && debriefing->play)
        jump(debriefing);
    choose(debriefing, zone);
    debriefing->clicked = zone;
}

static void answer(struct debriefing *debriefing, const struct input *input)
{
    if (debriefing->help) {
        debriefing->help = keys_help_input(input, &debriefing->help_top);
        return;
    }
    if (debriefing->notice[0]) {
        if (input->kind == INPUT_KEY || input->kind == INPUT_CLICK)
            debriefing->notice[0] = '\0';
        return;
    }
    int command = keys_command(debrief_key_table, debriefing->tui, input);
    if (input->kind == INPUT_WHEEL) {
        debriefing->top = debriefing->drawn.top + 2 * input->wheel;
    } else if (input->kind == INPUT_CLICK && command < 0) {
        click(debriefing, input);
    } else if (input->kind == INPUT_KEY || command >= 0) {
        debriefing->clicked = -1;
        obey(debriefing, command);
    }
}

static void run(struct debriefing *debriefing)
{
    while (!debriefing->done) {
        struct input input;
        draw(debriefing);
        terminal_read(debriefing->tui, -1, &input);
        if (input.kind == INPUT_STOP)
            leave(debriefing, TUI_QUIT);
        else
            answer(debriefing, &input);
    }
    terminal_no_overlay(debriefing->tui);
}

void screen_judgement(struct tui *tui, const struct scenario *scenario,
                      const struct session_row *row, struct debrief *debrief)
{
    struct debriefing debriefing = {
        .tui = tui, .scenario = scenario, .row = row, .debrief = debrief, .clicked = -1};
    run(&debriefing);
}

bool tui_debrief(struct tui *tui, struct play *play, enum tui_outcome *outcome, struct error *error)
{
    *outcome = TUI_HOME;
    if (session_phase(play_session(play)) != SESSION_OVER)
        return error_set(error, ERROR_NOT_ALLOWED, "%s",
                         _("this session is unfinished: there is nothing to debrief yet"));
    struct debriefing debriefing = {.tui = tui,
                                    .play = play,
                                    .scenario = session_scenario(play_session(play)),
                                    .row = play_row(play),
                                    .clicked = -1};
    debriefing.debrief = calloc(1, sizeof *debriefing.debrief);
    if (!debriefing.debrief)
        abort();
    debrief_make(play, words_language(), debriefing.debrief);
    run(&debriefing);
    free(debriefing.debrief);
    *outcome = debriefing.outcome;
    return true;
}
