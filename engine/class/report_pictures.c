/* report_pictures.c: distribution, progress and minutes as SVG. */
#include <math.h>
#include <stdio.h>

#include "base/words.h"
#include "class/report_lines.h"
#include "class/report_page.h"
#include "practice/debrief.h"

enum { LEFT = 44, TOP = 34, TEXT_BYTES = 1024, LABEL_SIZE = 11 };

/* A plain frame: a picture's place for data, in its units. */
struct plot {
    struct buffer *out;
    double x, y, width, height; /* y is the upper edge */
    double most;                /* of the vertical scale, which begins at 0 */
};

static double plot_y(const struct plot *plot, double value)
{
    return plot->y + plot->height * (1 - value / plot->most);
}

static void label(struct buffer *out, double x, double y, enum svg_anchor anchor, const char *style,
                  const char *text)
{
    struct svg_label made = {.x = x, .y = y, .anchor = anchor, .style = style, .text = text};
    svg_text(out, &made);
}

static void number(struct buffer *out, double x, double y, enum svg_anchor anchor,
                   const char *style, double value)
{
    char text[32];
    snprintf(text, sizeof text, "%.0f", value);
    label(out, x, y, anchor, style, text);
}

/* The least of 1, 2, 5, 10, 20 ... that makes at most six steps. */
static double step_for(double most)
{
    double step = 1;
    while (most / step > 6) {
        double tens = pow(10, floor(log10(step) + 1e-9));
        step = step / tens < 1.5 ? 2 * tens : step / tens < 4 ? 5 * tens : 10 * tens;
    }
    return step;
}

static void vertical_scale(const struct plot *plot)
{
    double step = step_for(plot->most);
    int steps = (int)(plot->most / step + 1e-9);
    for (int i = 0; i <= steps; i++) {
        double value = i * step;
        double y = plot_y(plot, value);
        svg_line(plot->out, plot->x, y, plot->x + plot->width, y, i > 0 ? "grid" : "axis");
        number(plot->out, plot->x - 6, y + 4, SVG_END, "quiet", value);
    }
}

/* ------------------------------------------------------------------------- distribution ---- */

static void mark_line(const struct plot *plot, double score, const char *style, const char *words)
{
    char text[96], digits[SCORE_TEXT_SIZE];
    double x = plot->x + plot->width * score / 100;
    score_format(score, digits);
    snprintf(text, sizeof text, "%.60s %s", words, digits);
    svg_line(plot->out, x, plot->y - 6, x, plot->y + plot->height, style);
    label(plot->out, x, plot->y - 10, SVG_MIDDLE, "small", text);
}

static void bars(const struct plot *plot, const struct report_distribution *all)
{
    double width = plot->width / REPORT_BINS;
    for (int i = 0; i < REPORT_BINS; i++) {
        if (all->bins[i] == 0)
            continue;
        double y = plot_y(plot, all->bins[i]);
        struct svg_box box = {.x = plot->x + i * width + 2,
                              .y = y,
                              .width = width - 4,
                              .height = plot->y + plot->height - y};
        svg_box(plot->out, &box, "bar");
        number(plot->out, plot->x + (i + .5) * width, y - 4, SVG_MIDDLE, "small", all->bins[i]);
    }
}

void picture_distribution(struct buffer *out, const struct report *report)
{
    const struct report_distribution *all = &report->distribution;
    char description[TEXT_BYTES];
    int most = 1;
    for (int i = 0; i < REPORT_BINS; i++)
        most = all->bins[i] > most ? all->bins[i] : most;
    snprintf(description, sizeof description,
             _("Bars of 5 points: how many sessions scored that much. %d sessions, mean %.1f."),
             all->scores.count, all->scores.mean);
    struct svg_frame frame = {.width = 760,
                              .height = 290,
                              .id = "distribution",
                              .title = _("Distribution of scores"),
                              .description = description};
    struct plot plot = {.out = out, .x = LEFT + 8, .y = TOP + 14, .width = 690, .height = 190};
    plot.most = most * 1.12;
    svg_begin(out, &frame);
    vertical_scale(&plot);
    bars(&plot, all);
    for (int score = 0; score <= 100; score += 10)
        number(out, plot.x + plot.width * score / 100, plot.y + plot.height + 16, SVG_MIDDLE,
               "quiet", score);
    mark_line(&plot, bands_default.pass, "dots", band_label(BAND_PASS));
    mark_line(&plot, bands_default.good, "dashes", band_label(BAND_GOOD));
    mark_line(&plot, bands_default.excellent, "dash-dots", band_label(BAND_EXCELLENT));
    if (fabs(report->pass_mark - bands_default.pass) > 0.05) {
        double x = plot.x + plot.width * report->pass_mark / 100;
        char text[96], digits[SCORE_TEXT_SIZE];
        score_format(report->pass_mark, digits);
        snprintf(text, sizeof text, "%s %s", _("pass mark of the class"), digits);
        svg_line(out, x, plot.y - 22, x, plot.y + plot.height, "strong");
        label(out, x, plot.y - 26, SVG_MIDDLE, "small-bold", text);
    }
    label(out, plot.x + plot.width / 2, plot.y + plot.height + 36, SVG_MIDDLE, "quiet", _("score"));
    svg_end(out);
}

