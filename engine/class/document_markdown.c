/*
 * document_markdown.c: a document as Markdown.
 *
 * CommonMark 0.30 with GitHub's pipe tables and task lists. Any ASCII punctuation may be escaped
 * with a backslash, so hostile text is escaped wherever it could mean something, and nowhere else:
 * the source must stay readable, as some people print just that.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "class/document_parts.h"

/* ------------------------------------------------------------------------------- escape ---- */

/* Means something anywhere: to CommonMark, to GitHub's tables and strike-through, to pandoc. */
static bool is_special(char c)
{
    return strchr("\\`*_[]<>&|~$^@", c) != NULL;
}

/* ":smile:" is a picture, and "https:" a link, to some readers. */
static bool is_colon_word(const char *text)
{
    const char *end = text + 1 + strspn(text + 1, "abcdefghijklmnopqrstuvwxyz0123456789_+-");
    return (end > text + 1 && *end == ':') || strncmp(text, "://", 3) == 0;
}

/*
 * Where in a line that would begin a list or another block a backslash must stand, or -1. Beside
 * "1." and "1)" pandoc also takes "(1)", "a." and roman numbers for lists.
 */
static int block_marker(const char *line)
{
    bool bracket = *line == '(';
    const char *word = line + bracket;
    size_t digits = strspn(word, "0123456789");
    size_t roman = strspn(word, "ivxlcdmIVXLCDM");
    size_t length = digits > 0 ? digits : roman > 0 ? roman : isalpha((unsigned char)*word) ? 1 : 0;
    if (length > 0 && length < 10 && word[length] && strchr(".)", word[length]))
        return bracket ? 0 : (int)length;
    return *line && strchr("#+-=%:", *line) ? 0 : -1;
}

static bool is_web_address(const char *text, const char *start)
{
    return strncasecmp(text, "www.", 4) == 0 &&
           (text == start || !isalnum((unsigned char)text[-1]));
}

/* Where a text stands decides what a line break becomes, and what could begin there. */
enum flow { FLOW_BLOCK, FLOW_HEADING, FLOW_CELL };

static const char *const newlines[] = {
    [FLOW_BLOCK] = "\\\n", [FLOW_HEADING] = " ", [FLOW_CELL] = "<br>"};

static int marker_of(const char *line, enum flow flow)
{
    return flow == FLOW_BLOCK ? block_marker(line) : -1;
}

static void add_escaped(struct buffer *out, const char *text, enum flow flow)
{
    int marker = marker_of(text, flow);
    const char *start = text;
    for (const char *c = text; *c; c++) {
        if (*c == '\n') {
            buffer_add(out, newlines[flow]);
            while (c[1] == ' ')
                c++;
            start = c + 1;
            marker = marker_of(start, flow);
            continue;
        }
        if (is_web_address(c, text)) {
            buffer_add_bytes(out, c, 3);
            c += 3;
            buffer_add(out, "\\");
        } else if (is_special(*c) || (marker >= 0 && c == start + marker) ||
                   (*c == ':' && is_colon_word(c)) || (*c == '#' && flow == FLOW_HEADING)) {
            buffer_add(out, "\\");
        }
        buffer_add_bytes(out, c, 1);
    }
}

/* ------------------------------------------------------------------------------- pieces ---- */

static bool ends_in_space(const struct buffer *out)
{
    return out->length == 0 || strchr(" \n", out->data[out->length - 1]);
}

/*
 * Between Chinese characters and their punctuation two asterisks neither open nor close, so strong
 * words always have a space on both sides, and none inside.
 */
static void add_strong(struct buffer *out, const struct node *node, enum flow flow)
{
    size_t length = strlen(node->text);
    size_t before = strspn(node->text, " ");
    while (length > before && node->text[length - 1] == ' ')
        length--;
    if (length == before)
        return;
    struct buffer words = {0};
    buffer_add_bytes(&words, node->text + before, length - before);
    if (!ends_in_space(out))
        buffer_add(out, " ");
    buffer_add(out, "**");
    add_escaped(out, words.data, flow);
    buffer_add(out, "**");
    buffer_free(&words);
    const struct node *next = node->next;
    if (next && next->is_piece && next->text[0] != ' ')
        buffer_add(out, " ");
}

