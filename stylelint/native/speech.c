/* Twins of functions in stylelint/anatomy/speech.py. */
#include "quotes.h"

/* Return a mark as a string, a new reference; NULL with an exception.  Most are the same as the one before. */
static PyObject *mark_at(Parser *parser, Py_ssize_t place)
{
    Py_UCS4 mark = at(parser->text, place);
    if (parser->mark == NULL || PyUnicode_READ_CHAR(parser->mark, 0) != mark) {
        Py_XSETREF(parser->mark, slice_of(parser->text, place, place + 1));
    }
    return Py_XNewRef(parser->mark);
}

int add_pair(Parser *parser, Py_ssize_t opened, Py_ssize_t end, Py_ssize_t depth)
{
    PyObject *fields[6] = {
        PyLong_FromSsize_t(opened), PyLong_FromSsize_t(end), mark_at(parser, opened),
        Py_NewRef(Py_True), Py_NewRef(Py_False), PyLong_FromSsize_t(depth),
    };
    if (opened < parser->first) {
        parser->first = opened;
    }
    return append_taken(parser->rows, tuple_of(fields, 6));
}

/* The places of the marks that a block leaves open: a single straight one is an apostrophe that no list knows of. */
static PyObject *left_open(const Parser *parser)
{
    PyObject *left = PyList_New(0);
    for (Py_ssize_t i = 0; left != NULL && i < parser->open.size; i++) {
        Py_UCS4 mark = at(parser->text, parser->open.at[i]);
        if (mark != '\'' && mark != 0xAB && mark != 0xBB && append_number(left, parser->open.at[i]) < 0) {
            Py_CLEAR(left);
        }
    }
    return left;
}

/* Note what a block leaves open and which of its marks are at fault, where there is any of it. */
static int note_trouble(Parser *parser, Py_ssize_t index, PyObject *troubled)
{
    if (parser->open.size == 0 && PyList_GET_SIZE(parser->faults) == 0) {
        return 0;
    }
    PyObject *left = left_open(parser);
    if (left == NULL || (PyList_GET_SIZE(left) == 0 && PyList_GET_SIZE(parser->faults) == 0)) {
        Py_XDECREF(left);
        return left == NULL ? -1 : 0;
    }
    PyObject *key = PyLong_FromSsize_t(index);
    PyObject *found = Py_BuildValue("NOn", left, parser->faults, parser->first);
    int failed = key == NULL || found == NULL ? -1 : PyDict_SetItem(troubled, key, found);
    Py_XDECREF(key);
    Py_XDECREF(found);
    Py_SETREF(parser->faults, PyList_New(0)); /* these belong to the block now */
    return failed || parser->faults == NULL ? -1 : 0;
}

static int parse_block(Parser *parser, Places *marks, PyObject *block, Py_ssize_t index, PyObject *troubled)
{
    if (span_of(block, parser->text->size, &parser->start, &parser->end) < 0
        || marks_in(parser->text, parser->start, parser->end, marks) < 0) {
        return -1;
    }
    return marks->size == 0 ? 0 : parse_marks(parser) < 0 || note_trouble(parser, index, troubled) < 0 ? -1 : 0;
}

