/* The twin of the class in stylelint/lookout.py: how what is looked for is made ready. */
#include "lookout.h"

/* Tell whether letters are all characters, and none is a sign; return 0, or -1 with an exception. */
static int check_letters(const Py_UCS4 *letters, Py_ssize_t size, int signs)
{
    for (Py_ssize_t i = 0; i < size; i++) {
        if ((letters[i] >= 0xD800 && letters[i] <= 0xDFFF) || (!signs && is_sign(letters[i]))) {
            PyErr_SetString(PyExc_ValueError, signs ? "a factor has letters, and no halves of them" : "a word has letters and no signs");
            return -1;
        }
    }
    return 0;
}

static int has_letters(const Py_UCS4 *letters, Py_ssize_t size)
{
    Py_ssize_t i = 0;
    while (i < size && is_sign(letters[i])) {
        i++;
    }
    return i < size;
}

/* Choose how a factor is known; return the length of its gram, or -1 with an exception. */
static int choose(Lookout *self, const Py_UCS4 *letters, int first, Factor *factor, Node *node)
{
    int length = first ? take_first(letters, factor, node)
                       : choose_gram(self->counts, letters, self->codes, factor, node);
    note_known(letters, factor, node);
    if (factor->size == 0 || (factor->kind != PyUnicode_1BYTE_KIND && is_blurred(letters, factor->size))
        || (!first && (length == 0 || !has_letters(letters, factor->size)))) {
        PyErr_SetString(PyExc_ValueError, "a factor has letters, and no two ways to be found");
        return -1;
    }
    return length;
}

/* Add a factor, of which only the place is known, and whose it is; it stands in texts or where the index says. */
static int add_factor(Lookout *self, const Py_UCS4 *letters, Py_ssize_t size, Factor factor, Node node, int where)
{
    /* There are neither signs nor halves of letters in a string of single bytes. */
    if (factor.kind != PyUnicode_1BYTE_KIND && check_letters(letters, size, where == TEXTS) < 0) {
        return -1;
    }
    factor.any_case = where != TEXTS || letters[0] == ANY_CASE;
    Py_ssize_t skipped = where == TEXTS && factor.any_case;
    if (where == TEXTS && node.in_block && skipped < size && letters[skipped] == BEGIN) {
        factor.begins = 1;
        skipped++;
        /* A sign that comes first, and letters by which it can be looked up after that. */
        int open = skipped < size && is_sign(letters[skipped]) && has_letters(letters + skipped, size - skipped);
        where = open ? TEXTS : STARTS;
    }
    letters += skipped;
    factor.letters = (const char *)factor.letters + skipped * factor.kind;
    factor.size = (int32_t)(size - skipped);
    int length = choose(self, letters, where != TEXTS, &factor, &node);
    return length < 0 ? -1 : enter(self, letters, &factor, &node, length, where);
}

