/* ask.c: questions and answers in line mode. */
#include "plain/ask.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "plain/speak.h"

bool ask_line(const struct plain *plain, char line[ASK_LINE_SIZE])
{
    size_t length = 0;
    fflush(plain->out);
    int character = fgetc(plain->in);
    if (character == EOF)
        return false;
    for (; character != EOF && character != '\n'; character = fgetc(plain->in)) {
        if (length < ASK_LINE_SIZE - 1)
            line[length++] = character == '\0' ? '\1' : (char)character;
    }
    while (length > 0 && strchr(" \t\r", line[length - 1]))
        length--;
    line[length] = '\0';
    size_t blanks = strspn(line, " \t");
    memmove(line, line + blanks, length - blanks + 1);
    return true;
}

bool ask_parse_number(const char *text, int most, int *number)
{
    char *end;
    long value = strtol(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end != '\0' || value < 1 || value > most)
        return false;
    *number = (int)value;
    return true;
}

/* ---------------------------------------------------------------------------- the form ---- */

/* Asks until a number from 1 to `most` comes; false at "q" and at the end of input. */
static bool ask_number(const struct plain *plain, const char *question, int most, int *number)
{
    char line[ASK_LINE_SIZE];
    for (;;) {
        fprintf(plain->out, _("%s (1-%d)> "), question, most);
        if (!ask_line(plain, line))
            return false;
        if (ask_parse_number(line, most, number))
            return true;
        if (strcmp(line, "q") == 0)
            return false;
        fprintf(plain->out, _("Type a number from 1 to %d, or q to leave the form.\n"), most);
    }
}

static bool ask_option(const struct plain *plain, const struct vocabulary *words,
                       enum form_field field, int *option)
{
    int number;
    for (int i = 0; i < words->form_option_count[field]; i++)
        fprintf(plain->out, "  %d  %s\n", i + 1,
                words->form_options[field][i].term.label.words[plain->language]);
    if (!ask_number(plain, form_field_label(field), words->form_option_count[field], &number))
        return false;
    *option = number - 1;
    return true;
}

bool ask_form(const struct plain *plain, const struct vocabulary *words, struct form *form)
{
    char line[ASK_LINE_SIZE];
    int consent;
    fprintf(plain->out, "%s\n%s> ", _("Referral form"), _("Customer (how they are called)"));
    if (!ask_line(plain, line) || strcmp(line, "q") == 0)
        return false;
    char *clean = text_clean(line, strlen(line), sizeof form->customer - 1, false);
    snprintf(form->customer, sizeof form->customer, "%s", clean);
    free(clean);
    for (int i = 0; i < FORM_FIELD_COUNT; i++) {
        if (!ask_option(plain, words, (enum form_field)i, &form->options[i]))
            return false;
    }
    fprintf(plain->out, "  1  %s\n  2  %s\n", _("yes"), _("no"));
    if (!ask_number(plain, _("Contact agreed"), 2, &consent))
        return false;
    form->consent = consent == 1;
    return true;
}
