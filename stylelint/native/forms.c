/* Twins of functions in stylelint/checks/_forms.py. */
#include "fours.h"

enum { CHAINS = 256, BEGINS = 1, JOINS = 2 };

/* Forms by their first two letters: the first form of a chain, and for each the next one, -1 at the end.  And who is
   told of a form that stands in a text, with the list that is found. */
typedef struct Forms {
    Text *forms, before, after;
    Py_ssize_t *next;
    Py_ssize_t first[CHAINS];
    unsigned char marks[128]; /* of a letter of ASCII: whether a form begins with it, whether it joins what follows */
    int capitals;             /* whether all forms begin with capitals of ASCII */
    Py_ssize_t step;          /* over so many letters a look at four does not miss a form; 0 where there are shorter ones */
    Fours fours;
    int (*tell)(struct Forms *all, const Text *text, Py_ssize_t start, Py_ssize_t end, Py_ssize_t form);
    PyObject *found;
    Py_ssize_t free; /* where the last place ends that was found */
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

/* Note four letters of each form, if all are so long, at every place of a step. */
static void note_fours(Forms *all, Py_ssize_t count, int kind)
{
    Py_ssize_t shortest = PY_SSIZE_T_MAX;
    for (Py_ssize_t i = 0; i < count; i++) {
        shortest = Py_MIN(shortest, all->forms[i].size);
    }
    all->step = step_of(shortest);
    for (Py_ssize_t i = 0; i < count; i++) {
        for (Py_ssize_t place = 0; place < all->step; place++) {
            Py_UCS4 letters[FOUR];
            for (Py_ssize_t k = 0; k < FOUR; k++) {
                letters[k] = at(all->forms + i, place + k);
            }
            note_four(&all->fours, kind, letters);
        }
    }
}

static int marks_of(const Forms *all, Py_UCS4 c)
{
    return c < 128 ? all->marks[c] : joins(&all->before, c) ? BEGINS | JOINS : BEGINS;
}

/* Take the forms of a tuple, which holds them meanwhile, for a text of some kind; return 0, or -1 with an exception. */
static int take(Forms *all, PyObject *tuple, int kind)
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
    note_fours(all, count, kind);
    return 0;
}

/* Tell of the forms that stand at a place; return 0, or -1 with an exception. */
static int look(const Text *text, Py_ssize_t start, Forms *all)
{
    for (Py_ssize_t i = all->first[chain_of(text, start)]; i >= 0; i = all->next[i]) {
        Py_ssize_t end = start + all->forms[i].size;
        int whole = stands(text, start, all->forms + i) && !(end < text->size && joins(&all->after, at(text, end)));
        if (whole && all->tell(all, text, start, end, i) < 0) {
            return -1;
        }
    }
    return 0;
}

DEFINE_NEXT_FOUR(next_four)

/* Look at a place where a form may stand, if no word goes on there; return 0, or -1 with an exception. */
static int look_alone(const Text *text, Py_ssize_t start, Forms *all)
{
    int joined = start > 0 && (marks_of(all, at(text, start - 1)) & JOINS);
    return joined ? 0 : look(text, start, all);
}

/* Look where four letters are those of a form. */
static int look_at_fours(const Text *text, Forms *all)
{
    for (Py_ssize_t i = 0; (i = next_four(text, &all->fours, i, all->step)) < text->size; i += all->step) {
        for (Py_ssize_t start = Py_MAX(i - all->step + 1, 0); start <= i; start++) {
            if (look_alone(text, start, all) < 0) {
                return -1;
            }
        }
    }
    return 0;
}

/* Look at the capitals alone, of which there are few. */
static int look_at_capitals(const Text *text, Forms *all)
{
    for (Py_ssize_t i = next_capital(text, 0); i < text->size; i = next_capital(text, i + 1)) {
        if (look_alone(text, i, all) < 0) {
            return -1;
        }
    }
    return 0;
}

static int look_all(const Text *text, Forms *all)
{
    int before = 0;
    for (Py_ssize_t i = 0; i < text->size; i++) {
        int marks = marks_of(all, at(text, i));
        /* One question for both, as the answer to each alone is hard to foresee. */
        if ((marks & ~(before >> 1) & BEGINS) && look(text, i, all) < 0) {
            return -1;
        }
        before = marks;
    }
    return 0;
}

/* Return the list of what `tell` appends for each form that stands in a text; NULL with an exception. */
static PyObject *found_in(Forms *all, PyObject *string, PyObject *forms)
{
    Text text;
    PyObject *found = all->found = PyList_New(0);
    if (found != NULL && (text_of(string, &text) < 0 || take(all, forms, text.kind) < 0
                          || (all->step ? look_at_fours : all->capitals ? look_at_capitals : look_all)(&text, all) < 0)) {
        Py_CLEAR(found);
    }
    PyMem_Free(all->forms);
    PyMem_Free(all->next);
    return found;
}

static int tell_place(Forms *all, const Text *text, Py_ssize_t start, Py_ssize_t end, Py_ssize_t form)
{
    PyObject *place[] = {PyLong_FromSsize_t(start), PyLong_FromSsize_t(end), PyLong_FromSsize_t(form)};
    (void)text;
    return append_taken(all->found, tuple_of(place, 3));
}

/* forms_in(text, forms, before, after) */
static PyObject *forms_in(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Forms all = {.tell = tell_place};
    (void)module;
    if (count != 4) {
        PyErr_SetString(PyExc_TypeError, "forms_in(text, forms, before, after)");
        return NULL;
    }
    if (text_of(args[2], &all.before) < 0 || text_of(args[3], &all.after) < 0) {
        return NULL;
    }
    return found_in(&all, args[0], args[1]);
}

/* Tell where the word before a form ends and the one after it begins, if they are words and it is none of another. */
static int tell_amid(Forms *all, const Text *text, Py_ssize_t start, Py_ssize_t end, Py_ssize_t form)
{
    Py_ssize_t before = start - 1, after = end;
    (void)form;
    while (at_or_none(text, before) == ' ') {
        before--;
    }
    while (at_or_none(text, after) == ' ') {
        after++;
    }
    Py_UCS4 first = at_or_none(text, before), last = at_or_none(text, after);
    if (before < all->free || before == start - 1 || after == end || first < 'a' || first > 'z' || last >= 128
        || !Py_ISALPHA(last)) {
        return 0;
    }
    all->free = after + 1;
    return append_span(all->found, before, after + 1);
}

/* forms_amid(text, forms) */
static PyObject *forms_amid(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Forms all = {.tell = tell_amid};
    (void)module;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "forms_amid(text, forms)");
        return NULL;
    }
    return found_in(&all, args[0], args[1]);
}

PyMethodDef forms_functions[] = {
    {"forms_amid", (PyCFunction)(void (*)(void))forms_amid, METH_FASTCALL, NULL},
    {"forms_in", (PyCFunction)(void (*)(void))forms_in, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
