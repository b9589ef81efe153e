/* locate.c: reads the shape of a Lua table constructor, and remembers the line of every key. */
#include "script/locate.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum {
    PATH_MAX_BYTES = 512,
    DEPTH_MAX = 256 /* of brackets and functions: Lua itself compiles no more than 200 */
};

struct place {
    const char *path;
    const char *key; /* the last part of the path, inside it; NULL for a position */
    int line;
    int table; /* number of the table that it stands in */
};

struct locator {
    struct arena *arena;
    struct place *places; /* sorted by path, then by line, after the scan */
    size_t count, capacity;
};

/* What remember() is told of an item without a name. */
#define NO_KEY SIZE_MAX

enum token_kind { TOKEN_END, TOKEN_NAME, TOKEN_STRING, TOKEN_NUMBER, TOKEN_SIGN };

struct token {
    enum token_kind kind;
    const char *start; /* of a string: its first byte inside the quotes */
    size_t length;
    int line;
};

struct scanner {
    const char *at, *end;
    int line;
};

/* ---------------------------------------------------------------------------- tokens ---- */

/* Length of "[[" or "[==[" at `at`, or 0; `level` is the number of equals signs. */
static size_t long_bracket(const struct scanner *scanner, const char *at, size_t *level)
{
    const char *start = at;
    if (at == scanner->end || *at != '[')
        return 0;
    for (at++; at < scanner->end && *at == '='; at++)
        continue;
    *level = (size_t)(at - start) - 1;
    return at < scanner->end && *at == '[' ? *level + 2 : 0;
}

static bool is_line_end(char character)
{
    return character == '\n' || character == '\r';
}

/* One character on. As in Lua, "\n", "\r", "\r\n" and "\n\r" each end one line. */
static void step(struct scanner *scanner)
{
    char first = *scanner->at++;
    if (!is_line_end(first))
        return;
    scanner->line++;
    if (scanner->at < scanner->end && is_line_end(*scanner->at) && *scanner->at != first)
        scanner->at++;
}

/* Moves behind the closing bracket of `level`; returns where the contents end. */
static const char *skip_long(struct scanner *scanner, size_t level)
{
    for (; scanner->at < scanner->end; step(scanner)) {
        if (*scanner->at != ']' || (size_t)(scanner->end - scanner->at) < level + 2)
            continue;
        size_t equals = 0;
        while (equals < level && scanner->at[1 + equals] == '=')
            equals++;
        if (equals == level && scanner->at[1 + level] == ']') {
            const char *contents_end = scanner->at;
            scanner->at += level + 2;
            return contents_end;
        }
    }
    return scanner->end;
}

static void skip_comment(struct scanner *scanner)
{
    size_t level, bracket = long_bracket(scanner, scanner->at, &level);
    if (bracket > 0) {
        scanner->at += bracket;
        skip_long(scanner, level);
        return;
    }
    while (scanner->at < scanner->end && !is_line_end(*scanner->at))
        scanner->at++;
}

static void skip_blank(struct scanner *scanner)
{
    while (scanner->at < scanner->end) {
        if (isspace((unsigned char)*scanner->at)) {
            step(scanner);
        } else if (scanner->end - scanner->at >= 2 && memcmp(scanner->at, "--", 2) == 0) {
            scanner->at += 2;
            skip_comment(scanner);
        } else {
            return;
        }
    }
}

static struct token quoted(struct scanner *scanner, char quote, int line)
{
    struct token token = {.kind = TOKEN_STRING, .start = scanner->at, .line = line};
    while (scanner->at < scanner->end && *scanner->at != quote) {
        if (*scanner->at == '\\' && scanner->end - scanner->at > 1)
            scanner->at++;
        step(scanner);
    }
    token.length = (size_t)(scanner->at - token.start);
    if (scanner->at < scanner->end)
        scanner->at++;
    return token;
}

static struct token next_token(struct scanner *scanner)
{
    skip_blank(scanner);
    struct token token = {.start = scanner->at, .line = scanner->line};
    if (scanner->at == scanner->end)
        return token;
    size_t level, bracket = long_bracket(scanner, scanner->at, &level);
    char first = *scanner->at;
    if (bracket > 0) {
        scanner->at += bracket;
        token.kind = TOKEN_STRING;
        token.start = scanner->at;
        token.length = (size_t)(skip_long(scanner, level) - token.start);
        return token;
    }
    scanner->at++;
    if (first == '"' || first == '\'')
        return quoted(scanner, first, token.line);
    token.kind = TOKEN_SIGN;
    if (isalnum((unsigned char)first) || first == '_') {
        token.kind = isdigit((unsigned char)first) ? TOKEN_NUMBER : TOKEN_NAME;
        while (scanner->at < scanner->end &&
               (isalnum((unsigned char)*scanner->at) || *scanner->at == '_'))
            scanner->at++;
    } else if (strchr("=~<>", first) && scanner->at < scanner->end && *scanner->at == '=') {
        scanner->at++;
    }
    token.length = (size_t)(scanner->at - token.start);
    return token;
}

