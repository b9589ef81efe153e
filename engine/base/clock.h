/*
 * clock.h: times and identifiers, as the store writes them.
 *
 * Wall times are milliseconds since 1970 in UTC and are written as RFC 3339 with milliseconds and
 * a Z. Identifiers are ULIDs: 26 characters of Crockford base 32, of which ten are the time and
 * sixteen random (libsodium); made in one process they sort in the order they were made. Core code
 * never calls these: time is handed to it.
 */
#ifndef YANLIAN_BASE_CLOCK_H
#define YANLIAN_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#define CLOCK_TIME_SIZE 25 /* "2026-11-21T08:30:00.123Z" and the zero byte */
#define ULID_SIZE 27       /* 26 characters and the zero byte */

int64_t clock_wall_ms(void);
int64_t clock_monotonic_ms(void); /* for measuring spans; never goes back */
int64_t clock_monotonic_us(void);

void clock_format(int64_t wall_ms, char out[CLOCK_TIME_SIZE]);
bool clock_parse(const char *text, int64_t *wall_ms); /* RFC 3339 in UTC (Z) only */

void ulid_new(int64_t wall_ms, char out[ULID_SIZE]);
bool ulid_is_valid(const char *text);
int64_t ulid_time(const char *ulid); /* when it was made, wall ms; 0 for none */

#endif
