/*
 * screen_exercise.c: an exercise on the screen: its pages, its keys, and handing in.
 */
#include "tui/screen_exercise.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/words.h"
#include "class/exercise_words.h"
#include "tui/overlay.h"
#include "tui/screen_home.h"
#include "tui/tui_class.h"

static const struct exercise_face *const faces[TASK_KIND_COUNT] = {
    [TASK_CLASSIFY] = &exercise_pick_face, [TASK_ORDER] = &exercise_order_face,
    [TASK_MATCH] = &exercise_match_face,   [TASK_TABLE] = &exercise_table_face,
    [TASK_FORM] = &exercise_form_face,     [TASK_CHOOSE] = &exercise_ask_face,
};

const struct exercise_face *exercise_face(const struct working *working, int task)
{
    return faces[working_task(working, task)->kind];
}

const struct task *working_task(const struct working *working, int task)
{
    return &sitting_exercise(working->sitting)->tasks[task];
}

const struct part_answer *working_answer(const struct working *working, int task, int part)
{
    return &sitting_answer(working->sitting)->parts[task][part];
}

static void say_error(struct working *working, const struct error *error)
{
    describe_error(error, working->notice, sizeof working->notice);
}

void working_set(struct working *working, int task, int part, const struct part_answer *answer)
{
    struct error error = {0};
    if (!sitting_set(working->sitting, task, part, answer, &error))
        say_error(working, &error);
}

void working_typed(struct working *working, int task, int field)
{
    const struct task_state *state = &working->states[task];
    struct part_answer answer = {0};
    int index = state->field_parts[field];
    const struct part *part = &working_task(working, task)->parts[index];
    if (part->kind == PART_CHOICE) {
        int option = state->choice_options[field][state->fields[field].choice];
        answer.given = option >= 0;
        answer.options = option >= 0 ? UINT32_C(1) << option : 0;
    } else if (part->kind == PART_NUMBER) {
        answer.given = exercise_parse_number(state->texts[field], &answer.number);
    } else {
        snprintf(answer.words, sizeof answer.words, "%s", state->texts[field]);
        answer.given = answer.words[0] != '\0';
    }
    working_set(working, task, index, &answer);
}

void working_count(const struct working *working, int task, int *answered, int *asked)
{
    const struct task *of = working_task(working, task);
    *answered = *asked = 0;
    for (int i = 0; i < of->part_count; i++) {
        if (of->parts[i].kind == PART_GIVEN || of->parts[i].kind == PART_TOTAL)
            continue;
        ++*asked;
        *answered += working_answer(working, task, i)->given;
    }
}

/* ----------------------------------------------------------------------------------- pages ---- */

static void go_to_page(struct working *working, int page)
{
    int before = working->page - 1;
    if (before >= 0 && before + 2 < working->pages)
        working->states[before].held = false;
    working->page = page < 0 ? 0 : page >= working->pages ? working->pages - 1 : page;
}

void working_next_page(struct working *working)
{
    go_to_page(working, working->page + 1);
}

static void hand_in(struct working *working)
{
    struct error error = {0};
    if (sitting_hand_in(working->sitting, &error))
        working->done = true;
    else
        say_error(working, &error);
}

static bool on_task(const struct working *working)
{
    return working->page > 0 && working->page + 1 < working->pages;
}

static void draw(struct working *working)
{
    exercise_draw(working, terminal_canvas(working->tui));
    if (working->notice[0])
        overlay_notice(working->tui, _("Exercise"), working->notice, _("any key: close"));
    else if (!working->help)
        terminal_no_overlay(working->tui);
    terminal_show(working->tui);
}

/* ----------------------------------------------------------------------------------- input ---- */

/* Keys of the page to read, which scroll. */
static bool scroll(struct working *working, int key)
{
    if (working->page != 0)
        return false;
    if (key == KEYCAP_UP || key == 'k')
        working->top--;
    else if (key == KEYCAP_DOWN || key == 'j')
        working->top++;
    else
        return false;
    return true;
}

static void obey(struct working *working, int command)
{
    switch (command) {
    case EX_NEXT:
    case EX_START:
    case EX_HAND_IN:
        if (working->page + 1 == working->pages)
            hand_in(working);
        else
            working_next_page(working);
        break;
    case EX_PAGE:
        working_next_page(working);
        break;
    case EX_BACK:
    case EX_REVISE:
        go_to_page(working, working->page - 1);
        break;
    case EX_HELP:
        working->help = true;
        working->help_top = 0;
        break;
    case EX_LEAVE:
        working->done = true;
        break;
    default:
        break;
    }
}

static void click(struct working *working, const struct input *input)
{
    int zone = terminal_zone(working->tui, input);
    if (zone < 0 || zone >= ZONE_KEYS)
        return;
    if (on_task(working))
        exercise_face(working, working->page - 1)->click(working, working->page - 1, zone);
    else if (zone == ZONE_PAGES)
        hand_in(working);
    else if (zone > ZONE_PAGES)
        go_to_page(working, zone - ZONE_PAGES);
}

static void answer(struct working *working, const struct input *input)
{
    if (working->help) {
        working->help = keys_help_input(input, &working->help_top);
        return;
    }
    if (working->notice[0]) {
        if (input->kind == INPUT_KEY || input->kind == INPUT_CLICK)
            working->notice[0] = '\0';
        return;
    }
    int task = working->page - 1;
    if (input->kind == INPUT_WHEEL && working->page == 0)
        working->top += 2 * input->wheel;
    if (input->kind == INPUT_KEY && on_task(working) &&
        exercise_face(working, task)->key(working, task, input->key))
        return;
    if (input->kind == INPUT_PASTE && on_task(working) && exercise_face(working, task)->paste)
        exercise_face(working, task)->paste(working, task, input->text);
    if (input->kind == INPUT_KEY && scroll(working, input->key))
        return;
    int command = keys_command(exercise_key_table, working->tui, input);
    if (command >= 0)
        obey(working, command);
    else if (input->kind == INPUT_CLICK)
        click(working, input);
}

/* ----------------------------------------------------------------------------------- whole ---- */

static void begin(struct working *working)
{
    const struct exercise *exercise = sitting_exercise(working->sitting);
    working->pages = exercise->task_count + 2;
    working->began_ms = clock_monotonic_ms();
    for (int i = 0; i < exercise->task_count; i++) {
        const struct exercise_face *face = exercise_face(working, i);
        if (face->begin)
            face->begin(working, i);
    }
}

static void end(struct working *working)
{
    for (int i = 0; i < TASK_MAX; i++) {
        choice_free(working->states[i].choice);
        entry_free(working->states[i].entry);
    }
    terminal_no_overlay(working->tui);
}

static void run(struct working *working)
{
    begin(working);
    while (!working->done) {
        struct input input;
        draw(working);
        terminal_read(working->tui, 1000, &input);
        if (input.kind == INPUT_STOP)
            working->done = true;
        else
            answer(working, &input);
    }
    end(working);
}

bool tui_exercise(struct tui *tui, struct store *store, const struct exercise_sitting *who,
                  struct error *error)
{
    struct working *working = calloc(1, sizeof *working);
    if (!working)
        abort();
    working->tui = tui;
    working->room = !who->person;
    working->sitting = sitting_begin(store, who, words_language(), error);
    bool begun = working->sitting != NULL;
    if (begun)
        run(working);
    if (begun && sitting_is_done(working->sitting))
        exercise_result(tui, working->sitting);
    sitting_close(working->sitting);
    free(working);
    return begun;
}

void tui_exercise_result(struct tui *tui, const struct sitting *sitting)
{
    exercise_result(tui, sitting);
}
