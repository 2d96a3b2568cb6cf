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
    if (view == NULL) {
        return NULL;
    }
    Py_UCS1 *plain = PyUnicode_1BYTE_DATA(view);
    Py_UCS4 before = 0;
    for (Py_ssize_t i = 0; i < text.size; i++) {
        Py_UCS4 c = at(&text, i);
        if ((c > 127 || before > 127) && changes(before, c)) {
            Py_DECREF(view);
            Py_RETURN_NONE;
        }
        plain[i] = c > 127 ? '?' : (Py_UCS1)c;
        before = c;
    }
    return view;
}

PyMethodDef places_functions[] = {
    {"ascii_view", ascii_view, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
