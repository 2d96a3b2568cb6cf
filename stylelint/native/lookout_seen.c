/* The twin of `Lookout.seen` in stylelint/lookout.py: which factors stand in a text. */
#include "lookout.h"

#include <stdlib.h>
#include <string.h>

/* A look at one text: where it is, and what has been seen. */
typedef struct {
    const Lookout *lookout;
    Text text;
    unsigned char *codes;
    uint64_t gram; /* the codes of the last letters */
    Py_ssize_t block;             /* that is looked at; -1 for none */
    Stretch whole, in_block;      /* what counts for factors of a text, and of a block */
    Py_ssize_t *last;             /* for each number of a block the one after that in which it was seen last */
    Py_ssize_t *met;              /* the numbers that were seen in this block, and how many */
    Py_ssize_t met_count;
    char *anywhere; /* for each number of a text whether it was seen */
    PyObject *pairs;
} Look;

/* The codes that come after a place, the first in the lowest byte; 0 after the text. */
static inline uint32_t codes_after(const Look *look, Py_ssize_t end)
{
    const unsigned char *codes = look->codes + end;
    return codes[0] | (uint32_t)codes[1] << 8 | (uint32_t)codes[2] << 16 | (uint32_t)codes[3] << 24;
}

/* Note a factor, if that is not done, whose codes are these where its gram ends, or it begins, at a place, if it stands
   there. */
static void note_one(Look *look, const Node *node, Py_ssize_t place)
{
    if (node->in_block ? look->block < 0 || look->last[node->number] == look->block + 1 : look->anywhere[node->number]) {
        return;
    }
    const Factor *factor = &look->lookout->factors[node->factor];
    if (!stands(node->in_block ? &look->in_block : &look->whole, look->lookout, factor, place + factor->length)) {
        return;
    }
    if (node->in_block) {
        look->last[node->number] = look->block + 1;
        look->met[look->met_count++] = node->number;
    } else {
        look->anywhere[node->number] = 1;
    }
}

/* Note the factors of a bucket whose codes are these where their grams end, or they begin, at a place. */
static inline void note(Look *look, int where, uint32_t hash, uint64_t codes, Py_ssize_t place)
{
    const int32_t *first = look->lookout->index->first + bucket_of(where, hash);
    const Node *node = look->lookout->nodes + first[0], *last = look->lookout->nodes + first[1];
    uint32_t more = node < last ? codes_after(look, place) : 0;
    for (; node < last; node++) {
        if ((codes & node->mask) == node->codes && (more & node->more_mask) == node->more) {
            note_one(look, node, place);
        }
    }
}

/* Note the factors that stand at a place, of an index that has them by how they begin. */
static void note_first(Look *look, int where, Py_ssize_t place)
{
    static const unsigned char lengths[] = FIRST;
    uint64_t codes = 0;
    int size = 0;
    while (size < HELD && place + size < look->in_block.end) {
        codes |= (uint64_t)look->codes[place + size] << 8 * (HELD - 1 - size);
        size++;
    }
    for (size_t i = 0; i < sizeof lengths; i++) {
        uint32_t hash = lengths[i] <= size ? hash_of_first(codes, lengths[i]) : 0;
        if (lengths[i] <= size && is_set(look->lookout->index->maps[where], bit_of(hash, 0))) {
            note(look, where, hash, codes, place);
        }
    }
}

/* Note the factors that begin with a sign, at a place where a block may begin. */
static void note_open(Look *look, Py_ssize_t place)
{
    for (Py_UCS4 sign = EDGE; sign <= FINISH; sign++) {
        uint32_t hash = hash_of_sign(sign);
        if (is_set(look->lookout->index->maps[OPEN], bit_of(hash, 0))) {
            note(look, OPEN, hash, 0, place);
        }
    }
}

static int is_mark(Py_UCS4 letter)
{
    switch (letter) {
    case ' ': case '*': case '>': case '|': case '[': case '(': case '_': case '-':
    case 0x2022: case 0x2981: case 0x25AA: case 0x25A0: case 0x25C6: case 0xB7: case 0xBB: case 0x25BA:
    case 0x25B6: case 0x25B8: case 0x2192: case 0x2190: case 0xAB: case 0x2193:
        return 1;
    default:
        return 0;
    }
}

