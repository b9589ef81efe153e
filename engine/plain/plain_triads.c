/* plain_triads.c: the rounds of a class's role-play, one line a group. */
#include "plain/plain_triads.h"

#include <string.h>

#include "base/buffer.h"
#include "base/words.h"

enum { NAME_CELLS_MAX = 20, CELL_SIZE = 512 };

/* "7 王小明", or the trainer where nobody is left for the role. */
static void add_person(struct buffer *out, const struct triads_plan *plan, int position, int width)
{
    char name[CELL_SIZE];
    const struct roster_entry *entry = triads_plan_person(plan, position);
    text_fit(entry->person.name, width, false, name, sizeof name);
    buffer_printf(out, "%s%d %s", out->length > 0 ? _(", ") : "", position, name);
}

static int widest_name(const struct triads_plan *plan)
{
    int widest = 4;
    for (int i = 0; i < plan->roster_count; i++) {
        int width = text_width(plan->roster[i].person.name);
        widest = width > widest ? width : widest;
    }
    return widest < NAME_CELLS_MAX ? widest : NAME_CELLS_MAX;
}

static void print_cell(const struct plain *plain, const char *text, int width, bool last)
{
    char cell[CELL_SIZE];
    text_fit(text, width, !last, cell, sizeof cell);
    fprintf(plain->out, "%s%s", cell, last ? "\n" : "  ");
}

static void print_group(const struct plain *plain, const struct triads_plan *plan,
                        const struct triad *triad, int number)
{
    int name = widest_name(plan), width = name + 4;
    fprintf(plain->out, "  %3d  ", number);
    for (int role = 0; role < TRIAD_ROLE_COUNT; role++) {
        struct buffer cell = {0};
        for (int i = 0; i < triad->size; i++) {
            if ((int)triad_seat_role(i) == role)
                add_person(&cell, plan, triad->people[i], name);
        }
        if ((int)triad_missing_role(triad) == role)
            buffer_add(&cell, _("(the trainer)"));
        bool last = role == TRIAD_OBSERVER;
        print_cell(plain, cell.data ? cell.data : "-", last ? 2 * width : width, last);
        buffer_free(&cell);
    }
}

static void print_times(const struct plain *plain, const struct triad_times *times)
{
    fprintf(plain->out, _("Each round: prepare %d:%02d, play %d:%02d, feedback %d:%02d\n"),
            times->prepare / 60, times->prepare % 60, times->play / 60, times->play % 60,
            times->feedback / 60, times->feedback % 60);
}

static void print_absent(const struct plain *plain, const struct triads_plan *plan)
{
    struct buffer names = {0};
    for (const int *position = plan->absent; *position > 0; position++)
        add_person(&names, plan, *position, NAME_CELLS_MAX);
    if (names.length > 0)
        fprintf(plain->out, _("Absent: %s\n"), names.data);
    buffer_free(&names);
}

static void print_round(const struct plain *plain, const struct triads_plan *plan, int round)
{
    int width = widest_name(plan) + 4;
    fprintf(plain->out, _("\nRound %d of %d: %s\n"), round + 1, plan->triads->rounds,
            triads_plan_scenario(plan, round)->title[plain->language]);
    fputs("       ", plain->out);
    for (int role = 0; role < TRIAD_ROLE_COUNT; role++)
        print_cell(plain, triad_role_label((enum triad_role)role), width, role == TRIAD_OBSERVER);
    for (int i = 0; i < plan->triads->groups; i++)
        print_group(plain, plan, triads_group(plan->triads, round, i), i + 1);
}

void plain_triads(const struct plain *plain, const struct triads_plan *plan)
{
    const struct triads *triads = plan->triads;
    fprintf(plain->out, _("Role-play in threes: %s, %d people, %d groups, %d rounds, %d minutes\n"),
            plan->class, triads->people, triads->groups, triads->rounds, plan->minutes);
    print_absent(plain, plan);
    print_times(plain, &triads->times);
    if (triads->repeats > 0)
        fprintf(plain->out, "%s\n",
                _("There are too few people for new partners in every round: some meet again."));
    for (int round = 0; round < triads->rounds; round++)
        print_round(plain, plan, round);
    fprintf(plain->out, _("\nSeed: %llu\n"), (unsigned long long)plan->seed);
}