static bool is(const struct token *token, enum token_kind kind, const char *text)
{
    return token->kind == kind && token->length == strlen(text) &&
           memcmp(token->start, text, token->length) == 0;
}

/* ------------------------------------------------------------------------------ shape ---- */

enum frame_kind { FRAME_FILE, FRAME_TABLE, FRAME_PARENTHESES, FRAME_FUNCTION };

struct frame {
    enum frame_kind kind;
    size_t path;    /* length of the path that tables inside belong to */
    int position;   /* of the last item without a key */
    int blocks;     /* FRAME_FUNCTION: open function, if and do */
    int table;      /* FRAME_TABLE: its number */
    bool item_next; /* FRAME_TABLE: the next token starts an item */
};

struct shape {
    struct locator *locator;
    struct scanner scanner;
    struct frame frames[DEPTH_MAX];
    int depth;  /* index of the innermost frame */
    int deeper; /* brackets open beyond DEPTH_MAX: no text that Lua compiles has any */
    int tables; /* seen so far */
    char path[PATH_MAX_BYTES];
};

/* `key` is where in the path the item's name starts. */
static void remember(struct shape *shape, size_t key, const struct frame *frame, int line)
{
    struct locator *locator = shape->locator;
    if (locator->count == locator->capacity) {
        locator->capacity = locator->capacity ? 2 * locator->capacity : 256;
        struct place *grown = realloc(locator->places, locator->capacity * sizeof *locator->places);
        if (!grown)
            abort();
        locator->places = grown;
    }
    const char *path = arena_strdup(locator->arena, shape->path);
    locator->places[locator->count++] = (struct place){.path = path,
                                                       .key = key == NO_KEY ? NULL : path + key,
                                                       .line = line,
                                                       .table = frame->table};
}

/* Adds to the path; where there is no room for it, or no name, "[?]", which no path holds. */
static void append(struct shape *shape, const char *text, size_t length)
{
    static const char unknown[] = "[?]";
    size_t used = strlen(shape->path), room = sizeof shape->path - used - 1;
    if (length > room) {
        text = unknown;
        length = room < strlen(unknown) ? room : strlen(unknown);
    }
    memcpy(shape->path + used, text, length);
    shape->path[used + length] = '\0';
}

static void push(struct shape *shape, enum frame_kind kind)
{
    if (shape->depth + 1 == DEPTH_MAX) {
        shape->deeper++;
        return;
    }
    shape->frames[++shape->depth] = (struct frame){.kind = kind,
                                                   .path = strlen(shape->path),
                                                   .blocks = 1,
                                                   .table = ++shape->tables,
                                                   .item_next = kind == FRAME_TABLE};
}

static void pop(struct shape *shape)
{
    if (shape->deeper > 0)
        shape->deeper--;
    else if (shape->depth > 0)
        shape->depth--;
}

/*
 * The key of the item that `token` starts, read ahead: a name or a text (kind TOKEN_STRING), a
 * number, or TOKEN_SIGN for a key that only Lua can compute. TOKEN_END for an item without one.
 */
static struct token read_key(const struct shape *shape, const struct token *token)
{
    struct scanner ahead = shape->scanner;
    struct token key = *token, follower = next_token(&ahead);
    if (is(token, TOKEN_SIGN, "[")) {
        key = follower;
        follower = next_token(&ahead);
        if (key.kind == TOKEN_NAME || !is(&follower, TOKEN_SIGN, "]"))
            key.kind = TOKEN_SIGN;
        return key;
    }
    key.kind =
        token->kind == TOKEN_NAME && is(&follower, TOKEN_SIGN, "=") ? TOKEN_STRING : TOKEN_END;
    return key;
}

/* At the start of an item: sets the path to the item's and remembers its line. */
static void start_item(struct shape *shape, struct frame *frame, const struct token *token)
{
    struct token key = read_key(shape, token);
    char position[24];
    size_t start = 0;
    shape->path[frame->path] = '\0';
    frame->item_next = false;
    if (key.kind == TOKEN_STRING) {
        if (frame->path > 0)
            append(shape, ".", 1);
        start = strlen(shape->path);
        append(shape, key.start, key.length);
        bool whole = strlen(shape->path) == start + key.length;
        remember(shape, whole ? start : NO_KEY, frame, token->line);
        return;
    }
    if (key.kind == TOKEN_END)
        snprintf(position, sizeof position, "[%d]", ++frame->position);
    else if (key.kind == TOKEN_NUMBER)
        snprintf(position, sizeof position, "[%.*s]", (int)(key.length < 20 ? key.length : 20),
                 key.start);
    else
        snprintf(position, sizeof position, "[?]");
    append(shape, position, strlen(position));
    remember(shape, NO_KEY, frame, token->line);
}

