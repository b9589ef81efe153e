/* exercise_file.c: builds an exercise, tries its functions, and computes with other numbers. */
#include "script/exercise_file.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "script/exercise_build.h"

struct exercise_file {
    struct arena *arena;
    struct sandbox *sandbox;
    struct exercise_functions *functions;
    struct exercise exercise;
    struct term *sources;
    int source_count;
    char digest[65];
    double values[NUMBER_MAX];                  /* that it was last computed for */
    struct part *computed[TASK_MAX * PART_MAX]; /* those with a function */
    int computed_count;
    int model_function; /* FUNCTION_NONE: the model answer is fixed */
    int model_line;
};

static void read_exercise(struct build *build, struct reader *reader, void *data)
{
    (void)build;
    build_exercise(data, reader);
}

/* ---------------------------------------------------------------------------- functions ---- */

/* The numbers that functions are tried with: the given ones, then each as low and high as it may
   be, then all low and all high. */
static int case_count(const struct exercise *exercise)
{
    return exercise->number_count > 0 ? 3 + 2 * exercise->number_count : 1;
}

static void case_values(const struct exercise *exercise, int number, double values[NUMBER_MAX])
{
    int count = exercise->number_count;
    for (int i = 0; i < count; i++) {
        const struct number *of = &exercise->numbers[i];
        bool low = number == 2 * i + 1 || number == 2 * count + 1;
        bool high = number == 2 * i + 2 || number == 2 * count + 2;
        values[i] = low ? of->low : high ? of->high : of->value;
    }
}

/* "" for the given numbers, else which ones the function was tried with. */
static const char *case_words(const struct exercise *exercise, int number, struct arena *arena)
{
    int count = exercise->number_count;
    if (number == 0)
        return "";
    if (number > 2 * count)
        return number == 2 * count + 1 ? ", with every number at its lowest"
                                       : ", with every number at its highest";
    const struct number *of = &exercise->numbers[(number - 1) / 2];
    return arena_printf(arena, ", with %s = %g", of->id, number % 2 ? of->low : of->high);
}

struct trial {
    struct exercise_file *file;
    struct fault_list *faults;
};

static void note(const struct trial *trial, const char *what, int line, const char *message,
                 const char *with)
{
    struct reader reader = {
        .faults = trial->faults, .arena = trial->file->arena, .file = trial->file->exercise.file};
    int before = trial->faults->count;
    reader_fault(&reader, NULL, "'%s': %s%s", what, message, with);
    if (trial->faults->count > before)
        trial->faults->faults[before].line = line;
}

static const char not_pure[] =
    "this function is not pure: called again with the same numbers, it gave another answer";

/* One function with one set of numbers, twice. False once it failed. */
static bool try_part(const struct trial *trial, const struct part *part, int number, double *answer)
{
    struct exercise_file *file = trial->file;
    struct error error = {0};
    double values[NUMBER_MAX] = {0}, second;
    const char *with = case_words(&file->exercise, number, file->arena);
    case_values(&file->exercise, number, values);
    if (!exercise_functions_call(file->functions, part->function, values, answer, &error) ||
        !exercise_functions_call(file->functions, part->function, values, &second, &error)) {
        note(trial, part->id, error.line > 0 ? error.line : part->file_line, error.message, with);
        return false;
    }
    if (*answer != second)
        note(trial, part->id, part->file_line, not_pure, with);
    return *answer == second;
}

/* Functions that share a variable may each seem pure: then it matters in what order they run. */
static void try_backwards(const struct trial *trial, const double *first)
{
    const int count = trial->file->computed_count;
    for (int i = 0; i < count; i++) {
        double answer;
        const struct part *part = trial->file->computed[count - 1 - i];
        if (!try_part(trial, part, 0, &answer))
            return;
        if (answer != first[count - 1 - i])
            note(trial, part->id, part->file_line, not_pure, "");
    }
}

static void check_read(const struct trial *trial)
{
    const struct exercise *exercise = &trial->file->exercise;
    for (int i = 0; i < exercise->number_count; i++) {
        struct reader reader = {
            .faults = trial->faults, .arena = trial->file->arena, .file = exercise->file};
        if (!exercise_functions_read(trial->file->functions, i))
            reader_fault(&reader, NULL, "no function reads the number '%s': it changes nothing",
                         exercise->numbers[i].id);
    }
}

static bool same_words(const struct text *left, const struct text *right)
{
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        if (strcmp(left->words[i], right->words[i]) != 0)
            return false;
    return true;
}

/* The model answer with one set of numbers, twice. False once it failed. */
static bool try_model(const struct trial *trial, int number)
{
    struct exercise_file *file = trial->file;
    struct error error = {0};
    struct text first, second;
    double values[NUMBER_MAX] = {0};
    struct arena *arena = arena_new();
    const char *with = case_words(&file->exercise, number, file->arena);
    case_values(&file->exercise, number, values);
    bool good = exercise_functions_text(file->functions, file->model_function, values, arena,
                                        &first, &error) &&
                exercise_functions_text(file->functions, file->model_function, values, arena,
                                        &second, &error);
    if (!good)
        note(trial, "model", error.line > 0 ? error.line : file->model_line, error.message, with);
    else if (!same_words(&first, &second))
        note(trial, "model", file->model_line, not_pure, with);
    good = good && same_words(&first, &second);
    arena_free(arena);
    return good;
}

