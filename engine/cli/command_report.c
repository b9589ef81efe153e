/* command_report.c: `yanlian report`: what a class's or a person's results come to. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "class/pdf.h"
#include "class/report_faces.h"
#include "class/report_xapi.h"
#include "cli/command.h"
#include "cli/options.h"
#include "practice/fact.h"

enum format {
    FORMAT_TEXT,
    FORMAT_HTML,
    FORMAT_CSV,
    FORMAT_JSON,
    FORMAT_XAPI,
    FORMAT_PDF,
    FORMAT_COUNT
};

static const char *const formats[FORMAT_COUNT] = {"text", "html", "csv", "json", "xapi", "pdf"};

struct arguments {
    const char *class, *person, *staff, *output;
    enum format format;
    bool anonymise, recount;
};

static bool take_format(void *to, const char *name, struct error *error)
{
    enum format *format = to;
    for (int i = 0; i < FORMAT_COUNT; i++) {
        if (strcmp(name, formats[i]) == 0) {
            *format = (enum format)i;
            return true;
        }
    }
    return error_set(error, ERROR_USAGE, _("--format %s: use text, html, csv, json, xapi or pdf"),
                     name);
}

static int parse(int argc, char **argv, struct arguments *arguments)
{
    const struct command_option options[] = {
        {.name = "class", .word = &arguments->class},
        {.name = "person", .word = &arguments->person},
        {.name = "staff", .word = &arguments->staff},
        {.name = "format", .take = take_format, .to = &arguments->format},
        {.name = "anonymise", .flag = &arguments->anonymise},
        {.name = "recount", .flag = &arguments->recount},
        {.name = "output", .letter = 'o', .word = &arguments->output},
        {0},
    };
    return command_options(argc, argv, "report", options);
}

static bool check(const struct arguments *arguments, struct error *error)
{
    if (arguments->staff && !arguments->person)
        return error_set(error, ERROR_USAGE, "%s", _("--staff needs --person and a name"));
    if (arguments->format == FORMAT_PDF && !arguments->output)
        return error_set(error, ERROR_USAGE, "%s", _("--format pdf needs a file: -o report.pdf"));
    return true;
}

/* ------------------------------------------------------------------------------ writing ---- */

struct writing {
    struct store *store;
    const struct arguments *arguments;
    struct report_options options;
    struct report *report;
    struct report_sheet *sheet; /* NULL unless about one person */
};

