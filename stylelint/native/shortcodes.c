/* Twins of functions in stylelint/readers/shortcodes.py. */
#include "reading.h"

static const char *const KEYS[] = {"caption", "alt", "title", "credit", "attr", NULL};

static const char *const KNOWN[] = {
    "caption", "wp_caption", "gallery", "embed", "video", "audio", "playlist", "youtube", "vimeo", "tweet", "instagram",
    "pullquote", NULL,
};

#define NAME 40 /* letters that a name has at most, its first left aside */
#define GAP 4

static Py_ssize_t pass_blanks(const Text *text, Py_ssize_t i, Py_ssize_t end)
{
    while (i < end && Py_UNICODE_ISSPACE(at(text, i))) {
        i++;
    }
    return i;
}

/* Return where the key ends that stands at an offset, 0 where none does. */
static Py_ssize_t key_end(const Text *text, Py_ssize_t i, Py_ssize_t end)
{
    if (i && is_word(at(text, i - 1))) {
        return 0;
    }
    for (int k = 0; KEYS[k] != NULL; k++) {
        if (says(text, i, end, KEYS[k])) {
            return i + (Py_ssize_t)strlen(KEYS[k]);
        }
    }
    return 0;
}

/* Return where the text in quotation marks, or ticks, ends that begins at an offset, -1 where there is none. */
static Py_ssize_t quoted_end(const Text *text, Py_ssize_t i, Py_ssize_t end)
{
    Py_UCS4 mark = i < end ? at(text, i) : 0;
    if (mark != '"' && mark != '\'' && mark != '`') {
        return -1;
    }
    for (i++; i < end && at(text, i) != mark; i++) {
        if (at(text, i) == '\\' && mark != '`' && (++i == end || at(text, i) == '\n')) {
            return -1;
        }
    }
    return i < end ? i : -1;
}

static int add_named(PyObject *found, PyObject *key, Py_ssize_t start, Py_ssize_t end)
{
    PyObject *named[] = {key, PyLong_FromSsize_t(start), PyLong_FromSsize_t(end)};
    return append_taken(found, tuple_of(named, 3));
}

/* named_texts(source, start, end) */
static PyObject *named_texts(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Py_ssize_t i, end;
    (void)module;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "named_texts(source, start, end)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0 || range_of(args + 1, text.size, &i, &end) < 0) {
        return NULL;
    }
    PyObject *found = PyList_New(0);
    while (found != NULL && i < end) {
        Py_UCS4 c = at(&text, i);
        Py_ssize_t key = c == 'c' || c == 'a' || c == 't' ? key_end(&text, i, end) : 0;
        Py_ssize_t sign = key ? pass_blanks(&text, key, end) : end, closing = -1, opening = 0;
        if (sign < end && (at(&text, sign) == '=' || at(&text, sign) == ':')) {
            opening = pass_blanks(&text, sign + 1, end);
            closing = quoted_end(&text, opening, end);
        }
        if (closing > opening + 1 && add_named(found, slice_of(&text, i, key), opening + 1, closing) < 0) {
            Py_CLEAR(found);
        }
        i = closing < 0 ? i + 1 : closing + 1;
    }
    return found;
}

static int is_name(Py_UCS4 c)
{
    return is_word(c) || c == '-';
}

/* Tell whether after a bracket a name that WordPress knows stands as a word. */
static int is_known(const Text *text, Py_ssize_t i)
{
    for (int k = 0; KNOWN[k] != NULL; k++) {
        Py_ssize_t after = i + (Py_ssize_t)strlen(KNOWN[k]);
        if (says(text, i, text->size, KNOWN[k]) && !is_word(at_or_none(text, after))) {
            return 1;
        }
    }
    return 0;
}

/* Tell whether after a bracket a name stands, and after it the name of an argument. */
static int has_argument(const Text *text, Py_ssize_t i)
{
    Py_UCS4 first = at_or_none(text, i);
    Py_ssize_t from = i;
    if (first < 'a' || first > 'z') {
        return 0;
    }
    while (i < text->size && i - from <= NAME && is_name(at(text, i))) {
        i++;
    }
    for (from = i; i < text->size && i - from < GAP && at(text, i) == ' '; i++) {
    }
    if (i == from) {
        return 0;
    }
    for (from = i; i < text->size && i - from < NAME && is_name(at(text, i)); i++) {
    }
    return i > from && at_or_none(text, i) == '=';
}

/* opening_brackets(source, start) */
static PyObject *opening_brackets(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    (void)module;
    if (count != 2 || !PyLong_CheckExact(args[1])) {
        PyErr_SetString(PyExc_TypeError, "opening_brackets(source, start)");
        return NULL;
    }
    Py_ssize_t i = PyLong_AsSsize_t(args[1]);
    if (PyErr_Occurred() || text_of(args[0], &text) < 0) {
        return NULL;
    }
    if (i < 0 || i > text.size) {
        PyErr_SetString(PyExc_ValueError, "the start lies outside of the source");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    while (found != NULL && (i = PyUnicode_FindChar(args[0], '[', i, text.size, 1)) >= 0) {
        Py_ssize_t name = i + 1 + (at_or_none(&text, i + 1) == '/');
        if ((is_known(&text, name) || has_argument(&text, i + 1)) && append_number(found, i) < 0) {
            Py_CLEAR(found);
        }
        i++;
    }
    return found;
}

PyMethodDef shortcodes_functions[] = {
    {"opening_brackets", (PyCFunction)(void (*)(void))opening_brackets, METH_FASTCALL, NULL},
    {"named_texts", (PyCFunction)(void (*)(void))named_texts, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
