/*
 * test_rule.c: the templates, by tables worked by hand.
 *
 * Each table names the published definition: the formula of rule.h and the regular expression of Di
 * Ciccio and Montali's table, over the letters of one-label traces. How traces and judgements are
 * written is told in trace.h.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "unit/trace.h"

struct expectation {
    const char *trace;
    const char *judgement;
};

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static void expect(const struct rule *rule, const struct expectation *table, int count)
{
    assert_null(rule_fault(rule));
    for (int i = 0; i < count; i++) {
        struct trace trace;
        char judgement[JUDGEMENT_SIZE];
        trace_parse(table[i].trace, &trace);
        judgement_print(rule, &trace, judgement);
        if (strcmp(judgement, table[i].judgement) != 0) {
            char text[512];
            rule_print(rule, text, sizeof text);
            fail_msg("%s, on \"%s\": \"%s\", not \"%s\"", text, table[i].trace, judgement,
                     table[i].judgement);
        }
    }
}

#define EXPECT(rule, ...)                                        \
    do {                                                         \
        static const struct expectation table[] = {__VA_ARGS__}; \
        expect(&(rule), table, COUNT(table));                    \
    } while (0)

/* ------------------------------------------------------ templates that the trace activates ---- */

/* existence(a, 1): F a, .*a.* */
static void existence_wants_one(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_EXISTENCE, "a");
    EXPECT(rule, {"", "broken 0/1 $>$-"}, {"~", "open 0/1"}, {"a", "kept 1/1 0>0+"},
           {"a~", "kept 1/1 0>0+"}, {"b", "broken 0/1 $>$-"}, {"b~", "open 0/1"},
           {"b.-.a", "kept 1/1 2>2+"}, {"a.a.a", "kept 1/1 0>0+"}, {"ab", "kept 1/1 0>0+"});
}

/* existence(a, 2): F(a & X F a), .*(a.*){2} */
static void existence_counts_steps(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_EXISTENCE, "a");
    rule.times = 2;
    EXPECT(rule, {"a", "broken 0/1 $>$-"}, {"a~", "open 0/1"}, {"a.b.a", "kept 1/1 2>2+"},
           {"a.a.a", "kept 1/1 1>1+"}, {"b.b", "broken 0/1 $>$-"});
}

/* `within` looks at the first k steps only, and gives up as soon as they are over. */
static void existence_within(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_EXISTENCE, "a");
    rule.within = 2;
    EXPECT(rule, {"-.a~", "kept 1/1 1>1+"}, {"-~", "open 0/1"}, {"-.-~", "broken 0/1 1>1-"},
           {"-.-.a", "broken 0/1 1>1-"}, {"-", "broken 0/1 $>$-"}, {"_.a", "kept 1/1 1>1+"},
           {"_.-.A.a", "broken 0/1 1>1-"});
}

/* `when` looks at steps in that mood only, and the first of them activates. */
static void existence_when(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_EXISTENCE, "a");
    rule.when = MOOD_RESISTANT;
    EXPECT(rule, {"", "not activated"}, {"a", "not activated"}, {"a0", "kept 1/1 0>0+"},
           {"a.-0", "broken 0/1 $>$-"}, {"a.-0~", "open 0/1"}, {"-0.a", "broken 0/1 $>$-"},
           {"-0.a0", "kept 1/1 1>1+"}, {"_0.a", "not activated"}, {"A0", "not activated"});
    rule.within = 3;
    EXPECT(rule, {"-.-.-.a0", "not activated"}, {"-.-0.-~", "broken 0/1 2>2-"},
           {"-.-.-0~", "broken 0/1 2>2-"}, {"-.-.a0~", "kept 1/1 2>2+"});
}

/* absence(a): !F a, [^a]* */
static void absence_allows_none(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_ABSENCE, "a");
    EXPECT(rule, {"", "kept 1/1 $>$+"}, {"~", "open 0/1"}, {"b.-", "kept 1/1 $>$+"},
           {"b~", "open 0/1"}, {"a~", "broken 0/1 0>0-"}, {"b.ab.a", "broken 0/1 1>1-"},
           {"A.B", "kept 1/1 $>$+"});
    rule.within = 2;
    EXPECT(rule, {"-.-~", "kept 1/1 1>1+"}, {"-.-.a", "kept 1/1 1>1+"}, {"-.a", "broken 0/1 1>1-"},
           {"-", "kept 1/1 $>$+"});
    rule.within = 0;
    rule.when = MOOD_RESISTANT;
    EXPECT(rule, {"a.a2", "not activated"}, {"-0.a", "kept 1/1 $>$+"}, {"-0~", "open 0/1"},
           {"a.a0", "broken 0/1 1>1-"});
}

