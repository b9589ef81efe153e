/*
 * trace.c: reads and writes the short words of trace.h. A wrong word in a table is a wrong test, so
 * everything here asserts.
 */
#include "unit/trace.h"

#include <assert.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#define MOOD_DIGITS "012"

static bool is_act(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_cue(char c)
{
    return c >= 'A' && c <= 'Z';
}

static uint64_t label(char c)
{
    return UINT64_C(1) << (is_act(c) ? c - 'a' : c - 'A');
}

static const char *step_parse(const char *text, struct step *step)
{
    bool customer = is_cue(*text) || *text == '_';
    *step = (struct step){customer ? SPEAKER_CUSTOMER : SPEAKER_TRAINEE, 0, MOOD_NEUTRAL};
    if (*text == '_' || *text == '-') {
        text++;
    } else {
        assert(is_act(*text) || is_cue(*text));
        for (; customer ? is_cue(*text) : is_act(*text); text++)
            step->labels |= label(*text);
    }
    if (*text != '\0' && strchr(MOOD_DIGITS, *text) != NULL)
        step->mood = (enum mood)(*text++ - '0');
    return text;
}

void trace_parse(const char *text, struct trace *trace)
{
    *trace = (struct trace){.ended = true};
    while (*text != '\0' && *text != '~') {
        assert(trace->count < STEP_MAX);
        text = step_parse(text, &trace->steps[trace->count++]);
        if (*text == '.')
            text++;
        else
            assert(*text == '\0' || *text == '~');
    }
    trace->ended = *text != '~';
}

static char *labels_print(uint64_t labels, char first, char *out)
{
    for (int i = 0; i < 26; i++)
        if (labels >> i & 1)
            *out++ = (char)(first + i);
    *out = '\0';
    return out;
}

void trace_print(const struct trace *trace, char out[TRACE_TEXT_SIZE])
{
    *out = '\0';
    for (int i = 0; i < trace->count; i++) {
        const struct step *step = &trace->steps[i];
        bool customer = step->speaker == SPEAKER_CUSTOMER;
        if (step->labels == 0)
            *out++ = customer ? '_' : '-';
        else
            out = labels_print(step->labels, customer ? 'A' : 'a', out);
        *out++ = MOOD_DIGITS[step->mood];
        if (i + 1 < trace->count)
            *out++ = '.';
    }
    if (!trace->ended)
        *out++ = '~';
    *out = '\0';
}

static const char *operand_parse(const char *text, struct operand *operand)
{
    *operand = (struct operand){.all = *text == '&'};
    if (operand->all)
        text++;
    for (; is_act(*text) || is_cue(*text); text++)
        *(is_act(*text) ? &operand->acts : &operand->cues) |= label(*text);
    return text;
}

struct rule rule_parse(enum rule_template template, const char *operands)
{
    struct rule rule = {.id = "r", .template = template, .times = 1, .when = -1, .weight = 1};
    while (*operands != '\0') {
        assert(rule.operand_count < ORDERED_MAX);
        operands = operand_parse(operands, &rule.operands[rule.operand_count++]);
        if (*operands == ' ')
            operands++;
        else
            assert(*operands == '\0');
    }
    return rule;
}

void rule_print(const struct rule *rule, char *out, size_t size)
{
    char operands[8 * 64] = "";
    char *end = operands;
    for (int i = 0; i < rule->operand_count; i++) {
        *end++ = ' ';
        if (rule->operands[i].all)
            *end++ = '&';
        end = labels_print(rule->operands[i].acts, 'a', end);
        end = labels_print(rule->operands[i].cues, 'A', end);
    }
    snprintf(out, size, "%s%s, times %d, within %d, when %d", rule_template_name(rule->template),
             operands, rule->times, rule->within, rule->when);
}

void trace_fail(const struct rule *rule, const struct trace *trace, const char *words)
{
    char text[512], steps[TRACE_TEXT_SIZE];
    rule_print(rule, text, sizeof text);
    trace_print(trace, steps);
    fail_msg("%s, on \"%s\": %s", text, steps, words);
}

struct rule_state trace_judge(const struct rule *rule, const struct trace *trace)
{
    struct rule_state state;
    rule_begin(rule, &state);
    for (int i = 0; i < trace->count; i++)
        rule_step(rule, &state, &trace->steps[i]);
    if (trace->ended)
        rule_end(rule, &state);
    return state;
}

static void place_print(int at, int count, char out[8])
{
    if (at == count)
        snprintf(out, 8, "$");
    else
        snprintf(out, 8, "%d", at);
}

void judgement_print(const struct rule *rule, const struct trace *trace, char out[JUDGEMENT_SIZE])
{
    static const char *const verdicts[] = {"not activated", "open", "kept", "partly", "broken"};
    struct evidence evidence[EVIDENCE_MAX];
    struct rule_state state = trace_judge(rule, trace);
    int fulfilled, of;
    int length = sprintf(out, "%s", verdicts[rule_verdict(rule, &state)]);
    if (rule_mark(rule, &state, &fulfilled, &of))
        length += sprintf(out + length, " %d/%d", fulfilled, of);
    int count =
        rule_evidence(rule, trace->steps, trace->count, trace->ended, evidence, EVIDENCE_MAX);
    for (int i = 0; i < count; i++) {
        char from[8], to[8];
        place_print(evidence[i].activated_at, trace->count, from);
        place_print(evidence[i].decided_at, trace->count, to);
        length += sprintf(out + length, " %s>%s%c", from, to, evidence[i].fulfilled ? '+' : '-');
    }
}
