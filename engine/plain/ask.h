/* ask.h: what the line mode asks. Private to the plain layer. */
#ifndef YANLIAN_PLAIN_ASK_H
#define YANLIAN_PLAIN_ASK_H

#include "plain/plain.h"

enum { ASK_LINE_SIZE = 1024 };

/*
 * Reads one line without its end and surrounding blanks; false at the end of input. A zero byte
 * becomes another control byte, so that it hides nothing; the rest of an overlong line is dropped.
 */
bool ask_line(const struct plain *plain, char line[ASK_LINE_SIZE]);

/* A number from 1 to `most`, and nothing else. */
bool ask_parse_number(const char *text, int most, int *number);

/* Asks every entry of the form; false at "q" and at the end of input, with nothing filed. */
bool ask_form(const struct plain *plain, const struct vocabulary *words, struct form *form);

#endif
