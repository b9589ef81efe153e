/* print.c: loads what papers are made of, and writes them. */
#include "class/print.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "class/courseware.h"
#include "class/file.h"
#include "class/pdf.h"
#include "class/print_parts.h"
#include "practice/library.h"
#include "script/course_file.h"
#include "store/classes.h"

struct loaded_exercise {
    char *id;
    struct exercise_file *file;
};

struct scenario_title {
    const char *id; /* the course's */
    char *title;
};

struct print {
    struct course_file *course;
    struct loaded_exercise *exercises;
    int exercise_count;
    struct scenario_title *scenarios;
    int scenario_count;
    char *class_title; /* NULL without a class */
    cJSON *numbers;    /* the class's own, or NULL */
};

/* -------------------------------------------------------------------------------- names ---- */

static const char *const paper_names[] = {
#define X(name, text) [PRINT_##name] = text,
    PRINT_PAPERS(X)
#undef X
};

static const char *const card_names[] = {
#define X(name, text) [CARD_##name] = text,
    PRINT_CARDS(X)
#undef X
};

static const char *const format_names[] = {
    [PRINT_MARKDOWN] = "md", [PRINT_HTML] = "html", [PRINT_PDF] = "pdf"};

const char *print_paper_name(enum print_paper paper)
{
    return paper_names[paper];
}

const char *print_card_name(enum print_card card)
{
    return card_names[card];
}

const char *print_format_name(enum print_format format)
{
    return format_names[format];
}

bool print_format_parse(const char *name, enum print_format *format)
{
    for (int i = 0; i < PRINT_FORMAT_COUNT; i++) {
        if (strcmp(name, format_names[i]) == 0) {
            *format = (enum print_format)i;
            return true;
        }
    }
    return false;
}

/* ----------------------------------------------------------------------------- exercises ---- */

/* The class's number for each of the exercise's; its own where the class has none. */
static bool use_class_numbers(const struct print *print, struct exercise_file *file,
                              struct error *error)
{
    const struct exercise *exercise = exercise_file_exercise(file);
    double numbers[NUMBER_MAX];
    if (!print->numbers || exercise->number_count == 0)
        return true;
    for (int i = 0; i < exercise->number_count; i++) {
        char name[256];
        snprintf(name, sizeof name, "%s.%s", exercise->id, exercise->numbers[i].id);
        const cJSON *own = cJSON_GetObjectItemCaseSensitive(print->numbers, name);
        numbers[i] = cJSON_IsNumber(own) ? own->valuedouble : exercise->numbers[i].value;
    }
    struct error found = {0};
    return exercise_file_numbers(file, numbers, &found) ||
           error_set(error, found.code, _("the numbers of class %s do not fit %s: %s"),
                     print->class_title, exercise->id, found.message);
}

static struct exercise_file *load_exercise(const struct print *print, const char *id,
                                           struct error *error)
{
    struct bundle *bundle = courseware_bundle("exercises", id, error);
    struct exercise_file *file = bundle ? exercise_file_load(bundle, NULL, error) : NULL;
    bundle_free(bundle);
    if (file && !use_class_numbers(print, file, error)) {
        exercise_file_free(file);
        return NULL;
    }
    return file;
}

const struct exercise_file *print_find_exercise(struct print *print, const char *id,
                                                struct error *error)
{
    for (int i = 0; i < print->exercise_count; i++) {
        if (strcmp(print->exercises[i].id, id) == 0)
            return print->exercises[i].file;
    }
    struct exercise_file *file = load_exercise(print, id, error);
    if (!file)
        return NULL;
    size_t count = (size_t)print->exercise_count + 1;
    struct loaded_exercise *more = realloc(print->exercises, count * sizeof *more);
    char *name = strdup(id);
    if (!more || !name)
        abort();
    print->exercises = more;
    more[print->exercise_count++] = (struct loaded_exercise){.id = name, .file = file};
    return file;
}

/* -------------------------------------------------------------------------------- course ---- */

static bool open_class(struct print *print, struct store *store, const char *class,
                       struct error *error)
{
    struct class_row row;
    if (!class)
        return true;
    if (!store_class(store, class, &row, error))
        return false;
    print->class_title = strdup(row.title);
    char *json = store_class_numbers(store, class, error);
    if (!json)
        return false;
    print->numbers = cJSON_Parse(json);
    free(json);
    return true;
}

static bool open_scenario(struct print *print, const char *id, struct error *error)
{
    struct bundle *bundle = library_bundle(id, error);
    struct loaded *loaded = bundle ? scenario_load(bundle, NULL, error) : NULL;
    bundle_free(bundle);
    if (!loaded)
        return false;
    char *title = strdup(print_words(&loaded_scenario(loaded)->title));
    loaded_free(loaded);
    size_t count = (size_t)print->scenario_count + 1;
    struct scenario_title *more = realloc(print->scenarios, count * sizeof *more);
    if (!more || !title)
        abort();
    print->scenarios = more;
    more[print->scenario_count++] = (struct scenario_title){.id = id, .title = title};
    return true;
}

