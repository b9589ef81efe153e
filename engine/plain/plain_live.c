/* plain_live.c: ticks by number, in line mode. */
#include "plain/plain_live.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/words.h"
#include "class/checklist.h"
#include "plain/ask.h"

/* ------------------------------------------------------------------------------- showing ---- */

static void print_item(const struct plain *plain, const struct live *live,
                       const struct checklist_item *item)
{
    int kept, broken;
    live_count(live, item->rule, &kept, &broken);
    fprintf(plain->out, "%3d %s%s", item->number, item->critical ? "! " : "", item->title);
    if (kept > 0 || broken > 0)
        fprintf(plain->out, "  ✓%d ✗%d", kept, broken);
    fprintf(plain->out, "\n      %s → %s\n", item->see, item->hear);
}

static void print_checklist(const struct plain *plain, const struct live *live,
                            const struct checklist *checklist)
{
    const char *pack = "";
    for (int i = 0; i < checklist->count; i++) {
        const struct checklist_item *item = &checklist->items[i];
        if (strcmp(pack, item->pack) != 0)
            fprintf(plain->out, "\n%s\n", item->pack);
        pack = item->pack;
        print_item(plain, live, item);
    }
    fputc('\n', plain->out);
}

static void print_score(const struct plain *plain, const struct live *live)
{
    struct score score;
    char text[SCORE_TEXT_SIZE];
    live_score(live, &score);
    score_format(score.total, text);
    fprintf(plain->out,
            ngettext("%d tick, score so far %s%s\n", "%d ticks, score so far %s%s\n",
                     (unsigned long)live_tick_count(live)),
            live_tick_count(live), live_tick_count(live) > 0 ? text : "-",
            score.critical >= 0 ? _(" [critical]") : "");
}

static void print_head(const struct plain *plain, const struct live *live)
{
    const struct session_row *row = live_row(live);
    const struct scenario *scenario = loaded_scenario(live_loaded(live));
    char started[CLOCK_TIME_SIZE];
    clock_format(row->started_at, started);
    fprintf(plain->out, "%s\n", scenario->title.words[plain->language]);
    fprintf(plain->out, _("Trainee: %s · watched on %.10s"), row->person.name, started);
    if (live_observer(live)[0])
        fprintf(plain->out, _(" by %s"), live_observer(live));
    if (row->class[0])
        fprintf(plain->out, _(" · class %s"), row->class);
    fputc('\n', plain->out);
}

void plain_live(const struct plain *plain, const struct live *live)
{
    struct debrief debrief;
    print_head(plain, live);
    if (live_row(live)->state == SESSION_FINISHED) {
        live_debrief(live, plain->language, &debrief);
        plain_judgement(plain, &debrief, live_row(live)->id);
        return;
    }
    print_score(plain, live);
    fprintf(plain->out, _("It is kept unfinished. To go on: yanlian observe --resume %s\n"),
            live_row(live)->id);
}

/* ------------------------------------------------------------------------------- one word ---- */

enum { WORD_SIZE = 24 };

enum wish { WISH_TICK, WISH_UNTICK, WISH_LIST, WISH_DONE, WISH_LEAVE, WISH_UNKNOWN };

struct wished {
    enum wish wish;
    int number; /* of the item; 0: the latest of all */
    bool kept;
};

/* "12+", "12y", "12-", "12n", "12u" */
static struct wished read_tick(const char *word, int most)
{
    char *end;
    errno = 0;
    long number = strtol(word, &end, 10);
    struct wished wished = {.wish = WISH_UNKNOWN};
    if (errno != 0 || word[0] < '0' || word[0] > '9' || number < 1 || number > most)
        return wished;
    wished.number = (int)number;
    if (strcmp(end, "+") == 0 || strcmp(end, "y") == 0) {
        wished.wish = WISH_TICK;
        wished.kept = true;
    } else if (strcmp(end, "-") == 0 || strcmp(end, "n") == 0) {
        wished.wish = WISH_TICK;
    } else if (strcmp(end, "u") == 0) {
        wished.wish = WISH_UNTICK;
    }
    return wished;
}

static struct wished read_wish(const char *word, int most)
{
    static const struct {
        const char *word;
        enum wish wish;
    } words[] = {{"u", WISH_UNTICK}, {"list", WISH_LIST}, {"done", WISH_DONE}, {"q", WISH_LEAVE}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(word, words[i].word) == 0)
            return (struct wished){.wish = words[i].wish};
    }
    return read_tick(word, most);
}

/* The next word of a line; "12 +" is read as "12+". False at the end. What is too long for any word
   is cut, and then is none. */
