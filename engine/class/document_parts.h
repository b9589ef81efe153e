/*
 * document_parts.h: the tree behind document.h. Private to document*.c.
 *
 * A node is either a block, which has children, or a piece, which has a text. Everything is in the
 * document's arena.
 */
#ifndef YANLIAN_CLASS_DOCUMENT_PARTS_H
#define YANLIAN_CLASS_DOCUMENT_PARTS_H

#include "base/arena.h"
#include "base/buffer.h"
#include "class/document.h"

struct node {
    bool is_piece;
    enum document_block block; /* of a block */
    enum document_piece piece; /* of a piece */
    const char *text;          /* of a piece: clean, never NULL */
    int number;                /* LINES: how many; FIELD: its share; TABLE: columns */
    const int *widths;         /* TABLE: percent, one a column; else NULL */
    struct node *parent;       /* NULL for the root */
    struct node *first, *last; /* children */
    struct node *next;         /* sibling */
};

struct document {
    struct arena *arena;
    enum language language;
    const char *kind, *title;
    bool compact;
    struct node root;  /* a SECTION */
    struct node *open; /* where the next node goes */
};

/* The lines of the style sheet, the last followed by NULL. */
extern const char *const document_style[];

/* What the last line of a page says, as the content of a CSS rule. */
const char *document_page_number(enum language language);

#endif
