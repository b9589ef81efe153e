/* exercise_curve.c: plots series through the cells of a table. */
#include "class/exercise_curve.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/words.h"
#include "class/exercise_words.h"

enum { ROWS_MAX = 40, COLS_MAX = 200, SERIES_MAX = 4, POINTS_MAX = 24 };

static const char marks[SERIES_MAX] = {'o', 'x', '+', '*'};

struct plot {
    const struct exercise *exercise;
    enum language language;
    int rows, cols; /* of the plot alone */
    double low, high;
    int points; /* along the horizontal axis */
    double values[SERIES_MAX][POINTS_MAX];
    bool there[SERIES_MAX][POINTS_MAX];
    bool shared; /* two marks on one place */
    char grid[ROWS_MAX][COLS_MAX];
    char axis[3][NUMBER_TEXT_SIZE]; /* highest, middle, lowest */
};

static void read_values(struct plot *plot, const struct exercise_answer *answer)
{
    bool any = false;
    for (int i = 0; i < plot->exercise->series_count; i++) {
        const struct series *series = &plot->exercise->series[i];
        plot->points = series->part_count > plot->points ? series->part_count : plot->points;
        for (int point = 0; point < series->part_count; point++) {
            double value = 0;
            plot->there[i][point] =
                exercise_cell(plot->exercise, answer, series->task, series->parts[point], &value);
            plot->values[i][point] = value;
            if (!plot->there[i][point])
                continue;
            plot->low = any && plot->low < value ? plot->low : value;
            plot->high = any && plot->high > value ? plot->high : value;
            any = true;
        }
    }
    plot->low = plot->low > 0 ? 0 : plot->low;
    plot->high = plot->high < 0 ? 0 : plot->high;
    if (plot->high - plot->low < 1e-9)
        plot->high = plot->low + 1;
}

static int row_of(const struct plot *plot, double value)
{
    double share = (value - plot->low) / (plot->high - plot->low);
    return plot->rows - 1 - (int)lround(share * (plot->rows - 1));
}

static int column_of(const struct plot *plot, int point)
{
    int steps = plot->points > 1 ? plot->points - 1 : 1;
    return 1 + point * (plot->cols - 3) / steps;
}

/* Dots between two points, a column each. */
static void draw_line(struct plot *plot, int series, int point)
{
    int from = column_of(plot, point), to = column_of(plot, point + 1);
    double start = plot->values[series][point], end = plot->values[series][point + 1];
    for (int column = from + 1; column < to; column++) {
        double value = start + (end - start) * (column - from) / (to - from);
        plot->grid[row_of(plot, value)][column] = '.';
    }
}

static void draw_mark(struct plot *plot, int series, int point)
{
    char *place = &plot->grid[row_of(plot, plot->values[series][point])][column_of(plot, point)];
    bool taken = *place != ' ' && *place != '.';
    plot->shared |= taken;
    *place = taken ? '#' : marks[series];
}

static void draw(struct plot *plot)
{
    memset(plot->grid, ' ', sizeof plot->grid);
    for (int i = 0; i < plot->exercise->series_count; i++) {
        for (int point = 0; point + 1 < plot->points; point++) {
            if (plot->there[i][point] && plot->there[i][point + 1])
                draw_line(plot, i, point);
        }
    }
    for (int i = 0; i < plot->exercise->series_count; i++) {
        for (int point = 0; point < plot->points; point++) {
            if (plot->there[i][point])
                draw_mark(plot, i, point);
        }
    }
}

/* ------------------------------------------------------------------------------- labels ---- */

static int write_axis(struct plot *plot)
{
    int width = 0;
    exercise_number_text(plot->high, plot->axis[0]);
    exercise_number_text((plot->high + plot->low) / 2, plot->axis[1]);
    exercise_number_text(plot->low, plot->axis[2]);
    for (int i = 0; i < 3; i++)
        width = (int)strlen(plot->axis[i]) > width ? (int)strlen(plot->axis[i]) : width;
    return width;
}

