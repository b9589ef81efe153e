/* habit.c: the rule that cost a learner most of late. */
#include <stdlib.h>
#include <string.h>

#include "practice/review.h"

enum { LOSSES_MAX = 256 };

struct loss {
    char rule[160];
    double points;
    int sessions;
    const struct rule *sample; /* of the play in `source` */
    int source;                /* index of that play */
};

struct losses {
    struct loss items[LOSSES_MAX];
    int count;
};

struct opened { /* for reading */
    struct play *play;
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
static void add_session(struct losses *losses, struct play *play, int source)
{
    const struct session *session = play_session(play);
    const struct scenario *scenario = session_scenario(session);
    const struct rule_state *states = session_rules(session);
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

static bool open_all(struct store *store, const struct session_row *rows, int count,
                     struct opened *plays, struct losses *losses, struct error *error)
{
    for (int i = 0; i < count; i++) {
        plays[i].play = play_open(store, rows[i].id, error);
        if (!plays[i].play)
            return false;
        add_session(losses, plays[i].play, i);
    }
    return true;
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
        .person = person, .state = SESSION_FINISHED, .played = true, .limit = sessions};
    struct session_row *rows = NULL;
    struct losses *losses = calloc(1, sizeof *losses);
    int count = 0;
    if (!losses)
        abort();
    *habit = (struct habit){0};
    bool done = store_sessions(store, &filter, &rows, &count, error);
    struct opened *plays = calloc((size_t)count + 1, sizeof *plays);
    if (!plays)
        abort();
    done = done && open_all(store, rows, count, plays, losses, error);
    const struct loss *loss = done ? most(losses) : NULL;
    if (loss) {
        snprintf(habit->rule, sizeof habit->rule, "%s", loss->rule);
        habit->title = loss->sample->title;
        habit->instead = loss->sample->instead;
        habit->points = loss->points;
        habit->sessions = loss->sessions;
        habit->source = plays[loss->source].play;
    }
    for (int i = 0; i < count; i++) {
        if (plays[i].play && plays[i].play != habit->source)
            play_close(plays[i].play, -1);
    }
    free(plays);
    free(losses);
    free(rows);
    if (done && !loss && error)
        error->code = ERROR_NONE;
    return loss != NULL;
}

void habit_free(struct habit *habit)
{
    if (habit->source)
        play_close(habit->source, -1);
    *habit = (struct habit){0};
}
