/* check_watch.c: waits until a scenario, a rule pack or a case is saved. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/words.h"
#include "cli/check_output.h"

struct watch {
    int descriptor;
    struct sigaction before;
};

static volatile sig_atomic_t interrupted;

static void note_interrupt(int signal)
{
    (void)signal;
    interrupted = 1;
}

/* The file's folder with `below` behind it; a folder that is not there is no error. */
static bool watch_folder(struct watch *watch, const char *file, const char *below)
{
    struct buffer folder = {0};
    const char *slash = strrchr(file, '/');
    if (slash)
        buffer_add_bytes(&folder, file, (size_t)(slash - file) + 1);
    else
        buffer_add(&folder, "./");
    buffer_add(&folder, below);
    int added = inotify_add_watch(watch->descriptor, folder.data, IN_CLOSE_WRITE | IN_MOVED_TO);
    buffer_free(&folder);
    return added >= 0 || errno == ENOENT;
}

struct watch *watch_open(const char *const *files, int count, struct error *error)
{
    struct watch *watch = calloc(1, sizeof *watch);
    if (!watch)
        abort();
    struct sigaction action = {.sa_handler = note_interrupt};
    sigemptyset(&action.sa_mask);
    interrupted = 0;
    sigaction(SIGINT, &action, &watch->before);
    watch->descriptor = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    bool done = watch->descriptor >= 0;
    for (int i = 0; done && i < count; i++)
        done = watch_folder(watch, files[i], "") && watch_folder(watch, files[i], "rules") &&
               watch_folder(watch, files[i], "tests");
    if (done)
        return watch;
    error_set(error, ERROR_SYSTEM, _("can't watch for changes: %s"), strerror(errno));
    watch_close(watch);
    return NULL;
}

void watch_close(struct watch *watch)
{
    if (!watch)
        return;
    if (watch->descriptor >= 0)
        close(watch->descriptor);
    sigaction(SIGINT, &watch->before, NULL);
    free(watch);
}

static bool is_watched(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot && name[0] != '.' && (strcmp(dot, ".lua") == 0 || strcmp(dot, ".play") == 0);
}

/* Reads what has happened; true when such a file is among it. */
static bool read_events(const struct watch *watch)
{
    _Alignas(struct inotify_event) char block[4096];
    bool found = false;
    ssize_t length;
    while ((length = read(watch->descriptor, block, sizeof block)) > 0) {
        for (const char *at = block; at < block + length;) {
            const struct inotify_event *event = (const void *)at;
            found |= event->len > 0 && is_watched(event->name);
            at += sizeof *event + event->len;
        }
    }
    return found;
}

bool watch_wait(struct watch *watch)
{
    enum { SETTLE_MS = 100 }; /* editors save in several steps */
    struct pollfd poll_set = {.fd = watch->descriptor, .events = POLLIN};
    bool saved = false;
    while (!interrupted) {
        int ready = poll(&poll_set, 1, saved ? SETTLE_MS : -1);
        if (ready == 0)
            return true;
        if (ready > 0)
            saved |= read_events(watch);
        else if (errno != EINTR)
            return false;
    }
    return false;
}
