/* Twin of a function in stylelint/checks/_twins.py. */
#include "native.h"

/* Whether both objects are equal, as most often they are the same; -1 with an exception. */
static int are_equal(PyObject *one, PyObject *other)
{
    return one == other ? 1 : PyObject_RichCompareBool(one, other, Py_EQ);
}

/* What is asked of the two blocks of a pair: their roles, NULL for any; what just one of them must be, NULL for
   anything. */
typedef struct {
    PyObject *blocks, *roles, *one;
} Wish;

/* Return the block that a pair names at a place, NULL with an exception. */
static PyObject *block_at(const Wish *wish, PyObject *pair, Py_ssize_t place)
{
    if (!PyTuple_Check(pair) || PyTuple_GET_SIZE(pair) != 2) {
        PyErr_SetString(PyExc_TypeError, "a pair is wanted");
        return NULL;
    }
    Py_ssize_t index = PyLong_AsSsize_t(PyTuple_GET_ITEM(pair, place));
    if (index == -1 && PyErr_Occurred()) {
        return NULL;
    }
    if (index < 0 || index >= PySequence_Fast_GET_SIZE(wish->blocks)) {
        PyErr_SetString(PyExc_IndexError, "no block has this index");
        return NULL;
    }
    PyObject *block = PySequence_Fast_GET_ITEM(wish->blocks, index);
    return role_of(block) == NULL ? NULL : block;
}

/* Whether a block is what is wanted of one, by its kind or its role; -1 with an exception. */
static int is_one(const Wish *wish, PyObject *block)
{
    int kind = are_equal(PyTuple_GET_ITEM(block, 2), wish->one);
    return kind ? kind : are_equal(PyTuple_GET_ITEM(block, 3), wish->one);
}

/* Whether a pair is what is asked for; -1 with an exception. */
static int fits(const Wish *wish, PyObject *pair)
{
    PyObject *first = block_at(wish, pair, 0), *second = first == NULL ? NULL : block_at(wish, pair, 1);
    if (second == NULL) {
        return -1;
    }
    if (wish->roles != NULL) {
        int held = PySet_Contains(wish->roles, PyTuple_GET_ITEM(first, 3));
        held = held > 0 ? PySet_Contains(wish->roles, PyTuple_GET_ITEM(second, 3)) : held;
        if (held <= 0) {
            return held;
        }
    }
    if (wish->one == NULL) {
        return 1;
    }
    int one = is_one(wish, first), other = one < 0 ? -1 : is_one(wish, second);
    return other < 0 ? -1 : one != other;
}

/* chosen(both, blocks, roles, one) */
static PyObject *chosen(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    (void)module;
    if (count != 4 || !PyUnicode_Check(args[3]) || !(args[2] == Py_None || PyAnySet_Check(args[2]))) {
        PyErr_SetString(PyExc_TypeError, "chosen(both, blocks, roles, one)");
        return NULL;
    }
    PyObject *both = PySequence_Fast(args[0], "pairs are wanted");
    Wish wish = {both == NULL ? NULL : PySequence_Fast(args[1], "blocks are wanted"),
                 args[2] == Py_None ? NULL : args[2], PyUnicode_GET_LENGTH(args[3]) ? args[3] : NULL};
    PyObject *found = wish.blocks == NULL ? NULL : PyList_New(0);
    for (Py_ssize_t i = 0; found != NULL && i < PySequence_Fast_GET_SIZE(both); i++) {
        PyObject *pair = PySequence_Fast_GET_ITEM(both, i);
        int fitting = fits(&wish, pair);
        if (fitting < 0 || (fitting && PyList_Append(found, pair) < 0)) {
            Py_CLEAR(found);
        }
    }
    Py_XDECREF(both);
    Py_XDECREF(wish.blocks);
    return found;
}

PyMethodDef twins_functions[] = {
    {"chosen", (PyCFunction)(void (*)(void))chosen, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
