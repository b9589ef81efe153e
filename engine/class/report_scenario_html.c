/* report_scenario_html.c: a scenario's part of the page: outcomes, graph, items. */
#include "base/words.h"
#include "class/report_lines.h"
#include "class/report_page.h"

enum { ENDING_CELLS = 48, LED_CELLS = 24 }; /* of a node's words, where they only name it */

static void facts(struct buffer *out, const struct report_scenario *scenario)
{
    char mean[SCORE_TEXT_SIZE], time[LINE_DURATION_SIZE];
    score_format(scenario->scores.mean, mean);
    line_duration(scenario->seconds / scenario->sessions, time);
    page_printf(
        out, "p",
        _("%d sessions, mean %s (standard deviation %.1f), passed %d, a critical rule broken "
          "in %d, think time %s on average."),
        scenario->sessions, mean, spread_deviation(&scenario->scores), scenario->passed,
        scenario->critical, time);
    if (scenario->live > 0)
        page_printf(out, "p class=\"quiet\"",
                    ngettext("%d of them was watched, not played here: it has no path.",
                             "%d of them were watched, not played here: they have no path.",
                             (unsigned long)scenario->live),
                    scenario->live);
}

/* A node by its words, cut to `cells` (0: whole), with its id as a note for who edits the file. */
static void node_name(struct buffer *out, const struct report_node *node, int cells)
{
    char words[1024];
    text_fit(line_node(node), cells > 0 ? cells : text_width(line_node(node)), false, words,
             sizeof words);
    svg_escape(out, words);
    buffer_add(out, " <small>");
    svg_escape(out, node->id);
    buffer_add(out, "</small>");
}

static void endings(struct buffer *out, const struct report_scenario *scenario)
{
    const char *const headings[] = {_("Ending"), _("Point"), _("\tSessions"), _("\tShare, %")};
    page_table(out, "whole", _("How the conversations ended"));
    page_head(out, headings, sizeof headings / sizeof *headings);
    for (int i = 0; i < scenario->node_count; i++) {
        const struct report_node *node = &scenario->nodes[i];
        if (!node->ending || node->ends == 0)
            continue;
        buffer_add(out, "<tr>");
        page_label(out, "td", false, node->ending_label);
        buffer_add(out, "<td>");
        node_name(out, node, ENDING_CELLS);
        buffer_add(out, "</td>");
        page_number(out, 0, node->ends);
        page_number(out, 0, 100.0 * node->ends / scenario->walked);
        buffer_add(out, "</tr>\n");
    }
    if (scenario->ran_out > 0) {
        buffer_add(out, "<tr>");
        page_label(out, "td", false, _("the turns ran out"));
        page_cell(out, "");
        page_number(out, 0, scenario->ran_out);
        page_number(out, 0, 100.0 * scenario->ran_out / scenario->walked);
        buffer_add(out, "</tr>\n");
    }
    page_table_end(out);
}

static void unreached(struct buffer *out, const struct report_scenario *scenario)
{
    int count = 0;
    for (int i = 0; i < scenario->node_count; i++) {
        const struct report_node *node = &scenario->nodes[i];
        if (node->arrivals > 0)
            continue;
        if (count++ == 0) {
            page_add(out, "p class=\"quiet over\"", _("Never reached:"));
            buffer_add(out, "<ul class=\"quiet\">\n");
        }
        buffer_add(out, "<li>");
        if (node->ending) {
            svg_escape(out, node->ending_label);
            svg_escape(out, _(": "));
        }
        node_name(out, node, ENDING_CELLS);
        buffer_add(out, "</li>\n");
    }
    if (count > 0)
        buffer_add(out, "</ul>\n");
}

/* ------------------------------------------------------------------------------- items ---- */

