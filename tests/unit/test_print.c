/*
 * test_print.c: each paper holds what it must, and nothing that it must not: no answer on a sheet,
 * nothing of the customer's on the trainee's card.
 *
 * What must be there is taken from the loaded course, exercises and scenarios, so the tests hold
 * for whatever these say. Words are looked for in the Markdown, where Chinese stands as it is.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/words.h"
#include "class/checklist.h"
#include "class/courseware.h"
#include "class/print.h"
#include "class/print_plan.h"
#include "practice/library.h"
#include "store/classes.h"
#include "unit/program.h"
#include "unit/store_fixture.h"

static const char course_id[] = "existing-customers";
static char *home;

static int setup(void **state)
{
    (void)state;
    home = program_home();
    words_use(LANGUAGE_ZH);
    return chdir(home);
}

static int teardown(void **state)
{
    (void)state;
    words_use(LANGUAGE_EN);
    assert_int_equal(chdir("/"), 0);
    program_home_remove(home);
    return 0;
}

/* ------------------------------------------------------------------------------ looking ---- */

/* A text as the Markdown has it: with its escapes. The caller frees it. */
static char *escaped(const char *words)
{
    struct document *document = document_new(LANGUAGE_ZH, "", "");
    document_add(document, DOCUMENT_HEADING, words);
    char *all = document_to_markdown(document);
    document_free(document);
    char *heading = strdup(strstr(all, "## ") + 3);
    heading[strcspn(heading, "\n")] = '\0';
    free(all);
    return heading;
}

/* Nothing is everywhere. */
static bool holds(const char *paper, const char *words)
{
    if (!*words)
        return true;
    char *wanted = escaped(words);
    bool found = strstr(paper, wanted) != NULL;
    free(wanted);
    return found;
}

static void expect(const char *paper, const struct text *text)
{
    const char *words = print_words(text);
    if (!holds(paper, words))
        fail_msg("not on the paper: %s", words);
}

static void expect_not(const char *paper, const struct text *text)
{
    const char *words = print_words(text);
    if (*words && holds(paper, words))
        fail_msg("on the paper, but must not be: %s", words);
}

static void expect_all(const char *paper, const struct texts *texts)
{
    for (int i = 0; i < texts->count; i++)
        expect(paper, &texts->items[i]);
}

static struct print *open_course(struct store *store, const char *class)
{
    struct error error = {0};
    struct print *print = print_open(course_id, store, class, &error);
    if (!print)
        fail_msg("%s", error.message);
    return print;
}

static char *paper_of(struct print *print, enum print_paper paper, bool every)
{
    struct error error = {0};
    struct document *document = print_make(print, paper, every, &error);
    if (!document)
        fail_msg("%s", error.message);
    char *text = document_to_markdown(document);
    document_free(document);
    return text;
}

/* ------------------------------------------------------------------------------- course ---- */

static void test_handout_has_points_and_questions_but_no_answers(void **state)
{
    (void)state;
    struct print *print = open_course(NULL, NULL);
    const struct course *course = print_course(print);
    char *paper = paper_of(print, PRINT_HANDOUT, false);
    expect(paper, &course->aim);
    for (int i = 0; i < course->segment_count; i++) {
        const struct segment *segment = &course->segments[i];
        expect(paper, &segment->title);
        if (segment->kind == SEGMENT_TALK || segment->kind == SEGMENT_ROLE_PLAY)
            expect_all(paper, &segment->slides);
        if (segment->kind == SEGMENT_DISCUSS)
            expect_all(paper, &segment->prompts);
        for (int k = 0; k < segment->notes.count; k++)
            expect_not(paper, &segment->notes.items[k]);
        /* A summary may say on a slide what an earlier answer was: only discussions are held to. */
        for (int k = 0; segment->kind == SEGMENT_DISCUSS && k < segment->answers.count; k++)
            expect_not(paper, &segment->answers.items[k]);
        for (int k = 0; k < segment->scenario_count; k++)
            assert_non_null(strstr(paper, print_scenario_title(print, segment->scenarios[k])));
    }
    free(paper);
    print_close(print);
}

static void test_guide_has_everything(void **state)
{
    (void)state;
    struct print *print = open_course(NULL, NULL);
    const struct course *course = print_course(print);
    char *paper = paper_of(print, PRINT_GUIDE, false);
    for (int i = 0; i < course->segment_count; i++) {
        const struct segment *segment = &course->segments[i];
        expect(paper, &segment->title);
        expect_all(paper, &segment->objectives);
        expect_all(paper, &segment->notes);
        expect_all(paper, &segment->prompts);
        expect_all(paper, &segment->answers);
        for (int k = 0; k < segment->source_count; k++)
            assert_non_null(strstr(paper, segment->sources[k]));
    }
    /* 90 minutes, of which the last segment takes the last. */
    int last = course->segments[course->segment_count - 1].minutes;
    char clock[32];
    snprintf(clock, sizeof clock, "%d:%02d–1:30", (90 - last) / 60, (90 - last) % 60);
    assert_non_null(strstr(paper, clock));
    assert_non_null(strstr(paper, "| 0:00–"));
    free(paper);
    print_close(print);
}

