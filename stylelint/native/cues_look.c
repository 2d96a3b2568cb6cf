/* The twin of the class in stylelint/checks/_cue_book.py: what it finds.  For how it is made see cues.c. */
#include "cues.h"
#include <string.h>

/* What is asked, and of which. */
typedef struct {
    const CueBook *book;
    PyObject *object; /* the text */
    Text text;
    PyObject *blocks, *kinds, *ask;
    Py_ssize_t letters, words; /* the most of a short block */
    const Py_UCS4 *table;
    unsigned char *met; /* for each cue whether it stands in the block */
    int has_key;
    int in_doubt; /* whether RE2 is to say it */
    Bench bench;
} Look;

/* Take a block on the bench if it is no quotation, and has no more code points and fewer blanks than a short line;
   return 1, 0, or -1 with an exception. */
static int take_short(Look *look, const Block *block)
{
    Py_ssize_t size = block->end - block->start, blanks = 0;
    Py_UCS4 first = size > 0 ? at(&look->text, block->start) : 0;
    if (size > look->letters || first == '"' || first == '\'') {
        return 0;
    }
    if (take_block(&look->bench, &look->text, block->start, block->end) < 0) {
        return -1;
    }
    for (Py_ssize_t i = 0; i < size; i++) {
        blanks += look->bench.block[i] == ' ';
    }
    return blanks < look->words;
}

/* Whether the block has the letters of an entry at a place, and the entry may begin there. */
static int may_begin(const Look *look, const Entry *entry, Py_ssize_t place)
{
    const Py_UCS4 *block = look->bench.block;
    if (entry->count > look->bench.size - place) {
        return 0;
    }
    for (Py_ssize_t i = 0; i < entry->count; i++) {
        if (in_small(block[place + i]) != entry->letters[i]) {
            return 0;
        }
    }
    int before = place > 0 && is_word_of_ascii(block[place - 1]);
    int after = place < look->bench.size && is_word_of_ascii(block[place]);
    switch (entry->where) {
    case AT_WORD:
        return before != after;
    case IN_OPEN:
        return !(before && after);
    case AFTER:
        return place > 0;
    default:
        return 1;
    }
}

/* Run the program of an entry where it may begin, and note what it says of its cue. */
static void try_entry(Look *look, const Entry *entry, Py_ssize_t place)
{
    if (look->met[entry->cue] || !may_begin(look, entry, place)) {
        return;
    }
    look->bench.program = look->table + entry->program;
    look->bench.units = entry->units;
    Answer answer = matches(&look->bench, entry->where == AFTER ? place - 1 : place);
    look->met[entry->cue] = answer == YES;
    look->has_key |= answer == YES && entry->cue < look->book->keys;
    look->in_doubt |= answer == IN_DOUBT || look->bench.spent > ENOUGH;
}

/* Try the entries of a list at a place. */
static void try_list(Look *look, int32_t number, Py_ssize_t place)
{
    while (number >= 0 && !look->in_doubt) {
        const Entry *entry = &look->book->entries[number];
        try_entry(look, entry, place);
        number = entry->next;
    }
}

/* Try what begins with the letters at a place. */
static void try_place(Look *look, Py_ssize_t place)
{
    const CueBook *book = look->book;
    const Py_ssize_t left = look->bench.size - place, count = left < LOOKED_UP ? left : LOOKED_UP;
    uint32_t hash = 0;
    for (Py_ssize_t i = 0; i < count; i++) {
        hash = with_letter(hash, in_small(look->bench.block[place + i]));
        try_list(look, book->lists[list_of(hash)], place);
    }
    try_list(look, book->everywhere, place);
}

/* Try what stands at the start of the block: the keys, or all others. */
static void try_start(Look *look, int keys)
{
    for (int32_t number = look->book->at_start; number >= 0 && !look->in_doubt;) {
        const Entry *entry = &look->book->entries[number];
        if ((entry->cue < look->book->keys) == keys) {
            try_entry(look, entry, 0);
        }
        number = entry->next;
    }
}

/* Note which cues stand in the block on the bench, if a key does. */
static void look_for_cues(Look *look)
{
    const Py_UCS4 *block = look->bench.block;
    int before = 0;
    memset(look->met, 0, (size_t)look->book->cues);
    look->has_key = 0;
    look->bench.spent = 0;
    look->in_doubt = look->book->count == 0 || look->bench.has_lines;
    for (Py_ssize_t i = 0; i < look->bench.size && !look->in_doubt; i++) {
        int after = is_word_of_ascii(block[i]);
        look->in_doubt = block[i] == LONG_S || block[i] == KELVIN;
        if (!(before && after)) {
            try_place(look, i);
        }
        before = after;
    }
    try_place(look, look->bench.size);
    try_start(look, 1);
    if (look->has_key) {
        try_start(look, 0);
    }
}

