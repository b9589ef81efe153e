/* report_csv.c: the gradebook, a row for each person. */
#include "base/words.h"
#include "class/report_faces.h"
#include "practice/export.h"

/* A comma before each but the first cell of a row. */
struct row {
    FILE *out;
    bool begun;
};

static void put(struct row *row, const char *text)
{
    if (row->begun)
        fputc(',', row->out);
    row->begun = true;
    export_cell(row->out, text);
}

static void put_number(struct row *row, int decimals, double number)
{
    char text[64];

    snprintf(text, sizeof text, "%.*f", decimals, number);
    put(row, text);
}

/* A name that may be made of digits. */
static void put_code(struct row *row, const char *text)
{
    if (row->begun)
        fputc(',', row->out);
    row->begun = true;
    export_code_cell(row->out, text);
}

static void end_row(struct row *row)
{
    fputs("\r\n", row->out);
    row->begun = false;
}

static void put_pair(struct row *row, const char *title, const char *what)
{
    char heading[1024];
    snprintf(heading, sizeof heading, "%s: %s", title, what);
    put(row, heading);
}

static void head(const struct report *report, struct row *row)
{
    const char *const fixed[] = {_("No."),    _("Name"),     _("Staff number"),
                                 _("Branch"), _("Job role"), _("Sessions")};
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        put(row, fixed[i]);
    for (int i = 0; i < report->scenario_count; i++) {
        put_pair(row, report->scenarios[i].title, _("score"));
        put_pair(row, report->scenarios[i].title, _("attempts"));
    }
    for (int i = 0; i < report->exercise_count; i++) {
        put_pair(row, report->exercises[i].title, _("points"));
        put_pair(row, report->exercises[i].title, _("points possible"));
    }
    put(row, _("Overall"));
    put(row, _("Critical rule broken"));
    put(row, _("Passed"));
    end_row(row);
}

static void put_scenario(struct row *row, const struct report_standing *standing)
{
    if (!standing) {
        put(row, "");
        put(row, "0");
        return;
    }
    put_number(row, 2, standing->counts.score);
    put_number(row, 0, standing->attempts.count);
}

static void put_exercise(struct row *row, const struct report_person *person, int exercise)
{
    bool done = exercise < person->exercise_count && person->exercises[exercise].attempts.count > 0;
    if (!done) {
        put(row, "");
        put(row, "");
        return;
    }
    put_number(row, 2, person->exercises[exercise].points);
    put_number(row, 2, person->exercises[exercise].most);
}

static void put_person(const struct report *report, const struct report_person *person,
                       struct row *row)
{
    if (person->number > 0)
        put_number(row, 0, person->number);
    else
        put(row, "");
    put(row, person->name);
    put_code(row, person->staff_number);
    put_code(row, person->branch);
    put(row, person->role);
    put_number(row, 0, person->sessions);
    for (int i = 0; i < report->scenario_count; i++)
        put_scenario(row, report_standing(person, i));
    for (int i = 0; i < report->exercise_count; i++)
        put_exercise(row, person, i);
    if (person->has_overall)
        put_number(row, 2, person->overall);
    else
        put(row, "");
    put(row, person->critical ? _("yes") : _("no"));
    put(row, !person->has_overall ? "" : person->passed ? _("yes") : _("no"));
    end_row(row);
}

void report_csv(const struct report *report, FILE *out)
{
    struct row row = {.out = out};
    fputs("\xEF\xBB\xBF", out);
    head(report, &row);
    for (int i = 0; i < report->people_count; i++)
        put_person(report, &report->people[i], &row);
}
