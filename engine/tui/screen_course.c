/* screen_course.c: keys of the course, and the way to its exercises and its role-play. */
#include "tui/screen_course.h"

#include <stdlib.h>
#include <string.h>

#include "class/course_check.h"
#include "class/course_words.h"
#include "class/exercise_sitting.h"
#include "class/triads_plan.h"
#include "tui/overlay.h"
#include "tui/screen_home.h"

enum {
    REHEARSAL_WAIT_MS = 25, /* in a rehearsal a second passes sooner than it can be shown */
    MESSAGE_SIZE = 512,
    BOARD_PASTE_LINES = 50,
    NARROW_COLS = 76, /* below, the key line keeps what a class needs most */
};

struct running {
    struct tui *tui;
    struct store *store;
    const struct course_sitting *sitting;
    struct course_file *file;
    struct course_run *run;
    struct class_row class;
    struct course_state state;
    struct course_time now;
    struct course_drawn drawn;
    int shown;      /* the segment that the notes were drawn for */
    char *activity; /* what it opens; NULL: nothing */
    int top;
    bool answers;
    struct entry *entry; /* the board is being written on */
    struct entry_field field;
    char words[COURSE_BOARD_MAX + 1];
    char message[MESSAGE_SIZE];
    enum ink message_ink;
    bool help, asking; /* asking: whether to finish */
    int help_top, chosen;
    bool done;
};

static const struct segment *present_segment(const struct running *running)
{
    return &course_file_course(running->file)->segments[running->state.segment];
}

/* ------------------------------------------------------------------------------ messages ---- */

static void say(struct running *running, const char *words)
{
    snprintf(running->message, sizeof running->message, "%s", words);
    running->message_ink = INK_STRONG;
}

static void complain(struct running *running, const struct error *error)
{
    describe_error(error, running->message, sizeof running->message);
    running->message_ink = INK_BAD;
}

/* What happened to an event: the words when it is in the log, else why it is not. */
static void tell(struct running *running, bool done, const struct error *error, const char *words)
{
    if (done)
        say(running, words);
    else
        complain(running, error);
}

static void say_resumed(struct running *running)
{
    char text[MESSAGE_SIZE], span[COURSE_WORDS_SIZE];
    bool crashed;
    int64_t away = course_run_was_away(running->run, &crashed);
    if (away < 0)
        return;
    course_span_words(away, span);
    snprintf(text, sizeof text,
             crashed ? _("Goes on where it broke off; %s in between do not count.")
                     : _("Goes on where it was left, %s ago."),
             span);
    say(running, text);
}

/* ------------------------------------------------------------------------------- drawing ---- */

static uint64_t hidden_keys(const struct running *running)
{
    const struct segment *segment = present_segment(running);
    bool opens = segment->exercise || segment->kind == SEGMENT_ROLE_PLAY;
    bool narrow = canvas_cols(terminal_present(running->tui)) < NARROW_COLS;
    uint64_t hidden = opens ? 0 : COMMAND_BIT(COURSE_KEY_OPEN);
    if (segment->answers.count == 0 || (narrow && opens))
        hidden |= COMMAND_BIT(COURSE_KEY_ANSWERS);
    if (narrow)
        hidden |= COMMAND_BIT(COURSE_KEY_MORE) | COMMAND_BIT(COURSE_KEY_BACK);
    return hidden;
}

static void draw_overlay(struct running *running)
{
    static const char *const answers[] = {N_("Not yet"), N_("Finish the course")};
    const char *const shown[] = {_(answers[0]), _(answers[1])};
    if (running->help)
        keys_help(course_key_table, running->tui, 0,
                  _("Behind and ahead compare the end of the class, if all that is still to come "
                    "takes its planned time, with the end as planned."),
                  &running->help_top);
    else if (running->asking)
        overlay_ask(running->tui, _("The end"),
                    _("This was the last segment. Once it is finished, nothing can be added."),
                    shown, 2, running->chosen);
    else
        terminal_no_overlay(running->tui);
}

