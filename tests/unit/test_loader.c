/*
 * test_loader.c: what the loader says of files, one fault a file.
 *
 * tests/cases/scenarios holds a vocabulary, sources, two packs and scenarios that load; its folder
 * `faults` holds files with one fault each. Such a file begins with comments that say what must
 * come of it, no more and no less:
 *
 *     -- expect: LINE: part of a message     one line for each fault; LINE 0: the whole file
 *     -- as: vocabulary.lua                  it stands for that file; else it is the scenario
 *     -- without: sources.lua                that file is left out
 *     -- play: ask push                      it loads, and playing these responses meets the fault
 *
 * Every format of a fault in engine/script must be met by some file: the sources are read for them.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "core/session.h"
#include "script/loader.h"
#include "unit/small.h"

/* Raise it with the files; a file that is not read has not passed. */
enum { FAULT_FILES = 231, HEADS_MAX = 24 };

/* ---- Files with a fault --------------------------------------------------------------------- */

struct expectation {
    int line;
    char message[200];
    bool met;
};

struct fault_file {
    char *text;
    size_t length;
    struct expectation expected[HEADS_MAX];
    int count;
    char as[40], without[40], play[80];
    bool plays;
};

/* All messages that were met, one a line: which formats have been seen. */
static struct buffer messages;

static void read_heads(const char *name, struct fault_file *file)
{
    for (const char *at = file->text; strncmp(at, "-- ", 3) == 0; at = strchr(at, '\n') + 1) {
        char line[300], *value;
        snprintf(line, sizeof line, "%.*s", (int)strcspn(at, "\n"), at + 3 - 3);
        value = strchr(line, ':');
        assert_non_null(value);
        *value++ = '\0';
        value += strspn(value, " ");
        if (strcmp(line, "-- expect") == 0) {
            struct expectation *expected = &file->expected[file->count++];
            assert_true(file->count <= HEADS_MAX);
            expected->line = (int)strtol(value, &value, 10);
            snprintf(expected->message, sizeof expected->message, "%s",
                     value + strspn(value, ": "));
        } else if (strcmp(line, "-- as") == 0) {
            snprintf(file->as, sizeof file->as, "%s", value);
        } else if (strcmp(line, "-- without") == 0) {
            snprintf(file->without, sizeof file->without, "%s", value);
        } else if (strcmp(line, "-- play") == 0) {
            file->plays = true;
            snprintf(file->play, sizeof file->play, "%s", value);
        } else {
            fail_msg("%s: unknown head '%s'", name, line);
        }
    }
    if (file->count == 0)
        fail_msg("%s expects nothing", name);
}

static void add_shared(struct bundle *bundle, const char *name, const struct fault_file *file)
{
    size_t length;
    if (strcmp(name, file->without) == 0)
        return;
    if (strcmp(name, file->as) == 0) {
        bundle_add(bundle, name, file->text, file->length);
        return;
    }
    char *path = small_path(name), *text = small_read(path, &length);
    bundle_add(bundle, name, text, length);
    free(text);
    free(path);
}

/* The bundle that the file belongs in. */
static struct bundle *bundle_of(const char *name, const struct fault_file *file)
{
    struct bundle *bundle = bundle_new("");
    if (file->as[0]) {
        size_t length;
        char *path = small_path("tiny.lua"), *text = small_read(path, &length);
        bundle_add(bundle, "tiny.lua", text, length);
        free(text);
        free(path);
    } else {
        bundle_add(bundle, name, file->text, file->length);
    }
    add_shared(bundle, "vocabulary.lua", file);
    add_shared(bundle, "sources.lua", file);
    add_shared(bundle, "rules/other.lua", file);
    add_shared(bundle, "rules/small.lua", file);
    bundle_seal(bundle);
    return bundle;
}

static void print_found(const struct fault_list *faults)
{
    for (int i = 0; i < faults->count; i++)
        print_message("    %s:%d: %s\n", faults->faults[i].file, faults->faults[i].line,
                      faults->faults[i].message);
}

/* True when a fault on that line with that message was expected, and not met yet. */
static bool meet(struct fault_file *file, int line, const char *message)
{
    buffer_printf(&messages, "%s\n", message);
    for (int i = 0; i < file->count; i++) {
        struct expectation *expected = &file->expected[i];
        if (!expected->met && expected->line == line && strstr(message, expected->message)) {
            expected->met = true;
            return true;
        }
    }
    return false;
}