/* exactly(a, 2): a twice and no more, [^a]*(a[^a]*){2} */
static void exactly_counts(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_EXACTLY, "a");
    rule.times = 2;
    EXPECT(rule, {"", "broken 0/1 $>$-"}, {"a", "broken 0/1 $>$-"}, {"a.b.a", "kept 1/1 $>$+"},
           {"a.a~", "open 0/1"}, {"a.a.b.a~", "broken 0/1 3>3-"}, {"a.a.a.a", "broken 0/1 2>2-"});
    rule.within = 3;
    EXPECT(rule, {"a.a.-~", "kept 1/1 2>2+"}, {"a.a.-.a", "kept 1/1 2>2+"},
           {"a.-.-~", "broken 0/1 2>2-"}, {"a.a.a", "broken 0/1 2>2-"}, {"a.a", "kept 1/1 $>$+"});
    rule.within = 0;
    rule.when = MOOD_POSITIVE;
    EXPECT(rule, {"a.a", "not activated"}, {"a2.a.a2", "kept 1/1 $>$+"},
           {"a2.a2.a2", "broken 0/1 2>2-"}, {"-2.a.a", "broken 0/1 $>$-"});
}

/* init(a): a, a.* ; of two speakers, the first step of the one who can carry it. */
static void init_judges_the_first_step(void **unused)
{
    (void)unused;
    struct rule act = rule_parse(RULE_INIT, "a");
    EXPECT(act, {"", "broken 0/1 $>$-"}, {"~", "open 0/1"}, {"a~", "kept 1/1 0>0+"},
           {"ab.-", "kept 1/1 0>0+"}, {"b.a", "broken 0/1 0>0-"}, {"-~", "broken 0/1 0>0-"},
           {"A.a.B.-", "kept 1/1 1>1+"}, {"A.b.B.a", "broken 0/1 1>1-"}, {"A~", "open 0/1"},
           {"A", "broken 0/1 $>$-"});
    struct rule cue = rule_parse(RULE_INIT, "A");
    EXPECT(cue, {"A.-", "kept 1/1 0>0+"}, {"a.A", "kept 1/1 1>1+"}, {"_.a.A", "broken 0/1 0>0-"});
    act.when = MOOD_RESISTANT;
    EXPECT(act, {"b.a", "not activated"}, {"b.a0", "kept 1/1 1>1+"}, {"a.-0.a0", "broken 0/1 1>1-"},
           {"_0.a", "not activated"}, {"", "not activated"});
}

/* last(a): F(a & !X true), .*a ; of two speakers, the last step of the one who can carry it. */
static void last_judges_the_last_step(void **unused)
{
    (void)unused;
    struct rule act = rule_parse(RULE_LAST, "a");
    EXPECT(act, {"", "broken 0/1 $>$-"}, {"a", "kept 1/1 0>$+"}, {"a~", "open 0/1"},
           {"b.a", "kept 1/1 1>$+"}, {"a.b", "broken 0/1 1>$-"}, {"a.-", "broken 0/1 1>$-"},
           {"A.a.B", "kept 1/1 1>$+"}, {"A.a.B.b.A", "broken 0/1 3>$-"}, {"A", "broken 0/1 $>$-"});
    struct rule cue = rule_parse(RULE_LAST, "A");
    EXPECT(cue, {"B.-.A.a", "kept 1/1 2>$+"}, {"A.a.B.a", "broken 0/1 2>$-"});
    act.when = MOOD_POSITIVE;
    EXPECT(act, {"a", "not activated"}, {"a2.b", "kept 1/1 0>$+"}, {"a2.b2.a", "broken 0/1 1>$-"});
}

/* ------------------------------------------------------- templates that look forward ---- */

