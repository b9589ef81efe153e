/*
 * test_situations.c: what a learner could know, on stories worked by hand: what tells draws apart
 * and what does not, how likely each is then, what two conversations may differ in and still be the
 * same, and the ways to file a form.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "solve/situations.h"
#include "unit/story.h"

enum { OPENINGS_MAX = 8 };

/* A story and its situations, opened. */
struct scene {
    struct story story;
    const struct scenario *scenario;
    struct monitors *monitors;
    struct situations *situations;
    struct outcome openings[OPENINGS_MAX];
    uint32_t opening_count;
};

static void begin_with(struct scene *scene, const char *fields, bool silences, unsigned reveal)
{
    struct error error = {0};
    story_written(&scene->story, fields, "r(\"calm\", { template = absence(\"press\") })");
    scene->scenario = loaded_scenario(scene->story.loaded);
    scene->monitors = monitors_new(scene->scenario);
    scene->situations = situations_new(scene->scenario, loaded_evaluator(scene->story.loaded),
                                       scene->monitors, false, silences);
    situations_reveal(scene->situations, reveal);
    const struct outcome *openings;
    assert_true(situations_start(scene->situations, &openings, &scene->opening_count, &error));
    assert_in_range(scene->opening_count, 1, OPENINGS_MAX);
    memcpy(scene->openings, openings, scene->opening_count * sizeof *openings);
}

static void begin(struct scene *scene, const char *fields)
{
    begin_with(scene, fields, false, 0);
}

static void end(struct scene *scene)
{
    situations_free(scene->situations);
    monitors_free(scene->monitors);
    story_close(&scene->story);
}

static const struct situation *get(const struct scene *scene, uint32_t number)
{
    return situations_get(scene->situations, number);
}

/* The action of this response (or, with -1, this way to file the form) at a situation. */
static const struct action *find_action(struct scene *scene, uint32_t number, int response,
                                        unsigned form)
{
    struct error error = {0};
    assert_true(situations_expand(scene->situations, number, &error));
    const struct situation *situation = get(scene, number);
    for (uint32_t i = 0; i < situation->action_count; i++) {
        const struct action *action = situations_action(scene->situations, situation, i);
        if (action->response == response && (response >= 0 || action->form == form))
            return action;
    }
    return NULL;
}

static struct outcome outcome_of(struct scene *scene, uint32_t number, int response, uint32_t index)
{
    const struct action *action = find_action(scene, number, response, 0);
    assert_non_null(action);
    assert_true(index < action->outcome_count);
    return *situations_outcome(scene->situations, action, index);
}

static uint32_t outcomes(struct scene *scene, uint32_t number, int response)
{
    const struct action *action = find_action(scene, number, response, 0);
    assert_non_null(action);
    return action->outcome_count;
}

/* Where a response without chance or doubt leads. */
static uint32_t after(struct scene *scene, uint32_t number, int response)
{
    assert_int_equal(outcomes(scene, number, response), 1);
    return outcome_of(scene, number, response, 0).next;
}

static void assert_near(double found, double wanted)
{
    if (fabs(found - wanted) > 1e-15)
        fail_msg("%.17g is not %.17g", found, wanted);
}

/* ---------------------------------------------------------------------- what tells apart ---- */

/*
 * Two values of a draw, 3 : 1, and a node b with something that depends on the draw. In how many
 * ways does the answer to a turn out?
 */
#define BY_NEED "function(s) return s.need end"
#define STORY_OF(effect, node)                                                             \
    "vars = { count = int(0, 9, 0) }, draws = { need = { growth = 3, safety = 1 } },\n"    \
    "turns = 3, start = \"a\", nodes = {\n"                                                \
    "  a = { says = T\"hello\", responses = { R(\"go\", {}, \"b\", { " effect " }) } },\n" \
    "  b = { " node "\n"                                                                   \
    "  }, c = { responses = { R(\"bye\", {}, \"c\") } } }\n"

static uint32_t ways(const char *fields)
{
    struct scene scene;
    begin(&scene, fields);
    assert_int_equal(scene.opening_count, 1);
    assert_int_equal(get(&scene, scene.openings[0].next)->member_count, 2);
    uint32_t count = outcomes(&scene, scene.openings[0].next, 0);
    end(&scene);
    return count;
}

