/* report_lines.c: cells, bars and headings of the text reports. */
#include "class/report_lines.h"

#include <math.h>
#include <string.h>

#include "base/clock.h"
#include "base/words.h"

enum { CELL_BYTES = 1024 };

void line_cell(FILE *out, const char *text, int cells)
{
    char cut[CELL_BYTES];
    text_fit(text, cells, true, cut, sizeof cut);
    fputs(cut, out);
}

void line_right(FILE *out, const char *text, int cells)
{
    fprintf(out, "%*s%s", cells > text_width(text) ? cells - text_width(text) : 0, "", text);
}

void line_bar(FILE *out, double share, int cells)
{
    int full = (int)(share * cells + 0.5);
    full = share > 0 && full == 0 ? 1 : full;
    for (int i = 0; i < cells; i++)
        fputs(i < full ? "▇" : " ", out);
}

void line_heading(FILE *out, const char *text)
{
    fprintf(out, "\n%s\n", text);
    for (int i = text_width(text); i > 0; i--)
        fputs("─", out);
    fputc('\n', out);
}

void line_paragraph(FILE *out, const char *text, int width, int indent)
{
    while (text && *text) {
        const char *next;
        size_t length = text_wrap(text, width - indent, &next);
        fprintf(out, "%*s%.*s\n", indent, "", (int)length, text);
        text = next;
    }
}

void line_date(int64_t wall_ms, char out[LINE_DATE_SIZE])
{
    char time[CLOCK_TIME_SIZE];
    clock_format(wall_ms, time);
    memcpy(out, time, LINE_DATE_SIZE - 1);
    out[LINE_DATE_SIZE - 1] = '\0';
}

void line_duration(int64_t seconds, char out[LINE_DURATION_SIZE])
{
    if (seconds < 3600)
        snprintf(out, LINE_DURATION_SIZE, "%d:%02d", (int)(seconds / 60), (int)(seconds % 60));
    else
        snprintf(out, LINE_DURATION_SIZE, "%lld:%02d:%02d", (long long)(seconds / 3600),
                 (int)(seconds / 60 % 60), (int)(seconds % 60));
}

void line_difference(double value, char out[LINE_DIFFERENCE_SIZE])
{
    bool none = fabs(value) < 0.05;
    snprintf(out, LINE_DIFFERENCE_SIZE, none ? "%.1f" : "%+.1f", none ? 0 : value);
}

const char *policy_label(enum attempt_policy policy)
{
    static const char *const labels[POLICY_COUNT] = {
        [POLICY_FIRST] = N_("the first attempt counts"),
        [POLICY_BEST] = N_("the best attempt counts"),
        [POLICY_LAST] = N_("the last attempt counts"),
        [POLICY_AVERAGE] = N_("the mean of all attempts counts"),
    };
    return _(labels[policy]);
}

bool line_some_unplayed(const struct report *report)
{
    for (int i = 0; i < report->people_count; i++) {
        const struct report_person *person = &report->people[i];
        for (int j = 0; person->has_overall && j < report->scenario_count; j++) {
            if (!report_standing(person, j))
                return true;
        }
    }
    return false;
}

const char *line_node(const struct report_node *node)
{
    return node->words[0] ? node->words : node->ending_label ? node->ending_label : node->id;
}

const char *line_block(double share)
{
    static const char *const blocks[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    int at = (int)(share * 7 + 0.5);
    return blocks[at < 0 ? 0 : at > 7 ? 7 : at];
}
