/* Twins of functions in stylelint/checks/_page_voice.py. */
#include "sentences.h"

static int is_capital(Py_UCS4 c)
{
    return c >= 'A' && c <= 'Z';
}

static int is_small(Py_UCS4 c)
{
    return c >= 'a' && c <= 'z';
}

static int is_closing(Py_UCS4 c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']';
}

/* Whether two small letters stand before a place. */
static int after_letters(const Text *text, Py_ssize_t i)
{
    return i >= 2 && is_small(at(text, i - 1)) && is_small(at(text, i - 2));
}

/* Whether a sentence begins at a capital in text[start:end] without a blank before it. */
static int runs_in(const Text *text, Py_ssize_t start, Py_ssize_t i, Py_ssize_t end)
{
    if (after_letters(text, i)) {
        return i + 1 < end && is_small(at(text, i + 1));
    }
    while (i > start && is_closing(at(text, i - 1))) {
        i--;
    }
    Py_UCS4 before = i > 0 ? at(text, i - 1) : 0;
    return (before == '.' || before == '!' || before == '?') && after_letters(text, i - 1);
}

/* Read a place, cut to the text as expressions do; return 0, or -1 with an exception. */
static int place_of(PyObject *object, Py_ssize_t size, Py_ssize_t *place)
{
    Py_ssize_t number = PyNumber_AsSsize_t(object, PyExc_OverflowError);
    if (number == -1 && PyErr_Occurred()) {
        return -1;
    }
    *place = number < 0 ? 0 : number > size ? size : number;
    return 0;
}

/* run_ins(text, start, end) */
static PyObject *run_ins(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Py_ssize_t start, end;
    (void)module;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "run_ins(text, start, end)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0 || place_of(args[1], text.size, &start) < 0
        || place_of(args[2], text.size, &end) < 0) {
        return NULL;
    }
    PyObject *places = PyList_New(0);
    for (Py_ssize_t i = start; places != NULL && i < end; i++) {
        if (is_capital(at(&text, i)) && runs_in(&text, start, i, end) && append_number(places, i) < 0) {
            Py_CLEAR(places);
        }
    }
    return places;
}

/* Whether `a.m.` or `p.m.` ends at a place. */
static int is_time_before(const Text *text, Py_ssize_t end)
{
    return end >= 4 && (stands_at(text, end - 4, "a.m.") || stands_at(text, end - 4, "p.m."));
}

static Py_ssize_t after_blanks(const Text *text, Py_ssize_t i)
{
    while (i < text->size && Py_UNICODE_ISSPACE(at(text, i))) {
        i++;
    }
    return i;
}

/* Return where the last sentence before an end begins, -1 where that is in doubt, or -2 with an exception. */
static Py_ssize_t last_start(const Text *text, Py_ssize_t end, PyObject *doubtful)
{
    Py_ssize_t start = after_blanks(text, 0);
    Stop stop = {0, 0, 0};
    int more;
    while ((more = next_stop(text, stop.end, end, doubtful, &stop)) > 0) {
        if (!is_time_before(text, stop.end)) {
            start = stop.doubt ? -1 : after_blanks(text, stop.end);
        }
    }
    return more < 0 ? -2 : start;
}

/* last_sentence(text, in_doubt) */
static PyObject *last_sentence(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    (void)module;
    if (count != 2 || !PyAnySet_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "last_sentence(text, in_doubt)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0) {
        return NULL;
    }
    Py_ssize_t end = text.size;
    while (end > 0 && Py_UNICODE_ISSPACE(at(&text, end - 1))) {
        end--;
    }
    Py_ssize_t start = last_start(&text, end, args[1]);
    if (start < 0) {
        return start < -1 ? NULL : Py_NewRef(Py_None);
    }
    for (Py_ssize_t i = end - 1; i >= start; i--) {
        if (is_capital(at(&text, i)) && runs_in(&text, start, i, end)) {
            start = i;
        }
    }
    return Py_BuildValue("(nn)", start, end);
}

/* Append what a sentence is made of where others run into it; return 0, or -1 with an exception. */
static int append_parts(PyObject *parts, const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t from = start;
    for (Py_ssize_t i = start; i < end; i++) {
        if (is_capital(at(text, i)) && runs_in(text, start, i, end)) {
            if (append_span(parts, from, i) < 0) {
                return -1;
            }
            from = i;
        }
    }
    return append_span(parts, from, end);
}

/* Append the sentences of a text to a list; return 1, or 0 where a stop is in doubt, or -1 with an exception. */
static int append_sentences(PyObject *parts, const Text *text, PyObject *doubtful)
{
    Py_ssize_t start = after_blanks(text, 0), end = text->size;
    Stop stop = {0, 0, 0};
    int more;
    while ((more = next_stop(text, stop.end, text->size, doubtful, &stop)) > 0) {
        if (is_time_before(text, stop.end)) {
            continue;
        }
        if (stop.doubt) {
            return 0;
        }
        if (append_parts(parts, text, start, stop.end) < 0) {
            return -1;
        }
        start = after_blanks(text, stop.end);
    }
    while (end > 0 && Py_UNICODE_ISSPACE(at(text, end - 1))) {
        end--;
    }
    return more < 0 || (end > start && append_parts(parts, text, start, end) < 0) ? -1 : 1;
}

/* sentence_parts(text, in_doubt) */
static PyObject *sentence_parts(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    (void)module;
    if (count != 2 || !PyAnySet_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "sentence_parts(text, in_doubt)");
        return NULL;
    }
    PyObject *parts = text_of(args[0], &text) < 0 ? NULL : PyList_New(0);
    int found = parts == NULL ? -1 : append_sentences(parts, &text, args[1]);
    if (found > 0) {
        return parts;
    }
    Py_XDECREF(parts);
    return found < 0 ? NULL : Py_NewRef(Py_None);
}

PyMethodDef page_voice_functions[] = {
    {"run_ins", (PyCFunction)(void (*)(void))run_ins, METH_FASTCALL, NULL},
    {"last_sentence", (PyCFunction)(void (*)(void))last_sentence, METH_FASTCALL, NULL},
    {"sentence_parts", (PyCFunction)(void (*)(void))sentence_parts, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
