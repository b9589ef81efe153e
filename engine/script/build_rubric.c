/* build_rubric.c: reads the rubric, whose criteria the program knows by name and order. */
#include <string.h>

#include "core/rubric.h"
#include "script/build.h"

/* A marker compares five of these at a glance. */
static void check_length(struct reader *reader, const struct text *text)
{
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        int width = text_width(text->words[language]);
        if (width > ANCHOR_CELLS)
            reader_fault(reader, language_code((enum language)language),
                         "this anchor is %d cells wide: keep to %d (45 Chinese characters)", width,
                         ANCHOR_CELLS);
    }
}

static void check_apart(struct reader *reader, const struct text *texts, int count)
{
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        const char *words = texts[count].words[language];
        for (int i = 0; i < count && words[0]; i++) {
            if (strcmp(texts[i].words[language], words) == 0)
                reader_fault(reader, language_code((enum language)language),
                             "levels %d and %d have the same anchor", i + 1, count + 1);
        }
    }
}

/* The value at the top: a list of one text a level. */
static void build_levels(struct build *build, struct reader *reader, const char *key,
                         struct text levels[LEVEL_MAX])
{
    int faults = reader_faults(reader);
    int length = reader_length(reader);
    for (int i = 0; i < LEVEL_MAX; i++)
        levels[i] = text_empty(key);
    if (length != LEVEL_MAX && reader_faults(reader) == faults)
        reader_fault(reader, NULL, "%d anchors here: write one for each of the %d levels", length,
                     LEVEL_MAX);
    for (int i = 0; i < LEVEL_MAX && i < length; i++) {
        size_t at = reader_enter_at(reader, i + 1);
        lua_rawgeti(reader->lua, -1, i + 1);
        levels[i] = reader_text(reader, arena_printf(build->arena, "%s.%d", key, i + 1));
        check_length(reader, &levels[i]);
        check_apart(reader, levels, i);
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
}

static void build_levels_field(struct build *build, struct reader *reader, const char *field,
                               const char *key, struct text levels[LEVEL_MAX])
{
    if (!reader_field(reader, field)) {
        reader_fault(reader, NULL, "'%s' is missing here: a list of %d texts", field, LEVEL_MAX);
        return;
    }
    size_t mark = reader_enter(reader, field);
    build_levels(build, reader, key, levels);
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
}

/* Gradings are kept by these ids and this order. */
static void check_criterion(struct reader *reader, int number, const char *id)
{
    const char *expected = criterion_id((enum criterion)number);
    if (strcmp(id, expected) != 0)
        reader_fault(reader, "id", "criterion %d is '%s', not '%s'", number + 1, expected, id);
}

static void build_criterion(struct build *build, struct reader *reader, int number,
                            struct rubric_criterion *criterion)
{
    static const char *const known[] = {"id", "source", "title", "note", "anchors", NULL};
    const char *id = criterion_id((enum criterion)number);
    *criterion =
        (struct rubric_criterion){.id = id, .title = text_empty(id), .note = text_empty(id)};
    for (int i = 0; i < LEVEL_MAX; i++)
        criterion->anchors[i] = text_empty(id);
    if (!reader_check_keys(reader, known))
        return;
    check_criterion(reader, number, reader_string_field(reader, "id", true, id));
    criterion->title = reader_text_field(reader, "title", true, id);
    criterion->note =
        reader_text_field(reader, "note", false, arena_printf(build->arena, "%s.note", id));
    criterion->source_count = build_strings(build, reader, "source", &criterion->sources);
    build_levels_field(build, reader, "anchors", id, criterion->anchors);
}

static void build_criteria(struct build *build, struct reader *reader, struct rubric *rubric)
{
    if (!reader_field(reader, "criteria")) {
        reader_fault(reader, NULL, "'criteria' is missing here");
        return;
    }
    size_t mark = reader_enter(reader, "criteria");
    int faults = reader_faults(reader);
    int length = reader_length(reader);
    if (length != CRITERION_COUNT && reader_faults(reader) == faults)
        reader_fault(reader, NULL, "%d criteria here: there are %d, from '%s' to '%s'", length,
                     (int)CRITERION_COUNT, criterion_id(CRITERION_OPENING),
                     criterion_id(CRITERION_CONDUCT));
    for (int i = 0; i < CRITERION_COUNT && i < length; i++) {
        size_t at = reader_enter_at(reader, i + 1);
        lua_rawgeti(reader->lua, -1, i + 1);
        build_criterion(build, reader, i, &rubric->criteria[i]);
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
}

void build_rubric(struct build *build, struct reader *reader, struct rubric *rubric)
{
    static const char *const known[] = {"criteria", "overall", NULL};
    construct_push(reader->lua, -1, 1);
    rubric->id = reader_id(reader);
    rubric->file = reader->file;
    lua_pop(reader->lua, 1);
    construct_push(reader->lua, -1, 2);
    if (reader_check_keys(reader, known)) {
        build_criteria(build, reader, rubric);
        build_levels_field(build, reader, "overall", "overall", rubric->overall);
    }
    lua_pop(reader->lua, 1);
}
