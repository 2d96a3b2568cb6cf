/* Twins of functions in stylelint/anatomy/credits.py: how the names in a credit are parted, and where they begin. */
#include "reading.h"

enum { MOST_WORDS = 13, NEAR = 4 };

/* The end of a text, the words there, and a mark for each place where a joint begins. */
typedef struct {
    Text text;
    Py_ssize_t *starts, count;
    char *joints;
} Tail;

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

/* Return where the next joint begins and let `after` be its end; `end` where there is none. */
static Py_ssize_t next_joint(const Text *text, Py_ssize_t place, Py_ssize_t end, Py_ssize_t *after)
{
    while (place < end && (*after = joint_end(text, place, end)) < 0) {
        place++;
    }
    return place;
}

/* Narrow bounds to what is neither a blank nor a stop. */
static void strip(const Text *text, Py_ssize_t *start, Py_ssize_t *end)
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
    strip(&text, &start, &end);
    while (parts != NULL) {
        Py_ssize_t joint = next_joint(&text, start, end, &after);
        if (append_taken(parts, slice_of(&text, start, joint)) < 0) {
            Py_CLEAR(parts);
        } else if (joint == end) {
            break;
        }
        start = after;
    }
    return parts;
}

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
    for (Py_ssize_t i = 0; (i = next_joint(text, i, text->size, &after)) < text->size; i = after) {
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
    strip(text, &start, &end);
    Py_ssize_t joint = next_joint(text, start, end, &after);
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

PyMethodDef credit_names_functions[] = {
    {"credit_places", credit_places, METH_O, NULL},
    {"credit_parts", credit_parts, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
