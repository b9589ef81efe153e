/* course_state.c: folds a course's events into where it stands. */
#include "class/course_state.h"

#include <string.h>

static const char *const event_names[COURSE_EVENT_COUNT] = {
#define X(name, text) [COURSE_##name] = text,
    COURSE_EVENTS(X)
#undef X
};

const char *course_event_name(enum course_event_kind kind)
{
    return event_names[kind];
}

/* The clock moves on; only a course that runs takes time. */
static void advance(struct course_state *state, int64_t clock)
{
    if (state->status != COURSE_RUNNING || clock <= state->clock)
        return;
    state->segments[state->segment].actual += clock - state->clock;
    state->clock = clock;
}

/* Wall time since the clock stopped; 0 where the wall clock was set back in between. */
static int64_t since_stop(const struct course_state *state, int64_t at)
{
    return at > state->stopped_at ? at - state->stopped_at : 0;
}

static void stop(struct course_state *state, enum course_status status, int64_t at)
{
    state->status = status;
    state->stopped_at = at;
}

static void go_on(struct course_state *state, int64_t at)
{
    if (state->status == COURSE_PAUSED)
        state->paused += since_stop(state, at);
    else if (state->status == COURSE_LEFT)
        state->away += since_stop(state, at);
    else
        return;
    state->status = COURSE_RUNNING;
}

static void enter(struct course_state *state, const struct course_plan *plan, int segment)
{
    if (segment < 0 || segment >= plan->count || state->status == COURSE_FINISHED)
        return;
    state->segment = segment;
    state->segments[segment].visits++;
}

static void interrupt(struct course_state *state, const struct course_event *event)
{
    if (state->status != COURSE_RUNNING)
        return;
    state->interruptions++;
    state->away += event->amount > 0 ? event->amount : 0;
    stop(state, COURSE_LEFT, event->at);
}

static void apply(struct course_state *state, const struct course_plan *plan,
                  const struct course_event *event)
{
    advance(state, event->clock);
    switch (event->kind) {
    case COURSE_START:
        if (state->status != COURSE_WAITING || plan->count == 0)
            return;
        state->status = COURSE_RUNNING;
        enter(state, plan, event->segment < 0 ? 0 : event->segment);
        break;
    case COURSE_NEXT:
    case COURSE_SKIP:
    case COURSE_BACK:
        if (state->status != COURSE_WAITING)
            enter(state, plan, event->segment);
        break;
    case COURSE_PAUSE:
        if (state->status == COURSE_RUNNING) {
            state->pauses++;
            stop(state, COURSE_PAUSED, event->at);
        }
        break;
    case COURSE_RESUME:
        go_on(state, event->at);
        break;
    case COURSE_EXTEND:
        if (event->segment >= 0 && event->segment < plan->count)
            state->segments[event->segment].extended += event->amount;
        break;
    case COURSE_LEAVE: /* a pause goes on while nobody looks */
        if (state->status == COURSE_RUNNING)
            stop(state, COURSE_LEFT, event->at);
        break;
    case COURSE_INTERRUPT:
        interrupt(state, event);
        break;
    case COURSE_FINISH:
        if (state->status != COURSE_WAITING)
            stop(state, COURSE_FINISHED, event->at);
        break;
    case COURSE_BEGIN:
    case COURSE_PRESENT:
    case COURSE_BOARD:
    case COURSE_ACTIVITY:
    case COURSE_RETURN:
    case COURSE_EVENT_COUNT:
        break;
    }
}

static int64_t left_of(const struct course_state *state, const struct course_plan *plan, int index)
{
    const struct segment_state *segment = &state->segments[index];
    return plan->segments[index].planned + segment->extended - segment->actual;
}

/* What the course has still to do, by the plan and its extensions. */
static int64_t still_to_do(const struct course_state *state, const struct course_plan *plan)
{
    int64_t sum = 0;
    if (state->status == COURSE_FINISHED)
        return 0;
    for (int i = state->segment < 0 ? 0 : state->segment; i < plan->count; i++) {
        int64_t left = left_of(state, plan, i);
        sum += left > 0 ? left : 0;
    }
    return sum;
}

void course_fold(const struct course_plan *plan, const struct course_event *events, int count,
                 int64_t clock, struct course_state *state)
{
    *state = (struct course_state){.status = COURSE_WAITING, .segment = -1};
    for (int i = 0; i < count; i++)
        apply(state, plan, &events[i]);
    advance(state, clock);
    if (state->segment >= 0)
        state->segment_left = left_of(state, plan, state->segment);
    state->class_left = plan->planned - state->clock;
    state->behind = state->clock + still_to_do(state, plan) - plan->planned;
}

int course_plan_find(const struct course_plan *plan, const char *id)
{
    for (int i = 0; i < plan->count; i++) {
        if (strcmp(plan->segments[i].id, id) == 0)
            return i;
    }
    return -1;
}

bool course_plan_matches(const struct course_plan *plan, const struct course *course)
{
    bool same = strcmp(plan->course, course->id) == 0 && plan->count == course->segment_count;
    for (int i = 0; same && i < plan->count; i++) {
        const struct plan_segment *planned = &plan->segments[i];
        const struct segment *segment = &course->segments[i];
        same = strcmp(planned->id, segment->id) == 0 && planned->kind == segment->kind &&
               planned->planned == (int64_t)segment->minutes * 60000;
    }
    return same;
}
