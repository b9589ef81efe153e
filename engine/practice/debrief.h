/*
 * debrief.h: what there is to say after a session, ready for any face.
 *
 * A debrief is words and numbers in one language: the terminal, the line mode, `show` and JSON all
 * tell the same. It borrows from the play, which must outlive it.
 */
#ifndef YANLIAN_PRACTICE_DEBRIEF_H
#define YANLIAN_PRACTICE_DEBRIEF_H

#include "practice/play.h"

struct debrief_rule {
    const struct rule *rule;
    enum verdict verdict;
    int fulfilled, activations;
    int turns[TURN_MAX + 1]; /* that earned the verdict, ascending, each once; 0 is the opening */
    bool turn_good[TURN_MAX + 1]; /* whether that turn fulfilled the rule or broke it */
    int turn_count;
    const char *source_title; /* "" when unknown */
};

struct debrief_pack {
    const char *title;
    double score;
    int activated, kept;
};

struct debrief {
    struct score score;
    const char *ending; /* label; words for "the turns ran out" when there is none */
    bool watched;       /* by an observer, not played here: no turns are known, `ending` is "" */
    struct debrief_pack packs[RULE_MAX];
    int pack_count;
    struct debrief_rule rules[RULE_MAX]; /* broken first, then partly, kept, not called for */
    int rule_count;
    int hints, take_backs;
    int turns;
    int64_t think_ms; /* in all */
};

/* Only when the session is over. */
void debrief_make(struct play *play, enum language language, struct debrief *debrief);

/* The same of a session that nobody keeps; `loaded` is its scenario. */
void debrief_session(const struct session *session, const struct loaded *loaded,
                     enum language language, struct debrief *debrief);

/* What there is to say of verdicts that no played conversation gave, but an observer's ticks. */
void debrief_judged(const struct rule_state *states, const struct loaded *loaded,
                    enum language language, struct debrief *debrief);

const char *verdict_label(enum verdict verdict); /* in the interface's language */
const char *band_label(enum band band);
const char *mood_label(enum mood mood);
const char *mode_label(enum mode mode);

/* One rule of it as JSON, the caller's. */
struct cJSON;
struct cJSON *debrief_rule_to_json(const struct scenario *scenario, const struct debrief_rule *rule,
                                   enum language language);

/* Everything as JSON (transcript too); without a debrief, of a session that is not over, only what
   was said. The caller frees it. */
char *debrief_to_json(struct play *play, const struct debrief *debrief);

#endif
