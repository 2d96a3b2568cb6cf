/* Twins of functions in stylelint/checks/broken_off.py. */
#include "letters.h"

#define LEAST 40 /* letters in the middle of a sentence of some length */

#define MAY_BE_ELLIPSIS(type, letter, next) \
    (((((next) & 0xFFFF) == 0x2026) & ((letter) != ' ')) | (((letter) == '.') & ((next) == '.')))

DEFINE_NEXT_PAIR(next_ellipsis, MAY_BE_ELLIPSIS)

static int is_lower(Py_UCS4 letter)
{
    return letter >= 'a' && letter <= 'z';
}

static int is_upper(Py_UCS4 letter)
{
    return letter >= 'A' && letter <= 'Z';
}

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
    return is_upper(at_or_none(text, place)) && is_lower(at_or_none(text, place + 1));
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

/* Where the last of the signs stands that end or part a sentence, or one place before the start. */
static Py_ssize_t last_stop(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    while (--end >= start) {
        Py_UCS4 c = at(text, end);
        if (c == '.' || c == '!' || c == '?' || c == 0x2026 || c == '"' || c == 0x2014 || c == ':' || c == '|' || c == '/') {
            break;
        }
    }
    return end;
}

/* runs_out(text, start, end) */
static PyObject *runs_out(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    (void)module;
    if (count != 3 || !PyLong_CheckExact(args[1]) || !PyLong_CheckExact(args[2])) {
        PyErr_SetString(PyExc_TypeError, "runs_out(text, start, end)");
        return NULL;
    }
    Py_ssize_t start = PyLong_AsSsize_t(args[1]), end = PyLong_AsSsize_t(args[2]);
    if (PyErr_Occurred() || text_of(args[0], &text) < 0) {
        return NULL;
    }
    start = start < 0 ? 0 : start;
    end = end > text.size ? text.size : end;
    Py_ssize_t last = end;
    while (last > start && is_lower(at(&text, last - 1))) {
        last--;
    }
    if (end - last < 2 || last <= start || (at(&text, last - 1) != ' ' && at(&text, last - 1) != '-')) {
        Py_RETURN_FALSE;
    }
    Py_ssize_t stop = last_stop(&text, start, last);
    return PyBool_FromLong(stop > start && at(&text, stop) == '.' && last - stop >= LEAST + 4
        && is_lower(at(&text, stop - 1)) && at(&text, stop + 1) == ' ' && is_upper(at(&text, stop + 2)));
}

PyMethodDef broken_off_functions[] = {
    {"ellipses", ellipses, METH_O, NULL},
    {"runs_out", (PyCFunction)(void (*)(void))runs_out, METH_FASTCALL, NULL},
    {"unfinished", (PyCFunction)(void (*)(void))unfinished, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
