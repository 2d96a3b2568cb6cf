/* Twins of functions in stylelint/checks/run_together.py. */
#include "letters.h"

#include <string.h>

#define OPAQUE 0x1A
#define FAR 120
/* What is in every match: a small letter before a capital or the first figure of a year, or a mark before no blank. */
#define MAY_JOIN(type, letter, next) \
    ((WITHIN(type, letter, 'a', 'z') & (WITHIN(type, next, 'A', 'Z') | WITHIN(type, next, '1', '2'))) \
     | (((((letter) & (type)~2) == ',') | (((letter) & (type)~4) == ';') | ((letter) == '!')) & ((next) != ' ') & ((next) != '\n')))

DEFINE_NEXT_PAIR(next_join, MAY_JOIN)

static int is_lower(Py_UCS4 letter)
{
    return letter >= 'a' && letter <= 'z';
}

static int is_upper(Py_UCS4 letter)
{
    return letter >= 'A' && letter <= 'Z';
}

static int is_stop(Py_UCS4 letter)
{
    return letter == '.' || letter == '!' || letter == '?';
}

static int is_figure(Py_UCS4 letter)
{
    return letter >= '0' && letter <= '9';
}

/* Where a capital or a year ends that stands against a small letter, -1 where there is none. */
static Py_ssize_t end_of_word(const Text *text, Py_ssize_t start)
{
    if (is_upper(at_or_none(text, start + 1))) {
        return start + 2;
    }
    for (Py_ssize_t i = 2; i < 5; i++) {
        if (!is_figure(at_or_none(text, start + i))) {
            return -1;
        }
    }
    Py_UCS4 after = at_or_none(text, start + 5);
    return after < 0x80 && is_word(after) ? -1 : start + 5;
}

/* Whether a word ends at a small letter of which more is left than the c of “McDonald”. */
static int is_headed(const Text *text, Py_ssize_t last)
{
    return last > 0 && Py_UNICODE_ISALPHA(at(text, last - 1)) && !(at(text, last - 1) == 'M' && at(text, last) == 'c');
}

/* Where the capital ends with which a sentence begins right after a stop, -1 where there is none. */
static Py_ssize_t end_of_sentence(const Text *text, Py_ssize_t place)
{
    Py_UCS4 letter;
    if (!is_stop(at_or_none(text, place))) {
        return -1;
    }
    while (is_stop(at_or_none(text, place))) {
        place++;
    }
    for (letter = at_or_none(text, place); letter == '\'' || letter == '"' || letter == ')' || letter == ']';) {
        letter = at_or_none(text, ++place);
    }
    place += letter == '(' || letter == '[';
    return is_upper(at_or_none(text, place)) ? place + 1 : -1;
}

/* Where a match ends that begins before a mark, -1 where there is none. */
static Py_ssize_t end_at_mark(const Text *text, Py_ssize_t mark)
{
    Py_UCS4 before = at_or_none(text, mark - 1), sign = at(text, mark), next = at_or_none(text, mark + 1);
    if (is_upper(before) && sign == '.' && is_upper(next)) {
        return end_of_sentence(text, mark + 2);
    }
    Py_ssize_t end = -1;
    if (is_stop(sign) && (is_lower(before) || is_figure(before) || before == '%' || before == ')' || before == ']')) {
        end = end_of_sentence(text, mark);
    }
    if (end < 0 && is_lower(before) && next == OPAQUE) {
        return mark + 2;
    }
    return end < 0 && is_lower(before) && sign == ',' && next == '"' && is_lower(at_or_none(text, mark + 2)) ? mark + 3
        : end;
}

/* Whether a letter stands in addresses, handles, tags, paths and code, and not in prose. */
static int is_no_prose(Py_UCS4 letter)
{
    return letter == OPAQUE || (letter < 0x80 && letter != 0 && strchr("/@#_\\=&{<|", (int)letter) != NULL);
}

/* Whether a stretch stands in an address, as far as any goes. */
static int is_address(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t first = start > FAR ? start - FAR : 0, last = text->size - end > FAR ? end + FAR : text->size;
    for (Py_ssize_t i = start; i >= first && !Py_UNICODE_ISSPACE(at(text, i)); i--) {
        if (is_no_prose(at(text, i))) {
            return 1;
        }
    }
    for (Py_ssize_t i = end - 1; i < last && !Py_UNICODE_ISSPACE(at(text, i)); i++) {
        if (is_no_prose(at(text, i))) {
            return 1;
        }
    }
    return 0;
}

