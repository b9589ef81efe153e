/* habit.c: the rule that cost a learner most of late. */
#include <stdlib.h>
#include <string.h>

#include "practice/library.h"
#include "practice/review.h"
#include "store/facts.h"

enum { LOSSES_MAX = 256 };

struct loss {
    char rule[160];
    double points;
    int sessions;
    const struct rule *sample; /* of the session in `source` */
    int source;                /* index of that session */
};

struct losses {
    struct loss items[LOSSES_MAX];
    int count;
};

struct opened { /* for reading: one of these */
    struct play *play;
    struct loaded *loaded; /* of a session that was watched: there are no picks to replay */
};

static struct loss *find_loss(struct losses *losses, const char *rule)
{
    for (int i = 0; i < losses->count; i++) {
        if (strcmp(losses->items[i].rule, rule) == 0)
            return &losses->items[i];
    }
    if (losses->count == LOSSES_MAX)
        return NULL;
    struct loss *loss = &losses->items[losses->count++];
    *loss = (struct loss){.source = -1};
    snprintf(loss->rule, sizeof loss->rule, "%s", rule);
    return loss;
}

/*
 * Adds what each rule of a finished session cost: its share of the weights, times what was missed.
 */
static void add_session(struct losses *losses, const struct scenario *scenario,
                        const struct rule_state *states, int source)
{
    double weights = 0;
    for (int i = 0; i < scenario->rule_count; i++)
        weights += states[i].activations > 0 ? scenario->rules[i].weight : 0;
    for (int i = 0; i < scenario->rule_count; i++) {
        const struct rule *rule = &scenario->rules[i];
        char name[160];
        int fulfilled, of;
        if (!rule_mark(rule, &states[i], &fulfilled, &of) || fulfilled == of)
            continue;
        snprintf(name, sizeof name, "%.60s/%.60s", scenario->packs[rule->pack].id, rule->id);
        struct loss *loss = find_loss(losses, name);
        if (!loss)
            continue;
        loss->points += 100.0 * rule->weight * (of - fulfilled) / of / weights;
        loss->sessions++;
        loss->sample = rule;
        loss->source = source;
    }
}

static bool add_played(struct store *store, const struct session_row *row, struct opened *opened,
                       struct losses *losses, int source, struct error *error)
{
    opened->play = play_open(store, row->id, error);
    if (!opened->play)
        return false;
    const struct session *session = play_session(opened->play);
    add_session(losses, session_scenario(session), session_rules(session), source);
    return true;
}

/* Its marks are in its fact, which is written with its end. */
static bool add_live(struct store *store, const struct session_row *row, struct opened *opened,
                     struct losses *losses, int source, struct error *error)
{
    uint8_t marks[RULE_MAX * FACT_MARK_SIZE];
    struct rule_state states[RULE_MAX] = {0};
    int size;
    char *json = store_source(store, row->digest, error);
    struct bundle *bundle = json ? bundle_from_json(json, error) : NULL;
    free(json);
    opened->loaded = bundle ? scenario_load(bundle, NULL, error) : NULL;
    bundle_free(bundle);
    if (!opened->loaded || !store_fact_marks(store, row, marks, sizeof marks, &size, error))
        return false;
    const struct scenario *scenario = loaded_scenario(opened->loaded);
    if (size != scenario->rule_count * FACT_MARK_SIZE)
        return true; /* nothing is known of it */
    for (int i = 0; i < scenario->rule_count; i++) {
        const uint8_t *mark = marks + (ptrdiff_t)i * FACT_MARK_SIZE;
        states[i] = (struct rule_state){.fulfilled = mark[0], .activations = mark[1]};
    }
    add_session(losses, scenario, states, source);
    return true;
}

static bool open_all(struct store *store, const struct session_row *rows, int count,
                     struct opened *opened, struct losses *losses, struct error *error)
{
    bool done = true;
    for (int i = 0; done && i < count; i++)
        done =
            (rows[i].live ? add_live : add_played)(store, &rows[i], &opened[i], losses, i, error);
    return done;
}

static void close_one(struct opened *opened)
{
    if (opened->play)
        play_close(opened->play, -1);
    loaded_free(opened->loaded);
}

static const struct loss *most(const struct losses *losses)
{
    const struct loss *found = NULL;
    for (int i = 0; i < losses->count; i++) {
        if (!found || losses->items[i].points > found->points)
            found = &losses->items[i];
    }
    return found;
}

bool habit_find(struct store *store, const char *person, int sessions, struct habit *habit,
                struct error *error)
{
    struct session_filter filter = {
        .person = person, .state = SESSION_FINISHED, .personal = true, .limit = sessions};
    struct session_row *rows = NULL;
    struct losses *losses = calloc(1, sizeof *losses);
    int count = 0;
    if (!losses)
        abort();
    *habit = (struct habit){0};
    bool done = store_sessions(store, &filter, &rows, &count, error);
    struct opened *opened = calloc((size_t)count + 1, sizeof *opened);
    if (!opened)
        abort();
    done = done && open_all(store, rows, count, opened, losses, error);
    const struct loss *loss = done ? most(losses) : NULL;
    if (loss) {
        snprintf(habit->rule, sizeof habit->rule, "%s", loss->rule);
        habit->title = loss->sample->title;
        habit->instead = loss->sample->instead;
        habit->points = loss->points;
        habit->sessions = loss->sessions;
        habit->play = opened[loss->source].play;
        habit->loaded = opened[loss->source].loaded;
    }
    for (int i = 0; i < count; i++) {
        if (!loss || i != loss->source)
            close_one(&opened[i]);
    }
    free(opened);
    free(losses);
    free(rows);
    if (done && !loss && error)
        error->code = ERROR_NONE;
    return loss != NULL;
}

void habit_free(struct habit *habit)
{
    close_one(&(struct opened){.play = habit->play, .loaded = habit->loaded});
    *habit = (struct habit){0};
}
