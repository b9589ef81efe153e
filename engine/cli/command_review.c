/* command_review.c: `yanlian review`. */
#include <stdlib.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/options.h"
#include "practice/player.h"
#include "practice/review.h"
#include "tui/tui.h"

struct arguments {
    const char *session, *name;
    int from; /* turn to play on from; 0: review */
    bool json, plain;
};

static bool take_turn(void *to, const char *text, struct error *error)
{
    int *turn = to;
    char *end;
    long value = strtol(text, &end, 10);
    if (end == text || *end != '\0' || value < 1 || value > TURN_MAX)
        return error_set(error, ERROR_USAGE, _("--from %s: use a turn's number, from 1"), text);
    *turn = (int)value;
    return true;
}

static int parse(int argc, char **argv, struct arguments *arguments)
{
    const struct command_option options[] = {
        {.name = "json", .flag = &arguments->json},
        {.name = "from", .take = take_turn, .to = &arguments->from},
        {.name = "plain", .flag = &arguments->plain},
        {.name = "as", .word = &arguments->name},
        {.word = &arguments->session},
        {0},
    };
    return command_options(argc, argv, "review", options);
}

static bool show_progress(void *data, int turn, uint64_t states)
{
    (void)data;
    if (!isatty(STDERR_FILENO))
        return true;
    fputc('\r', stderr);
    fprintf(stderr, _("solving: turn %d, %llu states "), turn, (unsigned long long)states);
    return true;
}

static bool is_on_screen(const struct arguments *arguments)
{
    return !arguments->plain && !arguments->json && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

static bool review_on_screen(struct store *store, struct play *play, struct error *error)
{
    enum tui_outcome outcome = TUI_HOME;
    struct tui *tui = tui_open(error);
    bool done = tui && tui_review(tui, play, &outcome, error) &&
                command_go_on(tui, store, play_row(play), outcome, error);
    tui_close(tui);
    return done;
}

static bool review_in_lines(struct store *store, struct play *play, bool json, struct error *error)
{
    struct plain plain = {.in = stdin, .out = stdout, .language = words_language()};
    struct reviewer *reviewer = reviewer_new(play, show_progress, NULL, error);
    if (isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
    if (!reviewer)
        return false;
    bool done = true;
    if (json) {
        char *text = review_to_json(reviewer, words_language());
        puts(text);
        free(text);
    } else {
        plain_review(&plain, play, reviewer);
        done = plain_habit(&plain, store, &play_row(play)->person, error);
    }
    reviewer_free(reviewer);
    return done;
}

static bool play_on(struct store *store, struct play *source, const struct arguments *arguments,
                    struct error *error)
{
    struct plain plain = {.in = stdin, .out = stdout, .language = words_language()};
    struct person person = play_row(source)->person;
    enum tui_outcome outcome;
    if (arguments->name && !player_find(store, arguments->name, NULL, &person, error))
        return false;
    struct play *play = play_branch(source, arguments->from, &person, error);
    if (!play)
        return false;
    if (!is_on_screen(arguments))
        return plain_play(&plain, play, error);
    struct tui *tui = tui_open(error);
    if (!tui) {
        play_close(play, -1);
        return false;
    }
    struct session_row row = *play_row(play);
    bool done =
        tui_play(tui, play, &outcome, error) && command_go_on(tui, store, &row, outcome, error);
    tui_close(tui);
    return done;
}

static bool run(struct store *store, const struct arguments *arguments, struct error *error)
{
    struct play *play = play_open(store, arguments->session, error);
    if (!play)
        return false;
    bool done;
    if (arguments->from > 0)
        done = play_on(store, play, arguments, error);
    else if (is_on_screen(arguments))
        done = review_on_screen(store, play, error);
    else
        done = review_in_lines(store, play, arguments->json, error);
    play_close(play, -1);
    return done && command_flush(error);
}

int command_review(int argc, char **argv)
{
    struct arguments arguments = {0};
    struct error error = {0};
    int code = parse(argc, argv, &arguments);
    if (code != COMMAND_GOES_ON)
        return code;
    if (!arguments.session) {
        error_set(&error, ERROR_USAGE, "%s", _("name a session: `yanlian show` lists them"));
        return command_fail(&error);
    }
    struct store *store = command_open_store(&error);
    bool done = store && run(store, &arguments, &error);
    store_close(store);
    return done ? 0 : command_fail(&error);
}