static void read_function_token(struct shape *shape, struct frame *frame, const struct token *token)
{
    if (is(token, TOKEN_NAME, "function") || is(token, TOKEN_NAME, "if") ||
        is(token, TOKEN_NAME, "do"))
        frame->blocks++;
    else if (is(token, TOKEN_NAME, "end") && --frame->blocks == 0)
        pop(shape);
}

static void read_token(struct shape *shape, const struct token *token)
{
    struct frame *frame = &shape->frames[shape->depth];
    if (frame->kind == FRAME_FUNCTION) {
        read_function_token(shape, frame, token);
        return;
    }
    if (frame->kind == FRAME_FILE && is(token, TOKEN_NAME, "return")) {
        shape->locator->count = 0; /* tables before it are not the one that is returned */
        shape->path[0] = '\0';
        remember(shape, NO_KEY, frame, token->line);
    }
    bool closes = is(token, TOKEN_SIGN, "}") || is(token, TOKEN_SIGN, ")");
    if (frame->kind == FRAME_TABLE && frame->item_next && !closes)
        start_item(shape, frame, token);
    if (is(token, TOKEN_NAME, "function"))
        push(shape, FRAME_FUNCTION);
    else if (is(token, TOKEN_SIGN, "{"))
        push(shape, FRAME_TABLE);
    else if (is(token, TOKEN_SIGN, "("))
        push(shape, FRAME_PARENTHESES);
    else if (closes)
        pop(shape);
    else if (frame->kind == FRAME_TABLE &&
             (is(token, TOKEN_SIGN, ",") || is(token, TOKEN_SIGN, ";")))
        frame->item_next = true;
    if (closes) /* the path is again that of the item which held the bracket */
        shape->path[frame->path] = '\0';
}

static int compare_places(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    int paths = strcmp(a->path, b->path);
    return paths != 0 ? paths : (a->line > b->line) - (a->line < b->line);
}

struct locator *locator_new(const char *source, size_t length)
{
    struct locator *locator = calloc(1, sizeof *locator);
    struct shape *shape = calloc(1, sizeof *shape);
    if (!locator || !shape)
        abort();
    locator->arena = arena_new();
    shape->locator = locator;
    shape->scanner = (struct scanner){.at = source, .end = source + length, .line = 1};
    for (;;) {
        struct token token = next_token(&shape->scanner);
        if (token.kind == TOKEN_END)
            break;
        read_token(shape, &token);
    }
    free(shape);
    if (locator->count > 0)
        qsort(locator->places, locator->count, sizeof *locator->places, compare_places);
    return locator;
}

void locator_free(struct locator *locator)
{
    if (!locator)
        return;
    free(locator->places);
    arena_free(locator->arena);
    free(locator);
}

/* Cuts the last "key", ".key" or "[n]" off; false when nothing is left to cut. */
static bool cut_last(char *path)
{
    size_t length = strlen(path);
    if (length == 0)
        return false;
    while (length > 0 && path[length - 1] != '.' && path[length - 1] != '[')
        length--;
    path[length > 0 ? length - 1 : 0] = '\0';
    return true;
}

/* The last place of exactly this path (Lua keeps the last of two equal keys); NULL for none. */
static const struct place *find(const struct locator *locator, const char *path)
{
    size_t low = 0, high = locator->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(locator->places[middle].path, path) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && strcmp(locator->places[low - 1].path, path) == 0 ? &locator->places[low - 1]
                                                                       : NULL;
}

int locator_line(const struct locator *locator, const char *path)
{
    char shorter[PATH_MAX_BYTES];
    if (!locator || locator->count == 0 || strlen(path) >= sizeof shorter)
        return 0;
    memcpy(shorter, path, strlen(path) + 1);
    do {
        const struct place *found = find(locator, shorter);
        if (found)
            return found->line;
    } while (cut_last(shorter));
    return 0;
}

bool locator_twice(const struct locator *locator, int number, const char **key, int *first,
                   int *second)
{
    for (size_t i = 1; i < locator->count; i++) {
        const struct place *one = &locator->places[i - 1], *other = &locator->places[i];
        if (!one->key || one->table != other->table || strcmp(one->path, other->path) != 0)
            continue;
        if (number-- > 0)
            continue;
        *key = other->key;
        *first = one->line;
        *second = other->line;
        return true;
    }
    return false;
}
