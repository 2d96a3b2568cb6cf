/* Twin of a function in stylelint/checks/_brackets.py. */
#include "letters.h"

#include <string.h>

/* Braces are brackets with one bit more; nobody minds other signs with that bit. */
#define IS_BRACKET(type, letter) \
    (WITHIN(type, letter, '(', ')') | (((letter) & (type)~0x20) == '[') | (((letter) & (type)~0x20) == ']'))

DEFINE_NEXT(next_bracket, IS_BRACKET)

static char opens_with(Py_UCS4 closing)
{
    return closing == ')' ? '(' : closing == ']' ? '[' : closing == '}' ? '{' : 0;
}

/* Whether all brackets pair, 1 or 0, or -1 with an exception; those that stand open are kept in `open`. */
static int pairs(const Text *text, char **open)
{
    const char *letters = text->data;
    Py_ssize_t depth = 0, room = 0, last = 0;
    for (Py_ssize_t i = 0; (i = next_bracket(text, i, text->size)) < text->size; i++) {
        char opening = opens_with(at(text, i));
        if (depth > 0 && memchr(letters + last, '\n', (size_t)(i - last)) != NULL) {
            return 0;
        }
        last = i;
        if (opening != 0) {
            if (depth == 0 || (*open)[--depth] != opening) {
                return 0;
            }
            continue;
        }
        if (depth == room) {
            char *moved = grown(*open, &room, depth + 1, sizeof **open);
            if (moved == NULL) {
                return -1;
            }
            *open = moved;
        }
        (*open)[depth++] = letters[i];
    }
    return depth == 0;
}

/* is_nested(data) */
static PyObject *is_nested(PyObject *module, PyObject *given)
{
    char *open = NULL;
    (void)module;
    if (!PyBytes_CheckExact(given)) {
        PyErr_SetString(PyExc_TypeError, "bytes are wanted");
        return NULL;
    }
    Text text = {PyUnicode_1BYTE_KIND, PyBytes_AS_STRING(given), PyBytes_GET_SIZE(given)};
    int found = pairs(&text, &open);
    PyMem_Free(open);
    return found < 0 ? NULL : PyBool_FromLong(found);
}

PyMethodDef brackets_functions[] = {
    {"is_nested", is_nested, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
