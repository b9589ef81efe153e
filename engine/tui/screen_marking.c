/*
 * screen_marking.c: keys of one marking: choosing a turn and a criterion, rating, commenting,
 * submitting. Everything is kept as it is put down.
 */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "tui/overlay.h"
#include "tui/screen_grade.h"
#include "tui/screen_home.h"
#include "tui/typing.h"

enum { PROGRESS_MS = 50, LEVEL_FIRST = 3 /* where the arrows begin: in the middle */ };

enum overlay {
    OVERLAY_NONE,
    OVERLAY_HELP,
    OVERLAY_ANCHORS,
    OVERLAY_HISTORY,
    OVERLAY_LEVEL, /* Enter was pressed, and there is no level that it could give */
    OVERLAY_NOTICE
};

struct marking_screen {
    struct tui *tui;
    struct marking *marking;
    const struct rubric *rubric;
    struct reviewer *reviewer; /* NULL: no prices */
    struct debrief *debrief;   /* NULL for an exercise */
    int turn, turns;           /* chosen, and the last; -1: there are none */
    bool follow;
    int top;
    int criterion;
    int level;   /* under the cursor; 0: none yet */
    bool chosen; /* it was chosen by the arrows, so that Enter may give it */
    struct marking_drawn drawn;
    enum overlay overlay;
    int overlay_top;
    struct sheet *history;
    char notice[512];
    bool done;
};

/* --------------------------------------------------------------------------------- solving ---- */

struct solving {
    struct tui *tui;
    int64_t shown_ms; /* when it was shown last; 0: not yet */
};

/* Called by the solver. Esc: mark without prices. */
static bool show_progress(void *data, int turn, uint64_t states)
{
    struct solving *solving = data;
    struct buffer text = {0};
    struct input input;
    int64_t now = clock_monotonic_ms();
    if (solving->shown_ms && now - solving->shown_ms < PROGRESS_MS)
        return true;
    solving->shown_ms = now;
    terminal_canvas(solving->tui);
    buffer_printf(&text, _("turn %d, %llu states"), turn, (unsigned long long)states);
    overlay_notice(solving->tui, _("Working out every conversation…"), text.data,
                   _("Esc: mark without prices"));
    buffer_free(&text);
    terminal_show(solving->tui);
    terminal_read(solving->tui, 0, &input);
    bool left = input.kind == INPUT_KEY && (input.key == KEYCAP_ESCAPE || input.key == 'q');
    return !left && input.kind != INPUT_STOP;
}

/* --------------------------------------------------------------------------------- drawing ---- */

static struct marking_view view_of(const struct marking_screen *screen)
{
    return (struct marking_view){
        .marking = screen->marking,
        .rubric = screen->rubric,
        .review = screen->reviewer ? reviewer_review(screen->reviewer) : NULL,
        .debrief = screen->debrief,
        .turn = screen->turn,
        .follow = screen->follow,
        .top = screen->top,
        .criterion = screen->criterion,
        .level = screen->level,
    };
}

static struct canvas *draw_below(void *data)
{
    struct marking_screen *screen = data;
    struct marking_view view = view_of(screen);
    struct canvas *canvas = terminal_canvas(screen->tui);
    marking_draw(&view, canvas, &screen->drawn);
    screen->top = screen->drawn.top;
    return canvas;
}

static void draw_help(struct marking_screen *screen)
{
    struct marking_view view = view_of(screen);
    struct buffer notes = {0};
    uint64_t hidden = marking_hidden_keys(&view) & ~COMMAND_BIT(MARKING_REOPEN);
    if (screen->turn < 0)
        hidden |= COMMAND_BIT(MARKING_COMMENT); /* it does what the next key does */
    for (int i = 0; i < PICK_CLASS_COUNT; i++)
        buffer_printf(&notes, "%s %s   ", pick_class_sign((enum pick_class)i),
                      pick_class_label((enum pick_class)i));
    buffer_add(&notes, _("√ rules kept in this turn   × broken   * a comment   ! a critical rule "
                         "is broken"));
    char *legend = keys_legend(screen->tui, notes.data);
    keys_help(marking_key_table, screen->tui, hidden, legend, &screen->overlay_top);
    free(legend);
    buffer_free(&notes);
}

static void draw_anchors(struct marking_screen *screen)
{
    struct marking_view view = view_of(screen);
    struct sheet *sheet = marking_anchors(&view, overlay_cols(screen->tui));
    bool whole = screen->criterion == MARKING_OVERALL_ROW;
    overlay_draw(screen->tui,
                 whole ? _("Overall rating")
                       : screen->rubric->criteria[screen->criterion].title.words[words_language()],
                 sheet, _("1-5: rate · any other key: close"), &screen->overlay_top);
    sheet_free(sheet);
}

