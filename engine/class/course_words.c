/* course_words.c: spells out a course's times and kinds. */
#include "class/course_words.h"

#include <stdio.h>

#include "base/words.h"

const char *course_kind_label(enum segment_kind kind)
{
    static const char *const labels[SEGMENT_KIND_COUNT] = {
        [SEGMENT_TALK] = N_("talk"),         [SEGMENT_DISCUSS] = N_("discussion"),
        [SEGMENT_EXERCISE] = N_("exercise"), [SEGMENT_ROLE_PLAY] = N_("role-play"),
        [SEGMENT_WRAP_UP] = N_("wrap-up"),
    };
    return _(labels[kind]);
}

const char *course_status_label(enum course_status status)
{
    static const char *const labels[] = {
        [COURSE_WAITING] = N_("not started"), [COURSE_RUNNING] = N_("running"),
        [COURSE_PAUSED] = N_("paused"),       [COURSE_LEFT] = N_("closed for now"),
        [COURSE_FINISHED] = N_("finished"),
    };
    return _(labels[status]);
}

static void write_seconds(long long seconds, const char *sign, char out[COURSE_SPAN_SIZE])
{
    snprintf(out, COURSE_SPAN_SIZE, "%s%lld:%02lld", sign, seconds / 60, seconds % 60);
}

void course_span(int64_t ms, char out[COURSE_SPAN_SIZE])
{
    write_seconds((ms < 0 ? -ms : ms) / 1000, "", out);
}

void course_span_words(int64_t ms, char out[COURSE_WORDS_SIZE])
{
    int64_t seconds = (ms < 0 ? -ms : ms) / 1000;
    seconds = seconds > 0 ? seconds : 1;
    if (seconds < 60)
        snprintf(out, COURSE_WORDS_SIZE, _("%d s"), (int)seconds);
    else if (seconds < 3600)
        snprintf(out, COURSE_WORDS_SIZE, _("%d min %d s"), (int)(seconds / 60),
                 (int)(seconds % 60));
    else
        snprintf(out, COURSE_WORDS_SIZE, _("%d h %d min"), (int)(seconds / 3600),
                 (int)(seconds / 60 % 60));
}

void course_left_span(int64_t left_ms, char out[COURSE_SPAN_SIZE])
{
    if (left_ms > 0)
        write_seconds((left_ms + 999) / 1000, "", out);
    else
        write_seconds(-left_ms / 1000, left_ms <= -1000 ? "+" : "", out);
}

void course_left_words(int64_t left_ms, char out[COURSE_WORDS_SIZE])
{
    char span[COURSE_SPAN_SIZE];
    if (left_ms > 0) {
        course_left_span(left_ms, span);
        snprintf(out, COURSE_WORDS_SIZE, _("%s left"), span);
    } else {
        course_span(left_ms, span);
        snprintf(out, COURSE_WORDS_SIZE, _("over by %s"), span);
    }
}

void course_behind_words(int64_t behind_ms, char out[COURSE_WORDS_SIZE])
{
    char span[COURSE_SPAN_SIZE];
    course_span(behind_ms, span);
    if (behind_ms >= 1000)
        snprintf(out, COURSE_WORDS_SIZE, _("behind +%s"), span);
    else if (behind_ms <= -1000)
        snprintf(out, COURSE_WORDS_SIZE, _("ahead -%s"), span);
    else
        snprintf(out, COURSE_WORDS_SIZE, "%s", _("on time"));
}
