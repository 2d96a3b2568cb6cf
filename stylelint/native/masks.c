/* Twins of functions in stylelint/readers/masks.py. */
#include "reading.h"

#define BACK 200 /* so far before a region the address of a link begins at most */

/* Return where a sign, which is not empty, stands from an offset on; -1 where it does not, or with an exception.
   Its first letter is looked for, and then the rest. */
static Py_ssize_t sign_at(PyObject *object, const Text *sign, Py_ssize_t start)
{
    Text text;
    if (text_of(object, &text) < 0) {
        return -1;
    }
    Py_ssize_t last = text.size - sign->size;
    while (start <= last) {
        start = PyUnicode_FindChar(object, at(sign, 0), start, last + 1, 1);
        if (start < 0) {
            return -1;
        }
        Py_ssize_t k = 1;
        while (k < sign->size && at(&text, start + k) == at(sign, k)) {
            k++;
        }
        if (k == sign->size) {
            return start;
        }
        start++;
    }
    return -1;
}

/* Return where a sign last begins in text[start:end], at least at the start. */
static Py_ssize_t last_sign(const Text *text, const Text *sign, Py_ssize_t start, Py_ssize_t end)
{
    for (Py_ssize_t i = end - sign->size; i > start; i--) {
        Py_ssize_t k = 0;
        while (k < sign->size && at(text, i + k) == at(sign, k)) {
            k++;
        }
        if (k == sign->size) {
            return i;
        }
    }
    return start;
}

static int has_blank_line(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    int blank = 0;
    for (Py_ssize_t i = start; i < end; i++) {
        Py_UCS4 c = at(text, i);
        if (c == '\n' && blank) {
            return 1;
        }
        blank = c == '\n' || (blank && Py_UNICODE_ISSPACE(c));
    }
    return 0;
}

int find_between(PyObject *source, const Text *signs, Py_ssize_t longest, Py_ssize_t start, PyObject *found)
{
    Text text;
    if (text_of(source, &text) < 0) {
        return -1;
    }
    Py_ssize_t i = sign_at(source, &signs[0], start), end;
    while (i >= 0 && (end = sign_at(source, &signs[1], i + signs[0].size)) >= 0) {
        i = last_sign(&text, &signs[0], i, end);
        end += signs[1].size;
        if (end - i <= longest && !has_blank_line(&text, i, end) && append_taken(found, pair_made(i, end)) < 0) {
            return -1;
        }
        i = sign_at(source, &signs[0], end);
    }
    return PyErr_Occurred() ? -1 : 0;
}

int read_between(PyObject *const *args, Py_ssize_t count, Text *signs, Py_ssize_t *longest, Py_ssize_t *start)
{
    if (count != 5 || !PyLong_CheckExact(args[3]) || !PyLong_CheckExact(args[4])) {
        PyErr_SetString(PyExc_TypeError, "a source, two signs, the longest span and a start are wanted");
        return -1;
    }
    *longest = PyLong_AsSsize_t(args[3]);
    *start = PyLong_AsSsize_t(args[4]);
    if (PyErr_Occurred() || text_of(args[1], &signs[0]) < 0 || text_of(args[2], &signs[1]) < 0) {
        return -1;
    }
    if (*start < 0 || !signs[0].size || !signs[1].size) {
        PyErr_SetString(PyExc_ValueError, "signs, and a place to begin, are wanted");
        return -1;
    }
    return 0;
}

/* between(source, opening, closing, longest, start) */
static PyObject *between(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text signs[2];
    Py_ssize_t longest, start;
    (void)module;
    if (read_between(args, count, signs, &longest, &start) < 0) {
        return NULL;
    }
    PyObject *found = PyList_New(0);
    if (found != NULL && find_between(args[0], signs, longest, start, found) < 0) {
        Py_CLEAR(found);
    }
    return found;
}

/* Tell whether text[start:end] ends in "](" and no more than the beginning of an address. */
static int is_linked(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t i = end;
    while (i > start && at(text, i - 1) != '(' && at(text, i - 1) != ')' && !Py_UNICODE_ISSPACE(at(text, i - 1))) {
        i--;
    }
    return i > start + 1 && at(text, i - 1) == '(' && at(text, i - 2) == ']';
}

/* Tell whether the last line of text[start:end] is the label of a link, and no more than the beginning of an
   address. */
static int is_labelled(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t i = end, first;
    while (i > start && at(text, i - 1) != '\n') {
        i--;
    }
    for (first = i; i < end && i < first + 3 && at(text, i) == ' '; i++) {
    }
    if (i == end || at(text, i) != '[') {
        return 0;
    }
    for (first = ++i; i < end && at(text, i) != ']'; i++) {
    }
    if (i == first || i + 1 >= end || at(text, i + 1) != ':') {
        return 0;
    }
    for (i += 2; i < end && (at(text, i) == ' ' || at(text, i) == '\t'); i++) {
    }
    while (i < end && !Py_UNICODE_ISSPACE(at(text, i))) {
        i++;
    }
    return i == end;
}

/* Tell whether a place stands in the address of a link. */
static int is_address(const Text *text, Py_ssize_t end)
{
    Py_ssize_t start = end > BACK ? end - BACK : 0;
    return is_linked(text, start, end) || is_labelled(text, start, end);
}

