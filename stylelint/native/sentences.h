/* What sentences.c shares. */
#ifndef STYLELINT_SENTENCES_H
#define STYLELINT_SENTENCES_H

#include "native.h"

/* A stop that may end a sentence, with what closes after it, and whether that is in doubt. */
typedef struct {
    Py_ssize_t start, end;
    int doubt;
} Stop;

/* Look for the next such stop in text[i:end]; return 1, or 0 where there is none, or -1 with an exception. */
int next_stop(const Text *text, Py_ssize_t i, Py_ssize_t end, PyObject *doubtful, Stop *stop);

#endif
