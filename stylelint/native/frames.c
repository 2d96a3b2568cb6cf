/* The elements of HTML that are open, for markup.c; see readers/markup.py. */
#include "markup.h"

Py_ssize_t frames_of(const Sheet *sheet, PyObject *name)
{
    PyObject *count = PyDict_GetItemWithError(sheet->counts, name);
    return count == NULL ? (PyErr_Occurred() ? -1 : 0) : PyLong_AsSsize_t(count);
}

static int add_count(Sheet *sheet, PyObject *name, Py_ssize_t more)
{
    Py_ssize_t count = frames_of(sheet, name);
    PyObject *number = PyErr_Occurred() ? NULL : PyLong_FromSsize_t(count + more);
    int failed = number == NULL || PyDict_SetItem(sheet->counts, name, number) < 0;
    Py_XDECREF(number);
    return failed ? -1 : 0;
}

int frame_push(Sheet *sheet, PyObject *frame)
{
    if (frame == NULL || sheet_set_top(sheet, frame) < 0 || PyList_Append(sheet->stack, frame) < 0) {
        return -1;
    }
    return add_count(sheet, PyTuple_GET_ITEM(frame, FRAME_NAME), 1);
}

static int is_blank(Py_UCS4 c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The twin of `removable`. */
static int is_removable(const Text *view, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t first = start, last = end;
    while (first && is_blank(at(view, first - 1))) {
        first--;
    }
    while (last < view->size && is_blank(at(view, last))) {
        last++;
    }
    if ((first && at(view, first - 1) != '>') || (last < view->size && at(view, last) != '<')) {
        return 0;
    }
    while (start < end && !says(view, start, end, "<!--")) {
        start++;
    }
    return start == end;
}

/* Tell whether an element can be taken out with what it holds: a paragraph, a heading or an item. */
static int is_whole(PyObject *name)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(name);
    Py_UCS4 first = size ? PyUnicode_READ_CHAR(name, 0) : 0, second = size == 2 ? PyUnicode_READ_CHAR(name, 1) : 0;
    return (size == 1 && first == 'p') || (first == 'h' && second >= '1' && second <= '6')
        || (first == 'l' && second == 'i');
}

/* Let the last block go with the element that it stands in. */
static int set_outer(Sheet *sheet, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t last = PyList_GET_SIZE(sheet->done) - 1;
    PyObject *block = PyList_GET_ITEM(sheet->done, last), *fields[8];
    if (!PyTuple_Check(block) || PyTuple_GET_SIZE(block) != 8) {
        PyErr_SetString(PyExc_TypeError, "a block is wanted");
        return -1;
    }
    for (int i = 0; i < 8; i++) {
        fields[i] = i == 4 ? span_made(sheet->span, start, end) : Py_NewRef(PyTuple_GET_ITEM(block, i));
    }
    PyObject *made = of_class(sheet->block, tuple_of(fields, 8));
    return made == NULL ? -1 : PyList_SetItem(sheet->done, last, made);
}

int frame_pop(Sheet *sheet, Py_ssize_t end)
{
    Text view;
    Py_ssize_t size = PyList_GET_SIZE(sheet->stack), blocks = PyList_GET_SIZE(sheet->done);
    PyObject *frame = Py_NewRef(sheet->top), *name = PyTuple_GET_ITEM(frame, FRAME_NAME);
    Py_ssize_t before = PyLong_AsSsize_t(PyTuple_GET_ITEM(frame, FRAME_BLOCKS));
    Py_ssize_t start = PyLong_AsSsize_t(PyTuple_GET_ITEM(frame, FRAME_START));
    int failed = PyErr_Occurred() || !size || text_of(sheet->view, &view) < 0
        || PyList_SetSlice(sheet->stack, size - 1, size, NULL) < 0 || add_count(sheet, name, -1) < 0;
    if (!failed && end >= 0 && blocks == before + 1 && sheet->objects < before && start >= 0 && start <= end
        && is_whole(name) && is_removable(&view, start, end)) {
        failed = set_outer(sheet, start, end) < 0;
    }
    Py_DECREF(frame);
    if (failed) {
        return -1;
    }
    return sheet_set_top(sheet, Py_NewRef(size > 1 ? PyList_GET_ITEM(sheet->stack, size - 2) : sheet->root));
}
