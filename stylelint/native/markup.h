/* What markup.c and frames.c share. */
#ifndef STYLELINT_MARKUP_H
#define STYLELINT_MARKUP_H

#include "blocks.h"

/* Return how many elements of a name are open, -1 with an exception. */
Py_ssize_t frames_of(const Sheet *sheet, PyObject *name);

/* Open an element, which is taken over and may be NULL with an exception; return 0, or -1 with an exception. */
int frame_push(Sheet *sheet, PyObject *frame);

/* Close the innermost element; `end` is where its closing tag ends, -1 if it has none. */
int frame_pop(Sheet *sheet, Py_ssize_t end);

#endif
