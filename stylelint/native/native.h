/* What the compiled functions share.  Each is the twin of one in Python, which says what it does. */
#ifndef STYLELINT_NATIVE_H
#define STYLELINT_NATIVE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* Tell the processor that what stands at an address will be read soon; the address may be none.  Where many such reads are
   known beforehand, they wait for memory together, and not one after the other. */
#if defined(__GNUC__)
#define FETCH(address) __builtin_prefetch(address)
#else
#define FETCH(address) ((void)(address))
#endif

/* The code points of a string.  Python keeps them in one, two or four bytes each. */
typedef struct {
    int kind;
    const void *data;
    Py_ssize_t size;
} Text;

/* Take a string as a text; return 0, or -1 with an exception where it is none. */
static inline int text_of(PyObject *object, Text *text)
{
    if (!PyUnicode_Check(object)) {
        PyErr_SetString(PyExc_TypeError, "a string is wanted");
        return -1;
    }
#if PY_VERSION_HEX < 0x030C0000
    if (PyUnicode_READY(object) < 0) {
        return -1;
    }
#endif
    text->kind = PyUnicode_KIND(object);
    text->data = PyUnicode_DATA(object);
    text->size = PyUnicode_GET_LENGTH(object);
    return 0;
}

/* The code point at an offset, which must lie in the text. */
static inline Py_UCS4 at(const Text *text, Py_ssize_t offset)
{
    return PyUnicode_READ(text->kind, text->data, offset);
}

/* A block of a document: its bounds, cut to the text, and its kind, which the block holds. */
typedef struct {
    Py_ssize_t start, end;
    PyObject *kind;
} Block;

/* Take a tuple as a block in a text of so many code points; return 0, or -1 with an exception. */
int block_of(PyObject *object, Py_ssize_t size, Block *block);

/* As `block_of`, but with an exception where the block does not lie in the text. */
int block_in(PyObject *object, Py_ssize_t size, Block *block);

/* As `block_in`, of a tuple of blocks the one that has an index, and lies in it. */
int take_indexed(PyObject *blocks, PyObject *index, Py_ssize_t size, Block *block);

/* Return text[start:end] in UTF-8 as new bytes, NULL with an exception; both bounds must lie in the text. */
PyObject *encoded(PyObject *text, Py_ssize_t start, Py_ssize_t end);

/* The role of a block, which it holds; NULL with an exception where it has none. */
PyObject *role_of(PyObject *block);

/* Read start and end of a block; return 0, or -1 with an exception, also where it does not lie in such a text. */
int span_of(PyObject *block, Py_ssize_t size, Py_ssize_t *start, Py_ssize_t *end);

/* Whether a stretch of the prose lies in one of its blocks, a tuple, in one of some roles, a set or None for any; -1 with an
   exception. */
int lies_in_block(PyObject *blocks, PyObject *roles, Py_ssize_t start, Py_ssize_t end);

/* The code point at any offset; 0 outside the text. */
static inline Py_UCS4 at_or_none(const Text *text, Py_ssize_t offset)
{
    return offset >= 0 && offset < text->size ? at(text, offset) : 0;
}

/* Return where a word in ASCII ends that stands at an offset, -1 where it does not. */
static inline Py_ssize_t end_of(const Text *text, Py_ssize_t offset, const char *word)
{
    while (*word != '\0') {
        if (at_or_none(text, offset++) != (Py_UCS4)*word++) {
            return -1;
        }
    }
    return offset;
}

static inline int stands_at(const Text *text, Py_ssize_t offset, const char *word)
{
    return end_of(text, offset, word) >= 0;
}

/* A new string of the code points from one offset to another, which lie in the text. */
static inline PyObject *slice_of(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    return PyUnicode_FromKindAndData(text->kind, (const char *)text->data + start * text->kind, end - start);
}

/* Return where a word of one letter or more stands first from a place on, in whatever longer one; else the size. */
Py_ssize_t next_standing(const Text *text, const Text *word, Py_ssize_t place);

/* Return where the next capital of ASCII stands from an offset on, or a letter from À to ſ; else the size. */
Py_ssize_t next_capital(const Text *text, Py_ssize_t from);

/* Take an object as a number; return 0, or -1 with an exception where it is none. */
int number_from(PyObject *object, Py_ssize_t *number);

/* Append to a list a number, or a new reference that is taken over; return 0, or -1 with an exception. */
int append_number(PyObject *list, Py_ssize_t number);
int append_taken(PyObject *list, PyObject *taken);

/* Append start and end to a list, as a tuple; return 0, or -1 with an exception. */
int append_span(PyObject *list, Py_ssize_t start, Py_ssize_t end);

