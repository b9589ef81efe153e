/* screen.c: a pseudo-terminal with libvterm behind it. */
#include "screen.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>
#include <cmocka.h>

enum { WAIT_MS = 15000, SETTLE_MS = 2000, ARGUMENTS_MAX = 16, TEXT_MAX = 4096 };

struct screen {
    int master;
    pid_t program;
    int status; /* of waitpid; -1 while it runs */
    int rows, cols;
    bool alternate, cursor, closed;
    struct termios before;
    VTerm *vterm;
    VTermScreen *vscreen;
    char store[512];
};

/* ------------------------------------------------------------------------ the terminal ---- */

static int property_changed(VTermProp property, VTermValue *value, void *data)
{
    struct screen *screen = data;
    if (property == VTERM_PROP_ALTSCREEN)
        screen->alternate = value->boolean;
    if (property == VTERM_PROP_CURSORVISIBLE)
        screen->cursor = value->boolean;
    return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = property_changed};

static void make_terminal(struct screen *screen)
{
    screen->vterm = vterm_new(screen->rows, screen->cols);
    vterm_set_utf8(screen->vterm, 1);
    screen->vscreen = vterm_obtain_screen(screen->vterm);
    screen->cursor = true;
    vterm_screen_set_callbacks(screen->vscreen, &callbacks, screen);
    vterm_screen_enable_altscreen(screen->vscreen, 1);
    vterm_screen_reset(screen->vscreen, 1);
}

/* Answers that the terminal owes the program (cursor reports and the like). */
static void send_answers(struct screen *screen)
{
    char bytes[256];
    size_t count;
    while ((count = vterm_output_read(screen->vterm, bytes, sizeof bytes)) > 0) {
        if (write(screen->master, bytes, count) < 0)
            return;
    }
}

