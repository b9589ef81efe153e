/*
 * report_verdicts.c: what a session's rules are worth after trainers have marked it.
 *
 * The score that counts is that of the markings, so the rules have to be theirs too: who corrects
 * a verdict of the machine would else find it again in the heat map. Only sessions that somebody
 * marked are read, event by event.
 */
#include <stdlib.h>

#include "class/marks.h"
#include "class/report_parts.h"
#include "store/journal.h"

struct verdicts { /* of several markings */
    double sum[RULE_MAX];
    int count[RULE_MAX]; /* markings by which the rule was called for */
};

static void read_machine(const struct outline *outline, const struct fact_row *fact,
                         struct rule_state states[RULE_MAX])
{
    for (int i = 0; i < outline->rule_count; i++) {
        const uint8_t *mark = fact->marks + (ptrdiff_t)i * FACT_MARK_SIZE;
        states[i] = (struct rule_state){.fulfilled = mark[0], .activations = mark[1]};
    }
}

static bool add_marking(struct making *making, const struct scenario *scenario,
                        const struct rule_state *machine, const char *journal,
                        struct verdicts *verdicts, struct error *error)
{
    struct rule_state states[RULE_MAX];
    struct event_row *events;
    struct marks marks;
    int count;
    if (!store_journal_events(making->store, journal, &events, &count, error))
        return false;
    bool done = marks_fold(&marks, scenario, events, count, INT64_MAX, error);
    store_free_events(events, count);
    if (!done)
        return false;
    marks_states(&marks, scenario, machine, states);
    marks_clear(&marks);
    for (int i = 0; i < scenario->rule_count; i++) {
        if (states[i].activations == 0)
            continue;
        verdicts->sum[i] += (double)states[i].fulfilled / states[i].activations;
        verdicts->count[i]++;
    }
    return true;
}

bool outline_marked(struct making *making, const struct outline *outline,
                    const struct fact_row *fact, const struct final_score *final,
                    double worth[RULE_MAX], struct error *error)
{
    const struct scenario *scenario = loaded_scenario(outline->loaded);
    struct rule_state machine[RULE_MAX];
    struct verdicts verdicts = {0};
    read_machine(outline, fact, machine);
    for (int i = 0; i < final->markings; i++) {
        if (!add_marking(making, scenario, machine, final->journals[i], &verdicts, error))
            return false;
    }
    for (int i = 0; i < outline->rule_count; i++)
        worth[i] = verdicts.count[i] > 0 ? verdicts.sum[i] / verdicts.count[i] : NOT_CALLED_FOR;
    return true;
}
