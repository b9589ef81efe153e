/* screen_course_time.c: large digits, and the strip of segments. */
#include <string.h>

#include "tui/screen_course.h"

enum { DIGIT_ROWS = 3 };

/* ---------------------------------------------------------------------------- digits ---- */

static const struct glyph {
    char character;
    const char *rows[DIGIT_ROWS];
} glyphs[] = {
    {'0', {"█▀█", "█ █", "▀▀▀"}}, {'1', {" ▀█", "  █", "  ▀"}}, {'2', {"▀▀█", "█▀▀", "▀▀▀"}},
    {'3', {"▀▀█", " ▀█", "▀▀▀"}}, {'4', {"█ █", "▀▀█", "  ▀"}}, {'5', {"█▀▀", "▀▀█", "▀▀▀"}},
    {'6', {"█▀▀", "█▀█", "▀▀▀"}}, {'7', {"▀▀█", "  █", "  ▀"}}, {'8', {"█▀█", "█▀█", "▀▀▀"}},
    {'9', {"█▀█", "▀▀█", "▀▀▀"}}, {':', {"▄", "▄", " "}},       {'+', {" ▄ ", "▀█▀", "   "}},
};

static const struct glyph *find_glyph(char character)
{
    for (size_t i = 0; i < sizeof glyphs / sizeof *glyphs; i++) {
        if (glyphs[i].character == character)
            return &glyphs[i];
    }
    return NULL;
}

int course_draw_digits(struct canvas *canvas, int y, int x, enum ink ink, const char *text)
{
    int from = x;
    for (const char *at = text; *at; at++) {
        const struct glyph *glyph = find_glyph(*at);
        if (!glyph)
            continue;
        for (int row = 0; row < DIGIT_ROWS; row++)
            canvas_text(canvas, y + row, x, text_width(glyph->rows[row]), ink, glyph->rows[row]);
        x += text_width(glyph->rows[0]) + 1;
    }
    return x - from;
}

/* ------------------------------------------------------------------------------ strip ---- */

/* Cells that the first `count` segments take of `cells`, so that all together fill them. */
static int cells_until(const struct course_plan *plan, int count, int cells)
{
    int64_t sum = 0;
    for (int i = 0; i < count; i++)
        sum += plan->segments[i].planned;
    return (int)(sum * cells / plan->planned);
}

static enum ink strip_ink(const struct course_state *state, int segment)
{
    if (segment != state->segment)
        return segment < state->segment ? INK_PLAIN : INK_FAINT;
    return state->segment_left < 0 ? INK_BAD : INK_STRONG;
}

/* Full cells are time that has run, open ones time to come; a gap closes each segment. */
static void draw_segment(const struct course_plan *plan, const struct course_state *state,
                         struct canvas *canvas, struct area area, int segment)
{
    const struct segment_state *ran = &state->segments[segment];
    int64_t whole = plan->segments[segment].planned + ran->extended;
    int64_t done = ran->actual < whole ? ran->actual : whole;
    int full = whole > 0 ? (int)(done * area.cols / whole) : 0;
    bool passed = segment < state->segment || state->status == COURSE_FINISHED;
    enum ink ink = strip_ink(state, segment);
    for (int i = 0; i < area.cols; i++) {
        const char *cell = i < full ? "█" : passed ? "▒" : "░";
        canvas_text(canvas, area.y, area.x + i, 1, ink, cell);
    }
}

void course_draw_strip(const struct course_plan *plan, const struct course_state *state,
                       struct canvas *canvas, struct area row)
{
    /* A cell for each segment and a gap behind it come first; what is left is shared by minutes. */
    int gap = 3 * plan->count <= row.cols ? 1 : 0;
    int shared = row.cols - plan->count * (1 + gap) + gap;
    int x = row.x;
    if (shared < 0)
        return;
    for (int i = 0; i < plan->count; i++) {
        int cells = 1 + cells_until(plan, i + 1, shared) - cells_until(plan, i, shared);
        draw_segment(plan, state, canvas, (struct area){row.y, x, 1, cells}, i);
        x += cells + gap;
    }
}
