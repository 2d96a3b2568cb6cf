/* Twin of a function in stylelint/checks/_likeness.py. */
#include "likeness.h"
#include "reading.h"

#define OPAQUE 0x1A
#define DOTTED_I 0x130

/* So many code points or more are put in lower case bit by bit, as twelve bytes are taken for each meanwhile. */
enum { BIT = 100000 };

/* A stretch of the draft: it is read when it is first wanted, and forgotten after its last pair. */
typedef struct {
    Py_ssize_t start, end, last;
    Reading reading;
} Stretch;

/* Two stretches, and their place among the pairs that were given. */
typedef struct {
    Stretch *longer, *shorter;
    Py_ssize_t place;
} Pair;

/* The draft, a stretch for each span, and so many pairs; and what twins are made of: the name of the method that makes
   letters small, the class, and what says that neither has a credit. */
typedef struct {
    PyObject *folded, *prose, *spans, *pairs, *lower, *neither;
    PyTypeObject *twins;
    Stretch *stretches;
    Pair *ordered;
    Py_ssize_t count;
} Shelf;

/* Append a part of a text in lower case to a list; return 0, or -1 with an exception. */
static int append_lower(PyObject *parts, PyObject *text, Py_ssize_t start, Py_ssize_t end, PyObject *lower)
{
    PyObject *part = PyUnicode_Substring(text, start, end);
    int failed = part == NULL ? -1 : append_taken(parts, PyObject_CallMethodNoArgs(part, lower));
    Py_XDECREF(part);
    return failed;
}

/* As `lower` of stylelint/text.py, by the method of this name: a new reference, or NULL with an exception. */
static PyObject *lowered(PyObject *text, PyObject *lower)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(text), start = 0, end;
    if (size < BIT) {
        return PyObject_CallMethodNoArgs(text, lower);
    }
    PyObject *parts = PyList_New(0), *empty = PyUnicode_New(0, 0);
    int failed = parts == NULL || empty == NULL;
    /* Each ends before a blank: what a letter becomes depends on its word. */
    while (!failed && (end = PyUnicode_FindChar(text, ' ', start + BIT, size, 1)) >= 0) {
        failed = append_lower(parts, text, start, end, lower) < 0;
        start = end;
    }
    failed = failed || PyErr_Occurred() || append_lower(parts, text, start, size, lower) < 0;
    PyObject *whole = failed ? NULL : PyUnicode_Join(empty, parts);
    Py_XDECREF(parts);
    Py_XDECREF(empty);
    return whole;
}

static PyObject *replaced(PyObject *text, Py_UCS4 letter, const char *by)
{
    PyObject *from = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, &letter, 1), *into = PyUnicode_FromString(by);
    PyObject *result = from == NULL || into == NULL ? NULL : PyUnicode_Replace(text, from, into, -1);
    Py_XDECREF(from);
    Py_XDECREF(into);
    return result;
}

/* Return a stretch of the draft as it is compared, in small letters, a new reference; NULL with an exception. */
static PyObject *small_text(const Shelf *shelf, const Stretch *stretch)
{
    Py_ssize_t size = stretch->end - stretch->start;
    PyObject *text = PyUnicode_Substring(shelf->folded, stretch->start, stretch->end);
    if (text != NULL && PyUnicode_FindChar(text, OPAQUE, 0, size, 1) >= 0) {
        Py_SETREF(text, PyUnicode_Substring(shelf->prose, stretch->start, stretch->end));
    }
    /* The one letter that would become two. */
    if (text != NULL && !PyUnicode_IS_ASCII(text) && PyUnicode_FindChar(text, DOTTED_I, 0, size, 1) >= 0) {
        Py_SETREF(text, replaced(text, DOTTED_I, "i"));
    }
    PyObject *small = text == NULL ? NULL : lowered(text, shelf->lower);
    Py_XDECREF(text);
    return small;
}

/* Compare two stretches by their sizes, then by their order. */
static int in_order(const Stretch *one, const Stretch *other)
{
    Py_ssize_t more = (one->end - one->start) - (other->end - other->start);
    return more != 0 ? (more > 0) - (more < 0) : (one > other) - (one < other);
}

/* So that a long stretch, which may be in many pairs, is read once, and not all that it is compared with is kept. */
static int by_longer(const void *one, const void *other)
{
    const Pair *a = one, *b = other;
    int order = in_order(a->longer, b->longer);
    return order != 0 ? order : in_order(a->shorter, b->shorter);
}

/* Return the stretch that a pair has at a place, NULL with an exception. */
static Stretch *stretch_of(const Shelf *shelf, PyObject *pair, Py_ssize_t place, Py_ssize_t size)
{
    if (!PyTuple_Check(pair) || PyTuple_GET_SIZE(pair) != 2) {
        PyErr_SetString(PyExc_TypeError, "a pair is wanted");
        return NULL;
    }
    Py_ssize_t number = PyLong_AsSsize_t(PyTuple_GET_ITEM(pair, place));
    if (number == -1 && PyErr_Occurred()) {
        return NULL;
    }
    if (number < 0 || number >= PySequence_Fast_GET_SIZE(shelf->spans)) {
        PyErr_SetString(PyExc_IndexError, "no span has this number");
        return NULL;
    }
    Stretch *stretch = shelf->stretches + number;
    PyObject *span = PySequence_Fast_GET_ITEM(shelf->spans, number);
    return span_of(span, size, &stretch->start, &stretch->end) < 0 ? NULL : stretch;
}

