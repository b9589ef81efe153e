/* command_course_print.c: `yanlian course print`: handout, slides, guide, answers on paper. */
#include <string.h>

#include "cli/command.h"
#include "cli/print_files.h"
#include "core/course.h"

enum option_code {
    OPTION_WHAT = 1,
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_CLASS,
    OPTION_LANG,
    OPTION_HELP
};

static const struct option options[] = {
    {"what", required_argument, NULL, OPTION_WHAT},
    {"format", required_argument, NULL, OPTION_FORMAT},
    {"output", required_argument, NULL, OPTION_OUTPUT},
    {"class", required_argument, NULL, OPTION_CLASS},
    {"lang", required_argument, NULL, OPTION_LANG},
    {"help", no_argument, NULL, OPTION_HELP},
    {0},
};

struct printing {
    const char *course, *class;
    bool wanted[PRINT_PAPER_COUNT];
    int count;
    struct print_target target;
    bool help;
};

/* "all" are the four that a class needs; the sheets of every exercise only when asked for. */
static bool choose(struct printing *printing, const char *what, struct error *error)
{
    bool all = strcmp(what, "all") == 0;
    printing->count = 0;
    for (int i = 0; i < PRINT_PAPER_COUNT; i++) {
        printing->wanted[i] =
            (all && i != PRINT_SHEETS) || strcmp(what, print_paper_name((enum print_paper)i)) == 0;
        printing->count += printing->wanted[i];
    }
    return printing->count > 0 || error_set(error, ERROR_USAGE,
                                            _("There is no paper '%s'. Take handout, slides, "
                                              "guide, answers, sheets or all."),
                                            what);
}

static bool take(struct printing *printing, int code, struct error *error)
{
    switch (code) {
    case OPTION_WHAT:
        return choose(printing, optarg, error);
    case OPTION_FORMAT:
        return print_target_format(&printing->target, optarg, error);
    case OPTION_OUTPUT:
        printing->target.folder = optarg;
        return true;
    case OPTION_CLASS:
        printing->class = optarg;
        return true;
    case OPTION_LANG:
        return command_language(optarg, error);
    default:
        printing->help = true;
        return true;
    }
}

/* 0: go on; else the exit code. */
static int parse(int argc, char **argv, struct printing *printing)
{
    struct error error = {0};
    int code;
    optind = 0;
    while ((code = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (code == '?')
            return command_usage("course");
        if (!take(printing, code, &error))
            return command_fail(&error);
    }
    code = command_operand(argc, argv, &printing->course);
    if (code != 0 || printing->help || printing->course)
        return code;
    error_set(&error, ERROR_USAGE, _("Which course? For example: yanlian course print %s"),
              "existing-customers");
    return command_fail(&error);
}

static bool print_papers(const struct printing *printing, struct print *print, struct error *error)
{
    /* By itself the answer sheet is for every exercise a trainer may set. */
    bool every = printing->count == 1;
    for (int i = 0; i < PRINT_PAPER_COUNT; i++) {
        enum print_paper paper = (enum print_paper)i;
        if (printing->wanted[i] &&
            !print_target_write(&printing->target, print_course(print)->id, print_paper_name(paper),
                                print_make(print, paper, every, error), error))
            return false;
    }
    return true;
}

int command_course_print(int argc, char **argv)
{
    struct printing printing = {.target = {.format = PRINT_HTML, .folder = "."}};
    struct error error = {0};
    choose(&printing, "all", NULL);
    int code = parse(argc, argv, &printing);
    if (code != 0)
        return code;
    if (printing.help)
        return command_help("course");
    struct store *store = printing.class ? command_open_store(&error) : NULL;
    struct print *print = printing.class && !store
                              ? NULL
                              : print_open(printing.course, store, printing.class, &error);
    bool done = print && print_target_check(&printing.target, printing.count, &error) &&
                print_papers(&printing, print, &error) && command_flush(&error);
    print_close(print);
    store_close(store);
    return done ? 0 : command_fail(&error);
}
