/* plain_vote.c: votes by lines of numbers. */
#include "plain/plain_vote.h"

#include <string.h>
#include <unistd.h>

#include "base/words.h"
#include "plain/ask.h"

enum { BAR_CELLS = 20 };

/* A line, or false at the end of input. What is typed into a pipe has no line end on the screen. */
static bool read_line(const struct plain *plain, char line[ASK_LINE_SIZE])
{
    fflush(plain->out);
    bool found = ask_line(plain, line);
    if (isatty(fileno(plain->in)) == 0)
        fputc('\n', plain->out);
    return found;
}

static void show_help(const struct plain *plain)
{
    fputs(_("Type a number for each hand (several on a line), then Enter.\n"
            "  u  take back the latest vote\n"
            "  v  show the split, then pick (Enter: what most wanted; b: back to voting)\n"
            "  f  fill in the referral form, when it is due\n"
            "  q  leave; the session is kept and can be resumed\n"),
          plain->out);
}

/* The votes on a line; false, with none counted, when something else stands there. */
static bool count_line(struct vote *vote, const char *line)
{
    struct vote counted = *vote;
    for (const char *c = line; *c; c++) {
        if (*c != ' ' && *c != ',' && !vote_add(&counted, *c - '1'))
            return false;
    }
    *vote = counted;
    return true;
}

static void show_total(const struct plain *plain, const struct vote *vote)
{
    fprintf(plain->out,
            ngettext("%d vote so far\n", "%d votes so far\n", (unsigned long)vote->total),
            vote->total);
}

static void show_split(const struct plain *plain, const struct vote *vote)
{
    int percents[RESPONSE_MAX];
    vote_percents(vote, percents);
    for (int i = 0; i < vote->options; i++) {
        fprintf(plain->out, "  %d  ", i + 1);
        for (int cell = 0; cell < BAR_CELLS; cell++)
            fputs(cell < (percents[i] * BAR_CELLS + 50) / 100 ? "▮" : "▯", plain->out);
        fprintf(plain->out, " %4d %3d%%\n", vote->counts[i], percents[i]);
    }
    if (vote_is_tied(vote))
        fprintf(plain->out, "%s\n", _("A tie: the trainer decides."));
}

/* After the split. VOTED_FORM stands for going back to counting here. */
static enum voted pick(const struct plain *plain, const struct vote *vote, int *option)
{
    char line[ASK_LINE_SIZE];
    int number;
    for (;;) {
        fprintf(plain->out, _("What is said? (Enter: %d)> "), vote_leader(vote) + 1);
        if (!read_line(plain, line) || strcmp(line, "q") == 0)
            return VOTED_LEAVE;
        if (strcmp(line, "b") == 0)
            return VOTED_FORM;
        if (line[0] == '\0') {
            *option = vote_leader(vote);
            return VOTED_PICK;
        }
        if (ask_parse_number(line, vote->options, &number)) {
            *option = number - 1;
            return VOTED_PICK;
        }
        fprintf(plain->out, _("Type a number from 1 to %d, or ? for help.\n"), vote->options);
    }
}

enum voted plain_vote(const struct plain *plain, const struct session *session, struct vote *vote,
                      int *option)
{
    int options[RESPONSE_MAX];
    char line[ASK_LINE_SIZE];
    vote_begin(vote, session_options(session, options));
    for (;;) {
        fputs(_("Votes> "), plain->out);
        if (!read_line(plain, line) || strcmp(line, "q") == 0)
            return VOTED_LEAVE;
        if (strcmp(line, "f") == 0)
            return VOTED_FORM;
        if (strcmp(line, "v") == 0 || line[0] == '\0') {
            show_split(plain, vote);
            enum voted voted = pick(plain, vote, option);
            if (voted != VOTED_FORM)
                return voted;
        } else if (strcmp(line, "?") == 0) {
            show_help(plain);
        } else if (strcmp(line, "u") == 0 ? !vote_take_back(vote) : !count_line(vote, line)) {
            fprintf(plain->out, _("Type a number from 1 to %d, or ? for help.\n"), vote->options);
        }
        show_total(plain, vote);
    }
}
