/* checklist.c: puts rules into words that an observer can follow in a room. */
#include "class/checklist.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/words.h"
#include "practice/debrief.h"

/* ------------------------------------------------------------------------ lists of labels ---- */

struct labels {
    const char *words[ACT_MAX];
    int count;
};

/* Labels that nobody does ("a truthful form", "the manager is free") take no subject. The English
   words tell, for both languages: they then begin with an article. */
static bool stands_alone(const struct term *term)
{
    const char *label = term->label.words[LANGUAGE_EN];
    return strncmp(label, "a ", 2) == 0 || strncmp(label, "the ", 4) == 0;
}

static struct labels pick_labels(const struct term *terms, int count, uint64_t set, bool alone,
                                 enum language language)
{
    struct labels labels = {.count = 0};
    for (int i = 0; i < count; i++) {
        if ((set >> i & 1) && stands_alone(&terms[i]) == alone)
            labels.words[labels.count++] = terms[i].label.words[language];
    }
    return labels;
}

/* "a, b or c" where any will do, "a and b and c" where all are meant. The caller frees it. */
static char *join(const struct labels *labels, bool all)
{
    struct buffer so_far = {0};
    for (int i = 0; i < labels->count; i++) {
        struct buffer longer = {0};
        const char *left = so_far.data, *right = labels->words[i];
        if (i == 0)
            buffer_add(&longer, right);
        else if (all)
            buffer_printf(&longer, _("%s and %s"), left, right);
        else if (i < labels->count - 1)
            buffer_printf(&longer, _("%s, %s"), left, right);
        else
            buffer_printf(&longer, _("%s or %s"), left, right);
        buffer_free(&so_far);
        so_far = longer;
    }
    return buffer_take(&so_far);
}

/* Adds `words` put into `frame` (which has one %s), behind an "or" when something is there. */
static void add_framed(struct buffer *out, const char *frame, const struct labels *labels, bool all)
{
    if (labels->count == 0)
        return;
    char *words = join(labels, all);
    if (out->length > 0)
        buffer_add(out, all ? _(", and ") : _(", or "));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    buffer_printf(out, frame, words);
#pragma GCC diagnostic pop
    free(words);
}

/* --------------------------------------------------------------------------- operands ---- */

/* What happens, as the observer sees it: "the customer objects, or you see the trainee ...". */
static char *event_words(const struct scenario *scenario, const struct operand *operand,
                         enum language language)
{
    const struct vocabulary *words = scenario->vocabulary;
    struct buffer out = {0};
    struct labels labels =
        pick_labels(words->cues, words->cue_count, operand->cues, false, language);
    add_framed(&out, _("the customer %s"), &labels, operand->all);
    labels = pick_labels(words->cues, words->cue_count, operand->cues, true, language);
    add_framed(&out, "%s", &labels, operand->all);
    labels = pick_labels(words->acts, words->act_count, operand->acts, false, language);
    add_framed(&out, _("you see the trainee %s"), &labels, operand->all);
    labels = pick_labels(words->acts, words->act_count, operand->acts, true, language);
    add_framed(&out, "%s", &labels, operand->all);
    return buffer_take(&out);
}

/* What is to be done, as a checklist says it: "ask about the need or ask an open question". Cues
   are the customer's, and are told as what happens. */
static char *deed_words(const struct scenario *scenario, const struct operand *operand,
                        enum language language)
{
    const struct vocabulary *words = scenario->vocabulary;
    if (operand->cues)
        return event_words(scenario, operand, language);
    struct labels labels = {.count = 0};
    for (int i = 0; i < words->act_count; i++) {
        if (operand->acts >> i & 1)
            labels.words[labels.count++] = words->acts[i].label.words[language];
    }
    return join(&labels, operand->all);
}

/* -------------------------------------------------------------------------- templates ---- */

/* Which operand, and how it is put, says when to look and what to look for. */
enum slot { SLOT_NONE, SLOT_EVENT_A, SLOT_EVENT_B, SLOT_DEED_A, SLOT_DEED_B };

/* A phrase is translated, and takes the slot's words at its %s, if it has a slot. */
struct phrasing {
    const char *see;
    enum slot see_slot;
    const char *hear;
    enum slot hear_slot;
    bool forbids;
};