static bool is_clean_sentence(const char *text)
{
    return text[0] && text_is_clean(text, strlen(text)) && !strchr(text, '\n');
}

static bool check_faults(const char *name, struct fault_file *file, const struct fault_list *faults,
                         const struct error *error)
{
    const char *wanted = file->as[0] ? file->as : name;
    bool good = faults->count == file->count && faults->dropped == 0;
    for (int i = 0; i < faults->count; i++) {
        const struct fault *fault = &faults->faults[i];
        bool elsewhere = strcmp(fault->file, wanted) != 0 && !file->without[0];
        good &= meet(file, fault->line, fault->message) && !elsewhere;
        good &= is_clean_sentence(fault->message);
    }
    if (faults->count > 0)
        good &= strstr(error->message, faults->faults[0].message) == error->message &&
                error->line == faults->faults[0].line && error->code == ERROR_SCENARIO;
    if (!good) {
        print_message("%s expects:\n", name);
        for (int i = 0; i < file->count; i++)
            print_message("    %d: %s\n", file->expected[i].line, file->expected[i].message);
        print_message("  and has:\n");
        print_found(faults);
    }
    return good;
}

/* Plays what the file says; `error` is the last move's (or that of beginning). */
static bool play(const struct fault_file *file, const struct loaded *loaded, struct error *error)
{
    char picks[80], *rest;
    const struct scenario *scenario = loaded_scenario(loaded);
    struct session *session =
        session_new(scenario, loaded_evaluator(loaded), 1, MODE_PRACTICE, error);
    bool done = session != NULL;
    snprintf(picks, sizeof picks, "%s", file->play);
    for (char *id = strtok_r(picks, " ", &rest); done && id; id = strtok_r(NULL, " ", &rest)) {
        int events = session_event_count(session);
        struct state before = *session_state(session);
        const struct node *node = &scenario->nodes[before.node];
        done = session_pick(session, node_find_response(node, id), 0, error);
        if (!done) {
            assert_int_equal(session_event_count(session), events);
            assert_memory_equal(session_state(session), &before, sizeof before);
        }
    }
    session_free(session);
    return done;
}

static bool check_play(const char *name, struct fault_file *file, const struct loaded *loaded)
{
    struct error error = {0}, again = {0};
    if (play(file, loaded, &error)) {
        print_message("%s plays without a fault\n", name);
        return false;
    }
    bool good = file->count == 1 && meet(file, error.line, error.message) &&
                strcmp(error.file, name) == 0 && error.code == ERROR_SCENARIO &&
                is_clean_sentence(error.message);
    if (!good)
        print_message("%s expects %d: %s\n  and has %s:%d: %s\n", name, file->expected[0].line,
                      file->expected[0].message, error.file, error.line, error.message);
    good &= !play(file, loaded, &again) && strcmp(error.message, again.message) == 0;
    return good;
}

static bool check_file(const char *name)
{
    struct fault_file file = {0};
    struct fault_list faults = {0};
    struct error error = {0};
    char rest[300];
    snprintf(rest, sizeof rest, "faults/%s", name);
    char *path = small_path(rest);
    file.text = small_read(path, &file.length);
    free(path);
    read_heads(name, &file);
    struct bundle *bundle = bundle_of(name, &file);
    struct loaded *loaded = scenario_load(bundle, &faults, &error);
    bool good = file.plays && loaded ? check_play(name, &file, loaded)
                                     : check_faults(name, &file, &faults, &error);
    if (file.plays && !loaded)
        print_message("%s does not load\n", name);
    assert_true(!loaded || faults.count == 0);
    loaded_free(loaded);
    bundle_free(bundle);
    fault_list_free(&faults);
    free(file.text);
    return good;
}

static int is_lua(const struct dirent *entry)
{
    return strstr(entry->d_name, ".lua") != NULL;
}

