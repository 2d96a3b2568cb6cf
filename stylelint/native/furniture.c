/* Twins of functions in stylelint/checks/_lines.py. */
#include "native.h"
#include <string.h>

/* What is asked for in each block. */
typedef struct {
    PyObject *object; /* the text */
    Text text;
    PyObject *words, *kinds;
    Py_ssize_t most;
} Wanted;

/* A block in small letters: in bytes where all are of ASCII, and otherwise a string. */
typedef struct {
    char *bytes;
    Py_ssize_t size, room;
    PyObject *folded;
} Low;

/* Make room for the bytes of a block; return 0, or -1 with an exception. */
static int make_room(Low *low, Py_ssize_t size)
{
    low->size = size;
    if (size > low->room) {
        char *bytes = PyMem_Realloc(low->bytes, (size_t)size);
        if (bytes == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        low->bytes = bytes;
        low->room = size;
    }
    return 0;
}

/* Write a block's small letters; return 1 where all are of ASCII, -1 where it has too many words. */
static int lower_letters(const Text *text, const Block *block, Py_ssize_t most, char *low)
{
    Py_ssize_t left = most > 0 ? most : PY_SSIZE_T_MAX;
    Py_UCS4 all = 0;
    int inside = 0;
    for (Py_ssize_t i = block->start; i < block->end; i++) {
        Py_UCS4 c = at(text, i);
        int letter = c > ' ' && c <= '~' ? 1 : !Py_UNICODE_ISSPACE(c);
        if (letter > inside && left-- == 0) {
            return -1;
        }
        inside = letter;
        all |= c;
        *low++ = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    return all <= 127;
}

static PyObject *casefolded(const Wanted *wanted, const Block *block)
{
    PyObject *name = PyUnicode_InternFromString("casefold");
    PyObject *part = name == NULL ? NULL : PyUnicode_Substring(wanted->object, block->start, block->end);
    PyObject *folded = part == NULL ? NULL : PyObject_CallMethodNoArgs(part, name);
    Py_XDECREF(name);
    Py_XDECREF(part);
    return folded;
}

static int holds_bytes(const Low *low, const char *word, Py_ssize_t size)
{
    if (size == 0 || size > low->size) {
        return size == 0;
    }
    const char *here = low->bytes, *last = low->bytes + (low->size - size);
    while (here <= last) {
        here = memchr(here, word[0], (size_t)(last - here) + 1);
        if (here == NULL) {
            return 0;
        }
        if (memcmp(here, word, (size_t)size) == 0) {
            return 1;
        }
        here++;
    }
    return 0;
}

/* Whether one of some words stands in a block; -1 with an exception. */
static int holds_any(const Low *low, PyObject *words)
{
    int found = 0;
    if (!PyTuple_Check(words)) {
        PyErr_SetString(PyExc_TypeError, "a tuple of words is wanted");
        return -1;
    }
    for (Py_ssize_t i = 0; found == 0 && i < PyTuple_GET_SIZE(words); i++) {
        PyObject *word = PyTuple_GET_ITEM(words, i);
        Text text;
        if (text_of(word, &text) < 0) {
            return -1;
        }
        if (low->folded != NULL) {
            found = PyUnicode_Contains(low->folded, word);
        } else if (PyUnicode_IS_ASCII(word)) {
            found = holds_bytes(low, text.data, text.size);
        }
    }
    return found;
}

/* Take those of some numbers that are of lines, for None all, into a list; return 0, or -1 with an exception. */
static int take_lines(PyObject *lines, Py_ssize_t count, PyObject *numbers)
{
    int failed = 0;
    for (Py_ssize_t n = 0; numbers == Py_None && !failed && n < count; n++) {
        failed = append_number(lines, n);
    }
    PyObject *iterator = numbers == Py_None ? NULL : PyObject_GetIter(numbers), *item;
    while (iterator != NULL && !failed && (item = PyIter_Next(iterator)) != NULL) {
        Py_ssize_t number = PyLong_Check(item) ? PyLong_AsSsize_t(item) : -1;
        if (number < 0 && !PyErr_Occurred()) {
            PyErr_SetString(PyExc_TypeError, "the number of a need is wanted");
        }
        failed = number < 0 || (number < count && PyList_Append(lines, item) < 0);
        Py_DECREF(item);
    }
    Py_XDECREF(iterator);
    return failed || PyErr_Occurred() ? -1 : 0;
}

/* Keep in a list the lines of which a word stands in a block; return 0, or -1 with an exception. */
static int keep_standing(PyObject *lines, const Wanted *wanted, const Low *low)
{
    Py_ssize_t kept = 0;
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(lines); i++) {
        PyObject *line = PyList_GET_ITEM(lines, i);
        int holds = holds_any(low, PyTuple_GET_ITEM(wanted->words, PyLong_AsSsize_t(line)));
        if (holds < 0) {
            return -1;
        }
        if (holds) {
            PyList_SET_ITEM(lines, i, PyList_GET_ITEM(lines, kept));
            PyList_SET_ITEM(lines, kept, line);
            kept++;
        }
    }
    return PyList_SetSlice(lines, kept, PyList_GET_SIZE(lines), NULL);
}

/* Return 1 where a block may be a line, and then its letters; -1 with an exception. */
static int read_block(const Wanted *wanted, const Block *block, Low *low)
{
    const Text *text = &wanted->text;
    if (block->start == block->end || at(text, block->start) == '"') {
        return 0;
    }
    int counts = PySequence_Contains(wanted->kinds, block->kind);
    if (counts <= 0 || make_room(low, block->end - block->start) < 0) {
        return counts <= 0 ? counts : -1;
    }
    int ascii = lower_letters(text, block, wanted->most, low->bytes);
    if (ascii < 0) {
        return 0;
    }
    low->folded = ascii ? NULL : casefolded(wanted, block);
    return ascii || low->folded != NULL ? 1 : -1;
}

/* Return the lines that a block may be as a new list, NULL with an exception. */
static PyObject *lines_of(const Wanted *wanted, const Block *block, PyObject *numbers, Low *low)
{
    PyObject *lines = PyList_New(0);
    if (lines == NULL || take_lines(lines, PyTuple_GET_SIZE(wanted->words), numbers) < 0) {
        Py_CLEAR(lines);
    }
    if (lines == NULL || PyList_GET_SIZE(lines) == 0) {
        return lines;
    }
    int counts = read_block(wanted, block, low);
    if (counts == 0) {
        Py_SETREF(lines, PyList_New(0));
    } else if (counts < 0 || keep_standing(lines, wanted, low) < 0) {
        Py_CLEAR(lines);
    }
    Py_CLEAR(low->folded);
    return lines;
}

/* Append to a list what a block may be; return 0, or -1 with an exception. */
static int add_block(PyObject *found, const Wanted *wanted, PyObject *const pair[2], PyObject *blocks, Low *low)
{
    Block block;
    Py_ssize_t index = PyNumber_AsSsize_t(pair[0], PyExc_OverflowError);
    if (index < 0 || index >= PyTuple_GET_SIZE(blocks)) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_IndexError, "there is no such block");
        }
        return -1;
    }
    if (block_in(PyTuple_GET_ITEM(blocks, index), wanted->text.size, &block) < 0) {
        return -1;
    }
    PyObject *lines = lines_of(wanted, &block, pair[1], low);
    if (lines == NULL || PyList_GET_SIZE(lines) == 0) {
        Py_XDECREF(lines);
        return lines == NULL ? -1 : 0;
    }
    PyObject *data = encoded(wanted->object, block.start, block.end);
    if (data == NULL) {
        Py_DECREF(lines);
        return -1;
    }
    return append_taken(found, Py_BuildValue("(ONN)", pair[0], data, lines));
}

