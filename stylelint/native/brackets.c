/* Twin of a function in stylelint/checks/_brackets.py. */
#include "letters.h"

/* Braces are brackets with one bit more; nobody minds other signs with that bit. */
#define IS_BRACKET(type, letter) \
    (WITHIN(type, letter, '(', ')') | (((letter) & (type)~0x20) == '[') | (((letter) & (type)~0x20) == ']'))

DEFINE_NEXT(next_bracket, IS_BRACKET)

enum { ROUND, SQUARE, CURLY, SORTS };

/* Tell whether each sort of bracket opens as often as it closes between two places, and opens first. */
static int is_even(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t open[SORTS] = {0}, met[SORTS] = {0};
    for (Py_ssize_t i = start; (i = next_bracket(text, i, end)) < end; i++) {
        Py_UCS4 c = at(text, i);
        int sort = c < '[' ? ROUND : c < '{' ? SQUARE : CURLY, closes = c == ')' || c == ']' || c == '}';
        if (closes && met[sort] == 0) {
            return 0;
        }
        met[sort]++;
        open[sort] += closes ? -1 : 1;
    }
    return open[ROUND] == 0 && open[SQUARE] == 0 && open[CURLY] == 0;
}

/* uneven(text, blocks) */
static PyObject *uneven(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Py_ssize_t start, end;
    (void)module;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "uneven(text, blocks)");
        return NULL;
    }
    PyObject *blocks = text_of(args[0], &text) < 0 ? NULL : as_list(args[1]);
    PyObject *found = blocks == NULL ? NULL : PyList_New(0);
    for (Py_ssize_t i = 0; found != NULL && i < PyList_GET_SIZE(blocks); i++) {
        if (span_of(PyList_GET_ITEM(blocks, i), text.size, &start, &end) < 0
            || (!is_even(&text, start, end) && append_number(found, i) < 0)) {
            Py_CLEAR(found);
        }
    }
    Py_XDECREF(blocks);
    return found;
}

PyMethodDef brackets_functions[] = {
    {"uneven", (PyCFunction)(void (*)(void))uneven, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
