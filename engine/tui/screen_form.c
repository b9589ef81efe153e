/*
 * screen_form.c: the referral form.
 *
 * Six entries and two buttons above, what the entry under the cursor means and may hold below. The
 * choices are those of the vocabulary; nothing tells which are true. Think time goes on, and when
 * it is up the form is taken away, as a customer would leave.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/dialogue.h"
#include "tui/entry.h"
#include "tui/keys.h"
#include "tui/screens.h"
#include "tui/sheet.h"

#define FORM_KEYS(X)                                                                               \
    X(FORM_MOVE, KEYS(0), "↑↓", N_("entry"), N_("the entry before or after (also Tab and Enter)")) \
    X(FORM_CHANGE, KEYS(0), "←→", N_("change"), N_("another choice (also Space, h and l)"))        \
    X(FORM_ACT, KEYS(KEYCAP_ENTER), "Enter", N_("next entry"),                                     \
      N_("the next entry; on a button: file the form, or leave it"))                               \
    X(FORM_HELP, KEYS('?'), "?", N_("help"), N_("this help"))                                      \
    X(FORM_CANCEL, KEYS(KEYCAP_ESCAPE), "Esc", N_("cancel"),                                       \
      N_("back to the customer; what you entered is kept until you answer"))

enum form_command { FORM_KEYS(KEY_COMMAND) FORM_COMMAND_COUNT };

static const struct key_row form_key_rows[] = {FORM_KEYS(KEY_ROW)};
static const struct key_table form_key_table = KEY_TABLE(form_key_rows);

/* The form's fields in the order they stand: name, the vocabulary's four, consent, two buttons. */
enum place {
    PLACE_CUSTOMER,
    PLACE_OPTIONS,
    PLACE_CONSENT = PLACE_OPTIONS + FORM_FIELD_COUNT,
    PLACE_FILE,
    PLACE_CANCEL,
    PLACE_COUNT
};

enum { ZONE_CHOICES = 100, VALUE_CELLS = 40 };

struct filling {
    struct tui *tui;
    const struct session *session;
    const struct deadline *deadline;
    struct form *form;
    struct entry_field fields[PLACE_COUNT];
    const char **choices[FORM_FIELD_COUNT]; /* the vocabulary's labels; freed at the end */
    const char *labels[PLACE_COUNT][3];     /* of consent and the buttons, NULL last */
    struct entry *entry;
    bool help;
    int help_top;
};

/* ---------------------------------------------------------------------------------- fields ---- */

static void make_choices(struct filling *filling, int field)
{
    const struct vocabulary *vocabulary = session_scenario(filling->session)->vocabulary;
    int count = vocabulary->form_option_count[field];
    const char **labels =
        calloc((size_t)count + 1, sizeof *labels); /* the form library wants NULL last */
    if (!labels)
        abort();
    for (int i = 0; i < count; i++)
        labels[i] = vocabulary->form_options[field][i].term.label.words[words_language()];
    filling->choices[field] = labels;
    filling->fields[PLACE_OPTIONS + field] =
        (struct entry_field){.kind = ENTRY_CHOICE,
                             .choices = labels,
                             .choice_count = count,
                             .choice = filling->form->options[field]};
}

static void make_fields(struct filling *filling)
{
    const char *(*labels)[3] = filling->labels;
    filling->fields[PLACE_CUSTOMER] = (struct entry_field){
        .kind = ENTRY_TEXT, .text = filling->form->customer, .size = FORM_CUSTOMER_SIZE};
    for (int field = 0; field < FORM_FIELD_COUNT; field++)
        make_choices(filling, field);
    labels[PLACE_CONSENT][0] = _("no");
    labels[PLACE_CONSENT][1] = _("yes");
    labels[PLACE_FILE][0] = _("File the form");
    labels[PLACE_CANCEL][0] = _("Cancel");
    filling->fields[PLACE_CONSENT] = (struct entry_field){.kind = ENTRY_CHOICE,
                                                          .choices = labels[PLACE_CONSENT],
                                                          .choice_count = 2,
                                                          .choice = filling->form->consent};
    for (int place = PLACE_FILE; place <= PLACE_CANCEL; place++)
        filling->fields[place] =
            (struct entry_field){.kind = ENTRY_BUTTON, .choices = labels[place], .choice_count = 1};
}

static void read_fields(struct filling *filling)
{
    for (int field = 0; field < FORM_FIELD_COUNT; field++)
        filling->form->options[field] = filling->fields[PLACE_OPTIONS + field].choice;
    filling->form->consent = filling->fields[PLACE_CONSENT].choice == 1;
}

