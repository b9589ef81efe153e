/* vote.c: counts hands. */
#include "class/vote.h"

#include <assert.h>
#include <cjson/cJSON.h>

void vote_begin(struct vote *vote, int options)
{
    *vote = (struct vote){.options = options};
}

bool vote_add(struct vote *vote, int option)
{
    if (option < 0 || option >= vote->options || vote->total >= VOTE_MAX)
        return false;
    vote->latest[vote->total++] = (unsigned char)option;
    vote->counts[option]++;
    return true;
}

bool vote_take_back(struct vote *vote)
{
    if (vote->total == 0)
        return false;
    vote->counts[vote->latest[--vote->total]]--;
    return true;
}

int vote_leader(const struct vote *vote)
{
    int leader = 0;
    for (int i = 1; i < vote->options; i++)
        leader = vote->counts[i] > vote->counts[leader] ? i : leader;
    return leader;
}

bool vote_is_tied(const struct vote *vote)
{
    int leader = vote_leader(vote);
    for (int i = leader + 1; i < vote->options; i++) {
        if (vote->counts[i] == vote->counts[leader])
            return vote->counts[leader] > 0;
    }
    return false;
}

/* Whole parts first; what is missing to 100 goes to the largest remainders, the first of equals. */
void vote_percents(const struct vote *vote, int percents[RESPONSE_MAX])
{
    int remainders[RESPONSE_MAX] = {0}, missing = 100;
    for (int i = 0; i < RESPONSE_MAX; i++) {
        percents[i] = vote->total > 0 ? vote->counts[i] * 100 / vote->total : 0;
        remainders[i] = vote->total > 0 ? vote->counts[i] * 100 % vote->total : 0;
        missing -= percents[i];
    }
    for (; vote->total > 0 && missing > 0; missing--) {
        int most = 0;
        for (int i = 1; i < vote->options; i++)
            most = remainders[i] > remainders[most] ? i : most;
        percents[most]++;
        remainders[most] = -1;
    }
}

bool vote_pick(struct play *play, const struct vote *vote, int option, int64_t think_ms,
               struct error *error)
{
    const struct session *session = play_session(play);
    const struct state *state = session_state(session);
    const struct node *node = &session_scenario(session)->nodes[state->node];
    int options[RESPONSE_MAX];
    int count = session_options(session, options);
    assert(option >= 0 && option < count && vote->options == count);
    cJSON *payload = cJSON_CreateObject();
    cJSON_AddNumberToObject(payload, "turn", state->turn + 1);
    cJSON_AddStringToObject(payload, "node", node->id);
    cJSON *votes = cJSON_AddObjectToObject(payload, "votes");
    for (int i = 0; i < count; i++)
        cJSON_AddNumberToObject(votes, node->responses[options[i]].id, vote->counts[i]);
    cJSON_AddStringToObject(payload, "chosen", node->responses[options[option]].id);
    struct play_note note = {.kind = "vote", .payload = payload};
    bool done = play_pick_noted(play, &note, options[option], think_ms, error);
    cJSON_Delete(payload);
    return done;
}
