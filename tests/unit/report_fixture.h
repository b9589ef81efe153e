/*
 * report_fixture.h: a small class whose figures can be worked by hand, for the tests of reports.
 *
 * The scenario: at the door she waits ten seconds to be greeted ("hello", or too late "silence");
 * then the form is due at the desk (filed, or "skip"). Two rules: greet first (weight 1), file the
 * form that is due (weight 2). So a session scores
 *
 *     hello, form    (1 + 2) / 3 = 100          silence, form    2 / 3 = 66.66...
 *     hello, skip          1 / 3 = 33.33...     silence, skip    0 / 3 = 0
 */
#ifndef YANLIAN_UNIT_REPORT_FIXTURE_H
#define YANLIAN_UNIT_REPORT_FIXTURE_H

#include "class/report.h"
#include "practice/play.h"
#include "unit/store_fixture.h"

#define CLASS "spring-2026"

enum { WANG, LI, ZHAO, REPORT_PEOPLE }; /* 赵六 never plays */

extern const struct roster_entry report_people[REPORT_PEOPLE];

/* The class with its roster; its policy is `policy`, its pass mark 60. */
void report_class(const struct fixture *fixture, enum attempt_policy policy);

/* An exam of this person of the roster; think time 2 s at the door (or 10.001 s), 3 s at the desk.
   The caller closes it. */
struct play *report_play_open(const struct fixture *fixture, int who, bool hello, bool form);
void report_play(const struct fixture *fixture, int who, bool hello, bool form);

/* Wang: 0, then 100. Li: 33.33..., then 66.66... */
void report_four_plays(const struct fixture *fixture);

struct report *report_of(const struct fixture *fixture, const struct report_options *options);

#endif
