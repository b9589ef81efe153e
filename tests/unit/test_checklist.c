/* test_checklist.c: rules in an observer's words. The sentences expected were written by hand from
   each template's meaning (core/rule.h) and the labels of scenarios/vocabulary.lua. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/words.h"
#include "class/checklist.h"
#include "unit/small.h"

static struct loaded *load(const char *id)
{
    struct error error = {0};
    char name[80];
    snprintf(name, sizeof name, "scenarios/%s.lua", id);
    char *path = source_path(name), *folder = source_path("scenarios");
    struct bundle *bundle = bundle_read(path, folder, &error);
    if (!bundle)
        fail_msg("%s", error.message);
    free(path);
    free(folder);
    struct loaded *loaded = scenario_load(bundle, NULL, &error);
    if (!loaded)
        fail_msg("%s: %s", error.file, error.message);
    bundle_free(bundle);
    return loaded;
}

static const struct checklist_item *find(const struct checklist *checklist, const char *rule)
{
    for (int i = 0; i < checklist->count; i++) {
        if (strcmp(checklist->scenario->rules[checklist->items[i].rule].id, rule) == 0)
            return &checklist->items[i];
    }
    fail_msg("no item for %s", rule);
    return NULL;
}

static void assert_item(const struct checklist *checklist, const char *rule, const char *see,
                        const char *hear)
{
    const struct checklist_item *item = find(checklist, rule);
    assert_string_equal(item->see, see);
    assert_string_equal(item->hear, hear);
}

/* ------------------------------------------------------------------------- shipped rules ---- */

static void each_rule_of_a_scenario_has_a_numbered_item(void **state)
{
    (void)state;
    static const char *const ids[] = {"idle-deposit", "forex-browser", "insurance-refusal"};
    for (size_t s = 0; s < sizeof ids / sizeof *ids; s++) {
        struct loaded *loaded = load(ids[s]);
        const struct scenario *scenario = loaded_scenario(loaded);
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            struct checklist *list = checklist_new(scenario, (enum language)language);
            assert_int_equal(list->count, scenario->rule_count);
            assert_true(list->count > 30);
            for (int i = 0; i < list->count; i++) {
                assert_int_equal(list->items[i].number, i + 1);
                assert_int_equal(list->items[i].rule, i);
                assert_string_equal(list->items[i].title, scenario->rules[i].title.words[language]);
                assert_true(strlen(list->items[i].see) > 0);
                assert_true(strlen(list->items[i].hear) > 0);
                assert_null(strchr(list->items[i].hear, '%'));
                assert_null(strchr(list->items[i].see, '%'));
            }
            checklist_free(list);
        }
        loaded_free(loaded);
    }
}

static void the_words_follow_from_template_and_operands(void **state)
{
    (void)state;
    struct loaded *loaded = load("insurance-refusal");
    struct checklist *list = checklist_new(loaded_scenario(loaded), LANGUAGE_EN);
    assert_item(list, "greet-first", "at the very start", "notice what can be seen or greet");
    assert_item(list, "accept-first", "the customer objects", "right away: accept the feeling");
    assert_item(list, "no-promise", "throughout", "never: promise principal or return");
    assert_item(list, "no-reliving", "while the customer is resistant",
                "never: make them relive it");
    assert_item(list, "accept-before-steering", "before the trainee may steer back to the subject",
                "first, every time: accept the feeling");
    assert_item(list, "answer-the-property", "you see the trainee ask which property matters most",
                "then or later: answer to the property that matters");
    assert_item(list, "no-talking-past",
                "the customer fears the money is locked up, doubts the return or fears a loss, or "
                "you see the trainee ask which property matters most",
                "from then on, never: answer to another property");
    assert_item(list, "fix-the-time", "the customer agrees to a meeting",
                "sooner or later: fix the time");
    assert_item(list, "ask-before-inviting", "before the trainee may propose a meeting",
                "first: ask about the need, ask an open question or ask which property matters "
                "most");
    checklist_free(list);
    loaded_free(loaded);
}

static void what_nobody_does_takes_no_subject(void **state)
{
    (void)state;
    struct loaded *loaded = load("idle-deposit");
    struct checklist *list = checklist_new(loaded_scenario(loaded), LANGUAGE_EN);
    assert_item(list, "form-when-due", "the form is due",
                "then or later: fill in the referral form");
    assert_item(list, "need-before-offer", "before the trainee may offer an introduction",
                "only once the customer shows a need to preserve or grow, shows a need to move "
                "money, shows a need for ready access, trades currencies, pays abroad or asks "
                "about a product");
    checklist_free(list);
    loaded_free(loaded);
}

static void it_tells_what_forbids_what_fails_and_what_is_judged_once(void **state)
{
    (void)state;
    struct loaded *loaded = load("idle-deposit");
    struct checklist *list = checklist_new(loaded_scenario(loaded), LANGUAGE_ZH);
    const struct checklist_item *promise = find(list, "no-promise");
    const struct checklist_item *accept = find(list, "accept-first");
    const struct checklist_item *press = find(list, "no-pressing");
    assert_true(promise->forbids && promise->once && promise->critical);
    assert_false(accept->forbids || accept->once || accept->critical);
    assert_true(press->forbids && !press->once && !press->critical);
    assert_int_equal(accept->weight, 3);
    assert_string_equal(promise->pack, "合规底线");
    assert_non_null(strstr(promise->hear, "承诺保本或收益"));
    assert_non_null(strstr(accept->see, "表示拒绝"));
    assert_non_null(strstr(accept->hear, "接纳感受"));
    checklist_free(list);
    loaded_free(loaded);
}

