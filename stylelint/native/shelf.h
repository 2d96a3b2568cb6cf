/* Stretches of a draft that are compared two by two. */
#ifndef STYLELINT_SHELF_H
#define STYLELINT_SHELF_H

#include "likeness.h"
#include "passages.h"

typedef enum { NOT_ASKED, UNCREDITED, MAYBE_CREDITED } Credit;

/* What is known of a stretch that is in a pair: its words, whether rules do not read all of it, and whether it may have a
   credit.  There can be very many. */
typedef struct {
    Reading reading;
    char is_read, is_hidden, credit;
} Stretch;

/* Two stretches, of which the first has no more words, and the place of their pair. */
typedef struct {
    Stretch *shorter, *longer;
    Py_ssize_t place;
} Two;

/* A draft, where its stretches are, what is known of them, and pairs of them, as they were given and as they are compared.
   Begin with `shelf_new`. */
typedef struct {
    PyObject *folded, *prose, *spans;
    Py_ssize_t size, count;
    Bounds *bounds;
    Stretch *stretches;
    Pairs pairs;
    Two *ordered;
    Readings readings;
} Shelf;

/* Make a shelf for folded text, prose and spans; return 0, or -1 with an exception.  In either case it must be freed. */
int shelf_new(Shelf *shelf, PyObject *const *args);

void shelf_free(Shelf *shelf);

/* Add pairs of numbers; return 0, or -1 with an exception. */
int shelf_take(Shelf *shelf, PyObject *pairs);

/* Read what is in pairs, and put these in order; return 0, or -1 with an exception. */
int shelf_read(Shelf *shelf);

/* Compare two stretches; return 0, or -1 with an exception. */
int shelf_compare(Shelf *shelf, const Two *two, Likeness *like);

#endif
