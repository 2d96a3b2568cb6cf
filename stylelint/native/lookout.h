/* What is looked for in texts: factors, each a row of letters and signs (stylelint/signs.py). */
#ifndef STYLELINT_LOOKOUT_H
#define STYLELINT_LOOKOUT_H

#include "native.h"

enum {
    EDGE = 0xFDD0, LINE_START, LINE_END, BEGIN, BLANKS, DIGIT, UPPER, LOWER, LETTER, WORD, OTHER, MARK, ANY_CASE, FINISH
};

/* A factor is looked up by so many of its letters, its gram; by fewer where it has fewer in a row, which are few. */
#define GRAM 4

/* So many codes of a factor are compared at once: those up to the end of its gram, and those after it. */
#define HELD 8
#define MORE 4

/* Of those that stand where it is known where they begin, so many of the first letters are looked up. */
#define FIRST {6, 4, 3, 2, 1}

#define BUCKET_BITS 13
#define MAP_BITS 18

/* A byte for a letter: for one beyond ASCII it may be that of others too.  A bit tells capitals of ASCII, another
   letters; both are set for all beyond ASCII, which are of any class. */
#define CAPITAL 0x80
#define LETTERLIKE 0x40
#define DIGITS 0xF0 /* bits that all digits of ASCII have in common */
#define ANY_CODES 0x7F7F7F7F7F7F7F7Fu
#define BOTH_BLANK 0x2020 /* the codes of two blanks */

/* There are tens of thousands, made ready at every start: no larger than they need be, nor are nodes. */
typedef struct {
    uint32_t letters; /* where they begin among all letters */
    int32_t size;
    int32_t after;  /* so many of them stand before the end of its gram */
    unsigned kind : 3; /* of the string that they were given in */
    unsigned known : 4, more_known : 3; /* so many before that end, and after it, stand there where the codes do */
    unsigned length : 4; /* from where it is known that it begins to the end of its gram; else 0 */
    unsigned any_case : 1;
    unsigned begins : 1; /* whether a block must begin with it, after any marks */
} Factor;

/* What is known of a factor without reading it. */
typedef struct {
    uint64_t codes, mask; /* the last in the lowest byte; where it is known where it begins, the first in the highest */
    uint32_t more, more_mask; /* codes that come after the gram at once, the first in the lowest byte */
    int32_t factor;
    unsigned number : 31, in_block : 1; /* whose it is */
} Node;

/* A letter of a factor as it stands in grams, 0 for a sign, and so many of the factor's before its end. */
typedef struct {
    int32_t end;
    unsigned char code, rarity;
    unsigned char mask, bits; /* which bits count, and those of the code; of a sign all that can be said */
} Code;

/* By their grams, by shorter ones, by how a block or another sentence begins, and by a sign at the start of a block. */
enum { TEXTS, SHORTS, STARTS, SENTENCES, OPEN, INDEXES };

#define BUCKETS (INDEXES << BUCKET_BITS) /* fewer than two bytes can tell apart */

/* The kind of a line end, and of what stands before a text and after it. */
#define NO_LETTER 0

/* A bit for each kind of letter that may stand before a gram, or after it. */
typedef struct {
    uint32_t before, after;
} Beside;

/* Factors by the hash of some letters: the nodes of a bucket lie side by side. */
typedef struct {
    uint64_t maps[INDEXES][1 << (MAP_BITS - 6)]; /* a bit is set for each that is there */
    int32_t first[BUCKETS + 1]; /* while factors are added, how many there are in each */
    Beside beside[2 << BUCKET_BITS];
    unsigned char kinds[256]; /* of letters by their codes */
} Index;

/* Of how many letters a gram is, 0 for none, and where the first of them stands in its factor. */
typedef struct {
    int length;
    Py_ssize_t first;
} Gram;

/* What tells which grams are no good to look up by. */
typedef struct {
    uint64_t common[1 << (MAP_BITS - 6)]; /* a bit for those that stand in the commonest words */
    int32_t taken[1 << BUCKET_BITS];          /* how many there are by now in a bucket */
} Counts;

/* How what is known of factors begins where it is kept: in one block of bytes. After it come the index, the nodes,
   the factors and their letters. */
typedef struct {
    uint64_t mark, sum;          /* of how all this is laid out, and of the bytes of all that comes after these two */
    int64_t count, letters;      /* of factors, and as many nodes; of bytes for letters */
    int64_t anywhere, in_blocks; /* how many numbers there are for texts, and for blocks */
    uint64_t pairs[1 << 10]; /* a bit for two codes with which a short gram ends, or after which a sentence begins */
} Head;

typedef struct {
    PyObject_HEAD
    Py_buffer block;
    const Head *head;
    const Index *index;
    const Node *nodes;
    const Factor *factors;
    const unsigned char *letters;
} Lookout;

