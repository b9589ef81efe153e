/* report_fixture.c: makes the small class. */
#include "unit/report_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "unit/program.h"

static const char scenario_text[] =
    "return scenario 'tiny' {\n"
    "  title = { zh = '小场景', en = 'Tiny <b>' }, role = 'teller', source = { 'FE-1.1' },\n"
    "  brief = { zh = '小', en = 'Tiny' }, card = { zh = '小', en = 'Tiny' }, rules = { 'one' },\n"
    "  customer = { name = { zh = '王先生', en = 'Mr Wang' }, surname = { zh = '王', en = 'Wang' "
    "},\n"
    "    age = 40, familiarity = 2, mood = 'neutral', looks = { { zh = '高', en = 'Tall' } } },\n"
    "  turns = 5, start = 'door',\n"
    "  nodes = {\n"
    "    door = { says = { zh = '你好', en = 'Hello' }, cues = { 'enters', 'waits' },\n"
    "      seconds = 10, timeout = 'silence',\n"
    "      responses = {\n"
    "        { id = 'hello', say = { zh = '早', en = 'Morning' }, acts = { 'notice', 'greet' },\n"
    "          to = 'desk' },\n"
    "        { id = 'silence', silent = true, say = { zh = '…', en = '...' },\n"
    "          acts = { 'silence' }, to = 'desk' } } },\n"
    "    desk = { scene = { zh = '表', en = 'The form' }, cues = { 'form-due' }, form = 'over',\n"
    "      responses = {\n"
    "        { id = 'skip', say = { zh = '算了', en = 'Later' }, acts = { 'skip-form' },\n"
    "          to = 'over' } } },\n"
    "    over = { ending = 'served', says = { zh = '再见', en = 'Bye' } },\n"
    "  },\n"
    "}\n";

static const char rules_text[] =
    "return pack 'one' { title = { zh = '一', en = 'One' } } {\n"
    "  rule 'greet-first' { template = init 'greet', weight = 1, source = 'FE-1.1',\n"
    "    title = { zh = '先问好', en = 'Greet first' }, why = { zh = '一', en = 'a' },\n"
    "    instead = { zh = '您好', en = 'Good morning' } },\n"
    "  rule 'form' { template = response('form-due', 'file-form'), weight = 2, source = 'FE-1',\n"
    "    title = { zh = '填表', en = 'File it' }, why = { zh = '二', en = 'b' },\n"
    "    instead = { zh = '填', en = 'File the form' } },\n"
    "}\n";

const struct roster_entry report_people[REPORT_PEOPLE] = {
    [WANG] = {.person = {.name = "=HYPERLINK(\"http://x\",\"王五\")", .staff_number = "G-0001"},
              .branch = "城东支行",
              .role = "柜员"},
    [LI] = {.person = {.name = "<script>alert('李四')</script>", .staff_number = "+86,\"1\""},
            .branch = "城西支行",
            .role = "大堂经理"},
    [ZHAO] = {.person = {.name = "赵六", .staff_number = "G-0003"}, .branch = "城西支行"},
};

static void need(bool done, const struct error *error)
{
    if (!done)
        fail_msg("%s:%d: %s", error->file, error->line, error->message);
}

void report_class(const struct fixture *fixture, enum attempt_policy policy)
{
    struct error error = {0};
    struct class_row class = {.id = CLASS, .title = "春季班", .policy = policy, .pass_mark = 60};
    struct roster_entry entries[REPORT_PEOPLE];
    memcpy(entries, report_people, sizeof entries);
    need(store_add_class(fixture->store, &class, &error), &error);
    need(store_add_roster(fixture->store, CLASS, entries, REPORT_PEOPLE, &error), &error);
}

static void add_shipped(struct bundle *bundle, const char *name)
{
    struct buffer path = {0};
    buffer_printf(&path, "%s/scenarios/%s", getenv("YANLIAN_SOURCE"), name);
    char *text = program_read_file(path.data);
    bundle_add(bundle, name, text, strlen(text));
    buffer_free(&path);
    free(text);
}

static struct bundle *tiny(void)
{
    struct bundle *bundle = bundle_new("");
    bundle_add(bundle, "tiny.lua", scenario_text, strlen(scenario_text));
    add_shipped(bundle, "vocabulary.lua");
    add_shipped(bundle, "sources.lua");
    bundle_add(bundle, "rules/one.lua", rules_text, strlen(rules_text));
    bundle_seal(bundle);
    return bundle;
}

struct play *report_play_open(const struct fixture *fixture, int who, bool hello, bool form)
{
    struct error error = {0};
    struct person person;
    struct form filed = {.customer = "王"};
    const struct person *named = &report_people[who].person;
    need(store_person(fixture->store, named->name, named->staff_number, &person, &error), &error);
    struct bundle *bundle = tiny();
    struct play_options options = {
        .person = &person, .mode = MODE_EXAM, .language = LANGUAGE_ZH, .seed = 7, .class = CLASS};
    struct play *play = play_begin(fixture->store, bundle, &options, &error);
    need(play != NULL, &error);
    bundle_free(bundle);
    need(play_pick(play, 0, hello ? 2000 : 10001, &error), &error);
    need(form ? play_file_form(play, &filed, 3000, &error) : play_pick(play, 0, 3000, &error),
         &error);
    return play;
}

void report_play(const struct fixture *fixture, int who, bool hello, bool form)
{
    play_close(report_play_open(fixture, who, hello, form), -1);
}

void report_four_plays(const struct fixture *fixture)
{
    report_play(fixture, WANG, false, false);
    report_play(fixture, LI, true, false);
    report_play(fixture, WANG, true, true);
    report_play(fixture, LI, false, true);
}

struct report *report_of(const struct fixture *fixture, const struct report_options *options)
{
    struct error error = {0};
    struct report *report = report_make(fixture->store, options, &error);
    need(report != NULL, &error);
    return report;
}
