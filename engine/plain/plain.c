/* plain.c: the conversation in line mode. */
#include "plain/plain.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/words.h"
#include "plain/ask.h"
#include "plain/plain_vote.h"
#include "plain/speak.h"

/* What a line of input asks for. */
enum wish {
    WISH_END,
    WISH_NUMBER,
    WISH_HINT,
    WISH_TAKE_BACK,
    WISH_FORM,
    WISH_LEAVE,
    WISH_HELP,
    WISH_UNKNOWN
};

static enum wish read_wish(const struct plain *plain, int most, int *number)
{
    static const struct {
        const char *word;
        enum wish wish;
    } words[] = {{"h", WISH_HINT},
                 {"u", WISH_TAKE_BACK},
                 {"f", WISH_FORM},
                 {"q", WISH_LEAVE},
                 {"?", WISH_HELP}};
    char line[ASK_LINE_SIZE];
    if (!ask_line(plain, line))
        return WISH_END;
    if (ask_parse_number(line, most, number))
        return WISH_NUMBER;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(line, words[i].word) == 0)
            return words[i].wish;
    }
    return WISH_UNKNOWN;
}

/* ----------------------------------------------------------------------------- one turn ---- */

static void show_options(const struct plain *plain, struct play *play)
{
    const struct session *session = play_session(play);
    const struct scenario *scenario = session_scenario(session);
    const struct state *state = session_state(session);
    int options[RESPONSE_MAX];
    int count = session_options(session, options);
    fprintf(plain->out, _("\n-- turn %d of %d --"), state->turn + 1, scenario->turns);
    if (session_limit_seconds(session) > 0)
        fprintf(plain->out, _(" (%d seconds to answer)"), session_limit_seconds(session));
    fputc('\n', plain->out);
    for (int i = 0; i < count; i++)
        fprintf(plain->out, "  %d  %s\n", i + 1,
                scenario->nodes[state->node].responses[options[i]].say.words[plain->language]);
    if (session_form_open(session))
        fprintf(plain->out, "  f  %s\n", _("fill in the referral form"));
}

static void show_help(const struct plain *plain, const struct session *session)
{
    fputs(_("Type the number of what you say, then Enter.\n"), plain->out);
    if (session_mode(session) == MODE_PRACTICE)
        fputs(_("  h  hint: the act to think of, once a turn\n"
                "  u  take back the last turn (it stays on record)\n"),
              plain->out);
    fputs(_("  f  fill in the referral form, when it is due\n"
            "  q  leave; the session is kept and can be resumed\n"),
          plain->out);
}

enum step_result { STEP_ON, STEP_LEAVE, STEP_FAILED };

/* A refused move (no hint here, not the moment for the form) is said and the turn goes on. */
static enum step_result after_move(const struct plain *plain, struct play *play, bool done,
                                   int seen, struct error *error)
{
    const struct session *session = play_session(play);
    if (!done && error->code == ERROR_NOT_ALLOWED) {
        fprintf(plain->out, "%s\n", _(error->message)); /* the core says it in English */
        return STEP_ON;
    }
    for (int i = seen; i < session_event_count(session); i++)
        speak_event(plain, session, session_event(session, i));
    return done ? STEP_ON : STEP_FAILED;
}

/* Since `shown_at`, and in earlier sittings. */
static int64_t think_time(const struct plain *plain, const struct play *play, int64_t shown_at)
{
    return play_spent_ms(play) + (plain->untimed ? 0 : clock_monotonic_ms() - shown_at);
}

/* `*think_ms` is the time until now; filling in the form adds to it. */
static bool make_wish(const struct plain *plain, struct play *play, enum wish wish, int number,
                      int64_t *think_ms, int64_t shown_at, struct error *error)
{
    const struct session *session = play_session(play);
    int options[RESPONSE_MAX], act;
    struct form form = {0};
    session_options(session, options);
    switch (wish) {
    case WISH_NUMBER:
        return play_pick(play, options[number - 1], *think_ms, error);
    case WISH_HINT:
        return play_hint(play, *think_ms, &act, error);
    case WISH_TAKE_BACK:
        return play_take_back(play, *think_ms, error);
    default:
        if (!session_form_open(session))
            return error_set(error, ERROR_NOT_ALLOWED, "%s",
                             _("It is not the moment for the referral form."));
        if (!ask_form(plain, session_scenario(session)->vocabulary, &form))
            return error_set(error, ERROR_NOT_ALLOWED, "%s", _("The form was not filed."));
        *think_ms = think_time(plain, play, shown_at);
        return play_file_form(play, &form, *think_ms, error);
    }
}