#define PLAIN "responses = { R(\"x\", {}, \"c\"), R(\"y\", {}, \"c\") }"

static void what_is_shown_tells_draws_apart(void **unused)
{
    (void)unused;
    assert_int_equal(ways(STORY_OF("", PLAIN)), 1);
    /* words, of the customer or of the scene, in any language */
    assert_int_equal(ways(STORY_OF("", "says = pick(" BY_NEED ", { growth = T\"one\",\n"
                                       "safety = T\"two\" }), " PLAIN)),
                     2);
    assert_int_equal(ways(STORY_OF("", "scene = pick(" BY_NEED ", { growth = T\"one\",\n"
                                       "safety = T\"two\" }), " PLAIN)),
                     2);
    assert_int_equal(ways(STORY_OF("", "says = pick(" BY_NEED ",\n"
                                       "{ growth = { zh = \"一\", en = \"one\" },\n"
                                       "safety = { zh = \"二\", en = \"one\" } }), " PLAIN)),
                     2);
    /* cues */
    assert_int_equal(ways(STORY_OF("", "cues = pick(" BY_NEED ", { growth = { \"asks\" },\n"
                                       "safety = { \"asks\", \"waits\" } }), " PLAIN)),
                     2);
    /* which responses are open */
    assert_int_equal(
        ways(STORY_OF("", "responses = { R(\"x\", {}, \"c\"), R(\"y\", {}, \"c\",\n"
                          "{ when = function(s) return s.need == \"safety\" end }) }")),
        2);
    /* mood and familiarity */
    assert_int_equal(ways(STORY_OF("effect = function(s) if s.need == \"safety\" then\n"
                                   "s.mood = \"positive\" end end",
                                   PLAIN)),
                     2);
    assert_int_equal(ways(STORY_OF("effect = function(s) if s.need == \"safety\" then\n"
                                   "s.familiarity = 1 end end",
                                   PLAIN)),
                     2);
}

static void what_is_not_shown_tells_nothing(void **unused)
{
    (void)unused;
    /* the same words under two names */
    assert_int_equal(ways(STORY_OF("", "says = pick(" BY_NEED ", { growth = T\"one\",\n"
                                       "safety = T\"one\" }), " PLAIN)),
                     1);
    /* the same cues in another order */
    assert_int_equal(
        ways(STORY_OF("", "cues = pick(" BY_NEED ", { growth = { \"asks\", \"waits\" },\n"
                          "safety = { \"waits\", \"asks\" } }), " PLAIN)),
        1);
    /* variables */
    assert_int_equal(ways(STORY_OF("effect = function(s) if s.need == \"safety\" then\n"
                                   "s.count = 5 end end",
                                   PLAIN)),
                     1);
    /* where a response would lead */
    assert_int_equal(ways(STORY_OF("", "responses = { R(\"x\", {}, pick(" BY_NEED ",\n"
                                       "{ growth = \"a\", safety = \"c\" })) }")),
                     1);
    /* what a response would change */
    assert_int_equal(
        ways(STORY_OF("", "responses = { R(\"x\", {}, \"c\", { effect = function(s)\n"
                          "if s.need == \"safety\" then s.mood = \"positive\" end end })"
                          "}")),
        1);
}

static void a_node_of_its_own_tells_draws_apart(void **unused)
{
    (void)unused;
    struct scene scene;
    begin(&scene, STORY_OF("", "responses = { R(\"x\", {}, pick(" BY_NEED ",\n"
                               "{ growth = \"a\", safety = \"c\" })) }"));
    uint32_t b = after(&scene, scene.openings[0].next, 0);
    assert_int_equal(outcomes(&scene, b, 0), 2);
    end(&scene);
}

