/*
 * record.h: events and results as JSON, and moves back from it. Private to what keeps sessions.
 *
 * A payload names everything (nodes, responses, acts) by its id, so that it can be read without the
 * program. Every field that a payload has must come out the same when the session is replayed;
 * fields that later versions add are not held against older logs.
 */
#ifndef YANLIAN_PRACTICE_RECORD_H
#define YANLIAN_PRACTICE_RECORD_H

#include <cjson/cJSON.h>

#include "core/session.h"

cJSON *record_event(const struct session *session, const struct event *event);

/* What the "end" event holds: score, band and ending, and then the verdict of every rule. */
cJSON *record_score(const struct scenario *scenario, const struct score *score, const char *ending);
cJSON *record_result(const struct session *session, const struct score *score);

/* Of these, the verdicts alone: one object a rule. */
cJSON *record_verdicts(const struct scenario *scenario, const struct rule_state *states);

/* Makes the move that a logged event tells of. `kind` is one that core knows (not begin). */
bool record_apply(struct session *session, const char *kind, const cJSON *payload,
                  struct error *error);

/* The payload's think time; -1 when it has none that can be. */
int64_t record_think_ms(const cJSON *payload);

/* Every field of `logged` is in `made`, and equal; else the first differing field's name. */
bool record_matches(const cJSON *logged, const cJSON *made, const char **field);

/*
 * Adds `seed` digit by digit: cJSON writes 15 digits where they come near enough, up to SEED_MAX
 * 16.
 */
void record_add_seed(cJSON *object, uint64_t seed);

const char *verdict_name(enum verdict verdict); /* "kept", "broken", ... */
const char *mood_name(enum mood mood);          /* "resistant", "neutral", "positive" */
const char *form_field_name(enum form_field field);

/* The acts (or cues) of a set as an array of ids. */
cJSON *record_terms(const struct term *terms, int count, uint64_t set);

#endif
