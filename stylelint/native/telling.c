/* Twin of `told` in stylelint/diagnosing.py. */
#include "telling.h"

/* The fields of a rule and of a finding, as far as they are told. */
enum { RULE_ID, RULE_LEVEL = 2, RULE_MESSAGE, RULE_WHY, RULE_FIX = 8, RULE_FIELDS = 15 };
enum { FOUND_START, FOUND_END, FOUND_REPLACEMENT, FOUND_VALUES = 4, FOUND_RELATED, FOUND_SURE, FINDING_FIELDS };

/* What all findings of a draft are told with. */
typedef struct {
    PyTypeObject *rule, *finding, *diagnostic, *span, *fix, *related;
    PyObject *path, *prose, *nothing, *suggestion;
    Text source;
    Py_ssize_t size;
    Rows rows;
    Starts starts;
} Teller;

/* What one of them is made of: what it saw and where that is, in the prose and in the source. */
typedef struct {
    PyObject *rule, *finding;
    Py_ssize_t first, last, start, end;
} Case;

static int is_sure(const Case *one)
{
    return PyTuple_GET_ITEM(one->finding, FOUND_SURE) == Py_True;
}

/* Read where a finding stands; return 0, or -1 with an exception. */
static int case_locate(const Teller *teller, Case *one)
{
    if (range_of(&PyTuple_GET_ITEM(one->finding, FOUND_START), teller->size, &one->first, &one->last) < 0) {
        return -1;
    }
    one->start = one->first;
    one->end = one->last;
    if (rows_locate(&teller->rows, &one->start, &one->end) < 0) {
        return -1;
    }
    if (one->end > teller->source.size) {
        PyErr_SetString(PyExc_ValueError, "a piece stands outside of the source");
        return -1;
    }
    return 0;
}

/* Return the message for a finding, a new reference; NULL with an exception. */
static PyObject *message_of(const Teller *teller, const Case *one)
{
    PyObject *message = PyTuple_GET_ITEM(one->rule, RULE_MESSAGE);
    PyObject *replacement = PyTuple_GET_ITEM(one->finding, FOUND_REPLACEMENT);
    Filling filling = {
        .prose = teller->prose, .replacement = replacement == Py_None ? teller->nothing : replacement,
        .values = PyTuple_GET_ITEM(one->finding, FOUND_VALUES), .start = one->first, .end = one->last,
    };
    if (text_of(message, &filling.message) < 0) {
        return NULL;
    }
    if (PyUnicode_FindChar(message, '{', 0, filling.message.size, 1) < 0) {
        return Py_NewRef(message);
    }
    if (!PyUnicode_Check(filling.replacement) || !PyDict_CheckExact(filling.values)) {
        PyErr_SetString(PyExc_TypeError, "texts for names are wanted");
        return NULL;
    }
    return message_filled(&filling);
}

/* Return what another place is told as, a new reference; NULL with an exception. */
static PyObject *related_to(const Teller *teller, PyObject *place)
{
    Py_ssize_t start, end;
    if (!PyTuple_Check(place) || PyTuple_GET_SIZE(place) != 3) {
        PyErr_SetString(PyExc_TypeError, "start, end and what is there are wanted");
        return NULL;
    }
    if (range_of(&PyTuple_GET_ITEM(place, 0), teller->size, &start, &end) < 0
        || rows_locate(&teller->rows, &start, &end) < 0) {
        return NULL;
    }
    Py_ssize_t line = starts_until(&teller->starts, 1, start);
    PyObject *fields[] = {
        PyLong_FromSsize_t(line), PyLong_FromSsize_t(start - teller->starts.at[line - 1] + 1),
        Py_NewRef(PyTuple_GET_ITEM(place, 2)),
    };
    return of_class(teller->related, tuple_of(fields, 3));
}

/* Return the other places that a finding speaks of, a new tuple; NULL with an exception. */
static PyObject *all_related(const Teller *teller, PyObject *places)
{
    if (!PyTuple_Check(places)) {
        PyErr_SetString(PyExc_TypeError, "a tuple of places is wanted");
        return NULL;
    }
    PyObject *all = PyTuple_New(PyTuple_GET_SIZE(places));
    for (Py_ssize_t i = 0; all != NULL && i < PyTuple_GET_SIZE(places); i++) {
        PyObject *one = related_to(teller, PyTuple_GET_ITEM(places, i));
        if (one == NULL) {
            Py_CLEAR(all);
        } else {
            PyTuple_SET_ITEM(all, i, one);
        }
    }
    return all;
}

/* Return the fix that an edit is, or None for none, a new reference; NULL with an exception. */
static PyObject *fix_of(const Teller *teller, const Case *one, PyObject *edit)
{
    if (edit == Py_None) {
        return Py_NewRef(edit);
    }
    PyObject *sort = PyTuple_GET_ITEM(one->rule, RULE_FIX);
    int is_safe = is_sure(one) && PyUnicode_Check(sort) && PyUnicode_CompareWithASCIIString(sort, "safe") == 0;
    PyObject *fields[] = {PyBool_FromLong(is_safe), PyTuple_Pack(1, edit)};
    return of_class(teller->fix, tuple_of(fields, 2));
}

