/* report_items.c: means, deviations, and how a choice goes with the score. */
#include "class/report_items.h"

#include <math.h>

void spread_add(struct spread *spread, double value)
{
    double off = value - spread->mean;
    spread->count++;
    spread->mean += off / spread->count;
    spread->squares += off * (value - spread->mean);
}

double spread_deviation(const struct spread *spread)
{
    return spread->count > 0 ? sqrt(spread->squares / spread->count) : 0;
}

/* The inverse of joining two spreads (Chan, Golub and LeVeque, 1979). */
struct spread spread_without(const struct spread *all, const struct spread *part)
{
    struct spread rest = {.count = all->count - part->count};
    if (rest.count <= 0)
        return (struct spread){0};
    rest.mean = (all->mean * all->count - part->mean * part->count) / rest.count;
    double apart = part->mean - rest.mean;
    rest.squares = all->squares - part->squares -
                   apart * apart * part->count * ((double)rest.count / all->count);
    if (rest.squares < 0)
        rest.squares = 0; /* rounding */
    return rest;
}

bool point_biserial(const struct spread *all, const struct spread *chosen, double *r)
{
    struct spread rest = spread_without(all, chosen);
    double deviation = spread_deviation(all);
    if (chosen->count == 0 || rest.count == 0 || deviation <= 1e-9)
        return false;
    double share = (double)chosen->count / all->count;
    *r = (chosen->mean - rest.mean) / deviation * sqrt(share * (1 - share));
    *r = fmin(1, fmax(-1, *r));
    return true;
}