static void draw(struct marking_screen *screen)
{
    draw_below(screen);
    switch (screen->overlay) {
    case OVERLAY_HELP:
        draw_help(screen);
        break;
    case OVERLAY_ANCHORS:
        draw_anchors(screen);
        break;
    case OVERLAY_HISTORY:
        overlay_draw(screen->tui, _("What was put down"), screen->history,
                     _("↑↓: scroll · any other key: close"), &screen->overlay_top);
        break;
    case OVERLAY_LEVEL:
        overlay_notice(screen->tui, _("Grading"),
                       _("No level is chosen yet: choose one by ←→ and give it by Enter, or press "
                         "1 to 5."),
                       _("1-5: rate · any other key: close"));
        break;
    case OVERLAY_NOTICE:
        overlay_notice(screen->tui, _("Grading"), screen->notice, _("any key: close"));
        break;
    default:
        terminal_no_overlay(screen->tui);
        break;
    }
    terminal_show(screen->tui);
}

static void show_notice(struct marking_screen *screen, const struct error *error)
{
    describe_error(error, screen->notice, sizeof screen->notice);
    screen->overlay = OVERLAY_NOTICE;
}

/* --------------------------------------------------------------------------------- rating ---- */

static int first_row(const struct marking_screen *screen)
{
    return screen->marking->paper->kind == PAPER_EXERCISE ? MARKING_OVERALL_ROW : 0;
}

static void go_to_criterion(struct marking_screen *screen, int criterion)
{
    const struct marks *marks = &screen->marking->marks;
    int first = first_row(screen), rows = MARKING_OVERALL_ROW - first + 1;
    screen->criterion = first + (criterion - first + rows) % rows;
    int given = screen->criterion == MARKING_OVERALL_ROW ? marks->overall
                                                         : marks->levels[screen->criterion];
    screen->level = given > 0 ? given : 0;
    screen->chosen = false;
}

static void rate(struct marking_screen *screen, int level)
{
    struct error error = {0};
    struct marking *marking = screen->marking;
    bool whole = screen->criterion == MARKING_OVERALL_ROW;
    bool done = whole ? marking_overall(marking, level, &error)
                      : marking_rate(marking, (enum criterion)screen->criterion, level, &error);
    if (!done)
        show_notice(screen, &error);
    else if (whole)
        go_to_criterion(screen, MARKING_OVERALL_ROW);
    else
        go_to_criterion(screen, screen->criterion + 1);
}

/* --------------------------------------------------------------- giving levels and comments ---- */

/* Told before the choosing and typing, not after it. */
static bool may_write(struct marking_screen *screen)
{
    struct error error = {0};
    if (!screen->marking->may_write)
        error_set(&error, ERROR_NOT_ALLOWED, "%s",
                  _("other trainers mark this one: it can only be looked at"));
    else if (screen->marking->marks.submitted)
        error_set(&error, ERROR_NOT_ALLOWED, "%s",
                  _("this marking is submitted: reopen it, with a reason, to change it"));
    if (error.code != ERROR_NONE)
        show_notice(screen, &error);
    return error.code == ERROR_NONE;
}

/* By Enter, which is easily pressed once too often: only what was chosen before. */
static void give(struct marking_screen *screen)
{
    if (!may_write(screen))
        return;
    if (screen->chosen)
        rate(screen, screen->level);
    else
        screen->overlay = OVERLAY_LEVEL;
}

static void comment(struct marking_screen *screen, int turn)
{
    struct error error = {0};
    const struct marks *marks = &screen->marking->marks;
    const char *had = turn == COMMENT_OVERALL ? marks->comment : marks->comments[turn];
    char text[COMMENT_BYTES + 1], title[64];
    if (!may_write(screen))
        return;
    snprintf(text, sizeof text, "%s", had ? had : "");
    if (turn == COMMENT_OVERALL)
        snprintf(title, sizeof title, "%s", _("Comment on the whole"));
    else if (turn == 0)
        snprintf(title, sizeof title, "%s", _("Comment on the opening"));
    else
        snprintf(title, sizeof title, _("Comment on turn %d"), turn);
    struct typing typing = {.title = title,
                            .question = "",
                            .text = text,
                            .size = sizeof text,
                            .draw_below = draw_below,
                            .data = screen};
    if (typing_ask(screen->tui, &typing) && !marking_comment(screen->marking, turn, text, &error))
        show_notice(screen, &error);
}

