/*
 * course_words.h: a course's times and kinds as words, the same on every face.
 *
 * Time left is shown in whole seconds begun, time over in whole seconds past: a segment of three
 * minutes starts at 3:00 and is over by 0:01 a second after its end.
 */
#ifndef YANLIAN_CLASS_COURSE_WORDS_H
#define YANLIAN_CLASS_COURSE_WORDS_H

#include <stddef.h>

#include "class/course_state.h"

enum { COURSE_SPAN_SIZE = 24, COURSE_WORDS_SIZE = 96 };

const char *course_kind_label(enum segment_kind kind); /* "discussion" */
const char *course_status_label(enum course_status status);

/* "2:05", without a sign. */
void course_span(int64_t ms, char out[COURSE_SPAN_SIZE]);
/* "2 min 5 s", for a sentence, in which "2:05" would be a time of day; at least a second. */
void course_span_words(int64_t ms, char out[COURSE_WORDS_SIZE]);
/* What is left ("2:05"), or over ("+0:12"). */
void course_left_span(int64_t left_ms, char out[COURSE_SPAN_SIZE]);

/* "2:05 left", "over by 0:12". */
void course_left_words(int64_t left_ms, char out[COURSE_WORDS_SIZE]);
/* "on time", "behind +1:10", "ahead -0:20". */
void course_behind_words(int64_t behind_ms, char out[COURSE_WORDS_SIZE]);

#endif
