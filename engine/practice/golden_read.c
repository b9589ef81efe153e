/*
 * golden_read.c: reads a case and holds it against itself.
 */
#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "practice/golden_parts.h"

enum section { SECTION_HEAD, SECTION_BLOCK, SECTION_VERDICTS, SECTION_SCORE };

struct reader {
    struct golden_case *golden;
    int line;
    enum section section;
    struct error *error;
};

static bool wrong(const struct reader *reader, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static bool wrong(const struct reader *reader, const char *format, ...)
{
    char message[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return error_at(reader->error, ERROR_SCENARIO, reader->golden->path, reader->line, "%s",
                    message);
}

static bool is_one_of(const char *word, const char *const *words)
{
    while (*words && strcmp(*words, word) != 0)
        words++;
    return *words != NULL;
}

/* Cuts the first word off `*rest`, which moves on to what follows; "" when there is none. */
static char *cut_word(char **rest)
{
    char *word = *rest + strspn(*rest, " ");
    char *end = word + strcspn(word, " ");
    *rest = end + strspn(end, " ");
    *end = '\0';
    return word;
}

static bool parse_count(const char *text, int most, int *number)
{
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    *number = (int)value;
    return errno == 0 && end != text && *end == '\0' && value >= 0 && value <= most;
}

static bool parse_seconds(const char *text, int64_t *milliseconds)
{
    char *end;
    double seconds = strtod(text, &end);
    *milliseconds = (int64_t)(seconds * 1000 + 0.5);
    return end != text && *end == '\0' && seconds >= 0 && seconds < 3600;
}

/* ---------------------------------------------------------------------------- the head ---- */

static bool read_seed(struct reader *reader, const char *text)
{
    char *end;
    errno = 0;
    reader->golden->seed = strtoull(text, &end, 10);
    if (errno != 0 || *end != '\0' || reader->golden->seed == 0)
        return wrong(reader, "'%s' is no seed", text);
    return true;
}

static bool read_mode(struct reader *reader, const char *text)
{
    for (int i = 0; i < MODE_COUNT; i++) {
        if (strcmp(text, mode_name((enum mode)i)) == 0) {
            reader->golden->mode = (enum mode)i;
            return true;
        }
    }
    return wrong(reader, "'%s' is no mode", text);
}

/* One of the lines before the opening. */
static bool read_head(struct reader *reader, const char *word, const char *text)
{
    struct golden_case *golden = reader->golden;
    if (strcmp(word, "case") == 0) {
        golden->title = text;
    } else if (strcmp(word, "scenario") == 0) {
        golden->scenario = text;
        golden->scenario_line = reader->line;
    } else if (strcmp(word, "seed") == 0) {
        return read_seed(reader, text);
    } else if (strcmp(word, "mode") == 0) {
        return read_mode(reader, text);
    } else if (strcmp(word, "language") == 0) {
        if (!language_parse(text, &golden->language))
            return wrong(reader, "'%s' is no language", text);
    } else {
        golden->draws = text;
        golden->draws_line = reader->line;
    }
    return true;
}

/* --------------------------------------------------------------------------- the moves ---- */

static bool read_block(struct reader *reader, enum golden_kind kind, char *rest)
{
    struct golden_case *golden = reader->golden;
    if ((kind == GOLDEN_OPENING) != (golden->block_count == 0))
        return wrong(reader, "the opening comes first, and once: '%s'", golden_kind_word(kind));
    if (golden->block_count == GOLDEN_BLOCKS_MAX)
        return wrong(reader, "too many moves: '%s'", golden_kind_word(kind));
    struct golden_block *block = &golden->blocks[golden->block_count++];
    *block = (struct golden_block){.kind = kind, .line = reader->line, .response = ""};
    reader->section = SECTION_BLOCK;
    if (kind == GOLDEN_OPENING)
        return rest[0] == '\0' || wrong(reader, "'%s' is too much", rest);
    if (kind == GOLDEN_PICK || kind == GOLDEN_LATE)
        block->response = cut_word(&rest);
    if (!parse_seconds(rest, &block->think_ms))
        return wrong(reader, "'%s' is no number of seconds", rest);
    return true;
}

static bool add_line(struct reader *reader, struct golden_line *lines, int *count, const char *word,
                     const char *text)
{
    if (text[0] == '\0')
        return wrong(reader, "nothing follows '%s'", word);
    if (*count == GOLDEN_LINES_MAX)
        return wrong(reader, "too many lines here: '%s'", word);
    lines[(*count)++] = (struct golden_line){.line = reader->line, .word = word, .text = text};
    return true;
}

static bool read_said(struct reader *reader, const char *word, const char *text)
{
    static const char *const known[] = {"acts",     "me",   "coach", "entry",   "scene",
                                        "customer", "cues", "mood",  "offered", NULL};
    struct golden_block *block = &reader->golden->blocks[reader->golden->block_count - 1];
    if (!is_one_of(word, known))
        return wrong(reader, "'%s' is no line of a move", word);
    return add_line(reader, block->lines, &block->line_count, word, text);
}

/* ------------------------------------------------------------------------ the verdicts ---- */

/* "+3": kept by turn 3; "-5": broken by it. */
static bool read_turn(struct reader *reader, struct golden_verdict *verdict, const char *word)
{
    int turn = 0;
    bool good = word[0] == '+';
    if ((!good && word[0] != '-') || !parse_count(word + 1, TURN_MAX, &turn) ||
        verdict->turn_count == TURN_MAX)
        return wrong(reader, "'%s' is no turn like +3 or -3", word);
    verdict->turns[verdict->turn_count] = turn;
    verdict->turn_good[verdict->turn_count++] = good;
    return true;
}

static bool read_fraction(struct reader *reader, struct golden_verdict *verdict, char *word)
{
    char *slash = strchr(word, '/');
    if (slash)
        *slash = '\0';
    if (!slash || !parse_count(word, EVIDENCE_MAX, &verdict->fulfilled) ||
        !parse_count(slash + 1, EVIDENCE_MAX, &verdict->of) || verdict->of == 0 ||
        verdict->fulfilled > verdict->of)
        return wrong(reader, "'%s' is no mark like 1/2", word);
    return true;
}

/* WEIGHT FULFILLED/OF VERDICT PACK/RULE [TURN...] */
static bool read_verdict(struct reader *reader, char *weight, char *rest)
{
    struct golden_case *golden = reader->golden;
    if (golden->verdict_count == RULE_MAX)
        return wrong(reader, "too many verdicts: '%s'", rest);
    struct golden_verdict *verdict = &golden->verdicts[golden->verdict_count++];
    verdict->line = reader->line;
    if (!parse_count(weight, 100, &verdict->weight) || verdict->weight == 0)
        return wrong(reader, "'%s' is no weight", weight);
    if (!read_fraction(reader, verdict, cut_word(&rest)))
        return false;
    verdict->verdict = cut_word(&rest);
    verdict->rule = cut_word(&rest);
    const char *right = verdict->fulfilled == verdict->of ? "kept"
                        : verdict->fulfilled == 0         ? "broken"
                                                          : "partly";
    if (strcmp(verdict->verdict, right) != 0)
        return wrong(reader, "such a mark is '%s'", right);
    if (!strchr(verdict->rule, '/'))
        return wrong(reader, "'%s' is no rule like service/thank", verdict->rule);
    while (rest[0] != '\0') {
        if (!read_turn(reader, verdict, cut_word(&rest)))
            return false;
    }
    return true;
}

/* --------------------------------------------------------------------------- each line ---- */

static bool read_inner(struct reader *reader, char *word, char *rest)
{
    switch (reader->section) {
    case SECTION_BLOCK:
        return read_said(reader, word, rest);
    case SECTION_VERDICTS:
        return read_verdict(reader, word, rest);
    case SECTION_SCORE:
        return add_line(reader, reader->golden->scores, &reader->golden->score_count, word, rest);
    default:
        return wrong(reader, "'%s' is indented, but belongs to nothing", word);
    }
}

static bool open_section(struct reader *reader, enum section section, int *line)
{
    if (*line != 0)
        return wrong(reader, "there are two sections of %s",
                     section == SECTION_SCORE ? "score" : "verdicts");
    *line = reader->line;
    reader->section = section;
    return true;
}

static bool read_outer(struct reader *reader, char *word, char *rest)
{
    static const char *const head[] = {"case",     "scenario", "seed", "mode",
                                       "language", "draws",    NULL};
    if (is_one_of(word, head)) {
        if (reader->section != SECTION_HEAD || rest[0] == '\0')
            return wrong(reader, "'%s' stands before the opening, with its value", word);
        return read_head(reader, word, rest);
    }
    if (strcmp(word, "verdicts") == 0 && rest[0] == '\0')
        return open_section(reader, SECTION_VERDICTS, &reader->golden->verdicts_line);
    if (strcmp(word, "score") == 0 && rest[0] == '\0')
        return open_section(reader, SECTION_SCORE, &reader->golden->score_line);
    for (int i = 0; i < GOLDEN_KIND_COUNT; i++) {
        if (strcmp(word, golden_kind_word((enum golden_kind)i)) != 0)
            continue;
        if (reader->section > SECTION_BLOCK)
            return wrong(reader, "'%s' comes after the verdicts", word);
        return read_block(reader, (enum golden_kind)i, rest);
    }
    return wrong(reader, "unknown directive '%s'", word);
}

static bool read_line(struct reader *reader, char *line)
{
    size_t length = strlen(line);
    while (length > 0 && line[length - 1] == ' ')
        line[--length] = '\0';
    size_t indent = strspn(line, " ");
    if (line[indent] == '\0' || line[indent] == '#')
        return true;
    if (strpbrk(line, "\t\r"))
        return wrong(reader, "write spaces, no tab or carriage return: '%s'", line);
    char *rest = line + indent;
    char *word = cut_word(&rest);
    return indent > 0 ? read_inner(reader, word, rest) : read_outer(reader, word, rest);
}

/* ------------------------------------------------------------------------- as a whole ---- */

static bool is_whole(struct reader *reader)
{
    const struct golden_case *golden = reader->golden;
    const struct {
        const char *name;
        bool there;
    } parts[] = {{"case", golden->title != NULL},
                 {"scenario", golden->scenario != NULL},
                 {"seed", golden->seed != 0},
                 {"mode", golden->mode != MODE_COUNT},
                 {"language", golden->language != LANGUAGE_COUNT},
                 {"draws", golden->draws != NULL},
                 {"opening", golden->block_count > 0},
                 {"move", golden->block_count > 1},
                 {"verdicts", golden->verdicts_line > 0},
                 {"score", golden->score_line > 0}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i].there)
            return wrong(reader, "the case has no '%s'", parts[i].name);
    }
    for (int i = 0; i < golden->block_count; i++) {
        reader->line = golden->blocks[i].line;
        if (golden->blocks[i].line_count == 0)
            return wrong(reader, "nothing is said after '%s'",
                         golden_kind_word(golden->blocks[i].kind));
    }
    return true;
}

