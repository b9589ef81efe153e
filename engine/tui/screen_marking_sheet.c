/*
 * screen_marking_sheet.c: what is marked, as text that scrolls: what was said, ticked or answered,
 * what each turn came to, and what the levels of the rubric look like.
 */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "class/exercise_sitting.h"
#include "class/exercise_words.h"
#include "class/live.h"
#include "tui/dialogue.h"
#include "tui/screen_grade.h"

static void add(struct sheet *sheet, int indent, const char *label, const char *text, enum ink ink)
{
    sheet_add(sheet, &(struct paragraph){.label = label,
                                         .label_ink = ink,
                                         .indent = indent,
                                         .text = text,
                                         .ink = ink,
                                         .tag = -1});
}

/* ------------------------------------------------------------------------------- paper ---- */

static void add_ticks(const struct marking_view *view, struct sheet *sheet)
{
    const struct paper *paper = view->marking->paper;
    add(sheet, 0, NULL, _("Watched, not played here; the observer ticked:"), INK_STRONG);
    sheet_blank(sheet);
    for (int i = 0; i < paper->scenario->rule_count; i++) {
        int kept, broken;
        char count[48];
        live_count(paper->live, i, &kept, &broken);
        if (kept + broken == 0)
            continue;
        snprintf(count, sizeof count, "√%d ×%d", kept, broken);
        add(sheet, 9, count, paper->scenario->rules[i].title.words[words_language()],
            broken > 0 ? INK_BAD : INK_PLAIN);
    }
}

static void add_part(const struct marking_view *view, struct sheet *sheet, int task, int part)
{
    const struct paper *paper = view->marking->paper;
    const struct task *asked = &sitting_exercise(paper->sitting)->tasks[task];
    const struct part_mark *mark = &sitting_mark(paper->sitting)->parts[task][part];
    struct buffer text = {0}, given = {0}, right = {0};
    if (!mark->asked)
        return;
    exercise_label(asked, part, words_language(), &text);
    paper_answer(paper, task, part, words_language(), &given);
    exercise_right_text(asked, part, words_language(), &right);
    buffer_printf(&text, "%s%s", _(": "), given.data ? given.data : "—");
    add(sheet, 2, mark->points >= 1 ? "√" : "×", text.data,
        mark->points >= 1 ? INK_PLAIN : INK_BAD);
    if (mark->points < 1 && right.data) {
        struct buffer line = {0};
        buffer_printf(&line, _("right: %s"), right.data);
        add(sheet, 4, NULL, line.data, INK_GOOD);
        buffer_free(&line);
    }
    buffer_free(&text);
    buffer_free(&given);
    buffer_free(&right);
}

static void add_answers(const struct marking_view *view, struct sheet *sheet)
{
    const struct paper *paper = view->marking->paper;
    const struct exercise *exercise = sitting_exercise(paper->sitting);
    const struct exercise_mark *mark = sitting_mark(paper->sitting);
    char points[64];
    snprintf(points, sizeof points, _("%.4g of %.4g points"), mark->points, mark->most);
    add(sheet, 0, NULL, points, INK_STRONG);
    for (int task = 0; task < exercise->task_count; task++) {
        sheet_blank(sheet);
        add(sheet, 0, NULL, exercise->tasks[task].ask.words[words_language()], INK_STRONG);
        for (int part = 0; part < exercise->tasks[task].part_count; part++)
            add_part(view, sheet, task, part);
    }
}

struct sheet *marking_sheet(const struct marking_view *view, int cols)
{
    const struct paper *paper = view->marking->paper;
    struct sheet *sheet = sheet_new(cols);
    if (paper->play) {
        struct dialogue dialogue = {
            .session = play_session(paper->play), .language = words_language(), .record = true};
        dialogue_add(sheet, &dialogue);
    } else if (paper->live) {
        add_ticks(view, sheet);
    } else {
        add_answers(view, sheet);
    }
    return sheet;
}

/* ------------------------------------------------------------------------------ gutter ---- */

static const struct review_pick *find_pick(const struct marking_view *view, int turn)
{
    for (int i = 0; view->review && i < view->review->count; i++) {
        if (view->review->picks[i].event->turn == turn)
            return &view->review->picks[i];
    }
    return NULL;
}

/* Whether the rule was decided in this turn, and how. */
static bool decided_in(const struct debrief_rule *rule, int turn, bool *good)
{
    for (int i = 0; i < rule->turn_count; i++) {
        if (rule->turns[i] == turn) {
            *good = rule->turn_good[i];
            return true;
        }
    }
    return false;
}

static void count_verdicts(const struct marking_view *view, int turn, int *good, int *bad)
{
    bool kept;
    *good = *bad = 0;
    for (int i = 0; view->debrief && i < view->debrief->rule_count; i++) {
        if (decided_in(&view->debrief->rules[i], turn, &kept))
            ++*(kept ? good : bad);
    }
}

static enum ink price_ink(enum pick_class class)
{
    if (class == PICK_INACCURACY)
        return INK_WARNING;
    return class < PICK_INACCURACY ? INK_GOOD : INK_BAD;
}

