/* Twin of a function in stylelint/checks/_capitalised.py. */
#include "capitalised.h"

/* A text, and what is looked for at its capitals. */
typedef struct {
    Text text;
    Lookalikes alike;
    Surnames surnames;
    Py_ssize_t free; /* where the last word ends that may be like another */
} Walk;

static int is_capital(Py_UCS4 c)
{
    return c - 'A' <= (Py_UCS4)'Z' - 'A' || c - 0xC0 <= 0xDE - 0xC0;
}

#define RUN_END(type) \
    for (const type *letters = walk->text.data; place < walk->text.size; place++) { \
        Py_UCS4 c = letters[place]; \
        if ((c | 0x20) - 'a' > (Py_UCS4)'z' - 'a') { \
            if (!is_word(c)) { \
                break; \
            } \
            *plain = 0; \
        } \
        humps |= before & ~c; /* a capital after a small letter, or a digit */ \
        before = c; \
    }

/* Return where the letters, digits and low lines end that begin at a place; `plain` is unset where not all are letters
   of ASCII. */
static Py_ssize_t run_end(Walk *walk, Py_ssize_t place, int *plain)
{
    Py_UCS4 before = 0, humps = 0;
    if (walk->text.kind == PyUnicode_1BYTE_KIND) {
        RUN_END(Py_UCS1)
    } else if (walk->text.kind == PyUnicode_2BYTE_KIND) {
        RUN_END(Py_UCS2)
    } else {
        RUN_END(Py_UCS4)
    }
    walk->alike.humps |= (humps & 0x20) != 0;
    return place;
}

/* Note a word that may be like another, whose first letters end at a place; return 0, or -1 with an exception. */
static int note_word(Walk *walk, Py_ssize_t start, Py_ssize_t end)
{
    const Text *text = &walk->text;
    while (end < text->size && (at(text, end) == '-' || is_word(at(text, end)))) {
        int plain;
        end = at(text, end) == '-' ? end + 1 : run_end(walk, end, &plain);
    }
    walk->free = end;
    return end - start >= SHORTEST_DISTINCT ? distinct_note(&walk->alike.words, text, start, end) : 0;
}

/* Take what begins at a place; return from where on to look for the next capital, or -1 with an exception. */
static Py_ssize_t take(Walk *walk, Py_ssize_t start)
{
    const Text *text = &walk->text;
    Py_UCS4 first = at(text, start);
    int plain = first < 128, is_name = is_initial(first) && (start == 0 || !is_word(at(text, start - 1)));
    if (!is_capital(first) && !is_name) {
        return start + 1; /* nor is the word read from each of its letters */
    }
    Py_ssize_t end = run_end(walk, start + 1, &plain);
    Py_UCS4 after = at_or_none(text, end);
    if (start >= walk->free && is_capital(first) && note_word(walk, start, end) < 0) {
        return -1;
    }
    plain = plain && after != '-' && after != '\'';
    if (is_name && note_surnames(&walk->surnames, text, start, plain ? end : -1) < 0) {
        return -1;
    }
    /* Neither a name nor such a word begins inside of one. */
    return is_capital(first) && is_word(first) ? end : start + 1;
}

static int walk_over(Walk *walk)
{
    Py_ssize_t place = 0;
    while (place >= 0 && (place = next_capital(&walk->text, place)) < walk->text.size) {
        place = take(walk, place);
    }
    return place < 0 ? -1 : 0;
}

/* Return where the second hump of a word begins, from its start, which has two and nothing else, 0 for any other word. */
static Py_ssize_t hump_of(const Text *text, const Standing *word)
{
    Py_ssize_t hump = 0;
    for (Py_ssize_t i = 0; i < word->size; i++) {
        Py_UCS4 c = at(text, word->start + i);
        if (c >= 'A' && c <= 'Z' && i != 1 && hump == 0) {
            hump = i;
        } else if (c < 'a' || c > 'z') {
            return 0;
        }
    }
    return hump + 2 < word->size ? hump : 0;
}

/* Return the words of two humps as a new list, NULL with an exception.  Those count whose second hump, where it is long,
   stands as a word, too. */
static PyObject *halved_words(const Lookalikes *all, const Text *text)
{
    PyObject *found = PyList_New(0);
    for (Py_ssize_t number = 0; found != NULL && all->humps && number < all->words.count; number++) {
        const Standing *word = all->words.items + number;
        Py_ssize_t hump = hump_of(text, word), start = word->start, end = start + word->size;
        if (hump > 0 && (word->size - hump < SHORTEST_DISTINCT || distinct_has(&all->words, text, start + hump, end))
            && append_taken(found, slice_of(text, start, end)) < 0) {
            Py_CLEAR(found);
        }
    }
    return found;
}

/* capitalised(text, openers, endings, nobody) */
static PyObject *capitalised(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Walk walk = {.free = 0};
    PyObject *told = NULL;
    (void)module;
    if (count != 4) {
        PyErr_SetString(PyExc_TypeError, "capitalised(text, openers, endings, nobody)");
        return NULL;
    }
    walk.alike.openers = args[1];
    walk.alike.endings = args[2];
    if (text_of(args[0], &walk.text) == 0 && walk_over(&walk) == 0) {
        PyObject *near = pairs_alike(&walk.alike, &walk.text), *halved = near == NULL ? NULL : halved_words(&walk.alike, &walk.text);
        PyObject *found[] = {near, halved, halved == NULL ? NULL : surnames_told(&walk.surnames, &walk.text, args[3])};
        told = tuple_of(found, 3);
    }
    lookalikes_free(&walk.alike);
    surnames_free(&walk.surnames);
    return told;
}

PyMethodDef capitalised_functions[] = {
    {"capitalised", (PyCFunction)(void (*)(void))capitalised, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
