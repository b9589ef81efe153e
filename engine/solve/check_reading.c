/* check_reading.c: whether what must be read at once fits on a terminal of 80 x 24. */
#include "base/words.h"
#include "solve/check_parts.h"

/*
 * The play screen at that size: a title, a framed pane of dialogue, the responses, a line of keys.
 * Within its pane a line is set off by who says it.
 */
enum {
    SCREEN_ROWS = 24,
    OTHER_ROWS = 4, /* title, keys, and the pane's frame */
    PANE_CELLS = 51,
    RESPONSE_CELLS = 74,
    BRIEF_CELLS = 76,
    BRIEF_ROWS = 18,
};

static const int label_cells[LANGUAGE_COUNT] = {[LANGUAGE_ZH] = 6, [LANGUAGE_EN] = 10};

static int rows_of(const char *text, int cells)
{
    int rows = 0;
    while (text && text[0]) {
        text_wrap(text, cells, &text);
        rows++;
    }
    return rows;
}

int check_response_rows(const struct response *response, enum language language)
{
    return rows_of(response->say.words[language], RESPONSE_CELLS);
}

/* Of the longest variant. */
static int line_rows(const struct line *line, enum language language)
{
    int most = 0;
    for (int i = 0; i < line->selector.case_count; i++) {
        int rows = rows_of(line->variants[i].words[language], PANE_CELLS - label_cells[language]);
        most = rows > most ? rows : most;
    }
    return most;
}

static void check_screen(struct check *check, const struct node *node, int response_rows,
                         enum language language)
{
    int rows = OTHER_ROWS + line_rows(&node->scene, language) + line_rows(&node->says, language) +
               response_rows;
    if (rows > SCREEN_ROWS)
        check_add(check, CHECK_READING, check_at_node(node),
                  _("too much to read at '%s' (%s): %d rows with its responses, and a screen has "
                    "%d; shorten the longest"),
                  node->id, language_code(language), rows, SCREEN_ROWS);
}

void check_reading(struct check *check)
{
    const struct scenario *scenario = check->scenario;
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        int rows = rows_of(scenario->brief.words[language], BRIEF_CELLS);
        if (rows > BRIEF_ROWS)
            check_add(check, CHECK_READING, (struct place){.line = check_line(check, "brief")},
                      _("the brief takes %d rows (%s), and a screen has room for %d: shorten it"),
                      rows, language_code((enum language)language), BRIEF_ROWS);
        for (int i = 0; i < scenario->node_count; i++)
            check_screen(check, &scenario->nodes[i], check->survey.nodes[i].rows[language],
                         (enum language)language);
    }
}
