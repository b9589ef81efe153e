/* print_cards.c: the trainee's card and the observer's checklist. */
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/checklist.h"
#include "class/print_parts.h"

/* ------------------------------------------------------------------------------ trainee ---- */

static void role_line(struct document *document, const struct scenario *scenario)
{
    document_begin(document, DOCUMENT_QUIET);
    document_printf(document, PIECE_PLAIN, _("You are: %s"), print_words(&scenario->role_label));
    document_end(document);
}

static struct document *trainee_card(const struct scenario *scenario)
{
    struct document *document =
        document_new(words_language(), _("Trainee's card"), print_words(&scenario->title));
    role_line(document, scenario);
    document_begin(document, DOCUMENT_CARD);
    document_add(document, DOCUMENT_LEAD, print_words(&scenario->brief));
    document_end(document);
    return document;
}

/* ----------------------------------------------------------------------------- observer ---- */

static void observer_fields(struct document *document)
{
    document_begin(document, DOCUMENT_FIELDS);
    document_field(document, _("Trainee"), 34);
    document_field(document, _("Customer"), 33);
    document_field(document, _("Observer"), 33);
    document_field(document, _("Date"), 34);
    document_field(document, _("Begun at"), 33);
    document_field(document, _("Ended at"), 33);
    document_end(document);
}

static void legend(struct document *document, const struct scenario *scenario)
{
    document_begin(document, DOCUMENT_NOTE);
    document_add(
        document, DOCUMENT_PARAGRAPH,
        _("Say nothing while they play. Each time the moment comes, make a stroke: under ✓ "
          "when it was done, under ✗ when it was not, or when something happened that "
          "must not. A box is ticked once, at the end. What never came up stays empty."));
    document_begin(document, DOCUMENT_PARAGRAPH);
    document_text(document, PIECE_PLAIN,
                  _("! is critical: not kept once, it is not passed. Afterwards, type the "
                    "numbers in: "));
    document_printf(document, PIECE_STRONG, "yanlian observe %s", scenario->id);
    document_end(document);
    document_end(document);
}

/* A thing that is judged once has a box to tick, others room for strokes. */
static void tally_cell(struct document *document, bool once)
{
    document_begin(document, once ? DOCUMENT_TICK_CELL : DOCUMENT_CELL);
    document_end(document);
}

static void item_row(struct document *document, const struct checklist *list,
                     const struct checklist_item *item)
{
    const struct rule *rule = &list->scenario->rules[item->rule];
    document_begin(document, DOCUMENT_ROW);
    document_begin(document, DOCUMENT_NUMBER_CELL);
    document_printf(document, PIECE_STRONG, "%d", item->number);
    document_end(document);
    document_begin(document, DOCUMENT_CELL);
    document_printf(document, PIECE_STRONG, "%s%s", item->critical ? "! " : "", item->title);
    document_text(document, PIECE_BREAK, "");
    document_printf(document, PIECE_SMALL, _("Instead: %s"), print_words(&rule->instead));
    document_end(document);
    print_cell(document, item->see);
    print_cell(document, item->hear);
    tally_cell(document, item->once);
    tally_cell(document, item->once);
    document_end(document);
}

static void band(struct document *document, const char *title)
{
    document_begin(document, DOCUMENT_BAND_ROW);
    print_cell(document, title);
    document_end(document);
}

static void item_table(struct document *document, const struct checklist *list)
{
    const char *pack = NULL;
    document_table(document, (int[]){5, 35, 23, 23, 7, 7}, 6);
    document_begin(document, DOCUMENT_HEAD_ROW);
    document_add(document, DOCUMENT_NUMBER_CELL, "#");
    print_cell(document, _("Rule"));
    print_cell(document, _("When you see"));
    print_cell(document, _("watch for"));
    print_cell(document, "✓");
    print_cell(document, "✗");
    document_end(document);
    for (int i = 0; i < list->count; i++) {
        const struct checklist_item *item = &list->items[i];
        if (!pack || strcmp(pack, item->pack) != 0)
            band(document, item->pack);
        pack = item->pack;
        item_row(document, list, item);
    }
    document_end(document);
}

static struct document *observer_card(const struct scenario *scenario)
{
    struct document *document =
        document_new(words_language(), _("Observer's checklist"), print_words(&scenario->title));
    struct checklist *list = checklist_new(scenario, words_language());
    document_compact(document);
    observer_fields(document);
    legend(document, scenario);
    item_table(document, list);
    document_begin(document, DOCUMENT_KEEP);
    document_add(document, DOCUMENT_LABEL, _("The sentence that worked best, word for word"));
    document_lines(document, 2);
    document_add(document, DOCUMENT_LABEL, _("One thing to try next time"));
    document_lines(document, 2);
    document_end(document);
    checklist_free(list);
    return document;
}

struct document *print_scenario_card(const struct loaded *loaded, enum print_card card)
{
    switch (card) {
    case CARD_TRAINEE:
        return trainee_card(loaded_scenario(loaded));
    case CARD_CUSTOMER:
        return print_customer_card(loaded);
    default:
        return observer_card(loaded_scenario(loaded));
    }
}
