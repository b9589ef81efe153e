/*
 * classes.h: classes, who is on their roster, and the trainers.
 *
 * A class is named by an id that people choose and type ("spring-2026": small letters, digits and
 * hyphens, a letter first, 2 to 40 bytes). Sessions, exercise results, courses that ran and grades
 * name it. A roster only grows: people who left keep their results, and with them their place.
 *
 * A trainer's passphrase is kept as libsodium's argon2id text and nothing else. What a wrong one
 * leads to (failures, wait_until) is decided by class/trainer.h; here it is only kept.
 */
#ifndef YANLIAN_STORE_CLASSES_H
#define YANLIAN_STORE_CLASSES_H

#include "store/store.h"

/* Which of a person's attempts at a scenario counts. */
enum attempt_policy { POLICY_FIRST, POLICY_BEST, POLICY_LAST, POLICY_AVERAGE, POLICY_COUNT };
const char *attempt_policy_name(enum attempt_policy policy); /* "first", "best" ... */
bool attempt_policy_parse(const char *name, enum attempt_policy *policy);

struct class_row {
    char id[CLASS_ID_SIZE];
    char title[STORE_NAME_MAX + 1]; /* clean UTF-8 */
    enum attempt_policy policy;
    double pass_mark;    /* 0..100: the fixed one */
    double double_share; /* 0..1 of the sessions that a second trainer marks too */
    int64_t created_at;  /* wall ms */
    int people;          /* on the roster */
};

bool class_id_is_valid(const char *id);

/* What people call it: its title, or its id where it has none. Borrowed. */
const char *class_called(const struct class_row *row);

/* Adds the class; ERROR_USAGE when the id is taken or wrong. Fills row->created_at. */
bool store_add_class(struct store *store, struct class_row *row, struct error *error);
/* Changes title, policy, pass mark and share. */
bool store_change_class(struct store *store, const struct class_row *row, struct error *error);
/* ERROR_NOT_FOUND, naming the nearest id, when there is none. */
bool store_class(struct store *store, const char *id, struct class_row *row, struct error *error);
/* Oldest first; the caller frees `*rows`. */
bool store_classes(struct store *store, struct class_row **rows, int *count, struct error *error);

/* The class's own numbers for exercises, as JSON: { "exercise.number": value }. Caller frees. */
char *store_class_numbers(struct store *store, const char *class, struct error *error);
bool store_set_class_numbers(struct store *store, const char *class, const char *json,
                             struct error *error);

struct roster_entry {
    struct person person;
    int position; /* from 1, as in the file: the number that people are called by in class */
    char branch[STORE_NAME_MAX + 1]; /* "" when unknown */
    char role[STORE_NAME_MAX + 1];
};

/*
 * Adds these people to the roster (or changes branch and role of those that are on it), all or
 * none. `entries[].person` needs name and staff number; its id and the position are filled in. A
 * person with an id has this name and number from then on, which is how a name is put right and a
 * missing number added. ERROR_NOT_ALLOWED when another person has both already.
 */
bool store_add_roster(struct store *store, const char *class, struct roster_entry *entries,
                      int count, struct error *error);
/* By position; the caller frees `*entries`. */
bool store_roster(struct store *store, const char *class, struct roster_entry **entries, int *count,
                  struct error *error);

/* How a person stands in what was played for a class. */
struct class_standing {
    char person[ULID_SIZE];
    int sessions; /* begun, live ones too */
    int finished;
    double last; /* score of the newest finished one; meaningless when there is none */
};

/* Of everybody who has a session for the class, by person's id; the caller frees `*standings`. */
bool store_class_standings(struct store *store, const char *class,
                           struct class_standing **standings, int *count, struct error *error);

struct trainer {
    char id[ULID_SIZE];
    char name[STORE_NAME_MAX + 1];
    char hash[128];     /* crypto_pwhash_STRBYTES: argon2id and its parameters */
    int failures;       /* wrong tries since the last right one */
    int64_t wait_until; /* wall ms before which no try counts; 0: none */
};

bool store_add_trainer(struct store *store, struct trainer *trainer, struct error *error);
bool store_trainer(struct store *store, const char *name, struct trainer *trainer,
                   struct error *error); /* ERROR_NOT_FOUND */
/* By id, for showing who did something. */
bool store_trainer_by_id(struct store *store, const char *id, struct trainer *trainer,
                         struct error *error);
/* Writes hash, failures and wait_until. */
bool store_change_trainer(struct store *store, const struct trainer *trainer, struct error *error);
/* By name; the caller frees `*trainers`. */
bool store_trainers(struct store *store, struct trainer **trainers, int *count,
                    struct error *error);

#endif
