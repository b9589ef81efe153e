/* rubric.c: finds and loads the rubric. */
#include "class/rubric.h"

#include <string.h>

#include "class/courseware.h"

struct rubric_file *rubric_open(struct error *error)
{
    struct bundle *bundle = courseware_bundle(NULL, "rubric", error);
    struct rubric_file *file = bundle ? rubric_file_load(bundle, NULL, error) : NULL;
    bundle_free(bundle);
    return file;
}

bool criterion_parse(const char *word, enum criterion *criterion)
{
    int found = 0;
    size_t length = strlen(word);
    for (int i = 0; i < CRITERION_COUNT && length > 0; i++) {
        const char *id = criterion_id((enum criterion)i);
        bool number = length == 1 && word[0] == '1' + i;
        if (number || strncmp(id, word, length) == 0) {
            *criterion = (enum criterion)i;
            found++;
        }
    }
    return found == 1;
}
