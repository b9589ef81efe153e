/*
 * plain_course.h: a course run from lines, for screen readers, pipes and tests.
 *
 * Each segment is announced with what to ask and to say; a command a line moves it: n, b, p, + and -,
 * w TEXT, a, t, m 3,7, s, q, and "?" for what they do. Everybody on the roster is here until `m` says
 * otherwise. That the time is up is said once. Lines are read as they come, with the clock written
 * down in between (course_run_beat), so that a crash loses no second here either. At the end of
 * input the course is left, and goes on another time; a rehearsal runs on to its end.
 */
#ifndef YANLIAN_PLAIN_PLAIN_COURSE_H
#define YANLIAN_PLAIN_PLAIN_COURSE_H

#include "class/course_run.h"
#include "plain/plain.h"

/* Starts the run when it hasn't started. It stays the caller's. */
bool plain_course(const struct plain *plain, struct store *store, const struct course_file *file,
                  struct course_run *run, const struct class_row *class, struct error *error);

#endif