/* What is made of factors while they are added. */
typedef struct {
    Head head;
    Index *index;
    Counts *counts;
    Factor *factors;
    Node *nodes;
    unsigned char *letters;
    Py_ssize_t room, node_room, letter_room;
    /* The letters of a group, room for the codes of one factor, and where each node belongs. */
    Py_UCS4 *group;
    Code *codes;
    uint16_t *buckets;
    Py_ssize_t space, code_room, bucket_room;
} Maker;

/* What a gram is looked up by; capitals do not count. */
static inline uint32_t hash_of(uint64_t codes)
{
    return (uint32_t)(codes & 0x7F7F7F7F) * 0x9E3779B1u;
}

/* The bit in a map for a hash, and for whether capitals are in the gram. */
static inline uint32_t bit_of(uint32_t hash, int capitals)
{
    return hash >> (32 - MAP_BITS) ^ (uint32_t)capitals;
}

static inline int is_set(const uint64_t *map, uint32_t bit)
{
    return (int)(map[bit >> 6] >> (bit & 63) & 1);
}

static inline void set_bit(uint64_t *map, uint32_t bit)
{
    map[bit >> 6] |= (uint64_t)1 << (bit & 63);
}

static inline uint16_t bucket_of(int index, uint32_t hash)
{
    return (uint16_t)((uint32_t)index << BUCKET_BITS | hash >> (32 - BUCKET_BITS));
}

static inline int has_capitals(uint64_t codes)
{
    return (codes & 0x80808080) != 0;
}

/* What a sign is looked up by. */
static inline uint32_t hash_of_sign(Py_UCS4 sign)
{
    return (uint32_t)(sign & 15) << (32 - BUCKET_BITS);
}

/* What so many first letters are looked up by, of which the first is in the highest byte. */
static inline uint32_t hash_of_first(uint64_t codes, int length)
{
    return (uint32_t)(((codes & ANY_CODES) >> 8 * (HELD - length)) * 0x9E3779B97F4A7C15u >> 32);
}

Py_UCS4 one_case(Py_UCS4 letter);

/* See CAPITAL. */
unsigned char code_beyond_ascii(Py_UCS4 letter);

static inline unsigned char code_of(Py_UCS4 letter)
{
    if (letter >= 128) {
        return code_beyond_ascii(letter);
    }
    return (unsigned char)(letter >= 'A' && letter <= 'Z' ? (letter + 32) | CAPITAL : letter ? letter : 1);
}

/* Mark the pairs of codes with which a short gram, or what stands before it and the gram, may end. */
void mark_pairs(uint64_t *pairs, uint32_t codes, uint32_t mask);

/* Write the kind of each letter by its code. */
void mark_kinds(unsigned char *kinds);

/* Return a bit for each kind of letter that may stand where a factor goes on from a place between two of its letters,
   backwards where `step` is -1. */
uint32_t kinds_beside(const unsigned char *kinds, const Py_UCS4 *letters, const Factor *factor, Py_ssize_t place, int step);

/* Enter what is known of a factor with these letters and their gram; return 0, or -1 with an exception. */
int enter(Maker *maker, const Py_UCS4 *letters, const Factor *factor, Node *node, Gram gram, int where);

/* Lay the nodes of each bucket side by side, as they were entered, which is quicker to look through than any other
   order; return 0, or -1 with an exception. */
int sort_nodes(Maker *maker);

/* Lay all that was made of factors in one block; return it, or NULL with an exception. */
PyObject *lay_out(Maker *maker);

/* Look for what a block holds from now on; return 0, or -1 with an exception where that cannot be. */
int hold_block(Lookout *self, PyObject *block);

/* Mark the grams that stand in the commonest words. */
void mark_common(Counts *counts);

/* Choose how a factor is found by its rarest letters, with room for as many codes. */
Gram choose_gram(Counts *counts, const Py_UCS4 *letters, Code *codes, Factor *factor, Node *node);

/* Take the first letters of a factor for its gram. */
Gram take_first(const Py_UCS4 *letters, Factor *factor, Node *node);

/* Note how many letters beside the end of a gram its codes leave no doubt about. */
void note_known(const Py_UCS4 *letters, Factor *factor, const Node *node);

/* Tell whether blanks of which there may be more stand beside what takes a blank too. */
int is_blurred(const Py_UCS4 *letters, Py_ssize_t size);

static inline int is_sign(Py_UCS4 letter)
{
    return letter >= 0xFDD0 && letter <= 0xFDEF;
}

/* Lookout.met(texts, owners, wholes) */
PyObject *lookout_met(PyObject *self, PyObject *const *args, Py_ssize_t count);

#endif
