/* build_vocabulary.c: reads the shared words, the form's options and the curriculum's ids. */
#include <string.h>

#include "script/build.h"

/* Logs and reports count on names of this form, and of no more than 48 characters. */
static void check_id(struct reader *reader, const char *key, const char *id)
{
    if (!id_is_valid(id))
        reader_fault(reader, key,
                     "'%s' can't be a name: use lower-case letters, digits and hyphens", id);
}

static const struct term *build_terms(struct build *build, struct reader *reader, const char *key,
                                      int limit, int *count)
{
    *count = 0;
    if (!reader_field(reader, key)) {
        reader_fault(reader, NULL, "'%s' is missing from the vocabulary", key);
        return arena_alloc(build->arena, 1, sizeof(struct term));
    }
    size_t mark = reader_enter(reader, key);
    const char *const *keys;
    int found = reader_keys(reader, &keys);
    if (found > limit) {
        reader_fault(reader, NULL, "%d %s: the engine holds at most %d", found, key, limit);
        found = limit;
    }
    struct term *terms = arena_alloc(build->arena, (size_t)found + 1, sizeof *terms);
    for (int i = 0; i < found; i++) {
        check_id(reader, keys[i], keys[i]);
        terms[i] = (struct term){.id = keys[i],
                                 .label = reader_text_field(reader, keys[i], true, keys[i])};
    }
    reader_leave(reader, mark);
    lua_pop(reader->lua, 1);
    *count = found;
    return terms;
}

