/* What blocks.c and inline.c share. */
#ifndef STYLELINT_BLOCKS_H
#define STYLELINT_BLOCKS_H

#include "sheet.h"

#include <string.h>

/* An event of the parser: its kind, what it is about, and where it stands in the source. */
typedef struct {
    PyObject *event, *kind, *value, *from, *until;
    Py_ssize_t start, end;
} Event;

/* Whether an object is a string of ASCII; a compiler knows the size of a literal, and compares it at once. */
static inline int is_called(PyObject *object, const char *name)
{
    size_t size = strlen(name);
    return PyUnicode_Check(object) && PyUnicode_IS_COMPACT_ASCII(object)
        && (size_t)PyUnicode_GET_LENGTH(object) == size && memcmp(PyUnicode_DATA(object), name, size) == 0;
}

/* Return what a dictionary has under a name, NULL without an exception where it has nothing, or is none. */
static inline PyObject *item_of(const Sheet *sheet, PyObject *object, Name name)
{
    return object != NULL && PyDict_Check(object) ? PyDict_GetItem(object, sheet->names[name]) : NULL;
}

/* Return a shape, a new reference; NULL with an exception. */
static inline PyObject *shape_made(const Sheet *sheet, Name kind, Name role, Py_ssize_t level)
{
    PyObject *shape[] = {
        Py_NewRef(sheet->names[kind]), Py_NewRef(sheet->names[role]), PyLong_FromSsize_t(level),
    };
    return tuple_of(shape, 3);
}

/* Return kind, role and level for text that stands here, a new reference; NULL without an exception where that is
   for Python. */
PyObject *shape_here(const Sheet *sheet);

/* All of these return 1 where something is done, 0 where it is for Python, -1 with an exception. */

/* Begin a block for what stands here; the outer span is taken over, and may be NULL with an exception. */
int begin_here(Sheet *sheet, PyObject *outer);
int take_text(Sheet *sheet, const Event *event);
int take_line_break(Sheet *sheet, const Event *event);
int take_link(Sheet *sheet, const Event *event);
int take_link_end(Sheet *sheet);
int take_tag(Sheet *sheet, const Event *event);

#endif
