/* The twin of the class in stylelint/lookout.py: how what is looked for is made ready. */
#include "lookout.h"

#include <string.h>

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

/* Choose how a factor is known; return 0, or -1 with an exception. */
static int choose(Maker *maker, const Py_UCS4 *letters, int first, Factor *factor, Node *node, Gram *gram)
{
    *gram = first ? take_first(letters, factor, node)
                  : choose_gram(maker->counts, letters, maker->codes, factor, node);
    note_known(letters, factor, node);
    if (factor->size == 0 || (factor->kind != PyUnicode_1BYTE_KIND && is_blurred(letters, factor->size))
        || (!first && (gram->length == 0 || !has_letters(letters, factor->size)))) {
        PyErr_SetString(PyExc_ValueError, "a factor has letters, and no two ways to be found");
        return -1;
    }
    return 0;
}

/* Add a factor, of which only the place is known, and whose it is; it stands in texts or where the index says. */
static int add_factor(Maker *maker, const Py_UCS4 *letters, Py_ssize_t size, Factor factor, Node node, int where)
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
    factor.letters += (uint32_t)(skipped * factor.kind);
    factor.size = (int32_t)(size - skipped);
    Gram gram;
    int failed = choose(maker, letters, where != TEXTS, &factor, &node, &gram);
    return failed ? -1 : enter(maker, letters, &factor, &node, gram, where);
}

/* Take the letters of a group, of which a factor can be read by itself; return where they begin, or -1. */
static Py_ssize_t take_letters(Maker *maker, PyObject *group, const Text *text)
{
    const Py_ssize_t start = ((Py_ssize_t)maker->head.letters + 3) & ~(Py_ssize_t)3;
    const Py_ssize_t end = start + text->size * (Py_ssize_t)text->kind;
    if (have_room((void **)&maker->group, &maker->space, text->size + 1, sizeof *maker->group) < 0
        || have_room((void **)&maker->codes, &maker->code_room, text->size, sizeof *maker->codes) < 0
        || have_room((void **)&maker->letters, &maker->letter_room, end + 1, 1) < 0
        || PyUnicode_AsUCS4(group, maker->group, text->size + 1, 1) == NULL) {
        return -1;
    }
    memset(maker->letters + maker->head.letters, 0, (size_t)(start - maker->head.letters));
    memcpy(maker->letters + start, text->data, (size_t)(end - start));
    maker->head.letters = end;
    return start;
}

/* Add a group without factors, which are taken to stand everywhere; return 0, or -1 with an exception. */
static int add_unknown(Maker *maker, Node node)
{
    const Py_UCS4 sign = ANY_CASE;
    const Factor factor = {.kind = PyUnicode_1BYTE_KIND};
    return enter(maker, &sign, &factor, &node, (Gram){0, 0}, OPEN);
}

