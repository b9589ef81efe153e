/* sessions.c: one session after the other. */
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "tui/screens.h"

/* The next scenario that loads, round the end of the list; NULL when none does. */
static const struct library_entry *next_entry(const struct library *library, const char *id)
{
    int count = library_count(library), from = -1;
    for (int i = 0; i < count; i++) {
        const struct loaded *loaded = library_entry(library, i)->loaded;
        if (loaded && strcmp(loaded_scenario(loaded)->id, id) == 0)
            from = i;
    }
    for (int step = 1; step <= count; step++) {
        const struct library_entry *entry = library_entry(library, (from + step) % count);
        if (entry->loaded)
            return entry;
    }
    return NULL;
}

static struct bundle *played_bundle(struct store *store, const struct session_row *row,
                                    struct error *error)
{
    char *json = store_source(store, row->digest, error);
    struct bundle *bundle = json ? bundle_from_json(json, error) : NULL;
    free(json);
    return bundle;
}

static enum mode mode_of(const struct session_row *row)
{
    enum mode mode = MODE_PRACTICE;
    for (int i = 0; i < MODE_COUNT; i++)
        mode = strcmp(row->mode, mode_name((enum mode)i)) == 0 ? (enum mode)i : mode;
    return mode;
}

struct play *next_play(struct store *store, const struct library *library,
                       const struct session_row *row, enum tui_outcome outcome, struct error *error)
{
    struct play_options options = {
        .person = &row->person,
        .mode = mode_of(row),
        .language = words_language(),
        .seed = play_new_seed(),
        .class = row->class[0] ? row->class : NULL,
    };
    if (outcome == TUI_NEXT) {
        const struct library_entry *entry = next_entry(library, row->scenario);
        if (entry)
            return play_begin(store, entry->bundle, &options, error);
        error_set(error, ERROR_NOT_FOUND, "%s", _("there is no scenario that loads"));
        return NULL;
    }
    struct bundle *bundle = played_bundle(store, row, error);
    struct play *play = bundle ? play_begin(store, bundle, &options, error) : NULL;
    bundle_free(bundle);
    return play;
}

bool tui_play_on(struct tui *tui, struct store *store, const struct library *library,
                 struct play *play, enum tui_outcome *outcome, struct error *error)
{
    for (;;) {
        struct session_row row = *play_row(play);
        if (!tui_play(tui, play, outcome, error))
            return false;
        if (*outcome == TUI_HOME || *outcome == TUI_QUIT)
            return true;
        play = next_play(store, library, &row, *outcome, error);
        *outcome = TUI_HOME;
        if (!play)
            return false;
    }
}

bool tui_play_after(struct tui *tui, struct store *store, const struct library *library,
                    const struct session_row *row, enum tui_outcome *outcome, struct error *error)
{
    struct play *play = next_play(store, library, row, *outcome, error);
    *outcome = TUI_HOME;
    return play && tui_play_on(tui, store, library, play, outcome, error);
}
