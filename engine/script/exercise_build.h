/*
 * exercise_build.h: how an exercise's file becomes an exercise. Private to the script layer.
 *
 * build_exercise reads the head and hands each task to the builder of its kind; these are in
 * build_tasks.c, the table, which is a file of its own, in build_table.c.
 */
#ifndef YANLIAN_SCRIPT_EXERCISE_BUILD_H
#define YANLIAN_SCRIPT_EXERCISE_BUILD_H

#include "core/exercise.h"
#include "script/build.h"
#include "script/exercise_functions.h"

struct exercise_build {
    struct build *build;
    struct exercise *exercise;
    struct exercise_functions *functions;
    struct part *computed[TASK_MAX * PART_MAX]; /* those with a function */
    int computed_count;
    int model_function; /* gives the model answer; FUNCTION_NONE where it is fixed */
    int model_line;
};

/* Reads what the file returned; the value at the top of the stack. */
void build_exercise(struct exercise_build *build, struct reader *reader);

/* One task, by its kind; the task's table is at the top of the stack. */
void build_task_parts(struct exercise_build *build, struct reader *reader, struct task *task);
void build_table(struct exercise_build *build, struct reader *reader, struct task *task);

/* ------------------------------------------------------------- what the builders share ---- */

/* A list that is being walked: the field is at the top of the stack until list_close. */
struct list {
    int count;   /* at most the most that was allowed; 0 when it is missing */
    size_t mark; /* for list_close */
    bool open;
};

/*
 * Goes into the list at `key`. A missing one is a fault unless `least` is 0; so is one of fewer
 * than `least` or more than `most`, called `what` in the message.
 */
struct list list_open(struct reader *reader, const char *key, const char *what, int least,
                      int most);
size_t list_enter(struct reader *reader, int index); /* item `index`, from 0, to the top */
void list_leave(struct reader *reader, size_t mark);
void list_close(struct reader *reader, const struct list *list);

/* A number of ordinary size; `fallback`, with a fault, where the value is none. */
double build_real(struct reader *reader, double fallback);

/*
 * What is the same in every part: id, why, source, line. The id is to be told from those of the
 * parts before it.
 */
void build_part(struct exercise_build *build, struct reader *reader, const struct task *task,
                struct part *part);
/* why and source only, where the id comes from elsewhere. */
void build_part_reason(struct exercise_build *build, struct reader *reader, struct part *part);

/* `expect` (a number or a function) and `tolerance` of a part that is typed. */
void build_expected(struct exercise_build *build, struct reader *reader, struct part *part);
/* The number or function at the top becomes the part's `expected`. */
void build_value(struct exercise_build *build, struct reader *reader, struct part *part);

/* Complains when `id` is one of the `count` before it. */
void build_check_id(struct reader *reader, const char *id, const char *const *before, int count);

/* Complains when two options read the same, in any language. */
void build_check_options(struct reader *reader, const struct task_option *options, int count);

#endif
