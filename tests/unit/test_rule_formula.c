/*
 * test_rule_formula.c: the automata against what was published, on every trace of one speaker up
 * to a length. The formulas are read and evaluated position by position (LTLf); the regular
 * expressions, which know one label a step, by the C library.
 */
#include <assert.h>
#include <regex.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "unit/trace.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* --------------------------------------------------------------------- formulas (LTLf) ---- */

struct formula {
    char op; /* 'a'.. a label; '1' true; ! X N F G unary; & | > (implies) U W binary */
    const struct formula *left, *right;
};

struct parser {
    const char *text;
    struct formula pool[64];
    int used;
};

static const struct formula *make(struct parser *parser, char op, const struct formula *left,
                                  const struct formula *right)
{
    assert(parser->used < COUNT(parser->pool));
    parser->pool[parser->used] = (struct formula){op, left, right};
    return &parser->pool[parser->used++];
}

static bool take(struct parser *parser, const char *token)
{
    parser->text += strspn(parser->text, " ");
    if (strncmp(parser->text, token, strlen(token)) != 0)
        return false;
    parser->text += strlen(token);
    return true;
}

static const struct formula *parse_implies(struct parser *parser);

static const struct formula *parse_unary(struct parser *parser)
{
    static const char unary[] = "!XNFG";
    for (int i = 0; unary[i] != '\0'; i++)
        if (take(parser, (char[]){unary[i], '\0'}))
            return make(parser, unary[i], parse_unary(parser), NULL);
    if (take(parser, "(")) {
        const struct formula *inner = parse_implies(parser);
        bool closed = take(parser, ")");
        assert(closed);
        return inner;
    }
    if (take(parser, "true"))
        return make(parser, '1', NULL, NULL);
    assert(*parser->text >= 'a' && *parser->text <= 'z');
    return make(parser, *parser->text++, NULL, NULL);
}

static const struct formula *parse_until(struct parser *parser)
{
    const struct formula *left = parse_unary(parser);
    if (take(parser, "U"))
        return make(parser, 'U', left, parse_unary(parser));
    if (take(parser, "W"))
        return make(parser, 'W', left, parse_unary(parser));
    return left;
}

static const struct formula *parse_and(struct parser *parser)
{
    const struct formula *left = parse_until(parser);
    while (take(parser, "&"))
        left = make(parser, '&', left, parse_until(parser));
    return left;
}

static const struct formula *parse_implies(struct parser *parser)
{
    const struct formula *left = parse_and(parser);
    return take(parser, "->") ? make(parser, '>', left, parse_implies(parser)) : left;
}

static bool holds(const struct formula *f, const struct trace *trace, int at);

static bool holds_until(const struct formula *f, const struct trace *trace, int at)
{
    for (int i = at; i < trace->count; i++) {
        if (holds(f->right, trace, i))
            return true;
        if (!holds(f->left, trace, i))
            return false;
    }
    return false;
}

static bool holds_always(const struct formula *f, const struct trace *trace, int at)
{
    for (int i = at; i < trace->count; i++)
        if (!holds(f, trace, i))
            return false;
    return true;
}

static bool holds_sometime(const struct formula *f, const struct trace *trace, int at)
{
    for (int i = at; i < trace->count; i++)
        if (holds(f, trace, i))
            return true;
    return false;
}

/* Of the empty trace, position 0 is past the end: no label holds there, and nothing comes next. */
static bool holds(const struct formula *f, const struct trace *trace, int at)
{
    switch (f->op) {
    case '1':
        return true;
    case '!':
        return !holds(f->left, trace, at);
    case '&':
        return holds(f->left, trace, at) && holds(f->right, trace, at);
    case '>':
        return !holds(f->left, trace, at) || holds(f->right, trace, at);
    case 'X':
        return at + 1 < trace->count && holds(f->left, trace, at + 1);
    case 'N':
        return at + 1 >= trace->count || holds(f->left, trace, at + 1);
    case 'F':
        return holds_sometime(f->left, trace, at);
    case 'G':
        return holds_always(f->left, trace, at);
    case 'U':
        return holds_until(f, trace, at);
    case 'W':
        return holds_until(f, trace, at) || holds_always(f->left, trace, at);
    default:
        return at < trace->count && (trace->steps[at].labels >> (f->op - 'a') & 1);
    }
}

