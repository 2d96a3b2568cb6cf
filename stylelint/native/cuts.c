/* A table of stretches of a text; open addressing, with the bytes themselves compared. */
#include "cuts.h"

#include <string.h>

static uint64_t word_at(const char *text)
{
    uint64_t word;
    memcpy(&word, text, sizeof word);
    return word;
}

/* The size must be 16 or more; some of the last bytes may be taken in twice. */
static uint64_t hash_of(const char *cut, Py_ssize_t size)
{
    uint64_t one = (uint64_t)size, other = 0;
    const char *last = cut + size - 16;
    for (; cut < last; cut += 16) {
        one = (one ^ word_at(cut)) * 0x9E3779B97F4A7C15u;
        other = (other ^ word_at(cut + 8)) * 0xC2B2AE3D27D4EB4Fu;
        one ^= one >> 32;
        other ^= other >> 32;
    }
    one = (one ^ word_at(last)) * 0x9E3779B97F4A7C15u;
    other = (other ^ word_at(last + 8)) * 0xC2B2AE3D27D4EB4Fu;
    one = (one ^ one >> 32 ^ other ^ other >> 29) * 0x9E3779B97F4A7C15u;
    return one ^ one >> 32;
}

void cuts_forget(Cuts *table)
{
    for (size_t i = 0; i < table->count; i++) {
        table->slots[i].first = -1;
    }
    table->used = 0;
}

int cuts_new(Cuts *table, size_t slots)
{
    for (table->count = 64; table->count < slots;) {
        table->count *= 2;
    }
    table->slots = PyMem_New(Cut, table->count);
    if (table->slots == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    cuts_forget(table);
    return 0;
}

static int twice_the_slots(Cuts *table)
{
    Cuts wider;
    if (cuts_new(&wider, 2 * table->count) < 0) {
        return -1;
    }
    for (size_t i = 0; i < table->count; i++) {
        if (table->slots[i].first >= 0) {
            size_t slot = table->slots[i].hash & (wider.count - 1);
            while (wider.slots[slot].first >= 0) {
                slot = (slot + 1) & (wider.count - 1);
            }
            wider.slots[slot] = table->slots[i];
        }
    }
    PyMem_Free(table->slots);
    table->slots = wider.slots;
    table->count = wider.count;
    return 0;
}

int cuts_met(Cuts *table, const char *text, Py_ssize_t start, Py_ssize_t size, Cut *before)
{
    uint64_t hash = hash_of(text + start, size);
    size_t slot = hash & (table->count - 1);
    for (; table->slots[slot].first >= 0; slot = (slot + 1) & (table->count - 1)) {
        Cut *cut = table->slots + slot;
        if (cut->hash == hash && memcmp(text + cut->last, text + start, (size_t)size) == 0) {
            *before = *cut;
            cut->last = start;
            return 1;
        }
    }
    table->slots[slot] = (Cut){hash, start, start};
    table->used++;
    return 4 * table->used > 3 * table->count ? twice_the_slots(table) : 0;
}
