/*
 * print_customer.c: the card of whoever plays the customer.
 *
 * A scenario is a graph of fifty lines and more; a person can hold a page or two. So the card says
 * who you are, what is drawn, what warms and cools you, and then a list of cues: "when they do this,
 * you say that", in the order in which a conversation meets them. Which acts lead to a line is read
 * off the graph: those of the responses that go there, less what the responses beside them share.
 * Lines are taken as long as each shows something new, so that every cue of the scenario is on the
 * card once or twice.
 */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/words.h"
#include "class/print_parts.h"
#include "practice/debrief.h"

enum {
    LINES_OF_A_CUE = 2, /* a cue that two lines show already brings no third */
    ROWS_MAX = 34,
    TRIGGER_ACTS = 3,
    FEELINGS_MAX = 7
};

struct plan {
    const struct scenario *scenario;
    int *order; /* nodes as a conversation meets them: breadth first */
    int count;
    bool *chosen;       /* by node: it is on the card */
    bool *told;         /* by node: it was printed already */
    uint64_t *triggers; /* by node: acts that lead to it; 0: whatever is done */
};

/* -------------------------------------------------------------------------------- graph ---- */

static bool leads_to(const struct response *response, int node)
{
    for (int i = 0; i < response->target.count; i++) {
        if (response->target.nodes[i] == node)
            return true;
    }
    return false;
}

static void find_order(struct plan *plan)
{
    const struct scenario *scenario = plan->scenario;
    bool *seen = calloc((size_t)scenario->node_count, sizeof *seen);
    if (!seen)
        abort();
    plan->order[plan->count++] = scenario->start;
    seen[scenario->start] = true;
    for (int i = 0; i < plan->count; i++) {
        const struct node *node = &scenario->nodes[plan->order[i]];
        for (int k = 0; k < node->response_count; k++) {
            const struct target *target = &node->responses[k].target;
            for (int t = 0; t < target->count; t++) {
                if (!seen[target->nodes[t]])
                    plan->order[plan->count++] = target->nodes[t];
                seen[target->nodes[t]] = true;
            }
        }
    }
    free(seen);
}

/* What tells this response from those beside it that lead elsewhere. */
static uint64_t telling_acts(const struct node *from, const struct response *response, int to)
{
    uint64_t others = 0;
    for (int i = 0; i < from->response_count; i++) {
        if (!leads_to(&from->responses[i], to))
            others |= from->responses[i].acts;
    }
    uint64_t telling = response->acts & ~others;
    return telling ? telling : response->acts;
}

static int add_tellings(const struct node *from, int to, uint64_t *tellings, int count, int most,
                        bool *always)
{
    bool all = true, any = false;
    for (int i = 0; i < from->response_count; i++) {
        const struct response *response = &from->responses[i];
        bool leads = leads_to(response, to);
        any = any || leads;
        all = all && (leads || response->silent);
        if (leads && !response->silent && count < most)
            tellings[count++] = telling_acts(from, response, to);
    }
    *always = *always && (all || !any);
    return count;
}

/* The fewest acts, at most TRIGGER_ACTS, of which nearly every response that leads here has one. */
static uint64_t cover(uint64_t *tellings, int count)
{
    uint64_t chosen = 0;
    for (int round = 0; round < TRIGGER_ACTS; round++) {
        int best = -1, best_count = 0;
        for (int act = 0; act < ACT_MAX; act++) {
            int having = 0;
            for (int i = 0; i < count; i++)
                having += (int)(tellings[i] >> act & 1);
            if (having > best_count) {
                best = act;
                best_count = having;
            }
        }
        if (best < 0)
            break;
        chosen |= UINT64_C(1) << best;
        for (int i = 0; i < count; i++)
            tellings[i] = tellings[i] >> best & 1 ? 0 : tellings[i];
    }
    return chosen;
}

static uint64_t find_triggers(const struct scenario *scenario, int to)
{
    uint64_t tellings[256];
    int count = 0;
    bool always = true;
    for (int i = 0; i < scenario->node_count; i++)
        count = add_tellings(&scenario->nodes[i], to, tellings, count, 256, &always);
    return always ? 0 : cover(tellings, count);
}

/* -------------------------------------------------------------------------------- choice ---- */

static uint64_t cues_of(const struct node *node)
{
    uint64_t cues = 0;
    for (int i = 0; i < node->cues.selector.case_count; i++)
        cues |= node->cues.variants[i];
    return cues;
}

static bool is_spoken(const struct node *node)
{
    return node->ending < 0 && node->says.selector.case_count > 0;
}

