/* screen_course_draw.c: draws the segment that is on, its time, its notes and the board. */
#include <stdlib.h>
#include <time.h>

#include "base/buffer.h"
#include "class/course_words.h"
#include "tui/screen_course.h"

enum {
    ROOMY_ROWS = 22, /* from here on the time left is shown in large digits */
    BOARD_COLS_MIN = 22,
    BOARD_COLS_MAX = 46,
};

static const struct key_row course_key_rows[] = {COURSE_KEYS(KEY_ROW)};
const struct key_table course_key_table = KEY_TABLE(course_key_rows);

static const struct segment *present_segment(const struct course_view *view)
{
    return &view->course->segments[view->state->segment];
}

static const char *words_of(const struct course_view *view, const struct text *text)
{
    return text->words[view->language];
}

/* ---------------------------------------------------------------------------- the head ---- */

static void time_of_day(int64_t wall_ms, char *out, size_t size)
{
    time_t seconds = (time_t)(wall_ms / 1000);
    struct tm local;
    localtime_r(&seconds, &local);
    strftime(out, size, "%H:%M", &local);
}

static void draw_title(const struct course_view *view, struct canvas *canvas)
{
    char now[16], speed[COURSE_WORDS_SIZE];
    int end = canvas_cols(canvas) - 1;
    time_of_day(view->wall, now, sizeof now);
    end -= canvas_text_right(canvas, 0, end, 8, INK_TITLE, now);
    if (course_run_is_rehearsal(view->run)) {
        snprintf(speed, sizeof speed, _("rehearsal %dx"), course_run_plan(view->run)->speed);
        end -= canvas_text_right(canvas, 0, end, 3, INK_FRAME, " · ");
        end -= canvas_text_right(canvas, 0, end, 24, INK_WARNING, speed);
    }
    canvas_printf(canvas, 0, 1, end - 3, INK_TITLE, "%s · %s", words_of(view, &view->course->title),
                  view->class_title);
}

static void draw_heading(const struct course_view *view, struct canvas *canvas, int y)
{
    const struct segment *segment = present_segment(view);
    int cols = canvas_cols(canvas) - 2, x = 1;
    x += canvas_printf(canvas, y, x, cols, INK_KEY, "%d/%d ", view->state->segment + 1,
                       view->course->segment_count);
    x += canvas_printf(canvas, y, x, cols, INK_COACH, "[%s] ", course_kind_label(segment->kind));
    canvas_text(canvas, y, x, cols - x, INK_STRONG, words_of(view, &segment->title));
}

static enum ink left_ink(const struct course_state *state)
{
    if (state->status == COURSE_PAUSED)
        return INK_WARNING;
    return state->segment_left < 0 ? INK_BAD : state->segment_left < 30000 ? INK_WARNING : INK_GOOD;
}

static enum ink behind_ink(int64_t behind)
{
    return behind >= 60000 ? INK_BAD : behind >= 1000 ? INK_WARNING : INK_PLAIN;
}

/* When the class ends if the rest takes what it has left. */
static void end_words(const struct course_view *view, char out[COURSE_WORDS_SIZE])
{
    char at[16];
    int64_t rest = view->state->class_left + view->state->behind;
    time_of_day(view->wall + rest / course_run_plan(view->run)->speed, at, sizeof at);
    snprintf(out, COURSE_WORDS_SIZE, _("ends %s"), at);
}

/* Segment, class, and where it stands against the plan: three lines, or two where room is short. */
static void draw_times(const struct course_view *view, struct canvas *canvas, struct area area)
{
    const struct course_state *state = view->state;
    char left[COURSE_WORDS_SIZE], whole[COURSE_SPAN_SIZE], ends[COURSE_WORDS_SIZE];
    const struct segment_state *ran = &state->segments[state->segment];
    int x = area.x, y = area.y;
    course_left_words(state->segment_left, left);
    course_span(course_run_plan(view->run)->segments[state->segment].planned + ran->extended,
                whole);
    x += canvas_printf(canvas, y, x, area.cols, INK_PLAIN, "%s ", _("Segment"));
    x += canvas_text(canvas, y, x, area.cols, left_ink(state), left);
    x += canvas_printf(canvas, y, x, area.cols, INK_PLAIN, " / %s", whole);
    if (state->status == COURSE_PAUSED)
        canvas_printf(canvas, y, x, area.x + area.cols - x, INK_WARNING, " · %s", _("PAUSED"));
    course_left_words(state->class_left, left);
    end_words(view, ends);
    x = area.x;
    y++;
    x += canvas_printf(canvas, y, x, area.cols, INK_PLAIN, "%s ", _("Class"));
    x += canvas_text(canvas, y, x, area.cols, state->class_left < 0 ? INK_BAD : INK_PLAIN, left);
    x += canvas_printf(canvas, y, x, area.x + area.cols - x, INK_PLAIN, " · %s", ends);
    course_behind_words(state->behind, left);
    if (area.rows > 2)
        canvas_text(canvas, y + 1, area.x, area.cols, behind_ink(state->behind), left);
    else
        canvas_printf(canvas, y, x, area.x + area.cols - x, behind_ink(state->behind), " · %s",
                      left);
}

