/* paper.c: opens what is marked. */
#include "class/paper.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/exercise_sitting.h"
#include "class/exercise_words.h"
#include "class/grading.h"
#include "class/live.h"

static bool open_played(struct paper *paper, struct store *store, struct error *error)
{
    paper->play = play_open(store, paper->subject, error);
    if (!paper->play)
        return false;
    struct session *session = play_session(paper->play);
    paper->scenario = session_scenario(session);
    paper->rules = session_rules(session);
    return true;
}

static bool open_live(struct paper *paper, struct store *store, struct error *error)
{
    paper->live = live_open(store, paper->subject, error);
    if (!paper->live)
        return false;
    paper->scenario = loaded_scenario(live_loaded(paper->live));
    paper->rules = live_rules(paper->live);
    return true;
}

static bool open_session(struct paper *paper, struct store *store, struct error *error)
{
    struct session_row row;
    if (!store_session(store, paper->subject, &row, error))
        return false;
    if (row.state != SESSION_FINISHED)
        return error_set(error, ERROR_NOT_ALLOWED,
                         _("session %s is not finished: it can be marked when it is"), row.id);
    paper->kind = row.live ? PAPER_LIVE : PAPER_PLAYED;
    memcpy(paper->subject, row.id, sizeof paper->subject);
    memcpy(paper->class, row.class, sizeof paper->class);
    paper->person = row.person;
    paper->ended_at = row.ended_at;
    paper->score = row.score;
    return (row.live ? open_live : open_played)(paper, store, error);
}

static bool open_exercise(struct paper *paper, struct store *store, struct error *error)
{
    paper->sitting = sitting_open(store, paper->subject, error);
    if (!paper->sitting)
        return false;
    const struct exercise_row *row = sitting_row(paper->sitting);
    paper->kind = PAPER_EXERCISE;
    memcpy(paper->subject, row->id, sizeof paper->subject);
    memcpy(paper->class, row->class, sizeof paper->class);
    paper->person = row->person;
    paper->ended_at = row->ended_at;
    paper->score = 100 * row->points / row->most;
    return true;
}

struct paper *paper_open(struct store *store, bool exercise, const char *subject, bool blind,
                         struct error *error)
{
    struct paper *paper = calloc(1, sizeof *paper);
    if (!paper)
        abort();
    snprintf(paper->subject, sizeof paper->subject, "%s", subject);
    if (!(exercise ? open_exercise : open_session)(paper, store, error)) {
        paper_close(paper);
        return NULL;
    }
    paper->blind = blind;
    if (blind)
        paper->person = (struct person){0};
    return paper;
}

void paper_close(struct paper *paper)
{
    if (!paper)
        return;
    if (paper->play)
        play_close(paper->play, -1);
    live_close(paper->live);
    sitting_close(paper->sitting);
    free(paper);
}

void paper_debrief(const struct paper *paper, enum language language, struct debrief *debrief)
{
    if (paper->live)
        live_debrief(paper->live, language, debrief);
    else
        debrief_make(paper->play, language, debrief);
}

const char *paper_who(const struct paper *paper)
{
    return marked_who(&paper->person, paper->blind, paper->subject);
}

const char *paper_title(const struct paper *paper, enum language language)
{
    return paper->sitting ? sitting_exercise(paper->sitting)->title.words[language]
                          : paper->scenario->title.words[language];
}

/* Every place where `name` stands, as it was written, becomes dots that don't tell its length. */
static void add_covered(const char *text, const char *name, struct buffer *out)
{
    const char *found;
    while (name[0] && (found = strstr(text, name)) != NULL) {
        buffer_add_bytes(out, text, (size_t)(found - text));
        buffer_add(out, "···");
        text = found + strlen(name);
    }
    buffer_add(out, text);
}

void paper_answer(const struct paper *paper, int task, int part, enum language language,
                  struct buffer *out)
{
    const struct part_answer *answer = &sitting_answer(paper->sitting)->parts[task][part];
    struct buffer text = {0};
    exercise_given_text(&sitting_exercise(paper->sitting)->tasks[task], part, answer, language,
                        &text);
    const char *words = text.data ? text.data : "";
    add_covered(words, paper->blind ? sitting_row(paper->sitting)->person.name : "", out);
    buffer_free(&text);
}
