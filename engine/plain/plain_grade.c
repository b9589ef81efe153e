/* plain_grade.c: the commands of grading in lines. */
#include "plain/plain_grade.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/words.h"
#include "plain/plain_grade_parts.h"

/* X(name, function, arguments, what it does) */
#define DESK_COMMANDS(X)                                                                          \
    X("list", run_list, N_("[todo|second|all] [WORDS]"), N_("what there is to mark"))             \
    X("open", run_open, N_("NUMBER|ID"), N_("open one of the list, or by the end of its id"))     \
    X("show", run_show, "", N_("show it again, with what was put down so far"))                   \
    X("prices", run_prices, "", N_("what each pick cost (solves the scenario first)"))            \
    X("rubric", run_rubric, N_("[CRITERION]"), N_("the criteria and what each level looks like")) \
    X("rate", run_rate, N_("CRITERION LEVEL"), N_("rate a criterion from 1 to 5"))                \
    X("overall", run_overall, N_("LEVEL"), N_("rate the whole from 1 to 5; 2 is the borderline")) \
    X("comment", run_comment, N_("[TURN] [TEXT]"),                                                \
      N_("comment on a turn or the whole; without a text, take the comment away"))                \
    X("adjust", run_adjust, N_("RULE kept|broken|not-activated REASON"),                          \
      N_("change a verdict; both stay on record"))                                                \
    X("submit", run_submit, "", N_("hand the marking in"))                                        \
    X("reopen", run_reopen, N_("REASON"), N_("take it up again after submitting"))                \
    X("history", run_history, "", N_("who put down what, and when"))                              \
    X("back", run_back, "", N_("close it and go back to the list"))                               \
    X("help", run_help, "", N_("this list"))                                                      \
    X("quit", run_quit, "", N_("leave"))

typedef bool desk_command(struct grade_desk *desk, const char *rest, struct error *error);

#define X(name, function, arguments, summary) static desk_command function;
DESK_COMMANDS(X)
#undef X

struct command {
    const char *name;
    desk_command *run;
    const char *arguments, *summary;
};