/* Add the factors of a group, a line each. */
static int add_group(Maker *maker, PyObject *group, Py_ssize_t number, int where, int in_block)
{
    Text text;
    if (text_of(group, &text) < 0) {
        return -1;
    }
    if (text.size > (INT32_MAX - maker->head.letters) / 4 - 1 || number > INT32_MAX) {
        PyErr_SetString(PyExc_OverflowError, "there are too many factors");
        return -1;
    }
    const Py_ssize_t start = take_letters(maker, group, &text);
    if (start < 0) {
        return -1;
    }
    const Py_UCS4 *letters = maker->group;
    Factor factor = {.kind = (unsigned)text.kind & 7};
    Node node = {.number = (unsigned)number & INT32_MAX, .in_block = in_block != 0};
    if (text.size == 0 && where == TEXTS) {
        return add_unknown(maker, node);
    }
    for (Py_ssize_t from = 0, to; from < text.size; from = to + 1) {
        for (to = from; to < text.size && letters[to] != '\n'; to++) {
        }
        factor.letters = (uint32_t)(start + from * (Py_ssize_t)text.kind);
        if (to > from && add_factor(maker, letters + from, to - from, factor, node, where) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Add groups of factors, numbered from `number`; return how many groups there are, or -1 with an exception. */
static Py_ssize_t add_groups(Maker *maker, PyObject *groups, Py_ssize_t number, int where, int in_block)
{
    if (!PyTuple_Check(groups)) {
        PyErr_SetString(PyExc_TypeError, "a tuple of factors is wanted");
        return -1;
    }
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(groups); i++) {
        if (add_group(maker, PyTuple_GET_ITEM(groups, i), number + i, where, in_block) < 0) {
            return -1;
        }
    }
    return PyTuple_GET_SIZE(groups);
}

/* Make ready to take factors; return 0, or -1 with an exception. */
static int prepare(Maker *maker)
{
    maker->index = PyMem_Calloc(1, sizeof *maker->index);
    maker->counts = PyMem_Calloc(1, sizeof *maker->counts);
    if (maker->index == NULL || maker->counts == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    mark_common(maker->counts);
    mark_kinds(maker->index->kinds);
    set_bit(maker->head.pairs, BOTH_BLANK);
    for (const char *stop = ".!?"; *stop; stop++) {
        mark_pairs(maker->head.pairs, (unsigned char)*stop, 0xFF);
    }
    mark_pairs(maker->head.pairs, code_of(0x2026), 0xFF);
    return 0;
}

/* Return a block with all that is known of factors, or NULL with an exception. */
static PyObject *all_of(Maker *maker, PyObject *const groups[4])
{
    Py_ssize_t count[4];
    if (prepare(maker) < 0 || (count[0] = add_groups(maker, groups[0], 0, TEXTS, 0)) < 0
        || (count[1] = add_groups(maker, groups[1], 0, TEXTS, 1)) < 0
        || (count[2] = add_groups(maker, groups[2], count[1], STARTS, 1)) < 0
        || (count[3] = add_groups(maker, groups[3], count[1] + count[2], SENTENCES, 1)) < 0 || sort_nodes(maker) < 0) {
        return NULL;
    }
    maker->head.anywhere = count[0];
    maker->head.in_blocks = count[1] + count[2] + count[3];
    return lay_out(maker);
}

static void free_maker(Maker *maker)
{
    PyMem_Free(maker->index);
    PyMem_Free(maker->counts);
    PyMem_Free(maker->factors);
    PyMem_Free(maker->nodes);
    PyMem_Free(maker->letters);
    PyMem_Free(maker->group);
    PyMem_Free(maker->codes);
    PyMem_Free(maker->buckets);
}

/* Return a lookout for what a block holds, which is taken over; NULL with an exception, also where there is none. */
static PyObject *looking_for(PyTypeObject *type, PyObject *block)
{
    PyObject *self = block == NULL ? NULL : type->tp_alloc(type, 0);
    if (self != NULL && hold_block((Lookout *)self, block) < 0) {
        Py_CLEAR(self);
    }
    Py_XDECREF(block);
    return self;
}

/* Lookout(anywhere, in_blocks, beginnings, sentences) */
static PyObject *lookout_new(PyTypeObject *type, PyObject *args, PyObject *names)
{
    PyObject *groups[4];
    if (names != NULL || !PyArg_ParseTuple(args, "OOOO", &groups[0], &groups[1], &groups[2], &groups[3])) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_TypeError, "Lookout(anywhere, in_blocks, beginnings, sentences)");
        }
        return NULL;
    }
    Maker *maker = PyMem_Calloc(1, sizeof *maker);
    if (maker == NULL) {
        return PyErr_NoMemory();
    }
    PyObject *block = all_of(maker, groups);
    free_maker(maker);
    PyMem_Free(maker);
    return looking_for(type, block);
}

/* Lookout.of(kept) */
static PyObject *lookout_of(PyObject *type, PyObject *kept)
{
    return looking_for((PyTypeObject *)type, Py_NewRef(kept));
}

/* Lookout.kept */
static PyObject *lookout_kept(PyObject *self, void *closure)
{
    (void)closure;
    return Py_NewRef(((Lookout *)self)->block.obj);
}

static void lookout_dealloc(PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    PyBuffer_Release(&((Lookout *)object)->block);
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
    {"met", (PyCFunction)(void (*)(void))lookout_met, METH_FASTCALL, NULL},
    {"of", lookout_of, METH_CLASS | METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyGetSetDef attributes[] = {
    {"kept", lookout_kept, NULL, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot slots[] = {
    /* By way of numbers, as in module.c. */
    {Py_tp_new, (void *)(uintptr_t)lookout_new},
    {Py_tp_dealloc, (void *)(uintptr_t)lookout_dealloc},
    {Py_tp_methods, methods},
    {Py_tp_getset, attributes},
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
