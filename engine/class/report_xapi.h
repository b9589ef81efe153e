/*
 * report_xapi.h: sessions as xAPI 1.0.3 statements, for a learning record store.
 *
 * One JSON array, as POST /statements takes it, written session by session: memory does not grow.
 * Of each finished session that the report counts:
 *
 *     initialized            when it began
 *     responded              every pick, time-out and filed form, taken back or not: the node is
 *                            the object, the response is in result.response, the think time in
 *                            result.duration
 *     completed              its end, with score and think time in all
 *     passed or failed       with the scaled score
 *
 * A statement's id is a name-based UUID (RFC 4122, with SHA-256 for the hash and the bits of
 * version 5) of the session's id, the event's number and the verb; registration is one of the
 * session's id. A statement says only what the log says and what will never change: the machine's
 * score, not a trainer's later one. So the same statements come out of every run, and a store that
 * has them already takes a second sending for what it is.
 *
 * Objects are urn:yanlian:scenario:ID and, for a node, urn:yanlian:scenario:ID#NODE. Actors are
 * accounts, by staff number or, without one, by the person's id here. In a masked report they are
 * keyed hashes, ids and registrations are made with the same secret key of the store, and times are
 * whole seconds since the session began, counted from the midnight (UTC) of its day. What was picked
 * stays, so whoever also has the named statements may still match the two by it: give out one kind.
 */
#ifndef YANLIAN_CLASS_REPORT_XAPI_H
#define YANLIAN_CLASS_REPORT_XAPI_H

#include <stdio.h>

#include "class/report.h"

/* `options` are those that the report was made with. */
bool report_xapi(struct store *store, const struct report *report,
                 const struct report_options *options, FILE *out, struct error *error);

#define UUID_SIZE 37 /* 36 characters and the zero byte */
void uuid_of(const char *name, char out[UUID_SIZE]);

/* ISO 8601, to the hundredth of a second as xAPI compares: "PT4.25S". */
#define ISO_DURATION_SIZE 32
void iso_duration(int64_t milliseconds, char out[ISO_DURATION_SIZE]);

#endif
