/* Pairs of blocks; see passages.h. */
#include "passages.h"

#include <string.h>

int pairs_add(Pairs *pairs, Py_ssize_t first, Py_ssize_t second)
{
    if (pairs->count == pairs->room) {
        Pair *moved = grown(pairs->items, &pairs->room, pairs->count + 1, sizeof *moved);
        if (moved == NULL) {
            return -1;
        }
        pairs->items = moved;
    }
    pairs->items[pairs->count++] = (Pair){first, second};
    return 0;
}

static Py_ssize_t *number_of(Pair *pair, int is_second)
{
    return is_second ? &pair->second : &pair->first;
}

/* Put pairs into another array in the order of one of their numbers, and else as they were; `ends` has one place more
   than there are blocks. */
static void order(Pair *from, Pair *into, Py_ssize_t count, int is_second, Py_ssize_t *ends, Py_ssize_t blocks)
{
    memset(ends, 0, ((size_t)blocks + 1) * sizeof *ends);
    for (Py_ssize_t i = 0; i < count; i++) {
        ends[*number_of(from + i, is_second) + 1]++;
    }
    for (Py_ssize_t i = 0; i < blocks; i++) {
        ends[i + 1] += ends[i];
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        into[ends[*number_of(from + i, is_second)]++] = from[i];
    }
}

/* Keep one of those that are the same, of pairs in order. */
static void keep_different(Pairs *pairs)
{
    Py_ssize_t kept = 0;
    for (Py_ssize_t i = 0; i < pairs->count; i++) {
        Pair pair = pairs->items[i];
        if (kept == 0 || pair.first != pairs->items[kept - 1].first || pair.second != pairs->items[kept - 1].second) {
            pairs->items[kept++] = pair;
        }
    }
    pairs->count = kept;
}

int pairs_sort(Pairs *pairs, Py_ssize_t blocks)
{
    if (pairs->count < 2) {
        return 0;
    }
    Pair *other = PyMem_New(Pair, (size_t)pairs->count);
    Py_ssize_t *ends = PyMem_New(Py_ssize_t, (size_t)blocks + 1);
    int failed = other == NULL || ends == NULL;
    if (failed) {
        PyErr_NoMemory();
    } else {
        order(pairs->items, other, pairs->count, 1, ends, blocks);
        order(other, pairs->items, pairs->count, 0, ends, blocks);
        keep_different(pairs);
    }
    PyMem_Free(other);
    PyMem_Free(ends);
    return failed ? -1 : 0;
}
