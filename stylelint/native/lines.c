/* Twins of functions in stylelint/text.py that are about lines. */
#include "letters.h"

#define ENDS_LINE(type, letter) (((letter) == '\n') | ((letter) == '\r'))

DEFINE_NEXT(next_end, ENDS_LINE)

static int append_starts(PyObject *starts, const Text *text)
{
    for (Py_ssize_t i = 0; (i = next_end(text, i, text->size)) < text->size;) {
        i += at(text, i) == '\r' && i + 1 < text->size && at(text, i + 1) == '\n' ? 2 : 1;
        if (append_number(starts, i) < 0) {
            return -1;
        }
    }
    return 0;
}

/* line_starts(text) */
static PyObject *line_starts(PyObject *module, PyObject *given)
{
    Text text;
    (void)module;
    if (text_of(given, &text) < 0) {
        return NULL;
    }
    PyObject *starts = PyList_New(0);
    if (starts != NULL && (append_number(starts, 0) < 0 || append_starts(starts, &text) < 0)) {
        Py_CLEAR(starts);
    }
    return starts;
}

/* Take a number as a place; return 0, or -1 with an exception. */
static int place_of(PyObject *number, Py_ssize_t *place)
{
    if (!PyLong_CheckExact(number)) {
        PyErr_SetString(PyExc_TypeError, "a place is wanted");
        return -1;
    }
    *place = PyLong_AsSsize_t(number);
    return *place == -1 && PyErr_Occurred() ? -1 : 0;
}

/* place_among(starts, offset) */
static PyObject *place_among(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Py_ssize_t offset, start, low = 0;
    (void)module;
    if (count != 2 || !PyList_CheckExact(args[0])) {
        PyErr_SetString(PyExc_TypeError, "place_among(starts, offset)");
        return NULL;
    }
    if (place_of(args[1], &offset) < 0) {
        return NULL;
    }
    Py_ssize_t size = PyList_GET_SIZE(args[0]), high = size;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (place_of(PyList_GET_ITEM(args[0], middle), &start) < 0) {
            return NULL;
        }
        if (offset < start) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    if (size == 0) {
        PyErr_SetString(PyExc_IndexError, "a text has a line");
        return NULL;
    }
    if (place_of(PyList_GET_ITEM(args[0], low != 0 ? low - 1 : size - 1), &start) < 0) {
        return NULL;
    }
    PyObject *place[2] = {PyLong_FromSsize_t(low), PyLong_FromSsize_t(offset - start + 1)};
    return tuple_of(place, 2);
}

/* line_end(text, offset, limit) */
static PyObject *line_end(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Py_ssize_t offset, limit;
    (void)module;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "line_end(text, offset, limit)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0 || place_of(args[1], &offset) < 0 || place_of(args[2], &limit) < 0) {
        return NULL;
    }
    if (offset < 0) {
        PyErr_SetString(PyExc_IndexError, "a place outside of the text");
        return NULL;
    }
    return PyLong_FromSsize_t(next_end(&text, offset, limit < text.size ? limit : text.size));
}

PyMethodDef lines_functions[] = {
    {"line_end", (PyCFunction)(void (*)(void))line_end, METH_FASTCALL, NULL},
    {"line_starts", line_starts, METH_O, NULL},
    {"place_among", (PyCFunction)(void (*)(void))place_among, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
