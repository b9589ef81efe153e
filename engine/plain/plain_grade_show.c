/* plain_grade_show.c: queue, papers and markings in lines. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/words.h"
#include "class/exercise_sitting.h"
#include "class/exercise_words.h"
#include "class/live.h"
#include "plain/plain_grade_parts.h"
#include "plain/speak.h"
#include "practice/review.h"

/* ------------------------------------------------------------------------------- queue ---- */

static void print_item(const struct grade_desk *desk, int number, const struct queue_item *item)
{
    char who[64], state[96], score[SCORE_TEXT_SIZE], when[WHEN_SIZE];
    text_fit(queue_who(item), 12, true, who, sizeof who);
    text_fit(grading_state_label(item->state), 20, true, state, sizeof state);
    score_format(item->score, score);
    queue_when(item->ended_at, when);
    fprintf(desk->plain->out, "%3d  %s %s %s  %s", number, state, who, when,
            titles_find(desk->titles, item->exercise, item->of, desk->plain->language));
    fprintf(desk->plain->out, "  %s", score);
    if (item->final >= 0) {
        score_format(item->final, score);
        fprintf(desk->plain->out, " → %s", score);
    }
    if (item->exercise)
        fprintf(desk->plain->out, "  %s", _("[exercise]"));
    if (item->live)
        fprintf(desk->plain->out, "  %s", _("[observed]"));
    if (item->twice)
        fprintf(desk->plain->out, "  %s", _("[marked twice]"));
    fputc('\n', desk->plain->out);
}

void desk_print_queue(const struct grade_desk *desk)
{
    for (int i = 0; i < desk->listed_count; i++)
        print_item(desk, i + 1, &desk->items[desk->listed[i]]);
    if (desk->listed_count == 0)
        fprintf(desk->plain->out, "%s\n", _("Nothing here; `list all` lists everything."));
}

/* ------------------------------------------------------------------------------- paper ---- */

static void print_comment(const struct grade_desk *desk, const char *title, const char *comment)
{
    if (comment)
        fprintf(desk->plain->out, "    * %s%s%s\n", title, _(": "), comment);
}

/* Each turn with its number before and this trainer's comment behind it. */
static void print_transcript(const struct grade_desk *desk, struct play *play)
{
    const struct session *session = play_session(play);
    const struct marks *marks = &desk->marking->marks;
    for (int i = 0; i < session_event_count(session); i++) {
        const struct event *event = session_event(session, i);
        if (event->kind == EVENT_PICK || event->kind == EVENT_TIMEOUT || event->kind == EVENT_FORM)
            fprintf(desk->plain->out, _("-- turn %d\n"), event->turn);
        speak_event(desk->plain, session, event);
        if (event->kind != EVENT_HINT && event->kind != EVENT_TAKE_BACK)
            print_comment(desk, desk->marking->trainer.name, marks->comments[event->turn]);
    }
}

static void print_tasks(const struct grade_desk *desk, const struct sitting *sitting)
{
    const struct exercise *exercise = sitting_exercise(sitting);
    const struct exercise_mark *mark = sitting_mark(sitting);
    enum language language = desk->plain->language;
    for (int i = 0; i < exercise->task_count; i++) {
        const struct task *task = &exercise->tasks[i];
        fprintf(desk->plain->out, "%s\n", task->ask.words[language]);
        for (int j = 0; j < task->part_count; j++) {
            struct buffer label = {0}, given = {0}, right = {0};
            if (!mark->parts[i][j].asked)
                continue;
            exercise_label(task, j, language, &label);
            paper_answer(desk->marking->paper, i, j, language, &given);
            exercise_right_text(task, j, language, &right);
            fprintf(desk->plain->out, "  %s %s%s%s", mark->parts[i][j].points >= 1 ? "✓" : "✗",
                    label.data ? label.data : "", _(": "), given.data ? given.data : "—");
            if (mark->parts[i][j].points < 1)
                fprintf(desk->plain->out, _("  (right: %s)"), right.data ? right.data : "");
            fputc('\n', desk->plain->out);
            buffer_free(&label);
            buffer_free(&given);
            buffer_free(&right);
        }
    }
    fprintf(desk->plain->out, _("Points: %.4g of %.4g\n"), mark->points, mark->most);
}

static void print_live(const struct grade_desk *desk, const struct live *live)
{
    const struct scenario *scenario = desk->marking->paper->scenario;
    fprintf(desk->plain->out, "%s\n", _("Watched, not played here; the observer ticked:"));
    for (int i = 0; i < scenario->rule_count; i++) {
        int kept, broken;
        live_count(live, i, &kept, &broken);
        if (kept + broken > 0)
            fprintf(desk->plain->out, "  ✓%d ✗%d  %s\n", kept, broken,
                    scenario->rules[i].title.words[desk->plain->language]);
    }
}

void desk_print_paper(const struct grade_desk *desk)
{
    const struct marking *marking = desk->marking;
    const struct paper *paper = marking->paper;
    enum language language = desk->plain->language;
    char when[WHEN_SIZE], score[SCORE_TEXT_SIZE];
    queue_when(paper->ended_at, when);
    score_format(paper->score, score);
    fprintf(desk->plain->out, "== %s · %s · %s · %s ==\n", paper_title(paper, language),
            paper_who(paper), when, grading_state_label(marking->state));
    if (paper->play)
        print_transcript(desk, paper->play);
    else if (paper->live)
        print_live(desk, paper->live);
    else
        print_tasks(desk, paper->sitting);
    fprintf(desk->plain->out, _("The machine's score: %s\n"), score);
}

