/* Twins of functions in stylelint/text.py and stylelint/document.py: the text as rules see it. */
#include "native.h"

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
            Py_UCS4 other = folded(signs[j]);                                       \
            changed |= signs[j] ^ other;                                            \
            signs[j] = (type)other;                                                 \
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

#define PUT(type)                                                           \
    for (Py_ssize_t i = start; i < end; i++) {                              \
        Py_UCS4 c = ((type *)memory)[i], other = all || c == '\n' ? sign : c; \
        ((type *)memory)[i] = (type)other;                                  \
        changed |= c ^ other;                                               \
    }

/* Put a sign in the place of others in a stretch, of line ends or of all there is; tell whether it changed. */
static int put(int kind, void *memory, Py_ssize_t start, Py_ssize_t end, Py_UCS4 sign, int all)
{
    Py_UCS4 changed = 0;
    switch (kind) {
    case PyUnicode_1BYTE_KIND:
        PUT(Py_UCS1)
        break;
    case PyUnicode_2BYTE_KIND:
        PUT(Py_UCS2)
        break;
    default:
        PUT(Py_UCS4)
    }
    return changed != 0;
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
    int hidden = !has_role || is_code;
    *changed |= put(text->kind, memory, start, end, hidden ? OPAQUE : ' ', hidden);
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

PyMethodDef document_functions[] = {
    {"fold", fold, METH_O, NULL},
    {"folded_prose", (PyCFunction)(void (*)(void))folded_prose, METH_FASTCALL, NULL},
    {"in_roles", (PyCFunction)(void (*)(void))in_roles, METH_FASTCALL, NULL},
    {"saying", (PyCFunction)(void (*)(void))saying, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
