/* The words of a name that is found, and its line, as stylelint/checks/_mentions.py has them; for mentions.c. */
#include "names.h"

enum { LONG = 5 };

/* What the uses of the words of one name have in common. */
typedef struct {
    const Text *text;
    Py_ssize_t start;
    int opens, titled;
} Name;

/* A word of a name: the string, which is owned, and where it stands. */
typedef struct {
    PyObject *string;
    Py_ssize_t start, end;
} Part;

static int is_title_of_address(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    static const char *const all[] = {
        "Mr", "Mrs", "Ms", "Sen", "Rep", "Gov", "Dr", "Gen", "Lt", "Col", "Sgt", "Capt", "Prof", "Rev", "Sir", "Lord",
        "Lady", "Judge", "Justice", "President", "Senator", "Governor", "Congressman", "Congresswoman", "Secretary",
        "Minister", "Chancellor", "Mayor", "General", "Speaker",
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (end_of(text, start, all[i]) == end) {
            return 1;
        }
    }
    return 0;
}

/* Whether a form of address stands before a name in its block. */
static int is_titled(const Text *text, Py_ssize_t start, Py_ssize_t block)
{
    Py_ssize_t end = start - 1;
    if (end < block || at_or_none(text, end) != ' ') {
        return 0;
    }
    end -= end > block && at(text, end - 1) == '.';
    Py_ssize_t first = end;
    while (first > 0 && is_word(at(text, first - 1))) {
        first--;
    }
    return first >= block && is_title_of_address(text, first, end);
}

static int is_opener(Py_UCS4 c)
{
    return c == ' ' || c == '"' || c == '\'' || c == '(' || c == '[' || c == '*' || c == '_' || c == '\n';
}

static int is_end(Py_UCS4 c)
{
    return c == '.' || c == '!' || c == '?' || c == ':' || c == '|' || c == 0x2013 || c == 0x2014 || c == 0x2022
        || c == 0x2026;
}

/* Whether the capital of a name may be the sentence's, as stylelint.text.opens_sentence has it. */
static int opens_sentence(const Text *text, Py_ssize_t place, Py_ssize_t block)
{
    while (place > block && is_opener(at(text, place - 1))) {
        place--;
    }
    return place <= block || is_end(at(text, place - 1));
}

/* Whether a word of a name is more than a particle or an initial. */
static int counts(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    int small = 0;
    if (end - start < 2 || at(text, end - 1) == '.') {
        return 0;
    }
    for (Py_ssize_t i = start; i < end; i++) {
        Py_UCS4 c = at(text, i);
        if (is_upper(c) || is_title(c)) {
            return 1;
        }
        small = small || is_lower(c);
    }
    return !small;
}

/* Append a use, as `Use` has its fields; return 0, or -1 with an exception. */
static int tell(PyObject *uses, const Name *name, PyObject *before, const Part *part, PyObject *after)
{
    int opens = name->opens && part->start == name->start;
    PyObject *fields[] = {
        Py_NewRef(part->string), PyLong_FromSsize_t(part->start), PyLong_FromSsize_t(part->end), PyBool_FromLong(opens),
        Py_NewRef(before), Py_NewRef(after), PyBool_FromLong(name->titled),
    };
    return append_taken(uses, tuple_of(fields, 7));
}

/* Return where the next word that counts stands in a name; its string is NULL at the end, or with an exception. */
static Part next_part(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    while (start < end) {
        Py_ssize_t last = start;
        while (last < end && at(text, last) != ' ') {
            last++;
        }
        if (last > start && counts(text, start, last)) {
            return (Part){slice_of(text, start, last), start, last};
        }
        start = last + 1;
    }
    return (Part){NULL, end, end};
}

/* Append the uses of a name's words; return 0, or -1 with an exception. */
static int tell_all(PyObject *uses, const Name *name, Py_ssize_t end, PyObject *none)
{
    PyObject *before = Py_NewRef(none);
    Part part = next_part(name->text, name->start, end);
    int failed = 0;
    while (part.string != NULL && failed == 0) {
        Part after = next_part(name->text, part.end, end);
        failed = PyErr_Occurred() ? -1 : tell(uses, name, before, &part, after.string == NULL ? none : after.string);
        Py_SETREF(before, part.string);
        part = after;
    }
    Py_DECREF(before);
    Py_XDECREF(part.string);
    return failed < 0 || PyErr_Occurred() ? -1 : 0;
}

int tell_uses(PyObject *uses, const Text *text, Py_ssize_t start, Py_ssize_t end, Py_ssize_t block)
{
    Name name = {text, start, 0, is_titled(text, start, block)};
    name.opens = !name.titled && opens_sentence(text, start, block);
    PyObject *none = PyUnicode_New(0, 0);
    int failed = none == NULL ? -1 : tell_all(uses, &name, end, none);
    Py_XDECREF(none);
    return failed;
}

/* Whether most words of a line have a capital, and no longer one is in lower case. */
static int are_capitals(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t words = 0, capitals = 0;
    for (Py_ssize_t i = start; i < end; i++) {
        Py_UCS4 first = at(text, i);
        Py_ssize_t begin = i;
        while (i < end && !Py_UNICODE_ISSPACE(at(text, i))) {
            i++;
        }
        if (i > begin && is_alpha(first)) {
            words++;
            capitals += is_upper(first);
            if (i - begin >= LONG && is_lower(first)) {
                return 0;
            }
        }
    }
    return 2 * capitals > words;
}

int in_capitals(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_UCS4 last = end > start ? at(text, end - 1) : 0, before = end - 1 > start ? at(text, end - 2) : 0;
    return last != '.' && !(last == '"' && before == '.') && are_capitals(text, start, end);
}
