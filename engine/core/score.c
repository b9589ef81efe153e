/*
 * score.c: sums the marks. One loop serves the total and the packs, so that they cannot disagree.
 */
#include "core/score.h"

#include <stdio.h>

/* Sums of fractions miss by less than this; 59.999999999 that stands for 60 is a pass. */
#define SCORE_SLACK 1e-9

const char *band_name(int band)
{
    static const char *const names[BAND_COUNT] = {
        [BAND_FAIL] = "fail",
        [BAND_PASS] = "pass",
        [BAND_GOOD] = "good",
        [BAND_EXCELLENT] = "excellent",
    };
    return band >= 0 && band < BAND_COUNT ? names[band] : NULL;
}

const struct bands bands_default = {.pass = 60, .good = 75, .excellent = 90};

__extension__ typedef unsigned __int128 wide;

/* The least common multiple of 1 to 61: as many steps as a trace has. */
#define MARK_UNIT ((wide)UINT64_C(5342931457063200) * 41 * 43 * 47 * 7 * 53 * 59 * 61)

void mark_sum_add(struct mark_sum *sum, const struct rule *rule, const struct rule_state *state)
{
    if (state->activations == 0)
        return;
    wide earned = MARK_UNIT * state->fulfilled / state->activations * (unsigned)rule->weight;
    struct mark_sum one = {.high = (uint64_t)(earned >> 64),
                           .low = (uint64_t)earned,
                           .weight = (unsigned)rule->weight};
    mark_sum_join(sum, &one);
}

double mark_sum_score(const struct mark_sum *sum)
{
    wide earned = (wide)sum->high << 64 | sum->low;
    if (sum->weight == 0)
        return 100;
    return (double)(100 * (long double)earned / ((long double)MARK_UNIT * sum->weight));
}

double score_total(const struct scenario *scenario, const struct rule_state *states)
{
    struct mark_sum sum = {0};
    for (int i = 0; i < scenario->rule_count; i++)
        mark_sum_add(&sum, &scenario->rules[i], &states[i]);
    return mark_sum_score(&sum);
}

static enum band band_of(double total, const struct bands *bands)
{
    if (total + SCORE_SLACK >= bands->excellent)
        return BAND_EXCELLENT;
    if (total + SCORE_SLACK >= bands->good)
        return BAND_GOOD;
    return total + SCORE_SLACK >= bands->pass ? BAND_PASS : BAND_FAIL;
}

void score_compute(const struct scenario *scenario, const struct rule_state *states,
                   const struct bands *bands, struct score *score)
{
    struct mark_sum packs[RULE_MAX] = {0};
    *score = (struct score){.critical = -1};
    for (int i = 0; i < scenario->rule_count; i++) {
        const struct rule *rule = &scenario->rules[i];
        if (states[i].activations == 0)
            continue;
        struct pack_score *pack = &score->packs[rule->pack];
        mark_sum_add(&packs[rule->pack], rule, &states[i]);
        pack->activated++;
        pack->kept += states[i].fulfilled == states[i].activations;
        if (rule->critical && states[i].violated > 0 && score->critical < 0)
            score->critical = i;
    }
    for (int i = 0; i < scenario->pack_count; i++)
        score->packs[i].score = mark_sum_score(&packs[i]);
    score->total = score_total(scenario, states);
    score->band = band_of(score->total, bands);
    score->passed = score->band != BAND_FAIL && score->critical < 0;
}

void score_format(double score, char out[SCORE_TEXT_SIZE])
{
    double clamped = score < 0 ? 0 : score > 100 ? 100 : score;
    int tenths = (int)(10 * (clamped + SCORE_SLACK));
    if (tenths % 10 == 0)
        snprintf(out, SCORE_TEXT_SIZE, "%d", tenths / 10);
    else
        snprintf(out, SCORE_TEXT_SIZE, "%d.%d", tenths / 10, tenths % 10);
}
