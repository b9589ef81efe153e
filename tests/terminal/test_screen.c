/* test_screen.c: home, play, form, debrief: what a trainee sees and types. */
#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "practice/library.h"
#include "practice/trainee.h"
#include "screen.h"

static struct screen *start_home(const char *language)
{
    struct screen *screen = screen_start(&(struct screen_options){.language = language});
    bool chinese = language && strncmp(language, "zh", 2) == 0;
    screen_wait(screen, chinese ? "谁来演练" : "Who");
    screen_type(screen, chinese ? "李梅\tA102\r\r" : "Mei\tA102\r\r");
    return screen;
}

/* A session in `store` that a simulated trainee has brought to where the form may be filed. */
static void reach_form(const char *path, char id[ULID_SIZE])
{
    struct error error = {0};
    struct store *store = store_open(path, &error);
    assert_non_null(store);
    struct person person;
    assert_true(store_person(store, "Mei", "", &person, &error));
    struct bundle *bundle = library_bundle("idle-deposit", &error);
    assert_non_null(bundle);
    struct play_options options = {.person = &person, .language = LANGUAGE_ZH, .seed = 3};
    struct play *play = play_begin(store, bundle, &options, &error);
    assert_non_null(play);
    while (!session_form_open(play_session(play)))
        assert_true(trainee_play(TRAINEE_BEST_EFFORT, play, &error));
    snprintf(id, ULID_SIZE, "%s", play_row(play)->id);
    play_close(play, 0);
    bundle_free(bundle);
    store_close(store);
}

/* A finished session. */
static void finish_one(const char *path, char id[ULID_SIZE])
{
    struct error error = {0};
    reach_form(path, id);
    struct store *store = store_open(path, &error);
    struct play *play = play_resume(store, id, &error);
    assert_non_null(play);
    while (session_phase(play_session(play)) == SESSION_CHOOSING)
        assert_true(trainee_play(TRAINEE_RANDOM, play, &error));
    play_close(play, -1);
    store_close(store);
}

enum { STORE_PATH = 256 };

static void new_store(char path[STORE_PATH])
{
    const char *base = getenv("TMPDIR");
    char folder[STORE_PATH];
    snprintf(folder, sizeof folder, "%.200s/screen.XXXXXX", base ? base : "/tmp");
    assert_non_null(mkdtemp(folder));
    snprintf(path, STORE_PATH, "%.240s/s.db", folder);
}

/* -------------------------------------------------------------------------------- home ---- */

static void home_lists_scenarios_in_both_languages(void **unused)
{
    (void)unused;
    struct screen *screen = start_home("zh_CN.UTF-8");
    screen_wait(screen, "大额闲置存款");
    assert_true(screen_shows(screen, "李梅"));
    assert_true(screen_shows(screen, "大堂经理"));
    screen_type(screen, "L");
    screen_wait(screen, "A large idle deposit");
    screen_stop(screen);
    screen = start_home("en_US.UTF-8");
    screen_wait(screen, "A large idle deposit");
    screen_stop(screen);
}

static void home_filters_and_quits(void **unused)
{
    (void)unused;
    struct screen *screen = start_home("en_US.UTF-8");
    screen_wait(screen, "A large idle deposit");
    screen_type(screen, "/rate board\r");
    screen_wait_gone(screen, "A large idle deposit");
    assert_true(screen_shows(screen, "In front of the rate board"));
    screen_type(screen, "\033");
    screen_wait(screen, "A large idle deposit");
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    assert_false(screen_is_alternate(screen));
    screen_stop(screen);
}

static void who_plays_is_remembered(void **unused)
{
    (void)unused;
    char store[512];
    struct screen *screen = start_home("en_US.UTF-8");
    screen_wait(screen, "A large idle deposit");
    snprintf(store, sizeof store, "%s", screen_store(screen));
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
    screen = screen_start(&(struct screen_options){.language = "en_US.UTF-8", .store = store});
    screen_wait(screen, "A large idle deposit");
    assert_true(screen_shows(screen, "Mei"));
    screen_stop(screen);
}

/* -------------------------------------------------------------------------------- play ---- */

/* Starts a practice session of the rate board and waits for its first responses. */
static struct screen *start_play(const char *arguments)
{
    struct screen *screen =
        screen_start(&(struct screen_options){.language = "zh_CN.UTF-8", .arguments = arguments});
    screen_wait(screen, "以后再说");
    screen_type(screen, "\r");
    screen_wait(screen, "> 1");
    return screen;
}

