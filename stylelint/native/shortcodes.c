/* Twins of functions in stylelint/readers/shortcodes.py. */
#include "reading.h"

static const char *const KEYS[] = {"caption", "alt", "title", "credit", "attr", NULL};

static const char *const KNOWN[] = {
    "caption", "wp_caption", "gallery", "embed", "video", "audio", "playlist", "youtube", "vimeo", "tweet", "instagram",
    "pullquote", NULL,
};

#define NAME 40 /* letters that a name has at most, its first left aside */
#define GAP 4
#define CALL 80 /* letters of a call that are looked at for its name */

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

/* A text among the arguments of a call, with its name. */
typedef struct {
    Py_ssize_t key, key_end, start, end;
} Named;

/* Find the next text with a name in text[i:end]; return where what follows begins, -1 where there is none. */
static Py_ssize_t next_named(const Text *text, Py_ssize_t i, Py_ssize_t end, Named *named)
{
    while (i < end) {
        Py_UCS4 c = at(text, i);
        Py_ssize_t key = c == 'c' || c == 'a' || c == 't' ? key_end(text, i, end) : 0;
        Py_ssize_t sign = key ? pass_blanks(text, key, end) : end, closing = -1, opening = 0;
        if (sign < end && (at(text, sign) == '=' || at(text, sign) == ':')) {
            opening = pass_blanks(text, sign + 1, end);
            closing = quoted_end(text, opening, end);
        }
        if (closing > opening + 1) {
            *named = (Named){i, key, opening + 1, closing};
            return closing + 1;
        }
        i = closing < 0 ? i + 1 : closing + 1;
    }
    return -1;
}

static int add_named(PyObject *found, const Text *text, const Named *named)
{
    PyObject *fields[] = {
        slice_of(text, named->key, named->key_end), PyLong_FromSsize_t(named->start), PyLong_FromSsize_t(named->end),
    };
    return append_taken(found, tuple_of(fields, 3));
}

/* named_texts(source, start, end) */
static PyObject *named_texts(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Named named;
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
    while (found != NULL && (i = next_named(&text, i, end, &named)) >= 0) {
        if (add_named(found, &text, &named) < 0) {
            Py_CLEAR(found);
        }
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

/* Tell whether one of some words stands at an offset; `limit` is where the text ends. */
static int says_one(const Text *text, Py_ssize_t i, Py_ssize_t limit, const char *const *words, int (*goes_on)(Py_UCS4))
{
    for (; *words != NULL; words++) {
        Py_ssize_t after = i + (Py_ssize_t)strlen(*words);
        if (says(text, i, limit, *words) && (after == limit || goes_on == NULL || !goes_on(at(text, after)))) {
            return 1;
        }
    }
    return 0;
}

static int in_word(Py_UCS4 c)
{
    return is_word(c);
}

static int in_name(Py_UCS4 c)
{
    return is_name(c) || c == '.';
}

static int is_comment(const Text *text, Py_ssize_t i)
{
    static const char *const comments[] = {"{{/*", "{{</*", "{{%/*", "{{!--", "{{- /*", NULL};
    return says_one(text, i, text->size, comments, NULL);
}

/* Tell whether a call has the name of what holds code. */
static int is_code(const Text *text, Py_ssize_t i)
{
    static const char *const code[] = {"highlight", "raw", "comment", "code", "verbatim", NULL};
    while (i < text->size && (Py_UNICODE_ISSPACE(at(text, i)) || (at(text, i) < 128 && at(text, i)
                              && strchr("{<%[/-", (int)at(text, i)) != NULL))) {
        i++;
    }
    return says_one(text, i, text->size, code, in_word);
}

/* Tell whether a call that begins with "{%" has the name of a picture, or of its end. */
static int is_picture(const Text *text, Py_ssize_t start)
{
    static const char *const pictures[] = {"image", "img", "figure", "picture", "photo", "responsive_image", NULL};
    Py_ssize_t i = start + 2, limit = text->size - start > CALL ? start + CALL : text->size;
    while (i < limit && (at(text, i) == '-' || Py_UNICODE_ISSPACE(at(text, i)))) {
        i++;
    }
    i = pass_blanks(text, i < limit && at(text, i) == '/' ? i + 1 : i, limit);
    i += says(text, i, limit, "end") ? 3 : 0;
    return says_one(text, i, limit, pictures, in_name);
}

/* Tell whether there is more to a call than whether it shows anything; that is set as well. */
static int is_special(const Text *text, Py_ssize_t start, Py_ssize_t end, int *shown)
{
    Named named;
    int comment = is_comment(text, start), control = says(text, start, text->size, "{%");
    *shown = !comment && !control;
    return is_code(text, start) || (control && is_picture(text, start))
        || (!comment && next_named(text, start, end, &named) >= 0);
}

/* Add each of the spans of calls to those that are plain, as a region, or to the others. */
static int part_calls(PyObject *module, const Text *text, PyObject *spans, PyObject *plain, PyObject *others)
{
    PyTypeObject *region = class_of(module, REGION);
    for (Py_ssize_t i = 0; region != NULL && i < PyList_GET_SIZE(spans); i++) {
        PyObject *span = PyList_GET_ITEM(spans, i);
        Py_ssize_t start, end;
        int shown;
        if (span_of(span, text->size, &start, &end) < 0) {
            return -1;
        }
        if (is_special(text, start, end, &shown)) {
            if (PyList_Append(others, span) < 0) {
                return -1;
            }
            continue;
        }
        PyObject *fields[] = {
            Py_NewRef(PyTuple_GET_ITEM(span, 0)), Py_NewRef(PyTuple_GET_ITEM(span, 1)), PyBool_FromLong(shown),
            Py_NewRef(Py_False), PyTuple_New(0), PyUnicode_New(0, 0), PyUnicode_New(0, 0),
        };
        if (append_taken(plain, of_class(region, tuple_of(fields, REGION_FIELDS))) < 0) {
            return -1;
        }
    }
    return region == NULL ? -1 : 0;
}

/* plain_calls(source, opening, closing, longest, start) */
static PyObject *plain_calls(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text, signs[2];
    Py_ssize_t longest, start;
    if (read_between(args, count, signs, &longest, &start) < 0 || text_of(args[0], &text) < 0) {
        return NULL;
    }
    PyObject *spans = PyList_New(0), *plain = PyList_New(0), *others = PyList_New(0), *both = NULL;
    if (spans != NULL && plain != NULL && others != NULL && find_between(args[0], signs, longest, start, spans) == 0
        && part_calls(module, &text, spans, plain, others) == 0) {
        both = PyTuple_Pack(2, plain, others);
    }
    Py_XDECREF(spans);
    Py_XDECREF(plain);
    Py_XDECREF(others);
    return both;
}

PyMethodDef shortcodes_functions[] = {
    {"plain_calls", (PyCFunction)(void (*)(void))plain_calls, METH_FASTCALL, NULL},
    {"opening_brackets", (PyCFunction)(void (*)(void))opening_brackets, METH_FASTCALL, NULL},
    {"named_texts", (PyCFunction)(void (*)(void))named_texts, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