static void the_interface_keeps_its_language(void **state)
{
    (void)state;
    struct loaded *loaded = load("idle-deposit");
    words_use(LANGUAGE_EN);
    checklist_free(checklist_new(loaded_scenario(loaded), LANGUAGE_ZH));
    assert_int_equal(words_language(), LANGUAGE_EN);
    checklist_free(NULL);
    loaded_free(loaded);
}

/* --------------------------------------------------------------------- every template ---- */

enum { OBJECTS, LEAVES }; /* the cues and acts of a vocabulary of two each */
enum { GREET, THANK };

static const struct term cues[] = {
    {"objects", {"", {"表示拒绝", "objects"}}},
    {"leaves", {"", {"离开", "leaves"}}},
};
static const struct term acts[] = {
    {"greet", {"", {"主动招呼", "greet"}}},
    {"thank", {"", {"致谢", "thank"}}},
};

#define ACT(name)                     \
    {                                 \
        .acts = UINT64_C(1) << (name) \
    }
#define CUE(name)                     \
    {                                 \
        .cues = UINT64_C(1) << (name) \
    }

static void assert_words(struct rule rule, const char *see, const char *hear)
{
    static const struct vocabulary words = {
        .acts = acts, .act_count = 2, .cues = cues, .cue_count = 2};
    static const struct term packs[] = {{"p", {"", {"包", "Pack"}}}};
    rule.title = (struct text){"", {"", ""}};
    rule.weight = 1;
    struct scenario scenario = {
        .vocabulary = &words, .rules = &rule, .rule_count = 1, .packs = packs, .pack_count = 1};
    assert_null(rule_fault(&rule));
    struct checklist *list = checklist_new(&scenario, LANGUAGE_EN);
    assert_string_equal(list->items[0].see, see);
    assert_string_equal(list->items[0].hear, hear);
    checklist_free(list);
}

/* A rule with one or two operands, in any mood. */
#define RULE(kind, ...)                                                                          \
    (struct rule)                                                                                \
    {                                                                                            \
        .template = (kind), .when = -1, .times = 1, .operands = {__VA_ARGS__},                   \
        .operand_count = (int)(sizeof((struct operand[]){__VA_ARGS__}) / sizeof(struct operand)) \
    }

static void every_template_has_words(void **state)
{
    (void)state;
    assert_words(RULE(RULE_EXISTENCE, ACT(GREET)), "at any time", "greet");
    assert_words(RULE(RULE_EXACTLY, ACT(GREET)), "throughout", "greet, exactly 1 time");
    assert_words(RULE(RULE_LAST, ACT(THANK)), "at the very end", "thank");
    assert_words(RULE(RULE_ALTERNATE_RESPONSE, CUE(OBJECTS), ACT(THANK)), "the customer objects",
                 "before it happens again: thank");
    assert_words(RULE(RULE_CHAIN_PRECEDENCE, CUE(OBJECTS), ACT(THANK)),
                 "before the trainee may thank", "only once the customer objects");
    assert_words(RULE(RULE_CHAIN_PRECEDENCE, ACT(GREET), CUE(LEAVES)), "before the customer leaves",
                 "just before: greet");
    assert_words(RULE(RULE_SUCCESSION, CUE(OBJECTS), ACT(THANK)), "the customer objects",
                 "then or later, and not before: thank");
    assert_words(RULE(RULE_ALTERNATE_SUCCESSION, CUE(OBJECTS), ACT(THANK)), "the customer objects",
                 "once each time, and not before: thank");
    assert_words(RULE(RULE_CHAIN_SUCCESSION, CUE(OBJECTS), ACT(THANK)), "the customer objects",
                 "right away, and at no other time: thank");
    assert_words(RULE(RULE_NOT_COEXISTENCE, CUE(OBJECTS), ACT(THANK)), "the customer objects",
                 "never in the same talk: thank");
    assert_words(RULE(RULE_ORDERED, ACT(GREET), CUE(LEAVES), ACT(THANK)), "throughout",
                 "in this order: greet, then the customer leaves, then thank");
}

static void numbers_moods_and_distances_are_told(void **state)
{
    (void)state;
    struct rule rule = RULE(RULE_EXISTENCE, ACT(GREET));
    rule.times = 2;
    rule.within = 6;
    assert_words(rule, "at any time", "greet, at least 2 times (in the first 6 lines)");
    rule = RULE(RULE_RESPONSE, CUE(OBJECTS), ACT(THANK));
    rule.within = 3;
    rule.when = MOOD_NEUTRAL;
    assert_words(rule, "the customer objects, being neutral",
                 "then or later: thank (no more than 3 lines away)");
    struct operand both = {.acts = 1u << GREET | 1u << THANK, .all = true};
    rule = RULE(RULE_EXISTENCE, ACT(GREET));
    rule.operands[0] = both;
    assert_words(rule, "at any time", "greet and thank");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_rule_of_a_scenario_has_a_numbered_item),
        cmocka_unit_test(the_words_follow_from_template_and_operands),
        cmocka_unit_test(what_nobody_does_takes_no_subject),
        cmocka_unit_test(it_tells_what_forbids_what_fails_and_what_is_judged_once),
        cmocka_unit_test(the_interface_keeps_its_language),
        cmocka_unit_test(every_template_has_words),
        cmocka_unit_test(numbers_moods_and_distances_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