static void test_slides_are_all_there(void **state)
{
    (void)state;
    struct print *print = open_course(NULL, NULL);
    const struct course *course = print_course(print);
    char *paper = paper_of(print, PRINT_SLIDES, false);
    for (int i = 0; i < course->segment_count; i++) {
        expect_all(paper, &course->segments[i].slides);
        for (int k = 0; k < course->segments[i].notes.count; k++)
            expect_not(paper, &course->segments[i].notes.items[k]);
    }
    free(paper);
    print_close(print);
}

/* ---------------------------------------------------------------------------- exercises ---- */

static struct exercise_file *load_exercise(const char *id)
{
    struct error error = {0};
    struct bundle *bundle = courseware_bundle("exercises", id, &error);
    struct exercise_file *file = bundle ? exercise_file_load(bundle, NULL, &error) : NULL;
    if (!file)
        fail_msg("%s", error.message);
    bundle_free(bundle);
    return file;
}

static char *sheet_of(const struct exercise_file *file, bool answers)
{
    struct document *document = document_new(words_language(), "", "");
    if (answers)
        print_exercise_answers(document, file);
    else
        print_exercise(document, file);
    char *text = document_to_markdown(document);
    document_free(document);
    return text;
}

/* An option has the same letter on the sheet and on the answer sheet. */
static void expect_same_letters(const struct task *task, const char *sheet, const char *answers)
{
    int matched = 0;
    uint32_t right = 0;
    for (int i = 0; i < task->part_count; i++)
        right |= task->parts[i].right;
    for (int i = 0; i < task->option_count; i++) {
        char *label = escaped(print_words(&task->options[i].label));
        for (int letter = 'A'; letter < 'A' + OPTION_MAX; letter++) {
            char asked[1024], told[1024];
            snprintf(asked, sizeof asked, "**%c** %s\n", letter, label);
            snprintf(told, sizeof told, "%c  %s", letter, label);
            if (!strstr(sheet, asked))
                continue;
            matched++;
            assert_int_equal(strstr(answers, told) != NULL, (right >> i & 1) != 0);
        }
        free(label);
    }
    assert_int_equal(matched, task->option_count);
}

static void check_exercise(const char *id)
{
    struct exercise_file *file = load_exercise(id);
    const struct exercise *exercise = exercise_file_exercise(file);
    char *sheet = sheet_of(file, false), *answers = sheet_of(file, true);
    expect(sheet, &exercise->title);
    expect(sheet, &exercise->brief);
    expect_not(sheet, &exercise->model);
    expect(answers, &exercise->model);
    expect(answers, &exercise->why);
    for (int t = 0; t < exercise->task_count; t++) {
        const struct task *task = &exercise->tasks[t];
        expect(sheet, &task->ask);
        for (int i = 0; i < task->part_count; i++) {
            const struct part *part = &task->parts[i];
            expect(sheet, &part->label);
            expect_not(sheet, &part->why);
            expect(answers, &part->why);
            for (int k = 0; k < part->option_count; k++)
                expect(sheet, &part->options[k].label);
        }
        if (task->kind == TASK_CLASSIFY || task->kind == TASK_MATCH)
            expect_same_letters(task, sheet, answers);
    }
    free(sheet);
    free(answers);
    exercise_file_free(file);
}

static void test_sheets_ask_and_answer_sheets_answer(void **state)
{
    (void)state;
    struct error error = {0};
    char **names;
    int count;
    assert_true(courseware_names("exercises", &names, &count, &error));
    assert_true(count >= 12);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        words_use((enum language)language);
        for (int i = 0; i < count; i++)
            check_exercise(names[i]);
    }
    courseware_free_names(names, count);
}

/*
 * With 10 high, 20 mid and 100 mass customers, 2 managers, 10 weeks and a capacity of 5: contacts
 * 10 x 4 = 40, 20 x 2 = 40, 100, together 180; a week 18, of high and mid alone 8; each manager 9
 * and 4; to spare 5 - 9 = -4 and 5 - 4 = 1.
 */