/* Take the pairs, in the order in which they are compared; return 0, or -1 with an exception.  Of the stretches
   only those are touched that are in pairs: a draft can have very many. */
static int take(Shelf *shelf, Py_ssize_t size)
{
    Py_ssize_t wanted = PySequence_Fast_GET_SIZE(shelf->pairs);
    shelf->stretches = PyMem_Calloc((size_t)PySequence_Fast_GET_SIZE(shelf->spans) + 1, sizeof(Stretch));
    shelf->ordered = PyMem_New(Pair, (size_t)wanted + 1);
    if (shelf->stretches == NULL || shelf->ordered == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (; shelf->count < wanted; shelf->count++) {
        PyObject *pair = PySequence_Fast_GET_ITEM(shelf->pairs, shelf->count);
        Stretch *one = stretch_of(shelf, pair, 0, size), *other = one == NULL ? NULL : stretch_of(shelf, pair, 1, size);
        if (other == NULL) {
            return -1;
        }
        int swapped = in_order(other, one) > 0;
        shelf->ordered[shelf->count] = (Pair){swapped ? other : one, swapped ? one : other, shelf->count};
    }
    qsort(shelf->ordered, (size_t)wanted, sizeof(Pair), by_longer);
    for (Py_ssize_t i = 0; i < wanted; i++) {
        shelf->ordered[i].longer->last = shelf->ordered[i].shorter->last = i;
    }
    return 0;
}

static int read_stretch(const Shelf *shelf, Stretch *stretch)
{
    return stretch->reading.letters != NULL ? 0 : reading_take(&stretch->reading, small_text(shelf, stretch));
}

/* Return the twins that a pair is, a new reference; NULL with an exception. */
static PyObject *twins_of(const Shelf *shelf, const Pair *pair)
{
    if (read_stretch(shelf, pair->longer) < 0 || read_stretch(shelf, pair->shorter) < 0) {
        return NULL;
    }
    PyObject *given = PySequence_Fast_GET_ITEM(shelf->pairs, pair->place);
    Likeness like = readings_compared(&pair->longer->reading, &pair->shorter->reading);
    PyObject *fields[] = {
        Py_NewRef(PyTuple_GET_ITEM(given, 0)), Py_NewRef(PyTuple_GET_ITEM(given, 1)),
        PyBool_FromLong(like.exact), PyFloat_FromDouble(like.share), PyFloat_FromDouble(like.inside),
        PyLong_FromSsize_t(like.shorter), PyLong_FromSsize_t(like.longer), PyLong_FromSsize_t(like.together),
        Py_NewRef(shelf->neither),
    };
    return of_class(shelf->twins, tuple_of(fields, 9));
}

static PyObject *compared_all(Shelf *shelf)
{
    PyObject *found = PyList_New(shelf->count);
    for (Py_ssize_t i = 0; found != NULL && i < shelf->count; i++) {
        const Pair *pair = shelf->ordered + i;
        PyObject *twins = twins_of(shelf, pair);
        if (twins == NULL) {
            Py_CLEAR(found);
            break;
        }
        PyList_SET_ITEM(found, pair->place, twins);
        if (pair->longer->last == i) {
            reading_forget(&pair->longer->reading);
        }
        if (pair->shorter->last == i) {
            reading_forget(&pair->shorter->reading);
        }
    }
    return found;
}

static void shelf_free(Shelf *shelf)
{
    for (Py_ssize_t i = 0; i < shelf->count; i++) {
        reading_forget(&shelf->ordered[i].longer->reading);
        reading_forget(&shelf->ordered[i].shorter->reading);
    }
    PyMem_Free(shelf->stretches);
    PyMem_Free(shelf->ordered);
    Py_XDECREF(shelf->spans);
    Py_XDECREF(shelf->pairs);
    Py_XDECREF(shelf->neither);
}

/* compared(folded, prose, spans, pairs) */
static PyObject *compared(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text folded, prose;
    PyObject *const *names = names_of(module);
    PyTypeObject *twins = names == NULL ? NULL : class_of(module, TWINS);
    if (twins == NULL) {
        return NULL;
    }
    if (count != 4) {
        PyErr_SetString(PyExc_TypeError, "compared(folded, prose, spans, pairs)");
        return NULL;
    }
    if (text_of(args[0], &folded) < 0 || text_of(args[1], &prose) < 0) {
        return NULL;
    }
    if (folded.size != prose.size) {
        PyErr_SetString(PyExc_ValueError, "both texts are wanted as long");
        return NULL;
    }
    Shelf shelf = {.folded = args[0], .prose = args[1], .lower = names[NAME_LOWER], .twins = twins};
    shelf.neither = PyTuple_Pack(2, Py_False, Py_False);
    shelf.spans = shelf.neither == NULL ? NULL : PySequence_Fast(args[2], "spans are wanted");
    shelf.pairs = shelf.spans == NULL ? NULL : PySequence_Fast(args[3], "pairs are wanted");
    PyObject *found = shelf.pairs == NULL || take(&shelf, folded.size) < 0 ? NULL : compared_all(&shelf);
    shelf_free(&shelf);
    return found;
}

PyMethodDef likeness_functions[] = {
    {"compared", (PyCFunction)(void (*)(void))compared, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