static bool open_scenarios(struct print *print, struct error *error)
{
    const struct course *course = print_course(print);
    for (int i = 0; i < course->segment_count; i++) {
        const struct segment *segment = &course->segments[i];
        for (int k = 0; k < segment->scenario_count; k++) {
            if (!print_scenario_title(print, segment->scenarios[k]) &&
                !open_scenario(print, segment->scenarios[k], error))
                return false;
        }
    }
    return true;
}

struct print *print_open(const char *name, struct store *store, const char *class,
                         struct error *error)
{
    struct print *print = calloc(1, sizeof *print);
    if (!print)
        abort();
    struct bundle *bundle = courseware_bundle("courses", name, error);
    print->course = bundle ? course_file_load(bundle, NULL, error) : NULL;
    bundle_free(bundle);
    if (!print->course || !open_class(print, store, class, error) ||
        !open_scenarios(print, error)) {
        print_close(print);
        return NULL;
    }
    return print;
}

void print_close(struct print *print)
{
    if (!print)
        return;
    for (int i = 0; i < print->exercise_count; i++) {
        exercise_file_free(print->exercises[i].file);
        free(print->exercises[i].id);
    }
    for (int i = 0; i < print->scenario_count; i++)
        free(print->scenarios[i].title);
    free(print->exercises);
    free(print->scenarios);
    free(print->class_title);
    cJSON_Delete(print->numbers);
    course_file_free(print->course);
    free(print);
}

const struct course *print_course(const struct print *print)
{
    return course_file_course(print->course);
}

const struct course_file *print_course_file(const struct print *print)
{
    return print->course;
}

const char *print_class_title(const struct print *print)
{
    return print->class_title;
}

const char *print_scenario_title(const struct print *print, const char *id)
{
    for (int i = 0; i < print->scenario_count; i++) {
        if (strcmp(print->scenarios[i].id, id) == 0)
            return print->scenarios[i].title;
    }
    return NULL;
}

/* --------------------------------------------------------------------- sheets and answers ---- */

/* Several exercises in one document, each from a page of its own on. */
struct exercise_papers {
    struct print *print;
    struct document *document;
    bool answers;
    int count;
};

static bool add_exercise(struct exercise_papers *papers, const char *id, struct error *error)
{
    const struct exercise_file *file = print_find_exercise(papers->print, id, error);
    if (!file)
        return false;
    if (papers->count++ > 0) {
        document_begin(papers->document, DOCUMENT_PAGE_BREAK);
        document_end(papers->document);
    }
    if (papers->answers)
        print_exercise_answers(papers->document, file);
    else
        print_exercise(papers->document, file);
    return true;
}

static bool is_in_course(const struct course *course, const char *id)
{
    for (int i = 0; i < course->segment_count; i++) {
        if (course->segments[i].exercise && strcmp(course->segments[i].exercise, id) == 0)
            return true;
    }
    return false;
}

static bool add_course_exercises(struct exercise_papers *papers, struct error *error)
{
    const struct course *course = print_course(papers->print);
    for (int i = 0; i < course->segment_count; i++) {
        const char *id = course->segments[i].exercise;
        if (id && !add_exercise(papers, id, error))
            return false;
    }
    return true;
}

static bool add_other_exercises(struct exercise_papers *papers, struct error *error)
{
    char **names;
    int count;
    if (!courseware_names("exercises", &names, &count, error))
        return false;
    bool done = true;
    for (int i = 0; i < count && done; i++) {
        if (!is_in_course(print_course(papers->print), names[i]))
            done = add_exercise(papers, names[i], error);
    }
    courseware_free_names(names, count);
    return done;
}

static struct document *print_exercises(struct print *print, bool answers, bool every,
                                        struct error *error)
{
    struct exercise_papers papers = {
        .print = print,
        .document =
            document_new(words_language(), answers ? _("Answer sheets") : _("Exercise sheets"),
                         print_words(&print_course(print)->title)),
        .answers = answers,
    };
    if (answers)
        document_compact(papers.document);
    document_add(papers.document, DOCUMENT_QUIET, print->class_title);
    if (add_course_exercises(&papers, error) && (!every || add_other_exercises(&papers, error)))
        return papers.document;
    document_free(papers.document);
    return NULL;
}

struct document *print_make(struct print *print, enum print_paper paper, bool every_exercise,
                            struct error *error)
{
    switch (paper) {
    case PRINT_HANDOUT:
        return print_handout(print, error);
    case PRINT_SLIDES:
        return print_slides(print);
    case PRINT_GUIDE:
        return print_guide(print, error);
    case PRINT_ANSWERS:
        return print_exercises(print, true, every_exercise, error);
    default:
        return print_exercises(print, false, true, error);
    }
}

bool print_write(const struct document *document, enum print_format format, const char *path,
                 struct error *error)
{
    char *text =
        format == PRINT_MARKDOWN ? document_to_markdown(document) : document_to_html(document);
    bool done = format == PRINT_PDF ? pdf_write(text, path, error)
                                    : file_replace(path, text, strlen(text), error);
    free(text);
    return done;
}
