/* What stylelint/checks/_lookalikes.py says of the capitalised words of a text, for capitalised.c. */
#include "capitalised.h"

#include <stdlib.h>

enum { CROWD = 40, LONG = 5, MOST_CHANGED = 4 };

static Word word_of(const Lookalikes *all, Py_ssize_t number)
{
    const Sequence *known = all->words.items + number;
    return (Word){all->words.letters + known->start, known->size};
}

/* Whether it is a letter that is small in one way alone. */
static int is_plain(Py_UCS4 c)
{
    return c < 128 ? Py_ISALPHA(c) : Py_UNICODE_ISALPHA(c) && c != 0x130 && c != 0x3A3;
}

/* Whether a word is looked at: letters alone, not all of them capitals, or two names with a hyphen between. */
static int counts(Word word, uint32_t *letters)
{
    Py_ssize_t hyphen = -1;
    int small = 0;
    for (Py_ssize_t i = 0; i < word.size; i++) {
        Py_UCS4 c = word.letters[i];
        *letters |= (uint32_t)1 << (to_lower(c) & 31);
        if (c == '-' && hyphen < 0) {
            hyphen = i;
        } else if (!is_plain(c)) {
            return 0;
        } else if (hyphen < 0) {
            small = small || is_lower(c) || is_title(c);
        }
    }
    if (hyphen < 0) {
        return small;
    }
    Py_UCS4 next = hyphen + 2 < word.size ? word.letters[hyphen + 1] : 0;
    return small && next >= 'A' && next <= 'Z';
}

int note_lookalike(Lookalikes *all, const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_UCS4 *room = interned_room(&all->words, end - start);
    if (room == NULL) {
        return -1;
    }
    for (Py_ssize_t i = start; i < end; i++) {
        *room++ = at(text, i);
    }
    return intern(&all->words, end - start) < 0 ? -1 : 0;
}

