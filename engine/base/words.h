/*
 * words.h: the interface's own words, through gettext.
 *
 * English stands in the source, inside _( ); translations are in engine/po. The scenario's texts
 * are not here: they carry their languages with them. A language is chosen once per run and can be
 * changed at any time; it needs no system locale to be installed (C.UTF-8 is enough, which is
 * always there), and without a catalogue the words stay English.
 */
#ifndef YANLIAN_BASE_WORDS_H
#define YANLIAN_BASE_WORDS_H

#include <libintl.h>

#include "base/text.h"

#define _(words) gettext(words)
#define N_(words) words /* marks words that are translated later, where they are shown */

/*
 * Sets the process up for text: a UTF-8 character type whatever the environment says, numbers and
 * sorting as in C. `folder` holds the catalogues (LANG/LC_MESSAGES/yanlian.mo) and may be NULL.
 */
void words_begin(const char *folder);

/* From now on _( ) answers in this language. Not for use by several threads. */
void words_use(enum language language);
enum language words_language(void);

/* What $LC_ALL, $LC_MESSAGES, $LANG (in that order) ask for; English when they name neither. */
enum language words_from_environment(void);

#endif
