/* Twin of `chosen` in stylelint/checks/_twins.py. */
#include "reading.h"

/* The fields of twins, and of what is wanted. */
enum { FIRST, SECOND, EXACT, SHARE, INSIDE, SHORTER, LONGER, TOGETHER, CREDITED, TWINS_FIELDS };
enum {
    WANTED_ONE, WANTED_EXACT, WANTED_CREDITED, WANTED_INSIDE, WANTED_SHARE, WANTED_TOGETHER, WANTED_SHORTER, WANTED_INSIDE_BELOW,
    WANTED_SHARE_BELOW, WANTED_TIMES, WANTED_FIELDS
};

/* So many twins before it is their turn the processor is told of them, which of a long draft it has not at hand. */
enum { AHEAD = 16 };

/* What is wanted of twins; of what is yes or no, -1 is for either. */
typedef struct {
    PyTypeObject *twins;
    PyObject *blocks, *roles, *one;
    int exact, credited;
    double inside, share, inside_below, share_below;
    Py_ssize_t together, shorter, times;
} Wish;

static int is_yes_or_no(PyObject *object)
{
    return object == Py_True || object == Py_False;
}

/* Read yes, no or none; return 0, or -1 with an exception. */
static int read_choice(PyObject *object, int *choice)
{
    if (object != Py_None && !is_yes_or_no(object)) {
        PyErr_SetString(PyExc_TypeError, "yes, no or none is wanted");
        return -1;
    }
    *choice = object == Py_None ? -1 : object == Py_True;
    return 0;
}

/* Read a share; return 0, or -1 with an exception. */
static int read_share(PyObject *object, double *share)
{
    *share = PyFloat_AsDouble(object);
    return *share == -1.0 && PyErr_Occurred() ? -1 : 0;
}

/* Read how many; return 0, or -1 with an exception. */
static int read_number(PyObject *object, Py_ssize_t *number)
{
    *number = PyLong_AsSsize_t(object);
    return *number == -1 && PyErr_Occurred() ? -1 : 0;
}

/* Read what is wanted; return 0, or -1 with an exception. */
static int read_wish(Wish *wish, PyTypeObject *class, PyObject *wanted)
{
    if (class == NULL) {
        return -1;
    }
    if (!PyObject_TypeCheck(wanted, class) || PyTuple_GET_SIZE(wanted) != WANTED_FIELDS
        || !PyUnicode_Check(PyTuple_GET_ITEM(wanted, WANTED_ONE))) {
        PyErr_SetString(PyExc_TypeError, "what is wanted must be told");
        return -1;
    }
    PyObject *one = PyTuple_GET_ITEM(wanted, WANTED_ONE);
    wish->one = PyUnicode_GET_LENGTH(one) ? one : NULL;
    if (read_choice(PyTuple_GET_ITEM(wanted, WANTED_EXACT), &wish->exact) < 0
        || read_choice(PyTuple_GET_ITEM(wanted, WANTED_CREDITED), &wish->credited) < 0
        || read_share(PyTuple_GET_ITEM(wanted, WANTED_INSIDE), &wish->inside) < 0
        || read_share(PyTuple_GET_ITEM(wanted, WANTED_SHARE), &wish->share) < 0
        || read_number(PyTuple_GET_ITEM(wanted, WANTED_TOGETHER), &wish->together) < 0
        || read_number(PyTuple_GET_ITEM(wanted, WANTED_SHORTER), &wish->shorter) < 0
        || read_share(PyTuple_GET_ITEM(wanted, WANTED_INSIDE_BELOW), &wish->inside_below) < 0
        || read_share(PyTuple_GET_ITEM(wanted, WANTED_SHARE_BELOW), &wish->share_below) < 0
        || read_number(PyTuple_GET_ITEM(wanted, WANTED_TIMES), &wish->times) < 0) {
        return -1;
    }
    return 0;
}

/* Return the block that twins have at a place, NULL with an exception. */
static PyObject *block_of_twins(const Wish *wish, PyObject *twins, Py_ssize_t place)
{
    Py_ssize_t index;
    if (read_number(PyTuple_GET_ITEM(twins, place), &index) < 0) {
        return NULL;
    }
    if (index < 0 || index >= PySequence_Fast_GET_SIZE(wish->blocks)) {
        PyErr_SetString(PyExc_IndexError, "no block has this index");
        return NULL;
    }
    PyObject *block = PySequence_Fast_GET_ITEM(wish->blocks, index);
    return role_of(block) == NULL ? NULL : block;
}

/* Whether both objects are equal, as most often they are the same; -1 with an exception. */
static int are_equal(PyObject *one, PyObject *other)
{
    return one == other ? 1 : PyObject_RichCompareBool(one, other, Py_EQ);
}

/* Whether a block is what is wanted of one, by its kind or its role; -1 with an exception. */
static int is_one(const Wish *wish, PyObject *block)
{
    int kind = are_equal(PyTuple_GET_ITEM(block, 2), wish->one);
    return kind ? kind : are_equal(PyTuple_GET_ITEM(block, 3), wish->one);
}

