/* plain_course.c: takes the commands of a course a line at a time, and says what came of them. */
#include "plain/plain_course.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/words.h"
#include "class/course_account.h"
#include "class/course_words.h"

enum { LINE_SIZE = 2048, WAIT_MS = 1000, REHEARSAL_WAIT_MS = 25, ABSENT_MAX = 500 };

struct talk {
    const struct plain *plain;
    struct store *store;
    const struct course_file *file;
    struct course_run *run;
    const struct class_row *class;
    struct course_state state;
    int told;     /* segment that was announced last; -1 for none */
    bool told_up; /* ... and that its time is up */
    bool done;
    char line[LINE_SIZE]; /* read, not yet obeyed */
    size_t length;
    bool ended; /* the input */
};

/* -------------------------------------------------------------------------------- saying ---- */

static const char *words_of(const struct talk *talk, const struct text *text)
{
    return text->words[talk->plain->language];
}

static const struct segment *present_segment(const struct talk *talk)
{
    return &course_file_course(talk->file)->segments[talk->state.segment];
}

static void say_list(const struct talk *talk, const char *heading, const struct texts *texts)
{
    if (texts->count == 0)
        return;
    fprintf(talk->plain->out, "%s\n", heading);
    for (int i = 0; i < texts->count; i++)
        fprintf(talk->plain->out, "  - %s\n", words_of(talk, &texts->items[i]));
}

static void say_status(const struct talk *talk)
{
    char left[COURSE_WORDS_SIZE], class_left[COURSE_WORDS_SIZE], behind[COURSE_WORDS_SIZE];
    const struct segment *segment = present_segment(talk);
    course_left_words(talk->state.segment_left, left);
    course_left_words(talk->state.class_left, class_left);
    course_behind_words(talk->state.behind, behind);
    fprintf(talk->plain->out, _("Segment %d/%d %s: %s. Class: %s, %s. %s\n"),
            talk->state.segment + 1, course_file_course(talk->file)->segment_count,
            words_of(talk, &segment->title), left, class_left, behind,
            course_status_label(talk->state.status));
}

static void say_next(const struct talk *talk)
{
    const struct course *course = course_file_course(talk->file);
    int next = talk->state.segment + 1;
    FILE *out = talk->plain->out;
    if (next >= course->segment_count) {
        fprintf(out, "%s\n", _("Next: the end of the course"));
        return;
    }
    const struct segment *segment = &course->segments[next];
    fprintf(out,
            ngettext("Next: %s · %s (%d minute)", "Next: %s · %s (%d minutes)",
                     (unsigned long)segment->minutes),
            course_kind_label(segment->kind), words_of(talk, &segment->title), segment->minutes);
    fputc('\n', out);
}

static void say_notes(const struct talk *talk)
{
    const struct segment *segment = present_segment(talk);
    say_list(talk, _("Ask"), &segment->prompts);
    say_list(talk, _("Say and do"), &segment->notes);
    say_list(talk, _("Afterwards people can"), &segment->objectives);
}

/* What the screen would open is a command of its own here. */
static void say_activity(const struct talk *talk)
{
    const struct segment *segment = present_segment(talk);
    FILE *out = talk->plain->out;
    if (segment->exercise)
        fprintf(out, _("The exercise: yanlian exercise %s --projector --class %s\n"),
                segment->exercise, talk->class->id);
    if (segment->kind == SEGMENT_ROLE_PLAY)
        fprintf(out, _("The groups: yanlian triads --class %s --minutes %d\n"), talk->class->id,
                segment->minutes);
}

static void say_segment(struct talk *talk)
{
    const struct segment *segment = present_segment(talk);
    fprintf(talk->plain->out, "\n== %d/%d [%s] %s\n", talk->state.segment + 1,
            course_file_course(talk->file)->segment_count, course_kind_label(segment->kind),
            words_of(talk, &segment->title));
    say_status(talk);
    say_activity(talk);
    say_notes(talk);
    say_next(talk);
    fflush(talk->plain->out);
}

static void say_help(const struct talk *talk)
{
    fprintf(talk->plain->out, "%s\n",
            _("n next   b back   p pause or go on   + - a minute more or less\n"
              "w TEXT onto the board   a what a good answer holds   t the notes again\n"
              "m 3,7 absent (m alone: all are here)   s how it stands   q leave"));
}

