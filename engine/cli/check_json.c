/* check_json.c: a check's report as JSON. */
#include "cli/check_output.h"

static cJSON *finding_to_json(const struct finding *finding)
{
    cJSON *object = cJSON_CreateObject();
    bool fault = check_severity(finding->diagnostic) == SEVERITY_FAULT;
    cJSON_AddStringToObject(object, "number", check_number(finding->diagnostic));
    cJSON_AddStringToObject(object, "name", check_short_name(finding->diagnostic));
    cJSON_AddStringToObject(object, "severity", fault ? "fault" : "smell");
    cJSON_AddStringToObject(object, "file", finding->file);
    cJSON_AddNumberToObject(object, "line", finding->line);
    if (finding->node[0])
        cJSON_AddStringToObject(object, "node", finding->node);
    if (finding->response[0])
        cJSON_AddStringToObject(object, "response", finding->response);
    cJSON_AddStringToObject(object, "message", finding->message);
    return object;
}

static cJSON *endings_to_json(const struct check_summary *summary)
{
    cJSON *list = cJSON_CreateArray();
    for (int i = 0; i < summary->ending_count; i++) {
        const struct ending_range *range = &summary->endings[i];
        if (!range->reached)
            continue;
        cJSON *object = cJSON_CreateObject();
        if (range->ending)
            cJSON_AddStringToObject(object, "ending", range->ending->id);
        else
            cJSON_AddNullToObject(object, "ending");
        cJSON_AddNumberToObject(object, "low", range->low);
        cJSON_AddNumberToObject(object, "high", range->high);
        cJSON_AddItemToArray(list, object);
    }
    return list;
}

static cJSON *rules_to_json(const struct check_report *report)
{
    cJSON *list = cJSON_CreateArray();
    for (int i = 0; i < report->summary.rule_count; i++) {
        const struct rule_coverage *row = &report->summary.rules[i];
        cJSON *object = cJSON_CreateObject();
        cJSON_AddStringToObject(object, "pack", report->scenario->packs[row->rule->pack].id);
        cJSON_AddStringToObject(object, "rule", row->rule->id);
        cJSON_AddNumberToObject(object, "weight", row->rule->weight);
        cJSON_AddBoolToObject(object, "activated", row->activated);
        cJSON_AddBoolToObject(object, "kept", row->kept);
        cJSON_AddBoolToObject(object, "broken", row->broken);
        cJSON_AddItemToArray(list, object);
    }
    return list;
}

static cJSON *play_to_json(const struct check_report *report, const struct conversation *play)
{
    if (play->turns == 0)
        return cJSON_CreateNull();
    cJSON *object = cJSON_CreateObject(), *steps = cJSON_CreateArray();
    cJSON_AddNumberToObject(object, "turns", play->turns);
    cJSON_AddNumberToObject(object, "score", play->score);
    for (int i = 0; i < play->step_count; i++) {
        cJSON *step = cJSON_CreateObject();
        const struct response *answer = play->steps[i].answer;
        cJSON_AddStringToObject(step, "node", report->scenario->nodes[play->steps[i].node].id);
        if (answer)
            cJSON_AddStringToObject(step, "response", answer->id);
        else if (i + 1 < play->step_count)
            cJSON_AddStringToObject(step, "form", "truthful");
        cJSON_AddItemToArray(steps, step);
    }
    cJSON_AddItemToObject(object, "steps", steps);
    return object;
}

static cJSON *summary_to_json(const struct check_report *report)
{
    const struct check_summary *summary = &report->summary;
    cJSON *object = cJSON_CreateObject();
    cJSON_AddBoolToObject(object, "complete", report->complete);
    cJSON_AddNumberToObject(object, "nodes", summary->nodes);
    cJSON_AddNumberToObject(object, "responses", summary->responses);
    cJSON_AddNumberToObject(object, "states", (double)summary->states);
    cJSON_AddStringToObject(object, "conversations", summary->conversations);
    cJSON_AddNumberToObject(object, "best", summary->best);
    cJSON_AddNumberToObject(object, "random", summary->random);
    cJSON_AddNumberToObject(object, "worst", summary->worst);
    cJSON_AddNumberToObject(object, "random_pass", summary->random_pass);
    cJSON_AddNumberToObject(object, "random_out_of_turns", summary->random_stray);
    cJSON_AddItemToObject(object, "endings", endings_to_json(summary));
    cJSON_AddItemToObject(object, "rules", rules_to_json(report));
    cJSON_AddItemToObject(object, "best_line", play_to_json(report, &summary->best_line));
    cJSON_AddItemToObject(object, "shortest_pass", play_to_json(report, &summary->shortest_pass));
    return object;
}

cJSON *check_to_json(const struct check_report *report)
{
    cJSON *object = cJSON_CreateObject(), *findings = cJSON_CreateArray();
    cJSON_AddStringToObject(object, "file", report->file);
    cJSON_AddStringToObject(object, "id", report->id);
    for (int i = 0; i < report->count; i++)
        cJSON_AddItemToArray(findings, finding_to_json(&report->findings[i]));
    cJSON_AddItemToObject(object, "findings", findings);
    cJSON_AddNumberToObject(object, "cases", report->cases);
    if (report->solved)
        cJSON_AddItemToObject(object, "summary", summary_to_json(report));
    else
        cJSON_AddNullToObject(object, "summary");
    if (report->holds)
        cJSON_AddStringToObject(object, "holds", report->holds);
    return object;
}
