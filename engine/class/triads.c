/* triads.c: seats everyone in every round, so that roles are even and partners vary. */
#include "class/triads.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/random.h"
#include "base/words.h"

const char *triad_role_name(enum triad_role role)
{
    static const char *const names[TRIAD_ROLE_COUNT] = {"trainee", "customer", "observer"};
    return names[role];
}

const char *triad_role_label(enum triad_role role)
{
    static const char *const labels[TRIAD_ROLE_COUNT] = {N_("trainee"), N_("customer"),
                                                         N_("observer")};
    return _(labels[role]);
}

enum triad_role triad_missing_role(const struct triad *triad)
{
    return triad->size < TRIAD_ROLE_COUNT ? (enum triad_role)triad->size : TRIAD_ROLE_COUNT;
}

enum triad_role triad_seat_role(int seat)
{
    return seat < TRIAD_OBSERVER ? (enum triad_role)seat : TRIAD_OBSERVER;
}

const struct triad *triads_group(const struct triads *triads, int round, int group)
{
    return &triads->table[(size_t)round * (size_t)triads->groups + (size_t)group];
}

static void *allocate(size_t count, size_t size)
{
    void *block = calloc(count > 0 ? count : 1, size);
    if (!block)
        abort();
    return block;
}

/* --------------------------------------------------------------------- sizes and times ---- */

static int group_count(int people)
{
    int fours = people % 3;
    if (people < 3)
        return 1;
    if (people == 5)
        return 2;
    return (people - 4 * fours) / 3 + fours;
}

/* The larger groups come last. */
static int group_size(int people, int group)
{
    int groups = group_count(people);
    if (people == 5)
        return group == 0 ? 3 : 2;
    int base = people / groups, larger = people % groups;
    return base + (group >= groups - larger ? 1 : 0);
}

/* Preparing takes about a seventh, feedback three tenths; in half minutes, which a trainer can call
   out. */
static void share_out(struct triads *triads, int minutes)
{
    const int grain = 30;
    int round = minutes * 60 / triads->rounds / grain * grain;
    int prepare = round * 15 / 100 / grain * grain, feedback = round * 30 / 100 / grain * grain;
    struct triad_times *times = &triads->times;
    times->prepare = prepare > 60 ? prepare : 60;
    times->feedback = feedback > 120 ? feedback : 120;
    times->play = round - times->prepare - times->feedback;
    triads->spare_seconds = minutes * 60 - round * triads->rounds;
}

/* -------------------------------------------------------------------------- the search ---- */

/*
 * A seating gives each round a permutation of the people over the seats. Its cost counts pairs that
 * meet again, and roles that someone has more or less often than an even share. Two people of a
 * round change seats; what makes it no worse by more than a threshold, which falls to nothing, is
 * kept (threshold accepting: Dueck and Scheuer, 1990). Whole numbers only, so that every machine
 * finds the same.
 */
enum {
    COST_REPEAT = 4,
    COST_ROLE = 3,
    COST_NOT_TRAINEE = 1000,
    THRESHOLD = 8,
    STARTS = 12,       /* tries, each from a new shuffle */
    SWAPS_A_SEAT = 600 /* of one try */
};

struct seating {
    int people, rounds, groups;
    int *seats;                     /* rounds x people: who sits there; -1 while moving */
    int *seat_group;                /* of a seat */
    int *group_first;               /* groups + 1: its first seat */
    uint8_t *met;                   /* people x people: rounds in one group */
    int (*roles)[TRIAD_ROLE_COUNT]; /* how often each person has each */
    int low[TRIAD_ROLE_COUNT], high[TRIAD_ROLE_COUNT]; /* the even share */
    long cost;
    uint64_t seed, drawn;
};

static enum triad_role role_of_seat(const struct seating *seating, int seat)
{
    return triad_seat_role(seat - seating->group_first[seating->seat_group[seat]]);
}

static int role_cost(const struct seating *seating, enum triad_role role, int times)
{
    int few = seating->low[role] - times, many = times - seating->high[role];
    if (few > 0 && role == TRIAD_TRAINEE)
        return few * COST_NOT_TRAINEE;
    return COST_ROLE * (few > 0 ? few : many > 0 ? many : 0);
}

/* How often two people have been in one group; kept for both orders. */
static uint8_t *met(const struct seating *seating, int person, int other)
{
    return &seating->met[(size_t)person * (size_t)seating->people + (size_t)other];
}

/* The seats of one round. */
static int *seats_of(const struct seating *seating, int round)
{
    return &seating->seats[(size_t)round * (size_t)seating->people];
}

