/* command_course_print.c: `yanlian course print`: handout, slides, guide, answers on paper. */
#include <string.h>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/print_files.h"
#include "core/course.h"

struct printing {
    const char *course, *class;
    bool wanted[PRINT_PAPER_COUNT];
    int count;
    struct print_target target;
};

/* "all" are the four that a class needs; the sheets of every exercise only when asked for. */
static bool choose(void *to, const char *what, struct error *error)
{
    struct printing *printing = to;
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

static int parse(int argc, char **argv, struct printing *printing)
{
    const struct command_option options[] = {
        {.name = "what", .take = choose, .to = printing},
        {.name = "format", .take = print_target_format, .to = &printing->target},
        {.name = "output", .word = &printing->target.folder},
        {.name = "class", .word = &printing->class},
        {.word = &printing->course},
        {0},
    };
    return command_options(argc, argv, "course", options);
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
    if (code != COMMAND_GOES_ON)
        return code;
    if (!printing.course) {
        error_set(&error, ERROR_USAGE, _("Which course? For example: yanlian course print %s"),
                  "existing-customers");
        return command_fail(&error);
    }
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