static void complain(const struct talk *talk, const struct error *error)
{
    fprintf(talk->plain->out, "! %s\n", error->message);
}

/* ---------------------------------------------------------------------------- presence ---- */

/* "3,7" as positions of the roster; false when it is nothing of the kind. */
static bool read_positions(const char *text, int *positions, int *count)
{
    *count = 0;
    while (*text && *count < ABSENT_MAX) {
        char *end;
        long position = strtol(text, &end, 10);
        if (end == text || position < 1 || position > ABSENT_MAX)
            return false;
        positions[(*count)++] = (int)position;
        text = end + strspn(end, ", ");
    }
    return *text == '\0';
}

static bool is_among(const int *positions, int count, int position)
{
    for (int i = 0; i < count; i++) {
        if (positions[i] == position)
            return true;
    }
    return false;
}

static bool note_presence(struct talk *talk, const int *missing, int missing_count,
                          struct error *error)
{
    struct roster_entry *people;
    int count, here = 0, away = 0;
    if (!store_roster(talk->store, talk->class->id, &people, &count, error))
        return false;
    int *present = calloc((size_t)count + 1, sizeof *present);
    int *absent = calloc((size_t)count + 1, sizeof *absent);
    if (!present || !absent)
        abort();
    for (int i = 0; i < count; i++) {
        if (is_among(missing, missing_count, people[i].position))
            absent[away++] = people[i].position;
        else
            present[here++] = people[i].position;
    }
    bool done = away == missing_count ||
                error_set(error, ERROR_USAGE, _("the roster has positions from 1 to %d"), count);
    done = done &&
           course_run_present(talk->run, present, here, absent, away, course_time_now(), error);
    if (done) {
        fprintf(talk->plain->out, _("%d here, %d absent"), here, away);
        fputc('\n', talk->plain->out);
    }
    free(present);
    free(absent);
    free(people);
    return done;
}

static bool take_presence(struct talk *talk, const char *text, struct error *error)
{
    int positions[ABSENT_MAX], count;
    if (!read_positions(text, positions, &count))
        return error_set(error, ERROR_USAGE, "%s",
                         _("m takes positions of the roster, such as m 3,7"));
    return note_presence(talk, positions, count, error);
}

/* ---------------------------------------------------------------------------- commands ---- */

static bool move(struct talk *talk, char command, struct error *error)
{
    struct course_time now = course_time_now();
    switch (command) {
    case 'n':
        return course_run_next(talk->run, now, error);
    case 'b':
        return course_run_back(talk->run, now, error);
    case 'p':
        return course_run_pause(talk->run, now, error);
    case '+':
        return course_run_extend(talk->run, 1, now, error);
    default:
        return course_run_extend(talk->run, -1, now, error);
    }
}

static void show(struct talk *talk, char command)
{
    if (command == 's')
        say_status(talk);
    else if (command == 'a')
        say_list(talk, _("A good answer holds"), &present_segment(talk)->answers);
    else if (command == 't')
        say_notes(talk);
    else
        say_help(talk);
}

static void refresh(struct talk *talk)
{
    course_run_state(talk->run, course_time_now(), &talk->state);
}

/* Another segment, or its time is up: each is said once. */
static void say_changes(struct talk *talk)
{
    if (talk->state.status == COURSE_FINISHED)
        return;
    bool up = talk->state.segment_left <= 0;
    if (talk->state.segment != talk->told) {
        talk->told = talk->state.segment;
        talk->told_up = up;
        say_segment(talk);
    } else if (up && !talk->told_up) {
        talk->told_up = true;
        fprintf(talk->plain->out, "%s\n", _("The time of this segment is up."));
        fflush(talk->plain->out);
    }
}