/* Add the factors of a group, a line each. */
static int add_group(Lookout *self, PyObject *group, Py_ssize_t number, int where, int in_block)
{
    Text text;
    if (text_of(group, &text) < 0) {
        return -1;
    }
    if (text.size > INT32_MAX - self->count || number > INT32_MAX) {
        PyErr_SetString(PyExc_OverflowError, "there are too many factors");
        return -1;
    }
    if (lookout_room((void **)&self->letters, &self->space, text.size + 1, sizeof *self->letters) < 0
        || lookout_room((void **)&self->codes, &self->code_room, text.size, sizeof *self->codes) < 0
        || PyUnicode_AsUCS4(group, self->letters, text.size + 1, 1) == NULL) {
        return -1;
    }
    const Py_UCS4 *letters = self->letters;
    Factor factor = {.kind = (unsigned)text.kind & 7};
    Node node = {.number = (unsigned)number & INT32_MAX, .in_block = in_block != 0};
    for (Py_ssize_t from = 0, to; from < text.size; from = to + 1) {
        for (to = from; to < text.size && letters[to] != '\n'; to++) {
        }
        factor.letters = (const char *)text.data + from * text.kind;
        if (to > from && add_factor(self, letters + from, to - from, factor, node, where) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Add groups of factors, numbered from `number`; return how many groups there are, or -1 with an exception. */
static Py_ssize_t add_groups(Lookout *self, PyObject *groups, Py_ssize_t number, int where, int in_block)
{
    if (!PyTuple_Check(groups)) {
        PyErr_SetString(PyExc_TypeError, "a tuple of factors is wanted");
        return -1;
    }
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(groups); i++) {
        if (add_group(self, PyTuple_GET_ITEM(groups, i), number + i, where, in_block) < 0) {
            return -1;
        }
    }
    return PyTuple_GET_SIZE(groups);
}

/* Make a lookout ready to take factors; return 0, or -1 with an exception. */
static int prepare(Lookout *self)
{
    self->index = PyMem_Calloc(1, sizeof *self->index);
    self->counts = PyMem_Calloc(1, sizeof *self->counts);
    if (self->index == NULL || self->counts == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    mark_common(self->counts);
    set_bit(self->pairs, BOTH_BLANK);
    for (const char *stop = ".!?"; *stop; stop++) {
        mark_pairs(self->pairs, (unsigned char)*stop, 0xFF);
    }
    mark_pairs(self->pairs, code_of(0x2026), 0xFF);
    return 0;
}

/* Free what was needed only while factors were added. */
static void free_room(Lookout *self)
{
    PyMem_Free(self->letters);
    PyMem_Free(self->codes);
    PyMem_Free(self->buckets);
    PyMem_Free(self->counts);
    self->letters = NULL;
    self->codes = NULL;
    self->buckets = NULL;
    self->counts = NULL;
}

/* Lookout(anywhere, in_blocks, beginnings, sentences) */
static PyObject *lookout_new(PyTypeObject *type, PyObject *args, PyObject *names)
{
    PyObject *anywhere, *in_blocks, *beginnings, *sentences;
    if (names != NULL || !PyArg_ParseTuple(args, "OOOO", &anywhere, &in_blocks, &beginnings, &sentences)) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_TypeError, "Lookout(anywhere, in_blocks, beginnings, sentences)");
        }
        return NULL;
    }
    Lookout *self = (Lookout *)type->tp_alloc(type, 0);
    if (self == NULL) {
        return NULL;
    }
    Py_ssize_t more[3];
    self->groups = Py_NewRef(args);
    if (prepare(self) < 0 || (self->anywhere = add_groups(self, anywhere, 0, TEXTS, 0)) < 0
        || (more[0] = add_groups(self, in_blocks, 0, TEXTS, 1)) < 0
        || (more[1] = add_groups(self, beginnings, more[0], STARTS, 1)) < 0
        || (more[2] = add_groups(self, sentences, more[0] + more[1], SENTENCES, 1)) < 0 || sort_nodes(self) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    free_room(self);
    self->in_blocks = more[0] + more[1] + more[2];
    return (PyObject *)self;
}

static void lookout_dealloc(PyObject *object)
{
    Lookout *self = (Lookout *)object;
    PyTypeObject *type = Py_TYPE(object);
    free_room(self);
    PyMem_Free(self->factors);
    PyMem_Free(self->nodes);
    PyMem_Free(self->index);
    Py_XDECREF(self->groups);
    type->tp_free(object);
    Py_DECREF(type);
}

/* one_case(letter) */
static PyObject *one_case_of(PyObject *module, PyObject *letter)
{
    Text text;
    (void)module;
    if (text_of(letter, &text) < 0) {
        return NULL;
    }
    if (text.size != 1) {
        PyErr_SetString(PyExc_ValueError, "one letter is wanted");
        return NULL;
    }
    return PyUnicode_FromOrdinal((int)one_case(at(&text, 0)));
}

static PyMethodDef methods[] = {
    {"seen", (PyCFunction)(void (*)(void))lookout_seen, METH_FASTCALL, NULL},
    {"each", lookout_each, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot slots[] = {
    /* By way of numbers, as in module.c. */
    {Py_tp_new, (void *)(uintptr_t)lookout_new},
    {Py_tp_dealloc, (void *)(uintptr_t)lookout_dealloc},
    {Py_tp_methods, methods},
    {0, NULL},
};

static PyType_Spec spec = {
    .name = "stylelint.native._compiled.Lookout",
    .basicsize = sizeof(Lookout),
    .flags = Py_TPFLAGS_DEFAULT,
    .slots = slots,
};

int add_lookout(PyObject *module)
{
    PyObject *type = PyType_FromModuleAndSpec(module, &spec, NULL);
    int failed = type == NULL ? -1 : PyModule_AddType(module, (PyTypeObject *)type);
    Py_XDECREF(type);
    return failed;
}

PyMethodDef lookout_functions[] = {
    {"one_case", one_case_of, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
