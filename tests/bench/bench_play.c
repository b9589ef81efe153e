/* bench_play.c: decisions a second, by table, by the C loop and in plain Lua. */
#include <math.h>
#include <pthread.h>
#include <stdlib.h>

#include "bench/bench.h"
#include "bench/c_loop.h"
#include "bench/lua_loop.h"
#include "bench/story.h"
#include "core/session.h"
#include "solve/tabulate.h"

struct players {
    struct story story;
    struct loaded *loaded;
    struct table *table;
    struct c_loop *c_loop;
    struct lua_loop *lua_loop;
};

/* --------------------------------------------------------------------------- the table ---- */

/* As c_loop_run. */
static uint64_t table_run(const struct table *table, int sessions, uint64_t *random)
{
    uint64_t checksum = 0;
    for (int session = 0; session < sessions; session++) {
        struct walk walk;
        bool critical;
        walk_begin(table, 1, &walk);
        while (!walk_is_over(table, &walk)) {
            unsigned response = choose_open(table_step(table, walk.place)->open, random);
            walk_pick(table, &walk, (int)response, 0);
        }
        checksum = checksum_add(checksum, walk_score(table, &walk, &critical),
                                table_step(table, walk.place)->node);
    }
    return checksum;
}

/* The same by real sessions; also by Lua, with `table` NULL. */
static uint64_t session_run(const struct players *players, const struct table *table, int sessions,
                            uint64_t *random)
{
    const struct scenario *scenario = loaded_scenario(players->loaded);
    uint64_t checksum = 0;
    struct error error = {0};
    for (int i = 0; i < sessions; i++) {
        struct session *session = table ? session_new_by_table(table, 1, MODE_PRACTICE, &error)
                                        : session_new(scenario, loaded_evaluator(players->loaded),
                                                      1, MODE_PRACTICE, &error);
        while (session && session_phase(session) == SESSION_CHOOSING) {
            int options[RESPONSE_MAX];
            unsigned open = 0;
            for (int j = session_options(session, options); j-- > 0;)
                open |= 1U << options[j];
            require(session_pick(session, (int)choose_open(open, random), 1000, &error),
                    "a pick was refused");
        }
        require(session != NULL, "a session did not begin");
        struct score score;
        session_score(session, &bands_default, &score);
        checksum = checksum_add(checksum, score.total, session_state(session)->node);
        session_free(session);
    }
    return checksum;
}

/* ------------------------------------------------------------------------- agreement ---- */

/* All of them make the same decisions, and must come to the same ends. */
static void check_agreement(const struct players *players)
{
    enum { SESSIONS = 2000 };
    uint64_t c = DECISION_SEED, lua = c, walk = c, by_table = c, plain = c;
    uint64_t expected = c_loop_run(players->c_loop, SESSIONS, &c);
    require(lua_loop_run(players->lua_loop, SESSIONS, &lua) == expected && lua == c,
            "plain Lua and the C loop come to different scores");
    require(table_run(players->table, SESSIONS, &walk) == expected && walk == c,
            "the table and the C loop come to different scores");
    require(session_run(players, players->table, SESSIONS, &by_table) == expected,
            "sessions by table and the C loop come to different scores");
    require(session_run(players, NULL, SESSIONS, &plain) == expected,
            "sessions without a table and the C loop come to different scores");
}

/* ------------------------------------------------------------------------------ rates ---- */

enum { C_LOOP, TABLE, PLAIN_LUA, BY_TABLE, BY_LUA, PLAYERS };

static void run(const struct players *players, int player, int sessions)
{
    static volatile uint64_t sink; /* keeps the compiler from leaving a run out */
    uint64_t random = DECISION_SEED;
    switch (player) {
    case C_LOOP:
        sink = c_loop_run(players->c_loop, sessions, &random);
        break;
    case TABLE:
        sink = table_run(players->table, sessions, &random);
        break;
    case PLAIN_LUA:
        sink = lua_loop_run(players->lua_loop, sessions, &random);
        break;
    case BY_TABLE:
        sink = session_run(players, players->table, sessions, &random);
        break;
    default:
        sink = session_run(players, NULL, sessions, &random);
    }
    (void)sink;
}

/* Decisions a second, the best of several rounds; in each round every player has a turn. */
static void measure_players(const struct settings *settings, const struct players *players,
                            double best[PLAYERS])
{
    static const int sessions[PLAYERS] = {100000, 100000, 4000, 8000, 8000};
    int rounds = settings->quick ? 2 : 9;
    for (int i = 0; i < PLAYERS; i++)
        best[i] = 0;
    for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < PLAYERS; i++) {
            int count = settings->quick ? sessions[i] / 10 : sessions[i];
            double start = measure_cpu();
            run(players, i, count);
            best[i] = fmax(best[i], count * (double)STORY_TURNS / (measure_cpu() - start));
        }
    }
}

/* ------------------------------------------------------------------------- two threads ---- */

struct walker {
    const struct table *table;
    int sessions;
    double cpu; /* seconds that it took */
};