static void item_statistics(struct buffer *out, const struct report_node *node,
                            const struct report_response *response)
{
    struct spread rest = spread_without(&node->asked, &response->chosen);
    double r;
    if (node->asked.count < ITEM_PLAYS_MIN) {
        page_add(out, "td class=\"n\" colspan=\"3\"", _("under 10 plays"));
        return;
    }
    if (response->chosen.count > 0)
        page_score(out, response->chosen.mean);
    else
        page_blank(out);
    if (rest.count > 0)
        page_score(out, rest.mean);
    else
        page_blank(out);
    if (point_biserial(&node->asked, &response->chosen, &r))
        page_printf(out, "td class=\"n\"", "%+.2f", r);
    else
        page_blank(out);
}

static void went_to(struct buffer *out, const struct report_scenario *scenario,
                    const struct report_response *response)
{
    buffer_add(out, "<td class=\"led\">");
    for (int i = 0; i < response->edge_count; i++) {
        const struct report_node *node = &scenario->nodes[response->edges[i].node];
        char words[256];
        text_fit(line_node(node), LED_CELLS, false, words, sizeof words);
        buffer_add(out, i > 0 ? "<br><span title=\"" : "<span title=\"");
        svg_escape(out, node->id);
        buffer_add(out, "\">");
        if (node->ending) {
            svg_escape(out, node->ending_label);
            svg_escape(out, _(": "));
        }
        svg_escape(out, words);
        buffer_printf(out, "</span> <b>%d</b>", response->edges[i].count);
    }
    buffer_add(out, "</td>\n");
}

static void item(struct buffer *out, const struct report_scenario *scenario,
                 const struct report_node *node, const struct report_response *response)
{
    buffer_add(out, "<tr><td>");
    svg_escape(out, response->say);
    buffer_add(out, " <small>");
    svg_escape(out, response->id);
    buffer_add(out, "</small></td>\n");
    page_number(out, 0, response->chosen.count);
    page_number(out, 0, 100.0 * response->chosen.count / node->asked.count);
    item_statistics(out, node, response);
    went_to(out, scenario, response);
    buffer_add(out, "</tr>\n");
}

static void items(struct buffer *out, const struct report_scenario *scenario)
{
    const char *const headings[] = {_("Response"),    _("\tChosen"),       _("\tShare, %"),
                                    _("\tMean with"), _("\tMean without"), _("\tDiscr."),
                                    _("Led to")};
    page_table(out, "items",
               _("Every response: in how many sessions it was chosen, the mean score of those and "
                 "of the others that came by, and how choosing it goes with the score (point-"
                 "biserial correlation, -1 to +1; responses carry no points of their own). "
                 "The last three are given where 10 sessions or more came by."));
    page_head(out, headings, sizeof headings / sizeof *headings);
    for (int i = 0; i < scenario->node_count; i++) {
        const struct report_node *node = &scenario->nodes[i];
        if (node->asked.count == 0)
            continue;
        buffer_add(out, i > 0 ? "</tbody>\n<tbody class=\"whole\">" : "");
        buffer_add(out, "<tr class=\"node\"><td colspan=\"7\">");
        node_name(out, node, 0);
        buffer_printf(out, " <b>%d</b></td></tr>\n", node->asked.count);
        for (int j = 0; j < node->response_count; j++) {
            if (node->responses[j].picks > 0 || !node->responses[j].silent)
                item(out, scenario, node, &node->responses[j]);
        }
    }
    page_table_end(out);
}

void page_scenario(struct buffer *out, const struct report *report, int number)
{
    const struct report_scenario *scenario = &report->scenarios[number];
    page_section(out, scenario->title, "scenario");
    facts(out, scenario);
    if (scenario->walked > 0) {
        page_figure(out, "bigger");
        picture_graph(out, scenario, number + 1);
        page_figure_end(
            out, _("Where the conversations went, from top to bottom. In a box: arrivals, and how "
                   "the customer's words there begin; on a line: how many went that way."));
        unreached(out, scenario);
        endings(out, scenario);
        items(out, scenario);
    }
    page_section_end(out);
}
