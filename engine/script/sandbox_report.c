/*
 * sandbox_report.c: what a run's error tells: the file, the line, and a sentence.
 *
 * Lua puts the place before its messages, with the file's name cut to sixty bytes. Here the place
 * is taken off again and the name told in full, from the functions that are still on the stack.
 * That is why errors are described by a message handler, and a stop notes the place at once.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "script/sandbox_state.h"

/* ---- Places -------------------------------------------------------------------------------- */

void sandbox_copy_text(char *out, size_t size, const char *text)
{
    size_t length = strlen(text);
    if (length >= size)
        length = size - 1;
    memcpy(out, text, length);
    out[length] = '\0';
}

/* The name that a chunk was given, without the '@' that marks it as a file's. */
static const char *frame_file(const lua_Debug *frame)
{
    return frame->source[0] == '@' ? frame->source + 1 : frame->source;
}

void sandbox_note_place(struct sandbox *sandbox)
{
    lua_Debug frame;
    for (int level = 0; lua_getstack(sandbox->lua, level, &frame); level++) {
        lua_getinfo(sandbox->lua, "Sl", &frame);
        if (frame.currentline > 0) {
            sandbox_copy_text(sandbox->file, sizeof sandbox->file, frame_file(&frame));
            sandbox->line = frame.currentline;
            return;
        }
    }
}

/* ---- Messages ------------------------------------------------------------------------------ */

/*
 * What follows "name:12: " in `text`, and the line; NULL when it starts otherwise. `name` is as Lua
 * shortens it for messages.
 */
static const char *after_position(const char *text, const char *name, int *line)
{
    size_t length = strlen(name);
    if (length == 0 || strncmp(text, name, length) != 0 || text[length] != ':')
        return NULL;
    char *end;
    long number = strtol(text + length + 1, &end, 10);
    if (end == text + length + 1 || number <= 0 || number > INT32_MAX || strncmp(end, ": ", 2) != 0)
        return NULL;
    *line = (int)number;
    return end + 2;
}

static void keep_message(struct sandbox *sandbox, const char *text, size_t length)
{
    static const char nesting[] = "too deeply nested: calls, parentheses or tables";
    if (strcmp(text, "C stack overflow") == 0) { /* Lua's word for 200 of them */
        text = nesting;
        length = strlen(nesting);
    }
    char *clean = text_clean(text, length, sizeof sandbox->message - 1, false);
    bool empty = clean == NULL || clean[0] == '\0';
    sandbox_copy_text(sandbox->message, sizeof sandbox->message,
                      empty ? "the script raised an error without words" : clean);
    free(clean);
    sandbox->described = true;
}

/* Takes the error object at `index`: a text, whose position is split off, or anything else. */
void sandbox_describe(struct sandbox *sandbox, int index)
{
    lua_State *lua = sandbox->lua;
    sandbox_note_place(sandbox);
    if (lua_type(lua, index) != LUA_TSTRING) {
        snprintf(sandbox->message, sizeof sandbox->message,
                 "the script raised an error that is no text but a %s", luaL_typename(lua, index));
        sandbox->described = true;
        return;
    }
    size_t length;
    const char *text = lua_tolstring(lua, index, &length);
    lua_Debug frame;
    for (int level = 0; lua_getstack(lua, level, &frame); level++) {
        lua_getinfo(lua, "S", &frame);
        int line;
        const char *rest = after_position(text, frame.short_src, &line);
        if (rest != NULL) {
            sandbox_copy_text(sandbox->file, sizeof sandbox->file, frame_file(&frame));
            sandbox->line = line;
            length -= (size_t)(rest - text);
            text = rest;
            break;
        }
    }
    keep_message(sandbox, text, length);
}

int sandbox_record_error(lua_State *lua)
{
    struct sandbox *sandbox = sandbox_of(lua);
    if (sandbox->run.stop == STOP_NONE)
        sandbox_describe(sandbox, 1);
    return 1;
}

/* A syntax error is reported by the compiler, in a file that is known and has no frame yet. */
void sandbox_describe_syntax(struct sandbox *sandbox, int index)
{
    size_t length;
    const char *text = lua_tolstring(sandbox->lua, index, &length);
    if (text == NULL)
        return;
    char name[LUA_IDSIZE];
    size_t file_length = strlen(sandbox->file);
    if (file_length < sizeof name)
        sandbox_copy_text(name, sizeof name, sandbox->file);
    else
        snprintf(name, sizeof name, "...%s", sandbox->file + file_length - (sizeof name - 4));
    const char *rest = after_position(text, name, &sandbox->line);
    if (rest != NULL) {
        length -= (size_t)(rest - text);
        text = rest;
    }
    keep_message(sandbox, text, length);
}

/* The words for a reason that needs no number. */
static const char *stop_words(enum sandbox_stop reason)
{
    switch (reason) {
    case STOP_TIME:
        return "the script ran too long (more than a second)";
    case STOP_DEPTH:
        return "functions call each other too deeply: look for one that calls itself without end";
    case STOP_READING:
        return "the file takes too long to read: write it in a simpler way";
    case STOP_SOURCE:
        return "the file has too many different names and values: split it";
    default:
        return "the script was stopped";
    }
}

void sandbox_describe_stop(struct sandbox *sandbox)
{
    char *out = sandbox->message;
    size_t size = sizeof sandbox->message;
    size_t memory = sandbox->limits.memory;
    const size_t mebibyte = 1 << 20;
    bool whole = memory % mebibyte == 0;
    switch (sandbox->run.stop) {
    case STOP_WORK:
        snprintf(out, size,
                 "the script ran too long (more than %lld steps): look for a loop that does "
                 "not end",
                 (long long)sandbox->run.budget);
        break;
    case STOP_STRING:
        snprintf(out, size, "the script made a text longer than %d KiB", SANDBOX_STRING_MAX / 1024);
        break;
    case STOP_TABLE:
        snprintf(out, size,
                 "a table or a list of arguments is too large: a table may hold %d list items and "
                 "%d other fields",
                 SANDBOX_LIST_MAX, SANDBOX_FIELDS_MAX);
        break;
    case STOP_MEMORY:
    case STOP_NONE: /* an error without a description: Lua had no memory for one */
        snprintf(out, size, "the script asked for more than %zu %s of memory",
                 whole ? memory / mebibyte : memory / 1024, whole ? "MiB" : "KiB");
        break;
    default:
        sandbox_copy_text(out, size, stop_words(sandbox->run.stop));
        break;
    }
}