static void *walk_all(void *data)
{
    struct walker *walker = data;
    uint64_t random = DECISION_SEED;
    double start = measure_cpu();
    require(table_run(walker->table, walker->sessions, &random) != 0, "a checksum is zero");
    walker->cpu = measure_cpu() - start;
    return NULL;
}

enum { TWO_ROUNDS = 24 };

/*
 * Both threads' rates together, by processor time and by the clock on the wall, and one thread's in
 * the same rounds: medians, as the luckiest of many rounds would favour the one thread.
 */
static void measure_two(const struct settings *settings, const struct table *table, double *cpu,
                        double *wall, double *one)
{
    int rounds = settings->quick ? 3 : TWO_ROUNDS, sessions = settings->quick ? 10000 : 60000;
    double decisions = sessions * (double)STORY_TURNS;
    double cpus[TWO_ROUNDS], walls[TWO_ROUNDS], ones[TWO_ROUNDS];
    for (int round = 0; round < rounds; round++) {
        struct walker walkers[3] = {
            {table, sessions, 0}, {table, sessions, 0}, {table, sessions, 0}};
        pthread_t threads[2];
        double start = measure_wall();
        for (int i = 0; i < 2; i++)
            require(pthread_create(&threads[i], NULL, walk_all, &walkers[i]) == 0,
                    "no thread could be started");
        for (int i = 0; i < 2; i++)
            pthread_join(threads[i], NULL);
        walls[round] = 2 * decisions / (measure_wall() - start);
        cpus[round] = decisions / walkers[0].cpu + decisions / walkers[1].cpu;
        walk_all(&walkers[2]);
        ones[round] = decisions / walkers[2].cpu;
    }
    *wall = median(walls, rounds);
    *cpu = median(cpus, rounds);
    *one = median(ones, rounds);
}

/* ----------------------------------------------------------------------------- results ---- */

static struct table *build(const struct players *players)
{
    struct error error = {0};
    struct table *table = tabulate(players->loaded, 0, &error);
    require(table != NULL, "the table could not be built");
    return table;
}

static void report_table(const struct settings *settings, struct players *players,
                         struct results *results)
{
    double load = 1e9, made = 1e9;
    for (int round = 0; round < (settings->quick ? 1 : 3); round++) {
        struct bundle *bundle = story_bundle(&players->story);
        if (players->table)
            table_free(players->table);
        if (players->loaded)
            loaded_free(players->loaded);
        double start = measure_cpu();
        players->loaded = story_load(bundle);
        double loaded = measure_cpu();
        players->table = build(players);
        load = fmin(load, loaded - start);
        made = fmin(made, measure_cpu() - loaded);
        bundle_free(bundle);
    }
    results_add(results, "baseline.load", load * 1000, "ms", 1, "baseline.load");
    results_add(results, "table.build", made * 1000, "ms", made / load, "baseline.load");
}

static void report_rates(const double best[PLAYERS], struct results *results)
{
    results_add(results, "baseline.c_loop", best[C_LOOP] / 1e6, "M/s", 1, "baseline.c_loop");
    results_add(results, "baseline.lua", best[PLAIN_LUA] / 1e6, "M/s",
                best[PLAIN_LUA] / best[C_LOOP], "baseline.c_loop");
    results_add(results, "play.decisions", best[TABLE] / 1e6, "M/s", best[TABLE] / best[C_LOOP],
                "baseline.c_loop");
    results_add(results, "play.decisions_vs_lua", best[TABLE] / 1e6, "M/s",
                best[TABLE] / best[PLAIN_LUA], "baseline.lua");
    results_add(results, "play.session_pick_plain", 1e6 / best[BY_LUA], "us", 1,
                "play.session_pick_plain");
    results_add(results, "play.session_pick", 1e6 / best[BY_TABLE], "us",
                best[BY_LUA] / best[BY_TABLE], "play.session_pick_plain");
}

void bench_play(const struct settings *settings, struct results *results)
{
    struct players *players = calloc(1, sizeof *players);
    double best[PLAYERS], two_cpu, two_wall, one;
    require(players != NULL, "out of memory");
    story_make(&players->story, STORY_TURNS, STORY_VARIABLES);
    report_table(settings, players, results);
    players->c_loop = c_loop_new(&players->story);
    players->lua_loop = lua_loop_new(&players->story, settings->folder);
    check_agreement(players);
    measure_players(settings, players, best);
    report_rates(best, results);
    measure_two(settings, players->table, &two_cpu, &two_wall, &one);
    results_add(results, "play.decisions_two_cores", two_cpu / 1e6, "M/s", two_cpu / one,
                "play.decisions, one thread in the same rounds");
    results_add(results, "play.decisions_two_cores_wall", two_wall / 1e6, "M/s", two_wall / one,
                "the same; by the wall clock, with whatever else is running");
    results_add(results, "table.bytes", (double)players->table->bytes / 1e6, "MB",
                (double)players->table->bytes / (double)c_loop_bytes(players->c_loop),
                "the C loop's arrays");
    lua_loop_free(players->lua_loop);
    c_loop_free(players->c_loop);
    table_free(players->table);
    loaded_free(players->loaded);
    free(players);
}