static void a_turn_is_played_by_keys(void **unused)
{
    (void)unused;
    struct screen *screen = start_play("play forex-browser --as Mei --seed 5");
    assert_true(screen_shows(screen, "第 1/12 轮"));
    screen_type(screen, "j");
    screen_wait(screen, "> 2");
    screen_type(screen, "\033OA"); /* up, as keypad mode sends it */
    screen_wait(screen, "> 1");
    screen_type(screen, "h");
    screen_wait(screen, "提示：");
    screen_type(screen, "\r");
    screen_wait(screen, "第 2/12 轮");
    assert_true(screen_shows(screen, "教练"));
    screen_type(screen, "u");
    screen_wait(screen, "第 1/12 轮");
    screen_type(screen, "1");
    screen_wait(screen, "第 2/12 轮");
    screen_type(screen, "?");
    screen_wait(screen, "PgUp");
    screen_type(screen, "\033");
    screen_wait_gone(screen, "PgUp");
    screen_stop(screen);
}

static void a_click_says_a_response(void **unused)
{
    (void)unused;
    struct screen *screen = start_play("play forex-browser --as Mei --seed 5");
    int row = screen_find(screen, "  2  ");
    assert_true(row > 0);
    screen_mouse(screen, 0, row + 1, 8);
    screen_wait(screen, "> 2");
    screen_mouse(screen, 0, row + 1, 8);
    screen_wait(screen, "第 2/12 轮");
    screen_mouse(screen, 64, 5, 40);
    screen_read(screen, 200);
    assert_true(screen_shows(screen, "第 2/12 轮"));
    screen_stop(screen);
}

static void leaving_keeps_the_session(void **unused)
{
    (void)unused;
    char store[512];
    struct screen *screen = start_play("play forex-browser --as Mei --seed 5");
    screen_type(screen, "1");
    screen_wait(screen, "第 2/12 轮");
    snprintf(store, sizeof store, "%s", screen_store(screen));
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
    screen = screen_start(&(struct screen_options){.language = "zh_CN.UTF-8", .store = store});
    screen_wait(screen, "未完成");
    screen_stop(screen);
}

/* -------------------------------------------------------------------------------- form ---- */

static void the_form_is_filled_in_and_judged(void **unused)
{
    (void)unused;
    char store[256], id[ULID_SIZE], arguments[64];
    new_store(store);
    reach_form(store, id);
    snprintf(arguments, sizeof arguments, "play --resume %s", id);
    struct screen *screen = screen_start(&(struct screen_options){
        .language = "zh_CN.UTF-8", .store = store, .arguments = arguments});
    screen_wait(screen, "f 推荐表");
    screen_type(screen, "f");
    screen_wait(screen, "潜在贵宾客户推荐表");
    screen_type(screen, "王先生");
    screen_wait(screen, "王先生");
    screen_type(screen, "\033");
    screen_wait_gone(screen, "潜在贵宾客户推荐表");
    screen_type(screen, "f");
    screen_wait(screen, "潜在贵宾客户推荐表");
    for (int i = 0; i < 20 && screen_shows(screen, "潜在贵宾客户推荐表"); i++) {
        screen_type(screen, "\r");
        screen_read(screen, 150);
    }
    assert_false(screen_shows(screen, "潜在贵宾客户推荐表"));
    screen_wait(screen, "推荐表");
    screen_stop(screen);
}

/* ----------------------------------------------------------------------------- debrief ---- */

static void the_debrief_leads_to_the_turn(void **unused)
{
    (void)unused;
    char store[256], id[ULID_SIZE], arguments[64];
    new_store(store);
    finish_one(store, id);
    snprintf(arguments, sizeof arguments, "show %s", id);
    struct screen *screen = screen_start(&(struct screen_options){
        .language = "zh_CN.UTF-8", .store = store, .arguments = arguments});
    screen_wait(screen, "服务礼仪");
    assert_true(screen_shows(screen, "得分") || screen_shows(screen, "分"));
    for (int i = 0; i < 60 && !screen_shows(screen, "✓"); i++)
        screen_type(screen, "j");
    screen_type(screen, "\r");
    screen_wait(screen, "客户");
    screen_type(screen, "\033");
    screen_wait(screen, "服务礼仪");
    screen_type(screen, "a"); /* again: the same scenario from its start */
    screen_wait(screen, "第 1/12 轮");
    screen_type(screen, "q");
    assert_int_equal(screen_wait_end(screen), 0);
    screen_stop(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(home_lists_scenarios_in_both_languages),
        cmocka_unit_test(home_filters_and_quits),
        cmocka_unit_test(who_plays_is_remembered),
        cmocka_unit_test(a_turn_is_played_by_keys),
        cmocka_unit_test(a_click_says_a_response),
        cmocka_unit_test(leaving_keeps_the_session),
        cmocka_unit_test(the_form_is_filled_in_and_judged),
        cmocka_unit_test(the_debrief_leads_to_the_turn),
    };
    if (sodium_init() < 0)
        return 1;
    screen_set_scenarios();
    return cmocka_run_group_tests_name("screen", tests, NULL, NULL);
}
