/* speak.h: how the line mode words what happens. Private to the plain layer. */
#ifndef YANLIAN_PLAIN_SPEAK_H
#define YANLIAN_PLAIN_SPEAK_H

#include "plain/plain.h"

/* One event: what the trainee did, the coach's word, and the customer's line that followed. */
void speak_event(const struct plain *plain, const struct session *session,
                 const struct event *event);

/* The filed form and what is right and wrong with it. */
void speak_form(const struct plain *plain, const struct scenario *scenario,
                const struct event *event);

const char *form_field_label(enum form_field field); /* "Signal seen" ... */

#endif
