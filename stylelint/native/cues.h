/* Cues by the letters that their words begin with: what stylelint/checks/_cue_table.py makes, read. */
#ifndef STYLELINT_CUES_H
#define STYLELINT_CUES_H

#include "programs.h"

/* As in _cue_table.py. */
enum { AT_START, AT_WORD, IN_OPEN, AFTER };

/* So many letters of a beginning are looked up, and so many looked at. */
#define LOOKED_UP 3
#define KNOWN 6

#define LIST_BITS 12
#define PAIR_BITS 14

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
    unsigned char ones[256];                   /* whether a letter is all that an entry is known by */
    unsigned char pairs[1 << (PAIR_BITS - 3)]; /* a bit for the first two letters of those known by more */
} CueBook;

/* The same for the same letters, if they are no more than are looked up. */
static inline uint32_t hash_of_letters(const Py_UCS4 *letters, Py_ssize_t count)
{
    uint32_t hash = 0;
    for (Py_ssize_t i = 0; i < count; i++) {
        hash = hash * 129 + letters[i];
    }
    return hash;
}

static inline uint32_t list_of(uint32_t hash)
{
    return hash * 0x9E3779B1u >> (32 - LIST_BITS);
}

static inline uint32_t pair_of(uint32_t hash)
{
    return hash & ((1 << PAIR_BITS) - 1);
}

/* CueBook.short(text, blocks, seen, kinds, letters, words, ask) */
PyObject *cuebook_short(PyObject *self, PyObject *const *args, Py_ssize_t count);

#endif
