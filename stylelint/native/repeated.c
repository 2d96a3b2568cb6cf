/* Twins of functions in stylelint/checks/repeated.py. */
#include "letters.h"

enum { STRETCH = 1024 };

/* The word that was read last: where it begins, and how long the one before it is, -1 where there is none. */
typedef struct {
    Py_ssize_t start, before;
} Word;

/* Note a word that ends at a place, where it is the same as the one before it. */
static int note(const Text *text, Word *word, Py_ssize_t end, PyObject *found)
{
    Py_ssize_t size = end - word->start, first = word->start - size - 1;
    int same = size > 0 && size == word->before && at(text, first) == at(text, word->start);
    for (Py_ssize_t i = 1; same && i < size; i++) {
        same = at(text, first + i) == at(text, word->start + i);
    }
    word->before = size;
    word->start = end + 1;
    return same ? append_span(found, first, first + size) : 0;
}

/* words_twice(text) */
static PyObject *words_twice(PyObject *module, PyObject *given)
{
    Text text;
    Word word = {0, -1};
    Py_ssize_t places[STRETCH];
    (void)module;
    if (text_of(given, &text) < 0) {
        return NULL;
    }
    PyObject *found = PyList_New(0);
    int failed = found == NULL;
    for (Py_ssize_t start = 0; !failed && start < text.size; start += STRETCH) {
        Py_ssize_t count = blanks_in(&text, start, start + STRETCH, places);
        for (Py_ssize_t i = 0; !failed && i < count; i++) {
            failed = note(&text, &word, places[i], found) < 0;
        }
    }
    if (!failed && note(&text, &word, text.size, found) < 0) {
        failed = 1;
    }
    if (failed) {
        Py_CLEAR(found);
    }
    return found;
}

PyMethodDef repeated_functions[] = {
    {"words_twice", words_twice, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