static void add_piece(struct buffer *out, const struct node *node, enum flow flow)
{
    switch (node->piece) {
    case PIECE_STRONG:
        add_strong(out, node, flow);
        break;
    case PIECE_BOX:
        buffer_add(out, "☐ ");
        break;
    case PIECE_TICKED:
        buffer_add(out, "☑ ");
        break;
    case PIECE_BREAK:
        buffer_add(out, newlines[flow]);
        break;
    case PIECE_GAP:
        buffer_add(out, "────────");
        break;
    default:
        add_escaped(out, node->text, flow);
    }
}

static void trim(struct buffer *out)
{
    while (out->length > 0 && strchr(" \n", out->data[out->length - 1]))
        out->data[--out->length] = '\0';
}

/* The pieces from `*node` on, up to the first block. */
static void add_pieces(struct buffer *out, const struct node **node, enum flow flow)
{
    struct buffer line = {0};
    for (; *node && (*node)->is_piece; *node = (*node)->next)
        add_piece(&line, *node, flow);
    trim(&line);
    if (line.length > 0)
        buffer_add(out, line.data + strspn(line.data, " "));
    buffer_free(&line);
}

/* --------------------------------------------------------------------------- paragraphs ---- */

static void write_blocks(struct buffer *out, const struct node *node);

/* Adds `text` with `first` before its first line and `rest` before the others. */
static void add_indented(struct buffer *out, const char *text, const char *first, const char *rest)
{
    const char *prefix = first;
    while (*text) {
        size_t length = strcspn(text, "\n");
        bool empty = length == 0;
        size_t bare = strlen(prefix);
        while (empty && bare > 0 && prefix[bare - 1] == ' ')
            bare--;
        buffer_add_bytes(out, prefix, bare);
        buffer_add_bytes(out, text, length);
        buffer_add(out, "\n");
        text += length + (text[length] == '\n');
        prefix = rest;
    }
}

static void add_prefixed_blocks(struct buffer *out, const struct node *node, const char *first,
                                const char *rest)
{
    struct buffer inner = {0};
    write_blocks(&inner, node);
    trim(&inner);
    if (inner.length > 0)
        add_indented(out, inner.data, first, rest);
    else if (*first)
        buffer_printf(out, "%s\n", first);
    buffer_free(&inner);
}

static void write_list(struct buffer *out, const struct node *list)
{
    int number = 0;
    for (const struct node *item = list->first; item; item = item->next) {
        struct buffer first = {0};
        number++;
        if (list->block == DOCUMENT_NUMBERS)
            buffer_printf(&first, "%d. ", number);
        else
            buffer_add(&first, "- ");
        char indent[16];
        memset(indent, ' ', sizeof indent);
        indent[first.length < sizeof indent ? first.length : sizeof indent - 1] = '\0';
        if (list->block == DOCUMENT_CHECKS)
            buffer_add(&first, "[ ] ");
        add_prefixed_blocks(out, item, first.data, indent);
        buffer_free(&first);
    }
}

static void add_leaf(struct buffer *out, const char *before, const struct node *node)
{
    const struct node *piece = node->first;
    buffer_add(out, before);
    /* A heading is one line. */
    add_pieces(out, &piece, FLOW_HEADING);
    buffer_add(out, "\n");
}

/* ------------------------------------------------------------------------------- tables ---- */

/* A cell is one line: what stands under one another in it is parted by breaks. */
static void add_cell_text(struct buffer *out, const struct node *node)
{
    const struct node *child = node->first;
    bool first = true;
    while (child) {
        struct buffer part = {0};
        if (child->is_piece) {
            add_pieces(&part, &child, FLOW_CELL);
        } else {
            if (child->block == DOCUMENT_ITEM && node->block != DOCUMENT_CELL)
                buffer_add(&part, "· ");
            add_cell_text(&part, child);
            child = child->next;
        }
        if (part.length > 0) {
            buffer_add(out, first ? "" : "<br>");
            buffer_add(out, part.data);
            first = false;
        }
        buffer_free(&part);
    }
}

static void write_row(struct buffer *out, const struct node *row, int columns)
{
    buffer_add(out, "|");
    int count = 0;
    for (const struct node *cell = row->first; cell && count < columns; cell = cell->next) {
        buffer_add(out, " ");
        if (cell->block == DOCUMENT_TICK_CELL)
            buffer_add(out, "☐");
        if (row->block == DOCUMENT_BAND_ROW) {
            struct buffer band = {0};
            add_cell_text(&band, cell);
            buffer_printf(out, "**%s**", band.data ? band.data : "");
            buffer_free(&band);
        } else {
            add_cell_text(out, cell);
        }
        buffer_add(out, " |");
        count++;
    }
    for (; count < columns; count++)
        buffer_add(out, "  |");
    buffer_add(out, "\n");
}

