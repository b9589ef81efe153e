/* print_course.c: a course as a handout, as slides on paper, and as the trainer's guide. */
#include "base/words.h"
#include "class/print_parts.h"
#include "script/course_file.h"

enum { LINES_FOR_A_QUESTION = 2 };

/* ------------------------------------------------------------------------------- shared ---- */

const char *print_words(const struct text *text)
{
    const char *words = text->words[words_language()];
    return words ? words : "";
}

void print_labelled(struct document *document, enum document_block block, const char *label,
                    const char *words)
{
    document_begin(document, block);
    document_text(document, PIECE_STRONG, label);
    document_text(document, PIECE_PLAIN, words);
    document_end(document);
}

void print_cell(struct document *document, const char *words)
{
    document_begin(document, DOCUMENT_CELL);
    document_text(document, PIECE_PLAIN, words);
    document_end(document);
}

static void print_list(struct document *document, enum document_block list,
                       const struct texts *texts)
{
    if (texts->count == 0)
        return;
    document_begin(document, list);
    for (int i = 0; i < texts->count; i++)
        document_add(document, DOCUMENT_ITEM, print_words(&texts->items[i]));
    document_end(document);
}

void print_sources(struct document *document, const char *const *sources, int count,
                   print_source_title *title, const void *file)
{
    if (count == 0)
        return;
    document_begin(document, DOCUMENT_QUIET);
    document_text(document, PIECE_PLAIN, _("Source: "));
    for (int i = 0; i < count; i++) {
        const struct text *words = title(file, sources[i]);
        if (i > 0)
            document_text(document, PIECE_PLAIN, _("; "));
        document_printf(document, PIECE_PLAIN, "%s %s", sources[i],
                        words ? print_words(words) : "");
    }
    document_end(document);
}

static const struct text *source_title(const void *file, const char *source)
{
    return course_file_source_title(file, source);
}

/* What trainers call a kind of segment. */
static const char *kind_label(enum segment_kind kind)
{
    static const char *const labels[] = {
        [SEGMENT_TALK] = N_("talk"),          [SEGMENT_DISCUSS] = N_("discussion"),
        [SEGMENT_EXERCISE] = N_("exercise"),  [SEGMENT_ROLE_PLAY] = N_("role-play"),
        [SEGMENT_WRAP_UP] = N_("summing up"),
    };
    return _(labels[kind]);
}

static void minutes_text(struct document *document, int minutes)
{
    document_printf(document, PIECE_PLAIN,
                    ngettext("%d minute", "%d minutes", (unsigned long)minutes), minutes);
}

static void span_text(struct document *document, int from, int minutes)
{
    int to = from + minutes;
    document_printf(document, PIECE_PLAIN, "%d:%02d–%d:%02d", from / 60, from % 60, to / 60,
                    to % 60);
}

static void numbered_heading(struct document *document, const struct segment *segment, int number)
{
    document_begin(document, DOCUMENT_HEADING);
    document_printf(document, PIECE_PLAIN, "%d  %s", number, print_words(&segment->title));
    document_end(document);
}

static struct document *course_document(const struct print *print, const char *kind)
{
    const struct course *course = print_course(print);
    struct document *document = document_new(words_language(), kind, print_words(&course->title));
    document_add(document, DOCUMENT_QUIET, print_class_title(print));
    return document;
}

/* ------------------------------------------------------------------------------ handout ---- */

static void questions_to_write_under(struct document *document, const struct segment *segment)
{
    for (int i = 0; i < segment->prompts.count; i++) {
        document_begin(document, DOCUMENT_KEEP);
        document_add(document, DOCUMENT_PARAGRAPH, print_words(&segment->prompts.items[i]));
        document_lines(document, LINES_FOR_A_QUESTION);
        document_end(document);
    }
}

static void scenario_list(struct document *document, const struct print *print,
                          const struct segment *segment)
{
    document_begin(document, DOCUMENT_BULLETS);
    for (int i = 0; i < segment->scenario_count; i++)
        document_add(document, DOCUMENT_ITEM, print_scenario_title(print, segment->scenarios[i]));
    document_end(document);
}

static void role_play_for_trainees(struct document *document, const struct print *print,
                                   const struct segment *segment)
{
    print_list(document, DOCUMENT_BULLETS, &segment->slides);
    document_add(document, DOCUMENT_LABEL, _("The scenarios"));
    scenario_list(document, print, segment);
    questions_to_write_under(document, segment);
}

static bool exercise_for_trainees(struct document *document, struct print *print,
                                  const struct segment *segment, struct error *error)
{
    const struct exercise_file *file = print_find_exercise(print, segment->exercise, error);
    if (!file)
        return false;
    print_exercise(document, file);
    return true;
}

/* A discussion's slides repeat its questions, and an exercise's what the sheet says: the handout
   leaves them out. */
