/* console_save.c: writes what was played as a golden case beside the scenario. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/words.h"
#include "plain/console_parts.h"
#include "practice/golden.h"

/* "A large idle deposit: Referred", where the author says nothing better. */
static char *make_title(const struct console *console, const char *words)
{
    enum { TITLE_BYTES = 400 };
    const struct scenario *scenario = console->scenario;
    enum language language = console->plain->language;
    int ending = session_ending(console->session);
    struct buffer title = {0};
    if (words[0])
        return text_clean(words, strlen(words), TITLE_BYTES, false);
    buffer_printf(&title, "%s: %s", scenario->title.words[language],
                  ending < 0 ? _("the turns ran out")
                             : scenario->vocabulary->endings[ending].label.words[language]);
    return buffer_take(&title);
}

/* A case that does not come out again as it was written is not worth keeping. */
static bool try_again(const struct console *console, const char *path, const char *text,
                      struct error *error)
{
    struct golden_case *golden = golden_parse(path, text, error);
    bool done = golden && golden_run(golden, console->loaded, error);
    golden_free(golden);
    return done;
}

/* The folder tests/ that the case is to lie in is made where it is missing. */
static bool make_folder(const char *path, struct error *error)
{
    char *folder = strdup(path);
    *strrchr(folder, '/') = '\0';
    bool done =
        mkdir(folder, 0777) == 0 || errno == EEXIST ||
        error_at(error, ERROR_SYSTEM, folder, 0, _("can't make this folder: %s"), strerror(errno));
    free(folder);
    return done;
}

static bool write_file(const char *path, const char *text, bool over, struct error *error)
{
    FILE *file = fopen(path, over ? "w" : "wx");
    if (!file && errno == EEXIST)
        return error_at(error, ERROR_NOT_ALLOWED, path, 0, "%s",
                        _("is there already; save! overwrites it"));
    if (!file)
        return error_at(error, ERROR_SYSTEM, path, 0, _("can't be written: %s"), strerror(errno));
    bool done = fputs(text, file) >= 0;
    done = fclose(file) == 0 && done;
    if (done)
        return true;
    error_at(error, ERROR_SYSTEM, path, 0, _("can't be written: %s"), strerror(errno));
    remove(path); /* half a case is none */
    return false;
}

static bool save_as(const struct console *console, const char *path, const char *words, bool over,
                    struct error *error)
{
    struct buffer text = {0};
    char *title = make_title(console, words);
    bool done = golden_write(console->session, console->loaded, title, console->plain->language,
                             &text, error) &&
                try_again(console, path, text.data, error) && make_folder(path, error) &&
                write_file(path, text.data, over, error);
    if (done) {
        fprintf(console->plain->out, _("Saved: %s\n"), path);
        fprintf(
            console->plain->out, "%s\n",
            _("It says what the scenario does. Check by hand that it should: then it is a test."));
    }
    buffer_free(&text);
    free(title);
    return done;
}

static bool save(const struct console *console, const char *rest, bool over, struct error *error)
{
    char name[ASK_LINE_SIZE];
    console_word(&rest, name);
    char *path = golden_path(console->file, console->scenario->id, name, error);
    bool done = path && save_as(console, path, rest, over, error);
    free(path);
    return done;
}

bool console_save(struct console *console, const char *rest, struct error *error)
{
    return save(console, rest, false, error);
}

bool console_save_over(struct console *console, const char *rest, struct error *error)
{
    return save(console, rest, true, error);
}
