/*
 * test_kill.c: 200 plays, each killed at a random moment: whatever was shown is in the log.
 *
 * SIGKILL comes after a random number of lines, at a random time after the start, or at a random
 * time after the first words, so that it lands in commits, between them and before anything was
 * said. What was read from the program's pipe must be the beginning of what the store tells of the
 * session, byte for byte.
 */
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/random.h"
#include "base/words.h"
#include "plain/plain.h"
#include "unit/program.h"

enum {
    PLAYS = 200,
    MEASURED = 5,
    LINES_MOST = 36,   /* most plays show more before their debrief */
    MIDST_LEAST = 50,  /* plays that must have been killed with picks shown and no end */
    PICKS_LEAST = 200, /* that must have been shown before the kills, in all */
};

struct killed {
    char *shown; /* everything that came through the pipe */
    bool by_signal;
};

static struct killed plays[PLAYS];
static char *home;

static uint64_t chance(int index, uint64_t bound)
{
    return random_below(20261121, RANDOM_TRAINEE, (uint64_t)index, bound);
}

static int compare_times(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

/* ----------------------------------------------------------------------------- killing ---- */

/* When to kill: at whichever comes first. */
struct moment {
    int lines;         /* after so many were shown */
    int64_t start_us;  /* after the start */
    int64_t spoken_us; /* after the first words */
};

/* How long a whole play takes here and now: the middle one of a few. */
struct pace {
    int64_t whole_us;
    int64_t speaking_us; /* of these, from the first words to the last */
};

static const struct moment never = {
    .lines = INT32_MAX, .start_us = INT64_C(60000000), .spoken_us = INT64_C(60000000)};

static int count_lines(const struct buffer *text)
{
    int lines = 0;
    for (size_t i = 0; i < text->length; i++)
        lines += text->data[i] == '\n';
    return lines;
}

/* Reads what there is, waiting no longer than `until_us`; false at the end of output. */
static bool read_some(int out, int64_t until_us, struct buffer *text)
{
    char bytes[4096];
    int64_t left_us = until_us - clock_monotonic_us();
    struct timespec wait = {.tv_sec = left_us / 1000000, .tv_nsec = left_us % 1000000 * 1000};
    struct pollfd ready = {.fd = out, .events = POLLIN};
    if (left_us <= 0 || ppoll(&ready, 1, &wait, NULL) <= 0)
        return true;
    ssize_t count = read(out, bytes, sizeof bytes);
    if (count > 0)
        buffer_add_bytes(text, bytes, (size_t)count);
    return count > 0;
}

static void drain(int out, struct buffer *text)
{
    char bytes[4096];
    ssize_t count;
    while ((count = read(out, bytes, sizeof bytes)) > 0)
        buffer_add_bytes(text, bytes, (size_t)count);
}

static void play_and_kill(const char *words, const struct moment *moment, struct killed *killed)
{
    struct buffer text = {0};
    int out, status = 0;
    int64_t until_us = clock_monotonic_us() + moment->start_us;
    pid_t child = program_start(words, &out);
    bool more = true, spoken = false;
    while (more && count_lines(&text) < moment->lines && clock_monotonic_us() < until_us) {
        more = read_some(out, until_us, &text);
        if (!spoken && text.length > 0 && moment->spoken_us < never.spoken_us)
            until_us = clock_monotonic_us() + moment->spoken_us;
        spoken = text.length > 0;
    }
    kill(child, SIGKILL);
    drain(out, &text);
    close(out);
    assert_int_equal(waitpid(child, &status, 0), child);
    killed->by_signal = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    killed->shown = buffer_take(&text);
}

static void measure_once(int64_t *whole_us, int64_t *speaking_us)
{
    struct buffer text = {0};
    int out, status = 0;
    int64_t start_us = clock_monotonic_us();
    pid_t child = program_start("play idle-deposit --auto random --plain --lang en", &out);
    read_some(out, start_us + never.start_us, &text);
    int64_t spoken_us = clock_monotonic_us();
    drain(out, &text);
    int64_t end_us = clock_monotonic_us();
    close(out);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    buffer_free(&text);
    *whole_us = end_us - start_us;
    *speaking_us = end_us - spoken_us;
}

static struct pace measure(void)
{
    int64_t whole_us[MEASURED], speaking_us[MEASURED];
    for (int i = 0; i < MEASURED; i++)
        measure_once(&whole_us[i], &speaking_us[i]);
    qsort(whole_us, MEASURED, sizeof *whole_us, compare_times);
    qsort(speaking_us, MEASURED, sizeof *speaking_us, compare_times);
    return (struct pace){.whole_us = whole_us[MEASURED / 2] + 1,
                         .speaking_us = speaking_us[MEASURED / 2] + 1};
}

static struct moment choose_moment(int index, const struct pace *pace)
{
    struct moment moment = never;
    if (index % 2 == 0)
        moment.lines = (int)chance(index, LINES_MOST);
    else if (index % 4 == 1)
        moment.start_us = (int64_t)chance(index, (uint64_t)pace->whole_us);
    else
        moment.spoken_us = (int64_t)chance(index, (uint64_t)pace->speaking_us);
    return moment;
}

static int kill_all(void **unused)
{
    (void)unused;
    static const char *const scenarios[] = {"idle-deposit", "insurance-refusal", "forex-browser"};
    home = program_home();
    words_begin(NULL);
    words_use(LANGUAGE_EN);
    struct pace pace = measure();
    for (int i = 0; i < PLAYS; i++) {
        char words[200];
        struct moment moment = choose_moment(i, &pace);
        snprintf(words, sizeof words,
                 "play %s --auto random --plain --lang en --as Killed --mode %s --seed %d",
                 scenarios[i % 3], i % 8 < 4 ? "exam" : "practice", i + 1);
        play_and_kill(words, &moment, &plays[i]);
    }
    return 0;
}

static int forget_all(void **unused)
{
    (void)unused;
    for (int i = 0; i < PLAYS; i++)
        free(plays[i].shown);
    program_home_remove(home);
    return 0;
}

/* ---------------------------------------------------------------------- shown and kept ---- */

static struct store *open_store(void)
{
    struct error error = {0};
    struct store *store = store_open(getenv("YANLIAN_STORE"), &error);
    if (!store)
        fail_msg("%s", error.message);
    return store;
}

/* The session that the output names; false while it had not come to that. */
static bool find_id(const char *shown, char id[ULID_SIZE])
{
    const char *found = strstr(shown, "· session ");
    return found && sscanf(found, "· session %26s", id) == 1 && ulid_is_valid(id);
}

static struct play *open_play(struct store *store, const char *id)
{
    struct error error = {0};
    struct play *play = play_open(store, id, &error);
    if (!play)
        fail_msg("session %s: %s", id, error.message);
    return play;
}

/* What the program would have shown of this session, had it not been killed before. */
static char *tell(struct play *play)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    struct plain plain = {.out = out, .language = LANGUAGE_EN};
    plain_opening(&plain, play);
    fputc('\n', out);
    plain_transcript(&plain, play);
    if (session_phase(play_session(play)) == SESSION_OVER)
        plain_debrief(&plain, play);
    fclose(out);
    return text;
}

