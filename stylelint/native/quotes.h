/* The marks of one block: what marks.c sees beside each, quotes.c pairs, and speech.c asks of a whole draft. */
#ifndef STYLELINT_QUOTES_H
#define STYLELINT_QUOTES_H

#include "native.h"

/* Offsets, in order. */
typedef struct {
    Py_ssize_t *at;
    Py_ssize_t size, room;
} Places;

/* What the marks of one block are parsed with, and what they come to. */
typedef struct {
    const Text *text;
    Py_ssize_t start, end; /* of the block */
    const Places *marks;
    PyObject *elisions;
    Places open;         /* marks that nothing has closed yet, from the outermost */
    char *ahead;         /* for each mark what `_Parser._ahead` says; NULL until somebody asks */
    Py_ssize_t straight; /* straight doubles that are still to come */
    Py_ssize_t first;    /* where the first quotation that is closed opens */
    PyObject *rows;      /* the list of quotations that are closed */
    PyObject *faults;    /* the list of marks that are at fault */
    PyObject *mark;      /* the last that was made a string of; NULL before the first */
} Parser;

/* marks.c */
int is_double(Py_UCS4 mark);
int is_single(Py_UCS4 mark);
int is_apostrophe(Py_UCS4 mark);
int opens_after(Py_UCS4 letter);
Py_UCS4 before_of(const Parser *parser, Py_ssize_t place);
Py_UCS4 after_of(const Parser *parser, Py_ssize_t place);
int opens(const Parser *parser, Py_ssize_t place);
int closes(const Parser *parser, Py_ssize_t place);
int has_feet(const Parser *parser, Py_ssize_t place);
int is_measured(const Parser *parser, Py_ssize_t place);
int is_feet(const Parser *parser, Py_ssize_t place);
int is_possessive(const Parser *parser, Py_ssize_t place);

/* Whether what a mark stands for is left out of a word ('90s, 'em), 1 or 0, or -1 with an exception. */
int is_elision(const Parser *parser, Py_ssize_t place);

/* Make room for so many places; return 0, or -1 with an exception. */
int make_room(Places *places, Py_ssize_t wanted);

/* Put the places of all marks of a stretch in place of what there was; return 0, or -1 with an exception. */
int marks_in(const Text *text, Py_ssize_t start, Py_ssize_t end, Places *marks);

/* quotes.c: pair the marks of a block; return 0, or -1 with an exception. */
int parse_marks(Parser *parser);

/* speech.c: add a quotation that is closed to the rows; return 0, or -1 with an exception. */
int add_pair(Parser *parser, Py_ssize_t opened, Py_ssize_t end, Py_ssize_t depth);

#endif