/* Return the numbers of the cues that are met as a new list, empty where no key is; NULL with an exception. */
static PyObject *numbers_met(const Look *look)
{
    PyObject *numbers = PyList_New(0);
    for (Py_ssize_t cue = 0; numbers != NULL && look->has_key && cue < look->book->cues; cue++) {
        if (look->met[cue] && append_number(numbers, cue) < 0) {
            Py_CLEAR(numbers);
        }
    }
    return numbers;
}

/* Return what RE2 says, likewise. */
static PyObject *asked(const Look *look, const Block *block)
{
    PyObject *data = encoded(look->object, block->start, block->end);
    PyObject *said = data == NULL ? NULL : PyObject_CallOneArg(look->ask, data);
    PyObject *numbers = said == NULL ? NULL : as_list(said);
    Py_XDECREF(data);
    Py_XDECREF(said);
    if (numbers != NULL && PyList_Sort(numbers) < 0) {
        Py_CLEAR(numbers);
    }
    return numbers;
}

/* Add up what cues weigh, of keys the heaviest, and one for each other; return 0, or -1 with an exception. */
static int add_up(const CueBook *book, PyObject *numbers, int64_t *score)
{
    int64_t heaviest = INT64_MIN, others = 0, keys = 0;
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(numbers); i++) {
        Py_ssize_t cue = PyNumber_AsSsize_t(PyList_GET_ITEM(numbers, i), PyExc_OverflowError);
        if (cue < 0 || cue >= book->cues) {
            if (!PyErr_Occurred()) {
                PyErr_SetString(PyExc_IndexError, "there is no such cue");
            }
            return -1;
        }
        if (cue >= book->keys) {
            others += book->weights[cue];
        } else {
            keys++;
            heaviest = book->weights[cue] > heaviest ? book->weights[cue] : heaviest;
        }
    }
    if (keys == 0) {
        PyErr_SetString(PyExc_ValueError, "no cue is a key");
        return -1;
    }
    *score = heaviest + keys - 1 + others;
    return 0;
}

/* Append a block to a list with what its cues come to, if that is enough; return 0, or -1 with an exception. */
static int add_scored(const Look *look, PyObject *found, PyObject *index, PyObject *numbers)
{
    int64_t score;
    if (PyList_GET_SIZE(numbers) == 0) {
        return 0;
    }
    if (add_up(look->book, numbers, &score) < 0) {
        return -1;
    }
    if (score < look->book->least) {
        return 0;
    }
    return append_taken(found, Py_BuildValue("(OLO)", index, (long long)score, numbers));
}

/* Append the block of an index to a list, if it is short and has cues; return 0, or -1 with an exception. */
static int add_block(Look *look, PyObject *found, PyObject *index)
{
    Block block;
    if (take_indexed(look->blocks, index, look->text.size, &block) < 0) {
        return -1;
    }
    int among = take_short(look, &block);
    among = among > 0 ? PySequence_Contains(look->kinds, block.kind) : among;
    if (among <= 0) {
        return among;
    }
    look_for_cues(look);
    PyObject *numbers = look->in_doubt ? asked(look, &block) : numbers_met(look);
    int failed = numbers == NULL ? -1 : add_scored(look, found, index, numbers);
    Py_XDECREF(numbers);
    return failed;
}

/* Return what is found in the blocks of a dictionary as a new list, NULL with an exception. */
static PyObject *look_at(Look *look, PyObject *seen)
{
    Py_ssize_t place = 0;
    PyObject *index, *numbers, *found = PyList_New(0);
    while (found != NULL && PyDict_Next(seen, &place, &index, &numbers)) {
        Py_INCREF(index);
        if (add_block(look, found, index) < 0) {
            Py_CLEAR(found);
        }
        Py_DECREF(index);
    }
    return found;
}

/* Look where everything has been taken but the room for what is met. */
static PyObject *look_in(Look *look, PyObject *seen)
{
    look->table = (const Py_UCS4 *)(const void *)PyBytes_AS_STRING(look->book->table);
    look->met = PyMem_Malloc((size_t)look->book->cues + 1);
    if (look->met == NULL) {
        return PyErr_NoMemory();
    }
    PyObject *found = look_at(look, seen);
    bench_free(&look->bench);
    PyMem_Free(look->met);
    return found;
}

PyObject *cuebook_short(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Look look = {.book = (const CueBook *)self};
    if (count != 7 || !PyTuple_Check(args[1]) || !PyDict_Check(args[2]) || !PyTuple_Check(args[3])
        || !PyCallable_Check(args[6])) {
        PyErr_SetString(PyExc_TypeError, "short(text, blocks, seen, kinds, letters, words, ask)");
        return NULL;
    }
    look.object = args[0];
    look.blocks = args[1];
    look.kinds = args[3];
    look.ask = args[6];
    look.letters = PyNumber_AsSsize_t(args[4], PyExc_OverflowError);
    look.words = PyErr_Occurred() ? -1 : PyNumber_AsSsize_t(args[5], PyExc_OverflowError);
    if (PyErr_Occurred() || text_of(args[0], &look.text) < 0) {
        return NULL;
    }
    return look_in(&look, args[2]);
}
