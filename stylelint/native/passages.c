/* Twin of a function in stylelint/checks/_passages.py. */
#include "cuts.h"

static const char LETTERS[] = "umc";
enum { LONGER = 16, PASSAGE = 32 };

/* Where a block begins and ends, in bytes. */
typedef struct {
    Py_ssize_t start, end;
} Stretch;

/* Where a cut stands: the number of its block, where it begins, and how many bytes it has. */
typedef struct {
    Py_ssize_t block, start, size;
} Place;

/* Two blocks that share a passage. */
typedef struct {
    Py_ssize_t first, second;
} Pair;

/* A draft in small letters, its blocks, the cuts at one letter, and the pairs found so far; also those that
   were found last, as blocks that have the same cuts have many. */
typedef struct {
    char *text;
    Py_ssize_t size;
    int is_ascii;
    Stretch *blocks;
    Py_ssize_t count;
    Cuts cuts;
    Pair *pairs, last[2];
    Py_ssize_t found, room;
} Search;

/* Whether what is the same at two places is long enough, with what is the same beside it. */
static int is_passage(const Search *search, Py_ssize_t one, Py_ssize_t other, Py_ssize_t size)
{
    const char *text = search->text;
    Py_ssize_t missing = PASSAGE - size, before = 0, after = 0;
    while (before < missing && before < one && text[one - before - 1] == text[other - before - 1]) {
        before++;
    }
    missing -= before;
    one += size;
    other += size;
    while (after < missing && other + after < search->size && text[one + after] == text[other + after]) {
        after++;
    }
    return after >= missing;
}

