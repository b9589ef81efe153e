/*
 * screen_vote_draw.c: a class's turn on a canvas, to be read from the back of the room.
 *
 * The responses get their lines first, with an empty one between them when there is room; the
 * dialogue has the rest. The split stands at the right in a column that is always kept free, or on
 * a large window below each response, in bars two lines high; nothing moves when it shows.
 */
#include <stdio.h>

#include "base/buffer.h"
#include "practice/debrief.h"
#include "tui/dialogue.h"
#include "tui/screen_vote.h"
#include "tui/sheet.h"

enum {
    RESPONSE_INDENT = 5,
    RESPONSE_LINES = 3,
    DIALOGUE_ROWS_MIN = 6,
    DIALOGUE_ROWS_TALL = 14, /* bars go below the responses only when this much is left */
    FIGURES = 10,            /* " 123 100%" */
    TALL_BAR_ROWS = 2
};

static const struct key_row vote_key_rows[] = {VOTE_KEYS(KEY_ROW)};
const struct key_table vote_key_table = KEY_TABLE(vote_key_rows);

static const struct text *option_say(const struct vote_view *view, int index)
{
    const struct scenario *scenario = session_scenario(view->session);
    int options[RESPONSE_MAX];
    session_options(view->session, options);
    return &scenario->nodes[session_state(view->session)->node].responses[options[index]].say;
}

static int option_count(const struct vote_view *view)
{
    int options[RESPONSE_MAX];
    return session_options(view->session, options);
}

static void draw_title(const struct vote_view *view, struct canvas *canvas)
{
    const struct scenario *scenario = session_scenario(view->session);
    bool over = session_phase(view->session) == SESSION_OVER;
    int end = canvas_cols(canvas) - 1, turn = session_state(view->session)->turn + (over ? 0 : 1);
    char text[64];
    snprintf(text, sizeof text, _("Turn %d/%d"), turn, scenario->turns);
    end -= canvas_text_right(canvas, 0, end, 20, INK_TITLE, mode_label(MODE_CLASS));
    end -= canvas_text_right(canvas, 0, end, 3, INK_FRAME, " · ");
    end -= canvas_text_right(canvas, 0, end, 20, INK_TITLE, text);
    canvas_printf(canvas, 0, 1, end - 3, INK_TITLE, "%s · %s · %s", _("yanlian"),
                  scenario->title.words[view->language],
                  scenario->role_label.words[view->language]);
}

/* ------------------------------------------------------------------------------- dialogue ---- */

/* "Mr Wang, 46 · Mood neutral · Familiar 2/9": the customer's panel in one line. */
static void customer_title(const struct vote_view *view, struct buffer *title)
{
    const struct customer *customer = &session_scenario(view->session)->customer;
    const struct state *state = session_state(view->session);
    buffer_printf(title, _("%s, %d"), customer->name.words[view->language], customer->age);
    buffer_printf(title, " · %s %s · %s %d/%d", _("Mood"), mood_label((enum mood)state->mood),
                  _("Familiar"), state->familiarity, FAMILIARITY_MAX);
}

static void draw_dialogue(const struct vote_view *view, struct canvas *canvas, struct area box,
                          struct vote_drawn *drawn)
{
    struct area inside = area_inside(box);
    struct buffer title = {0};
    struct sheet *sheet = sheet_new(inside.cols);
    struct dialogue dialogue = {
        .session = view->session, .language = view->language, .remarks = true};
    customer_title(view, &title);
    canvas_box(canvas, box, title.data);
    buffer_free(&title);
    dialogue_add(sheet, &dialogue);
    int top = view->top >= 0 ? view->top : sheet_lines(sheet);
    drawn->top = sheet_clamp(sheet, inside.rows, top);
    drawn->rows = inside.rows;
    drawn->lines = sheet_lines(sheet);
    sheet_draw(sheet, canvas, inside, drawn->top);
    sheet_free(sheet);
}

/* ------------------------------------------------------------------------------ responses ---- */

static int bar_cells(int cols)
{
    return cols >= 110 ? 24 : cols >= 76 ? 12 : 6;
}

/* The column at the right: a space, the bar, " 123 100%". */
static int split_cells(int cols)
{
    return bar_cells(cols) + FIGURES + 2;
}

struct layout {
    int lines[RESPONSE_MAX]; /* of its words */
    bool spaced;             /* an empty line behind each */
    bool tall;               /* its bar below it */
    int cells;               /* for its words */
    int rows;                /* of all */
};

/* From one response to the next. */
static int response_rows(const struct layout *layout, int index)
{
    return layout->lines[index] + (layout->tall ? TALL_BAR_ROWS : 0) + (layout->spaced ? 1 : 0);
}

static int count_rows(const struct vote_view *view, int most, struct layout *layout)
{
    layout->rows = 0;
    for (int i = 0; i < option_count(view); i++) {
        int lines = wrapped_lines(option_say(view, i)->words[view->language], layout->cells);
        layout->lines[i] = lines < most ? lines : most;
        layout->rows += response_rows(layout, i);
    }
    return layout->rows;
}