static bool segment_for_trainees(struct document *document, struct print *print,
                                 const struct segment *segment, int number, struct error *error)
{
    bool done = true;
    document_begin(document, DOCUMENT_SECTION);
    numbered_heading(document, segment, number);
    switch (segment->kind) {
    case SEGMENT_DISCUSS:
        questions_to_write_under(document, segment);
        break;
    case SEGMENT_EXERCISE:
        done = exercise_for_trainees(document, print, segment, error);
        break;
    case SEGMENT_ROLE_PLAY:
        role_play_for_trainees(document, print, segment);
        break;
    case SEGMENT_WRAP_UP:
        print_list(document, DOCUMENT_BULLETS, &segment->slides);
        questions_to_write_under(document, segment);
        break;
    default:
        print_list(document, DOCUMENT_BULLETS, &segment->slides);
    }
    document_end(document);
    return done;
}

struct document *print_handout(struct print *print, struct error *error)
{
    const struct course *course = print_course(print);
    struct document *document = course_document(print, _("Handout"));
    document_add(document, DOCUMENT_LEAD, print_words(&course->aim));
    document_begin(document, DOCUMENT_FIELDS);
    document_field(document, _("Name"), 40);
    document_field(document, _("Branch"), 35);
    document_field(document, _("Date"), 25);
    document_end(document);
    for (int i = 0; i < course->segment_count; i++) {
        if (!segment_for_trainees(document, print, &course->segments[i], i + 1, error)) {
            document_free(document);
            return NULL;
        }
    }
    return document;
}

/* ------------------------------------------------------------------------------- slides ---- */

static void slide(struct document *document, const struct segment *segment, int number)
{
    document_begin(document, DOCUMENT_SLIDE);
    if (segment) {
        document_begin(document, DOCUMENT_SUBHEADING);
        document_printf(document, PIECE_PLAIN, "%d  %s", number, print_words(&segment->title));
        document_end(document);
        print_list(document, DOCUMENT_BULLETS, &segment->slides);
    }
    document_end(document);
}

struct document *print_slides(struct print *print)
{
    const struct course *course = print_course(print);
    struct document *document = course_document(print, _("Slides"));
    const struct segment *left = NULL;
    int left_number = 0;
    for (int i = 0; i <= course->segment_count; i++) {
        const struct segment *segment = i < course->segment_count ? &course->segments[i] : NULL;
        if (segment && segment->slides.count == 0)
            continue;
        if (!left && segment) {
            left = segment;
            left_number = i + 1;
        } else if (left) {
            document_begin(document, DOCUMENT_SLIDE_PAIR);
            slide(document, left, left_number);
            slide(document, segment, i + 1);
            document_end(document);
            left = NULL;
        }
    }
    return document;
}

/* -------------------------------------------------------------------------------- guide ---- */

static void timetable(struct document *document, const struct course *course)
{
    int from = 0;
    document_add(document, DOCUMENT_HEADING, _("Timetable"));
    document_table(document, (int[]){17, 46, 13, 10, 14}, 5);
    document_begin(document, DOCUMENT_HEAD_ROW);
    print_cell(document, _("Clock"));
    print_cell(document, _("Segment"));
    print_cell(document, _("How"));
    document_add(document, DOCUMENT_NUMBER_CELL, _("Min."));
    print_cell(document, _("Actual"));
    document_end(document);
    for (int i = 0; i < course->segment_count; i++) {
        const struct segment *segment = &course->segments[i];
        document_begin(document, DOCUMENT_ROW);
        document_begin(document, DOCUMENT_CELL);
        span_text(document, from, segment->minutes);
        document_end(document);
        document_begin(document, DOCUMENT_CELL);
        document_printf(document, PIECE_PLAIN, "%d  %s", i + 1, print_words(&segment->title));
        document_end(document);
        print_cell(document, kind_label(segment->kind));
        document_begin(document, DOCUMENT_NUMBER_CELL);
        document_printf(document, PIECE_PLAIN, "%d", segment->minutes);
        document_end(document);
        print_cell(document, "");
        document_end(document);
        from += segment->minutes;
    }
    document_end(document);
}

static bool materials(struct document *document, struct print *print, struct error *error)
{
    const struct course *course = print_course(print);
    document_begin(document, DOCUMENT_SECTION);
    document_add(document, DOCUMENT_HEADING, _("What to bring"));
    document_begin(document, DOCUMENT_CHECKS);
    document_add(document, DOCUMENT_ITEM, _("Handouts, one for each trainee; a pen each"));
    document_add(document, DOCUMENT_ITEM,
                 _("A board and markers; a clock that everyone can see; the slides"));
    for (int i = 0; i < course->segment_count; i++) {
        const struct segment *segment = &course->segments[i];
        if (segment->exercise) {
            const struct exercise_file *file = print_find_exercise(print, segment->exercise, error);
            if (!file)
                return false;
            document_begin(document, DOCUMENT_ITEM);
            document_printf(document, PIECE_PLAIN, _("Answer sheet of the exercise \"%s\" (%d)"),
                            print_words(&exercise_file_exercise(file)->title), i + 1);
            document_end(document);
        }
        for (int k = 0; k < segment->scenario_count; k++) {
            document_begin(document, DOCUMENT_ITEM);
            document_printf(document, PIECE_PLAIN,
                            _("Role cards \"%s\", a set of three for each group: yanlian cards %s"),
                            print_scenario_title(print, segment->scenarios[k]),
                            segment->scenarios[k]);
            document_end(document);
        }
    }
    document_end(document);
    document_end(document);
    return true;
}