static void every_fault_is_told_with_its_line(void **unused)
{
    (void)unused;
    struct dirent **entries;
    int bad = 0;
    char *folder = small_path("faults");
    int count = scandir(folder, &entries, is_lua, alphasort);
    free(folder);
    for (int i = 0; i < count; i++) {
        bad += !check_file(entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    assert_int_equal(count, FAULT_FILES);
    if (bad > 0)
        fail_msg("%d files are not told right", bad);
}

/* ---- Formats of faults in the sources -------------------------------------------------------- */

/* Reads the C string at `at` (past the quote) into `out`; returns what follows it. */
static const char *read_literal(const char *at, struct buffer *out)
{
    for (; *at != '"'; at++) {
        if (*at == '\\')
            at++;
        buffer_add_bytes(out, at, 1);
    }
    return at + 1;
}

/* Whether `message` holds, in order, what stands between the conversions of `format`. */
static bool has_format(const char *message, const char *format)
{
    while (*format) {
        char piece[200];
        size_t length = strcspn(format, "%");
        snprintf(piece, sizeof piece, "%.*s", (int)length, format);
        message = strstr(message, piece);
        if (!message)
            return false;
        message += strlen(piece);
        format += length;
        if (*format == '%')
            format += 1 + strcspn(format + 1, "sdg") + 1;
    }
    return true;
}

static bool was_met(const char *format)
{
    char message[600];
    for (const char *at = messages.data; *at; at += strcspn(at, "\n") + 1) {
        snprintf(message, sizeof message, "%.*s", (int)strcspn(at, "\n"), at);
        if (has_format(message, format))
            return true;
    }
    return false;
}

/* The format of the call at `at`: the literals that follow each other, after a literal key. */
static void read_format(const char *at, struct buffer *format)
{
    const char *key = at + strcspn(at, ",") + 1;
    key += strspn(key, " \n");
    if (*key == '"') {
        struct buffer ignored = {0};
        at = read_literal(key + 1, &ignored);
        buffer_free(&ignored);
    }
    at += strcspn(at, "\"");
    while (*at == '"') {
        at = read_literal(at + 1, format);
        at += strspn(at, " \n");
    }
}

static int check_formats(const char *source, const char *call, int *unmet)
{
    int found = 0;
    for (const char *at = strstr(source, call); at; at = strstr(at + 1, call)) {
        struct buffer format = {0};
        buffer_add(&format, "");
        read_format(at, &format);
        found++;
        if (!was_met(format.data)) {
            print_message("no file has: %s\n", format.data);
            (*unmet)++;
        }
        buffer_free(&format);
    }
    return found;
}

static void every_fault_that_is_known_was_met(void **unused)
{
    (void)unused;
    static const char *const sources[] = {"reader",         "build_nodes",      "build_rules",
                                          "build_scenario", "build_vocabulary", "loader"};
    int found = 0, unmet = 0;
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        char name[80];
        size_t length;
        snprintf(name, sizeof name, "engine/script/%s.c", sources[i]);
        char *path = source_path(name), *source = small_read(path, &length);
        found += check_formats(source, "reader_fault(reader, ", &unmet);
        found += check_formats(source, "reader_fault(&task->reader, ", &unmet);
        found += check_formats(source, "error_set(&error, ERROR_", &unmet);
        found += check_formats(source, "snprintf(error.message, sizeof error.message", &unmet);
        free(source);
        free(path);
    }
    assert_true(found >= 90);
    assert_int_equal(unmet, 0);
}

/*
 * ---- Files that load --------------------------------------------------------------------------
 */

static void assert_text(const struct text *text, const char *key, const char *zh, const char *en)
{
    assert_string_equal(text->key, key);
    assert_string_equal(text->words[LANGUAGE_ZH], zh);
    assert_string_equal(text->words[LANGUAGE_EN], en);
}

static void the_head_is_as_written(void **unused)
{
    (void)unused;
    struct loaded *loaded = small_load("tiny.lua");
    const struct scenario *scenario = loaded_scenario(loaded);
    assert_string_equal(scenario->id, "tiny");
    assert_text(&scenario->title, "title", "小场景", "A tiny scenario");
    assert_text(&scenario->brief, "brief", "简短说明", "What the trainee is told");
    assert_text(&scenario->card, "card", "顾客的卡片", "What the customer is told");
    assert_string_equal(scenario->role, "teller");
    assert_string_equal(scenario->role_label.words[LANGUAGE_EN], "Teller");
    assert_int_equal(scenario->source_count, 2);
    assert_string_equal(scenario->sources[1], "S-2.1");
    assert_string_equal(loaded_source_title(loaded, "S-2.1")->words[LANGUAGE_EN],
                        "The second paragraph");
    assert_null(loaded_source_title(loaded, "S-3"));
    assert_int_equal(scenario->turns, 4);
    assert_string_equal(scenario->nodes[scenario->start].id, "counter");

    const struct customer *customer = &scenario->customer;
    assert_text(&customer->name, "customer.name", "王先生", "Mr Wang");
    assert_text(&customer->surname, "customer.surname", "王", "Wang");
    assert_int_equal(customer->age, 46);
    assert_int_equal(customer->familiarity, 2);
    assert_int_equal(customer->mood, MOOD_NEUTRAL);
    assert_int_equal(customer->look_count, 2);
    assert_text(&customer->looks[1], "customer.looks.2", "拿着号", "Holds a ticket");

    assert_int_equal(scenario->variable_count, 2);
    assert_string_equal(scenario->variables[0].id, "asked"); /* on one line: by name */
    assert_true(scenario->variables[0].is_flag);
    assert_false(scenario->variables[1].is_flag);
    assert_int_equal(scenario->variables[1].high, 4);
    assert_int_equal(scenario->variables[1].start, 3);
    assert_int_equal(scenario->draw_count, 2);
    assert_string_equal(scenario->draws[0].id, "hurry");
    assert_int_equal(scenario->draws[0].weight_sum, 4);
    assert_int_equal(scenario->draws[1].weight_sum, 3);
    assert_string_equal(scenario->draws[1].values[0], "return");
    assert_int_equal(scenario->draws[1].weights[0], 1);
    loaded_free(loaded);
}

static void the_graph_is_as_written(void **unused)
{
    (void)unused;
    struct loaded *loaded = small_load("tiny.lua");
    const struct scenario *scenario = loaded_scenario(loaded);
    const struct vocabulary *words = scenario->vocabulary;
    assert_int_equal(scenario->node_count, 5);
    const struct node *node = &scenario->nodes[0], *thanks = &scenario->nodes[3];
    assert_string_equal(node->id, "counter");
    assert_int_equal(node->file_line, 25);
    assert_text(&node->scene.variants[0], "counter.scene", "他走过来", "He comes up");
    assert_int_equal(node->scene.selector.case_count, 1);
    assert_int_equal(node->says.selector.case_count, 2);
    assert_text(&node->says.variants[1], "counter.says.return", "要收益", "For a return");
    assert_string_equal(node->says.selector.cases[0], "saving");
    assert_int_equal(node->hint, term_find(words->acts, words->act_count, "ask"));
    assert_int_equal(node->seconds, 20);
    assert_int_equal(node->timeout, 2);
    assert_int_equal(node->form_target, -1);
    assert_int_equal(node->ending, -1);
    assert_int_equal(node->response_count, 3);
    assert_int_equal(scenario->nodes[1].form_target, 3);
    assert_string_equal(words->endings[thanks->ending].id, "done");
    assert_int_equal(thanks->response_count, 0);
    assert_int_equal(thanks->scene.selector.case_count, 0);

    const struct response *ask = &node->responses[0], *push = &node->responses[1];
    assert_string_equal(ask->key, "counter.ask");
    assert_text(&ask->say, "counter.ask", "问", "I ask");
    assert_text(&ask->remark, "counter.ask.remark", "问得好", "Well asked");
    assert_text(&push->remark, "counter.push.remark", "", "");
    assert_int_equal(ask->acts, UINT64_C(1) << term_find(words->acts, words->act_count, "ask"));
    assert_int_equal(ask->guard, FUNCTION_NONE);
    assert_int_equal(ask->effect.change_count, 4);
    assert_int_equal(ask->target.kind, TARGET_CHOSEN);
    assert_int_not_equal(push->guard, FUNCTION_NONE);
    assert_int_not_equal(push->effect.function, FUNCTION_NONE);
    assert_int_equal(push->target.kind, TARGET_CHANCE);
    assert_int_equal(push->target.weight_sum, 4);
    assert_true(node->responses[2].silent);
    assert_int_equal(node->responses[2].target.kind, TARGET_FIXED);
    assert_string_equal(scenario->nodes[node->responses[2].target.nodes[0]].id, "refusal");
    loaded_free(loaded);
}

static void rules_are_adjusted(void **unused)
{
    (void)unused;
    struct loaded *loaded = small_load("tiny.lua");
    const struct scenario *scenario = loaded_scenario(loaded);
    assert_int_equal(scenario->pack_count, 2);
    assert_text(&scenario->packs[1].label, "other", "另一组", "The other rules");
    assert_int_equal(scenario->rule_count, 3); /* of four, one is left out */
    assert_string_equal(scenario->rules[0].id, "accept-first");
    assert_int_equal(scenario->rules[0].weight, 3);
    assert_int_equal(scenario->rules[0].template, RULE_CHAIN_RESPONSE);
    assert_int_equal(scenario->rules[0].file_line, 5);
    assert_int_equal(scenario->rules[1].weight, 1);
    assert_true(scenario->rules[2].critical);
    assert_int_equal(scenario->rules[2].when, -1);
    loaded_free(loaded);
}

static void line_ends_and_a_byte_order_mark_change_nothing(void **unused)
{
    (void)unused;
    size_t length;
    struct fault_file file = {0};
    char *path = small_path("tiny.lua"), *text = small_read(path, &length);
    for (int kind = 0; kind < 4; kind++) {
        static const char *const ends[] = {"\n", "\r\n", "\r", "\n\r"};
        struct buffer copy = {0};
        struct error error = {0};
        buffer_add(&copy, kind % 2 == 0 ? "\xEF\xBB\xBF" : "");
        for (const char *at = text; *at; at++)
            buffer_printf(&copy, *at == '\n' ? "%s" : "%.1s", *at == '\n' ? ends[kind] : at);
        struct bundle *bundle = bundle_new("");
        bundle_add(bundle, "tiny.lua", copy.data, copy.length);
        add_shared(bundle, "vocabulary.lua", &file);
        add_shared(bundle, "sources.lua", &file);
        add_shared(bundle, "rules/other.lua", &file);
        add_shared(bundle, "rules/small.lua", &file);
        bundle_seal(bundle);
        struct loaded *loaded = scenario_load(bundle, NULL, &error);
        if (!loaded)
            fail_msg("%d: %s", error.line, error.message);
        assert_int_equal(loaded_scenario(loaded)->nodes[0].file_line, 25);
        loaded_free(loaded);
        bundle_free(bundle);
        buffer_free(&copy);
    }
    free(text);
    free(path);
}

/*
 * ---- Bundles ----------------------------------------------------------------------------------
 */

static void a_digest_is_of_names_and_contents(void **unused)
{
    (void)unused;
    char seen[6][65];
    static const struct {
        const char *name, *text;
    } files[6][2] = {
        {{"a", "bc"}, {"d", "e"}}, {{"ab", "c"}, {"d", "e"}}, {{"a", "b"}, {"cd", "e"}},
        {{"d", "e"}, {"a", "bc"}}, {{"a", "bcd"}, {"", "e"}}, {{"a", "bc"}, {"d", "E"}},
    };
    for (int i = 0; i < 6; i++) {
        struct bundle *bundle = bundle_new("here/");
        for (int j = 0; j < 2; j++)
            bundle_add(bundle, files[i][j].name, files[i][j].text, strlen(files[i][j].text));
        bundle_seal(bundle);
        memcpy(seen[i], bundle->digest, sizeof seen[i]);
        assert_int_equal(strspn(seen[i], "0123456789abcdef"), 64);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(seen[i], seen[j]);
        bundle_free(bundle);
    }
}

static void assert_unreadable(const char *path, const char *base, const char *fragment)
{
    struct error error = {0};
    assert_null(bundle_read(path, base, &error));
    if (!strstr(error.message, fragment))
        fail_msg("%s: %s", error.file, error.message);
    assert_true(error.file[0] != '\0');
}

static void what_is_no_file_is_refused(void **unused)
{
    (void)unused;
    char *tiny = small_path("tiny.lua"), *folder = small_path("");
    assert_unreadable("/nowhere/x.lua", NULL, "can't open it");
    assert_unreadable(folder, NULL, "not a plain file");
    assert_unreadable("/dev/null", folder, "not a plain file");
    assert_unreadable("/dev/zero", folder, "not a plain file");
    assert_unreadable("/etc/passwd", NULL, "can't open it"); /* no vocabulary beside it */
    free(tiny);
    free(folder);
}

static void a_lone_file_takes_the_rest_from_the_base_folder(void **unused)
{
    (void)unused;
    struct error error = {0};
    char *path = small_path("faults/act-unknown.lua"), *base = small_path("");
    struct bundle *bundle = bundle_read(path, base, &error);
    assert_non_null(bundle);
    assert_int_equal(bundle->count, 5);
    assert_string_equal(bundle->files[0].name, "act-unknown.lua");
    assert_string_equal(bundle->files[1].name, "vocabulary.lua");
    assert_string_equal(bundle->files[2].name, "sources.lua");
    assert_string_equal(bundle->files[3].name, "rules/other.lua");
    assert_null(scenario_load(bundle, NULL, &error));
    assert_non_null(strstr(error.file, "faults/act-unknown.lua"));
    assert_int_equal(error.line, 18);
    bundle_free(bundle);
    free(path);
    free(base);
}

/*
 * ---- Many faults ------------------------------------------------------------------------------
 */

static void a_hundred_faults_are_kept_and_the_others_counted(void **unused)
{
    (void)unused;
    struct buffer text = {0};
    struct fault_file file = {0};
    struct fault_list faults = {0};
    struct error error = {0};
    buffer_add(&text, "return scenario 'many' {\n");
    for (int i = 0; i < 150; i++)
        buffer_printf(&text, "  wrong_%d = 1,\n", i);
    buffer_add(&text, "}\n");
    struct bundle *bundle = bundle_new("x/");
    bundle_add(bundle, "many.lua", text.data, text.length);
    add_shared(bundle, "vocabulary.lua", &file);
    add_shared(bundle, "sources.lua", &file);
    bundle_seal(bundle);
    assert_null(scenario_load(bundle, &faults, &error));
    assert_int_equal(faults.count, 100);
    assert_true(faults.dropped >= 50);
    assert_string_equal(faults.faults[0].file, "x/many.lua");
    for (int i = 1; i < faults.count; i++)
        assert_true(faults.faults[i - 1].line <= faults.faults[i].line);
    fault_list_free(&faults);
    fault_list_free(&faults); /* twice is no fault */
    assert_null(scenario_load(bundle, NULL, NULL));
    bundle_free(bundle);
    buffer_free(&text);
}

/* The first half of a file, and a file with one byte changed, load or are refused: no more. */
static void damaged_files_are_survived(void **unused)
{
    (void)unused;
    static const char *const names[] = {"tiny.lua", "vocabulary.lua", "sources.lua",
                                        "rules/small.lua"};
    static const char noise[] = "\0\x1b\xff{}[]()\"'\\,=-\n0a";
    int loads = 0;
    for (int i = 0; i < 240; i++) {
        struct bundle *bundle = bundle_new("");
        struct fault_list faults = {0};
        for (int j = 0; j < 4; j++) {
            size_t length;
            char *path = small_path(names[j]), *text = small_read(path, &length);
            if (j == i % 4 && i < 80)
                length = length * (size_t)i / 80;
            else if (j == i % 4)
                text[(size_t)i * 7919 % length] = noise[(size_t)i % (sizeof noise - 1)];
            bundle_add(bundle, names[j], text, length);
            free(text);
            free(path);
        }
        bundle_seal(bundle);
        struct loaded *loaded = scenario_load(bundle, &faults, NULL);
        assert_true((loaded == NULL) == (faults.count > 0));
        loads += loaded != NULL;
        fault_list_free(&faults);
        loaded_free(loaded);
        bundle_free(bundle);
    }
    assert_true(loads < 200);
}

static int free_messages(void **unused)
{
    (void)unused;
    buffer_free(&messages);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fault_is_told_with_its_line),
        cmocka_unit_test(every_fault_that_is_known_was_met),
        cmocka_unit_test(the_head_is_as_written),
        cmocka_unit_test(the_graph_is_as_written),
        cmocka_unit_test(rules_are_adjusted),
        cmocka_unit_test(line_ends_and_a_byte_order_mark_change_nothing),
        cmocka_unit_test(a_digest_is_of_names_and_contents),
        cmocka_unit_test(what_is_no_file_is_refused),
        cmocka_unit_test(a_lone_file_takes_the_rest_from_the_base_folder),
        cmocka_unit_test(a_hundred_faults_are_kept_and_the_others_counted),
        cmocka_unit_test(damaged_files_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, free_messages);
}
