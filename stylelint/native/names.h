/* What names are written with: what stylelint/checks/_mentions.py says. */
#ifndef STYLELINT_NAMES_H
#define STYLELINT_NAMES_H

#include "native.h"

/* Whether str.isalpha, islower, isupper and istitle say so of a letter. */
static inline int is_alpha(Py_UCS4 c)
{
    return c < 128 ? Py_ISALPHA(c) != 0 : Py_UNICODE_ISALPHA(c) != 0;
}

static inline int is_lower(Py_UCS4 c)
{
    return c < 128 ? Py_ISLOWER(c) != 0 : Py_UNICODE_ISLOWER(c) != 0;
}

static inline int is_upper(Py_UCS4 c)
{
    return c < 128 ? Py_ISUPPER(c) != 0 : Py_UNICODE_ISUPPER(c) != 0;
}

static inline int is_title(Py_UCS4 c)
{
    return c >= 128 && Py_UNICODE_ISTITLE(c) != 0;
}

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

/* Whether a line is a headline: no longer word in lower case, most with a capital. */
int in_capitals(const Text *text, Py_ssize_t start, Py_ssize_t end);

/* Append the uses of the words of a name in a block, as `Use` has them, to a list; return 0, or -1 with an exception. */
int tell_uses(PyObject *uses, const Text *text, Py_ssize_t start, Py_ssize_t end, Py_ssize_t block);

#endif