/* A new list of what something iterable has; NULL with an exception. */
PyObject *as_list(PyObject *items);

/* A new tuple of new references that are taken over; NULL, with its exception, where one of them is. */
PyObject *tuple_of(PyObject **fields, Py_ssize_t count);

/* Read optional bounds as slices have them, with None for an end left open; return 0, or -1 with an exception. */
int bounds_of(PyObject *const *args, Py_ssize_t count, Py_ssize_t size, Py_ssize_t *start, Py_ssize_t *end);

/* Whether a code point belongs to a word, as `\w` of re has it. */
static inline int is_word(Py_UCS4 c)
{
    return c < 128 ? Py_ISALNUM(c) || c == '_' : Py_UNICODE_ISALNUM(c);
}

/* Return an array moved to where so many items have room, and at least twice as many as had; NULL with an
   exception where there is no memory, and the array stays as it is.  `room` is how many have. */
void *grown(void *items, Py_ssize_t *room, Py_ssize_t wanted, size_t width);

/* Move an array, as above, to where so many items have room, if they have none; return 0, or -1 with an exception. */
int have_room(void **items, Py_ssize_t *room, Py_ssize_t wanted, size_t width);

/* A sequence of code points in a table: where it begins in the letters there, and how long it is. */
typedef struct {
    Py_ssize_t start, size;
    uint64_t hash;
} Sequence;

/* Sequences of code points, each kept once, numbered from 0 in the order in which they were first met.
   Begin with {0}.  `letters` moves when it grows. */
typedef struct {
    Py_UCS4 *letters;
    Py_ssize_t used, room;
    Sequence *items;
    Py_ssize_t count, places;
    Py_ssize_t *slots;
    Py_ssize_t capacity;
    uint64_t drawn; /* see slots.h */
} Interned;

/* Return where a sequence of at most so many letters may be written, NULL with an exception. */
Py_UCS4 *interned_room(Interned *table, Py_ssize_t size);

/* Return the number of the sequence of so many letters that was written there, -1 with an exception. */
Py_ssize_t intern(Interned *table, Py_ssize_t size);

/* Return the number of a sequence, -1 where the table does not have it. */
Py_ssize_t interned(const Interned *table, const Py_UCS4 *letters, Py_ssize_t size);

/* Take the strings of a set into a table; return 0, or -1 with an exception. */
int intern_all(Interned *table, PyObject *set);

void interned_free(Interned *table);

/* One of these for each C file: its functions, closed by an empty one. */
extern PyMethodDef again_functions[];
extern PyMethodDef alike_functions[];
extern PyMethodDef beginnings_functions[];
extern PyMethodDef blocks_functions[];
extern PyMethodDef brackets_functions[];
extern PyMethodDef broken_off_functions[];
extern PyMethodDef capitalised_functions[];
extern PyMethodDef captions_functions[];
extern PyMethodDef compounds_functions[];
extern PyMethodDef credit_names_functions[];
extern PyMethodDef credit_places_functions[];
extern PyMethodDef credits_functions[];
extern PyMethodDef diagnosing_functions[];
extern PyMethodDef document_functions[];
extern PyMethodDef entries_functions[];
extern PyMethodDef folding_functions[];
extern PyMethodDef forms_functions[];
extern PyMethodDef frontmatter_functions[];
extern PyMethodDef furniture_functions[];
extern PyMethodDef lines_functions[];
extern PyMethodDef lookout_functions[];
extern PyMethodDef masks_functions[];
extern PyMethodDef mentions_functions[];
extern PyMethodDef offsets_functions[];
extern PyMethodDef ordering_functions[];
extern PyMethodDef page_voice_functions[];
extern PyMethodDef phrases_functions[];
extern PyMethodDef pieces_functions[];
extern PyMethodDef places_functions[];
extern PyMethodDef prose_functions[];
extern PyMethodDef repeated_functions[];
extern PyMethodDef roles_functions[];
extern PyMethodDef run_together_functions[];
extern PyMethodDef sentences_functions[];
extern PyMethodDef shapes_functions[];
extern PyMethodDef shortcodes_functions[];
extern PyMethodDef spans_functions[];
extern PyMethodDef speech_functions[];
extern PyMethodDef tags_functions[];
extern PyMethodDef telling_functions[];
extern PyMethodDef terminal_functions[];
extern PyMethodDef text_functions[];
extern PyMethodDef twins_functions[];
extern PyMethodDef unattributed_functions[];
extern PyMethodDef unbalanced_functions[];
extern PyMethodDef vocabulary_functions[];
extern PyMethodDef yamlfields_functions[];

/* And one of these for each class. */
int add_cuebook(PyObject *module);
int add_lookout(PyObject *module);

#endif