static void draw(struct running *running)
{
    struct course_view view = {
        .course = course_file_course(running->file),
        .file = running->file,
        .run = running->run,
        .state = &running->state,
        .class_title = running->class.title,
        .language = words_language(),
        .wall = running->now.wall,
        .activity = running->activity,
        .answers = running->answers,
        .top = running->top,
        .message = running->message,
        .message_ink = running->message_ink,
        .entry = running->entry,
        .hidden = hidden_keys(running),
        .faint = running->state.segment == 0 ? COMMAND_BIT(COURSE_KEY_BACK) : 0,
    };
    course_draw(&view, terminal_canvas(running->tui), &running->drawn);
    running->top = running->drawn.top;
    draw_overlay(running);
    terminal_show(running->tui);
}

/* -------------------------------------------------------------------------------- time ---- */

/* Brings everything up to this moment; what is then shown has been written down. */
static void look(struct running *running)
{
    struct error error = {0};
    bool moved = false;
    running->now = course_time_now();
    if (!course_run_advance(running->run, running->now, &moved, &error) ||
        !course_run_beat(running->run, running->now, &error))
        complain(running, &error);
    course_run_state(running->run, running->now, &running->state);
    if (running->state.segment == running->shown)
        return;
    running->shown = running->state.segment;
    running->top = 0;
    running->answers = false;
    free(running->activity);
    running->activity =
        running->shown < 0 ? NULL : course_activity(present_segment(running), words_language());
}

/* While another screen is shown. */
static void tick(void *data)
{
    const struct running *running = data;
    course_run_beat(running->run, course_time_now(), NULL);
}

static int wait_ms(const struct running *running)
{
    if (running->state.status != COURSE_RUNNING)
        return 1000;
    if (course_run_is_rehearsal(running->run))
        return REHEARSAL_WAIT_MS;
    return (int)(1000 - running->state.clock % 1000) + 1;
}

/* ------------------------------------------------------------------------------ the board ---- */

static void close_board(struct running *running)
{
    entry_free(running->entry);
    running->entry = NULL;
}

static void open_board(struct running *running)
{
    close_board(running);
    running->words[0] = '\0';
    running->field = (struct entry_field){
        .kind = ENTRY_TEXT, .text = running->words, .size = sizeof running->words};
    running->entry = entry_new(&running->field, 1);
    say(running, "");
}

/* Answers are called out one after another: after each the line is empty again. */
static void note_answer(struct running *running)
{
    struct error error = {0};
    if (running->words[0] == '\0') {
        close_board(running);
        return;
    }
    if (course_run_board(running->run, running->words, course_time_now(), &error)) {
        open_board(running);
        return;
    }
    close_board(running);
    complain(running, &error);
}

/*
 * One answer a line; the last waits for its Enter unless it has a line end, too. What is on the
 * board stays there, so a paste that no class called out goes no further than BOARD_PASTE_LINES.
 */
static void paste_board(struct running *running, const char *text)
{
    int lines = 0;
    bool cut = false;
    while (running->entry && *text && lines < BOARD_PASTE_LINES) {
        size_t length = strcspn(text, "\n");
        char *line = strndup(text, length);
        if (!line)
            abort();
        entry_paste(running->entry, line);
        free(line);
        text += length;
        if (*text == '\0' || !running->entry)
            break;
        text++;
        cut |= entry_full(running->entry);
        if (running->words[0]) {
            note_answer(running);
            lines++;
        }
    }
    if (running->entry && (cut || (*text && lines == BOARD_PASTE_LINES)))
        say(running, _("too much: not all is noted"));
}

static void write_board(struct running *running, const struct input *input)
{
    if (input->kind == INPUT_PASTE)
        paste_board(running, input->text);
    if (input->kind != INPUT_KEY)
        return;
    if (input->key == KEYCAP_ESCAPE)
        close_board(running);
    else if (input->key == KEYCAP_ENTER)
        note_answer(running);
    else if (entry_key(running->entry, input->key))
        say(running, "");
}

/* ---------------------------------------------------------------------------- activities ---- */

static bool open_triads(struct running *running, struct error *error)
{
    const struct segment *segment = present_segment(running);
    struct triads_asked asked = {
        .class = running->class.id,
        .minutes = segment->minutes,
        .absent = course_run_absent(running->run),
        .scenarios = segment->scenarios,
        .scenario_count = segment->scenario_count,
        .speed = course_run_plan(running->run)->speed,
    };
    return tui_triads(running->tui, running->store, &asked, error);
}