/* Beneath each other: ">7 ?? *", "-17.5", "√2 ×1"; as many of these as the turn has lines. */
static void draw_beside(const struct marking_view *view, struct canvas *canvas, struct area row,
                        int turn, int line)
{
    const struct review_pick *pick = find_pick(view, turn);
    int good, bad;
    count_verdicts(view, turn, &good, &bad);
    if (line == 0) {
        bool chosen = turn == view->turn;
        canvas_printf(canvas, row.y, row.x, 3, chosen ? INK_STRONG : INK_PLAIN, "%s%d",
                      chosen ? ">" : " ", turn);
        if (pick)
            canvas_text(canvas, row.y, row.x + 3, 2, price_ink(pick->class),
                        pick_class_sign(pick->class));
        if (view->marking->marks.comments[turn])
            canvas_text(canvas, row.y, row.x + 6, 1, INK_COACH, "*");
    } else if (line == 1 && pick && pick->cost > 0) {
        char cost[SCORE_TEXT_SIZE];
        score_format(pick->cost, cost);
        if (strcmp(cost, "0") != 0)
            canvas_printf(canvas, row.y, row.x + 1, 6, price_ink(pick->class), "-%s", cost);
    } else if (line == 2) {
        if (good > 0)
            canvas_printf(canvas, row.y, row.x + 1, 3, INK_GOOD, "√%d", good);
        if (bad > 0)
            canvas_printf(canvas, row.y, row.x + 4, 3, INK_BAD, "×%d", bad);
    }
}

void marking_gutter(const struct marking_view *view, const struct sheet *sheet,
                    struct canvas *canvas, struct area area, int top)
{
    for (int i = 0; i < area.rows && top + i < sheet_lines(sheet); i++) {
        int turn = sheet_tag(sheet, top + i);
        if (turn < 0 || turn > TURN_MAX)
            continue;
        struct area row = {area.y + i, area.x, 1, area.cols};
        draw_beside(view, canvas, row, turn, top + i - sheet_find(sheet, turn));
    }
}

/* -------------------------------------------------------------------------------- turn ---- */

static void add_verdict(const struct marking_view *view, struct sheet *sheet,
                        const struct debrief_rule *judged, bool good)
{
    const struct marking *marking = view->marking;
    int rule = (int)(judged->rule - marking->paper->scenario->rules);
    struct buffer text = {0};
    buffer_add(&text, judged->rule->title.words[words_language()]);
    if (judged->rule->critical)
        buffer_add(&text, _(" [critical]"));
    if (marking_verdict(marking, rule) != marking_machine(marking, rule))
        buffer_printf(&text, " → %s", verdict_label(marking_verdict(marking, rule)));
    add(sheet, 2, good ? "√" : "×", text.data, good ? INK_GOOD : INK_BAD);
    buffer_free(&text);
}

static void add_comment(struct sheet *sheet, const char *who, const char *comment)
{
    struct buffer text = {0};
    if (!comment)
        return;
    if (who)
        buffer_printf(&text, "%s%s", who, _(": "));
    buffer_add(&text, comment);
    add(sheet, 2, "*", text.data, INK_COACH);
    buffer_free(&text);
}

struct sheet *marking_turn_sheet(const struct marking_view *view, int cols)
{
    const struct marking *marking = view->marking;
    struct sheet *sheet = sheet_new(cols);
    bool good;
    if (view->turn >= 0) {
        add_comment(sheet, NULL, marking->marks.comments[view->turn]);
        for (int i = 0; i < marking->other_count; i++)
            add_comment(sheet, marking->others[i].trainer,
                        marking->others[i].marks.comments[view->turn]);
    }
    for (int i = 0; view->debrief && view->turn >= 0 && i < view->debrief->rule_count; i++) {
        if (decided_in(&view->debrief->rules[i], view->turn, &good))
            add_verdict(view, sheet, &view->debrief->rules[i], good);
    }
    return sheet;
}

/* ----------------------------------------------------------------------------- anchors ---- */

struct sheet *marking_anchors(const struct marking_view *view, int cols)
{
    struct sheet *sheet = sheet_new(cols);
    bool whole = view->criterion == MARKING_OVERALL_ROW;
    const struct rubric_criterion *criterion =
        whole ? NULL : &view->rubric->criteria[view->criterion];
    const struct text *anchors = whole ? view->rubric->overall : criterion->anchors;
    int given = whole ? view->marking->marks.overall : view->marking->marks.levels[view->criterion];
    for (int level = 1; level <= LEVEL_MAX; level++) {
        char label[16];
        bool under = level == view->level;
        snprintf(label, sizeof label, "%s%d%s", under ? ">" : " ", level,
                 level == given ? "*" : "");
        sheet_add(sheet, &(struct paragraph){.label = label,
                                             .label_ink = under ? INK_STRONG : INK_PLAIN,
                                             .indent = 4,
                                             .text = anchors[level - 1].words[words_language()],
                                             .ink = under ? INK_STRONG : INK_PLAIN,
                                             .tag = level});
    }
    if (criterion && criterion->note.words[words_language()][0]) {
        sheet_blank(sheet);
        add(sheet, 0, NULL, criterion->note.words[words_language()], INK_FAINT);
    }
    return sheet;
}
