/* Twins of functions in stylelint/checks/_people.py. */
#include "names.h"

enum { LONGEST_NAME = 40, GAP = 25 };

/* What is known of a surname. */
typedef struct {
    unsigned char wanted, met, led, follows;
} Surname;

/* The surnames of a text that somebody speaks by, and all places where one may stand. */
typedef struct {
    Interned names;
    Surname *known;
    Span *spans;
    Py_ssize_t count, room;
    uint64_t likely;
} Surnames;

/* Return where one of some words, in the order of the alphabet, ends that stands whole at a place, -1 for none. */
static Py_ssize_t any_of(const Text *text, Py_ssize_t at, const char *const *words)
{
    Py_UCS4 first = at_or_none(text, at);
    for (; *words != NULL && (Py_UCS4)**words <= first; words++) {
        Py_ssize_t end = (Py_UCS4)**words == first ? end_of(text, at, *words) : -1;
        if (end >= 0 && !is_word(at_or_none(text, end))) {
            return end;
        }
    }
    return -1;
}

/* Return the end of what only a person does, and of a word before it, where a name has ended; -1 for nothing. */
static Py_ssize_t spoken(const Text *text, Py_ssize_t at)
{
    static const char *const before[] = {"also", "had", "has", "later", "then", NULL};
    static const char *const verbs[] = {
        "added", "adds", "argued", "argues", "asked", "declined", "explained", "insisted", "noted", "recalled",
        "replied", "said", "says", "tells", "testified", "told", "tweeted", "warned", "writes", "wrote", NULL,
    };
    if (at_or_none(text, at) != ' ') {
        return -1;
    }
    Py_ssize_t next = any_of(text, at + 1, before);
    return any_of(text, next >= 0 && at_or_none(text, next) == ' ' ? next + 1 : at + 1, verbs);
}

/* Whether a surname's mention follows another capital or a word cut short. */
static int is_led(const Text *text, Py_ssize_t start)
{
    Py_ssize_t least = start > GAP ? start - GAP : 0;
    if (start < least + 2 || at(text, start - 1) != ' ') {
        return 0;
    }
    if (at(text, start - 2) == '.') {
        return 1;
    }
    for (Py_ssize_t i = start - 2; i >= least; i--) {
        Py_UCS4 c = at(text, i);
        if (c < 128 && Py_ISUPPER(c)) {
            return 1;
        }
        if (!is_word(c) && c != '\'' && c != '-') {
            break;
        }
    }
    return 0;
}

/* Whether all letters of a stretch that have a case are small, and there are some. */
static int is_small(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    int small = 0;
    for (Py_ssize_t i = start; i < end; i++) {
        Py_UCS4 c = at(text, i);
        if (is_upper(c) || is_title(c)) {
            return 0;
        }
        small = small || is_lower(c);
    }
    return small;
}

/* Whether another name may stand before a surname: a word that is not in lower case, or a particle. */
static int follows_name(const Text *text, Py_ssize_t start)
{
    Py_ssize_t least = start > GAP ? start - GAP : 0, end = start;
    if (at_or_none(text, start - 1) != ' ') {
        return 0;
    }
    while (end > least && Py_UNICODE_ISSPACE(at(text, end - 1))) {
        end--;
    }
    Py_ssize_t first = end;
    while (first > least && !Py_UNICODE_ISSPACE(at(text, first - 1))) {
        first--;
    }
    return first < end && (!is_small(text, first, end) || is_particle(text, first, end));
}

/* Whether a surname may end at a place, which an s more does not change. */
static int is_whole(const Text *text, Py_ssize_t end)
{
    Py_UCS4 next = at_or_none(text, end);
    return !is_word(next) || (next == 's' && !is_word(at_or_none(text, end + 1)));
}

/* Write a stretch at the end of the letters of a table; return them, NULL with an exception. */
static const Py_UCS4 *written(Interned *table, const Text *text, Span span)
{
    Py_UCS4 *room = interned_room(table, span.end - span.start);
    for (Py_ssize_t i = span.start; room != NULL && i < span.end; i++) {
        room[i - span.start] = at(text, i);
    }
    return room;
}

/* Note that a surname may stand at a place; return 0, or -1 with an exception. */
static int note(Surnames *all, Py_ssize_t start, Py_ssize_t end)
{
    if (all->count == all->room) {
        Span *spans = grown(all->spans, &all->room, all->count + 1, sizeof *spans);
        if (spans == NULL) {
            return -1;
        }
        all->spans = spans;
    }
    all->spans[all->count++] = (Span){start, end};
    return 0;
}

