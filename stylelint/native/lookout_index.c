/* How what is known of factors is entered and laid in order: part of the twin of the class in stylelint/lookout.py. */
#include "lookout.h"

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

void mark_pairs(uint64_t *pairs, uint32_t codes, uint32_t mask)
{
    uint32_t free = ~mask & 0xFFFF, bits = 0;
    do {
        set_bit(pairs, (codes & 0xFFFF) | bits);
        bits = (bits - free) & free; /* the next combination of them */
    } while (bits != 0);
}

/* Note what may stand before the gram of a factor, and after it. */
static void note_beside(Index *index, uint16_t bucket, const Py_UCS4 *letters, const Factor *factor, const Node *node, Gram gram)
{
    /* Of more than two blanks two are found again and again, and what stands before them all is not before each. */
    const int blanks = (node->codes & node->mask) == BOTH_BLANK;
    index->beside[bucket].before |= blanks ? ~(uint32_t)0 : kinds_beside(index->kinds, letters, factor, gram.first, -1);
    index->beside[bucket].after |= kinds_beside(index->kinds, letters, factor, factor->after, 1);
}

int enter(Maker *maker, const Py_UCS4 *letters, const Factor *factor, Node *node, Gram gram, int where)
{
    const Py_ssize_t count = (Py_ssize_t)maker->head.count;
    if (have_room((void **)&maker->factors, &maker->room, count + 1, sizeof *maker->factors) < 0
        || have_room((void **)&maker->nodes, &maker->node_room, count + 1, sizeof *maker->nodes) < 0
        || have_room((void **)&maker->buckets, &maker->bucket_room, count + 1, sizeof *maker->buckets) < 0) {
        return -1;
    }
    int open = where >= STARTS && gram.length == 0;
    where = open ? OPEN : where == TEXTS && gram.length < GRAM ? SHORTS : where;
    uint32_t hash = open ? hash_of_sign(letters[0]) : hash_of_node(node, gram.length, where);
    if (where == SHORTS) {
        mark_pairs(maker->head.pairs, (uint32_t)node->codes, (uint32_t)node->mask);
    }
    uint64_t *map = maker->index->maps[where];
    set_bit(map, bit_of(hash, where == TEXTS && has_capitals(node->codes)));
    if (where == TEXTS || where == SHORTS) {
        note_beside(maker->index, bucket_of(where, hash), letters, factor, node, gram);
    }
    if (where == TEXTS && factor->any_case) {
        set_bit(map, bit_of(hash, 1));
    }
    maker->buckets[count] = bucket_of(where, hash);
    maker->index->first[maker->buckets[count]]++;
    node->factor = (int32_t)count;
    maker->factors[count] = *factor;
    maker->nodes[count] = *node;
    maker->head.count++;
    return 0;
}

int sort_nodes(Maker *maker)
{
    int32_t *first = maker->index->first;
    const Py_ssize_t count = (Py_ssize_t)maker->head.count;
    Node *sorted = PyMem_Malloc((size_t)(count + 1) * sizeof *sorted);
    if (sorted == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (int i = 1; i <= BUCKETS; i++) {
        first[i] += first[i - 1];
    }
    for (Py_ssize_t i = count; i > 0; i--) {
        sorted[--first[maker->buckets[i - 1]]] = maker->nodes[i - 1]; /* each bucket from its end */
    }
    PyMem_Free(maker->nodes);
    maker->nodes = sorted;
    return 0;
}
