/* screen_marking_adjust.c: which verdict, to what, and why. */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "tui/overlay.h"
#include "tui/screen_grade.h"
#include "tui/typing.h"

struct adjusting {
    struct tui *tui;
    struct marking *marking;
    int rules[RULE_MAX]; /* the chosen turn's first, then those called for, then the rest */
    int count;
    char reason[COMMENT_BYTES + 1];
    struct canvas *(*below)(void *data);
    void *data;
};

/* ------------------------------------------------------------------------- which verdict ---- */

static bool is_of_turn(const struct debrief_rule *judged, int turn)
{
    for (int i = 0; i < judged->turn_count; i++) {
        if (judged->turns[i] == turn)
            return true;
    }
    return false;
}

static void gather_rules(struct adjusting *adjusting, const struct marking_view *view)
{
    const struct rule *rules = adjusting->marking->paper->scenario->rules;
    for (int of_turn = 1; of_turn >= 0; of_turn--) {
        for (int i = 0; i < view->debrief->rule_count; i++) {
            const struct debrief_rule *judged = &view->debrief->rules[i];
            if (is_of_turn(judged, view->turn) == (of_turn == 1))
                adjusting->rules[adjusting->count++] = (int)(judged->rule - rules);
        }
    }
}

static void draw_rules(const struct adjusting *adjusting, int chosen)
{
    struct sheet *sheet = sheet_new(overlay_cols(adjusting->tui));
    for (int i = 0; i < adjusting->count; i++) {
        int rule = adjusting->rules[i];
        const struct rule *judged = &adjusting->marking->paper->scenario->rules[rule];
        struct buffer text = {0};
        buffer_printf(&text, "%s%s%s%s", judged->title.words[words_language()],
                      judged->critical ? _(" [critical]") : "", _(": "),
                      verdict_label(marking_verdict(adjusting->marking, rule)));
        sheet_add(sheet, &(struct paragraph){.label = i == chosen ? ">" : " ",
                                             .label_ink = INK_STRONG,
                                             .indent = 2,
                                             .text = text.data,
                                             .ink = i == chosen ? INK_STRONG : INK_PLAIN,
                                             .tag = i});
        buffer_free(&text);
    }
    int top = sheet_find(sheet, chosen) - 3;
    adjusting->below(adjusting->data);
    overlay_draw(adjusting->tui, _("Which verdict?"), sheet, _("Enter: this one · Esc: back"),
                 &top);
    terminal_show(adjusting->tui);
    sheet_free(sheet);
}

/* How a key moves in a list; 0: not at all. */
static int step_of(const struct input *input, int page)
{
    if (input->kind == INPUT_WHEEL)
        return input->wheel;
    if (input->kind != INPUT_KEY)
        return 0;
    switch (input->key) {
    case KEYCAP_UP:
    case 'k':
        return -1;
    case KEYCAP_DOWN:
    case 'j':
        return 1;
    case KEYCAP_PAGE_UP:
        return -page;
    case KEYCAP_PAGE_DOWN:
        return page;
    default:
        return 0;
    }
}

static bool is_leaving(const struct input *input)
{
    return input->kind == INPUT_STOP ||
           (input->kind == INPUT_KEY && (input->key == KEYCAP_ESCAPE || input->key == 'q'));
}

/* The rule; -1 when it was left. */
static int ask_rule(const struct adjusting *adjusting)
{
    enum { PAGE = 8 };
    struct input input;
    int chosen = 0;
    for (;;) {
        draw_rules(adjusting, chosen);
        terminal_read(adjusting->tui, -1, &input);
        if (is_leaving(&input))
            return -1;
        if (input.kind == INPUT_KEY && input.key == KEYCAP_ENTER)
            return adjusting->rules[chosen];
        chosen += step_of(&input, PAGE);
        chosen = chosen >= adjusting->count ? adjusting->count - 1 : chosen;
        chosen = chosen < 0 ? 0 : chosen;
    }
}

/* --------------------------------------------------------------------------------- to what ---- */

