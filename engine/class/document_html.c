/* document_html.c: a document as a page that stands alone. */
#include <string.h>

#include "class/document_parts.h"
#include "class/markup.h"

static const struct {
    const char *element, *style;
} blocks[] = {
#define X(name, element, style) [DOCUMENT_##name] = {element, style},
    DOCUMENT_BLOCKS(X)
#undef X
};

static const struct {
    const char *element, *style;
} pieces[] = {
#define X(name, element, style) [PIECE_##name] = {element, style},
    DOCUMENT_PIECES(X)
#undef X
};

static void add_text(struct buffer *out, const char *text)
{
    markup_escape(out, text, "<br>\n");
}

/* In an attribute a line break would be markup: it becomes a space. */
static void add_attribute(struct buffer *out, const char *name, const struct node *cell)
{
    buffer_printf(out, " %s=\"", name);
    for (const struct node *piece = cell->first; piece; piece = piece->next) {
        if (!piece->is_piece)
            continue;
        char one[2] = "";
        for (const char *c = piece->text; *c; c++) {
            one[0] = *c == '\n' ? ' ' : *c;
            add_text(out, one);
        }
    }
    buffer_add(out, "\"");
}

static void write_node(struct buffer *out, const struct node *node);

static void write_children(struct buffer *out, const struct node *node)
{
    for (const struct node *child = node->first; child; child = child->next)
        write_node(out, child);
}

static void open_element(struct buffer *out, const char *element, const char *style)
{
    buffer_printf(out, "<%s", element);
    if (*style)
        buffer_printf(out, " class=\"%s\"", style);
}

static void write_piece(struct buffer *out, const struct node *node)
{
    const char *element = pieces[node->piece].element;
    bool shown =
        node->piece == PIECE_PLAIN || node->piece == PIECE_STRONG || node->piece == PIECE_SMALL;
    if (!*element) {
        add_text(out, node->text);
        return;
    }
    if (node->piece == PIECE_BREAK) { /* an element without an end */
        buffer_add(out, "<br>\n");
        return;
    }
    open_element(out, element, pieces[node->piece].style);
    buffer_add(out, ">");
    if (shown)
        add_text(out, node->text);
    buffer_printf(out, "</%s>", element);
}

/* ------------------------------------------------------------------------------ tables ---- */

static const struct node *head_row(const struct node *table)
{
    const struct node *row = table->first;
    return row && row->block == DOCUMENT_HEAD_ROW ? row : NULL;
}

/* On a narrow screen each cell is a line of its own, led by the heading of its column. */
static void write_cell(struct buffer *out, const struct node *cell, const struct node *heading)
{
    open_element(out, "td", blocks[cell->block].style);
    if (heading && heading->first)
        add_attribute(out, "data-label", heading);
    buffer_add(out, ">");
    write_children(out, cell);
    if (cell->block == DOCUMENT_TICK_CELL)
        buffer_add(out, "<span class=\"box\"></span>");
    buffer_add(out, "</td>");
}

static void write_head(struct buffer *out, const struct node *row)
{
    buffer_add(out, "<thead><tr>");
    for (const struct node *cell = row->first; cell; cell = cell->next) {
        open_element(out, "th", blocks[cell->block].style);
        buffer_add(out, " scope=\"col\">");
        write_children(out, cell);
        buffer_add(out, "</th>");
    }
    buffer_add(out, "</tr></thead>\n");
}

static void write_row(struct buffer *out, const struct node *row, const struct node *head,
                      int columns)
{
    open_element(out, "tr", blocks[row->block].style);
    buffer_add(out, ">");
    if (row->block == DOCUMENT_BAND_ROW) {
        buffer_printf(out, "<td colspan=\"%d\">", columns);
        if (row->first)
            write_children(out, row->first);
        buffer_add(out, "</td>");
    } else {
        const struct node *heading = head ? head->first : NULL;
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            write_cell(out, cell, heading);
            heading = heading ? heading->next : NULL;
        }
    }
    buffer_add(out, "</tr>\n");
}

/* A heading inside the table stays with its first row, and the last row is never left alone. */
static bool stays_with_next(const struct node *row)
{
    return row->next && (row->block == DOCUMENT_BAND_ROW || !row->next->next);
}

