/* Stretches of a draft that are compared two by two; see shelf.h. */
#include "shelf.h"

#include <string.h>

#define OPAQUE 0x1A

int shelf_new(Shelf *shelf, PyObject *const *args)
{
    Text folded, prose;
    *shelf = (Shelf){.folded = args[0], .prose = args[1]};
    if (text_of(args[0], &folded) < 0 || text_of(args[1], &prose) < 0) {
        return -1;
    }
    if (folded.size != prose.size) {
        PyErr_SetString(PyExc_ValueError, "both texts are wanted as long");
        return -1;
    }
    shelf->size = folded.size;
    shelf->spans = PySequence_Fast(args[2], "spans are wanted");
    if (shelf->spans == NULL) {
        return -1;
    }
    shelf->count = PySequence_Fast_GET_SIZE(shelf->spans);
    shelf->bounds = PyMem_New(Bounds, (size_t)shelf->count + 1);
    if (shelf->bounds == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < shelf->count; i++) {
        PyObject *span = PySequence_Fast_GET_ITEM(shelf->spans, i);
        if (span_of(span, shelf->size, &shelf->bounds[i].start, &shelf->bounds[i].end) < 0) {
            return -1;
        }
    }
    return 0;
}

void shelf_free(Shelf *shelf)
{
    readings_free(&shelf->readings);
    PyMem_Free(shelf->bounds);
    PyMem_Free(shelf->stretches);
    PyMem_Free(shelf->pairs.items);
    PyMem_Free(shelf->ordered);
    Py_XDECREF(shelf->spans);
}

/* Read a number of a stretch; return 0, or -1 with an exception. */
static int read_number(const Shelf *shelf, PyObject *object, Py_ssize_t *number)
{
    *number = PyLong_AsSsize_t(object);
    if (*number == -1 && PyErr_Occurred()) {
        return -1;
    }
    if (*number < 0 || *number >= shelf->count) {
        PyErr_SetString(PyExc_IndexError, "no span has this number");
        return -1;
    }
    return 0;
}

int shelf_take(Shelf *shelf, PyObject *pairs)
{
    PyObject *given = PySequence_Fast(pairs, "pairs are wanted");
    int failed = given == NULL ? -1 : 0;
    for (Py_ssize_t i = 0; !failed && i < PySequence_Fast_GET_SIZE(given); i++) {
        PyObject *pair = PySequence_Fast_GET_ITEM(given, i);
        Py_ssize_t first, second;
        if (!PyTuple_Check(pair) || PyTuple_GET_SIZE(pair) != 2) {
            PyErr_SetString(PyExc_TypeError, "a pair is wanted");
            failed = -1;
        } else {
            failed = read_number(shelf, PyTuple_GET_ITEM(pair, 0), &first) < 0
                || read_number(shelf, PyTuple_GET_ITEM(pair, 1), &second) < 0
                || pairs_add(&shelf->pairs, first, second) < 0 ? -1 : 0;
        }
    }
    Py_XDECREF(given);
    return failed;
}

/* Take the letters of a stretch, as it is compared; return 0, or -1 with an exception. */
static int letters_of(const Shelf *shelf, const Stretch *stretch, Letters *letters)
{
    Bounds bounds = shelf->bounds[stretch - shelf->stretches];
    letters->held = NULL;
    return letters_take(letters, stretch->is_hidden ? shelf->prose : shelf->folded, bounds.start, bounds.end);
}

/* Whether two stretches have the same letters, none of them hidden: then they are read alike. */
static int are_same(const Shelf *shelf, const Stretch *one, const Stretch *other)
{
    Bounds first = shelf->bounds[one - shelf->stretches], second = shelf->bounds[other - shelf->stretches];
    Py_ssize_t width = PyUnicode_KIND(shelf->folded), size = first.end - first.start;
    const char *letters = PyUnicode_DATA(shelf->folded);
    return !one->is_hidden && !other->is_hidden && size == second.end - second.start
        && memcmp(letters + first.start * width, letters + second.start * width, (size_t)(size * width)) == 0;
}

/* Return the stretch with a number, and read it where that has not been done; NULL with an exception.  What it is paired
   with, and has been read, mostly is the same. */