/* in_address(source, end) */
static PyObject *in_address(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    (void)module;
    if (count != 2 || !PyLong_CheckExact(args[1])) {
        PyErr_SetString(PyExc_TypeError, "in_address(source, end)");
        return NULL;
    }
    Py_ssize_t end = PyLong_AsSsize_t(args[1]);
    if (PyErr_Occurred() || text_of(args[0], &text) < 0) {
        return NULL;
    }
    if (end < 0 || end > text.size) {
        PyErr_SetString(PyExc_ValueError, "the end lies outside of the source");
        return NULL;
    }
    return PyBool_FromLong(is_address(&text, end));
}

/* A source that regions are blotted out in, and a copy of it, of the same kind. */
typedef struct {
    Text text;
    void *copy;
} View;

static void put(View *view, Py_ssize_t i, Py_UCS4 c)
{
    PyUnicode_WRITE(view->text.kind, view->copy, i, c);
}

/* Put blanks for whole lines, after what the parser is to see at their beginning. */
static int blot_lines(View *view, PyObject *opens, Py_ssize_t i, Py_ssize_t end)
{
    Text opening;
    if (text_of(opens, &opening) < 0) {
        return -1;
    }
    if (!PyUnicode_IS_ASCII(opens) || opening.size > end - i) {
        PyErr_SetString(PyExc_ValueError, "what opens a region is of ASCII, and no longer than it");
        return -1;
    }
    for (Py_ssize_t k = 0; k < opening.size; k++) {
        put(view, i++, at(&opening, k));
    }
    for (; i < end; i++) {
        if (at(&view->text, i) != '\n' && at(&view->text, i) != '\r') {
            put(view, i, ' ');
        }
    }
    return 0;
}

/* Tell whether an address goes on from one place to another. */
static int goes_on(const Text *text, Py_ssize_t i, Py_ssize_t end)
{
    while (i < end && at(text, i) != '(' && at(text, i) != ')' && !Py_UNICODE_ISSPACE(at(text, i))) {
        i++;
    }
    return i == end;
}

/* Blot out one region; `address` is where the address ends that goes on there, -1 where none does. */
static int blot(View *view, PyObject *region, Py_ssize_t *last, Py_ssize_t *address)
{
    Py_ssize_t start, end;
    if (!PyTuple_Check(region) || PyTuple_GET_SIZE(region) != REGION_FIELDS) {
        PyErr_SetString(PyExc_TypeError, "a region is wanted");
        return -1;
    }
    int lines = PyObject_IsTrue(PyTuple_GET_ITEM(region, REGION_LINES));
    if (lines < 0 || span_of(region, view->text.size, &start, &end) < 0) {
        return -1;
    }
    if (start < *last) {
        PyErr_SetString(PyExc_ValueError, "regions are wanted in order, and apart from one another");
        return -1;
    }
    int on = *address >= 0 && goes_on(&view->text, *address, start);
    *address = on || is_address(&view->text, start) ? end : -1;
    *last = end;
    for (Py_ssize_t i = start; !lines && i < end; i++) {
        put(view, i, *address >= 0 ? 'x' : 0x1A);
    }
    return lines ? blot_lines(view, PyTuple_GET_ITEM(region, REGION_OPENS), start, end) : 0;
}

/* Return a source with regions blotted out, a new reference; NULL with an exception. */
static PyObject *blot_all(View *view, PyObject *spans, Py_ssize_t start)
{
    Py_ssize_t last = start, address = -1;
    memcpy(view->copy, view->text.data, (size_t)view->text.size * view->text.kind);
    for (Py_ssize_t i = 0; i < start; i++) {
        put(view, i, '\n');
    }
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(spans); i++) {
        if (blot(view, PyList_GET_ITEM(spans, i), &last, &address) < 0) {
            return NULL;
        }
    }
    return PyUnicode_FromKindAndData(view->text.kind, view->copy, view->text.size);
}

/* blotted(source, spans, start) */
static PyObject *blotted(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    View view;
    (void)module;
    if (count != 3 || !PyList_Check(args[1]) || !PyLong_CheckExact(args[2])) {
        PyErr_SetString(PyExc_TypeError, "blotted(source, spans, start)");
        return NULL;
    }
    Py_ssize_t start = PyLong_AsSsize_t(args[2]);
    if (PyErr_Occurred() || text_of(args[0], &view.text) < 0) {
        return NULL;
    }
    if (start < 0 || start > view.text.size) {
        PyErr_SetString(PyExc_ValueError, "the start lies outside of the source");
        return NULL;
    }
    view.copy = PyMem_Malloc(view.text.size ? (size_t)view.text.size * view.text.kind : 1);
    if (view.copy == NULL) {
        return PyErr_NoMemory();
    }
    PyObject *made = blot_all(&view, args[1], start);
    PyMem_Free(view.copy);
    return made;
}

PyMethodDef masks_functions[] = {
    {"blotted", (PyCFunction)(void (*)(void))blotted, METH_FASTCALL, NULL},
    {"in_address", (PyCFunction)(void (*)(void))in_address, METH_FASTCALL, NULL},
    {"between", (PyCFunction)(void (*)(void))between, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
