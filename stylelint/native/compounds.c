/* Twin of a function in stylelint/checks/compounds.py. */
#include "compounds.h"
#include "fours.h"

enum { SHORTEST_CLOSED = 6, MOST_WORDS = MOST_HYPHENS + 2 };

/* Where a compound stands that is written in one of the ways that are told apart by a number. */
typedef struct {
    Py_ssize_t way;
    Compound place;
} Use;

typedef struct {
    Use *items;
    Py_ssize_t count, room;
} Uses;

/* A text; how its hyphenated words would be written open and closed, which is looked for; four letters of each that stand
   at so many places one after the other, so that the text need be looked at in steps of as many, and few of its places more
   closely; and the words that they begin with, a bit for each. */
typedef struct {
    Text text;
    Interned ways;
    Uses hyphenated, bare;
    Py_UCS4 *word;
    Py_ssize_t longest, shortest, step;
    Fours fours;
    uint64_t *words;
    size_t last_word;
} Search;

static int note(Uses *uses, Py_ssize_t way, Compound place)
{
    if (uses->count == uses->room) {
        Use *moved = grown(uses->items, &uses->room, uses->count + 1, sizeof(Use));
        if (moved == NULL) {
            return -1;
        }
        uses->items = moved;
    }
    uses->items[uses->count++] = (Use){way, place};
    return 0;
}

DEFINE_NEXT_FOUR(next_four)

/* Note what stands where a compound, and the noun after it, is written with something else for its hyphens, 0
   for nothing: the first letter small, and without the s of the plural. */
static int note_way(Search *search, Compound place, Py_UCS4 joint)
{
    const Text *text = &search->text;
    Py_UCS4 *letters = interned_room(&search->ways, place.stop - place.start);
    if (letters == NULL) {
        return -1;
    }
    Py_ssize_t size = 0, stop = place.stop, last = stop > place.end ? place.end + 1 : place.start;
    stop -= stop - last > SHORTEST_NOUN && at(text, stop - 1) == 's' && at(text, stop - 2) != 's';
    for (Py_ssize_t i = place.start; i < stop; i++) {
        Py_UCS4 c = at(text, i) == '-' ? joint : size ? at(text, i) : at(text, i) | 0x20;
        letters[size] = c;
        size += c != 0;
    }
    search->longest = size > search->longest ? size : search->longest;
    search->shortest = size < search->shortest ? size : search->shortest;
    Py_ssize_t way = intern(&search->ways, size);
    return way < 0 ? -1 : note(&search->hyphenated, way, place);
}

static Py_ssize_t hyphens(const Text *text, Compound place)
{
    Py_ssize_t count = 0;
    for (Py_ssize_t i = place.start; i < place.end; i++) {
        count += at(text, i) == '-';
    }
    return count;
}

/* Note all compounds of the text, each written open where a noun follows, and closed. */
static int note_compounds(Search *search, PyObject *text)
{
    Py_ssize_t hyphen = 0;
    while ((hyphen = PyUnicode_FindChar(text, '-', hyphen, search->text.size, 1)) >= 0) {
        Compound place;
        if (!is_compound(&search->text, hyphen++, &place)) {
            continue;
        }
        hyphen = place.end;
        if (place.stop > place.end && note_way(search, place, ' ') < 0) {
            return -1;
        }
        place.stop = place.end;
        int is_long = place.end - place.start >= SHORTEST_CLOSED && hyphens(&search->text, place) == 1;
        if (is_long && note_way(search, place, 0) < 0) {
            return -1;
        }
    }
    return hyphen == -1 ? 0 : -1;
}

static inline uint64_t hashed(uint64_t hash, Py_UCS4 letter)
{
    return (hash ^ letter) * FOURS_SPREAD;
}

static inline int has_words(const Search *search, uint64_t hash)
{
    size_t bit = (size_t)(hash >> 32) & search->last_word;
    return search->words[bit / 64] >> bit % 64 & 1;
}

/* Note four letters of each way, none of which is shorter, at every place of a step. */
static void note_fours(Search *search)
{
    search->step = step_of(search->shortest);
    for (Py_ssize_t way = 0; way < search->ways.count; way++) {
        const Py_UCS4 *letters = search->ways.letters + search->ways.items[way].start;
        for (Py_ssize_t i = 0; i < search->step; i++) {
            note_four(&search->fours, search->text.kind, letters + i);
        }
    }
}

/* Note the words that the ways begin with: the first, the first two, and so on to all of them. */
static int note_words(Search *search)
{
    size_t bits = 64;
    while (bits < 16 * (size_t)search->ways.count && bits < ((size_t)1 << 31)) {
        bits *= 2;
    }
    search->last_word = bits - 1;
    search->words = PyMem_Calloc(bits / 64, sizeof *search->words);
    if (search->words == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t way = 0; way < search->ways.count; way++) {
        const Sequence *known = search->ways.items + way;
        const Py_UCS4 *letters = search->ways.letters + known->start;
        uint64_t hash = 0;
        for (Py_ssize_t i = 0; i < known->size; i++) {
            hash = hashed(hash, letters[i]);
            if (i + 1 == known->size || letters[i + 1] == ' ') {
                size_t bit = (size_t)(hash >> 32) & search->last_word;
                search->words[bit / 64] |= (uint64_t)1 << bit % 64;
            }
        }
    }
    return 0;
}

