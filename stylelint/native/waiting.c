/* The twin of the function in stylelint/waiting.py: who is met in the blocks where something was seen. */
#include "native.h"

/* The blocks of a rule, borrowed, made where there are none yet; NULL with an exception. */
static PyObject *blocks_of(PyObject *met, PyObject *rule)
{
    PyObject *blocks = PyDict_GetItemWithError(met, rule);
    if (blocks != NULL || PyErr_Occurred()) {
        return blocks;
    }
    PyObject *made = PyDict_New();
    if (made != NULL && PyDict_SetItem(met, rule, made) == 0) {
        blocks = made;
    }
    Py_XDECREF(made);
    return blocks;
}

/* Add needs to those that are met in a block; return 0, or -1 with an exception. */
static int add_needs(PyObject *blocks, PyObject *block, PyObject *needs)
{
    PyObject *known = PyDict_GetItemWithError(blocks, block);
    if (known == NULL) {
        return PyErr_Occurred() ? -1 : PyDict_SetItem(blocks, block, needs);
    }
    if (known == needs) {
        return 0;
    }
    Py_INCREF(known);
    PyObject *both = PyNumber_Or(known, needs);
    int failed = both == NULL ? -1 : PyDict_SetItem(blocks, block, both);
    Py_XDECREF(both);
    Py_DECREF(known);
    return failed;
}

/* Add all who are met in a block, a tuple; return 0, or -1 with an exception. */
static int add_owners(PyObject *met, PyObject *block, PyObject *owners)
{
    if (!PyTuple_CheckExact(owners)) {
        PyErr_SetString(PyExc_TypeError, "a tuple of owners is wanted");
        return -1;
    }
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(owners); i++) {
        PyObject *owner = PyTuple_GET_ITEM(owners, i);
        if (!PyTuple_CheckExact(owner) || PyTuple_GET_SIZE(owner) != 2 || !PyLong_CheckExact(PyTuple_GET_ITEM(owner, 0))
            || !PyFrozenSet_CheckExact(PyTuple_GET_ITEM(owner, 1))) {
            PyErr_SetString(PyExc_TypeError, "a rule and a set of its needs are wanted");
            return -1;
        }
        PyObject *blocks = blocks_of(met, PyTuple_GET_ITEM(owner, 0));
        if (blocks == NULL || add_needs(blocks, block, PyTuple_GET_ITEM(owner, 1)) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Add all who are met by a pair, which is held; return 0, or -1 with an exception. */
static int add_pair(PyObject *met, PyObject *pair, PyObject *owners)
{
    if (!PyTuple_CheckExact(pair) || PyTuple_GET_SIZE(pair) != 2 || !PyLong_CheckExact(PyTuple_GET_ITEM(pair, 0))
        || !PyLong_CheckExact(PyTuple_GET_ITEM(pair, 1))) {
        PyErr_SetString(PyExc_TypeError, "a block and the number of what was seen there are wanted");
        return -1;
    }
    PyObject *found = PyObject_GetItem(owners, PyTuple_GET_ITEM(pair, 1));
    int failed = found == NULL ? -1 : add_owners(met, PyTuple_GET_ITEM(pair, 0), found);
    Py_XDECREF(found);
    return failed;
}

/* met_in_blocks(pairs, owners) */
static PyObject *met_in_blocks(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    (void)module;
    if (count != 2 || !PyList_CheckExact(args[0]) || !PyDict_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "met_in_blocks(pairs, owners)");
        return NULL;
    }
    PyObject *met = PyDict_New();
    /* The list is asked for its size each time: who is asked for owners could change it. */
    for (Py_ssize_t i = 0; met != NULL && i < PyList_GET_SIZE(args[0]); i++) {
        PyObject *pair = PyList_GET_ITEM(args[0], i);
        Py_INCREF(pair);
        if (add_pair(met, pair, args[1]) < 0) {
            Py_CLEAR(met);
        }
        Py_DECREF(pair);
    }
    return met;
}

PyMethodDef waiting_functions[] = {
    {"met_in_blocks", (PyCFunction)(void (*)(void))met_in_blocks, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