/* Returns the row behind. */
static int draw_clock(const struct course_view *view, struct canvas *canvas, int y)
{
    char digits[COURSE_SPAN_SIZE];
    int cols = canvas_cols(canvas) - 2;
    if (canvas_rows(canvas) < ROOMY_ROWS) {
        draw_times(view, canvas, (struct area){y, 1, 2, cols});
        return y + 2;
    }
    course_left_span(view->state->segment_left, digits);
    int used = course_draw_digits(canvas, y, 2, left_ink(view->state), digits);
    int x = used + 4 < 26 ? 26 : used + 4;
    draw_times(view, canvas, (struct area){y, x, 3, cols + 1 - x});
    return y + 3;
}

/* ----------------------------------------------------------------------------- the notes ---- */

static void add_list(const struct course_view *view, struct sheet *sheet, const char *heading,
                     const struct texts *texts, enum ink ink)
{
    if (texts->count == 0)
        return;
    sheet_blank(sheet);
    sheet_add(sheet, &(struct paragraph){.text = heading, .ink = INK_STRONG, .tag = -1});
    for (int i = 0; i < texts->count; i++)
        sheet_add(sheet, &(struct paragraph){.label = "·",
                                             .indent = 2,
                                             .text = words_of(view, &texts->items[i]),
                                             .ink = ink,
                                             .tag = -1});
}

static void add_answers(const struct course_view *view, struct sheet *sheet)
{
    const struct segment *segment = present_segment(view);
    if (segment->answers.count == 0)
        return;
    if (view->answers) {
        add_list(view, sheet, _("A good answer holds"), &segment->answers, INK_GOOD);
        return;
    }
    sheet_blank(sheet);
    sheet_add(sheet, &(struct paragraph){.text = _("(a shows what a good answer holds)"),
                                         .ink = INK_FAINT,
                                         .tag = -1});
}

static void add_activity(const struct course_view *view, struct sheet *sheet)
{
    struct buffer text = {0};
    if (!view->activity)
        return;
    buffer_printf(&text,
                  present_segment(view)->exercise ? _("Enter opens the exercise: %s")
                                                  : _("Enter opens the groups. Scenarios: %s"),
                  view->activity);
    sheet_add(sheet, &(struct paragraph){.text = text.data, .ink = INK_COACH, .tag = -1});
    buffer_free(&text);
    if (course_run_is_rehearsal(view->run))
        sheet_add(sheet, &(struct paragraph){.text = _("What is done in a rehearsal counts too."),
                                             .ink = INK_WARNING,
                                             .tag = -1});
}

static void add_sources(const struct course_view *view, struct sheet *sheet)
{
    const struct segment *segment = present_segment(view);
    sheet_blank(sheet);
    for (int i = 0; i < segment->source_count; i++) {
        struct buffer text = {0};
        const struct text *title = course_file_source_title(view->file, segment->sources[i]);
        buffer_printf(&text, "%s %s", segment->sources[i], title ? words_of(view, title) : "");
        sheet_add(sheet, &(struct paragraph){.text = text.data, .ink = INK_FAINT, .tag = -1});
        buffer_free(&text);
    }
}

static void draw_notes(const struct course_view *view, struct canvas *canvas, struct area box,
                       struct course_drawn *drawn)
{
    const struct segment *segment = present_segment(view);
    struct area inside = area_inside(box);
    struct sheet *sheet = sheet_new(inside.cols);
    canvas_box(canvas, box, _("Notes"));
    add_activity(view, sheet);
    add_list(view, sheet, _("Ask"), &segment->prompts, INK_STRONG);
    add_answers(view, sheet);
    add_list(view, sheet, _("Say and do"), &segment->notes, INK_PLAIN);
    add_list(view, sheet, _("Afterwards people can"), &segment->objectives, INK_PLAIN);
    add_list(view, sheet, _("On the slide"), &segment->slides, INK_PLAIN);
    add_sources(view, sheet);
    drawn->top = sheet_clamp(sheet, inside.rows, view->top);
    drawn->rows = inside.rows;
    sheet_draw(sheet, canvas, inside, drawn->top);
    sheet_free(sheet);
}

