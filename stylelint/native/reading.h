/* What the functions of readers and of anatomy/roles.py share. */
#ifndef STYLELINT_READING_H
#define STYLELINT_READING_H

#include "native.h"

typedef enum { SPAN, BLOCK, FIELD, TOKEN, REGION, TWINS, WANTED, RULE_TYPE, FINDING_TYPE, DIAGNOSTIC_TYPE, FIX_TYPE,
    RELATED_TYPE, CLASSES } Class;

/* What a region has (see readers/masks.py), and how much. */
enum { REGION_SHOWN = 2, REGION_LINES, REGION_ASIDES, REGION_ROLE, REGION_OPENS, REGION_FIELDS };

/* Names of attributes, of what parsers tell and of what blocks are; see classes.c. */
typedef enum {
    NAME_ALERTS, NAME_ASIDES, NAME_BEGIN, NAME_BLANK, NAME_BLOCKS, NAME_BLOCK_SORT, NAME_BOXES, NAME_BREAK_SORT,
    NAME_BYLINE, NAME_CLOSE, NAME_CLOSES, NAME_CODE, NAME_CODE_FROM, NAME_CODING, NAME_CORRECTION, NAME_COUNTS,
    NAME_CREDIT, NAME_CROSSHEAD, NAME_DATELINE, NAME_DEPTH, NAME_DUE, NAME_EDITORS_NOTE, NAME_END, NAME_ENDS,
    NAME_END_OTHERS, NAME_EVENT, NAME_FRAME, NAME_FURNITURE, NAME_HEADING, NAME_HEADING_EVENT,
    NAME_HEADLINE, NAME_HTML, NAME_IMAGES, NAME_ITEM, NAME_ITEMS, NAME_LAST, NAME_LENGTH, NAME_LEVEL, NAME_LINES,
    NAME_LINK, NAME_LINKS, NAME_LINK_TYPE, NAME_LISTS, NAME_LIST_ITEM, NAME_LOWER, NAME_MARKUP, NAME_METADATA,
    NAME_NAMED, NAME_NEXT, NAME_OBJECTS, NAME_OBJECT_SORT, NAME_OPAQUE, NAME_OPEN, NAME_OUTER, NAME_PARAGRAPH,
    NAME_PROSE, NAME_QUOTATION, NAME_QUOTE, NAME_QUOTES, NAME_REGIONS, NAME_ROOT, NAME_ROWS, NAME_RUN,
    NAME_RUN_END, NAME_SAID, NAME_SHAPE, NAME_SHEET, NAME_SORTS, NAME_SOURCE, NAME_SPANS, NAME_STACK, NAME_START, NAME_SYNTAX,
    NAME_TAGS, NAME_TEXT, NAME_TITLE, NAME_TOKEN, NAME_TOP, NAME_UNREAD, NAME_VIEW, NAME_WORDS, NAME_YAML,
    NAME_YAML_DOUBLE, NAME_YAML_SINGLE, NAMES
} Name;

/* What the module holds: classes, once they have been asked for. */
typedef struct {
    PyTypeObject *classes[CLASSES];
    PyObject *names[NAMES];
} State;

int classes_traverse(PyObject *module, visitproc visit, void *arg);
int classes_clear(PyObject *module);

/* Return a class of documents, readers or checks, which the module holds; NULL with an exception. */
PyTypeObject *class_of(PyObject *module, Class which);

/* Return the strings of all names, which the module holds; NULL with an exception. */
PyObject *const *names_of(PyObject *module);

/* Make a tuple one of a class (such as a named tuple), a new reference; the tuple is taken over, and may be
   NULL with an exception. */
PyObject *of_class(PyTypeObject *class, PyObject *tuple);

/* Return a tuple of two numbers, plain or in a class, a new reference; NULL with an exception. */
PyObject *pair_made(Py_ssize_t first, Py_ssize_t second);
PyObject *span_made(PyTypeObject *class, Py_ssize_t start, Py_ssize_t end);

/* Read two numbers as start and end in a text of so many code points; return 0, or -1 with an exception, also where
   they lie outside of it. */
int range_of(PyObject *const *numbers, Py_ssize_t size, Py_ssize_t *start, Py_ssize_t *end);

/* Whether a word of ASCII stands at an offset, before an end. */
static inline int says(const Text *text, Py_ssize_t offset, Py_ssize_t end, const char *word)
{
    for (; *word != '\0'; word++, offset++) {
        if (offset >= end || at(text, offset) != (Py_UCS4)*word) {
            return 0;
        }
    }
    return 1;
}

/* Return a letter as it is compared without regard to capitals: what re takes for a letter of ASCII is one. */
static inline Py_UCS4 plain_letter(Py_UCS4 c)
{
    if (c < 128) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    switch (c) {
    case 0x130: case 0x131:
        return 'i';
    case 0x17F:
        return 's';
    case 0x212A:
        return 'k';
    default:
        return c;
    }
}

/* Whether a text, without its blanks, may be a picture credit (see credits.c); -1 with an exception. */
int credit_like(const Text *text, Py_ssize_t start, Py_ssize_t end, PyObject *pictures);

/* Whether `, file`, `, File`, `, FILE` or `, pool` stands at an offset, before an end, as a word. */
int credit_filed(const Text *text, Py_ssize_t i, Py_ssize_t end);

/* Return where the next joint of names in a picture credit begins and let `after` be its end; `end` where there is none. */
Py_ssize_t credit_joint(const Text *text, Py_ssize_t place, Py_ssize_t end, Py_ssize_t *after);

/* Narrow bounds to what is neither a blank nor a stop. */
void credit_strip(const Text *text, Py_ssize_t *start, Py_ssize_t *end);

/* Whether a text has a sign of a picture credit. */
int credit_signed(const Text *text, Py_ssize_t start, Py_ssize_t end);

/* Whether a stretch of a text ends in what credits have; see `may_end_in_credit`. */
int credit_hinted(const Text *text, Py_ssize_t start, Py_ssize_t end);

/* Return the tokens of source[start:end] up to the first element that is not read, as `simple_tokens` in
   readers/tags.py, a new reference; NULL with an exception.  The start is moved to where its contents begin, or the end.
   Both bounds must lie in the source. */
PyObject *tokens_of(PyObject *module, PyObject *source, Py_ssize_t *start, Py_ssize_t end, int *lax, PyObject *unread);

/* Return where the closing tag of such an element begins, its contents from an offset on; `end` if it has none. */
Py_ssize_t unread_end(const Text *text, Py_ssize_t i, Py_ssize_t end, const Text *name);

/* Append to a list the spans between two signs, as `between` in readers/masks.py finds them; return 0, or -1 with an
   exception. */
int find_between(PyObject *source, const Text *signs, Py_ssize_t longest, Py_ssize_t start, PyObject *found);

/* Read the arguments source, opening, closing, longest and start of such a search; return 0, or -1 with an exception. */
int read_between(PyObject *const *args, Py_ssize_t count, Text *signs, Py_ssize_t *longest, Py_ssize_t *start);

/* Add the steps of a value text[begin:until] of front matter, of one line or of several, in which each line end is a
   blank; return 1, or 0 where there could be more to that, -1 with an exception. */
int add_steps(const Text *text, Py_ssize_t begin, Py_ssize_t until, PyObject *steps);

/* Return the text of steps, a new reference; NULL with an exception. */
PyObject *text_of_steps(PyObject *steps);

#endif