static void segment_facts(struct document *document, const struct segment *segment, int from)
{
    document_begin(document, DOCUMENT_QUIET);
    span_text(document, from, segment->minutes);
    document_text(document, PIECE_PLAIN, " · ");
    minutes_text(document, segment->minutes);
    document_printf(document, PIECE_PLAIN, " · %s", kind_label(segment->kind));
    if (segment->time_high > 0)
        document_printf(document, PIECE_PLAIN, _(" · give them %d–%d minutes"), segment->time_low,
                        segment->time_high);
    document_end(document);
}

/* A small heading and a list, when there is something to list. */
static void guide_list(struct document *document, const char *label, enum document_block list,
                       const struct texts *texts)
{
    if (texts->count == 0)
        return;
    document_add(document, DOCUMENT_LABEL, label);
    print_list(document, list, texts);
}

/* On one page: nobody turns a leaf while they ask. */
static void questions_and_answers(struct document *document, const struct segment *segment)
{
    if (segment->prompts.count + segment->answers.count == 0)
        return;
    document_begin(document, DOCUMENT_KEEP);
    guide_list(document, _("Ask"), DOCUMENT_BULLETS, &segment->prompts);
    guide_list(document, _("A good answer holds"), DOCUMENT_CHECKS, &segment->answers);
    document_end(document);
}

static void notes(struct document *document, const struct texts *texts)
{
    if (texts->count == 0)
        return;
    document_add(document, DOCUMENT_LABEL, _("Notes"));
    document_begin(document, DOCUMENT_NOTE);
    for (int i = 0; i < texts->count; i++)
        document_add(document, DOCUMENT_PARAGRAPH, print_words(&texts->items[i]));
    document_end(document);
}

/* The slides are printed by themselves: here a line is enough to know where one is. */
static void slide_line(struct document *document, const struct texts *slides)
{
    if (slides->count == 0)
        return;
    document_begin(document, DOCUMENT_QUIET);
    document_text(document, PIECE_STRONG, _("On the slide: "));
    for (int i = 0; i < slides->count; i++) {
        document_text(document, PIECE_PLAIN, i > 0 ? " | " : "");
        document_text(document, PIECE_PLAIN, print_words(&slides->items[i]));
    }
    document_end(document);
}

static bool segment_for_trainers(struct document *document, struct print *print,
                                 const struct segment *segment, struct error *error)
{
    guide_list(document, _("Afterwards they can"), DOCUMENT_BULLETS, &segment->objectives);
    slide_line(document, &segment->slides);
    notes(document, &segment->notes);
    questions_and_answers(document, segment);
    if (segment->exercise) {
        const struct exercise_file *file = print_find_exercise(print, segment->exercise, error);
        if (!file)
            return false;
        const struct exercise *exercise = exercise_file_exercise(file);
        document_add(document, DOCUMENT_LABEL, _("Exercise"));
        print_labelled(document, DOCUMENT_PARAGRAPH, print_words(&exercise->title), "");
        print_labelled(document, DOCUMENT_PARAGRAPH, _("Model answer: "),
                       print_words(&exercise->model));
    }
    if (segment->scenario_count > 0) {
        document_add(document, DOCUMENT_LABEL, _("The scenarios"));
        scenario_list(document, print, segment);
    }
    print_sources(document, segment->sources, segment->source_count, source_title,
                  print_course_file(print));
    return true;
}

struct document *print_guide(struct print *print, struct error *error)
{
    const struct course *course = print_course(print);
    struct document *document = course_document(print, _("Trainer's guide"));
    int from = 0;
    document_add(document, DOCUMENT_LEAD, print_words(&course->aim));
    print_sources(document, course->sources, course->source_count, source_title,
                  print_course_file(print));
    bool done = materials(document, print, error);
    timetable(document, course);
    for (int i = 0; i < course->segment_count && done; i++) {
        const struct segment *segment = &course->segments[i];
        document_begin(document, DOCUMENT_SECTION);
        numbered_heading(document, segment, i + 1);
        segment_facts(document, segment, from);
        done = segment_for_trainers(document, print, segment, error);
        document_end(document);
        from += segment->minutes;
    }
    if (done)
        return document;
    document_free(document);
    return NULL;
}
