/* command_course.c: `yanlian course`: the course: run and log; print is command_course_print.c. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "class/course_account.h"
#include "class/course_check.h"
#include "class/course_words.h"
#include "class/courseware.h"
#include "cli/ask_trainer.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/print_files.h"
#include "plain/plain_course.h"
#include "tui/tui_class.h"

struct arguments {
    const char *verb; /* "run", "log"; NULL: list the courses */
    const char *course, *class, *trainer, *passphrase_file;
    int speed; /* 1: no rehearsal */
    bool anew, plain, json, help;
};

/* "60x" or "60" */
static bool take_speed(void *to, const char *text, struct error *error)
{
    int *speed = to;
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    bool whole =
        text[0] >= '0' && text[0] <= '9' && errno == 0 && (*end == '\0' || strcmp(end, "x") == 0);
    if (!whole || value < 2 || value > COURSE_SPEED_MAX)
        return error_set(error, ERROR_USAGE,
                         _("--dry-run %s: say how many times as fast, from 2x to %dx"), text,
                         COURSE_SPEED_MAX);
    *speed = (int)value;
    return true;
}

static int parse(int argc, char **argv, struct arguments *arguments)
{
    struct command_rest rest;
    const struct command_option options[] = {
        {.name = "class", .word = &arguments->class},
        {.name = "as", .word = &arguments->trainer},
        {.name = "passphrase-file", .word = &arguments->passphrase_file},
        {.name = "dry-run", .take = take_speed, .to = &arguments->speed},
        {.name = "new", .flag = &arguments->anew},
        {.name = "plain", .flag = &arguments->plain},
        {.name = "json", .flag = &arguments->json},
        {.name = "help", .flag = &arguments->help},
        {.word = &arguments->verb},
        {.rest = &rest},
        {0},
    };
    struct error error = {0};
    int code = command_options(argc, argv, "course", options);
    if (code != COMMAND_GOES_ON)
        return code;
    int most = arguments->verb && strcmp(arguments->verb, "run") == 0 ? 1 : 0;
    if (rest.count > most) {
        option_surplus("course", rest.words[most], &error);
        return command_fail(&error);
    }
    arguments->course = rest.count > 0 ? rest.words[0] : NULL;
    return arguments->help ? command_help("course") : COMMAND_GOES_ON;
}

/* -------------------------------------------------------------------------------- listing ---- */

static bool list_courses(struct error *error)
{
    char **names;
    int count;
    if (!courseware_names("courses", &names, &count, error))
        return false;
    for (int i = 0; i < count; i++) {
        struct error fault = {0};
        struct course_file *file = course_find(names[i], &fault);
        const struct course *course = file ? course_file_course(file) : NULL;
        if (course)
            printf(ngettext("%s  %s (%d minute)\n", "%s  %s (%d minutes)\n",
                            (unsigned long)course->minutes),
                   names[i], course->title.words[words_language()], course->minutes);
        else
            printf("%s  %s:%d: %s\n", names[i], fault.file, fault.line, fault.message);
        course_file_free(file);
    }
    courseware_free_names(names, count);
    return true;
}

/* -------------------------------------------------------------------------------- running ---- */

struct going {
    const struct arguments *arguments;
    struct store *store;
    struct course_file *file;
    struct class_row class;
    struct trainer trainer;
    char resume[ULID_SIZE]; /* "" for anew */
};

/* Where the course stands now, and how to go on with it. */
static bool say_where(const struct going *going, struct error *error)
{
    struct course_summary summary;
    char id[ULID_SIZE], span[COURSE_SPAN_SIZE];
    const struct arguments *arguments = going->arguments;
    const char *course = course_file_course(going->file)->id;
    if (!course_run_find(going->store, going->class.id, course, arguments->speed != 1, id, error))
        return false;
    if (id[0] == '\0')
        return true; /* finished */
    if (!course_summary_load(going->store, id, &summary, error))
        return false;
    course_span((int64_t)summary.actual_seconds * 1000, span);
    printf(_("The course stands at %s. The same command goes on with it.\n"), span);
    course_summary_free(&summary);
    return true;
}

static void say_resuming(const struct going *going)
{
    struct course_summary summary;
    char span[COURSE_SPAN_SIZE];
    if (going->resume[0] == '\0' ||
        !course_summary_load(going->store, going->resume, &summary, NULL))
        return;
    course_span((int64_t)summary.actual_seconds * 1000, span);
    printf(_("Goes on with the unfinished course, at %s. (--new begins anew.)\n"), span);
    course_summary_free(&summary);
}

