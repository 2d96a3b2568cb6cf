/* Cues by the letters that their words begin with: what stylelint/checks/_cue_table.py makes, read. */
#ifndef STYLELINT_CUES_H
#define STYLELINT_CUES_H

#include "programs.h"

/* As in _cue_table.py. */
enum { AT_START, AT_WORD, IN_OPEN, AFTER };

/* So many letters of a beginning are looked up, and so many looked at. */
#define LOOKED_UP 4
#define KNOWN 6

#define LIST_BITS 13

/* An expression, by one of its beginnings. */
typedef struct {
    int32_t next; /* the next one in the list; -1 for none */
    int32_t cue, where;
    int32_t program, units; /* where its program begins in the table, and how long it is */
    int32_t count;          /* of letters */
    Py_UCS4 letters[KNOWN];
} Entry;

typedef struct {
    PyObject_HEAD
    PyObject *table; /* the bytes that programs stand in */
    int64_t *weights; /* of the cues, keys first */
    Py_ssize_t cues, keys;
    int64_t least; /* what the cues of a block must come to */
    Entry *entries;
    Py_ssize_t count, room;
    int32_t everywhere, at_start; /* the first entries that are not known by letters; -1 for none */
    int32_t lists[1 << LIST_BITS];
} CueBook;

/* The hash of some letters and one more, given theirs, which is 0 for none. */
static inline uint32_t with_letter(uint32_t hash, Py_UCS4 letter)
{
    return hash * 129 + letter;
}

/* The list of those that begin with letters of this hash, as many as are known or looked up. */
static inline uint32_t list_of(uint32_t hash)
{
    return hash * 0x9E3779B1u >> (32 - LIST_BITS);
}

/* CueBook.short(text, blocks, seen, kinds, letters, words, ask) */
PyObject *cuebook_short(PyObject *self, PyObject *const *args, Py_ssize_t count);

#endif
