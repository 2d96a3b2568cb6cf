/* Twins of functions in stylelint/anatomy/sentences.py. */
#include "sentences.h"

#define LONGEST 24 /* code points of the word before a stop that are looked at */

static int is_stop(Py_UCS4 c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static int is_closing(Py_UCS4 c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB;
}

static int is_opening(Py_UCS4 c)
{
    switch (c) {
    case '"': case '\'': case '(': case '[': case '-': case 0x201C: case 0x2018:
    case 0xAB: case 0xBF: case 0xA1: case 0x2014: case 0x2013:
        return 1;
    default:
        return 0;
    }
}

/* Whether a code point parts a word from what is before it. */
static int is_parting(Py_UCS4 c)
{
    switch (c) {
    case '(': case '[': case '"': case '\'': case '/': case '-':
    case 0x201C: case 0x2018: case 0x2014: case 0x2013:
        return 1;
    default:
        return Py_UNICODE_ISSPACE(c);
    }
}

static int is_space_at(const Text *text, Py_ssize_t i)
{
    return i < text->size && Py_UNICODE_ISSPACE(at(text, i));
}

/* The place of the first letter after a stop, whatever opens before it; -1 where nothing follows.
   Of signs with two blanks behind them, the last is taken for that letter. */
static Py_ssize_t letter_after(const Text *text, Py_ssize_t i)
{
    while (is_space_at(text, i)) {
        i++;
    }
    Py_ssize_t opening = i;
    while (i < text->size && is_opening(at(text, i))) {
        i++;
    }
    Py_ssize_t letter = i + is_space_at(text, i);
    if (letter < text->size && !is_space_at(text, letter)) {
        return letter;
    }
    return i > opening ? i - 1 : -1;
}

/* Whether a word, of LONGEST code points at the most, is in a set of words; -1 with an exception. */
static int is_known(const Text *text, Py_ssize_t start, Py_ssize_t stop, PyObject *words)
{
    char low[LONGEST];
    for (Py_ssize_t i = start; i < stop; i++) {
        Py_UCS4 c = at(text, i);
        if (c > 127) {
            return 0;
        }
        low[i - start] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    PyObject *word = PyUnicode_FromStringAndSize(low, stop - start);
    int known = word == NULL ? -1 : PySet_Contains(words, word);
    Py_XDECREF(word);
    return known;
}

/* Whether an abbreviation stands before text[stop], or what may be one; -1 with an exception. */
static int in_doubt(const Text *text, Py_ssize_t stop, PyObject *doubtful)
{
    Py_ssize_t start = stop, least = stop > LONGEST ? stop - LONGEST : 0;
    while (start > least && !is_parting(at(text, start - 1))) {
        if (at(text, --start) == '.') {
            return 1;
        }
    }
    return stop - start <= 1 ? stop > start : is_known(text, start, stop, doubtful);
}

/* What a stop is that nothing but a blank follows; -1 with an exception. */
static int kind_of(const Text *text, Stop *stop, PyObject *doubtful)
{
    Py_ssize_t letter = letter_after(text, stop->end);
    if (letter >= 0 && Py_UNICODE_ISLOWER(at(text, letter))) {
        return 0;
    }
    stop->doubt = 0;
    if (letter >= 0 && at(text, stop->start) == '.' && at(text, stop->start + 1) != '.') {
        stop->doubt = in_doubt(text, stop->start, doubtful);
    }
    return stop->doubt < 0 ? -1 : 1;
}

int next_stop(const Text *text, Py_ssize_t i, Py_ssize_t end, PyObject *doubtful, Stop *stop)
{
    while (i < end) {
        if (!is_stop(at(text, i))) {
            i++;
            continue;
        }
        stop->start = i;
        while (i < end && is_stop(at(text, i))) {
            i++;
        }
        for (stop->end = i; stop->end < end && is_closing(at(text, stop->end)); stop->end++) {
        }
        int found = stop->end < end && is_space_at(text, stop->end) ? kind_of(text, stop, doubtful) : 0;
        if (found) {
            return found;
        }
    }
    return 0;
}

static PyObject *all_stops(const Text *text, Py_ssize_t end, PyObject *doubtful)
{
    PyObject *found = PyList_New(0);
    Stop stop = {0, 0, 0};
    int more = 1;
    while (found != NULL && (more = next_stop(text, stop.end, end, doubtful, &stop)) > 0) {
        PyObject *sure = stop.doubt ? Py_False : Py_True;
        if (append_taken(found, Py_BuildValue("(nnO)", stop.start, stop.end, sure)) < 0) {
            Py_CLEAR(found);
        }
    }
    if (more < 0) {
        Py_CLEAR(found);
    }
    return found;
}

/* stops(text, end, in_doubt) */
static PyObject *stops(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    (void)module;
    if (count != 3 || !PyAnySet_Check(args[2])) {
        PyErr_SetString(PyExc_TypeError, "stops(text, end, in_doubt)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0) {
        return NULL;
    }
    Py_ssize_t end = PyNumber_AsSsize_t(args[1], PyExc_OverflowError);
    if (end == -1 && PyErr_Occurred()) {
        return NULL;
    }
    return all_stops(&text, end > text.size ? text.size : end, args[2]);
}

PyMethodDef sentences_functions[] = {
    {"stops", (PyCFunction)(void (*)(void))stops, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
