/* Twins of functions in stylelint/cli/entries.py: findings to rows, and rows to findings. */
#include "reading.h"

/* The classes that are made, in the order of `entries.SHAPES`. */
enum { SHAPE_DIAGNOSTIC, SHAPE_SPAN, SHAPE_FIX, SHAPE_EDIT, SHAPE_RELATED, SHAPES };

/* The items of a row, in the order of `entries.packed`; related places are the last. */
enum { RULE, LEVEL, MESSAGE, FOUND, START, END, LINE, COLUMN, END_LINE, END_COLUMN, FIXED, PLACES, ROW };

typedef struct {
    PyTypeObject *classes[SHAPES];
    PyObject *path, *whys;
} Known;

/* Make a named tuple of new references, which are taken over; NULL with an exception, also where one of them is. */
static PyObject *made(PyTypeObject *type, PyObject **items, Py_ssize_t count)
{
    return of_class(type, tuple_of(items, count));
}

static int is_list(PyObject *object)
{
    if (PyList_Check(object)) {
        return 1;
    }
    PyErr_SetString(PyExc_TypeError, "a list is wanted");
    return 0;
}

static int is_list_of(PyObject *object, Py_ssize_t size)
{
    if (!is_list(object)) {
        return 0;
    }
    if (PyList_GET_SIZE(object) == size) {
        return 1;
    }
    PyErr_SetString(PyExc_ValueError, "a list of another length is wanted");
    return 0;
}

static PyObject *span_from(const Known *known, PyObject *start, PyObject *end)
{
    PyObject *items[] = {Py_NewRef(start), Py_NewRef(end)};
    return made(known->classes[SHAPE_SPAN], items, 2);
}

static PyObject *edit_of(const Known *known, PyObject *given)
{
    if (!is_list_of(given, 3)) {
        return NULL;
    }
    PyObject *items[] = {
        span_from(known, PyList_GET_ITEM(given, 0), PyList_GET_ITEM(given, 1)),
        Py_NewRef(PyList_GET_ITEM(given, 2)),
    };
    return made(known->classes[SHAPE_EDIT], items, 2);
}

/* Make a tuple of what `one` makes of each item of a list. */
static PyObject *each(const Known *known, PyObject *list, PyObject *(*one)(const Known *, PyObject *))
{
    const Py_ssize_t count = PyList_GET_SIZE(list);
    PyObject *tuple = PyTuple_New(count);
    for (Py_ssize_t i = 0; tuple != NULL && i < count; i++) {
        PyObject *item = one(known, PyList_GET_ITEM(list, i));
        if (item == NULL) {
            Py_CLEAR(tuple);
        } else {
            PyTuple_SET_ITEM(tuple, i, item);
        }
    }
    return tuple;
}

/* The edits of a fix: a list of them, or the text of one that takes the place of what was found. */
static PyObject *edits_of(const Known *known, PyObject *given, PyObject *span)
{
    if (PyUnicode_Check(given)) {
        PyObject *items[] = {Py_NewRef(span), Py_NewRef(given)};
        PyObject *edit = made(known->classes[SHAPE_EDIT], items, 2);
        PyObject *edits = edit == NULL ? NULL : PyTuple_Pack(1, edit);
        Py_XDECREF(edit);
        return edits;
    }
    return is_list(given) ? each(known, given, edit_of) : NULL;
}

static PyObject *fix_of(const Known *known, PyObject *given, PyObject *span)
{
    if (given == Py_None) {
        return Py_NewRef(given);
    }
    if (!is_list_of(given, 2)) {
        return NULL;
    }
    PyObject *items[] = {Py_NewRef(PyList_GET_ITEM(given, 0)), edits_of(known, PyList_GET_ITEM(given, 1), span)};
    return made(known->classes[SHAPE_FIX], items, 2);
}

static PyObject *related_of(const Known *known, PyObject *given)
{
    if (!is_list_of(given, 3)) {
        return NULL;
    }
    PyObject *items[] = {
        Py_NewRef(PyList_GET_ITEM(given, 0)),
        Py_NewRef(PyList_GET_ITEM(given, 1)),
        Py_NewRef(PyList_GET_ITEM(given, 2)),
    };
    return made(known->classes[SHAPE_RELATED], items, 3);
}

