/* What is added to the block that is being read, and how it begins and ends; see sheet.h. */
#include "sheet.h"

/* Add a piece for source[start:end], to the letter, or saying something else. */
static int add_piece(Sheet *sheet, PyObject *said, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t length = pieces_add(&sheet->pieces, sheet->length, said, start, end);
    sheet->length = length < 0 ? sheet->length : length;
    return length < 0 ? -1 : 0;
}

int sheet_flush(Sheet *sheet)
{
    if (sheet->run_end > sheet->run && add_piece(sheet, NULL, sheet->run, sheet->run_end) < 0) {
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
    return sheet_flush(sheet) < 0 ? -1 : add_piece(sheet, text, start, end);
}

int sheet_hide(Sheet *sheet, Py_ssize_t start)
{
    Py_ssize_t here = sheet_here(sheet);
    return start < here ? append_taken(sheet->opaque, span_made(sheet->span, start, here)) : 0;
}

int sheet_take_back_blank(Sheet *sheet)
{
    Row row;
    if (sheet->run_end > sheet->run || !pieces_last(&sheet->pieces, &row) || row.end != sheet->length
        || row.start < sheet->begin) {
        return 0;
    }
    int blank = piece_is_blank(&sheet->pieces, &row);
    sheet->length -= blank > 0;
    return blank > 0 ? pieces_pop(&sheet->pieces) : blank;
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

/* Take back what rules do not see from a place in the prose on; return 0, or -1 with an exception. */
static int take_back_hidden(PyObject *opaque, Py_ssize_t begin)
{
    Py_ssize_t size = PyList_GET_SIZE(opaque), kept = size, from, until;
    while (kept > 0) {
        if (span_of(PyList_GET_ITEM(opaque, kept - 1), PY_SSIZE_T_MAX, &from, &until) < 0) {
            return -1;
        }
        if (from < begin) {
            break;
        }
        kept--;
    }
    return PyList_SetSlice(opaque, kept, size, NULL);
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
    if (pieces_take_back(&sheet->pieces, sheet->begin) < 0 || take_back_hidden(sheet->opaque, sheet->begin) < 0) {
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
    if (sheet_flush(sheet) < 0 || (sheet->length > sheet->begin && add_block(sheet) < 0)) {
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