/* Return what each of the blocks that were seen may be as a new list, NULL with an exception. */
static PyObject *look_at(const Wanted *wanted, PyObject *blocks, PyObject *seen)
{
    Low low = {NULL, 0, 0, NULL};
    Py_ssize_t place = 0;
    PyObject *pair[2], *found = PyList_New(0);
    while (found != NULL && PyDict_Next(seen, &place, &pair[0], &pair[1])) {
        Py_INCREF(pair[0]);
        Py_INCREF(pair[1]);
        int failed = add_block(found, wanted, pair, blocks, &low);
        Py_DECREF(pair[0]);
        Py_DECREF(pair[1]);
        if (failed) {
            Py_CLEAR(found);
        }
    }
    PyMem_Free(low.bytes);
    return found;
}

/* may_be_lines(text, blocks, seen, words, kinds, most) */
static PyObject *may_be_lines(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Wanted wanted;
    (void)module;
    if (count != 6 || !PyTuple_Check(args[1]) || !PyDict_Check(args[2]) || !PyTuple_Check(args[3])
        || !PyTuple_Check(args[4])) {
        PyErr_SetString(PyExc_TypeError, "may_be_lines(text, blocks, seen, words, kinds, most)");
        return NULL;
    }
    wanted.object = args[0];
    wanted.words = args[3];
    wanted.kinds = args[4];
    wanted.most = PyNumber_AsSsize_t(args[5], PyExc_OverflowError);
    if (text_of(args[0], &wanted.text) < 0 || (wanted.most == -1 && PyErr_Occurred())) {
        return NULL;
    }
    return look_at(&wanted, args[1], args[2]);
}

PyMethodDef furniture_functions[] = {
    {"may_be_lines", (PyCFunction)(void (*)(void))may_be_lines, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
