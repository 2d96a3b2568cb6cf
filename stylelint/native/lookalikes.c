/* Twins of functions in stylelint/checks/_lookalikes.py. */
#include "spelling.h"

enum { KEYS = 3, CROWD = 40, LEAST = 4, LONG = 5 };

/* The keys of a word by their numbers, -1 for one that it does not have. */
typedef struct {
    Py_ssize_t keys[KEYS];
} Keyed;

/* The capitalised words of a text, and the buckets that they are in. */
typedef struct {
    Interned words, keys;
    Keyed *keyed;
    Py_ssize_t room;
    Py_ssize_t *starts;
    Py_ssize_t *members;
} Lookalikes;

static void lookalikes_free(Lookalikes *all)
{
    interned_free(&all->words);
    interned_free(&all->keys);
    PyMem_Free(all->keyed);
    PyMem_Free(all->starts);
    PyMem_Free(all->members);
}

static Word word_of(const Lookalikes *all, Py_ssize_t number)
{
    const Sequence *known = all->words.items + number;
    return (Word){all->words.letters + known->start, known->size};
}

static int is_capital(Py_UCS4 c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE);
}

/* Whether it is a letter that is small in one way alone. */
static int is_plain(Py_UCS4 c)
{
    return c < 128 ? Py_ISALPHA(c) : Py_UNICODE_ISALPHA(c) && c != 0x130 && c != 0x3A3;
}

