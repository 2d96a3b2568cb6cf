/* Twin of a function in stylelint/checks/_twins.py. */
#include "likeness.h"
#include "reading.h"

#define OPAQUE 0x1A

/* A caption: the index of its block, and the numbers of what it begins with and of its words, where they are known. */
typedef struct {
    Py_ssize_t index, opening, words;
} Caption;

/* Captions, what they begin with, and their words; `is_open` where one begins with no letter of ASCII. */
typedef struct {
    Text text;
    Caption *items;
    Py_ssize_t count, room;
    Interned openings, words;
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

/* Number what stands in a table's room, in small letters of ASCII; return the number, or -1 with an exception. */
static Py_ssize_t intern_small(Interned *table, Py_UCS4 *letters, Py_ssize_t size)
{
    for (Py_ssize_t i = 0; i < size; i++) {
        letters[i] = (Py_UCS4)Py_TOLOWER(letters[i]);
    }
    return intern(table, size);
}

/* Number the letters with which a block begins; return the number, or -1 with an exception. */
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
    for (Py_ssize_t i = 0; letters != NULL && i < size; i++) {
        letters[i] = at(&captions->text, block->start + i);
    }
    return letters == NULL ? -1 : intern_small(&captions->openings, letters, size);
}

/* Whether the words of a block are plain to see: no others than letters of ASCII, and no credit. */
static int is_plain(const Text *text, const Block *block)
{
    for (Py_ssize_t i = block->start; i < block->end; i++) {
        if (at(text, i) > 127 || at(text, i) == OPAQUE) {
            return 0;
        }
    }
    return !credit_hinted(text, block->start, block->end);
}

/* Number the words of a block; return the number, -1 where they are not known, or -2 with an exception. */
static Py_ssize_t words_of(Captions *captions, const Block *block)
{
    if (!is_plain(&captions->text, block)) {
        return -1;
    }
    Py_ssize_t size;
    Py_UCS4 *letters = interned_room(&captions->words, block->end - block->start + 1);
    if (letters == NULL) {
        return -2;
    }
    words_between(&captions->text, block->start, block->end, letters, &size);
    Py_ssize_t number = intern_small(&captions->words, letters, size);
    return number < 0 ? -2 : number;
}

/* Note what is known of the words of a caption; return 0, or -1 with an exception. */
static int read_caption(Captions *captions, Caption *caption, PyObject *object)
{
    Block block;
    if (block_in(object, captions->text.size, &block) < 0) {
        return -1;
    }
    caption->opening = opening_of(captions, &block);
    caption->words = caption->opening < 0 ? -2 : words_of(captions, &block);
    return caption->words < -1 ? -1 : 0;
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
    if (captions->count == captions->room) {
        Caption *moved = grown(captions->items, &captions->room, captions->count + 1, sizeof *moved);
        if (moved == NULL) {
            return -1;
        }
        captions->items = moved;
    }
    captions->items[captions->count++] = (Caption){index, -1, -1};
    return 0;
}

/* What is known of those that begin alike, and of those with the same words. */
typedef struct {
    Py_ssize_t beginning, same;
    int is_unknown;
} Count;

/* Return those that may have the words of another, or all where one is open: a new list, or NULL with an exception. */
static PyObject *listed(const Captions *captions)
{
    size_t room = (size_t)captions->openings.count + (size_t)captions->words.count + 1;
    Count *counts = PyMem_Calloc(room, sizeof *counts);
    if (counts == NULL) {
        return PyErr_NoMemory();
    }
    for (Py_ssize_t i = 0; i < captions->count; i++) {
        const Caption *caption = captions->items + i;
        counts[caption->opening].beginning++;
        if (caption->words < 0) {
            counts[caption->opening].is_unknown = 1;
        } else {
            counts[caption->words].same++;
        }
    }
    PyObject *list = PyList_New(0);
    for (Py_ssize_t i = 0; list != NULL && i < captions->count; i++) {
        const Caption *caption = captions->items + i;
        const Count *alike = counts + caption->opening;
        int same = caption->words >= 0 && counts[caption->words].same > 1;
        if ((captions->is_open || (alike->beginning > 1 && (alike->is_unknown || same)))
            && append_number(list, caption->index) < 0) {
            Py_CLEAR(list);
        }
    }
    PyMem_Free(counts);
    return list;
}

/* Read the captions, of which there must be two, and return those that may be alike; NULL with an exception. */
static PyObject *alike_in(Captions *captions, PyObject *blocks)
{
    for (Py_ssize_t i = 0; i < PySequence_Fast_GET_SIZE(blocks); i++) {
        if (note(captions, PySequence_Fast_GET_ITEM(blocks, i), i) < 0) {
            return NULL;
        }
    }
    if (captions->count < 2) {
        return PyList_New(0);
    }
    for (Py_ssize_t i = 0; i < captions->count; i++) {
        Caption *caption = captions->items + i;
        if (read_caption(captions, caption, PySequence_Fast_GET_ITEM(blocks, caption->index)) < 0) {
            return NULL;
        }
    }
    return listed(captions);
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
    PyObject *found = blocks == NULL ? NULL : alike_in(&captions, blocks);
    PyMem_Free(captions.items);
    interned_free(&captions.openings);
    interned_free(&captions.words);
    Py_XDECREF(blocks);
    return found;
}

PyMethodDef captions_functions[] = {
    {"alike_captions", (PyCFunction)(void (*)(void))alike_captions, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
