/* The block that is being read, for blocks.c: what `Sheet`, `Prose` and `Inline` hold in Python. */
#ifndef STYLELINT_SHEET_H
#define STYLELINT_SHEET_H

#include "reading.h"

typedef struct {
    PyObject *const *names; /* of attributes, from the module */
    PyTypeObject *span, *block;
    PyObject *blocks, *sheet, *prose, *markup, *regions, *source, *tags;
    Text text; /* of the source */
    PyObject *parts, *rows, *done, *opaque, *spans;
    /* What Python may change, too: taken before events are, and given back before Python is asked. */
    PyObject *asides, *images, *links, *alerts, *html, *top, *shape, *outer, *syntax;
    Py_ssize_t run, run_end, length, begin, first, last, depth, quotes, lists, items, code, due, next;
    int words, coding, muted, boxes;
} Sheet;

/* Take what Python holds, at first and after it was asked; return 0, or -1 with an exception. */
int sheet_open(Sheet *sheet, PyObject *module, PyObject *blocks);
int sheet_take(Sheet *sheet);

/* Give it back; return 0, or -1 with an exception. */
int sheet_give(const Sheet *sheet);
void sheet_free(Sheet *sheet);

/* The twins of methods of `Prose`: return 0, or -1 with an exception. */
int sheet_flush(Sheet *sheet);
int sheet_verbatim(Sheet *sheet, Py_ssize_t start, Py_ssize_t end);
int sheet_atom(Sheet *sheet, PyObject *text, Py_ssize_t start, Py_ssize_t end);

int sheet_hide(Sheet *sheet, Py_ssize_t start);

/* Leave the regions before a place behind: return 1 where this was done, 0 where they say something that follows
   the block, which is for Python, -1 with an exception. */
int sheet_pass(Sheet *sheet, Py_ssize_t end);

/* End the block that is open wherever it stands; returns what `sheet_end` does. */
int sheet_shut(Sheet *sheet);

/* Return a span, or None; a new reference, or NULL with an exception. */
PyObject *sheet_outer(const Sheet *sheet, Py_ssize_t start, Py_ssize_t end);

/* Begin a block whose shape and outer span are taken over, and may be NULL with an exception; end the block
   that is open: return 1 where this was done, 0 where it is for Python, -1 with an exception. */
int sheet_begin(Sheet *sheet, PyObject *shape, PyObject *outer);
int sheet_end(Sheet *sheet);

/* Return how long the prose is. */
static inline Py_ssize_t sheet_here(const Sheet *sheet)
{
    return sheet->length + sheet->run_end - sheet->run;
}

#endif
