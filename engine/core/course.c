/* course.c: the names of the kinds of segments. */
#include "core/course.h"

const char *segment_kind_name(enum segment_kind kind)
{
    static const char *const names[SEGMENT_KIND_COUNT] = {
#define X(name, text) [SEGMENT_##name] = text,
        SEGMENT_KINDS(X)
#undef X
    };
    return names[kind];
}
