/* How what is known of factors is laid out in one block of bytes, and what is asked of such a block that was kept:
   part of the twin of the class in stylelint/lookout.py. */
#include "lookout.h"

#include <string.h>

/* How all this is laid out: what another compiler or processor has laid out in another way is not taken. */
#define LAYOUT                                                                                                       \
    ((uint64_t)sizeof(Head) << 48 | (uint64_t)sizeof(Index) << 16 | (uint64_t)sizeof(Node) << 8 | sizeof(Factor))

#define LANES 4

/* A sum of bytes, of which there are a multiple of 8: it tells of what was cut or has suffered, not of intent. */
static uint64_t sum_of(const unsigned char *bytes, size_t size)
{
    uint64_t lanes[LANES] = {1, 2, 3, 4}, sum = size;
    for (size_t at = 0; at < size; at += 8) {
        uint64_t some, *lane = &lanes[at / 8 % LANES];
        memcpy(&some, bytes + at, 8);
        *lane = (*lane ^ some) * 0x9E3779B97F4A7C15u;
        *lane ^= *lane >> 29;
    }
    for (int i = 0; i < LANES; i++) {
        sum = (sum ^ lanes[i]) * 0xD6E8FEB86659FD93u;
    }
    return sum;
}

/* So many bytes there are with those that fill up the last eight. */
static size_t filled(size_t size)
{
    return (size + 7) & ~(size_t)7;
}

/* The bytes of a block that has so much. */
static size_t size_of(const Head *head)
{
    return sizeof(Head) + filled(sizeof(Index)) + (size_t)head->count * (sizeof(Node) + sizeof(Factor))
           + filled((size_t)head->letters);
}

/* What the bytes hold after the head. */
static void find_parts(Lookout *self, const unsigned char *bytes)
{
    self->head = (const Head *)bytes;
    self->index = (const Index *)(bytes + sizeof(Head));
    self->nodes = (const Node *)(bytes + sizeof(Head) + filled(sizeof(Index)));
    self->factors = (const Factor *)(self->nodes + self->head->count);
    self->letters = (const unsigned char *)(self->factors + self->head->count);
}

PyObject *lay_out(Maker *maker)
{
    const size_t size = size_of(&maker->head), count = (size_t)maker->head.count, skipped = 2 * sizeof(uint64_t);
    PyObject *block = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)size);
    if (block == NULL) {
        return NULL;
    }
    unsigned char *to = (unsigned char *)PyBytes_AS_STRING(block);
    memset(to, 0, size);
    maker->head.mark = LAYOUT;
    memcpy(to, &maker->head, sizeof(Head));
    memcpy(to + sizeof(Head), maker->index, sizeof(Index));
    unsigned char *nodes = to + sizeof(Head) + filled(sizeof(Index));
    if (count > 0) {
        memcpy(nodes, maker->nodes, count * sizeof(Node));
        memcpy(nodes + count * sizeof(Node), maker->factors, count * sizeof(Factor));
        memcpy(nodes + count * (sizeof(Node) + sizeof(Factor)), maker->letters, (size_t)maker->head.letters);
    }
    ((Head *)to)->sum = sum_of(to + skipped, size - skipped);
    return block;
}

static int is_whole(const unsigned char *bytes, size_t size)
{
    const Head *head = (const Head *)bytes;
    const size_t skipped = 2 * sizeof(uint64_t);
    if ((uintptr_t)bytes % 8 != 0 || size < sizeof(Head) || head->mark != LAYOUT) {
        return 0;
    }
    const int64_t numbers[] = {head->count, head->letters, head->anywhere, head->in_blocks};
    for (int i = 0; i < 4; i++) {
        if (numbers[i] < 0 || numbers[i] > INT32_MAX) {
            return 0;
        }
    }
    /* A count beyond what has room could come to the right size where a size has 32 bits. */
    return (size_t)head->count <= size / (sizeof(Node) + sizeof(Factor)) && size == size_of(head)
           && head->sum == sum_of(bytes + skipped, size - skipped);
}

/* Tell whether nothing is named that is not there: all that is read afterwards stands in the block. */
static int holds(const Lookout *self)
{
    const int32_t *first = self->index->first;
    const int64_t count = self->head->count;
    if (first[0] != 0 || first[BUCKETS] != count) {
        return 0;
    }
    for (int i = 0; i < BUCKETS; i++) {
        if (first[i] > first[i + 1]) {
            return 0;
        }
    }
    for (int64_t i = 0; i < count; i++) {
        const Node *node = &self->nodes[i];
        const Factor *factor = &self->factors[i];
        const int64_t numbers = node->in_block ? self->head->in_blocks : self->head->anywhere;
        if (node->factor < 0 || node->factor >= count || node->number >= numbers
            || (factor->kind != 1 && factor->kind != 2 && factor->kind != 4) || factor->letters % factor->kind != 0
            || factor->size < 0 || factor->letters + (int64_t)factor->size * factor->kind > self->head->letters
            || factor->after < (int32_t)factor->known || factor->after + (int64_t)factor->more_known > factor->size
            || factor->length > HELD) {
            return 0;
        }
    }
    return 1;
}

int hold_block(Lookout *self, PyObject *block)
{
    if (PyObject_GetBuffer(block, &self->block, PyBUF_SIMPLE) < 0) {
        return -1;
    }
    if (is_whole(self->block.buf, (size_t)self->block.len)) {
        find_parts(self, self->block.buf);
        if (holds(self)) {
            return 0;
        }
    }
    PyErr_SetString(PyExc_ValueError, "this is not what a lookout keeps");
    return -1;
}
