/* The twin of the function in stylelint/checks/_met.py: which rules are met in the blocks where something was seen. */
#include "furniture.h"

/* What is asked, and of which. */
typedef struct {
    Wanted wanted;
    PyObject *blocks, *owners, *wholes;
    PyObject *here; /* by the rule, the needs that are met in a block */
    Block block;
    int known; /* whether the block has been read */
    PyObject *line; /* what is told instead of needs where the block is a line; NULL until it is wanted */
    PyObject *met;
} Meeting;

/* Add needs to those of a rule that are met in the block; return 0, or -1 with an exception. */
static int add_needs(PyObject *here, PyObject *rule, PyObject *needs)
{
    PyObject *known = PyDict_GetItemWithError(here, rule);
    if (known == NULL) {
        return PyErr_Occurred() ? -1 : PyDict_SetItem(here, rule, needs);
    }
    if (known == needs) {
        return 0;
    }
    Py_INCREF(known);
    PyObject *both = PyNumber_Or(known, needs);
    int failed = both == NULL ? -1 : PyDict_SetItem(here, rule, both);
    Py_XDECREF(both);
    Py_DECREF(known);
    return failed;
}

/* Add all who are met in the block, a tuple; return 0, or -1 with an exception. */
static int add_owners(PyObject *here, PyObject *owners)
{
    if (!PyTuple_CheckExact(owners)) {
        PyErr_SetString(PyExc_TypeError, "a tuple of owners is wanted");
        return -1;
    }
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(owners); i++) {
        PyObject *owner = PyTuple_GET_ITEM(owners, i);
        if (!PyTuple_CheckExact(owner) || PyTuple_GET_SIZE(owner) != 2 || !PyLong_CheckExact(PyTuple_GET_ITEM(owner, 0))
            || !PyFrozenSet_CheckExact(PyTuple_GET_ITEM(owner, 1))) {
            PyErr_SetString(PyExc_TypeError, "a rule and a set of its needs are wanted");
            return -1;
        }
        if (add_needs(here, PyTuple_GET_ITEM(owner, 0), PyTuple_GET_ITEM(owner, 1)) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Tell whether one of some needs is for no line; -1 with an exception. */
static int has_other(PyObject *needs, Py_ssize_t lines)
{
    PyObject *iterator = PyObject_GetIter(needs), *need;
    int other = iterator == NULL ? -1 : 0;
    while (other == 0 && (need = PyIter_Next(iterator)) != NULL) {
        Py_ssize_t number = PyNumber_AsSsize_t(need, PyExc_OverflowError);
        other = number == -1 && PyErr_Occurred() ? -1 : number >= lines;
        Py_DECREF(need);
    }
    Py_XDECREF(iterator);
    return PyErr_Occurred() ? -1 : other;
}

/* Read the block of an index, if that is not done; return 0, or -1 with an exception. */
static int know_block(Meeting *meeting, PyObject *index)
{
    if (!meeting->known && take_indexed(meeting->blocks, index, meeting->wanted.text.size, &meeting->block) < 0) {
        return -1;
    }
    meeting->known = 1;
    return 0;
}

typedef enum { FAILED = -1, NOT_MET, MET, A_LINE } Meets;

/* Tell whether a rule is met in the block of an index, given what tells of its lines. */
static Meets is_met(Meeting *meeting, PyObject *index, PyObject *needs, PyObject *whole)
{
    Wanted *wanted = &meeting->wanted;
    if (whole == Py_None) {
        return MET;
    }
    if (!PyTuple_Check(whole) || PyTuple_GET_SIZE(whole) != 4) {
        PyErr_SetString(PyExc_TypeError, "what tells of lines is wanted");
        return FAILED;
    }
    if (take_lines(wanted, ((PyTupleObject *)whole)->ob_item) < 0) {
        return FAILED;
    }
    int other = has_other(needs, PyTuple_GET_SIZE(wanted->programs));
    if (other != 0) {
        return other < 0 ? FAILED : MET;
    }
    int fits = know_block(meeting, index) < 0 ? -1 : is_whole(wanted, &meeting->block, needs);
    return fits < 0 ? FAILED : fits ? A_LINE : NOT_MET;
}

/* Return what is told instead of needs where a block is a line, a borrowed reference; NULL with an exception. */
static PyObject *line_of(Meeting *meeting)
{
    if (meeting->line == NULL) {
        PyObject *number = PyLong_FromLong(IS_LINE);
        PyObject *line = number == NULL ? NULL : PyFrozenSet_New(NULL);
        if (line != NULL && PySet_Add(line, number) < 0) {
            Py_CLEAR(line);
        }
        Py_XDECREF(number);
        meeting->line = line;
    }
    return meeting->line;
}

/* Note that a rule is met in a block; return 0, or -1 with an exception. */
static int note_met(PyObject *met, PyObject *rule, PyObject *index, PyObject *needs)
{
    PyObject *blocks = PyDict_GetItemWithError(met, rule);
    if (blocks != NULL || PyErr_Occurred()) {
        return blocks == NULL ? -1 : PyDict_SetItem(blocks, index, needs);
    }
    blocks = PyDict_New();
    int failed = blocks == NULL || PyDict_SetItem(blocks, index, needs) < 0 || PyDict_SetItem(met, rule, blocks) < 0;
    Py_XDECREF(blocks);
    return failed ? -1 : 0;
}

/* Note the rules that are met in the block of an index, and forget it; return 0, or -1 with an exception. */
static int note_block(Meeting *meeting, PyObject *index)
{
    Py_ssize_t place = 0;
    PyObject *rule, *needs; /* nobody else has the dictionary that holds them */
    while (PyDict_Next(meeting->here, &place, &rule, &needs)) {
        PyObject *whole = PyObject_GetItem(meeting->wholes, rule);
        Meets meets = whole == NULL ? FAILED : is_met(meeting, index, needs, whole);
        Py_XDECREF(whole);
        PyObject *told = meets == A_LINE ? line_of(meeting) : needs;
        if (meets == FAILED || told == NULL || (meets != NOT_MET && note_met(meeting->met, rule, index, told) < 0)) {
            return -1;
        }
    }
    PyDict_Clear(meeting->here);
    meeting->known = 0;
    return 0;
}

/* Add all who are met by a pair, which is held; return 0, or -1 with an exception. */
static int add_pair(Meeting *meeting, PyObject *pair, PyObject **index)
{
    if (!PyTuple_CheckExact(pair) || PyTuple_GET_SIZE(pair) != 2 || !PyLong_CheckExact(PyTuple_GET_ITEM(pair, 0))
        || !PyLong_CheckExact(PyTuple_GET_ITEM(pair, 1))) {
        PyErr_SetString(PyExc_TypeError, "a block and the number of what was seen there are wanted");
        return -1;
    }
    PyObject *next = PyTuple_GET_ITEM(pair, 0);
    int same = *index == NULL ? 0 : PyObject_RichCompareBool(*index, next, Py_EQ);
    if (same < 0 || (!same && *index != NULL && note_block(meeting, *index) < 0)) {
        return -1;
    }
    if (!same) {
        Py_INCREF(next);
        Py_XSETREF(*index, next);
    }
    PyObject *found = PyObject_GetItem(meeting->owners, PyTuple_GET_ITEM(pair, 1));
    int failed = found == NULL ? -1 : add_owners(meeting->here, found);
    Py_XDECREF(found);
    return failed;
}

/* Go through the pairs, a list; return 0, or -1 with an exception. */
static int add_pairs(Meeting *meeting, PyObject *pairs)
{
    PyObject *index = NULL;
    int failed = 0;
    /* The list is asked for its size each time: who is asked for owners could change it. */
    for (Py_ssize_t i = 0; !failed && i < PyList_GET_SIZE(pairs); i++) {
        PyObject *pair = PyList_GET_ITEM(pairs, i);
        Py_INCREF(pair);
        failed = add_pair(meeting, pair, &index);
        Py_DECREF(pair);
    }
    if (!failed && index != NULL) {
        failed = note_block(meeting, index);
    }
    Py_XDECREF(index);
    return failed;
}

/* met_in_blocks(text, blocks, pairs, owners, wholes) */
static PyObject *met_in_blocks(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Bench bench = {0};
    Meeting meeting = {.wanted = {.bench = &bench}};
    (void)module;
    if (count != 5 || !PyTuple_Check(args[1]) || !PyList_CheckExact(args[2]) || !PyDict_Check(args[3])
        || !PyDict_Check(args[4])) {
        PyErr_SetString(PyExc_TypeError, "met_in_blocks(text, blocks, pairs, owners, wholes)");
        return NULL;
    }
    meeting.wanted.object = args[0];
    meeting.blocks = args[1];
    meeting.owners = args[3];
    meeting.wholes = args[4];
    if (text_of(args[0], &meeting.wanted.text) < 0) {
        return NULL;
    }
    meeting.here = PyDict_New();
    meeting.met = PyDict_New();
    if (meeting.here == NULL || meeting.met == NULL || add_pairs(&meeting, args[2]) < 0) {
        Py_CLEAR(meeting.met);
    }
    Py_XDECREF(meeting.here);
    Py_XDECREF(meeting.line);
    bench_free(&bench);
    return meeting.met;
}

PyMethodDef met_functions[] = {
    {"met_in_blocks", (PyCFunction)(void (*)(void))met_in_blocks, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
