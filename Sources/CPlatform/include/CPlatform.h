#ifndef CPLATFORM_H
#define CPLATFORM_H

/// Exchanges two paths in one step, so that at every moment both exist (renameat2(2), RENAME_EXCHANGE).
/// Returns 0, or the value of errno. A C function because Swift's Glibc module hides what needs _GNU_SOURCE.
int platform_exchange(const char *first, const char *second);

#include <stddef.h>

// Memory for one parse, freed as a whole: a tree of a million nodes is not worth a million calls. An arena is of the thread that entered
// it, and arenas are left in the reverse order of entering. The functions end the program when there is no memory left, as the ones that
// they stand for do.
struct platform_arena;
struct platform_arena *platform_arena_enter(void);
void platform_arena_leave(struct platform_arena *arena);
void *platform_arena_calloc(size_t count, size_t size);
void *platform_arena_realloc(void *memory, size_t size);
void platform_arena_free(void *memory);

#endif
