/*
 * rows.c: from the columns of a query to the structs of store.h.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "core/score.h"
#include "store/database.h"

/* -1 when it is no band's name. */
static int band_parse(const char *name)
{
    for (int band = 0; band < BAND_COUNT; band++) {
        if (strcmp(name, band_name(band)) == 0) {
            return band;
        }
    }
    return -1;
}

void query_column_copy(const struct query *query, int column, char *out, size_t size)
{
    const char *text = query_column(query, column);
    char *clean = text_clean(text, strlen(text), size - 1, false);
    memcpy(out, clean, strlen(clean) + 1);
    free(clean);
}

void session_read(const struct query *query, struct session_row *row)
{
    *row = (struct session_row){
        .seed = (uint64_t)query_column_integer(query, 6),
        .started_at = query_column_time(query, 9),
        .ended_at = query_column_time(query, 10),
        .state = strcmp(query_column(query, 11), "finished") == 0 ? SESSION_FINISHED : SESSION_OPEN,
        .score = query_column_real(query, 12),
        .band = band_parse(query_column(query, 13)),
        .passed = query_column_integer(query, 14) != 0,
        .event_count = (int)query_column_integer(query, 16),
        .parent_turn = (int)query_column_integer(query, 19),
        .live = strcmp(query_column(query, 20), "live") == 0,
    };
    query_column_copy(query, 0, row->id, sizeof row->id);
    query_column_copy(query, 1, row->person.id, sizeof row->person.id);
    query_column_copy(query, 2, row->person.name, sizeof row->person.name);
    query_column_copy(query, 3, row->person.staff_number, sizeof row->person.staff_number);
    query_column_copy(query, 4, row->scenario, sizeof row->scenario);
    query_column_copy(query, 5, row->digest, sizeof row->digest);
    query_column_copy(query, 7, row->mode, sizeof row->mode);
    query_column_copy(query, 8, row->language, sizeof row->language);
    query_column_copy(query, 15, row->ending, sizeof row->ending);
    query_column_copy(query, 17, row->head, sizeof row->head);
    query_column_copy(query, 18, row->parent, sizeof row->parent);
    query_column_copy(query, 21, row->class, sizeof row->class);
}

void event_read(const struct query *query, struct event_row *event)
{
    *event = (struct event_row){
        .seq = (int)query_column_integer(query, 0),
        .at = query_column_time(query, 1),
    };
    query_column_copy(query, 2, event->kind, sizeof event->kind);
    query_column_copy(query, 4, event->hash, sizeof event->hash);
    event->payload = (char *)sqlite3_column_text(query->statement, 3);
}

void *array_grow(void *array, int count, size_t size)
{
    if ((count & (count - 1)) != 0) {
        return array;
    }
    size_t room = count > 0 ? 2 * (size_t)count : 1;
    void *grown = reallocarray(array, room, size);
    if (grown == NULL) {
        abort();
    }
    return grown;
}
