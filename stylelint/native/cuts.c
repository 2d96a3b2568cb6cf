/* A table of stretches of a text; open addressing, with the bytes themselves compared. */
#include "cuts.h"

void cuts_free(Cuts *table)
{
    PyMem_Free(table->items);
    PyMem_Free(table->slots);
}

int cuts_new(Cuts *table, size_t slots)
{
    memset(table, 0, sizeof *table);
    for (table->width = 64; table->width < slots;) {
        table->width *= 2;
    }
    table->drawn = drawn_number();
    if (table->drawn == 0) {
        return -1;
    }
    table->slots = PyMem_Calloc(table->width, sizeof *table->slots);
    if (table->slots == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    return 0;
}

static int twice_the_slots(Cuts *table)
{
    size_t width = 2 * table->width;
    uint32_t *slots = table->count > INT32_MAX ? NULL : PyMem_Calloc(width, sizeof *slots);
    if (slots == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < table->count; i++) {
        size_t slot = slot_for(table->items[i].hash, table->drawn, width);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (width - 1);
        }
        slots[slot] = (uint32_t)i + 1;
    }
    PyMem_Free(table->slots);
    table->slots = slots;
    table->width = width;
    return 0;
}

/* Note a piece that is new, at a free slot; return 0, or -1 with an exception. */
static int add(Cuts *table, size_t slot, uint64_t hash, const Piece *piece)
{
    if (table->count == table->room) {
        Cut *moved = grown(table->items, &table->room, table->count + 1, sizeof *moved);
        if (moved == NULL) {
            return -1;
        }
        table->items = moved;
    }
    table->items[table->count++] = (Cut){hash, piece->start, piece->start, piece->block, piece->block};
    table->slots[slot] = (uint32_t)table->count;
    return 4 * (size_t)table->count > table->width ? twice_the_slots(table) : 0;
}

/* The hash of a whole stretch; some of the last bytes may be taken in twice. */
static uint64_t hash_of(const char *text, const Piece *piece)
{
    uint64_t one = (uint64_t)piece->size, other = piece->salt;
    const char *cut = text + piece->start, *last = cut + piece->size - 16;
    for (; cut < last; cut += 16) {
        one = (one ^ cuts_word(cut)) * 0x9E3779B97F4A7C15u;
        other = (other ^ cuts_word(cut + 8)) * 0xC2B2AE3D27D4EB4Fu;
        one ^= one >> 32;
        other ^= other >> 32;
    }
    one = (one ^ cuts_word(last)) * 0x9E3779B97F4A7C15u;
    other = (other ^ cuts_word(last + 8)) * 0xC2B2AE3D27D4EB4Fu;
    one = (one ^ one >> 32 ^ other ^ other >> 29) * 0x9E3779B97F4A7C15u;
    return one ^ one >> 32;
}

int cuts_met(Cuts *table, const char *text, const Piece *piece, uint64_t hash, Cut *before)
{
    int whole = 0;
    size_t slot = slot_for(hash, table->drawn, table->width);
    while (table->slots[slot] != 0) {
        Cut *cut = table->items + table->slots[slot] - 1;
        if (cut->hash != hash) {
            slot = (slot + 1) & (table->width - 1);
        } else if (cut->last < piece->start && memcmp(text + cut->last, text + piece->start, (size_t)piece->size) == 0) {
            *before = *cut;
            cut->last = piece->start;
            cut->last_block = piece->block;
            return 1;
        } else if (whole) {
            slot = (slot + 1) & (table->width - 1);
        } else {
            /* Another with the same ends: all but the first of these are known by all their bytes. */
            whole = 1;
            hash = hash_of(text, piece);
            slot = slot_for(hash, table->drawn, table->width);
        }
    }
    return add(table, slot, hash, piece);
}
