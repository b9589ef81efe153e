/*
 * command_new.c: `yanlian new`: a scenario to start from.
 *
 * The template lies with the scenarios, templates/new-scenario.lua, and is a scenario itself. Its
 * comments are there in both languages, on lines that begin with `--zh` and `--en`: those of the
 * language asked for become comments, the others are left out. Its name becomes the new one.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "cli/command.h"
#include "cli/options.h"

static const char template_name[] = "new-scenario";

/* ------------------------------------------------------------------------------ the text ---- */

/* The language of a line that begins with --zh or --en; false for any other line. */
static bool is_marked(const char *words, enum language *language)
{
    char code[3] = "";
    if (strncmp(words, "--", 2) != 0 || strlen(words) < 4)
        return false;
    memcpy(code, words + 2, 2);
    return language_parse(code, language) && (words[4] == '\0' || words[4] == ' ');
}

/* With the template's name, where it occurs, turned into the new one. */
static void add_renamed(struct buffer *text, const char *words, const char *id)
{
    const char *name = strstr(words, template_name);
    if (name)
        buffer_printf(text, "%.*s%s%s\n", (int)(name - words), words, id,
                      name + strlen(template_name));
    else
        buffer_printf(text, "%s\n", words);
}

static void add_line(struct buffer *text, const char *line, const char *id)
{
    enum language language;
    size_t indent = strspn(line, " ");
    bool marked = is_marked(line + indent, &language);
    if (marked && language != words_language())
        return;
    if (marked)
        buffer_printf(text, "%.*s--", (int)indent, line);
    add_renamed(text, marked ? line + indent + 4 : line, id);
}

/*
 * The template in the interface's language, as scenario `id`; the caller frees it. NULL on failure.
 */
static char *fill_template(const char *id, struct error *error)
{
    struct buffer path = {0}, text = {0};
    char *folder = library_folder(error), *line = NULL;
    size_t size = 0;
    ssize_t length;
    if (!folder)
        return NULL;
    buffer_printf(&path, "%s/templates/%s.lua", folder, template_name);
    free(folder);
    FILE *file = fopen(path.data, "r");
    if (!file)
        error_at(error, ERROR_NOT_FOUND, path.data, 0, _("can't read the template: %s"),
                 strerror(errno));
    while (file && (length = getline(&line, &size, file)) > 0) {
        if (line[length - 1] == '\n')
            line[length - 1] = '\0';
        add_line(&text, line, id);
    }
    if (file)
        fclose(file);
    if (file && text.length == 0)
        error_at(error, ERROR_SYSTEM, path.data, 0, "%s", _("the template is empty"));
    free(line);
    buffer_free(&path);
    return text.length > 0 ? buffer_take(&text) : NULL;
}

/* ------------------------------------------------------------------------------ the file ---- */

static bool check_id(const char *id, struct error *error)
{
    enum { ID_BYTES = 64 };
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    size_t length = strlen(id);
    bool taken = strcmp(id, "vocabulary") == 0 || strcmp(id, "sources") == 0;
    if (length == 0 || length > ID_BYTES || strspn(id, letters) == 0 || taken ||
        strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != length)
        return error_set(error, ERROR_USAGE,
                         _("'%s' can't be a scenario: use lower-case letters, digits and hyphens, "
                           "a letter first"),
                         id);
    return true;
}

static bool write_new(const char *path, const char *text, struct error *error)
{
    FILE *file = fopen(path, "wx");
    if (!file && errno == EEXIST)
        return error_at(error, ERROR_NOT_ALLOWED, path, 0, "%s",
                        _("is there already, and stays as it is"));
    if (!file)
        return error_at(error, ERROR_SYSTEM, path, 0, _("can't be written: %s"), strerror(errno));
    bool done = fputs(text, file) >= 0;
    done = fclose(file) == 0 && done;
    if (done)
        return true;
    error_at(error, ERROR_SYSTEM, path, 0, _("can't be written: %s"), strerror(errno));
    remove(path);
    return false;
}

static bool run(const char *id, struct error *error)
{
    struct buffer path = {0};
    if (!check_id(id, error))
        return false;
    char *text = fill_template(id, error);
    buffer_printf(&path, "%s.lua", id);
    bool done = text && write_new(path.data, text, error);
    if (done) {
        printf(_("Written: %s\n"), path.data);
        printf(_("Next: yanlian check %s, yanlian try %s, yanlian play %s\n"), path.data, path.data,
               path.data);
    }
    buffer_free(&path);
    free(text);
    return done && command_flush(error);
}

int command_new(int argc, char **argv)
{
    struct command_rest rest;
    const struct command_option options[] = {{.rest = &rest}, {0}};
    struct error error = {0};
    int code = command_options(argc, argv, "new", options);
    if (code != COMMAND_GOES_ON)
        return code;
    if (rest.count != 1) {
        error_set(&error, ERROR_USAGE, "%s", _("name the new scenario: one id"));
        return command_fail(&error);
    }
    return run(rest.words[0], &error) ? 0 : command_fail(&error);
}
