/*
 * clock.c: reads the clocks, writes and reads RFC 3339 times, makes ULIDs.
 */
#include "base/clock.h"

#include <assert.h>
#include <pthread.h>
#include <sodium.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The years 0000 to 9999, all that RFC 3339 can write. */
#define WALL_MIN INT64_C(-62167219200000)
#define WALL_MAX INT64_C(253402300799999)

#define ULID_TIME_MAX ((INT64_C(1) << 48) - 1)
#define ULID_HALF_MASK ((UINT64_C(1) << 40) - 1) /* 40 bits are eight characters */

static const char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static struct timespec read_clock(clockid_t which)
{
    struct timespec now;
    int outcome = clock_gettime(which, &now);
    assert(outcome == 0);
    (void)outcome;
    return now;
}

int64_t clock_wall_ms(void)
{
    struct timespec now = read_clock(CLOCK_REALTIME);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t clock_monotonic_ms(void)
{
    return clock_monotonic_us() / 1000;
}

int64_t clock_monotonic_us(void)
{
    struct timespec now = read_clock(CLOCK_MONOTONIC);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void write_digits(char *out, int count, int number)
{
    for (int i = count - 1; i >= 0; i--) {
        out[i] = (char)('0' + number % 10);
        number /= 10;
    }
}

void clock_format(int64_t wall_ms, char out[CLOCK_TIME_SIZE])
{
    wall_ms = wall_ms < WALL_MIN ? WALL_MIN : wall_ms > WALL_MAX ? WALL_MAX : wall_ms;
    /* Counted from WALL_MIN, so that the remainder is never negative. */
    time_t seconds = (time_t)((wall_ms - WALL_MIN) / 1000 + WALL_MIN / 1000);
    struct tm date;
    struct tm *known = gmtime_r(&seconds, &date);
    assert(known != NULL);
    (void)known;
    memcpy(out, "0000-00-00T00:00:00.000Z", CLOCK_TIME_SIZE);
    write_digits(out, 4, date.tm_year + 1900);
    write_digits(out + 5, 2, date.tm_mon + 1);
    write_digits(out + 8, 2, date.tm_mday);
    write_digits(out + 11, 2, date.tm_hour);
    write_digits(out + 14, 2, date.tm_min);
    write_digits(out + 17, 2, date.tm_sec);
    write_digits(out + 20, 3, (int)((wall_ms - WALL_MIN) % 1000));
}

/* Reads exactly `count` digits and moves `*text` behind them. */
static bool read_digits(const char **text, int count, int *number)
{
    *number = 0;
    for (int i = 0; i < count; i++, (*text)++) {
        if (**text < '0' || **text > '9') {
            return false;
        }
        *number = *number * 10 + (**text - '0');
    }
    return true;
}

/* Reads one byte, which has to be one of `allowed`. */
static bool read_mark(const char **text, const char *allowed)
{
    if (**text == '\0' || strchr(allowed, **text) == NULL) {
        return false;
    }
    (*text)++;
    return true;
}

/* Reads ".123", or nothing; digits beyond the third are passed over. */
static bool read_fraction(const char **text, int *milliseconds)
{
    *milliseconds = 0;
    if (!read_mark(text, ".")) {
        return true;
    }
    int scale = 100;
    const char *first = *text;
    for (; **text >= '0' && **text <= '9'; (*text)++) {
        *milliseconds += (**text - '0') * scale;
        scale /= 10;
    }
    return *text > first;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (leap && month == 2);
}

static bool is_date(const struct tm *date)
{
    int month = date->tm_mon + 1;
    bool leap_second = date->tm_sec == 60 && date->tm_min == 59 && date->tm_hour == 23;
    return month >= 1 && month <= 12 && date->tm_mday >= 1 &&
           date->tm_mday <= days_in_month(date->tm_year + 1900, month) && date->tm_hour <= 23 &&
           date->tm_min <= 59 && (date->tm_sec <= 59 || leap_second);
}

bool clock_parse(const char *text, int64_t *wall_ms)
{
    struct tm date = {0};
    int milliseconds;
    if (!(read_digits(&text, 4, &date.tm_year) && read_mark(&text, "-") &&
          read_digits(&text, 2, &date.tm_mon) && read_mark(&text, "-") &&
          read_digits(&text, 2, &date.tm_mday) && read_mark(&text, "Tt") &&
          read_digits(&text, 2, &date.tm_hour) && read_mark(&text, ":") &&
          read_digits(&text, 2, &date.tm_min) && read_mark(&text, ":") &&
          read_digits(&text, 2, &date.tm_sec) && read_fraction(&text, &milliseconds) &&
          read_mark(&text, "Zz") && *text == '\0')) {
        return false;
    }
    date.tm_year -= 1900;
    date.tm_mon -= 1;
    if (!is_date(&date)) {
        return false;
    }
    *wall_ms = (int64_t)timegm(&date) * 1000 + milliseconds;
    return true;
}

/* The last ULID made: its time and the two halves of its random part. */
struct ulid {
    int64_t time;
    uint64_t high;
    uint64_t low;
};

static uint64_t random_half(void)
{
    uint64_t bits;
    randombytes_buf(&bits, sizeof bits);
    return bits & ULID_HALF_MASK;
}

/*
 * The ULID after `last`. In a new millisecond the random part is drawn afresh; otherwise (or when
 * the clock went back) it grows by a random step, so that two processes forked from one differ.
 */
static struct ulid ulid_after(struct ulid last, int64_t time)
{
    if (time > last.time) {
        return (struct ulid){.time = time, .high = random_half(), .low = random_half()};
    }
    last.low += 1 + (uint64_t)randombytes_random();
    last.high += last.low >> 40;
    last.low &= ULID_HALF_MASK;
    if (last.high > ULID_HALF_MASK) {
        last.time++;
        last.high = random_half();
    }
    return last;
}

static void write_base32(char *out, int count, uint64_t number)
{
    for (int i = count - 1; i >= 0; i--) {
        out[i] = crockford[number & 31];
        number >>= 5;
    }
}

void ulid_new(int64_t wall_ms, char out[ULID_SIZE])
{
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static struct ulid last = {.time = -1};
    if (sodium_init() < 0) {
        abort(); /* without chance two sessions could share a name */
    }
    wall_ms = wall_ms < 0 ? 0 : wall_ms > ULID_TIME_MAX ? ULID_TIME_MAX : wall_ms;
    pthread_mutex_lock(&lock);
    last = ulid_after(last, wall_ms);
    struct ulid made = last;
    pthread_mutex_unlock(&lock);
    write_base32(out, 10, (uint64_t)made.time);
    write_base32(out + 10, 8, made.high);
    write_base32(out + 18, 8, made.low);
    out[ULID_SIZE - 1] = '\0';
}

bool ulid_is_valid(const char *text)
{
    size_t length = strspn(text, crockford);
    /* 26 characters hold 130 bits, a ULID has 128: the first is at most 7. */
    return length == ULID_SIZE - 1 && text[length] == '\0' && text[0] <= '7';
}

int64_t ulid_time(const char *ulid)
{
    int64_t time = 0;
    if (!ulid_is_valid(ulid)) {
        return 0;
    }
    for (int i = 0; i < 10; i++) {
        time = time << 5 | (strchr(crockford, ulid[i]) - crockford);
    }
    return time;
}
