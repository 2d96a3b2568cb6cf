/* The different stretches of a text: each is known by where it stands first. */
#ifndef STYLELINT_DISTINCT_H
#define STYLELINT_DISTINCT_H

#include "slots.h"

enum { SHORTEST_DISTINCT = 4 };

/* Where a stretch stands first, how long it is, and what it hashes to. */
typedef struct {
    Py_ssize_t start, size;
    uint64_t hash;
} Standing;

/* Stretches of one text, numbered from 0 in the order in which they were first met; and a power of two of slots, of which
   each holds the number of one, from 1, or 0.  Begin with {0}. */
typedef struct {
    Standing *items;
    Py_ssize_t count, room, width;
    Py_ssize_t *slots;
    uint64_t drawn; /* see slots.h */
} Distinct;

/* Note a stretch of so many letters at least; return 0, or -1 with an exception. */
int distinct_note(Distinct *all, const Text *text, Py_ssize_t start, Py_ssize_t end);

/* Tell whether a stretch of so many letters at least is one of those that were noted. */
int distinct_has(const Distinct *all, const Text *text, Py_ssize_t start, Py_ssize_t end);

void distinct_free(Distinct *all);

#endif
