/* What texts are compared by. */
#ifndef STYLELINT_LIKENESS_H
#define STYLELINT_LIKENESS_H

#include "native.h"

/* A text in small letters, which it holds; what each of its words hashes to; and a table of what its runs of three
   words hash to, in a power of two of slots, of which 0 is free.  Begin with {0}. */
typedef struct {
    PyObject *letters;
    Text text;
    uint64_t *words, *slots;
    Py_ssize_t count, room, runs;
    size_t width;
} Reading;

/* Read a text, which is taken over and may be NULL with an exception; return 0, or -1 with an exception. */
int reading_take(Reading *reading, PyObject *letters);

/* How alike two texts are; see `Twins`. */
typedef struct {
    int exact;
    double share, inside;
    Py_ssize_t shorter, longer, together;
} Likeness;

/* Compare two texts that have been read. */
Likeness readings_compared(const Reading *one, const Reading *other);

void reading_forget(Reading *reading);

/* Write the words of a stretch, with a blank between two, to where there is room for as many code points as it has;
   return how many words these are, and put into `size` how many code points they take. */
Py_ssize_t words_between(const Text *text, Py_ssize_t start, Py_ssize_t end, Py_UCS4 *into, Py_ssize_t *size);

#endif
