/* Looks for single letters in a text. */
#ifndef STYLELINT_LETTERS_H
#define STYLELINT_LETTERS_H

#include "native.h"

/* Define `name(text, place, end)`: where in a stretch the first letter stands for which a macro holds, or its end.

   The macro works with `|` and `&`, not with `||` and `&&`: without branches, compilers look at many letters at
   once, and what is rare is found ten times as fast as by one look after the other. */
#define DEFINE_NEXT(name, holds) \
    NEXT_OF(name##_of_1, Py_UCS1, holds) \
    NEXT_OF(name##_of_2, Py_UCS2, holds) \
    NEXT_OF(name##_of_4, Py_UCS4, holds) \
    static Py_ssize_t name(const Text *text, Py_ssize_t place, Py_ssize_t end) \
    { \
        return text->kind == PyUnicode_1BYTE_KIND ? name##_of_1(text->data, place, end) \
            : text->kind == PyUnicode_2BYTE_KIND ? name##_of_2(text->data, place, end) \
            : name##_of_4(text->data, place, end); \
    }

#define NEXT_OF(name, letter_type, holds) \
    static Py_ssize_t name(const letter_type *letters, Py_ssize_t place, Py_ssize_t end) \
    { \
        for (; end - place >= 32; place += 32) { \
            letter_type met = 0; \
            for (int i = 0; i < 32; i++) { \
                met |= (letter_type)holds(letters[place + i]); \
            } \
            if (met) { \
                break; \
            } \
        } \
        while (place < end && !holds(letters[place])) { \
            place++; \
        } \
        return place; \
    }

#endif
