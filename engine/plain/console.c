/* console.c: the author's console: its loop, its commands' table and its undo. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/words.h"
#include "plain/console_parts.h"

struct command {
    const char *name;
    bool (*run)(struct console *console, const char *rest, struct error *error);
    const char *arguments, *summary;
};

static const struct command commands[] = {
#define X(name_, function_, arguments_, summary_) \
    {.name = name_, .run = function_, .arguments = arguments_, .summary = summary_},
    CONSOLE_COMMANDS(X)
#undef X
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

void console_word(const char **rest, char word[ASK_LINE_SIZE])
{
    const char *start = *rest + strspn(*rest, " \t");
    size_t length = strcspn(start, " \t");
    snprintf(word, ASK_LINE_SIZE, "%.*s", (int)length, start);
    *rest = start + length + strspn(start + length, " \t");
}

/* -------------------------------------------------------------------------------- undo ---- */

struct session *console_before(const struct console *console)
{
    return session_copy(console->session);
}

bool console_after(struct console *console, struct session *before, bool done)
{
    if (!done) {
        session_free(before);
        return false;
    }
    if (console->before_count == CONSOLE_UNDO_MAX) { /* the oldest is forgotten */
        session_free(console->before[0]);
        console->before_count--;
        memmove(&console->before[0], &console->before[1],
                (size_t)console->before_count * sizeof(struct session *));
    }
    console->before[console->before_count++] = before;
    return true;
}

bool console_undo(struct console *console, const char *rest, struct error *error)
{
    (void)rest;
    if (console->before_count == 0)
        return error_set(error, ERROR_NOT_ALLOWED, "%s", _("nothing to undo"));
    session_free(console->session);
    console->session = console->before[--console->before_count];
    return console_look(console, rest, error);
}

/* ------------------------------------------------------------------------------ commands ---- */

bool console_help(struct console *console, const char *rest, struct error *error)
{
    (void)rest;
    (void)error;
    for (int i = 0; i < COMMAND_COUNT; i++) {
        char usage[128], padded[256];
        snprintf(usage, sizeof usage, "%s %s", commands[i].name,
                 commands[i].arguments[0] ? _(commands[i].arguments) : "");
        text_fit(usage, 28, true, padded, sizeof padded);
        fprintf(console->plain->out, "  %s %s\n", padded, _(commands[i].summary));
    }
    return true;
}

bool console_quit(struct console *console, const char *rest, struct error *error)
{
    (void)rest;
    (void)error;
    console->leaving = true;
    return true;
}

static bool unknown_command(const struct console *console, const char *word, struct error *error)
{
    const struct node *node = console_node(console);
    const char *names[COMMAND_COUNT + RESPONSE_MAX];
    int count = 0;
    for (int i = 0; i < COMMAND_COUNT; i++)
        names[count++] = commands[i].name;
    for (int i = 0; i < node->response_count; i++)
        names[count++] = node->responses[i].id;
    const char *near = error_nearest(word, names, count);
    if (near)
        return error_set(error, ERROR_USAGE,
                         _("'%s' is no command and no response here (did you mean '%s'?)"), word,
                         near);
    return error_set(error, ERROR_USAGE,
                     _("'%s' is no command and no response here; help lists what there is"), word);
}

/* A number or a response's id is a pick; a command's name goes before a response of that name. */
static bool run_line(struct console *console, const char *line, struct error *error)
{
    char word[ASK_LINE_SIZE];
    const char *rest = line;
    console_word(&rest, word);
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(commands[i].name, word) == 0)
            return commands[i].run(console, rest, error);
    }
    if (strcmp(word, "save!") == 0)
        return console_save_over(console, rest, error);
    if ((word[0] >= '0' && word[0] <= '9') || node_find_response(console_node(console), word) >= 0)
        return console_pick(console, line, error);
    return unknown_command(console, word, error);
}

static void show_error(const struct console *console, const struct error *error)
{
    if (error->file[0])
        error_print(error, console->plain->out);
    else
        fprintf(console->plain->out, "! %s\n", _(error->message)); /* the core says it in English */
}

/* So that what came through a pipe reads like what was typed. */
static void echo(const struct console *console, const char *line)
{
    char *clean = text_clean(line, strlen(line), ASK_LINE_SIZE, false);
    fprintf(console->plain->out, "%s\n", clean);
    free(clean);
}

static void loop(struct console *console)
{
    char line[ASK_LINE_SIZE];
    while (!console->leaving) {
        struct error error = {0};
        fputs("> ", console->plain->out);
        if (!ask_line(console->plain, line))
            break;
        if (isatty(fileno(console->plain->in)) == 0)
            echo(console, line);
        if (line[0] != '\0' && line[0] != '#' && !run_line(console, line, &error))
            show_error(console, &error);
    }
    fputc('\n', console->plain->out);
    fflush(console->plain->out);
}

static char *path_of(const struct bundle *bundle)
{
    struct buffer path = {0};
    buffer_printf(&path, "%s%s", bundle->folder, bundle->files[0].name);
    return buffer_take(&path);
}

bool console_run(const struct plain *plain, const struct bundle *bundle, uint64_t seed,
                 enum mode mode, struct error *error)
{
    struct loaded *loaded = scenario_load(bundle, NULL, error);
    if (!loaded)
        return false;
    struct console console = {
        .plain = plain, .loaded = loaded, .scenario = loaded_scenario(loaded)};
    console.session = session_new(console.scenario, loaded_evaluator(loaded), seed, mode, error);
    bool done = console.session != NULL;
    if (done) {
        console.file = path_of(bundle);
        fprintf(plain->out, "%s · %s · %s\n", console.scenario->id,
                console.scenario->title.words[plain->language], mode_label(mode));
        fprintf(plain->out, "%s\n", _("The author's console; help lists the commands."));
        console_show_arrival(&console);
        console_show_choices(&console);
        loop(&console);
    }
    for (int i = 0; i < console.before_count; i++)
        session_free(console.before[i]);
    session_free(console.session);
    free(console.file);
    loaded_free(loaded);
    return done;
}