static const struct command commands[] = {
#define X(name_, function_, arguments_, summary_) \
    {.name = name_, .run = function_, .arguments = arguments_, .summary = summary_},
    DESK_COMMANDS(X)
#undef X
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static void take_word(const char **rest, char word[ASK_LINE_SIZE])
{
    const char *start = *rest + strspn(*rest, " \t");
    size_t length = strcspn(start, " \t");
    snprintf(word, ASK_LINE_SIZE, "%.*s", (int)length, start);
    *rest = start + length + strspn(start + length, " \t");
}

/* ------------------------------------------------------------------------------- queue ---- */

static bool read_queue(struct grade_desk *desk, enum queue_part part, const char *words,
                       struct error *error)
{
    struct queue_options options = {.trainer = desk->grading->trainer->id,
                                    .blind = desk->grading->blind};
    struct queue_item *items;
    int count;
    if (!grading_queue(desk->grading->store, desk->grading->class, &options, &items, &count, error))
        return false;
    free(desk->items);
    free(desk->listed);
    desk->items = items;
    desk->item_count = count;
    desk->listed = calloc((size_t)count + 1, sizeof *desk->listed);
    if (!desk->listed)
        abort();
    desk->listed_count = 0;
    for (int i = 0; i < count; i++) {
        const char *title =
            titles_find(desk->titles, items[i].exercise, items[i].of, desk->plain->language);
        if (queue_shows(&items[i], part, title, words))
            desk->listed[desk->listed_count++] = i;
    }
    return true;
}

static bool run_list(struct grade_desk *desk, const char *rest, struct error *error)
{
    static const char *const names[QUEUE_PART_COUNT] = {
        [QUEUE_TO_DO] = "todo", [QUEUE_SECOND] = "second", [QUEUE_ALL] = "all"};
    char word[ASK_LINE_SIZE];
    const char *words = rest;
    enum queue_part part = QUEUE_TO_DO;
    take_word(&rest, word);
    for (int i = 0; i < QUEUE_PART_COUNT; i++) {
        if (strcmp(word, names[i]) == 0) {
            part = (enum queue_part)i;
            words = rest;
        }
    }
    if (!read_queue(desk, part, words, error))
        return false;
    desk_print_queue(desk);
    return true;
}

/* The item of that number in the list, or whose id ends so; NULL for none. */
static const struct queue_item *find_item(const struct grade_desk *desk, const char *word)
{
    const struct queue_item *found = NULL;
    size_t length = strlen(word);
    int number;
    if (ask_parse_number(word, desk->listed_count, &number))
        return &desk->items[desk->listed[number - 1]];
    for (int i = 0; i < desk->item_count && length >= 4 && length < ULID_SIZE; i++) {
        const char *subject = desk->items[i].subject;
        if (strcasecmp(subject + strlen(subject) - length, word) != 0)
            continue;
        if (found)
            return NULL;
        found = &desk->items[i];
    }
    return found;
}

static bool run_open(struct grade_desk *desk, const char *rest, struct error *error)
{
    char word[ASK_LINE_SIZE];
    take_word(&rest, word);
    const struct queue_item *item = find_item(desk, word);
    if (!item)
        return error_set(error, ERROR_USAGE,
                         _("'%s' is not in the list: type a number of the list, or the end of an "
                           "id, 4 characters or more"),
                         word);
    struct marking_options options = {.class = desk->grading->class,
                                      .trainer = desk->grading->trainer,
                                      .blind = desk->grading->blind,
                                      .rubric = rubric_file_digest(desk->rubric)};
    struct marking *marking =
        marking_open(desk->grading->store, &options, item->exercise, item->subject, error);
    if (!marking)
        return false;
    marking_close(desk->marking);
    desk->marking = marking;
    return run_show(desk, "", error);
}

static bool need_open(const struct grade_desk *desk, struct error *error)
{
    return desk->marking || error_set(error, ERROR_USAGE, _("nothing is open: open NUMBER"));
}

static bool run_show(struct grade_desk *desk, const char *rest, struct error *error)
{
    (void)rest;
    if (!need_open(desk, error))
        return false;
    desk_print_paper(desk);
    desk_print_marking(desk);
    return true;
}

static bool run_back(struct grade_desk *desk, const char *rest, struct error *error)
{
    marking_close(desk->marking);
    desk->marking = NULL;
    return run_list(desk, rest, error);
}

static bool run_prices(struct grade_desk *desk, const char *rest, struct error *error)
{
    (void)rest;
    return need_open(desk, error) && desk_print_prices(desk, error);
}

static bool run_history(struct grade_desk *desk, const char *rest, struct error *error)
{
    (void)rest;
    return need_open(desk, error) && desk_print_history(desk, error);
}

/* ----------------------------------------------------------------------------- marking ---- */

static void say(const struct grade_desk *desk, const char *words)
{
    fprintf(desk->plain->out, "%s\n", words);
}

static bool parse_criterion(const char *word, enum criterion *criterion, struct error *error)
{
    return criterion_parse(word, criterion) ||
           error_set(error, ERROR_USAGE,
                     _("'%s' is no criterion: opening, need, objection, referral, conduct, or 1 "
                       "to 5"),
                     word);
}

static bool parse_level(const char *text, int *level, struct error *error)
{
    return ask_parse_number(text, LEVEL_MAX, level) ||
           error_set(error, ERROR_USAGE, _("'%s' is no level: 1 to %d"), text, LEVEL_MAX);
}

static bool run_rubric(struct grade_desk *desk, const char *rest, struct error *error)
{
    char word[ASK_LINE_SIZE];
    enum criterion criterion;
    take_word(&rest, word);
    if (word[0] == '\0') {
        desk_print_rubric(desk, -1);
        return true;
    }
    if (!parse_criterion(word, &criterion, error))
        return false;
    desk_print_rubric(desk, (int)criterion);
    return true;
}

static bool run_rate(struct grade_desk *desk, const char *rest, struct error *error)
{
    char word[ASK_LINE_SIZE];
    enum criterion criterion;
    int level;
    const struct rubric *rubric = rubric_file_rubric(desk->rubric);
    take_word(&rest, word);
    if (!need_open(desk, error) || !parse_criterion(word, &criterion, error) ||
        !parse_level(rest, &level, error) || !marking_rate(desk->marking, criterion, level, error))
        return false;
    const struct rubric_criterion *rated = &rubric->criteria[criterion];
    fprintf(desk->plain->out, "%s%s%d  %s\n", rated->title.words[desk->plain->language], _(": "),
            level, rated->anchors[level - 1].words[desk->plain->language]);
    return true;
}

static bool run_overall(struct grade_desk *desk, const char *rest, struct error *error)
{
    int level;
    const struct rubric *rubric = rubric_file_rubric(desk->rubric);
    if (!need_open(desk, error) || !parse_level(rest, &level, error) ||
        !marking_overall(desk->marking, level, error))
        return false;
    fprintf(desk->plain->out, "%s%s%d  %s\n", _("overall"), _(": "), level,
            rubric->overall[level - 1].words[desk->plain->language]);
    return true;
}

/* "comment 3 text" is about turn 3, "comment text" about the whole. */
static bool run_comment(struct grade_desk *desk, const char *rest, struct error *error)
{
    char word[ASK_LINE_SIZE];
    const char *text = rest;
    int turn = COMMENT_OVERALL;
    take_word(&rest, word);
    size_t digits = strspn(word, "0123456789");
    if (digits > 0 && word[digits] == '\0') {
        text = rest;
        turn = digits < 4 ? (int)strtol(word, NULL, 10) : TURN_MAX + 1;
    }
    if (!need_open(desk, error) || !marking_comment(desk->marking, turn, text, error))
        return false;
    say(desk, text[0] ? _("Noted.") : _("Taken away."));
    return true;
}

static bool run_adjust(struct grade_desk *desk, const char *rest, struct error *error)
{
    char name[ASK_LINE_SIZE], verdict[ASK_LINE_SIZE], score[SCORE_TEXT_SIZE];
    enum verdict to;
    bool critical;
    take_word(&rest, name);
    take_word(&rest, verdict);
    if (!need_open(desk, error))
        return false;
    if (!verdict_parse(verdict, &to))
        return error_set(error, ERROR_USAGE, _("'%s' is no verdict: kept, broken or not-activated"),
                         verdict);
    const struct scenario *scenario = desk->marking->paper->scenario;
    if (!scenario)
        return error_set(error, ERROR_USAGE, _("an exercise has no verdicts to adjust"));
    int rule = rule_find(scenario, name);
    if (!marking_adjust(desk->marking, rule, to, rest, error))
        return false;
    score_format(marking_score(desk->marking, &critical), score);
    fprintf(desk->plain->out, _("%s: %s. Score now %s%s\n"),
            scenario->rules[rule].title.words[desk->plain->language], verdict_label(to), score,
            critical ? _(", a critical rule is broken") : "");
    return true;
}

static bool run_submit(struct grade_desk *desk, const char *rest, struct error *error)
{
    (void)rest;
    if (!need_open(desk, error) || !marking_submit(desk->marking, error))
        return false;
    say(desk, _("Submitted."));
    return true;
}

static bool run_reopen(struct grade_desk *desk, const char *rest, struct error *error)
{
    if (!need_open(desk, error) || !marking_reopen(desk->marking, rest, error))
        return false;
    say(desk, _("Reopened."));
    return true;
}

/* ---------------------------------------------------------------------------- the loop ---- */

static bool run_help(struct grade_desk *desk, const char *rest, struct error *error)
{
    (void)rest;
    (void)error;
    for (int i = 0; i < COMMAND_COUNT; i++) {
        char usage[128], padded[256];
        snprintf(usage, sizeof usage, "%s %s", commands[i].name,
                 commands[i].arguments[0] ? _(commands[i].arguments) : "");
        text_fit(usage, 44, true, padded, sizeof padded);
        fprintf(desk->plain->out, "  %s %s\n", padded, _(commands[i].summary));
    }
    return true;
}

static bool run_quit(struct grade_desk *desk, const char *rest, struct error *error)
{
    (void)rest;
    (void)error;
    desk->leaving = true;
    return true;
}

static bool run_line(struct grade_desk *desk, const char *line, struct error *error)
{
    const char *names[COMMAND_COUNT];
    char word[ASK_LINE_SIZE];
    const char *rest = line;
    take_word(&rest, word);
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(commands[i].name, word) == 0)
            return commands[i].run(desk, rest, error);
        names[i] = commands[i].name;
    }
    const char *near = error_nearest(word, names, COMMAND_COUNT);
    if (near)
        return error_set(error, ERROR_USAGE, _("'%s' is no command (did you mean '%s'?)"), word,
                         near);
    return error_set(error, ERROR_USAGE, _("'%s' is no command; help lists what there is"), word);
}

