/* What texts are compared by. */
#ifndef STYLELINT_LIKENESS_H
#define STYLELINT_LIKENESS_H

#include "slots.h"

#define DOTTED_I 0x130

/* Return a letter in lower case: what `small` of stylelint/checks/_phrases.py makes of any but a sigma. */
static inline Py_UCS4 small_letter(Py_UCS4 c)
{
    return c < 128 ? (Py_UCS4)Py_TOLOWER(c) : c == DOTTED_I ? 'i' : Py_UNICODE_TOLOWER(c);
}

/* A stretch of a draft, of which `small_letter` makes what Python does; and what holds its letters where they are not the
   draft's own.  Begin with {0}, and give up `held` at the end. */
typedef struct {
    Text text;
    PyObject *held;
} Letters;

/* Take the letters between two offsets, which lie in the draft; return 0, or -1 with an exception. */
int letters_take(Letters *letters, PyObject *draft, Py_ssize_t start, Py_ssize_t end);

/* What words hash to, in small letters, or runs of them. */
typedef struct {
    uint64_t *items;
    Py_ssize_t count, room;
} Words;

/* Add a hash; return 0, or -1 with an exception. */
static inline int words_add(Words *words, uint64_t hash)
{
    if (words->count == words->room) {
        uint64_t *moved = grown(words->items, &words->room, words->count + 1, sizeof *moved);
        if (moved == NULL) {
            return -1;
        }
        words->items = moved;
    }
    words->items[words->count++] = hash;
    return 0;
}

/* Add the words of a text; return 0, or -1 with an exception. */
int words_read(Words *words, const Text *text);

/* A table of what runs of words hash to, in a power of two of slots, of which 0 is free; and eight bits for each slot, of
   which one is set for each run that is there: a look at these is enough for most that are not. */
typedef struct {
    uint64_t *slots;
    uint8_t *bits;
    size_t width;
    Py_ssize_t room;
    uint64_t drawn; /* see slots.h */
} Runs;

/* A text that has been read: how many words it has, where its runs of three words begin among all (of fewer words, a run
   is all there is), and how many are different; 0 of fewer words. */
typedef struct {
    Py_ssize_t words, first, runs;
} Reading;

/* The runs of all texts that have been read; the words of one; the runs of one in a table, and another table.  Begin
   with {0}. */
typedef struct {
    Words all, words;
    Runs runs, other;
    const Reading *whose;
} Readings;

/* Read a text; return 0, or -1 with an exception. */
int reading_take(Readings *readings, Reading *reading, const Text *text);

/* How alike two texts are; see `Twins`. */
typedef struct {
    int exact;
    double share, inside;
    Py_ssize_t shorter, longer, together;
} Likeness;

/* Compare two texts, of which the first has no more words; return 0, or -1 with an exception.  They are told to be exact
   where their words are the same.  It takes less time where the second is the same again and again. */
int readings_compared(Readings *readings, const Reading *one, const Reading *other, Likeness *like);

void readings_free(Readings *readings);

/* Whether two texts are the same in small letters, whatever blanks stand in both between what stands without any. */
int are_same_but_for_blanks(const Text *one, const Text *other);

/* Write the words of a stretch, with a blank between two, to where there is room for as many code points as it has;
   return how many words these are, and put into `size` how many code points they take. */
Py_ssize_t words_between(const Text *text, Py_ssize_t start, Py_ssize_t end, Py_UCS4 *into, Py_ssize_t *size);

#endif
