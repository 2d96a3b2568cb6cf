/* Texts as they are compared: their letters, which are small, and their words; see stylelint/checks/_likeness.py. */
#include "likeness.h"

#include <string.h>

#define SIGMA 0x3A3

Py_ssize_t words_between(const Text *text, Py_ssize_t start, Py_ssize_t end, Py_UCS4 *into, Py_ssize_t *size)
{
    Py_ssize_t count = 0;
    *size = 0;
    for (Py_ssize_t place = start; place < end; place++) {
        if (!is_word(at(text, place))) {
            continue;
        }
        if (count++) {
            into[(*size)++] = ' ';
        }
        for (; place < end; place++) {
            Py_UCS4 c = at(text, place);
            int inside = (c == '\'' || c == '-') && place + 1 < end && is_word(at(text, place + 1));
            if (!inside && !is_word(c)) {
                break;
            }
            into[(*size)++] = c;
        }
    }
    return count;
}

int letters_take(Letters *letters, PyObject *draft, Py_ssize_t start, Py_ssize_t end)
{
    int kind = PyUnicode_KIND(draft);
    letters->text = (Text){kind, (const char *)PyUnicode_DATA(draft) + start * kind, end - start};
    if (kind == PyUnicode_1BYTE_KIND || PyUnicode_FindChar(draft, SIGMA, start, end, 1) < 0) {
        return 0;
    }
    /* At the end of a word it becomes another letter than elsewhere, as Python knows. */
    PyObject *part = PyUnicode_Substring(draft, start, end);
    PyObject *plain = part == NULL ? NULL : PyObject_CallMethod(part, "replace", "Cs", DOTTED_I, "i");
    letters->held = plain == NULL ? NULL : PyObject_CallMethod(plain, "lower", NULL);
    Py_XDECREF(part);
    Py_XDECREF(plain);
    return letters->held == NULL ? -1 : text_of(letters->held, &letters->text);
}

/* A word is letters, and an apostrophe or a hyphen between two. */
#define READ_WORDS(type)                                                                      \
    for (const type *c = text->data, *end = c + text->size; c < end; c++) {                   \
        if (!is_word(*c)) {                                                                   \
            continue;                                                                         \
        }                                                                                     \
        uint64_t letters = 0xCBF29CE484222325u;                                               \
        do {                                                                                  \
            letters = (letters ^ small_letter(*c++)) * 0x100000001B3u;                        \
        } while (c < end                                                                      \
                 && (is_word(*c) || ((*c == '\'' || *c == '-') && c + 1 < end && is_word(c[1])))); \
        if (words_add(words, letters ^ letters >> 32) < 0) {                                      \
            return -1;                                                                        \
        }                                                                                     \
    }

int words_read(Words *words, const Text *text)
{
    switch (text->kind) {
    case PyUnicode_1BYTE_KIND:
        READ_WORDS(Py_UCS1)
        return 0;
    case PyUnicode_2BYTE_KIND:
        READ_WORDS(Py_UCS2)
        return 0;
    default:
        READ_WORDS(Py_UCS4)
        return 0;
    }
}

static Py_ssize_t after_blanks(const Text *text, Py_ssize_t place)
{
    while (place < text->size && Py_UNICODE_ISSPACE(at(text, place))) {
        place++;
    }
    return place;
}

static int ends_word(const Text *text, Py_ssize_t place)
{
    return place == text->size || Py_UNICODE_ISSPACE(at(text, place));
}

static int are_same(const Text *one, const Text *other)
{
    return one->kind == other->kind && one->size == other->size
        && memcmp(one->data, other->data, (size_t)(one->size * one->kind)) == 0;
}

int are_same_but_for_blanks(const Text *one, const Text *other)
{
    if (are_same(one, other)) { /* as mostly, where the words are */
        return 1;
    }
    Py_ssize_t i = after_blanks(one, 0), j = after_blanks(other, 0);
    while (i < one->size && j < other->size) {
        while (!ends_word(one, i) && !ends_word(other, j) && small_letter(at(one, i)) == small_letter(at(other, j))) {
            i++;
            j++;
        }
        if (!ends_word(one, i) || !ends_word(other, j)) {
            return 0;
        }
        i = after_blanks(one, i);
        j = after_blanks(other, j);
    }
    return i == one->size && j == other->size;
}
