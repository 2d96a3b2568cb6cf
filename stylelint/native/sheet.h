/* The block that is being read, for blocks.c: what `Sheet`, `Prose` and `Inline` hold in Python. */
#ifndef STYLELINT_SHEET_H
#define STYLELINT_SHEET_H

#include "pieces.h"

/* What an element that is open has: see `Frame` in readers/elements.py. */
enum { FRAME_NAME, FRAME_SHAPE, FRAME_START, FRAME_BLOCKS, FRAME_MUTED, FRAME_FIELDS };

typedef struct {
    PyObject *module, *const *names; /* of attributes, from the module */
    PyTypeObject *span, *block;
    PyObject *blocks, *sheet, *prose, *markup, *regions, *source, *tags, *view, *counts, *sorts, *ends, *unread, *root;
    Text text; /* of the source */
    Pieces pieces;
    PyObject *done, *opaque, *spans, *stack;
    /* What Python may change, too: taken before events are, and given back before Python is asked. */
    PyObject *asides, *images, *links, *alerts, *html, *top, *shape, *outer, *syntax;
    Py_ssize_t run, run_end, length, begin, last, depth, quotes, lists, items, due, next;
    Py_ssize_t code, code_from, objects;
    int words, coding, muted, boxes, blank, named, lines;
} Sheet;

/* Take what Python holds, at first and after it was asked; return 0, or -1 with an exception. */
int sheet_open(Sheet *sheet, PyObject *module, PyObject *blocks);
int sheet_take(Sheet *sheet);

/* Let an element, which is taken over, be the innermost that is open; return 0, or -1 with an exception. */
int sheet_set_top(Sheet *sheet, PyObject *frame);

/* Give it back; return 0, or -1 with an exception. */
int sheet_give(const Sheet *sheet);
void sheet_free(Sheet *sheet);

/* The twins of methods of `Prose`: return 0, or -1 with an exception. */
int sheet_flush(Sheet *sheet);
int sheet_verbatim(Sheet *sheet, Py_ssize_t start, Py_ssize_t end);
int sheet_atom(Sheet *sheet, PyObject *text, Py_ssize_t start, Py_ssize_t end);

int sheet_hide(Sheet *sheet, Py_ssize_t start);
int sheet_take_back_blank(Sheet *sheet); /* of the open block */

/* Leave the regions before a place behind, and let what they say follow the block; return 1, or -1 with an
   exception. */
int sheet_pass(Sheet *sheet, Py_ssize_t end);

/* Return how many of the regions begin at a place or before it. */
Py_ssize_t regions_before(const Sheet *sheet, Py_ssize_t place);

/* Let Python do what a method is for, of one of the objects that are held, with up to three arguments, NULL where
   there are fewer; return 0, or -1 with an exception. */
int sheet_ask(Sheet *sheet, PyObject *object, Name method, PyObject *one, PyObject *two, PyObject *three);

/* End the block that is open wherever it stands: return 1 where this was done, 0 where it is for Python, -1 with an
   exception. */
int sheet_shut(Sheet *sheet);

/* Return a span, or None; a new reference, or NULL with an exception. */
PyObject *sheet_outer(const Sheet *sheet, Py_ssize_t start, Py_ssize_t end);

/* Begin a block whose shape and outer span are taken over, and may be NULL with an exception; end the block
   that is open; return 1, or -1 with an exception. */
int sheet_begin(Sheet *sheet, PyObject *shape, PyObject *outer);

/* End the block that is open, and let what stands beside it follow; return 1, or -1 with an exception. */
int sheet_end(Sheet *sheet);

/* Take back the blanks that the prose ends with; return 0 where rules do not see them: that is for Python. */
int sheet_trim(Sheet *sheet);

/* Tell whether all that stands beside the block is written as it is shown; -1 with an exception. */
int asides_are_plain(const Sheet *sheet);

/* Add what stands beside the block; return 1, or -1 with an exception. */
int asides_follow(Sheet *sheet);

/* Read source[start:end], which is HTML, and stop in the middle of its elements; return 0, or -1 with an exception. */
int markup_read(Sheet *sheet, Py_ssize_t start, Py_ssize_t end);
int markup_pause(Sheet *sheet, Py_ssize_t end);

/* Return how long the prose is. */
static inline Py_ssize_t sheet_here(const Sheet *sheet)
{
    return sheet->length + sheet->run_end - sheet->run;
}

#endif