static int count_words(const char *text, const char *words)
{
    int count = 0;
    while ((text = strstr(text, words)) != NULL) {
        text += strlen(words);
        count++;
    }
    return count;
}

/* Moves that were shown: something was said, or the form filed. */
static int count_shown(const char *text)
{
    return count_words(text, "\nMe: ") + count_words(text, "\nReferral form filed\n");
}

static int count_logged(struct store *store, const char *id)
{
    struct event_row *events;
    struct error error = {0};
    int count, moves = 0;
    assert_true(store_events(store, id, &events, &count, &error));
    for (int i = 0; i < count; i++)
        moves += strcmp(events[i].kind, "pick") == 0 || strcmp(events[i].kind, "form") == 0 ||
                 strcmp(events[i].kind, "timeout") == 0;
    store_free_events(events, count);
    return moves;
}

static void everything_shown_is_kept(void **unused)
{
    (void)unused;
    struct store *store = open_store();
    int shown = 0;
    for (int i = 0; i < PLAYS; i++) {
        char id[ULID_SIZE];
        if (!find_id(plays[i].shown, id)) {
            assert_int_equal(count_shown(plays[i].shown), 0);
            continue;
        }
        struct play *play = open_play(store, id);
        char *told = tell(play);
        if (strncmp(plays[i].shown, told, strlen(plays[i].shown)) != 0)
            fail_msg("play %d showed\n%s\nbut the store tells\n%s", i, plays[i].shown, told);
        assert_true(count_shown(plays[i].shown) <= count_logged(store, id));
        shown += count_shown(plays[i].shown);
        free(told);
        play_close(play, -1);
    }
    store_close(store);
    print_message("# %d moves were shown before the kills\n", shown);
    assert_true(shown >= PICKS_LEAST);
}

