/* What capitalised.c looks for at the capitals of a text, all in one walk: see lookalikes.c and surnames.c. */
#ifndef STYLELINT_CAPITALISED_H
#define STYLELINT_CAPITALISED_H

#include "distinct.h"
#include "spelling.h"

enum { CHAINS = 64 };

/* A capitalised word that is looked at. */
typedef struct {
    Word word;
    Py_ssize_t start;  /* where it stands first */
    uint32_t letters;  /* a bit for each letter in it */
    Py_ssize_t sound;  /* the number of its skeleton, -1 until it is asked for */
    Py_ssize_t next;   /* another one that begins so, -1 for none */
} Keyed;

/* The capitalised words of a text, and those that are looked at, in chains by their first letters.

   Words that share a bucket, of which Python speaks, begin with the same letter. */
typedef struct {
    Distinct words;
    Interned sounds;
    Keyed *keyed;
    Py_UCS4 *letters;
    Py_ssize_t first[CHAINS], sizes[CHAINS];
    int humps; /* whether any word may have a capital after a small letter */
    PyObject *near, *openers, *endings;
} Lookalikes;

/* Return the pairs that are spelled nearly alike, in their order, as a new list; NULL with an exception. */
PyObject *pairs_alike(Lookalikes *all, const Text *text);

void lookalikes_free(Lookalikes *all);

/* What is known of a surname. */
typedef struct {
    unsigned char wanted, met, led, follows;
} Surname;

/* The surnames of a text that somebody speaks by, and all places where one may stand. */
typedef struct {
    Interned names;
    Surname *known;
    Span *spans;
    Py_ssize_t count, room;
    Py_ssize_t free; /* where the last one who speaks has spoken */
    uint64_t likely;
} Surnames;

/* Note what may be surnames at a letter that a name may begin with; return 0, or -1 with an exception.

   `end` is where its word ends, if that is letters of ASCII and neither a hyphen nor an apostrophe follows; else -1. */
int note_surnames(Surnames *all, const Text *text, Py_ssize_t start, Py_ssize_t end);

/* Return the surnames that stand after another name as a new list, each with whether it is led; NULL with an exception. */
PyObject *surnames_told(Surnames *all, const Text *text, PyObject *nobody);

void surnames_free(Surnames *all);

#endif
