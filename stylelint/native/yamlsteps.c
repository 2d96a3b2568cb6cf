/* The steps of a value in front matter, for yamlfields.c: the twin of `_unfolded` in readers/yamlfields.py. */
#include "reading.h"

static int add_step(PyObject *steps, PyObject *text, Py_ssize_t start, Py_ssize_t end)
{
    PyObject *step[] = {text, PyLong_FromSsize_t(start), PyLong_FromSsize_t(end)};
    return append_taken(steps, tuple_of(step, 3));
}

/* Tell whether a value has something beside a line end that could mean more: blanks of other kinds, or escapes. */
static int is_odd(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    if (start == end || Py_UNICODE_ISSPACE(at(text, start)) || Py_UNICODE_ISSPACE(at(text, end - 1))) {
        return 1;
    }
    while (start < end && at(text, start) != '\\') {
        start++;
    }
    return start < end;
}

static Py_ssize_t blanks_before(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    while (end > start && at(text, end - 1) == ' ') {
        end--;
    }
    return end;
}

/* Add the steps of a value, of one line or of several, in which each line end is a blank; return 1, or 0 where there
   could be more to that, -1 with an exception. */
int add_steps(const Text *text, Py_ssize_t begin, Py_ssize_t until, PyObject *steps)
{
    Py_ssize_t start = begin;
    for (Py_ssize_t i = begin; i < until; i++) {
        if (at(text, i) == '\n') {
            Py_ssize_t end = blanks_before(text, start, i - (at(text, i - 1) == '\r')), next = i + 1;
            while (next < until && at(text, next) == ' ') {
                next++;
            }
            if (is_odd(text, start, end)) {
                return 0;
            }
            if (add_step(steps, slice_of(text, start, end), start, end) < 0
                || add_step(steps, PyUnicode_FromOrdinal(' '), end, next) < 0) {
                return -1;
            }
            start = i = next;
        }
    }
    if (start > begin && is_odd(text, start, until)) {
        return 0;
    }
    return add_step(steps, slice_of(text, start, until), start, until) < 0 ? -1 : 1;
}

/* Return the text of steps, a new reference; NULL with an exception. */
PyObject *text_of_steps(PyObject *steps)
{
    Py_ssize_t size = PyList_GET_SIZE(steps);
    if (size == 1) {
        return Py_NewRef(PyTuple_GET_ITEM(PyList_GET_ITEM(steps, 0), 0));
    }
    PyObject *texts = PyList_New(size), *nothing = PyUnicode_New(0, 0), *joined = NULL;
    for (Py_ssize_t i = 0; texts != NULL && i < size; i++) {
        PyList_SET_ITEM(texts, i, Py_NewRef(PyTuple_GET_ITEM(PyList_GET_ITEM(steps, i), 0)));
    }
    if (texts != NULL && nothing != NULL) {
        joined = PyUnicode_Join(nothing, texts);
    }
    Py_XDECREF(texts);
    Py_XDECREF(nothing);
    return joined;
}
