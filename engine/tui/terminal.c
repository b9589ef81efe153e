/*
 * terminal.c: curses, set up and put away; canvases painted; keys, clicks and sizes read.
 */
#include "tui/terminal.h"

#include <assert.h>
#include <ncurses.h>
#include <panel.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "base/clock.h"
#include "base/words.h"
#include "tui/capability.h"
#include "tui/paste.h"
#include "tui/rescue.h"

/*
 * How long to wait for the rest of a key's sequence after Esc: long enough for a slow line, short
 * enough that Esc alone feels immediate.
 */
enum { ESCAPE_DELAY_MS = 50 };

/*
 * A paste comes in one go. After so long without a byte of it, its end is taken as lost, and keys
 * are keys again.
 */
enum { PASTE_SILENCE_MS = 2000 };

/* Curses' numbers for the brackets of a paste: behind all those it has for keys. */
enum { CODE_PASTE_BEGIN = KEY_MAX + 2000, CODE_PASTE_END };

struct tui {
    WINDOW *keys; /* a pad: reading from it never refreshes the screen, as a window would */
    bool colour;
    bool mouse;
    bool brackets; /* pastes come in brackets, where the terminal knows them */
    char *pasted;  /* the latest paste; NULL before there was one */
    struct canvas *canvas;
    struct canvas *overlay;
    WINDOW *overlay_window; /* NULL while there is none */
    PANEL *overlay_panel;
    void (*tick)(void *data); /* NULL: none */
    void *tick_data;
    int tick_ms;
};

/* What an ink looks like. Without colour the attributes must tell what matters. */
static const struct look {
    attr_t attributes;
    short colour; /* -1: the terminal's own */
} looks[INK_COUNT] = {
    [INK_PLAIN] = {A_NORMAL, -1},
    [INK_STRONG] = {A_BOLD, -1},
    [INK_FAINT] = {A_DIM, -1},
    [INK_FRAME] = {A_DIM, -1},
    [INK_TITLE] = {A_BOLD, -1},
    [INK_KEY] = {A_BOLD, -1},
    [INK_CUSTOMER] = {A_BOLD, COLOR_YELLOW},
    [INK_TRAINEE] = {A_BOLD, COLOR_GREEN},
    [INK_COACH] = {A_BOLD, COLOR_CYAN},
    [INK_GOOD] = {A_BOLD, COLOR_GREEN},
    [INK_WARNING] = {A_BOLD, COLOR_YELLOW},
    [INK_BAD] = {A_BOLD, COLOR_RED},
    [INK_SELECTED] = {A_REVERSE, -1},
};

/* Closes the terminal when something below calls exit(); there is only one terminal. */
static struct tui *opened;

/* ---------------------------------------------------------------------------- open, close ---- */

static bool can_drive(struct error *error)
{
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return error_set(error, ERROR_SYSTEM, "%s",
                         _("this is no terminal; --plain works without one"));
    const char *type = getenv("TERM");
    if (!type || !capability_screen())
        return error_set(
            error, ERROR_SYSTEM,
            _("a terminal of type \"%s\" can't show a screen; use --plain, or set TERM"),
            type ? type : "");
    return true;
}

static void start_colours(struct tui *tui)
{
    const char *no_colour = getenv("NO_COLOR");
    tui->colour = has_colors() && (!no_colour || no_colour[0] == '\0') && start_color() == OK;
    if (!tui->colour)
        return;
    short background = use_default_colors() == OK ? -1 : COLOR_BLACK;
    for (int ink = 0; ink < INK_COUNT; ink++)
        if (looks[ink].colour >= 0)
            init_pair((short)(ink + 1), looks[ink].colour, background);
}

/* Curses of this age knows nothing of them, so the terminal is told past it. */
static void start_brackets(struct tui *tui)
{
    tui->brackets = capability_ansi();
    if (!tui->brackets)
        return;
    define_key(PASTE_BEGIN, CODE_PASTE_BEGIN);
    define_key(PASTE_END, CODE_PASTE_END);
    rescue_set_mode(PASTE_ON, PASTE_OFF);
}

static void start_curses(struct tui *tui)
{
    cbreak();
    noecho();
    nonl();
    curs_set(0);
    start_colours(tui);
    tui->keys = newpad(1, 1);
    keypad(tui->keys, TRUE);
    wtimeout(tui->keys, 0);
    mouseinterval(0);
    tui->mouse = mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL) != 0;
    start_brackets(tui);
    char undo[256];
    capability_undo(tui->mouse, tui->brackets, undo, sizeof undo);
    rescue_set_undo(undo);
}

static void close_at_exit(void)
{
    tui_close(opened);
}

