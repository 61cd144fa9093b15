#include "CPlatform.h"

#include <signal.h>
#include <stddef.h>

// A handler gets only the number of the signal, so what it notes must be global.
static volatile sig_atomic_t caught;

static const int watched[] = {SIGHUP, SIGINT, SIGTERM};
enum { count = sizeof watched / sizeof watched[0] };
static struct sigaction before[count];

static void note(int number) { caught = number; }

void platform_watch_signals(void) {
    for (int index = 0; index < count; index += 1) {
        // Only the first signal is noted: a second one ends a program that does not react to the first. System calls
        // that wait are restarted.
        struct sigaction action = {.sa_flags = (int)SA_RESETHAND | SA_RESTART};
        action.sa_handler = note;
        sigemptyset(&action.sa_mask);
        sigaction(watched[index], NULL, &before[index]);
        // Whoever starts a program with nohup wants it to continue.
        if (before[index].sa_handler != SIG_IGN) sigaction(watched[index], &action, NULL);
    }
}

void platform_unwatch_signals(void) {
    for (int index = 0; index < count; index += 1) sigaction(watched[index], &before[index], NULL);
}

int platform_caught_signal(void) { return caught; }
