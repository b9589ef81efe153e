/* course_beat.h: the course's clock, written down between events. Private to course_*.c. */
#ifndef YANLIAN_CLASS_COURSE_BEAT_H
#define YANLIAN_CLASS_COURSE_BEAT_H

#include "store/store.h"

struct course_beat {
    int64_t clock; /* course ms */
    int64_t at;    /* wall ms */
    int64_t process;
};

/* False when there is none (error code ERROR_NONE), or on failure. */
bool course_beat_read(struct store *store, const char *journal, struct course_beat *beat,
                      struct error *error);
bool course_beat_write(struct store *store, const char *journal, const struct course_beat *beat,
                       struct error *error);

#endif
