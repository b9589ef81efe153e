/*
 * grading.c: the final scores of a class, and which attempt of several counts.
 */
#include "class/grading.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------ final scores ---- */

/* Adds one submitted marking to the means. */
static void add_marking(struct final_score *score, const struct grade_row *row)
{
    double before = score->markings;
    double all = before + 1;
    score->score = (score->score * before + row->score) / all;
    score->overall = (score->overall * before + row->overall) / all;
    for (int i = 0; i < CRITERION_COUNT; i++)
        score->levels[i] = (score->levels[i] * before + row->levels[i]) / all;
    score->critical = score->critical || row->critical;
    memcpy(score->journals[score->markings], row->journal, sizeof row->journal);
    score->markings++;
}

static struct final_score unmarked(const char *session)
{
    struct final_score score = {0};
    memcpy(score.session, session, sizeof score.session);
    return score;
}

/* The rows come by subject, so that one subject's markings are neighbours. */
static int gather(const struct grade_row *rows, int count, struct final_score *scores)
{
    int found = 0;
    for (int i = 0; i < count; i++) {
        if (rows[i].exercise || !rows[i].submitted)
            continue;
        if (found == 0 || strcmp(scores[found - 1].session, rows[i].subject) != 0)
            scores[found++] = unmarked(rows[i].subject);
        add_marking(&scores[found - 1], &rows[i]);
    }
    return found;
}

bool grading_scores(struct store *store, const char *class, struct final_score **scores, int *count,
                    struct error *error)
{
    struct grade_row *rows;
    int row_count;
    *scores = NULL;
    *count = 0;
    if (!store_grades(store, class, &rows, &row_count, error))
        return false;
    *scores = calloc((size_t)row_count + 1, sizeof **scores);
    if (!*scores)
        abort();
    *count = gather(rows, row_count, *scores);
    free(rows);
    return true;
}

static int compare_session(const void *session, const void *score)
{
    return strcmp(session, ((const struct final_score *)score)->session);
}

const struct final_score *grading_find(const struct final_score *scores, int count,
                                       const char *session)
{
    if (count == 0)
        return NULL;
    return bsearch(session, scores, (size_t)count, sizeof *scores, compare_session);
}

/* -------------------------------------------------------------------- several attempts ---- */

static bool is_better(const struct attempt *one, const struct attempt *than)
{
    return one->critical != than->critical ? than->critical : one->score > than->score;
}

void attempts_add(struct attempts *attempts, struct attempt attempt)
{
    if (attempts->count == 0)
        attempts->first = attempts->best = attempt;
    else if (is_better(&attempt, &attempts->best))
        attempts->best = attempt;
    attempts->last = attempt;
    attempts->sum += attempt.score;
    attempts->count++;
}

struct attempt policy_count(enum attempt_policy policy, const struct attempts *attempts)
{
    switch (policy) {
    case POLICY_FIRST:
        return attempts->first;
    case POLICY_BEST:
        return attempts->best;
    case POLICY_LAST:
        return attempts->last;
    default:
        return (struct attempt){.score = attempts->sum / attempts->count,
                                .critical = attempts->last.critical};
    }
}

/* -------------------------------------------------------------------- marked twice ---- */

bool grading_is_double(const char *session, double share)
{
    static const char purpose[] = "marked twice ";
    crypto_hash_sha256_state hash;
    unsigned char digest[crypto_hash_sha256_BYTES];
    uint64_t number = 0;
    crypto_hash_sha256_init(&hash);
    crypto_hash_sha256_update(&hash, (const unsigned char *)purpose, sizeof purpose - 1);
    crypto_hash_sha256_update(&hash, (const unsigned char *)session, strlen(session));
    crypto_hash_sha256_final(&hash, digest);
    for (int i = 0; i < 8; i++)
        number = number << 8 | digest[i];
    return (double)(number >> 11) * 0x1p-53 < share; /* 53 bits: what a double holds */
}
