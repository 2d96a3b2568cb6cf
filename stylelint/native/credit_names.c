/* Twins of functions in stylelint/anatomy/credits.py: how the names in a credit are parted. */
#include "reading.h"

enum { MOST_WORDS = 6 };

static int is_bar(const Text *text, Py_ssize_t place, Py_ssize_t end)
{
    return place < end && (at(text, place) == '/' || at(text, place) == '|');
}

/* Return where a bar ends, with a blank and a word after it. */
static Py_ssize_t bar_end(const Text *text, Py_ssize_t bar, Py_ssize_t end)
{
    Py_ssize_t place = bar + 1 + (bar + 1 < end && at(text, bar + 1) == ' ');
    return says(text, place, end, "via ") ? place + 4 : place;
}

/* Return where what parts two names ends that begins at a place; -1 for none. */
static Py_ssize_t joint_end(const Text *text, Py_ssize_t place, Py_ssize_t end)
{
    switch (at(text, place)) {
    case '/': case '|':
        return bar_end(text, place, end);
    case ',':
        return says(text, place, end, ", via ") ? place + 6 : credit_filed(text, place, end) ? place + 2 : -1;
    case ' ':
        if (is_bar(text, place + 1, end)) {
            return bar_end(text, place + 1, end);
        }
        if (says(text, place, end, " on ") && place + 4 < end && at(text, place + 4) - 'A' < 26u) {
            return place + 4;
        }
        return says(text, place, end, " via ") ? place + 5 : -1;
    default:
        return -1;
    }
}

Py_ssize_t credit_joint(const Text *text, Py_ssize_t place, Py_ssize_t end, Py_ssize_t *after)
{
    while (place < end && (*after = joint_end(text, place, end)) < 0) {
        place++;
    }
    return place;
}

void credit_strip(const Text *text, Py_ssize_t *start, Py_ssize_t *end)
{
    while (*start < *end && (at(text, *start) == ' ' || at(text, *start) == '.')) {
        ++*start;
    }
    while (*end > *start && (at(text, *end - 1) == ' ' || at(text, *end - 1) == '.')) {
        --*end;
    }
}

/* credit_parts(line) */
static PyObject *credit_parts(PyObject *module, PyObject *line)
{
    Text text;
    (void)module;
    if (text_of(line, &text) < 0) {
        return NULL;
    }
    PyObject *parts = PyList_New(0);
    Py_ssize_t start = 0, end = text.size, after = 0;
    credit_strip(&text, &start, &end);
    while (parts != NULL) {
        Py_ssize_t joint = credit_joint(&text, start, end, &after);
        if (append_taken(parts, slice_of(&text, start, joint)) < 0) {
            Py_CLEAR(parts);
        } else if (joint == end) {
            break;
        }
        start = after;
    }
    return parts;
}

/* What names may have: words in small letters, and agencies; and how strings are put in small letters. */
typedef struct {
    PyObject *particles, *agencies, *lower;
} Known;

/* Whether a word, in small letters, is in a set; -1 with an exception. */
static int has_small(const Known *known, PyObject *set, PyObject *word)
{
    PyObject *small = PyObject_CallMethodNoArgs(word, known->lower);
    int found = small == NULL ? -1 : PySet_Contains(set, small);
    Py_XDECREF(small);
    return found;
}

/* Whether a stretch is in capitals, as `isupper` has it. */
static int is_high(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    int high = 0;
    for (Py_ssize_t i = start; i < end; i++) {
        Py_UCS4 c = at(text, i);
        if (Py_UNICODE_ISLOWER(c) || Py_UNICODE_ISTITLE(c)) {
            return 0;
        }
        high |= Py_UNICODE_ISUPPER(c);
    }
    return high;
}

/* Whether a stretch is an agency, as `is_agency` has it; -1 with an exception. */
static int is_agency(const Text *text, Py_ssize_t start, Py_ssize_t end, const Known *known)
{
    credit_strip(text, &start, &end);
    PyObject *bare = slice_of(text, start, end);
    int found = bare == NULL ? -1 : has_small(known, known->agencies, bare);
    if (found == 1 && end - start <= 4 && !is_high(text, start, end)) {
        found = PyUnicode_CompareWithASCIIString(bare, "Pool") == 0 || PyUnicode_CompareWithASCIIString(bare, "Rex") == 0
            || PyUnicode_CompareWithASCIIString(bare, "dpa") == 0;
    }
    Py_XDECREF(bare);
    return found;
}

