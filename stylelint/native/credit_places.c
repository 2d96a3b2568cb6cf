/* Twins of functions in stylelint/anatomy/credits.py: where the names in a credit begin. */
#include "reading.h"

enum { MOST_WORDS = 13, NEAR = 4 };

/* The end of a text, the words there, and a mark for each place where a joint begins. */
typedef struct {
    Text text;
    Py_ssize_t *starts, count;
    char *joints;
} Tail;

/* Take a text with its words and joints; return 0, or -1 with an exception. */
static int take(Tail *tail)
{
    const Text *text = &tail->text;
    Py_ssize_t after = 0;
    tail->starts = PyMem_New(Py_ssize_t, (size_t)text->size + 1);
    tail->joints = PyMem_Calloc((size_t)text->size + 1, 1);
    if (tail->starts == NULL || tail->joints == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < text->size; i++) {
        if (!Py_UNICODE_ISSPACE(at(text, i)) && (i == 0 || Py_UNICODE_ISSPACE(at(text, i - 1)))) {
            tail->starts[tail->count++] = i;
        }
    }
    for (Py_ssize_t i = 0; (i = credit_joint(text, i, text->size, &after)) < text->size; i = after) {
        tail->joints[i] = 1;
    }
    return 0;
}

/* Whether something ends before a place, and not with an initial. */
static int follows_stop(const Text *text, Py_ssize_t end)
{
    while (end > 0 && Py_UNICODE_ISSPACE(at(text, end - 1))) {
        end--;
    }
    switch (at_or_none(text, end - 1)) {
    case '.':
        return !(at_or_none(text, end - 2) - 'A' < 26u && (end < 3 || !is_word(at(text, end - 3))));
    case '!': case '?': case ':': case '"': case ')': case '\'': case ']': case 0x2019: case 0x201D:
        return 1;
    default:
        return 0;
    }
}

/* Whether a joint begins in one of the words from one on. */
static int has_joint(const Tail *tail, Py_ssize_t word)
{
    Py_ssize_t place = tail->starts[word];
    Py_ssize_t end = word + NEAR < tail->count ? tail->starts[word + NEAR] : tail->text.size;
    while (place < end && !tail->joints[place]) {
        place++;
    }
    return place < end;
}

/* Whether what begins at a place has a joint, and no more than two words before it. */
static int is_name_parted(const Text *text, Py_ssize_t start)
{
    Py_ssize_t end = text->size, after = 0;
    int words = 0;
    credit_strip(text, &start, &end);
    Py_ssize_t joint = credit_joint(text, start, end, &after);
    for (Py_ssize_t i = start; i < joint; i++) {
        words += !Py_UNICODE_ISSPACE(at(text, i)) && (i == start || Py_UNICODE_ISSPACE(at(text, i - 1)));
    }
    return joint < end && words <= 2;
}

/* Append the places where names may begin to a list, the last first; return 0, or -1 with an exception. */
static int find_places(const Tail *tail, PyObject *found)
{
    Py_ssize_t least = tail->count - MOST_WORDS > 1 ? tail->count - MOST_WORDS : 1;
    for (Py_ssize_t word = tail->count - 1; word >= least; word--) {
        Py_ssize_t start = tail->starts[word];
        int whole = follows_stop(&tail->text, start);
        if (whole || (has_joint(tail, word) && is_name_parted(&tail->text, start))) {
            PyObject *fields[] = {PyLong_FromSsize_t(start), PyBool_FromLong(whole)};
            if (append_taken(found, tuple_of(fields, 2)) < 0) {
                return -1;
            }
        }
    }
    return 0;
}

/* credit_places(tail) */
static PyObject *credit_places(PyObject *module, PyObject *object)
{
    Tail tail = {.count = 0};
    (void)module;
    if (text_of(object, &tail.text) < 0) {
        return NULL;
    }
    PyObject *found = take(&tail) < 0 ? NULL : PyList_New(0);
    if (found != NULL && find_places(&tail, found) < 0) {
        Py_CLEAR(found);
    }
    PyMem_Free(tail.starts);
    PyMem_Free(tail.joints);
    return found;
}

PyMethodDef credit_places_functions[] = {
    {"credit_places", credit_places, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
