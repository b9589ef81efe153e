/*
 * trainee.h: simulated trainees, for demonstrations, tests and load.
 *
 * A trainee makes one move at a time from what a person could see; its own chance comes from the
 * session's seed, so that a simulated session is repeatable.
 *
 *     best-effort  tries each open response on copies of the conversation, some steps deep, and takes
 *                  the one with the best expected score; files a truthful form when it helps
 *     careless     prefers what a hurried beginner says: skips the form, now and then runs out of time
 *     random       any open response with equal chance
 */
#ifndef YANLIAN_PRACTICE_TRAINEE_H
#define YANLIAN_PRACTICE_TRAINEE_H

#include "practice/play.h"

enum trainee { TRAINEE_BEST_EFFORT, TRAINEE_CARELESS, TRAINEE_RANDOM, TRAINEE_COUNT };

bool trainee_parse(const char *name, enum trainee *trainee);

struct move {
    enum { MOVE_PICK, MOVE_FORM, MOVE_TIME_OUT } kind;
    int response;     /* MOVE_PICK */
    struct form form; /* MOVE_FORM */
    int64_t think_ms;
};

/* What this trainee does next. The session is not over. Needs the play for its evaluator. */
bool trainee_move(enum trainee trainee, struct play *play, struct move *move, struct error *error);

/* Makes that move. */
bool trainee_play(enum trainee trainee, struct play *play, struct error *error);

#endif
