/* Twin of a function in stylelint/checks/unattributed.py. */
#include "letters.h"

/* What tells that somebody speaks, or is about to. */
#define IS_SIGN(type, letter) \
    (((letter) == '"') | ((letter) == ':') | ((letter) == '?') | (((letter) & (type)~1) == 0x201C))

DEFINE_NEXT(next_sign, IS_SIGN)

/* A draft; what its blocks' roles are looked up in; and of each block whether signs are known to be in it or not.
   How many blocks were passed over, the last of them that is no aside, -1 for none, and the next that is none. */
typedef struct {
    Text text;
    PyObject *blocks, *roles, *aside;
    Py_ssize_t count, passed, before, after;
    char *signs;
} Draft;

enum { UNKNOWN, NONE, SOME };

/* Whether the role of a block is in a set, 1 or 0, or -1 with an exception. */
static int is_in(PyObject *blocks, Py_ssize_t index, PyObject *roles)
{
    PyObject *role = role_of(PyTuple_GET_ITEM(blocks, index));
    return role == NULL ? -1 : PySet_Contains(roles, role);
}

static int is_closer(Py_UCS4 letter)
{
    return letter == '"' || letter == '\'' || letter == 0x201D || letter == 0x2019;
}

static int is_stop(Py_UCS4 letter)
{
    return letter == '.' || letter == '!' || letter == '?' || letter == 0x2026 || letter == ',';
}

/* Whether a block begins with a double mark and ends with a stop and a mark, 1 or 0, or -1 with an exception. */
static int is_spoken(const Draft *draft, Py_ssize_t index)
{
    const Text *text = &draft->text;
    Py_ssize_t start, end;
    if (span_of(PyTuple_GET_ITEM(draft->blocks, index), text->size, &start, &end) < 0) {
        return -1;
    }
    if (start == end || (at(text, start) != '"' && at(text, start) != 0x201C) || !is_closer(at(text, end - 1))) {
        return 0;
    }
    while (end > start && is_closer(at(text, end - 1))) {
        end--;
    }
    return end > start && is_stop(at(text, end - 1));
}

/* Whether there are signs in a block, 1 or 0, or -1 with an exception; where there is no such block, there are none. */
static int has_signs(Draft *draft, Py_ssize_t index)
{
    Py_ssize_t start, end;
    if (index < 0 || index >= draft->count) {
        return 0;
    }
    if (draft->signs[index] == UNKNOWN) {
        if (span_of(PyTuple_GET_ITEM(draft->blocks, index), draft->text.size, &start, &end) < 0) {
            return -1;
        }
        draft->signs[index] = next_sign(&draft->text, start, end) < end ? SOME : NONE;
    }
    return draft->signs[index] == SOME;
}

/* The first block from an index on that is no aside, the number of blocks where all are, or -1 with an exception. */
static Py_ssize_t next_beside(const Draft *draft, Py_ssize_t index)
{
    for (; index < draft->count; index++) {
        int aside = is_in(draft->blocks, index, draft->aside);
        if (aside <= 0) {
            return aside < 0 ? -1 : index;
        }
    }
    return index;
}

/* Find the blocks beside one, which comes after those that were asked about; return 0, or -1 with an exception. */
static int find_beside(Draft *draft, Py_ssize_t index)
{
    for (; draft->passed < index; draft->passed++) {
        int aside = is_in(draft->blocks, draft->passed, draft->aside);
        if (aside < 0) {
            return -1;
        }
        draft->before = aside ? draft->before : draft->passed;
    }
    if (draft->after <= index) {
        draft->after = next_beside(draft, index + 1);
    }
    return draft->after < 0 ? -1 : 0;
}

/* Append the indexes of blocks that are spoken, with no signs beside them; return 0, or -1 with an exception. */
static int look(Draft *draft, PyObject *found)
{
    for (Py_ssize_t i = 0; i < draft->count; i++) {
        int wanted = is_spoken(draft, i);
        if (wanted == 0) {
            continue;
        }
        wanted = wanted < 0 ? -1 : is_in(draft->blocks, i, draft->roles);
        if (wanted < 0 || (wanted && find_beside(draft, i) < 0)) {
            return -1;
        }
        int signs = wanted ? has_signs(draft, draft->before) : 1;
        signs = signs == 0 ? has_signs(draft, draft->after) : signs;
        if (signs < 0 || (signs == 0 && append_number(found, i) < 0)) {
            return -1;
        }
    }
    return 0;
}

/* spoken_alone(text, blocks, roles, aside) */
static PyObject *spoken_alone(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Draft draft = {.before = -1};
    (void)module;
    if (count != 4 || !PyTuple_Check(args[1]) || !PyAnySet_Check(args[2]) || !PyAnySet_Check(args[3])) {
        PyErr_SetString(PyExc_TypeError, "spoken_alone(text, blocks, roles, aside)");
        return NULL;
    }
    if (text_of(args[0], &draft.text) < 0) {
        return NULL;
    }
    draft.blocks = args[1];
    draft.roles = args[2];
    draft.aside = args[3];
    draft.count = PyTuple_GET_SIZE(args[1]);
    draft.signs = PyMem_Calloc((size_t)draft.count + 1, 1);
    PyObject *found = draft.signs == NULL ? PyErr_NoMemory() : PyList_New(0);
    if (found != NULL && look(&draft, found) < 0) {
        Py_CLEAR(found);
    }
    PyMem_Free(draft.signs);
    return found;
}

PyMethodDef unattributed_functions[] = {
    {"spoken_alone", (PyCFunction)(void (*)(void))spoken_alone, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
