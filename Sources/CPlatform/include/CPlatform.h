#ifndef CPLATFORM_H
#define CPLATFORM_H

/// Exchanges two paths in one step, so that at every moment both exist (renameat2(2), RENAME_EXCHANGE).
/// Returns 0, or the value of errno. A C function because Swift's Glibc module hides what needs _GNU_SOURCE.
int platform_exchange(const char *first, const char *second);

/// Waits until everything that was written to the file system of an open file or folder is on its disk (syncfs(2)).
/// Returns 0, or the value of errno.
int platform_sync_file_system(int descriptor);

/// The processor time that this program and the ended programs that it ran have taken, on all cores (getrusage(2)). A C function because
/// Swift imports the constants differently on each system.
long long platform_processor_microseconds(void);

/// From now on SIGHUP, SIGINT and SIGTERM are noted and do not end the program, unless they are ignored. A second one
/// ends it.
void platform_watch_signals(void);
/// Restores the handlers that were set before the last platform_watch_signals.
void platform_unwatch_signals(void);
/// The signal that was noted last; 0 if there was none.
int platform_caught_signal(void);

#include <stddef.h>
// On other systems, memchr and similar functions are in modules with other names, so they come with this module.
#include <string.h>

// Memory for one parse, which is freed as a whole, because a tree of a million nodes should not cost a million calls.
// An arena belongs to the thread that entered it; arenas are left in the reverse order of entering. If memory runs out,
// these functions end the program, like the functions that they replace.
struct platform_arena;
struct platform_arena *platform_arena_enter(void);
void platform_arena_leave(struct platform_arena *arena);
void *platform_arena_calloc(size_t count, size_t size);
void *platform_arena_realloc(void *memory, size_t size);
void platform_arena_free(void *memory);

#endif
