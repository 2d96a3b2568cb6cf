/* The twin of the class in stylelint/checks/_cue_book.py: how it is made.  For what it finds see cues_look.c. */
#include "cues.h"
#include <string.h>

/* Add an expression by the letters that it begins with; return 0, or -1 with an exception. */
static int add_entry(CueBook *self, Entry entry, const Py_UCS4 *letters, Py_ssize_t count)
{
    if (self->count == self->room) {
        Entry *entries = grown(self->entries, &self->room, self->count + 1, sizeof *entries);
        if (entries == NULL) {
            return -1;
        }
        self->entries = entries;
    }
    entry.count = (int32_t)(count < KNOWN ? count : KNOWN);
    memcpy(entry.letters, letters, (size_t)entry.count * sizeof *letters);
    uint32_t hash = 0;
    for (Py_ssize_t i = 0; i < count && i < LOOKED_UP; i++) {
        hash = with_letter(hash, letters[i]);
    }
    int32_t *head = entry.where == AT_START ? &self->at_start : &self->everywhere;
    if (count > 0) {
        head = &self->lists[list_of(hash)];
    }
    entry.next = *head;
    *head = (int32_t)self->count;
    self->entries[self->count++] = entry;
    return 0;
}

/* Add an expression by each of its beginnings, which line ends part; return 0, or -1 with an exception. */
static int add_beginnings(CueBook *self, Entry entry, const Py_UCS4 *letters, Py_ssize_t size)
{
    for (Py_ssize_t from = 0, to; from <= size; from = to + 1) {
        for (to = from; to < size && letters[to] != '\n'; to++) {
        }
        if (add_entry(self, entry, letters + from, to - from) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Read a number and so many more from a place on; return where they end, -1 where they do not. */
static Py_ssize_t end_of_several(const Bench *table, Py_ssize_t place)
{
    if (place >= table->units || table->program[place] > (size_t)(table->units - place - 1)) {
        return -1;
    }
    return place + 1 + (Py_ssize_t)table->program[place];
}

/* Read a row at a place of the table; return where the next one begins, or -1 with an exception. */
static Py_ssize_t read_row(CueBook *self, const Bench *table, Py_ssize_t row)
{
    Py_ssize_t letters = end_of_several(table, row + 2);
    Py_ssize_t program = letters < 0 ? -1 : end_of_several(table, letters);
    if (program < 0 || table->program[row] >= (size_t)self->cues || table->program[row + 1] > AFTER) {
        PyErr_SetString(PyExc_ValueError, "that is no table of these cues");
        return -1;
    }
    Entry entry = {
        .cue = (int32_t)table->program[row],
        .where = (int32_t)table->program[row + 1],
        .program = (int32_t)letters + 1,
        .units = (int32_t)(program - letters - 1),
    };
    return add_beginnings(self, entry, table->program + row + 3, letters - row - 3) < 0 ? -1 : program;
}

static int read_table(CueBook *self)
{
    Bench table = {0};
    Py_ssize_t row = 0;
    if (take_program(&table, self->table) < 0) {
        return -1;
    }
    if (PyBytes_GET_SIZE(self->table) > INT32_MAX) {
        PyErr_SetString(PyExc_OverflowError, "the table is too long");
        return -1;
    }
    while (row >= 0 && row < table.units) {
        row = read_row(self, &table, row);
    }
    return row < 0 ? -1 : 0;
}

static int read_weights(CueBook *self, PyObject *weights)
{
    self->cues = PyTuple_GET_SIZE(weights);
    self->weights = PyMem_New(int64_t, (size_t)self->cues + 1);
    if (self->weights == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < self->cues; i++) {
        long weight = PyLong_AsLong(PyTuple_GET_ITEM(weights, i));
        if ((weight == -1 && PyErr_Occurred()) || weight > INT32_MAX || weight < -INT32_MAX) {
            if (!PyErr_Occurred()) {
                PyErr_SetString(PyExc_OverflowError, "a cue weighs too much");
            }
            return -1;
        }
        self->weights[i] = weight; /* all of them can be added up */
    }
    return 0;
}

/* CueBook(table, weights, keys, least) */
static PyObject *cuebook_new(PyTypeObject *type, PyObject *args, PyObject *names)
{
    PyObject *table, *weights;
    Py_ssize_t keys;
    long least;
    if (names != NULL || !PyArg_ParseTuple(args, "SO!nl", &table, &PyTuple_Type, &weights, &keys, &least)) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_TypeError, "CueBook(table, weights, keys, least)");
        }
        return NULL;
    }
    CueBook *self = (CueBook *)type->tp_alloc(type, 0);
    if (self == NULL) {
        return NULL;
    }
    self->everywhere = self->at_start = -1;
    memset(self->lists, 0xFF, sizeof self->lists);
    Py_INCREF(table);
    self->table = table;
    self->keys = keys;
    self->least = least;
    if (read_weights(self, weights) < 0 || read_table(self) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static void cuebook_dealloc(PyObject *object)
{
    CueBook *self = (CueBook *)object;
    PyTypeObject *type = Py_TYPE(object);
    Py_XDECREF(self->table);
    PyMem_Free(self->weights);
    PyMem_Free(self->entries);
    type->tp_free(object);
    Py_DECREF(type);
}

static PyMethodDef methods[] = {
    {"short", (PyCFunction)(void (*)(void))cuebook_short, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot slots[] = {
    /* By way of numbers, as in module.c. */
    {Py_tp_new, (void *)(uintptr_t)cuebook_new},
    {Py_tp_dealloc, (void *)(uintptr_t)cuebook_dealloc},
    {Py_tp_methods, methods},
    {0, NULL},
};

static PyType_Spec spec = {
    .name = "stylelint.native._compiled.CueBook",
    .basicsize = sizeof(CueBook),
    .flags = Py_TPFLAGS_DEFAULT,
    .slots = slots,
};

int add_cuebook(PyObject *module)
{
    PyObject *type = PyType_FromModuleAndSpec(module, &spec, NULL);
    int failed = type == NULL ? -1 : PyModule_AddType(module, (PyTypeObject *)type);
    Py_XDECREF(type);
    return failed;
}
