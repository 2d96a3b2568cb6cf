/* Runs the programs that stylelint/checks/_programs.py makes of expressions, and says what they are. */
#ifndef STYLELINT_PROGRAMS_H
#define STYLELINT_PROGRAMS_H

#include "native.h"

/* Steps after which RE2 is asked, which needs one for each letter, but first makes states. */
#define ENOUGH 20000

/* What has a small letter of ASCII, and is none. */
#define LONG_S 0x17F
#define KELVIN 0x212A

/* Whether RE2 takes a code point for a letter of a word. */
static inline int is_word_of_ascii(Py_UCS4 c)
{
    return c < 128 && (Py_ISALNUM(c) || c == '_');
}

static inline Py_UCS4 in_small(Py_UCS4 c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

/* Where to go on if what is tried comes to nothing: at a place of the program, at each place of the text from
   the last to the first. */
typedef struct {
    Py_ssize_t program, first, last;
} Point;

/* A program as Python hands it over, and a block: code points in four bytes each. */
typedef struct {
    const Py_UCS4 *program;
    Py_ssize_t units;
    Py_UCS4 *block;
    Py_ssize_t size, block_room;
    int has_lines; /* whether a line end is in it: RE2 has edges there */
    Point *points; /* kept from one run to the next, for their room */
    Py_ssize_t used, room;
    Py_ssize_t spent; /* steps of all runs; who asks about them sets them back */
} Bench;

/* Take bytes as the program; return 0, or -1 with an exception. */
int take_program(Bench *bench, PyObject *bytes);

/* Take text[start:end] as the block; return 0, or -1 with an exception. */
int take_block(Bench *bench, const Text *text, Py_ssize_t start, Py_ssize_t end);

/* Give back what a bench holds, which begins as {0}. */
void bench_free(Bench *bench);

typedef enum { NO, YES, IN_DOUBT } Answer;

/* Tell whether the program matches at a place of the block.  In doubt where it is none, where it would take
   long or more memory than there is, and where tables of Unicode or line ends decide; there is never an
   exception. */
Answer matches(Bench *bench, Py_ssize_t place);

#endif