/* A class's turn: it votes until someone picks, files the form or leaves. */
static enum step_result take_class_turn(const struct plain *plain, struct play *play,
                                        int64_t *think_ms, int64_t *shown_at, struct error *error)
{
    int seen = session_event_count(play_session(play)), option = 0;
    struct vote vote;
    enum voted voted = plain_vote(plain, play_session(play), &vote, &option);
    *think_ms = think_time(plain, play, *shown_at);
    if (voted == VOTED_LEAVE)
        return STEP_LEAVE;
    bool done = voted == VOTED_PICK
                    ? vote_pick(play, &vote, option, *think_ms, error)
                    : make_wish(plain, play, WISH_FORM, 0, think_ms, *shown_at, error);
    enum step_result result = after_move(plain, play, done, seen, error);
    if (session_event_count(play_session(play)) > seen)
        *shown_at = 0;
    return result;
}

/* `*shown_at` is when the options of this turn were put before the trainee. */
static enum step_result take_turn(const struct plain *plain, struct play *play, int64_t *think_ms,
                                  int64_t *shown_at, struct error *error)
{
    const struct session *session = play_session(play);
    int options[RESPONSE_MAX], number = 0;
    int count = session_options(session, options), seen = session_event_count(session);
    fputs("> ", plain->out);
    enum wish wish = read_wish(plain, count, &number);
    if (isatty(fileno(plain->in)) == 0)
        fputc('\n', plain->out);
    *think_ms = think_time(plain, play, *shown_at);
    switch (wish) {
    case WISH_END:
    case WISH_LEAVE:
        return STEP_LEAVE;
    case WISH_HELP:
        show_help(plain, session);
        return STEP_ON;
    case WISH_UNKNOWN:
        fprintf(plain->out, _("Type a number from 1 to %d, or ? for help.\n"), count);
        return STEP_ON;
    default:
        break;
    }
    bool done = make_wish(plain, play, wish, number, think_ms, *shown_at, error);
    enum step_result result = after_move(plain, play, done, seen, error);
    session = play_session(play);
    if (session_event_count(session) > seen && wish != WISH_HINT)
        *shown_at = 0;
    return result;
}

static void say_how_to_resume(const struct plain *plain, const struct play *play)
{
    fprintf(plain->out, _("\nThe session is kept. To go on: yanlian play --resume %s\n"),
            play_row(play)->id);
}

bool plain_play(const struct plain *plain, struct play *play, struct error *error)
{
    int64_t think_ms = 0, shown_at = 0;
    enum step_result result = STEP_ON;
    plain_opening(plain, play);
    fputc('\n', plain->out);
    plain_transcript(plain, play);
    while (result == STEP_ON && session_phase(play_session(play)) == SESSION_CHOOSING) {
        if (shown_at == 0) {
            show_options(plain, play);
            shown_at = clock_monotonic_ms();
        }
        bool class = session_mode(play_session(play)) == MODE_CLASS;
        result = class ? take_class_turn(plain, play, &think_ms, &shown_at, error)
                       : take_turn(plain, play, &think_ms, &shown_at, error);
    }
    if (session_phase(play_session(play)) == SESSION_OVER)
        plain_debrief(plain, play);
    else
        say_how_to_resume(plain, play);
    fflush(plain->out);
    play_close(play, think_ms);
    return result != STEP_FAILED;
}

bool plain_auto(const struct plain *plain, struct play *play, enum trainee trainee,
                struct error *error)
{
    bool done = true;
    plain_opening(plain, play);
    fputc('\n', plain->out);
    plain_transcript(plain, play);
    while (done && session_phase(play_session(play)) == SESSION_CHOOSING) {
        int seen = session_event_count(play_session(play));
        done = trainee_play(trainee, play, error);
        const struct session *session = play_session(play);
        for (int i = seen; i < session_event_count(session); i++)
            speak_event(plain, session, session_event(session, i));
        fflush(plain->out);
    }
    if (session_phase(play_session(play)) == SESSION_OVER)
        plain_debrief(plain, play);
    else
        say_how_to_resume(plain, play);
    play_close(play, -1);
    return done;
}

void plain_transcript(const struct plain *plain, struct play *play)
{
    const struct session *session = play_session(play);
    for (int i = 0; i < session_event_count(session); i++)
        speak_event(plain, session, session_event(session, i));
}

bool plain_home(const struct plain *plain, struct store *store, const struct library *library,
                const struct person *person, const char **scenario, struct error *error)
{
    char line[ASK_LINE_SIZE];
    int number;
    *scenario = NULL;
    fprintf(plain->out, _("yanlian: hello, %s.\n"), person->name);
    if (!plain_list(plain, store, library, person, error))
        return false;
    for (;;) {
        fprintf(plain->out, _("Which one? (1-%d, q to quit)> "), library_count(library));
        if (!ask_line(plain, line) || strcmp(line, "q") == 0) {
            fprintf(plain->out, _("\nTo play: yanlian play ID\n"));
            return true;
        }
        if (ask_parse_number(line, library_count(library), &number)) {
            *scenario = library_entry(library, number - 1)->id;
            return true;
        }
    }
}
