/* The twin of the class in stylelint/lookout.py: how what is looked for is made ready. */
#include "lookout.h"

#include <string.h>

static void enter(Index *index, Node *node, Py_ssize_t place, Py_UCS4 first)
{
    uint64_t hash = node->length ? hash_of(node->gram, node->length) : 0;
    int32_t *head = node->length ? &index->heads[head_of(hash)] : &index->open[first & 15];
    node->next = *head;
    *head = (int32_t)place;
    if (node->length) {
        index->map[hash >> (64 - MAP_BITS)] |= (uint64_t)1 << (hash >> 47 & 63) | (uint64_t)1 << (hash >> 41 & 63);
        index->longest = node->length > index->longest ? node->length : index->longest;
    }
}

/* Mark the pairs of codes with which a gram ends that is too short to be one of four letters. */
static void mark_pairs(unsigned char *pairs, uint64_t gram, int length)
{
    uint32_t last = (uint32_t)gram & 255;
    for (uint32_t before = 0; before < 256; before++) {
        if (length < 2 || before == ((uint32_t)gram >> 8 & 255)) {
            uint32_t pair = before << 8 | last;
            pairs[pair >> 3] |= (unsigned char)(1 << (pair & 7));
        }
    }
}

/* Make a list twice as long until it holds so many; return 0, or -1 with an exception. */
static int make_room(void **list, Py_ssize_t *room, Py_ssize_t wanted, size_t each)
{
    Py_ssize_t more = *room ? *room : 1024;
    while (more < wanted) {
        more *= 2;
    }
    if (more == *room) {
        return 0;
    }
    void *moved = PyMem_Realloc(*list, (size_t)more * each);
    if (moved == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    *list = moved;
    *room = more;
    return 0;
}

/* Tell whether all of a text's stretch are characters, and none is a sign; return 0, or -1 with an exception. */
static int check_letters(const Text *text, Py_ssize_t from, Py_ssize_t to, int signs)
{
    for (; from < to; from++) {
        Py_UCS4 letter = at(text, from);
        if ((letter >= 0xD800 && letter <= 0xDFFF) || (!signs && is_sign(letter))) {
            PyErr_SetString(PyExc_ValueError, signs ? "a factor has letters, and no halves of them" : "a word has letters and no signs");
            return -1;
        }
    }
    return 0;
}

/* Read the letters of a factor, and how it is known; return 0, or -1 with an exception. */
static int read_factor(
    Lookout *self, const Text *text, Py_ssize_t from, Py_ssize_t to, int first, Factor *factor, Node *node)
{
    Py_UCS4 *letters = self->letters + factor->first;
    while (from < to) {
        letters[factor->size++] = at(text, from++);
    }
    if (first) {
        take_first(letters, factor, node);
    } else {
        choose_gram(letters, self->codes, factor, node);
    }
    factor->known = known_by_codes(letters, factor);
    if (is_blurred(letters, factor->size) || factor->size == 0 || (!first && node->length == 0)) {
        PyErr_SetString(PyExc_ValueError, "a factor has letters, and no two ways to be found");
        return -1;
    }
    return 0;
}

/* Add the factor in a line of a text; `start` is where it must stand, an index of those known by how they begin. */
static int add_factor(Lookout *self, const Text *text, Py_ssize_t from, Py_ssize_t to, Node node, Index *start)
{
    if (check_letters(text, from, to, start == NULL) < 0
        || make_room((void **)&self->letters, &self->space, self->used + to - from, sizeof *self->letters) < 0
        || make_room((void **)&self->factors, &self->room, self->count + 1, sizeof *self->factors) < 0
        || make_room((void **)&self->nodes, &self->node_room, self->count + 1, sizeof *self->nodes) < 0
        || make_room((void **)&self->codes, &self->code_room, to - from, sizeof *self->codes) < 0) {
        return -1;
    }
    Factor factor = {.first = self->used, .in_block = node.in_block};
    factor.any_case = start != NULL || at(text, from) == ANY_CASE;
    from += start == NULL && factor.any_case;
    if (start == NULL && node.in_block && from < to && at(text, from) == BEGIN) {
        start = self->starts;
        from++;
    }
    if (read_factor(self, text, from, to, start != NULL, &factor, &node) < 0) {
        return -1;
    }
    if (start == NULL && node.length < SHORT) {
        mark_pairs(self->pairs, node.gram, node.length);
    }
    enter(start != NULL ? start : self->texts, &node, self->count, self->letters[self->used]);
    self->nodes[self->count] = node;
    self->factors[self->count++] = factor;
    self->used += factor.size;
    return 0;
}

/* Add the factors of a group, a line each. */
static int add_group(Lookout *self, PyObject *group, Py_ssize_t number, Index *start, int in_block)
{
    Text text;
    if (text_of(group, &text) < 0) {
        return -1;
    }
    Node node = {.number = (int32_t)number, .in_block = (unsigned char)in_block};
    for (Py_ssize_t from = 0, to; from < text.size; from = to + 1) {
        for (to = from; to < text.size && at(&text, to) != '\n'; to++) {
        }
        if (to > from && add_factor(self, &text, from, to, node, start) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Add groups of factors, numbered from `number`; return how many groups there are, or -1 with an exception. */
static Py_ssize_t add_groups(Lookout *self, PyObject *groups, Py_ssize_t number, Index *start, int in_block)
{
    if (!PyTuple_Check(groups)) {
        PyErr_SetString(PyExc_TypeError, "a tuple of factors is wanted");
        return -1;
    }
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(groups); i++) {
        if (add_group(self, PyTuple_GET_ITEM(groups, i), number + i, start, in_block) < 0) {
            return -1;
        }
    }
    return PyTuple_GET_SIZE(groups);
}

static Index *new_index(void)
{
    Index *index = PyMem_Calloc(1, sizeof *index);
    if (index == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    memset(index->heads, 0xFF, sizeof index->heads);
    memset(index->open, 0xFF, sizeof index->open);
    return index;
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
    for (const char *stop = ".!? "; *stop; stop++) {
        mark_pairs(self->pairs, *stop == ' ' ? 0x2020 : (uint64_t)*stop, *stop == ' ' ? 2 : 1);
    }
    mark_pairs(self->pairs, code_of(0x2026), 1);
    if ((self->texts = new_index()) == NULL || (self->starts = new_index()) == NULL
        || (self->sentences = new_index()) == NULL
        || (self->anywhere = add_groups(self, anywhere, 0, NULL, 0)) < 0
        || (more[0] = add_groups(self, in_blocks, 0, NULL, 1)) < 0
        || (more[1] = add_groups(self, beginnings, more[0], self->starts, 1)) < 0
        || (more[2] = add_groups(self, sentences, more[0] + more[1], self->sentences, 1)) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    self->in_blocks = more[0] + more[1] + more[2];
    return (PyObject *)self;
}

static void lookout_dealloc(PyObject *object)
{
    Lookout *self = (Lookout *)object;
    PyTypeObject *type = Py_TYPE(object);
    PyMem_Free(self->letters);
    PyMem_Free(self->factors);
    PyMem_Free(self->nodes);
    PyMem_Free(self->codes);
    PyMem_Free(self->texts);
    PyMem_Free(self->starts);
    PyMem_Free(self->sentences);
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