static bool open_exercise(struct running *running, struct error *error)
{
    struct exercise_sitting sitting = {.exercise = present_segment(running)->exercise,
                                       .class = running->class.id,
                                       .journal = course_run_id(running->run)};
    return tui_exercise(running->tui, running->store, &sitting, error);
}

static void open_activity(struct running *running)
{
    const struct segment *segment = present_segment(running);
    const char *id = segment->exercise ? segment->exercise : "";
    struct error error = {0};
    if (!segment->exercise && segment->kind != SEGMENT_ROLE_PLAY) {
        say(running, _("There is nothing to open in this segment."));
        return;
    }
    say(running, "");
    if (!course_run_activity(running->run, id, true, course_time_now(), &error)) {
        complain(running, &error);
        return;
    }
    terminal_set_tick(running->tui,
                      course_run_is_rehearsal(running->run) ? REHEARSAL_WAIT_MS : 1000, tick,
                      running);
    bool done = segment->exercise ? open_exercise(running, &error) : open_triads(running, &error);
    terminal_set_tick(running->tui, 0, NULL, NULL);
    terminal_no_overlay(running->tui);
    if (!done)
        complain(running, &error);
    if (!course_run_activity(running->run, id, false, course_time_now(), &error))
        complain(running, &error);
}

/* ---------------------------------------------------------------------------------- keys ---- */

static void finish_or_next(struct running *running)
{
    struct error error = {0};
    const struct course *course = course_file_course(running->file);
    if (running->state.segment + 1 >= course->segment_count) {
        running->asking = true;
        running->chosen = 0;
        return;
    }
    tell(running, course_run_next(running->run, course_time_now(), &error), &error, "");
}

static void extend(struct running *running, int minutes)
{
    struct error error = {0};
    bool done = course_run_extend(running->run, minutes, course_time_now(), &error);
    tell(running, done, &error,
         minutes > 0 ? _("One minute more for this segment.") : _("One minute taken back."));
}

static void pause_or_resume(struct running *running)
{
    struct error error = {0};
    bool paused = running->state.status == COURSE_PAUSED;
    bool done = course_run_pause(running->run, course_time_now(), &error);
    tell(running, done, &error,
         paused ? _("The clock goes on.") : _("The clock stands. Space lets it go on."));
}

static void note_presence(struct running *running)
{
    struct error error = {0};
    terminal_set_tick(running->tui,
                      course_run_is_rehearsal(running->run) ? REHEARSAL_WAIT_MS : 1000, tick,
                      running);
    enum presence_outcome outcome =
        screen_presence(running->tui, running->store, running->run, running->class.id, &error);
    terminal_set_tick(running->tui, 0, NULL, NULL);
    if (error.code != ERROR_NONE)
        complain(running, &error);
    else if (outcome == PRESENCE_NOTED)
        say(running, _("Noted who is here."));
}

static void obey(struct running *running, int command)
{
    struct error error = {0};
    say(running, ""); /* what was said of the last key */
    switch (command) {
    case COURSE_KEY_UP:
        running->top--;
        break;
    case COURSE_KEY_DOWN:
        running->top++;
        break;
    case COURSE_KEY_PAGE_UP:
        running->top -= running->drawn.rows - 1;
        break;
    case COURSE_KEY_PAGE_DOWN:
        running->top += running->drawn.rows - 1;
        break;
    case COURSE_KEY_NEXT:
        finish_or_next(running);
        break;
    case COURSE_KEY_BACK:
        tell(running, course_run_back(running->run, course_time_now(), &error), &error, "");
        break;
    case COURSE_KEY_PAUSE:
        pause_or_resume(running);
        break;
    case COURSE_KEY_MORE:
        extend(running, 1);
        break;
    case COURSE_KEY_LESS:
        extend(running, -1);
        break;
    case COURSE_KEY_ANSWERS:
        running->answers = !running->answers;
        break;
    case COURSE_KEY_BOARD:
        open_board(running);
        break;
    case COURSE_KEY_OPEN:
        open_activity(running);
        break;
    case COURSE_KEY_PRESENT:
        note_presence(running);
        break;
    case COURSE_KEY_HELP:
        running->help = true;
        running->help_top = 0;
        break;
    case COURSE_KEY_LEAVE:
        running->done = true;
        break;
    default:
        break;
    }
}

