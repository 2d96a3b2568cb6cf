/* Twins of functions in stylelint/document.py: in which block a place lies, and where a stretch stands in the source. */
#include "telling.h"

#include <string.h>

/* Take a field of a tuple as a number; return 0, or -1 with an exception. */
static int field_of(PyObject *row, Py_ssize_t which, Py_ssize_t *number)
{
    PyObject *field = PyTuple_Check(row) && which < PyTuple_GET_SIZE(row) ? PyTuple_GET_ITEM(row, which) : Py_None;
    return number_from(field, number);
}

/* Return the index of the first row that begins after a place, as `bisect` finds it; -1 with an exception. */
static Py_ssize_t rows_until(PyObject *const *rows, Py_ssize_t count, Py_ssize_t place)
{
    Py_ssize_t low = 0, high = count, start;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (field_of(rows[middle], 0, &start) < 0) {
            return -1;
        }
        if (place < start) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

Py_ssize_t find_block(PyObject *blocks, Py_ssize_t place, Py_ssize_t *index, PyObject **block)
{
    Py_ssize_t end = 0;
    *block = NULL;
    if (!PyTuple_Check(blocks)) {
        PyErr_SetString(PyExc_TypeError, "blocks are wanted");
        return -1;
    }
    PyObject *const *rows = &PyTuple_GET_ITEM(blocks, 0);
    Py_ssize_t until = rows_until(rows, PyTuple_GET_SIZE(blocks), place);
    *index = until - 1;
    if (until < 1) {
        return until;
    }
    if (field_of(rows[*index], 1, &end) < 0) {
        return -1;
    }
    *block = place < end ? rows[*index] : NULL;
    return place < end ? end : 0;
}

/* index_at(blocks, offset) */
static PyObject *index_at(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Py_ssize_t offset, index;
    PyObject *block;
    (void)module;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "index_at(blocks, offset)");
        return NULL;
    }
    if (number_from(args[1], &offset) < 0 || find_block(args[0], offset, &index, &block) < 0) {
        return NULL;
    }
    return PyLong_FromSsize_t(block == NULL ? -1 : index);
}

int lies_in_block(PyObject *blocks, PyObject *roles, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t index;
    PyObject *block;
    Py_ssize_t until = find_block(blocks, start, &index, &block);
    if (until < 0 || block == NULL || end > until) {
        return until < 0 ? -1 : 0;
    }
    PyObject *role = roles == Py_None ? Py_None : role_of(block);
    return role == NULL ? -1 : role == Py_None || PySet_Contains(roles, role);
}

/* lies_in(blocks, roles, start, end) */
static PyObject *lies_in(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Py_ssize_t start, end;
    (void)module;
    if (count != 4 || !(args[1] == Py_None || PyAnySet_Check(args[1]))) {
        PyErr_SetString(PyExc_TypeError, "lies_in(blocks, roles, start, end)");
        return NULL;
    }
    if (number_from(args[2], &start) < 0 || number_from(args[3], &end) < 0) {
        return NULL;
    }
    int lies = lies_in_block(args[0], args[1], start, end);
    return lies < 0 ? NULL : PyBool_FromLong(lies);
}

/* A piece: where it stands in the prose and in the source. */
typedef struct {
    int64_t start, end, from, to;
} Piece;

/* Whether a number can be the place of a code point: then two of them can be added. */
static int is_place(int64_t number)
{
    return 0 <= number && number <= PY_SSIZE_T_MAX / 4;
}

static Piece piece_at(const char *rows, Py_ssize_t index)
{
    Piece piece;
    memcpy(&piece, rows + (size_t)index * sizeof piece, sizeof piece);
    return piece;
}

/* Read the piece that holds a place or stands before it, else the first; return 0, or -1 with an exception. */
static int read_piece(const Rows *rows, Py_ssize_t place, Piece *piece)
{
    Py_ssize_t low = 0, high = rows->count;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (place < piece_at(rows->pieces, middle).start) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    *piece = piece_at(rows->pieces, low != 0 ? low - 1 : 0);
    if (!is_place(piece->start) || !is_place(piece->end) || !is_place(piece->from) || !is_place(piece->to)) {
        PyErr_SetString(PyExc_ValueError, "a piece has places");
        return -1;
    }
    return 0;
}

/* Whether a piece stands in the source as long as in the prose. */
static int is_verbatim(const Piece *piece)
{
    return piece->end - piece->start == piece->to - piece->from;
}

int rows_take(Rows *rows, PyObject *given)
{
    *rows = (Rows){NULL, 0};
    if (given == Py_None) {
        return 0;
    }
    Py_ssize_t size = PyBytes_CheckExact(given) ? PyBytes_GET_SIZE(given) : -1;
    if (size < 0 || size % (Py_ssize_t)sizeof(Piece) != 0) {
        PyErr_SetString(PyExc_TypeError, "rows of four numbers are wanted");
        return -1;
    }
    *rows = (Rows){PyBytes_AS_STRING(given), size / (Py_ssize_t)sizeof(Piece)};
    return 0;
}

int rows_locate(const Rows *rows, Py_ssize_t *start, Py_ssize_t *end)
{
    Piece first, last;
    if (!is_place(*start) || !is_place(*end)) {
        PyErr_SetString(PyExc_ValueError, "places are wanted");
        return -1;
    }
    if (rows->pieces == NULL) {
        return 0;
    }
    if (rows->count == 0) { /* a draft without prose, in which nothing is found */
        PyErr_SetString(PyExc_ValueError, "one piece or more is wanted");
        return -1;
    }
    if (read_piece(rows, *start, &first) < 0 || read_piece(rows, *end > *start ? *end - 1 : *start, &last) < 0) {
        return -1;
    }
    int64_t head = first.from + (is_verbatim(&first) ? Py_MIN(*start, first.end) - first.start : 0);
    int64_t tail = is_verbatim(&last) ? last.from + Py_MIN(*end, last.end) - last.start : last.to;
    *end = (Py_ssize_t)((*start == *end && is_verbatim(&first)) || tail < head ? head : tail);
    *start = (Py_ssize_t)head;
    return 0;
}

/* located(rows, start, end) */
static PyObject *located(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Rows rows;
    Py_ssize_t start, end;
    PyTypeObject *class = class_of(module, SPAN);
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "located(rows, start, end)");
        return NULL;
    }
    if (class == NULL || rows_take(&rows, args[0]) < 0 || number_from(args[1], &start) < 0
        || number_from(args[2], &end) < 0 || rows_locate(&rows, &start, &end) < 0) {
        return NULL;
    }
    return span_made(class, start, end);
}

PyMethodDef spans_functions[] = {
    {"index_at", (PyCFunction)(void (*)(void))index_at, METH_FASTCALL, NULL},
    {"lies_in", (PyCFunction)(void (*)(void))lies_in, METH_FASTCALL, NULL},
    {"located", (PyCFunction)(void (*)(void))located, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
