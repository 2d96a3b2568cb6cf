/* Twins of functions in stylelint/readers/frontmatter.py. */
#include "reading.h"

/* What the fields become parts of. */
typedef struct {
    PyObject *parts, *rows, *blocks, *roles;
    PyObject *const *names;
    PyTypeObject *block;
    Py_ssize_t length;
} Head;

/* Return the role of a field by the last part of its key, a new reference; NULL with an exception. */
static PyObject *field_role(const Head *head, PyObject *key)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(key), dot = PyUnicode_FindChar(key, '.', 0, size, -1);
    PyObject *last = dot < -1 ? NULL : PyUnicode_Substring(key, dot + 1, size);
    PyObject *low = last == NULL ? NULL : PyObject_CallMethodNoArgs(last, head->names[NAME_LOWER]);
    PyObject *role = low == NULL ? NULL : PyDict_GetItemWithError(head->roles, low);
    Py_XDECREF(last);
    Py_XDECREF(low);
    if (role == NULL && PyErr_Occurred()) {
        return NULL;
    }
    return Py_NewRef(role == NULL ? head->names[NAME_METADATA] : role);
}

/* Return the one step of a field that stands in the source to the letter; NULL, with an exception or not, where it
   has none such. */
static PyObject *plain_step(PyObject *field)
{
    if (!PyTuple_Check(field) || PyTuple_GET_SIZE(field) != 4 || !PyUnicode_Check(PyTuple_GET_ITEM(field, 0))
        || !PyList_Check(PyTuple_GET_ITEM(field, 2))) {
        PyErr_SetString(PyExc_TypeError, "a field is wanted");
        return NULL;
    }
    PyObject *steps = PyTuple_GET_ITEM(field, 2);
    PyObject *step = PyList_GET_SIZE(steps) == 1 ? PyList_GET_ITEM(steps, 0) : NULL;
    if (step == NULL) {
        return NULL;
    }
    if (!PyTuple_Check(step) || PyTuple_GET_SIZE(step) != 3 || !PyUnicode_Check(PyTuple_GET_ITEM(step, 0))) {
        PyErr_SetString(PyExc_TypeError, "a step is wanted");
        return NULL;
    }
    PyObject *text = PyTuple_GET_ITEM(step, 0);
    Py_ssize_t start = PyLong_AsSsize_t(PyTuple_GET_ITEM(step, 1));
    Py_ssize_t end = PyLong_AsSsize_t(PyTuple_GET_ITEM(step, 2)), size = PyUnicode_GET_LENGTH(text);
    if (PyErr_Occurred() || !size || start < 0 || end < start || end - start != size
        || Py_UNICODE_ISSPACE(PyUnicode_READ_CHAR(text, size - 1))) {
        return NULL;
    }
    return step;
}

static int add_field(Head *head, PyObject *field, PyObject *step)
{
    PyObject *key = PyTuple_GET_ITEM(field, 0), *text = PyTuple_GET_ITEM(step, 0), *role = field_role(head, key);
    if (role == NULL) {
        return -1;
    }
    PyObject *begin = PyLong_FromSsize_t(head->length);
    head->length += PyUnicode_GET_LENGTH(text);
    PyObject *end = PyLong_FromSsize_t(head->length++);
    PyObject *row[] = {
        Py_XNewRef(begin), Py_XNewRef(end), Py_NewRef(PyTuple_GET_ITEM(step, 1)), Py_NewRef(PyTuple_GET_ITEM(step, 2)),
    };
    PyObject *block[] = {
        begin, end, Py_NewRef(head->names[NAME_METADATA]), role, Py_NewRef(Py_None), PyLong_FromLong(0),
        Py_NewRef(key), Py_NewRef(PyTuple_GET_ITEM(field, 3)),
    };
    PyObject *made = of_class(head->block, tuple_of(block, 8));
    if (append_taken(head->rows, tuple_of(row, 4)) < 0) {
        Py_XDECREF(made);
        return -1;
    }
    if (append_taken(head->blocks, made) < 0 || PyList_Append(head->parts, text) < 0) {
        return -1;
    }
    return append_taken(head->parts, PyUnicode_FromOrdinal('\n'));
}

static PyObject *list_in(PyObject *prose, PyObject *name)
{
    PyObject *list = PyObject_GetAttr(prose, name);
    if (list != NULL && !PyList_Check(list)) {
        PyErr_SetString(PyExc_TypeError, "a list is wanted");
        Py_CLEAR(list);
    }
    return list;
}

static int open_head(Head *head, PyObject *module, PyObject *prose, PyObject *roles)
{
    head->names = names_of(module);
    head->block = class_of(module, BLOCK);
    head->roles = roles;
    if (head->names == NULL || head->block == NULL || (head->parts = list_in(prose, head->names[NAME_PARTS])) == NULL
        || (head->rows = list_in(prose, head->names[NAME_ROWS])) == NULL
        || (head->blocks = list_in(prose, head->names[NAME_BLOCKS])) == NULL) {
        return -1;
    }
    PyObject *length = PyObject_GetAttr(prose, head->names[NAME_LENGTH]);
    head->length = length == NULL ? -1 : PyLong_AsSsize_t(length);
    Py_XDECREF(length);
    return PyErr_Occurred() ? -1 : 0;
}

/* Return the number of the first field that is not added; -1 with an exception. */
static Py_ssize_t add_fields(Head *head, PyObject *fields, Py_ssize_t i)
{
    for (; i < PyList_GET_SIZE(fields); i++) {
        PyObject *field = PyList_GET_ITEM(fields, i), *step = plain_step(field);
        if (step == NULL) {
            return PyErr_Occurred() ? -1 : i;
        }
        if (add_field(head, field, step) < 0) {
            return -1;
        }
    }
    return i;
}

/* add_plain(prose, fields, start, roles) */
static PyObject *add_plain(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Head head = {0};
    Py_ssize_t next = -1;
    if (count != 4 || !PyList_Check(args[1]) || !PyLong_CheckExact(args[2]) || !PyDict_Check(args[3])) {
        PyErr_SetString(PyExc_TypeError, "add_plain(prose, fields, start, roles)");
        return NULL;
    }
    Py_ssize_t start = PyLong_AsSsize_t(args[2]);
    if (start < 0 || start > PyList_GET_SIZE(args[1])) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_IndexError, "there is no such field");
        }
        return NULL;
    }
    if (open_head(&head, module, args[0], args[3]) == 0 && (next = add_fields(&head, args[1], start)) >= 0) {
        PyObject *length = PyLong_FromSsize_t(head.length);
        next = length == NULL || PyObject_SetAttr(args[0], head.names[NAME_LENGTH], length) < 0 ? -1 : next;
        Py_XDECREF(length);
    }
    Py_XDECREF(head.parts);
    Py_XDECREF(head.rows);
    Py_XDECREF(head.blocks);
    return next < 0 ? NULL : PyLong_FromSsize_t(next);
}

PyMethodDef frontmatter_functions[] = {
    {"add_plain", (PyCFunction)(void (*)(void))add_plain, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