static bool run_on_screen(const struct going *going, struct error *error)
{
    struct course_sitting sitting = {
        .course = going->arguments->course,
        .class = going->class.id,
        .trainer = &going->trainer,
        .resume = going->resume[0] ? going->resume : NULL,
        .speed = going->arguments->speed,
    };
    struct tui *tui = tui_open(error);
    bool done = tui && tui_course(tui, going->store, NULL, &sitting, error);
    tui_close(tui);
    return done && say_where(going, error);
}

static bool run_in_lines(const struct going *going, struct error *error)
{
    struct plain plain = {.in = stdin, .out = stdout, .language = words_language()};
    struct course_begin begin = {
        .class = going->class.id, .trainer = going->trainer.id, .speed = going->arguments->speed};
    say_resuming(going);
    struct course_time now = course_time_now();
    struct course_run *run =
        going->resume[0] ? course_run_open(going->store, going->file, going->resume, now, error)
                         : course_run_begin(going->store, going->file, &begin, now, error);
    bool done = run && plain_course(&plain, going->store, going->file, run, &going->class, error);
    course_run_free(run);
    return done && say_where(going, error) && command_flush(error);
}

static bool needs_terminal(struct error *error)
{
    if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
        return false;
    error_set(error, ERROR_SYSTEM, "%s",
              _("running a course takes a terminal: start it in one, or use --plain, which takes "
                "commands line by line"));
    return true;
}

/* The course, the class and the trainer are looked at before anything is written. */
static bool run_with(struct going *going, struct error *error)
{
    const struct arguments *arguments = going->arguments;
    if (!store_class(going->store, arguments->class, &going->class, error))
        return false;
    going->file = course_find(arguments->course, error);
    if (!going->file || !ask_trainer(going->store, arguments->trainer, arguments->passphrase_file,
                                     &going->trainer, error))
        return false;
    if (!arguments->anew &&
        !course_run_find(going->store, going->class.id, course_file_course(going->file)->id,
                         arguments->speed != 1, going->resume, error))
        return false;
    return arguments->plain ? run_in_lines(going, error) : run_on_screen(going, error);
}

static bool run(const struct arguments *arguments, struct error *error)
{
    struct going going = {.arguments = arguments};
    if (!arguments->course)
        return error_set(error, ERROR_USAGE, "%s", _("name a course: `yanlian course` lists them"));
    if (!arguments->class)
        return error_set(error, ERROR_USAGE, "%s",
                         _("name a class with --class: `yanlian class list` lists them"));
    if (!arguments->plain && needs_terminal(error))
        return false;
    going.store = command_open_store(error);
    bool done = going.store && run_with(&going, error);
    course_file_free(going.file);
    store_close(going.store);
    return done;
}

/* ----------------------------------------------------------------------------- the log ---- */

static bool show_log(const struct arguments *arguments, struct error *error)
{
    struct course_summary summary;
    struct class_row class;
    if (!arguments->class)
        return error_set(error, ERROR_USAGE, "%s",
                         _("name a class with --class: `yanlian class list` lists them"));
    struct store *store = command_open_store(error);
    bool done = store && store_class(store, arguments->class, &class, error) &&
                course_summary_latest(store, class.id, NULL, &summary, error);
    if (done) {
        char *text = arguments->json ? course_account_json(store, &summary, words_language())
                                     : course_account(store, &summary, words_language(), 76);
        printf("%s%s", text, arguments->json ? "\n" : "");
        free(text);
        course_summary_free(&summary);
    }
    store_close(store);
    return done;
}

static bool obey(const struct arguments *arguments, struct error *error)
{
    if (!arguments->verb)
        return list_courses(error);
    if (strcmp(arguments->verb, "run") == 0)
        return run(arguments, error);
    if (strcmp(arguments->verb, "log") == 0)
        return show_log(arguments, error);
    return error_set(error, ERROR_USAGE, _("`yanlian course %s`: use run, log or print"),
                     arguments->verb);
}

int command_course(int argc, char **argv)
{
    struct arguments arguments = {.speed = 1};
    struct error error = {0};
    if (argc > 1 && strcmp(argv[1], "print") == 0)
        return command_course_print(argc - 1, argv + 1);
    int code = parse(argc, argv, &arguments);
    if (code != COMMAND_GOES_ON)
        return code;
    return obey(&arguments, &error) ? 0 : command_fail(&error);
}
