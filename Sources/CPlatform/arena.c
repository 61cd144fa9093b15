#include "CPlatform.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// A block of memory that is handed out from its start, and the block that was filled before it.
struct block {
    struct block *previous;
    size_t size, used;
};

struct platform_arena {
    struct block *last;
    struct platform_arena *outer;
};

// libcmark passes no context to its allocator, so the current arena is stored for each thread.
static _Thread_local struct platform_arena *current;

static const size_t header = 16;

struct platform_arena *platform_arena_enter(void) {
    struct platform_arena *arena = calloc(1, sizeof(struct platform_arena));
    if (!arena) abort();
    arena->outer = current;
    current = arena;
    return arena;
}

void platform_arena_leave(struct platform_arena *arena) {
    current = arena->outer;
    for (struct block *block = arena->last; block;) {
        struct block *previous = block->previous;
        free(block);
        block = previous;
    }
    free(arena);
}

// The memory is zero, because each block comes from calloc and nothing is used twice.
static void *allocate(size_t size) {
    if (size > SIZE_MAX / 4) abort();
    size_t whole = (size + header + 15) & ~(size_t)15;
    struct block *block = current->last;
    if (!block || block->size - block->used < whole) {
        size_t least = block ? block->size * 2 : 16 << 10;
        if (least > 4 << 20) least = 4 << 20;
        size_t room = whole > least ? whole : least;
        struct block *next = calloc(1, ((sizeof(struct block) + 15) & ~(size_t)15) + room);
        if (!next) abort();
        next->previous = block;
        next->size = room;
        current->last = block = next;
    }
    char *start = (char *)block + ((sizeof(struct block) + 15) & ~(size_t)15) + block->used;
    block->used += whole;
    *(size_t *)start = size;
    return start + header;
}

void *platform_arena_calloc(size_t count, size_t size) {
    if (size && count > SIZE_MAX / 4 / size) abort();
    return allocate(count * size);
}

void *platform_arena_realloc(void *memory, size_t size) {
    if (!memory) return allocate(size);
    size_t old = *(size_t *)((char *)memory - header);
    if (size <= old) return memory;
    void *new = allocate(size);
    memcpy(new, memory, old);
    return new;
}

void platform_arena_free(void *memory) { (void)memory; }