static int is_mark(Py_UCS4 c)
{
    return c == '"' || c == 0x201C;
}

/* Return a stretch without the marks that stand there, a new reference; NULL with an exception. */
static PyObject *unmarked(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_UCS4 *letters = PyMem_New(Py_UCS4, (size_t)(end - start));
    Py_ssize_t size = 0;
    if (letters == NULL) {
        return PyErr_NoMemory();
    }
    for (Py_ssize_t i = start; i < end; i++) {
        letters[size] = at(text, i);
        size += !is_mark(letters[size]);
    }
    PyObject *word = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, letters, size);
    PyMem_Free(letters);
    return word;
}

static int is_number(const Text *text)
{
    Py_ssize_t digits = 0;
    while (digits < text->size && Py_UNICODE_ISDIGIT(at(text, digits))) {
        digits++;
    }
    return digits == text->size;
}

/* Whether a word that begins with no capital stands in names; -1 with an exception. */
static int is_known(const Text *text, Py_ssize_t start, Py_ssize_t end, const Known *known)
{
    PyObject *word = unmarked(text, start, end);
    Text letters;
    int found = word == NULL || text_of(word, &letters) < 0 ? -1 : has_small(known, known->particles, word);
    if (found == 0) {
        found = is_number(&letters) ? 1 : is_agency(&letters, 0, letters.size, known);
    }
    Py_XDECREF(word);
    return found;
}

/* Whether a stretch, with no blanks around it, is a name of one to six words, as `is_name` has it; -1 with an exception. */
static int is_name(const Text *text, Py_ssize_t start, Py_ssize_t end, const Known *known)
{
    int words = 0, opens = 0;
    for (Py_ssize_t i = start; i < end;) {
        Py_ssize_t word = i, head = i;
        while (i < end && !Py_UNICODE_ISSPACE(at(text, i))) {
            i++;
        }
        while (head < i && is_mark(at(text, head))) {
            head++;
        }
        if (head < i) {
            Py_UCS4 first = at(text, head);
            int is_head = first == '@' || Py_UNICODE_ISUPPER(first);
            int found = is_head ? 1 : is_known(text, word, i, known);
            if (found != 1 || ++words > MOST_WORDS) {
                return found < 0 ? -1 : 0;
            }
            opens |= words == 1 && is_head;
        }
        i++;
    }
    return words == 0 || opens ? words > 0 : is_agency(text, start, end, known);
}

/* Append the names in a stretch to a list; return 1, 0 where what stands between the joints are no names or there is
   but one, -1 with an exception. */
static int add_names(const Text *text, Py_ssize_t start, Py_ssize_t end, const Known *known, PyObject *names)
{
    Py_ssize_t after = end;
    credit_strip(text, &start, &end);
    for (Py_ssize_t joint = -1; joint < end; start = after) {
        joint = credit_joint(text, start, end, &after);
        Py_ssize_t from = start, until = joint;
        while (from < until && Py_UNICODE_ISSPACE(at(text, from))) {
            from++;
        }
        while (until > from && Py_UNICODE_ISSPACE(at(text, until - 1))) {
            until--;
        }
        int named = joint == end && PyList_GET_SIZE(names) == 0 ? 0 : is_name(text, from, until, known);
        if (named < 1) {
            return named;
        }
        if (append_taken(names, slice_of(text, from, until)) < 0) {
            return -1;
        }
    }
    return 1;
}

/* named_parts(line, particles, agencies) */
static PyObject *named_parts(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    PyObject *const *names = names_of(module);
    if (names == NULL) {
        return NULL;
    }
    if (count != 3 || !PyAnySet_Check(args[1]) || !PyAnySet_Check(args[2])) {
        PyErr_SetString(PyExc_TypeError, "named_parts(line, particles, agencies)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0) {
        return NULL;
    }
    Known known = {args[1], args[2], names[NAME_LOWER]};
    PyObject *found = PyList_New(0);
    int named = found == NULL ? -1 : add_names(&text, 0, text.size, &known, found);
    if (named < 1) {
        Py_XDECREF(found);
        return named < 0 ? NULL : PyList_New(0);
    }
    return found;
}

PyMethodDef credit_names_functions[] = {
    {"credit_parts", credit_parts, METH_O, NULL},
    {"named_parts", (PyCFunction)(void (*)(void))named_parts, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
