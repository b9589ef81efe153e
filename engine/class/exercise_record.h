/*
 * exercise_record.h: answers and numbers as JSON, by ids, and back.
 *
 *     answer   { "bins": { "asleep": "many" }, "steps": { "greet": 1 }, "plan": { "high.year": 46 },
 *                "form": { "name": "words typed" }, "quiz": { "which": ["a", "c"] } }
 *     numbers  { "high": 60, "mid": 180 }
 *
 * A part that was left empty is not there. Reading takes what it knows and tells whether that was
 * everything, so that a draft of an older text keeps what still fits, and a kept result that does
 * not fit its own text is noticed.
 */
#ifndef YANLIAN_CLASS_EXERCISE_RECORD_H
#define YANLIAN_CLASS_EXERCISE_RECORD_H

#include <cjson/cJSON.h>

#include "core/exercise.h"

cJSON *exercise_answer_to_json(const struct exercise *exercise,
                               const struct exercise_answer *answer);
/* False when something in it is none of the exercise's. `json` may be NULL or no object. */
bool exercise_answer_from_json(const struct exercise *exercise, const cJSON *json,
                               struct exercise_answer *answer);

cJSON *exercise_numbers_to_json(const struct exercise *exercise, const double *values);
/* False when a number is missing, is none, or one is there that the exercise does not know. */
bool exercise_numbers_from_json(const struct exercise *exercise, const cJSON *json,
                                double values[NUMBER_MAX]);

#endif