/* Reads once, waiting up to `milliseconds`; false when nothing came. */
static bool read_once(struct screen *screen, int milliseconds)
{
    char bytes[8192];
    struct pollfd wanted = {.fd = screen->master, .events = POLLIN};
    if (screen->closed || poll(&wanted, 1, milliseconds) <= 0)
        return false;
    ssize_t count = read(screen->master, bytes, sizeof bytes);
    if (count <= 0) {
        screen->closed = true;
        return false;
    }
    vterm_input_write(screen->vterm, bytes, (size_t)count);
    send_answers(screen);
    return true;
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void screen_read(struct screen *screen, int milliseconds)
{
    int64_t end = now_ms() + milliseconds;
    for (int64_t left = milliseconds; left > 0 && !screen->closed; left = end - now_ms())
        read_once(screen, (int)left);
}

/* ------------------------------------------------------------------------- the program ---- */

static void set_or_unset(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

void screen_set_scenarios(void)
{
    char scenarios[512], courseware[512];
    const char *source = getenv("YANLIAN_SOURCE");
    snprintf(scenarios, sizeof scenarios, "%.480s/scenarios", source ? source : ".");
    snprintf(courseware, sizeof courseware, "%.480s/courseware", source ? source : ".");
    setenv("YANLIAN_SCENARIOS", scenarios, 1);
    setenv("YANLIAN_COURSEWARE", courseware, 1);
}

static void run_program(const struct screen *screen, const struct screen_options *options)
{
    char words[TEXT_MAX] = "";
    char *arguments[ARGUMENTS_MAX + 1] = {getenv("YANLIAN")};
    int count = 1;
    if (options->arguments)
        snprintf(words, sizeof words, "%s", options->arguments);
    for (char *word = strtok(words, " "); word && count < ARGUMENTS_MAX; word = strtok(NULL, " "))
        arguments[count++] = word;
    screen_set_scenarios();
    unsetenv("LC_ALL");
    unsetenv("LC_MESSAGES");
    set_or_unset("LANG", options->language);
    set_or_unset("NO_COLOR", options->no_color ? "1" : NULL);
    setenv("TERM", options->term ? options->term : "xterm-256color", 1);
    setenv("YANLIAN_STORE", screen->store, 1);
    unsetenv("LINES");
    unsetenv("COLUMNS");
    if (arguments[0])
        execv(arguments[0], arguments);
    _exit(127);
}

static void choose_store(struct screen *screen, const char *store)
{
    char folder[256];
    if (store) {
        snprintf(screen->store, sizeof screen->store, "%s", store);
        return;
    }
    const char *base = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%.200s/terminal.XXXXXX", base ? base : "/tmp");
    assert_non_null(mkdtemp(folder));
    snprintf(screen->store, sizeof screen->store, "%s/yanlian.db", folder);
}

struct screen *screen_start(const struct screen_options *options)
{
    struct screen *screen = calloc(1, sizeof *screen);
    assert_non_null(screen);
    assert_non_null(getenv("YANLIAN"));
    screen->rows = options->rows ? options->rows : 24;
    screen->cols = options->cols ? options->cols : 80;
    screen->status = -1;
    choose_store(screen, options->store);
    make_terminal(screen);
    struct winsize size = {.ws_row = (unsigned short)screen->rows,
                           .ws_col = (unsigned short)screen->cols};
    int gate[2]; /* the program comes after a look at the settings that it will change */
    assert_int_equal(pipe2(gate, O_CLOEXEC), 0);
    screen->program = forkpty(&screen->master, NULL, NULL, &size);
    assert_true(screen->program >= 0);
    if (screen->program == 0) {
        char none;
        close(gate[1]);
        (void)!read(gate[0], &none, 1); /* ends when the other end is closed */
        run_program(screen, options);
    }
    tcgetattr(screen->master, &screen->before);
    close(gate[0]);
    close(gate[1]);
    return screen;
}

static bool has_ended(struct screen *screen)
{
    int status;
    if (screen->status >= 0)
        return true;
    if (waitpid(screen->program, &status, WNOHANG) != screen->program)
        return false;
    screen->status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    return true;
}

int screen_wait_end(struct screen *screen)
{
    int64_t end = now_ms() + WAIT_MS;
    while (!has_ended(screen)) {
        if (now_ms() > end) {
            screen_print(screen);
            fail_msg("the program did not end");
        }
        if (!read_once(screen, 20))
            usleep(5000);
    }
    while (read_once(screen, 50))
        continue;
    return screen->status;
}

void screen_stop(struct screen *screen)
{
    if (!has_ended(screen)) {
        kill(screen->program, SIGKILL);
        waitpid(screen->program, NULL, 0);
    }
    if (screen->master >= 0)
        close(screen->master);
    vterm_free(screen->vterm);
    free(screen);
}

/* ------------------------------------------------------------------------------- doing ---- */

void screen_type(struct screen *screen, const char *keys)
{
    size_t length = strlen(keys);
    assert_int_equal(write(screen->master, keys, length), (ssize_t)length);
}

void screen_paste(struct screen *screen, const char *text)
{
    char *keys = strdup(text);
    assert_non_null(keys);
    for (char *at = keys; *at; at++)
        *at = *at == '\n' ? '\r' : *at;
    vterm_keyboard_start_paste(screen->vterm);
    send_answers(screen);
    screen_type(screen, keys);
    vterm_keyboard_end_paste(screen->vterm);
    send_answers(screen);
    free(keys);
}

bool screen_brackets_pastes(struct screen *screen)
{
    char bytes[64];
    vterm_keyboard_start_paste(screen->vterm);
    return vterm_output_read(screen->vterm, bytes, sizeof bytes) > 0;
}

void screen_mouse(struct screen *screen, int button, int row, int col)
{
    char report[64];
    snprintf(report, sizeof report, "\033[<%d;%d;%dM", button, col, row);
    screen_type(screen, report);
    if (button < 64) {
        snprintf(report, sizeof report, "\033[<%d;%d;%dm", button, col, row);
        screen_type(screen, report);
    }
}

void screen_resize(struct screen *screen, int rows, int cols)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    screen->rows = rows;
    screen->cols = cols;
    vterm_set_size(screen->vterm, rows, cols);
    assert_int_equal(ioctl(screen->master, TIOCSWINSZ, &size), 0);
}

void screen_signal(struct screen *screen, int signal)
{
    assert_int_equal(kill(screen->program, signal), 0);
}

void screen_hang_up(struct screen *screen)
{
    close(screen->master);
    screen->master = -1;
    screen->closed = true;
}

/* ------------------------------------------------------------------------------- seeing ---- */

/* The cell's character as UTF-8. */
static void encode(uint32_t code, char out[5])
{
    if (code < 0x80) {
        snprintf(out, 5, "%c", (char)code);
    } else if (code < 0x800) {
        snprintf(out, 5, "%c%c", (char)(0xC0 | code >> 6), (char)(0x80 | (code & 0x3F)));
    } else if (code < 0x10000) {
        snprintf(out, 5, "%c%c%c", (char)(0xE0 | code >> 12), (char)(0x80 | (code >> 6 & 0x3F)),
                 (char)(0x80 | (code & 0x3F)));
    } else {
        snprintf(out, 5, "%c%c%c%c", (char)(0xF0 | code >> 18), (char)(0x80 | (code >> 12 & 0x3F)),
                 (char)(0x80 | (code >> 6 & 0x3F)), (char)(0x80 | (code & 0x3F)));
    }
}

static VTermScreenCell cell_at(const struct screen *screen, int row, int col)
{
    VTermScreenCell cell = {0};
    vterm_screen_get_cell(screen->vscreen, (VTermPos){.row = row, .col = col}, &cell);
    return cell;
}

const char *screen_cell(const struct screen *screen, int row, int col)
{
    static char text[5];
    VTermScreenCell cell = cell_at(screen, row, col);
    text[0] = '\0';
    if (cell.chars[0] != 0 && cell.chars[0] != (uint32_t)-1 && cell.chars[0] != ' ')
        encode(cell.chars[0], text);
    return text;
}

const char *screen_row(const struct screen *screen, int row)
{
    static char text[TEXT_MAX];
    size_t length = 0, used = 0;
    text[0] = '\0';
    for (int col = 0; col < screen->cols;) {
        VTermScreenCell cell = cell_at(screen, row, col);
        const char *character = screen_cell(screen, row, col);
        length += (size_t)snprintf(text + length, sizeof text - length, "%s",
                                   character[0] ? character : " ");
        if (character[0])
            used = length;
        col += cell.width > 1 ? cell.width : 1;
    }
    text[used] = '\0';
    return text;
}

int screen_find(const struct screen *screen, const char *text)
{
    for (int row = 0; row < screen->rows; row++) {
        if (strstr(screen_row(screen, row), text))
            return row;
    }
    return -1;
}

bool screen_shows(const struct screen *screen, const char *text)
{
    return screen_find(screen, text) >= 0;
}

void screen_print(const struct screen *screen)
{
    for (int row = 0; row < screen->rows; row++)
        fprintf(stderr, "|%s\n", screen_row(screen, row));
}

/* The program does nothing: not even writing, and none of the disk's work is waited for. */
static bool is_asleep(const struct screen *screen)
{
    char path[64], stat[512] = "";
    snprintf(path, sizeof path, "/proc/%d/stat", (int)screen->program);
    FILE *file = fopen(path, "r");
    if (!file)
        return true;
    size_t length = fread(stat, 1, sizeof stat - 1, file);
    fclose(file);
    stat[length] = '\0';
    const char *name_end = strrchr(stat, ')');
    return !name_end || strchr("SZ", name_end[2]) != NULL;
}

/*
 * Reads on until the picture is whole: what a test waits for may come in the first half of what the
 * program writes, when the machine has other things to do.
 */
static void settle(struct screen *screen)
{
    int64_t end = now_ms() + SETTLE_MS;
    bool more = true;
    while (more && now_ms() < end) {
        bool asleep = is_asleep(screen);
        more = read_once(screen, 5) || !asleep;
    }
}

static void wait_until(struct screen *screen, const char *text, bool shown)
{
    int64_t end = now_ms() + WAIT_MS;
    while (screen_shows(screen, text) != shown) {
        if (now_ms() > end || (screen->closed && has_ended(screen))) {
            screen_print(screen);
            fail_msg("'%s' %s", text, shown ? "never came" : "never went");
        }
        read_once(screen, 50);
    }
    settle(screen);
}

void screen_wait(struct screen *screen, const char *text)
{
    wait_until(screen, text, true);
}

void screen_wait_gone(struct screen *screen, const char *text)
{
    wait_until(screen, text, false);
}

int screen_rows(const struct screen *screen)
{
    return screen->rows;
}

int screen_cols(const struct screen *screen)
{
    return screen->cols;
}

bool screen_is_alternate(const struct screen *screen)
{
    return screen->alternate;
}

bool screen_cursor_is_visible(const struct screen *screen)
{
    return screen->cursor;
}

static bool is_coloured(const struct screen *screen, const VTermScreenCell *cell)
{
    VTermColor front, back;
    vterm_state_get_default_colors(vterm_obtain_state(screen->vterm), &front, &back);
    return !vterm_color_is_equal(&cell->fg, &front) || !vterm_color_is_equal(&cell->bg, &back);
}

bool screen_has_colour(const struct screen *screen)
{
    for (int row = 0; row < screen->rows; row++) {
        for (int col = 0; col < screen->cols; col++) {
            VTermScreenCell cell = cell_at(screen, row, col);
            if (is_coloured(screen, &cell))
                return true;
        }
    }
    return false;
}

bool screen_settings_are_restored(const struct screen *screen)
{
    struct termios now;
    return tcgetattr(screen->master, &now) == 0 && now.c_lflag == screen->before.c_lflag &&
           now.c_iflag == screen->before.c_iflag && now.c_oflag == screen->before.c_oflag;
}

const char *screen_store(const struct screen *screen)
{
    return screen->store;
}