static void choose_lines(struct plan *plan)
{
    int shown[CUE_MAX] = {0};
    int rows = 0;
    for (int round = 0; round < LINES_OF_A_CUE; round++) {
        for (int i = 0; i < plan->count && rows < ROWS_MAX; i++) {
            const struct node *node = &plan->scenario->nodes[plan->order[i]];
            uint64_t cues = cues_of(node);
            bool brings = false;
            for (int cue = 0; cue < CUE_MAX; cue++)
                brings = brings || ((cues >> cue & 1) && shown[cue] <= round);
            if (!is_spoken(node) || plan->chosen[plan->order[i]] || !brings)
                continue;
            plan->chosen[plan->order[i]] = true;
            rows++;
            for (int cue = 0; cue < CUE_MAX; cue++)
                shown[cue] += (int)(cues >> cue & 1);
        }
    }
}

static void make_plan(const struct scenario *scenario, struct plan *plan)
{
    size_t count = (size_t)scenario->node_count;
    *plan = (struct plan){.scenario = scenario};
    plan->order = calloc(count, sizeof *plan->order);
    plan->chosen = calloc(count, sizeof *plan->chosen);
    plan->told = calloc(count, sizeof *plan->told);
    plan->triggers = calloc(count, sizeof *plan->triggers);
    if (!plan->order || !plan->chosen || !plan->told || !plan->triggers)
        abort();
    find_order(plan);
    choose_lines(plan);
    for (int i = 0; i < plan->count; i++)
        plan->triggers[plan->order[i]] = find_triggers(scenario, plan->order[i]);
}

static void free_plan(struct plan *plan)
{
    free(plan->order);
    free(plan->chosen);
    free(plan->told);
    free(plan->triggers);
}

/* --------------------------------------------------------------------------------- words ---- */

static void add_labels(struct buffer *out, const struct term *terms, int count, uint64_t set)
{
    for (int i = 0; i < count; i++) {
        if (!(set >> i & 1))
            continue;
        buffer_add(out, out->length > 0 ? _(", ") : "");
        buffer_add(out, print_words(&terms[i].label));
    }
}

/* The name of a case is worth printing when it is a value that was drawn. */
static bool is_drawn(const struct scenario *scenario, const char *name)
{
    for (int i = 0; i < scenario->draw_count; i++) {
        for (int k = 0; k < scenario->draws[i].value_count; k++) {
            if (strcmp(scenario->draws[i].values[k], name) == 0)
                return true;
        }
    }
    return false;
}

static bool said_before(const struct line *line, int index)
{
    for (int i = 0; i < index; i++) {
        if (strcmp(print_words(&line->variants[i]), print_words(&line->variants[index])) == 0)
            return true;
    }
    return false;
}

static void say_line(struct document *document, const struct scenario *scenario,
                     const struct line *line)
{
    bool first = true;
    for (int i = 0; i < line->selector.case_count; i++) {
        const char *name = line->selector.cases[i];
        if (said_before(line, i))
            continue;
        if (!first)
            document_text(document, PIECE_BREAK, "");
        if (is_drawn(scenario, name))
            document_printf(document, PIECE_SMALL, "%s  ", name);
        document_text(document, PIECE_PLAIN, print_words(&line->variants[i]));
        first = false;
    }
}

/* ----------------------------------------------------------------------------------- you ---- */

static const char *familiarity_words(int familiarity)
{
    if (familiarity < 3)
        return _("hardly known here");
    return familiarity < 6 ? _("known here") : _("at home here");
}

static void who_you_are(struct document *document, const struct scenario *scenario)
{
    const struct customer *customer = &scenario->customer;
    document_begin(document, DOCUMENT_CARD);
    document_begin(document, DOCUMENT_SUBHEADING);
    document_printf(document, PIECE_PLAIN, _("You are %s, %d"), print_words(&customer->name),
                    customer->age);
    document_end(document);
    document_add(document, DOCUMENT_PARAGRAPH, print_words(&scenario->card));
    document_begin(document, DOCUMENT_QUIET);
    document_printf(document, PIECE_PLAIN, _("When you come in: %s, %s."),
                    mood_label(customer->mood), familiarity_words(customer->familiarity));
    document_end(document);
    if (customer->look_count > 0) {
        document_begin(document, DOCUMENT_QUIET);
        document_text(document, PIECE_PLAIN, _("To be seen: "));
        for (int i = 0; i < customer->look_count; i++) {
            document_text(document, PIECE_PLAIN, i > 0 ? _("; ") : "");
            document_text(document, PIECE_PLAIN, print_words(&customer->looks[i]));
        }
        document_end(document);
    }
    document_end(document);
}

/* --------------------------------------------------------------------------------- draws ---- */

