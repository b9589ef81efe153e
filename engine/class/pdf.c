/* pdf.c: runs WeasyPrint. */
#include "class/pdf.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "class/file.h"

/* The nameless files that are its standard input, output and error. */
enum stream { STREAM_HTML, STREAM_PDF, STREAM_WORDS, STREAM_COUNT };

static void close_streams(const int *streams)
{
    for (int i = 0; i < STREAM_COUNT; i++)
        if (streams[i] >= 0)
            close(streams[i]);
}

static bool open_streams(int *streams, const char *html, struct error *error)
{
    for (int i = 0; i < STREAM_COUNT; i++) {
        streams[i] = file_nameless(error);
        if (streams[i] < 0)
            return false;
    }
    if (!file_write_all(streams[STREAM_HTML], html, strlen(html)) ||
        lseek(streams[STREAM_HTML], 0, SEEK_SET) < 0)
        return error_set(error, ERROR_SYSTEM,
                         _("The page cannot be handed to WeasyPrint: %s. Make room in the folder "
                           "for temporary files."),
                         strerror(errno));
    return true;
}

static bool start(const int *streams, pid_t *pid, struct error *error)
{
    /* Relative addresses lead nowhere, so that no file of this machine gets into a PDF. */
    char *const arguments[] = {"weasyprint",  "--quiet", "--encoding", "utf-8", "--base-url",
                               "about:blank", "-",       "-",          NULL};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int i = 0; i < STREAM_COUNT; i++)
        posix_spawn_file_actions_adddup2(&actions, streams[i], i);
    int refused = posix_spawnp(pid, arguments[0], &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (refused == ENOENT)
        return error_set(error, ERROR_SYSTEM,
                         _("PDF needs WeasyPrint, which is not installed. Run scripts/setup print, "
                           "or apt-get install weasyprint fonts-noto-cjk; or take --format html "
                           "and print it from a browser."));
    if (refused != 0)
        return error_set(error, ERROR_SYSTEM, _("WeasyPrint cannot be started: %s."),
                         strerror(refused));
    return true;
}

/* Waits, but not for ever. Most documents take some ten seconds, as their fonts are cut down. */
static bool wait_for(pid_t pid, int seconds, int *status, struct error *error)
{
    const int64_t last = clock_monotonic_ms() + (int64_t)seconds * 1000;
    const struct timespec pause = {.tv_nsec = 5000000};
    for (;;) {
        pid_t ended = waitpid(pid, status, WNOHANG);
        if (ended == pid)
            return true;
        if (ended < 0 && errno != EINTR)
            return error_set(error, ERROR_SYSTEM, _("WeasyPrint was lost sight of: %s."),
                             strerror(errno));
        if (clock_monotonic_ms() > last)
            break;
        nanosleep(&pause, NULL);
    }
    kill(pid, SIGKILL);
    waitpid(pid, status, 0);
    return error_set(error, ERROR_SYSTEM,
                     _("WeasyPrint took more than %d seconds and was stopped. Take --format html "
                       "and print it from a browser."),
                     seconds);
}

/* The last line of what it said is the one that counts: before it stands a Python traceback. */
static bool failed(int words, int status, struct error *error)
{
    size_t length = 0;
    char *said = file_read_all(words, &length, NULL);
    char *clean = said ? text_clean(said, length, length + 1, true) : NULL;
    const char *last = clean ? strrchr(clean, '\n') : NULL;
    const char *line = last ? last + 1 : clean;
    if (line && *line)
        error_set(error, ERROR_SYSTEM, _("WeasyPrint could not make the PDF; it says: %.600s"),
                  line);
    else
        error_set(error, ERROR_SYSTEM, _("WeasyPrint could not make the PDF; it ended with %d."),
                  WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    free(clean);
    free(said);
    return false;
}

static bool set_page(const int *streams, int seconds, struct error *error)
{
    pid_t pid = 0;
    int status = 0;
    if (!start(streams, &pid, error) || !wait_for(pid, seconds, &status, error))
        return false;
    return (WIFEXITED(status) && WEXITSTATUS(status) == 0) ||
           failed(streams[STREAM_WORDS], status, error);
}

bool pdf_write_within(const char *html, const char *path, int seconds, struct error *error)
{
    int streams[STREAM_COUNT] = {-1, -1, -1};
    char *pdf = NULL;
    size_t length = 0;
    bool done = open_streams(streams, html, error) && set_page(streams, seconds, error);
    if (done) {
        pdf = file_read_all(streams[STREAM_PDF], &length, error);
        done = pdf != NULL;
    }
    if (done && (length < 5 || memcmp(pdf, "%PDF-", 5) != 0))
        done = error_set(error, ERROR_SYSTEM,
                         _("What WeasyPrint made is no PDF. Is another program of that name first "
                           "in PATH?"));
    done = done && file_replace(path, pdf, length, error);
    free(pdf);
    close_streams(streams);
    return done;
}

bool pdf_write(const char *html, const char *path, struct error *error)
{
    return pdf_write_within(html, path, PDF_SECONDS_MAX, error);
}
