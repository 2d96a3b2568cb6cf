/* Twins of functions in stylelint/anatomy/quotes.py. */
#include "native.h"

static int is_mark(Py_UCS4 c)
{
    switch (c) {
    case '"': case '\'': case 0xAB: case 0xBB:
    case 0x2018: case 0x2019: case 0x201A: case 0x201B:
    case 0x201C: case 0x201D: case 0x201E: case 0x201F:
        return 1;
    default:
        return 0;
    }
}

static int is_inner(const Text *text, Py_ssize_t i)
{
    return i > 0 && i + 1 < text->size && Py_UNICODE_ISALNUM(at(text, i + 1))
        && Py_UNICODE_ISALNUM(at(text, i - 1));
}

/* find_marks(text, start=0, end=None) */
static PyObject *find_marks(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Py_ssize_t start, end;
    (void)module;
    if (count < 1 || count > 3) {
        PyErr_SetString(PyExc_TypeError, "find_marks(text, start, end)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0 || bounds_of(args + 1, count - 1, text.size, &start, &end) < 0) {
        return NULL;
    }
    PyObject *places = PyList_New(0);
    for (Py_ssize_t i = start; places != NULL && i < end; i++) {
        Py_UCS4 c = at(&text, i);
        if (is_mark(c) && !((c == '\'' || c == 0x2019) && is_inner(&text, i))
            && append_number(places, i) < 0) {
            Py_CLEAR(places);
        }
    }
    return places;
}

PyMethodDef quotes_functions[] = {
    {"find_marks", (PyCFunction)(void (*)(void))find_marks, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