/* ------------------------------------------------------------------------------ progress ---- */

static void curve(const struct plot *plot, const double *x, const double *values, int count)
{
    buffer_printf(plot->out, "<path %s d=\"", svg_look("curve"));
    for (int i = 0; i < count; i++)
        buffer_printf(plot->out, "%c%.1f %.1f", i == 0 ? 'M' : 'L', x[i], plot_y(plot, values[i]));
    buffer_add(plot->out, "\"/>\n");
}

/* The i-th point; its number stands above it, or below where the line goes up from it, and hides
   what passes behind it: the pass mark's line and the scale's. */
static void point(const struct plot *plot, const double *x_of, const double *values, int i,
                  int count)
{
    char text[SCORE_TEXT_SIZE];
    double x = x_of[i], value = values[i], y = plot_y(plot, value);
    bool low = (i > 0 && values[i - 1] > value) || (i + 1 < count && values[i + 1] > value);
    low = low && !(i > 0 && values[i - 1] < value) && value > 12;
    score_format(value, text);
    buffer_printf(plot->out, "<circle %s cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"/>\n", svg_look("point"),
                  x, y);
    double base = low ? y + 20 : y - 11, half = svg_width(text, LABEL_SIZE) / 2 + 2;
    struct svg_box behind = {
        .x = x - half, .y = base - LABEL_SIZE + 1, .width = 2 * half, .height = LABEL_SIZE + 1};
    svg_box(plot->out, &behind, "paper");
    label(plot->out, x, base, SVG_MIDDLE, "small-bold", text);
}

static void pass_line(const struct plot *plot, double mark)
{
    double y = plot_y(plot, mark);
    svg_line(plot->out, plot->x, y, plot->x + plot->width, y, "dots");
    label(plot->out, plot->x + plot->width + 4, y + 4, SVG_START, "quiet", _("pass"));
}

static struct plot score_plot(struct buffer *out)
{
    return (struct plot){.out = out, .x = LEFT, .y = TOP, .width = 660, .height = 190, .most = 100};
}

void picture_progress(struct buffer *out, const struct report *report)
{
    double x[REPORT_ATTEMPTS] = {0}, values[REPORT_ATTEMPTS] = {0};
    int count = 0;
    struct svg_frame frame = {
        .width = 760,
        .height = 290,
        .id = "progress",
        .title = _("Progress over attempts"),
        .description = _("A line through the mean scores of all first attempts, all second ones "
                         "and so on; below each, how many sessions it stands on.")};
    struct plot plot = score_plot(out);
    svg_begin(out, &frame);
    vertical_scale(&plot);
    pass_line(&plot, report->pass_mark);
    while (count < REPORT_ATTEMPTS && report->progress[count].count > 0)
        count++;
    for (int i = 0; i < count; i++) {
        x[i] = plot.x + plot.width * (i + .5) / (count > 3 ? count : 3);
        values[i] = report->progress[i].sum / report->progress[i].count;
    }
    curve(&plot, x, values, count);
    for (int i = 0; i < count; i++) {
        char text[64];
        point(&plot, x, values, i, count);
        snprintf(text, sizeof text, "%d%s", i + 1, i == REPORT_ATTEMPTS - 1 ? "+" : "");
        label(out, x[i], plot.y + plot.height + 17, SVG_MIDDLE, "text", text);
        snprintf(text, sizeof text, "n = %d", report->progress[i].count);
        label(out, x[i], plot.y + plot.height + 33, SVG_MIDDLE, "quiet", text);
    }
    label(out, plot.x + plot.width / 2, plot.y + plot.height + 53, SVG_MIDDLE, "quiet",
          _("attempt at the same scenario"));
    svg_end(out);
}