bool desk_print_prices(const struct grade_desk *desk, struct error *error)
{
    struct play *play = desk->marking->paper->play;
    if (!play)
        return error_set(error, ERROR_NOT_ALLOWED,
                         _("only what was played here has prices: nobody picked anything else"));
    struct reviewer *reviewer = reviewer_new(play, NULL, NULL, error);
    if (!reviewer)
        return false;
    plain_review(desk->plain, play, reviewer);
    reviewer_free(reviewer);
    return true;
}

/* ----------------------------------------------------------------------------- marking ---- */

static void print_verdict(const struct grade_desk *desk, int rule)
{
    const struct marking *marking = desk->marking;
    const struct rule *judged = &marking->paper->scenario->rules[rule];
    const struct adjustment *adjustment = &marking->marks.adjustments[rule];
    enum verdict machine = marking_machine(marking, rule);
    enum verdict verdict = marking_verdict(marking, rule);
    fprintf(desk->plain->out, "  %s  %s%s%s%s", judged->id,
            judged->title.words[desk->plain->language], judged->critical ? _(" [critical]") : "",
            _(": "), verdict_label(verdict));
    if (verdict != machine)
        fprintf(desk->plain->out, _(" (was %s: %s)"), verdict_label(machine),
                adjustment->reason ? adjustment->reason : "");
    fputc('\n', desk->plain->out);
}

static void print_levels(const struct grade_desk *desk, const struct marks *marks)
{
    const struct rubric *rubric = rubric_file_rubric(desk->rubric);
    enum language language = desk->plain->language;
    for (int i = 0; i < CRITERION_COUNT && desk->marking->paper->kind != PAPER_EXERCISE; i++) {
        fprintf(desk->plain->out, "  %d  %s%s", i + 1, rubric->criteria[i].title.words[language],
                _(": "));
        if (marks->levels[i] > 0)
            fprintf(desk->plain->out, "%d  %s\n", marks->levels[i],
                    rubric->criteria[i].anchors[marks->levels[i] - 1].words[language]);
        else
            fputs("—\n", desk->plain->out);
    }
    fprintf(desk->plain->out, "  %s%s", _("overall"), _(": "));
    if (marks->overall > 0)
        fprintf(desk->plain->out, "%d  %s\n", marks->overall,
                rubric->overall[marks->overall - 1].words[language]);
    else
        fputs("—\n", desk->plain->out);
    print_comment(desk, _("comment on the whole"), marks->comment);
}

static void print_other(const struct grade_desk *desk, const struct other_marking *other)
{
    char score[SCORE_TEXT_SIZE];
    score_format(other->row.score, score);
    fprintf(desk->plain->out, _("Marked by %s, score %s:\n"), other->trainer, score);
    print_levels(desk, &other->marks);
    for (int i = 0; i <= TURN_MAX; i++) {
        char title[64];
        snprintf(title, sizeof title, _("turn %d"), i);
        print_comment(desk, title, other->marks.comments[i]);
    }
}

void desk_print_marking(const struct grade_desk *desk)
{
    const struct marking *marking = desk->marking;
    const struct paper *paper = marking->paper;
    char score[SCORE_TEXT_SIZE];
    bool critical;
    if (paper->scenario)
        fprintf(desk->plain->out, "%s\n", _("Verdicts:"));
    for (int i = 0; paper->scenario && i < paper->scenario->rule_count; i++) {
        if (marking_verdict(marking, i) != VERDICT_NOT_ACTIVATED ||
            marking_machine(marking, i) != VERDICT_NOT_ACTIVATED)
            print_verdict(desk, i);
    }
    if (marking->may_write) {
        score_format(marking_score(marking, &critical), score);
        fprintf(desk->plain->out, _("Your marking (%s), score %s%s:\n"),
                marking->marks.submitted ? _("submitted") : _("not submitted"), score,
                critical ? _(", a critical rule is broken") : "");
        print_levels(desk, &marking->marks);
    }
    for (int i = 0; i < marking->other_count; i++)
        print_other(desk, &marking->others[i]);
    if (!marking->may_write && marking->other_count == 0)
        fprintf(desk->plain->out, "%s\n",
                _("Other trainers mark this one; what they put down shows when it is submitted."));
}

bool desk_print_history(const struct grade_desk *desk, struct error *error)
{
    struct history_line *lines;
    int count;
    if (!marking_history(desk->marking, &lines, &count, error))
        return false;
    for (int i = 0; i < count; i++) {
        char when[WHEN_SIZE];
        queue_when(lines[i].at, when);
        fprintf(desk->plain->out, "%s  %s  %s\n", when, lines[i].trainer, lines[i].words);
    }
    marking_free_history(lines, count);
    return true;
}

/* ------------------------------------------------------------------------------ rubric ---- */

static void print_anchors(const struct grade_desk *desk, const struct text anchors[LEVEL_MAX])
{
    for (int level = 1; level <= LEVEL_MAX; level++)
        fprintf(desk->plain->out, "     %d  %s\n", level,
                anchors[level - 1].words[desk->plain->language]);
}

void desk_print_rubric(const struct grade_desk *desk, int criterion)
{
    const struct rubric *rubric = rubric_file_rubric(desk->rubric);
    enum language language = desk->plain->language;
    for (int i = 0; i < CRITERION_COUNT; i++) {
        const struct rubric_criterion *rated = &rubric->criteria[i];
        if (criterion >= 0 && criterion != i)
            continue;
        fprintf(desk->plain->out, _("%d  %s (%s)\n"), i + 1, rated->title.words[language],
                rated->id);
        print_anchors(desk, rated->anchors);
        if (rated->note.words[language][0])
            fprintf(desk->plain->out, "     %s\n", rated->note.words[language]);
    }
    if (criterion < 0) {
        fprintf(desk->plain->out, "%s\n", _("overall"));
        print_anchors(desk, rubric->overall);
    }
}
