/*
 * small.h: the small scenarios of tests/cases/scenarios, for tests that need one and no more.
 *
 * What fails here fails the test, so nothing is returned but what was asked for.
 */
#ifndef YANLIAN_UNIT_SMALL_H
#define YANLIAN_UNIT_SMALL_H

#include "core/session.h"
#include "script/loader.h"

/* A path below tests/cases/scenarios, and one below the source tree; the caller frees it. */
char *small_path(const char *rest);
char *source_path(const char *rest);

/* The whole file with a zero byte behind it; the caller frees it. */
char *small_read(const char *path, size_t *length);

struct bundle *small_bundle(const char *name);
struct loaded *small_load(const char *name);

/* A session that must begin. */
struct session *small_session(const struct loaded *loaded, uint64_t seed, enum mode mode);

/* Picks the response with this id at the present node; the same, and it must be taken. */
bool small_try(struct session *session, const char *id, int64_t think_ms, struct error *error);
void small_pick(struct session *session, const char *id);

/* The id of the node where the conversation stands. */
const char *small_node(const struct session *session);

#endif