static void test_class_numbers_are_worked_with(void **state)
{
    (void)state;
    struct fixture fixture;
    struct error error = {0};
    fixture_begin(&fixture);
    struct class_row row = {.id = "spring", .title = "春季 <b>|班", .pass_mark = 60};
    assert_true(store_add_class(fixture.store, &row, &error));
    assert_true(store_set_class_numbers(
        fixture.store, "spring",
        "{\"contact-plan.high\":10,\"contact-plan.mid\":20,\"contact-plan.mass\":100,"
        "\"contact-plan.managers\":2,\"contact-plan.weeks\":10,\"contact-plan.capacity\":5}",
        &error));
    words_use(LANGUAGE_EN);
    struct print *print = open_course(fixture.store, "spring");
    char *answers = paper_of(print, PRINT_ANSWERS, false);
    char *handout = paper_of(print, PRINT_HANDOUT, false);
    assert_non_null(strstr(answers, "| High end | 10 | 4 | **40** |"));
    assert_non_null(strstr(answers, "| Mid | 20 | 2 | **40** |"));
    assert_non_null(strstr(answers, "| Total | 130 |  | 180 |"));
    assert_non_null(strstr(answers, "| Whole branch | **18** | **8** |"));
    assert_non_null(strstr(answers, "| Each manager | **9** | **4** |"));
    assert_non_null(strstr(answers, "| Spare | **-4** | **1** |"));
    /* And the model answer speaks of these. */
    assert_non_null(strstr(answers, "180 contacts a year: 18 a week, 9 for each manager"));
    assert_non_null(strstr(answers, "so we are 4 short"));
    assert_non_null(
        strstr(answers, "high and mid take 4 a week each and are fixed. The other 1 go"));
    assert_non_null(strstr(handout, "| High end | 10 | 4 |  |"));
    assert_non_null(strstr(handout, "春季 \\<b\\>\\|班"));
    free(answers);
    free(handout);
    print_close(print);
    assert_null(print_open(course_id, fixture.store, "autumn", &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    fixture_end(&fixture);
}

/* -------------------------------------------------------------------------------- cards ---- */

static struct loaded *load_scenario(const char *id)
{
    struct error error = {0};
    struct bundle *bundle = library_bundle(id, &error);
    struct loaded *loaded = bundle ? scenario_load(bundle, NULL, &error) : NULL;
    if (!loaded)
        fail_msg("%s", error.message);
    bundle_free(bundle);
    return loaded;
}

static char *card_of(const struct loaded *loaded, enum print_card card)
{
    struct document *document = print_scenario_card(loaded, card);
    char *text = document_to_markdown(document);
    document_free(document);
    return text;
}

static void check_trainee_card(const struct loaded *loaded)
{
    const struct scenario *scenario = loaded_scenario(loaded);
    char *card = card_of(loaded, CARD_TRAINEE);
    expect(card, &scenario->brief);
    expect_not(card, &scenario->card);
    for (int i = 0; i < scenario->node_count; i++) {
        const struct node *node = &scenario->nodes[i];
        for (int k = 0; k < node->says.selector.case_count; k++)
            expect_not(card, &node->says.variants[k]);
    }
    free(card);
}

/* Every cue that some line of the customer's shows is on the card, and what every value means. */
static void check_customer_card(const struct loaded *loaded)
{
    const struct scenario *scenario = loaded_scenario(loaded);
    char *card = card_of(loaded, CARD_CUSTOMER);
    uint64_t cues = 0;
    expect(card, &scenario->card);
    for (int i = 0; i < scenario->node_count; i++) {
        const struct node *node = &scenario->nodes[i];
        if (node->ending < 0 && node->says.selector.case_count > 0 && node->form_target < 0)
            cues |= print_cues(node);
        for (int k = 0; k < node->response_count; k++)
            expect_not(card, &node->responses[k].remark);
    }
    assert_true(cues != 0);
    for (int i = 0; i < scenario->vocabulary->cue_count; i++) {
        if (cues >> i & 1)
            expect(card, &scenario->vocabulary->cues[i].label);
    }
    for (int i = 0; i < scenario->draw_count; i++) {
        for (int k = 0; k < scenario->draws[i].value_count; k++) {
            char line[128];
            snprintf(line, sizeof line, "- [ ] **%c%d** ", 'A' + i, k + 1);
            const char *there = strstr(card, line);
            if (!there) {
                fail_msg("not on the card: %s", line);
                return;
            }
            assert_true(strcspn(there + strlen(line), "\n") > 3);
        }
    }
    free(card);
}

/* The numbers are those of the checklist, which the entry screen takes. */
static void check_observer_card(const struct loaded *loaded)
{
    const struct scenario *scenario = loaded_scenario(loaded);
    struct checklist *list = checklist_new(scenario, words_language());
    char *card = card_of(loaded, CARD_OBSERVER);
    const char *at = card;
    assert_true(list->count > 10);
    for (int i = 0; i < list->count; i++) {
        const struct checklist_item *item = &list->items[i];
        char start[512];
        char *title = escaped(item->title);
        snprintf(start, sizeof start, "| **%d** | **%s%s**", item->number,
                 item->critical ? "! " : "", title);
        free(title);
        const char *there = strstr(at, start);
        if (!there) {
            fail_msg("not there, or not in order: %s", start);
            break;
        }
        at = there;
        assert_true(holds(card, item->see));
        assert_true(holds(card, item->hear));
        expect(card, &scenario->rules[item->rule].instead);
    }
    assert_non_null(strstr(card, scenario->id));
    free(card);
    checklist_free(list);
}

static void test_cards(void **state)
{
    (void)state;
    static const char *const ids[] = {"idle-deposit", "insurance-refusal", "forex-browser"};
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        words_use((enum language)language);
        for (int i = 0; i < 3; i++) {
            struct loaded *loaded = load_scenario(ids[i]);
            check_trainee_card(loaded);
            check_customer_card(loaded);
            check_observer_card(loaded);
            loaded_free(loaded);
        }
    }
}

/* What the author calls a value says nothing to who plays, least of all in Chinese. */
static void test_lines_carry_the_mark_of_their_box(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "- [ ] **B2** 填单子在哪边？我车还停路边呢。",
        "<br>B2 还得多久？车要是贴了条，可就麻烦了。",
        "<br>A3 有一块倒是老不动。放理财的话，保本吗？",
    };
    words_use(LANGUAGE_ZH);
    struct loaded *loaded = load_scenario("idle-deposit");
    char *card = card_of(loaded, CARD_CUSTOMER);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        if (!strstr(card, lines[i]))
            fail_msg("not on the card: %s", lines[i]);
    }
    assert_null(strstr(card, "pressed"));
    free(card);
    loaded_free(loaded);
}

