/*
 * print_customer.c: the card of whoever plays the customer: who you are, what is drawn, what warms
 * and cools you, and then "when they do this, you say that" (print_plan.h).
 */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/words.h"
#include "class/print_plan.h"
#include "practice/debrief.h"

enum { FEELINGS_MAX = 7, VARIANTS_MAX = 3 };

/* --------------------------------------------------------------------------------- words ---- */

static void add_labels(struct buffer *out, const struct term *terms, int count, uint64_t set)
{
    for (int i = 0; i < count; i++) {
        if (!(set >> i & 1))
            continue;
        buffer_add(out, out->length > 0 ? " / " : "");
        buffer_add(out, print_words(&terms[i].label));
    }
}

static bool said_before(const struct line *line, int index)
{
    for (int i = 0; i < index; i++) {
        if (strcmp(print_words(&line->variants[i]), print_words(&line->variants[index])) == 0)
            return true;
    }
    return false;
}

/* Some draw decides this line; cases beside its values are for moments that few get to. */
static bool is_told_apart(const struct scenario *scenario, const struct selector *selector)
{
    for (int i = 0; i < scenario->draw_count; i++) {
        if (print_tells_apart(selector, &scenario->draws[i]))
            return true;
    }
    return false;
}

/* A frame's letter and a box's number, as what_is_drawn() prints them. */
static void add_mark(struct document *document, enum document_piece piece, struct drawn_value drawn)
{
    document_printf(document, piece, "%c%d  ", 'A' + drawn.draw, drawn.value + 1);
}

static bool is_known(struct drawn_value drawn, struct drawn_value known)
{
    return drawn.draw == known.draw && drawn.value == known.value;
}

