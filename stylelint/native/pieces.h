/* The pieces of a draft's prose, as `Prose` in readers/prose.py keeps them: rows of numbers, in bytes one after the other. */
#ifndef STYLELINT_PIECES_H
#define STYLELINT_PIECES_H

#include "reading.h"

#include <stdint.h>

/* Start and end in the prose, start and end in the source. */
typedef struct {
    int64_t start, end, from, until;
} Row;

/* What a prose has of pieces: the array of bytes that the rows stand in, and what those say that are not as long as what
   they stand for. */
typedef struct {
    PyObject *rows, *said;
} Pieces;

/* Tell whether these are rows and a dictionary; return 0, or -1 with an exception. */
int pieces_check(const Pieces *pieces);

/* Add a piece from a place in the prose on, for source[from:until]: to the letter, or saying something else, for which
   that is none; return where it ends, or -1 with an exception. */
Py_ssize_t pieces_add(const Pieces *pieces, Py_ssize_t start, PyObject *said, Py_ssize_t from, Py_ssize_t until);

/* Read the last piece; return 1, or 0 where there is none. */
int pieces_last(const Pieces *pieces, Row *row);

/* Tell whether a piece says a blank for more than one character; -1 with an exception. */
int piece_is_blank(const Pieces *pieces, const Row *row);

/* Take back the last piece, or all that begin at a place in the prose or after it; return 0, or -1 with an exception. */
int pieces_pop(const Pieces *pieces);
int pieces_take_back(const Pieces *pieces, Py_ssize_t start);

#endif
