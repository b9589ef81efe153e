/*
 * exercise.h: an exercise, and what an answer to it is worth.
 *
 * An exercise is one or more *tasks*, each of one kind; a task is a list of *parts*, each of which
 * earns at most one point:
 *
 *     kind      a part is          answered by                      earns
 *     classify  a card             one option (bin) of the task     1 when right
 *     match     a left side        one option (right side)          1 when right
 *     choose    a question         one of its own options, or,      1 when exactly right; of a set:
 *                                  where several are right, a       (right ones chosen - wrong ones
 *                                  set of them                      chosen) / right ones, not below 0
 *     form      a field            one option, a number or words    1 when right
 *     table     a cell             a number                         1 within the tolerance
 *     order     an item            its place among all              see below
 *
 * Order: every item earns the same, which is the share of pairs of items that stand in the right
 * order (Kendall's tau, as 0..1); so swapping two neighbours costs little, and reversing all costs
 * all. Some items may be of equal rank: a pair of these is not counted. A pair of which one was
 * left out does not stand in the right order.
 *
 * Cells of a table are given (shown), asked (typed and marked), or totals: sums of other cells,
 * computed from what was typed, shown as it is typed, and not marked. What is expected may depend on
 * *numbers* (the branch's own, or those that the exercise gives) through pure functions, and so may
 * the model answer, which quotes what comes out; the script layer fills in `expected` and `model`
 * for a set of numbers (exercise_file.h), so that this file knows no Lua.
 *
 * Everything is plain data in one arena, const from then on. Points are halves and thirds of
 * small numbers, in doubles.
 */
#ifndef YANLIAN_CORE_EXERCISE_H
#define YANLIAN_CORE_EXERCISE_H

#include "core/model.h"

enum exercise_limits {
    TASK_MAX = 4,
    PART_MAX = 40,      /* of a task */
    OPTION_MAX = 12,    /* of a task or part: a set of options is a uint32_t */
    NUMBER_MAX = 16,    /* of an exercise */
    ANSWER_WORDS = 160, /* bytes that a field of words holds, and the zero byte */
    NUMBER_TEXT_SIZE = 32
};

/* X(ENUM, name in files) */
#define TASK_KINDS(X)       \
    X(CLASSIFY, "classify") \
    X(ORDER, "order")       \
    X(MATCH, "match")       \
    X(TABLE, "table")       \
    X(FORM, "form")         \
    X(CHOOSE, "choose")

enum task_kind {
#define X(name, text) TASK_##name,
    TASK_KINDS(X)
#undef X
        TASK_KIND_COUNT
};

const char *task_kind_name(enum task_kind kind);

struct task_option {
    const char *id;
    struct text label;
};

enum part_kind {
    PART_CHOICE,
    PART_SET,
    PART_NUMBER,
    PART_WORDS,
    PART_PLACE,
    PART_GIVEN,
    PART_TOTAL
};

struct part {
    const char *id;
    enum part_kind kind;
    struct text label;  /* card, left side, question, field; of a cell: words "" */
    struct text why;    /* why the answer is that; words "" for none */
    struct text model;  /* PART_WORDS: a good answer; words "" for the first accepted */
    const char *source; /* curriculum id; the exercise's first where the author gave none */
    const struct task_option *options; /* PART_CHOICE, PART_SET: its own, or the task's */
    int option_count;
    uint32_t right;   /* PART_CHOICE: any of these options is right; PART_SET: all of these */
    double expected;  /* PART_NUMBER, PART_GIVEN: in the unit of the label */
    double tolerance; /* PART_NUMBER: that far off is still right */
    int function;     /* gives `expected` from the numbers; FUNCTION_NONE: it is fixed */
    const char *const *accepted; /* PART_WORDS: right when it holds one of these, case folded ... */
    int accepted_count;
    int rank;       /* PART_PLACE: from 0, by which it stands; equal ranks may stand either way */
    const int *sum; /* PART_TOTAL: indexes of the parts that it adds up */
    int sum_count;
    int row, column; /* of a table; else 0 */
    int file_line;
};

struct task {
    const char *id;
    enum task_kind kind;
    struct text ask; /* what to do */
    const struct task_option
        *options; /* classify: bins; match: right sides, shuffled by the face */
    int option_count;
    const struct part *parts; /* order: in the right order */
    int part_count;
    const struct text *rows; /* table: headings */
    int row_count;
    const struct text *columns;
    int column_count;
    struct text corner; /* table: above the row headings; words "" for none */
};

/* A number that the branch may replace by its own. */
struct number {
    const char *id;
    struct text label;
    struct text unit; /* words "" for none */
    double value;     /* as given by the exercise */
    double low, high;
    bool whole;
};

/* A curve drawn once the answer is in: each series runs through cells of a table, left to right. */
struct series {
    struct text label;
    int task;
    const int *parts;
    int part_count;
};

struct speech { /* a dialogue or quotes to read first */
    struct text who;
    struct text say;
};

struct exercise {
    const char *id;
    const char *file;
    struct text title, brief, why;
    struct text model; /* the model answer in words, for the numbers that `expected` is for */
    const char *const *sources;
    int source_count;
    int minutes;
    const struct speech *dialogue;
    int dialogue_count;
    const struct number *numbers;
    int number_count;
    const struct task *tasks;
    int task_count;
    struct text curve_title; /* words "" where there is no curve */
    const struct series *series;
    int series_count;
};

/* ------------------------------------------------------------------------------ answers ---- */

struct part_answer {
    bool given;               /* false: left empty, earns nothing */
    uint32_t options;         /* PART_CHOICE (one bit), PART_SET */
    double number;            /* PART_NUMBER */
    char words[ANSWER_WORDS]; /* PART_WORDS: clean */
    int place;                /* PART_PLACE: from 0, each once in a task */
};

struct exercise_answer {
    struct part_answer parts[TASK_MAX][PART_MAX];
};

struct part_mark {
    bool asked;    /* PART_GIVEN and PART_TOTAL are not */
    bool right;    /* wholly; of an order: stands where an item of its rank may stand */
    double points; /* 0..1 */
    double total;  /* PART_TOTAL: what the typed cells add up to; an empty one counts as 0 */
};

struct exercise_mark {
    struct part_mark parts[TASK_MAX][PART_MAX];
    double points; /* of `most` */
    double most;   /* parts asked, of all tasks */
};

/* Marks an answer. Pure; never fails: what is not there earns nothing. */
void exercise_score(const struct exercise *exercise, const struct exercise_answer *answer,
                    struct exercise_mark *mark);

/* The answer that earns everything: for showing the right ones, and for tests. */
void exercise_right(const struct exercise *exercise, struct exercise_answer *answer);

/* How many pairs of an order's items stand in the right order, and how many are counted. */
void exercise_order_pairs(const struct task *task, const struct part_answer *answers, int *right,
                          int *pairs);

/* What a cell holds: given, typed, or added up. False for an empty one, and a total of these. */
bool exercise_cell(const struct exercise *exercise, const struct exercise_answer *answer, int task,
                   int part, double *value);

/* The cell at this place of a table; -1 where it is blank. */
int task_find_cell(const struct task *task, int row, int column);

/* A number in words of any language: at most two decimals, no zeros at the end ("46", "45.8"). */
void exercise_number_text(double value, char out[NUMBER_TEXT_SIZE]);

/* 0..100. */
double exercise_percent(const struct exercise_mark *mark);

/* An answer in which some part was answered. */
bool exercise_begun(const struct exercise *exercise, const struct exercise_answer *answer);

#endif
