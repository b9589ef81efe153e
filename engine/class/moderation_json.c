/* moderation_json.c: agreement for other programs. */
#include <cjson/cJSON.h>
#include <stdlib.h>

#include "class/moderation.h"

static cJSON *kappa_to_json(const struct kappa *kappa)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "n", kappa->count);
    if (kappa->defined)
        cJSON_AddNumberToObject(object, "kappa", kappa->value);
    else
        cJSON_AddNullToObject(object, "kappa");
    cJSON_AddNumberToObject(object, "same", kappa->same);
    return object;
}

static cJSON *icc_to_json(const struct icc *icc)
{
    const char *const names[] = {"icc11", "icc21", "icc31"};
    const double values[] = {icc->one_way, icc->two_way, icc->consistent};
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "n", icc->targets);
    for (int i = 0; i < 3; i++) {
        if (icc->defined)
            cJSON_AddNumberToObject(object, names[i], values[i]);
        else
            cJSON_AddNullToObject(object, names[i]);
    }
    return object;
}

static cJSON *mark_to_json(const struct moderation *moderation)
{
    static const char *const states[] = {
        [BORDERLINE_FOUND] = "found",
        [BORDERLINE_TOO_FEW] = "too-few",
        [BORDERLINE_NO_SPREAD] = "no-spread",
        [BORDERLINE_FALLS] = "falls",
    };
    const struct borderline *borderline = &moderation->borderline;
    bool line = borderline->state == BORDERLINE_FOUND || borderline->state == BORDERLINE_FALLS;
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "fixed", moderation->fixed_mark);
    cJSON_AddStringToObject(object, "borderline_state", states[borderline->state]);
    cJSON_AddNumberToObject(object, "n", borderline->count);
    if (line) {
        cJSON_AddNumberToObject(object, "intercept", borderline->intercept);
        cJSON_AddNumberToObject(object, "slope", borderline->slope);
    }
    if (borderline->state == BORDERLINE_FOUND)
        cJSON_AddNumberToObject(object, "borderline", borderline->mark);
    else
        cJSON_AddNullToObject(object, "borderline");
    return object;
}

static cJSON *side_to_json(const struct double_marking *marking, int side)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "trainer", marking->trainers[side]);
    cJSON *levels = cJSON_AddObjectToObject(object, "levels");
    for (int i = 0; i < CRITERION_COUNT; i++)
        cJSON_AddNumberToObject(levels, criterion_id((enum criterion)i), marking->levels[side][i]);
    cJSON_AddNumberToObject(object, "overall", marking->overall[side]);
    cJSON_AddNumberToObject(object, "score", marking->scores[side]);
    cJSON_AddBoolToObject(object, "critical", marking->criticals[side]);
    return object;
}

static cJSON *double_to_json(const struct double_marking *marking)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "session", marking->session);
    cJSON_AddStringToObject(object, "scenario", marking->scenario);
    cJSON *sides = cJSON_AddArrayToObject(object, "markings");
    for (int side = 0; side < 2; side++)
        cJSON_AddItemToArray(sides, side_to_json(marking, side));
    cJSON_AddNumberToObject(object, "level_gap", marking->level_gap);
    cJSON_AddNumberToObject(object, "score_gap", marking->score_gap);
    cJSON_AddBoolToObject(object, "big", marking->big);
    return object;
}

char *moderation_to_json(const struct moderation *moderation, const struct class_row *class)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "class", class->id);
    cJSON_AddNumberToObject(root, "sessions", moderation->sessions);
    cJSON_AddNumberToObject(root, "to_be_marked_twice", moderation->to_double);
    cJSON_AddNumberToObject(root, "markings", moderation->submitted);
    cJSON_AddNumberToObject(root, "marked_twice", moderation->double_count);
    cJSON *criteria = cJSON_AddObjectToObject(root, "criteria");
    for (int i = 0; i < CRITERION_COUNT; i++)
        cJSON_AddItemToObject(criteria, criterion_id((enum criterion)i),
                              kappa_to_json(&moderation->criteria[i]));
    cJSON_AddItemToObject(root, "overall", kappa_to_json(&moderation->overall));
    cJSON_AddItemToObject(root, "scores", icc_to_json(&moderation->scores));
    cJSON_AddItemToObject(root, "pass_mark", mark_to_json(moderation));
    cJSON *doubles = cJSON_AddArrayToObject(root, "double_marked");
    for (int i = 0; i < moderation->double_count; i++)
        cJSON_AddItemToArray(doubles, double_to_json(&moderation->doubles[i]));
    char *text = cJSON_Print(root);
    cJSON_Delete(root);
    if (!text)
        abort();
    return text;
}