/* What the verdicts of one pack ("" for all) add up to; -1 when a pack has none. */
static double add_up(const struct golden_case *golden, const char *pack)
{
    double earned = 0, weight = 0;
    size_t length = strlen(pack);
    for (int i = 0; i < golden->verdict_count; i++) {
        const struct golden_verdict *verdict = &golden->verdicts[i];
        if (length > 0 &&
            (strncmp(verdict->rule, pack, length) != 0 || verdict->rule[length] != '/'))
            continue;
        earned += (double)verdict->weight * verdict->fulfilled / verdict->of;
        weight += verdict->weight;
    }
    if (weight > 0)
        return 100 * earned / weight;
    return length == 0 ? 100 : -1;
}

/* The scores that the author wrote down are what the author's verdicts come to. */
static bool adds_up(struct reader *reader)
{
    static const char *const others[] = {"band", "passed", "critical", "ending", NULL};
    const struct golden_case *golden = reader->golden;
    int totals = 0, needed = 0;
    for (int i = 0; i < golden->score_count; i++) {
        const struct golden_line *score = &golden->scores[i];
        char *end;
        reader->line = score->line;
        needed += is_one_of(score->word, others);
        if (is_one_of(score->word, others))
            continue;
        bool total = strcmp(score->word, "total") == 0;
        double right = add_up(golden, total ? "" : score->word);
        totals += total;
        if (right < 0)
            return wrong(reader, "no verdict is of a pack '%s'", score->word);
        if (fabs(strtod(score->text, &end) - right) > 0.006 || *end != '\0')
            return wrong(reader, "the verdicts above come to %.4f", right);
    }
    reader->line = golden->score_line;
    return (totals == 1 && needed == 4) ||
           wrong(reader, "a score tells total, band, passed, critical and ending, each once");
}

