/* What findings are told with: where they stand in the source, in which lines, and what is said of them. */
#ifndef STYLELINT_TELLING_H
#define STYLELINT_TELLING_H

#include "reading.h"

/* Where the pieces of the prose stand in the source; none, where each place of the prose is the same there. */
typedef struct {
    const char *pieces;
    Py_ssize_t count;
} Rows;

/* Take the rows of `Pieces` in stylelint/document.py, bytes or None, which must be held meanwhile; return 0, or -1 with an
   exception. */
int rows_take(Rows *rows, PyObject *given);

/* Turn places in the prose into those in the source; return 0, or -1 with an exception. */
int rows_locate(const Rows *rows, Py_ssize_t *start, Py_ssize_t *end);

/* Find the block that holds a place, which the tuple of them holds, NULL where none does; return where it ends, -1 with an
   exception. */
Py_ssize_t find_block(PyObject *blocks, Py_ssize_t place, Py_ssize_t *index, PyObject **block);

/* Where the lines of a text begin.  Begin with {0}, and free `at`. */
typedef struct {
    Py_ssize_t *at, count, room;
} Starts;

/* Find where the lines of a text begin; return 0, or -1 with an exception. */
int starts_find(Starts *starts, const Text *text);

/* Return how many of the lines from the first so many on, or all before, begin at a place or before it. */
Py_ssize_t starts_until(const Starts *starts, Py_ssize_t low, Py_ssize_t place);

/* What a message is filled with. */
typedef struct {
    Text message;
    PyObject *prose, *replacement, *values;
    Py_ssize_t start, end;
} Filling;

/* Return a message with texts in the place of their names, a new reference; NULL with an exception. */
PyObject *message_filled(const Filling *filling);

#endif
