#ifndef PLAYBOOK_THEME_H
#define PLAYBOOK_THEME_H

#include <stddef.h>

/// A file of the built-in theme.
struct theme_file {
    /// Its path below site-templates/, such as site/page.mustache.
    const char *_Nonnull path;
    const unsigned char *_Nonnull bytes;
    size_t count;
};

/// How many files the theme has.
size_t theme_file_count(void);

/// The file of a number, from 0 to below the count.
struct theme_file theme_file_at(size_t number);

#endif