/* responded_existence(a, b): F a -> F b, [^a]*((a.*b.*)|(b.*a.*))?  */
static void responded_existence_looks_both_ways(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_RESPONDED_EXISTENCE, "a b");
    EXPECT(rule, {"", "not activated"}, {"b", "not activated"}, {"a~", "open 0/1"},
           {"a", "broken 0/1 0>$-"}, {"a.b", "kept 1/1 0>1+"}, {"b.a~", "kept 1/1 1>1+"},
           {"ab", "kept 1/1 0>0+"}, {"a.-.a.b", "kept 2/2 0>3+ 2>3+"},
           {"a.b.a", "kept 2/2 0>1+ 2>2+"}, {"a.-.a", "broken 0/2 0>$- 2>$-"});
}

static void responded_existence_within(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_RESPONDED_EXISTENCE, "a b");
    rule.within = 1;
    EXPECT(rule, {"a.b", "kept 1/1 0>1+"}, {"b.a", "kept 1/1 1>1+"}, {"a.-~", "broken 0/1 0>1-"},
           {"a.-.b", "broken 0/1 0>1-"}, {"b.-.a~", "open 0/1"}, {"b.-.a.-", "broken 0/1 2>3-"},
           {"b.-.a.b", "kept 1/1 2>3+"}, {"a.a.b", "partly 1/2 0>1- 1>2+"},
           {"b.-.a", "broken 0/1 2>$-"});
}

/* response(a, b): G(a -> F b), [^a]*(a.*b)*[^a]* */
static void response_wants_a_later_b(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_RESPONSE, "a b");
    EXPECT(rule, {"", "not activated"}, {"b.b", "not activated"}, {"a~", "open 0/1"},
           {"a", "broken 0/1 0>$-"}, {"a.b", "kept 1/1 0>1+"}, {"a.-.-.b~", "kept 1/1 0>3+"},
           {"ab", "kept 1/1 0>0+"}, {"a.a.b", "kept 2/2 0>2+ 1>2+"}, {"b.a", "broken 0/1 1>$-"},
           {"a.b.a", "partly 1/2 0>1+ 2>$-"}, {"a.b.a~", "open 1/2 0>1+"},
           {"a.ab.-", "kept 2/2 0>1+ 1>1+"}, {"ab.a", "partly 1/2 0>0+ 1>$-"});
}

/* within = k: b at most k steps later; one step too late is violated before it happens. */
static void response_within(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_RESPONSE, "a b");
    rule.within = 2;
    EXPECT(rule, {"a.-~", "open 0/1"}, {"a.-.b", "kept 1/1 0>2+"}, {"a.-.-~", "broken 0/1 0>2-"},
           {"a.-.-.b", "broken 0/1 0>2-"}, {"a.a.-.b", "partly 1/2 0>2- 1>3+"},
           {"a.-", "broken 0/1 0>$-"});
    struct rule spoken = rule_parse(RULE_RESPONSE, "A b");
    spoken.within = 1;
    EXPECT(spoken, {"A.b", "kept 1/1 0>1+"}, {"A.-~", "broken 0/1 0>1-"},
           {"_.a.AB.b._.b", "kept 1/1 2>3+"}, {"A.-.A.b", "partly 1/2 0>1- 2>3+"});
}

/* `when` asks for the mood of the activating step, not of the one that answers. */
static void response_when(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_RESPONSE, "a b");
    rule.when = MOOD_RESISTANT;
    EXPECT(rule, {"a", "not activated"}, {"a0.b2", "kept 1/1 0>1+"}, {"a.a0.a2", "broken 0/1 1>$-"},
           {"a2.b0", "not activated"});
}