/* Adds a person to a seat (by 1), or takes them off (by -1), in all the counts. */
static void count_seat(struct seating *seating, int round, int seat, int person, int by)
{
    const int *seats = seats_of(seating, round);
    int group = seating->seat_group[seat];
    enum triad_role role = role_of_seat(seating, seat);
    for (int i = seating->group_first[group]; i < seating->group_first[group + 1]; i++) {
        int other = seats[i];
        if (i == seat || other < 0)
            continue;
        uint8_t *times_met = met(seating, person, other);
        long repeat = by > 0 ? *times_met : *times_met - 1; /* the nth meeting costs n - 1 */
        *times_met = (uint8_t)(*times_met + by);
        *met(seating, other, person) = *times_met;
        seating->cost += by * repeat * COST_REPEAT;
    }
    int *times = &seating->roles[person][role];
    seating->cost -= role_cost(seating, role, *times);
    *times += by;
    seating->cost += role_cost(seating, role, *times);
}

static void take_seat(struct seating *seating, int round, int seat, int person)
{
    seats_of(seating, round)[seat] = person;
    count_seat(seating, round, seat, person, 1);
}

static int leave_seat(struct seating *seating, int round, int seat)
{
    int *place = &seats_of(seating, round)[seat], person = *place;
    *place = -1;
    count_seat(seating, round, seat, person, -1);
    return person;
}

static void swap_seats(struct seating *seating, int round, int a, int b)
{
    int left = leave_seat(seating, round, a), right = leave_seat(seating, round, b);
    take_seat(seating, round, a, right);
    take_seat(seating, round, b, left);
}

static int draw(struct seating *seating, int bound)
{
    return (int)random_below(seating->seed, RANDOM_TRIADS, seating->drawn++, (uint64_t)bound);
}