struct tui *tui_open(struct error *error)
{
    static bool registered;
    assert(!opened);
    if (!can_drive(error))
        return NULL;
    if (!rescue_begin()) {
        error_set(error, ERROR_SYSTEM, "%s",
                  _("the terminal's settings can't be read; use --plain"));
        return NULL;
    }
    struct tui *tui = calloc(1, sizeof *tui);
    if (!tui)
        abort();
    set_escdelay(ESCAPE_DELAY_MS);
    if (!newterm(NULL, stdout, stdin)) {
        rescue_end();
        free(tui);
        error_set(error, ERROR_SYSTEM, "%s", _("the terminal can't be set up; use --plain"));
        return NULL;
    }
    opened = tui;
    if (!registered)
        atexit(close_at_exit);
    registered = true;
    start_curses(tui);
    tui->canvas = canvas_new(LINES, COLS);
    tui->overlay = canvas_new(1, 1);
    return tui;
}

void tui_close(struct tui *tui)
{
    if (!tui || tui != opened)
        return;
    opened = NULL;
    terminal_no_overlay(tui);
    if (tui->mouse)
        mousemask(0, NULL);
    delwin(tui->keys);
    erase();
    refresh(); /* terminals without a second screen would keep ours */
    endwin();
    /* The screen itself is left to the end of the process: the panel library keeps a part of it
       that it would lose, and never frees. */
    rescue_end();
    canvas_free(tui->canvas);
    canvas_free(tui->overlay);
    free(tui->pasted);
    free(tui);
}

int tui_stop_signal(void)
{
    return rescue_stop_signal();
}

/* --------------------------------------------------------------------------------- showing ---- */

bool terminal_too_small(const struct tui *tui)
{
    (void)tui;
    return LINES < TERMINAL_MIN_ROWS || COLS < TERMINAL_MIN_COLS;
}

struct canvas *terminal_canvas(struct tui *tui)
{
    canvas_reset(tui->canvas, LINES, COLS);
    return tui->canvas;
}

const struct canvas *terminal_present(const struct tui *tui)
{
    return tui->canvas;
}

struct canvas *terminal_overlay(struct tui *tui, int rows, int cols)
{
    rows = rows < LINES ? rows : LINES;
    cols = cols < COLS ? cols : COLS;
    int y = (LINES - rows) / 2, x = (COLS - cols) / 2;
    if (tui->overlay_window &&
        (getmaxy(tui->overlay_window) != rows || getmaxx(tui->overlay_window) != cols ||
         getbegy(tui->overlay_window) != y || getbegx(tui->overlay_window) != x))
        terminal_no_overlay(tui);
    if (!tui->overlay_window) {
        tui->overlay_window = newwin(rows, cols, y, x);
        tui->overlay_panel = new_panel(tui->overlay_window);
    }
    canvas_reset(tui->overlay, rows, cols);
    return tui->overlay;
}

void terminal_no_overlay(struct tui *tui)
{
    if (!tui->overlay_window)
        return;
    del_panel(tui->overlay_panel);
    delwin(tui->overlay_window);
    tui->overlay_panel = NULL;
    tui->overlay_window = NULL;
}

/* Line drawing goes through curses, which knows what a terminal without these characters shows. */
static const cchar_t *line_drawing(uint32_t code)
{
    switch (code) {
    case 0x2500:
        return WACS_HLINE;
    case 0x2502:
        return WACS_VLINE;
    case 0x250C:
        return WACS_ULCORNER;
    case 0x2510:
        return WACS_URCORNER;
    case 0x2514:
        return WACS_LLCORNER;
    case 0x2518:
        return WACS_LRCORNER;
    default:
        return NULL;
    }
}

static void paint_cell(const struct tui *tui, WINDOW *window, int y, int x, const struct cell *cell)
{
    const struct look *look = &looks[cell->ink];
    wchar_t codes[CELL_CODES + 1] = {0};
    short pair = tui->colour && look->colour >= 0 ? (short)(cell->ink + 1) : 0;
    attr_t attributes = look->attributes;
    const cchar_t *line = line_drawing(cell->codes[0]);
    if (line) {
        attr_t own;
        short own_pair;
        getcchar(line, codes, &own, &own_pair, NULL);
        attributes |= own;
    } else {
        for (int i = 0; i < CELL_CODES; i++)
            codes[i] = (wchar_t)cell->codes[i];
    }
    /* Where the C library measures a character otherwise than we do, a stand-in keeps the lines. */
    cchar_t shown;
    if (!line && wcwidth(codes[0]) != cell->width) {
        setcchar(&shown, L"?", attributes, pair, NULL);
        mvwadd_wchnstr(window, y, x, &shown, 1);
        if (cell->width == 2)
            mvwadd_wchnstr(window, y, x + 1, &shown, 1);
        return;
    }
    setcchar(&shown, codes, attributes, pair, NULL);
    mvwadd_wchnstr(window, y, x, &shown, 1);
}