/* quoted(text, blocks, elisions) */
static PyObject *quoted(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Places marks = {NULL, 0, 0};
    (void)module;
    if (count != 3 || !PyTuple_Check(args[1]) || !PyAnySet_Check(args[2])) {
        PyErr_SetString(PyExc_TypeError, "quoted(text, blocks, elisions)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0) {
        return NULL;
    }
    PyObject *rows = PyList_New(0), *troubled = PyDict_New();
    Parser parser = {.text = &text, .marks = &marks, .elisions = args[2], .rows = rows, .faults = PyList_New(0)};
    int failed = rows == NULL || troubled == NULL || parser.faults == NULL ? -1 : 0;
    for (Py_ssize_t i = 0; !failed && i < PyTuple_GET_SIZE(args[1]); i++) {
        failed = parse_block(&parser, &marks, PyTuple_GET_ITEM(args[1], i), i, troubled);
    }
    PyMem_Free(marks.at);
    PyMem_Free(parser.open.at);
    Py_XDECREF(parser.faults);
    Py_XDECREF(parser.mark);
    PyObject *both = failed ? NULL : PyTuple_Pack(2, rows, troubled);
    Py_XDECREF(rows);
    Py_XDECREF(troubled);
    return both;
}

/* outermost(spans) */
static PyObject *outermost(PyObject *module, PyObject *spans)
{
    (void)module;
    if (!PyList_Check(spans)) {
        PyErr_SetString(PyExc_TypeError, "outermost(spans)");
        return NULL;
    }
    PyObject *starts = PyList_New(0), *ends = PyList_New(0), *both = NULL;
    Py_ssize_t start, end, last = -1;
    int failed = starts == NULL || ends == NULL;
    for (Py_ssize_t i = 0; !failed && i < PyList_GET_SIZE(spans); i++) {
        PyObject *span = PyList_GET_ITEM(spans, i);
        failed = span_of(span, PY_SSIZE_T_MAX, &start, &end) < 0
            || (end > last && (PyList_Append(starts, PyTuple_GET_ITEM(span, 0)) < 0
                               || PyList_Append(ends, PyTuple_GET_ITEM(span, 1)) < 0));
        last = end > last ? end : last;
    }
    if (!failed) {
        both = PyTuple_Pack(2, starts, ends);
    }
    Py_XDECREF(starts);
    Py_XDECREF(ends);
    return both;
}

/* Return how many numbers of a list, which are in order, are a place or before it; -1 with an exception. */
static Py_ssize_t numbers_until(PyObject *list, Py_ssize_t place)
{
    Py_ssize_t low = 0, high = PyList_GET_SIZE(list), number;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (number_from(PyList_GET_ITEM(list, middle), &number) < 0) {
            return -1;
        }
        if (place < number) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

/* Whether a stretch lies in one of some spans, of which there are the starts and the ends; -1 with an exception. */
static int is_covered(PyObject *starts, PyObject *ends, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t until = numbers_until(starts, start), last;
    if (until < 1) {
        return (int)until;
    }
    if (until > PyList_GET_SIZE(ends)) {
        PyErr_SetString(PyExc_IndexError, "a span without an end");
        return -1;
    }
    return number_from(PyList_GET_ITEM(ends, until - 1), &last) < 0 ? -1 : end <= last;
}

/* covers(starts, ends, start, end) */
static PyObject *covers(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Py_ssize_t start, end;
    (void)module;
    if (count != 4 || !PyList_Check(args[0]) || !PyList_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "covers(starts, ends, start, end)");
        return NULL;
    }
    if (number_from(args[2], &start) < 0 || number_from(args[3], &end) < 0) {
        return NULL;
    }
    int covered = is_covered(args[0], args[1], start, end);
    return covered < 0 ? NULL : PyBool_FromLong(covered);
}

/* Whether a row lies where it is to, as `lying` has its arguments; -1 with an exception. */
static int row_lies(PyObject *row, PyObject *const *args)
{
    Py_ssize_t start, end;
    if (span_of(row, PY_SSIZE_T_MAX, &start, &end) < 0) {
        return -1;
    }
    int lies = lies_in_block(args[1], args[2], start, end);
    if (lies < 1 || args[3] == Py_None) {
        return lies;
    }
    int covered = is_covered(PyTuple_GET_ITEM(args[3], 0), PyTuple_GET_ITEM(args[3], 1), start, end);
    return covered < 0 ? -1 : covered == (args[4] == Py_True);
}

static int are_spans(PyObject *spans)
{
    return PyTuple_Check(spans) && PyTuple_GET_SIZE(spans) == 2 && PyList_Check(PyTuple_GET_ITEM(spans, 0))
        && PyList_Check(PyTuple_GET_ITEM(spans, 1));
}

/* lying(rows, blocks, roles, spans, inside) */
static PyObject *lying(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    (void)module;
    if (count != 5 || !PyList_Check(args[0]) || !(args[2] == Py_None || PyAnySet_Check(args[2]))
        || !(args[3] == Py_None || are_spans(args[3])) || !PyBool_Check(args[4])) {
        PyErr_SetString(PyExc_TypeError, "lying(rows, blocks, roles, spans, inside)");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    for (Py_ssize_t i = 0; found != NULL && i < PyList_GET_SIZE(args[0]); i++) {
        PyObject *row = Py_NewRef(PyList_GET_ITEM(args[0], i));
        int lies = row_lies(row, args);
        if (lies < 0 || (lies && PyList_Append(found, row) < 0)) {
            Py_CLEAR(found);
        }
        Py_DECREF(row);
    }
    return found;
}

PyMethodDef speech_functions[] = {
    {"covers", (PyCFunction)(void (*)(void))covers, METH_FASTCALL, NULL},
    {"lying", (PyCFunction)(void (*)(void))lying, METH_FASTCALL, NULL},
    {"outermost", outermost, METH_O, NULL},
    {"quoted", (PyCFunction)(void (*)(void))quoted, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
