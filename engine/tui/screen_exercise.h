/*
 * screen_exercise.h: an exercise on the screen. Private to its files.
 *
 * An exercise is pages: what to read first, a page for each task, and one to hand in from. Each kind
 * of task has a row in a table of functions (struct exercise_face) that draws it and takes its
 * keys; keys that it does not want go to the screen. Every change goes to the sitting at once,
 * which keeps it.
 */
#ifndef YANLIAN_TUI_SCREEN_EXERCISE_H
#define YANLIAN_TUI_SCREEN_EXERCISE_H

#include "class/exercise_sitting.h"
#include "tui/choice.h"
#include "tui/entry.h"
#include "tui/keys.h"

#define EXERCISE_KEYS(X)                                                                      \
    X(EX_OPTION, KEYS(0), "↑↓", N_("answer"), N_("the answer before or after"))               \
    X(EX_PART, KEYS(0), "←→", N_("which one"), N_("the card or question before or after"))    \
    X(EX_DIGIT, KEYS(0), "1-9", "", N_("this answer, and on to the next"))                    \
    X(EX_LETTER, KEYS(0), "a-l", "", N_("this answer, and on to the next"))                   \
    X(EX_MARK, KEYS(0), "Space", N_("mark"),                                                  \
      N_("mark the answer, or take it back; several may be right"))                           \
    X(EX_ITEM, KEYS(0), "↑↓", N_("line"), N_("the line above or below (also k and j)"))       \
    X(EX_SHIFT, KEYS(0), "J K", N_("move it"),                                                \
      N_("move the line down or up (also Shift with the arrows, or its new place, 1-9)"))     \
    X(EX_HOLD, KEYS(0), "Space", N_("pick up"), N_("pick the line up, and put it down"))      \
    X(EX_CELL, KEYS(0), "↑↓←→", N_("cell"), N_("the cell beside, above or below"))            \
    X(EX_FIELD, KEYS(0), "↑↓", N_("entry"), N_("the entry before or after"))                  \
    X(EX_CHANGE, KEYS(0), "←→", N_("change"), N_("another choice (also Space)"))              \
    X(EX_EMPTY, KEYS(0), "Del", "", N_("take the answer away"))                               \
    X(EX_SCROLL, KEYS(0), "↑↓", N_("scroll"), N_("scroll"))                                   \
    X(EX_NEXT, KEYS(KEYCAP_ENTER), "Enter", N_("this, and on"),                               \
      N_("take this, and on to the next"))                                                    \
    X(EX_START, KEYS(0), "Enter", N_("start"), N_("on to the first task"))                    \
    X(EX_HAND_IN, KEYS(0), "Enter", N_("hand in"), N_("hand it in, and see how it came out")) \
    X(EX_PAGE, KEYS(KEYCAP_PAGE_DOWN, KEYCAP_TAB), "PgDn", N_("next page"),                   \
      N_("the next page; on the last one, Enter hands in"))                                   \
    X(EX_REVISE, KEYS(0), "PgUp", N_("back to change"), N_("go back and change something"))   \
    X(EX_BACK, KEYS(KEYCAP_PAGE_UP, KEYCAP_BACK_TAB), "PgUp", "", N_("the page before"))      \
    X(EX_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                                   \
    X(EX_LEAVE, KEYS(KEYCAP_ESCAPE, 'q'), "Esc", N_("leave"),                                 \
      N_("leave; what you answered is kept for the next time"))

enum exercise_command { EXERCISE_KEYS(KEY_COMMAND) EXERCISE_COMMAND_COUNT };

extern const struct key_table exercise_key_table;

enum { ZONE_PARTS = 100, ZONE_PAGES = 200 }; /* answers from 0 */

/* Where someone is in one task. */
struct task_state {
    int order[PART_MAX]; /* parts as they are shown; of an order, as they stand now */
    int count;
    int at;  /* index into `order`; of table and form, into `fields` */
    int top; /* first one shown */
    bool held;
    bool touched;          /* order: moved, or confirmed */
    struct choice *choice; /* of the part that `choice_part` says; NULL before it was shown */
    int choice_part;
    int options[OPTION_MAX]; /* as they are shown */
    const char *labels[OPTION_MAX];
    struct entry *entry; /* table, form: made when first shown */
    struct entry_field fields[PART_MAX];
    int field_parts[PART_MAX];
    int field_count;
    char texts[PART_MAX][ANSWER_WORDS];
    const char *choices[PART_MAX][OPTION_MAX + 2]; /* form: "-", labels, NULL */
    int choice_options[PART_MAX][OPTION_MAX + 1];  /* the option that each is; -1 for "-" */
};

struct working {
    struct tui *tui;
    struct sitting *sitting;
    bool room;       /* on the projector: larger */
    int page, pages; /* 0: reading; 1 ...: tasks; the last: handing in */
    int top;         /* of the reading page */
    int64_t began_ms;
    struct task_state states[TASK_MAX];
    bool help;
    int help_top;
    char notice[1400]; /* what went wrong; "" for nothing */
    bool done;
};

struct exercise_face {
    void (*begin)(struct working *working, int task); /* may be NULL */
    void (*draw)(struct working *working, struct canvas *canvas, struct area area, int task);
    /* False: the key means nothing to the task. */
    bool (*key)(struct working *working, int task, int key);
    void (*click)(struct working *working, int task, int zone);
    void (*paste)(struct working *working, int task, const char *text); /* NULL: nothing is typed */
    uint64_t commands; /* that its key line shows, beside those of every page */
};

extern const struct exercise_face exercise_pick_face;  /* screen_exercise_pick.c */
extern const struct exercise_face exercise_match_face; /* the same, by letters */
extern const struct exercise_face exercise_ask_face;   /* the same, of questions */
extern const struct exercise_face exercise_order_face; /* screen_exercise_order.c */
extern const struct exercise_face exercise_table_face; /* screen_exercise_table.c */
extern const struct exercise_face exercise_form_face;  /* screen_exercise_form.c */

const struct exercise_face *exercise_face(const struct working *working, int task);

/* What the files share. */
const struct task *working_task(const struct working *working, int task);
const struct part_answer *working_answer(const struct working *working, int task, int part);
/* Gives the answer to the sitting; a failure becomes the notice. */
void working_set(struct working *working, int task, int part, const struct part_answer *answer);
void working_next_page(struct working *working);
void working_count(const struct working *working, int task, int *answered, int *asked);

/* A character of a number, of either width. (screen_exercise_table.c) */
bool exercise_is_number_key(int key);

/* Pastes into the field under the cursor, of table and form. (screen_exercise_table.c) */
void exercise_paste(struct working *working, int task, const char *text);

/* What was typed into field `field` goes to the sitting. */
void working_typed(struct working *working, int task, int field);

/* screen_exercise_draw.c */
void exercise_draw(struct working *working, struct canvas *canvas);

/* screen_exercise_result.c: points, right and wrong, why, the model answer, the curve. */
void exercise_result(struct tui *tui, const struct sitting *sitting);

#endif