static void try_functions(struct exercise_file *file, struct fault_list *faults)
{
    struct trial trial = {file, faults};
    double first[TASK_MAX * PART_MAX] = {0}, answer;
    exercise_functions_bind(file->functions, &file->exercise);
    for (int i = 0; i < file->computed_count; i++) {
        bool good = try_part(&trial, file->computed[i], 0, &first[i]);
        for (int number = 1; good && number < case_count(&file->exercise); number++)
            good = try_part(&trial, file->computed[i], number, &answer);
    }
    if (faults->count == 0)
        try_backwards(&trial, first);
    if (faults->count == 0)
        check_read(&trial);
    /* The model answer only tells what comes out: a number that it alone reads changes nothing. */
    bool good = faults->count == 0 && file->model_function != FUNCTION_NONE;
    for (int number = 0; good && number < case_count(&file->exercise); number++)
        good = try_model(&trial, number);
}

/* ------------------------------------------------------------------------------ numbers ---- */

static bool number_is_allowed(const struct number *number, double value, struct error *error)
{
    const char *label = number->label.words[words_language()];
    if (!isfinite(value) || value < number->low || value > number->high)
        return error_set(error, ERROR_USAGE, _("%s (%s) is %g: it goes from %g to %g"), number->id,
                         label, value, number->low, number->high);
    return !number->whole || floor(value) == value ||
           error_set(error, ERROR_USAGE, _("%s (%s) is %g: it must be a whole number"), number->id,
                     label, value);
}

static bool compute_model(struct exercise_file *file, const double *values, struct text *model,
                          struct error *error)
{
    struct error found = {0};
    *model = file->exercise.model;
    return file->model_function == FUNCTION_NONE ||
           exercise_functions_text(file->functions, file->model_function, values, file->arena,
                                   model, &found) ||
           error_at(error, ERROR_SCENARIO, file->exercise.file,
                    found.line > 0 ? found.line : file->model_line, "'model': %s", found.message);
}

bool exercise_file_numbers(struct exercise_file *file, const double *numbers, struct error *error)
{
    const struct exercise *exercise = &file->exercise;
    struct text model;
    double values[NUMBER_MAX], expected[TASK_MAX * PART_MAX];
    for (int i = 0; i < exercise->number_count; i++) {
        values[i] = numbers ? numbers[i] : exercise->numbers[i].value;
        if (!number_is_allowed(&exercise->numbers[i], values[i], error))
            return false;
    }
    for (int i = 0; i < file->computed_count; i++) {
        const struct part *part = file->computed[i];
        struct error found = {0};
        if (!exercise_functions_call(file->functions, part->function, values, &expected[i], &found))
            return error_at(error, ERROR_SCENARIO, exercise->file,
                            found.line > 0 ? found.line : part->file_line, "'%s': %s", part->id,
                            found.message);
    }
    if (!compute_model(file, values, &model, error))
        return false;
    file->exercise.model = model;
    for (int i = 0; i < file->computed_count; i++)
        file->computed[i]->expected = expected[i];
    for (int i = 0; i < exercise->number_count; i++)
        file->values[i] = values[i];
    return true;
}

const double *exercise_file_values(const struct exercise_file *file)
{
    return file->values;
}

/* -------------------------------------------------------------------------------- whole ---- */

static bool begin(struct exercise_file *file, struct error *error)
{
    file->arena = arena_new();
    file->sandbox = sandbox_new(NULL, error);
    if (!file->sandbox)
        return false;
    construct_register(file->sandbox);
    file->functions = exercise_functions_new(file->sandbox, error);
    return file->functions != NULL;
}

static void build_all(struct exercise_file *file, const struct bundle *bundle,
                      struct fault_list *found)
{
    struct build build = {
        .sandbox = file->sandbox, .arena = file->arena, .faults = found, .bundle = bundle};
    struct exercise_build exercise = {
        .build = &build, .exercise = &file->exercise, .functions = file->functions};
    build_sourced(&build, CONSTRUCT_EXERCISE, read_exercise, &exercise);
    file->sources = build.sources;
    file->source_count = build.source_count;
    memcpy(file->digest, bundle->digest, sizeof file->digest);
    memcpy(file->computed, exercise.computed, sizeof file->computed);
    file->computed_count = exercise.computed_count;
    file->model_function = exercise.model_function;
    file->model_line = exercise.model_line;
    if (found->count == 0)
        try_functions(file, found);
}

struct exercise_file *exercise_file_load(const struct bundle *bundle, struct fault_list *faults,
                                         struct error *error)
{
    struct fault_list found = {0};
    struct exercise_file *file = calloc(1, sizeof *file);
    if (!file)
        abort();
    if (!begin(file, error)) {
        exercise_file_free(file);
        return NULL;
    }
    build_all(file, bundle, &found);
    bool good = found.count == 0;
    if (!good)
        build_refuse(&found, faults, error);
    if (!good || !exercise_file_numbers(file, NULL, error)) {
        exercise_file_free(file);
        return NULL;
    }
    return file;
}

void exercise_file_free(struct exercise_file *file)
{
    if (!file)
        return;
    exercise_functions_free(file->functions);
    sandbox_free(file->sandbox);
    arena_free(file->arena);
    free(file);
}

const struct exercise *exercise_file_exercise(const struct exercise_file *file)
{
    return &file->exercise;
}

const char *exercise_file_digest(const struct exercise_file *file)
{
    return file->digest;
}

const struct text *exercise_file_source_title(const struct exercise_file *file, const char *source)
{
    int index = term_find(file->sources, file->source_count, source);
    return index < 0 ? NULL : &file->sources[index].label;
}