/* The dashes tell pandoc the widths. */
static void write_rule(struct buffer *out, const struct node *table, const struct node *head)
{
    const struct node *cell = head ? head->first : NULL;
    buffer_add(out, "|");
    for (int i = 0; i < table->number; i++) {
        int dashes = table->widths[i] / 2 < 3 ? 3 : table->widths[i] / 2;
        buffer_add(out, " ");
        for (int k = 0; k < dashes; k++)
            buffer_add(out, "-");
        buffer_add(out, cell && cell->block == DOCUMENT_NUMBER_CELL ? ": |" : " |");
        cell = cell ? cell->next : NULL;
    }
    buffer_add(out, "\n");
}

static void write_table(struct buffer *out, const struct node *table)
{
    const struct node *head = table->first;
    static const struct node nothing = {.block = DOCUMENT_HEAD_ROW};
    if (head && head->block != DOCUMENT_HEAD_ROW)
        head = NULL;
    write_row(out, head ? head : &nothing, table->number);
    write_rule(out, table, head);
    for (const struct node *row = head ? head->next : table->first; row; row = row->next)
        write_row(out, row, table->number);
}

/* ------------------------------------------------------------------------------- blocks ---- */

static void write_lines(struct buffer *out, int count)
{
    for (int i = 0; i < count; i++)
        buffer_printf(out, "%s────────────────────────────────\n", i > 0 ? "\n" : "");
}

static void write_fields(struct buffer *out, const struct node *fields)
{
    for (const struct node *field = fields->first; field; field = field->next) {
        const struct node *piece = field->first;
        add_pieces(out, &piece, FLOW_BLOCK);
        buffer_printf(out, " ────────────%s", field->next ? "  " : "\n");
    }
}

static void write_block(struct buffer *out, const struct node *node)
{
    switch (node->block) {
    case DOCUMENT_HEADING:
        add_leaf(out, "## ", node);
        break;
    case DOCUMENT_SUBHEADING:
        add_leaf(out, "### ", node);
        break;
    case DOCUMENT_LABEL:
        add_leaf(out, "#### ", node);
        break;
    case DOCUMENT_BULLETS:
    case DOCUMENT_NUMBERS:
    case DOCUMENT_CHECKS:
        write_list(out, node);
        break;
    case DOCUMENT_TABLE:
        write_table(out, node);
        break;
    case DOCUMENT_CARD:
    case DOCUMENT_NOTE:
    case DOCUMENT_SLIDE:
    case DOCUMENT_SPEECH:
        if (node->first)
            add_prefixed_blocks(out, node, "> ", "> ");
        break;
    case DOCUMENT_LINES:
        write_lines(out, node->number);
        break;
    case DOCUMENT_FIELDS:
        write_fields(out, node);
        break;
    case DOCUMENT_PAGE_BREAK:
        buffer_add(out, "* * *\n");
        break;
    default: /* paragraphs, and what only keeps things together */
        write_blocks(out, node);
    }
}

/* Every block, and every run of pieces between blocks, with an empty line between. */
static void write_blocks(struct buffer *out, const struct node *node)
{
    const struct node *child = node->first;
    bool first = true;
    while (child) {
        struct buffer part = {0};
        if (child->is_piece) {
            add_pieces(&part, &child, FLOW_BLOCK);
            buffer_add(&part, "\n");
        } else {
            write_block(&part, child);
            child = child->next;
        }
        if (part.length > 0) {
            buffer_add(out, first ? "" : "\n");
            buffer_add(out, part.data);
            first = false;
        }
        buffer_free(&part);
    }
}

char *document_to_markdown(const struct document *document)
{
    struct buffer out = {0};
    buffer_add(&out, "# ");
    add_escaped(&out, document->title, FLOW_HEADING);
    buffer_add(&out, "\n\n");
    add_escaped(&out, document->kind, FLOW_BLOCK);
    buffer_add(&out, "\n\n");
    write_blocks(&out, &document->root);
    return buffer_take(&out);
}
