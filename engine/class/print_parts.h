/*
 * print_parts.h: what the papers share. Private to print*.c.
 */
#ifndef YANLIAN_CLASS_PRINT_PARTS_H
#define YANLIAN_CLASS_PRINT_PARTS_H

#include "class/print.h"
#include "core/course.h"
#include "script/exercise_file.h"

/* In the interface's language; "" where there is none. */
const char *print_words(const struct text *text);

/* A whole block with these words in it, in front of which `label` stands in bold. */
void print_labelled(struct document *document, enum document_block block, const char *label,
                    const char *words);

/* "EC-3.7 Contact plan; EC-3.8 Exercise" as a quiet line. `title` looks a source up. */
typedef const struct text *print_source_title(const void *file, const char *source);
void print_sources(struct document *document, const char *const *sources, int count,
                   print_source_title *title, const void *file);

/* One column's heading or cell. */
void print_cell(struct document *document, const char *words);

/* Opens the table of a task and writes its headings; rows follow, then document_end. */
void print_begin_table(struct document *document, const struct task *task);

/* The order in which `count` things of a task are printed: a permutation, the same for ever. */
void print_shuffle(const struct exercise *exercise, int task, int what, int count, int *order);
enum { SHUFFLE_PARTS, SHUFFLE_OPTIONS };

/* "A" for the option that is printed first. */
char print_letter(const int *order, int count, int option);

/* The heading, how long it takes, the brief, what is to be read first, the numbers. */
void print_exercise_opening(struct document *document, const struct exercise_file *file,
                            bool answers);
/* "1. What to do" */
void print_task_opening(struct document *document, const struct exercise *exercise, int task);

/* A title and its exercise, as the guide and the handout name them; see print.c. */
const struct exercise_file *print_find_exercise(struct print *print, const char *id,
                                                struct error *error);
const char *print_scenario_title(const struct print *print, const char *id);
const char *print_class_title(const struct print *print); /* NULL without a class */
const struct course_file *print_course_file(const struct print *print);

struct document *print_handout(struct print *print, struct error *error);
struct document *print_slides(struct print *print);
struct document *print_guide(struct print *print, struct error *error);

struct document *print_customer_card(const struct loaded *loaded);

/* A scenario's nodes as a conversation meets them: breadth first. */
struct print_walk {
    int *order;
    int count;
};

/* What value `value` of draw `draw` means; "" when nothing that is said or seen tells. */
const char *print_drawn_words(const struct scenario *scenario, const struct evaluator *evaluator,
                              const struct print_walk *walk, int draw, int value);

#endif
