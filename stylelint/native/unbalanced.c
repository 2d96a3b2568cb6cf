/* Twin of a function in stylelint/checks/unbalanced.py. */
#include "native.h"

/* Read where a row of speech begins and ends, and whether it is closed; return 0, or -1 with an exception. */
static int row_of(PyObject *row, Py_ssize_t size, Py_ssize_t *start, Py_ssize_t *end, int *closed)
{
    if (!PyTuple_Check(row) || PyTuple_GET_SIZE(row) < 4 || !PyBool_Check(PyTuple_GET_ITEM(row, 3))) {
        PyErr_SetString(PyExc_TypeError, "rows of speech are wanted");
        return -1;
    }
    *closed = PyTuple_GET_ITEM(row, 3) == Py_True;
    return span_of(row, size, start, end);
}

/* blank_inside(text, rows) */
static PyObject *blank_inside(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    (void)module;
    if (count != 2 || !PyList_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "blank_inside(text, rows)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0) {
        return NULL;
    }
    PyObject *found = PyList_New(0);
    for (Py_ssize_t i = 0; found != NULL && i < PyList_GET_SIZE(args[1]); i++) {
        PyObject *row = PyList_GET_ITEM(args[1], i);
        Py_ssize_t start, end;
        int closed;
        if (row_of(row, text.size, &start, &end, &closed) < 0
            || (closed && end - start > 4 && (at(&text, start + 1) == ' ' || at(&text, end - 2) == ' ')
                && PyList_Append(found, row) < 0)) {
            Py_CLEAR(found);
        }
    }
    return found;
}

PyMethodDef unbalanced_functions[] = {
    {"blank_inside", (PyCFunction)(void (*)(void))blank_inside, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
