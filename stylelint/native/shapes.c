/* The twin of `shape_of` in stylelint/checks/_cue_book.py. */
#include "native.h"
#include <string.h>

/* Words that stay small where a line is set in capitals, as in _cue_book.py; a sign alone is no word. */
static const char *const SMALL[] = {"a",  "an", "and", "at", "by",   "for", "from", "in", "of", "on", "or",
                                    "the", "to", "with", "our", "your", "us",  "it",   "is", NULL};

#define LONGEST 4

typedef struct {
    Py_ssize_t words;
    int capitals;
} Shape;

/* Whether text[start:end] is a word that stays small, capitals or not. */
static int is_small_word(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    char word[LONGEST + 1] = {0};
    if (end - start > LONGEST) {
        return 0;
    }
    for (Py_ssize_t i = start; i < end; i++) {
        Py_UCS4 c = at(text, i);
        if (c == 0 || c > 127) {
            return 0;
        }
        word[i - start] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    for (const char *const *small = SMALL; *small != NULL; small++) {
        if (strcmp(word, *small) == 0) {
            return 1;
        }
    }
    return 0;
}

/* Add text[start:end] to a shape, if it has a letter. */
static void add_word(Shape *shape, const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    int letters = 0, capitals = 0;
    for (Py_ssize_t i = start; i < end; i++) {
        letters |= Py_UNICODE_ISALPHA(at(text, i));
        capitals |= Py_UNICODE_ISUPPER(at(text, i));
    }
    shape->words += letters != 0;
    shape->capitals &= !letters || capitals || is_small_word(text, start, end);
}

/* Whether what ends before a place, if there is anything, has no stop there. */
static int is_unfinished(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_UCS4 last = end > start ? at(text, end - 1) : '.';
    return !(last == '.' || last == ',' || last == ';' || last == ':' || last == '?');
}

/* shape_of(text, start, end) */
static PyObject *shape_of(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Shape shape = {0, 1};
    Py_ssize_t start = 0, end = 0;
    (void)module;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "shape_of(text, start, end)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0 || bounds_of(args + 1, 2, text.size, &start, &end) < 0) {
        return NULL;
    }
    while (end > start && Py_UNICODE_ISSPACE(at(&text, end - 1))) {
        end--;
    }
    for (Py_ssize_t i = start, first; i < end; i++) {
        for (first = i; i < end && !Py_UNICODE_ISSPACE(at(&text, i)); i++) {
        }
        add_word(&shape, &text, first, i);
    }
    return Py_BuildValue("(nNN)", shape.words, PyBool_FromLong(is_unfinished(&text, start, end)),
                         PyBool_FromLong(shape.words > 1 && shape.capitals));
}

PyMethodDef shapes_functions[] = {
    {"shape_of", (PyCFunction)(void (*)(void))shape_of, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