/* Variables that differ are kept apart inside the belief, and show when they are shown. */
static void hidden_variables_are_carried_along(void **unused)
{
    (void)unused;
    struct scene scene;
    begin(&scene, STORY_OF("effect = function(s) if s.need == \"safety\" then s.count = 5 end end",
                           "responses = { R(\"x\", {}, \"c\"), R(\"y\", {}, \"c\",\n"
                           "{ effect = { familiarity = 1 } }), R(\"z\", {}, pick(function(s)\n"
                           "if s.count > 3 then return \"p\" end return \"q\" end,\n"
                           "{ p = \"a\", q = \"c\" })) }"));
    uint32_t b = after(&scene, scene.openings[0].next, 0);
    assert_int_equal(get(&scene, b)->member_count, 2);
    assert_int_equal(situations_member(scene.situations, get(&scene, b), 0)->variables[0], 0);
    assert_int_equal(situations_member(scene.situations, get(&scene, b), 1)->variables[0], 5);
    assert_int_equal(outcomes(&scene, b, 0), 1);
    assert_int_equal(outcomes(&scene, b, 2), 2);
    assert_near(outcome_of(&scene, b, 2, 0).probability, 0.75); /* count 0: c */
    assert_near(outcome_of(&scene, b, 2, 1).probability, 0.25);
    assert_int_equal(get(&scene, outcome_of(&scene, b, 2, 1).next)->member_count, 1);
    end(&scene);
}

/* ------------------------------------------------------------------------- probabilities ---- */

/*
 * Draws need (growth 2, safety 1, access 1) and haste (yes 1, no 4). The opening tells safety from
 * the other needs; the next answer, haste; the one after that, at b, chance 3 : 1 and then need.
 */
static const char guesses[] =
    "draws = {\n"
    "  need = {\n"
    "    growth = 2,\n"
    "    safety = 1,\n"
    "    access = 1 },\n"
    "  haste = {\n"
    "    yes = 1,\n"
    "    no = 4 } },\n"
    "turns = 4, start = \"a\", nodes = {\n"
    "  a = { cues = pick(function(s) if s.need == \"safety\" then return \"x\" end return \"y\" "
    "end,\n"
    "      { x = { \"frowns\" }, y = {} }),\n"
    "    responses = { R(\"go\", {}, \"b\") } },\n"
    "  b = { says = pick(function(s) return s.haste end, { yes = T\"quick\", no = T\"well\" }),\n"
    "    responses = { R(\"luck\", {}, chance { c = 3, d = 1 }) } },\n"
    "  c = { says = pick(function(s) return s.need end,\n"
    "      { growth = T\"growth\", safety = T\"safety\", access = T\"access\" }),\n"
    "    responses = { R(\"bye\", {}, \"d\") } },\n"
    "  d = { responses = { R(\"bye\", {}, \"d\") } } }\n";

static void probabilities_are_those_of_bayes(void **unused)
{
    (void)unused;
    struct scene scene;
    begin(&scene, guesses);
    assert_int_equal(scene.opening_count, 2);
    struct outcome calm = scene.openings[0], frown = scene.openings[1];
    assert_near(calm.probability, 0.75);
    assert_near(frown.probability, 0.25);
    assert_int_equal(get(&scene, calm.next)->member_count, 4);
    assert_int_equal(get(&scene, frown.next)->member_count, 2);
    struct outcome quick = outcome_of(&scene, calm.next, 0, 0);
    assert_near(quick.probability, 0.2);
    assert_near(outcome_of(&scene, calm.next, 0, 1).probability, 0.8);
    assert_int_equal(get(&scene, quick.next)->member_count, 2); /* growth or access */
    /* At c they part, 2 : 1; at d they do not. */
    assert_int_equal(outcomes(&scene, quick.next, 0), 3);
    assert_near(outcome_of(&scene, quick.next, 0, 0).probability, 0.75 * 2 / 3);
    assert_near(outcome_of(&scene, quick.next, 0, 1).probability, 0.25);
    assert_near(outcome_of(&scene, quick.next, 0, 2).probability, 0.75 / 3);
    struct outcome there = outcome_of(&scene, quick.next, 0, 1);
    assert_int_equal(get(&scene, there.next)->member_count, 2);
    assert_int_equal(get(&scene, outcome_of(&scene, quick.next, 0, 0).next)->member_count, 1);
    /* Who frowns needs safety: only chance is left. */
    uint32_t slow = outcome_of(&scene, frown.next, 0, 1).next;
    assert_int_equal(outcomes(&scene, slow, 0), 2);
    assert_near(outcome_of(&scene, slow, 0, 0).probability, 0.75);
    end(&scene);
}

