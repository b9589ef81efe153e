/* print_files.c: where papers go. */
#include "cli/print_files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "base/words.h"

bool print_target_format(void *target, const char *value, struct error *error)
{
    struct print_target *chosen = target;
    return print_format_parse(value, &chosen->format) ||
           error_set(error, ERROR_USAGE, _("There is no format '%s'. Take md, html or pdf."),
                     value);
}

static bool is_stdout(const struct print_target *target)
{
    return strcmp(target->folder, "-") == 0;
}

bool print_target_check(const struct print_target *target, int documents, struct error *error)
{
    struct stat there;
    if (is_stdout(target)) {
        if (target->format == PRINT_PDF)
            return error_set(error, ERROR_USAGE,
                             _("PDF goes to a folder, not to the terminal. Name one with "
                               "--output."));
        return documents == 1 ||
               error_set(error, ERROR_USAGE,
                         _("Only one paper can go to standard output. Choose it with --what."));
    }
    if (stat(target->folder, &there) == 0)
        return S_ISDIR(there.st_mode) ||
               error_set(error, ERROR_USAGE, _("%s is a file, but --output names a folder."),
                         target->folder);
    return mkdir(target->folder, 0777) == 0 ||
           error_set(error, ERROR_SYSTEM, _("The folder %s cannot be made: %s."), target->folder,
                     strerror(errno));
}

/* An own file is named by its path; its papers by the id alone. */
static char *file_path(const struct print_target *target, const char *id, const char *paper)
{
    struct buffer path = {0};
    if (strcmp(target->folder, ".") != 0)
        buffer_printf(&path, "%s%s", target->folder,
                      target->folder[strlen(target->folder) - 1] == '/' ? "" : "/");
    buffer_printf(&path, "%s-%s-%s.%s", id, paper, language_code(words_language()),
                  print_format_name(target->format));
    return buffer_take(&path);
}

static bool to_stdout(const struct document *document, enum print_format format)
{
    char *text =
        format == PRINT_MARKDOWN ? document_to_markdown(document) : document_to_html(document);
    fputs(text, stdout);
    free(text);
    return true;
}

bool print_target_write(const struct print_target *target, const char *id, const char *paper,
                        struct document *document, struct error *error)
{
    bool done = true;
    if (!document)
        return false;
    if (is_stdout(target)) {
        done = to_stdout(document, target->format);
    } else {
        char *path = file_path(target, id, paper);
        done = print_write(document, target->format, path, error);
        if (done) {
            printf("%s\n", path);
            fflush(stdout); /* a PDF takes a while: what is done is told at once */
        }
        free(path);
    }
    document_free(document);
    return done;
}
