/* Twin of a function in stylelint/checks/_twins.py. */
#include "native.h"

#include <string.h>

/* What a text is compared by: how many words it has, and a table of what its runs of three words hash to, in a
   power of two of slots, of which 0 is free.  It is read when it is first wanted, and forgotten after `last`. */
typedef struct {
    Text text;
    Py_ssize_t words, runs, last;
    uint64_t *slots;
    size_t count;
    int is_read;
} Reading;

typedef struct {
    Reading *readings;
    Py_ssize_t count;
    PyObject *texts, *pairs;
} Shelf;

/* Take the next word from a place: letters, and an apostrophe or a hyphen between two.  Return where it ends and
   put what it hashes to into `hash`; -1 where there is none. */
static Py_ssize_t next_word(const Text *text, Py_ssize_t place, uint64_t *hash)
{
    while (place < text->size && !is_word(at(text, place))) {
        place++;
    }
    if (place == text->size) {
        return -1;
    }
    uint64_t letters = 0xCBF29CE484222325u;
    for (; place < text->size; place++) {
        Py_UCS4 c = at(text, place);
        int inside = (c == '\'' || c == '-') && place + 1 < text->size && is_word(at(text, place + 1));
        if (!inside && !is_word(c)) {
            break;
        }
        letters = (letters ^ c) * 0x100000001B3u;
    }
    *hash = letters ^ letters >> 32;
    return place;
}

static uint64_t run_of(const uint64_t *words)
{
    uint64_t hash = words[0] * 0x9E3779B97F4A7C15u;
    hash = ((hash ^ hash >> 32) + words[1]) * 0xC2B2AE3D27D4EB4Fu;
    hash = ((hash ^ hash >> 32) + words[2]) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 32;
    return hash ? hash : 1;
}

/* Return the slot of a run, which is free where the table does not have it. */
static uint64_t *slot_of(const Reading *reading, uint64_t run)
{
    size_t slot = run & (reading->count - 1);
    while (reading->slots[slot] != 0 && reading->slots[slot] != run) {
        slot = (slot + 1) & (reading->count - 1);
    }
    return reading->slots + slot;
}

