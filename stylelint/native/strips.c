/* What is added to the block that is being read, and how it begins and ends; see sheet.h. */
#include "sheet.h"

/* Append a part of the prose, which is taken over, and where it stands. */
static int add_part(Sheet *sheet, PyObject *part, Py_ssize_t start, Py_ssize_t end)
{
    if (part == NULL) {
        return -1;
    }
    Py_ssize_t size = PyUnicode_GET_LENGTH(part), length = sheet->length;
    PyObject *row[] = {
        PyLong_FromSsize_t(length), PyLong_FromSsize_t(length + size),
        PyLong_FromSsize_t(start), PyLong_FromSsize_t(end),
    };
    if (append_taken(sheet->parts, part) < 0) {
        for (int i = 0; i < 4; i++) {
            Py_XDECREF(row[i]);
        }
        return -1;
    }
    if (append_taken(sheet->rows, tuple_of(row, 4)) < 0) {
        return -1;
    }
    sheet->length = length + size;
    return 0;
}

int sheet_flush(Sheet *sheet)
{
    if (sheet->run_end > sheet->run
        && add_part(sheet, slice_of(&sheet->text, sheet->run, sheet->run_end), sheet->run, sheet->run_end) < 0) {
        return -1;
    }
    sheet->run = sheet->run_end = -1;
    return 0;
}

int sheet_verbatim(Sheet *sheet, Py_ssize_t start, Py_ssize_t end)
{
    if (start != sheet->run_end) {
        if (sheet->run_end > sheet->run && sheet_flush(sheet) < 0) {
            return -1;
        }
        sheet->run = start;
    }
    sheet->run_end = end;
    return 0;
}

int sheet_atom(Sheet *sheet, PyObject *text, Py_ssize_t start, Py_ssize_t end)
{
    if (sheet_flush(sheet) < 0) {
        return -1;
    }
    if (PyUnicode_GET_LENGTH(text) == end - start) {
        return add_part(sheet, slice_of(&sheet->text, start, end), start, end);
    }
    return add_part(sheet, Py_NewRef(text), start, end);
}

int sheet_hide(Sheet *sheet, Py_ssize_t start)
{
    Py_ssize_t here = sheet_here(sheet);
    return start < here ? append_taken(sheet->opaque, span_made(sheet->span, start, here)) : 0;
}

int sheet_take_back_blank(Sheet *sheet)
{
    Py_ssize_t parts = PyList_GET_SIZE(sheet->parts), rows = PyList_GET_SIZE(sheet->rows);
    if (sheet->run_end > sheet->run || !parts || !rows || PyUnicode_CompareWithASCIIString(PyList_GET_ITEM(sheet->parts, parts - 1), " ")) {
        return 0;
    }
    PyObject *row = PyList_GET_ITEM(sheet->rows, rows - 1);
    if (!PyTuple_Check(row) || PyTuple_GET_SIZE(row) != 4) {
        return 0;
    }
    Py_ssize_t number[4];
    for (int i = 0; i < 4; i++) {
        number[i] = PyLong_AsSsize_t(PyTuple_GET_ITEM(row, i));
    }
    if (PyErr_Occurred()) {
        return -1;
    }
    if (number[1] != sheet->length || number[3] - number[2] <= 1 || number[0] < sheet->begin) {
        return 0;
    }
    sheet->length--;
    return PyList_SetSlice(sheet->rows, rows - 1, rows, NULL) < 0
        || PyList_SetSlice(sheet->parts, parts - 1, parts, NULL) < 0 ? -1 : 0;
}

Py_ssize_t regions_before(const Sheet *sheet, Py_ssize_t place)
{
    Py_ssize_t low = 0, high = PyList_GET_SIZE(sheet->spans);
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (PyLong_AsSsize_t(PyTuple_GET_ITEM(PyList_GET_ITEM(sheet->spans, middle), 0)) <= place) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

int sheet_pass(Sheet *sheet, Py_ssize_t end)
{
    Py_ssize_t size = PyList_GET_SIZE(sheet->spans), from, until;
    for (; sheet->due <= end && sheet->next < size; sheet->next++) {
        PyObject *region = PyList_GET_ITEM(sheet->spans, sheet->next);
        if (span_of(region, sheet->text.size, &from, &until) < 0) {
            return -1;
        }
        sheet->due = until;
        if (until > end) {
            return 1;
        }
        PyObject *asides = PyTuple_GET_ITEM(region, REGION_ASIDES);
        for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(asides); i++) {
            if (PyList_Append(sheet->asides, PyTuple_GET_ITEM(asides, i)) < 0) {
                return -1;
            }
        }
    }
    sheet->due = sheet->next < size ? sheet->due : PY_SSIZE_T_MAX;
    return 1;
}

int sheet_shut(Sheet *sheet)
{
    if (sheet->begin < 0 && !PyList_GET_SIZE(sheet->asides)) {
        return 1;
    }
    return sheet->code || sheet->muted ? 0 : sheet_end(sheet);
}

