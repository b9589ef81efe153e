/* command_look.c: `yanlian list` and `show`: looking without playing. */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "class/live.h"
#include "cli/command.h"
#include "cli/options.h"
#include "plain/plain_live.h"
#include "practice/player.h"
#include "store/classes.h"
#include "tui/tui_class.h"

struct look {
    const char *name;
    const char *session; /* of `show`; NULL to list them */
    const char *class;   /* whose sessions `show` lists; NULL: all */
    bool plain, json;
};

static int parse(int argc, char **argv, struct look *look, bool takes_session)
{
    const struct command_option options[] = {
        {.name = "as", .word = &look->name},
        {.name = "plain", .flag = &look->plain},
        {.name = "json", .flag = &look->json},
        {.name = "class", .word = takes_session ? &look->class : NULL},
        {.word = takes_session ? &look->session : NULL},
        {0},
    };
    return command_options(argc, argv, argv[0], options);
}

static void print_json(cJSON *root)
{
    char *json = cJSON_Print(root);
    cJSON_Delete(root);
    if (json)
        puts(json);
    free(json);
}

static struct plain to_stdout(void)
{
    return (struct plain){.in = stdin, .out = stdout, .language = words_language()};
}

/* -------------------------------------------------------------------------------- list ---- */

static cJSON *entry_to_json(struct store *store, const struct library_entry *entry,
                            const struct person *person)
{
    cJSON *object = cJSON_CreateObject();
    struct standing standing = {0};
    cJSON_AddStringToObject(object, "id", entry->id);
    cJSON_AddStringToObject(object, "file", entry->path);
    if (!entry->loaded) {
        cJSON_AddStringToObject(object, "error", entry->error.message);
        return object;
    }
    const struct scenario *scenario = loaded_scenario(entry->loaded);
    cJSON_AddStringToObject(object, "title_zh", scenario->title.words[LANGUAGE_ZH]);
    cJSON_AddStringToObject(object, "title_en", scenario->title.words[LANGUAGE_EN]);
    cJSON_AddStringToObject(object, "role", scenario->role);
    cJSON_AddStringToObject(object, "digest", loaded_digest(entry->loaded));
    if (store_standing(store, person->id, scenario->id, &standing, NULL) && standing.finished > 0) {
        cJSON_AddNumberToObject(object, "best", standing.best);
        cJSON_AddNumberToObject(object, "last", standing.last);
    }
    if (standing.open_session[0])
        cJSON_AddStringToObject(object, "unfinished", standing.open_session);
    return object;
}

static bool list(struct store *store, const struct library *library, const struct look *look,
                 struct error *error)
{
    struct plain plain = to_stdout();
    struct person person;
    if (!player_find(store, look->name, NULL, &person, error))
        return false;
    if (!look->json)
        return plain_list(&plain, store, library, &person, error);
    cJSON *root = cJSON_CreateArray();
    for (int i = 0; i < library_count(library); i++)
        cJSON_AddItemToArray(root, entry_to_json(store, library_entry(library, i), &person));
    print_json(root);
    return true;
}

int command_list(int argc, char **argv)
{
    struct look look = {0};
    struct error error = {0};
    int code = parse(argc, argv, &look, false);
    if (code != COMMAND_GOES_ON)
        return code;
    struct library *library = library_open(&error);
    struct store *store = library ? command_open_store(&error) : NULL;
    bool done = store && list(store, library, &look, &error) && command_flush(&error);
    store_close(store);
    library_close(library);
    return done ? 0 : command_fail(&error);
}

/* -------------------------------------------------------------------------------- show ---- */

static const char *how_played(const struct session_row *row)
{
    for (int i = 0; i < MODE_COUNT && !row->live; i++) {
        if (strcmp(row->mode, mode_name((enum mode)i)) == 0)
            return mode_label((enum mode)i);
    }
    return row->live ? _("observed") : row->mode;
}

static void print_row(const struct session_row *row)
{
    char started[CLOCK_TIME_SIZE], score[SCORE_TEXT_SIZE] = "-", name[256], mode[64];
    clock_format(row->started_at, started);
    if (row->state == SESSION_FINISHED)
        score_format(row->score, score);
    text_fit(row->person.name, 16, true, name, sizeof name);
    text_fit(how_played(row), 8, true, mode, sizeof mode);
    printf("%s  %.16s  %s  %-20s %s ", row->id, started, name, row->scenario, mode);
    if (row->class[0])
        printf("%-5s  %s\n", score, row->class);
    else
        printf("%s\n", score);
}