/* Everyone shuffled, in every round. */
static void seat_all(struct seating *seating)
{
    int people = seating->people;
    memset(seating->met, 0, (size_t)people * (size_t)people);
    memset(seating->roles, 0, (size_t)people * sizeof *seating->roles);
    for (int i = 0; i < seating->rounds * people; i++)
        seating->seats[i] = -1;
    seating->cost = 0;
    for (int person = 0; person < people; person++)
        for (int role = 0; role < TRIAD_ROLE_COUNT; role++)
            seating->cost += role_cost(seating, (enum triad_role)role, 0);
    int *order = allocate((size_t)people, sizeof *order);
    for (int round = 0; round < seating->rounds; round++) {
        for (int i = 0; i < people; i++) {
            int j = draw(seating, i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        for (int i = 0; i < people; i++)
            take_seat(seating, round, i, order[i]);
    }
    free(order);
}

static void improve(struct seating *seating)
{
    int people = seating->people;
    int swaps = people * seating->rounds * SWAPS_A_SEAT;
    for (int i = 0; i < swaps && seating->cost > 0; i++) {
        int threshold = THRESHOLD - (int)((int64_t)(THRESHOLD + 2) * i / swaps);
        int round = draw(seating, seating->rounds), a = draw(seating, people);
        int b = draw(seating, people);
        long before = seating->cost;
        if (a == b)
            continue;
        swap_seats(seating, round, a, b);
        if (seating->cost > before + (threshold > 0 ? threshold : 0))
            swap_seats(seating, round, a, b);
    }
}

/* ------------------------------------------------------------------------- the seating ---- */

static struct seating *new_seating(const struct triads *triads, uint64_t seed)
{
    struct seating *seating = allocate(1, sizeof *seating);
    int people = triads->people, groups = triads->groups, seats[TRIAD_ROLE_COUNT] = {0};
    seating->people = people;
    seating->rounds = triads->rounds;
    seating->groups = groups;
    seating->seed = seed;
    seating->seats = allocate((size_t)triads->rounds * (size_t)people, sizeof *seating->seats);
    seating->seat_group = allocate((size_t)people, sizeof *seating->seat_group);
    seating->group_first = allocate((size_t)groups + 1, sizeof *seating->group_first);
    seating->met = allocate((size_t)people * (size_t)people, 1);
    seating->roles = allocate((size_t)people, sizeof *seating->roles);
    for (int group = 0, seat = 0; group < groups; group++) {
        for (int i = 0; i < group_size(people, group); i++, seat++) {
            seating->seat_group[seat] = group;
            seats[triad_seat_role(i)] += triads->rounds;
        }
        seating->group_first[group + 1] = seat;
    }
    for (int role = 0; role < TRIAD_ROLE_COUNT; role++) {
        seating->low[role] = seats[role] / people;
        seating->high[role] = (seats[role] + people - 1) / people;
    }
    return seating;
}

static void free_seating(struct seating *seating)
{
    free(seating->seats);
    free(seating->seat_group);
    free(seating->group_first);
    free(seating->met);
    free(seating->roles);
    free(seating);
}

static int count_repeats(const struct seating *seating)
{
    int repeats = 0;
    for (int i = 0; i < seating->people; i++) {
        for (int j = i + 1; j < seating->people; j++) {
            int times = *met(seating, i, j);
            repeats += times > 1 ? times - 1 : 0;
        }
    }
    return repeats;
}

static void keep_seating(const struct seating *seating, const int *people, struct triads *triads)
{
    for (int round = 0; round < triads->rounds; round++) {
        for (int group = 0; group < triads->groups; group++) {
            struct triad *triad =
                &triads->table[(size_t)round * (size_t)triads->groups + (size_t)group];
            int first = seating->group_first[group];
            triad->size = seating->group_first[group + 1] - first;
            for (int i = 0; i < triad->size; i++)
                triad->people[i] = people[seats_of(seating, round)[first + i]];
        }
    }
    triads->repeats = count_repeats(seating);
}

static void seat_people(struct triads *triads, const struct triads_request *request)
{
    struct seating *seating = new_seating(triads, request->seed);
    long best = -1;
    for (int start = 0; start < STARTS && best != 0; start++) {
        seat_all(seating);
        improve(seating);
        if (best >= 0 && seating->cost >= best)
            continue;
        best = seating->cost;
        keep_seating(seating, request->people, triads);
    }
    free_seating(seating);
}

struct triads *triads_new(const struct triads_request *request, struct error *error)
{
    int people = request->count, groups = group_count(people);
    if (people < 1 || people > TRIAD_PEOPLE_MAX) {
        error_set(error, ERROR_USAGE, _("there are %d people for the role-play: 1 to %d can do it"),
                  people, TRIAD_PEOPLE_MAX);
        return NULL;
    }
    int rounds = (people + groups - 1) / groups;
    if (request->minutes < rounds * TRIAD_ROUND_MINUTES_MIN ||
        request->minutes > TRIAD_MINUTES_MAX) {
        error_set(error, ERROR_USAGE,
                  _("%d people need %d rounds for everyone to be the trainee once: give them %d to "
                    "%d minutes, not %d"),
                  people, rounds, rounds * TRIAD_ROUND_MINUTES_MIN, TRIAD_MINUTES_MAX,
                  request->minutes);
        return NULL;
    }
    struct triads *triads = allocate(1, sizeof *triads);
    triads->people = people;
    triads->rounds = rounds;
    triads->groups = groups;
    triads->table = allocate((size_t)rounds * (size_t)groups, sizeof *triads->table);
    share_out(triads, request->minutes);
    seat_people(triads, request);
    return triads;
}

void triads_free(struct triads *triads)
{
    if (!triads)
        return;
    free(triads->table);
    free(triads);
}

/* --------------------------------------------------------------------- who, and the seed ---- */

uint64_t triads_seed(const char *class, int64_t now)
{
    char date[16] = "";
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a, 64 bits */
    time_t seconds = (time_t)(now / 1000);
    struct tm here;
    if (localtime_r(&seconds, &here))
        strftime(date, sizeof date, "%Y-%m-%d", &here);
    const char *const parts[] = {class, " ", date};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        for (const char *c = parts[i]; *c; c++)
            hash = (hash ^ (unsigned char)*c) * UINT64_C(1099511628211);
    }
    return 1 + hash % 999999999; /* short enough to be read out */
}

/* The next position of "3,7" and where the rest begins; 0 when there is none. */
static long next_position(const char **text)
{
    char *end;
    if (**text < '0' || **text > '9')
        return 0;
    errno = 0;
    long position = strtol(*text, &end, 10);
    if (errno != 0 || (*end != '\0' && *end != ','))
        return 0;
    *text = *end == ',' ? end + 1 : end;
    return *end == ',' && end[1] == '\0' ? 0 : position;
}

int *triads_parse_absent(const char *text, int most, struct error *error)
{
    const char *rest = text;
    int *absent = allocate(strlen(text) / 2 + 2, sizeof *absent), count = 0;
    while (*rest) {
        long position = next_position(&rest);
        if (position < 1 || position > most) {
            free(absent);
            error_set(error, ERROR_USAGE,
                      _("--absent %s: write positions on the roster from 1 to %d, such as 3,7"),
                      text, most);
            return NULL;
        }
        absent[count++] = (int)position;
    }
    return absent;
}

int *triads_present(int most, const int *absent, int *count)
{
    int *present = allocate((size_t)most, sizeof *present);
    *count = 0;
    for (int position = 1; position <= most; position++) {
        bool away = false;
        for (const int *a = absent; a && *a > 0 && !away; a++)
            away = *a == position;
        if (!away)
            present[(*count)++] = position;
    }
    return present;
}