/* ------------------------------------------------------------------------- command line ---- */

static void expect_status(const char *words, int status, const char *said)
{
    struct program_result result;
    program_run(words, NULL, &result);
    if (result.status != status || (!strstr(result.out, said) && !strstr(result.error, said)))
        fail_msg("%s: ended with %d, said %s%s", words, result.status, result.out, result.error);
    program_free(&result);
}

static void test_files_are_named_and_told(void **state)
{
    (void)state;
    expect_status("course print existing-customers --lang en", 0,
                  "existing-customers-handout-en.html\nexisting-customers-slides-en.html\n"
                  "existing-customers-guide-en.html\nexisting-customers-answers-en.html\n");
    expect_status("cards idle-deposit --lang zh --format md --output new", 0,
                  "new/idle-deposit-trainee-zh.md\nnew/idle-deposit-customer-zh.md\n"
                  "new/idle-deposit-observer-zh.md\n");
    char *page = program_read_file("existing-customers-guide-en.html");
    assert_non_null(strstr(page, "<html lang=\"en\">"));
    free(page);
    page = program_read_file("new/idle-deposit-customer-zh.md");
    assert_int_equal(strncmp(page, "# ", 2), 0);
    free(page);
    expect_status("cards idle-deposit --what trainee --lang en --format md --output -", 0,
                  "# A large idle deposit\n");
    expect_status("course print existing-customers --what sheets --lang en --output - --format md",
                  0, "## ");
}

static void test_wrong_words_are_told(void **state)
{
    (void)state;
    expect_status("cards idle-deposit --what all --output - --lang en", 2, "--what");
    expect_status("cards idle-deposit --what trainee --format pdf --output - --lang en", 2,
                  "--output");
    expect_status("cards idle-deposit --what nobody --lang en", 2, "nobody");
    expect_status("cards idle-deposit --format docx --lang en", 2, "docx");
    expect_status("cards --lang en", 2, "yanlian list");
    expect_status("cards idle-deposti --lang en", 1, "idle-deposit");
    expect_status("course print --lang en", 2, "existing-customers");
    expect_status("course print existing-custmers --lang en", 1, "existing-customers");
    expect_status("course print existing-customers --what posters --lang en", 2, "posters");
    expect_status("course print existing-customers --class nobody --lang en", 1, "nobody");
    expect_status("course print existing-customers --output /dev/null --lang en", 2, "/dev/null");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_handout_has_points_and_questions_but_no_answers, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_guide_has_everything, setup, teardown),
        cmocka_unit_test_setup_teardown(test_slides_are_all_there, setup, teardown),
        cmocka_unit_test_setup_teardown(test_sheets_ask_and_answer_sheets_answer, setup, teardown),
        cmocka_unit_test_setup_teardown(test_class_numbers_are_worked_with, setup, teardown),
        cmocka_unit_test_setup_teardown(test_cards, setup, teardown),
        cmocka_unit_test_setup_teardown(test_lines_carry_the_mark_of_their_box, setup, teardown),
        cmocka_unit_test_setup_teardown(test_files_are_named_and_told, setup, teardown),
        cmocka_unit_test_setup_teardown(test_wrong_words_are_told, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