/* Rows that stay together are a group of their own: pages break between groups. */
static void write_rows(struct buffer *out, const struct node *first, const struct node *head,
                       int columns)
{
    bool open = false, keeps = false, held = false;
    for (const struct node *row = first; row; row = row->next) {
        bool stays = stays_with_next(row);
        if (!held && (!open || stays || keeps)) {
            buffer_add(out, open ? "</tbody>\n" : "");
            buffer_add(out, stays ? "<tbody class=\"keep\">\n" : "<tbody>\n");
            open = true;
            keeps = stays;
        }
        write_row(out, row, head, columns);
        held = stays;
    }
    buffer_add(out, open ? "</tbody>\n" : "");
}

static void write_table(struct buffer *out, const struct node *table)
{
    const struct node *head = head_row(table);
    buffer_add(out, "<table>\n<colgroup>");
    for (int i = 0; i < table->number; i++)
        buffer_printf(out, "<col style=\"width:%d%%\">", table->widths[i]);
    buffer_add(out, "</colgroup>\n");
    if (head)
        write_head(out, head);
    write_rows(out, head ? head->next : table->first, head, table->number);
    buffer_add(out, "</table>\n");
}

/* ------------------------------------------------------------------------------ blocks ---- */

static void write_lines(struct buffer *out, const struct node *node)
{
    buffer_add(out, "<div class=\"lines\">");
    for (int i = 0; i < node->number; i++)
        buffer_add(out, "<div class=\"line\"></div>");
    buffer_add(out, "</div>\n");
}

static void write_field(struct buffer *out, const struct node *node)
{
    buffer_printf(out, "<span class=\"field\" style=\"width:%d%%\"><span>", node->number);
    write_children(out, node);
    buffer_add(out, "</span></span>");
}

/* An empty cell keeps the frames apart. */
static void write_pair(struct buffer *out, const struct node *pair)
{
    buffer_add(out, "<div class=\"pair\">");
    for (const struct node *slide = pair->first; slide; slide = slide->next) {
        write_node(out, slide);
        if (slide->next)
            buffer_add(out, "<div class=\"gutter\"></div>\n");
    }
    buffer_add(out, "</div>\n");
}

static void write_node(struct buffer *out, const struct node *node)
{
    if (node->is_piece) {
        write_piece(out, node);
        return;
    }
    switch (node->block) {
    case DOCUMENT_TABLE:
        write_table(out, node);
        return;
    case DOCUMENT_LINES:
        write_lines(out, node);
        return;
    case DOCUMENT_SLIDE_PAIR:
        write_pair(out, node);
        return;
    case DOCUMENT_FIELD:
        write_field(out, node);
        return;
    default:
        open_element(out, blocks[node->block].element, blocks[node->block].style);
        buffer_add(out, ">");
        write_children(out, node);
        buffer_printf(out, "</%s>\n", blocks[node->block].element);
    }
}

char *document_to_html(const struct document *document)
{
    struct buffer out = {0};
    const char *language = document->language == LANGUAGE_ZH ? "zh-CN" : "en";
    buffer_printf(&out, "<!DOCTYPE html>\n<html lang=\"%s\"%s>\n<head>\n<meta charset=\"utf-8\">\n",
                  language, document->compact ? " class=\"compact\"" : "");
    buffer_add(&out, "<meta http-equiv=\"Content-Security-Policy\" "
                     "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<title>");
    add_text(&out, document->title);
    buffer_add(&out, " · ");
    add_text(&out, document->kind);
    buffer_add(&out, "</title>\n<style>\n");
    for (const char *const *line = document_style; *line; line++)
        buffer_printf(&out, "%s\n", *line);
    buffer_printf(&out, "@page { @bottom-center { content: %s } }\n",
                  document_page_number(document->language));
    buffer_add(&out, "</style>\n</head>\n<body>\n<main>\n<header>\n<p class=\"kind\">");
    add_text(&out, document->kind);
    buffer_add(&out, "</p>\n<h1>");
    add_text(&out, document->title);
    buffer_add(&out, "</h1>\n</header>\n");
    write_children(&out, &document->root);
    buffer_add(&out, "</main>\n</body>\n</html>\n");
    return buffer_take(&out);
}
