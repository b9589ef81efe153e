/*
 * tui_class.h: the screens that trainers use, and those that a class looks at.
 *
 * Like tui_play: each takes over the terminal until it returns, keeps what was done as it is done,
 * and returns true when it was left in the ordinary way (tui_stop_signal tells whether the program
 * is asked to end).
 */
#ifndef YANLIAN_TUI_TUI_CLASS_H
#define YANLIAN_TUI_TUI_CLASS_H

#include "store/classes.h"
#include "tui/tui.h"

struct exercise_sitting; /* class/exercise_sitting.h */
struct sitting;          /* the same */

/* One exercise, until it is handed in or left; then its result. */
bool tui_exercise(struct tui *tui, struct store *store, const struct exercise_sitting *sitting,
                  struct error *error);
/* The result of a sitting that is done. */
void tui_exercise_result(struct tui *tui, const struct sitting *sitting);
/* The list of exercises, to do them one after another, for a class or (NULL) none. */
bool tui_exercises(struct tui *tui, struct store *store, const struct person *person,
                   const char *class, struct error *error);

/*
 * The groups of the class for its role-play, round by round, with a clock; from here an observer's
 * ticks are entered and a scenario is put on the projector.
 */
struct triads_asked; /* class/triads_plan.h */
bool tui_triads(struct tui *tui, struct store *store, const struct triads_asked *asked,
                struct error *error);

/* The observer's checklist of one scenario, ticked: becomes a live session of `person`. */
struct observation {
    const char *scenario;        /* id or path */
    const char *class;           /* NULL for none */
    const struct person *person; /* who was the trainee */
    const char *observer;        /* who ticks, as they are called; NULL: not told */
    const char *resume;          /* id of an unfinished one, instead of all above; NULL: none */
};
bool tui_observe(struct tui *tui, struct store *store, const struct observation *observation,
                 struct error *error);

/* The course; `resume` is the journal's id (NULL: begin), `speed` 1, or more for a rehearsal. */
struct course_sitting {
    const char *course; /* id or path */
    const char *class;
    const struct trainer *trainer;
    const char *resume;
    int speed;
};
bool tui_course(struct tui *tui, struct store *store, struct library *library,
                const struct course_sitting *sitting, struct error *error);

/* The queue of what is to be marked, and the marking itself. */
bool tui_grade(struct tui *tui, struct store *store, const char *class,
               const struct trainer *trainer, bool blind, struct error *error);

#endif
