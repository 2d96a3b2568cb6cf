/* The block that is being read; see sheet.h.  Its functions do what those of `Sheet` and `Prose` do in Python. */
#include "sheet.h"

#include <stddef.h>

typedef struct {
    Name name;
    size_t from, to;
} Field;

#define FIELD(name, from, to) {name, offsetof(Sheet, from), offsetof(Sheet, to)}

static const Field HELD[] = {
    FIELD(NAME_SHEET, blocks, sheet), FIELD(NAME_PROSE, sheet, prose), FIELD(NAME_MARKUP, blocks, markup),
    FIELD(NAME_REGIONS, blocks, regions), FIELD(NAME_SOURCE, sheet, source), FIELD(NAME_TAGS, blocks, tags),
    FIELD(NAME_VIEW, markup, view), FIELD(NAME_COUNTS, markup, counts), FIELD(NAME_SORTS, markup, sorts),
    FIELD(NAME_ENDS, markup, ends), FIELD(NAME_UNREAD, markup, unread), FIELD(NAME_ROOT, markup, root),
    FIELD(NAME_ROWS, prose, pieces.rows), FIELD(NAME_SAID, prose, pieces.said),
};
static const Field KEPT[] = {
    FIELD(NAME_BLOCKS, prose, done), FIELD(NAME_OPAQUE, prose, opaque), FIELD(NAME_SPANS, regions, spans),
    FIELD(NAME_STACK, markup, stack),
};
static const Field LISTS[] = {
    FIELD(NAME_ASIDES, sheet, asides), FIELD(NAME_IMAGES, blocks, images), FIELD(NAME_LINKS, blocks, links),
    FIELD(NAME_ALERTS, blocks, alerts), FIELD(NAME_HTML, blocks, html),
};
static const Field OBJECTS[] = {
    FIELD(NAME_TOP, markup, top), FIELD(NAME_SYNTAX, sheet, syntax), FIELD(NAME_SHAPE, sheet, shape),
    FIELD(NAME_OUTER, sheet, outer),
};
static const Field NUMBERS[] = {
    FIELD(NAME_RUN, prose, run), FIELD(NAME_RUN_END, prose, run_end), FIELD(NAME_LENGTH, prose, length),
    FIELD(NAME_BEGIN, sheet, begin), FIELD(NAME_LAST, blocks, last),
    FIELD(NAME_DEPTH, blocks, depth), FIELD(NAME_QUOTES, blocks, quotes), FIELD(NAME_LISTS, blocks, lists),
    FIELD(NAME_ITEMS, blocks, items), FIELD(NAME_DUE, regions, due), FIELD(NAME_NEXT, regions, next),
    FIELD(NAME_CODE, markup, code), FIELD(NAME_CODE_FROM, markup, code_from), FIELD(NAME_OBJECTS, markup, objects),
};

#define COUNT(fields) ((int)(sizeof(fields) / sizeof *(fields)))

static inline PyObject **object_in(const Sheet *sheet, size_t place)
{
    return (PyObject **)((char *)sheet + place);
}

static inline Py_ssize_t *number_in(const Sheet *sheet, size_t place)
{
    return (Py_ssize_t *)((char *)sheet + place);
}

static PyObject *attribute(const Sheet *sheet, const Field *field)
{
    return PyObject_GetAttr(*object_in(sheet, field->from), sheet->names[field->name]);
}

static int take_objects(Sheet *sheet, const Field *fields, int count, int lists)
{
    for (int i = 0; i < count; i++) {
        PyObject *found = attribute(sheet, &fields[i]);
        if (found == NULL) {
            return -1;
        }
        Py_XSETREF(*object_in(sheet, fields[i].to), found);
        if (lists && !PyList_Check(found)) {
            PyErr_SetString(PyExc_TypeError, "a list is wanted");
            return -1;
        }
    }
    return 0;
}

