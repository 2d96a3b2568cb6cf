/* Twins of functions in stylelint/checks/_likeness.py and _twins.py. */
#include "reading.h"
#include "shelf.h"

/* From this share on two texts have more in common than a phrase. */
static const double RELATED = 0.3;

/* Which twins are told: those that are so much alike or have so many words together, all where both are 0; and, where
   credits are asked about, those that may have one.  And what they are made of: their class, what says that neither has a
   credit, and the share of the same. */
typedef struct {
    double inside;
    Py_ssize_t together;
    int is_credit_asked;
    PyTypeObject *twins;
    PyObject *neither, *whole;
} Teller;

/* Note whether a stretch may have a credit, in it or below it; return 0, or -1 with an exception. */
static int note_credit(const Shelf *shelf, Stretch *stretch)
{
    Py_ssize_t index = stretch - shelf->stretches;
    Text prose;
    if (stretch->credit != NOT_ASKED) {
        return 0;
    }
    if (text_of(shelf->prose, &prose) < 0) {
        return -1;
    }
    int below = 0;
    if (index + 1 < shelf->count) {
        PyObject *role = role_of(PySequence_Fast_GET_ITEM(shelf->spans, index + 1));
        if (role == NULL) {
            return -1;
        }
        below = PyUnicode_Check(role) && PyUnicode_CompareWithASCIIString(role, "credit") == 0;
    }
    int is_hinted = below || credit_hinted(&prose, shelf->bounds[index].start, shelf->bounds[index].end);
    stretch->credit = is_hinted ? MAYBE_CREDITED : UNCREDITED;
    return 0;
}

/* Whether two stretches are told that have been compared; -1 with an exception. */
static int is_told(const Shelf *shelf, const Teller *teller, const Two *two, const Likeness *like)
{
    int told = like->inside >= teller->inside || like->together >= teller->together;
    if (!teller->is_credit_asked || like->inside < RELATED) {
        return told;
    }
    if (note_credit(shelf, two->shorter) < 0 || note_credit(shelf, two->longer) < 0) {
        return -1;
    }
    return told || two->shorter->credit == MAYBE_CREDITED || two->longer->credit == MAYBE_CREDITED;
}

/* Return a share as an object, a new reference; NULL with an exception.  Of a long draft most are those of the same. */
static PyObject *share_of(const Teller *teller, double share)
{
    return share == 1.0 ? Py_NewRef(teller->whole) : PyFloat_FromDouble(share);
}

/* Return a number as an object, another one if it is the same and there; a new reference, NULL with an exception. */
static PyObject *number_or(Py_ssize_t number, Py_ssize_t other, PyObject *object)
{
    return number == other && object != NULL ? Py_NewRef(object) : PyLong_FromSsize_t(number);
}

/* Return the twins that a pair is, a new reference; NULL with an exception. */
static PyObject *twins_of(const Teller *teller, const Pair *pair, const Likeness *like)
{
    PyObject *shorter = PyLong_FromSsize_t(like->shorter);
    PyObject *fields[] = {
        PyLong_FromSsize_t(pair->first), PyLong_FromSsize_t(pair->second),
        PyBool_FromLong(like->exact), share_of(teller, like->share), share_of(teller, like->inside),
        shorter, number_or(like->longer, like->shorter, shorter), number_or(like->together, like->shorter, shorter),
        Py_NewRef(teller->neither),
    };
    return of_class(teller->twins, tuple_of(fields, 9));
}

/* Compare all pairs, and put the twins that are told where their pairs are; NULL for others.  Return 0, or -1 with an
   exception. */
static int tell(Shelf *shelf, const Teller *teller, PyObject **told)
{
    for (Py_ssize_t i = 0; i < shelf->pairs.count; i++) {
        const Two *two = shelf->ordered + i;
        Likeness like;
        int wanted = shelf_compare(shelf, two, &like) < 0 ? -1 : is_told(shelf, teller, two, &like);
        if (wanted < 0) {
            return -1;
        }
        if (wanted && (told[two->place] = twins_of(teller, shelf->pairs.items + two->place, &like)) == NULL) {
            return -1;
        }
    }
    return 0;
}