/* `middle`: the rows of dialogue and responses together. */
static struct layout lay_out(const struct vote_view *view, int cols, int middle)
{
    struct layout layout = {
        .spaced = true, .tall = true, .cells = cols - RESPONSE_INDENT - FIGURES - 2};
    int most = RESPONSE_LINES, room = middle - DIALOGUE_ROWS_MIN;
    if (count_rows(view, most, &layout) <= middle - DIALOGUE_ROWS_TALL)
        return layout;
    layout.tall = false;
    layout.cells = cols - RESPONSE_INDENT - split_cells(cols);
    if (count_rows(view, most, &layout) <= room)
        return layout;
    layout.spaced = false;
    while (count_rows(view, most, &layout) > room && most > 1)
        most--;
    return layout;
}

static void draw_split(const struct vote_view *view, struct canvas *canvas, struct area row,
                       int index, bool tall)
{
    int percents[RESPONSE_MAX], x, y = row.y;
    int bar = tall ? row.cols - RESPONSE_INDENT - FIGURES - 2 : bar_cells(row.cols);
    enum ink ink = index == view->selected ? INK_SELECTED : INK_PLAIN;
    char text[32];
    vote_percents(view->vote, percents);
    int full = (percents[index] * bar + 50) / 100;
    if (tall) {
        x = row.x + RESPONSE_INDENT;
        for (int i = 0; i < TALL_BAR_ROWS; i++)
            canvas_bar(canvas, y + row.rows - TALL_BAR_ROWS + i, x, full, bar, ink);
    } else {
        x = row.x + row.cols - split_cells(row.cols) + 1;
        canvas_bar(canvas, y, x, full, bar, ink);
    }
    snprintf(text, sizeof text, "%d %3d%%", view->vote->counts[index], percents[index]);
    canvas_text_right(canvas, row.y, row.x + row.cols - 1, FIGURES,
                      ink == INK_SELECTED ? ink : INK_STRONG, text);
}

static void draw_response(const struct vote_view *view, struct canvas *canvas, struct area row,
                          int index, const struct layout *layout)
{
    bool selected = view->closed && index == view->selected;
    enum ink ink = selected ? INK_SELECTED : INK_PLAIN;
    if (selected)
        canvas_fill(canvas, row, ink);
    canvas_text(canvas, row.y, row.x + 1, 1, ink, selected ? ">" : " ");
    canvas_printf(canvas, row.y, row.x + 3, 1, selected ? ink : INK_KEY, "%d", index + 1);
    struct area words = {row.y, row.x + RESPONSE_INDENT, layout->lines[index], layout->cells};
    canvas_wrap(canvas, words, selected ? ink : INK_STRONG,
                option_say(view, index)->words[view->language]);
    if (view->closed)
        draw_split(view, canvas, row, index, layout->tall);
    canvas_zone(canvas, row, index);
}

/* While hands go up: how many so far, and nothing of for what. */
static void draw_state(const struct vote_view *view, struct canvas *canvas, int y)
{
    int cols = canvas_cols(canvas) - 2, total = view->vote->total;
    if (view->notice[0])
        canvas_text(canvas, y, 1, cols, view->notice_ink, view->notice);
    else if (view->closed && vote_is_tied(view->vote))
        canvas_text(canvas, y, 1, cols, INK_WARNING, _("A tie: the trainer decides."));
    else if (view->closed)
        canvas_printf(canvas, y, 1, cols, INK_STRONG,
                      ngettext("%d vote", "%d votes", (unsigned long)total), total);
    else
        canvas_printf(canvas, y, 1, cols, INK_STRONG,
                      ngettext("What do you say? %d vote so far",
                               "What do you say? %d votes so far", (unsigned long)total),
                      total);
}

static void draw_over(const struct vote_view *view, struct canvas *canvas, struct area area)
{
    const struct scenario *scenario = session_scenario(view->session);
    int ending = session_ending(view->session);
    int x = area.x + 2;
    x += canvas_text(canvas, area.y + 1, x, area.cols, INK_STRONG, _("The conversation is over: "));
    canvas_text(canvas, area.y + 1, x, area.cols, INK_STRONG,
                ending < 0 ? _("the turns ran out")
                           : scenario->vocabulary->endings[ending].label.words[view->language]);
}

void vote_draw(const struct vote_view *view, struct canvas *canvas, struct vote_drawn *drawn)
{
    int rows = canvas_rows(canvas), cols = canvas_cols(canvas);
    draw_title(view, canvas);
    if (view->briefing)
        return;
    bool over = option_count(view) == 0;
    int middle = rows - 3; /* dialogue and responses */
    struct layout layout = lay_out(view, cols, middle);
    int below = over ? 3 : layout.rows;
    int dialogue = middle - below < DIALOGUE_ROWS_MIN ? DIALOGUE_ROWS_MIN : middle - below;
    draw_dialogue(view, canvas, (struct area){1, 0, dialogue, cols}, drawn);
    struct area row = {1 + dialogue, 0, 1, cols};
    if (over)
        draw_over(view, canvas, (struct area){1 + dialogue, 0, 3, cols});
    for (int i = 0; i < option_count(view) && row.y < rows - 2; i++) {
        int rows_taken = response_rows(&layout, i);
        row.rows = rows_taken - (layout.spaced ? 1 : 0);
        draw_response(view, canvas, row, i, &layout);
        row.y += rows_taken;
    }
    if (!over)
        draw_state(view, canvas, rows - 2);
    keys_draw(vote_key_table, canvas, view->hidden, view->faint);
}
