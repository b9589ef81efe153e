/* rubric.c: the names of the criteria. */
#include "core/rubric.h"

const char *criterion_id(enum criterion criterion)
{
    static const char *const ids[CRITERION_COUNT] = {
#define X(name, text) [CRITERION_##name] = (text),
        CRITERIA(X)
#undef X
    };
    return ids[criterion];
}