/* -------------------------------------------------------- every trace of one speaker ---- */

static const struct published {
    enum rule_template template;
    const char *operands;
    int times;
    const char *formula;
    const char *expression; /* of one-label traces; NULL where the literature has none */
} published[] = {
    {RULE_EXISTENCE, "a", 1, "F a", ".*a.*"},
    {RULE_EXISTENCE, "a", 2, "F(a & X F a)", ".*(a.*){2}"},
    {RULE_EXISTENCE, "a", 3, "F(a & X F(a & X F a))", ".*(a.*){3}"},
    {RULE_ABSENCE, "a", 1, "!F a", "[^a]*"},
    {RULE_EXACTLY, "a", 1, "F a & !F(a & X F a)", "[^a]*(a[^a]*){1}"},
    {RULE_EXACTLY, "a", 2, "F(a & X F a) & !F(a & X F(a & X F a))", "[^a]*(a[^a]*){2}"},
    {RULE_INIT, "a", 1, "a", "a.*"},
    {RULE_LAST, "a", 1, "F(a & !X true)", ".*a"},
    {RULE_RESPONDED_EXISTENCE, "a b", 1, "F a -> F b", "[^a]*((a.*b.*)|(b.*a.*))*[^a]*"},
    {RULE_RESPONSE, "a b", 1, "G(a -> F b)", "[^a]*(a.*b)*[^a]*"},
    {RULE_ALTERNATE_RESPONSE, "a b", 1, "G(a -> X(!a U b))", "[^a]*(a[^a]*b[^a]*)*[^a]*"},
    {RULE_CHAIN_RESPONSE, "a b", 1, "G(a -> X b)", "[^a]*(ab[^a]*)*[^a]*"},
    {RULE_PRECEDENCE, "a b", 1, "!b W a", "[^b]*(a.*b)*[^b]*"},
    {RULE_ALTERNATE_PRECEDENCE, "a b", 1, "(!b W a) & G(b -> N(!b W a))",
     "[^b]*(a[^b]*b[^b]*)*[^b]*"},
    {RULE_CHAIN_PRECEDENCE, "a b", 1, "!b & G(X b -> a)", "[^b]*(ab[^b]*)*[^b]*"},
    {RULE_SUCCESSION, "a b", 1, "G(a -> F b) & (!b W a)", "[^ab]*(a.*b)*[^ab]*"},
    {RULE_ALTERNATE_SUCCESSION, "a b", 1, "G(a -> X(!a U b)) & (!b W a) & G(b -> N(!b W a))",
     "[^ab]*(a[^ab]*b[^ab]*)*[^ab]*"},
    {RULE_CHAIN_SUCCESSION, "a b", 1, "G(a -> X b) & !b & G(X b -> a)", "[^ab]*(ab[^ab]*)*[^ab]*"},
    {RULE_NOT_COEXISTENCE, "a b", 1, "!(F a & F b)", "[^ab]*((a[^b]*)|(b[^a]*))?"},
    {RULE_NOT_SUCCESSION, "a b", 1, "G(a -> !F b)", "[^a]*(a[^b]*)*[^ab]*"},
    {RULE_ORDERED, "a b", 1, "!b W a", "[^b]*(a.*b)*[^b]*"},
    {RULE_ORDERED, "a b c", 1, "(!b W a) & (!c W b)", NULL},
    {RULE_RESPONSE, "a a", 1, "G(a -> F a)", NULL},
    {RULE_CHAIN_RESPONSE, "a a", 1, "G(a -> X a)", NULL},
    {RULE_ALTERNATE_PRECEDENCE, "a a", 1, "(!a W a) & G(a -> N(!a W a))", NULL},
    {RULE_NOT_SUCCESSION, "a a", 1, "G(a -> !F a)", NULL},
};

static struct rule rule_of(const struct published *row)
{
    struct rule rule = rule_parse(row->template, row->operands);
    rule.times = row->times;
    return rule;
}

static bool is_kept(const struct rule *rule, const struct trace *trace)
{
    struct rule_state state = trace_judge(rule, trace);
    enum verdict verdict = rule_verdict(rule, &state);
    return verdict == VERDICT_KEPT || verdict == VERDICT_NOT_ACTIVATED;
}

