/* Stretches of a text that were met before: a table of their hashes, and of where they began. */
#ifndef STYLELINT_CUTS_H
#define STYLELINT_CUTS_H

#include "native.h"

/* What a stretch hashes to, and where it began first and last; `first` is -1 in a free slot. */
typedef struct {
    uint64_t hash;
    Py_ssize_t first, last;
} Cut;

/* A power of two of slots, of which so many are used. */
typedef struct {
    Cut *slots;
    size_t count, used;
} Cuts;

/* Make a table, to be freed by `PyMem_Free(table->slots)`, which begins with so many slots or some more;
   return 0, or -1 with an exception. */
int cuts_new(Cuts *table, size_t slots);

/* Forget all that was met. */
void cuts_forget(Cuts *table);

/* Note a stretch of 16 bytes or more.  Return 1 and where it began before, first and last, or 0 where it is
   new, or -1 with an exception. */
int cuts_met(Cuts *table, const char *text, Py_ssize_t start, Py_ssize_t size, Cut *before);

#endif