static void note_begun(Look *look)
{
    Py_ssize_t place = look->in_block.start;
    do {
        look->in_block.begun = place;
        note_first(look, STARTS, place);
        note_open(look, place);
    } while (place < look->in_block.end && is_mark(at(&look->text, place++)));
}

/* Note how a sentence begins in a block after a stop, whatever blanks and closing signs come before it. */
static void note_sentence(Look *look, Py_ssize_t place)
{
    for (; place < look->in_block.end; place++) {
        Py_UCS4 letter = at(&look->text, place);
        if (letter >= 128 ? letter != 0xBB : strchr(")\"'] ", (int)letter) == NULL || letter == 0) {
            break;
        }
    }
    note_first(look, SENTENCES, place);
}

static int is_stop(Py_UCS4 letter)
{
    return letter == '.' || letter == '!' || letter == '?' || letter == 0x2026;
}

/* Look for short grams that end before a place with these codes, and for the end of a sentence. */
static void look_closer(Look *look, uint64_t gram, Py_ssize_t end)
{
    uint32_t both = hash_of(gram & 0xFFFF), last = hash_of(gram & 0xFF);
    const unsigned char *map = look->lookout->index->maps[SHORTS];
    if (is_set(map, bit_of(both, 0))) {
        note(look, SHORTS, both, gram, end);
    }
    if (is_set(map, bit_of(last, 0))) {
        note(look, SHORTS, last, gram, end);
    }
    if (look->block >= 0 && is_stop(at(&look->text, end - 1))) {
        note_sentence(look, end);
    }
}

/* Look at a stretch of the text: a block, or what stands between two. */
static void look_at(Look *look, Py_ssize_t start, Py_ssize_t end)
{
    const unsigned char *codes = look->codes, *pairs = look->lookout->head->pairs;
    const unsigned char *map = look->lookout->index->maps[TEXTS];
    uint64_t gram = look->gram;
    for (Py_ssize_t i = start; i < end; i++) {
        uint64_t longer = gram << 8 | codes[i];
        if (is_set(pairs, (uint32_t)longer & 0xFFFF)) {
            look_closer(look, longer, i + 1);
            if ((longer & 0xFFFF) == BOTH_BLANK) {
                continue; /* a run of blanks is one in grams */
            }
        }
        gram = longer;
        uint32_t hash = hash_of(gram);
        if (is_set(map, bit_of(hash, has_capitals(gram)))) {
            note(look, TEXTS, hash, gram, i + 1);
        }
    }
    look->gram = gram;
}

static int compare(const void *one, const void *other)
{
    Py_ssize_t a = *(const Py_ssize_t *)one, b = *(const Py_ssize_t *)other;
    return (a > b) - (a < b);
}

/* Take what was seen in a block over into the list of pairs; return 0, or -1 with an exception. */
static int take_met(Look *look)
{
    qsort(look->met, (size_t)look->met_count, sizeof *look->met, compare);
    for (Py_ssize_t i = 0; i < look->met_count; i++) {
        if (append_span(look->pairs, look->block, look->met[i]) < 0) {
            return -1;
        }
    }
    look->met_count = 0;
    return 0;
}

static int look_at_all(Look *look, PyObject *blocks)
{
    Py_ssize_t before = 0;
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(blocks); i++) {
        PyObject *block = PyTuple_GET_ITEM(blocks, i);
        if (!PyTuple_Check(block) || PyTuple_GET_SIZE(block) < 2) {
            PyErr_SetString(PyExc_TypeError, "blocks are wanted");
            return -1;
        }
        look->in_block.start = PyLong_AsSsize_t(PyTuple_GET_ITEM(block, 0));
        look->in_block.end = PyErr_Occurred() ? -1 : PyLong_AsSsize_t(PyTuple_GET_ITEM(block, 1));
        if (PyErr_Occurred()) {
            return -1;
        }
        if (look->in_block.start < before || look->in_block.end < look->in_block.start || look->in_block.end > look->text.size) {
            PyErr_SetString(PyExc_ValueError, "blocks are wanted in order, and in the text");
            return -1;
        }
        look->in_block.marks_from = look->in_block.marks_to = -1;
        look_at(look, before, look->in_block.start);
        look->block = i;
        note_begun(look);
        look_at(look, look->in_block.start, look->in_block.end);
        if (take_met(look) < 0) {
            return -1;
        }
        look->block = -1;
        before = look->in_block.end;
    }
    look_at(look, before, look->text.size);
    return 0;
}

