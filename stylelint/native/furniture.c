/* Twins of functions in stylelint/checks/_lines.py. */
#include "furniture.h"

/* Whether a block has more words than a line may have, each of which takes two code points with its blank. */
static int is_long(const Wanted *wanted, const Block *block)
{
    Py_ssize_t left = wanted->most;
    if (left <= 0 || (block->end - block->start) / 2 < left) {
        return 0;
    }
    int inside = 0;
    for (Py_ssize_t i = block->start; left >= 0 && i < block->end; i++) {
        int letter = !Py_UNICODE_ISSPACE(at(&wanted->text, i));
        left -= letter > inside;
        inside = letter;
    }
    return left < 0;
}

/* Ask RE2 for a line; 1, 0, or -1 with an exception. */
static int asked(const Wanted *wanted, const Block *block, PyObject *number)
{
    PyObject *data = encoded(wanted->object, block->start, block->end);
    PyObject *said = data == NULL ? NULL : PyObject_CallFunctionObjArgs(wanted->ask, number, data, NULL);
    int fits = said == NULL ? -1 : PyObject_IsTrue(said);
    Py_XDECREF(data);
    Py_XDECREF(said);
    return fits;
}

/* Take a block on the bench, if that is not done; return 0, or -1 with an exception. */
static int take_on_bench(Wanted *wanted, const Block *block)
{
    if (!wanted->on_bench && take_block(&wanted->bench, &wanted->text, block->start, block->end) < 0) {
        return -1;
    }
    wanted->on_bench = 1;
    return 0;
}

/* Tell whether a block is the line of a number, if that is of one; -1 with an exception. */
static int is_numbered(Wanted *wanted, const Block *block, PyObject *number)
{
    Py_ssize_t line = PyLong_Check(number) ? PyLong_AsSsize_t(number) : -1;
    if (line < 0) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_TypeError, "the number of a need is wanted");
        }
        return -1;
    }
    if (line >= PyTuple_GET_SIZE(wanted->programs)) {
        return 0;
    }
    if (take_on_bench(wanted, block) < 0 || take_program(&wanted->bench, PyTuple_GET_ITEM(wanted->programs, line)) < 0) {
        return -1;
    }
    Answer answer = matches(&wanted->bench, 0);
    return answer == IN_DOUBT ? asked(wanted, block, number) : answer == YES;
}

/* Tell whether a block is one of the lines with these numbers; -1 with an exception. */
static int is_one(Wanted *wanted, const Block *block, PyObject *numbers)
{
    PyObject *iterator = PyObject_GetIter(numbers), *number;
    int fits = iterator == NULL ? -1 : 0;
    while (fits == 0 && (number = PyIter_Next(iterator)) != NULL) {
        fits = is_numbered(wanted, block, number);
        Py_DECREF(number);
    }
    Py_XDECREF(iterator);
    return PyErr_Occurred() ? -1 : fits;
}

/* Tell whether a block is one of all the lines; -1 with an exception. */
static int is_any(Wanted *wanted, const Block *block)
{
    int fits = 0;
    for (Py_ssize_t line = 0; fits == 0 && line < PyTuple_GET_SIZE(wanted->programs); line++) {
        PyObject *number = PyLong_FromSsize_t(line);
        fits = number == NULL ? -1 : is_numbered(wanted, block, number);
        Py_XDECREF(number);
    }
    return fits;
}

/* Tell whether a number is among those of what was seen; -1 with an exception. */
static int has_number(PyObject *numbers, long number)
{
    PyObject *wanted = PyLong_FromLong(number);
    int has = wanted == NULL ? -1 : PySequence_Contains(numbers, wanted);
    Py_XDECREF(wanted);
    return has;
}

int is_whole(Wanted *wanted, const Block *block, PyObject *numbers)
{
    int known = numbers == Py_None ? 0 : has_number(numbers, IS_LINE);
    if (known != 0) {
        return known;
    }
    int counts = PySequence_Contains(wanted->kinds, block->kind);
    if (counts <= 0 || block->start == block->end || is_long(wanted, block)) {
        return counts < 0 ? -1 : 0;
    }
    return numbers == Py_None ? is_any(wanted, block) : is_one(wanted, block, numbers);
}

int take_lines(Wanted *wanted, PyObject *const *lines)
{
    wanted->programs = lines[0];
    wanted->kinds = lines[1];
    wanted->ask = lines[3];
    if (!PyTuple_Check(lines[0]) || !PyTuple_Check(lines[1]) || !PyCallable_Check(lines[3])) {
        PyErr_SetString(PyExc_TypeError, "programs, kinds, a number and what can be asked are wanted");
        return -1;
    }
    wanted->most = PyNumber_AsSsize_t(lines[2], PyExc_OverflowError);
    return wanted->most == -1 && PyErr_Occurred() ? -1 : 0;
}

/* Return the indexes of the blocks that are whole lines as a new list, NULL with an exception. */
static PyObject *look_at(Wanted *wanted, PyObject *blocks, PyObject *seen)
{
    Py_ssize_t place = 0;
    PyObject *index, *numbers, *found = PyList_New(0);
    while (found != NULL && PyDict_Next(seen, &place, &index, &numbers)) {
        Block block;
        Py_INCREF(index);
        Py_INCREF(numbers);
        int failed = take_indexed(blocks, index, wanted->text.size, &block);
        wanted->on_bench = 0;
        int fits = failed ? -1 : is_whole(wanted, &block, numbers);
        if (fits < 0 || (fits > 0 && PyList_Append(found, index) < 0)) {
            Py_CLEAR(found);
        }
        Py_DECREF(index);
        Py_DECREF(numbers);
    }
    return found;
}

/* whole_lines(text, blocks, seen, programs, kinds, most, ask) */
static PyObject *whole_lines(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Wanted wanted = {0};
    (void)module;
    if (count != 7 || !PyTuple_Check(args[1]) || !PyDict_Check(args[2])) {
        PyErr_SetString(PyExc_TypeError, "whole_lines(text, blocks, seen, programs, kinds, most, ask)");
        return NULL;
    }
    wanted.object = args[0];
    if (text_of(args[0], &wanted.text) < 0 || take_lines(&wanted, args + 3) < 0) {
        return NULL;
    }
    PyObject *found = look_at(&wanted, args[1], args[2]);
    bench_free(&wanted.bench);
    return found;
}

/* is_line(text, block, numbers, whole) */
static PyObject *is_line(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Wanted wanted = {0};
    Block block;
    (void)module;
    if (count != 4 || !PyTuple_Check(args[3]) || PyTuple_GET_SIZE(args[3]) != 4) {
        PyErr_SetString(PyExc_TypeError, "is_line(text, block, numbers, whole)");
        return NULL;
    }
    wanted.object = args[0];
    if (text_of(args[0], &wanted.text) < 0 || block_in(args[1], wanted.text.size, &block) < 0
        || take_lines(&wanted, ((PyTupleObject *)args[3])->ob_item) < 0) {
        return NULL;
    }
    int fits = is_whole(&wanted, &block, args[2]);
    bench_free(&wanted.bench);
    return fits < 0 ? NULL : PyBool_FromLong(fits);
}

PyMethodDef furniture_functions[] = {
    {"is_line", (PyCFunction)(void (*)(void))is_line, METH_FASTCALL, NULL},
    {"whole_lines", (PyCFunction)(void (*)(void))whole_lines, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