static void a_revealed_draw_is_known_from_the_start(void **unused)
{
    (void)unused;
    struct scene scene;
    begin_with(&scene, guesses, false, 1); /* need */
    assert_int_equal(scene.opening_count, 3);
    assert_near(scene.openings[0].probability, 0.5);
    assert_near(scene.openings[1].probability, 0.25);
    assert_int_equal(get(&scene, scene.openings[0].next)->member_count, 2);
    end(&scene);
    begin_with(&scene, guesses, false, 3);
    assert_int_equal(scene.opening_count, 6);
    assert_near(scene.openings[5].probability, 0.2);
    end(&scene);
}

/* ------------------------------------------------------------------------- the same again ---- */

/*
 * The vocabulary's form asks whether the customer waits, whether the clerk did ask, and for consent
 * by "agrees". Acts greet and cue smiles are nothing to it.
 */
static const char asked[] =
    "turns = 5, start = \"a\", nodes = {\n"
    "  a = { responses = {\n"
    "    R(\"plain\", {}, \"b\"),\n"
    "    R(\"greet\", { \"greet\" }, \"b\"),\n"
    "    R(\"ask\", { \"ask\" }, \"b\"),\n"
    "    R(\"skip\", { \"ask\" }, \"c\"),\n"
    "    R(\"skip-plain\", {}, \"c\"),\n"
    "    R(\"smile\", {}, \"smiling\"),\n"
    "    R(\"agree\", {}, \"agreeing\") } },\n"
    "  smiling = { cues = \"smiles\", responses = { R(\"on\", {}, \"b\") } },\n"
    "  agreeing = { cues = \"agrees\", responses = { R(\"on\", {}, \"b\"),\n"
    "    R(\"skip\", {}, \"c\") } },\n"
    "  b = { form = \"c\", responses = { R(\"wait\", {}, \"b\") } },\n"
    "  c = { responses = { R(\"wait\", {}, \"c\") } } }\n";

static void only_what_a_form_asks_about_is_remembered(void **unused)
{
    (void)unused;
    struct scene scene;
    begin(&scene, asked);
    uint32_t a = scene.openings[0].next, plain = after(&scene, a, 0);
    uint32_t skipped = after(&scene, a, 4), smiled = after(&scene, a, 5);
    uint32_t agreed = after(&scene, a, 6);
    /* A greeting leaves no trace, a question does; nor does the turn, or a smile; consent does. */
    assert_int_equal(plain, after(&scene, a, 1));
    assert_int_not_equal(plain, after(&scene, a, 2));
    assert_int_equal(plain, after(&scene, plain, 0));
    assert_int_equal(plain, after(&scene, smiled, 0));
    assert_int_not_equal(plain, after(&scene, agreed, 0));
    /* No form is left at c. */
    assert_int_equal(skipped, after(&scene, a, 3));
    assert_int_equal(skipped, after(&scene, agreed, 1));
    end(&scene);
}

static void a_state_fits_its_situation(void **unused)
{
    (void)unused;
    struct scene scene;
    begin(&scene, guesses);
    struct state state =
        *situations_member(scene.situations, get(&scene, scene.openings[0].next), 3);
    assert_int_equal(state.draws[0], 2);
    assert_int_equal(state.draws[1], 1);
    assert_true(situations_fits(scene.situations, scene.openings[0].next, &state));
    assert_false(situations_fits(scene.situations, scene.openings[1].next, &state));
    state.turn = 3;
    state.acts_seen = 1; /* nothing asks */
    assert_true(situations_fits(scene.situations, scene.openings[0].next, &state));
    state.draws[0] = 1; /* would have frowned */
    assert_false(situations_fits(scene.situations, scene.openings[0].next, &state));
    assert_true(situations_fits(scene.situations, scene.openings[1].next, &state));
    state.mood = MOOD_POSITIVE;
    assert_false(situations_fits(scene.situations, scene.openings[1].next, &state));
    end(&scene);
}

/* --------------------------------------------------------------------------------- forms ---- */

static unsigned form_ways(struct scene *scene, uint32_t number)
{
    unsigned found = 0;
    for (unsigned class = 0; class < FORM_CLASS_COUNT; class ++)
        found |= find_action(scene, number, -1, class) ? 1U << class : 0;
    return found;
}