static const char *title_of(enum place place)
{
    switch (place) {
    case PLACE_CUSTOMER:
        return _("Customer");
    case PLACE_CONSENT:
        return _("Contact agreed");
    case PLACE_FILE:
    case PLACE_CANCEL:
    case PLACE_COUNT:
        return "";
    default:
        return form_field_title((enum form_field)(place - PLACE_OPTIONS));
    }
}

static const char *meaning_of(enum place place)
{
    switch ((int)place) {
    case PLACE_CUSTOMER:
        return _("How the customer is called, as far as you have learnt it: the surname at least.");
    case PLACE_OPTIONS + FORM_SIGNAL:
        return _("What you noticed that made you think of a referral. Only what was to be seen.");
    case PLACE_OPTIONS + FORM_BUSINESS:
        return _("The business the customer came for.");
    case PLACE_OPTIONS + FORM_NEED:
        return _("The need the customer has shown in words or deeds. Never a guess: if none was "
                 "shown, say so.");
    case PLACE_OPTIONS + FORM_OUTCOME:
        return _("How the referral came out.");
    case PLACE_CONSENT:
        return _("Yes only if the customer was asked and agreed to be contacted.");
    case PLACE_FILE:
        return _("The form goes to the client manager. It is checked against what the conversation "
                 "showed.");
    default:
        return _("Back to the customer; the form is not filed.");
    }
}

/* --------------------------------------------------------------------------------- drawing ---- */

static void draw_clock(const struct filling *filling, struct canvas *canvas)
{
    char clock[2 * CLOCK_SIZE];
    int64_t left =
        (int64_t)filling->deadline->limit_seconds * 1000 - deadline_think_ms(filling->deadline);
    if (filling->deadline->limit_seconds == 0)
        return;
    bool hurry = left <= HURRY_MS;
    format_left(left, hurry, clock, sizeof clock);
    canvas_text_right(canvas, 0, canvas_cols(canvas) - 1, 20, hurry ? INK_BAD : INK_TITLE, clock);
}

static void draw_entry(const struct filling *filling, struct canvas *canvas, struct area inside,
                       enum place place, int label_cells)
{
    bool current = entry_current(filling->entry) == (int)place;
    int y = inside.y + (int)place, x = inside.x + 2 + label_cells + 4;
    int room = inside.cols - (x - inside.x) - 2;
    int cells = room < VALUE_CELLS ? room : VALUE_CELLS;
    canvas_text(canvas, y, inside.x, 1, INK_KEY, current ? ">" : " ");
    canvas_text(canvas, y, inside.x + 2, label_cells, current ? INK_STRONG : INK_PLAIN,
                title_of(place));
    if (current && filling->fields[place].kind == ENTRY_CHOICE) {
        canvas_text(canvas, y, x - 2, 1, INK_KEY, "<");
        canvas_text(canvas, y, x + cells + 1, 1, INK_KEY, ">");
    }
    entry_draw(filling->entry, (int)place, canvas, y, x, cells);
    canvas_zone(canvas, (struct area){y, inside.x, 1, inside.cols}, (int)place);
}

static int draw_button(const struct filling *filling, struct canvas *canvas, int y, int x,
                       enum place place)
{
    bool current = entry_current(filling->entry) == (int)place;
    int cells = text_width(filling->fields[place].choices[0]);
    canvas_text(canvas, y, x, 1, INK_KEY, current ? ">" : " ");
    canvas_text(canvas, y, x + 2, 1, INK_KEY, "[");
    entry_draw(filling->entry, (int)place, canvas, y, x + 4, cells);
    canvas_text(canvas, y, x + 5 + cells, 1, INK_KEY, "]");
    canvas_zone(canvas, (struct area){y, x, 1, cells + 6}, (int)place);
    return cells + 8;
}

static void draw_entries(const struct filling *filling, struct canvas *canvas, struct area box)
{
    struct area inside = area_inside(box);
    int label_cells = 0;
    canvas_box(canvas, box, _("Referral form"));
    for (int place = 0; place <= PLACE_CONSENT; place++) {
        int width = text_width(title_of((enum place)place));
        label_cells = width > label_cells ? width : label_cells;
    }
    for (int place = 0; place <= PLACE_CONSENT; place++)
        draw_entry(filling, canvas, inside, (enum place)place, label_cells);
    int x = inside.x, y = inside.y + PLACE_CONSENT + 2;
    x += draw_button(filling, canvas, y, x, PLACE_FILE);
    draw_button(filling, canvas, y, x, PLACE_CANCEL);
}

