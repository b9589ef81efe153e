/* ask_trainer.c: a passphrase, typed or read, that nobody else sees. */
#include "cli/ask_trainer.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "base/words.h"

enum { LINE_SIZE = PASSPHRASE_MAX + 2 }; /* one more than fits, to see that it is too long */

/* ------------------------------------------------------------------------------- reading ---- */

enum outcome { LINE_READ, LINE_NONE, LINE_INTERRUPTED, LINE_FAILED };

/*
 * Byte by byte, as what stands behind the line is not ours. What is too long for a passphrase is
 * read to its end and cut to a length that is refused.
 */
static enum outcome read_line(int file, char line[LINE_SIZE])
{
    size_t length = 0;
    char byte;
    ssize_t count;
    while ((count = read(file, &byte, 1)) == 1 && byte != '\n') {
        if (length < LINE_SIZE - 1)
            line[length++] = byte == '\0' ? '\1' : byte; /* a zero byte must not end it unseen */
    }
    sodium_memzero(&byte, 1);
    line[length] = '\0';
    if (count < 0)
        return errno == EINTR ? LINE_INTERRUPTED : LINE_FAILED;
    return count == 0 && length == 0 ? LINE_NONE : LINE_READ;
}

/* ---------------------------------------------------------------------------- from a file ---- */

static int open_file(const char *path, struct error *error)
{
    struct stat status;
    int file = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0 || fstat(file, &status) != 0) {
        error_at(error, ERROR_NOT_FOUND, path, 0, _("the passphrase can't be read: %s"),
                 strerror(errno));
        if (file > STDIN_FILENO)
            close(file);
        return -1;
    }
    if (file != STDIN_FILENO && S_ISREG(status.st_mode) && (status.st_mode & 077) != 0) {
        error_at(error, ERROR_NOT_ALLOWED, path, 0, "%s",
                 _("others can read this passphrase: keep it to yourself with chmod 600"));
        close(file);
        return -1;
    }
    return file;
}

static bool read_file(const char *path, char line[LINE_SIZE], struct error *error)
{
    enum outcome outcome = LINE_INTERRUPTED;
    int file = open_file(path, error);
    if (file < 0)
        return false;
    while (outcome == LINE_INTERRUPTED)
        outcome = read_line(file, line);
    if (outcome == LINE_FAILED)
        error_at(error, ERROR_SYSTEM, path, 0, _("the passphrase can't be read: %s"),
                 strerror(errno));
    else if (outcome == LINE_NONE)
        error_at(error, ERROR_USAGE, path, 0, "%s",
                 _("there is no passphrase: write it on the first line"));
    if (file != STDIN_FILENO)
        close(file);
    return outcome == LINE_READ;
}

/* ------------------------------------------------------------------------ from a terminal ---- */

/* Those that end or stop the program, which would leave the terminal without its echo. */
static const int caught[] = {SIGALRM, SIGHUP,  SIGINT,  SIGPIPE, SIGQUIT,
                             SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU};

enum { CAUGHT = sizeof caught / sizeof *caught };

static volatile sig_atomic_t arrived;

static void note_signal(int number)
{
    arrived = number;
}

static void catch_signals(struct sigaction before[CAUGHT])
{
    struct sigaction action = {.sa_handler = note_signal}; /* no SA_RESTART: reading ends */
    sigemptyset(&action.sa_mask);
    arrived = 0;
    for (int i = 0; i < CAUGHT; i++)
        sigaction(caught[i], &action, &before[i]);
}

static void release_signals(const struct sigaction before[CAUGHT])
{
    for (int i = 0; i < CAUGHT; i++)
        sigaction(caught[i], &before[i], NULL);
}