static void a_form_can_be_wrong_in_these_ways(void **unused)
{
    (void)unused;
    static const char waiting[] =
        "turns = 5, start = \"a\", nodes = {\n"
        "  a = { cues = \"waits\", responses = { R(\"ask\", { \"ask\" }, \"b\") } },\n"
        "  b = { form = \"a\", responses = { R(\"wait\", {}, \"b\") } } }\n";
    struct scene scene;
    begin(&scene, asked);
    uint32_t a = scene.openings[0].next;
    assert_int_equal(form_ways(&scene, a), 0);                     /* no form here */
    assert_int_equal(form_ways(&scene, after(&scene, a, 0)), 255); /* in all eight */
    /* With consent, none can be claimed in vain. */
    assert_int_equal(form_ways(&scene, after(&scene, after(&scene, a, 6), 0)), 15);
    end(&scene);
    begin(&scene, waiting); /* waited and asked: every claim is true */
    assert_int_equal(form_ways(&scene, after(&scene, scene.openings[0].next, 0)),
                     1U << FORM_CLASS_TRUTHFUL | 1U << FORM_CLASS_INCOMPLETE |
                         1U << FORM_CLASS_NO_CONSENT |
                         1U << (FORM_CLASS_INCOMPLETE | FORM_CLASS_NO_CONSENT));
    end(&scene);
}

/* The form of a class is judged to be of that class. */
static void forms_are_judged_as_their_class(void **unused)
{
    (void)unused;
    struct scene scene;
    int judged = 0;
    begin(&scene, asked);
    for (uint64_t cues = 0; cues < 64; cues++) {
        for (unsigned class = 0; class < FORM_CLASS_COUNT; class ++) {
            struct state state = {.cues_seen = cues, .acts_seen = cues % 4};
            struct form form;
            if (!form_of_class(scene.scenario, &state, (enum form_class) class, &form))
                continue;
            uint64_t acts = form_judge(scene.scenario, &state, &form).acts;
            assert_int_equal(form_class_of(scene.scenario, acts), class);
            judged++;
        }
    }
    assert_in_range(judged, 200, 64 * FORM_CLASS_COUNT);
    end(&scene);
}

/* ------------------------------------------------------------------------------- actions ---- */

static void actions_are_in_order(void **unused)
{
    (void)unused;
    static const char quiet[] =
        "turns = 2, start = \"a\", nodes = {\n"
        "  a = { seconds = 30, timeout = \"hush\", form = \"b\", responses = {\n"
        "    R(\"x\", {}, \"b\"),\n"
        "    R(\"closed\", {}, \"b\", { when = function(s) return s.mood == \"positive\" end }),\n"
        "    R(\"hush\", {}, \"b\", { silent = true }),\n"
        "    R(\"y\", {}, \"b\") } },\n"
        "  b = { ending = \"good\" } }\n";
    for (int silences = 0; silences < 2; silences++) {
        const int wanted[2][5] = {{0, 3, -1, -1}, {0, 3, 2, -1, -1}};
        struct scene scene;
        struct error error = {0};
        begin_with(&scene, quiet, silences, 0);
        uint32_t a = scene.openings[0].next;
        assert_true(situations_expand(scene.situations, a, &error));
        assert_int_equal(get(&scene, a)->open, 1 << 0 | 1 << 3);
        assert_int_equal(get(&scene, a)->action_count, 2 + silences + FORM_CLASS_COUNT);
        for (uint32_t i = 0; i < 4; i++) {
            const struct action *action = situations_action(scene.situations, get(&scene, a), i);
            assert_int_equal(action->response, wanted[silences][i]);
            assert_int_equal(action->silence, action->response == 2);
        }
        uint32_t b = after(&scene, a, 0);
        assert_true(situations_expand(scene.situations, b, &error));
        assert_int_equal(get(&scene, b)->action_count, 0);
        end(&scene);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_shown_tells_draws_apart),
        cmocka_unit_test(what_is_not_shown_tells_nothing),
        cmocka_unit_test(a_node_of_its_own_tells_draws_apart),
        cmocka_unit_test(hidden_variables_are_carried_along),
        cmocka_unit_test(probabilities_are_those_of_bayes),
        cmocka_unit_test(a_revealed_draw_is_known_from_the_start),
        cmocka_unit_test(only_what_a_form_asks_about_is_remembered),
        cmocka_unit_test(a_state_fits_its_situation),
        cmocka_unit_test(a_form_can_be_wrong_in_these_ways),
        cmocka_unit_test(forms_are_judged_as_their_class),
        cmocka_unit_test(actions_are_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
