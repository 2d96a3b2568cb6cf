/* Twin of a function in stylelint/checks/_vocabulary.py. */
#include "native.h"

/* Where a letter with another one after it stands first, from a place on; the end where it does not. */
#define FIND(type) \
    { \
        const type *letters = text->data; \
        for (; end - place > 32; place += 32) { \
            type met = 0; \
            for (int i = 0; i < 32; i++) { \
                met |= (type)((letters[place + i] == first) & (letters[place + i + 1] == second)); \
            } \
            if (met) { \
                break; \
            } \
        } \
        while (place + 1 < end && !(letters[place] == first && letters[place + 1] == second)) { \
            place++; \
        } \
        return place + 1 < end ? place : end; \
    }

static Py_ssize_t find_in_1(const Text *text, Py_UCS1 first, Py_UCS1 second, Py_ssize_t place, Py_ssize_t end)
    FIND(Py_UCS1)

static Py_ssize_t find_in_2(const Text *text, Py_UCS2 first, Py_UCS2 second, Py_ssize_t place, Py_ssize_t end)
    FIND(Py_UCS2)

static Py_ssize_t find_in_4(const Text *text, Py_UCS4 first, Py_UCS4 second, Py_ssize_t place, Py_ssize_t end)
    FIND(Py_UCS4)

/* Where a word may begin; where the text cannot hold its letters, any place may be told. */
static Py_ssize_t next_of(const Text *text, const Text *word, Py_ssize_t place, Py_ssize_t end)
{
    Py_UCS4 first = at(word, 0), second = at_or_none(word, 1);
    while (word->size == 1 && place < end && at(text, place) != first) {
        place++;
    }
    if (word->size == 1) {
        return place;
    }
    return text->kind == PyUnicode_1BYTE_KIND ? find_in_1(text, (Py_UCS1)first, (Py_UCS1)second, place, end)
        : text->kind == PyUnicode_2BYTE_KIND ? find_in_2(text, (Py_UCS2)first, (Py_UCS2)second, place, end)
        : find_in_4(text, first, second, place, end);
}

static int stands_in(const Text *text, const Text *word, Py_ssize_t place)
{
    for (Py_ssize_t i = 0; i < word->size; i++) {
        if (at(text, place + i) != at(word, i)) {
            return 0;
        }
    }
    return 1;
}

Py_ssize_t next_standing(const Text *text, const Text *word, Py_ssize_t place)
{
    Py_ssize_t last = text->size - word->size;
    while ((place = next_of(text, word, place, text->size)) <= last) {
        if (stands_in(text, word, place)) {
            return place;
        }
        place++;
    }
    return text->size;
}

/* words_alone(text, word, start, end) */
static PyObject *words_alone(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text, word;
    Py_ssize_t place, end, found = 0;
    (void)module;
    if (count != 4 || !PyLong_CheckExact(args[2]) || !PyLong_CheckExact(args[3])) {
        PyErr_SetString(PyExc_TypeError, "words_alone(text, word, start, end)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0 || text_of(args[1], &word) < 0
        || bounds_of(args + 2, 2, text.size, &place, &end) < 0) {
        return NULL;
    }
    while (word.size > 0 && (place = next_of(&text, &word, place, end)) <= end - word.size) {
        Py_ssize_t after = place + word.size;
        if (!stands_in(&text, &word, place)) {
            place++;
            continue;
        }
        found += !(place > 0 && is_word(at(&text, place - 1))) && !(after < text.size && is_word(at(&text, after)));
        place = after;
    }
    return PyLong_FromSsize_t(found);
}

PyMethodDef vocabulary_functions[] = {
    {"words_alone", (PyCFunction)(void (*)(void))words_alone, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