/* Whether two blocks are in the roles that are asked for, and just one of them is what is wanted of one; -1 with an
   exception. */
static int are_asked_for(const Wish *wish, PyObject *first, PyObject *second)
{
    if (first == NULL || second == NULL) {
        return -1;
    }
    if (wish->roles != NULL) {
        int held = PySet_Contains(wish->roles, PyTuple_GET_ITEM(first, 3));
        held = held > 0 ? PySet_Contains(wish->roles, PyTuple_GET_ITEM(second, 3)) : held;
        if (held <= 0) {
            return held;
        }
    }
    if (wish->one == NULL) {
        return 1;
    }
    int one = is_one(wish, first), other = one < 0 ? -1 : is_one(wish, second);
    return other < 0 ? -1 : one != other;
}

/* Whether something that is yes or no is as it is wanted. */
static int is_choice(int choice, int is_true)
{
    return choice < 0 || choice == is_true;
}

/* Whether two texts are as long and as much alike as is wanted; -1 with an exception. */
static int are_alike(const Wish *wish, PyObject *twins)
{
    double inside, share;
    Py_ssize_t shorter, longer, together;
    PyObject *credited = PyTuple_GET_ITEM(twins, CREDITED);
    if (!is_yes_or_no(PyTuple_GET_ITEM(twins, EXACT)) || !PyTuple_Check(credited) || PyTuple_GET_SIZE(credited) != 2) {
        PyErr_SetString(PyExc_TypeError, "no twins are like that");
        return -1;
    }
    int is_credited = PyTuple_GET_ITEM(credited, 0) == Py_True || PyTuple_GET_ITEM(credited, 1) == Py_True;
    /* First what need not be read from memory, as of a long draft there are many. */
    if (!is_choice(wish->exact, PyTuple_GET_ITEM(twins, EXACT) == Py_True) || !is_choice(wish->credited, is_credited)) {
        return 0;
    }
    if (read_share(PyTuple_GET_ITEM(twins, INSIDE), &inside) < 0
        || read_share(PyTuple_GET_ITEM(twins, SHARE), &share) < 0
        || read_number(PyTuple_GET_ITEM(twins, SHORTER), &shorter) < 0
        || read_number(PyTuple_GET_ITEM(twins, LONGER), &longer) < 0
        || read_number(PyTuple_GET_ITEM(twins, TOGETHER), &together) < 0) {
        return -1;
    }
    if (shorter < 0 || longer < 0) {
        PyErr_SetString(PyExc_ValueError, "no text has fewer words than none");
        return -1;
    }
    return wish->inside <= inside && inside < wish->inside_below && wish->share <= share && share < wish->share_below
        && wish->together <= together && wish->shorter <= shorter
        /* Without a product, which could be too large. */
        && (wish->times == 0 || (shorter > 0 ? longer / shorter + (longer % shorter > 0) <= wish->times : longer <= 0));
}

/* Whether twins are as they are wanted; -1 with an exception. */
static int fits(const Wish *wish, PyObject *twins)
{
    if (!PyObject_TypeCheck(twins, wish->twins) || PyTuple_GET_SIZE(twins) != TWINS_FIELDS) {
        PyErr_SetString(PyExc_TypeError, "twins are wanted");
        return -1;
    }
    int alike = are_alike(wish, twins);
    return alike <= 0 ? alike
        : are_asked_for(wish, block_of_twins(wish, twins, FIRST), block_of_twins(wish, twins, SECOND));
}

/* chosen(told, blocks, roles, wanted) */
static PyObject *chosen(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    if (count != 4 || !(args[2] == Py_None || PyAnySet_Check(args[2]))) {
        PyErr_SetString(PyExc_TypeError, "chosen(told, blocks, roles, wanted)");
        return NULL;
    }
    Wish wish = {.twins = class_of(module, TWINS), .roles = args[2] == Py_None ? NULL : args[2]};
    if (wish.twins == NULL || read_wish(&wish, class_of(module, WANTED), args[3]) < 0) {
        return NULL;
    }
    PyObject *told = PySequence_Fast(args[0], "twins are wanted");
    wish.blocks = told == NULL ? NULL : PySequence_Fast(args[1], "blocks are wanted");
    PyObject *found = wish.blocks == NULL ? NULL : PyList_New(0);
    for (Py_ssize_t i = 0; found != NULL && i < PySequence_Fast_GET_SIZE(told); i++) {
        if (i + AHEAD < PySequence_Fast_GET_SIZE(told)) {
            FETCH(&PyTuple_GET_ITEM(PySequence_Fast_GET_ITEM(told, i + AHEAD), EXACT));
        }
        PyObject *twins = PySequence_Fast_GET_ITEM(told, i);
        int fitting = fits(&wish, twins);
        if (fitting < 0 || (fitting && PyList_Append(found, twins) < 0)) {
            Py_CLEAR(found);
        }
    }
    Py_XDECREF(told);
    Py_XDECREF(wish.blocks);
    return found;
}

PyMethodDef twins_functions[] = {
    {"chosen", (PyCFunction)(void (*)(void))chosen, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
