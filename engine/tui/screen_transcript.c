/*
 * screen_transcript.c: the whole conversation, turn by turn, with what was taken back; and one that
 * might have been.
 */
#include "base/buffer.h"
#include "tui/dialogue.h"
#include "tui/keys.h"
#include "tui/screens.h"

#define TRANSCRIPT_KEYS(X)                                                                         \
    X(TRANSCRIPT_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", N_("scroll"), N_("scroll by a line (also k, j)")) \
    X(TRANSCRIPT_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                         \
    X(TRANSCRIPT_PAGE_UP, KEYS(KEYCAP_PAGE_UP), "PgUp PgDn", N_("page"), N_("scroll by a page"))   \
    X(TRANSCRIPT_PAGE_DOWN, KEYS(KEYCAP_PAGE_DOWN, ' '), "", "", "")                               \
    X(TRANSCRIPT_TOP, KEYS(KEYCAP_HOME, 'g'), "Home End", "", N_("to the beginning or the end"))   \
    X(TRANSCRIPT_END, KEYS(KEYCAP_END, 'G'), "", "", "")                                           \
    X(TRANSCRIPT_NEXT, KEYS('n', KEYCAP_RIGHT, 'l'), "n", N_("next turn"),                         \
      N_("the next turn; of a rule, the next turn that decided it"))                               \
    X(TRANSCRIPT_PREVIOUS, KEYS('p', 'N', KEYCAP_LEFT, 'h'), "p", N_("previous"),                  \
      N_("the turn before"))                                                                       \
    X(TRANSCRIPT_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                                \
    X(TRANSCRIPT_BACK, KEYS(KEYCAP_ESCAPE, 'q', KEYCAP_ENTER), "Esc", N_("back"),                  \
      N_("back (also q)"))

enum transcript_command { TRANSCRIPT_KEYS(KEY_COMMAND) TRANSCRIPT_COMMAND_COUNT };

static const struct key_row transcript_key_rows[] = {TRANSCRIPT_KEYS(KEY_ROW)};
static const struct key_table transcript_key_table = KEY_TABLE(transcript_key_rows);

struct reading {
    struct tui *tui;
    struct session *session;
    const char *title;
    const struct debrief_rule *rule; /* whose turns are marked; NULL for none */
    int better;                      /* turn from which nobody played this; 0 for none */
    int turn;                        /* that was jumped to; -1 once scrolled by hand */
    int top, lines, rows;
    bool help;
    int help_top;
};

/* Whether `turn` decided the rule, and how. */
static bool find_mark(const struct reading *reading, int turn, bool *good)
{
    *good = true;
    if (reading->better > 0 && turn == reading->better)
        return true;
    for (int i = 0; reading->rule && i < reading->rule->turn_count; i++) {
        if (reading->rule->turns[i] == turn) {
            *good = reading->rule->turn_good[i];
            return true;
        }
    }
    return false;
}

/* A sign at the left of each line of a turn that decided the rule. */
static void draw_marks(const struct reading *reading, struct canvas *canvas,
                       const struct sheet *sheet, struct area area)
{
    for (int row = 0; row < area.rows; row++) {
        bool good;
        int turn = sheet_tag(sheet, reading->top + row);
        if (turn < 0 || !find_mark(reading, turn, &good))
            continue;
        canvas_text(canvas, area.y + row, area.x - 2, 1, good ? INK_GOOD : INK_BAD,
                    reading->better > 0 ? "★"
                    : good              ? "√"
                                        : "×");
    }
}

static struct sheet *make_sheet(const struct reading *reading, int cols)
{
    struct sheet *sheet = sheet_new(cols);
    struct dialogue dialogue = {
        .session = reading->session, .language = words_language(), .remarks = true, .record = true};
    dialogue_add(sheet, &dialogue);
    return sheet;
}

static void add_score(struct buffer *text, struct session *session)
{
    struct score score;
    char number[SCORE_TEXT_SIZE];
    session_score(session, &bands_default, &score);
    score_format(score.total, number);
    buffer_printf(text, "%s %s", _("Score"), number);
}

static void draw_title(const struct reading *reading, struct canvas *canvas)
{
    enum language language = words_language();
    const struct scenario *scenario = session_scenario(reading->session);
    int end = canvas_cols(canvas) - 1;
    struct buffer text = {0};
    if (reading->rule)
        buffer_printf(&text, _("Rule: %s"), reading->rule->rule->title.words[language]);
    if (reading->better > 0)
        add_score(&text, reading->session);
    if (text.length)
        end -= canvas_text_right(canvas, 0, end, canvas_cols(canvas) / 2, INK_STRONG, text.data);
    buffer_free(&text);
    canvas_printf(canvas, 0, 1, end - 3, INK_TITLE, "%s · %s", reading->title,
                  scenario->title.words[language]);
}

static void draw(struct reading *reading)
{
    struct canvas *canvas = terminal_canvas(reading->tui);
    int rows = canvas_rows(canvas), cols = canvas_cols(canvas);
    struct area area = {2, 3, rows - 4, cols - 6};
    struct sheet *sheet = make_sheet(reading, area.cols);
    if (reading->turn >= 0 && sheet_find(sheet, reading->turn) >= 0)
        reading->top = sheet_find(sheet, reading->turn);
    reading->top = sheet_clamp(sheet, area.rows, reading->top);
    reading->lines = sheet_lines(sheet);
    reading->rows = area.rows;
    draw_title(reading, canvas);
    sheet_draw(sheet, canvas, area, reading->top);
    draw_marks(reading, canvas, sheet, area);
    keys_draw(transcript_key_table, canvas, 0, 0);
    if (reading->help)
        keys_help(transcript_key_table, reading->tui, 0, NULL, &reading->help_top);
    else
        terminal_no_overlay(reading->tui);
    terminal_show(reading->tui);
    sheet_free(sheet);
}

/* The next turn in a direction: of the rule's turns, or of all when no rule is marked. */
static void jump(struct reading *reading, int step)
{
    bool good;
    int last = session_state(reading->session)->turn;
    bool marked = reading->rule && reading->rule->turn_count > 0;
    int from = reading->turn;
    if (from < 0) { /* from whatever is at the top */
        struct sheet *sheet = make_sheet(reading, canvas_cols(terminal_present(reading->tui)) - 6);
        from = sheet_tag(sheet, reading->top);
        sheet_free(sheet);
    }
    for (int turn = from + step; turn >= 0 && turn <= last; turn += step) {
        if (!marked || find_mark(reading, turn, &good)) {
            reading->turn = turn;
            return;
        }
    }
}

static void scroll(struct reading *reading, int lines)
{
    reading->turn = -1;
    reading->top += lines;
}

/* False: back. */
static bool obey(struct reading *reading, int command)
{
    switch (command) {
    case TRANSCRIPT_UP:
        scroll(reading, -1);
        break;
    case TRANSCRIPT_DOWN:
        scroll(reading, 1);
        break;
    case TRANSCRIPT_PAGE_UP:
        scroll(reading, 1 - reading->rows);
        break;
    case TRANSCRIPT_PAGE_DOWN:
        scroll(reading, reading->rows - 1);
        break;
    case TRANSCRIPT_TOP:
        scroll(reading, -reading->lines);
        break;
    case TRANSCRIPT_END:
        scroll(reading, reading->lines);
        break;
    case TRANSCRIPT_NEXT:
        jump(reading, 1);
        break;
    case TRANSCRIPT_PREVIOUS:
        jump(reading, -1);
        break;
    case TRANSCRIPT_HELP:
        reading->help = true;
        reading->help_top = 0;
        break;
    case TRANSCRIPT_BACK:
        return false;
    default:
        break;
    }
    return true;
}

static void read_on(struct reading *reading)
{
    struct input input;
    do {
        draw(reading);
        terminal_read(reading->tui, -1, &input);
        if (reading->help)
            reading->help = keys_help_input(&input, &reading->help_top);
        else if (input.kind == INPUT_WHEEL)
            scroll(reading, 2 * input.wheel);
        else if (!obey(reading, keys_command(transcript_key_table, reading->tui, &input)))
            break;
    } while (input.kind != INPUT_STOP);
}

void screen_transcript(struct tui *tui, struct play *play, const struct debrief_rule *rule,
                       int turn)
{
    read_on(&(struct reading){.tui = tui,
                              .session = play_session(play),
                              .title = _("Transcript"),
                              .rule = rule,
                              .turn = turn});
}

void screen_line(struct tui *tui, struct session *session, const char *title, int turn)
{
    read_on(&(struct reading){
        .tui = tui, .session = session, .title = title, .better = turn, .turn = turn});
}
