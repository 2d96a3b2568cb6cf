/* Twin of a function in stylelint/checks/_twins.py. */
#include "native.h"

/* A caption: the index of its block, and the number of what it begins with. */
typedef struct {
    Py_ssize_t block, opening;
} Caption;

/* Captions, what they begin with, and how many of them begin so; `is_open` where the first word of one is not known. */
typedef struct {
    Text text;
    Caption *items;
    Py_ssize_t count, room;
    Interned openings;
    int is_open;
} Captions;

static int is_called(PyObject *name, const char *wanted, Py_ssize_t size)
{
    return PyUnicode_Check(name) && PyUnicode_GET_LENGTH(name) == size
        && PyUnicode_CompareWithASCIIString(name, wanted) == 0;
}

static int is_ascii_word(Py_UCS4 c)
{
    return c < 128 && (Py_ISALNUM(c) || c == '_');
}

/* Note with which letters a block begins, in small ones; return their number, or -1 with an exception. */
static Py_ssize_t opening_of(Captions *captions, const Block *block)
{
    Py_ssize_t size = 0, most = block->end - block->start;
    while (size < most && is_ascii_word(at(&captions->text, block->start + size))) {
        size++;
    }
    if (size == 0 || (size < most && at(&captions->text, block->start + size) > 127)) {
        captions->is_open = 1;
    }
    Py_UCS4 *letters = interned_room(&captions->openings, size + 1);
    if (letters == NULL) {
        return -1;
    }
    for (Py_ssize_t i = 0; i < size; i++) {
        letters[i] = (Py_UCS4)Py_TOLOWER(at(&captions->text, block->start + i));
    }
    return intern(&captions->openings, size);
}

/* Note a block if it is a caption, or stands for a picture; return 0, or -1 with an exception. */
static int note(Captions *captions, PyObject *object, Py_ssize_t index)
{
    PyObject *role = role_of(object);
    if (role == NULL) {
        return -1;
    }
    if (!is_called(role, "caption", 7) && !is_called(PyTuple_GET_ITEM(object, 2), "alt", 3)) {
        return 0;
    }
    Block block;
    if (captions->count == captions->room) {
        Caption *moved = grown(captions->items, &captions->room, captions->count + 1, sizeof *moved);
        if (moved == NULL) {
            return -1;
        }
        captions->items = moved;
    }
    Py_ssize_t opening = block_in(object, captions->text.size, &block) < 0 ? -1 : opening_of(captions, &block);
    captions->items[captions->count++] = (Caption){index, opening};
    return opening < 0 ? -1 : 0;
}

/* Return those that begin as others do, or all where one is open: a new list, or NULL with an exception. */
static PyObject *listed(const Captions *captions)
{
    Py_ssize_t *often = PyMem_Calloc((size_t)captions->openings.count + 1, sizeof *often);
    if (often == NULL) {
        return PyErr_NoMemory();
    }
    for (Py_ssize_t i = 0; i < captions->count; i++) {
        often[captions->items[i].opening]++;
    }
    PyObject *list = PyList_New(0);
    for (Py_ssize_t i = 0; list != NULL && captions->count > 1 && i < captions->count; i++) {
        const Caption *caption = captions->items + i;
        if ((captions->is_open || often[caption->opening] > 1) && append_number(list, caption->block) < 0) {
            Py_CLEAR(list);
        }
    }
    PyMem_Free(often);
    return list;
}

/* alike_captions(text, blocks) */
static PyObject *alike_captions(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Captions captions = {.items = NULL};
    (void)module;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "alike_captions(text, blocks)");
        return NULL;
    }
    PyObject *blocks = text_of(args[0], &captions.text) < 0 ? NULL : PySequence_Fast(args[1], "blocks are wanted");
    int failed = blocks == NULL;
    for (Py_ssize_t i = 0; !failed && i < PySequence_Fast_GET_SIZE(blocks); i++) {
        failed = note(&captions, PySequence_Fast_GET_ITEM(blocks, i), i) < 0;
    }
    PyObject *found = failed ? NULL : listed(&captions);
    PyMem_Free(captions.items);
    interned_free(&captions.openings);
    Py_XDECREF(blocks);
    return found;
}

PyMethodDef captions_functions[] = {
    {"alike_captions", (PyCFunction)(void (*)(void))alike_captions, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
