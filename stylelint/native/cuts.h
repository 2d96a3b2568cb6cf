/* Pieces of a text that were met before: a table of their hashes, and of where they began. */
#ifndef STYLELINT_CUTS_H
#define STYLELINT_CUTS_H

#include "slots.h"

#include <string.h>

/* A piece of a text, of 16 bytes or more: where it begins, how many bytes it has, the number of its block, and what else
   than its bytes tells it from others. */
typedef struct {
    Py_ssize_t start, size;
    uint32_t block;
    uint64_t salt;
} Piece;

/* What a piece hashes to, and where it began first and last, and in which blocks. */
typedef struct {
    uint64_t hash;
    Py_ssize_t first, last;
    uint32_t first_block, last_block;
} Cut;

/* The pieces in the order in which they were met; and a power of two of slots, each of which holds the number of
   one, from 1, or 0.  Three of four slots and more are free, so that most looks end at the first. */
typedef struct {
    Cut *items;
    Py_ssize_t count, room;
    uint32_t *slots;
    size_t width;
    uint64_t drawn; /* see slots.h */
} Cuts;

/* Make a table, to be freed by `cuts_free`, which begins with so many slots or some more; return 0, or -1 with an
   exception. */
int cuts_new(Cuts *table, size_t slots);

void cuts_free(Cuts *table);

static inline uint64_t cuts_word(const char *text)
{
    uint64_t word;
    memcpy(&word, text, sizeof word);
    return word;
}

/* Return the hash of the ends of a piece alone, as most are told apart by them. */
static inline uint64_t cuts_hash(const char *text, const Piece *piece)
{
    uint64_t one = (cuts_word(text + piece->start) ^ (uint64_t)piece->size) * 0x9E3779B97F4A7C15u;
    uint64_t other = (cuts_word(text + piece->start + piece->size - 8) ^ piece->salt) * 0xC2B2AE3D27D4EB4Fu;
    uint64_t hash = (one ^ one >> 32) + (other ^ other >> 29);
    hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

static inline uint32_t *cuts_slot(const Cuts *table, uint64_t hash)
{
    return table->slots + slot_for(hash, table->drawn, table->width);
}

/* Note a piece, of which the ends have a hash.  Return 1 and where it began before, first and last, or 0 where it is new,
   or -1 with an exception. */
int cuts_met(Cuts *table, const char *text, const Piece *piece, uint64_t hash, Cut *before);

#endif