struct golden_case *golden_parse(const char *path, const char *text, struct error *error)
{
    struct golden_case *golden = calloc(1, sizeof *golden);
    struct reader reader = {.golden = golden, .error = error};
    if (!golden)
        abort();
    golden->path = strdup(path);
    golden->text = strdup(text);
    golden->mode = MODE_COUNT;
    golden->language = LANGUAGE_COUNT;
    bool good = text[strspn(text, " \n")] != '\0' || wrong(&reader, "the case is empty");
    for (char *line = golden->text, *next; good && line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        reader.line++;
        good = read_line(&reader, line);
    }
    if (good && is_whole(&reader) && adds_up(&reader))
        return golden;
    golden_free(golden);
    return NULL;
}

struct golden_case *golden_read(const char *path, struct error *error)
{
    struct buffer text = {0};
    char bytes[4096];
    size_t count;
    FILE *file = fopen(path, "r");
    if (!file) {
        error_at(error, ERROR_NOT_FOUND, path, 0, "can't read this case: %s", strerror(errno));
        return NULL;
    }
    while ((count = fread(bytes, 1, sizeof bytes, file)) > 0)
        buffer_add_bytes(&text, bytes, count);
    bool whole = !ferror(file) && (!text.data || strlen(text.data) == text.length);
    fclose(file);
    struct golden_case *golden = NULL;
    if (whole)
        golden = golden_parse(path, text.data ? text.data : "", error);
    else
        error_at(error, ERROR_SYSTEM, path, 0, "can't read this case to its end");
    buffer_free(&text);
    return golden;
}

void golden_free(struct golden_case *golden)
{
    if (!golden)
        return;
    free(golden->path);
    free(golden->text);
    free(golden);
}