/* The case of this name, when the cases tell this draw's values apart; -1 otherwise. */
static int case_of_draw(const struct line *line, const struct draw *draw, int value)
{
    int found = -1;
    for (int i = 0; i < draw->value_count; i++) {
        int at = -1;
        for (int k = 0; k < line->selector.case_count; k++) {
            if (strcmp(line->selector.cases[k], draw->values[i]) == 0)
                at = k;
        }
        if (at < 0)
            return -1;
        if (i == value)
            found = at;
    }
    return found;
}

/* What a value means: what is first said, or seen, that differs by it. */
static const char *meaning(const struct plan *plan, const struct draw *draw, int value)
{
    for (int i = 0; i < plan->count; i++) {
        const struct node *node = &plan->scenario->nodes[plan->order[i]];
        const struct line *lines[] = {&node->says, &node->scene};
        for (int k = 0; k < 2; k++) {
            int at = case_of_draw(lines[k], draw, value);
            if (at >= 0)
                return print_words(&lines[k]->variants[at]);
        }
    }
    return "";
}

static void what_is_drawn(struct document *document, const struct plan *plan)
{
    const struct scenario *scenario = plan->scenario;
    if (scenario->draw_count == 0)
        return;
    document_add(document, DOCUMENT_HEADING, _("Before you begin: tick one in each row"));
    document_add(document, DOCUMENT_QUIET,
                 _("Draw lots or choose, and tell nobody. It shows in what you say; it comes out "
                   "only when they ask."));
    for (int i = 0; i < scenario->draw_count; i++) {
        const struct draw *draw = &scenario->draws[i];
        document_begin(document, DOCUMENT_CARD);
        document_begin(document, DOCUMENT_CHECKS);
        for (int k = 0; k < draw->value_count; k++) {
            document_begin(document, DOCUMENT_ITEM);
            document_printf(document, PIECE_STRONG, "%s  ", draw->values[k]);
            document_text(document, PIECE_PLAIN, meaning(plan, draw, k));
            document_end(document);
        }
        document_end(document);
        document_end(document);
    }
}

/* ------------------------------------------------------------------------------ feelings ---- */

/* How far an act moves the customer: the mean over all responses that do it. */
struct feelings {
    double sum[ACT_MAX];
    int count[ACT_MAX];
};

static int sign(int number)
{
    return (number > 0) - (number < 0);
}

static double moved_by(const struct scenario *scenario, const struct response *response)
{
    double moved = 0;
    for (int i = 0; i < response->effect.change_count; i++) {
        const struct change *change = &response->effect.changes[i];
        int from = change->kind == CHANGE_MOOD ? (int)scenario->customer.mood
                                               : scenario->customer.familiarity;
        int by = sign(change->set ? change->amount - from : change->amount);
        if (change->kind == CHANGE_MOOD)
            moved += by;
        else if (change->kind == CHANGE_FAMILIARITY)
            moved += by * 0.5;
    }
    return moved;
}

static void find_feelings(const struct scenario *scenario, struct feelings *feelings)
{
    for (int i = 0; i < scenario->node_count; i++) {
        const struct node *node = &scenario->nodes[i];
        for (int k = 0; k < node->response_count; k++) {
            double moved = moved_by(scenario, &node->responses[k]);
            for (int act = 0; act < ACT_MAX; act++) {
                if (node->responses[k].acts >> act & 1) {
                    feelings->sum[act] += moved;
                    feelings->count[act]++;
                }
            }
        }
    }
}

/* The acts that move most in one direction (+1, -1), as a list. */
static void list_feelings(struct document *document, const struct scenario *scenario,
                          const struct feelings *feelings, int direction)
{
    struct feelings left = *feelings;
    document_begin(document, DOCUMENT_BULLETS);
    for (int listed = 0; listed < FEELINGS_MAX; listed++) {
        int best = -1;
        double most = 0.3; /* less than that is by chance */
        for (int act = 0; act < ACT_MAX; act++) {
            double mean = left.count[act] ? direction * left.sum[act] / left.count[act] : 0;
            if (mean > most) {
                most = mean;
                best = act;
            }
        }
        if (best < 0)
            break;
        left.count[best] = 0;
        document_add(document, DOCUMENT_ITEM, print_words(&scenario->vocabulary->acts[best].label));
    }
    document_end(document);
}

