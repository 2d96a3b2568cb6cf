/* Stretches of a text that were met before: a table of their hashes, and of where they began. */
#ifndef STYLELINT_CUTS_H
#define STYLELINT_CUTS_H

#include "native.h"

#include <string.h>

/* What a stretch hashes to, and where it began first and last. */
typedef struct {
    uint64_t hash;
    Py_ssize_t first, last;
} Cut;

/* The stretches in the order in which they were met; and a power of two of slots, each of which holds the number of
   one, from 1, or 0.  Three of four slots and more are free, so that most looks end at the first. */
typedef struct {
    Cut *items;
    Py_ssize_t count, room;
    uint32_t *slots;
    size_t width;
} Cuts;

/* Make a table, to be freed by `cuts_free`, which begins with so many slots or some more; return 0, or -1 with an
   exception. */
int cuts_new(Cuts *table, size_t slots);

void cuts_free(Cuts *table);

/* Forget all that was met. */
void cuts_forget(Cuts *table);

/* Note a stretch that is new, at a free slot; return 0, or -1 with an exception. */
int cuts_add(Cuts *table, size_t slot, uint64_t hash, Py_ssize_t start);

/* As `cuts_met`, for a stretch with this hash of its ends. */
int cuts_find(Cuts *table, const char *text, Py_ssize_t start, Py_ssize_t size, uint64_t hash, Cut *before);

static inline uint64_t cuts_word(const char *text)
{
    uint64_t word;
    memcpy(&word, text, sizeof word);
    return word;
}

/* Note a stretch of 16 bytes or more.  Return 1 and where it began before, first and last, or 0 where it is
   new, or -1 with an exception. */
static inline int cuts_met(Cuts *table, const char *text, Py_ssize_t start, Py_ssize_t size, Cut *before)
{
    /* Of its ends alone, as most are told apart by them. */
    uint64_t one = (cuts_word(text + start) ^ (uint64_t)size) * 0x9E3779B97F4A7C15u;
    uint64_t other = cuts_word(text + start + size - 8) * 0xC2B2AE3D27D4EB4Fu;
    uint64_t hash = (one ^ one >> 32) + (other ^ other >> 29);
    hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 32;
    size_t slot = (size_t)hash & (table->width - 1);
    if (table->slots[slot] == 0) {
        return cuts_add(table, slot, hash, start);
    }
    return cuts_find(table, text, start, size, hash, before);
}

#endif
