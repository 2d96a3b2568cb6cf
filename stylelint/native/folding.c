/* Twins of functions in stylelint/text.py and stylelint/document.py: the text as rules see it. */
#include "letters.h"

#include <string.h>

#define OPAQUE 0x1A

/* Between these stand nearly all, which stay as they are. */
#define FIRST_PLAIN 0x0E
#define LAST_PLAIN 0x84

/* So many are looked at together, which compilers make one comparison of. */
#define TOGETHER 16

static Py_UCS4 folded(Py_UCS4 c)
{
    switch (c) {
    case 0x2BC: case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0xFF07:
        return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: case 0xFF02:
        return '"';
    case '\t': case '\v': case 0xA0: case 0x202F: case 0x205F: case 0x3000:
    case 0x2000: case 0x2001: case 0x2002: case 0x2003: case 0x2004: case 0x2005:
    case 0x2006: case 0x2007: case 0x2008: case 0x2009: case 0x200A:
        return ' ';
    case '\f': case '\r': case 0x85: case 0x2028: case 0x2029:
        return '\n';
    case 0x2010: case 0x2011:
        return '-';
    default:
        return c;
    }
}

#define FOLD(type)                                                                  \
    for (Py_ssize_t i = 0; i < text->size; i++) {                                   \
        type *signs = (type *)into + i;                                             \
        if (i + TOGETHER <= text->size) {                                           \
            type odd = 0;                                                           \
            for (int j = 0; j < TOGETHER; j++) {                                    \
                odd |= (type)(signs[j] - FIRST_PLAIN) > LAST_PLAIN - FIRST_PLAIN;   \
            }                                                                       \
            if (!odd) {                                                             \
                i += TOGETHER - 1;                                                  \
                continue;                                                           \
            }                                                                       \
        }                                                                           \
        for (int j = 0; j < TOGETHER && i + j < text->size; j++) {                  \
            if ((type)(signs[j] - FIRST_PLAIN) > LAST_PLAIN - FIRST_PLAIN) {        \
                Py_UCS4 other = folded(signs[j]);                                   \
                changed |= signs[j] ^ other;                                        \
                signs[j] = (type)other;                                             \
            }                                                                       \
        }                                                                           \
        i += TOGETHER - 1;                                                          \
    }

/* Write a text folded, in its own kind; tell whether it is another one now. */
static int fold_into(const Text *text, void *into)
{
    Py_UCS4 changed = 0;
    memcpy(into, text->data, (size_t)text->size * text->kind);
    switch (text->kind) {
    case PyUnicode_1BYTE_KIND:
        FOLD(Py_UCS1)
        break;
    case PyUnicode_2BYTE_KIND:
        FOLD(Py_UCS2)
        break;
    default:
        FOLD(Py_UCS4)
    }
    return changed != 0;
}

/* Read a string as a text, and fold it into memory that is the caller's to free; NULL with an exception. */
static void *fold_text(PyObject *string, Text *text, int *changed)
{
    if (text_of(string, text) < 0) {
        return NULL;
    }
    void *into = PyMem_Malloc(text->size ? (size_t)text->size * text->kind : 1);
    if (into == NULL) {
        return PyErr_NoMemory();
    }
    *changed = fold_into(text, into);
    text->data = into;
    return into;
}

/* Return the string itself, where it has not changed, or a new one; the memory is freed. */
static PyObject *made_of(PyObject *string, const Text *text, void *memory, int changed)
{
    PyObject *made = changed ? PyUnicode_FromKindAndData(text->kind, memory, text->size) : Py_NewRef(string);
    PyMem_Free(memory);
    return made;
}

/* fold(text) */
static PyObject *fold(PyObject *module, PyObject *string)
{
    Text text;
    int changed;
    (void)module;
    void *memory = fold_text(string, &text, &changed);
    return memory == NULL ? NULL : made_of(string, &text, memory, changed);
}

#define IS_FEED(type, letter) ((letter) == '\n')

DEFINE_NEXT(next_feed, IS_FEED)

/* Put a blank in the place of each line end in a stretch; tell whether there was one. */
static int join_lines(const Text *text, void *memory, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t first = next_feed(text, start, end);
    for (Py_ssize_t i = first; i < end; i = next_feed(text, i, end)) {
        PyUnicode_WRITE(text->kind, memory, i, ' ');
    }
    return first < end;
}

/* Hide a stretch; tell whether there was any of it. */
static int hide(const Text *text, void *memory, Py_ssize_t start, Py_ssize_t end)
{
    for (Py_ssize_t i = start; i < end; i++) {
        PyUnicode_WRITE(text->kind, memory, i, OPAQUE);
    }
    return start < end;
}

/* Read a place, which may lie outside the text: then it is the nearest in it. */
static int place_in(PyObject *number, Py_ssize_t size, Py_ssize_t *place)
{
    if (!PyLong_Check(number)) {
        PyErr_SetString(PyExc_TypeError, "places are wanted");
        return -1;
    }
    Py_ssize_t found = PyNumber_AsSsize_t(number, NULL);
    if (found == -1 && PyErr_Occurred()) {
        return -1;
    }
    *place = found < 0 ? 0 : found > size ? size : found;
    return 0;
}

/* Make a block one line, or hide it where it is code; hide a span, which has no role. */
static int put_one(PyObject *span, int has_role, const Text *text, void *memory, int *changed)
{
    Py_ssize_t start, end, size = PyTuple_Check(span) ? PyTuple_GET_SIZE(span) : 0;
    if (has_role ? size < 4 : size != 2) {
        PyErr_SetString(PyExc_TypeError, "blocks and spans are wanted");
        return -1;
    }
    if (place_in(PyTuple_GET_ITEM(span, 0), text->size, &start) < 0
        || place_in(PyTuple_GET_ITEM(span, 1), text->size, &end) < 0) {
        return -1;
    }
    PyObject *role = has_role ? PyTuple_GET_ITEM(span, 3) : NULL;
    int is_code = role != NULL && PyUnicode_Check(role) && PyUnicode_CompareWithASCIIString(role, "code") == 0;
    *changed |= !has_role || is_code ? hide(text, memory, start, end) : join_lines(text, memory, start, end);
    return 0;
}

static int put_all(PyObject *spans, int have_roles, const Text *text, void *memory, int *changed)
{
    PyObject *all = PySequence_Fast(spans, "a sequence is wanted");
    int failed = all == NULL;
    for (Py_ssize_t i = 0; !failed && i < PySequence_Fast_GET_SIZE(all); i++) {
        failed = put_one(PySequence_Fast_GET_ITEM(all, i), have_roles, text, memory, changed);
    }
    Py_XDECREF(all);
    return failed ? -1 : 0;
}

/* folded_prose(prose, blocks, opaque) */
static PyObject *folded_prose(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    int changed;
    (void)module;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "folded_prose(prose, blocks, opaque)");
        return NULL;
    }
    void *memory = fold_text(args[0], &text, &changed);
    if (memory == NULL) {
        return NULL;
    }
    if (put_all(args[1], 1, &text, memory, &changed) < 0 || put_all(args[2], 0, &text, memory, &changed) < 0) {
        PyMem_Free(memory);
        return NULL;
    }
    return made_of(args[0], &text, memory, changed);
}

PyMethodDef folding_functions[] = {
    {"fold", fold, METH_O, NULL},
    {"folded_prose", (PyCFunction)(void (*)(void))folded_prose, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