static int read_text(Reading *reading)
{
    uint64_t words[3] = {0, 0, 0};
    Py_ssize_t place = 0;
    for (uint64_t hash; (place = next_word(&reading->text, place, &hash)) >= 0;) {
        reading->words++;
    }
    for (reading->count = 4; reading->count < (size_t)reading->words / 2 * 3;) {
        reading->count *= 2;
    }
    reading->slots = PyMem_Calloc(reading->count, sizeof *reading->slots);
    if (reading->slots == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    place = 0;
    for (Py_ssize_t word = 1; word <= reading->words; word++) {
        words[0] = words[1];
        words[1] = words[2];
        place = next_word(&reading->text, place, words + 2);
        uint64_t *slot = word < 3 ? NULL : slot_of(reading, run_of(words));
        if (slot != NULL && *slot == 0) {
            *slot = run_of(words);
            reading->runs++;
        }
    }
    reading->is_read = 1;
    return 0;
}

static int have_same_words(const Text *one, const Text *other)
{
    Py_ssize_t i = 0, j = 0;
    uint64_t word = 0, same = 0;
    do {
        i = next_word(one, i, &word);
        j = next_word(other, j, &same);
    } while (i >= 0 && j >= 0 && word == same);
    return i < 0 && j < 0;
}

static Py_ssize_t after_blanks(const Text *text, Py_ssize_t place)
{
    while (place < text->size && Py_UNICODE_ISSPACE(at(text, place))) {
        place++;
    }
    return place;
}

static int ends_word(const Text *text, Py_ssize_t place)
{
    return place == text->size || Py_UNICODE_ISSPACE(at(text, place));
}

/* Whether two texts are the same, whatever blanks stand in both between what stands without any. */
static int are_same_but_for_blanks(const Text *one, const Text *other)
{
    Py_ssize_t i = after_blanks(one, 0), j = after_blanks(other, 0);
    while (i < one->size && j < other->size) {
        while (!ends_word(one, i) && !ends_word(other, j) && at(one, i) == at(other, j)) {
            i++;
            j++;
        }
        if (!ends_word(one, i) || !ends_word(other, j)) {
            return 0;
        }
        i = after_blanks(one, i);
        j = after_blanks(other, j);
    }
    return i == one->size && j == other->size;
}

static Py_ssize_t runs_in_both(const Reading *one, const Reading *other)
{
    Py_ssize_t both = 0;
    for (size_t slot = 0; slot < one->count; slot++) {
        both += one->slots[slot] != 0 && *slot_of(other, one->slots[slot]) != 0;
    }
    return both;
}

/* How many words at most stand one after the other in both texts: in one, of which all runs are in the other. */
static Py_ssize_t words_together(const Reading *one, const Reading *other)
{
    uint64_t words[3] = {0, 0, 0};
    Py_ssize_t place = 0, now = 0, most = 0;
    for (Py_ssize_t word = 1; word <= one->words; word++) {
        words[0] = words[1];
        words[1] = words[2];
        place = next_word(&one->text, place, words + 2);
        now = word >= 3 && *slot_of(other, run_of(words)) != 0 ? now + 1 : 0;
        most = now > most ? now : most;
    }
    return most + 2 < one->words ? most + 2 : one->words;
}

/* Return what tells how alike two texts are, a new reference; NULL with an exception. */
static PyObject *told(const Reading *one, const Reading *other)
{
    if (one->words > other->words) {
        const Reading *longer = one;
        one = other;
        other = longer;
    }
    Py_ssize_t least = one->runs < other->runs ? one->runs : other->runs, all = one->runs + other->runs;
    Py_ssize_t both = one->count < other->count ? runs_in_both(one, other) : runs_in_both(other, one);
    int exact = are_same_but_for_blanks(&one->text, &other->text);
    double inside = least ? (double)both / (double)least : have_same_words(&one->text, &other->text);
    double share = all ? (double)both / (double)(all - both) : inside;
    return Py_BuildValue("(Nddnnn)", PyBool_FromLong(exact), share, inside, one->words, other->words,
                         words_together(one, other));
}

static int is_same(const Text *one, const Text *other)
{
    return one->kind == other->kind && one->size == other->size
        && memcmp(one->data, other->data, (size_t)one->size * one->kind) == 0;
}

static PyObject *compared_two(Reading *one, Reading *other)
{
    if (!one->is_read && read_text(one) < 0) {
        return NULL;
    }
    if (one == other || is_same(&one->text, &other->text)) {
        return Py_BuildValue("(Oddnnn)", Py_True, 1.0, 1.0, one->words, one->words, one->words);
    }
    if (!other->is_read && read_text(other) < 0) {
        return NULL;
    }
    return told(one, other);
}

static void forget(Reading *reading)
{
    PyMem_Free(reading->slots);
    reading->slots = NULL;
}

/* Return the text that a pair has at a place, NULL with an exception. */
static Reading *reading_of(const Shelf *shelf, PyObject *pair, Py_ssize_t place)
{
    if (!PyTuple_Check(pair) || PyTuple_GET_SIZE(pair) != 2) {
        PyErr_SetString(PyExc_TypeError, "a pair is wanted");
        return NULL;
    }
    Py_ssize_t index = PyLong_AsSsize_t(PyTuple_GET_ITEM(pair, place));
    if (index == -1 && PyErr_Occurred()) {
        return NULL;
    }
    if (index < 0 || index >= shelf->count) {
        PyErr_SetString(PyExc_IndexError, "no text has this number");
        return NULL;
    }
    return shelf->readings + index;
}

/* Take the texts that are compared, and note which pair is the last that asks for each. */
static int take(Shelf *shelf)
{
    shelf->count = PySequence_Fast_GET_SIZE(shelf->texts);
    shelf->readings = PyMem_Calloc((size_t)shelf->count + 1, sizeof(Reading));
    if (shelf->readings == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < shelf->count; i++) {
        if (text_of(PySequence_Fast_GET_ITEM(shelf->texts, i), &shelf->readings[i].text) < 0) {
            return -1;
        }
    }
    for (Py_ssize_t i = 0; i < PySequence_Fast_GET_SIZE(shelf->pairs); i++) {
        for (int place = 0; place < 2; place++) {
            Reading *reading = reading_of(shelf, PySequence_Fast_GET_ITEM(shelf->pairs, i), place);
            if (reading == NULL) {
                return -1;
            }
            reading->last = i;
        }
    }
    return 0;
}

static PyObject *compared_all(Shelf *shelf)
{
    PyObject *found = take(shelf) < 0 ? NULL : PyList_New(0);
    for (Py_ssize_t i = 0; found != NULL && i < PySequence_Fast_GET_SIZE(shelf->pairs); i++) {
        PyObject *pair = PySequence_Fast_GET_ITEM(shelf->pairs, i);
        Reading *one = reading_of(shelf, pair, 0), *other = reading_of(shelf, pair, 1);
        if (one == NULL || other == NULL || append_taken(found, compared_two(one, other)) < 0) {
            Py_CLEAR(found);
            break;
        }
        if (one->last == i) {
            forget(one);
        }
        if (other->last == i) {
            forget(other);
        }
    }
    for (Py_ssize_t i = 0; i < shelf->count && shelf->readings != NULL; i++) {
        forget(shelf->readings + i);
    }
    PyMem_Free(shelf->readings);
    return found;
}

/* compared(texts, pairs) */
static PyObject *compared(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    (void)module;
    if (count != 2 || !(PyList_Check(args[0]) || PyTuple_Check(args[0]))) {
        PyErr_SetString(PyExc_TypeError, "compared(texts, pairs)");
        return NULL;
    }
    Shelf shelf = {NULL, 0, args[0], PySequence_Fast(args[1], "pairs are wanted")};
    PyObject *found = shelf.pairs == NULL ? NULL : compared_all(&shelf);
    Py_XDECREF(shelf.pairs);
    return found;
}

PyMethodDef twins_functions[] = {
    {"compared", (PyCFunction)(void (*)(void))compared, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
