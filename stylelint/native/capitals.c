/* Where capitals stand: what all that looks for names asks first, of every letter of a text. */
#include "native.h"

#include <string.h>

/* A capital of ASCII, or what is between U+00C0 and U+017F. */
static int may_be_capital(Py_UCS4 c)
{
    return c - 'A' <= (Py_UCS4)'Z' - 'A' || c - 0xC0 < 0x180 - 0xC0;
}

/* Eight bytes hold eight letters of one byte, or four of two.  A capital of ASCII has the bit of 64 and not that of 32;
   the few signs of which this is true too, and what is not ASCII, are looked at one by one. */
static uint64_t capitals_among(const void *letters, uint64_t of_64, uint64_t not_ascii)
{
    uint64_t eight;
    memcpy(&eight, letters, sizeof eight);
    return ((eight & ~(eight << 1)) & of_64) | (eight & not_ascii);
}

/* Return how many letters stand before the first that has a bit; `lowest` has the lowest bit of each.

   Without a look at each, as nobody can foresee which it is; where the first letter has the high bytes, no place is told
   but the first, from which they are looked at. */
static Py_ssize_t letters_before(uint64_t bits, uint64_t lowest, int width)
{
    return PY_BIG_ENDIAN ? 0 : (Py_ssize_t)((((bits & (0 - bits)) - 1) & lowest) * lowest >> (64 - width)) - 1;
}

#define DEFINE_CAPITAL_OF(name, type, of_64, not_ascii, lowest) \
    static Py_ssize_t name(const type *letters, Py_ssize_t at, Py_ssize_t size) \
    { \
        const Py_ssize_t many = 8 / (Py_ssize_t)sizeof(type); \
        for (; size - at >= many; at += many) { \
            uint64_t bits = capitals_among(letters + at, of_64, not_ascii); \
            if (bits) { \
                at += letters_before(bits, lowest, 64 / (int)many); \
                if (may_be_capital(letters[at])) { \
                    return at; \
                } \
                at -= many - 1; /* another may follow right after it */ \
            } \
        } \
        while (at < size && !may_be_capital(letters[at])) { \
            at++; \
        } \
        return at; \
    }

DEFINE_CAPITAL_OF(capital_of_1, Py_UCS1, 0x4040404040404040u, 0x8080808080808080u, 0x0101010101010101u)
DEFINE_CAPITAL_OF(capital_of_2, Py_UCS2, 0x0040004000400040u, 0xFF80FF80FF80FF80u, 0x0001000100010001u)
DEFINE_CAPITAL_OF(capital_of_4, Py_UCS4, 0x0000004000000040u, 0xFFFFFF80FFFFFF80u, 0x0000000100000001u)

Py_ssize_t next_capital(const Text *text, Py_ssize_t from)
{
    return text->kind == PyUnicode_1BYTE_KIND ? capital_of_1(text->data, from, text->size)
        : text->kind == PyUnicode_2BYTE_KIND ? capital_of_2(text->data, from, text->size)
        : capital_of_4(text->data, from, text->size);
}