static cJSON *row_to_json(const struct session_row *row)
{
    char started[CLOCK_TIME_SIZE];
    cJSON *object = cJSON_CreateObject();
    clock_format(row->started_at, started);
    cJSON_AddStringToObject(object, "session", row->id);
    cJSON_AddStringToObject(object, "started_at", started);
    cJSON_AddStringToObject(object, "person", row->person.name);
    cJSON_AddStringToObject(object, "staff_number", row->person.staff_number);
    cJSON_AddStringToObject(object, "scenario", row->scenario);
    cJSON_AddStringToObject(object, "mode", row->mode);
    if (row->live)
        cJSON_AddBoolToObject(object, "live", true);
    if (row->class[0])
        cJSON_AddStringToObject(object, "class", row->class);
    cJSON_AddBoolToObject(object, "finished", row->state == SESSION_FINISHED);
    if (row->state == SESSION_FINISHED) {
        cJSON_AddNumberToObject(object, "score", row->score);
        cJSON_AddBoolToObject(object, "passed", row->passed);
        cJSON_AddStringToObject(object, "ending", row->ending);
    }
    return object;
}

static bool list_sessions(struct store *store, const struct look *look, struct error *error)
{
    bool json = look->json;
    struct session_filter filter = {.class = look->class, .state = -1, .limit = json ? 0 : 50};
    struct session_row *rows = NULL;
    struct class_row class;
    int count = 0;
    if (look->class && !store_class(store, look->class, &class, error))
        return false;
    if (!store_sessions(store, &filter, &rows, &count, error))
        return false;
    cJSON *root = cJSON_CreateArray();
    for (int i = 0; i < count && json; i++)
        cJSON_AddItemToArray(root, row_to_json(&rows[i]));
    for (int i = 0; i < count && !json; i++)
        print_row(&rows[i]);
    if (json)
        print_json(root);
    else
        cJSON_Delete(root);
    if (count == 0 && !json)
        printf("%s\n", _("No sessions yet. To play: yanlian play ID"));
    free(rows);
    return true;
}

static bool show_on_screen(struct store *store, struct play *play, struct error *error)
{
    enum tui_outcome outcome;
    struct tui *tui = tui_open(error);
    bool done = tui && tui_debrief(tui, play, &outcome, error) &&
                command_go_on(tui, store, play_row(play), outcome, error);
    tui_close(tui);
    return done;
}

static void show_in_lines(struct play *play, const struct look *look)
{
    struct plain plain = to_stdout();
    bool over = session_phase(play_session(play)) == SESSION_OVER;
    if (look->json) {
        struct debrief debrief;
        if (over)
            debrief_make(play, plain.language, &debrief);
        char *json = debrief_to_json(play, over ? &debrief : NULL);
        puts(json);
        free(json);
        return;
    }
    plain_opening(&plain, play);
    plain_transcript(&plain, play);
    if (over)
        plain_debrief(&plain, play);
    else
        printf(_("\nThe session is kept. To go on: yanlian play --resume %s\n"),
               play_row(play)->id);
}

static bool on_terminal(const struct look *look)
{
    return !look->plain && !look->json && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

static bool show_watched_on_screen(struct store *store, const char *session, struct error *error)
{
    struct observation watched = {.resume = session};
    struct tui *tui = tui_open(error);
    bool done = tui && tui_observe(tui, store, &watched, error);
    tui_close(tui);
    return done;
}

/* What an observer ticked: verdicts, and no conversation. */
static bool show_watched(struct store *store, const struct session_row *row,
                         const struct look *look, struct error *error)
{
    struct plain plain = to_stdout();
    if (row->state == SESSION_FINISHED && on_terminal(look))
        return show_watched_on_screen(store, row->id, error);
    struct live *live = live_open(store, row->id, error);
    if (!live)
        return false;
    if (look->json) {
        char *json = live_to_json(live, plain.language);
        puts(json);
        free(json);
    } else {
        plain_live(&plain, live);
    }
    live_close(live);
    return true;
}

static bool show(struct store *store, const struct look *look, struct error *error)
{
    struct session_row row;
    if (!look->session)
        return list_sessions(store, look, error);
    if (!store_session(store, look->session, &row, error))
        return false;
    if (row.live)
        return show_watched(store, &row, look, error);
    struct play *play = play_open(store, row.id, error);
    if (!play)
        return false;
    bool screen = on_terminal(look) && session_phase(play_session(play)) == SESSION_OVER;
    bool done = true;
    if (screen)
        done = show_on_screen(store, play, error);
    else
        show_in_lines(play, look);
    play_close(play, -1);
    return done;
}

int command_show(int argc, char **argv)
{
    struct look look = {0};
    struct error error = {0};
    int code = parse(argc, argv, &look, true);
    if (code != COMMAND_GOES_ON)
        return code;
    struct store *store = command_open_store(&error);
    bool done = store && show(store, &look, &error) && command_flush(&error);
    store_close(store);
    return done ? 0 : command_fail(&error);
}
