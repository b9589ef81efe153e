/* golden_parts.h: how a case words things, for writing and comparing. Private to golden_*.c. */
#ifndef YANLIAN_PRACTICE_GOLDEN_PARTS_H
#define YANLIAN_PRACTICE_GOLDEN_PARTS_H

#include "practice/golden.h"

/* What an event says, line by line, as a case writes it. */
struct said {
    const char *words[GOLDEN_LINES_MAX];
    char *texts[GOLDEN_LINES_MAX];
    int count;
};

void said_make(struct said *said, const struct session *session, const struct event *event,
               enum language language);
void said_free(struct said *said);

const char *golden_kind_word(enum golden_kind kind); /* "take-back" */
enum golden_kind golden_kind_of(const struct event *event);

/* Ids of what is offered, in the order shown; of the draws, "why=flat today=free", or "none". The
   caller frees them. */
char *golden_offered(const struct session *session);
char *golden_draws(const struct session *session);

/* "service/greet-first" */
void golden_rule_name(const struct scenario *scenario, const struct rule *rule,
                      char name[GOLDEN_NAME_SIZE]);

#endif
