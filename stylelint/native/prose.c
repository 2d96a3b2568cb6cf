/* Twins of functions in stylelint/readers/prose.py. */
#include "reading.h"

#define BACK 64 /* so far before a sign an address begins at most */
#define SCHEME 10
#define LABEL 63

static inline int is_letter(Py_UCS4 c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline int is_label(Py_UCS4 c)
{
    return is_word(c) || c == '-';
}

static int parts_addresses(Py_UCS4 c)
{
    return Py_UNICODE_ISSPACE(c) || c == '<' || c == '>' || c == '"' || c == 0x201C || c == 0x201D;
}

static int ends_none(Py_UCS4 c)
{
    switch (c) {
    case '.': case ',': case ';': case ':': case '!': case '?': case '\'': case 0x2019: case ')': case ']':
        return 1;
    default:
        return 0;
    }
}

/* Return where the address ends that goes on at an offset, or -1 where there is none. */
static Py_ssize_t url_end(const Text *text, Py_ssize_t start)
{
    Py_ssize_t end = start;
    while (end < text->size && !parts_addresses(at(text, end))) {
        end++;
    }
    while (end > start && ends_none(at(text, end - 1))) {
        end--;
    }
    return end > start ? end : -1;
}

/* Return where the host ends that begins at an offset, or -1 where there is none. */
static Py_ssize_t host_end(const Text *text, Py_ssize_t start)
{
    Py_ssize_t i = start, end = -1;
    if (i >= text->size || !is_word(at(text, i))) {
        return -1;
    }
    for (i++; i < text->size && i <= start + LABEL && is_label(at(text, i)); i++) {
    }
    while (i + 1 < text->size && at(text, i) == '.' && is_label(at(text, i + 1))) {
        Py_ssize_t label = ++i;
        while (i < text->size && i < label + LABEL && is_label(at(text, i))) {
            i++;
        }
        end = i;
    }
    return end;
}

/* Return where the scheme before "://" begins, or -1 where there is none. */
static Py_ssize_t scheme_start(const Text *text, Py_ssize_t end)
{
    Py_ssize_t start = end;
    while (start > 0 && end - start < SCHEME && (is_letter(at(text, start - 1)) || at(text, start - 1) == '+')) {
        start--;
    }
    while (start < end && at(text, start) == '+') {
        start++;
    }
    return end - start > 1 ? start : -1;
}

/* Return where the name before "@" begins, or -1 where there is none. */
static Py_ssize_t mailbox_start(const Text *text, Py_ssize_t end)
{
    Py_ssize_t start = end;
    while (start > 0 && end - start < BACK) {
        Py_UCS4 c = at(text, start - 1);
        if (!is_label(c) && c != '.' && c != '+') {
            break;
        }
        start--;
    }
    return start < end ? start : -1;
}

/* Find an address around a mark: ":" of "://", the "." of "www.", or "@"; return 1 where the mark is one of these.
   The start is -1 where nothing stands before the sign that could begin one, the end where nothing goes on. */
static int around(const Text *text, Py_ssize_t i, Py_ssize_t *start, Py_ssize_t *end)
{
    switch (at(text, i)) {
    case ':':
        if (i + 2 >= text->size || at(text, i + 1) != '/' || at(text, i + 2) != '/') {
            return 0;
        }
        *end = url_end(text, i + 3);
        *start = *end < 0 ? -1 : scheme_start(text, i);
        return 1;
    case '.':
        if (i < 3 || at(text, i - 1) != 'w' || at(text, i - 2) != 'w' || at(text, i - 3) != 'w') {
            return 0;
        }
        *end = url_end(text, i + 1);
        *start = i - 3;
        return 1;
    default:
        *end = host_end(text, i + 1);
        *start = *end < 0 ? -1 : mailbox_start(text, i);
        return 1;
    }
}

/* Add the addresses around one mark; return 0, or -1 with an exception. */
static int add_around(PyObject *source, const Text *text, Py_UCS4 mark, PyTypeObject *span, PyObject *found)
{
    Py_ssize_t i = 0, begin = 0, start, end;
    while ((i = PyUnicode_FindChar(source, mark, i, text->size, 1)) >= 0) {
        int one = around(text, i, &start, &end) && end >= 0 && (mark != '.' || start >= begin);
        if (one && start >= 0 && append_taken(found, span_made(span, start, end)) < 0) {
            return -1;
        }
        i = begin = one ? end : i + 1;
    }
    return i == -2 ? -1 : 0;
}

/* addressed(prose) */
static PyObject *addressed(PyObject *module, PyObject *prose)
{
    static const Py_UCS4 marks[] = {':', '.', '@'};
    Text text;
    if (text_of(prose, &text) < 0) {
        return NULL;
    }
    PyTypeObject *span = class_of(module, SPAN);
    PyObject *found = span == NULL ? NULL : PyList_New(0);
    for (int i = 0; found != NULL && i < 3; i++) {
        if (add_around(prose, &text, marks[i], span, found) < 0) {
            Py_CLEAR(found);
        }
    }
    return found;
}

PyMethodDef prose_functions[] = {
    {"addressed", addressed, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
