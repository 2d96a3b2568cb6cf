/* Twin of `said_again` in stylelint/checks/_again.py. */
#include "likeness.h"
#include "reading.h"

#define OPAQUE 0x1A

/* A sentence: what its words hash to, and where it stands in the draft. */
typedef struct {
    uint64_t hash;
    Py_ssize_t start, end;
} Sentence;

/* Where the sentences of a block are among all, in the order of their hashes; it is cut up when it is first wanted. */
typedef struct {
    Py_ssize_t first, count;
    int is_cut;
} Cut;

/* Where a sentence stands, and where it stood first. */
typedef struct {
    Py_ssize_t start, end, first_start, first_end;
} Again;

/* The draft, its blocks, a cut for each, and how many words a sentence must have; all sentences; the words of one; and
   what was found. */
typedef struct {
    PyObject *folded, *blocks;
    Py_ssize_t least;
    Cut *cuts;
    Sentence *sentences;
    Py_ssize_t count, room;
    Words words;
    Again *found;
    Py_ssize_t again, places;
} Search;

/* Return where the sentence ends that goes on at an offset: behind stops, and what closes quotations and brackets,
   with a blank or nothing after them. */
static Py_ssize_t end_of_sentence(const Text *text, Py_ssize_t place)
{
    while (place < text->size) {
        Py_UCS4 c = at(text, place++);
        if (c != '.' && c != '!' && c != '?') {
            continue;
        }
        while (place < text->size && ((c = at(text, place)) == '.' || c == '!' || c == '?')) {
            place++;
        }
        Py_ssize_t end = place;
        while (end < text->size && ((c = at(text, end)) == '"' || c == '\'' || c == ')' || c == ']')) {
            end++;
        }
        if (end == text->size || Py_UNICODE_ISSPACE(at(text, end))) {
            return end;
        }
    }
    return text->size;
}

/* Return what the words of a text hash to, and how many there are; -1 with an exception. */
static Py_ssize_t hash_of(Search *search, const Text *text, uint64_t *hash)
{
    search->words.count = 0;
    if (words_read(&search->words, text) < 0) {
        return -1;
    }
    *hash = (uint64_t)search->words.count;
    for (Py_ssize_t i = 0; i < search->words.count; i++) {
        *hash = (*hash ^ search->words.items[i]) * 0x9E3779B97F4A7C15u;
        *hash ^= *hash >> 32;
    }
    return search->words.count;
}

/* Note a sentence if it is long enough; return 0, or -1 with an exception. */
static int note(Search *search, const Text *text, Py_ssize_t offset)
{
    uint64_t hash;
    Py_ssize_t words = hash_of(search, text, &hash);
    if (words < 0 || words < search->least) {
        return words < 0 ? -1 : 0;
    }
    if (search->count == search->room) {
        Sentence *moved = grown(search->sentences, &search->room, search->count + 1, sizeof *moved);
        if (moved == NULL) {
            return -1;
        }
        search->sentences = moved;
    }
    search->sentences[search->count++] = (Sentence){hash, offset, offset + text->size};
    return 0;
}

static int note_all(Search *search, const Text *text, Py_ssize_t offset)
{
    for (Py_ssize_t start = 0, end; start < text->size; start = end) {
        end = end_of_sentence(text, start);
        while (start < end && Py_UNICODE_ISSPACE(at(text, start))) {
            start++;
        }
        Text sentence = {text->kind, (const char *)text->data + start * text->kind, end - start};
        if (start < end && note(search, &sentence, offset + start) < 0) {
            return -1;
        }
    }
    return 0;
}

static int by_hash(const void *one, const void *other)
{
    const Sentence *a = one, *b = other;
    if (a->hash != b->hash) {
        return a->hash < b->hash ? -1 : 1;
    }
    return a->start < b->start ? -1 : a->start > b->start;
}

/* Return the sentences of the block that a pair has at a place, NULL with an exception. */
static const Cut *cut_of(Search *search, PyObject *pair, Py_ssize_t place)
{
    Py_ssize_t start, end, number = PyLong_AsSsize_t(PyTuple_GET_ITEM(pair, place));
    if (number == -1 && PyErr_Occurred()) {
        return NULL;
    }
    if (number < 0 || number >= PySequence_Fast_GET_SIZE(search->blocks)) {
        PyErr_SetString(PyExc_IndexError, "no block has this number");
        return NULL;
    }
    Cut *cut = search->cuts + number;
    if (cut->is_cut) {
        return cut;
    }
    Letters letters = {.held = NULL};
    PyObject *block = PySequence_Fast_GET_ITEM(search->blocks, number);
    *cut = (Cut){search->count, 0, 1};
    int failed = span_of(block, PyUnicode_GET_LENGTH(search->folded), &start, &end) < 0
        || letters_take(&letters, search->folded, start, end) < 0 || note_all(search, &letters.text, start) < 0;
    Py_XDECREF(letters.held);
    cut->count = search->count - cut->first;
    if (!failed && cut->count > 1) {
        qsort(search->sentences + cut->first, (size_t)cut->count, sizeof(Sentence), by_hash);
    }
    return failed ? NULL : cut;
}

