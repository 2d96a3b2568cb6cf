/* Twins of functions in stylelint/checks/_forms.py. */
#include "native.h"

enum { CHAINS = 256, BEGINS = 1, JOINS = 2 };

/* Forms by their first two letters: the first form of a chain, and for each the next one, -1 at the end. */
typedef struct {
    Text *forms, before, after;
    Py_ssize_t *next;
    Py_ssize_t first[CHAINS];
    unsigned char marks[128]; /* of a letter of ASCII: whether a form begins with it, whether it joins what follows */
    int capitals;             /* whether all forms begin with capitals of ASCII */
} Forms;

static int joins(const Text *signs, Py_UCS4 c)
{
    int joined = is_word(c);
    for (Py_ssize_t i = 0; !joined && i < signs->size; i++) {
        joined = at(signs, i) == c;
    }
    return joined;
}

/* The chain of what begins at a place; a second letter counts only where it belongs to the word. */
static Py_ssize_t chain_of(const Text *text, Py_ssize_t start)
{
    Py_UCS4 second = at_or_none(text, start + 1);
    return (at(text, start) * 31 + (is_word(second) ? second : 0)) % CHAINS;
}

static int stands(const Text *text, Py_ssize_t start, const Text *form)
{
    if (form->size > text->size - start) {
        return 0;
    }
    for (Py_ssize_t i = form->size - 1; i >= 0; i--) {
        if (at(text, start + i) != at(form, i)) {
            return 0;
        }
    }
    return 1;
}

static void mark(Forms *all, Py_ssize_t count)
{
    for (Py_UCS4 c = 0; c < 128; c++) {
        all->marks[c] = joins(&all->before, c) ? JOINS : 0;
    }
    all->capitals = 1;
    for (Py_ssize_t i = 0; i < count; i++) {
        Py_UCS4 first = at_or_none(all->forms + i, 0);
        all->marks[first & 127] |= first < 128 ? BEGINS : 0;
        all->capitals = all->capitals && first < 128 && Py_ISUPPER(first);
    }
}

static int marks_of(const Forms *all, Py_UCS4 c)
{
    return c < 128 ? all->marks[c] : joins(&all->before, c) ? BEGINS | JOINS : BEGINS;
}

/* Take the forms of a tuple, which holds them meanwhile; return 0, or -1 with an exception. */
static int take(Forms *all, PyObject *tuple)
{
    if (!PyTuple_Check(tuple)) {
        PyErr_SetString(PyExc_TypeError, "a tuple of forms is wanted");
        return -1;
    }
    Py_ssize_t count = PyTuple_GET_SIZE(tuple);
    all->forms = PyMem_Calloc((size_t)count + 1, sizeof *all->forms);
    all->next = PyMem_Calloc((size_t)count + 1, sizeof *all->next);
    if (all->forms == NULL || all->next == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < CHAINS; i++) {
        all->first[i] = -1;
    }
    for (Py_ssize_t i = count - 1; i >= 0; i--) {
        if (text_of(PyTuple_GET_ITEM(tuple, i), all->forms + i) < 0) {
            return -1;
        }
        if (all->forms[i].size > 0) {
            Py_ssize_t chain = chain_of(all->forms + i, 0);
            all->next[i] = all->first[chain];
            all->first[chain] = i;
        }
    }
    mark(all, count);
    return 0;
}

/* Append the forms that stand at a place; return 0, or -1 with an exception. */
static int look(const Text *text, Py_ssize_t start, const Forms *all, PyObject *found)
{
    for (Py_ssize_t i = all->first[chain_of(text, start)]; i >= 0; i = all->next[i]) {
        Py_ssize_t end = start + all->forms[i].size;
        if (!stands(text, start, all->forms + i) || (end < text->size && joins(&all->after, at(text, end)))) {
            continue;
        }
        PyObject *place[] = {PyLong_FromSsize_t(start), PyLong_FromSsize_t(end), PyLong_FromSsize_t(i)};
        if (append_taken(found, tuple_of(place, 3)) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Look at the capitals alone, of which there are few. */
static int look_at_capitals(const Text *text, const Forms *all, PyObject *found)
{
    for (Py_ssize_t i = next_capital(text, 0); i < text->size; i = next_capital(text, i + 1)) {
        int joined = i > 0 && (marks_of(all, at(text, i - 1)) & JOINS);
        if (!joined && look(text, i, all, found) < 0) {
            return -1;
        }
    }
    return 0;
}

static int look_all(const Text *text, const Forms *all, PyObject *found)
{
    int before = 0;
    for (Py_ssize_t i = 0; i < text->size; i++) {
        int marks = marks_of(all, at(text, i));
        /* One question for both, as the answer to each alone is hard to foresee. */
        if ((marks & ~(before >> 1) & BEGINS) && look(text, i, all, found) < 0) {
            return -1;
        }
        before = marks;
    }
    return 0;
}

/* forms_in(text, forms, before, after) */
static PyObject *forms_in(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Forms all = {0};
    (void)module;
    if (count != 4) {
        PyErr_SetString(PyExc_TypeError, "forms_in(text, forms, before, after)");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    if (found != NULL && (text_of(args[0], &text) < 0 || text_of(args[2], &all.before) < 0
                          || text_of(args[3], &all.after) < 0 || take(&all, args[1]) < 0
                          || (all.capitals ? look_at_capitals : look_all)(&text, &all, found) < 0)) {
        Py_CLEAR(found);
    }
    PyMem_Free(all.forms);
    PyMem_Free(all.next);
    return found;
}

PyMethodDef forms_functions[] = {
    {"forms_in", (PyCFunction)(void (*)(void))forms_in, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
