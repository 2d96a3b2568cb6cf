/* A bit for each four letters, so that few places of a text need a closer look for what begins with some of them. */
#ifndef STYLELINT_FOURS_H
#define STYLELINT_FOURS_H

#include "native.h"

#include <string.h>

enum { FOUR = 4, FOUR_BITS = 15, WIDEST_STEP = 8 };

/* Which four letters something begins with. */
typedef struct {
    uint32_t bits[(1 << FOUR_BITS) / 32];
} Fours;

#define FOURS_SPREAD 0x9E3779B97F4A7C15u

/* The number of four letters, whose capitals count as small ones.  They are read together, and not one after the other, so
   that the processor need not wait for the one before to look at the next place. */
static inline uint32_t four_of_1(const Py_UCS1 *letters)
{
    uint32_t four;
    memcpy(&four, letters, sizeof four);
    return (uint32_t)((four | 0x20202020u) * FOURS_SPREAD >> (64 - FOUR_BITS));
}

static inline uint32_t four_of_2(const Py_UCS2 *letters)
{
    uint64_t four;
    memcpy(&four, letters, sizeof four);
    return (uint32_t)((four | 0x0020002000200020u) * FOURS_SPREAD >> (64 - FOUR_BITS));
}

static inline uint32_t four_of_4(const Py_UCS4 *letters)
{
    uint64_t first, last;
    memcpy(&first, letters, sizeof first);
    memcpy(&last, letters + 2, sizeof last);
    first = (first | 0x0000002000000020u) * FOURS_SPREAD;
    return (uint32_t)((first ^ (last | 0x0000002000000020u)) * FOURS_SPREAD >> (64 - FOUR_BITS));
}

/* Return over how many letters a text may be passed from one look at four to the next, where what is looked for has so many
   letters at least, and those four that begin at each place of such a step are noted; 0 where it may be shorter than four. */
static inline Py_ssize_t step_of(Py_ssize_t shortest)
{
    return shortest < FOUR ? 0 : Py_MIN(shortest - FOUR + 1, WIDEST_STEP);
}

/* Note four letters that stand in a text of some kind. */
static inline void note_four(Fours *fours, int kind, const Py_UCS4 *letters)
{
    Py_UCS1 in_1[FOUR];
    Py_UCS2 in_2[FOUR];
    for (int i = 0; i < FOUR; i++) {
        in_1[i] = (Py_UCS1)letters[i];
        in_2[i] = (Py_UCS2)letters[i];
    }
    uint32_t four = kind == PyUnicode_1BYTE_KIND ? four_of_1(in_1) : kind == PyUnicode_2BYTE_KIND ? four_of_2(in_2)
        : four_of_4(letters);
    fours->bits[four / 32] |= (uint32_t)1 << four % 32;
}

static inline int has_four(const Fours *fours, uint32_t four)
{
    return fours->bits[four / 32] >> four % 32 & 1;
}

/* Define `name(text, fours, place, step)`: where four letters stand first that may be known, at a place or so many steps
   after it, else the size. */
#define DEFINE_NEXT_FOUR(name) \
    NEXT_FOUR_OF(name##_of_1, Py_UCS1, four_of_1) \
    NEXT_FOUR_OF(name##_of_2, Py_UCS2, four_of_2) \
    NEXT_FOUR_OF(name##_of_4, Py_UCS4, four_of_4) \
    static Py_ssize_t name(const Text *text, const Fours *fours, Py_ssize_t place, Py_ssize_t step) \
    { \
        return text->kind == PyUnicode_1BYTE_KIND ? name##_of_1(text->data, fours, place, step, text->size) \
            : text->kind == PyUnicode_2BYTE_KIND ? name##_of_2(text->data, fours, place, step, text->size) \
            : name##_of_4(text->data, fours, place, step, text->size); \
    }

#define NEXT_FOUR_OF(name, type, four_of) \
    static Py_ssize_t name(const type *letters, const Fours *fours, Py_ssize_t place, Py_ssize_t step, Py_ssize_t size) \
    { \
        while (place + FOUR <= size && !has_four(fours, four_of(letters + place))) { \
            place += step; \
        } \
        return place + FOUR <= size ? place : size; \
    }

#endif
