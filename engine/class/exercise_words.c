/* exercise_words.c: labels, answers and numbers in words. */
#include "class/exercise_words.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"

static const double number_max = 1e12;

const char *task_kind_label(enum task_kind kind)
{
    static const char *const labels[TASK_KIND_COUNT] = {
        [TASK_CLASSIFY] = N_("sorting"), [TASK_ORDER] = N_("ordering"),
        [TASK_MATCH] = N_("matching"),   [TASK_TABLE] = N_("table"),
        [TASK_FORM] = N_("filling in"),  [TASK_CHOOSE] = N_("questions"),
    };
    return _(labels[kind]);
}

/* ------------------------------------------------------------------------------ numbers ---- */

/* What full-width characters (FF01 to FF5E) and the minus sign mean in ASCII. */
static size_t narrow(const char *text, char *out)
{
    const unsigned char *byte = (const unsigned char *)text;
    if (byte[0] == 0xEF && byte[1] == 0xBC && byte[2] >= 0x81 && byte[2] <= 0xBF) {
        *out = (char)(byte[2] - 0x81 + '!');
        return 3;
    }
    if (byte[0] == 0xE2 && byte[1] == 0x88 && byte[2] == 0x92) {
        *out = '-';
        return 3;
    }
    *out = text[0];
    return 1;
}

/* Commas stand before groups of three digits, or nowhere. */
static bool commas_are_right(const char *text)
{
    const char *comma = strchr(text, ',');
    if (!comma)
        return true;
    size_t first = strspn(text, "0123456789");
    if (text + first != comma || first == 0 || first > 3)
        return false;
    for (; *comma == ','; comma += 4) {
        if (strspn(comma + 1, "0123456789") != 3)
            return false;
    }
    return *comma == '\0' || *comma == '.';
}

/* A number of any size. */
static bool read_number(const char *text, double *number)
{
    char plain[64], digits[64];
    size_t length = 0, count = 0;
    while (*text && length < sizeof plain - 1)
        text += narrow(text, &plain[length++]);
    plain[length] = '\0';
    while (length > 0 && plain[length - 1] == ' ')
        plain[--length] = '\0';
    const char *start = plain + strspn(plain, " ");
    const char *unsigned_part = start + (*start == '-' || *start == '+');
    if (*text || !strpbrk(unsigned_part, "0123456789") ||
        strspn(unsigned_part, "0123456789.,") != strlen(unsigned_part) ||
        !commas_are_right(unsigned_part))
        return false;
    for (; *start; start++) {
        if (*start != ',')
            digits[count++] = *start;
    }
    digits[count] = '\0';
    char *end;
    errno = 0;
    *number = strtod(digits, &end);
    return !*end && errno == 0 && isfinite(*number);
}

bool exercise_parse_number(const char *text, double *number)
{
    double value;
    if (!read_number(text, &value) || fabs(value) > number_max)
        return false;
    *number = value;
    return true;
}

const char *exercise_number_fault(const char *text)
{
    double value;
    if (!text[0] || exercise_parse_number(text, &value))
        return NULL;
    return read_number(text, &value) ? _("too large a number") : _("not a number");
}

void exercise_number_line(const struct number *number, double value, enum language language,
                          struct buffer *out)
{
    char text[NUMBER_TEXT_SIZE];
    const char *unit = number->unit.words[language];
    exercise_number_text(value, text);
    buffer_printf(out, "%s%s", number->label.words[language], _(": "));
    if (strcmp(unit, "%") == 0)
        buffer_printf(out, _("%s %%"), text);
    else
        buffer_printf(out, "%s%s%s", text, unit[0] ? " " : "", unit);
}

/* ------------------------------------------------------------------------------- labels ---- */

void exercise_label(const struct task *task, int part, enum language language, struct buffer *out)
{
    const struct part *of = &task->parts[part];
    if (task->kind != TASK_TABLE) {
        buffer_add(out, of->label.words[language]);
        return;
    }
    buffer_printf(out, "%s · %s", task->rows[of->row].words[language],
                  task->columns[of->column].words[language]);
}

static void add_options(const struct part *part, uint32_t options, const char *between,
                        enum language language, struct buffer *out)
{
    const char *before = "";
    for (int i = 0; i < part->option_count; i++) {
        if (!(options >> i & 1))
            continue;
        buffer_printf(out, "%s%s", before, part->options[i].label.words[language]);
        before = between;
    }
}

static void add_number(double value, struct buffer *out)
{
    char text[NUMBER_TEXT_SIZE];
    exercise_number_text(value, text);
    buffer_add(out, text);
}

void exercise_given_text(const struct task *task, int part, const struct part_answer *answer,
                         enum language language, struct buffer *out)
{
    const struct part *of = &task->parts[part];
    if (!answer->given)
        return;
    switch (of->kind) {
    case PART_CHOICE:
    case PART_SET:
        add_options(of, answer->options, _("; "), language, out);
        break;
    case PART_NUMBER:
        add_number(answer->number, out);
        break;
    case PART_WORDS:
        buffer_add(out, answer->words);
        break;
    default:
        buffer_printf(out, "%d", answer->place + 1);
    }
}

/* The first place that an item of this rank may take, and the last. */
static void add_places(const struct task *task, int part, struct buffer *out)
{
    int first = part, last = part;
    while (first > 0 && task->parts[first - 1].rank == task->parts[part].rank)
        first--;
    while (last + 1 < task->part_count && task->parts[last + 1].rank == task->parts[part].rank)
        last++;
    if (first == last)
        buffer_printf(out, "%d", first + 1);
    else
        buffer_printf(out, "%d-%d", first + 1, last + 1);
}

void exercise_right_text(const struct task *task, int part, enum language language,
                         struct buffer *out)
{
    const struct part *of = &task->parts[part];
    switch (of->kind) {
    case PART_CHOICE:
        add_options(of, of->right, _(" or "), language, out);
        break;
    case PART_SET:
        add_options(of, of->right, _("; "), language, out);
        break;
    case PART_WORDS:
        buffer_add(out, of->model.words[language][0] ? of->model.words[language] : of->accepted[0]);
        break;
    case PART_PLACE:
        add_places(task, part, out);
        break;
    default:
        add_number(of->expected, out);
    }
}

void exercise_order_text(const struct task *task, const struct part_answer *answers,
                         struct buffer *out)
{
    int right, pairs, items = task->part_count;
    if (task->kind != TASK_ORDER)
        return;
    exercise_order_pairs(task, answers, &right, &pairs);
    if (right < pairs)
        buffer_printf(out,
                      _("Scored by pairs: %d of %d stand in the right order, so %d × %d/%d = %.3g "
                        "points."),
                      right, pairs, items, right, pairs, (double)items * right / pairs);
}
