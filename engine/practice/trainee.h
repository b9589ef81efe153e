/*
 * trainee.h: simulated trainees, for demonstrations, tests and load.
 *
 * A trainee makes one move at a time; its own chance comes from the session's seed, so that a
 * simulated session is repeatable.
 *
 *     best-effort  looks ahead: a beam search over the responses to come, by the score they lead
 *                  to; it knows the rules and the customer's secrets, and files a truthful form
 *     careless     the hurried beginner: as a rule the shortest thing to say, never the form, and
 *                  in an exam now and then too late
 *     random       any open response with equal chance, the form (truthfully) among them
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

/* What this trainee does next. The session is not over. */
void trainee_move(enum trainee trainee, struct play *play, struct move *move);

/* Makes that move. */
bool trainee_play(enum trainee trainee, struct play *play, struct error *error);

#endif
