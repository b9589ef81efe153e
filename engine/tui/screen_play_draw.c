/*
 * screen_play_draw.c: the play screen on a canvas.
 *
 * From top to bottom: a title line; the customer's panel beside the dialogue; the responses; a
 * notice, if there is one; the key line. The responses get the room they need, within reason; the
 * rest is the dialogue's.
 */
#include <stdio.h>

#include "base/buffer.h"
#include "practice/debrief.h"
#include "tui/dialogue.h"
#include "tui/screen_play.h"

enum {
    PANEL_ROWS_MIN = 7, /* four lines and a frame, and one to breathe */
    RESPONSE_INDENT = 5,
    RESPONSE_LINES = 3, /* of one response at most */
    NOTICE_LINES = 2,
};

static const struct key_row play_key_rows[] = {PLAY_KEYS(KEY_ROW)};
const struct key_table play_key_table = KEY_TABLE(play_key_rows);

/* Where everything goes. */
struct layout {
    struct area customer, dialogue; /* boxes */
    struct area responses;
    int lines[RESPONSE_MAX]; /* that each response gets */
    int notice_lines;
};

static const char *text_of(const struct play_view *view, const struct text *text)
{
    return text ? text->words[view->language] : "";
}

static const struct response *option(const struct play_view *view, int index)
{
    const struct scenario *scenario = session_scenario(view->session);
    int options[RESPONSE_MAX];
    session_options(view->session, options);
    return &scenario->nodes[session_state(view->session)->node].responses[options[index]];
}

static int option_count(const struct play_view *view)
{
    int options[RESPONSE_MAX];
    return session_options(view->session, options);
}

/* The last event that changed what can be seen. */
static const struct event *latest(const struct play_view *view)
{
    int i = session_event_count(view->session) - 1;
    while (i > 0 && session_event(view->session, i)->kind == EVENT_HINT)
        i--;
    return session_event(view->session, i);
}

/* --------------------------------------------------------------------------------- layout ---- */

static int gauge_cells(void)
{
    /* "Familiar", a bar, " 2/9", " ↑" */
    return text_width(_("Familiar")) + 1 + FAMILIARITY_MAX + 4 + 2;
}

static int customer_cols(int cols)
{
    if (cols < 72)
        return 22;
    int base = gauge_cells() + 5;
    if (cols >= 150)
        return base + 15;
    return cols >= 100 ? base + 6 : base;
}

static int wanted_lines(const struct play_view *view, int index, int cells, int most)
{
    int lines = wrapped_lines(option(view, index)->say.words[view->language], cells);
    return lines < most ? lines : most;
}

/*
 * Rows for the responses when none gets more than `most` lines, but the selected one all it needs.
 * The room for that is kept whichever is selected, so that nothing jumps while choosing.
 */
static int response_rows(const struct play_view *view, int cells, int most)
{
    int rows = 0, extra = 0;
    for (int i = 0; i < option_count(view); i++) {
        int shown = wanted_lines(view, i, cells, most);
        int more = wanted_lines(view, i, cells, RESPONSE_LINES) - shown;
        rows += shown;
        extra = more > extra ? more : extra;
    }
    return rows + extra;
}

static void lay_out_responses(const struct play_view *view, int cells, int room,
                              struct layout *layout)
{
    int most = RESPONSE_LINES;
    while (most > 1 && response_rows(view, cells, most) > room)
        most--;
    for (int i = 0; i < option_count(view); i++)
        layout->lines[i] =
            wanted_lines(view, i, cells, i == view->selected ? RESPONSE_LINES : most);
    layout->responses.rows = response_rows(view, cells, most);
    if (option_count(view) == 0)
        layout->responses.rows = 3;
}

static struct layout lay_out(const struct play_view *view, int rows, int cols)
{
    struct layout layout = {0};
    int lines = view->notice[0] ? wrapped_lines(view->notice, cols - 2) : 0;
    layout.notice_lines = lines < NOTICE_LINES ? lines : NOTICE_LINES;
    int middle = rows - 2 - layout.notice_lines; /* panels and responses */
    lay_out_responses(view, cols - RESPONSE_INDENT - 1, middle - PANEL_ROWS_MIN, &layout);
    int panel = middle - layout.responses.rows;
    panel = panel < 4 ? 4 : panel;
    int side = customer_cols(cols);
    layout.customer = (struct area){1, 0, panel, side};
    layout.dialogue = (struct area){1, side, panel, cols - side};
    layout.responses = (struct area){1 + panel, 0, middle - panel, cols};
    return layout;
}

