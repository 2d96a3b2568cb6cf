/* Twins of functions in stylelint/checks/cues.py. */
#include "native.h"

/* Whether a block is no quotation, and has no more code points and fewer blanks than a short line. */
static int is_short(const Text *text, const Block *block, Py_ssize_t letters, Py_ssize_t words)
{
    if (block->end - block->start > letters || words <= 0) {
        return 0;
    }
    for (Py_ssize_t i = block->start; i < block->end; i++) {
        Py_UCS4 c = at(text, i);
        if ((c == ' ' && --words == 0) || (i == block->start && (c == '"' || c == '\''))) {
            return 0;
        }
    }
    return 1;
}

/* Append index and UTF-8 of a block to a list where it is short; return 0, or -1 with an exception. */
static int add_short(PyObject *found, Py_ssize_t index, PyObject *object, PyObject *const *args,
                     const Py_ssize_t most[2])
{
    Text text;
    Block block;
    if (text_of(args[0], &text) < 0 || block_in(object, text.size, &block) < 0) {
        return -1;
    }
    if (!is_short(&text, &block, most[0], most[1])) {
        return 0;
    }
    int among = PySequence_Contains(args[2], block.kind);
    if (among <= 0) {
        return among;
    }
    PyObject *data = encoded(args[0], block.start, block.end);
    return data == NULL ? -1 : append_taken(found, Py_BuildValue("(nN)", index, data));
}

/* short_blocks(text, blocks, kinds, letters, words) */
static PyObject *short_blocks(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    (void)module;
    if (count != 5 || !PyTuple_Check(args[2])) {
        PyErr_SetString(PyExc_TypeError, "short_blocks(text, blocks, kinds, letters, words)");
        return NULL;
    }
    const Py_ssize_t most[2] = {PyNumber_AsSsize_t(args[3], PyExc_OverflowError),
                                PyNumber_AsSsize_t(args[4], PyExc_OverflowError)};
    PyObject *blocks = PyErr_Occurred() ? NULL : PySequence_Tuple(args[1]);
    PyObject *found = blocks == NULL ? NULL : PyList_New(0);
    for (Py_ssize_t i = 0; found != NULL && i < PyTuple_GET_SIZE(blocks); i++) {
        if (add_short(found, i, PyTuple_GET_ITEM(blocks, i), args, most) < 0) {
            Py_CLEAR(found);
        }
    }
    Py_XDECREF(blocks);
    return found;
}

PyMethodDef cues_functions[] = {
    {"short_blocks", (PyCFunction)(void (*)(void))short_blocks, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
