#include "CPlatform.h"

#include <sys/resource.h>

static long long microseconds(int whose) {
    struct rusage usage;
    if (getrusage(whose, &usage) != 0) return 0;
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000LL + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

long long platform_processor_microseconds(void) {
    return microseconds(RUSAGE_SELF) + microseconds(RUSAGE_CHILDREN);
}