/* "shown_by": names that may be acts or cues. */
static void build_shown_by(struct build *build, struct reader *reader, struct form_option *option)
{
    struct operand shown = {0};
    if (!reader_field(reader, "shown_by"))
        return;
    size_t mark = reader_enter(reader, "shown_by");
    int length = reader_length(reader);
    for (int i = 1; i <= length; i++) {
        size_t at = reader_enter_at(reader, i);
        lua_rawgeti(reader->lua, -1, i);
        build_word(build, reader, &shown);
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
    option->acts = shown.acts;
    option->cues = shown.cues;
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
}

static void build_option(struct build *build, struct reader *reader, struct form_option *option)
{
    static const char *const known[] = {"id", "zh", "en", "shown_by", "always", NULL};
    option->term.id = "";
    if (!reader_check_keys(reader, known))
        return;
    option->term.id = reader_string_field(reader, "id", true, "");
    if (option->term.id[0])
        check_id(reader, "id", option->term.id);
    option->term.label = text_empty(option->term.id);
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        option->term.label.words[language] =
            reader_string_field(reader, language_code((enum language)language), true, "");
    option->always = reader_boolean_field(reader, "always", false);
    int faults = reader_faults(reader);
    build_shown_by(build, reader, option);
    if (reader_faults(reader) == faults && option->always == (option->acts || option->cues))
        reader_fault(reader, NULL, "an option has either shown_by or always = true");
}

static void build_field(struct build *build, struct reader *reader, enum form_field field,
                        const char *key)
{
    if (!reader_field(reader, key)) {
        reader_fault(reader, NULL, "'%s' is missing from the form", key);
        return;
    }
    size_t mark = reader_enter(reader, key);
    int length = reader_length(reader), always = 0;
    struct form_option *options = arena_alloc(build->arena, (size_t)length + 1, sizeof *options);
    for (int i = 1; i <= length; i++) {
        size_t at = reader_enter_at(reader, i);
        lua_rawgeti(reader->lua, -1, i);
        build_option(build, reader, &options[i - 1]);
        always += options[i - 1].always;
        for (int j = 0; j < i - 1; j++)
            if (strcmp(options[j].term.id, options[i - 1].term.id) == 0)
                reader_fault(reader, "id", "a second option '%s' in this field",
                             options[j].term.id);
        lua_pop(reader->lua, 1);
        reader_leave(reader, at);
    }
    if (always != 1)
        reader_fault(reader, NULL,
                     "exactly one option must be always = true: the one that claims nothing");
    build->vocabulary->form_options[field] = options;
    build->vocabulary->form_option_count[field] = length;
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
}

static void build_form(struct build *build, struct reader *reader)
{
    static const char *const known[] = {"consent", "signal", "business", "need", "outcome", NULL};
    if (!reader_field(reader, "form")) {
        reader_fault(reader, NULL, "'form' is missing from the vocabulary");
        return;
    }
    size_t mark = reader_enter(reader, "form");
    reader_check_keys(reader, known);
    build_field(build, reader, FORM_SIGNAL, "signal");
    build_field(build, reader, FORM_BUSINESS, "business");
    build_field(build, reader, FORM_NEED, "need");
    build_field(build, reader, FORM_OUTCOME, "outcome");
    if (reader_field(reader, "consent")) {
        size_t at = reader_enter(reader, "consent");
        build->vocabulary->consent_cues =
            reader_terms(reader, "cue", build->vocabulary->cues, build->vocabulary->cue_count);
        reader_leave(reader, at);
        lua_pop(reader->lua, 1);
    }
    lua_pop(reader->lua, 1);
    reader_leave(reader, mark);
}

/* Rules name acts and cues alike: a word that is both would mean two things. */
static void check_words_differ(struct build *build, struct reader *reader)
{
    const struct vocabulary *words = build->vocabulary;
    size_t mark = reader_enter(reader, "cues");
    for (int i = 0; i < words->cue_count; i++)
        if (term_find(words->acts, words->act_count, words->cues[i].id) >= 0)
            reader_fault(reader, words->cues[i].id, "'%s' is both an act and a cue",
                         words->cues[i].id);
    reader_leave(reader, mark);
}

static int engine_act(struct build *build, struct reader *reader, const char *id)
{
    int act = term_find(build->vocabulary->acts, build->vocabulary->act_count, id);
    if (act < 0)
        reader_fault(reader, "acts", "the act '%s' is missing: the engine adds it to a filed form",
                     id);
    return act < 0 ? 0 : act;
}

void build_vocabulary(struct build *build, struct reader *reader)
{
    static const char *const known[] = {"roles", "acts", "cues", "endings", "form", NULL};
    struct vocabulary *words = build->vocabulary;
    construct_push(reader->lua, -1, 1);
    reader_check_keys(reader, known);
    words->roles = build_terms(build, reader, "roles", 32, &words->role_count);
    words->acts = build_terms(build, reader, "acts", ACT_MAX, &words->act_count);
    words->cues = build_terms(build, reader, "cues", CUE_MAX, &words->cue_count);
    words->endings = build_terms(build, reader, "endings", 32, &words->ending_count);
    check_words_differ(build, reader);
    build_form(build, reader);
    words->act_file_form = engine_act(build, reader, "file-form");
    words->act_form_truthful = engine_act(build, reader, "form-truthful");
    words->act_form_incomplete = engine_act(build, reader, "form-incomplete");
    words->act_form_unfounded = engine_act(build, reader, "form-unfounded");
    words->act_form_no_consent = engine_act(build, reader, "form-no-consent");
    lua_pop(reader->lua, 1);
}

void build_sources(struct build *build, struct reader *reader)
{
    const char *const *keys;
    construct_push(reader->lua, -1, 1);
    build->source_count = reader_keys(reader, &keys);
    build->sources =
        arena_alloc(build->arena, (size_t)build->source_count + 1, sizeof *build->sources);
    for (int i = 0; i < build->source_count; i++)
        build->sources[i] = (struct term){
            .id = keys[i], .label = reader_text_field(reader, keys[i], true, keys[i])};
    lua_pop(reader->lua, 1);
}

void build_check_source(struct build *build, struct reader *reader, const char *key,
                        const char *source)
{
    const char *known[1000];
    if (term_find(build->sources, build->source_count, source) >= 0)
        return;
    for (int i = 0; i < build->source_count; i++)
        known[i] = build->sources[i].id;
    reader_fault(reader, key, "unknown curriculum id '%s'%s", source,
                 reader_suggestion(reader, source, known, build->source_count));
    reader_fault_is(reader, FAULT_SOURCE);
}