static void the_kills_landed_in_the_midst(void **unused)
{
    (void)unused;
    struct store *store = open_store();
    int silent = 0, midst = 0, late = 0, ended = 0;
    for (int i = 0; i < PLAYS; i++) {
        char id[ULID_SIZE];
        bool begun = find_id(plays[i].shown, id);
        struct play *play = begun ? open_play(store, id) : NULL;
        bool over = play && play_row(play)->state == SESSION_FINISHED;
        silent += !begun;
        midst += begun && !over && plays[i].by_signal && count_shown(plays[i].shown) > 0;
        late += over && plays[i].by_signal;
        ended += !plays[i].by_signal;
        if (play)
            play_close(play, -1);
    }
    store_close(store);
    print_message("# killed before a word: %d, in the midst: %d, while finishing: %d; not: %d\n",
                  silent, midst, late, ended);
    assert_true(midst >= MIDST_LEAST);
}

/* --------------------------------------------------------------------- the whole store ---- */

static void assert_run(const char *words, const char *said)
{
    struct program_result result;
    program_run(words, NULL, &result);
    if (result.status != 0 || !strstr(result.out, said))
        fail_msg("yanlian %s: exit %d\n%s%s", words, result.status, result.out, result.error);
    program_free(&result);
}

static void the_log_verifies_and_replays(void **unused)
{
    (void)unused;
    assert_run("verify", " 0 not as they were written\n");
    assert_run("replay --all", " 0 differ\n");
}

static int list_open(struct session_row **rows)
{
    struct store *store = open_store();
    struct session_filter filter = {.state = SESSION_OPEN};
    struct error error = {0};
    int count;
    assert_true(store_sessions(store, &filter, rows, &count, &error));
    store_close(store);
    return count;
}

static void every_open_session_can_be_finished(void **unused)
{
    (void)unused;
    struct session_row *rows;
    int count = list_open(&rows);
    assert_true(count >= MIDST_LEAST);
    for (int i = 0; i < count; i++) {
        char words[120];
        snprintf(words, sizeof words, "play --resume %s --auto random --plain --lang en",
                 rows[i].id);
        assert_run(words, "== Debrief ==");
    }
    free(rows);
    assert_int_equal(list_open(&rows), 0);
    free(rows);
    assert_run("verify", " 0 not as they were written\n");
    assert_run("replay --all", " 0 differ\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_shown_is_kept),
        cmocka_unit_test(the_kills_landed_in_the_midst),
        cmocka_unit_test(the_log_verifies_and_replays),
        cmocka_unit_test(every_open_session_can_be_finished),
    };
    return cmocka_run_group_tests(tests, kill_all, forget_all);
}
