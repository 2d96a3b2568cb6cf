/* What stands beside the block that is being read, such as what a picture shows: the twin of `Sheet._add`. */
#include "sheet.h"

enum { ASIDE_KEY, ASIDE_SPANS, ASIDE_KIND, ASIDE_ROLE, ASIDE_SYNTAX, ASIDE_FIELDS };

/* Return where an aside stands in the source, NULL with an exception where it is none. */
static PyObject *spans_of(PyObject *aside)
{
    if (!PyTuple_Check(aside) || PyTuple_GET_SIZE(aside) != ASIDE_FIELDS
        || !PyTuple_Check(PyTuple_GET_ITEM(aside, ASIDE_SPANS)) || !PyUnicode_Check(PyTuple_GET_ITEM(aside, ASIDE_KIND))) {
        PyErr_SetString(PyExc_TypeError, "an aside is wanted");
        return NULL;
    }
    return PyTuple_GET_ITEM(aside, ASIDE_SPANS);
}

/* Tell whether an aside has no character reference in it; -1 with an exception. */
static int is_plain(const Sheet *sheet, PyObject *aside)
{
    PyObject *spans = spans_of(aside);
    for (Py_ssize_t i = 0; spans != NULL && i < PyTuple_GET_SIZE(spans); i++) {
        Py_ssize_t start, end;
        if (span_of(PyTuple_GET_ITEM(spans, i), sheet->text.size, &start, &end) < 0) {
            return -1;
        }
        if (PyUnicode_FindChar(sheet->source, '&', start, end, 1) != -1) {
            return PyErr_Occurred() ? -1 : 0;
        }
    }
    return spans == NULL ? -1 : 1;
}

int asides_are_plain(const Sheet *sheet)
{
    int plain = 1;
    for (Py_ssize_t i = 0; plain > 0 && i < PyList_GET_SIZE(sheet->asides); i++) {
        plain = is_plain(sheet, PyList_GET_ITEM(sheet->asides, i));
    }
    return plain;
}

static int is_blank(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    while (start < end && Py_UNICODE_ISSPACE(at(text, start))) {
        start++;
    }
    return start == end;
}

/* End the block of an aside, if it has anything in it. */
static int end_aside(Sheet *sheet, PyObject *aside, Py_ssize_t begin)
{
    Py_ssize_t end = sheet_here(sheet);
    if (end <= begin) {
        return 0;
    }
    PyObject *kind = PyTuple_GET_ITEM(aside, ASIDE_KIND);
    int keyed = PyUnicode_CompareWithASCIIString(kind, "alt") == 0;
    PyObject *field[] = {
        PyLong_FromSsize_t(begin), PyLong_FromSsize_t(end), Py_NewRef(kind),
        Py_NewRef(PyTuple_GET_ITEM(aside, ASIDE_ROLE)), Py_NewRef(Py_None), PyLong_FromLong(0),
        keyed ? Py_NewRef(PyTuple_GET_ITEM(aside, ASIDE_KEY)) : PyUnicode_New(0, 0),
        Py_NewRef(PyTuple_GET_ITEM(aside, ASIDE_SYNTAX)),
    };
    if (append_taken(sheet->done, of_class(sheet->block, tuple_of(field, 8))) < 0 || sheet_flush(sheet) < 0) {
        return -1;
    }
    sheet->length++;
    return 0;
}

static int add_aside(Sheet *sheet, PyObject *aside)
{
    PyObject *spans = spans_of(aside);
    Py_ssize_t begin = sheet->length, size = spans == NULL ? 0 : PyTuple_GET_SIZE(spans);
    for (Py_ssize_t i = 0; i < size; i++) {
        Py_ssize_t start, end;
        if (span_of(PyTuple_GET_ITEM(spans, i), sheet->text.size, &start, &end) < 0) {
            return -1;
        }
        if ((size > 1 || !is_blank(&sheet->text, start, end)) && sheet_verbatim(sheet, start, end) < 0) {
            return -1;
        }
    }
    return spans == NULL || sheet_trim(sheet) < 0 ? -1 : end_aside(sheet, aside, begin);
}

int asides_follow(Sheet *sheet)
{
    Py_ssize_t size = PyList_GET_SIZE(sheet->asides);
    if (!size) {
        return 1;
    }
    PyObject *asides = PyList_AsTuple(sheet->asides);
    int failed = asides == NULL || PyList_SetSlice(sheet->asides, 0, size, NULL) < 0;
    for (Py_ssize_t i = 0; !failed && i < size; i++) {
        failed = add_aside(sheet, PyTuple_GET_ITEM(asides, i)) < 0;
    }
    Py_XDECREF(asides);
    return failed ? -1 : 1;
}
