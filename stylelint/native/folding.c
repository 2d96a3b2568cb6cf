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

/* Fold a text where it stands, which nobody else knows yet; tell whether it is another one now. */
static int fold_in_place(const Text *text, void *into)
{
    Py_UCS4 changed = 0;
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

/* Return a copy of a string, which is to be changed before anybody else knows it, and its text; NULL with an exception. */
static PyObject *copy_of(PyObject *string, Text *text)
{
    if (text_of(string, text) < 0) {
        return NULL;
    }
    PyObject *copy = PyUnicode_New(text->size, PyUnicode_MAX_CHAR_VALUE(string));
    if (copy != NULL && text->size != 0) {
        memcpy(PyUnicode_DATA(copy), text->data, (size_t)text->size * text->kind);
        text->data = PyUnicode_DATA(copy);
    }
    return copy;
}

#define IS_WIDE(type, letter) ((letter) > (sizeof(type) == 1 ? 0x7F : sizeof(type) == 2 ? 0xFF : 0xFFFF))

DEFINE_NEXT(next_wide, IS_WIDE)

/* Return a string itself, where its copy has not changed, or the copy, which is given away: with as few bytes a letter as
   Python wants.  NULL with an exception. */
static PyObject *made_of(PyObject *string, PyObject *copy, const Text *text, int changed)
{
    PyObject *made;
    if (!changed) {
        made = Py_NewRef(string);
    } else if (PyUnicode_IS_ASCII(copy) || next_wide(text, 0, text->size) < text->size) {
        made = Py_NewRef(copy);
    } else {
        made = PyUnicode_FromKindAndData(text->kind, text->data, text->size);
    }
    Py_DECREF(copy);
    return made;
}

/* fold(text) */
static PyObject *fold(PyObject *module, PyObject *string)
{
    Text text;
    (void)module;
    PyObject *copy = copy_of(string, &text);
    return copy == NULL ? NULL : made_of(string, copy, &text, fold_in_place(&text, PyUnicode_DATA(copy)));
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

/* blot(text, spans) */
static PyObject *blot(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    int changed = 0;
    (void)module;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "blot(text, spans)");
        return NULL;
    }
    PyObject *copy = copy_of(args[0], &text);
    if (copy != NULL && put_all(args[1], 0, &text, PyUnicode_DATA(copy), &changed) < 0) {
        Py_CLEAR(copy);
    }
    return copy == NULL ? NULL : made_of(args[0], copy, &text, changed);
}

/* folded_prose(prose, blocks, opaque) */
static PyObject *folded_prose(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    (void)module;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "folded_prose(prose, blocks, opaque)");
        return NULL;
    }
    PyObject *copy = copy_of(args[0], &text);
    if (copy == NULL) {
        return NULL;
    }
    void *memory = PyUnicode_DATA(copy);
    int changed = fold_in_place(&text, memory);
    if (put_all(args[1], 1, &text, memory, &changed) < 0 || put_all(args[2], 0, &text, memory, &changed) < 0) {
        Py_DECREF(copy);
        return NULL;
    }
    return made_of(args[0], copy, &text, changed);
}

PyMethodDef folding_functions[] = {
    {"blot", (PyCFunction)(void (*)(void))blot, METH_FASTCALL, NULL},
    {"fold", fold, METH_O, NULL},
    {"folded_prose", (PyCFunction)(void (*)(void))folded_prose, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
