/* What stylelint/checks/_lookalikes.py says of the capitalised words of a text, for capitalised.c. */
#include "capitalised.h"

#include <stdlib.h>

enum { CROWD = 40, LONG = 5, CLOSE_CHANGES = 2, MOST_CHANGED = 4 };

/* The letters that a skeleton keeps, whatever stands beside them, and that no others become. */
static const uint32_t KEPT = 1u << ('b' & 31) | 1u << ('d' & 31) | 1u << ('l' & 31) | 1u << ('m' & 31) | 1u << ('n' & 31)
    | 1u << ('r' & 31) | 1u << ('t' & 31);

/* Make room for all words and for their small letters; return 0, or -1 with an exception. */
static int make_room(Lookalikes *all)
{
    size_t letters = 0;
    for (Py_ssize_t number = 0; number < all->words.count; number++) {
        letters += (size_t)all->words.items[number].size;
    }
    all->keyed = PyMem_New(Keyed, (size_t)all->words.count + 1);
    all->letters = PyMem_New(Py_UCS4, letters + 1);
    if (all->keyed == NULL || all->letters == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    return 0;
}

/* Put the words that are looked at into chains; return 0, or -1 with an exception. */
static int chain_up(Lookalikes *all, const Text *text)
{
    if (make_room(all) < 0) {
        return -1;
    }
    Py_UCS4 *room = all->letters;
    for (Py_ssize_t chain = 0; chain < CHAINS; chain++) {
        all->first[chain] = -1;
    }
    for (Py_ssize_t number = 0; number < all->words.count; number++) {
        const Standing *word = all->words.items + number;
        Keyed keyed = {{room, word->size}, word->start, 0, -1, -1};
        if (put_small(room, text, word->start, word->size, &keyed.letters)) {
            Py_ssize_t chain = room[0] % CHAINS;
            keyed.next = all->first[chain];
            all->first[chain] = number;
            all->sizes[chain]++;
        }
        room += word->size;
        all->keyed[number] = keyed;
    }
    return 0;
}

/* Find out which skeleton a word has; return 0, or -1 with an exception. */
static int sound(Lookalikes *all, Keyed *keyed)
{
    if (keyed->sound < 0) {
        Py_UCS4 *room = interned_room(&all->sounds, 3 * keyed->word.size);
        keyed->sound = room == NULL ? -1 : intern(&all->sounds, put_skeleton(room, keyed->word) - room);
    }
    return keyed->sound < 0 ? -1 : 0;
}

/* Whether two long words have the same three letters at their starts, or at their ends and the same first one. */
static int same_edge(Word a, Word b)
{
    const Py_UCS4 *one = a.letters, *two = b.letters;
    if (one[0] != two[0] || a.size < LONG || b.size < LONG) {
        return 0;
    }
    if (one[1] == two[1] && one[2] == two[2]) {
        return 1;
    }
    one += a.size;
    two += b.size;
    return one[-1] == two[-1] && one[-2] == two[-2] && one[-3] == two[-3];
}

/* Whether more letters stand in one alone of two words than changes of so many letters can bring about. */
static int differ_by(uint32_t left, int many)
{
    for (int i = 0; i < many; i++) {
        left &= left - 1;
    }
    return left != 0;
}

/* Tell whether two words share a bucket and are spelled nearly alike, -1 with an exception. */
static int alike(Lookalikes *all, Keyed *a, Keyed *b)
{
    uint32_t left = a->letters ^ b->letters;
    Py_ssize_t apart = a->word.size - b->word.size;
    if ((apart < -2) | (apart > 2) | differ_by(left, MOST_CHANGED)) { /* as mostly, whichever of them it is */
        return 0;
    }
    int closely = !differ_by(left, CLOSE_CHANGES) && within(a->word, b->word, 1);
    if (closely && same_edge(a->word, b->word)) {
        return 1;
    }
    int both_long = a->word.size >= LONG && b->word.size >= LONG;
    if ((left & KEPT) != 0 || (!closely && !(both_long && within(a->word, b->word, 2)))) {
        return 0;
    }
    return sound(all, a) < 0 || sound(all, b) < 0 ? -1 : a->sound == b->sound;
}

/* Whether a word stands before another in the order of the alphabet, capitals before small letters. */
static int comes_first(const Text *text, const Keyed *a, const Keyed *b)
{
    Py_ssize_t i = 0, both = Py_MIN(a->word.size, b->word.size);
    while (i < both && at(text, a->start + i) == at(text, b->start + i)) {
        i++;
    }
    return i < both ? at(text, a->start + i) < at(text, b->start + i) : a->word.size == i;
}

static PyObject *string_of(const Text *text, const Keyed *keyed)
{
    return slice_of(text, keyed->start, keyed->start + keyed->word.size);
}

/* Add two words unless one opens sentences; return 0, or -1 with an exception. */
static int tell(const Lookalikes *all, const Text *text, const Keyed *a, const Keyed *b)
{
    PyObject *one = string_of(text, a), *two = string_of(text, b);
    int failed = one == NULL || two == NULL ? -1 : PySequence_Contains(all->openers, one);
    failed = failed != 0 ? failed : PySequence_Contains(all->openers, two);
    if (failed == 0) {
        PyObject *pair = PyTuple_Pack(2, one, two);
        failed = pair == NULL ? -1 : PySet_Add(all->near, pair);
        Py_XDECREF(pair);
    }
    Py_XDECREF(one);
    Py_XDECREF(two);
    return failed < 0 ? -1 : 0;
}

/* Look at two words, in the order of the alphabet; return 0, or -1 with an exception. */
static int compare(Lookalikes *all, const Text *text, Keyed *a, Keyed *b)
{
    int found = alike(all, a, b);
    if (found <= 0) {
        return found;
    }
    int in_order = comes_first(text, a, b);
    const Keyed *first = in_order ? a : b, *second = in_order ? b : a;
    int made = is_made_of(first->word, second->word, all->endings);
    return made == 0 ? tell(all, text, first, second) : made < 0 ? -1 : 0;
}

static int compare_chain(Lookalikes *all, const Text *text, Py_ssize_t chain)
{
    for (Py_ssize_t i = all->first[chain]; i >= 0; i = all->keyed[i].next) {
        for (Py_ssize_t j = all->keyed[i].next; j >= 0; j = all->keyed[j].next) {
            if (compare(all, text, all->keyed + i, all->keyed + j) < 0) {
                return -1;
            }
        }
    }
    return 0;
}

static int by_number(Py_ssize_t a, Py_ssize_t b)
{
    return (a > b) - (a < b);
}

static int by_sound(const void *one, const void *two)
{
    const Keyed *const *a = one, *const *b = two;
    return by_number((*a)->sound, (*b)->sound);
}

static int by_letters(const Keyed *a, const Keyed *b, Py_ssize_t at_a, Py_ssize_t at_b, int count)
{
    int order = by_number(a->word.letters[0], b->word.letters[0]);
    for (int i = 0; order == 0 && i < count; i++) {
        order = by_number(a->word.letters[at_a + i], b->word.letters[at_b + i]);
    }
    return order;
}

static int by_start(const void *one, const void *two)
{
    const Keyed *const *a = one, *const *b = two;
    return by_letters(*a, *b, 1, 1, 2);
}

static int by_end(const void *one, const void *two)
{
    const Keyed *const *a = one, *const *b = two;
    return by_letters(*a, *b, (*a)->word.size - 3, (*b)->word.size - 3, 3);
}

/* Compare the words of each bucket that is no crowd; return 0, or -1 with an exception. */
static int compare_buckets(Lookalikes *all, const Text *text, Keyed **words, size_t count, int (*order)(const void *, const void *))
{
    qsort(words, count, sizeof *words, order);
    for (size_t start = 0, end = 0; start < count; start = end) {
        while (end < count && order(words + start, words + end) == 0) {
            end++;
        }
        for (size_t i = start; end - start <= CROWD && i < end; i++) {
            for (size_t j = i + 1; j < end; j++) {
                if (compare(all, text, words[i], words[j]) < 0) {
                    return -1;
                }
            }
        }
    }
    return 0;
}

/* Put the words of a chain into an array, those of some length; return how many. */
static size_t listed(const Lookalikes *all, Py_ssize_t chain, Py_ssize_t least, Keyed **words)
{
    size_t count = 0;
    for (Py_ssize_t i = all->first[chain]; i >= 0; i = all->keyed[i].next) {
        words[count] = all->keyed + i;
        count += all->keyed[i].word.size >= least;
    }
    return count;
}

/* Compare the words of a long chain bucket by bucket; return 0, or -1 with an exception. */
static int compare_crowd(Lookalikes *all, const Text *text, Py_ssize_t chain, Keyed **words)
{
    for (Py_ssize_t i = all->first[chain]; i >= 0; i = all->keyed[i].next) {
        if (sound(all, all->keyed + i) < 0) {
            return -1;
        }
    }
    return compare_buckets(all, text, words, listed(all, chain, 0, words), by_sound) < 0
            || compare_buckets(all, text, words, listed(all, chain, LONG, words), by_start) < 0
            || compare_buckets(all, text, words, listed(all, chain, LONG, words), by_end) < 0
        ? -1
        : 0;
}

static int compare_all(Lookalikes *all, const Text *text)
{
    int failed = 0;
    for (Py_ssize_t chain = 0; !failed && chain < CHAINS; chain++) {
        if (all->sizes[chain] <= CROWD) {
            failed = compare_chain(all, text, chain) < 0;
            continue;
        }
        /* One more, as a word that is left out is written before it is known to be. */
        Keyed **words = PyMem_New(Keyed *, (size_t)all->sizes[chain] + 1);
        if (words == NULL) {
            PyErr_NoMemory();
        }
        failed = words == NULL || compare_crowd(all, text, chain, words) < 0;
        PyMem_Free(words);
    }
    return failed ? -1 : 0;
}

PyObject *pairs_alike(Lookalikes *all, const Text *text)
{
    all->near = PySet_New(NULL);
    if (all->near == NULL || chain_up(all, text) < 0 || compare_all(all, text) < 0) {
        return NULL;
    }
    PyObject *near = as_list(all->near);
    if (near != NULL && PyList_Sort(near) < 0) {
        Py_CLEAR(near);
    }
    return near;
}

void lookalikes_free(Lookalikes *all)
{
    Py_XDECREF(all->near);
    distinct_free(&all->words);
    interned_free(&all->sounds);
    PyMem_Free(all->keyed);
    PyMem_Free(all->letters);
}
