/* document.c: builds the tree of a document. */
#include "class/document.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "class/document_parts.h"

/* Far above any text of a course, far below what would hurt. */
enum { TEXT_BYTES_MAX = 64 * 1024 };

static const char *keep_text(struct document *document, const char *text)
{
    char *clean = text_clean(text ? text : "", text ? strlen(text) : 0, TEXT_BYTES_MAX, true);
    const char *kept = arena_strdup(document->arena, clean);
    free(clean);
    return kept;
}

struct document *document_new(enum language language, const char *kind, const char *title)
{
    struct arena *arena = arena_new();
    struct document *document = arena_alloc(arena, 1, sizeof *document);
    document->arena = arena;
    document->language = language;
    document->kind = keep_text(document, kind);
    document->title = keep_text(document, title);
    document->root.block = DOCUMENT_SECTION;
    document->open = &document->root;
    return document;
}

void document_free(struct document *document)
{
    if (document)
        arena_free(document->arena);
}

void document_compact(struct document *document)
{
    document->compact = true;
}

static struct node *append(struct document *document)
{
    struct node *node = arena_alloc(document->arena, 1, sizeof *node);
    struct node *parent = document->open;
    node->parent = parent;
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    return node;
}

void document_begin(struct document *document, enum document_block block)
{
    struct node *node = append(document);
    node->block = block;
    document->open = node;
}

void document_end(struct document *document)
{
    assert(document->open->parent);
    document->open = document->open->parent;
}

/* Spaces at the ends are part of the sentence that pieces make up together; text_clean trims. */
static const char *keep_piece(struct document *document, const char *text)
{
    const char *kept = keep_text(document, text);
    size_t length = text ? strlen(text) : 0;
    bool before = length > 0 && text[0] == ' ' && *kept;
    bool after = length > 0 && text[length - 1] == ' ' && *kept;
    if (length > 0 && !*kept && strspn(text, " ") == length)
        return " ";
    return before || after
               ? arena_printf(document->arena, "%s%s%s", before ? " " : "", kept, after ? " " : "")
               : kept;
}

void document_text(struct document *document, enum document_piece piece, const char *text)
{
    struct node *node = append(document);
    node->is_piece = true;
    node->piece = piece;
    node->text = keep_piece(document, text);
}

void document_printf(struct document *document, enum document_piece piece, const char *format, ...)
{
    va_list arguments;
    char *text = NULL;
    va_start(arguments, format);
    int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    if (length < 0)
        abort();
    document_text(document, piece, text);
    free(text);
}

void document_add(struct document *document, enum document_block block, const char *text)
{
    if (!text || !*text)
        return;
    document_begin(document, block);
    document_text(document, PIECE_PLAIN, text);
    document_end(document);
}

void document_table(struct document *document, const int *widths, int count)
{
    int *kept = arena_alloc(document->arena, (size_t)count, sizeof *kept);
    memcpy(kept, widths, (size_t)count * sizeof *kept);
    document_begin(document, DOCUMENT_TABLE);
    document->open->widths = kept;
    document->open->number = count;
}

void document_lines(struct document *document, int count)
{
    document_begin(document, DOCUMENT_LINES);
    document->open->number = count;
    document_end(document);
}

void document_field(struct document *document, const char *label, int share)
{
    document_begin(document, DOCUMENT_FIELD);
    document->open->number = share;
    document_text(document, PIECE_PLAIN, label);
    document_end(document);
}
