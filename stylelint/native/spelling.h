/* How near two spellings of a name are: what stylelint/checks/_spelling.py says of small letters, of any letters. */
#ifndef STYLELINT_SPELLING_H
#define STYLELINT_SPELLING_H

#include "names.h"

typedef struct {
    const Py_UCS4 *letters;
    Py_ssize_t size;
} Word;

static inline Py_UCS4 to_lower(Py_UCS4 c)
{
    return c < 128 ? (Py_UCS4)Py_TOLOWER(c) : Py_UNICODE_TOLOWER(c);
}

/* Write the skeleton of a word where there is room for three times its letters; return its end. */
Py_UCS4 *put_skeleton(Py_UCS4 *room, Word word);

/* Return a word as a string, NULL with an exception. */
PyObject *string_of(Word word);

/* Tell whether two words are no farther apart than so many letters, one or two. */
int within(Word a, Word b, int most);

/* Tell whether one word is made of the other by an ending; -1 with an exception. */
int is_made_of(Word a, Word b, PyObject *endings);

/* Return where the second hump of a word begins, which has two and nothing else, 0 for any other word. */
Py_ssize_t hump_of(Word word);

#endif
