/* What names are written with: what stylelint/checks/_mentions.py says. */
#ifndef STYLELINT_NAMES_H
#define STYLELINT_NAMES_H

#include "native.h"

typedef struct {
    Py_ssize_t start, end;
} Span;

static inline int is_letter(Py_UCS4 c)
{
    return c < 128 ? Py_ISALPHA(c) : Py_UNICODE_ISALNUM(c) && !Py_UNICODE_ISDECIMAL(c);
}

/* Whether a name may begin with it. */
int is_initial(Py_UCS4 c);

/* Whether a stretch of a text is what stands in lower case inside a name. */
int is_particle(const Text *text, Py_ssize_t start, Py_ssize_t end);

#endif
