/*
 * screen_exercise_pick.c: tasks whose parts are answered one after another by picking: cards into
 * bins, left sides with right ones, questions with choices.
 *
 * At the left all parts, with a sign of what was picked; at the right the one in hand, whole, and
 * its answers.
 */
#include <stdio.h>
#include <string.h>

#include "base/words.h"
#include "tui/screen_exercise.h"

static const char digits[] = "1234567890-=";
static const char letters[] = "abcdefghijkl";

static const char *names_of(const struct task *task)
{
    return task->kind == TASK_MATCH ? letters : digits;
}

static int part_in_hand(const struct task_state *state)
{
    return state->order[state->at];
}

/* The choice of the part in hand, made anew when that is another one. */
static void bring_choice(struct working *working, int number)
{
    struct task_state *state = &working->states[number];
    const struct task *task = working_task(working, number);
    int part = part_in_hand(state);
    uint32_t chosen = 0;
    if (state->choice && state->choice_part == part)
        return;
    int count = sitting_order_options(working->sitting, number, part, state->options);
    uint32_t options = working_answer(working, number, part)->options;
    for (int i = 0; i < count; i++) {
        state->labels[i] =
            task->parts[part].options[state->options[i]].label.words[words_language()];
        if (options >> state->options[i] & 1)
            chosen |= UINT32_C(1) << i;
    }
    choice_free(state->choice);
    state->choice = choice_new(state->labels, count, names_of(task),
                               task->parts[part].kind == PART_SET, chosen);
    state->choice_part = part;
}

static void begin(struct working *working, int number)
{
    struct task_state *state = &working->states[number];
    choice_free(state->choice);
    state->choice = NULL;
    state->count = sitting_order_parts(working->sitting, number, state->order);
    for (state->at = 0; state->at + 1 < state->count; state->at++)
        if (!working_answer(working, number, part_in_hand(state))->given)
            break;
}

/* ----------------------------------------------------------------------------- drawing ---- */

/* What was picked: the names of the answers, in the order they are shown; "·" for nothing. */
static void picked(struct working *working, int number, int part, char out[OPTION_MAX + 4])
{
    int options[OPTION_MAX];
    size_t length = 0;
    const char *names = names_of(working_task(working, number));
    const struct part_answer *answer = working_answer(working, number, part);
    int count = sitting_order_options(working->sitting, number, part, options);
    for (int i = 0; answer->given && i < count; i++)
        if (answer->options >> options[i] & 1)
            out[length++] = names[i];
    out[length] = '\0';
    if (length == 0)
        snprintf(out, OPTION_MAX + 4, "·");
}

static void draw_list(struct working *working, struct canvas *canvas, struct area area, int number)
{
    struct task_state *state = &working->states[number];
    const struct task *task = working_task(working, number);
    int step = working->room && 2 * state->count <= area.rows ? 2 : 1;
    int rows = area.rows / step;
    if (state->at < state->top)
        state->top = state->at;
    if (state->at >= state->top + rows)
        state->top = state->at - rows + 1;
    for (int i = state->top; i < state->count && i < state->top + rows; i++) {
        bool current = i == state->at;
        enum ink ink = current ? INK_SELECTED : INK_PLAIN;
        char names[OPTION_MAX + 4];
        struct area row = {area.y + (i - state->top) * step, area.x, 1, area.cols};
        picked(working, number, state->order[i], names);
        if (current)
            canvas_fill(canvas, row, ink);
        canvas_printf(canvas, row.y, row.x, row.cols, ink, "%c%-2s %s", current ? '>' : ' ', names,
                      task->parts[state->order[i]].label.words[words_language()]);
        canvas_zone(canvas, row, ZONE_PARTS + i);
    }
    if (state->top > 0)
        canvas_text(canvas, area.y, area.x + area.cols, 1, INK_STRONG, "↑");
    if (state->top + rows < state->count)
        canvas_text(canvas, area.y + area.rows - 1, area.x + area.cols, 1, INK_STRONG, "↓");
}

static const char *list_title(const struct task *task)
{
    switch (task->kind) {
    case TASK_CLASSIFY:
        return _("Cards");
    case TASK_MATCH:
        return _("Left side");
    default:
        return _("Questions");
    }
}

