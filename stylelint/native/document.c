/* Twins of functions in stylelint/document.py that are about blocks. */
#include "reading.h"

#define ROLE 3 /* the field of a block */

/* in_roles(blocks, roles) */
static PyObject *in_roles(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    (void)module;
    if (count != 2 || !PyTuple_Check(args[0]) || !PyAnySet_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "in_roles(blocks, roles)");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    for (Py_ssize_t i = 0; found != NULL && i < PyTuple_GET_SIZE(args[0]); i++) {
        PyObject *block = PyTuple_GET_ITEM(args[0], i), *role = role_of(block);
        int wanted = role == NULL ? -1 : PySet_Contains(args[1], role);
        if (wanted < 0 || (wanted && PyList_Append(found, block) < 0)) {
            Py_CLEAR(found);
        }
    }
    return found;
}

/* Append the indexes of the blocks that say one of some texts; return 0, or -1 with an exception. */
static int add_saying(PyObject *found, const Text *prose, PyObject *blocks, PyObject *texts, uint64_t lengths)
{
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(blocks); i++) {
        Py_ssize_t start, end;
        if (span_of(PyTuple_GET_ITEM(blocks, i), prose->size, &start, &end) < 0) {
            return -1;
        }
        if (!(lengths >> ((end - start) & 63) & 1)) {
            continue;
        }
        PyObject *text = slice_of(prose, start, end);
        int is_one = text == NULL ? -1 : PySet_Contains(texts, text);
        Py_XDECREF(text);
        if (is_one < 0 || (is_one && append_number(found, i) < 0)) {
            return -1;
        }
    }
    return 0;
}

/* saying(prose, blocks, texts) */
static PyObject *saying(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text prose, text;
    uint64_t lengths = 0;
    (void)module;
    if (count != 3 || !PyTuple_Check(args[1]) || !PyAnySet_Check(args[2])) {
        PyErr_SetString(PyExc_TypeError, "saying(prose, blocks, texts)");
        return NULL;
    }
    PyObject *texts = text_of(args[0], &prose) < 0 ? NULL : as_list(args[2]), *found = NULL;
    for (Py_ssize_t i = 0; texts != NULL && i < PyList_GET_SIZE(texts); i++) {
        if (text_of(PyList_GET_ITEM(texts, i), &text) < 0) {
            Py_CLEAR(texts);
        } else {
            lengths |= (uint64_t)1 << (text.size & 63);
        }
    }
    if (texts != NULL && (found = PyList_New(0)) != NULL && add_saying(found, &prose, args[1], args[2], lengths) < 0) {
        Py_CLEAR(found);
    }
    Py_XDECREF(texts);
    return found;
}

/* Return a block in another role, a new reference; NULL with an exception. */
static PyObject *in_role(PyTypeObject *class, PyObject *block, PyObject *role)
{
    if (Py_TYPE(block) != class) {
        PyErr_SetString(PyExc_TypeError, "blocks are wanted");
        return NULL;
    }
    PyObject *fields = PyTuple_GetSlice(block, 0, PyTuple_GET_SIZE(block)); /* a plain tuple, and a new one */
    if (fields != NULL && PyTuple_SetItem(fields, ROLE, Py_NewRef(role)) < 0) {
        Py_CLEAR(fields);
    }
    return of_class(class, fields);
}

/* Return an index as a place in a list, -1 with an exception where it is none. */
static Py_ssize_t place_in_list(PyObject *list, PyObject *index)
{
    Py_ssize_t place = PyNumber_AsSsize_t(index, PyExc_IndexError);
    if (PyErr_Occurred()) {
        return -1;
    }
    if (place < 0 || place >= PyList_GET_SIZE(list)) {
        PyErr_SetString(PyExc_IndexError, "there is no such block");
        return -1;
    }
    return place;
}

/* in_other_roles(blocks, roles) */
static PyObject *in_other_roles(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyTuple_CheckExact(args[0]) || !PyDict_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "in_other_roles(blocks, roles)");
        return NULL;
    }
    PyTypeObject *class = class_of(module, BLOCK);
    PyObject *found = class == NULL ? NULL : as_list(args[0]), *index, *role;
    for (Py_ssize_t i = 0; found != NULL && PyDict_Next(args[1], &i, &index, &role);) {
        Py_ssize_t place = place_in_list(found, index);
        PyObject *changed = place < 0 ? NULL : in_role(class, PyList_GET_ITEM(found, place), role);
        if (changed == NULL || PyList_SetItem(found, place, changed) < 0) {
            Py_CLEAR(found);
        }
    }
    PyObject *blocks = found == NULL ? NULL : PyList_AsTuple(found);
    Py_XDECREF(found);
    return blocks;
}

PyMethodDef document_functions[] = {
    {"in_other_roles", (PyCFunction)(void (*)(void))in_other_roles, METH_FASTCALL, NULL},
    {"in_roles", (PyCFunction)(void (*)(void))in_roles, METH_FASTCALL, NULL},
    {"saying", (PyCFunction)(void (*)(void))saying, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