/* --------------------------------------------------------------------------------- parts ---- */

static void draw_title(const struct play_view *view, struct canvas *canvas)
{
    const struct scenario *scenario = session_scenario(view->session);
    char clock[2 * CLOCK_SIZE], text[64];
    bool over = session_phase(view->session) == SESSION_OVER;
    int cols = canvas_cols(canvas), turn = session_state(view->session)->turn + (over ? 0 : 1);
    format_clock(view->clock_ms, clock);
    if (view->counting_down)
        format_left(view->clock_ms, view->hurry, clock, sizeof clock);
    snprintf(text, sizeof text, _("Turn %d/%d"), turn, scenario->turns);
    const char *mode = mode_label(session_mode(view->session));
    int end = cols - 1;
    end -= canvas_text_right(canvas, 0, end, 20, INK_TITLE, mode);
    end -= canvas_text_right(canvas, 0, end, 3, INK_FRAME, " · ");
    end -= canvas_text_right(canvas, 0, end, 20, view->hurry ? INK_BAD : INK_TITLE, clock);
    end -= canvas_text_right(canvas, 0, end, 3, INK_FRAME, " · ");
    end -= canvas_text_right(canvas, 0, end, 20, INK_TITLE, text);
    canvas_printf(canvas, 0, 1, end - 3, INK_TITLE, "%s · %s · %s", _("yanlian"),
                  text_of(view, &scenario->title), text_of(view, &scenario->role_label));
}

static enum ink change_ink(int step)
{
    return step > 0 ? INK_GOOD : step < 0 ? INK_BAD : INK_PLAIN;
}

static const char *change_sign(int step)
{
    return step > 0 ? " ↑" : step < 0 ? " ↓" : "";
}

static void draw_mood(const struct play_view *view, struct canvas *canvas, int y, int x, int cells)
{
    static const char *const scale[MOOD_COUNT] = {
        [MOOD_RESISTANT] = "● · ·", [MOOD_NEUTRAL] = "· ● ·", [MOOD_POSITIVE] = "· · ●"};
    enum mood mood = (enum mood)session_state(view->session)->mood;
    const struct event *event = latest(view);
    int step = (int)event->mood_after - (int)event->mood_before;
    enum ink ink = change_ink(step);
    int used = canvas_text(canvas, y, x, cells, INK_PLAIN, _("Mood"));
    used += 1 + canvas_text(canvas, y, x + used + 1, cells - used - 1,
                            ink == INK_PLAIN ? INK_STRONG : ink, mood_label(mood));
    used += canvas_text(canvas, y, x + used, cells - used, ink, change_sign(step));
    if (cells - used >= 7)
        canvas_text_right(canvas, y, x + cells - 1, 5, ink, scale[mood]);
}

static void draw_familiarity(const struct play_view *view, struct canvas *canvas, int y, int x,
                             int cells)
{
    char number[16];
    int familiarity = session_state(view->session)->familiarity;
    const struct event *event = latest(view);
    int step = event->familiarity_after - event->familiarity_before;
    enum ink ink = change_ink(step);
    snprintf(number, sizeof number, "%d/%d", familiarity, FAMILIARITY_MAX);
    int used = canvas_text(canvas, y, x, cells, INK_PLAIN, _("Familiar")) + 1;
    if (cells >= gauge_cells())
        used += canvas_bar(canvas, y, x + used, familiarity, FAMILIARITY_MAX, ink) + 1;
    used +=
        canvas_text(canvas, y, x + used, cells - used, ink == INK_PLAIN ? INK_STRONG : ink, number);
    canvas_text(canvas, y, x + used, cells - used, ink, change_sign(step));
}

/* What the customer looks like and what is to be seen at the moment; newest first. */
static void draw_seen(const struct play_view *view, struct canvas *canvas, struct area inside)
{
    const struct customer *customer = &session_scenario(view->session)->customer;
    struct sheet *sheet = sheet_new(inside.cols);
    const struct event *event = latest(view);
    sheet_add(sheet, &(struct paragraph){.text = _("Seen"), .ink = INK_STRONG, .tag = -1});
    struct paragraph item = {.label = " ·", .indent = 3, .tag = -1};
    if (event->scene) {
        item.text = text_of(view, event->scene);
        sheet_add(sheet, &item);
    }
    for (int i = 0; i < customer->look_count; i++) {
        item.text = text_of(view, &customer->looks[i]);
        sheet_add(sheet, &item);
    }
    sheet_draw(sheet, canvas, inside, 0);
    sheet_free(sheet);
}