static int terminal_width(FILE *out)
{
    struct winsize size;
    if (!isatty(fileno(out)) || ioctl(fileno(out), TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return REPORT_WIDTH;
    return size.ws_col < REPORT_WIDTH_MIN   ? REPORT_WIDTH_MIN
           : size.ws_col > REPORT_WIDTH_MAX ? REPORT_WIDTH_MAX
                                            : size.ws_col;
}

static char *page(const struct writing *writing)
{
    return writing->sheet ? report_sheet_html(writing->report, writing->sheet)
                          : report_html(writing->report);
}

static bool write_to(const struct writing *writing, FILE *out, struct error *error)
{
    char *html;
    switch (writing->arguments->format) {
    case FORMAT_CSV:
        report_csv(writing->report, out);
        return true;
    case FORMAT_JSON:
        return report_json(writing->report, writing->sheet, out, error);
    case FORMAT_XAPI:
        return report_xapi(writing->store, writing->report, &writing->options, out, error);
    case FORMAT_HTML:
        html = page(writing);
        fputs(html, out);
        free(html);
        return true;
    default:
        if (writing->sheet)
            report_sheet_text(writing->report, writing->sheet, terminal_width(out), out);
        else
            report_text(writing->report, terminal_width(out), out);
        return true;
    }
}

static bool cant_write(const char *path, struct error *error)
{
    return error_at(error, ERROR_SYSTEM, path, 0, _("can't write here: %s"), strerror(errno));
}

/* Puts what was written in the file's place, once it is on the disk. */
static bool keep_file(FILE *out, const char *temporary, const char *path, struct error *error)
{
    bool kept = fflush(out) == 0 && !ferror(out) && fsync(fileno(out)) == 0;
    kept = kept || cant_write(path, error);
    if (fclose(out) != 0 && kept)
        kept = cant_write(path, error);
    return kept && (rename(temporary, path) == 0 || cant_write(path, error));
}

/* Under another name first: a full disk leaves the old report as it was. */
static bool write_file(const struct writing *writing, const char *path, struct error *error)
{
    struct buffer temporary = {0};
    buffer_printf(&temporary, "%s.XXXXXX", path);
    int file = mkstemp(temporary.data);
    mode_t mask = umask(0);
    umask(mask);
    FILE *out = file >= 0 && fchmod(file, 0666 & ~mask) == 0 ? fdopen(file, "w") : NULL;
    bool done = out != NULL || cant_write(path, error);
    if (out) {
        done = write_to(writing, out, error);
        if (done)
            done = keep_file(out, temporary.data, path, error);
        else
            fclose(out);
    }
    if (!done && file >= 0)
        unlink(temporary.data);
    buffer_free(&temporary);
    return done;
}

/* A pipe or a device has no old report to keep. */
static bool write_special(const struct writing *writing, const char *path, struct error *error)
{
    FILE *out = fopen(path, "w");
    if (!out)
        return cant_write(path, error);
    bool done = write_to(writing, out, error);
    bool arrived = fflush(out) == 0 && !ferror(out);
    if (done && !arrived)
        done = cant_write(path, error);
    fclose(out);
    return done;
}

static bool write_report(const struct writing *writing, struct error *error)
{
    const char *path = writing->arguments->output;
    struct stat status;
    if (writing->arguments->format == FORMAT_PDF) {
        char *html = page(writing);
        bool done = pdf_write(html, path, error);
        free(html);
        return done;
    }
    if (!path)
        return write_to(writing, stdout, error) && command_flush(error);
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))
        return write_special(writing, path, error);
    return write_file(writing, path, error);
}

/* ------------------------------------------------------------------------------- making ---- */

static void show_progress(void *data, int done, int count)
{
    (void)data;
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "\r%d/%d%s", done, count, done == count ? "\r\033[K" : "");
}

static void show_skipped(void *data, const struct error *error)
{
    (void)data;
    error_print(error, stderr);
}

static bool make_sheet(struct writing *writing, const char *person, struct error *error)
{
    struct report_sheet sheet;
    bool done = report_sheet_make(writing->store, writing->report, person, &sheet, error);
    writing->sheet = &sheet;
    done = done && write_report(writing, error);
    writing->sheet = NULL;
    report_sheet_free(&sheet);
    return done;
}

static bool report(struct store *store, const struct arguments *arguments, struct error *error)
{
    struct writing writing = {.store = store, .arguments = arguments};
    struct person person;
    writing.options = (struct report_options){
        .class = arguments->class, .language = words_language(), .anonymise = arguments->anonymise};
    if (arguments->person) {
        if (!store_find_person(store, arguments->person, arguments->staff, &person, error))
            return false;
        writing.options.person = person.id;
    }
    struct fact_watch watch = {.progress = show_progress, .skipped = show_skipped};
    if (!fact_fill(store, arguments->recount, &watch, error))
        return false;
    writing.report = report_make(store, &writing.options, error);
    if (!writing.report)
        return false;
    bool done =
        arguments->person ? make_sheet(&writing, person.id, error) : write_report(&writing, error);
    report_free(writing.report);
    return done;
}

int command_report(int argc, char **argv)
{
    struct arguments arguments = {0};
    struct error error = {0};
    int code = parse(argc, argv, &arguments);
    if (code != COMMAND_GOES_ON)
        return code;
    if (!check(&arguments, &error))
        return command_fail(&error);
    struct store *store = command_open_store(&error);
    bool done = store && report(store, &arguments, &error);
    store_close(store);
    return done ? 0 : command_fail(&error);
}
