/* Words with hyphens, of letters of ASCII alone. */
#ifndef STYLELINT_COMPOUNDS_H
#define STYLELINT_COMPOUNDS_H

#include "native.h"

enum { MOST_HYPHENS = 3, SHORTEST_NOUN = 3 };

/* A compound: where it begins and ends, and the noun after it, if any. */
typedef struct {
    Py_ssize_t start, end, stop;
} Compound;

static inline int is_small(Py_UCS4 c)
{
    return c >= 'a' && c <= 'z';
}

static inline int is_letter(Py_UCS4 c)
{
    return is_small(c | 0x20) && c < 0x80;
}

/* The code point at an offset, 0 outside of the text. */
static inline Py_UCS4 sign(const Text *text, Py_ssize_t offset)
{
    return offset < 0 || offset >= text->size ? 0 : at(text, offset);
}

/* Whether no word goes on before a place, and whether none goes on after one. */
int may_begin(const Text *text, Py_ssize_t start);
int may_end(const Text *text, Py_ssize_t end);

/* Tell whether the first hyphen of a compound stands at a place, and where the compound does. */
int is_compound(const Text *text, Py_ssize_t hyphen, Compound *found);

#endif
