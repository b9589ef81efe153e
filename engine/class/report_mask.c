/*
 * report_mask.c: numbers in place of names.
 *
 * The order on the roster is known to the whole class, so it would give people away. Instead they
 * are ordered by a keyed hash of their ids; the key is made by chance once for each store and kept
 * among its settings. So a person has the same number in every report of the same people, and the
 * same account in every xAPI statement, and nobody without the store can tell whose it is.
 */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/report_parts.h"

enum { KEY_HEX = 2 * crypto_generichash_KEYBYTES + 1, HASH_BYTES = 16 };

static const char setting_key[] = "mask";

struct masked {
    struct report_person person;
    char hash[2 * HASH_BYTES + 1];
};

static bool find_key(struct store *store, unsigned char key[crypto_generichash_KEYBYTES],
                     struct error *error)
{
    struct error failure = {0};
    char hex[KEY_HEX];
    char *kept = NULL;
    bool found = store_get_setting(store, setting_key, &kept, &failure);
    if (!found && failure.code != ERROR_NONE) {
        if (error)
            *error = failure;
        return false;
    }
    size_t length = 0;
    found = found && sodium_hex2bin(key, crypto_generichash_KEYBYTES, kept, strlen(kept), NULL,
                                    &length, NULL) == 0;
    free(kept);
    if (found && length == crypto_generichash_KEYBYTES)
        return true;
    randombytes_buf(key, crypto_generichash_KEYBYTES);
    sodium_bin2hex(hex, sizeof hex, key, crypto_generichash_KEYBYTES);
    return store_set_setting(store, setting_key, hex, error);
}

/* Another key, by which ids are hashed that a reader gets to see. */
static void derive_key(const unsigned char *key, struct report *report)
{
    static const char purpose[] = "statements";
    unsigned char derived[crypto_generichash_BYTES];
    crypto_generichash(derived, sizeof derived, (const unsigned char *)purpose, strlen(purpose),
                       key, crypto_generichash_KEYBYTES);
    sodium_bin2hex(report->mask_key, sizeof report->mask_key, derived, sizeof derived);
}

static void hash_person(const unsigned char *key, struct masked *masked)
{
    unsigned char hash[HASH_BYTES];
    const char *id = masked->person.id;
    crypto_generichash(hash, sizeof hash, (const unsigned char *)id, strlen(id), key,
                       crypto_generichash_KEYBYTES);
    sodium_bin2hex(masked->hash, sizeof masked->hash, hash, sizeof hash);
}

/* Those on the roster come first: others who turn up don't change their numbers. */
static int compare_masked(const void *left, const void *right)
{
    const struct masked *a = left, *b = right;
    if (a->person.on_roster != b->person.on_roster)
        return a->person.on_roster ? -1 : 1;
    return strcmp(a->hash, b->hash);
}

/* How many others of the roster come before the one person that the report is about. */
static bool count_before(struct making *making, const unsigned char *key,
                         const struct masked *masked, int *before, struct error *error)
{
    struct roster_entry *entries;
    int count;
    *before = 0;
    if (!making->options->class || !making->options->person)
        return true;
    if (!store_roster(making->store, making->options->class, &entries, &count, error))
        return false;
    for (int i = 0; i < count; i++) {
        struct masked other = {.person = {.on_roster = true}};
        memcpy(other.person.id, entries[i].person.id, sizeof other.person.id);
        hash_person(key, &other);
        *before += compare_masked(&other, masked) < 0;
    }
    free(entries);
    return true;
}

static void give_number(struct report *report, struct masked *masked, int number, int digits)
{
    struct report_person *person = &masked->person;
    person->number = number;
    /* TRANSLATORS: a trainee whose name is hidden: a number, with zeroes in front */
    person->name = arena_printf(report->arena, _("Trainee %0*d"), digits, number);
    person->account = arena_printf(report->arena, "trainee-%.16s", masked->hash);
    person->staff_number = person->branch = person->role = "";
}

bool report_mask(struct making *making, struct error *error)
{
    struct report *report = making->report;
    unsigned char key[crypto_generichash_KEYBYTES];
    int count = report->people_count, before = 0;
    int digits = count < 100 ? 2 : count < 1000 ? 3 : 6;
    if (!find_key(making->store, key, error))
        return false;
    derive_key(key, report);
    struct masked *all = calloc((size_t)count + 1, sizeof *all);
    if (!all)
        abort();
    for (int i = 0; i < count; i++) {
        all[i].person = report->people[i];
        hash_person(key, &all[i]);
    }
    qsort(all, (size_t)count, sizeof *all, compare_masked);
    bool done = count == 0 || count_before(making, key, &all[0], &before, error);
    for (int i = 0; i < count; i++) {
        give_number(report, &all[i], before + i + 1, digits);
        report->people[i] = all[i].person;
    }
    free(all);
    if (report->has_person)
        report->title = report->people[0].name;
    return done;
}
