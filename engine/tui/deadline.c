/* deadline.c: think time, measured. */
#include "base/clock.h"
#include "tui/screens.h"

int64_t deadline_think_ms(const struct deadline *deadline)
{
    return deadline->spent_ms + clock_monotonic_ms() - deadline->started_ms;
}

bool deadline_passed(const struct deadline *deadline)
{
    return deadline->limit_seconds > 0 &&
           deadline_think_ms(deadline) > (int64_t)deadline->limit_seconds * 1000;
}

/*
 * A limit is counted down by whole seconds left, so it changes when a whole second has been spent,
 * and time is up one millisecond after the last: the same moments either way.
 */
int deadline_wait_ms(const struct deadline *deadline)
{
    return (int)(1000 - deadline_think_ms(deadline) % 1000) + 1;
}
