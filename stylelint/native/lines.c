/* Twins of functions in stylelint/text.py that are about lines. */
#include "letters.h"
#include "telling.h"

#define ENDS_LINE(type, letter) (((letter) == '\n') | ((letter) == '\r'))

DEFINE_NEXT(next_end, ENDS_LINE)

static int add_start(Starts *starts, Py_ssize_t at)
{
    if (starts->count == starts->room) {
        Py_ssize_t *moved = grown(starts->at, &starts->room, starts->count + 1, sizeof *moved);
        if (moved == NULL) {
            return -1;
        }
        starts->at = moved;
    }
    starts->at[starts->count++] = at;
    return 0;
}

int starts_find(Starts *starts, const Text *text)
{
    int failed = add_start(starts, 0);
    for (Py_ssize_t i = 0; !failed && (i = next_end(text, i, text->size)) < text->size;) {
        i += at(text, i) == '\r' && i + 1 < text->size && at(text, i + 1) == '\n' ? 2 : 1;
        failed = add_start(starts, i);
    }
    return failed;
}

/* line_starts(text) */
static PyObject *line_starts(PyObject *module, PyObject *given)
{
    Text text;
    Starts starts = {0};
    PyObject *list = NULL;
    (void)module;
    if (text_of(given, &text) == 0 && starts_find(&starts, &text) == 0) {
        list = PyList_New(starts.count);
    }
    for (Py_ssize_t i = 0; list != NULL && i < starts.count; i++) {
        PyObject *start = PyLong_FromSsize_t(starts.at[i]);
        if (start == NULL) {
            Py_CLEAR(list);
        } else {
            PyList_SET_ITEM(list, i, start);
        }
    }
    PyMem_Free(starts.at);
    return list;
}

Py_ssize_t starts_until(const Starts *starts, Py_ssize_t low, Py_ssize_t place)
{
    Py_ssize_t high = starts->count;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (place < starts->at[middle]) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
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
    if (number_from(args[1], &offset) < 0) {
        return NULL;
    }
    Py_ssize_t size = PyList_GET_SIZE(args[0]), high = size;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (number_from(PyList_GET_ITEM(args[0], middle), &start) < 0) {
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
    if (number_from(PyList_GET_ITEM(args[0], low != 0 ? low - 1 : size - 1), &start) < 0) {
        return NULL;
    }
    if (offset < 0 || start < 0 || offset - start == PY_SSIZE_T_MAX) {
        PyErr_SetString(PyExc_ValueError, "a place in a text is wanted");
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
    if (text_of(args[0], &text) < 0 || number_from(args[1], &offset) < 0 || number_from(args[2], &limit) < 0) {
        return NULL;
    }
    if (offset < 0) {
        PyErr_SetString(PyExc_IndexError, "a place outside of the text");
        return NULL;
    }
    return PyLong_FromSsize_t(next_end(&text, offset, limit < 0 ? 0 : Py_MIN(limit, text.size)));
}

PyMethodDef lines_functions[] = {
    {"line_end", (PyCFunction)(void (*)(void))line_end, METH_FASTCALL, NULL},
    {"line_starts", line_starts, METH_O, NULL},
    {"place_among", (PyCFunction)(void (*)(void))place_among, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
