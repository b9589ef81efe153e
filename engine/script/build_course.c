/* build_course.c: reads a course, and holds its segments to what it says of the whole. */
#include <string.h>

#include "core/course.h"
#include "script/build.h"

/* ---------------------------------------------------------------------------- lists ---- */

/* The texts of the list at `key`; none when it is not there and not `required`. */
static struct texts build_texts(struct build *build, struct reader *reader, const char *segment,
                                const char *key, bool required)
{
    struct texts texts = {0};
    if (!reader_field(reader, key)) {
        if (required)
            reader_fault(reader, NULL, "'%s' is missing here: a list of texts, at least one", key);
        return texts;
    }
    size_t mark = reader_enter(reader, key);
    int faults = reader_faults(reader);
    texts.count = reader_length(reader);
    struct text *items = arena_alloc(build->arena, (size_t)texts.count + 1, sizeof *items);
    for (int i = 1; i <= texts.count; i++) {
        size_t at = reader_enter_at(reader, i);
        lua_rawgeti(reader->lua, -1, i);
        items[i - 1] = reader_text(reader, arena_printf(build->arena, "%s.%s.%d", segment, key, i));
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
    if (required && texts.count == 0 && reader_faults(reader) == faults)
        reader_fault(reader, NULL, "'%s' is empty: at least one text", key);
    texts.items = items;
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
    return texts;
}

/* { low, high } in minutes, the value at the top. */
static void build_span(struct reader *reader, int *low, int *high)
{
    int values[2] = {0, 0};
    int faults = reader_faults(reader);
    int length = reader_length(reader);
    if (length != 2 && reader_faults(reader) == faults)
        reader_fault(reader, NULL, "write { least, most } in minutes here");
    for (int i = 0; i < 2 && length == 2; i++) {
        lua_rawgeti(reader->lua, -1, i + 1);
        values[i] = reader_integer(reader, 1, COURSE_MINUTES_MAX, 1);
        lua_pop(reader->lua, 1);
    }
    if (values[0] > values[1])
        reader_fault(reader, NULL, "{ %d, %d }: the least comes first", values[0], values[1]);
    *low = values[0];
    *high = values[1];
}

/* The same at `key`; false when it is not there. */
static bool build_span_field(struct reader *reader, const char *key, int *low, int *high)
{
    if (!reader_field(reader, key))
        return false;
    size_t mark = reader_enter(reader, key);
    build_span(reader, low, high);
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return true;
}

/* ---------------------------------------------------------------------------- segments ---- */

static enum segment_kind build_kind(struct reader *reader)
{
    static const struct term kinds[SEGMENT_KIND_COUNT] = {
#define X(name, text) [SEGMENT_##name] = {.id = (text)},
        SEGMENT_KINDS(X)
#undef X
    };
    if (!reader_field(reader, "kind")) {
        reader_fault(reader, NULL, "'kind' is missing here");
        return SEGMENT_TALK;
    }
    size_t mark = reader_enter(reader, "kind");
    int kind = reader_term(reader, "kind of segment", kinds, SEGMENT_KIND_COUNT);
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return kind < 0 ? SEGMENT_TALK : (enum segment_kind)kind;
}

static const char *build_segment_id(struct reader *reader)
{
    const char *id = NULL;
    if (!reader_field(reader, "id")) {
        reader_fault(reader, NULL, "'id' is missing here");
        return "";
    }
    size_t mark = reader_enter(reader, "id");
    id = reader_id(reader);
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return id ? id : "";
}

/* Complains of what belongs to another kind of segment: the trainer would never meet it. */
static void refuse_field(struct reader *reader, const struct segment *segment, const char *key,
                         enum segment_kind owner)
{
    if (segment->kind == owner || !reader_field(reader, key))
        return;
    lua_pop(reader->lua, 1);
    reader_fault(reader, key, "'%s' goes with kind = \"%s\", not with \"%s\"", key,
                 segment_kind_name(owner), segment_kind_name(segment->kind));
}

static void build_time(struct reader *reader, struct segment *segment)
{
    if (!build_span_field(reader, "time", &segment->time_low, &segment->time_high))
        return;
    bool known = segment->time_low <= segment->time_high && segment->minutes > 0;
    if (known && (segment->minutes < segment->time_low || segment->minutes > segment->time_high))
        reader_fault(reader, "minutes", "%d minutes, but the discussion's time is %d to %d",
                     segment->minutes, segment->time_low, segment->time_high);
}

/* What only segments of its kind have. */
static void build_kind_fields(struct build *build, struct reader *reader, struct segment *segment)
{
    refuse_field(reader, segment, "time", SEGMENT_DISCUSS);
    refuse_field(reader, segment, "exercise", SEGMENT_EXERCISE);
    refuse_field(reader, segment, "scenarios", SEGMENT_ROLE_PLAY);
    if (segment->kind == SEGMENT_DISCUSS)
        build_time(reader, segment);
    if (segment->kind == SEGMENT_EXERCISE)
        segment->exercise = reader_string_field(reader, "exercise", true, NULL);
    if (segment->kind == SEGMENT_ROLE_PLAY)
        segment->scenario_count = build_strings(build, reader, "scenarios", &segment->scenarios);
}

static void build_segment(struct build *build, struct reader *reader, struct segment *segment)
{
    static const char *const known[] = {"id",     "kind",     "minutes",   "title",   "objectives",
                                        "notes",  "slides",   "prompts",   "answers", "time",
                                        "source", "exercise", "scenarios", NULL};
    segment->title = text_empty("title");
    segment->id = "";
    segment->file_line = reader_line(reader);
    if (!reader_check_keys(reader, known))
        return;
    segment->id = build_segment_id(reader);
    segment->kind = build_kind(reader);
    segment->minutes = reader_integer_field(reader, "minutes", true, 1, COURSE_MINUTES_MAX, 0);
    const char *id = segment->id;
    bool discuss = segment->kind == SEGMENT_DISCUSS;
    segment->title =
        reader_text_field(reader, "title", true, arena_printf(build->arena, "%s.title", id));
    segment->objectives = build_texts(build, reader, id, "objectives", true);
    segment->notes = build_texts(build, reader, id, "notes", true);
    segment->slides = build_texts(build, reader, id, "slides", false);
    segment->prompts = build_texts(build, reader, id, "prompts", discuss);
    segment->answers = build_texts(build, reader, id, "answers", discuss);
    segment->source_count = build_strings(build, reader, "source", &segment->sources);
    build_kind_fields(build, reader, segment);
}

static void check_id_is_new(struct reader *reader, const struct segment *segments, int index)
{
    for (int i = 0; i < index; i++) {
        if (segments[index].id[0] && strcmp(segments[i].id, segments[index].id) == 0)
            reader_fault(reader, "id", "a second segment '%s' in this course", segments[i].id);
    }
}

static void build_segments(struct build *build, struct reader *reader, struct course *course)
{
    if (!reader_field(reader, "segments")) {
        reader_fault(reader, NULL, "'segments' is missing here");
        return;
    }
    size_t mark = reader_enter(reader, "segments");
    int length = reader_length(reader);
    if (length > SEGMENT_MAX) {
        reader_fault(reader, NULL, "%d segments: at most %d", length, SEGMENT_MAX);
        length = SEGMENT_MAX;
    }
    struct segment *segments = arena_alloc(build->arena, (size_t)length + 1, sizeof *segments);
    for (int i = 0; i < length; i++) {
        size_t at = reader_enter_at(reader, i + 1);
        lua_rawgeti(reader->lua, -1, i + 1);
        build_segment(build, reader, &segments[i]);
        check_id_is_new(reader, segments, i);
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
    course->segments = segments;
    course->segment_count = length;
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
}

/* ----------------------------------------------------------------------------- frame ---- */

static void build_times(struct reader *reader, struct frame *frame)
{
    const int most = (int)(sizeof frame->time_low / sizeof *frame->time_low);
    if (!reader_field(reader, "times"))
        return;
    size_t mark = reader_enter(reader, "times");
    frame->timed = reader_length(reader);
    if (frame->timed > most) {
        reader_fault(reader, NULL, "%d times: at most %d", frame->timed, most);
        frame->timed = most;
    }
    for (int i = 0; i < frame->timed; i++) {
        size_t at = reader_enter_at(reader, i + 1);
        lua_rawgeti(reader->lua, -1, i + 1);
        build_span(reader, &frame->time_low[i], &frame->time_high[i]);
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
}

static bool build_frame(struct reader *reader, struct frame *frame)
{
    static const char *const known[] = {"role_play", "discussions", "times", "exercise", NULL};
    if (!reader_field(reader, "frame")) {
        reader_fault(reader, NULL, "'frame' is missing here: what the course as a whole must have");
        return false;
    }
    size_t mark = reader_enter(reader, "frame");
    bool good = reader_check_keys(reader, known);
    if (good) {
        if (!build_span_field(reader, "role_play", &frame->role_play_low, &frame->role_play_high))
            reader_fault(reader, NULL, "'role_play' is missing here: { least, most } in minutes");
        frame->discussions = reader_integer_field(reader, "discussions", true, 0, SEGMENT_MAX, 0);
        frame->exercise_minutes =
            reader_integer_field(reader, "exercise", false, 1, COURSE_MINUTES_MAX, 0);
        build_times(reader, frame);
    }
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    return good;
}

/* --------------------------------------------------------------- the course as a whole ---- */

static int minutes_of(const struct course *course, int kind)
{
    int sum = 0;
    for (int i = 0; i < course->segment_count; i++) {
        if (kind < 0 || (int)course->segments[i].kind == kind)
            sum += course->segments[i].minutes;
    }
    return sum;
}

static void check_sums(struct reader *reader, const struct course *course)
{
    const struct frame *frame = &course->frame;
    int all = minutes_of(course, -1), role_play = minutes_of(course, SEGMENT_ROLE_PLAY);
    if (all != course->minutes)
        reader_fault(reader, "minutes",
                     "the segments sum to %d minutes, not %d: %s %d somewhere, or change this", all,
                     course->minutes, all < course->minutes ? "add" : "take away",
                     all < course->minutes ? course->minutes - all : all - course->minutes);
    size_t mark = reader_enter(reader, "frame");
    if (role_play < frame->role_play_low || role_play > frame->role_play_high)
        reader_fault(reader, "role_play", "role-play takes %d minutes in all, not %d to %d",
                     role_play, frame->role_play_low, frame->role_play_high);
    reader_leave(reader, mark);
}

/* The discussions that have a time have those of the frame, in its order. */
static void check_times(struct reader *reader, const struct course *course)
{
    const struct frame *frame = &course->frame;
    int timed = 0;
    char place[48];
    for (int i = 0; i < course->segment_count; i++) {
        const struct segment *segment = &course->segments[i];
        if (segment->time_high == 0)
            continue;
        snprintf(place, sizeof place, "segments[%d].time", i + 1);
        bool same = timed < frame->timed && segment->time_low == frame->time_low[timed] &&
                    segment->time_high == frame->time_high[timed];
        if (!same && timed < frame->timed)
            reader_fault(reader, place,
                         "discussion number %d with a time: %d to %d minutes, but the frame says "
                         "%d to %d",
                         timed + 1, segment->time_low, segment->time_high, frame->time_low[timed],
                         frame->time_high[timed]);
        timed++;
    }
    if (timed != frame->timed)
        reader_fault(reader, "frame", "%d discussions have a time, but the frame lists %d", timed,
                     frame->timed);
}

static void check_kinds(struct reader *reader, const struct course *course)
{
    const struct frame *frame = &course->frame;
    int discussions = 0;
    bool written = false;
    for (int i = 0; i < course->segment_count; i++) {
        const struct segment *segment = &course->segments[i];
        discussions += segment->kind == SEGMENT_DISCUSS;
        written |= segment->kind == SEGMENT_EXERCISE && segment->minutes == frame->exercise_minutes;
    }
    size_t mark = reader_enter(reader, "frame");
    if (discussions != frame->discussions)
        reader_fault(reader, "discussions", "there are %d discussions, not %d", discussions,
                     frame->discussions);
    if (!written && frame->exercise_minutes > 0)
        reader_fault(reader, "exercise", "no segment is an exercise of %d minutes",
                     frame->exercise_minutes);
    reader_leave(reader, mark);
}

/* Runs and reports name the course by its id, and look for the file of that name. */
static void check_name(struct build *build, struct reader *reader, const char *id)
{
    const char *name = build->bundle->files[0].name;
    size_t length = strlen(name) - (strlen(name) > 4 ? strlen(".lua") : 0);
    if (strlen(id) != length || strncmp(id, name, length) != 0)
        reader_fault(reader, NULL, "this file holds course \"%s\", but its name says \"%.*s\"", id,
                     (int)length, name);
}

void build_course(struct build *build, struct reader *reader, struct course *course)
{
    static const char *const known[] = {"title", "aim",      "source", "minutes",
                                        "frame", "segments", NULL};
    int faults = reader_faults(reader);
    construct_push(reader->lua, -1, 1);
    course->id = reader_id(reader);
    lua_pop(reader->lua, 1);
    course->file = reader->file;
    if (course->id)
        check_name(build, reader, course->id);
    construct_push(reader->lua, -1, 2);
    reader_check_keys(reader, known);
    course->title = reader_text_field(reader, "title", true, "title");
    course->aim = reader_text_field(reader, "aim", true, "aim");
    course->source_count = build_strings(build, reader, "source", &course->sources);
    course->minutes = reader_integer_field(reader, "minutes", true, 1, COURSE_MINUTES_MAX, 0);
    bool framed = build_frame(reader, &course->frame);
    build_segments(build, reader, course);
    /* Sums over what is partly wrong would only repeat it. */
    if (framed && reader_faults(reader) == faults) {
        check_sums(reader, course);
        check_times(reader, course);
        check_kinds(reader, course);
    }
    lua_pop(reader->lua, 1);
}