static void draw_customer(const struct play_view *view, struct canvas *canvas, struct area box)
{
    const struct customer *customer = &session_scenario(view->session)->customer;
    struct buffer title = {0};
    buffer_printf(&title, _("%s, %d"), text_of(view, &customer->name), customer->age);
    canvas_box(canvas, box, title.data);
    buffer_free(&title);
    struct area inside = area_inside(box);
    draw_mood(view, canvas, inside.y, inside.x, inside.cols);
    if (inside.rows > 1)
        draw_familiarity(view, canvas, inside.y + 1, inside.x, inside.cols);
    inside.y += 2;
    inside.rows -= 2;
    if (inside.rows > 0)
        draw_seen(view, canvas, inside);
}

static void draw_dialogue(const struct play_view *view, struct canvas *canvas, struct area box,
                          struct play_drawn *drawn)
{
    struct area inside = area_inside(box);
    struct sheet *sheet = sheet_new(inside.cols);
    struct dialogue dialogue = {.session = view->session,
                                .language = view->language,
                                .remarks = session_mode(view->session) == MODE_PRACTICE};
    canvas_box(canvas, box, _("Dialogue"));
    dialogue_add(sheet, &dialogue);
    int top = view->top >= 0 ? view->top : sheet_lines(sheet); /* the customer's words come last */
    drawn->top = sheet_clamp(sheet, inside.rows, top);
    drawn->rows = inside.rows;
    drawn->lines = sheet_lines(sheet);
    sheet_draw(sheet, canvas, inside, drawn->top);
    sheet_free(sheet);
}

static void draw_response(const struct play_view *view, struct canvas *canvas, struct area area,
                          int index)
{
    bool selected = index == view->selected;
    enum ink ink = selected ? INK_SELECTED : INK_PLAIN;
    if (selected)
        canvas_fill(canvas, area, ink);
    canvas_text(canvas, area.y, area.x, 1, ink, selected ? ">" : " ");
    canvas_printf(canvas, area.y, area.x + 2, 1, selected ? ink : INK_KEY, "%d", index + 1);
    struct area words = {area.y, area.x + RESPONSE_INDENT, area.rows,
                         area.cols - RESPONSE_INDENT - 1};
    canvas_wrap(canvas, words, ink, text_of(view, &option(view, index)->say));
    canvas_zone(canvas, area, index);
}

static void draw_over(const struct play_view *view, struct canvas *canvas, struct area area)
{
    const struct scenario *scenario = session_scenario(view->session);
    int ending = session_ending(view->session);
    const char *label = ending < 0 ? _("the turns ran out")
                                   : text_of(view, &scenario->vocabulary->endings[ending].label);
    int x = area.x + 2;
    x += canvas_text(canvas, area.y + 1, x, area.cols, INK_STRONG, _("The conversation is over: "));
    canvas_text(canvas, area.y + 1, x, area.cols, INK_STRONG, label);
}

void play_draw(const struct play_view *view, struct canvas *canvas, struct play_drawn *drawn)
{
    struct layout layout = lay_out(view, canvas_rows(canvas), canvas_cols(canvas));
    draw_title(view, canvas);
    if (view->briefing)
        return;
    draw_customer(view, canvas, layout.customer);
    draw_dialogue(view, canvas, layout.dialogue, drawn);
    struct area area = layout.responses;
    for (int i = 0; i < option_count(view); i++) {
        area.rows = layout.lines[i];
        draw_response(view, canvas, area, i);
        area.y += area.rows;
    }
    if (option_count(view) == 0)
        draw_over(view, canvas, area);
    struct area notice = {canvas_rows(canvas) - 1 - layout.notice_lines, 1, layout.notice_lines,
                          canvas_cols(canvas) - 2};
    canvas_wrap(canvas, notice, view->notice_ink, view->notice);
    keys_draw(play_key_table, canvas, view->hidden, view->faint);
}
