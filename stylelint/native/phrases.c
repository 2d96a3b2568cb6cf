/* Twin of `standing` in stylelint/checks/_phrases.py: where phrases stand in a long text. */
#include "native.h"

#include <string.h>

enum { REACH = 256 };

/* A phrase, how many signs it has before its first word, and the next phrase with the same first word; -1. */
typedef struct {
    PyObject *phrase;
    Text text;
    Py_ssize_t lead, next;
} Phrase;

/* Phrases by their first words: the last with each, and whether a first letter may be of one of them. */
typedef struct {
    Interned words;
    Phrase *phrases;
    Py_ssize_t *heads;
    unsigned char begins[256];
} Index;

/* Return where the word ends that begins at a place. */
static Py_ssize_t word_end(const Text *text, Py_ssize_t place)
{
    while (place < text->size && is_word(at(text, place))) {
        place++;
    }
    return place;
}

static int enter(Index *index, Py_ssize_t number, PyObject *phrase)
{
    Phrase *entry = &index->phrases[number];
    if (text_of(phrase, &entry->text) < 0) {
        return -1;
    }
    entry->phrase = phrase;
    while (entry->lead < entry->text.size && !is_word(at(&entry->text, entry->lead))) {
        entry->lead++;
    }
    Py_ssize_t size = word_end(&entry->text, entry->lead) - entry->lead;
    if (size == 0) {
        PyErr_SetString(PyExc_ValueError, "a phrase has words");
        return -1;
    }
    if (entry->text.size > REACH) {
        return 0;
    }
    Py_UCS4 *letters = interned_room(&index->words, size);
    for (Py_ssize_t i = 0; letters != NULL && i < size; i++) {
        letters[i] = at(&entry->text, entry->lead + i);
    }
    Py_ssize_t word = letters == NULL ? -1 : intern(&index->words, size);
    if (word < 0) {
        return -1;
    }
    index->begins[at(&entry->text, entry->lead) & 0xFF] = 1;
    entry->next = index->heads[word];
    index->heads[word] = number;
    return 0;
}

static int enter_all(Index *index, PyObject *list)
{
    Py_ssize_t count = PyList_GET_SIZE(list);
    index->phrases = PyMem_Calloc((size_t)count + 1, sizeof *index->phrases);
    index->heads = PyMem_New(Py_ssize_t, (size_t)count + 1);
    if (index->phrases == NULL || index->heads == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        index->heads[i] = -1;
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        if (enter(index, i, PyList_GET_ITEM(list, i)) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Whether a phrase stands at a place and cuts through no word, but for an s at its end. */
static int stands_whole(const Text *text, const Phrase *phrase, Py_ssize_t start)
{
    Py_ssize_t size = phrase->text.size, end = start + size;
    if (start < 0 || end > text->size) {
        return 0;
    }
    for (Py_ssize_t i = 0; i < size; i++) {
        if (at(text, start + i) != at(&phrase->text, i)) {
            return 0;
        }
    }
    if (start > 0 && is_word(at(text, start - 1)) && is_word(at(text, start))) {
        return 0;
    }
    if (end == text->size || !is_word(at(text, end))) {
        return 1;
    }
    return at(text, end) == 's' && (end + 1 == text->size || !is_word(at(text, end + 1)));
}

/* Note the phrases of which the first word is these letters, and stands at a place. */
static int note(const Index *index, const Text *text, const Py_UCS4 *word, Py_ssize_t size, Py_ssize_t place,
                PyObject *found)
{
    Py_ssize_t number = interned(&index->words, word, size);
    for (Py_ssize_t i = number < 0 ? -1 : index->heads[number]; i >= 0; i = index->phrases[i].next) {
        const Phrase *phrase = &index->phrases[i];
        Py_ssize_t start = place - phrase->lead;
        if (stands_whole(text, phrase, start)
            && append_taken(found, Py_BuildValue("(nO)", start, phrase->phrase)) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Where a letter stands first, from a place on, that one of the phrases may begin with. */
#define NEXT_BEGIN(type) \
    { \
        const type *letters = text->data; \
        while (place < text->size && !index->begins[letters[place] & 0xFF]) { \
            place++; \
        } \
        return place; \
    }

static Py_ssize_t begin_in_1(const Index *index, const Text *text, Py_ssize_t place)
    NEXT_BEGIN(Py_UCS1)

static Py_ssize_t begin_in_2(const Index *index, const Text *text, Py_ssize_t place)
    NEXT_BEGIN(Py_UCS2)

static Py_ssize_t begin_in_4(const Index *index, const Text *text, Py_ssize_t place)
    NEXT_BEGIN(Py_UCS4)

static Py_ssize_t next_begin(const Index *index, const Text *text, Py_ssize_t place)
{
    return text->kind == PyUnicode_1BYTE_KIND ? begin_in_1(index, text, place)
        : text->kind == PyUnicode_2BYTE_KIND ? begin_in_2(index, text, place)
        : begin_in_4(index, text, place);
}

/* Note the phrases of which the first word stands at a place; return 0, or -1 with an exception. */
static int look_at(const Index *index, const Text *text, Py_ssize_t start, Py_ssize_t size, PyObject *found)
{
    Py_UCS4 word[REACH + 1];
    for (Py_ssize_t i = 0; i < size; i++) {
        word[i] = at(text, start + i);
    }
    if (note(index, text, word, size, start, found) < 0) {
        return -1;
    }
    return size > 1 && word[size - 1] == 's' ? note(index, text, word, size - 1, start, found) : 0;
}

static int look(const Index *index, const Text *text, PyObject *found)
{
    for (Py_ssize_t start = next_begin(index, text, 0); start < text->size; start = next_begin(index, text, start + 1)) {
        if (start > 0 && is_word(at(text, start - 1))) {
            continue;
        }
        Py_ssize_t size = word_end(text, start) - start;
        if (size > 0 && size <= REACH + 1 && look_at(index, text, start, size, found) < 0) {
            return -1;
        }
    }
    return 0;
}

/* standing(text, phrases) */
static PyObject *standing(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    (void)module;
    Text text;
    if (count != 2 || !PyAnySet_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "standing(text, phrases)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0) {
        return NULL;
    }
    Index index = {.phrases = NULL};
    PyObject *list = as_list(args[1]), *found = list == NULL ? NULL : PyList_New(0);
    if (found != NULL
        && (enter_all(&index, list) < 0 || look(&index, &text, found) < 0 || PyList_Sort(found) < 0)) {
        Py_CLEAR(found);
    }
    interned_free(&index.words);
    PyMem_Free(index.phrases);
    PyMem_Free(index.heads);
    Py_XDECREF(list);
    return found;
}

PyMethodDef phrases_functions[] = {
    {"standing", (PyCFunction)(void (*)(void))standing, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
