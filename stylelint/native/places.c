/* Twins of functions in stylelint/readers/places.py. */
#include "native.h"

/* Tell whether to Markdown a character is punctuation, as "?" is, or known for what it is. */
static int is_known(Py_UCS4 c)
{
    switch (c) {
    case 0xAB: case 0xBB: case 0x2013: case 0x2014: case 0x2018: case 0x2019: case 0x201C: case 0x201D:
    case 0x2022: case 0x2026:
        return 1;
    default:
        return c < 128;
    }
}

static int is_emphasis(Py_UCS4 c)
{
    return c == '*' || c == '_' || c == '~';
}

/* Tell whether a "?" for what is not ASCII changes what two characters mean that stand side by side. */
static int changes(Py_UCS4 first, Py_UCS4 second)
{
    if (second > 127 && (first == '\\' || first == '<')) {
        return 1;
    }
    return (is_emphasis(first) && !is_known(second)) || (is_emphasis(second) && !is_known(first));
}

/* So many are looked at together, which compilers make one comparison of. */
#define TOGETHER 16

/* Write the characters that follow one another from an offset on and are of ASCII, as far as many at a time are. */
static inline Py_ssize_t write_plain(int kind, const void *data, Py_ssize_t i, Py_ssize_t size, Py_UCS1 *plain)
{
    for (; i + TOGETHER <= size; i += TOGETHER) {
        Py_UCS4 all = 0;
        for (int j = 0; j < TOGETHER; j++) {
            all |= PyUnicode_READ(kind, data, i + j);
        }
        if (all > 127) {
            break;
        }
        for (int j = 0; j < TOGETHER; j++) {
            plain[i + j] = (Py_UCS1)PyUnicode_READ(kind, data, i + j);
        }
    }
    return i;
}

/* Write a text with "?" for what is not ASCII; return 0 where that changes a meaning. */
static inline int write_view(int kind, const void *data, Py_ssize_t size, Py_UCS1 *plain)
{
    Py_UCS4 before = 0;
    for (Py_ssize_t i = 0; i < size; i++) {
        if (before < 128 && i % TOGETHER == 0) {
            Py_ssize_t next = write_plain(kind, data, i, size, plain);
            before = next > i ? plain[next - 1] : before;
            i = next;
            if (i == size) {
                break;
            }
        }
        Py_UCS4 c = PyUnicode_READ(kind, data, i);
        if ((c | before) > 127 && changes(before, c)) {
            return 0;
        }
        plain[i] = c > 127 ? '?' : (Py_UCS1)c;
        before = c;
    }
    return 1;
}

static int write_any(const Text *text, Py_UCS1 *plain)
{
    switch (text->kind) {
    case PyUnicode_1BYTE_KIND:
        return write_view(PyUnicode_1BYTE_KIND, text->data, text->size, plain);
    case PyUnicode_2BYTE_KIND:
        return write_view(PyUnicode_2BYTE_KIND, text->data, text->size, plain);
    default:
        return write_view(PyUnicode_4BYTE_KIND, text->data, text->size, plain);
    }
}

/* ascii_view(text) */
static PyObject *ascii_view(PyObject *module, PyObject *object)
{
    Text text;
    (void)module;
    if (text_of(object, &text) < 0) {
        return NULL;
    }
    if (PyUnicode_IS_ASCII(object)) {
        return Py_NewRef(object);
    }
    PyObject *view = PyUnicode_New(text.size, 127);
    if (view != NULL && !write_any(&text, PyUnicode_1BYTE_DATA(view))) {
        Py_SETREF(view, Py_NewRef(Py_None));
    }
    return view;
}

PyMethodDef places_functions[] = {
    {"ascii_view", ascii_view, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