/* Return the first sentence of a block that has a hash, or where it would be. */
static Py_ssize_t first_with(const Search *search, const Cut *cut, uint64_t hash)
{
    Py_ssize_t low = cut->first, high = cut->first + cut->count;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (search->sentences[middle].hash < hash) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Note where the sentences with a hash stand in a second block, if one stands in the first; return 0, or -1 with an
   exception. */
static int note_again(Search *search, const Cut *first, const Cut *second, uint64_t hash)
{
    Py_ssize_t there = first_with(search, first, hash);
    if (there == first->first + first->count || search->sentences[there].hash != hash) {
        return 0;
    }
    const Sentence *known = search->sentences + there;
    for (Py_ssize_t i = first_with(search, second, hash);
         i < second->first + second->count && search->sentences[i].hash == hash; i++) {
        const Sentence *here = search->sentences + i;
        if (PyUnicode_FindChar(search->folded, OPAQUE, here->start, here->end, 1) >= 0) {
            continue;
        }
        if (search->again == search->places) {
            Again *moved = grown(search->found, &search->places, search->again + 1, sizeof *moved);
            if (moved == NULL) {
                return -1;
            }
            search->found = moved;
        }
        search->found[search->again++] = (Again){here->start, here->end, known->start, known->end};
    }
    return 0;
}

static int by_place(const void *one, const void *other)
{
    const Again *a = one, *b = other;
    return a->start < b->start ? -1 : a->start > b->start;
}

/* Note the sentences that two blocks share; return 0, or -1 with an exception. */
static int note_shared(Search *search, PyObject *pair)
{
    if (!PyTuple_Check(pair) || PyTuple_GET_SIZE(pair) != 2) {
        PyErr_SetString(PyExc_TypeError, "a pair is wanted");
        return -1;
    }
    const Cut *first = cut_of(search, pair, 0), *second = first == NULL ? NULL : cut_of(search, pair, 1);
    if (second == NULL) {
        return -1;
    }
    const Cut *fewer = first->count < second->count ? first : second;
    Py_ssize_t before = search->again;
    for (Py_ssize_t i = fewer->first; i < fewer->first + fewer->count; i++) {
        uint64_t hash = search->sentences[i].hash;
        int is_new = i == fewer->first || search->sentences[i - 1].hash != hash;
        if (is_new && note_again(search, first, second, hash) < 0) {
            return -1;
        }
    }
    if (search->again - before > 1) {
        qsort(search->found + before, (size_t)(search->again - before), sizeof(Again), by_place);
    }
    return 0;
}

static PyObject *listed(const Search *search)
{
    PyObject *list = PyList_New(search->again);
    for (Py_ssize_t i = 0; list != NULL && i < search->again; i++) {
        const Again *again = search->found + i;
        PyObject *fields[] = {pair_made(again->start, again->end), pair_made(again->first_start, again->first_end)};
        PyObject *two = tuple_of(fields, 2);
        if (two == NULL) {
            Py_CLEAR(list);
        } else {
            PyList_SET_ITEM(list, i, two);
        }
    }
    return list;
}

static PyObject *found_in(Search *search, PyObject *pairs)
{
    search->cuts = PyMem_Calloc((size_t)PySequence_Fast_GET_SIZE(search->blocks) + 1, sizeof *search->cuts);
    if (search->cuts == NULL) {
        return PyErr_NoMemory();
    }
    for (Py_ssize_t i = 0; i < PySequence_Fast_GET_SIZE(pairs); i++) {
        if (note_shared(search, PySequence_Fast_GET_ITEM(pairs, i)) < 0) {
            return NULL;
        }
    }
    return listed(search);
}

/* said_again(folded, blocks, pairs, least) */
static PyObject *said_again(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text folded;
    (void)module;
    if (count != 4 || !PyLong_Check(args[3])) {
        PyErr_SetString(PyExc_TypeError, "said_again(folded, blocks, pairs, least)");
        return NULL;
    }
    Search search = {.folded = args[0], .least = PyLong_AsSsize_t(args[3])};
    if ((search.least == -1 && PyErr_Occurred()) || text_of(args[0], &folded) < 0) {
        return NULL;
    }
    search.blocks = PySequence_Fast(args[1], "blocks are wanted");
    PyObject *pairs = search.blocks == NULL ? NULL : PySequence_Fast(args[2], "pairs are wanted");
    PyObject *found = pairs == NULL ? NULL : found_in(&search, pairs);
    PyMem_Free(search.cuts);
    PyMem_Free(search.sentences);
    PyMem_Free(search.words.items);
    PyMem_Free(search.found);
    Py_XDECREF(search.blocks);
    Py_XDECREF(pairs);
    return found;
}

PyMethodDef again_functions[] = {
    {"said_again", (PyCFunction)(void (*)(void))said_again, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