/* Whether a word is looked at: letters alone, not all of them capitals, or two names with a hyphen between. */
static int counts(Word word)
{
    Py_ssize_t hyphen = -1;
    int small = 0;
    for (Py_ssize_t i = 0; i < word.size; i++) {
        Py_UCS4 c = word.letters[i];
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

/* Make a key of a sign and some letters of a word; return its number, -1 with an exception. */
static Py_ssize_t key_of(Interned *keys, Py_UCS4 sign, Word word, Py_ssize_t from, Py_ssize_t to)
{
    Py_UCS4 *room = interned_room(keys, word.size + 2);
    if (room == NULL) {
        return -1;
    }
    room[0] = sign;
    room[1] = to_lower(word.letters[0]);
    for (Py_ssize_t i = from; i < to; i++) {
        room[2 + i - from] = to_lower(word.letters[i]);
    }
    return intern(keys, 2 + to - from);
}

/* Put a word into its buckets; return 0, or -1 with an exception. */
static int key(Lookalikes *all, Word word, Keyed *keyed)
{
    *keyed = (Keyed){{-1, -1, -1}};
    if (!counts(word)) {
        return 0;
    }
    Py_UCS4 *room = interned_room(&all->keys, 3 * word.size + 1);
    if (room == NULL) {
        return -1;
    }
    room[0] = '=';
    keyed->keys[0] = intern(&all->keys, put_skeleton(room + 1, word) - room);
    if (keyed->keys[0] < 0 || word.size < LONG) {
        return keyed->keys[0] < 0 ? -1 : 0;
    }
    keyed->keys[1] = key_of(&all->keys, '<', word, 1, 3);
    keyed->keys[2] = keyed->keys[1] < 0 ? -1 : key_of(&all->keys, '>', word, word.size - 3, word.size);
    return keyed->keys[2] < 0 ? -1 : 0;
}

/* Note a word of a text; return 0, or -1 with an exception. */
static int note(Lookalikes *all, const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_UCS4 *room = interned_room(&all->words, end - start);
    if (room == NULL) {
        return -1;
    }
    for (Py_ssize_t i = start; i < end; i++) {
        *room++ = at(text, i);
    }
    Py_ssize_t known = all->words.count, number = intern(&all->words, end - start);
    if (number < known) {
        return number < 0 ? -1 : 0;
    }
    if (number == all->room) {
        Keyed *keyed = grown(all->keyed, &all->room, number + 1, sizeof *keyed);
        if (keyed == NULL) {
            return -1;
        }
        all->keyed = keyed;
    }
    return key(all, word_of(all, number), all->keyed + number);
}

static int gather(Lookalikes *all, const Text *text)
{
    Py_ssize_t i = next_capital(text, 0);
    while (i < text->size) {
        Py_ssize_t start = i++;
        if (!is_capital(at(text, start))) {
            i = next_capital(text, i);
            continue;
        }
        while (i < text->size && (is_word(at(text, i)) || at(text, i) == '-')) {
            i++;
        }
        if (i - start >= LEAST && note(all, text, start, i) < 0) {
            return -1;
        }
        i = next_capital(text, i);
    }
    return 0;
}

/* Sort the words by their keys: those of a key stand from its start to the next one's. */
static int sort(Lookalikes *all)
{
    all->starts = PyMem_Calloc((size_t)all->keys.count + 2, sizeof *all->starts);
    all->members = PyMem_Calloc((size_t)all->words.count * KEYS + 1, sizeof *all->members);
    if (all->starts == NULL || all->members == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    const Py_ssize_t *keys = (const Py_ssize_t *)all->keyed;
    Py_ssize_t size = all->words.count * KEYS;
    for (Py_ssize_t i = 0; i < size; i++) {
        if (keys[i] >= 0) {
            all->starts[keys[i] + 2]++;
        }
    }
    for (Py_ssize_t number = 0; number < all->keys.count; number++) {
        all->starts[number + 2] += all->starts[number + 1];
    }
    for (Py_ssize_t i = 0; i < size; i++) {
        if (keys[i] >= 0) {
            all->members[all->starts[keys[i] + 1]++] = i / KEYS;
        }
    }
    return 0;
}

static int is_crowded(const Lookalikes *all, Py_ssize_t key)
{
    return all->starts[key + 1] - all->starts[key] > CROWD;
}

/* Whether a key is the first that two words share in a bucket that is looked at. */
static int meet_in(const Lookalikes *all, const Keyed *one, const Keyed *two, Py_ssize_t key)
{
    Py_ssize_t i = 0;
    while (one->keys[i] < 0 || one->keys[i] != two->keys[i] || is_crowded(all, one->keys[i])) {
        i++;
    }
    return one->keys[i] == key;
}

static int comes_first(Word a, Word b)
{
    Py_ssize_t i = 0;
    while (i < a.size && i < b.size && a.letters[i] == b.letters[i]) {
        i++;
    }
    return i == a.size || (i < b.size && a.letters[i] < b.letters[i]);
}

/* Append two words unless one opens sentences; return 0, or -1 with an exception. */
static int tell(PyObject *near, Word a, Word b, PyObject *openers)
{
    PyObject *one = string_of(a), *two = string_of(b);
    int failed = one == NULL || two == NULL ? -1 : PySequence_Contains(openers, one);
    failed = failed != 0 ? failed : PySequence_Contains(openers, two);
    if (failed == 0) {
        failed = append_taken(near, PyTuple_Pack(2, one, two));
    }
    Py_XDECREF(one);
    Py_XDECREF(two);
    return failed < 0 ? -1 : 0;
}

/* Look at two words that share a key; return 0, or -1 with an exception. */
static int compare(const Lookalikes *all, Py_ssize_t one, Py_ssize_t two, PyObject *near, PyObject *const *sets)
{
    Word a = word_of(all, one), b = word_of(all, two);
    if (comes_first(b, a)) {
        Word first = b;
        b = a;
        a = first;
    }
    int sound_alike = all->keyed[one].keys[0] == all->keyed[two].keys[0];
    if (!within(a, b, sound_alike && a.size >= LONG && b.size >= LONG ? 2 : 1)) {
        return 0;
    }
    int made = is_made_of(a, b, sets[1]);
    return made == 0 ? tell(near, a, b, sets[0]) : made < 0 ? -1 : 0;
}

static int compare_all(const Lookalikes *all, PyObject *near, PyObject *const *sets)
{
    for (Py_ssize_t key = 0; key < all->keys.count; key++) {
        const Py_ssize_t *member = all->members + all->starts[key], *end = all->members + all->starts[key + 1];
        for (; !is_crowded(all, key) && member < end; member++) {
            for (const Py_ssize_t *other = member + 1; other < end; other++) {
                if (meet_in(all, all->keyed + *member, all->keyed + *other, key)
                    && compare(all, *member, *other, near, sets) < 0) {
                    return -1;
                }
            }
        }
    }
    return PyList_Sort(near);
}

/* Append the words of two humps whose second, where it is long, stands as a word, too; return 0, or -1. */
static int find_humps(const Lookalikes *all, PyObject *humps)
{
    for (Py_ssize_t number = 0; number < all->words.count; number++) {
        Word word = word_of(all, number);
        Py_ssize_t hump = hump_of(word), size = word.size - hump;
        if (hump > 0 && (size < LEAST || interned(&all->words, word.letters + hump, size) >= 0)
            && append_taken(humps, string_of(word)) < 0) {
            return -1;
        }
    }
    return 0;
}

/* lookalikes(text, openers, endings) */
static PyObject *lookalikes(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Lookalikes all = {0};
    PyObject *found = NULL;
    (void)module;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "lookalikes(text, openers, endings)");
        return NULL;
    }
    PyObject *near = PyList_New(0), *humps = PyList_New(0);
    if (near != NULL && humps != NULL && text_of(args[0], &text) == 0 && gather(&all, &text) == 0
        && sort(&all) == 0 && compare_all(&all, near, args + 1) == 0 && find_humps(&all, humps) == 0) {
        found = PyTuple_Pack(2, near, humps);
    }
    Py_XDECREF(near);
    Py_XDECREF(humps);
    lookalikes_free(&all);
    return found;
}

PyMethodDef lookalikes_functions[] = {
    {"lookalikes", (PyCFunction)(void (*)(void))lookalikes, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