static const char *axis_label(const struct plot *plot, int row)
{
    if (row == 0)
        return plot->axis[0];
    if (row == plot->rows - 1)
        return plot->axis[2];
    /* Only where a row stands for the middle exactly. */
    return plot->rows % 2 == 1 && row == plot->rows / 2 ? plot->axis[1] : "";
}

/* What differs along the series: its columns, or where all cells are of one column, its rows. */
static const char *point_label(const struct plot *plot, int point)
{
    const struct series *series = &plot->exercise->series[0];
    const struct task *task = &plot->exercise->tasks[series->task];
    if (point >= series->part_count)
        return "";
    bool columns = false;
    for (int i = 1; i < series->part_count; i++)
        columns |= task->parts[series->parts[i]].column != task->parts[series->parts[0]].column;
    const struct part *part = &task->parts[series->parts[point]];
    return columns ? task->columns[part->column].words[plot->language]
                   : task->rows[part->row].words[plot->language];
}

static void add_spaces(struct buffer *out, int count)
{
    for (int i = 0; i < count; i++)
        buffer_add(out, " ");
}

static void add_point_labels(const struct plot *plot, int margin, struct buffer *out)
{
    int at = 0, room = plot->points > 1 ? (plot->cols - 3) / (plot->points - 1) - 1 : plot->cols;
    add_spaces(out, margin);
    for (int i = 0; i < plot->points; i++) {
        char label[256];
        text_fit(point_label(plot, i), room < 2 ? 2 : room, false, label, sizeof label);
        int width = text_width(label);
        int start = column_of(plot, i) - width / 2;
        start = start + width > plot->cols ? plot->cols - width : start;
        start = start < at ? at : start;
        add_spaces(out, start - at);
        buffer_add(out, label);
        at = start + width;
    }
    buffer_add(out, "\n");
}

static void add_legend(const struct plot *plot, int margin, int cols, struct buffer *out)
{
    int at = 0;
    for (int i = 0; i < plot->exercise->series_count + (plot->shared ? 1 : 0); i++) {
        bool series = i < plot->exercise->series_count;
        const char *label =
            series ? plot->exercise->series[i].label.words[plot->language] : _("several");
        int width = 2 + text_width(label);
        if (at > 0 && at + 3 + width > cols) {
            buffer_add(out, "\n");
            at = 0;
        }
        add_spaces(out, at > 0 ? 3 : margin);
        buffer_printf(out, "%c %s", series ? marks[i] : '#', label);
        at += (at > 0 ? 3 : margin) + width;
    }
    buffer_add(out, "\n");
}

static void add_plot(const struct plot *plot, int width, struct buffer *out)
{
    for (int row = 0; row < plot->rows; row++) {
        int length = plot->cols;
        while (length > 0 && plot->grid[row][length - 1] == ' ')
            length--;
        buffer_printf(out, "%*s |%.*s\n", width, axis_label(plot, row), length, plot->grid[row]);
    }
    buffer_printf(out, "%*s +", width, "");
    for (int column = 0; column < plot->cols; column++)
        buffer_add(out, "-");
    buffer_add(out, "\n");
}

static int within(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

char *exercise_curve(const struct exercise *exercise, const struct exercise_answer *answer,
                     enum language language, int rows, int cols)
{
    struct buffer out = {0};
    if (exercise->series_count == 0)
        return NULL;
    struct plot *plot = calloc(1, sizeof *plot);
    if (!plot)
        abort();
    plot->exercise = exercise;
    plot->language = language;
    read_values(plot, answer);
    int width = write_axis(plot);
    plot->rows = within(rows, CURVE_MIN_ROWS, ROWS_MAX);
    plot->cols = within(cols, CURVE_MIN_COLS, COLS_MAX) - width - 2;
    draw(plot);
    buffer_printf(&out, "%s\n", exercise->curve_title.words[language]);
    add_plot(plot, width, &out);
    add_point_labels(plot, width + 2, &out);
    add_legend(plot, width + 2, within(cols, CURVE_MIN_COLS, COLS_MAX), &out);
    free(plot);
    return buffer_take(&out);
}
