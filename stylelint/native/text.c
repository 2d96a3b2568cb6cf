/* Twins of functions in stylelint/text.py and stylelint/readers/text.py. */
#include "letters.h"
#include "reading.h"

#define MOST 64 /* signs that are looked for at the same time */

/* What ends a line or a page; a tab now and then, and what else no text has. */
#define MAY_END(type, letter) (((letter) <= 0x0D) | ((letter) == 0x85) | (((letter) & (type)~1) == 0x2028))

DEFINE_NEXT(next_end, MAY_END)

/* Return where the line ends that goes on at an offset; of "\r\n" only the second counts. */
static Py_ssize_t line_end(const Text *text, Py_ssize_t i)
{
    for (; (i = next_end(text, i, text->size)) < text->size; i++) {
        Py_UCS4 c = at(text, i);
        if (c == '\n' || c == 0x0C || c > 0x0D || (c == '\r' && at_or_none(text, i + 1) != '\n')) {
            break;
        }
    }
    return i;
}

/* Tell whether a character is not seen. */
static inline int is_blank(Py_UCS4 c)
{
    return Py_UNICODE_ISSPACE(c) || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

/* Take in a line; return 1 where something stands in it, 0 where not, -1 with an exception. */
static int take_line(const Text *text, Py_ssize_t start, Py_ssize_t end, PyTypeObject *span, PyObject *spans)
{
    while (start < end && is_blank(at(text, start))) {
        start++;
    }
    while (end > start && is_blank(at(text, end - 1))) {
        end--;
    }
    if (start == end) {
        return 0;
    }
    return append_taken(spans, span_made(span, start, end)) < 0 ? -1 : 1;
}

static int take_lines(const Text *text, PyTypeObject *span, PyObject *spans, PyObject *follows)
{
    Py_ssize_t start = 0;
    int before = 0;
    while (start <= text->size) {
        Py_ssize_t end = line_end(text, start);
        int taken = take_line(text, start, end, span, spans);
        if (taken < 0 || (taken && before && append_number(follows, PyList_GET_SIZE(spans) - 1) < 0)) {
            return -1;
        }
        before = taken;
        start = end + 1;
    }
    return 0;
}

/* stretches(source) */
static PyObject *stretches(PyObject *module, PyObject *source)
{
    Text text;
    PyObject *result = NULL;
    if (text_of(source, &text) < 0) {
        return NULL;
    }
    PyTypeObject *span = class_of(module, SPAN);
    PyObject *spans = PyList_New(0), *follows = PyList_New(0);
    if (span != NULL && spans != NULL && follows != NULL && take_lines(&text, span, spans, follows) == 0) {
        result = PyTuple_Pack(2, spans, follows);
    }
    Py_XDECREF(spans);
    Py_XDECREF(follows);
    return result;
}

/* Return a block for a span, in the role of a paragraph. */
static PyObject *paragraph(PyTypeObject *block, PyObject *span, PyObject *kind, PyObject *empty)
{
    if (!PyTuple_Check(span) || PyTuple_GET_SIZE(span) != 2) {
        PyErr_SetString(PyExc_TypeError, "a span is wanted");
        return NULL;
    }
    PyObject *level = PyLong_FromLong(0), *made = NULL;
    if (level != NULL) {
        made = PyTuple_Pack(8, PyTuple_GET_ITEM(span, 0), PyTuple_GET_ITEM(span, 1), kind, kind, span, level,
                            empty, empty);
    }
    Py_XDECREF(level);
    return of_class(block, made);
}

/* paragraphs(spans) */
static PyObject *paragraphs(PyObject *module, PyObject *spans)
{
    if (!PyList_Check(spans)) {
        PyErr_SetString(PyExc_TypeError, "a list is wanted");
        return NULL;
    }
    PyTypeObject *block = class_of(module, BLOCK);
    PyObject *kind = PyUnicode_InternFromString("paragraph"), *empty = PyUnicode_New(0, 0);
    PyObject *blocks = block && kind && empty ? PyTuple_New(PyList_GET_SIZE(spans)) : NULL;
    for (Py_ssize_t i = 0; blocks != NULL && i < PyTuple_GET_SIZE(blocks); i++) {
        PyObject *made = paragraph(block, PyList_GET_ITEM(spans, i), kind, empty);
        if (made == NULL) {
            Py_CLEAR(blocks);
        } else {
            PyTuple_SET_ITEM(blocks, i, made);
        }
    }
    Py_XDECREF(kind);
    Py_XDECREF(empty);
    return blocks;
}

/* Signs that are looked for at the same time, and those that have been found, a bit for each. */
typedef struct {
    Text sign[MOST];
    int count;
    uint64_t opens[128]; /* by the character that they begin with */
    uint64_t found;
} Signs;

static int take_signs(PyObject *given, Signs *signs)
{
    signs->count = (int)PyTuple_GET_SIZE(given);
    for (int k = 0; k < signs->count; k++) {
        Text *sign = &signs->sign[k];
        if (text_of(PyTuple_GET_ITEM(given, k), sign) < 0) {
            return -1;
        }
        if (!sign->size || at(sign, 0) > 127) {
            PyErr_SetString(PyExc_ValueError, "a sign begins with a character of ASCII");
            return -1;
        }
        signs->opens[at(sign, 0)] |= UINT64_C(1) << k;
    }
    return 0;
}

/* Return the next offset at which a sign may begin. */
static inline Py_ssize_t pass_others(int kind, const void *data, Py_ssize_t i, Py_ssize_t size, const uint64_t *opens)
{
    while (i < size && (PyUnicode_READ(kind, data, i) > 127 || !opens[PyUnicode_READ(kind, data, i)])) {
        i++;
    }
    return i;
}

static Py_ssize_t next_opening(const Text *text, Py_ssize_t i, const uint64_t *opens)
{
    switch (text->kind) {
    case PyUnicode_1BYTE_KIND:
        return pass_others(PyUnicode_1BYTE_KIND, text->data, i, text->size, opens);
    case PyUnicode_2BYTE_KIND:
        return pass_others(PyUnicode_2BYTE_KIND, text->data, i, text->size, opens);
    default:
        return pass_others(PyUnicode_4BYTE_KIND, text->data, i, text->size, opens);
    }
}

static int stands(const Text *text, Py_ssize_t i, const Text *sign)
{
    Py_ssize_t same = 1;
    while (same < sign->size && i + same < text->size && at(text, i + same) == at(sign, same)) {
        same++;
    }
    return same == sign->size;
}

static void find_signs(const Text *text, Signs *signs)
{
    for (Py_ssize_t i = 0; (i = next_opening(text, i, signs->opens)) < text->size; i++) {
        uint64_t *open = &signs->opens[at(text, i)];
        for (int k = 0; *open >> k; k++) {
            if (*open >> k & 1 && stands(text, i, &signs->sign[k])) {
                signs->found |= UINT64_C(1) << k;
                *open &= ~(UINT64_C(1) << k);
            }
            if (k == MOST - 1) {
                break;
            }
        }
    }
}

/* signs_in(text, signs) */
static PyObject *signs_in(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Signs signs = {.count = 0};
    (void)module;
    if (count != 2 || !PyTuple_Check(args[1]) || PyTuple_GET_SIZE(args[1]) > MOST) {
        PyErr_SetString(PyExc_TypeError, "signs_in(text, signs)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0 || take_signs(args[1], &signs) < 0) {
        return NULL;
    }
    find_signs(&text, &signs);
    PyObject *found = PySet_New(NULL);
    for (int k = 0; found != NULL && k < signs.count; k++) {
        if (signs.found >> k & 1 && PySet_Add(found, PyTuple_GET_ITEM(args[1], k)) < 0) {
            Py_CLEAR(found);
        }
    }
    return found;
}

PyMethodDef text_functions[] = {
    {"signs_in", (PyCFunction)(void (*)(void))signs_in, METH_FASTCALL, NULL},
    {"stretches", stretches, METH_O, NULL},
    {"paragraphs", paragraphs, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
