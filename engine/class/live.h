/*
 * live.h: a session that was watched, not played here.
 *
 * In a role-play an observer ticks, rule by rule, what was kept and what was broken. Those ticks
 * are a session: one row of kind "live" (its person is the trainee), and a log whose events are
 *
 *     begin   { observer, ms }          the scenario's text is kept by its digest, as for playing
 *     tick    { rule, kept, ms }        `rule` is pack/id; `ms` is how long it has been watched
 *     untick  { rule, ms }              takes back that rule's latest tick
 *     resume  { ms }
 *     end     { score, band, passed, critical, ending, rules, ms }
 *
 * Verdicts follow from the ticks alone, by the same marks as in a played session: activations are
 * the ticks, fulfilled those that were kept. What the engine judges once for the whole conversation
 * (rule_template_is_trace_wide) has one tick at most: a later one stands in place of an earlier
 * one. A rule without ticks was not called for. score_compute makes the score, so a broken tick of
 * a critical rule fails the session.
 *
 * Every tick is on disk when the call returns, and a session that was left goes on where it
 * stopped. Opening one runs its log again: a result that does not follow from the ticks is
 * ERROR_TAMPERED.
 */
#ifndef YANLIAN_CLASS_LIVE_H
#define YANLIAN_CLASS_LIVE_H

#include "practice/debrief.h"
#include "script/loader.h"
#include "store/store.h"

struct live;

struct live_options {
    const struct person *person; /* the trainee */
    const char *class;           /* id; NULL for none */
    const char *observer;        /* who ticks, as they are called; NULL: not told */
    enum language language;
};

enum { LIVE_TICKS_MAX = STEP_MAX }; /* of one rule: no conversation activates one more often */

/* The session itself begins with the first tick: whoever only looks leaves nothing in the store. */
struct live *live_begin(struct store *store, const struct bundle *bundle,
                        const struct live_options *options, struct error *error);

/* That of the scenario called `name` (an id or a path): the newest that this person left unfinished
   in this class, or else a new one. */
struct live *live_take_up(struct store *store, const char *name, const struct live_options *options,
                          struct error *error);

/* Takes up one that was left; a finished one opens for reading only. NULL on failure. */
struct live *live_resume(struct store *store, const char *session, struct error *error);

/* For looking: logs nothing. */
struct live *live_open(struct store *store, const char *session, struct error *error);
void live_close(struct live *live); /* NULL is allowed; what was ticked stays */

/* The newest of each; the id is "" where there is none. */
struct live_found {
    struct session_row finished, open;
};

/* Those of this person, scenario (its id) and class ("" for none). */
bool live_find(struct store *store, const char *person, const char *scenario, const char *class,
               struct live_found *found, struct error *error);
/* The id of the unfinished one, to go on with; "" when there is none. */
bool live_find_open(struct store *store, const char *person, const char *scenario,
                    const char *class, char id[ULID_SIZE], struct error *error);

/* `rule` is an index into the scenario's. ERROR_NOT_ALLOWED when nothing would change, or there is
   no more room. */
bool live_tick(struct live *live, int rule, bool kept, struct error *error);
/* Takes back the latest tick of that rule (-1: of any). */
bool live_untick(struct live *live, int rule, struct error *error);

/* Rules that forbid something throughout, whatever the mood, and have no tick: kept, unless someone
   says otherwise. */
int live_unbroken(const struct live *live);
bool live_keep_unbroken(struct live *live, struct error *error); /* ticks these as kept, at once */

/* ERROR_NOT_ALLOWED while nothing is ticked: that would be a full score for nothing. */
bool live_finish(struct live *live, struct error *error);

const struct session_row *live_row(const struct live *live); /* its id is "" before any tick */
const struct loaded *live_loaded(const struct live *live);
const char *live_observer(const struct live *live); /* "" when not told */
int64_t live_watched_ms(const struct live *live);   /* over all sittings, until now or the end */

/* As if it ended now, one a rule. Borrowed; follows every tick. */
const struct rule_state *live_rules(const struct live *live);
void live_count(const struct live *live, int rule, int *kept, int *broken);
int live_tick_count(const struct live *live); /* that stand */
/* The one that live_untick takes back of any rule; false when there is none. */
bool live_latest_tick(const struct live *live, int *rule, bool *kept);
void live_score(const struct live *live, struct score *score);

void live_debrief(const struct live *live, enum language language, struct debrief *debrief);
/* Everything, for machines; verdicts only when finished. The caller frees it. */
char *live_to_json(const struct live *live, enum language language);

#endif