struct offers {
    enum verdict verdicts[4];
    const char *labels[4];
    int count;
};

/* All but the present one; the machine's own, when that is another, too. */
static struct offers make_offers(const struct marking *marking, int rule)
{
    const enum verdict all[] = {VERDICT_KEPT, VERDICT_BROKEN, VERDICT_NOT_ACTIVATED,
                                VERDICT_PARTLY};
    struct offers offers = {0};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        bool offered = all[i] != VERDICT_PARTLY || marking_machine(marking, rule) == all[i];
        if (!offered || all[i] == marking_verdict(marking, rule))
            continue;
        offers.labels[offers.count] = verdict_label(all[i]);
        offers.verdicts[offers.count++] = all[i];
    }
    return offers;
}

static bool ask_verdict(const struct adjusting *adjusting, int rule, enum verdict *verdict)
{
    struct offers offers = make_offers(adjusting->marking, rule);
    const struct rule *judged = &adjusting->marking->paper->scenario->rules[rule];
    struct input input;
    struct buffer text = {0};
    int chosen = 0;
    bool open = true, taken = false;
    buffer_printf(&text, _("%s is: %s. It becomes:"), judged->title.words[words_language()],
                  verdict_label(marking_verdict(adjusting->marking, rule)));
    while (open) {
        adjusting->below(adjusting->data);
        overlay_ask(adjusting->tui, _("Adjust a verdict"), text.data, offers.labels, offers.count,
                    chosen);
        terminal_show(adjusting->tui);
        terminal_read(adjusting->tui, -1, &input);
        int zone = input.kind == INPUT_CLICK ? terminal_zone(adjusting->tui, &input) : -1;
        bool digit = input.kind == INPUT_KEY && input.key > '0' && input.key <= '0' + offers.count;
        if (digit || (zone >= 0 && zone < offers.count))
            chosen = digit ? input.key - '1' : zone;
        taken = digit || zone >= 0 || (input.kind == INPUT_KEY && input.key == KEYCAP_ENTER);
        open = !taken && !is_leaving(&input);
        chosen = (chosen + step_of(&input, 1) + offers.count) % offers.count;
    }
    buffer_free(&text);
    *verdict = offers.verdicts[chosen];
    return taken;
}

/* ----------------------------------------------------------------------------------- why ---- */

static bool ask_reason(struct adjusting *adjusting, int rule, enum verdict verdict)
{
    const struct rule *judged = &adjusting->marking->paper->scenario->rules[rule];
    struct buffer question = {0};
    buffer_printf(&question, _("%s: %s → %s. Why? Both stay on record."),
                  judged->title.words[words_language()],
                  verdict_label(marking_verdict(adjusting->marking, rule)), verdict_label(verdict));
    struct typing typing = {.title = _("Adjust a verdict"),
                            .question = question.data,
                            .text = adjusting->reason,
                            .size = sizeof adjusting->reason,
                            .wanted = _("Please give the reason."),
                            .draw_below = adjusting->below,
                            .data = adjusting->data};
    bool given = typing_ask(adjusting->tui, &typing);
    buffer_free(&question);
    return given;
}

bool screen_adjust(struct tui *tui, struct marking *marking, const struct marking_view *view,
                   struct canvas *(*below)(void *data), void *data, struct error *error)
{
    struct adjusting adjusting = {.tui = tui, .marking = marking, .below = below, .data = data};
    enum verdict verdict;
    if (!view->debrief)
        return error_set(error, ERROR_USAGE, "%s", _("an exercise has no verdicts to adjust"));
    gather_rules(&adjusting, view);
    int rule = adjusting.count > 0 ? ask_rule(&adjusting) : -1;
    bool wanted = rule >= 0 && ask_verdict(&adjusting, rule, &verdict) &&
                  ask_reason(&adjusting, rule, verdict);
    terminal_no_overlay(tui);
    return !wanted || marking_adjust(marking, rule, verdict, adjusting.reason, error);
}
