/* Twins of functions in stylelint/text.py that are about lines. */
#include "letters.h"

#define ENDS_LINE(type, letter) (((letter) == '\n') | ((letter) == '\r'))

DEFINE_NEXT(next_end, ENDS_LINE)

/* Where the lines of a text begin. */
typedef struct {
    Py_ssize_t *at, count, room;
} Starts;

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

/* Find where the lines of a text begin, as far as its first so many code points; return 0, or -1 with an exception. */
static int find_starts(const Text *text, Py_ssize_t limit, Starts *starts)
{
    int failed = add_start(starts, 0);
    for (Py_ssize_t i = 0; !failed && (i = next_end(text, i, limit)) < limit;) {
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
    if (text_of(given, &text) == 0 && find_starts(&text, text.size, &starts) == 0) {
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

/* Return how many of the lines from the first so many on begin at a place or before it. */
static Py_ssize_t line_of(const Starts *starts, Py_ssize_t low, Py_ssize_t place)
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

/* Append what stands at a span of a text, and where that is; return 0, or -1 with an exception. */
static int cite(const Text *text, const Starts *starts, PyObject *span, PyObject *rows)
{
    Py_ssize_t start, end;
    if (span_of(span, text->size, &start, &end) < 0) {
        return -1;
    }
    Py_ssize_t first = line_of(starts, 1, start), last = line_of(starts, first, end);
    PyObject *row[5] = {
        slice_of(text, start, end),
        PyLong_FromSsize_t(first),
        PyLong_FromSsize_t(start - starts->at[first - 1] + 1),
        PyLong_FromSsize_t(last),
        PyLong_FromSsize_t(end - starts->at[last - 1] + 1),
    };
    return append_taken(rows, tuple_of(row, 5));
}

/* Return the last place that spans of a text end at; -1 with an exception. */
static Py_ssize_t last_end(const Text *text, PyObject *spans)
{
    Py_ssize_t start, end, last = 0;
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(spans); i++) {
        PyObject *span = PyList_GET_ITEM(spans, i);
        if (span_of(span, text->size, &start, &end) < 0) {
            return -1;
        }
        if (PyTuple_GET_SIZE(span) != 2) {
            PyErr_SetString(PyExc_ValueError, "a span is two places");
            return -1;
        }
        last = Py_MAX(last, end);
    }
    return last;
}

/* cited(source, spans) */
static PyObject *cited(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Starts starts = {0};
    (void)module;
    if (count != 2 || !PyList_CheckExact(args[1])) {
        PyErr_SetString(PyExc_TypeError, "cited(source, spans)");
        return NULL;
    }
    Py_ssize_t last = text_of(args[0], &text) < 0 ? -1 : last_end(&text, args[1]);
    PyObject *rows = last < 0 || find_starts(&text, last, &starts) < 0 ? NULL : PyList_New(0);
    for (Py_ssize_t i = 0; rows != NULL && i < PyList_GET_SIZE(args[1]); i++) {
        if (cite(&text, &starts, PyList_GET_ITEM(args[1], i), rows) < 0) {
            Py_CLEAR(rows);
        }
    }
    PyMem_Free(starts.at);
    return rows;
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
    {"cited", (PyCFunction)(void (*)(void))cited, METH_FASTCALL, NULL},
    {"line_end", (PyCFunction)(void (*)(void))line_end, METH_FASTCALL, NULL},
    {"line_starts", line_starts, METH_O, NULL},
    {"place_among", (PyCFunction)(void (*)(void))place_among, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