/* alternate_response(a, b): G(a -> X(!a U b)), [^a]*(a[^a]*b[^a]*)* */
static void alternate_response_wants_b_before_the_next_a(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_ALTERNATE_RESPONSE, "a b");
    EXPECT(rule, {"b", "not activated"}, {"a", "broken 0/1 0>$-"}, {"a~", "open 0/1"},
           {"a.b", "kept 1/1 0>1+"}, {"a.-.b.b", "kept 1/1 0>2+"},
           {"a.a.b", "partly 1/2 0>1- 1>2+"}, {"a.a~", "broken 0/2 0>1-"},
           {"a.b.a.b", "kept 2/2 0>1+ 2>3+"}, {"a.b.a", "partly 1/2 0>1+ 2>$-"},
           {"ab", "broken 0/1 0>$-"}, {"ab.b", "kept 1/1 0>1+"}, {"a.ab", "partly 1/2 0>1+ 1>$-"},
           {"a.ab.b", "kept 2/2 0>1+ 1>2+"});
    rule.when = MOOD_RESISTANT; /* another a spoils in any mood */
    EXPECT(rule, {"a0.a.b", "broken 0/1 0>1-"}, {"a.a0.b", "kept 1/1 1>2+"});
    rule.when = -1;
    rule.within = 2;
    EXPECT(rule, {"a.-.b", "kept 1/1 0>2+"}, {"a.-.-~", "broken 0/1 0>2-"},
           {"a.-.-.b", "broken 0/1 0>2-"}, {"a.-.a.b", "partly 1/2 0>2- 2>3+"});
}

/* chain_response(a, b): G(a -> X b), [^a]*(ab[^a]*)* */
static void chain_response_wants_b_next(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_CHAIN_RESPONSE, "a b");
    EXPECT(rule, {"b", "not activated"}, {"a", "broken 0/1 0>$-"}, {"a~", "open 0/1"},
           {"a.b", "kept 1/1 0>1+"}, {"a.-~", "broken 0/1 0>1-"}, {"a.-.b", "broken 0/1 0>1-"},
           {"a.a.b", "partly 1/2 0>1- 1>2+"}, {"ab", "broken 0/1 0>$-"}, {"ab.b", "kept 1/1 0>1+"},
           {"ab.ab.b", "kept 2/2 0>1+ 1>2+"});
    struct rule same = rule_parse(RULE_CHAIN_RESPONSE, "a a");
    EXPECT(same, {"a.a", "partly 1/2 0>1+ 1>$-"}, {"a.-", "broken 0/1 0>1-"});
}

/* "Next" is the next step of the speaker who can carry b. */
static void chain_response_of_two_speakers(void **unused)
{
    (void)unused;
    struct rule answer = rule_parse(RULE_CHAIN_RESPONSE, "A b");
    EXPECT(answer, {"A.b", "kept 1/1 0>1+"}, {"A.-", "broken 0/1 0>1-"}, {"A", "broken 0/1 0>$-"},
           {"A.a.B.b", "broken 0/1 0>1-"}, {"A.b.A.-", "partly 1/2 0>1+ 2>3-"},
           {"A.B.b", "kept 1/1 0>2+"}, {"A.A.b", "kept 2/2 0>2+ 1>2+"});
    struct rule own = rule_parse(RULE_CHAIN_RESPONSE, "a b");
    EXPECT(own, {"a._.b", "kept 1/1 0>2+"}, {"a._~", "open 0/1"}, {"a.A.-", "broken 0/1 0>2-"},
           {"_.a.B.b._", "kept 1/1 1>3+"});
    struct rule reply = rule_parse(RULE_CHAIN_RESPONSE, "a B");
    EXPECT(reply, {"_.a.B.-", "kept 1/1 1>2+"}, {"_.a.A.-.B", "broken 0/1 1>2-"});
    struct rule either = rule_parse(RULE_CHAIN_RESPONSE, "aA b");
    EXPECT(either, {"A.a.B.b", "partly 1/2 0>1- 1>3+"}, {"A.ab.B.b", "kept 2/2 0>1+ 1>3+"});
}

/* not_coexistence(a, b): !(F a & F b), [^ab]*((a[^b]*)|(b[^a]*))? */
static void not_coexistence_looks_both_ways(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_NOT_COEXISTENCE, "a b");
    EXPECT(rule, {"", "not activated"}, {"b.b", "not activated"}, {"a~", "open 0/1"},
           {"a.-", "kept 1/1 0>$+"}, {"a.b~", "broken 0/1 0>1-"}, {"b.a~", "broken 0/1 1>1-"},
           {"ab", "broken 0/1 0>0-"}, {"a.a.b", "broken 0/2 0>2- 1>2-"},
           {"a.b.a", "broken 0/2 0>1- 2>2-"}, {"a.-.a", "kept 2/2 0>$+ 2>$+"});
    rule.within = 1;
    EXPECT(rule, {"a.-~", "kept 1/1 0>1+"}, {"a.-.b", "kept 1/1 0>1+"}, {"b.-.a", "kept 1/1 2>$+"},
           {"b.a", "broken 0/1 1>1-"}, {"a.a.b", "partly 1/2 0>1+ 1>2-"});
    rule.within = 0;
    rule.when = MOOD_RESISTANT;
    EXPECT(rule, {"a.b", "not activated"}, {"b.a0", "broken 0/1 1>1-"},
           {"a0.b", "broken 0/1 0>1-"});
}

