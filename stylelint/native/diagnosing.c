/* Twins of functions in stylelint/diagnosing.py. */
#include "native.h"

/* Read a text and two places in it, in order; return 0, or -1 with an exception. */
static int stretch_of(PyObject *const *args, Py_ssize_t count, Text *text, Py_ssize_t *start, Py_ssize_t *end)
{
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "a text, a start and an end are wanted");
        return -1;
    }
    if (text_of(args[0], text) < 0) {
        return -1;
    }
    if (!PyLong_CheckExact(args[1]) || !PyLong_CheckExact(args[2])) {
        PyErr_SetString(PyExc_TypeError, "places are wanted");
        return -1;
    }
    *start = PyNumber_AsSsize_t(args[1], PyExc_IndexError);
    if (*start == -1 && PyErr_Occurred()) {
        return -1;
    }
    *end = PyNumber_AsSsize_t(args[2], PyExc_IndexError);
    if (*end == -1 && PyErr_Occurred()) {
        return -1;
    }
    if (*start < 0 || *end > text->size) {
        PyErr_SetString(PyExc_IndexError, "a place outside of the text");
        return -1;
    }
    return 0;
}

/* is_blank(text, start, end) */
static PyObject *is_blank(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Py_ssize_t i, end;
    (void)module;
    if (stretch_of(args, count, &text, &i, &end) < 0) {
        return NULL;
    }
    while (i < end && Py_UNICODE_ISSPACE(at(&text, i))) {
        i++;
    }
    return PyBool_FromLong(i >= end);
}

static int is_end(Py_UCS4 c)
{
    return c == '\n' || c == '\r';
}

static int is_blank_or_end(Py_UCS4 c)
{
    return c == ' ' || c == '\t' || is_end(c);
}

static Py_ssize_t line_ends(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t feeds = 0, returns = 0;
    for (Py_ssize_t i = start; i < end; i++) {
        feeds += at(text, i) == '\n';
        returns += at(text, i) == '\r';
    }
    return feeds != 0 ? feeds : returns;
}

/* with_line_ends(source, start, end) */
static PyObject *with_line_ends(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Py_ssize_t start, end;
    (void)module;
    if (stretch_of(args, count, &text, &start, &end) < 0) {
        return NULL;
    }
    if (start > end) {
        PyErr_SetString(PyExc_ValueError, "an end before its start");
        return NULL;
    }
    Py_ssize_t first = start, last = end;
    while (first > 0 && is_blank_or_end(at(&text, first - 1))) {
        first--;
    }
    while (last < text.size && is_blank_or_end(at(&text, last))) {
        last++;
    }
    if (last == text.size || (first > 0 && line_ends(&text, first, start) < line_ends(&text, end, last))) {
        return Py_BuildValue("nn", first, end);
    }
    Py_ssize_t cut = last;
    while (cut > end && !is_end(at(&text, cut - 1))) {
        cut--;
    }
    return Py_BuildValue("nn", start, cut > end ? cut : last);
}

PyMethodDef diagnosing_functions[] = {
    {"is_blank", (PyCFunction)(void (*)(void))is_blank, METH_FASTCALL, NULL},
    {"with_line_ends", (PyCFunction)(void (*)(void))with_line_ends, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
