#ifndef CPLATFORM_H
#define CPLATFORM_H

/// Exchanges two paths in one step, so that at every moment both exist (renameat2(2), RENAME_EXCHANGE).
/// Returns 0, or the value of errno. A C function because Swift's Glibc module hides what needs _GNU_SOURCE.
int platform_exchange(const char *first, const char *second);

/// Waits until everything that was written to the file system of an open file or folder is on its disk (syncfs(2)).
/// Returns 0, or the value of errno.
int platform_sync_file_system(int descriptor);

/// From here on SIGHUP, SIGINT and SIGTERM are noted instead of ending the program, unless they are ignored. A second one ends it.
void platform_watch_signals(void);
/// What stood before the last platform_watch_signals stands again.
void platform_unwatch_signals(void);
/// The signal that was noted last; 0 when there was none.
int platform_caught_signal(void);

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
