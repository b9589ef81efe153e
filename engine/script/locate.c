/* locate.c: reads the shape of a Lua table constructor, and remembers the line of every key. */
#include "script/locate.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { PATH_MAX_BYTES = 512, DEPTH_MAX = 64 };

struct place {
    const char *path;
    int line;
};

struct locator {
    struct arena *arena;
    struct place *places; /* sorted by path after the scan */
    size_t count, capacity;
};

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

/* Moves behind the closing bracket of `level`; returns where the contents end. */
static const char *skip_long(struct scanner *scanner, size_t level)
{
    for (; scanner->at < scanner->end; scanner->at++) {
        if (*scanner->at == '\n')
            scanner->line++;
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
    while (scanner->at < scanner->end && *scanner->at != '\n')
        scanner->at++;
}

static void skip_blank(struct scanner *scanner)
{
    while (scanner->at < scanner->end) {
        if (*scanner->at == '\n') {
            scanner->line++;
            scanner->at++;
        } else if (isspace((unsigned char)*scanner->at)) {
            scanner->at++;
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
        if (*scanner->at == '\n')
            scanner->line++;
        scanner->at++;
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
    bool item_next; /* FRAME_TABLE: the next token starts an item */
};

struct shape {
    struct locator *locator;
    struct scanner scanner;
    struct frame frames[DEPTH_MAX];
    int depth; /* index of the innermost frame */
    char path[PATH_MAX_BYTES];
};

static void remember(struct locator *locator, const char *path, int line)
{
    if (locator->count == locator->capacity) {
        locator->capacity = locator->capacity ? 2 * locator->capacity : 256;
        struct place *grown = realloc(locator->places, locator->capacity * sizeof *locator->places);
        if (!grown)
            abort();
        locator->places = grown;
    }
    locator->places[locator->count++] =
        (struct place){.path = arena_strdup(locator->arena, path), .line = line};
}

static void append(struct shape *shape, const char *text, size_t length)
{
    size_t used = strlen(shape->path);
    if (used + length + 2 > sizeof shape->path)
        return;
    memcpy(shape->path + used, text, length);
    shape->path[used + length] = '\0';
}

static void push(struct shape *shape, enum frame_kind kind)
{
    if (shape->depth + 1 == DEPTH_MAX)
        return;
    shape->frames[++shape->depth] = (struct frame){
        .kind = kind, .path = strlen(shape->path), .blocks = 1, .item_next = kind == FRAME_TABLE};
}

static void pop(struct shape *shape)
{
    if (shape->depth > 0)
        shape->depth--;
}

/* At the start of an item: sets the path to the item's and remembers its line. */
static void start_item(struct shape *shape, struct frame *frame, const struct token *token)
{
    struct scanner ahead = shape->scanner;
    struct token key = *token, follower = next_token(&ahead);
    bool keyed = token->kind == TOKEN_NAME && is(&follower, TOKEN_SIGN, "=");
    if (is(token, TOKEN_SIGN, "[")) {
        key = follower;
        follower = next_token(&ahead);
        keyed = is(&follower, TOKEN_SIGN, "]");
    }
    shape->path[frame->path] = '\0';
    frame->item_next = false;
    if (keyed && key.kind != TOKEN_NUMBER) {
        if (frame->path > 0)
            append(shape, ".", 1);
        append(shape, key.start, key.length);
    } else {
        char number[16];
        int length = snprintf(number, sizeof number, "[%d]", ++frame->position);
        append(shape, number, (size_t)length);
    }
    remember(shape->locator, shape->path, token->line);
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
    return strcmp(((const struct place *)left)->path, ((const struct place *)right)->path);
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

/* Cuts the last ".key" or "[n]" off; false when nothing is left to cut. */
static bool cut_last(char *path)
{
    size_t length = strlen(path);
    while (length > 0 && path[length - 1] != '.' && path[length - 1] != '[')
        length--;
    if (length == 0)
        return false;
    path[length - 1] = '\0';
    return true;
}

int locator_line(const struct locator *locator, const char *path)
{
    char shorter[PATH_MAX_BYTES];
    if (!locator || locator->count == 0 || strlen(path) >= sizeof shorter)
        return 0;
    strcpy(shorter, path);
    do {
        struct place wanted = {.path = shorter};
        const struct place *found = bsearch(&wanted, locator->places, locator->count,
                                            sizeof *locator->places, compare_places);
        if (found)
            return found->line;
    } while (cut_last(shorter));
    return 0;
}
