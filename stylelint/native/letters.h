/* Looks for single letters in a text. */
#ifndef STYLELINT_LETTERS_H
#define STYLELINT_LETTERS_H

#include "native.h"

/* Whether a letter, of a type for letters, is one of those between two others, or one of these. */
#define WITHIN(type, letter, first, last) ((type)((letter) - (first)) <= (last) - (first))

/* Define `name(text, place, end)`: where in a stretch the first letter stands for which a macro holds, or its end.

   The macro is asked for a type and a letter of it.  It works with `|` and `&`, not with `||` and `&&`, and compares
   a letter with no more than two or three others: where a compiler sees no branch and no table in it, it looks at
   many letters at once, and what is rare is found ten times as fast as by one look after the other. */
#define DEFINE_NEXT(name, holds) \
    NEXT_OF(name##_of_1, Py_UCS1, holds) \
    NEXT_OF(name##_of_2, Py_UCS2, holds) \
    NEXT_OF(name##_of_4, Py_UCS4, holds) \
    CHOOSE_NEXT(name)

/* The same for a letter and the one after it: where the first of them stands, or the end. */
#define DEFINE_NEXT_PAIR(name, holds) \
    NEXT_PAIR_OF(name##_of_1, Py_UCS1, holds) \
    NEXT_PAIR_OF(name##_of_2, Py_UCS2, holds) \
    NEXT_PAIR_OF(name##_of_4, Py_UCS4, holds) \
    CHOOSE_NEXT(name)

#define CHOOSE_NEXT(name) \
    static Py_ssize_t name(const Text *text, Py_ssize_t place, Py_ssize_t end) \
    { \
        return text->kind == PyUnicode_1BYTE_KIND ? name##_of_1(text->data, place, end) \
            : text->kind == PyUnicode_2BYTE_KIND ? name##_of_2(text->data, place, end) \
            : name##_of_4(text->data, place, end); \
    }

#define NEXT_OF(name, type, holds) \
    static Py_ssize_t name(const type *letters, Py_ssize_t place, Py_ssize_t end) \
    { \
        for (; end - place >= 32; place += 32) { \
            type met = 0; \
            for (int i = 0; i < 32; i++) { \
                type letter = letters[place + i]; \
                met |= (type)(holds(type, letter)); \
            } \
            if (met) { \
                break; \
            } \
        } \
        while (place < end && !(holds(type, letters[place]))) { \
            place++; \
        } \
        return place; \
    }

#define NEXT_PAIR_OF(name, type, holds) \
    static Py_ssize_t name(const type *letters, Py_ssize_t place, Py_ssize_t end) \
    { \
        for (; end - place > 32; place += 32) { \
            type met = 0; \
            for (int i = 0; i < 32; i++) { \
                type letter = letters[place + i], next = letters[place + i + 1]; \
                met |= (type)(holds(type, letter, next)); \
            } \
            if (met) { \
                break; \
            } \
        } \
        while (place + 1 < end && !(holds(type, letters[place], letters[place + 1]))) { \
            place++; \
        } \
        return place + 1 < end ? place : end; \
    }

/* Put the places of all blanks of a stretch, which may end behind the text, into an array with room for as many as it
   is long; return how many.  Without a branch for each letter, as nobody can foresee where a word ends. */
#define BLANKS_IN(letter_type) \
    for (Py_ssize_t i = start; i < end; i++) { \
        places[count] = i; \
        count += ((const letter_type *)text->data)[i] == ' '; \
    }

static inline Py_ssize_t blanks_in(const Text *text, Py_ssize_t start, Py_ssize_t end, Py_ssize_t *places)
{
    Py_ssize_t count = 0;
    end = end < text->size ? end : text->size;
    if (text->kind == PyUnicode_1BYTE_KIND) {
        BLANKS_IN(Py_UCS1)
    } else if (text->kind == PyUnicode_2BYTE_KIND) {
        BLANKS_IN(Py_UCS2)
    } else {
        BLANKS_IN(Py_UCS4)
    }
    return count;
}

#endif