/* not_succession(a, b): G(a -> !F b), [^a]*(a[^b]*)* */
static void not_succession_forbids_a_later_b(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_NOT_SUCCESSION, "a b");
    EXPECT(rule, {"b", "not activated"}, {"a", "kept 1/1 0>$+"}, {"a~", "open 0/1"},
           {"b.a", "kept 1/1 1>$+"}, {"a.-.b~", "broken 0/1 0>2-"}, {"ab", "broken 0/1 0>0-"},
           {"a.b.a", "partly 1/2 0>1- 2>$+"}, {"a.a.b.b", "broken 0/2 0>2- 1>2-"});
    rule.within = 2;
    EXPECT(rule, {"a.-.b", "broken 0/1 0>2-"}, {"a.-.-~", "kept 1/1 0>2+"},
           {"a.-.-.b", "kept 1/1 0>2+"}, {"a.a.-.b", "partly 1/2 0>2+ 1>3-"});
}

/* ---------------------------------------------------------- templates that look back ---- */

/* precedence(a, b): !b W a, [^b]*(a.*b)*[^b]* */
static void precedence_wants_an_earlier_a(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_PRECEDENCE, "a b");
    EXPECT(rule, {"", "not activated"}, {"a", "not activated"}, {"b~", "broken 0/1 0>0-"},
           {"a.b~", "kept 1/1 1>1+"}, {"ab", "kept 1/1 0>0+"}, {"a.-.b.b", "kept 2/2 2>2+ 3>3+"},
           {"b.a.b", "partly 1/2 0>0- 2>2+"}, {"b.ab", "partly 1/2 0>0- 1>1+"});
    rule.within = 1;
    EXPECT(rule, {"a.b", "kept 1/1 1>1+"}, {"a.-.b", "broken 0/1 2>2-"}, {"ab", "kept 1/1 0>0+"},
           {"a.b.b", "partly 1/2 1>1+ 2>2-"});
    rule.within = 0;
    rule.when = MOOD_RESISTANT;
    EXPECT(rule, {"b", "not activated"}, {"a.b0", "kept 1/1 1>1+"}, {"b.b0", "broken 0/1 1>1-"},
           {"a0.b", "not activated"});
    struct rule asked = rule_parse(RULE_PRECEDENCE, "A b");
    EXPECT(asked, {"A.b", "kept 1/1 1>1+"}, {"_.b.A.b", "partly 1/2 1>1- 3>3+"});
}

/* alternate_precedence(a, b): (!b W a) & G(b -> N(!b W a)), [^b]*(a[^b]*b[^b]*)* */
static void alternate_precedence_wants_an_a_for_each_b(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_ALTERNATE_PRECEDENCE, "a b");
    EXPECT(rule, {"a", "not activated"}, {"b", "broken 0/1 0>0-"}, {"a.b", "kept 1/1 1>1+"},
           {"a.b.b", "partly 1/2 1>1+ 2>2-"}, {"a.b.a.b", "kept 2/2 1>1+ 3>3+"},
           {"a.a.b.b", "partly 1/2 2>2+ 3>3-"}, {"ab.b", "partly 1/2 0>0+ 1>1-"},
           {"ab.ab", "kept 2/2 0>0+ 1>1+"}, {"a.ab.b", "partly 1/2 1>1+ 2>2-"});
    rule.within = 1;
    EXPECT(rule, {"a.-.b", "broken 0/1 2>2-"}, {"a.b.a.b", "kept 2/2 1>1+ 3>3+"});
    rule.within = 0;
    rule.when = MOOD_RESISTANT; /* another b spends the a in any mood */
    EXPECT(rule, {"a.b.b0", "broken 0/1 2>2-"}, {"a.b0.b", "kept 1/1 1>1+"});
}