/* What the entry means, and its choices with the chosen one marked; scrolled to that if need be. */
static void draw_meaning(const struct filling *filling, struct canvas *canvas, struct area box)
{
    enum place place = (enum place)entry_current(filling->entry);
    const struct entry_field *field = &filling->fields[place];
    struct area inside = area_inside(box);
    canvas_box(canvas, box, title_of(place));
    int used = canvas_wrap(canvas, inside, INK_PLAIN, meaning_of(place));
    if (field->kind != ENTRY_CHOICE)
        return;
    used += inside.rows - used > field->choice_count ? 1 : 0;
    int rows = inside.rows - used;
    int top = field->choice >= rows ? field->choice - rows + 1 : 0;
    for (int i = top; i < field->choice_count && i < top + rows; i++) {
        int y = inside.y + used + i - top;
        bool chosen = i == field->choice;
        canvas_printf(canvas, y, inside.x, inside.cols, chosen ? INK_STRONG : INK_PLAIN, "%s %s",
                      chosen ? ">" : " ", field->choices[i]);
        canvas_zone(canvas, (struct area){y, inside.x, 1, inside.cols}, ZONE_CHOICES + i);
    }
}

static void draw(struct filling *filling)
{
    struct canvas *canvas = terminal_canvas(filling->tui);
    int rows = canvas_rows(canvas), cols = canvas_cols(canvas), upper = PLACE_CONSENT + 5;
    const struct scenario *scenario = session_scenario(filling->session);
    canvas_printf(canvas, 0, 1, cols - 16, INK_TITLE, "%s · %s", _("yanlian"),
                  scenario->title.words[words_language()]);
    draw_clock(filling, canvas);
    draw_entries(filling, canvas, (struct area){1, 0, upper, cols});
    draw_meaning(filling, canvas, (struct area){1 + upper, 0, rows - 2 - upper, cols});
    bool on_choice = filling->fields[entry_current(filling->entry)].kind == ENTRY_CHOICE;
    keys_draw(form_key_table, canvas, 0, on_choice ? 0 : COMMAND_BIT(FORM_CHANGE));
    if (filling->help)
        keys_help(form_key_table, filling->tui, 0, NULL, &filling->help_top);
    else
        terminal_no_overlay(filling->tui);
    terminal_show(filling->tui);
}

/* ----------------------------------------------------------------------------------- input ---- */

enum { STILL_FILLING = -1 };

static int press(enum place place)
{
    if (place == PLACE_FILE)
        return FORM_FILED;
    return place == PLACE_CANCEL ? (int)FORM_CANCELLED : STILL_FILLING;
}

static int click(struct filling *filling, const struct input *input)
{
    int zone = terminal_zone(filling->tui, input);
    if (zone == ZONE_KEYS + FORM_CANCEL)
        return FORM_CANCELLED;
    if (zone == ZONE_KEYS + FORM_HELP)
        filling->help = true;
    else if (zone >= ZONE_CHOICES && zone < ZONE_KEYS)
        entry_choose(filling->entry, zone - ZONE_CHOICES);
    else if (zone >= 0 && zone < PLACE_COUNT) {
        entry_go(filling->entry, zone);
        return press((enum place)zone);
    }
    return STILL_FILLING;
}

static int answer(struct filling *filling, const struct input *input)
{
    if (filling->help) {
        filling->help = keys_help_input(input, &filling->help_top);
        return STILL_FILLING;
    }
    if (input->kind == INPUT_CLICK)
        return click(filling, input);
    if (input->kind == INPUT_PASTE)
        entry_paste(filling->entry, input->text);
    if (input->kind != INPUT_KEY || entry_key(filling->entry, input->key))
        return STILL_FILLING;
    switch (keys_command(form_key_table, filling->tui, input)) {
    case FORM_ACT:
        return press((enum place)entry_current(filling->entry));
    case FORM_CANCEL:
        return FORM_CANCELLED;
    case FORM_HELP:
        filling->help = true;
        filling->help_top = 0;
        return STILL_FILLING;
    default:
        return STILL_FILLING;
    }
}

enum form_outcome screen_form(struct tui *tui, const struct session *session,
                              const struct deadline *deadline, struct form *form)
{
    struct filling filling = {.tui = tui, .session = session, .deadline = deadline, .form = form};
    int outcome = STILL_FILLING;
    make_fields(&filling);
    filling.entry = entry_new(filling.fields, PLACE_COUNT);
    while (outcome == STILL_FILLING) {
        struct input input;
        draw(&filling);
        terminal_read(tui, deadline->limit_seconds ? deadline_wait_ms(deadline) : -1, &input);
        if (input.kind == INPUT_STOP)
            outcome = FORM_STOPPED;
        else if (deadline_passed(deadline))
            outcome = FORM_TIME_UP;
        else
            outcome = answer(&filling, &input);
    }
    read_fields(&filling);
    entry_free(filling.entry);
    for (int field = 0; field < FORM_FIELD_COUNT; field++)
        free(filling.choices[field]);
    return (enum form_outcome)outcome;
}
