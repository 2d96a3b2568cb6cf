/* The different stretches of a text; see distinct.h. */
#include "distinct.h"

#include <string.h>

enum { FIRST_SLOTS = 256 };

#define SPREAD 0x9E3779B97F4A7C15u

static const char *bytes_at(const Text *text, Py_ssize_t offset)
{
    return (const char *)text->data + offset * text->kind;
}

static uint64_t eight_at(const char *bytes)
{
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return eight;
}

/* The first and the last four of less than eight bytes. */
static uint64_t ends_of(const char *bytes, Py_ssize_t size)
{
    uint32_t first, last;
    memcpy(&first, bytes, sizeof first);
    memcpy(&last, bytes + size - sizeof last, sizeof last);
    return first | (uint64_t)last << 32;
}

/* The stretch with its hash: multiplicative, eight bytes at a time, of which some at the end may be taken in twice. */
static Standing standing(const Distinct *all, const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    const char *bytes = bytes_at(text, start);
    Py_ssize_t size = (end - start) * text->kind;
    uint64_t hash = all->drawn ^ (uint64_t)size;
    for (Py_ssize_t i = 0; i + 8 < size; i += 8) {
        hash = (hash + eight_at(bytes + i)) * SPREAD;
        hash ^= hash >> 32;
    }
    hash = (hash + (size < 8 ? ends_of(bytes, size) : eight_at(bytes + size - 8))) * SPREAD;
    return (Standing){start, end - start, hash};
}

static int is_same(const Text *text, const Standing *one, const Standing *other)
{
    return one->hash == other->hash && one->size == other->size
        && memcmp(bytes_at(text, one->start), bytes_at(text, other->start), (size_t)(one->size * text->kind)) == 0;
}

/* Return the slot of a stretch whose hash is known: the one that holds it, or the free one where it belongs. */
static Py_ssize_t *slot_of(const Distinct *all, const Text *text, const Standing *stretch)
{
    size_t last = (size_t)all->width - 1, slot = slot_for(stretch->hash, all->drawn, last + 1);
    while (all->slots[slot] != 0 && !is_same(text, all->items + all->slots[slot] - 1, stretch)) {
        slot = (slot + 1) & last;
    }
    return all->slots + slot;
}

/* Make the slots twice as many, or the first of them; return 0, or -1 with an exception. */
static int widen(Distinct *all)
{
    if (all->drawn == 0 && (all->drawn = drawn_number()) == 0) {
        return -1;
    }
    Py_ssize_t width = all->width ? 2 * all->width : FIRST_SLOTS;
    Py_ssize_t *slots = PyMem_Calloc((size_t)width, sizeof *slots);
    if (slots == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t number = 0; number < all->count; number++) {
        size_t slot = slot_for(all->items[number].hash, all->drawn, (size_t)width);
        while (slots[slot] != 0) {
            slot = (slot + 1) & ((size_t)width - 1);
        }
        slots[slot] = number + 1;
    }
    PyMem_Free(all->slots);
    all->slots = slots;
    all->width = width;
    return 0;
}

int distinct_note(Distinct *all, const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    if (2 * all->count >= all->width && widen(all) < 0) {
        return -1;
    }
    Standing stretch = standing(all, text, start, end);
    Py_ssize_t *slot = slot_of(all, text, &stretch);
    if (*slot != 0) {
        return 0;
    }
    if (all->count == all->room) {
        Standing *items = grown(all->items, &all->room, all->count + 1, sizeof *items);
        if (items == NULL) {
            return -1;
        }
        all->items = items;
    }
    all->items[all->count++] = stretch;
    *slot = all->count;
    return 0;
}

int distinct_has(const Distinct *all, const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Standing stretch = standing(all, text, start, end);
    return all->width > 0 && *slot_of(all, text, &stretch) != 0;
}

void distinct_free(Distinct *all)
{
    PyMem_Free(all->items);
    PyMem_Free(all->slots);
}
