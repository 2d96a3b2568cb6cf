/* Twin of `beginnings` in stylelint/checks/_phrases.py. */
#include "letters.h"

enum { HEAD = 4, BITS = 1 << 16, STRETCH = 1024 };

/* What is wanted: the strings, whether each is found, which lengths they have, a bit for each way to begin, and one for each
   string. */
typedef struct {
    Interned strings;
    unsigned char *found, *lengths;
    Py_ssize_t shortest, longest, head;
    unsigned char begins[BITS / 8], wholes[BITS / 8];
} Wanted;

/* A number for some letters and one more; its upper half is the place of a bit. */
static uint32_t hashed(uint32_t hash, Py_UCS4 letter)
{
    return (hash ^ letter) * 0x9E3779B1u;
}

static void set_bit(unsigned char *bits, uint32_t hash)
{
    bits[hash >> 19] |= (unsigned char)(1 << (hash >> 16 & 7));
}

static int has_bit(const unsigned char *bits, uint32_t hash)
{
    return bits[hash >> 19] >> (hash >> 16 & 7) & 1;
}

static const Py_UCS4 *letters_of(const Wanted *wanted, Py_ssize_t number)
{
    return wanted->strings.letters + wanted->strings.items[number].start;
}

/* Note how a string begins, what it is and how long. */
static void note(Wanted *wanted, const Py_UCS4 *letters, Py_ssize_t size)
{
    uint32_t hash = 0;
    for (Py_ssize_t i = 0; i < size; i++) {
        if (i == wanted->head) {
            set_bit(wanted->begins, hash);
        }
        hash = hashed(hash, letters[i]);
    }
    if (size == wanted->head) {
        set_bit(wanted->begins, hash);
    }
    set_bit(wanted->wholes, hash);
    wanted->lengths[size] = 1;
}

/* Take what is wanted; return 0, or -1 with an exception. */
static int take(Wanted *wanted, PyObject *set)
{
    if (intern_all(&wanted->strings, set) < 0) {
        return -1;
    }
    wanted->shortest = PY_SSIZE_T_MAX;
    for (Py_ssize_t i = 0; i < wanted->strings.count; i++) {
        Py_ssize_t size = wanted->strings.items[i].size;
        wanted->shortest = size < wanted->shortest ? size : wanted->shortest;
        wanted->longest = size > wanted->longest ? size : wanted->longest;
    }
    wanted->head = wanted->shortest < HEAD ? wanted->shortest : HEAD;
    wanted->found = PyMem_Calloc((size_t)wanted->strings.count + 1, 1);
    wanted->lengths = PyMem_Calloc((size_t)wanted->longest + 1, 1);
    if (wanted->found == NULL || wanted->lengths == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < wanted->strings.count; i++) {
        note(wanted, letters_of(wanted, i), wanted->strings.items[i].size);
    }
    return 0;
}

/* Note what begins at a place; `room` is for as many letters as the longest has. */
static void look(Wanted *wanted, const Text *text, Py_ssize_t start, Py_UCS4 *room)
{
    Py_ssize_t left = text->size - start, size = 0;
    uint32_t hash = 0;
    for (; size < wanted->head && size < left; size++) {
        room[size] = at(text, start + size);
        hash = hashed(hash, room[size]);
    }
    if (size < wanted->head || !has_bit(wanted->begins, hash)) {
        return;
    }
    for (;; size++) {
        int may_be = wanted->lengths[size] && has_bit(wanted->wholes, hash);
        Py_ssize_t number = may_be ? interned(&wanted->strings, room, size) : -1;
        if (number >= 0) {
            wanted->found[number] = 1;
        }
        if (size == wanted->longest || size == left || at(text, start + size) == ' ') {
            return;
        }
        room[size] = at(text, start + size);
        hash = hashed(hash, room[size]);
    }
}

static int look_all(Wanted *wanted, const Text *text)
{
    Py_UCS4 *room = interned_room(&wanted->strings, wanted->longest + 1);
    if (room == NULL) {
        return -1;
    }
    Py_ssize_t places[STRETCH];
    for (Py_ssize_t start = 0; wanted->strings.count > 0 && start < text->size; start += STRETCH) {
        Py_ssize_t count = blanks_in(text, start, start + STRETCH, places);
        for (Py_ssize_t i = 0; i < count; i++) {
            look(wanted, text, places[i] + 1, room);
        }
    }
    return 0;
}

/* Return what is found as a set, NULL with an exception. */
static PyObject *told(const Wanted *wanted)
{
    PyObject *set = PySet_New(NULL);
    for (Py_ssize_t i = 0; set != NULL && i < wanted->strings.count; i++) {
        if (!wanted->found[i]) {
            continue;
        }
        PyObject *string =
            PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, letters_of(wanted, i), wanted->strings.items[i].size);
        if (string == NULL || PySet_Add(set, string) < 0) {
            Py_CLEAR(set);
        }
        Py_XDECREF(string);
    }
    return set;
}

/* beginnings(text, wanted) */
static PyObject *beginnings(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Wanted wanted = {0};
    (void)module;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "beginnings(text, wanted)");
        return NULL;
    }
    int failed = text_of(args[0], &text) < 0 || take(&wanted, args[1]) < 0 || look_all(&wanted, &text) < 0;
    PyObject *found = failed ? NULL : told(&wanted);
    interned_free(&wanted.strings);
    PyMem_Free(wanted.found);
    PyMem_Free(wanted.lengths);
    return found;
}

PyMethodDef beginnings_functions[] = {
    {"beginnings", (PyCFunction)(void (*)(void))beginnings, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