/* Note what may be surnames at a capital; return where the last of them ends, -1 with an exception. */
static Py_ssize_t note_all(Surnames *all, const Text *text, Py_ssize_t start)
{
    Py_ssize_t most = start + LONGEST_NAME, end = start + 1;
    for (;; end++) {
        Py_UCS4 c = at_or_none(text, end);
        if (!is_letter(c) && c != '\'' && c != '-') {
            return is_word(c) || note(all, start, end) == 0 ? end : -1;
        }
        if (end == most) {
            return end;
        }
        if ((c == 's' || !is_letter(c)) && is_whole(text, end) && note(all, start, end) < 0) {
            return -1;
        }
    }
}

/* Note where surnames may stand, and those that somebody speaks by; return 0, or -1 with an exception. */
static int gather(Surnames *all, const Text *text)
{
    Py_ssize_t free = 0;
    for (Py_ssize_t at = next_capital(text, 0); at < text->size; at = next_capital(text, at + 1)) {
        if (!is_initial(at_or_none(text, at)) || is_word(at_or_none(text, at - 1))) {
            continue;
        }
        Py_ssize_t end = note_all(all, text, at), after = at < free || end == at + 1 ? -1 : spoken(text, end);
        if (end < 0) {
            return -1;
        }
        if (after >= 0) {
            free = after;
            if (written(&all->names, text, (Span){at, end}) == NULL || intern(&all->names, end - at) < 0) {
                return -1;
            }
        }
    }
    return 0;
}

static int is_in_capitals(const Py_UCS4 *letters, Py_ssize_t size)
{
    for (Py_ssize_t i = 0; i < size; i++) {
        if (is_lower(letters[i]) || is_title(letters[i])) {
            return 0;
        }
    }
    return 1;
}

static PyObject *string_of(const Surnames *all, Py_ssize_t number)
{
    const Sequence *name = all->names.items + number;
    return PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, all->names.letters + name->start, name->size);
}

/* The bit of surnames that begin so and are so long. */
static uint64_t bit_of(Py_UCS4 first, Py_ssize_t size)
{
    return (uint64_t)1 << ((first ^ (Py_UCS4)size << 2) & 63);
}

/* Mark the surnames that are asked for; return 0, or -1 with an exception. */
static int mark(Surnames *all, PyObject *nobody)
{
    all->known = PyMem_Calloc((size_t)all->names.count + 1, sizeof *all->known);
    if (all->known == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t number = 0; number < all->names.count; number++) {
        const Sequence *name = all->names.items + number;
        const Py_UCS4 *letters = all->names.letters + name->start;
        PyObject *string = string_of(all, number);
        int is_nobody = string == NULL ? -1 : PySequence_Contains(nobody, string);
        Py_XDECREF(string);
        if (is_nobody < 0) {
            return -1;
        }
        if (!is_nobody && !is_in_capitals(letters, name->size)) {
            all->known[number].wanted = 1;
            all->likely |= bit_of(letters[0], name->size);
        }
    }
    return 0;
}

/* Look at each place where one of the surnames stands; return 0, or -1 with an exception. */
static int look(Surnames *all, const Text *text)
{
    for (Py_ssize_t i = 0; all->likely != 0 && i < all->count; i++) {
        Span span = all->spans[i];
        if (!(all->likely & bit_of(at(text, span.start), span.end - span.start))) {
            continue;
        }
        const Py_UCS4 *letters = written(&all->names, text, span);
        if (letters == NULL) {
            return -1;
        }
        Py_ssize_t number = interned(&all->names, letters, span.end - span.start);
        if (number >= 0 && all->known[number].wanted) {
            Surname *name = all->known + number;
            name->led = name->met ? name->led : (unsigned char)is_led(text, span.start);
            name->met = 1;
            name->follows = name->follows || follows_name(text, span.start);
        }
    }
    return 0;
}

/* Add the surnames to a set that stand after another name; return 0, or -1 with an exception. */
static int tell(const Surnames *all, int late, PyObject *found)
{
    for (Py_ssize_t number = 0; number < all->names.count; number++) {
        const Surname *name = all->known + number;
        if (name->follows && !(late && name->led)) {
            PyObject *string = string_of(all, number);
            int failed = string == NULL ? -1 : PySet_Add(found, string);
            Py_XDECREF(string);
            if (failed < 0) {
                return -1;
            }
        }
    }
    return 0;
}

/* surnames(text, nobody, late) */
static PyObject *surnames(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Surnames all = {0};
    (void)module;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "surnames(text, nobody, late)");
        return NULL;
    }
    int late = PyObject_IsTrue(args[2]);
    PyObject *found = late < 0 ? NULL : PyFrozenSet_New(NULL);
    if (found != NULL && (text_of(args[0], &text) < 0 || gather(&all, &text) < 0 || mark(&all, args[1]) < 0
                          || look(&all, &text) < 0 || tell(&all, late, found) < 0)) {
        Py_CLEAR(found);
    }
    interned_free(&all.names);
    PyMem_Free(all.known);
    PyMem_Free(all.spans);
    return found;
}

PyMethodDef people_functions[] = {
    {"surnames", (PyCFunction)(void (*)(void))surnames, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
