/*
 * c_loop.h: the generated story as plain C arrays, stepped by a loop written for it and nothing
 * else.
 *
 * This is the limit that the table's walks are compared with. Guards, effects and the eight
 * monitors are small tables; the monitors are written here a second time, from the definitions,
 * and share nothing with engine/core/rule.c.
 */
#ifndef YANLIAN_BENCH_C_LOOP_H
#define YANLIAN_BENCH_C_LOOP_H

#include <stddef.h>

#include "bench/story.h"

struct c_loop;

struct c_loop *c_loop_new(const struct story *story);
void c_loop_free(struct c_loop *loop);
size_t c_loop_bytes(const struct c_loop *loop);

/* Plays `sessions` sessions with the decisions of `random`; returns their checksum. */
uint64_t c_loop_run(const struct c_loop *loop, int sessions, uint64_t *random);

#endif
