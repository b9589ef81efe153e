/* report_heat.c: the heat map, person by rule, as a shaded table. */
#include <string.h>

#include "base/words.h"
#include "class/report_page.h"

enum { PANEL_RULES = 52, LEVELS = 5 };

/* The lightest from 90 % on, then by 20: dark is where the trouble is. */
static int level_of(double mark)
{
    return mark >= .9 ? 0 : mark >= .7 ? 1 : mark >= .5 ? 2 : mark >= .3 ? 3 : 4;
}

static bool new_pack(const struct report *report, int first, int rule)
{
    if (rule == first)
        return false;
    const char *a = report->rules[rule - 1].name, *b = report->rules[rule].name;
    return strncmp(a, b, strcspn(a, "/") + 1) != 0;
}

static void heat_head(struct buffer *out, const struct report *report, int first, int end)
{
    buffer_add(out, "<thead><tr><th class=\"name\"></th>");
    for (int i = first; i < end; i++) {
        if (new_pack(report, first, i))
            buffer_add(out, "<th class=\"gap\"></th>");
        buffer_add(out, "<th title=\"");
        svg_escape(out, report->rules[i].title);
        buffer_printf(out, "\">%d%s</th>", i + 1, report->rules[i].critical ? "!" : "");
    }
    buffer_add(out, "</tr></thead>\n<tbody>\n");
}

static void heat_cell(struct buffer *out, const struct report_mark *mark)
{
    if (!mark) {
        buffer_add(out, "<td class=\"none\">·</td>");
        return;
    }
    double mean = report_mean_mark(mark);
    buffer_printf(out,
                  mean < .5 ? "<td class=\"h%d\"><span class=\"low\">%d</span></td>"
                            : "<td class=\"h%d\">%d</td>",
                  level_of(mean), report_percent(mark));
}

static void heat_row(struct buffer *out, const struct report *report,
                     const struct report_person *person, int first, int end)
{
    buffer_add(out, "<tr><th class=\"name\" scope=\"row\">");
    if (person->number > 0 && !report->anonymised)
        buffer_printf(out, "%d ", person->number);
    page_name(out, person->name);
    buffer_add(out, "</th>");
    for (int i = first; i < end; i++) {
        if (new_pack(report, first, i))
            buffer_add(out, "<td class=\"gap\"></td>");
        heat_cell(out, report_mark(person, i));
    }
    buffer_add(out, "</tr>\n");
}

static void all_row(struct buffer *out, const struct report *report, int first, int end)
{
    buffer_add(out, "<tr><th class=\"name\" scope=\"row\"><b>");
    svg_escape(out, _("Everybody"));
    buffer_add(out, "</b></th>");
    for (int i = first; i < end; i++) {
        if (new_pack(report, first, i))
            buffer_add(out, "<td class=\"gap\"></td>");
        heat_cell(out, report->rules[i].all.sessions > 0 ? &report->rules[i].all : NULL);
    }
    buffer_add(out, "</tr>\n");
}

static void legend(struct buffer *out)
{
    static const char *const ranges[LEVELS] = {"90–100", "70–89", "50–69", "30–49", "0–29"};
    buffer_add(out, "<p class=\"legend quiet\">");
    for (int i = 0; i < LEVELS; i++)
        buffer_printf(out,
                      i < 3 ? "<span class=\"h%d\">%s</span>"
                            : "<span class=\"h%d\"><b class=\"low\">%s</b></span>",
                      i, ranges[i]);
    svg_escape(out, _(" % kept, on average over the sessions that called for the rule; the darker, "
                      "the more was lost, underlined below 50. · not called for. ! critical. "
                      "The rules' names follow by number."));
    buffer_add(out, "</p>\n");
}

void page_heat(struct buffer *out, const struct report *report)
{
    for (int first = 0; first < report->rule_count; first += PANEL_RULES) {
        int end = first + PANEL_RULES;
        end = end < report->rule_count ? end : report->rule_count;
        page_table(out, "heat", "");
        heat_head(out, report, first, end);
        for (int i = 0; i < report->people_count; i++) {
            if (report->people[i].sessions > 0)
                heat_row(out, report, &report->people[i], first, end);
        }
        if (!report->has_person)
            all_row(out, report, first, end);
        page_table_end(out);
    }
    legend(out);
}

void page_rules(struct buffer *out, const struct report *report)
{
    const char *const headings[] = {"\t",           _("Rule"),  _("\tKept, %"), _("\tCalled for"),
                                    _("\tLost in"), _("Source")};
    page_table(out, "",
               _("Called for: sessions that called for the rule; lost in: of these, "
                 "sessions in which it was not kept throughout."));
    page_head(out, headings, sizeof headings / sizeof *headings);
    for (int i = 0; i < report->rule_count; i++) {
        const struct report_rule *rule = &report->rules[i];
        buffer_add(out, "<tr>");
        page_number(out, 0, i + 1);
        page_printf(out, "td", "%s%s", rule->title, rule->critical ? "\u00a0!" : "");
        if (rule->all.sessions > 0)
            page_number(out, 0, report_percent(&rule->all));
        else
            page_blank(out);
        page_number(out, 0, rule->all.sessions);
        page_number(out, 0, rule->broken);
        page_add(out, "td class=\"id\"", rule->source);
        buffer_add(out, "</tr>\n");
    }
    page_table_end(out);
}
