/* Twin of a function in stylelint/offsets.py. */
#include "native.h"

/* Where matches are found; how many characters begin before one of its bytes; and how places are told. */
typedef struct {
    Text text;
    const unsigned char *data;
    Py_ssize_t size, at, before, shift;
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
        PyLong_FromSsize_t(ended(places, start) + places->shift),
        PyLong_FromSsize_t(ended(places, end) + places->shift),
    };
    return tuple_of(fields, 2);
}

/* Whether a word stands on both sides of a place, which is not the first of what is looked at. */
static int is_in_word(const Places *places, Py_ssize_t place)
{
    place += places->shift;
    return is_word(at_or_none(&places->text, place)) && is_word(at_or_none(&places->text, place - 1));
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
    const int is_last = end == places->size;
    start = ended(places, start);
    end = ended(places, end);
    if (end > places->text.size - places->shift) {
        PyErr_SetString(PyExc_IndexError, "a match lies outside of its text");
        return -1;
    }
    const int cut = places->words && start < end
        && ((start > 0 && is_in_word(places, start)) || (!is_last && is_in_word(places, end)));
    return start == end || cut ? 0 : add(places, spans, rows);
}

/* placed(found, text, data, shift, words) */
static PyObject *placed(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Places places = {.at = 0};
    (void)module;
    if (count != 5 || !PyList_CheckExact(args[0]) || !PyBytes_Check(args[2]) || !PyLong_CheckExact(args[3])
        || !PyBool_Check(args[4])) {
        PyErr_SetString(PyExc_TypeError, "placed(found, text, data, shift, words)");
        return NULL;
    }
    places.data = (const unsigned char *)PyBytes_AS_STRING(args[2]);
    places.size = PyBytes_GET_SIZE(args[2]);
    places.words = args[4] == Py_True;
    places.shift = PyLong_AsSsize_t(args[3]);
    if (text_of(args[1], &places.text) < 0 || PyErr_Occurred()) {
        return NULL;
    }
    if (places.shift < 0 || places.shift > places.text.size) {
        PyErr_SetString(PyExc_IndexError, "a place outside of the text");
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
