/*
 * program.c: starts the built program and collects what it says.
 */
#include "unit/program.h"

#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buffer.h"

char *program_home(void)
{
    const char *folder = getenv("TMPDIR"), *source = getenv("YANLIAN_SOURCE");
    struct buffer path = {0}, store = {0}, scenarios = {0}, courseware = {0};
    if (!getenv("YANLIAN") || !source)
        fail_msg(
            "YANLIAN and YANLIAN_SOURCE name the program and the source tree: scripts/run-tests");
    buffer_printf(&path, "%s/yanlian-XXXXXX", folder ? folder : "/tmp");
    if (!mkdtemp(path.data))
        fail_msg("%s can't be made", path.data);
    buffer_printf(&store, "%s/store.db", path.data);
    buffer_printf(&scenarios, "%s/scenarios", source);
    buffer_printf(&courseware, "%s/courseware", source);
    setenv("YANLIAN_STORE", store.data, 1);
    setenv("YANLIAN_SCENARIOS", scenarios.data, 1);
    setenv("YANLIAN_COURSEWARE", courseware.data, 1);
    buffer_free(&store);
    buffer_free(&scenarios);
    buffer_free(&courseware);
    return buffer_take(&path);
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status;
    (void)kind;
    (void)place;
    return remove(path);
}

void program_home_remove(char *home)
{
    nftw(home, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    free(home);
}

/* In a child: becomes the program. */
static void become(const char *words)
{
    char *arguments[PROGRAM_ARGUMENTS_MAX + 2] = {getenv("YANLIAN")};
    char *copy = strdup(words), *place = NULL;
    int count = 1;
    for (char *word = strtok_r(copy, " ", &place); word && count <= PROGRAM_ARGUMENTS_MAX;
         word = strtok_r(NULL, " ", &place))
        arguments[count++] = word;
    if (arguments[0])
        execv(arguments[0], arguments);
    _exit(127);
}

static void open_as(int target, const char *path, int flags)
{
    int file = open(path, flags, 0600);
    if (file < 0 || dup2(file, target) < 0)
        _exit(126);
    close(file);
}

char *program_read_file(const char *path)
{
    struct buffer text = {0};
    char bytes[4096];
    size_t count;
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("%s can't be read", path);
    while ((count = fread(bytes, 1, sizeof bytes, file)) > 0)
        buffer_add_bytes(&text, bytes, count);
    fclose(file);
    return buffer_take(&text);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* Beside the store, which program_home put into a folder of the test's own. */
static char *scratch_path(const char *suffix)
{
    struct buffer path = {0};
    buffer_printf(&path, "%s.%s", getenv("YANLIAN_STORE"), suffix);
    return buffer_take(&path);
}

static int wait_for(pid_t child)
{
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

void program_run(const char *words, const char *input, struct program_result *result)
{
    char *in = scratch_path("in"), *out = scratch_path("out"), *error = scratch_path("error");
    write_file(in, input ? input : "");
    fflush(stdout);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        open_as(STDIN_FILENO, in, O_RDONLY);
        open_as(STDOUT_FILENO, out, O_WRONLY | O_CREAT | O_TRUNC);
        open_as(STDERR_FILENO, error, O_WRONLY | O_CREAT | O_TRUNC);
        become(words);
    }
    result->status = wait_for(child);
    result->out = program_read_file(out);
    result->error = program_read_file(error);
    free(in);
    free(out);
    free(error);
}

void program_free(struct program_result *result)
{
    free(result->out);
    free(result->error);
    result->out = result->error = NULL;
}

pid_t program_start(const char *words, int *out)
{
    int ends[2];
    fflush(stdout);
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        open_as(STDIN_FILENO, "/dev/null", O_RDONLY);
        open_as(STDERR_FILENO, "/dev/null", O_WRONLY);
        if (dup2(ends[1], STDOUT_FILENO) < 0)
            _exit(126);
        become(words);
    }
    close(ends[1]);
    *out = ends[0];
    return child;
}
