/* How near two spellings of a name are; see stylelint/checks/_spelling.py. */
#ifndef STYLELINT_SPELLING_H
#define STYLELINT_SPELLING_H

#include "names.h"

/* A word in small letters. */
typedef struct {
    const Py_UCS4 *letters;
    Py_ssize_t size;
} Word;

/* Write the small letters of a word of a text, and add a bit for each of ASCII to `letters`, the lowest for all others.
   Return whether it is a name: letters alone, not all of them capitals, or two names with a hyphen between. */
int put_small(Py_UCS4 *room, const Text *text, Py_ssize_t start, Py_ssize_t size, uint32_t *letters);

/* Write the skeleton of a word where there is room for three times its letters; return its end. */
Py_UCS4 *put_skeleton(Py_UCS4 *room, Word word);

/* Tell whether two words are no farther apart than so many letters, one or two. */
int within(Word a, Word b, int most);

/* Tell whether one word is made of the other by an ending; -1 with an exception. */
int is_made_of(Word a, Word b, PyObject *endings);

#endif
