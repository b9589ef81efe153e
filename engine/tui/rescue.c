/*
 * rescue.c: signal handlers; everything in them is async-signal-safe.
 *
 * A handler writes a byte into a pipe that rescue_wait polls beside the keyboard, so no signal can
 * slip in between looking at the flag and going to sleep.
 */
#include "tui/rescue.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { UNDO_SIZE = 256, STACK_SIZE = 64 * 1024 };

static const int stop_signals[] = {SIGINT, SIGTERM, SIGHUP};
static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* Handlers can only reach what is static. There is one terminal, so one of each will do. */
static volatile sig_atomic_t stop_signal;
static volatile sig_atomic_t resized;
static volatile sig_atomic_t active;
static int wake_pipe[2] = {-1, -1};
static struct termios modes_before;
static char undo_bytes[UNDO_SIZE];
static volatile size_t undo_length;
static struct sigaction stop_before[COUNT(stop_signals)];
static struct sigaction crash_before[COUNT(crash_signals)];
static struct sigaction winch_before;
static struct sigaction curses_suspend; /* how curses puts its screen away and waits */
static const char *mode_on, *mode_off;  /* NULL: no such mode */
static stack_t stack_before;
static char *stack; /* a stack overflow can't be handled on the stack that overflowed */

static void wake(void)
{
    int saved = errno;
    if (write(wake_pipe[1], "!", 1) < 0) {
        /* the pipe is full: then it wakes anyway */
    }
    errno = saved;
}

static void on_stop(int signal)
{
    stop_signal = signal;
    wake();
}

static void on_resize(int signal)
{
    (void)signal;
    resized = 1;
    wake();
}

static void send(const char *bytes, size_t length)
{
    size_t done = 0;
    while (done < length) {
        ssize_t written = write(STDOUT_FILENO, bytes + done, length - done);
        if (written <= 0)
            break;
        done += (size_t)written;
    }
}

/* Curses' own handler returns when the program goes on. */
static void on_suspend(int signal)
{
    int saved = errno;
    send(mode_off, strlen(mode_off));
    curses_suspend.sa_handler(signal);
    send(mode_on, strlen(mode_on));
    wake();
    errno = saved;
}

static void restore_terminal(void)
{
    send(undo_bytes, undo_length);
    tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
}

/*
 * Puts the terminal back and the former handler in, then lets the crash happen again: a fault
 * repeats when the handler returns, anything else is raised once more.
 */
static void on_crash(int signal, siginfo_t *info, void *context)
{
    (void)context;
    if (active) {
        active = 0;
        restore_terminal();
    }
    for (int i = 0; i < COUNT(crash_signals); i++)
        if (crash_signals[i] == signal)
            sigaction(signal, &crash_before[i], NULL);
    if (signal == SIGABRT || info->si_code <= 0)
        raise(signal);
}

static void catch_crashes(void)
{
    struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    stack = malloc(STACK_SIZE);
    if (stack) {
        stack_t alternate = {.ss_sp = stack, .ss_size = STACK_SIZE};
        sigaltstack(&alternate, &stack_before);
    }
    for (int i = 0; i < COUNT(crash_signals); i++)
        sigaction(crash_signals[i], &action, &crash_before[i]);
}

static void catch_stops(void)
{
    struct sigaction action = {.sa_handler = on_stop};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < COUNT(stop_signals); i++) {
        sigaction(stop_signals[i], &action, &stop_before[i]);
        if (stop_before[i].sa_handler == SIG_IGN) /* nohup, or a shell's background job */
            sigaction(stop_signals[i], &stop_before[i], NULL);
    }
    action.sa_handler = on_resize;
    action.sa_flags = SA_RESTART;
    sigaction(SIGWINCH, &action, &winch_before);
}

bool rescue_begin(void)
{
    if (tcgetattr(STDIN_FILENO, &modes_before) != 0 ||
        pipe2(wake_pipe, O_NONBLOCK | O_CLOEXEC) != 0)
        return false;
    stop_signal = 0;
    resized = 0;
    undo_length = 0;
    active = 1;
    catch_crashes();
    catch_stops();
    return true;
}

void rescue_set_undo(const char *undo)
{
    undo_length = 0;
    size_t length = strnlen(undo, UNDO_SIZE);
    memcpy(undo_bytes, undo, length);
    undo_length = length;
}

void rescue_set_mode(const char *on, const char *off)
{
    mode_on = on;
    mode_off = off;
    send(on, strlen(on));
    sigaction(SIGTSTP, NULL, &curses_suspend);
    bool handled = !(curses_suspend.sa_flags & SA_SIGINFO) &&
                   curses_suspend.sa_handler != SIG_IGN && curses_suspend.sa_handler != SIG_DFL;
    if (!handled)
        return;
    struct sigaction action = curses_suspend;
    action.sa_handler = on_suspend;
    sigaction(SIGTSTP, &action, NULL);
}

static void leave_mode(void)
{
    struct sigaction present;
    if (!mode_off)
        return;
    send(mode_off, strlen(mode_off));
    mode_on = mode_off = NULL;
    sigaction(SIGTSTP, NULL, &present);
    if (present.sa_handler == on_suspend)
        sigaction(SIGTSTP, &curses_suspend, NULL);
}

void rescue_end(void)
{
    if (wake_pipe[0] < 0)
        return;
    leave_mode();
    active = 0;
    sigaction(SIGWINCH, &winch_before, NULL);
    for (int i = 0; i < COUNT(stop_signals); i++)
        sigaction(stop_signals[i], &stop_before[i], NULL);
    for (int i = 0; i < COUNT(crash_signals); i++)
        sigaction(crash_signals[i], &crash_before[i], NULL);
    if (stack) {
        sigaltstack(&stack_before, NULL);
        free(stack);
        stack = NULL;
    }
    close(wake_pipe[0]);
    close(wake_pipe[1]);
    wake_pipe[0] = wake_pipe[1] = -1;
}

int rescue_stop_signal(void)
{
    return stop_signal;
}

void rescue_stop(int signal)
{
    if (!stop_signal)
        stop_signal = signal;
}

bool rescue_resized(void)
{
    bool was = resized;
    resized = 0;
    return was;
}

bool rescue_wait(int timeout_ms)
{
    struct pollfd watched[] = {{.fd = STDIN_FILENO, .events = POLLIN},
                               {.fd = wake_pipe[0], .events = POLLIN}};
    if (poll(watched, 2, timeout_ms) <= 0)
        return false;
    if (watched[1].revents) {
        char drained[64];
        while (read(wake_pipe[0], drained, sizeof drained) > 0)
            continue;
    }
    if (watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) {
        if (!(watched[0].revents & POLLIN))
            rescue_stop(SIGHUP);
    }
    return watched[0].revents & POLLIN;
}