/* A new list of those of so many objects that are not NULL; they are taken over.  NULL with an exception, also where
   something has failed before. */
static PyObject *listed(PyObject **objects, Py_ssize_t count, int failed)
{
    Py_ssize_t size = 0, place = 0;
    for (Py_ssize_t i = 0; i < count; i++) {
        size += objects[i] != NULL;
    }
    PyObject *list = failed ? NULL : PyList_New(size);
    for (Py_ssize_t i = 0; i < count; i++) {
        if (list == NULL) {
            Py_XDECREF(objects[i]);
        } else if (objects[i] != NULL) {
            PyList_SET_ITEM(list, place++, objects[i]);
        }
    }
    return list;
}

/* Return the twins that are told, in the order of the pairs, a new list; NULL with an exception. */
static PyObject *told_of(Shelf *shelf, Teller *teller)
{
    if (shelf->pairs.count == 0) {
        return PyList_New(0);
    }
    if (shelf_read(shelf) < 0) {
        return NULL;
    }
    PyObject **told = PyMem_Calloc((size_t)shelf->pairs.count, sizeof *told), *list = NULL;
    teller->neither = PyTuple_Pack(2, Py_False, Py_False);
    teller->whole = teller->neither == NULL ? NULL : PyFloat_FromDouble(1.0);
    if (told == NULL) {
        PyErr_NoMemory();
    } else {
        list = listed(told, shelf->pairs.count, teller->whole == NULL ? -1 : tell(shelf, teller, told));
    }
    PyMem_Free(told);
    Py_XDECREF(teller->neither);
    Py_XDECREF(teller->whole);
    return list;
}

/* Return the numbers of the stretches that may have a credit, of those that were asked; a new list, NULL with an
   exception. */
static PyObject *credited(const Shelf *shelf)
{
    PyObject *list = PyList_New(0);
    for (Py_ssize_t i = 0; list != NULL && shelf->stretches != NULL && i < shelf->count; i++) {
        if (shelf->stretches[i].credit == MAYBE_CREDITED && append_number(list, i) < 0) {
            Py_CLEAR(list);
        }
    }
    return list;
}

/* compared(folded, prose, spans, pairs) */
static PyObject *compared(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 4) {
        PyErr_SetString(PyExc_TypeError, "compared(folded, prose, spans, pairs)");
        return NULL;
    }
    Teller teller = {.twins = class_of(module, TWINS)};
    if (teller.twins == NULL) {
        return NULL;
    }
    Shelf shelf;
    PyObject *found = shelf_new(&shelf, args) < 0 || shelf_take(&shelf, args[3]) < 0 ? NULL : told_of(&shelf, &teller);
    shelf_free(&shelf);
    return found;
}

/* alike(data, folded, prose, blocks, more, inside, together) */
static PyObject *alike(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 7 || !PyBytes_Check(args[0]) || !PyFloat_Check(args[5]) || !PyLong_Check(args[6])) {
        PyErr_SetString(PyExc_TypeError, "alike(data, folded, prose, blocks, more, inside, together)");
        return NULL;
    }
    Teller teller = {PyFloat_AsDouble(args[5]), PyLong_AsSsize_t(args[6]), 1, class_of(module, TWINS), NULL, NULL};
    if (PyErr_Occurred()) {
        return NULL;
    }
    Shelf shelf;
    int failed = shelf_new(&shelf, args + 1) < 0 || passages_find(args[0], shelf.bounds, shelf.count, &shelf.pairs) < 0
        || shelf_take(&shelf, args[4]) < 0 || pairs_sort(&shelf.pairs, shelf.count) < 0;
    PyObject *told = failed ? NULL : told_of(&shelf, &teller);
    PyObject *maybe = told == NULL ? NULL : credited(&shelf);
    shelf_free(&shelf);
    return tuple_of((PyObject *[]){told, maybe}, 2);
}

PyMethodDef alike_functions[] = {
    {"alike", (PyCFunction)(void (*)(void))alike, METH_FASTCALL, NULL},
    {"compared", (PyCFunction)(void (*)(void))compared, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
