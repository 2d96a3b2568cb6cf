/* The twin of `Lookout.met` in stylelint/lookout.py: texts in, and what was seen in them out. */
#include "lookout_look.h"

#include <stdlib.h>

static int compare(const void *one, const void *other)
{
    Py_ssize_t a = *(const Py_ssize_t *)one, b = *(const Py_ssize_t *)other;
    return (a > b) - (a < b);
}

void seen_begin(Seen *seen)
{
    seen->stretch++;
    seen->count = 0;
}

#define FEW 16

void seen_in_order(Seen *seen)
{
    Py_ssize_t *numbers = seen->numbers;
    if (seen->count > FEW) {
        qsort(numbers, (size_t)seen->count, sizeof *numbers, compare);
        return;
    }
    for (Py_ssize_t i = 1; i < seen->count; i++) {
        const Py_ssize_t number = numbers[i];
        Py_ssize_t place = i;
        for (; place > 0 && numbers[place - 1] > number; place--) {
            numbers[place] = numbers[place - 1];
        }
        numbers[place] = number;
    }
}

/* Return the numbers of the factors that were seen anywhere, in order, and who is met in blocks. */
static PyObject *result_of(Look *look)
{
    PyObject *numbers = PyList_New(0);
    seen_in_order(&look->anywhere);
    for (Py_ssize_t i = 0; numbers != NULL && i < look->anywhere.count; i++) {
        if (append_number(numbers, look->anywhere.numbers[i]) < 0) {
            Py_CLEAR(numbers);
        }
    }
    return numbers == NULL ? NULL : Py_BuildValue("(NO)", numbers, look->meeting.met);
}

/* Make room for as many numbers as there are; return 0, or -1 with an exception. */
static int prepare_seen(Seen *seen, int64_t numbers)
{
    seen->numbers = PyMem_Malloc((size_t)(numbers + 1) * sizeof *seen->numbers);
    seen->last = PyMem_Calloc((size_t)numbers + 1, sizeof *seen->last);
    if (seen->numbers == NULL || seen->last == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    return 0;
}

/* Make ready to look at texts; return 0, or -1 with an exception. */
static int prepare_look(Look *look, PyObject *lookout, PyObject *owners, PyObject *wholes)
{
    *look = (Look){.lookout = (const Lookout *)lookout, .block = -1};
    const Head *head = look->lookout->head;
    return prepare_seen(&look->anywhere, head->anywhere) < 0 || prepare_seen(&look->in_blocks, head->in_blocks) < 0
                   || prepare_meeting(&look->meeting, owners, wholes, (Py_ssize_t)head->in_blocks) < 0
               ? -1
               : 0;
}

static void free_look(Look *look)
{
    PyMem_Free(look->letters.codes);
    PyMem_Free(look->anywhere.numbers);
    PyMem_Free(look->anywhere.last);
    PyMem_Free(look->in_blocks.numbers);
    PyMem_Free(look->in_blocks.last);
    free_meeting(&look->meeting);
}

/* Return what is seen in a text with some blocks; NULL with an exception. */
static PyObject *seen_in(Look *look, PyObject *text, PyObject *blocks)
{
    if (lookout_take(&look->letters, text) < 0 || begin_meeting(&look->meeting, text) < 0) {
        return NULL;
    }
    look->block = -1;
    look->whole = (Stretch){&look->letters.text, 0, look->letters.text.size, -1, -1, -1};
    look->in_block = look->whole;
    seen_begin(&look->anywhere);
    return look_at_all(look, blocks) < 0 ? NULL : result_of(look);
}

/* Return a list of what is seen in each of some texts with their blocks; NULL with an exception. */
static PyObject *each_seen(Look *look, PyObject *texts)
{
    PyObject *all = PyList_New(0);
    for (Py_ssize_t i = 0; all != NULL && i < PyList_GET_SIZE(texts); i++) {
        PyObject *both = Py_NewRef(PyList_GET_ITEM(texts, i)), *seen = NULL;
        if (!PyTuple_Check(both) || PyTuple_GET_SIZE(both) != 2 || !PyTuple_Check(PyTuple_GET_ITEM(both, 1))) {
            PyErr_SetString(PyExc_TypeError, "a text with its blocks is wanted");
        } else {
            seen = seen_in(look, PyTuple_GET_ITEM(both, 0), PyTuple_GET_ITEM(both, 1));
        }
        if (seen == NULL || PyList_Append(all, seen) < 0) {
            Py_CLEAR(all);
        }
        Py_XDECREF(seen);
        Py_DECREF(both);
    }
    return all;
}

PyObject *lookout_met(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyList_Check(args[0]) || !PyDict_Check(args[1]) || !PyDict_Check(args[2])) {
        PyErr_SetString(PyExc_TypeError, "met(texts, owners, wholes)");
        return NULL;
    }
    Look look;
    PyObject *all = prepare_look(&look, self, args[1], args[2]) < 0 ? NULL : each_seen(&look, args[0]);
    free_look(&look);
    return all;
}
