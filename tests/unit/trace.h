/*
 * trace.h: traces, rules and judgements as short words, for the tables of the rule tests.
 *
 * A trace is its steps joined by dots, "a.AB.-.b0~". Small letters are acts, and make the step the
 * trainee's; capitals are cues, and make it the customer's; "-" and "_" are a step of the trainee
 * and of the customer that carries nothing. A digit at the end of a step is the mood (0 resistant,
 * 1 neutral, 2 positive; neutral when absent). "~" at the very end: the trace goes on. "" has no
 * step.
 *
 * Operands are joined by spaces: "a" an act, "A" a cue, "aB" any of these, "&ab" all of these.
 *
 * A judgement is the verdict, the mark and the evidence, "partly 1/2 0>1+ 2>$-": the obligation
 * that step 0 activated was fulfilled at step 1; that of step 2 was violated by the end of the
 * trace.
 */
#ifndef YANLIAN_UNIT_TRACE_H
#define YANLIAN_UNIT_TRACE_H

#include "core/rule.h"

struct trace {
    struct step steps[STEP_MAX];
    int count;
    bool ended;
};

enum { JUDGEMENT_SIZE = 16 * EVIDENCE_MAX, TRACE_TEXT_SIZE = 16 * STEP_MAX };

void trace_parse(const char *text, struct trace *trace);
void trace_print(const struct trace *trace, char out[TRACE_TEXT_SIZE]);

/* A rule of weight 1 for any mood, any distance, once. */
struct rule rule_parse(enum rule_template template, const char *operands);
void rule_print(const struct rule *rule, char *out, size_t size);

/* Fails the test, saying on what rule and trace. */
void trace_fail(const struct rule *rule, const struct trace *trace, const char *words);

/* The rule's state after the trace (and its end). */
struct rule_state trace_judge(const struct rule *rule, const struct trace *trace);
void judgement_print(const struct rule *rule, const struct trace *trace, char out[JUDGEMENT_SIZE]);

#endif
