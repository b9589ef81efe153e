/*
 * checklist.h: what an observer looks and listens for, from a scenario's rules.
 *
 * For every rule that judges the scenario there is an item with a number from 1: printed on the
 * observer's card, and typed on the screen where ticks are entered, so both must come from here. Its
 * words are made from the rule's template and operands (labels of acts and cues), in one language:
 * `see` tells when to look ("the customer objects"), `hear` what has to follow, or must not ("right
 * away: accept the feeling"; "never: make them relive it"). They follow from the rules alone: what
 * the engine judges and what a person is told to watch for cannot drift apart.
 *
 * A checklist owns its words and borrows the scenario, which must outlive it.
 */
#ifndef YANLIAN_CLASS_CHECKLIST_H
#define YANLIAN_CLASS_CHECKLIST_H

#include "core/rule.h"

struct checklist_item {
    int number;        /* from 1, in the order of packs and rules */
    int rule;          /* index into scenario->rules */
    const char *pack;  /* the pack's title */
    const char *title; /* the rule's */
    char *see;         /* when: what is seen or heard that calls for it */
    char *hear;        /* what the trainee is to say or do then, or never */
    bool forbids;      /* tells of something that must not happen */
    bool once;         /* judged once for the whole conversation: one tick, kept or broken */
    bool critical;     /* broken once, the session is failed */
    int weight;
};

/* Item i is of rule i. */
struct checklist {
    const struct scenario *scenario;
    enum language language;
    struct checklist_item items[RULE_MAX];
    int count;
};

struct checklist *checklist_new(const struct scenario *scenario, enum language language);
void checklist_free(struct checklist *checklist); /* NULL is allowed */

#endif
