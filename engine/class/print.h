/*
 * print.h: what a trainer hands out: a course's papers, exercise sheets, role cards.
 *
 * Everything comes from the files that also run: the course that the runner shows, the exercises
 * that the terminal marks, the scenarios and rules that sessions are scored by. What is on paper
 * cannot differ from what is on the screen. Papers are in the interface's language (words_language)
 * and are documents (document.h); how they look is not decided here.
 *
 * Cards, options and items to be put in order are shuffled on paper, always the same way for the
 * same exercise, so that sheets and answer sheets agree and the file's order gives nothing away.
 */
#ifndef YANLIAN_CLASS_PRINT_H
#define YANLIAN_CLASS_PRINT_H

#include "class/document.h"

struct course;
struct exercise_file;
struct loaded;
struct store;

/* ------------------------------------------------------------------------------ courses ---- */

/* X(ENUM, name on the command line and in file names) */
#define PRINT_PAPERS(X)                                                                         \
    X(HANDOUT, "handout") /* for trainees: points, questions to write under, exercise sheets */ \
    X(SLIDES, "slides")   /* what the class is shown, several frames a page */                  \
    X(GUIDE, "guide")     /* for the trainer: timetable, notes, prompts, answers, sources */    \
    X(ANSWERS, "answers") /* right answers of the exercises, and why */                         \
    X(SHEETS, "sheets")   /* every exercise there is, without answers */

enum print_paper {
#define X(name, text) PRINT_##name,
    PRINT_PAPERS(X)
#undef X
        PRINT_PAPER_COUNT
};

const char *print_paper_name(enum print_paper paper);

/* A course and all that it names, loaded. */
struct print;

/*
 * `name` as courseware_bundle takes it. With a `class` (else NULL, and `store` too) its title
 * stands on the papers, and its branch's own numbers in the exercises.
 */
struct print *print_open(const char *name, struct store *store, const char *class,
                         struct error *error);
void print_close(struct print *print); /* NULL is allowed */
const struct course *print_course(const struct print *print);

/*
 * With `every_exercise` the answers are those of all exercises there are, the course's first.
 * NULL (and the error) when an exercise cannot be loaded. The caller frees the document.
 */
struct document *print_make(struct print *print, enum print_paper paper, bool every_exercise,
                            struct error *error);

/* ---------------------------------------------------------------------------- exercises ---- */

/* An exercise to be written on, or with all right answers and why. */
void print_exercise(struct document *document, const struct exercise_file *file);
void print_exercise_answers(struct document *document, const struct exercise_file *file);

/* -------------------------------------------------------------------------------- cards ---- */

/* X(ENUM, name on the command line and in file names) */
#define PRINT_CARDS(X)                                                                            \
    X(TRAINEE, "trainee")   /* the brief, and nothing else */                                     \
    X(CUSTOMER, "customer") /* who you are, what you feel, what you reveal when, how you react */ \
    X(OBSERVER, "observer") /* the rules, with what to see and hear, to tick */

enum print_card {
#define X(name, text) CARD_##name,
    PRINT_CARDS(X)
#undef X
        CARD_COUNT
};

const char *print_card_name(enum print_card card);

/* The caller frees the document. */
struct document *print_scenario_card(const struct loaded *loaded, enum print_card card);

/* ------------------------------------------------------------------------------ writing ---- */

enum print_format { PRINT_MARKDOWN, PRINT_HTML, PRINT_PDF, PRINT_FORMAT_COUNT };

const char *print_format_name(enum print_format format); /* also the ending: "md" ... */
bool print_format_parse(const char *name, enum print_format *format);

/* Writes the file, whole or not at all. */
bool print_write(const struct document *document, enum print_format format, const char *path,
                 struct error *error);

#endif