/* The question whether to finish: 0 not yet, 1 finish. */
static void answer_end(struct running *running, const struct input *input)
{
    struct error error = {0};
    int chosen = input->kind == INPUT_CLICK ? terminal_zone(running->tui, input) : -1;
    if (input->kind == INPUT_KEY) {
        if (input->key == KEYCAP_UP || input->key == 'k')
            running->chosen = 0;
        else if (input->key == KEYCAP_DOWN || input->key == 'j')
            running->chosen = 1;
        else if (input->key == KEYCAP_ENTER)
            chosen = running->chosen;
        else
            chosen = input->key - '1';
        if (input->key == KEYCAP_ESCAPE)
            running->asking = false;
    }
    if (chosen != 0 && chosen != 1)
        return;
    running->asking = false;
    if (chosen == 1 && !course_run_next(running->run, course_time_now(), &error))
        complain(running, &error);
}

static void answer(struct running *running, const struct input *input)
{
    if (running->help) {
        running->help = keys_help_input(input, &running->help_top);
    } else if (running->asking) {
        answer_end(running, input);
    } else if (running->entry) {
        write_board(running, input);
    } else if (input->kind == INPUT_WHEEL) {
        running->top += 2 * input->wheel;
    } else {
        int command = keys_command(course_key_table, running->tui, input);
        if (input->kind == INPUT_KEY || command >= 0)
            obey(running, command);
    }
}

/* ------------------------------------------------------------------------------- the run ---- */

/* Until it is left, finished, or the program is asked to end. */
static void run_on(struct running *running)
{
    struct input input;
    while (!running->done) {
        look(running);
        if (running->state.status == COURSE_FINISHED)
            return;
        draw(running);
        terminal_read(running->tui, wait_ms(running), &input);
        if (input.kind == INPUT_STOP)
            running->done = true;
        else if (input.kind != INPUT_NONE)
            answer(running, &input);
        running->done |= tui_stop_signal() != 0; /* while another screen was shown */
    }
}

/* Who is here, and then the clock starts. False: not today, or an error. */
static bool start(struct running *running, struct error *error)
{
    course_run_state(running->run, course_time_now(), &running->state);
    if (running->state.status != COURSE_WAITING)
        return true;
    return screen_presence(running->tui, running->store, running->run, running->class.id, error) ==
               PRESENCE_NOTED &&
           course_run_start(running->run, course_time_now(), error);
}

static struct course_run *open_run(struct running *running, struct error *error)
{
    const struct course_sitting *sitting = running->sitting;
    struct course_begin begin = {
        .class = sitting->class, .trainer = sitting->trainer->id, .speed = sitting->speed};
    return sitting->resume
               ? course_run_open(running->store, running->file, sitting->resume, course_time_now(),
                                 error)
               : course_run_begin(running->store, running->file, &begin, course_time_now(), error);
}

static bool run_whole(struct running *running, struct error *error)
{
    struct error starting = {0};
    running->run = open_run(running, error);
    if (!running->run)
        return false;
    if (!start(running, &starting)) {
        if (error)
            *error = starting;
        return starting.code == ERROR_NONE;
    }
    say_resumed(running);
    run_on(running);
    close_board(running);
    terminal_no_overlay(running->tui);
    bool done = course_run_leave(running->run, course_time_now(), error);
    if (done && running->state.status == COURSE_FINISHED)
        screen_course_summary(running->tui, running->store, course_run_id(running->run));
    return done;
}

bool tui_course(struct tui *tui, struct store *store, struct library *library,
                const struct course_sitting *sitting, struct error *error)
{
    struct running running = {.tui = tui, .store = store, .sitting = sitting, .shown = -1};
    (void)library; /* scenarios are found by the screens that play them */
    if (!store_class(store, sitting->class, &running.class, error))
        return false;
    running.file = course_find(sitting->course, error);
    if (!running.file)
        return false;
    bool done = run_whole(&running, error);
    free(running.activity);
    course_run_free(running.run);
    course_file_free(running.file);
    return done;
}
