/* Twin of a function in stylelint/offsets.py. */
#include "native.h"

/* Where matches are found; how many characters begin before one of its bytes; which stretch of the text holds that
   character, where that begins and ends in the text, and how many characters the ones before it have. */
typedef struct {
    Text text;
    const unsigned char *data;
    Py_ssize_t size, at, before;
    PyObject *stretches;
    Py_ssize_t stretch, first, last, passed;
    int words;
} Places;

/* Read start and end of a match or of a group, in bytes; return 0, or -1 with an exception. */
static int read_span(const Places *places, PyObject *span, Py_ssize_t *start, Py_ssize_t *end)
{
    if (!PyTuple_CheckExact(span) || PyTuple_GET_SIZE(span) != 2 || !PyLong_CheckExact(PyTuple_GET_ITEM(span, 0))
        || !PyLong_CheckExact(PyTuple_GET_ITEM(span, 1))) {
        PyErr_SetString(PyExc_TypeError, "a span of two numbers is wanted");
        return -1;
    }
    *start = PyLong_AsSsize_t(PyTuple_GET_ITEM(span, 0));
    *end = PyLong_AsSsize_t(PyTuple_GET_ITEM(span, 1));
    if (PyErr_Occurred()) {
        return -1;
    }
    if (*start >= 0 && (*start < places->at || *end < *start || places->size < *end)) {
        PyErr_SetString(PyExc_ValueError, "a span lies outside of its match");
        return -1;
    }
    return 0;
}

static int goes_on(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* How many characters begin before a byte that stands where the last one did or after it. */
static Py_ssize_t begun(const Places *places, Py_ssize_t end)
{
    Py_ssize_t count = places->before;
    for (Py_ssize_t i = places->at; i < end; i++) {
        count += !goes_on(places->data[i]);
    }
    return count;
}

/* The same without one that does not end there. */
static Py_ssize_t ended(const Places *places, Py_ssize_t end)
{
    return begun(places, end) - (end < places->size && goes_on(places->data[end]));
}

/* Return a span in code points, NULL with an exception. */
static PyObject *placed_span(const Places *places, PyObject *span)
{
    Py_ssize_t start, end;
    if (read_span(places, span, &start, &end) < 0) {
        return NULL;
    }
    if (start < 0) {
        Py_INCREF(span);
        return span;
    }
    PyObject *fields[] = {
        PyLong_FromSsize_t(ended(places, start) - places->passed + places->first),
        PyLong_FromSsize_t(ended(places, end) - places->passed + places->first),
    };
    return tuple_of(fields, 2);
}

/* Whether a word stands on both sides of a place. */
static int is_in_word(const Places *places, Py_ssize_t place)
{
    return is_word(at_or_none(&places->text, place)) && is_word(at_or_none(&places->text, place - 1));
}

/* Whether a match, told in characters of its stretch, cuts a word; beside the stretch nothing stands. */
static int cuts_word(const Places *places, Py_ssize_t start, Py_ssize_t end)
{
    start += places->first;
    end += places->first;
    return (start > places->first && is_in_word(places, start)) || (end < places->last && is_in_word(places, end));
}

/* Go on to the stretch that holds a character; return 0, or -1 with an exception. */
static int find_stretch(Places *places, Py_ssize_t place)
{
    while (place - places->passed >= places->last - places->first) {
        places->passed += places->last - places->first;
        if (++places->stretch >= PyList_GET_SIZE(places->stretches)) {
            PyErr_SetString(PyExc_IndexError, "a match lies outside of its text");
            return -1;
        }
        PyObject *stretch = PyList_GET_ITEM(places->stretches, places->stretch);
        if (span_of(stretch, places->text.size, &places->first, &places->last) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Append a match: start, end and the spans of the whole and of its groups; return 0, or -1 with an exception. */
static int add(const Places *places, PyObject *spans, PyObject *rows)
{
    Py_ssize_t count = PyList_GET_SIZE(spans);
    PyObject *groups = PyTuple_New(count);
    for (Py_ssize_t i = 0; groups != NULL && i < count; i++) {
        PyObject *span = placed_span(places, PyList_GET_ITEM(spans, i));
        if (span == NULL) {
            Py_CLEAR(groups);
        } else {
            PyTuple_SET_ITEM(groups, i, span);
        }
    }
    if (groups == NULL) {
        return -1;
    }
    PyObject *whole = PyTuple_GET_ITEM(groups, 0);
    PyObject *row = PyTuple_Pack(3, PyTuple_GET_ITEM(whole, 0), PyTuple_GET_ITEM(whole, 1), groups);
    Py_DECREF(groups);
    return append_taken(rows, row);
}

/* Append a match unless it is empty or cuts a word; return 0, or -1 with an exception. */
static int look(Places *places, PyObject *spans, PyObject *rows)
{
    Py_ssize_t start, end;
    if (!PyList_CheckExact(spans) || PyList_GET_SIZE(spans) == 0) {
        PyErr_SetString(PyExc_TypeError, "a list of spans is wanted");
        return -1;
    }
    if (read_span(places, PyList_GET_ITEM(spans, 0), &start, &end) < 0) {
        return -1;
    }
    if (start < 0) {
        PyErr_SetString(PyExc_ValueError, "a match has a place");
        return -1;
    }
    places->before = begun(places, start);
    places->at = start;
    start = ended(places, start);
    end = ended(places, end);
    if (start == end) {
        return 0;
    }
    if (find_stretch(places, start) < 0) {
        return -1;
    }
    const int cut = places->words && cuts_word(places, start - places->passed, end - places->passed);
    return cut ? 0 : add(places, spans, rows);
}

/* placed(found, text, data, stretches, words) */
static PyObject *placed(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Places places = {.stretch = -1};
    (void)module;
    if (count != 5 || !PyList_CheckExact(args[0]) || !PyBytes_Check(args[2]) || !PyList_CheckExact(args[3])
        || !PyBool_Check(args[4])) {
        PyErr_SetString(PyExc_TypeError, "placed(found, text, data, stretches, words)");
        return NULL;
    }
    places.data = (const unsigned char *)PyBytes_AS_STRING(args[2]);
    places.size = PyBytes_GET_SIZE(args[2]);
    places.stretches = args[3];
    places.words = args[4] == Py_True;
    if (text_of(args[1], &places.text) < 0) {
        return NULL;
    }
    PyObject *rows = PyList_New(0);
    for (Py_ssize_t i = 0; rows != NULL && i < PyList_GET_SIZE(args[0]); i++) {
        if (look(&places, PyList_GET_ITEM(args[0], i), rows) < 0) {
            Py_CLEAR(rows);
        }
    }
    return rows;
}

PyMethodDef offsets_functions[] = {
    {"placed", (PyCFunction)(void (*)(void))placed, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
