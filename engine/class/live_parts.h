/* live_parts.h: what live.c and live_read.c share. Private to them. */
#ifndef YANLIAN_CLASS_LIVE_PARTS_H
#define YANLIAN_CLASS_LIVE_PARTS_H

#include <cjson/cJSON.h>

#include "class/live.h"

enum { LIVE_NAME_SIZE = 128, LIVE_LOG_MAX = RULE_MAX * LIVE_TICKS_MAX };

struct live_tick {
    int rule;
    bool kept;
};

struct live {
    struct store *store;
    struct loaded *loaded;
    struct session_row row;
    char *observer; /* NULL: not told */
    char *source;   /* the scenario's text, for the first tick to keep; NULL when resumed */
    struct live_tick *ticks; /* that stand, in order; a rule judged once may have older ones */
    int tick_count;
    struct rule_state states[RULE_MAX]; /* follows from the ticks */
    int64_t watched_ms;                 /* before this sitting; in all once it is finished */
    int64_t since_ms;                   /* monotonic: when this sitting began */
    bool reading;                       /* nothing may be logged */
};

/* Fills `live` from the store and runs its log again. */
bool live_read(struct live *live, const char *session, struct error *error);

/* "pack/rule", as logs name it. */
void live_rule_name(const struct scenario *scenario, int rule, char name[LIVE_NAME_SIZE]);

/* Score and verdicts, without the time. The caller owns it. */
cJSON *live_result_payload(const struct live *live, const struct score *score);

/* Changes in memory; the index of the latest tick of a rule (-1: of any), or -1. */
void live_apply_tick(struct live *live, int rule, bool kept);
int live_latest(const struct live *live, int rule);
void live_drop_tick(struct live *live, int index);
bool live_may_tick(const struct live *live, int rule, bool kept, struct error *error);

#endif
