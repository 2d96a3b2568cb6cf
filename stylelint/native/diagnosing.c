/* Twins of functions in stylelint/diagnosing.py. */
#include "telling.h"

/* Take a string as a text, and two places in it; return 0, or -1 with an exception. */
static int stretch_of(PyObject *string, PyObject *first, PyObject *last, Text *text, Py_ssize_t *start, Py_ssize_t *end)
{
    if (text_of(string, text) < 0 || number_from(first, start) < 0 || number_from(last, end) < 0) {
        return -1;
    }
    if (*start < 0 || *end > text->size) {
        PyErr_SetString(PyExc_IndexError, "a place outside of the text");
        return -1;
    }
    return 0;
}

/* Whether a stretch of a text is blank, or there is none as it ends before it begins. */
static int are_blanks(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    while (start < end && Py_UNICODE_ISSPACE(at(text, start))) {
        start++;
    }
    return start >= end;
}

/* is_blank(text, start, end) */
static PyObject *is_blank(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Py_ssize_t start, end;
    (void)module;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "is_blank(text, start, end)");
        return NULL;
    }
    return stretch_of(args[0], args[1], args[2], &text, &start, &end) < 0 ? NULL
        : PyBool_FromLong(are_blanks(&text, start, end));
}

/* whole_at(prose, blocks, start, end) */
static PyObject *whole_at(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text prose;
    Py_ssize_t start, end, index, first, last;
    PyObject *block;
    (void)module;
    if (count != 4) {
        PyErr_SetString(PyExc_TypeError, "whole_at(prose, blocks, start, end)");
        return NULL;
    }
    if (stretch_of(args[0], args[2], args[3], &prose, &start, &end) < 0
        || find_block(args[1], start, &index, &block) < 0
        || (block != NULL && span_of(block, prose.size, &first, &last) < 0)) {
        return NULL;
    }
    int is_whole = block != NULL && are_blanks(&prose, first, start) && are_blanks(&prose, end, last);
    return PyLong_FromSsize_t(is_whole ? index : -1);
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
    PyTypeObject *class = class_of(module, SPAN);
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "with_line_ends(source, start, end)");
        return NULL;
    }
    if (class == NULL || stretch_of(args[0], args[1], args[2], &text, &start, &end) < 0) {
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
        return span_made(class, first, end);
    }
    Py_ssize_t cut = last;
    while (cut > end && !is_end(at(&text, cut - 1))) {
        cut--;
    }
    return span_made(class, start, cut > end ? cut : last);
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

PyObject *message_filled(const Filling *filling)
{
    PyObject *nothing = PyUnicode_New(0, 0), *parts = parts_of(filling);
    PyObject *whole = nothing == NULL || parts == NULL ? NULL : PyUnicode_Join(nothing, parts);
    Py_XDECREF(nothing);
    Py_XDECREF(parts);
    return whole;
}

PyMethodDef diagnosing_functions[] = {
    {"is_blank", (PyCFunction)(void (*)(void))is_blank, METH_FASTCALL, NULL},
    {"whole_at", (PyCFunction)(void (*)(void))whole_at, METH_FASTCALL, NULL},
    {"with_line_ends", (PyCFunction)(void (*)(void))with_line_ends, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
