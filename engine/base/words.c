/* words.c: gettext without depending on which locales a machine has. */
#include "base/words.h"

#include <locale.h>
#include <stdlib.h>

static enum language current = LANGUAGE_EN;

void words_begin(const char *folder)
{
    setlocale(LC_ALL, "C.UTF-8");
    setlocale(LC_COLLATE, "C");
    setlocale(LC_NUMERIC, "C");
    if (folder)
        bindtextdomain("yanlian", folder);
    bind_textdomain_codeset("yanlian", "UTF-8");
    textdomain("yanlian");
    words_use(current);
}

void words_use(enum language language)
{
    extern int _nl_msg_cat_cntr; /* glibc: tells gettext that LANGUAGE has changed */
    current = language;
    setenv("LANGUAGE", language == LANGUAGE_ZH ? "zh_CN" : "en", 1);
    ++_nl_msg_cat_cntr;
}

enum language words_language(void)
{
    return current;
}

enum language words_from_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    enum language language = LANGUAGE_EN;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (!value || value[0] == '\0')
            continue;
        language_parse(value, &language);
        return language;
    }
    return language;
}
