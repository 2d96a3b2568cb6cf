/* Which rules are met in the blocks where some of what they wait for was seen. */
#ifndef STYLELINT_MET_H
#define STYLELINT_MET_H

#include "furniture.h"

/* A rule, with what is known of it in the text and the block that are looked at. */
typedef struct {
    PyObject *rule, *whole; /* its number, and what tells of its lines or None */
    PyObject *blocks;       /* that it is met in, with the needs that are met there; NULL before the first in a text */
    PyObject *needs;        /* that are met in the block; NULL before the first */
    int other;              /* whether one of these is for no line */
} Rule;

/* Who is met where something is seen: one of the rules, and needs of it. */
typedef struct {
    Py_ssize_t rule;
    PyObject *needs;
    int other; /* as above */
} Owner;

/* The owners of a number: so many from the first on; -1 before they are known. */
typedef struct {
    Py_ssize_t first, count;
} Owned;

/* What is asked, and of which text: see `met_in_blocks` in stylelint/checks/_met.py.  Whoever is met is looked up once for
   all texts. */
typedef struct {
    Wanted wanted;
    PyObject *owners, *wholes;
    PyObject *places; /* of rules among those that are known, by their numbers */
    Rule *rules;
    Owner *all;
    Owned *owned; /* by the number of what is seen */
    Py_ssize_t *here; /* the rules that are met in the block, in order */
    Py_ssize_t rule_count, rule_room, owner_count, owner_room, here_count, here_room;
    PyObject *line; /* what is told instead of needs where the block is a line; NULL until it is wanted */
    PyObject *met;  /* by the rule, the blocks, and the needs that are met there */
} Meeting;

/* Make ready to look at texts, given two dictionaries, and how many numbers there are; return 0, or -1 with an exception. */
int prepare_meeting(Meeting *meeting, PyObject *owners, PyObject *wholes, Py_ssize_t numbers);

/* Begin with a text; return 0, or -1 with an exception. */
int begin_meeting(Meeting *meeting, PyObject *text);

/* Note who is met by the numbers of what was seen in a block of an index; return 0, or -1 with an exception. */
int note_block(Meeting *meeting, Py_ssize_t index, PyObject *block, const Py_ssize_t *numbers, Py_ssize_t count);

/* Give back what a meeting holds. */
void free_meeting(Meeting *meeting);

#endif
