/*
 * test_base_arena.c: the arena and the growing string.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    enum { PIECES = 5000 };
    struct arena *arena = arena_new();
    unsigned char *pieces[PIECES];
    size_t sizes[PIECES];
    for (size_t i = 0; i < PIECES; i++) {
        sizes[i] = (i * 37) % 200 + 1;
        pieces[i] = arena_alloc(arena, sizes[i], 1);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        for (size_t j = 0; j < sizes[i]; j++) {
            assert_int_equal(pieces[i][j], 0);
        }
        memset(pieces[i], (int)(i % 256), sizes[i]);
    }
    /* Filling the later ones has not touched the earlier ones. */
    for (size_t i = 0; i < PIECES; i++) {
        assert_int_equal(pieces[i][0], i % 256);
        assert_int_equal(pieces[i][sizes[i] - 1], i % 256);
    }
    arena_free(arena);
}

static void big_and_small_pieces_mix(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *small = arena_strdup(arena, "before");
    const size_t mebibyte = (size_t)1024 * 1024;
    char *big = arena_alloc(arena, 3, mebibyte);
    char *after = arena_strdup(arena, "after");
    memset(big, 'x', 3 * mebibyte);
    assert_string_equal(small, "before");
    assert_string_equal(after, "after");
    /* A big piece may also come first. */
    struct arena *other = arena_new();
    memset(arena_alloc(other, 1, mebibyte), 'y', mebibyte);
    assert_string_equal(arena_strdup(other, "then"), "then");
    arena_free(other);
    arena_free(arena);
}

static void empty_pieces_have_addresses_of_their_own(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    void *first = arena_alloc(arena, 0, 16);
    void *second = arena_alloc(arena, 16, 0);
    assert_non_null(first);
    assert_non_null(second);
    assert_ptr_not_equal(first, second);
    assert_int_equal(arena_used(arena), 0);
    arena_free(arena);
    arena_free(NULL);
}

static void strings_are_copied(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char text[] = "大堂经理";
    char *copy = arena_strdup(arena, text);
    text[0] = '\0';
    assert_string_equal(copy, "大堂经理");
    assert_string_equal(arena_strndup(arena, "referral", 5), "refer");
    assert_string_equal(arena_strndup(arena, NULL, 0), "");
    assert_memory_equal(arena_strndup(arena, "a\0b", 3), "a\0b", 4);
    assert_string_equal(arena_printf(arena, "%s %d/%d", "轮", 3, 12), "轮 3/12");
    assert_string_equal(arena_printf(arena, "%s", ""), "");
    char *wide = arena_printf(arena, "%100000d", 7);
    assert_int_equal(strlen(wide), 100000);
    assert_int_equal(wide[99999], '7');
    arena_free(arena);
}

/* 10 x 8 bytes, "abc" and its zero byte, "12" and its zero byte. */
static void used_counts_what_was_asked_for(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_int_equal(arena_used(arena), 0);
    arena_alloc(arena, 10, 8);
    assert_int_equal(arena_used(arena), 80);
    arena_strdup(arena, "abc");
    assert_int_equal(arena_used(arena), 84);
    arena_printf(arena, "%d", 12);
    assert_int_equal(arena_used(arena), 87);
    arena_free(arena);
}

/* Runs `deed` in a child process; true when it ended in abort(). */
static bool aborts(void (*deed)(void))
{
    int status = 0;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        deed();
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void ask_for_too_many(void)
{
    arena_alloc(arena_new(), SIZE_MAX / 4, 8);
}

static void ask_for_all_but_padding(void)
{
    arena_alloc(arena_new(), SIZE_MAX, 1);
}

static void copy_too_much(void)
{
    arena_strndup(arena_new(), "a", SIZE_MAX);
}

static void add_too_much(void)
{
    struct buffer buffer = {0};
    buffer_add_bytes(&buffer, "a", SIZE_MAX - 1);
}

static void overflow_aborts(void **state)
{
    (void)state;
    assert_true(aborts(ask_for_too_many));
    assert_true(aborts(ask_for_all_but_padding));
    assert_true(aborts(copy_too_much));
    assert_true(aborts(add_too_much));
}

static void buffer_grows(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    for (size_t i = 0; i < 10000; i++) {
        buffer_add(&buffer, "轮");
        assert_int_equal(buffer.length, 3 * (i + 1));
        assert_true(buffer.capacity > buffer.length);
        assert_int_equal(buffer.data[buffer.length], 0);
    }
    assert_memory_equal(buffer.data + 29997, "轮", 4);
    buffer_free(&buffer);
    assert_null(buffer.data);
    assert_int_equal(buffer.length, 0);
    assert_int_equal(buffer.capacity, 0);
    buffer_free(&buffer);
}

static void buffer_takes_bytes_and_formats(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    buffer_add_bytes(&buffer, "a\0b", 3);
    buffer_add_bytes(&buffer, NULL, 0);
    buffer_printf(&buffer, "%s=%d", "mood", 2);
    buffer_printf(&buffer, "%s", "");
    assert_int_equal(buffer.length, 9);
    assert_memory_equal(buffer.data, "a\0bmood=2", 10);
    buffer_printf(&buffer, "%5000d", 1);
    assert_int_equal(buffer.length, 5009);
    assert_int_equal(buffer.data[5008], '1');
    buffer_free(&buffer);
}

static void adding_nothing_still_terminates(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    buffer_add(&buffer, "");
    assert_non_null(buffer.data);
    assert_string_equal(buffer.data, "");
    buffer_free(&buffer);
    buffer_printf(&buffer, "%s", "");
    assert_string_equal(buffer.data, "");
    buffer_free(&buffer);
}

static void taking_empties_the_buffer(void **state)
{
    (void)state;
    struct buffer buffer = {0};
    char *nothing = buffer_take(&buffer);
    assert_non_null(nothing);
    assert_string_equal(nothing, "");
    free(nothing);
    buffer_add(&buffer, "first");
    char *first = buffer_take(&buffer);
    assert_null(buffer.data);
    buffer_add(&buffer, "second");
    assert_string_equal(first, "first");
    assert_string_equal(buffer.data, "second");
    free(first);
    buffer_free(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(big_and_small_pieces_mix),
        cmocka_unit_test(empty_pieces_have_addresses_of_their_own),
        cmocka_unit_test(strings_are_copied),
        cmocka_unit_test(used_counts_what_was_asked_for),
        cmocka_unit_test(overflow_aborts),
        cmocka_unit_test(buffer_grows),
        cmocka_unit_test(buffer_takes_bytes_and_formats),
        cmocka_unit_test(adding_nothing_still_terminates),
        cmocka_unit_test(taking_empties_the_buffer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
