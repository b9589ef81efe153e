/* command_log.c: `yanlian replay`, `verify` and `export`: the log and its truth. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "class/exercise_sitting.h"
#include "class/grading.h"
#include "class/live.h"
#include "cli/command.h"
#include "cli/options.h"
#include "practice/export.h"
#include "practice/fact.h"

struct log_arguments {
    bool all, has_format;
    enum export_format format;
    enum export_subject what;
    const char *output;
    const char *session;
};

static bool take_format(void *to, const char *value, struct error *error)
{
    return export_format_parse(value, to) ||
           error_set(error, ERROR_USAGE, _("--format %s: use jsonl or csv"), value);
}

static bool take_subject(void *to, const char *value, struct error *error)
{
    return export_subject_parse(value, to) ||
           error_set(error, ERROR_USAGE, _("--what %s: use sessions, courses, grades or exercises"),
                     value);
}

static int parse(int argc, char **argv, struct log_arguments *arguments)
{
    const struct command_option options[] = {
        {.name = "all", .flag = &arguments->all},
        {.name = "format",
         .take = take_format,
         .to = &arguments->format,
         .flag = &arguments->has_format},
        {.name = "what", .take = take_subject, .to = &arguments->what},
        {.name = "output", .letter = 'o', .word = &arguments->output},
        {.word = &arguments->session},
        {0},
    };
    return command_options(argc, argv, argv[0], options);
}

/* ------------------------------------------------------------------------------- chains ---- */

static void report(void *data, const char *session, const char *message)
{
    (void)data;
    fprintf(stderr, "yanlian: %s%s%s\n", session ? session : "", session ? ": " : "", message);
}

/* Checks the chain of one session, or of all; each finding goes to stderr. */
static bool check_chains(struct store *store, const char *session, int *checked, int *bad,
                         struct error *error)
{
    *checked = *bad = 0;
    return store_verify(store, session, report, NULL, checked, bad, error);
}

static bool fail_changed(struct error *error)
{
    return error_set(error, ERROR_TAMPERED, "%s", _("the log has been changed"));
}

/* Every exercise that was handed in, marked again; what differs goes to stderr. */
static bool check_exercises(struct store *store, struct error *error)
{
    int checked, bad;
    if (!sitting_verify(store, report, NULL, &checked, &bad, error))
        return false;
    if (checked > 0)
        printf(_("%d exercise results marked again, %d differ\n"), checked, bad);
    return bad == 0 || fail_changed(error);
}

/* Every grading, held to its events; what differs goes to stderr. */
static bool check_gradings(struct store *store, struct error *error)
{
    int checked, bad;
    if (!grading_verify(store, report, NULL, &checked, &bad, error))
        return false;
    if (checked > 0)
        printf(_("%d gradings held to their events, %d differ\n"), checked, bad);
    return bad == 0 || fail_changed(error);
}

/* ------------------------------------------------------------------------------- replay ---- */

static void print_replayed(const struct session_row *row)
{
    char score[SCORE_TEXT_SIZE] = "-";
    if (row->state == SESSION_FINISHED)
        score_format(row->score, score);
    printf(_("%s: %d events replayed, all as logged (score %s)\n"), row->id, row->event_count,
           score);
}

/* An observer's ticks, counted again. */
static bool replay_watched(struct store *store, const char *session, struct error *error)
{
    struct live *live = live_open(store, session, error);
    if (!live)
        return false;
    print_replayed(live_row(live));
    live_close(live);
    return true;
}

static bool replay_one(struct store *store, const char *session, struct error *error)
{
    struct session_row row;
    if (!store_session(store, session, &row, error))
        return false;
    if (row.live)
        return replay_watched(store, session, error);
    struct play *play = play_open(store, session, error);
    if (!play)
        return false;
    if (!fact_check(play, error)) {
        play_close(play, -1);
        return false;
    }
    print_replayed(play_row(play));
    play_close(play, -1);
    return true;
}

static bool replay_all(struct store *store, struct error *error)
{
    struct session_filter filter = {.state = -1};
    struct session_row *rows = NULL;
    int count = 0, failed = 0;
    if (!store_sessions(store, &filter, &rows, &count, error))
        return false;
    for (int i = 0; i < count; i++) {
        if (!replay_one(store, rows[i].id, error)) {
            failed++;
            error_print(error, stderr);
        }
    }
    free(rows);
    printf(_("%d sessions replayed, %d differ\n"), count, failed);
    if (failed > 0)
        return error_set(error, ERROR_TAMPERED, _("%d of %d sessions do not replay"), failed,
                         count);
    return true;
}