static void reopen(struct marking_screen *screen)
{
    struct error error = {0};
    char reason[COMMENT_BYTES + 1] = "";
    struct typing typing = {.title = _("Reopen"),
                            .question = _("Why? It stays on record."),
                            .text = reason,
                            .size = sizeof reason,
                            .wanted = _("Please give the reason."),
                            .draw_below = draw_below,
                            .data = screen};
    bool own = screen->marking->may_write && screen->marking->marks.submitted;
    if ((!own || typing_ask(screen->tui, &typing)) &&
        !marking_reopen(screen->marking, reason, &error))
        show_notice(screen, &error);
}

static void adjust(struct marking_screen *screen)
{
    struct error error = {0};
    struct marking_view view = view_of(screen);
    if (may_write(screen) &&
        !screen_adjust(screen->tui, screen->marking, &view, draw_below, screen, &error))
        show_notice(screen, &error);
}

static void submit(struct marking_screen *screen)
{
    struct error error = {0};
    int missing =
        marks_missing(&screen->marking->marks, screen->marking->paper->kind == PAPER_EXERCISE);
    if (marking_submit(screen->marking, &error))
        return;
    show_notice(screen, &error);
    if (missing >= 0 && screen->marking->may_write)
        go_to_criterion(screen, missing);
}

/* ------------------------------------------------------------------------------- history ---- */

static void show_history(struct marking_screen *screen)
{
    struct error error = {0};
    struct history_line *lines;
    int count;
    if (!marking_history(screen->marking, &lines, &count, &error)) {
        show_notice(screen, &error);
        return;
    }
    sheet_free(screen->history);
    screen->history = sheet_new(overlay_cols(screen->tui));
    for (int i = 0; i < count; i++) {
        struct buffer text = {0};
        char when[WHEN_SIZE];
        queue_when(lines[i].at, when);
        buffer_printf(&text, "%s  %s", lines[i].trainer, lines[i].words);
        sheet_add(screen->history, &(struct paragraph){.label = when + 5,
                                                       .label_ink = INK_FAINT,
                                                       .indent = 13,
                                                       .text = text.data,
                                                       .tag = -1});
        buffer_free(&text);
    }
    if (count == 0)
        sheet_add(screen->history,
                  &(struct paragraph){.text = _("Nothing has been put down yet."), .tag = -1});
    marking_free_history(lines, count);
    screen->overlay = OVERLAY_HISTORY;
    screen->overlay_top = 0;
}

/* ---------------------------------------------------------------------------------- keys ---- */

static void go_to_turn(struct marking_screen *screen, int turn)
{
    if (screen->turns < 0) {
        screen->top += turn > screen->turn ? 1 : -1;
        return;
    }
    screen->turn = turn < 0 ? 0 : turn > screen->turns ? screen->turns : turn;
    screen->follow = true;
}

static void scroll(struct marking_screen *screen, int lines)
{
    screen->follow = false;
    screen->top += lines;
}

static void open_overlay(struct marking_screen *screen, enum overlay overlay)
{
    screen->overlay = overlay;
    screen->overlay_top = 0;
}

static void move_level(struct marking_screen *screen, int step)
{
    int level = screen->level > 0 ? screen->level + step : LEVEL_FIRST;
    screen->chosen = true;
    screen->level = level < 1 ? 1 : level > LEVEL_MAX ? LEVEL_MAX : level;
}

/* Those that move and look. */
static void obey_looking(struct marking_screen *screen, int command)
{
    int page = screen->drawn.rows > 1 ? screen->drawn.rows - 1 : 1;
    switch (command) {
    case MARKING_UP:
        go_to_turn(screen, screen->turn - 1);
        break;
    case MARKING_DOWN:
        go_to_turn(screen, screen->turn + 1);
        break;
    case MARKING_PAGE_UP:
        scroll(screen, -page);
        break;
    case MARKING_PAGE_DOWN:
        scroll(screen, page);
        break;
    case MARKING_NEXT:
        go_to_criterion(screen, screen->criterion + 1);
        break;
    case MARKING_PREVIOUS:
        go_to_criterion(screen, screen->criterion - 1);
        break;
    case MARKING_LEFT:
        move_level(screen, -1);
        break;
    case MARKING_RIGHT:
        move_level(screen, 1);
        break;
    case MARKING_OVERALL:
        go_to_criterion(screen, MARKING_OVERALL_ROW);
        break;
    case MARKING_ANCHORS:
        open_overlay(screen, OVERLAY_ANCHORS);
        break;
    case MARKING_HISTORY:
        show_history(screen);
        break;
    case MARKING_HELP:
        open_overlay(screen, OVERLAY_HELP);
        break;
    case MARKING_BACK:
        screen->done = true;
        break;
    default:
        break;
    }
}