static void paint(const struct tui *tui, WINDOW *window, const struct canvas *canvas)
{
    werase(window);
    int rows = getmaxy(window), cols = getmaxx(window);
    rows = rows < canvas_rows(canvas) ? rows : canvas_rows(canvas);
    cols = cols < canvas_cols(canvas) ? cols : canvas_cols(canvas);
    for (int y = 0; y < rows; y++) {
        for (int x = 0; x < cols; x++) {
            const struct cell *cell = canvas_cell(canvas, y, x);
            if (cell->width > 0 && (cell->codes[0] != ' ' || cell->ink != INK_PLAIN))
                paint_cell(tui, window, y, x, cell);
        }
    }
}

static void draw_too_small(struct canvas *canvas)
{
    char text[256];
    int rows = canvas_rows(canvas), cols = canvas_cols(canvas);
    canvas_reset(canvas, rows, cols);
    snprintf(text, sizeof text,
             _("The window is too small: %d x %d. Please enlarge it to %d x %d or more. "
               "Nothing is lost. Ctrl-C saves and leaves."),
             cols, rows, TERMINAL_MIN_COLS, TERMINAL_MIN_ROWS);
    int margin = cols > 20 ? 2 : 0;
    canvas_wrap(canvas, (struct area){rows > 8 ? rows / 3 : 0, margin, rows, cols - 2 * margin},
                INK_STRONG, text);
}

void terminal_show(struct tui *tui)
{
    int y, x;
    bool small = terminal_too_small(tui);
    if (small) {
        terminal_no_overlay(tui);
        draw_too_small(tui->canvas);
    }
    paint(tui, stdscr, tui->canvas);
    if (tui->overlay_window) {
        paint(tui, tui->overlay_window, tui->overlay);
        top_panel(tui->overlay_panel);
    }
    wnoutrefresh(stdscr); /* update_panels does so only once there has been a panel */
    update_panels();
    bool cursor = !tui->overlay_window && canvas_cursor(tui->canvas, &y, &x);
    if (cursor) {
        wmove(stdscr, y, x);
        wnoutrefresh(stdscr);
    }
    curs_set(cursor);
    doupdate();
}

/* --------------------------------------------------------------------------------- reading ---- */

static void follow_size(struct tui *tui)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
        terminal_no_overlay(tui);
        resize_term(size.ws_row, size.ws_col);
    }
    clearok(curscr, TRUE);
}

static int keycap_of(int code)
{
    switch (code) {
    case KEY_UP:
        return KEYCAP_UP;
    case KEY_DOWN:
        return KEYCAP_DOWN;
    case KEY_LEFT:
        return KEYCAP_LEFT;
    case KEY_RIGHT:
        return KEYCAP_RIGHT;
    case KEY_PPAGE:
        return KEYCAP_PAGE_UP;
    case KEY_NPAGE:
        return KEYCAP_PAGE_DOWN;
    case KEY_HOME:
        return KEYCAP_HOME;
    case KEY_END:
        return KEYCAP_END;
    case KEY_ENTER:
        return KEYCAP_ENTER;
    case KEY_BTAB:
        return KEYCAP_BACK_TAB;
    case KEY_BACKSPACE:
        return KEYCAP_BACKSPACE;
    case KEY_DC:
        return KEYCAP_DELETE;
    case KEY_SR:
        return KEYCAP_SHIFT_UP;
    case KEY_SF:
        return KEYCAP_SHIFT_DOWN;
    default:
        return 0;
    }
}

static int keycap_of_control(wint_t character)
{
    switch (character) {
    case '\r':
    case '\n':
        return KEYCAP_ENTER;
    case '\t':
        return KEYCAP_TAB;
    case 0x1B:
        return KEYCAP_ESCAPE;
    case 0x08:
    case 0x7F:
        return KEYCAP_BACKSPACE;
    default:
        return character < 0x20 ? 0 : (int)character;
    }
}

static void read_mouse(struct input *input)
{
    MEVENT event;
    if (getmouse(&event) != OK)
        return;
    input->y = event.y;
    input->x = event.x;
    if (event.bstate & BUTTON4_PRESSED) {
        input->kind = INPUT_WHEEL;
        input->wheel = -1;
    } else if (event.bstate & BUTTON5_PRESSED) {
        input->kind = INPUT_WHEEL;
        input->wheel = 1;
    } else if (event.bstate & BUTTON1_PRESSED) {
        input->kind = INPUT_CLICK;
    }
}