/* chain_precedence(a, b): !b & G(X b -> a), [^b]*(ab[^b]*)* */
static void chain_precedence_wants_a_just_before(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_CHAIN_PRECEDENCE, "a b");
    EXPECT(rule, {"a", "not activated"}, {"b", "broken 0/1 0>0-"}, {"a.b", "kept 1/1 1>1+"},
           {"a.-.b", "broken 0/1 2>2-"}, {"ab", "broken 0/1 0>0-"},
           {"a.ab.b", "kept 2/2 1>1+ 2>2+"}, {"a.b.b", "partly 1/2 1>1+ 2>2-"});
    struct rule cued = rule_parse(RULE_CHAIN_PRECEDENCE, "A b");
    EXPECT(cued, {"A.b", "kept 1/1 1>1+"}, {"A.-.B.b", "broken 0/1 3>3-"},
           {"A.b.b", "kept 2/2 1>1+ 2>2+"}, {"b.A", "broken 0/1 0>0-"});
    struct rule own = rule_parse(RULE_CHAIN_PRECEDENCE, "a b");
    EXPECT(own, {"_.a._.b", "kept 1/1 3>3+"}, {"_.a._.-._.b", "broken 0/1 5>5-"});
    own.when = MOOD_POSITIVE;
    EXPECT(own, {"b", "not activated"}, {"a.b2", "kept 1/1 1>1+"}, {"-.b2", "broken 0/1 1>1-"});
}

/* ordered(a, b, c): precedence(a, b) and precedence(b, c) */
static void ordered_judges_each_pair(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_ORDERED, "a b c");
    EXPECT(rule, {"", "not activated"}, {"a", "not activated"}, {"a.b.c", "kept 2/2 1>1+ 2>2+"},
           {"abc", "kept 2/2 0>0+ 0>0+"}, {"c.b.a", "broken 0/2 0>0- 1>1-"},
           {"a.c.b", "partly 1/2 1>1- 2>2+"}, {"bc", "partly 1/2 0>0+ 0>0-"},
           {"b.a.c", "partly 1/2 0>0- 2>2+"}, {"a.b.c.c.b", "kept 4/4 1>1+ 2>2+ 3>3+ 4>4+"});
    rule.when = MOOD_RESISTANT; /* what went before counts in any mood */
    EXPECT(rule, {"b.c", "not activated"}, {"b.c0", "kept 1/1 1>1+"}, {"a.b0.c", "kept 1/1 1>1+"});
    struct rule mixed = rule_parse(RULE_ORDERED, "A b cC d e f");
    EXPECT(mixed, {"A.b.C.def", "kept 5/5 1>1+ 2>2+ 3>3+ 3>3+ 3>3+"},
           {"A.f.C.bd", "partly 2/4 1>1- 2>2- 3>3+ 3>3+"});
}

/* ------------------------------------------------------------------------- successions ---- */

/* succession(a, b): both halves, [^ab]*(a.*b)*[^ab]* */
static void succession_counts_both_halves(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_SUCCESSION, "a b");
    EXPECT(rule, {"-", "not activated"}, {"a.b", "kept 2/2 0>1+ 1>1+"},
           {"ab", "kept 2/2 0>0+ 0>0+"}, {"a", "broken 0/1 0>$-"}, {"b", "broken 0/1 0>0-"},
           {"b.a", "broken 0/2 0>0- 1>$-"}, {"a.b.b.a", "partly 3/4 0>1+ 1>1+ 2>2+ 3>$-"},
           {"a~", "open 0/1"});
    rule.within = 1;
    EXPECT(rule, {"a.b", "kept 2/2 0>1+ 1>1+"}, {"a.-.b", "broken 0/2 0>1- 2>2-"});
    rule.within = 0;
    rule.when = MOOD_RESISTANT; /* each half asks its own activating step */
    EXPECT(rule, {"a0.b", "kept 1/1 0>1+"}, {"a.b0", "kept 1/1 1>1+"}, {"a.b", "not activated"});
}