/* Note the use if the first letters of the words from a place are a way that is looked for. */
static int note_bare(Search *search, Compound place, Py_ssize_t size)
{
    Py_ssize_t way = interned(&search->ways, search->word, size);
    return way < 0 ? 0 : note(&search->bare, way, place);
}

/* Note what is looked for and begins at a place; all of it is words of ASCII with a blank between them. */
static int look(Search *search, Py_ssize_t start)
{
    const Text *text = &search->text;
    Py_ssize_t size = 0, end = start, before = start;
    uint64_t hash = 0, shorter = 0;
    for (int words = 1; words <= MOST_WORDS; words++) {
        for (; is_letter(sign(text, end)); end++) {
            if (size > search->longest) {
                return 0;
            }
            search->word[size] = at(text, end) | (size ? 0 : 0x20);
            shorter = hash;
            hash = hashed(hash, search->word[size++]);
        }
        int is_known = has_words(search, hash);
        int is_plural = search->word[size - 1] == 's' && has_words(search, shorter);
        if (words != 2 && (is_known || is_plural) && may_end(text, end)) {
            Compound place = {start, words == 1 ? end : before, end};
            if ((is_known && note_bare(search, place, size) < 0)
                || (is_plural && note_bare(search, place, size - 1) < 0)) {
                return -1;
            }
        }
        if (!is_known || size > search->longest || sign(text, end) != ' ' || !is_letter(sign(text, end + 1))) {
            return 0;
        }
        before = end++;
        search->word[size++] = ' ';
        hash = hashed(hash, ' ');
    }
    return 0;
}

/* Look at the places at which something may begin that has four letters at a place, or one step before. */
static int look_before(Search *search, Py_ssize_t place)
{
    for (Py_ssize_t i = Py_MAX(place - search->step + 1, 0); i <= place; i++) {
        if (is_letter(at(&search->text, i)) && may_begin(&search->text, i) && look(search, i) < 0) {
            return -1;
        }
    }
    return 0;
}

static int note_all(Search *search, PyObject *text)
{
    if (note_compounds(search, text) < 0) {
        return -1;
    }
    if (search->hyphenated.count == 0) {
        return 0;
    }
    search->word = PyMem_New(Py_UCS4, (size_t)search->longest + 2);
    if (search->word == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    if (note_words(search) < 0) {
        return -1;
    }
    note_fours(search);
    const Text *bare = &search->text;
    for (Py_ssize_t i = 0; (i = next_four(bare, &search->fours, i, search->step)) < bare->size; i += search->step) {
        if (look_before(search, i) < 0) {
            return -1;
        }
    }
    return 0;
}

/* Put the uses of ways of which there are bare ones into pairs of lists, which are made here, and these into two lists: of
   the ways that are open, and of those that are closed.  Return 0, or -1 with an exception. */
static int sort_out(const Search *search, PyObject **of_way, PyObject *lists)
{
    for (Py_ssize_t i = 0; i < search->bare.count; i++) {
        const Use *use = search->bare.items + i;
        if (of_way[use->way] == NULL) {
            of_way[use->way] = Py_BuildValue("([][])");
        }
        PyObject *pair = of_way[use->way];
        PyObject *place = pair == NULL ? NULL : Py_BuildValue("(nn)", use->place.start, use->place.end);
        if (pair == NULL || append_taken(PyTuple_GET_ITEM(pair, 1), place) < 0) {
            return -1;
        }
    }
    for (Py_ssize_t i = 0; i < search->hyphenated.count; i++) {
        Compound place = search->hyphenated.items[i].place;
        PyObject *pair = of_way[search->hyphenated.items[i].way];
        PyObject *uses = pair == NULL ? NULL : PyTuple_GET_ITEM(pair, 0);
        int is_closed = place.stop == place.end;
        if (uses != NULL
            && ((PyList_GET_SIZE(uses) == 0 && PyList_Append(PyTuple_GET_ITEM(lists, is_closed), pair) < 0)
                || append_taken(uses, Py_BuildValue("(nnn)", place.start, place.end, place.stop)) < 0)) {
            return -1;
        }
    }
    return 0;
}

/* Return the list of the ways that are open, and of those that are closed. */
static PyObject *listed(const Search *search)
{
    PyObject *lists = Py_BuildValue("([][])");
    PyObject **of_way = PyMem_Calloc((size_t)search->ways.count + 1, sizeof *of_way);
    if (of_way == NULL) {
        PyErr_NoMemory();
    }
    int failed = lists == NULL || of_way == NULL || sort_out(search, of_way, lists) < 0;
    for (Py_ssize_t way = 0; of_way != NULL && way < search->ways.count; way++) {
        Py_XDECREF(of_way[way]);
    }
    PyMem_Free(of_way);
    if (failed) {
        Py_CLEAR(lists);
    }
    return lists;
}

/* both_ways(text) */
static PyObject *both_ways(PyObject *module, PyObject *text)
{
    Search search = {.shortest = PY_SSIZE_T_MAX};
    (void)module;
    if (text_of(text, &search.text) < 0) {
        return NULL;
    }
    PyObject *found = note_all(&search, text) < 0 ? NULL : listed(&search);
    interned_free(&search.ways);
    PyMem_Free(search.hyphenated.items);
    PyMem_Free(search.bare.items);
    PyMem_Free(search.word);
    PyMem_Free(search.words);
    return found;
}

PyMethodDef compounds_functions[] = {
    {"both_ways", both_ways, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
