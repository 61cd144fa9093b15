// Stands between the program and the C library for calls that rename or remove. Loaded by LD_PRELOAD; see crash.py.
//   SHIM_COUNT=FILE    writes how many such calls were made
//   SHIM_KILL=N        kills the program before its N-th such call
//   SHIM_FAIL=N        lets the N-th such call fail with EIO, and those after it until SHIM_UNTIL
//   SHIM_SLEEP=US      microseconds before each removal
//   SHIM_NO_EXCHANGE   no file system can exchange two folders
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_long calls;

// Not the Git that the program runs.
static int is_program(void) { return strcmp(program_invocation_short_name, getenv("SHIM_PROGRAM") ?: "playbook") == 0; }

static long setting(const char *name) {
    const char *text = getenv(name);
    return text ? atol(text) : 0;
}

// True when the call is to fail.
static int before(int removes) {
    if (!is_program()) return 0;
    long number = atomic_fetch_add(&calls, 1) + 1;
    if (number == setting("SHIM_KILL")) {
        kill(getpid(), SIGKILL);
        pause();
    }
    if (removes && setting("SHIM_SLEEP")) usleep((useconds_t)setting("SHIM_SLEEP"));
    long first = setting("SHIM_FAIL"), last = setting("SHIM_UNTIL");
    if (!first || number < first || number > (last ? last : first)) return 0;
    errno = EIO;
    return 1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int rename(const char *old, const char *new) { return before(0) ? -1 : NEXT(rename)(old, new); }
int renameat2(int a, const char *old, int b, const char *new, unsigned flags) {
    if (before(0)) return -1;
    if (flags && getenv("SHIM_NO_EXCHANGE")) {
        errno = EINVAL;
        return -1;
    }
    return NEXT(renameat2)(a, old, b, new, flags);
}
int unlink(const char *path) { return before(1) ? -1 : NEXT(unlink)(path); }
int rmdir(const char *path) { return before(1) ? -1 : NEXT(rmdir)(path); }

__attribute__((destructor)) static void count(void) {
    const char *path = getenv("SHIM_COUNT");
    if (!path || !is_program()) return;
    FILE *file = fopen(path, "w");
    if (!file) return;
    fprintf(file, "%ld\n", atomic_load(&calls));
    fclose(file);
}
