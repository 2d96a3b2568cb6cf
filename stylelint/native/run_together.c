/* Twins of functions in stylelint/checks/run_together.py. */
#include "letters.h"

#define OPAQUE 0x1A
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
        if ((!word || is_headed(&text, start)) && append_span(found, start, end) < 0) {
            Py_CLEAR(found);
        }
    }
    return found;
}

PyMethodDef run_together_functions[] = {
    {"joints", (PyCFunction)(void (*)(void))joints, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
