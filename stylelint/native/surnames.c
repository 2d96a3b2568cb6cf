/* What stylelint/checks/_surnames.py says of those who speak in a text, for capitalised.c. */
#include "capitalised.h"

enum { LONGEST_NAME = 40, GAP = 25 };

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

/* Whether a word may begin what only a person does, by its first three letters: a quick look for most. */
static int may_speak(const Text *text, Py_ssize_t at)
{
#define L(letter) (uint32_t)1 << (letter & 31)
    static const uint32_t seconds[32] = {
        ['a' & 31] = L('d') | L('l') | L('r') | L('s'), ['d' & 31] = L('e'), ['e' & 31] = L('x'), ['h' & 31] = L('a'),
        ['i' & 31] = L('n'), ['l' & 31] = L('a'), ['n' & 31] = L('o'), ['r' & 31] = L('e'), ['s' & 31] = L('a'),
        ['t' & 31] = L('e') | L('h') | L('o') | L('w'), ['w' & 31] = L('a') | L('r'),
    };
    static const uint32_t thirds[32] = {
        ['a' & 31] = L('d') | L('g') | L('k') | L('s'), ['d' & 31] = L('c'), ['e' & 31] = L('p'),
        ['h' & 31] = L('d') | L('s'), ['i' & 31] = L('s'), ['l' & 31] = L('t'), ['n' & 31] = L('t'),
        ['r' & 31] = L('c') | L('p'), ['s' & 31] = L('i') | L('y'), ['t' & 31] = L('e') | L('l') | L('s'),
        ['w' & 31] = L('i') | L('o') | L('r'),
    };
#undef L
    Py_UCS4 first = at_or_none(text, at) & 31, second = at_or_none(text, at + 1), third = at_or_none(text, at + 2);
    return seconds[first] >> (second & 31) & thirds[first] >> (third & 31) & 1;
}

/* Return the end of what only a person does, and of a word before it, where a name has ended; -1 for nothing. */
static Py_ssize_t spoken(const Text *text, Py_ssize_t at)
{
    static const char *const before[] = {"also", "had", "has", "later", "then", NULL};
    static const char *const verbs[] = {
        "added", "adds", "argued", "argues", "asked", "declined", "explained", "insisted", "noted", "recalled",
        "replied", "said", "says", "tells", "testified", "told", "tweeted", "warned", "writes", "wrote", NULL,
    };
    if (at_or_none(text, at) != ' ' || !may_speak(text, at + 1)) {
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

/* Note what may be surnames at a place; return where the last of them ends, -1 with an exception. */
static Py_ssize_t note_all(Surnames *all, const Text *text, Py_ssize_t start)
{
    Py_ssize_t most = start + LONGEST_NAME, end = start + 1;
    for (;; end++) {
        Py_UCS4 c = at_or_none(text, end);
        if (!is_letter(c) && c != '\'' && c != '-') {
            return is_word(c) || note(all, start, end) == 0 ? end : -1;
        }
        if ((c == 's' || !is_letter(c)) && is_whole(text, end) && note(all, start, end) < 0) {
            return -1;
        }
        if (end == most) {
            return end;
        }
    }
}

/* Note a word that may be a surname, without the s at its end as well; return 0, or -1 with an exception. */
static int note_plain(Surnames *all, const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    int is_plural = end > start + 1 && at(text, end - 1) == 's';
    return (is_plural && note(all, start, end - 1) < 0) || note(all, start, end) < 0 ? -1 : 0;
}

int note_surnames(Surnames *all, const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    if (end < 0 || end - start > LONGEST_NAME) {
        end = note_all(all, text, start);
    } else if (note_plain(all, text, start, end) < 0) {
        return -1;
    }
    Py_ssize_t after = end <= start + 1 || start < all->free ? -1 : spoken(text, end);
    if (after < 0) {
        return end < 0 ? -1 : 0;
    }
    all->free = after;
    return written(&all->names, text, (Span){start, end}) == NULL || intern(&all->names, end - start) < 0 ? -1 : 0;
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

static PyObject *name_of(const Surnames *all, Py_ssize_t number)
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
        PyObject *string = name_of(all, number);
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

/* Append the surnames that stand after another name to a list; return 0, or -1 with an exception. */
static int tell(const Surnames *all, PyObject *found)
{
    for (Py_ssize_t number = 0; number < all->names.count; number++) {
        const Surname *name = all->known + number;
        if (name->follows) {
            PyObject *fields[] = {name_of(all, number), PyBool_FromLong(name->led)};
            if (append_taken(found, tuple_of(fields, 2)) < 0) {
                return -1;
            }
        }
    }
    return 0;
}

PyObject *surnames_told(Surnames *all, const Text *text, PyObject *nobody)
{
    PyObject *found = PyList_New(0);
    if (found != NULL && (mark(all, nobody) < 0 || look(all, text) < 0 || tell(all, found) < 0)) {
        Py_CLEAR(found);
    }
    return found;
}

void surnames_free(Surnames *all)
{
    interned_free(&all->names);
    PyMem_Free(all->known);
    PyMem_Free(all->spans);
}
