/*
 * test_history.c: old sessions replay whatever became of their scenario; an edited log does not.
 *
 * Each test has a store of its own with one finished and one unfinished session, played by the
 * program, and a copy of the scenarios that it may change.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "practice/play.h"
#include "unit/program.h"
#include "unit/store_fixture.h"

struct history {
    char *home;
    char *scenarios; /* the copy */
    char finished[ULID_SIZE], unfinished[ULID_SIZE];
};

static const char *store_path(void)
{
    const char *path = getenv("YANLIAN_STORE");
    if (!path)
        abort(); /* program_home has set it */
    return path;
}

static char *join(const char *folder, const char *name)
{
    struct buffer path = {0};
    buffer_printf(&path, "%s/%s", folder, name);
    return buffer_take(&path);
}

/* ---------------------------------------------------------------------- what was played ---- */

static void copy_file(const char *from, const char *to)
{
    char *text = program_read_file(from);
    FILE *file = fopen(to, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    free(text);
}

static void copy_scenarios(const char *to)
{
    static const char *const names[] = {
        "idle-deposit.lua",  "vocabulary.lua",     "sources.lua",        "rules/service.lua",
        "rules/conduct.lua", "rules/referral.lua", "rules/objection.lua"};
    char *rules = join(to, "rules");
    assert_int_equal(mkdir(to, 0700), 0);
    assert_int_equal(mkdir(rules, 0700), 0);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *source = join(getenv("YANLIAN_SCENARIOS"), names[i]), *target = join(to, names[i]);
        copy_file(source, target);
        free(source);
        free(target);
    }
    free(rules);
}

/* Runs the program, which has to end with `status`; the output is the caller's. */
static struct program_result run(int status, const char *words, const char *input)
{
    struct program_result result;
    program_run(words, input, &result);
    if (result.status != status)
        fail_msg("yanlian %s: exit %d, not %d\n%s%s", words, result.status, status, result.out,
                 result.error);
    return result;
}

/* With a session's id at the end of the words. */
static struct program_result run_on(int status, const char *words, const char *id)
{
    struct buffer line = {0};
    buffer_printf(&line, "%s %s", words, id);
    struct program_result result = run(status, line.data, NULL);
    buffer_free(&line);
    return result;
}

static void play(const char *words, const char *input, char id[ULID_SIZE])
{
    struct program_result result = run(0, words, input);
    const char *found = strstr(result.out, "· session ");
    assert_true(found && sscanf(found, "· session %26s", id) == 1);
    program_free(&result);
}

static int set_up(void **state)
{
    struct history *history = calloc(1, sizeof *history);
    history->home = program_home();
    history->scenarios = join(history->home, "scenarios");
    copy_scenarios(history->scenarios);
    setenv("YANLIAN_SCENARIOS", history->scenarios, 1);
    play("play idle-deposit --auto best-effort --plain --lang en --seed 3 --as Old", NULL,
         history->finished);
    play("play idle-deposit --plain --untimed --lang en --seed 4 --as Old", "1\nh\n1\n",
         history->unfinished);
    *state = history;
    return 0;
}

static int tear_down(void **state)
{
    struct history *history = *state;
    program_home_remove(history->home);
    free(history->scenarios);
    free(history);
    return 0;
}

/* ------------------------------------------------------------------ the scenario changes ---- */

/* Puts `new` for every `old` of a scenario file; there has to be one. */
static void reword(const struct history *history, const char *name, const char *old,
                   const char *new)
{
    char *path = join(history->scenarios, name), *text = program_read_file(path);
    FILE *file = fopen(path, "w");
    int found = 0;
    assert_non_null(file);
    const char *from = text;
    for (const char *at; (at = strstr(from, old)) != NULL; from = at + strlen(old), found++)
        fprintf(file, "%.*s%s", (int)(at - from), from, new);
    fputs(from, file);
    assert_int_equal(fclose(file), 0);
    assert_true(found > 0);
    free(text);
    free(path);
}

/* Words, acts, weights and the length of the conversation. */
static void change_everything(const struct history *history)
{
    reword(history, "idle-deposit.lua", "Mr Wang", "Mr Zhao");
    reword(history, "idle-deposit.lua", "\"protect-privacy\"", "\"expose-amount\"");
    reword(history, "idle-deposit.lua", "turns = 1", "turns = 2");
    reword(history, "rules/service.lua", "weight = 2", "weight = 7");
    reword(history, "vocabulary.lua", "en = \"greet\"", "en = \"say hello\"");
}

static void assert_same_run(const char *words, const char *id, const char *before)
{
    struct program_result result = run_on(0, words, id);
    assert_string_equal(result.out, before);
    program_free(&result);
}