/* existence and exactly add how often, succession and ordered what does not fit one slot. */
static const struct phrasing phrasings[RULE_TEMPLATE_COUNT] = {
    [RULE_EXISTENCE] = {N_("at any time"), SLOT_NONE, "%s", SLOT_DEED_A, false},
    [RULE_ABSENCE] = {N_("throughout"), SLOT_NONE, N_("never: %s"), SLOT_DEED_A, true},
    [RULE_EXACTLY] = {N_("throughout"), SLOT_NONE, "%s", SLOT_DEED_A, false},
    [RULE_INIT] = {N_("at the very start"), SLOT_NONE, "%s", SLOT_DEED_A, false},
    [RULE_LAST] = {N_("at the very end"), SLOT_NONE, "%s", SLOT_DEED_A, false},
    [RULE_RESPONDED_EXISTENCE] = {"%s", SLOT_EVENT_A, N_("sooner or later: %s"), SLOT_DEED_B,
                                  false},
    [RULE_RESPONSE] = {"%s", SLOT_EVENT_A, N_("then or later: %s"), SLOT_DEED_B, false},
    [RULE_ALTERNATE_RESPONSE] = {"%s", SLOT_EVENT_A, N_("before it happens again: %s"), SLOT_DEED_B,
                                 false},
    [RULE_CHAIN_RESPONSE] = {"%s", SLOT_EVENT_A, N_("right away: %s"), SLOT_DEED_B, false},
    [RULE_PRECEDENCE] = {N_("before the trainee may %s"), SLOT_DEED_B, N_("first: %s"), SLOT_DEED_A,
                         false},
    [RULE_ALTERNATE_PRECEDENCE] = {N_("before the trainee may %s"), SLOT_DEED_B,
                                   N_("first, every time: %s"), SLOT_DEED_A, false},
    [RULE_CHAIN_PRECEDENCE] = {N_("before the trainee may %s"), SLOT_DEED_B, N_("just before: %s"),
                               SLOT_DEED_A, false},
    [RULE_SUCCESSION] = {"%s", SLOT_EVENT_A, N_("then or later, and not before: %s"), SLOT_DEED_B,
                         false},
    [RULE_ALTERNATE_SUCCESSION] = {"%s", SLOT_EVENT_A, N_("once each time, and not before: %s"),
                                   SLOT_DEED_B, false},
    [RULE_CHAIN_SUCCESSION] = {"%s", SLOT_EVENT_A, N_("right away, and at no other time: %s"),
                               SLOT_DEED_B, false},
    [RULE_NOT_COEXISTENCE] = {"%s", SLOT_EVENT_A, N_("never in the same talk: %s"), SLOT_DEED_B,
                              true},
    [RULE_NOT_SUCCESSION] = {"%s", SLOT_EVENT_A, N_("from then on, never: %s"), SLOT_DEED_B, true},
    [RULE_ORDERED] = {N_("throughout"), SLOT_NONE, N_("in this order: %s"), SLOT_NONE, false},
};

static char *slot_words(const struct scenario *scenario, const struct rule *rule, enum slot slot,
                        enum language language)
{
    bool second = slot == SLOT_EVENT_B || slot == SLOT_DEED_B;
    const struct operand *operand = &rule->operands[second ? 1 : 0];
    if (slot == SLOT_EVENT_A || slot == SLOT_EVENT_B)
        return event_words(scenario, operand, language);
    return deed_words(scenario, operand, language);
}

/* "a, then b, then c" of `ordered`. */
static char *order_words(const struct scenario *scenario, const struct rule *rule,
                         enum language language)
{
    struct buffer out = {0};
    for (int i = 0; i < rule->operand_count; i++) {
        char *deed = deed_words(scenario, &rule->operands[i], language);
        buffer_add(&out, i > 0 ? _(", then ") : "");
        buffer_add(&out, deed);
        free(deed);
    }
    return buffer_take(&out);
}

static void add_phrase(struct buffer *out, const char *phrase, const char *words)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    buffer_printf(out, strcmp(phrase, "%s") == 0 ? "%s" : _(phrase), words);
#pragma GCC diagnostic pop
}