PyObject *sheet_outer(const Sheet *sheet, Py_ssize_t start, Py_ssize_t end)
{
    if (sheet->depth) {
        return Py_NewRef(Py_None);
    }
    while (end > start && (at(&sheet->text, end - 1) == '\r' || at(&sheet->text, end - 1) == '\n')) {
        end--;
    }
    return span_made(sheet->span, start, end);
}

int sheet_begin(Sheet *sheet, PyObject *shape, PyObject *outer)
{
    int ended = shape == NULL || outer == NULL ? -1 : sheet_end(sheet);
    if (ended < 1) {
        Py_XDECREF(shape);
        Py_XDECREF(outer);
        return ended;
    }
    sheet->begin = sheet->length;
    sheet->first = PyList_GET_SIZE(sheet->parts);
    sheet->words = 0;
    Py_SETREF(sheet->shape, shape);
    Py_SETREF(sheet->outer, outer);
    return 1;
}

int sheet_trim(Sheet *sheet)
{
    Py_ssize_t end = sheet->run_end, hidden = PyList_GET_SIZE(sheet->opaque), from, until;
    while (end > sheet->run && Py_UNICODE_ISSPACE(at(&sheet->text, end - 1))) {
        end--;
    }
    if (end < sheet->run_end && hidden) {
        if (span_of(PyList_GET_ITEM(sheet->opaque, hidden - 1), PY_SSIZE_T_MAX, &from, &until) < 0) {
            PyErr_Clear();
            return 0;
        }
        if (until > sheet->length + end - sheet->run) {
            return 0;
        }
    }
    sheet->run_end = end;
    return 1;
}

static int add_block(Sheet *sheet)
{
    PyObject *field[] = {
        PyLong_FromSsize_t(sheet->begin), PyLong_FromSsize_t(sheet->length),
        Py_NewRef(PyTuple_GET_ITEM(sheet->shape, 0)), Py_NewRef(PyTuple_GET_ITEM(sheet->shape, 1)),
        Py_NewRef(sheet->outer), Py_NewRef(PyTuple_GET_ITEM(sheet->shape, 2)),
        PyUnicode_New(0, 0), Py_NewRef(sheet->syntax),
    };
    return append_taken(sheet->done, of_class(sheet->block, tuple_of(field, 8)));
}

/* Take back what stands in a list from a place in the prose on; return 0, or -1 with an exception. */
static int take_back(PyObject *list, Py_ssize_t begin)
{
    Py_ssize_t size = PyList_GET_SIZE(list), kept = size, from, until;
    while (kept > 0) {
        if (span_of(PyList_GET_ITEM(list, kept - 1), PY_SSIZE_T_MAX, &from, &until) < 0) {
            return -1;
        }
        if (from < begin) {
            break;
        }
        kept--;
    }
    return PyList_SetSlice(list, kept, size, NULL);
}

/* Tell whether all of the open block is one stretch that rules do not see, or nothing. */
static int is_hidden(const Sheet *sheet)
{
    Py_ssize_t hidden = PyList_GET_SIZE(sheet->opaque), from, until;
    if (sheet->words || sheet->run_end > sheet->run) {
        return 0;
    }
    if (sheet->length == sheet->begin) {
        return 1;
    }
    if (!hidden || span_of(PyList_GET_ITEM(sheet->opaque, hidden - 1), PY_SSIZE_T_MAX, &from, &until) < 0) {
        PyErr_Clear();
        return 0;
    }
    return from == sheet->begin && until == sheet->length;
}

/* Take the open block back; return 1, or -1 with an exception. */
static int drop(Sheet *sheet)
{
    Py_ssize_t parts = PyList_GET_SIZE(sheet->parts);
    if (take_back(sheet->rows, sheet->begin) < 0 || take_back(sheet->opaque, sheet->begin) < 0
        || (parts > sheet->first && PyList_SetSlice(sheet->parts, sheet->first, parts, NULL) < 0)) {
        return -1;
    }
    sheet->length = sheet->begin;
    sheet->run = sheet->run_end = sheet->begin = -1;
    return 1;
}

/* End the block that is open: return 1 where this was done, 0 where it is for Python, -1 with an exception. */
static int end_block(Sheet *sheet)
{
    if (sheet->begin < 0) {
        return 1;
    }
    if (is_hidden(sheet)) {
        return drop(sheet);
    }
    if (!sheet->words || !sheet_trim(sheet)) {
        return 0;
    }
    if (sheet_flush(sheet) < 0 || (sheet->length > sheet->begin && add_block(sheet) < 0)
        || append_taken(sheet->parts, PyUnicode_FromOrdinal('\n')) < 0) {
        return -1;
    }
    sheet->length++;
    sheet->begin = -1;
    return 1;
}

int sheet_end(Sheet *sheet)
{
    int ended = asides_are_plain(sheet);
    ended = ended < 1 ? ended : end_block(sheet);
    if (ended == 0) {
        return sheet_ask(sheet, sheet->sheet, NAME_CLOSE, NULL, NULL, NULL) < 0 ? -1 : 1;
    }
    return ended < 0 ? -1 : asides_follow(sheet);
}
