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

/* Whether of the blanks in a text each stands alone between words, and is a plain one. */
static int is_single_spaced(const Text *text)
{
    int after = 1;
    for (Py_ssize_t i = 0; i < text->size; i++) {
        Py_UCS4 c = at(text, i);
        int is_space = Py_UNICODE_ISSPACE(c);
        if (is_space && (after || c != ' ')) {
            return 0;
        }
        after = is_space;
    }
    return !after || text->size == 0;
}

/* Return a text with one blank for any run of blanks, and none at its ends; NULL with an exception. */
static PyObject *single_spaced(PyObject *string)
{
    Text text;
    if (text_of(string, &text) < 0) {
        return NULL;
    }
    if (is_single_spaced(&text)) {
        return Py_NewRef(string);
    }
    PyObject *blank = PyUnicode_FromString(" "), *words = PyUnicode_Split(string, NULL, -1);
    PyObject *joined = blank == NULL || words == NULL ? NULL : PyUnicode_Join(blank, words);
    Py_XDECREF(blank);
    Py_XDECREF(words);
    return joined;
}

/* What a message is filled with. */
typedef struct {
    Text message;
    PyObject *prose, *replacement, *values;
    Py_ssize_t start, end;
} Filling;

/* Return the text for a name, NULL where there is none; then with an exception if that cannot be told. */
static PyObject *text_for(const Filling *filling, PyObject *name)
{
    if (PyUnicode_CompareWithASCIIString(name, "found") == 0) {
        PyObject *found = PyUnicode_Substring(filling->prose, filling->start, filling->end);
        PyObject *text = found == NULL ? NULL : single_spaced(found);
        Py_XDECREF(found);
        return text;
    }
    PyObject *value = PyDict_GetItemWithError(filling->values, name);
    if (value == NULL && PyErr_Occurred()) {
        return NULL;
    }
    if (value == NULL && PyUnicode_CompareWithASCIIString(name, "replacement") == 0) {
        value = filling->replacement;
    }
    if (value != NULL && !PyUnicode_Check(value)) {
        PyErr_SetString(PyExc_TypeError, "a name stands for a text");
        return NULL;
    }
    return Py_XNewRef(value);
}

/* Return what is put for a name with its braces, which are kept where it is none; NULL with an exception. */
static PyObject *put_for(const Filling *filling, Py_ssize_t opened, Py_ssize_t closed)
{
    PyObject *name = slice_of(&filling->message, opened + 1, closed);
    PyObject *text = name == NULL ? NULL : text_for(filling, name);
    Py_XDECREF(name);
    return text != NULL || PyErr_Occurred() ? text : slice_of(&filling->message, opened, closed + 1);
}

/* Return the parts of a message, with texts for its names, as a list; NULL with an exception. */
static PyObject *parts_of(const Filling *filling)
{
    PyObject *parts = PyList_New(0);
    Py_ssize_t done = 0, opened = -1;
    for (Py_ssize_t i = 0; parts != NULL && i < filling->message.size; i++) {
        Py_UCS4 c = at(&filling->message, i);
        opened = c == '{' ? i : opened;
        if (c != '}' || opened < 0) {
            continue;
        }
        if (append_taken(parts, slice_of(&filling->message, done, opened)) < 0
            || append_taken(parts, put_for(filling, opened, i)) < 0) {
            Py_CLEAR(parts);
        }
        done = i + 1;
        opened = -1;
    }
    if (parts != NULL && append_taken(parts, slice_of(&filling->message, done, filling->message.size)) < 0) {
        Py_CLEAR(parts);
    }
    return parts;
}

/* filled(message, prose, start, end, replacement, values) */
static PyObject *filled(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text prose;
    Filling filling;
    (void)module;
    if (count != 6 || !PyUnicode_Check(args[4]) || !PyDict_CheckExact(args[5])) {
        PyErr_SetString(PyExc_TypeError, "filled(message, prose, start, end, replacement, values)");
        return NULL;
    }
    filling.prose = args[1];
    filling.replacement = args[4];
    filling.values = args[5];
    if (text_of(args[0], &filling.message) < 0 || stretch_of(args + 1, 3, &prose, &filling.start, &filling.end) < 0) {
        return NULL;
    }
    PyObject *nothing = PyUnicode_New(0, 0), *parts = parts_of(&filling);
    PyObject *whole = nothing == NULL || parts == NULL ? NULL : PyUnicode_Join(nothing, parts);
    Py_XDECREF(nothing);
    Py_XDECREF(parts);
    return whole;
}

PyMethodDef diagnosing_functions[] = {
    {"filled", (PyCFunction)(void (*)(void))filled, METH_FASTCALL, NULL},
    {"is_blank", (PyCFunction)(void (*)(void))is_blank, METH_FASTCALL, NULL},
    {"with_line_ends", (PyCFunction)(void (*)(void))with_line_ends, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
