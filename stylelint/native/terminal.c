/* Twin of a function in stylelint/reporters/terminal.py. */
#include "native.h"

/* Whether a character is one of those that `_NARROW` has. */
static int takes_one_column(Py_UCS4 c)
{
    return c < 0x300 ? c != 0xAD : (c >= 0x2010 && c <= 0x2027) || (c >= 0x20A0 && c <= 0x20BF);
}

/* is_narrow(text) */
static PyObject *is_narrow(PyObject *module, PyObject *object)
{
    Text text;
    Py_ssize_t i = 0;
    (void)module;
    if (text_of(object, &text) < 0) {
        return NULL;
    }
    while (!PyUnicode_IS_ASCII(object) && i < text.size && takes_one_column(at(&text, i))) {
        i++;
    }
    return PyBool_FromLong(PyUnicode_IS_ASCII(object) || i == text.size);
}

PyMethodDef terminal_functions[] = {
    {"is_narrow", is_narrow, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
