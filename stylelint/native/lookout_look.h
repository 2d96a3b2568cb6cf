/* A look at a text for what a lookout looks for (lookout.h). */
#ifndef STYLELINT_LOOKOUT_LOOK_H
#define STYLELINT_LOOKOUT_LOOK_H

#include "lookout.h"
#include "met.h"

/* The letters of a text. */
typedef struct {
    Text text;
    unsigned char *codes; /* of its letters, and some of no letters after them */
    Py_ssize_t room;      /* for codes */
    int doubtful; /* whether a letter beyond ASCII has the code of one of ASCII, and so is of another kind */
    uint64_t gram; /* the codes of the last letters that were looked at */
} Letters;

/* So many letters are looked at before what was hit is looked at closer: all at once, and not each when it is come upon,
   which would make the processor guess wrong every time. */
#define ROW 128

/* Where letters end that something looked for may have, and the codes of the last of them. */
typedef struct {
    uint64_t gram;
    Py_ssize_t end;
} Hit;

typedef struct {
    Hit grams[ROW], pairs[ROW];
    int gram_count, pair_count;
} Hits;

/* Take a text, which must stay, for the next to be looked at; return 0, or -1 with an exception. */
int lookout_take(Letters *letters, PyObject *text);

/* Find the hits in a stretch, a row at most, that comes after the letters that were looked at last. */
void find_hits(Letters *letters, const Lookout *lookout, Py_ssize_t start, Py_ssize_t end, Hits *hits);

/* A stretch of a text, as if that were all there is. */
typedef struct {
    const Text *text;
    Py_ssize_t start, end;
    Py_ssize_t begun; /* the last place before which only marks stand */
    Py_ssize_t marks_from, marks_to; /* where the marks stand that were read last; -1 for none */
} Stretch;

/* Tell whether a factor stands in a stretch where its gram ends at a place. */
int stands(Stretch *stretch, const Lookout *lookout, const Factor *factor, Py_ssize_t end);

/* The numbers that were seen in a stretch, each once, and for each number the last stretch in which it was: all stretches
   are counted, so that nothing need be cleared. */
typedef struct {
    Py_ssize_t *numbers, *last;
    Py_ssize_t count, stretch;
} Seen;

/* A look at one text: where it is, and what has been seen. */
typedef struct {
    const Lookout *lookout;
    Letters letters;
    Py_ssize_t block;             /* that is looked at; -1 for none */
    int doubtful;                 /* whether what stands beside a gram tells nothing */
    Stretch whole, in_block;      /* what counts for factors of a text, and of a block */
    Seen anywhere, in_blocks;
    Meeting meeting; /* who is met by that in blocks */
} Look;

/* Begin with another stretch. */
void seen_begin(Seen *seen);

/* Put the numbers that were seen in order. */
void seen_in_order(Seen *seen);

/* Look at the text that was taken, with its blocks, a tuple; return 0, or -1 with an exception. */
int look_at_all(Look *look, PyObject *blocks);

#endif
