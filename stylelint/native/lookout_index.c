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

/* A bit for each kind of letter whose code may be this one, of which some bits count. */
static uint32_t kinds_of(uint32_t code, uint32_t mask)
{
    uint32_t kinds = 0;
    for (uint32_t kind = 0; kind < KINDS; kind++) {
        kinds |= (uint32_t)(((kind ^ code) & mask & (KINDS - 1)) == 0) << kind;
    }
    return kinds;
}

/* The bits for what may stand before the gram of a node, of which so many letters are looked up, and after it. */
static uint32_t beside(const Node *node, int length)
{
    const int before = 8 * length;
    return kinds_of((uint32_t)(node->codes >> before), (uint32_t)(node->mask >> before))
           | kinds_of(node->more, node->more_mask) << KINDS;
}

int enter(Maker *maker, const Py_UCS4 *letters, const Factor *factor, Node *node, int length, int where)
{
    const Py_ssize_t count = (Py_ssize_t)maker->head.count;
    if (have_room((void **)&maker->factors, &maker->room, count + 1, sizeof *maker->factors) < 0
        || have_room((void **)&maker->nodes, &maker->node_room, count + 1, sizeof *maker->nodes) < 0
        || have_room((void **)&maker->buckets, &maker->bucket_room, count + 1, sizeof *maker->buckets) < 0) {
        return -1;
    }
    int open = where >= STARTS && length == 0;
    where = open ? OPEN : where == TEXTS && length < GRAM ? SHORTS : where;
    uint32_t hash = open ? hash_of_sign(letters[0]) : hash_of_node(node, length, where);
    if (where == SHORTS) {
        mark_pairs(maker->head.pairs, (uint32_t)node->codes, (uint32_t)node->mask);
    }
    uint64_t *map = maker->index->maps[where];
    set_bit(map, bit_of(hash, where == TEXTS && has_capitals(node->codes)));
    if (where == TEXTS || where == SHORTS) {
        maker->index->beside[bucket_of(where, hash)] |= beside(node, Py_MIN(length, GRAM));
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