static void draw_hand(struct working *working, struct canvas *canvas, struct area box, int number)
{
    const struct task_state *state = &working->states[number];
    const struct task *task = working_task(working, number);
    struct area inside = area_inside(box);
    char title[64];
    snprintf(title, sizeof title, _("%d of %d"), state->at + 1, state->count);
    canvas_box(canvas, box, title);
    const char *label = task->parts[part_in_hand(state)].label.words[words_language()];
    int used = canvas_wrap(canvas, (struct area){inside.y, inside.x, inside.rows / 2, inside.cols},
                           INK_STRONG, label);
    if (task->parts[part_in_hand(state)].kind == PART_SET) {
        canvas_text(canvas, inside.y + used, inside.x, inside.cols, INK_FAINT,
                    _("Several may be right: mark them all."));
        used++;
    }
    used++;
    struct area answers = {inside.y + used, inside.x, inside.rows - used, inside.cols};
    /* Spaced out on the projector, where all fit so. */
    int gap = working->room ? 1 : 0;
    int lines = 0;
    for (int i = 0; i < task->parts[part_in_hand(state)].option_count; i++)
        lines += gap + wrapped_lines(state->labels[i], answers.cols - 7);
    choice_draw(state->choice, canvas, answers, lines > answers.rows ? 0 : gap, 0);
}

static void draw(struct working *working, struct canvas *canvas, struct area area, int number)
{
    int left = area.cols * 2 / 5 < 40 ? area.cols * 2 / 5 : 40;
    struct area list = {area.y, area.x, area.rows, left};
    bring_choice(working, number);
    canvas_box(canvas, list, list_title(working_task(working, number)));
    struct area inside = area_inside(list);
    draw_list(working, canvas, (struct area){inside.y, inside.x - 1, inside.rows, inside.cols + 2},
              number);
    draw_hand(working, canvas, (struct area){area.y, area.x + left, area.rows, area.cols - left},
              number);
}

/* ------------------------------------------------------------------------------- input ---- */

static void go(struct working *working, int number, int at)
{
    struct task_state *state = &working->states[number];
    state->at = at < 0 ? 0 : at >= state->count ? state->count - 1 : at;
    bring_choice(working, number);
}

/* To the next part, or from the last one to the next page. */
static void go_on(struct working *working, int number)
{
    struct task_state *state = &working->states[number];
    if (state->at + 1 < state->count)
        go(working, number, state->at + 1);
    else
        working_next_page(working);
}

static void keep(struct working *working, int number)
{
    struct task_state *state = &working->states[number];
    struct part_answer answer = {0};
    uint32_t chosen = choice_chosen(state->choice);
    for (int i = 0; i < OPTION_MAX; i++)
        if (chosen >> i & 1)
            answer.options |= UINT32_C(1) << state->options[i];
    answer.given = answer.options != 0;
    working_set(working, number, part_in_hand(state), &answer);
}

static void take_away(struct working *working, int number)
{
    struct task_state *state = &working->states[number];
    working_set(working, number, part_in_hand(state), &(struct part_answer){0});
    choice_free(state->choice);
    state->choice = NULL;
    bring_choice(working, number);
}

static bool key(struct working *working, int number, int pressed)
{
    struct task_state *state = &working->states[number];
    const struct task *task = working_task(working, number);
    bool several = task->parts[part_in_hand(state)].kind == PART_SET;
    bring_choice(working, number);
    if (pressed == KEYCAP_LEFT || pressed == KEYCAP_RIGHT) {
        go(working, number, state->at + (pressed == KEYCAP_LEFT ? -1 : 1));
        return true;
    }
    if (pressed == KEYCAP_DELETE || pressed == KEYCAP_BACKSPACE) {
        take_away(working, number);
        return true;
    }
    if (task->kind != TASK_MATCH && (pressed == 'j' || pressed == 'k'))
        pressed = pressed == 'j' ? KEYCAP_DOWN : KEYCAP_UP;
    switch (choice_key(state->choice, pressed)) {
    case CHOICE_MOVED:
        return true;
    case CHOICE_TAKEN:
        keep(working, number);
        if (!several && pressed != ' ')
            go_on(working, number);
        return true;
    default:
        break;
    }
    if (pressed != KEYCAP_ENTER)
        return false;
    go_on(working, number);
    return true;
}

static void click(struct working *working, int number, int zone)
{
    struct task_state *state = &working->states[number];
    bring_choice(working, number);
    if (zone >= ZONE_PARTS) {
        go(working, number, zone - ZONE_PARTS);
        return;
    }
    choice_take(state->choice, zone);
    keep(working, number);
}

#define SHARED \
    (COMMAND_BIT(EX_OPTION) | COMMAND_BIT(EX_PART) | COMMAND_BIT(EX_EMPTY) | COMMAND_BIT(EX_NEXT))

const struct exercise_face exercise_pick_face = {
    .begin = begin,
    .draw = draw,
    .key = key,
    .click = click,
    .commands = SHARED | COMMAND_BIT(EX_DIGIT),
};

const struct exercise_face exercise_match_face = {
    .begin = begin,
    .draw = draw,
    .key = key,
    .click = click,
    .commands = SHARED | COMMAND_BIT(EX_LETTER),
};

const struct exercise_face exercise_ask_face = {
    .begin = begin,
    .draw = draw,
    .key = key,
    .click = click,
    .commands = SHARED | COMMAND_BIT(EX_DIGIT) | COMMAND_BIT(EX_MARK),
};