static void obey(struct talk *talk, const char *line)
{
    struct error error = {0};
    char command = line[0];
    const char *rest = line + 1 + strspn(line + (command ? 1 : 0), " \t");
    bool alone = command && *rest == '\0', done = true;
    refresh(talk);
    if (command == '\0') {
        say_status(talk);
    } else if (command == 'q' && alone) {
        talk->done = true;
    } else if (strchr("nbp+-", command) && alone) {
        done = move(talk, command, &error);
        refresh(talk);
        if (done && strchr("p+-", command))
            say_status(talk);
        say_changes(talk);
    } else if (command == 'w' && (line[1] == ' ' || alone)) {
        done = course_run_board(talk->run, rest, course_time_now(), &error);
    } else if (command == 'm' && (line[1] == ' ' || alone)) {
        done = take_presence(talk, rest, &error);
    } else {
        show(talk, alone ? command : '?');
    }
    if (!done)
        complain(talk, &error);
    fflush(talk->plain->out);
}

/* ------------------------------------------------------------------------------ reading ---- */

/* Obeys the lines that are whole; the rest waits for its end. */
static void obey_lines(struct talk *talk)
{
    char *end;
    while (!talk->done && (end = memchr(talk->line, '\n', talk->length)) != NULL) {
        size_t whole = (size_t)(end - talk->line);
        char line[LINE_SIZE];
        memcpy(line, talk->line, whole);
        while (whole > 0 && strchr(" \t\r", line[whole - 1]))
            whole--;
        line[whole] = '\0';
        talk->length -= (size_t)(end - talk->line) + 1;
        memmove(talk->line, end + 1, talk->length);
        obey(talk, line + strspn(line, " \t"));
        if (talk->state.status == COURSE_FINISHED)
            return;
    }
}

static void read_some(struct talk *talk)
{
    size_t room = sizeof talk->line - 1 - talk->length; /* one for the last line's end */
    if (room == 0) { /* longer than any command: as if it had ended here */
        talk->line[talk->length++] = '\n';
        return;
    }
    ssize_t count = read(fileno(talk->plain->in), talk->line + talk->length, room);
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count > 0) {
        talk->length += (size_t)count;
        return;
    }
    talk->ended = true;
    if (talk->length > 0)
        talk->line[talk->length++] = '\n';
}

static void wait_for_input(struct talk *talk)
{
    struct pollfd watched = {.fd = fileno(talk->plain->in), .events = POLLIN};
    int wait = course_run_is_rehearsal(talk->run) ? REHEARSAL_WAIT_MS : WAIT_MS;
    if (poll(&watched, talk->ended ? 0 : 1, wait) > 0)
        read_some(talk);
}

/* ----------------------------------------------------------------------------- the run ---- */

/* Brings it up to this moment and says what has changed. */
static bool look(struct talk *talk, struct error *error)
{
    bool moved;
    struct course_time now = course_time_now();
    if (!course_run_advance(talk->run, now, &moved, error) ||
        !course_run_beat(talk->run, now, error))
        return false;
    course_run_state(talk->run, now, &talk->state);
    say_changes(talk);
    return true;
}

static bool begin(struct talk *talk, struct error *error)
{
    refresh(talk);
    if (talk->state.status != COURSE_WAITING)
        return true;
    say_help(talk);
    return (course_run_has_presence(talk->run) || note_presence(talk, NULL, 0, error)) &&
           course_run_start(talk->run, course_time_now(), error);
}

static bool end(struct talk *talk, struct error *error)
{
    struct course_summary summary;
    if (!course_run_leave(talk->run, course_time_now(), error))
        return false;
    if (talk->state.status != COURSE_FINISHED)
        return true;
    if (!course_summary_load(talk->store, course_run_id(talk->run), &summary, error))
        return false;
    char *text = course_account(talk->store, &summary, talk->plain->language, 76);
    fprintf(talk->plain->out, "\n%s", text);
    free(text);
    course_summary_free(&summary);
    return true;
}

bool plain_course(const struct plain *plain, struct store *store, const struct course_file *file,
                  struct course_run *run, const struct class_row *class, struct error *error)
{
    struct talk talk = {
        .plain = plain, .store = store, .file = file, .run = run, .class = class, .told = -1};
    if (!begin(&talk, error))
        return false;
    while (!talk.done) {
        if (!look(&talk, error))
            return false;
        talk.done = talk.state.status == COURSE_FINISHED ||
                    (talk.ended && talk.length == 0 && !course_run_is_rehearsal(run));
        if (talk.done)
            break;
        wait_for_input(&talk);
        obey_lines(&talk);
        refresh(&talk);
    }
    return end(&talk, error);
}