/* So that what came through a pipe reads like what was typed. */
static void echo(const struct grade_desk *desk, const char *line)
{
    char *clean = text_clean(line, strlen(line), ASK_LINE_SIZE, false);
    fprintf(desk->plain->out, "%s\n", clean);
    free(clean);
}

static void show_error(const struct grade_desk *desk, const struct error *error)
{
    if (error->file[0])
        error_print(error, desk->plain->out);
    else
        fprintf(desk->plain->out, "! %s\n", error->message);
}

static void loop(struct grade_desk *desk)
{
    char line[ASK_LINE_SIZE];
    while (!desk->leaving) {
        struct error error = {0};
        fputs("> ", desk->plain->out);
        if (!ask_line(desk->plain, line))
            break;
        if (isatty(fileno(desk->plain->in)) == 0)
            echo(desk, line);
        if (line[0] != '\0' && line[0] != '#' && !run_line(desk, line, &error))
            show_error(desk, &error);
    }
    fputc('\n', desk->plain->out);
    fflush(desk->plain->out);
}

bool plain_grade(const struct plain *plain, const struct plain_grading *grading,
                 struct error *error)
{
    struct grade_desk desk = {.plain = plain, .grading = grading, .rubric = rubric_open(error)};
    if (!desk.rubric)
        return false;
    desk.titles = titles_new();
    fprintf(plain->out, _("Grading %s as %s; help lists the commands.\n"), grading->class->title,
            grading->trainer->name);
    bool done = run_list(&desk, "", error);
    if (done)
        loop(&desk);
    marking_close(desk.marking);
    free(desk.items);
    free(desk.listed);
    titles_free(desk.titles);
    rubric_file_free(desk.rubric);
    return done;
}
