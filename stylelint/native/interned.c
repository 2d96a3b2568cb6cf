/* Sequences of code points, each kept once and known by its number; see native.h. */
#include "slots.h"

#include <string.h>

enum { FIRST_SLOTS = 256 };

void interned_free(Interned *table)
{
    PyMem_Free(table->letters);
    PyMem_Free(table->items);
    PyMem_Free(table->slots);
    memset(table, 0, sizeof *table);
}

/* Multiplicative, two code points at a time. */
static uint64_t hash_of(const Interned *table, const Py_UCS4 *letters, Py_ssize_t size)
{
    uint64_t hash = table->drawn ^ (uint64_t)size;
    for (Py_ssize_t i = 0; i + 1 < size; i += 2) {
        hash = (hash ^ letters[i] ^ (uint64_t)letters[i + 1] << 21) * 0x9E3779B97F4A7C15u;
    }
    if (size % 2) {
        hash = (hash ^ letters[size - 1]) * 0x9E3779B97F4A7C15u;
    }
    return hash;
}

Py_UCS4 *interned_room(Interned *table, Py_ssize_t size)
{
    if (table->letters == NULL || size > table->room - table->used) {
        Py_UCS4 *letters = grown(table->letters, &table->room, table->used + size, sizeof *letters);
        if (letters == NULL) {
            return NULL;
        }
        table->letters = letters;
    }
    return table->letters + table->used;
}

/* Return the slot that holds a sequence, or the empty one where it belongs. */
static Py_ssize_t *slot_of(const Interned *table, const Py_UCS4 *letters, Py_ssize_t size, uint64_t hash)
{
    size_t mask = (size_t)table->capacity - 1;
    for (size_t at = slot_for(hash, table->drawn, mask + 1);; at = (at + 1) & mask) {
        Py_ssize_t number = table->slots[at] - 1;
        if (number < 0) {
            return table->slots + at;
        }
        const Sequence *known = table->items + number;
        if (known->hash == hash && known->size == size
            && memcmp(table->letters + known->start, letters, (size_t)size * sizeof *letters) == 0) {
            return table->slots + at;
        }
    }
}

/* Make the slots twice as many, or the first of them. */
static int widen(Interned *table)
{
    if (table->drawn == 0 && (table->drawn = drawn_number()) == 0) {
        return -1;
    }
    Py_ssize_t capacity = table->capacity ? 2 * table->capacity : FIRST_SLOTS;
    Py_ssize_t *slots = PyMem_Calloc((size_t)capacity, sizeof *slots);
    if (slots == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    PyMem_Free(table->slots);
    table->slots = slots;
    table->capacity = capacity;
    for (Py_ssize_t number = 0; number < table->count; number++) {
        const Sequence *known = table->items + number;
        *slot_of(table, table->letters + known->start, known->size, known->hash) = number + 1;
    }
    return 0;
}

Py_ssize_t interned(const Interned *table, const Py_UCS4 *letters, Py_ssize_t size)
{
    return table->capacity ? *slot_of(table, letters, size, hash_of(table, letters, size)) - 1 : -1;
}

/* Give a sequence at the end of the letters its number; return 0, or -1 with an exception. */
static int add(Interned *table, Py_ssize_t size, uint64_t hash)
{
    if (table->count == table->places) {
        Sequence *items = grown(table->items, &table->places, table->count + 1, sizeof *items);
        if (items == NULL) {
            return -1;
        }
        table->items = items;
    }
    table->items[table->count++] = (Sequence){table->used, size, hash};
    table->used += size;
    return 0;
}

Py_ssize_t intern(Interned *table, Py_ssize_t size)
{
    if (2 * table->count >= table->capacity && widen(table) < 0) {
        return -1;
    }
    const Py_UCS4 *letters = table->letters + table->used;
    uint64_t hash = hash_of(table, letters, size);
    Py_ssize_t *slot = slot_of(table, letters, size, hash);
    if (*slot == 0) {
        if (add(table, size, hash) < 0) {
            return -1;
        }
        *slot = table->count;
    }
    return *slot - 1;
}

static int intern_string(Interned *table, PyObject *string)
{
    Text text;
    Py_UCS4 *room = text_of(string, &text) < 0 ? NULL : interned_room(table, text.size);
    if (room == NULL) {
        return -1;
    }
    for (Py_ssize_t i = 0; i < text.size; i++) {
        room[i] = at(&text, i);
    }
    return intern(table, text.size) < 0 ? -1 : 0;
}

int intern_all(Interned *table, PyObject *set)
{
    if (!PyAnySet_Check(set)) {
        PyErr_SetString(PyExc_TypeError, "a set is wanted");
        return -1;
    }
    PyObject *string, *strings = PyObject_GetIter(set);
    int failed = strings == NULL ? -1 : 0;
    while (failed == 0 && (string = PyIter_Next(strings)) != NULL) {
        failed = intern_string(table, string);
        Py_DECREF(string);
    }
    Py_XDECREF(strings);
    return failed == 0 && !PyErr_Occurred() ? 0 : -1;
}