#define WRITE_CODES(type)                                                              \
    for (Py_ssize_t i = 0; i < text->size; i++) {                                      \
        Py_UCS4 letter = ((const type *)text->data)[i];                                \
        codes[i] = letter < 128 ? known[letter] : code_of(letter);                     \
    }

static void write_codes(const Text *text, unsigned char *codes)
{
    unsigned char known[128];
    for (int i = 0; i < 128; i++) {
        known[i] = code_of((Py_UCS4)i);
    }
    switch (text->kind) {
    case PyUnicode_1BYTE_KIND:
        WRITE_CODES(Py_UCS1)
        break;
    case PyUnicode_2BYTE_KIND:
        WRITE_CODES(Py_UCS2)
        break;
    default:
        WRITE_CODES(Py_UCS4)
    }
}

/* Return the numbers of the factors that were seen anywhere, in order, and the pairs. */
static PyObject *result_of(const Look *look)
{
    PyObject *numbers = PyList_New(0);
    for (Py_ssize_t i = 0; numbers != NULL && i < look->lookout->head->anywhere; i++) {
        if (look->anywhere[i] && append_number(numbers, i) < 0) {
            Py_CLEAR(numbers);
        }
    }
    return numbers == NULL ? NULL : Py_BuildValue("(NO)", numbers, look->pairs);
}

PyObject *lookout_seen(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Look look = {.lookout = (const Lookout *)self, .block = -1};
    if (count != 2 || !PyTuple_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "seen(text, blocks)");
        return NULL;
    }
    if (text_of(args[0], &look.text) < 0) {
        return NULL;
    }
    size_t numbers = (size_t)look.lookout->head->in_blocks;
    look.codes = PyMem_Malloc((size_t)look.text.size + MORE);
    look.anywhere = PyMem_Calloc((size_t)look.lookout->head->anywhere + 1, 1);
    look.last = PyMem_Calloc(numbers + 1, sizeof *look.last);
    look.met = PyMem_Malloc((numbers + 1) * sizeof *look.met);
    look.pairs = PyList_New(0);
    PyObject *result = NULL;
    if (look.codes == NULL || look.anywhere == NULL || look.last == NULL || look.met == NULL) {
        PyErr_NoMemory();
    } else if (look.pairs != NULL) {
        memset(look.codes + look.text.size, 0, MORE);
        look.whole = (Stretch){&look.text, 0, look.text.size, -1, -1, -1};
        look.in_block = look.whole;
        write_codes(&look.text, look.codes);
        result = look_at_all(&look, args[1]) < 0 ? NULL : result_of(&look);
    }
    PyMem_Free(look.codes);
    PyMem_Free(look.anywhere);
    PyMem_Free(look.last);
    PyMem_Free(look.met);
    Py_XDECREF(look.pairs);
    return result;
}

PyObject *lookout_each(PyObject *self, PyObject *texts)
{
    if (!PyList_Check(texts)) {
        PyErr_SetString(PyExc_TypeError, "a list of texts with their blocks is wanted");
        return NULL;
    }
    PyObject *all = PyList_New(0);
    for (Py_ssize_t i = 0; all != NULL && i < PyList_GET_SIZE(texts); i++) {
        PyObject *both = Py_NewRef(PyList_GET_ITEM(texts, i)), *seen = NULL;
        if (!PyTuple_Check(both)) {
            PyErr_SetString(PyExc_TypeError, "a text with its blocks is wanted");
        } else {
            seen = lookout_seen(self, ((PyTupleObject *)both)->ob_item, PyTuple_GET_SIZE(both));
        }
        if (seen == NULL || PyList_Append(all, seen) < 0) {
            Py_CLEAR(all);
        }
        Py_XDECREF(seen);
        Py_DECREF(both);
    }
    return all;
}
