/*
 * screen_course.h: the course as the trainer runs it: what is on, how long still, what to say.
 *
 * The screen shows what course_run.h answers and writes its events; it decides nothing. Each second
 * that is shown has been written down before (course_run_beat), so that a crash loses none of it,
 * and goes on being written while an exercise or the role-play lies over the screen.
 */
#ifndef YANLIAN_TUI_SCREEN_COURSE_H
#define YANLIAN_TUI_SCREEN_COURSE_H

#include "class/course_run.h"
#include "tui/entry.h"
#include "tui/keys.h"
#include "tui/sheet.h"
#include "tui/tui_class.h"

#define COURSE_KEYS(X)                                                                             \
    X(COURSE_KEY_UP, KEYS(KEYCAP_UP, 'k'), "↑↓", "",                                               \
      N_("scroll the notes (also k and j, PgUp and PgDn, and the mouse wheel)"))                   \
    X(COURSE_KEY_DOWN, KEYS(KEYCAP_DOWN, 'j'), "", "", "")                                         \
    X(COURSE_KEY_PAGE_UP, KEYS(KEYCAP_PAGE_UP), "", "", "")                                        \
    X(COURSE_KEY_PAGE_DOWN, KEYS(KEYCAP_PAGE_DOWN), "", "", "")                                    \
    X(COURSE_KEY_NEXT, KEYS('n', KEYCAP_RIGHT), "n", N_("next part"),                              \
      N_("on to the next segment, whether its time is up or not"))                                 \
    X(COURSE_KEY_BACK, KEYS('b', KEYCAP_LEFT), "b", N_("go back"),                                 \
      N_("back to the segment before: its time goes on where it was"))                             \
    X(COURSE_KEY_PAUSE, KEYS(' '), N_("Space"), N_("pause"),                                       \
      N_("stop the clock, and let it go on"))                                                      \
    X(COURSE_KEY_MORE, KEYS('+', '='), "+", N_("a minute"), N_("give this segment a minute more")) \
    X(COURSE_KEY_LESS, KEYS('-', '_'), "-", "", N_("take a minute back"))                          \
    X(COURSE_KEY_ANSWERS, KEYS('a'), "a", N_("answers"),                                           \
      N_("show what a good answer holds, or hide it"))                                             \
    X(COURSE_KEY_BOARD, KEYS('w'), "w", N_("board"), N_("type what is called out onto the board")) \
    X(COURSE_KEY_OPEN, KEYS(KEYCAP_ENTER), "Enter", N_("open it"),                                 \
      N_("open the segment's exercise or role-play; the clock goes on"))                           \
    X(COURSE_KEY_PRESENT, KEYS('p'), "p", "", N_("who is here, once more"))                        \
    X(COURSE_KEY_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                                \
    X(COURSE_KEY_LEAVE, KEYS('q'), "q", N_("leave"),                                               \
      N_("leave: the clock stops, and the course goes on from there another time"))

enum course_key { COURSE_KEYS(KEY_COMMAND) COURSE_KEY_COUNT };

extern const struct key_table course_key_table;

struct course_view {
    const struct course *course;
    const struct course_file *file; /* for the titles of its sources */
    const struct course_run *run;
    const struct course_state *state;
    const char *class_title;
    enum language language;
    int64_t wall;         /* ms: for the time of day */
    const char *activity; /* what the segment opens; NULL: nothing */
    bool answers;         /* shown */
    int top;              /* of the notes; less than 0: the start */
    const char *message;
    enum ink message_ink;
    const struct entry *entry; /* the board is being written on; NULL: it is not */
    uint64_t hidden, faint;    /* commands */
};

/* What the drawing came to, for scrolling. */
struct course_drawn {
    int top, rows;
};

void course_draw(const struct course_view *view, struct canvas *canvas, struct course_drawn *drawn);

/* Three rows of large digits; returns the cells taken. `text` is digits, ':' and '+'. */
int course_draw_digits(struct canvas *canvas, int y, int x, enum ink ink, const char *text);

/* One row: each segment as wide as it is long, filled as far as it has run. */
void course_draw_strip(const struct course_plan *plan, const struct course_state *state,
                       struct canvas *canvas, struct area row);

enum presence_outcome { PRESENCE_NOTED, PRESENCE_CANCELLED, PRESENCE_STOPPED };

/* Who of the class is here: everybody on the roster but `absent` to begin with; written to the run. */
enum presence_outcome screen_presence(struct tui *tui, struct store *store, struct course_run *run,
                                      const char *class, struct error *error);

/* Planned against actual, of a run that is finished. */
void screen_course_summary(struct tui *tui, struct store *store, const char *journal);

#endif