/* alternate_succession(a, b), [^ab]*(a[^ab]*b[^ab]*)* */
static void alternate_succession_counts_both_halves(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_ALTERNATE_SUCCESSION, "a b");
    EXPECT(rule, {"a.b.a.b", "kept 4/4 0>1+ 1>1+ 2>3+ 3>3+"},
           {"a.a.b", "partly 2/3 0>1- 1>2+ 2>2+"}, {"a.b.b", "partly 2/3 0>1+ 1>1+ 2>2-"},
           {"ab", "partly 1/2 0>0+ 0>$-"}, {"a.ab.b", "partly 3/4 0>1+ 1>1+ 1>2+ 2>2-"});
}

/* chain_succession(a, b), [^ab]*(ab[^ab]*)* */
static void chain_succession_counts_both_halves(void **unused)
{
    (void)unused;
    struct rule rule = rule_parse(RULE_CHAIN_SUCCESSION, "a b");
    EXPECT(rule, {"a.b", "kept 2/2 0>1+ 1>1+"}, {"a.-.b", "broken 0/2 0>1- 2>2-"},
           {"a.b.b", "partly 2/3 0>1+ 1>1+ 2>2-"}, {"ab.ab", "partly 2/4 0>0- 0>1+ 1>1+ 1>$-"});
    struct rule spoken = rule_parse(RULE_CHAIN_SUCCESSION, "A b");
    EXPECT(spoken, {"A.b.B.a.A.b", "kept 4/4 0>1+ 1>1+ 4>5+ 5>5+"},
           {"A.-.B.b", "broken 0/2 0>1- 3>3-"});
}

/* ------------------------------------------------------------------------------ operands ---- */

static void operands_match_any_or_all(void **unused)
{
    (void)unused;
    struct rule any = rule_parse(RULE_EXISTENCE, "ab");
    EXPECT(any, {"a", "kept 1/1 0>0+"}, {"bc", "kept 1/1 0>0+"}, {"c", "broken 0/1 $>$-"},
           {"A", "broken 0/1 $>$-"});
    struct rule all = rule_parse(RULE_EXISTENCE, "&ab");
    EXPECT(all, {"a.b", "broken 0/1 $>$-"}, {"c.abc", "kept 1/1 1>1+"}, {"AB", "broken 0/1 $>$-"});
    struct rule mixed = rule_parse(RULE_EXISTENCE, "aB");
    EXPECT(mixed, {"A.a", "kept 1/1 1>1+"}, {"B", "kept 1/1 0>0+"}, {"A.b", "broken 0/1 $>$-"});
    mixed.when = MOOD_RESISTANT;
    EXPECT(mixed, {"_0.a", "broken 0/1 $>$-"}, {"A.b0", "broken 0/1 $>$-"});
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(existence_wants_one),
        cmocka_unit_test(existence_counts_steps),
        cmocka_unit_test(existence_within),
        cmocka_unit_test(existence_when),
        cmocka_unit_test(absence_allows_none),
        cmocka_unit_test(exactly_counts),
        cmocka_unit_test(init_judges_the_first_step),
        cmocka_unit_test(last_judges_the_last_step),
        cmocka_unit_test(responded_existence_looks_both_ways),
        cmocka_unit_test(responded_existence_within),
        cmocka_unit_test(response_wants_a_later_b),
        cmocka_unit_test(response_within),
        cmocka_unit_test(response_when),
        cmocka_unit_test(alternate_response_wants_b_before_the_next_a),
        cmocka_unit_test(chain_response_wants_b_next),
        cmocka_unit_test(chain_response_of_two_speakers),
        cmocka_unit_test(not_coexistence_looks_both_ways),
        cmocka_unit_test(not_succession_forbids_a_later_b),
        cmocka_unit_test(precedence_wants_an_earlier_a),
        cmocka_unit_test(alternate_precedence_wants_an_a_for_each_b),
        cmocka_unit_test(chain_precedence_wants_a_just_before),
        cmocka_unit_test(ordered_judges_each_pair),
        cmocka_unit_test(succession_counts_both_halves),
        cmocka_unit_test(alternate_succession_counts_both_halves),
        cmocka_unit_test(chain_succession_counts_both_halves),
        cmocka_unit_test(operands_match_any_or_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
