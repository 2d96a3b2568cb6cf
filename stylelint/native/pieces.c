/* The pieces of prose, and the twin of `assembled` in stylelint/readers/prose.py, which makes one text of them. */
#include "pieces.h"

#include <string.h>

#define WIDTH ((Py_ssize_t)sizeof(Row))

static Row row_at(const char *data, Py_ssize_t index)
{
    Row row; /* copied, as bytes may stand anywhere */
    memcpy(&row, data + index * WIDTH, sizeof row);
    return row;
}

static Py_ssize_t count_of(const Pieces *pieces)
{
    return PyByteArray_GET_SIZE(pieces->rows) / WIDTH;
}

int pieces_check(const Pieces *pieces)
{
    if (!PyByteArray_Check(pieces->rows) || PyByteArray_GET_SIZE(pieces->rows) % WIDTH || !PyDict_Check(pieces->said)) {
        PyErr_SetString(PyExc_TypeError, "rows and what pieces say are wanted");
        return -1;
    }
    return 0;
}

/* Note what a piece says that begins at a place; return 0, or -1 with an exception. */
static int note_said(const Pieces *pieces, Py_ssize_t start, PyObject *said)
{
    PyObject *place = PyLong_FromSsize_t(start);
    int failed = place == NULL ? -1 : PyDict_SetItem(pieces->said, place, said);
    Py_XDECREF(place);
    return failed;
}

Py_ssize_t pieces_add(const Pieces *pieces, Py_ssize_t start, PyObject *said, Py_ssize_t from, Py_ssize_t until)
{
    Py_ssize_t size = said == NULL ? until - from : PyUnicode_GET_LENGTH(said), used = PyByteArray_GET_SIZE(pieces->rows);
    if (size != until - from && note_said(pieces, start, said) < 0) {
        return -1;
    }
    Row row = {start, start + size, from, until};
    if (PyByteArray_Resize(pieces->rows, used + WIDTH) < 0) {
        return -1;
    }
    memcpy(PyByteArray_AS_STRING(pieces->rows) + used, &row, sizeof row);
    return start + size;
}

int pieces_last(const Pieces *pieces, Row *row)
{
    Py_ssize_t count = count_of(pieces);
    if (count) {
        *row = row_at(PyByteArray_AS_STRING(pieces->rows), count - 1);
    }
    return count > 0;
}

/* Return what a piece says that is not as long as what it stands for, borrowed; NULL with an exception. */
static PyObject *said_by(PyObject *said, const Row *row)
{
    PyObject *place = PyLong_FromLongLong(row->start);
    PyObject *text = place == NULL ? NULL : PyDict_GetItemWithError(said, place);
    if (text == NULL && !PyErr_Occurred()) {
        PyErr_SetObject(PyExc_KeyError, place);
    }
    Py_XDECREF(place);
    if (text != NULL && !PyUnicode_Check(text)) {
        PyErr_SetString(PyExc_TypeError, "a piece says a string");
        return NULL;
    }
    return text;
}

int piece_is_blank(const Pieces *pieces, const Row *row)
{
    if (row->end - row->start != 1 || row->until - row->from < 2) {
        return 0;
    }
    PyObject *said = said_by(pieces->said, row);
    return said == NULL ? -1 : PyUnicode_CompareWithASCIIString(said, " ") == 0;
}

int pieces_pop(const Pieces *pieces)
{
    return PyByteArray_Resize(pieces->rows, PyByteArray_GET_SIZE(pieces->rows) - WIDTH);
}

int pieces_take_back(const Pieces *pieces, Py_ssize_t start)
{
    Py_ssize_t count = count_of(pieces);
    while (count && row_at(PyByteArray_AS_STRING(pieces->rows), count - 1).start >= start) {
        count--;
    }
    return PyByteArray_Resize(pieces->rows, count * WIDTH);
}

/* What is put together. */
typedef struct {
    PyObject *source, *said;
    const char *rows;
    Py_ssize_t count; /* of the rows */
    Text text;              /* of the source */
} Whole;

/* All bits of the characters of source[start:end], which tell how wide a text of them must be. */
static Py_UCS4 bits_of(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_UCS4 bits = 0;
    if (text->kind == PyUnicode_1BYTE_KIND) {
        for (Py_ssize_t i = start; i < end; i++) {
            bits |= ((const Py_UCS1 *)text->data)[i];
        }
    } else if (text->kind == PyUnicode_2BYTE_KIND) {
        for (Py_ssize_t i = start; i < end; i++) {
            bits |= ((const Py_UCS2 *)text->data)[i];
        }
    } else {
        for (Py_ssize_t i = start; i < end; i++) {
            bits |= ((const Py_UCS4 *)text->data)[i];
        }
    }
    return bits;
}

