/* Twins of functions in stylelint/checks/broken_off.py. */
#include "letters.h"

#define MAY_BE_ELLIPSIS(type, letter, next) \
    (((((next) & 0xFFFF) == 0x2026) & ((letter) != ' ')) | (((letter) == '.') & ((next) == '.')))

DEFINE_NEXT_PAIR(next_ellipsis, MAY_BE_ELLIPSIS)

/* Where an ellipsis ends, or where it begins where there is none. */
static Py_ssize_t end_of_ellipsis(const Text *text, Py_ssize_t start)
{
    Py_ssize_t end = start;
    if (at(text, start) == 0x2026) {
        return start + 1;
    }
    while (at_or_none(text, end) == '.') {
        end++;
    }
    return end - start < 3 ? start : end;
}

/* Whether a line ends at a place, or a capitalised word begins after blanks and perhaps a quotation mark. */
static int stops_at(const Text *text, Py_ssize_t place)
{
    if (place == text->size || at(text, place) == '\n') {
        return 1;
    }
    while (at_or_none(text, place) == ' ') {
        place++;
    }
    place += at_or_none(text, place) == '"';
    Py_UCS4 first = at_or_none(text, place), second = at_or_none(text, place + 1);
    return first >= 'A' && first <= 'Z' && second >= 'a' && second <= 'z';
}

/* ellipses(text) */
static PyObject *ellipses(PyObject *module, PyObject *given)
{
    Text text;
    (void)module;
    if (text_of(given, &text) < 0) {
        return NULL;
    }
    PyObject *found = PyList_New(0);
    Py_ssize_t place = 0;
    while (found != NULL && (place = next_ellipsis(&text, place, text.size)) < text.size) {
        Py_ssize_t start = place + (at(&text, place + 1) != '.'), end = end_of_ellipsis(&text, start);
        if (end > start && stops_at(&text, end) && append_number(found, start) < 0) {
            Py_CLEAR(found);
        }
        place = end > start ? end - 1 : start + 1;
    }
    return found;
}

/* Whether a block is as long as wanted, ends in a letter or a figure, and does not go on in lower case right below:
   1 or 0, or -1 with an exception. */
static int is_unfinished(const Text *text, PyObject *block, Py_ssize_t shortest)
{
    Py_ssize_t start, end;
    if (span_of(block, text->size, &start, &end) < 0) {
        return -1;
    }
    return end > start && end - start >= shortest && Py_UNICODE_ISALNUM(at(text, end - 1))
        && !(at_or_none(text, end) == '\n' && Py_UNICODE_ISLOWER(at_or_none(text, end + 1)));
}

/* unfinished(text, blocks, roles, shortest) */
static PyObject *unfinished(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    (void)module;
    if (count != 4 || !PyTuple_Check(args[1]) || !(args[2] == Py_None || PyAnySet_Check(args[2]))
        || !PyLong_CheckExact(args[3])) {
        PyErr_SetString(PyExc_TypeError, "unfinished(text, blocks, roles, shortest)");
        return NULL;
    }
    Py_ssize_t shortest = PyLong_AsSsize_t(args[3]);
    if ((shortest == -1 && PyErr_Occurred()) || text_of(args[0], &text) < 0) {
        return NULL;
    }
    PyObject *found = PyList_New(0);
    for (Py_ssize_t i = 0; found != NULL && i < PyTuple_GET_SIZE(args[1]); i++) {
        PyObject *block = PyTuple_GET_ITEM(args[1], i), *role = role_of(block);
        int wanted = role == NULL ? -1 : is_unfinished(&text, block, shortest);
        if (wanted > 0 && args[2] != Py_None) {
            wanted = PySet_Contains(args[2], role);
        }
        if (wanted < 0 || (wanted && PyList_Append(found, block) < 0)) {
            Py_CLEAR(found);
        }
    }
    return found;
}

PyMethodDef broken_off_functions[] = {
    {"ellipses", ellipses, METH_O, NULL},
    {"unfinished", (PyCFunction)(void (*)(void))unfinished, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