static void how_you_feel(struct document *document, const struct scenario *scenario)
{
    struct feelings feelings = {.sum = {0}};
    find_feelings(scenario, &feelings);
    document_add(document, DOCUMENT_HEADING, _("How you react"));
    document_table(document, (int[]){50, 50}, 2);
    document_begin(document, DOCUMENT_HEAD_ROW);
    print_cell(document, _("You warm to them when they ..."));
    print_cell(document, _("You go cold when they ..."));
    document_end(document);
    document_begin(document, DOCUMENT_ROW);
    for (int direction = 1; direction >= -1; direction -= 2) {
        document_begin(document, DOCUMENT_CELL);
        list_feelings(document, scenario, &feelings, direction);
        document_end(document);
    }
    document_end(document);
    document_end(document);
}

/* --------------------------------------------------------------------------------- lines ---- */

static void trigger_cell(struct document *document, const struct plan *plan, int node)
{
    const struct vocabulary *words = plan->scenario->vocabulary;
    struct buffer out = {0};
    document_begin(document, DOCUMENT_CELL);
    if (node == plan->scenario->start) {
        buffer_add(&out, _("At the start"));
    } else if (plan->triggers[node] == 0) {
        buffer_add(&out, _("Then"));
    } else {
        add_labels(&out, words->acts, words->act_count, plan->triggers[node]);
    }
    document_text(document, PIECE_PLAIN, out.data);
    document_end(document);
    buffer_free(&out);
}

static void line_item(struct document *document, const struct plan *plan, int number)
{
    const struct scenario *scenario = plan->scenario;
    const struct node *node = &scenario->nodes[number];
    struct buffer cues = {0};
    add_labels(&cues, scenario->vocabulary->cues, scenario->vocabulary->cue_count, cues_of(node));
    document_begin(document, DOCUMENT_PARAGRAPH);
    document_text(document, PIECE_STRONG, cues.data);
    document_text(document, PIECE_BREAK, "");
    say_line(document, scenario, &node->says);
    document_end(document);
    buffer_free(&cues);
}

/* A row holds what may be said to the same thing; "then" is not the same for two lines. */
static void line_row(struct document *document, struct plan *plan, int from)
{
    int first = plan->order[from];
    document_begin(document, DOCUMENT_ROW);
    trigger_cell(document, plan, first);
    document_begin(document, DOCUMENT_CELL);
    for (int i = from; i < plan->count; i++) {
        int node = plan->order[i];
        bool same = i == from ||
                    (plan->triggers[node] != 0 && plan->triggers[node] == plan->triggers[first]);
        if (!plan->chosen[node] || plan->told[node] || !same)
            continue;
        plan->told[node] = true;
        line_item(document, plan, node);
    }
    document_end(document);
    document_end(document);
}

static void what_you_say(struct document *document, struct plan *plan)
{
    document_add(document, DOCUMENT_HEADING, _("What you reveal, and when"));
    document_add(document, DOCUMENT_QUIET,
                 _("Where several lines stand in a row, take the one that fits your mood and what "
                   "you have drawn. Your own words are as good."));
    document_table(document, (int[]){32, 68}, 2);
    document_begin(document, DOCUMENT_HEAD_ROW);
    print_cell(document, _("When they ..."));
    print_cell(document, _("you show and say"));
    document_end(document);
    for (int i = 0; i < plan->count; i++) {
        int node = plan->order[i];
        if (plan->chosen[node] && !plan->told[node])
            line_row(document, plan, i);
    }
    document_end(document);
}

static void how_it_ends(struct document *document, const struct plan *plan)
{
    const struct vocabulary *words = plan->scenario->vocabulary;
    document_begin(document, DOCUMENT_SECTION);
    document_add(document, DOCUMENT_HEADING, _("How it may end"));
    document_begin(document, DOCUMENT_BULLETS);
    for (int ending = 0; ending < words->ending_count; ending++) {
        for (int i = 0; i < plan->count; i++) {
            const struct node *node = &plan->scenario->nodes[plan->order[i]];
            if (node->ending != ending)
                continue;
            document_begin(document, DOCUMENT_ITEM);
            document_printf(document, PIECE_STRONG, "%s  ",
                            print_words(&words->endings[ending].label));
            say_line(document, plan->scenario,
                     node->scene.selector.case_count > 0 ? &node->scene : &node->says);
            document_end(document);
            break;
        }
    }
    document_end(document);
    document_end(document);
}

struct document *print_customer_card(const struct scenario *scenario)
{
    struct document *document = document_new(
        words_language(), _("Customer's card: for your eyes only"), print_words(&scenario->title));
    struct plan plan;
    make_plan(scenario, &plan);
    who_you_are(document, scenario);
    what_is_drawn(document, &plan);
    how_you_feel(document, scenario);
    what_you_say(document, &plan);
    how_it_ends(document, &plan);
    free_plan(&plan);
    return document;
}