static Py_ssize_t block_at(const Search *search, Py_ssize_t at)
{
    Py_ssize_t low = 0, high = search->count;
    while (high - low > 1) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (search->blocks[middle].start <= at) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Note the blocks of two places, if they share a passage and are not the two that were noted last. */
static int pair_up(Search *search, Pair *last, Py_ssize_t one, const Place *other)
{
    Pair now = {block_at(search, one), other->block};
    if (now.first == now.second || (now.first == last->first && now.second == last->second)) {
        return 0;
    }
    if (!is_passage(search, one, other->start, other->size)) {
        return 0;
    }
    if (search->found == search->room) {
        Pair *moved = grown(search->pairs, &search->room, search->found + 1, sizeof(Pair));
        if (moved == NULL) {
            return -1;
        }
        search->pairs = moved;
    }
    search->pairs[search->found++] = *last = now;
    return 0;
}

/* Note a cut.  A block is paired with the last before it that has the same, and with the first. */
static int met(Search *search, const Place *place)
{
    Cut before;
    int again = cuts_met(&search->cuts, search->text, place->start, place->size, &before);
    if (again <= 0) {
        return again;
    }
    if (pair_up(search, &search->last[0], before.last, place) < 0) {
        return -1;
    }
    return before.first == before.last ? 0 : pair_up(search, &search->last[1], before.first, place);
}

static int cut_up(Search *search, char letter)
{
    cuts_forget(&search->cuts);
    for (Py_ssize_t block = 0; block < search->count; block++) {
        Py_ssize_t start = search->blocks[block].start, end = search->blocks[block].end;
        while (start + LONGER < end) {
            const char *found = memchr(search->text + start, letter, (size_t)(end - start));
            Place place = {block, start, (found == NULL ? end : found - search->text) - start};
            if (place.size > LONGER && met(search, &place) < 0) {
                return -1;
            }
            start += place.size + 1;
        }
    }
    return 0;
}

static int in_order(const void *one, const void *other)
{
    const Pair *a = one, *b = other;
    if (a->first != b->first) {
        return a->first < b->first ? -1 : 1;
    }
    return a->second < b->second ? -1 : a->second > b->second;
}

static PyObject *listed(Search *search)
{
    PyObject *list = PyList_New(0);
    if (search->found > 1) {
        qsort(search->pairs, (size_t)search->found, sizeof(Pair), in_order);
    }
    for (Py_ssize_t i = 0; list != NULL && i < search->found; i++) {
        Pair *pair = search->pairs + i;
        if ((i == 0 || in_order(pair - 1, pair) != 0)
            && append_taken(list, Py_BuildValue("(nn)", pair->first, pair->second)) < 0) {
            Py_CLEAR(list);
        }
    }
    return list;
}

/* How many code points begin in some bytes; counted in bytes, of which compilers take many at once. */
static Py_ssize_t beginning_in(const char *text, Py_ssize_t size)
{
    Py_ssize_t count = 0;
    for (Py_ssize_t start = 0; start < size; start += 128) {
        Py_ssize_t end = size - start < 128 ? size : start + 128;
        unsigned char some = 0;
        for (Py_ssize_t i = start; i < end; i++) {
            some = (unsigned char)(some + ((text[i] & 0xC0) != 0x80));
        }
        count += some;
    }
    return count;
}

/* Return the byte at which so many code points after another byte end. */
static Py_ssize_t after(const Search *search, Py_ssize_t start, Py_ssize_t chars)
{
    Py_ssize_t at = start;
    while (chars > 0 && at < search->size) {
        /* No code point takes less than a byte, so that so many bytes cannot be too many. */
        Py_ssize_t bytes = chars < search->size - at ? chars : search->size - at;
        chars -= search->is_ascii ? chars : beginning_in(search->text + at, bytes);
        at += bytes;
    }
    while (at < search->size && (search->text[at] & 0xC0) == 0x80) {
        at++;
    }
    return at;
}

static int take_blocks(Search *search, PyObject *blocks)
{
    Py_ssize_t chars = 0, bytes = 0;
    search->count = PySequence_Fast_GET_SIZE(blocks);
    search->blocks = PyMem_New(Stretch, (size_t)search->count + 1);
    if (search->blocks == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < search->count; i++) {
        Block block;
        if (block_of(PySequence_Fast_GET_ITEM(blocks, i), PY_SSIZE_T_MAX, &block) < 0) {
            return -1;
        }
        if (block.start < chars) {
            PyErr_SetString(PyExc_ValueError, "blocks are wanted in order");
            return -1;
        }
        search->blocks[i].start = after(search, bytes, block.start - chars);
        search->blocks[i].end = bytes = after(search, search->blocks[i].start, block.end - block.start);
        chars = block.end;
    }
    return 0;
}

static int take_text(Search *search, PyObject *data)
{
    const char *bytes = PyBytes_AS_STRING(data);
    Py_ssize_t size = PyBytes_GET_SIZE(data);
    char *text = PyMem_Malloc((size_t)size + 1);
    if (text == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    unsigned char all = 0;
    for (Py_ssize_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)bytes[i];
        all |= c;
        text[i] = (char)(c + ((unsigned char)(c - 'A') < 26 ? 'a' - 'A' : 0));
    }
    search->is_ascii = all < 128;
    search->text = text;
    search->size = size;
    return cuts_new(&search->cuts, (size_t)size / 8);
}

static PyObject *found_in(Search *search, PyObject *data, PyObject *blocks)
{
    if (take_text(search, data) < 0 || take_blocks(search, blocks) < 0) {
        return NULL;
    }
    for (const char *letter = LETTERS; *letter; letter++) {
        if (cut_up(search, *letter) < 0) {
            return NULL;
        }
    }
    return listed(search);
}

/* sharing(data, blocks) */
static PyObject *sharing(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    (void)module;
    if (count != 2 || !PyBytes_Check(args[0])) {
        PyErr_SetString(PyExc_TypeError, "sharing(data, blocks)");
        return NULL;
    }
    PyObject *blocks = PySequence_Fast(args[1], "blocks are wanted");
    if (blocks == NULL) {
        return NULL;
    }
    Search search = {.last = {{-1, -1}, {-1, -1}}};
    PyObject *found = found_in(&search, args[0], blocks);
    PyMem_Free(search.text);
    PyMem_Free(search.blocks);
    cuts_free(&search.cuts);
    PyMem_Free(search.pairs);
    Py_DECREF(blocks);
    return found;
}

PyMethodDef passages_functions[] = {
    {"sharing", (PyCFunction)(void (*)(void))sharing, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