/* Where a name's small letters end, after a capital or none; its start where it has no small letter. */
static Py_ssize_t end_of_plain(const Text *text, Py_ssize_t start)
{
    Py_ssize_t first = start + is_upper(at_or_none(text, start)), end = first;
    while (is_lower(at_or_none(text, end))) {
        end++;
    }
    return end > first ? end : start;
}

/* Where the longest name ends that begins at a place, or one that ends where it must unless that is -1.

   A prefix such as Mc or none, a capital or none, small letters.  The place itself where there is no such name. */
static Py_ssize_t end_of_name(const Text *text, Py_ssize_t start, Py_ssize_t wanted)
{
    static const char *const prefixes[] = {"", "Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz"};
    Py_ssize_t longest = start;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        Py_ssize_t after = start + (Py_ssize_t)strlen(prefixes[i]);
        Py_ssize_t end = stands_at(text, start, prefixes[i]) ? end_of_plain(text, after) : after;
        if (end > after && (end == wanted || (wanted < 0 && end > longest))) {
            longest = end;
        }
    }
    return longest;
}

/* Whether the letters from one place to another are a name, and no letter stands before it. */
static int is_head(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_UCS4 before = at_or_none(text, start - 1);
    return end_of_name(text, start, end) == end && !Py_UNICODE_ISALPHA(before) && !Py_UNICODE_ISDIGIT(before)
        && before != '-' && before != '\'' && before != '.' && before != '_';
}

/* Whether a name ends at a place: small letters, with a capital before them or not, and with a prefix or not. */
static int ends_name(const Text *text, Py_ssize_t end)
{
    Py_ssize_t start = end;
    while (is_lower(at_or_none(text, start - 1))) {
        start--;
    }
    if (is_upper(at_or_none(text, start - 1))) {
        start--;
        for (Py_ssize_t size = 4; size >= 2; size--) {
            if (start >= size && is_head(text, start - size, end)) {
                return 1;
            }
        }
    }
    return is_head(text, start, end);
}

/* Whether a capital, or a year, stands between what can be two words, and in no longer one. */
static int is_between_names(const Text *text, Py_ssize_t place)
{
    Py_ssize_t end = place;
    if (is_figure(at(text, place))) {
        while (Py_UNICODE_ISDIGIT(at_or_none(text, end))) {
            end++;
        }
    } else {
        end = end_of_name(text, place, -1);
    }
    Py_UCS4 after = at_or_none(text, end);
    return end > place && !Py_UNICODE_ISALPHA(after) && after != '-' && after != '('
        && !(after == '.' && Py_UNICODE_ISLOWER(at_or_none(text, end + 1))) && ends_name(text, place);
}

/* Whether a match is one that `joints` returns. */
static int may_join(const Text *text, Py_ssize_t start, Py_ssize_t end, int word)
{
    return at(text, end - 1) == OPAQUE
        || (!is_address(text, start, end) && (!word || (is_headed(text, start) && is_between_names(text, start + 1))));
}

/* joints(text, sentences) */
static PyObject *joints(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    (void)module;
    if (count != 2 || !PyBool_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "joints(text, sentences)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0) {
        return NULL;
    }
    PyObject *found = PyList_New(0);
    Py_ssize_t place = 0, last = 0;
    while (found != NULL && (place = next_join(&text, place, text.size)) < text.size) {
        int word = is_lower(at(&text, place));
        Py_ssize_t start = place - !word;
        Py_ssize_t end = word ? end_of_word(&text, place) : args[1] == Py_True ? end_at_mark(&text, place) : -1;
        place++;
        if (start < last || end < 0) {
            continue;
        }
        place = last = end;
        if (may_join(&text, start, end, word) && append_span(found, start, end) < 0) {
            Py_CLEAR(found);
        }
    }
    return found;
}

PyMethodDef run_together_functions[] = {
    {"joints", (PyCFunction)(void (*)(void))joints, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