static int take_numbers(Sheet *sheet, const Field *fields, int count)
{
    for (int i = 0; i < count; i++) {
        PyObject *found = attribute(sheet, &fields[i]);
        if (found == NULL) {
            return -1;
        }
        *number_in(sheet, fields[i].to) = PyLong_AsSsize_t(found);
        Py_DECREF(found);
        if (PyErr_Occurred()) {
            return -1;
        }
    }
    return 0;
}

static int take_flag(const Sheet *sheet, PyObject *from, Name name)
{
    PyObject *found = PyObject_GetAttr(from, sheet->names[name]);
    int flag = found == NULL ? -1 : PyObject_IsTrue(found);
    Py_XDECREF(found);
    return flag;
}

/* Tell whether all in a list are regions. */
static int all_regions(PyObject *spans)
{
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(spans); i++) {
        PyObject *region = PyList_GET_ITEM(spans, i);
        if (!PyTuple_Check(region) || PyTuple_GET_SIZE(region) != REGION_FIELDS
            || !PyTuple_Check(PyTuple_GET_ITEM(region, REGION_ASIDES))
            || !PyUnicode_Check(PyTuple_GET_ITEM(region, REGION_ROLE))) {
            return 0;
        }
    }
    return 1;
}

static int is_frame(PyObject *frame)
{
    return PyTuple_Check(frame) && PyTuple_GET_SIZE(frame) == FRAME_FIELDS
        && PyUnicode_Check(PyTuple_GET_ITEM(frame, FRAME_NAME)) && PyTuple_Check(PyTuple_GET_ITEM(frame, FRAME_SHAPE))
        && PyTuple_GET_SIZE(PyTuple_GET_ITEM(frame, FRAME_SHAPE)) == 3
        && PyLong_CheckExact(PyTuple_GET_ITEM(frame, FRAME_START))
        && PyLong_CheckExact(PyTuple_GET_ITEM(frame, FRAME_BLOCKS));
}

/* Read what never changes, and tell whether it is what is wanted. */
static int take_rest(Sheet *sheet)
{
    sheet->boxes = take_flag(sheet, sheet->regions, NAME_BOXES);
    sheet->lines = take_flag(sheet, sheet->regions, NAME_LINES);
    sheet->named = take_flag(sheet, sheet->markup, NAME_NAMED);
    if (sheet->boxes < 0 || sheet->lines < 0 || sheet->named < 0) {
        return -1;
    }
    if (!PyAnySet_Check(sheet->tags) || !PyAnySet_Check(sheet->unread) || !PyDict_Check(sheet->counts)
        || !PyDict_Check(sheet->sorts) || !PyDict_Check(sheet->ends) || !is_frame(sheet->root)
        || !PyUnicode_Check(sheet->view) || PyUnicode_GET_LENGTH(sheet->view) != sheet->text.size
        || !all_regions(sheet->spans)) {
        PyErr_SetString(PyExc_TypeError, "sets of tags, regions and a view of the source are wanted");
        return -1;
    }
    return pieces_check(&sheet->pieces);
}

int sheet_open(Sheet *sheet, PyObject *module, PyObject *blocks)
{
    sheet->module = module;
    sheet->names = names_of(module);
    sheet->span = sheet->names == NULL ? NULL : class_of(module, SPAN);
    sheet->block = sheet->span == NULL ? NULL : class_of(module, BLOCK);
    if (sheet->block == NULL) {
        return -1;
    }
    Py_INCREF(blocks);
    sheet->blocks = blocks;
    if (take_objects(sheet, HELD, COUNT(HELD), 0) < 0 || take_objects(sheet, KEPT, COUNT(KEPT), 1) < 0
        || text_of(sheet->source, &sheet->text) < 0 || take_rest(sheet) < 0) {
        return -1;
    }
    return sheet_take(sheet);
}

int sheet_set_top(Sheet *sheet, PyObject *frame)
{
    if (!is_frame(frame)) {
        PyErr_SetString(PyExc_TypeError, "a frame is wanted");
        Py_DECREF(frame);
        return -1;
    }
    Py_XSETREF(sheet->top, frame);
    sheet->muted = PyObject_IsTrue(PyTuple_GET_ITEM(frame, FRAME_MUTED));
    return sheet->muted < 0 ? -1 : 0;
}

