/* The module `stylelint.native._compiled`, gathered from the files beside this one. */
#include "reading.h"

#ifndef STYLELINT_SOURCES
#define STYLELINT_SOURCES ""
#endif

void *grown(void *items, Py_ssize_t *room, Py_ssize_t wanted, size_t width)
{
    Py_ssize_t most = PY_SSIZE_T_MAX / (Py_ssize_t)width;
    Py_ssize_t wide = *room > most / 2 ? most : 2 * *room;
    wide = wide < wanted ? wanted : wide < 64 ? 64 : wide;
    void *moved = wanted > most ? NULL : PyMem_Realloc(items, (size_t)wide * width);
    if (moved == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    *room = wide;
    return moved;
}

int have_room(void **items, Py_ssize_t *room, Py_ssize_t wanted, size_t width)
{
    if (wanted <= *room) {
        return 0;
    }
    void *moved = grown(*items, room, wanted, width);
    if (moved == NULL) {
        return -1;
    }
    *items = moved;
    return 0;
}

int append_taken(PyObject *list, PyObject *taken)
{
    if (taken == NULL) {
        return -1;
    }
    int failed = PyList_Append(list, taken);
    Py_DECREF(taken);
    return failed;
}

PyObject *as_list(PyObject *items)
{
    /* PySequence_List keeps a list or tuple for ever, before Python 3.13, if there is no memory for what is in it. */
    PyObject *list = PyList_New(0);
    if (list != NULL && PyList_SetSlice(list, 0, 0, items) < 0) {
        Py_CLEAR(list);
    }
    return list;
}

PyObject *tuple_of(PyObject **fields, Py_ssize_t count)
{
    PyObject *tuple = PyTuple_New(count);
    for (Py_ssize_t i = 0; i < count; i++) {
        if (tuple != NULL && fields[i] != NULL) {
            PyTuple_SET_ITEM(tuple, i, fields[i]);
        } else {
            Py_XDECREF(fields[i]);
            Py_CLEAR(tuple);
        }
    }
    return tuple;
}

int append_span(PyObject *list, Py_ssize_t start, Py_ssize_t end)
{
    PyObject *fields[2] = {PyLong_FromSsize_t(start), PyLong_FromSsize_t(end)};
    return append_taken(list, tuple_of(fields, 2));
}

int append_number(PyObject *list, Py_ssize_t number)
{
    return append_taken(list, PyLong_FromSsize_t(number));
}

int number_from(PyObject *object, Py_ssize_t *number)
{
    if (!PyLong_CheckExact(object)) {
        PyErr_SetString(PyExc_TypeError, "a number is wanted");
        return -1;
    }
    *number = PyLong_AsSsize_t(object);
    return *number == -1 && PyErr_Occurred() ? -1 : 0;
}

static int bound(PyObject *given, Py_ssize_t size, Py_ssize_t *value)
{
    if (given == Py_None) {
        return 0;
    }
    Py_ssize_t number = PyNumber_AsSsize_t(given, NULL);
    if (number == -1 && PyErr_Occurred()) {
        return -1;
    }
    number += number < 0 ? size : 0;
    *value = number < 0 ? 0 : number > size ? size : number;
    return 0;
}

int bounds_of(PyObject *const *args, Py_ssize_t count, Py_ssize_t size, Py_ssize_t *start, Py_ssize_t *end)
{
    *start = 0;
    *end = size;
    if (count > 0 && bound(args[0], size, start) < 0) {
        return -1;
    }
    return count > 1 ? bound(args[1], size, end) : 0;
}

static int edge(PyObject *block, Py_ssize_t which, Py_ssize_t size, Py_ssize_t *value)
{
    PyObject *given = PyTuple_GET_ITEM(block, which);
    if (!PyLong_Check(given)) { /* so that Python is never asked, which could change what holds the block */
        PyErr_SetString(PyExc_TypeError, "a block begins with two numbers");
        return -1;
    }
    Py_ssize_t number = PyNumber_AsSsize_t(given, NULL); /* what is too large is cut */
    if (number == -1 && PyErr_Occurred()) {
        return -1;
    }
    *value = number < 0 ? 0 : number > size ? size : number;
    return 0;
}

int block_of(PyObject *object, Py_ssize_t size, Block *block)
{
    if (!PyTuple_Check(object) || PyTuple_GET_SIZE(object) < 3) {
        PyErr_SetString(PyExc_TypeError, "a block is wanted");
        return -1;
    }
    if (edge(object, 0, size, &block->start) < 0 || edge(object, 1, size, &block->end) < 0) {
        return -1;
    }
    block->end = block->end < block->start ? block->start : block->end;
    block->kind = PyTuple_GET_ITEM(object, 2);
    return 0;
}

PyObject *role_of(PyObject *block)
{
    if (!PyTuple_Check(block) || PyTuple_GET_SIZE(block) < 4) {
        PyErr_SetString(PyExc_TypeError, "a block is wanted");
        return NULL;
    }
    return PyTuple_GET_ITEM(block, 3);
}

int span_of(PyObject *block, Py_ssize_t size, Py_ssize_t *start, Py_ssize_t *end)
{
    if (!PyTuple_Check(block) || PyTuple_GET_SIZE(block) < 2 || !PyLong_CheckExact(PyTuple_GET_ITEM(block, 0))
        || !PyLong_CheckExact(PyTuple_GET_ITEM(block, 1))) {
        PyErr_SetString(PyExc_TypeError, "a block begins with two numbers");
        return -1;
    }
    *start = PyLong_AsSsize_t(PyTuple_GET_ITEM(block, 0));
    *end = PyLong_AsSsize_t(PyTuple_GET_ITEM(block, 1));
    if ((*start == -1 || *end == -1) && PyErr_Occurred()) {
        return -1;
    }
    if (*start < 0 || *end < *start || size < *end) {
        PyErr_SetString(PyExc_ValueError, "a block lies outside of its text");
        return -1;
    }
    return 0;
}

int block_in(PyObject *object, Py_ssize_t size, Block *block)
{
    if (span_of(object, size, &block->start, &block->end) < 0) {
        return -1;
    }
    if (PyTuple_GET_SIZE(object) < 3) {
        PyErr_SetString(PyExc_TypeError, "a block has a kind");
        return -1;
    }
    block->kind = PyTuple_GET_ITEM(object, 2);
    return 0;
}

int take_indexed(PyObject *blocks, PyObject *index, Py_ssize_t size, Block *block)
{
    Py_ssize_t place = PyNumber_AsSsize_t(index, PyExc_OverflowError);
    if (place < 0 || place >= PyTuple_GET_SIZE(blocks)) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_IndexError, "there is no such block");
        }
        return -1;
    }
    return block_in(PyTuple_GET_ITEM(blocks, place), size, block);
}