static void old_sessions_replay_after_the_scenario_changed(void **state)
{
    const struct history *history = *state;
    struct program_result shown = run_on(0, "show --plain --lang en", history->finished);
    struct program_result replayed = run_on(0, "replay", history->finished);
    assert_non_null(strstr(shown.out, "Mr Wang"));
    change_everything(history);
    assert_same_run("replay", history->finished, replayed.out);
    assert_same_run("show --plain --lang en", history->finished, shown.out);
    program_free(&shown);
    program_free(&replayed);
    replayed = run(0, "replay --all", NULL);
    assert_non_null(strstr(replayed.out, "2 sessions replayed, 0 differ"));
    program_free(&replayed);
}

static void a_session_is_resumed_under_the_text_it_began_with(void **state)
{
    const struct history *history = *state;
    change_everything(history);
    struct program_result resumed =
        run_on(0, "play --auto best-effort --plain --lang en --resume", history->unfinished);
    assert_non_null(strstr(resumed.out, "Mr Wang"));
    assert_null(strstr(resumed.out, "Mr Zhao"));
    assert_non_null(strstr(resumed.out, "== Debrief =="));
    program_free(&resumed);
    resumed = run(0, "replay --all", NULL);
    program_free(&resumed);
}

static void a_new_session_has_the_new_text(void **state)
{
    const struct history *history = *state;
    change_everything(history);
    struct program_result played =
        run(0, "play idle-deposit --auto best-effort --plain --lang en --seed 3 --as New", NULL);
    assert_non_null(strstr(played.out, "Mr Zhao"));
    assert_null(strstr(played.out, "Mr Wang"));
    program_free(&played);
    const char *store = store_path();
    assert_int_equal(raw_number(store, "SELECT count(*) FROM source"), 2);
    assert_int_equal(raw_number(store, "SELECT count(DISTINCT digest) FROM session"), 2);
    played = run(0, "replay --all", NULL);
    assert_non_null(strstr(played.out, "3 sessions replayed, 0 differ"));
    program_free(&played);
}

static void old_sessions_replay_without_any_scenario(void **state)
{
    const struct history *history = *state;
    char *path = join(history->scenarios, "idle-deposit.lua");
    assert_int_equal(unlink(path), 0);
    free(path);
    struct program_result replayed = run(0, "replay --all", NULL);
    program_free(&replayed);
}

/* -------------------------------------------------------------------------- edited logs ---- */

/* Runs `command` (printf-like, with the id); it has to fail with exit 1 and say something. */
static void assert_fails(const char *command, const char *id, const char *how)
{
    struct buffer line = {0};
    struct program_result result;
    buffer_printf(&line, "%s%s%s", command, id[0] ? " " : "", id);
    program_run(line.data, NULL, &result);
    if (result.status != 1 || result.error[0] == '\0')
        fail_msg("yanlian %s: exit %d after: %s\n%s%s", line.data, result.status, how, result.out,
                 result.error);
    program_free(&result);
    buffer_free(&line);
}

#define FINISHED "(SELECT id FROM session WHERE state = 'finished')"
#define FIRST_PICK \
    "session = " FINISHED " AND seq = (SELECT min(seq) FROM event WHERE kind = 'pick')"
#define EDIT_PICK(from, to)                                                                       \
    "UPDATE event SET payload = replace(payload, '" from "', '" to "') WHERE session = " FINISHED \
    " AND kind IN ('pick', 'form')"
#define EDIT_END(from, to) \
    "UPDATE event SET payload = replace(payload, '" from "', '" to "') WHERE kind = 'end'"

/* One tampering at a time; each has to change something. */
static const char *const edits[] = {
    EDIT_PICK("\"response\":\"walk\"", "\"response\":\"seat\""),
    EDIT_PICK("\"think_ms\":", "\"think_ms\":1"),
    EDIT_PICK("\"mood_after\":\"", "\"mood_after\":\"very "),
    EDIT_PICK("\"mood_before\":\"neutral\"", "\"mood_before\":\"resistant\""),
    EDIT_PICK("\"familiarity_after\":", "\"familiarity_after\":1"),
    EDIT_PICK("\"protect-privacy\"", "\"greet\""),
    EDIT_PICK("\"cues\"", "\"clues\""),
    EDIT_PICK("\"large-deposit\"", "\"waits\""),
    "UPDATE event SET payload = '{}' WHERE kind = 'pick'",
    "UPDATE event SET payload = 'no JSON' WHERE kind = 'pick'",
    "UPDATE event SET payload = json_remove(payload, '$.acts') WHERE kind = 'pick'",
    "UPDATE event SET kind = 'note' WHERE kind = 'pick'",
    "UPDATE event SET at = '2020-01-01T00:00:00.000Z' WHERE kind = 'end'",
    EDIT_END("\"score\":", "\"score\":1"),
    EDIT_END("\"verdict\":\"kept\"", "\"verdict\":\"broken\""),
    EDIT_END("\"take_backs\":0", "\"take_backs\":1"),
    "DELETE FROM event WHERE kind = 'end'",
    "DELETE FROM event WHERE seq > 3 AND session = " FINISHED,
    "DELETE FROM event WHERE session = " FINISHED,
    "DELETE FROM event WHERE " FIRST_PICK,
    "UPDATE session SET score = score / 2 WHERE state = 'finished'",
    "UPDATE session SET passed = 1 - passed WHERE state = 'finished'",
    "UPDATE session SET band = 'pass' WHERE state = 'finished'",
    "UPDATE session SET ending = 'left' WHERE state = 'finished'",
    "UPDATE session SET seed = seed + 1 WHERE state = 'finished'",
    "UPDATE session SET mode = 'exam' WHERE state = 'finished'",
    "UPDATE session SET started_at = '2020-01-01T00:00:00.000Z' WHERE state = 'finished'",
    "UPDATE session SET state = 'open', ended_at = NULL, score = NULL, band = NULL, passed = NULL, "
    "ending = NULL WHERE state = 'finished'",
};