static PyObject *places_of(const Known *known, PyObject *given)
{
    return is_list(given) ? each(known, given, related_of) : NULL;
}

static PyObject *why_of(const Known *known, PyObject *rule)
{
    PyObject *why = PyDict_GetItemWithError(known->whys, rule);
    if (why == NULL && !PyErr_Occurred()) {
        PyErr_SetObject(PyExc_KeyError, rule);
    }
    return Py_XNewRef(why);
}

static PyObject *diagnostic_of(const Known *known, PyObject *row)
{
    if (!is_list_of(row, ROW)) {
        return NULL;
    }
    PyObject *const *item = PySequence_Fast_ITEMS(row);
    PyObject *span = span_from(known, item[START], item[END]);
    if (span == NULL) {
        return NULL;
    }
    PyObject *items[] = {
        Py_NewRef(known->path), span, Py_NewRef(item[RULE]), Py_NewRef(item[LEVEL]), Py_NewRef(item[MESSAGE]),
        Py_NewRef(item[FOUND]), Py_NewRef(item[LINE]), Py_NewRef(item[COLUMN]), Py_NewRef(item[END_LINE]),
        Py_NewRef(item[END_COLUMN]), NULL, NULL, NULL, NULL,
    };
    /* One after the other: none is asked for while an exception is set. */
    const Py_ssize_t count = sizeof items / sizeof *items;
    if ((items[10] = why_of(known, item[RULE])) != NULL
        && (items[11] = fix_of(known, item[FIXED], span)) != NULL
        && (items[12] = places_of(known, item[PLACES])) != NULL) {
        items[13] = PyTuple_New(0);
    }
    return made(known->classes[SHAPE_DIAGNOSTIC], items, count);
}

static int take_classes(Known *known, PyObject *shapes)
{
    if (!PyTuple_Check(shapes) || PyTuple_GET_SIZE(shapes) != SHAPES) {
        PyErr_SetString(PyExc_TypeError, "five classes are wanted");
        return -1;
    }
    for (Py_ssize_t i = 0; i < SHAPES; i++) {
        PyObject *given = PyTuple_GET_ITEM(shapes, i);
        if (!PyType_Check(given) || !PyType_IsSubtype((PyTypeObject *)given, &PyTuple_Type)) {
            PyErr_SetString(PyExc_TypeError, "classes of tuples are wanted");
            return -1;
        }
        known->classes[i] = (PyTypeObject *)given;
    }
    return 0;
}

/* restored(rows, path, whys, shapes) */
static PyObject *restored(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Known known;
    (void)module;
    if (count != 4 || !PyList_Check(args[0]) || !PyDict_Check(args[2])) {
        PyErr_SetString(PyExc_TypeError, "restored(rows, path, whys, shapes)");
        return NULL;
    }
    if (take_classes(&known, args[3]) < 0) {
        return NULL;
    }
    known.path = args[1];
    known.whys = args[2];
    return each(&known, args[0], diagnostic_of);
}

/* The items of a finding, in the order of `Diagnostic`. */
enum { OF_SPAN = 1, OF_RULE, OF_LEVEL, OF_MESSAGE, OF_TEXT, OF_LINE, OF_FIX = 11, OF_RELATED, OF_ALL = 14 };

static int is_tuple_of(PyObject *object, Py_ssize_t least)
{
    if (PyTuple_Check(object) && PyTuple_GET_SIZE(object) >= least) {
        return 1;
    }
    PyErr_SetString(PyExc_TypeError, "a longer tuple is wanted");
    return 0;
}

/* Make a list of new references, which are taken over; NULL with an exception, also where one of them is. */
static PyObject *listed(PyObject *const *items, Py_ssize_t count)
{
    PyObject *list = PyList_New(count);
    for (Py_ssize_t i = 0; i < count; i++) {
        if (list == NULL) {
            Py_XDECREF(items[i]);
        } else {
            PyList_SET_ITEM(list, i, items[i]);
        }
    }
    for (Py_ssize_t i = 0; list != NULL && i < count; i++) {
        if (items[i] == NULL) {
            Py_CLEAR(list);
        }
    }
    return list;
}