/* Once, without echo. Whatever arrives meanwhile is raised again when the terminal is back. */
static enum outcome type_once(const char *prompt, char line[LINE_SIZE])
{
    struct sigaction before[CAUGHT];
    struct termios echoing, silent;
    enum outcome outcome;
    catch_signals(before);
    if (tcgetattr(STDIN_FILENO, &echoing) != 0) {
        release_signals(before);
        return LINE_FAILED;
    }
    silent = echoing;
    silent.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
    silent.c_lflag |= ICANON | ISIG;
    while (tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) != 0 && errno == EINTR && arrived == 0) {
        /* again */
    }
    fputs(prompt, stderr);
    fflush(stderr);
    outcome = arrived ? LINE_INTERRUPTED : read_line(STDIN_FILENO, line);
    fputs("\n", stderr);
    while (tcsetattr(STDIN_FILENO, TCSAFLUSH, &echoing) != 0 && errno == EINTR) {
        /* this one must succeed */
    }
    release_signals(before);
    return outcome;
}

static bool is_stop(int number)
{
    return number == SIGTSTP || number == SIGTTIN || number == SIGTTOU;
}

/* After being stopped and continued it is asked again. */
static bool type_line(const char *prompt, char line[LINE_SIZE], struct error *error)
{
    enum outcome outcome;
    do {
        outcome = type_once(prompt, line);
        int number = (int)arrived;
        if (number != 0)
            raise(number);
        if (outcome == LINE_INTERRUPTED && !is_stop(number))
            break;
    } while (outcome == LINE_INTERRUPTED);
    if (outcome == LINE_READ)
        return true;
    return outcome == LINE_FAILED ? error_set(error, ERROR_SYSTEM,
                                              _("the terminal can't be read: %s"), strerror(errno))
                                  : error_set(error, ERROR_NOT_ALLOWED, "%s",
                                              _("no passphrase was typed: nothing was done"));
}

static bool type_passphrase(const char *prompt, const char *again, char passphrase[LINE_SIZE],
                            struct error *error)
{
    char second[LINE_SIZE];
    if (!type_line(prompt, passphrase, error))
        return false;
    if (!again)
        return true;
    bool same = type_line(again, second, error);
    if (same && strcmp(passphrase, second) != 0)
        same = error_set(error, ERROR_USAGE, "%s",
                         _("the two are not the same: nothing was changed, try again"));
    sodium_memzero(second, sizeof second);
    return same;
}

/* ----------------------------------------------------------------------------------- both ---- */

const char *ask_passphrase_file(const char *file)
{
    const char *named = file ? file : getenv("YANLIAN_PASSPHRASE_FILE");
    return named && named[0] ? named : NULL;
}

bool ask_passphrase(const char *file, const char *prompt, const char *again,
                    char passphrase[PASSPHRASE_MAX + 2], struct error *error)
{
    if (file)
        return read_file(file, passphrase, error);
    if (isatty(STDIN_FILENO))
        return type_passphrase(prompt, again, passphrase, error);
    return error_set(error, ERROR_USAGE, "%s",
                     _("there is no terminal to ask for the passphrase: name a file that holds it "
                       "with --passphrase-file, or - for standard input"));
}

bool ask_trainer(struct store *store, const char *name, const char *passphrase_file,
                 struct trainer *trainer, struct error *error)
{
    char passphrase[LINE_SIZE], prompt[STORE_NAME_MAX + 100];
    struct trainer *all = NULL;
    int count = 0;
    if (!name)
        return error_set(error, ERROR_USAGE, "%s",
                         _("only trainers may do this: say who you are with --as NAME"));
    if (!store_trainers(store, &all, &count, error))
        return false;
    free(all);
    if (count == 0)
        return error_set(error, ERROR_NOT_FOUND, "%s",
                         _("there are no trainers yet: yanlian trainer new NAME makes the first"));
    char *clean = text_clean(name, strlen(name), STORE_NAME_MAX, false);
    snprintf(prompt, sizeof prompt, _("Passphrase of %s: "), clean);
    bool right =
        ask_passphrase(ask_passphrase_file(passphrase_file), prompt, NULL, passphrase, error) &&
        trainer_check(store, clean, passphrase, clock_wall_ms(), trainer, error);
    sodium_memzero(passphrase, sizeof passphrase);
    free(clean);
    return right;
}
