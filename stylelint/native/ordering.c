/* Twin of `in_order` in stylelint/diagnosing.py. */
#include "reading.h"

#include <stdlib.h>

/* The fields of a diagnostic by which it has its place. */
enum { TOLD_SPAN = 1, TOLD_RULE, TOLD_MESSAGE = 4, TOLD_FIELDS = 14 };

/* By what a diagnostic has its place among others, and where it stood before. */
typedef struct {
    Py_ssize_t start, end, place;
    PyObject *rule, *message;
} Key;

/* Read what a diagnostic has its place by, which it holds; return 0, or -1 with an exception. */
static int key_of(PyTypeObject *class, PyObject *one, Key *key)
{
    if (!PyObject_TypeCheck(one, class) || PyTuple_GET_SIZE(one) != TOLD_FIELDS
        || !PyUnicode_Check(PyTuple_GET_ITEM(one, TOLD_RULE)) || !PyUnicode_Check(PyTuple_GET_ITEM(one, TOLD_MESSAGE))) {
        PyErr_SetString(PyExc_TypeError, "diagnostics are wanted");
        return -1;
    }
    PyObject *span = PyTuple_GET_ITEM(one, TOLD_SPAN);
    if (!PyTuple_Check(span) || PyTuple_GET_SIZE(span) != 2) {
        PyErr_SetString(PyExc_TypeError, "a span is wanted");
        return -1;
    }
    key->rule = PyTuple_GET_ITEM(one, TOLD_RULE);
    key->message = PyTuple_GET_ITEM(one, TOLD_MESSAGE);
    return number_from(PyTuple_GET_ITEM(span, 0), &key->start) < 0 ? -1
        : number_from(PyTuple_GET_ITEM(span, 1), &key->end);
}

/* Compare the places of two diagnostics, which are the same where this is 0. */
static int compare(const Key *one, const Key *other)
{
    if (one->start != other->start || one->end != other->end) {
        return one->start != other->start ? (one->start < other->start ? -1 : 1) : one->end < other->end ? -1 : 1;
    }
    int rules = one->rule == other->rule ? 0 : PyUnicode_Compare(one->rule, other->rule);
    return rules != 0 || one->message == other->message ? rules : PyUnicode_Compare(one->message, other->message);
}

/* The same for `qsort`, which may swap what is the same. */
static int compare_all(const void *one, const void *other)
{
    const Key *first = one, *second = other;
    int order = compare(first, second);
    return order != 0 ? order : first->place < second->place ? -1 : first->place > second->place;
}

/* Whether one that has its place beside others with the same is the first of its like; -1 with an exception. */
static int is_first(PyObject *seen, PyObject *one)
{
    int known = PySet_Contains(seen, one);
    return known != 0 || PySet_Add(seen, one) < 0 ? (known > 0 ? 0 : -1) : 1;
}

/* Return the diagnostics in the order of their keys, each once, a new list; NULL with an exception. */
static PyObject *listed(PyObject *told, const Key *keys, Py_ssize_t count)
{
    PyObject *list = PyList_New(0), *seen = list == NULL ? NULL : PySet_New(NULL);
    for (Py_ssize_t i = 0; seen != NULL && i < count; i++) {
        PyObject *one = PyTuple_GET_ITEM(told, keys[i].place);
        int is_alone = (i == 0 || compare(keys + i - 1, keys + i)) && (i + 1 == count || compare(keys + i, keys + i + 1));
        int is_new = is_alone ? 1 : is_first(seen, one);
        if (is_new < 0 || (is_new && PyList_Append(list, one) < 0)) {
            Py_CLEAR(seen);
        }
    }
    if (seen == NULL) {
        Py_CLEAR(list);
    }
    Py_XDECREF(seen);
    return list;
}

/* in_order(told) */
static PyObject *in_order(PyObject *module, PyObject *given)
{
    PyTypeObject *class = class_of(module, DIAGNOSTIC_TYPE);
    if (class == NULL || !PyList_CheckExact(given)) {
        if (class != NULL) {
            PyErr_SetString(PyExc_TypeError, "a list is wanted");
        }
        return NULL;
    }
    PyObject *told = PyList_AsTuple(given);
    Py_ssize_t count = told == NULL ? 0 : PyTuple_GET_SIZE(told);
    Key *keys = told == NULL ? NULL : PyMem_New(Key, (size_t)count + 1);
    int failed = keys == NULL;
    if (failed && told != NULL) {
        PyErr_NoMemory();
    }
    for (Py_ssize_t i = 0; !failed && i < count; i++) {
        keys[i].place = i;
        failed = key_of(class, PyTuple_GET_ITEM(told, i), keys + i) < 0;
    }
    if (!failed && count > 1) {
        qsort(keys, (size_t)count, sizeof *keys, compare_all);
    }
    PyObject *list = failed ? NULL : listed(told, keys, count);
    PyMem_Free(keys);
    Py_XDECREF(told);
    return list;
}

PyMethodDef ordering_functions[] = {
    {"in_order", in_order, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
