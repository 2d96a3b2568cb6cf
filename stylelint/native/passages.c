/* Which blocks of a draft share a passage; see stylelint/checks/_passages.py. */
#include "passages.h"
#include "cuts.h"

static const char LETTERS[] = "umc";
enum { LONGER = 16, PASSAGE = 32, AT_ONCE = 64 };

/* A draft in small letters; its blocks, in bytes, and for each the last that it was paired with, and one more; the pieces
   between the letters, and those of them that wait to be noted; and the pairs found so far. */
typedef struct {
    char *text;
    Py_ssize_t size;
    int is_ascii;
    Bounds *blocks;
    Py_ssize_t count, *paired;
    Cuts cuts;
    Piece pieces[AT_ONCE];
    uint64_t hashes[AT_ONCE];
    int waiting;
    Pairs *pairs;
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

/* Note the block of a piece with one before it, if they share a passage and are not noted yet. */
static int pair_up(Search *search, Py_ssize_t first, Py_ssize_t start, const Piece *piece)
{
    if (first == (Py_ssize_t)piece->block || search->paired[first] == (Py_ssize_t)piece->block + 1
        || !is_passage(search, start, piece->start, piece->size)) {
        return 0;
    }
    search->paired[first] = (Py_ssize_t)piece->block + 1;
    return pairs_add(search->pairs, first, piece->block);
}

/* Note a piece.  A block is paired with the last before it that has the same, and with the first. */
static int met(Search *search, const Piece *piece, uint64_t hash)
{
    Cut before;
    int again = cuts_met(&search->cuts, search->text, piece, hash, &before);
    if (again <= 0) {
        return again;
    }
    if (pair_up(search, before.last_block, before.last, piece) < 0) {
        return -1;
    }
    return before.first == before.last ? 0 : pair_up(search, before.first_block, before.first, piece);
}

/* Note the pieces that wait.  Of a long draft each is looked for in three places that the processor has not at hand: it is
   told of those of all before the first is wanted. */
static int note_waiting(Search *search)
{
    const Cuts *cuts = &search->cuts;
    int count = search->waiting;
    for (int i = 0; i < count; i++) {
        uint32_t number = *cuts_slot(cuts, search->hashes[i]); /* from 1, or 0 */
        FETCH(cuts->items + (number ? number - 1 : 0));
    }
    for (int i = 0; i < count; i++) {
        uint32_t number = *cuts_slot(cuts, search->hashes[i]); /* from 1, or 0 */
        FETCH(search->text + (number ? cuts->items[number - 1].last : 0));
    }
    search->waiting = 0;
    for (int i = 0; i < count; i++) {
        if (met(search, search->pieces + i, search->hashes[i]) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Let the pieces of a block wait that stand between two letters, which are the same. */
static int cut_up(Search *search, Py_ssize_t block, char letter)
{
    Py_ssize_t start = search->blocks[block].start, end = search->blocks[block].end;
    while (start + LONGER < end) {
        const char *found = memchr(search->text + start, letter, (size_t)(end - start));
        Py_ssize_t size = (found == NULL ? end : found - search->text) - start;
        if (size > LONGER) {
            Piece piece = {start, size, (uint32_t)block, (uint64_t)letter << 56};
            uint64_t hash = cuts_hash(search->text, &piece);
            FETCH(cuts_slot(&search->cuts, hash));
            search->hashes[search->waiting] = hash;
            search->pieces[search->waiting++] = piece;
            if (search->waiting == AT_ONCE && note_waiting(search) < 0) {
                return -1;
            }
        }
        start += size + 1;
    }
    return 0;
}

/* How many code points begin in some bytes: in each but those that have the bit of 128 and not that of 64. */
static Py_ssize_t beginning_in(const char *text, Py_ssize_t size)
{
    Py_ssize_t count = 0, i = 0;
    for (; i + 8 <= size; i += 8) {
        uint64_t eight = cuts_word(text + i), others = eight & ~(eight << 1) & 0x8080808080808080u;
        count += 8 - (Py_ssize_t)((others >> 7) * 0x0101010101010101u >> 56);
    }
    for (; i < size; i++) {
        count += (text[i] & 0xC0) != 0x80;
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

/* Find out where the blocks stand in bytes; return 0, or -1 with an exception. */
static int take_blocks(Search *search, const Bounds *blocks, Py_ssize_t count)
{
    Py_ssize_t chars = 0, bytes = 0;
    search->count = count;
    search->blocks = PyMem_New(Bounds, (size_t)count + 1);
    search->paired = PyMem_Calloc((size_t)count + 1, sizeof *search->paired);
    if (search->blocks == NULL || search->paired == NULL || count > (Py_ssize_t)INT32_MAX) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        if (blocks[i].start < chars) {
            PyErr_SetString(PyExc_ValueError, "blocks are wanted in order");
            return -1;
        }
        search->blocks[i].start = after(search, bytes, blocks[i].start - chars);
        search->blocks[i].end = bytes = after(search, search->blocks[i].start, blocks[i].end - blocks[i].start);
        chars = blocks[i].end;
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

static int find(Search *search, PyObject *data, const Bounds *blocks, Py_ssize_t count)
{
    if (take_text(search, data) < 0 || take_blocks(search, blocks, count) < 0) {
        return -1;
    }
    for (Py_ssize_t block = 0; block < count; block++) {
        for (const char *letter = LETTERS; *letter; letter++) {
            if (cut_up(search, block, *letter) < 0) {
                return -1;
            }
        }
    }
    return note_waiting(search);
}

int passages_find(PyObject *data, const Bounds *blocks, Py_ssize_t count, Pairs *pairs)
{
    Search search = {.pairs = pairs};
    int failed = find(&search, data, blocks, count);
    PyMem_Free(search.text);
    PyMem_Free(search.blocks);
    PyMem_Free(search.paired);
    cuts_free(&search.cuts);
    return failed;
}
