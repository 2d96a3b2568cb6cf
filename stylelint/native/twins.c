/* Twins of functions in stylelint/checks/_twins.py. */
#include "reading.h"

/* Whether both objects are equal, as most often they are the same; -1 with an exception. */
static int are_equal(PyObject *one, PyObject *other)
{
    return one == other ? 1 : PyObject_RichCompareBool(one, other, Py_EQ);
}

/* Return the index of a block that a pair has at a place, -1 with an exception, also where there is no such block. */
static Py_ssize_t index_in(PyObject *pair, Py_ssize_t place, PyObject *blocks)
{
    if (!PyTuple_Check(pair) || PyTuple_GET_SIZE(pair) != 2) {
        PyErr_SetString(PyExc_TypeError, "a pair is wanted");
        return -1;
    }
    Py_ssize_t index = PyLong_AsSsize_t(PyTuple_GET_ITEM(pair, place));
    if (index == -1 && PyErr_Occurred()) {
        return -1;
    }
    if (index < 0 || index >= PySequence_Fast_GET_SIZE(blocks)) {
        PyErr_SetString(PyExc_IndexError, "no block has this index");
        return -1;
    }
    return role_of(PySequence_Fast_GET_ITEM(blocks, index)) == NULL ? -1 : index;
}

/* What is asked of the two blocks of a pair: their roles, NULL for any; what just one of them must be, NULL for
   anything. */
typedef struct {
    PyObject *blocks, *roles, *one;
} Wish;

/* Whether a block is what is wanted of one, by its kind or its role; -1 with an exception. */
static int is_one(const Wish *wish, PyObject *block)
{
    int kind = are_equal(PyTuple_GET_ITEM(block, 2), wish->one);
    return kind ? kind : are_equal(PyTuple_GET_ITEM(block, 3), wish->one);
}

/* Whether a pair is what is asked for; -1 with an exception. */
static int fits(const Wish *wish, PyObject *pair)
{
    Py_ssize_t before = index_in(pair, 0, wish->blocks), after = before < 0 ? -1 : index_in(pair, 1, wish->blocks);
    if (after < 0) {
        return -1;
    }
    PyObject *first = PySequence_Fast_GET_ITEM(wish->blocks, before);
    PyObject *second = PySequence_Fast_GET_ITEM(wish->blocks, after);
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

/* Note the index of a block in a list, if the block may have a credit; return 0, or -1 with an exception. */
static int note_credited(PyObject *found, const Text *prose, PyObject *blocks, Py_ssize_t index)
{
    Py_ssize_t start, end;
    if (span_of(PySequence_Fast_GET_ITEM(blocks, index), prose->size, &start, &end) < 0) {
        return -1;
    }
    int below = 0;
    if (index + 1 < PySequence_Fast_GET_SIZE(blocks)) {
        PyObject *role = role_of(PySequence_Fast_GET_ITEM(blocks, index + 1));
        if (role == NULL) {
            return -1;
        }
        below = PyUnicode_Check(role) && PyUnicode_CompareWithASCIIString(role, "credit") == 0;
    }
    return below || credit_hinted(prose, start, end) ? append_number(found, index) : 0;
}

static PyObject *credited_in(const Text *prose, PyObject *blocks, PyObject *both)
{
    char *met = PyMem_Calloc((size_t)PySequence_Fast_GET_SIZE(blocks) + 1, 1);
    PyObject *found = met == NULL ? PyErr_NoMemory() : PyList_New(0);
    for (Py_ssize_t i = 0; found != NULL && i < 2 * PySequence_Fast_GET_SIZE(both); i++) {
        Py_ssize_t index = index_in(PySequence_Fast_GET_ITEM(both, i / 2), i % 2, blocks);
        if (index < 0 || (!met[index] && note_credited(found, prose, blocks, index) < 0)) {
            Py_CLEAR(found);
            break;
        }
        met[index] = 1;
    }
    PyMem_Free(met);
    return found;
}

/* may_be_credited(prose, blocks, both) */
static PyObject *may_be_credited(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text prose;
    (void)module;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "may_be_credited(prose, blocks, both)");
        return NULL;
    }
    PyObject *blocks = text_of(args[0], &prose) < 0 ? NULL : PySequence_Fast(args[1], "blocks are wanted");
    PyObject *both = blocks == NULL ? NULL : PySequence_Fast(args[2], "pairs are wanted");
    PyObject *found = both == NULL ? NULL : credited_in(&prose, blocks, both);
    Py_XDECREF(blocks);
    Py_XDECREF(both);
    return found;
}

PyMethodDef twins_functions[] = {
    {"chosen", (PyCFunction)(void (*)(void))chosen, METH_FASTCALL, NULL},
    {"may_be_credited", (PyCFunction)(void (*)(void))may_be_credited, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