static void obey(struct marking_screen *screen, int command, int key)
{
    switch (command) {
    case MARKING_GIVE:
        give(screen);
        break;
    case MARKING_RATE:
        if (key >= '1' && key <= '5')
            rate(screen, key - '0');
        break;
    case MARKING_COMMENT:
        comment(screen, screen->turn >= 0 ? screen->turn : COMMENT_OVERALL);
        break;
    case MARKING_COMMENT_ALL:
        comment(screen, COMMENT_OVERALL);
        break;
    case MARKING_ADJUST:
        adjust(screen);
        break;
    case MARKING_SUBMIT:
        submit(screen);
        break;
    case MARKING_REOPEN:
        reopen(screen);
        break;
    default:
        obey_looking(screen, command);
        break;
    }
}

/* True when the input was the overlay's. */
static bool answer_overlay(struct marking_screen *screen, const struct input *input)
{
    enum overlay overlay = screen->overlay;
    bool pressed = input->kind == INPUT_KEY || input->kind == INPUT_CLICK;
    bool level = input->kind == INPUT_KEY && input->key >= '1' && input->key <= '5';
    if (overlay == OVERLAY_NONE)
        return false;
    if (overlay == OVERLAY_HELP || overlay == OVERLAY_HISTORY) {
        if (!keys_help_input(input, &screen->overlay_top))
            screen->overlay = OVERLAY_NONE;
    } else if (pressed) {
        screen->overlay = OVERLAY_NONE;
        if (level && (overlay == OVERLAY_ANCHORS || overlay == OVERLAY_LEVEL))
            rate(screen, input->key - '0');
        /* The arrows that it tells of do what it tells. */
        return overlay != OVERLAY_LEVEL || input->kind != INPUT_KEY ||
               (input->key != KEYCAP_LEFT && input->key != KEYCAP_RIGHT);
    }
    return true;
}

static void answer(struct marking_screen *screen, const struct input *input)
{
    int command = keys_command(marking_key_table, screen->tui, input);
    if (answer_overlay(screen, input))
        return;
    if (input->kind == INPUT_WHEEL) {
        scroll(screen, 2 * input->wheel);
    } else if (input->kind == INPUT_CLICK && command < 0) {
        int zone = terminal_zone(screen->tui, input) - MARKING_ZONE_CRITERIA;
        if (zone >= 0 && zone <= MARKING_OVERALL_ROW)
            go_to_criterion(screen, zone);
    } else if (command >= 0) {
        obey(screen, command, input->kind == INPUT_KEY ? input->key : 0);
    }
}

/* --------------------------------------------------------------------------------- whole ---- */

static void judge(struct marking_screen *screen)
{
    const struct paper *paper = screen->marking->paper;
    struct solving solving = {.tui = screen->tui};
    screen->turns = screen->turn = -1;
    if (paper->scenario) {
        screen->debrief = calloc(1, sizeof *screen->debrief);
        if (!screen->debrief)
            abort();
        paper_debrief(paper, words_language(), screen->debrief);
    }
    if (paper->play) {
        screen->turns = session_state(play_session(paper->play))->turn;
        screen->turn = 0;
        screen->reviewer = reviewer_new(paper->play, show_progress, &solving, NULL);
    }
    terminal_no_overlay(screen->tui);
}

bool screen_marking(const struct grade_place *place, const struct queue_item *item,
                    struct error *error)
{
    struct marking_options options = {.class = place->class,
                                      .trainer = place->trainer,
                                      .blind = place->blind,
                                      .rubric = rubric_file_digest(place->rubric)};
    struct marking_screen screen = {.tui = place->tui, .rubric = rubric_file_rubric(place->rubric)};
    screen.marking = marking_open(place->store, &options, item->exercise, item->subject, error);
    if (!screen.marking)
        return false;
    judge(&screen);
    go_to_criterion(&screen, first_row(&screen));
    while (!screen.done && !tui_stop_signal()) {
        struct input input;
        draw(&screen);
        terminal_read(place->tui, -1, &input);
        if (input.kind == INPUT_STOP)
            screen.done = true;
        else
            answer(&screen, &input);
    }
    terminal_no_overlay(place->tui);
    sheet_free(screen.history);
    free(screen.debrief);
    reviewer_free(screen.reviewer);
    marking_close(screen.marking);
    return true;
}
