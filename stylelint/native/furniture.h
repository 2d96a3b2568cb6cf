/* Whether a block is one of the lines of a rule, all of it. */
#ifndef STYLELINT_FURNITURE_H
#define STYLELINT_FURNITURE_H

#include "programs.h"

/* What is asked of a block: see `Whole` in stylelint/checks/_lines.py. */
typedef struct {
    PyObject *object; /* the text */
    Text text;
    PyObject *programs, *kinds, *ask;
    Py_ssize_t most;
    Bench bench;
    int on_bench; /* whether the block lies there, which who asks of another one sets back */
} Wanted;

/* Among the numbers of what was seen in a block, where it is known to be a line; as in _lines.py. */
#define IS_LINE (-1)

/* Take programs, kinds, the most words and what can be asked; return 0, or -1 with an exception. */
int take_lines(Wanted *wanted, PyObject *const *lines);

/* Tell whether a block is one of the lines with these numbers, or of all for None; -1 with an exception. */
int is_whole(Wanted *wanted, const Block *block, PyObject *numbers);

#endif