void terminal_set_tick(struct tui *tui, int interval_ms, void (*tick)(void *data), void *data)
{
    tui->tick = tick;
    tui->tick_data = data;
    tui->tick_ms = interval_ms;
}

/* Waits as rescue_wait does, ticking meanwhile. */
static bool wait_ticking(struct tui *tui, int timeout_ms)
{
    int64_t until = clock_monotonic_ms() + timeout_ms;
    while (tui->tick) {
        int64_t left = timeout_ms < 0 ? tui->tick_ms : until - clock_monotonic_ms();
        int64_t before = clock_monotonic_ms();
        int wait = left > tui->tick_ms ? tui->tick_ms : left > 0 ? (int)left : 0;
        bool readable = rescue_wait(wait);
        bool woken = clock_monotonic_ms() - before < wait; /* by a key or a signal */
        tui->tick(tui->tick_data);
        if (readable || woken || (timeout_ms >= 0 && left <= wait))
            return readable;
    }
    return rescue_wait(timeout_ms);
}

/* Waits for a byte of a paste; false when the rest does not come: its end was lost on the way. */
static bool await_paste(struct tui *tui)
{
    int64_t until = clock_monotonic_ms() + PASTE_SILENCE_MS, left = PASTE_SILENCE_MS;
    int waiting = 0;
    while (left > 0 && !rescue_stop_signal()) {
        if (ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0)
            return true;
        if (wait_ticking(tui, (int)left)) {
            if (ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0)
                rescue_stop(SIGHUP); /* the other end of the line is gone */
        }
        left = until - clock_monotonic_ms();
    }
    return false;
}

/* Past curses, which would find keys in what is pasted, and byte by byte: keys may follow. */
static void read_paste(struct tui *tui, struct input *input)
{
    struct paste paste = {0};
    char byte;
    bool ended = false;
    while (!ended && await_paste(tui) && read(STDIN_FILENO, &byte, 1) == 1)
        ended = paste_byte(&paste, byte);
    free(tui->pasted);
    tui->pasted = paste_take(&paste);
    input->kind = rescue_stop_signal() ? INPUT_STOP : INPUT_PASTE;
    input->text = tui->pasted;
}

/* False when nothing is there to read. */
static bool read_key(struct tui *tui, struct input *input)
{
    wint_t character;
    int kind = wget_wch(tui->keys, &character);
    if (kind == ERR)
        return false;
    if (kind == KEY_CODE_YES && character == KEY_MOUSE) {
        read_mouse(input);
        return true;
    }
    if (kind == KEY_CODE_YES && character == CODE_PASTE_BEGIN) {
        read_paste(tui, input);
        return true;
    }
    if (kind == KEY_CODE_YES && character == KEY_RESIZE) {
        follow_size(tui);
        input->kind = INPUT_RESIZE;
        return true;
    }
    if (kind == OK && character == 0x0C) { /* Ctrl-L: another program wrote over the screen */
        clearok(curscr, TRUE);
        return true;
    }
    int key = kind == KEY_CODE_YES ? keycap_of((int)character) : keycap_of_control(character);
    input->kind = key ? INPUT_KEY : INPUT_NONE;
    input->key = key;
    return true;
}

/* Something to report without waiting. */
static bool read_now(struct tui *tui, struct input *input)
{
    if (rescue_stop_signal()) {
        input->kind = INPUT_STOP;
        return true;
    }
    if (rescue_resized()) {
        follow_size(tui);
        input->kind = INPUT_RESIZE;
        return true;
    }
    return read_key(tui, input);
}

void terminal_read(struct tui *tui, int timeout_ms, struct input *input)
{
    *input = (struct input){.kind = INPUT_NONE};
    if (!read_now(tui, input)) {
        bool readable = wait_ticking(tui, timeout_ms);
        int waiting = 0;
        /* Readable with nothing to read: the other end of the line is gone. */
        if (readable && (ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0))
            rescue_stop(SIGHUP);
        if (!read_now(tui, input))
            return;
    }
    bool answered = input->kind != INPUT_RESIZE && input->kind != INPUT_STOP;
    if (terminal_too_small(tui) && answered)
        input->kind = INPUT_NONE;
}

int terminal_zone(const struct tui *tui, const struct input *input)
{
    if (!tui->overlay_window)
        return canvas_hit(tui->canvas, input->y, input->x);
    return canvas_hit(tui->overlay, input->y - getbegy(tui->overlay_window),
                      input->x - getbegx(tui->overlay_window));
}
