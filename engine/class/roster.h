/*
 * roster.h: a class's roster, from the files that spreadsheets write.
 *
 * The file is CSV (RFC 4180: quoted cells with commas, quotes and line ends in them; lines end in
 * CRLF, LF or CR), separated by commas, semicolons or tabs, whichever makes a header of its first
 * lines. It is UTF-8 with or without a byte order mark, UTF-16 with one, or else GB18030, and must
 * be so to the last byte. Its header names the columns, in Chinese or English and in any order: the
 * name is needed; staff number, branch and role are taken where they stand; other columns are
 * passed over. Empty lines are, too.
 *
 * What is wrong is found by line, all of it up to the limit of struct fault_list, and then nothing
 * at all is imported. An import is one transaction: the people of the file are added to the roster,
 * or changed on it; whoever is on the roster and not in the file stays, and is told. A person is
 * known again by the staff number, without one by the name.
 *
 * All text is cleaned (text.h) on its way in, and is data from then on.
 */
#ifndef YANLIAN_CLASS_ROSTER_H
#define YANLIAN_CLASS_ROSTER_H

#include "script/loader.h"
#include "store/classes.h"

enum { ROSTER_MAX = 500 }; /* people in a file, and on a roster */

struct roster_file {
    char *name;                   /* as faults name it */
    struct roster_entry *entries; /* without ids and positions */
    int *lines;                   /* where each begins, from 1 */
    int count;
};

/*
 * Reads a roster. On failure `error` is the first of the faults, or, when there are none, why
 * nothing could be read at all. The file is filled on success only.
 */
bool roster_read(const char *path, struct roster_file *file, struct fault_list *faults,
                 struct error *error);
/* The same from memory; `name` is what messages call it. */
bool roster_parse(const char *name, const char *bytes, size_t length, struct roster_file *file,
                  struct fault_list *faults, struct error *error);
void roster_file_free(struct roster_file *file);

enum roster_change { ROSTER_ADDED, ROSTER_CHANGED, ROSTER_SAME, ROSTER_MISSING, ROSTER_CHANGES };

struct roster_line {
    enum roster_change change;
    struct roster_entry before; /* on the roster; of nobody when added */
    struct roster_entry after;  /* the same as before when missing from the file */
};

struct roster_outcome {
    struct roster_line *lines; /* as in the file, then those that are missing from it */
    int count;
    int counts[ROSTER_CHANGES];
};

/*
 * Brings the class's roster up to the file. A staff number that the roster has under another name
 * is a fault, as it may be a slip, unless `rename` says that names are being put right. On failure
 * nothing is changed, and `faults` and `error` are as above.
 */
bool roster_import(struct store *store, const char *class, const struct roster_file *file,
                   bool rename, struct roster_outcome *outcome, struct fault_list *faults,
                   struct error *error);
void roster_outcome_free(struct roster_outcome *outcome);

/*
 * Who on the roster is meant by a name (or, in its place, a staff number) and a staff number, each
 * of which may be NULL. ERROR_NOT_FOUND or, when several fit, ERROR_USAGE say what to do.
 */
bool roster_find(struct store *store, const char *class, const char *name, const char *staff_number,
                 struct roster_entry *entry, struct error *error);

/*
 * The person of the roster who this is, by id or else by name and number, into `*person`; fails as
 * roster_find does.
 */
bool roster_admit(struct store *store, const char *class, struct person *person,
                  struct error *error);

/*
 * Who plays, and is remembered from now on: as player_find (practice/player.h), but for a class
 * (NULL: none) one of its roster. Nobody is made known to the store by asking for a class.
 */
bool roster_player(struct store *store, const char *class, const char *name,
                   const char *staff_number, struct person *person, struct error *error);

/* Adds to the list, unless it is full; faults are added in the order of lines. */
void roster_fault(struct fault_list *faults, const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