static bool next_word(const char **rest, char word[WORD_SIZE])
{
    const char *from = *rest + strspn(*rest, " ");
    size_t length = strcspn(from, " ");
    if (length == 0)
        return false;
    snprintf(word, WORD_SIZE, "%.*s", (int)length, from);
    *rest = from + length;
    const char *sign = *rest + strspn(*rest, " ");
    bool alone = *sign && (sign[1] == ' ' || sign[1] == '\0');
    size_t kept = strlen(word);
    if (alone && strchr("+-ynu", *sign) && strspn(word, "0123456789") == kept &&
        kept + 1 < WORD_SIZE) {
        word[kept] = *sign;
        word[kept + 1] = '\0';
        *rest = sign + 1;
    }
    return true;
}

enum going { GO_ON, GO_AWAY, GO_FINISHED, GO_FAILED };

/* What is not allowed is said, and the observer goes on; anything else ends it. */
static enum going told(const struct plain *plain, bool done, const struct error *error)
{
    if (done)
        return GO_ON;
    if (error->code != ERROR_NOT_ALLOWED)
        return GO_FAILED;
    fprintf(plain->out, "%s\n", error->message);
    return GO_ON;
}

/* Rules that forbid something and have no tick were kept, if the observer says so. */
static enum going finish(const struct plain *plain, struct live *live, struct error *error)
{
    char line[ASK_LINE_SIZE];
    int unbroken = live_unbroken(live);
    if (unbroken > 0) {
        fprintf(plain->out,
                ngettext("%d rule that forbids something has no tick. Was it kept? (y/n)> ",
                         "%d rules that forbid something have no tick. Were they kept? (y/n)> ",
                         (unsigned long)unbroken),
                unbroken);
        fflush(plain->out);
        if (!ask_line(plain, line))
            return GO_AWAY;
        if (isatty(fileno(plain->in)) == 0)
            fputc('\n', plain->out);
        if (strcmp(line, "y") == 0 && !live_keep_unbroken(live, error))
            return told(plain, false, error);
    }
    if (!live_finish(live, error))
        return told(plain, false, error);
    return GO_FINISHED;
}

static enum going obey(const struct plain *plain, struct live *live,
                       const struct checklist *checklist, const char *word, struct error *error)
{
    struct wished wished = read_wish(word, checklist->count);
    int rule = wished.number > 0 ? checklist->items[wished.number - 1].rule : -1;
    enum going going = GO_ON;
    switch (wished.wish) {
    case WISH_TICK:
        going = told(plain, live_tick(live, rule, wished.kept, error), error);
        break;
    case WISH_UNTICK:
        going = told(plain, live_untick(live, rule, error), error);
        break;
    case WISH_LIST:
        print_checklist(plain, live, checklist);
        return GO_ON;
    case WISH_DONE:
        return finish(plain, live, error);
    case WISH_LEAVE:
        return GO_AWAY;
    default:
        fprintf(plain->out,
                _("%s: type 12+ for kept, 12- for broken, u to take back, list, done or q\n"),
                word);
        return GO_ON;
    }
    if (going == GO_ON && rule >= 0)
        print_item(plain, live, &checklist->items[wished.number - 1]);
    return going;
}

bool plain_observe(const struct plain *plain, struct live *live, struct error *error)
{
    char line[ASK_LINE_SIZE];
    enum going going = GO_ON;
    struct checklist *checklist =
        checklist_new(loaded_scenario(live_loaded(live)), plain->language);
    print_head(plain, live);
    print_checklist(plain, live, checklist);
    while (going == GO_ON) {
        print_score(plain, live);
        fputs("> ", plain->out);
        fflush(plain->out);
        if (!ask_line(plain, line))
            break;
        if (isatty(fileno(plain->in)) == 0)
            fputc('\n', plain->out);
        const char *rest = line;
        char word[WORD_SIZE];
        while (going == GO_ON && next_word(&rest, word))
            going = obey(plain, live, checklist, word, error);
    }
    checklist_free(checklist);
    if (going == GO_FINISHED) {
        struct debrief debrief;
        live_debrief(live, plain->language, &debrief);
        plain_judgement(plain, &debrief, live_row(live)->id);
    } else if (going != GO_FAILED && live_row(live)->id[0] == '\0') {
        fprintf(plain->out, "\n%s\n", _("Nothing was ticked, so nothing is kept."));
    } else if (going != GO_FAILED) {
        fprintf(plain->out, _("\nIt is kept unfinished. To go on: yanlian observe --resume %s\n"),
                live_row(live)->id);
    }
    return going != GO_FAILED;
}