static Stretch *stretch_of(Shelf *shelf, Py_ssize_t number, const Stretch *paired)
{
    Stretch *stretch = shelf->stretches + number;
    if (stretch->is_read) {
        return stretch;
    }
    Bounds bounds = shelf->bounds[number];
    Letters letters;
    stretch->is_read = 1;
    stretch->is_hidden = PyUnicode_FindChar(shelf->folded, OPAQUE, bounds.start, bounds.end, 1) >= 0;
    if (paired != NULL && are_same(shelf, stretch, paired)) {
        stretch->reading = paired->reading;
        return stretch;
    }
    int failed = letters_of(shelf, stretch, &letters) < 0
        || reading_take(&shelf->readings, &stretch->reading, &letters.text) < 0;
    Py_XDECREF(letters.held);
    return failed ? NULL : stretch;
}

/* Read both stretches of a pair; return 0, or -1 with an exception. */
static int read_two(Shelf *shelf, Two *two, Py_ssize_t place)
{
    Pair pair = shelf->pairs.items[place];
    Stretch *one = stretch_of(shelf, pair.first, NULL), *other = one == NULL ? NULL : stretch_of(shelf, pair.second, one);
    if (other == NULL) {
        return -1;
    }
    int swapped = one->reading.words > other->reading.words;
    *two = (Two){swapped ? other : one, swapped ? one : other, place};
    return 0;
}

/* Put pairs in order so that those with the same longer stretch follow one another, whose runs are then put into a table
   once: it can be as long as a book, and share something with every other.  `ends` are zeros, one more than stretches. */
static void order(Shelf *shelf, const Two *pairs, Py_ssize_t *ends)
{
    for (Py_ssize_t i = 0; i < shelf->pairs.count; i++) {
        ends[pairs[i].longer - shelf->stretches + 1]++;
    }
    for (Py_ssize_t i = 0; i < shelf->count; i++) {
        ends[i + 1] += ends[i];
    }
    for (Py_ssize_t i = 0; i < shelf->pairs.count; i++) {
        shelf->ordered[ends[pairs[i].longer - shelf->stretches]++] = pairs[i];
    }
}

int shelf_read(Shelf *shelf)
{
    shelf->stretches = PyMem_Calloc((size_t)shelf->count + 1, sizeof(Stretch));
    shelf->ordered = PyMem_New(Two, (size_t)shelf->pairs.count + 1);
    Two *pairs = PyMem_New(Two, (size_t)shelf->pairs.count + 1);
    Py_ssize_t *ends = PyMem_Calloc((size_t)shelf->count + 1, sizeof *ends);
    int failed = 0;
    if (shelf->stretches == NULL || shelf->ordered == NULL || pairs == NULL || ends == NULL) {
        PyErr_NoMemory();
        failed = -1;
    }
    for (Py_ssize_t i = 0; !failed && i < shelf->pairs.count; i++) {
        failed = read_two(shelf, pairs + i, i);
    }
    if (!failed) {
        order(shelf, pairs, ends);
    }
    PyMem_Free(pairs);
    PyMem_Free(ends);
    return failed;
}

/* Whether two stretches with the same words are the same but for blanks; -1 with an exception. */
static int is_exact(const Shelf *shelf, const Two *two)
{
    if (two->shorter->reading.first == two->longer->reading.first) { /* read once */
        return 1;
    }
    Letters one, other = {.held = NULL};
    int exact = letters_of(shelf, two->shorter, &one) < 0 || letters_of(shelf, two->longer, &other) < 0 ? -1
        : are_same_but_for_blanks(&one.text, &other.text);
    Py_XDECREF(one.held);
    Py_XDECREF(other.held);
    return exact;
}

int shelf_compare(Shelf *shelf, const Two *two, Likeness *like)
{
    if (readings_compared(&shelf->readings, &two->shorter->reading, &two->longer->reading, like) < 0
        || (like->exact && (like->exact = is_exact(shelf, two)) < 0)) {
        return -1;
    }
    if (two->shorter->is_hidden || two->longer->is_hidden) {
        Bounds one = shelf->bounds[two->shorter - shelf->stretches];
        Bounds other = shelf->bounds[two->longer - shelf->stretches];
        like->together = Py_MIN(one.end - one.start, other.end - other.start);
    }
    return 0;
}