/* Sessions and exercises; a finding of one does not keep the other from speaking. */
static bool replay_everything(struct store *store, struct error *error)
{
    struct error other = {0};
    bool sessions = replay_all(store, error), exercises = check_exercises(store, &other);
    if (!sessions && !exercises)
        error_print(&other, stderr);
    if (sessions && !exercises)
        *error = other;
    return sessions && exercises;
}

/*
 * What no replay can tell, such as an edited think time or an event that was cut off, the chain of
 * hashes does: both are asked, and a finding of one does not keep the other from speaking.
 */
static bool replay(struct store *store, const char *session, struct error *error)
{
    struct session_row row;
    struct error other;
    int checked, bad;
    if (session && !store_session(store, session, &row, error))
        return false;
    bool chained = check_chains(store, session ? row.id : NULL, &checked, &bad, &other) &&
                   (bad == 0 || fail_changed(&other));
    bool replayed = session ? replay_one(store, row.id, error) : replay_everything(store, error);
    if (!chained && !replayed)
        error_print(error, stderr);
    if (!chained)
        *error = other;
    return replayed && chained;
}

int command_replay(int argc, char **argv)
{
    struct log_arguments arguments = {0};
    struct error error = {0};
    int code = parse(argc, argv, &arguments);
    if (code != COMMAND_GOES_ON)
        return code;
    if (!arguments.session == !arguments.all) {
        error_set(&error, ERROR_USAGE, "%s",
                  _("name one session, or --all: `yanlian show` lists them"));
        return command_fail(&error);
    }
    struct store *store = command_open_store(&error);
    bool done = store && replay(store, arguments.session, &error);
    store_close(store);
    return done && command_flush(&error) ? 0 : command_fail(&error);
}

/* ------------------------------------------------------------------------------- verify ---- */

static bool verify(struct store *store, const char *session, struct error *error)
{
    int checked, bad;
    if (!check_chains(store, session, &checked, &bad, error))
        return false;
    printf(_("%d logs checked, %d not as they were written\n"), checked, bad);
    bool exercises = session || check_exercises(store, error);
    bool gradings = session || check_gradings(store, error);
    return exercises && gradings && (bad == 0 || fail_changed(error));
}

int command_verify(int argc, char **argv)
{
    struct log_arguments arguments = {0};
    struct error error = {0};
    int code = parse(argc, argv, &arguments);
    if (code != COMMAND_GOES_ON)
        return code;
    struct store *store = command_open_store(&error);
    bool done = store && verify(store, arguments.session, &error) && command_flush(&error);
    store_close(store);
    return done ? 0 : command_fail(&error);
}

/* ------------------------------------------------------------------------------- export ---- */

static bool write_rows(struct store *store, const struct log_arguments *arguments,
                       const char *session, FILE *out, struct error *error)
{
    switch (arguments->what) {
    case EXPORT_COURSES:
    case EXPORT_GRADES:
        return export_journals(store, arguments->what, arguments->format, out, error);
    case EXPORT_EXERCISES:
        return export_results(store, arguments->format, out, error);
    default:
        return export_events(store, session, arguments->format, out, error);
    }
}

static bool write_export(struct store *store, const struct log_arguments *arguments,
                         struct error *error)
{
    struct session_row row;
    const char *session = NULL;
    if (arguments->session) {
        if (!store_session(store, arguments->session, &row, error))
            return false;
        session = row.id;
    }
    FILE *out = arguments->output ? fopen(arguments->output, "w") : stdout;
    if (!out)
        return error_at(error, ERROR_SYSTEM, arguments->output, 0, _("can't write here: %s"),
                        strerror(errno));
    bool done = write_rows(store, arguments, session, out, error);
    if (out == stdout)
        return done && command_flush(error);
    if (fclose(out) != 0 && done)
        done = error_at(error, ERROR_SYSTEM, arguments->output, 0, _("can't write here: %s"),
                        strerror(errno));
    return done;
}

int command_export(int argc, char **argv)
{
    struct log_arguments arguments = {0};
    struct error error = {0};
    int code = parse(argc, argv, &arguments);
    if (code != COMMAND_GOES_ON)
        return code;
    if (!arguments.has_format) {
        error_set(&error, ERROR_USAGE, "%s", _("say which: --format jsonl or --format csv"));
        return command_fail(&error);
    }
    if (arguments.session && arguments.what != EXPORT_SESSIONS) {
        error_set(&error, ERROR_USAGE, "%s",
                  _("one session can be named only with --what sessions"));
        return command_fail(&error);
    }
    struct store *store = command_open_store(&error);
    bool done = store && write_export(store, &arguments, &error);
    store_close(store);
    return done ? 0 : command_fail(&error);
}
