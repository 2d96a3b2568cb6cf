/* Which blocks of a draft share a passage. */
#ifndef STYLELINT_PASSAGES_H
#define STYLELINT_PASSAGES_H

#include "native.h"

/* Where a block begins and ends. */
typedef struct {
    Py_ssize_t start, end;
} Bounds;

/* Numbers of two blocks. */
typedef struct {
    Py_ssize_t first, second;
} Pair;

/* Pairs; begin with {0}, and free the items. */
typedef struct {
    Pair *items;
    Py_ssize_t count, room;
} Pairs;

int pairs_add(Pairs *pairs, Py_ssize_t first, Py_ssize_t second);

/* Put pairs of so many blocks in order, each once; return 0, or -1 with an exception. */
int pairs_sort(Pairs *pairs, Py_ssize_t blocks);

/* Add the pairs of blocks that share a passage; see `sharing` of stylelint/checks/_passages.py.  Return 0, or -1 with an
   exception.

   data: a folded text in UTF-8, bytes.
   blocks: so many, in code points. */
int passages_find(PyObject *data, const Bounds *blocks, Py_ssize_t count, Pairs *pairs);

#endif