/* Return what is told of a finding, a new reference; NULL with an exception. */
static PyObject *told_of(const Teller *teller, const Case *one, PyObject *edit)
{
    const Py_ssize_t *starts = teller->starts.at;
    PyObject *message = message_of(teller, one);
    PyObject *related = message == NULL ? NULL : all_related(teller, PyTuple_GET_ITEM(one->finding, FOUND_RELATED));
    if (related == NULL) {
        Py_XDECREF(message);
        return NULL;
    }
    Py_ssize_t first = starts_until(&teller->starts, 1, one->start), last = starts_until(&teller->starts, first, one->end);
    PyObject *fields[] = {
        Py_NewRef(teller->path),
        span_made(teller->span, one->start, one->end),
        Py_NewRef(PyTuple_GET_ITEM(one->rule, RULE_ID)),
        Py_NewRef(is_sure(one) ? PyTuple_GET_ITEM(one->rule, RULE_LEVEL) : teller->suggestion),
        message,
        slice_of(&teller->source, one->start, one->end),
        PyLong_FromSsize_t(first),
        PyLong_FromSsize_t(one->start - starts[first - 1] + 1),
        PyLong_FromSsize_t(last),
        PyLong_FromSsize_t(one->end - starts[last - 1] + 1),
        Py_NewRef(PyTuple_GET_ITEM(one->rule, RULE_WHY)),
        fix_of(teller, one, edit),
        related,
        PyTuple_New(0),
    };
    return of_class(teller->diagnostic, tuple_of(fields, sizeof fields / sizeof *fields));
}

/* Read a rule and what it found; return 0, or -1 with an exception. */
static int case_of(const Teller *teller, PyObject *pair, Case *one)
{
    if (!PyTuple_Check(pair) || PyTuple_GET_SIZE(pair) != 2
        || !PyObject_TypeCheck(PyTuple_GET_ITEM(pair, 0), teller->rule)
        || !PyObject_TypeCheck(PyTuple_GET_ITEM(pair, 1), teller->finding)
        || PyTuple_GET_SIZE(PyTuple_GET_ITEM(pair, 0)) != RULE_FIELDS
        || PyTuple_GET_SIZE(PyTuple_GET_ITEM(pair, 1)) != FINDING_FIELDS
        || !PyBool_Check(PyTuple_GET_ITEM(PyTuple_GET_ITEM(pair, 1), FOUND_SURE))) {
        PyErr_SetString(PyExc_TypeError, "a rule and what it found are wanted");
        return -1;
    }
    one->rule = PyTuple_GET_ITEM(pair, 0);
    one->finding = PyTuple_GET_ITEM(pair, 1);
    return case_locate(teller, one);
}

/* Return what is told of all findings, a new list; NULL with an exception. */
static PyObject *tell(const Teller *teller, PyObject *found, PyObject *edits)
{
    PyObject *told = PyList_New(0);
    for (Py_ssize_t i = 0; told != NULL && i < PyList_GET_SIZE(found); i++) {
        Case one;
        if (case_of(teller, PyList_GET_ITEM(found, i), &one) < 0
            || append_taken(told, told_of(teller, &one, PyList_GET_ITEM(edits, i))) < 0) {
            Py_CLEAR(told);
        }
    }
    return told;
}

/* Take what all findings are told with; return 0, or -1 with an exception. */
static int teller_take(Teller *teller, PyObject *module, PyObject *const *args)
{
    Text prose;
    teller->rule = class_of(module, RULE_TYPE);
    teller->finding = teller->rule == NULL ? NULL : class_of(module, FINDING_TYPE);
    teller->diagnostic = teller->finding == NULL ? NULL : class_of(module, DIAGNOSTIC_TYPE);
    teller->span = teller->diagnostic == NULL ? NULL : class_of(module, SPAN);
    teller->fix = teller->span == NULL ? NULL : class_of(module, FIX_TYPE);
    teller->related = teller->fix == NULL ? NULL : class_of(module, RELATED_TYPE);
    teller->path = args[0];
    teller->prose = args[2];
    if (teller->related == NULL || text_of(args[1], &teller->source) < 0 || text_of(args[2], &prose) < 0
        || rows_take(&teller->rows, args[3]) < 0 || starts_find(&teller->starts, &teller->source) < 0) {
        return -1;
    }
    teller->size = prose.size;
    teller->nothing = PyUnicode_New(0, 0);
    teller->suggestion = teller->nothing == NULL ? NULL : PyUnicode_FromString("suggestion");
    return teller->suggestion == NULL ? -1 : 0;
}

/* told(path, source, prose, rows, found, edits) */
static PyObject *told(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 6 || !PyList_CheckExact(args[4]) || !PyList_CheckExact(args[5])
        || PyList_GET_SIZE(args[4]) != PyList_GET_SIZE(args[5])) {
        PyErr_SetString(PyExc_TypeError, "told(path, source, prose, rows, found, edits)");
        return NULL;
    }
    Teller teller = {.suggestion = NULL};
    PyObject *all = teller_take(&teller, module, args) < 0 ? NULL : tell(&teller, args[4], args[5]);
    PyMem_Free(teller.starts.at);
    Py_XDECREF(teller.nothing);
    Py_XDECREF(teller.suggestion);
    return all;
}

PyMethodDef telling_functions[] = {
    {"told", (PyCFunction)(void (*)(void))told, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