/* Make a list of what `one` makes of each item of a tuple. */
static PyObject *each_listed(PyObject *tuple, PyObject *(*one)(PyObject *))
{
    if (!is_tuple_of(tuple, 0)) {
        return NULL;
    }
    PyObject *list = PyList_New(PyTuple_GET_SIZE(tuple));
    for (Py_ssize_t i = 0; list != NULL && i < PyTuple_GET_SIZE(tuple); i++) {
        PyObject *item = one(PyTuple_GET_ITEM(tuple, i));
        if (item == NULL) {
            Py_CLEAR(list);
        } else {
            PyList_SET_ITEM(list, i, item);
        }
    }
    return list;
}

static PyObject *edit_row(PyObject *edit)
{
    if (!is_tuple_of(edit, 2) || !is_tuple_of(PyTuple_GET_ITEM(edit, 0), 2)) {
        return NULL;
    }
    PyObject *span = PyTuple_GET_ITEM(edit, 0);
    PyObject *items[] = {
        Py_NewRef(PyTuple_GET_ITEM(span, 0)),
        Py_NewRef(PyTuple_GET_ITEM(span, 1)),
        Py_NewRef(PyTuple_GET_ITEM(edit, 1)),
    };
    return listed(items, 3);
}

static PyObject *related_row(PyObject *related)
{
    return is_tuple_of(related, 3) ? as_list(related) : NULL;
}

/* The edits of a fix; of one that takes the place of what was found, its text alone. */
static PyObject *edits_row(PyObject *edits, PyObject *span)
{
    if (!is_tuple_of(edits, 0)) {
        return NULL;
    }
    if (PyTuple_GET_SIZE(edits) != 1) {
        return each_listed(edits, edit_row);
    }
    PyObject *edit = PyTuple_GET_ITEM(edits, 0);
    if (!is_tuple_of(edit, 2)) {
        return NULL;
    }
    const int same = PyObject_RichCompareBool(PyTuple_GET_ITEM(edit, 0), span, Py_EQ);
    if (same < 0) {
        return NULL;
    }
    return same ? Py_NewRef(PyTuple_GET_ITEM(edit, 1)) : each_listed(edits, edit_row);
}

static PyObject *fix_row(PyObject *fix, PyObject *span)
{
    if (fix == Py_None) {
        return Py_NewRef(fix);
    }
    if (!is_tuple_of(fix, 2)) {
        return NULL;
    }
    PyObject *items[] = {Py_NewRef(PyTuple_GET_ITEM(fix, 0)), edits_row(PyTuple_GET_ITEM(fix, 1), span)};
    return listed(items, 2);
}

static PyObject *finding_row(PyObject *finding)
{
    if (!is_tuple_of(finding, OF_ALL) || !is_tuple_of(PyTuple_GET_ITEM(finding, OF_SPAN), 2)) {
        return NULL;
    }
    PyObject *const *item = PySequence_Fast_ITEMS(finding);
    PyObject *span = item[OF_SPAN], *items[ROW];
    items[RULE] = Py_NewRef(item[OF_RULE]);
    items[LEVEL] = Py_NewRef(item[OF_LEVEL]);
    items[MESSAGE] = Py_NewRef(item[OF_MESSAGE]);
    items[FOUND] = Py_NewRef(item[OF_TEXT]);
    items[START] = Py_NewRef(PyTuple_GET_ITEM(span, 0));
    items[END] = Py_NewRef(PyTuple_GET_ITEM(span, 1));
    for (int i = LINE; i <= END_COLUMN; i++) {
        items[i] = Py_NewRef(item[OF_LINE + i - LINE]);
    }
    items[FIXED] = fix_row(item[OF_FIX], span);
    items[PLACES] = items[FIXED] == NULL ? NULL : each_listed(item[OF_RELATED], related_row);
    return listed(items, ROW);
}

/* rows_of(findings) */
static PyObject *rows_of(PyObject *module, PyObject *findings)
{
    (void)module;
    return each_listed(findings, finding_row);
}

PyMethodDef entries_functions[] = {
    {"rows_of", rows_of, METH_O, NULL},
    {"restored", (PyCFunction)(void (*)(void))restored, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
