/*
 * document.h: something to print, built once and written as Markdown or as HTML.
 *
 * A document is a tree: blocks (headings, paragraphs, lists, tables, cards, lines to write on) that
 * hold other blocks and pieces of text. Whoever builds it says what a thing is, never how it looks;
 * how it looks stands once, in document_style.c, for screen and paper. PDF is made of the HTML
 * (pdf.h).
 *
 * Text is data. Whatever is handed in is copied, cleaned (text_clean) and escaped by the writers:
 * a name such as "<script>" or "# 1. *x*" comes out as those very characters in both formats. A
 * newline in a text breaks the line.
 *
 * The HTML stands alone: its style is inside, it holds no script, asks for no network, and says so
 * in a content security policy. It reads well on a telephone (tables become lists of their cells)
 * and prints from any browser with running title and page numbers. The Markdown is CommonMark with
 * the tables and task lists of GitHub's; pandoc reads it too.
 *
 * Building cannot fail: memory is the arena's. It is an error (an assertion) to end a block that
 * was not begun.
 */
#ifndef YANLIAN_CLASS_DOCUMENT_H
#define YANLIAN_CLASS_DOCUMENT_H

#include "base/error.h"
#include "base/text.h"

struct document;

/* X(ENUM, HTML element, its class). What may hold what is as in HTML. */
#define DOCUMENT_BLOCKS(X)                                                               \
    X(SECTION, "section", "") /* a heading and what belongs to it */                     \
    X(HEADING, "h2", "")                                                                 \
    X(SUBHEADING, "h3", "")                                                              \
    X(LABEL, "h4", "") /* a small heading: "Materials" */                                \
    X(PARAGRAPH, "p", "")                                                                \
    X(LEAD, "p", "lead")     /* the sentence that opens a document */                    \
    X(QUIET, "p", "quiet")   /* a remark for those who look for it: sources, legends */  \
    X(SPEECH, "p", "speech") /* what somebody says */                                    \
    X(KEEP, "div", "keep")   /* never torn apart by the end of a page */                 \
    X(CARD, "div", "card")   /* in a frame */                                            \
    X(NOTE, "div", "note")   /* the speaker's notes: a rule at the side */               \
    X(BULLETS, "ul", "")                                                                 \
    X(NUMBERS, "ol", "")                                                                 \
    X(CHECKS, "ul", "checks") /* a box to tick before each item */                       \
    X(ITEM, "li", "")                                                                    \
    X(TABLE, "table", "")                                                                \
    X(HEAD_ROW, "tr", "") /* the first row of a table, if any; repeated on each page */  \
    X(ROW, "tr", "")                                                                     \
    X(BAND_ROW, "tr", "band") /* one cell across the table: a heading inside it */       \
    X(CELL, "td", "")                                                                    \
    X(NUMBER_CELL, "td", "number") /* set to the right */                                \
    X(BLANK_CELL, "td", "blank")   /* to be filled in by hand */                         \
    X(TICK_CELL, "td", "tick")     /* a box in the middle */                             \
    X(SLIDE_PAIR, "div", "pair")   /* up to two slides side by side */                   \
    X(SLIDE, "div", "slide")       /* a slide's frame */                                 \
    X(LINES, "div", "lines")       /* to write on: see document_lines */                 \
    X(FIELDS, "div", "fields")     /* to write names and dates on: see document_field */ \
    X(FIELD, "span", "field")                                                            \
    X(PAGE_BREAK, "div", "page-break")

enum document_block {
#define X(name, element, style) DOCUMENT_##name,
    DOCUMENT_BLOCKS(X)
#undef X
        DOCUMENT_BLOCK_COUNT
};

/* X(ENUM, HTML element, its class) */
#define DOCUMENT_PIECES(X)                                                            \
    X(PLAIN, "", "")                                                                  \
    X(STRONG, "strong", "")                                                           \
    X(SMALL, "small", "")           /* sources, ids */                                \
    X(BOX, "span", "box")           /* an empty box to tick; its text is not shown */ \
    X(TICKED, "span", "box ticked") /* a ticked one, likewise */                      \
    X(BREAK, "br", "")              /* the line ends here; its text is not shown */   \
    X(GAP, "span", "gap")           /* a place to write a word; its text is not shown */

enum document_piece {
#define X(name, element, style) PIECE_##name,
    DOCUMENT_PIECES(X)
#undef X
        PIECE_COUNT
};

/*
 * `kind` says which of several papers this is ("Handout"): it stands above the title, and beside it
 * at the head of every further page. The caller frees the document.
 */
struct document *document_new(enum language language, const char *kind, const char *title);
void document_free(struct document *document); /* NULL is allowed */

/* Set small and close on paper: for cards that must not become booklets. */
void document_compact(struct document *document);

void document_begin(struct document *document, enum document_block block);
void document_end(struct document *document);

/* A piece of text at the end of the open block. NULL counts as "". */
void document_text(struct document *document, enum document_piece piece, const char *text);
void document_printf(struct document *document, enum document_piece piece, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A whole block that holds one plain text; nothing when the text is NULL or "". */
void document_add(struct document *document, enum document_block block, const char *text);

/* Begins a table; `widths` are shares of its width in percent, one a column, summing to 100. */
void document_table(struct document *document, const int *widths, int count);

/* Lines to write an answer on. */
void document_lines(struct document *document, int count);

/* Inside FIELDS: a label and a line behind it; `share` of the width in percent. */
void document_field(struct document *document, const char *label, int share);

/* The caller frees the text. */
char *document_to_html(const struct document *document);
char *document_to_markdown(const struct document *document);

#endif