int sheet_take(Sheet *sheet)
{
    if (take_objects(sheet, LISTS, COUNT(LISTS), 1) < 0 || take_objects(sheet, OBJECTS, COUNT(OBJECTS), 0) < 0
        || take_numbers(sheet, NUMBERS, COUNT(NUMBERS)) < 0) {
        return -1;
    }
    sheet->words = take_flag(sheet, sheet->sheet, NAME_WORDS);
    sheet->coding = take_flag(sheet, sheet->blocks, NAME_CODING);
    sheet->blank = take_flag(sheet, sheet->markup, NAME_BLANK);
    if (sheet->words < 0 || sheet->coding < 0 || sheet->blank < 0) {
        return -1;
    }
    if (sheet_set_top(sheet, Py_NewRef(sheet->top)) < 0) {
        return -1;
    }
    if (!PyTuple_Check(sheet->shape) || PyTuple_GET_SIZE(sheet->shape) != 3) {
        PyErr_SetString(PyExc_TypeError, "a shape is wanted");
        return -1;
    }
    Py_ssize_t size = sheet->text.size;
    int none = sheet->run == -1 && sheet->run_end == -1;
    if (!none && (sheet->run < 0 || sheet->run_end < sheet->run || sheet->run_end > size)) {
        PyErr_SetString(PyExc_ValueError, "what is taken to the letter lies outside of the source");
        return -1;
    }
    if (sheet->next < 0 || sheet->next > PyList_GET_SIZE(sheet->spans)) {
        PyErr_SetString(PyExc_ValueError, "there is no such region");
        return -1;
    }
    return 0;
}

int sheet_give(const Sheet *sheet)
{
    for (int i = 0; i < COUNT(NUMBERS); i++) {
        PyObject *number = PyLong_FromSsize_t(*number_in(sheet, NUMBERS[i].to));
        int failed = number == NULL ? -1
            : PyObject_SetAttr(*object_in(sheet, NUMBERS[i].from), sheet->names[NUMBERS[i].name], number);
        Py_XDECREF(number);
        if (failed) {
            return -1;
        }
    }
    PyObject *words = sheet->words ? Py_True : Py_False, *blank = sheet->blank ? Py_True : Py_False;
    if (PyObject_SetAttr(sheet->sheet, sheet->names[NAME_WORDS], words) < 0
        || PyObject_SetAttr(sheet->markup, sheet->names[NAME_BLANK], blank) < 0) {
        return -1;
    }
    for (int i = 0; i < COUNT(OBJECTS); i++) {
        PyObject *object = *object_in(sheet, OBJECTS[i].to);
        if (PyObject_SetAttr(*object_in(sheet, OBJECTS[i].from), sheet->names[OBJECTS[i].name], object) < 0) {
            return -1;
        }
    }
    return 0;
}

int sheet_ask(Sheet *sheet, PyObject *object, Name method, PyObject *one, PyObject *two, PyObject *three)
{
    if (sheet_give(sheet) < 0) {
        return -1;
    }
    PyObject *nothing = PyObject_CallMethodObjArgs(object, sheet->names[method], one, two, three, NULL);
    Py_XDECREF(nothing);
    return nothing == NULL ? -1 : sheet_take(sheet);
}

static void free_objects(Sheet *sheet, const Field *fields, int count)
{
    for (int i = 0; i < count; i++) {
        Py_CLEAR(*object_in(sheet, fields[i].to));
    }
}

void sheet_free(Sheet *sheet)
{
    free_objects(sheet, OBJECTS, COUNT(OBJECTS));
    free_objects(sheet, LISTS, COUNT(LISTS));
    free_objects(sheet, KEPT, COUNT(KEPT));
    free_objects(sheet, HELD, COUNT(HELD));
    Py_CLEAR(sheet->blocks);
}