/* The same for one person: sessions from old to new; a hollow point: not passed. */
void picture_latest(struct buffer *out, const struct report *report)
{
    double x[REPORT_LATEST] = {0}, values[REPORT_LATEST] = {0};
    int count = report->latest_count;
    struct svg_frame frame = {
        .width = 760,
        .height = 270,
        .id = "latest",
        .title = _("The latest sessions"),
        .description = _("A line through the scores of the latest sessions, the newest at the "
                         "right. A square point was not passed.")};
    struct plot plot = score_plot(out);
    svg_begin(out, &frame);
    vertical_scale(&plot);
    pass_line(&plot, report->pass_mark);
    for (int i = 0; i < count; i++) {
        x[i] = plot.x + plot.width * (i + .5) / (count > 3 ? count : 3);
        values[i] = report->latest[count - 1 - i].score;
    }
    curve(&plot, x, values, count);
    for (int i = 0; i < count; i++) {
        const struct report_latest *session = &report->latest[count - 1 - i];
        char name[16];
        if (!session->passed) {
            struct svg_box box = {
                .x = x[i] - 7, .y = plot_y(&plot, values[i]) - 7, .width = 14, .height = 14};
            svg_box(out, &box, "missed");
        }
        point(&plot, x, values, i, count);
        snprintf(name, sizeof name, "S%d", session->scenario + 1);
        label(out, x[i], plot.y + plot.height + 17, SVG_MIDDLE, "text", name);
    }
    svg_end(out);
}

/* ------------------------------------------------------------------------------- minutes ---- */

static void minutes_row(const struct plot *plot, const struct report_segment *segment, double y)
{
    char name[TEXT_BYTES], text[64];
    double scale = plot->width / plot->most;
    svg_fit(segment->title, plot->x - 16, 12, name, sizeof name);
    label(plot->out, plot->x - 8, y + 17, SVG_END, "text", name);
    struct svg_box planned = {
        .x = plot->x, .y = y + 3, .width = segment->planned * scale, .height = 9};
    struct svg_box actual = {
        .x = plot->x, .y = y + 13, .width = segment->actual * scale, .height = 9};
    svg_box(plot->out, &planned, "plan");
    svg_box(plot->out, &actual, "bar");
    snprintf(text, sizeof text, "%.1f / %.1f", segment->planned, segment->actual);
    double longest = fmax(segment->planned, segment->actual) * scale;
    label(plot->out, plot->x + longest + 6, y + 17, SVG_START, "small", text);
}

void picture_minutes(struct buffer *out, const struct report_course *course, int number_of_course)
{
    enum { ROW = 28 };
    char id[24];
    struct plot plot = {.out = out, .x = 260, .y = 12, .width = 410, .most = 1};
    for (int i = 0; i < course->segment_count; i++)
        plot.most = fmax(plot.most, fmax(course->segments[i].planned, course->segments[i].actual));
    plot.height = ROW * course->segment_count;
    snprintf(id, sizeof id, "minutes-%d", number_of_course);
    struct svg_frame frame = {.width = 760,
                              .height = plot.height + 50,
                              .id = id,
                              .title = _("Planned and actual minutes"),
                              .description = _("Two bars for each part of the course: above, "
                                               "dashed, the minutes planned; below, filled, those "
                                               "it took.")};
    svg_begin(out, &frame);
    svg_line(out, plot.x, plot.y, plot.x, plot.y + plot.height, "axis");
    for (int i = 0; i < course->segment_count; i++)
        minutes_row(&plot, &course->segments[i], plot.y + i * ROW);
    struct svg_box planned = {
        .x = plot.x, .y = plot.y + plot.height + 14, .width = 24, .height = 9};
    struct svg_box actual = {
        .x = plot.x + 160, .y = plot.y + plot.height + 14, .width = 24, .height = 9};
    svg_box(out, &planned, "plan");
    label(out, planned.x + 30, planned.y + 9, SVG_START, "small", _("planned"));
    svg_box(out, &actual, "bar");
    label(out, actual.x + 30, actual.y + 9, SVG_START, "small", _("actual"));
    svg_end(out);
}