/* Put the words that are looked at into chains; return 0, or -1 with an exception. */
static int chain_up(Lookalikes *all)
{
    all->keyed = PyMem_New(Keyed, (size_t)all->words.count + 1);
    if (all->keyed == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t chain = 0; chain < CHAINS; chain++) {
        all->first[chain] = -1;
    }
    for (Py_ssize_t number = 0; number < all->words.count; number++) {
        Word word = word_of(all, number);
        Keyed keyed = {word, 0, to_lower(word.letters[0]), -1, -1};
        if (counts(word, &keyed.letters)) {
            Py_ssize_t chain = keyed.first % CHAINS;
            keyed.next = all->first[chain];
            all->first[chain] = number;
            all->sizes[chain]++;
        }
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
static int same_edge(const Keyed *a, const Keyed *b)
{
    const Py_UCS4 *one = a->word.letters, *two = b->word.letters;
    if (a->first != b->first || a->word.size < LONG || b->word.size < LONG) {
        return 0;
    }
    if (to_lower(one[1]) == to_lower(two[1]) && to_lower(one[2]) == to_lower(two[2])) {
        return 1;
    }
    one += a->word.size;
    two += b->word.size;
    return to_lower(one[-1]) == to_lower(two[-1]) && to_lower(one[-2]) == to_lower(two[-2])
        && to_lower(one[-3]) == to_lower(two[-3]);
}

/* Whether more letters stand in one alone of two words than so few changes can bring about. */
static int differ_much(const Keyed *a, const Keyed *b)
{
    uint32_t left = a->letters ^ b->letters;
    for (int i = 0; i < MOST_CHANGED; i++) {
        left &= left - 1;
    }
    return left != 0;
}

/* Tell whether two words share a bucket and are spelled nearly alike, -1 with an exception. */
static int alike(Lookalikes *all, Keyed *a, Keyed *b)
{
    Py_ssize_t apart = a->word.size - b->word.size;
    if ((apart < -2) | (apart > 2) | differ_much(a, b)) { /* as mostly, whichever of them it is */
        return 0;
    }
    int closely = within(a->word, b->word, 1), both_long = a->word.size >= LONG && b->word.size >= LONG;
    if (closely && same_edge(a, b)) {
        return 1;
    }
    if (!closely && !(both_long && within(a->word, b->word, 2))) {
        return 0;
    }
    return sound(all, a) < 0 || sound(all, b) < 0 ? -1 : a->sound == b->sound;
}

static int comes_first(Word a, Word b)
{
    Py_ssize_t i = 0;
    while (i < a.size && i < b.size && a.letters[i] == b.letters[i]) {
        i++;
    }
    return i == a.size || (i < b.size && a.letters[i] < b.letters[i]);
}

/* Add two words unless one opens sentences; return 0, or -1 with an exception. */
static int tell(const Lookalikes *all, Word a, Word b)
{
    PyObject *one = string_of(a), *two = string_of(b);
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
static int compare(Lookalikes *all, Keyed *a, Keyed *b)
{
    int found = alike(all, a, b);
    if (found <= 0) {
        return found;
    }
    int in_order = comes_first(a->word, b->word);
    Word first = in_order ? a->word : b->word, second = in_order ? b->word : a->word;
    int made = is_made_of(first, second, all->endings);
    return made == 0 ? tell(all, first, second) : made < 0 ? -1 : 0;
}

static int compare_chain(Lookalikes *all, Py_ssize_t chain)
{
    for (Py_ssize_t i = all->first[chain]; i >= 0; i = all->keyed[i].next) {
        for (Py_ssize_t j = all->keyed[i].next; j >= 0; j = all->keyed[j].next) {
            if (compare(all, all->keyed + i, all->keyed + j) < 0) {
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
    int order = by_number(a->first, b->first);
    for (int i = 0; order == 0 && i < count; i++) {
        order = by_number(to_lower(a->word.letters[at_a + i]), to_lower(b->word.letters[at_b + i]));
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
static int compare_buckets(Lookalikes *all, Keyed **words, size_t count, int (*order)(const void *, const void *))
{
    qsort(words, count, sizeof *words, order);
    for (size_t start = 0, end = 0; start < count; start = end) {
        while (end < count && order(words + start, words + end) == 0) {
            end++;
        }
        for (size_t i = start; end - start <= CROWD && i < end; i++) {
            for (size_t j = i + 1; j < end; j++) {
                if (compare(all, words[i], words[j]) < 0) {
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
static int compare_crowd(Lookalikes *all, Py_ssize_t chain, Keyed **words)
{
    for (Py_ssize_t i = all->first[chain]; i >= 0; i = all->keyed[i].next) {
        if (sound(all, all->keyed + i) < 0) {
            return -1;
        }
    }
    return compare_buckets(all, words, listed(all, chain, 0, words), by_sound) < 0
            || compare_buckets(all, words, listed(all, chain, LONG, words), by_start) < 0
            || compare_buckets(all, words, listed(all, chain, LONG, words), by_end) < 0
        ? -1
        : 0;
}

static int compare_all(Lookalikes *all)
{
    int failed = 0;
    for (Py_ssize_t chain = 0; !failed && chain < CHAINS; chain++) {
        if (all->sizes[chain] <= CROWD) {
            failed = compare_chain(all, chain) < 0;
            continue;
        }
        /* One more, as a word that is left out is written before it is known to be. */
        Keyed **words = PyMem_New(Keyed *, (size_t)all->sizes[chain] + 1);
        if (words == NULL) {
            PyErr_NoMemory();
        }
        failed = words == NULL || compare_crowd(all, chain, words) < 0;
        PyMem_Free(words);
    }
    return failed ? -1 : 0;
}

PyObject *pairs_alike(Lookalikes *all)
{
    all->near = PySet_New(NULL);
    if (all->near == NULL || chain_up(all) < 0 || compare_all(all) < 0) {
        return NULL;
    }
    PyObject *near = as_list(all->near);
    if (near != NULL && PyList_Sort(near) < 0) {
        Py_CLEAR(near);
    }
    return near;
}

/* Those count whose second hump, where it is long, stands as a word, too. */
PyObject *halved_words(const Lookalikes *all)
{
    PyObject *found = PyList_New(0);
    for (Py_ssize_t number = 0; found != NULL && all->humps && number < all->words.count; number++) {
        Word word = word_of(all, number);
        Py_ssize_t hump = hump_of(word), size = word.size - hump;
        if (hump > 0 && (size < SHORTEST_ALIKE || interned(&all->words, word.letters + hump, size) >= 0)
            && append_taken(found, string_of(word)) < 0) {
            Py_CLEAR(found);
        }
    }
    return found;
}

void lookalikes_free(Lookalikes *all)
{
    Py_XDECREF(all->near);
    interned_free(&all->words);
    interned_free(&all->sounds);
    PyMem_Free(all->keyed);
}
