/* Classes and names, and what is made of them; see reading.h. */
#include "reading.h"

static const char *const CLASS_NAMES[CLASSES][2] = {
    {"stylelint.document", "Span"},
    {"stylelint.document", "Block"},
    {"stylelint.readers.fields", "Field"},
    {"stylelint.readers.tags", "Token"},
    {"stylelint.readers.masks", "Region"},
    {"stylelint.checks._likeness", "Twins"},
    {"stylelint.checks._twins", "Wanted"},
    {"stylelint.rulebook.rule", "Rule"},
    {"stylelint.checks.base", "Finding"},
    {"stylelint.diagnostics", "Diagnostic"},
    {"stylelint.diagnostics", "Fix"},
    {"stylelint.diagnostics", "Related"},
};

static const char *const STRINGS[NAMES] = {
    "alerts", "asides", "begin", "blank", "blocks", "block", "boxes", "break", "byline", "close", "closes", "code",
    "code_from", "coding", "correction", "counts", "credit", "crosshead", "dateline", "depth", "due",
    "editors-note", "end", "ends", "end_others", "event", "frame", "furniture", "heading", "Heading",
    "headline", "html", "images", "item", "items", "last", "length", "level", "lines", "Link", "links", "link_type",
    "lists", "list-item", "lower", "markup", "metadata", "named", "next", "objects", "object", "opaque", "open",
    "outer", "paragraph", "prose", "quotation", "quote", "quotes", "regions", "root", "rows", "run",
    "run_end", "said", "shape", "sheet", "sorts", "source", "spans", "stack", "start", "syntax", "tags", "text", "title",
    "token", "top", "unread", "view", "words", "yaml", "yaml-double", "yaml-single",
};

PyTypeObject *class_of(PyObject *module, Class which)
{
    State *state = PyModule_GetState(module);
    if (state->classes[which] == NULL) {
        PyObject *within = PyImport_ImportModule(CLASS_NAMES[which][0]);
        PyObject *class = within == NULL ? NULL : PyObject_GetAttrString(within, CLASS_NAMES[which][1]);
        Py_XDECREF(within);
        if (class != NULL && !PyType_Check(class)) {
            PyErr_SetString(PyExc_TypeError, "a class is wanted");
            Py_CLEAR(class);
        }
        Py_XSETREF(state->classes[which], (PyTypeObject *)class); /* another thread may have asked as well */
    }
    return state->classes[which];
}

PyObject *const *names_of(PyObject *module)
{
    State *state = PyModule_GetState(module);
    for (int i = 0; i < NAMES; i++) {
        if (state->names[i] == NULL && (state->names[i] = PyUnicode_InternFromString(STRINGS[i])) == NULL) {
            return NULL;
        }
    }
    return state->names;
}

int classes_traverse(PyObject *module, visitproc visit, void *arg)
{
    State *state = PyModule_GetState(module);
    for (int i = 0; i < CLASSES; i++) {
        Py_VISIT(state->classes[i]);
    }
    for (int i = 0; i < NAMES; i++) {
        Py_VISIT(state->names[i]);
    }
    return 0;
}

int classes_clear(PyObject *module)
{
    State *state = PyModule_GetState(module);
    for (int i = 0; i < CLASSES; i++) {
        Py_CLEAR(state->classes[i]);
    }
    for (int i = 0; i < NAMES; i++) {
        Py_CLEAR(state->names[i]);
    }
    return 0;
}

int range_of(PyObject *const *numbers, Py_ssize_t size, Py_ssize_t *start, Py_ssize_t *end)
{
    if (!PyLong_CheckExact(numbers[0]) || !PyLong_CheckExact(numbers[1])) {
        PyErr_SetString(PyExc_TypeError, "two numbers are wanted");
        return -1;
    }
    *start = PyLong_AsSsize_t(numbers[0]);
    *end = PyLong_AsSsize_t(numbers[1]);
    if (PyErr_Occurred()) {
        return -1;
    }
    if (*start < 0 || *end < *start || *end > size) {
        PyErr_SetString(PyExc_ValueError, "start or end lie outside of the text");
        return -1;
    }
    return 0;
}

PyObject *of_class(PyTypeObject *class, PyObject *tuple)
{
    PyObject *arguments = tuple == NULL ? NULL : PyTuple_Pack(1, tuple);
    Py_XDECREF(tuple);
    if (arguments == NULL) {
        return NULL;
    }
    /* What `tuple.__new__` is: how tuples are laid out is Python's own, and changes. */
    PyObject *made = PyTuple_Type.tp_new(class, arguments, NULL);
    Py_DECREF(arguments);
    return made;
}

PyObject *pair_made(Py_ssize_t first, Py_ssize_t second)
{
    PyObject *pair = PyTuple_New(2);
    if (pair != NULL) {
        PyTuple_SET_ITEM(pair, 0, PyLong_FromSsize_t(first));
        PyTuple_SET_ITEM(pair, 1, PyLong_FromSsize_t(second));
        if (PyTuple_GET_ITEM(pair, 0) == NULL || PyTuple_GET_ITEM(pair, 1) == NULL) {
            Py_CLEAR(pair);
        }
    }
    return pair;
}

PyObject *span_made(PyTypeObject *class, Py_ssize_t start, Py_ssize_t end)
{
    return of_class(class, pair_made(start, end));
}
