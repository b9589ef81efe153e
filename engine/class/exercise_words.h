/*
 * exercise_words.h: answers in words, for every face alike; and numbers as people type them.
 *
 * Nothing here decides what is right (core/exercise.h does). Words are added to the buffer, in the
 * language asked for.
 */
#ifndef YANLIAN_CLASS_EXERCISE_WORDS_H
#define YANLIAN_CLASS_EXERCISE_WORDS_H

#include "base/buffer.h"
#include "core/exercise.h"

/*
 * A number as people type it: digits of either width, a decimal point, a sign, commas between
 * thousands, blanks around it. False for anything else, and for numbers beyond 1e12.
 */
bool exercise_parse_number(const char *text, double *number);

/* What keeps a text from being a number, for the one who typed it; NULL when it is one, or empty. */
const char *exercise_number_fault(const char *text);

/* A number of the exercise: what it is, its value and unit. */
void exercise_number_line(const struct number *number, double value, enum language language,
                          struct buffer *out);

/* What is asked: the card, question or field; of a cell, its row and column. */
void exercise_label(const struct task *task, int part, enum language language, struct buffer *out);

/* What was answered; nothing for an empty part. A place in an order is its number. */
void exercise_given_text(const struct task *task, int part, const struct part_answer *answer,
                         enum language language, struct buffer *out);

/* What is right: all that are, where several would do. For an item, its place. */
void exercise_right_text(const struct task *task, int part, enum language language,
                         struct buffer *out);

/* How an order that is not all right earned its points; nothing for one that is, and other tasks. */
void exercise_order_text(const struct task *task, const struct part_answer *answers,
                         struct buffer *out);

/* "sorting", "ordering" ... in the interface's language. */
const char *task_kind_label(enum task_kind kind);

#endif