enum { EDITS = sizeof edits / sizeof *edits };

static void put_back(const char *from, const char *to)
{
    static const char *const suffixes[] = {"-wal", "-shm"};
    char path[600];
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        snprintf(path, sizeof path, "%s%s", to, suffixes[i]);
        unlink(path);
    }
    snprintf(path, sizeof path, "VACUUM INTO '%s'", to);
    unlink(to);
    raw(from, path);
}

static void an_edited_log_does_not_replay(void **state)
{
    const struct history *history = *state;
    const char *store = store_path();
    char *kept = join(history->home, "kept.db");
    put_back(store, kept);
    for (int i = 0; i < EDITS; i++) {
        put_back(kept, store);
        tamper(store, edits[i]);
        assert_fails("replay", history->finished, edits[i]);
        assert_fails("replay --all", "", edits[i]);
        assert_fails("verify", "", edits[i]);
    }
    free(kept);
}

static void an_edited_log_is_not_played_on(void **state)
{
    const struct history *history = *state;
    tamper(
        store_path(),
        "UPDATE event SET payload = replace(payload, 'neutral', 'positive') WHERE kind = 'pick'");
    assert_fails("play --plain --resume", history->unfinished, "its moods changed");
    assert_fails("show --plain", history->finished, "its moods changed");
}

/* ----------------------------------------------------------------------- edited sources ---- */

static void an_edited_source_does_not_replay(void **state)
{
    const struct history *history = *state;
    static const char edit[] = "UPDATE source SET bundle = replace(bundle, 'Mr Wang', 'Mr Zhao')";
    tamper(store_path(), edit);
    struct program_result result = run_on(1, "replay", history->finished);
    assert_non_null(strstr(result.error, "digest"));
    assert_null(strstr(result.out, "as logged"));
    program_free(&result);
    assert_fails("replay --all", "", edit);
    assert_fails("play --plain --resume", history->unfinished, edit);
}

static void a_source_that_is_no_bundle_does_not_replay(void **state)
{
    const struct history *history = *state;
    static const char *const broken[] = {
        "UPDATE source SET bundle = 'no JSON'",
        "UPDATE source SET bundle = '[]'",
        "UPDATE source SET bundle = '[1, {\"name\": 2}]'",
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        raw(store_path(), broken[i]);
        assert_fails("replay", history->finished, broken[i]);
    }
}

/* ------------------------------------------------------------------------ the exam clock ---- */

static void leave_after(struct history *history, int64_t think_ms)
{
    struct error error = {0};
    struct store *store = store_open(store_path(), &error);
    struct play *play = store ? play_resume(store, history->unfinished, &error) : NULL;
    if (!play)
        fail_msg("%s", error.message);
    play_close(play, think_ms);
    store_close(store);
}

/* 24 of 25 seconds spent, then left: there is a second left, and no more. */
static void leaving_an_exam_does_not_refill_its_clock(void **state)
{
    struct history *history = *state;
    struct program_result result;
    play("play idle-deposit --plain --untimed --lang en --seed 4 --mode exam --as Late", "",
         history->unfinished);
    leave_after(history, 24000);
    struct buffer words = {0};
    buffer_printf(&words, "play --plain --untimed --lang en --resume %s", history->unfinished);
    result = run(0, words.data, "");
    assert_null(strstr(result.out, "Time is up."));
    program_free(&result);
    leave_after(history, 25001);
    result = run(0, words.data, "1\n");
    assert_non_null(strstr(result.out, "Time is up."));
    program_free(&result);
    buffer_free(&words);
}

#define HISTORY_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HISTORY_TEST(old_sessions_replay_after_the_scenario_changed),
        HISTORY_TEST(a_session_is_resumed_under_the_text_it_began_with),
        HISTORY_TEST(a_new_session_has_the_new_text),
        HISTORY_TEST(old_sessions_replay_without_any_scenario),
        HISTORY_TEST(an_edited_log_does_not_replay),
        HISTORY_TEST(an_edited_log_is_not_played_on),
        HISTORY_TEST(an_edited_source_does_not_replay),
        HISTORY_TEST(a_source_that_is_no_bundle_does_not_replay),
        HISTORY_TEST(leaving_an_exam_does_not_refill_its_clock),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
