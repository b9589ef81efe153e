/*
 * rubric.h: the rubric that markers use: courseware/rubric.lua, loaded.
 */
#ifndef YANLIAN_CLASS_RUBRIC_H
#define YANLIAN_CLASS_RUBRIC_H

#include "script/rubric_file.h"

/* NULL when it is not there or has faults; free with rubric_file_free. */
struct rubric_file *rubric_open(struct error *error);

/* "referral", or its beginning where no other begins so, or a number from 1; else false. */
bool criterion_parse(const char *word, enum criterion *criterion);

#endif