/* ----------------------------------------------------------------------------- the board ---- */

/* The answers of this segment, or, before there are any, what the board is for. */
static void draw_board(const struct course_view *view, struct canvas *canvas, struct area box)
{
    struct area inside = area_inside(box);
    struct sheet *sheet = sheet_new(inside.cols);
    int count, lines = 0;
    const struct course_event *events = course_run_events(view->run, &count);
    canvas_box(canvas, box, _("Board"));
    for (int i = 0; i < count; i++) {
        char number[16];
        if (events[i].kind != COURSE_BOARD || events[i].segment != view->state->segment)
            continue;
        snprintf(number, sizeof number, "%d", ++lines);
        sheet_add(sheet, &(struct paragraph){.label = number,
                                             .label_ink = INK_KEY,
                                             .indent = 3,
                                             .text = events[i].text,
                                             .tag = -1});
    }
    if (lines == 0)
        sheet_add(sheet, &(struct paragraph){.text = _("(w: type what is called out)"),
                                             .ink = INK_FAINT,
                                             .tag = -1});
    sheet_draw(sheet, canvas, inside, sheet_clamp(sheet, inside.rows, sheet_lines(sheet)));
    sheet_free(sheet);
}

static void draw_writing(const struct course_view *view, struct canvas *canvas, int y)
{
    int cols = canvas_cols(canvas) - 2, x = 1;
    x += canvas_printf(canvas, y, x, cols, INK_STRONG, "%s ", _("Onto the board:"));
    entry_draw(view->entry, 0, canvas, y, x, cols + 1 - x);
    canvas_text(canvas, canvas_rows(canvas) - 1, 1, cols, INK_PLAIN,
                _("Enter: note it   Esc: done"));
    canvas_text_right(canvas, canvas_rows(canvas) - 1, cols + 1, cols - 28, INK_WARNING,
                      view->message);
}

/* ----------------------------------------------------------------------------- the foot ---- */

static void draw_next(const struct course_view *view, struct canvas *canvas, int y)
{
    int next = view->state->segment + 1, cols = canvas_cols(canvas) - 2;
    if (next >= view->course->segment_count) {
        canvas_text(canvas, y, 1, cols, INK_FAINT, _("Next: the end of the course"));
        return;
    }
    const struct segment *segment = &view->course->segments[next];
    canvas_printf(canvas, y, 1, cols, INK_PLAIN,
                  ngettext("Next: %s · %s (%d minute)", "Next: %s · %s (%d minutes)",
                           (unsigned long)segment->minutes),
                  course_kind_label(segment->kind), words_of(view, &segment->title),
                  segment->minutes);
}

static int board_cols(int cols)
{
    int wanted = cols * 2 / 5;
    wanted = wanted < BOARD_COLS_MIN ? BOARD_COLS_MIN : wanted;
    return wanted > BOARD_COLS_MAX ? BOARD_COLS_MAX : wanted;
}

void course_draw(const struct course_view *view, struct canvas *canvas, struct course_drawn *drawn)
{
    int rows = canvas_rows(canvas), cols = canvas_cols(canvas);
    *drawn = (struct course_drawn){0};
    draw_title(view, canvas);
    if (view->state->segment < 0)
        return;
    course_draw_strip(course_run_plan(view->run), view->state, canvas,
                      (struct area){1, 1, 1, cols - 2});
    draw_heading(view, canvas, 2);
    int y = draw_clock(view, canvas, 3), side = board_cols(cols);
    struct area body = {y, 0, rows - y - 3, cols - side};
    draw_notes(view, canvas, body, drawn);
    draw_board(view, canvas, (struct area){y, cols - side, body.rows, side});
    draw_next(view, canvas, rows - 3);
    if (view->entry) {
        draw_writing(view, canvas, rows - 2);
        return;
    }
    canvas_text(canvas, rows - 2, 1, cols - 2, view->message_ink, view->message);
    keys_draw(course_key_table, canvas, view->hidden, view->faint);
}