PyObject *encoded(PyObject *text, Py_ssize_t start, Py_ssize_t end)
{
    if (PyUnicode_IS_ASCII(text)) {
        return PyBytes_FromStringAndSize((const char *)PyUnicode_DATA(text) + start, end - start);
    }
    PyObject *part = PyUnicode_Substring(text, start, end);
    PyObject *data = part == NULL ? NULL : PyUnicode_AsUTF8String(part);
    Py_XDECREF(part);
    return data;
}

static int add_all(PyObject *module)
{
    PyMethodDef *const all[] = {
        again_functions,
        alike_functions,
        beginnings_functions,
        blocks_functions,
        brackets_functions,
        broken_off_functions,
        capitalised_functions,
        captions_functions,
        compounds_functions,
        credit_names_functions,
        credit_places_functions,
        credits_functions,
        diagnosing_functions,
        document_functions,
        entries_functions,
        folding_functions,
        forms_functions,
        frontmatter_functions,
        furniture_functions,
        lines_functions,
        lookout_functions,
        masks_functions,
        mentions_functions,
        offsets_functions,
        ordering_functions,
        page_voice_functions,
        phrases_functions,
        pieces_functions,
        places_functions,
        prose_functions,
        repeated_functions,
        roles_functions,
        run_together_functions,
        sentences_functions,
        shapes_functions,
        shortcodes_functions,
        spans_functions,
        speech_functions,
        tags_functions,
        telling_functions,
        terminal_functions,
        text_functions,
        twins_functions,
        unattributed_functions,
        unbalanced_functions,
        vocabulary_functions,
        yamlfields_functions,
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (PyModule_AddFunctions(module, all[i]) < 0) {
            return -1;
        }
    }
    if (add_cuebook(module) < 0 || add_lookout(module) < 0) {
        return -1;
    }
    return PyModule_AddStringConstant(module, "SOURCES", STYLELINT_SOURCES);
}

static PyModuleDef_Slot slots[] = {
    /* By way of a number, as C itself has no pointer for both functions and data. */
    {Py_mod_exec, (void *)(uintptr_t)add_all},
#ifdef Py_mod_multiple_interpreters
    /* What is kept between two calls each interpreter keeps for itself. */
    {Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
    {0, NULL},
};

static void freed(void *module)
{
    classes_clear(module);
}

static struct PyModuleDef definition = {
    .m_base = PyModuleDef_HEAD_INIT,
    .m_name = "_compiled",
    .m_doc = "Twins of functions in Python; see stylelint.native.",
    .m_size = sizeof(State),
    .m_slots = slots,
    .m_traverse = classes_traverse,
    .m_clear = classes_clear,
    .m_free = freed,
};

PyMODINIT_FUNC PyInit__compiled(void)
{
    return PyModuleDef_Init(&definition);
}
