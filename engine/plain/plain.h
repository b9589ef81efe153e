/*
 * plain.h: the same words without a screen.
 *
 * For pipes, screen readers and tests: what happens is printed line by line, responses are
 * numbered, and a number a line is read. "h" asks for a hint, "u" takes back, "f" fills in the form
 * (asked entry by entry), "q" leaves, "?" explains. At the end of input the session stays
 * unfinished and the last line says how to go on. Nothing is printed before it is committed.
 */
#ifndef YANLIAN_PLAIN_PLAIN_H
#define YANLIAN_PLAIN_PLAIN_H

#include <stdio.h>

#include "practice/debrief.h"
#include "practice/library.h"
#include "practice/play.h"
#include "practice/trainee.h"

struct plain {
    FILE *in;
    FILE *out;
    enum language language;
    bool untimed; /* think time counts as 0: for tests and simulated trainees */
};

/* Plays to the end or the end of input, shows the debrief, and closes the play. */
bool plain_play(const struct plain *plain, struct play *play, struct error *error);

/* Lets a simulated trainee play, shows everything, and closes the play. */
bool plain_auto(const struct plain *plain, struct play *play, enum trainee trainee,
                struct error *error);

/* A session opened for reading: who and what, everything said, and how it was judged. */
void plain_opening(const struct plain *plain, struct play *play);
void plain_transcript(const struct plain *plain, struct play *play);
void plain_debrief(const struct plain *plain, struct play *play);
void plain_judgement(const struct plain *plain, const struct debrief *debrief, const char *session);

/* What each pick cost, the curve of the attainable score, and the habit to practise next. */
struct reviewer;
void plain_review(const struct plain *plain, struct play *play, const struct reviewer *reviewer);
bool plain_habit(const struct plain *plain, struct store *store, const struct person *person,
                 struct error *error);

/*
 * The home screen in lines: lists the scenarios and asks for one. `*scenario` is its id (borrowed
 * from the library), or NULL when nothing was chosen.
 */
bool plain_home(const struct plain *plain, struct store *store, const struct library *library,
                const struct person *person, const char **scenario, struct error *error);

/* Scenarios, with how the person stands in each. */
bool plain_list(const struct plain *plain, struct store *store, const struct library *library,
                const struct person *person, struct error *error);

#endif