/* Visits the traces of one speaker with up to `longest` steps that carry one of `sets` each. */
struct walk {
    const uint64_t *sets;
    int set_count;
    int longest;
    enum speaker speaker;
    void (*visit)(const struct trace *trace, const void *context);
    int visited;
};

static void walk_on(struct walk *walk, struct trace *trace, const void *context)
{
    walk->visit(trace, context);
    walk->visited++;
    if (trace->count == walk->longest)
        return;
    trace->count++;
    for (int i = 0; i < walk->set_count; i++) {
        trace->steps[trace->count - 1] = (struct step){walk->speaker, walk->sets[i], MOOD_NEUTRAL};
        walk_on(walk, trace, context);
    }
    trace->count--;
}

struct formula_check {
    struct rule rule;
    const struct formula *formula;
};

static void check_formula(const struct trace *trace, const void *context)
{
    const struct formula_check *check = context;
    bool expected = holds(check->formula, trace, 0);
    if (is_kept(&check->rule, trace) != expected)
        trace_fail(&check->rule, trace,
                   expected ? "the formula holds" : "the formula does not hold");
}

static void a_rule_is_kept_exactly_when_its_formula_holds(void **unused)
{
    (void)unused;
    static const uint64_t two[] = {0, 1, 2, 3}, three[] = {0, 1, 2, 3, 4, 5, 6, 7};
    for (int i = 0; i < COUNT(published); i++) {
        struct parser parser = {.text = published[i].formula};
        struct formula_check check = {rule_of(&published[i]), parse_implies(&parser)};
        assert_int_equal(*parser.text, '\0');
        assert_null(rule_fault(&check.rule));
        bool of_two = check.rule.operand_count < 3;
        struct walk walk = {of_two ? two : three, of_two ? 4 : 8, of_two ? 6 : 5,
                            SPEAKER_TRAINEE,      check_formula,  0};
        struct trace trace = {.ended = true};
        walk_on(&walk, &trace, &check);
        assert_int_equal(walk.visited, of_two ? 5461 : 37449);
    }
}

static bool is_published(enum rule_template template)
{
    for (int i = 0; i < COUNT(published); i++)
        if (published[i].template == template)
            return true;
    return false;
}

static void every_template_has_a_formula(void **unused)
{
    (void)unused;
    for (int i = 0; i < RULE_TEMPLATE_COUNT; i++)
        assert_true(is_published((enum rule_template)i));
}

struct expression_check {
    struct rule rule;
    regex_t expression;
};

static void check_expression(const struct trace *trace, const void *context)
{
    const struct expression_check *check = context;
    char letters[STEP_MAX + 1] = "";
    for (int i = 0; i < trace->count; i++)
        letters[i] = trace->steps[i].labels == 1 ? 'a' : trace->steps[i].labels == 2 ? 'b' : 'c';
    bool expected = regexec(&check->expression, letters, 0, NULL, 0) == 0;
    if (is_kept(&check->rule, trace) != expected)
        trace_fail(&check->rule, trace, expected ? "the expression matches" : "it does not match");
}

static void a_rule_is_kept_exactly_when_its_expression_matches(void **unused)
{
    (void)unused;
    static const uint64_t letters[] = {1, 2, 4};
    int checked = 0;
    for (int i = 0; i < COUNT(published); i++) {
        if (published[i].expression == NULL)
            continue;
        struct expression_check check = {.rule = rule_of(&published[i])};
        char anchored[128];
        snprintf(anchored, sizeof anchored, "^(%s)$", published[i].expression);
        assert_int_equal(regcomp(&check.expression, anchored, REG_EXTENDED | REG_NOSUB), 0);
        struct walk walk = {letters, 3, 7, SPEAKER_TRAINEE, check_expression, 0};
        struct trace trace = {.ended = true};
        walk_on(&walk, &trace, &check);
        assert_int_equal(walk.visited, 3280);
        regfree(&check.expression);
        checked++;
    }
    assert_int_equal(checked, 21);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_is_kept_exactly_when_its_formula_holds),
        cmocka_unit_test(every_template_has_a_formula),
        cmocka_unit_test(a_rule_is_kept_exactly_when_its_expression_matches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
