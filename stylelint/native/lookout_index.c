/* How what is known of factors is entered and laid in order: part of the twin of the class in stylelint/lookout.py. */
#include "lookout.h"

#include <string.h>

int lookout_room(void **list, Py_ssize_t *room, Py_ssize_t wanted, size_t each)
{
    if (wanted <= *room) {
        return 0;
    }
    void *moved = grown(*list, room, wanted, each);
    if (moved == NULL) {
        return -1;
    }
    *list = moved;
    return 0;
}

/* A node is looked up by the letters up to the end of its gram, which are so many, or by its first. */
static uint32_t hash_of_node(const Node *node, int length, int index)
{
    static const unsigned char lengths[] = FIRST;
    if (index == TEXTS) {
        return hash_of(node->codes);
    }
    if (index == SHORTS) {
        return hash_of(node->codes & (length > 1 ? 0xFFFF : 0xFF));
    }
    int i = 0;
    while (lengths[i] > length) {
        i++;
    }
    return hash_of_first(node->codes, lengths[i]);
}

void mark_pairs(unsigned char *pairs, uint64_t gram, int length, int any_case)
{
    uint32_t capital = any_case ? CAPITAL : 0, last = (uint32_t)gram & 255, first = (uint32_t)gram >> 8 & 255;
    for (uint32_t before = 0; before < 256; before++) {
        if (length == 1 || before == first || before == (first | capital)) {
            set_bit(pairs, before << 8 | last);
            set_bit(pairs, before << 8 | last | capital);
        }
    }
}

int enter(Lookout *self, Node *node, int length, int where)
{
    const Factor *factor = &self->factors[node->factor];
    if (where >= STARTS && length == 0) {
        where = OPEN;
        node->hash = hash_of_sign(self->letters[factor->first]);
    } else {
        where = where == TEXTS && length < GRAM ? SHORTS : where;
        node->hash = hash_of_node(node, length, where);
    }
    Index *index = self->indexes[where];
    if (lookout_room((void **)&index->nodes, &index->room, index->count + 1, sizeof *index->nodes) < 0) {
        return -1;
    }
    if (where == SHORTS) {
        mark_pairs(self->pairs, node->codes, length, factor->any_case);
    }
    int capitals = where == TEXTS && has_capitals(node->codes);
    set_bit(index->map, bit_of(node->hash, capitals));
    if (where == TEXTS && factor->any_case) {
        set_bit(index->map, bit_of(node->hash, 1));
    }
    index->nodes[index->count++] = *node;
    return 0;
}

int sort_index(Index *index)
{
    Node *sorted = PyMem_Malloc((size_t)(index->count + 1) * sizeof *sorted);
    if (sorted == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < index->count; i++) {
        index->first[(index->nodes[i].hash >> (32 - BUCKET_BITS)) + 1]++;
    }
    for (int i = 0; i < 1 << BUCKET_BITS; i++) {
        index->first[i + 1] += index->first[i];
    }
    for (Py_ssize_t i = index->count; i > 0; i--) {
        /* From the end of each bucket, which is where the next one begins, and is moved. */
        sorted[--index->first[(index->nodes[i - 1].hash >> (32 - BUCKET_BITS)) + 1]] = index->nodes[i - 1];
    }
    memmove(index->first, index->first + 1, sizeof index->first - sizeof *index->first);
    index->first[1 << BUCKET_BITS] = (int32_t)index->count;
    PyMem_Free(index->nodes);
    index->nodes = sorted;
    return 0;
}
