/* What is looked for in texts: factors, each a row of letters and signs (stylelint/signs.py). */
#ifndef STYLELINT_LOOKOUT_H
#define STYLELINT_LOOKOUT_H

#include "native.h"

enum {
    EDGE = 0xFDD0, LINE_START, LINE_END, BEGIN, BLANKS, DIGIT, UPPER, LOWER, LETTER, WORD, OTHER, MARK, ANY_CASE, FINISH
};

/* So many letters of a factor are looked up at once, its gram, the last in the lowest byte: up to eight where it
   is known where a factor begins; elsewhere as many as it has in a row of these. */
#define FIRST 8
#define LONG 6
#define MIDDLE 4
#define SHORT 3
#define GRAMS {LONG, MIDDLE, SHORT, 2, 1} /* the last two are few */

#define MAP_BITS 11
#define HEAD_BITS 15

#define BOTH_BLANK 0x2020 /* the codes of two blanks */

#define MORE 4 /* so many letters after a gram are known by their codes at most */

typedef struct {
    Py_ssize_t first; /* of its letters */
    Py_ssize_t size;
    Py_ssize_t after; /* so many of them stand before the end of its gram */
    Py_ssize_t known; /* so many of these do so where the codes do */
    unsigned char any_case;
    unsigned char in_block;
} Factor;

/* What is known of a factor without reading it; its place is that of the factor. */
typedef struct {
    uint64_t codes, mask; /* of its gram, and of up to four letters before that */
    int32_t number;       /* whose it is */
    int32_t next;         /* the factor with the same hash; -1 for none */
    uint64_t gram;
    uint32_t more, more_mask; /* codes that come after the gram at once, the first in the lowest byte */
    unsigned char length; /* of the gram */
    unsigned char in_block;
} Node;

/* A letter of a factor as it stands in grams, and so many of the factor's before its end. */
typedef struct {
    Py_ssize_t end;
    unsigned char code, rarity;
} Code;

/* Factors by their grams. */
typedef struct {
    int32_t heads[1 << HEAD_BITS];
    uint64_t map[1 << MAP_BITS]; /* two bits are set for each gram, both in one number */
    unsigned char longest; /* of the grams */
    int32_t open[16];           /* the first of those that begin with a sign, by its last bits; -1 for none */
} Index;

typedef struct {
    PyObject_HEAD
    Py_UCS4 *letters;
    Factor *factors;
    Node *nodes;
    Code *codes; /* room for those of one factor */
    Py_ssize_t used, space, count, room, node_room, code_room; /* of letters, factors, nodes */
    Py_ssize_t anywhere, in_blocks; /* how many numbers there are for texts, and for blocks */
    Index *texts, *starts, *sentences;
    unsigned char pairs[1 << 13]; /* a bit for two codes that end a text's gram shorter than `GRAM`, or a stop */
} Lookout;

/* A byte for a letter: for one beyond ASCII it may be that of others too; a bit tells capitals of ASCII. */
#define CAPITAL 0x80
#define ANY_CODES 0x7F7F7F7F7F7F7F7Fu

/* What looks a gram up; the codes before it do not count. */
static inline uint64_t hash_of(uint64_t codes, int length)
{
    return (codes & ANY_CODES >> 8 * (8 - length)) * (0x9E3779B97F4A7C15u + 2 * (uint64_t)length);
}

static inline int is_mapped(const uint64_t *map, uint64_t hash)
{
    uint64_t bits = map[hash >> (64 - MAP_BITS)];
    return bits >> (hash >> 47 & 63) & bits >> (hash >> 41 & 63) & 1;
}

static inline size_t head_of(uint64_t hash)
{
    return hash >> (40 - HEAD_BITS) & ((1 << HEAD_BITS) - 1);
}

Py_UCS4 one_case(Py_UCS4 letter);

/* See CAPITAL. */
unsigned char code_of(Py_UCS4 letter);

/* A stretch of a text, as if that were all there is. */
typedef struct {
    const Text *text;
    Py_ssize_t start, end;
    Py_ssize_t marks_from, marks_to; /* where the marks stand that were read last; -1 for none */
} Stretch;

/* Choose how a factor is found by its rarest letters, with room for as many codes, or take its first for it. */
void choose_gram(const Py_UCS4 *letters, Code *codes, Factor *factor, Node *node);
void take_first(const Py_UCS4 *letters, Factor *factor, Node *node);

/* Tell how many letters before the end of a gram its codes leave no doubt about. */
Py_ssize_t known_by_codes(const Py_UCS4 *letters, const Factor *factor);

/* Tell whether blanks of which there may be more stand beside what takes a blank too. */
int is_blurred(const Py_UCS4 *letters, Py_ssize_t size);

/* Tell whether a letter is of a class. */
int in_class(Py_UCS4 sign, Py_UCS4 letter);

/* Tell whether a factor stands in a stretch where its gram ends at a place. */
int stands(Stretch *stretch, const Py_UCS4 *letters, const Factor *factor, Py_ssize_t end);

static inline int is_sign(Py_UCS4 letter)
{
    return letter >= 0xFDD0 && letter <= 0xFDEF;
}

/* Lookout.seen(text, blocks) */
PyObject *lookout_seen(PyObject *self, PyObject *const *args, Py_ssize_t count);

/* Lookout.each(texts) */
PyObject *lookout_each(PyObject *self, PyObject *texts);

#endif