/* precedence looks back: where a cue has to come first, what waits for it is told apart. */
static const char *hear_phrase(const struct rule *rule)
{
    bool customer = rule->operands[0].cues != 0;
    if (customer &&
        (rule->template == RULE_PRECEDENCE || rule->template == RULE_ALTERNATE_PRECEDENCE ||
         rule->template == RULE_CHAIN_PRECEDENCE))
        return N_("only once %s");
    return phrasings[rule->template].hear;
}

static const char *see_phrase(const struct rule *rule)
{
    /* what the customer does is not the trainee's to hold back */
    bool customer = rule->operand_count > 1 && rule->operands[1].cues != 0;
    const struct phrasing *phrasing = &phrasings[rule->template];
    return phrasing->see_slot == SLOT_DEED_B && customer ? N_("before %s") : phrasing->see;
}

static char *make_see(const struct scenario *scenario, const struct rule *rule,
                      enum language language)
{
    const struct phrasing *phrasing = &phrasings[rule->template];
    const char *mood = rule->when < 0 ? NULL : mood_label((enum mood)rule->when);
    struct buffer out = {0};
    if (phrasing->see_slot == SLOT_NONE && mood) {
        buffer_printf(&out, _("while the customer is %s"), mood);
    } else if (phrasing->see_slot == SLOT_NONE) {
        buffer_add(&out, _(phrasing->see));
    } else {
        char *words = slot_words(scenario, rule, phrasing->see_slot, language);
        add_phrase(&out, see_phrase(rule), words);
        free(words);
        if (mood)
            buffer_printf(&out, _(", being %s"), mood);
    }
    return buffer_take(&out);
}

static void add_limits(struct buffer *out, const struct rule *rule)
{
    if (rule->template == RULE_EXISTENCE && rule->times > 1)
        buffer_printf(
            out, ngettext(", at least %d time", ", at least %d times", (unsigned long)rule->times),
            rule->times);
    if (rule->template == RULE_EXACTLY)
        buffer_printf(
            out, ngettext(", exactly %d time", ", exactly %d times", (unsigned long)rule->times),
            rule->times);
    if (rule->within > 0 && rule_template_is_trace_wide(rule->template))
        buffer_printf(out,
                      ngettext(" (in the first %d line)", " (in the first %d lines)",
                               (unsigned long)rule->within),
                      rule->within);
    else if (rule->within > 0)
        buffer_printf(out,
                      ngettext(" (no more than %d line away)", " (no more than %d lines away)",
                               (unsigned long)rule->within),
                      rule->within);
}

static char *make_hear(const struct scenario *scenario, const struct rule *rule,
                       enum language language)
{
    const struct phrasing *phrasing = &phrasings[rule->template];
    struct buffer out = {0};
    char *words = rule->template == RULE_ORDERED
                      ? order_words(scenario, rule, language)
                      : slot_words(scenario, rule, phrasing->hear_slot, language);
    add_phrase(&out, hear_phrase(rule), words);
    free(words);
    add_limits(&out, rule);
    return buffer_take(&out);
}

/* ------------------------------------------------------------------------ the checklist ---- */

static struct checklist_item make_item(const struct scenario *scenario, int index,
                                       enum language language)
{
    const struct rule *rule = &scenario->rules[index];
    return (struct checklist_item){
        .number = index + 1,
        .rule = index,
        .pack = scenario->packs[rule->pack].label.words[language],
        .title = rule->title.words[language],
        .see = make_see(scenario, rule, language),
        .hear = make_hear(scenario, rule, language),
        .forbids = phrasings[rule->template].forbids,
        .once = rule_template_is_trace_wide(rule->template),
        .critical = rule->critical,
        .weight = rule->weight,
    };
}

struct checklist *checklist_new(const struct scenario *scenario, enum language language)
{
    enum language before = words_language();
    struct checklist *checklist = calloc(1, sizeof *checklist);
    if (!checklist)
        abort();
    checklist->scenario = scenario;
    checklist->language = language;
    assert(scenario->rule_count <= RULE_MAX);
    words_use(language); /* the phrases between the labels come from the interface's words */
    for (int i = 0; i < scenario->rule_count; i++)
        checklist->items[checklist->count++] = make_item(scenario, i, language);
    words_use(before);
    return checklist;
}

void checklist_free(struct checklist *checklist)
{
    if (!checklist)
        return;
    for (int i = 0; i < checklist->count; i++) {
        free(checklist->items[i].see);
        free(checklist->items[i].hear);
    }
    free(checklist);
}
