#ifndef CPLATFORM_H
#define CPLATFORM_H

/// Exchanges two paths in one step, so that at every moment both exist (renameat2(2), RENAME_EXCHANGE).
/// Returns 0, or the value of errno. A C function because Swift's Glibc module hides what needs _GNU_SOURCE.
int platform_exchange(const char *first, const char *second);

#endif