/* `known` is the value that is told already. */
static void say_line(struct document *document, const struct scenario *scenario,
                     const struct line *line, struct drawn_value known)
{
    bool by_draw = is_told_apart(scenario, &line->selector);
    for (int i = 0, said = 0; i < line->selector.case_count && said < VARIANTS_MAX; i++) {
        struct drawn_value drawn =
            print_drawn_value(scenario, &line->selector, line->selector.cases[i]);
        if (said_before(line, i) || (by_draw && drawn.draw < 0))
            continue;
        if (said++ > 0)
            document_text(document, PIECE_BREAK, "");
        if (drawn.draw >= 0 && !is_known(drawn, known))
            add_mark(document, PIECE_SMALL, drawn);
        document_text(document, PIECE_PLAIN, print_words(&line->variants[i]));
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

static void what_is_drawn(struct document *document, const struct print_plan *plan)
{
    const struct scenario *scenario = plan->scenario;
    if (scenario->draw_count == 0)
        return;
    document_add(document, DOCUMENT_HEADING, _("Before you begin: tick one in each frame"));
    document_add(document, DOCUMENT_QUIET,
                 _("Draw lots or choose, and tell nobody. It shows in what you say; it comes out "
                   "only when they ask. A line marked A1 is for whoever ticked A1."));
    for (int i = 0; i < scenario->draw_count; i++) {
        const struct draw *draw = &scenario->draws[i];
        document_begin(document, DOCUMENT_CARD);
        document_begin(document, DOCUMENT_CHECKS);
        for (int k = 0; k < draw->value_count; k++) {
            document_begin(document, DOCUMENT_ITEM);
            add_mark(document, PIECE_STRONG, (struct drawn_value){i, k});
            document_text(document, PIECE_PLAIN,
                          print_drawn_words(scenario, plan->evaluator, &plan->walk, i, k));
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

static void trigger_cell(struct document *document, const struct print_plan *plan, int node)
{
    const struct vocabulary *words = plan->scenario->vocabulary;
    struct buffer out = {0};
    document_begin(document, DOCUMENT_CELL);
    if (node == plan->scenario->start) {
        buffer_add(&out, _("At the start"));
    } else if (plan->follows[node]) {
        buffer_add(&out, _("Then"));
    } else if (plan->triggers[node] == 0) {
        buffer_add(&out, _("When it fits"));
    } else {
        add_labels(&out, words->acts, words->act_count, plan->triggers[node]);
    }
    document_text(document, PIECE_PLAIN, out.data);
    document_end(document);
    buffer_free(&out);
}

static void line_item(struct document *document, const struct print_plan *plan, int number)
{
    const struct scenario *scenario = plan->scenario;
    const struct node *node = &scenario->nodes[number];
    struct buffer cues = {0};
    add_labels(&cues, scenario->vocabulary->cues, scenario->vocabulary->cue_count,
               print_cues(node));
    document_begin(document, DOCUMENT_PARAGRAPH);
    if (cues.data) {
        document_text(document, PIECE_STRONG, cues.data);
        if (node->says.selector.case_count > 1)
            document_text(document, PIECE_BREAK, "");
        else
            document_text(document, PIECE_PLAIN, "  ");
    }
    if (plan->drawn[number].draw >= 0)
        add_mark(document, PIECE_SMALL, plan->drawn[number]);
    say_line(document, scenario, &node->says, plan->drawn[number]);
    document_end(document);
    buffer_free(&cues);
}

/* A row holds what may be said to the same thing; "then" is not the same for two lines. */
static void line_row(struct document *document, struct print_plan *plan, int from)
{
    int first = plan->walk.order[from];
    document_begin(document, DOCUMENT_ROW);
    trigger_cell(document, plan, first);
    document_begin(document, DOCUMENT_CELL);
    for (int i = from; i < plan->walk.count; i++) {
        int node = plan->walk.order[i];
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

/* Where it begins, spoken or not: what there is to be seen is the first thing to play. */
static void start_row(struct document *document, struct print_plan *plan)
{
    int start = plan->scenario->start;
    const struct node *node = &plan->scenario->nodes[start];
    document_begin(document, DOCUMENT_ROW);
    trigger_cell(document, plan, start);
    document_begin(document, DOCUMENT_CELL);
    /* Where draws make up the scene, they have told it already. */
    if (node->scene.selector.case_count == 1) {
        static const struct drawn_value none = {-1, 0};
        document_begin(document, DOCUMENT_PARAGRAPH);
        say_line(document, plan->scenario, &node->scene, none);
        document_end(document);
    }
    if (node->says.selector.case_count > 0)
        line_item(document, plan, start);
    document_end(document);
    document_end(document);
    plan->told[start] = true;
}

static void what_you_say(struct document *document, struct print_plan *plan)
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
    start_row(document, plan);
    for (int i = 0; i < plan->walk.count; i++) {
        int node = plan->walk.order[i];
        if (plan->chosen[node] && !plan->told[node])
            line_row(document, plan, i);
    }
    document_end(document);
}

static void how_it_ends(struct document *document, const struct print_plan *plan)
{
    const struct vocabulary *words = plan->scenario->vocabulary;
    document_begin(document, DOCUMENT_SECTION);
    document_add(document, DOCUMENT_HEADING, _("How it may end"));
    document_begin(document, DOCUMENT_BULLETS);
    for (int ending = 0; ending < words->ending_count; ending++) {
        for (int i = 0; i < plan->walk.count; i++) {
            const struct node *node = &plan->scenario->nodes[plan->walk.order[i]];
            if (node->ending != ending)
                continue;
            document_begin(document, DOCUMENT_ITEM);
            document_printf(document, PIECE_STRONG, "%s  ",
                            print_words(&words->endings[ending].label));
            const struct line *line =
                node->scene.selector.case_count > 0 ? &node->scene : &node->says;
            if (line->selector.case_count > 0)
                document_text(document, PIECE_PLAIN, print_words(&line->variants[0]));
            document_end(document);
            break;
        }
    }
    document_end(document);
    document_end(document);
}

struct document *print_customer_card(const struct loaded *loaded)
{
    const struct scenario *scenario = loaded_scenario(loaded);
    struct document *document = document_new(
        words_language(), _("Customer's card: for your eyes only"), print_words(&scenario->title));
    struct print_plan plan;
    print_plan_make(loaded, &plan);
    document_compact(document);
    who_you_are(document, scenario);
    what_is_drawn(document, &plan);
    how_you_feel(document, scenario);
    what_you_say(document, &plan);
    how_it_ends(document, &plan);
    print_plan_free(&plan);
    return document;
}