/* Return the text that stands for a row where this is not the source, NULL where it is; `failed` with an exception. */
static PyObject *other_text(const Whole *whole, const Row *row, int *failed)
{
    if (row->until - row->from == row->end - row->start || row->end == row->start) {
        return NULL;
    }
    PyObject *said = said_by(whole->said, row);
    *failed = said == NULL;
    if (said != NULL && PyUnicode_GET_LENGTH(said) != row->end - row->start) {
        PyErr_SetString(PyExc_ValueError, "a piece is as long as what it says");
        *failed = 1;
    }
    return said;
}

/* Tell whether rows are in order within bounds; return the highest character of them, or more; -1 with an exception. */
static int64_t widest(const Whole *whole, Py_ssize_t start, Py_ssize_t end)
{
    static const Py_UCS4 ENOUGH[] = {0, 0x80, 0x100, 0, 0x10000};
    Py_UCS4 bits = 0, enough = PyUnicode_IS_ASCII(whole->source) ? 0 : ENOUGH[whole->text.kind];
    int failed = 0;
    for (Py_ssize_t i = 0; i < whole->count; i++) {
        Row row = row_at(whole->rows, i);
        if (row.start < start || row.end < row.start || row.end > end || row.from < 0 || row.until < row.from
            || row.until > whole->text.size) {
            PyErr_SetString(PyExc_ValueError, "pieces lie in order within the prose and the source");
            return -1;
        }
        PyObject *said = other_text(whole, &row, &failed);
        if (failed) {
            return -1;
        }
        start = (Py_ssize_t)row.end;
        if (said != NULL) {
            bits |= PyUnicode_MAX_CHAR_VALUE(said);
        } else if (bits < enough && row.end > row.start) {
            bits |= bits_of(&whole->text, (Py_ssize_t)row.from, (Py_ssize_t)row.until);
        }
    }
    return bits > 0x10FFFF ? 0x10FFFF : (int64_t)bits;
}

/* Write source[from:] from a place on; the text is known to be wide enough for it. */
static void write_letters(PyObject *prose, Py_ssize_t start, const Text *text, Py_ssize_t from, Py_ssize_t size)
{
    int kind = (int)PyUnicode_KIND(prose);
    char *data = (char *)PyUnicode_DATA(prose) + start * kind;
    if (kind == text->kind) {
        memcpy(data, (const char *)text->data + from * kind, (size_t)(size * kind));
        return;
    }
    for (Py_ssize_t i = 0; i < size; i++) {
        PyUnicode_WRITE(kind, data, i, at(text, from + i));
    }
}

static void write_line_ends(PyObject *prose, Py_ssize_t start, Py_ssize_t end)
{
    for (; start < end; start++) {
        PyUnicode_WRITE(PyUnicode_KIND(prose), PyUnicode_DATA(prose), start, '\n');
    }
}

/* Write it all into a new text; return 0, or -1 with an exception. */
static int write_all(const Whole *whole, PyObject *prose, Py_ssize_t base)
{
    Py_ssize_t written = 0;
    int failed = 0;
    for (Py_ssize_t i = 0; i < whole->count; i++) {
        Row row = row_at(whole->rows, i);
        Py_ssize_t start = (Py_ssize_t)row.start - base, size = (Py_ssize_t)(row.end - row.start);
        PyObject *said = other_text(whole, &row, &failed);
        Text text = whole->text;
        if (failed || (said != NULL && text_of(said, &text) < 0)) {
            return -1;
        }
        write_line_ends(prose, written, start);
        write_letters(prose, start, &text, said == NULL ? (Py_ssize_t)row.from : 0, size);
        written = start + size;
    }
    write_line_ends(prose, written, PyUnicode_GET_LENGTH(prose));
    return 0;
}

/* assembled(source, rows, said, start, end) */
static PyObject *assembled(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Py_ssize_t start, end;
    (void)module;
    if (count != 5) {
        PyErr_SetString(PyExc_TypeError, "assembled(source, rows, said, start, end)");
        return NULL;
    }
    Pieces pieces = {args[1], args[2]};
    Whole whole = {.source = args[0], .said = args[2]};
    if (text_of(args[0], &whole.text) < 0 || pieces_check(&pieces) < 0
        || range_of(args + 3, PY_SSIZE_T_MAX, &start, &end) < 0) {
        return NULL;
    }
    whole.rows = PyByteArray_AS_STRING(args[1]);
    whole.count = count_of(&pieces);
    int64_t highest = widest(&whole, start, end);
    PyObject *prose = highest < 0 ? NULL : PyUnicode_New(end - start, (Py_UCS4)highest);
    if (prose != NULL && write_all(&whole, prose, start) < 0) {
        Py_CLEAR(prose);
    }
    return prose;
}

PyMethodDef pieces_functions[] = {
    {"assembled", (PyCFunction)(void (*)(void))assembled, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
