/* The twin of the function in stylelint/checks/_met.py: which rules are met in the blocks where something was seen. */
#include "met.h"

/* Tell whether one of some needs is for no line; -1 with an exception. */
static int has_other(PyObject *needs, Py_ssize_t lines)
{
    PyObject *iterator = PyObject_GetIter(needs), *need;
    int other = iterator == NULL ? -1 : 0;
    while (other == 0 && (need = PyIter_Next(iterator)) != NULL) {
        Py_ssize_t number = PyNumber_AsSsize_t(need, PyExc_OverflowError);
        other = number == -1 && PyErr_Occurred() ? -1 : number >= lines;
        Py_DECREF(need);
    }
    Py_XDECREF(iterator);
    return PyErr_Occurred() ? -1 : other;
}

/* Tell whether something is as `wholes` has it; if not, with an exception. */
static int is_known_whole(PyObject *whole)
{
    if (whole == Py_None || (PyTuple_Check(whole) && PyTuple_GET_SIZE(whole) == 4 && PyTuple_Check(PyTuple_GET_ITEM(whole, 0)))) {
        return 1;
    }
    PyErr_SetString(PyExc_TypeError, "what tells of lines is wanted");
    return 0;
}

/* Return the place of a rule that is met for the first time, or -1 with an exception. */
static Py_ssize_t add_rule(Meeting *meeting, PyObject *rule)
{
    if (have_room((void **)&meeting->rules, &meeting->rule_room, meeting->rule_count + 1, sizeof(Rule)) < 0) {
        return -1;
    }
    PyObject *whole = PyObject_GetItem(meeting->wholes, rule), *place = PyLong_FromSsize_t(meeting->rule_count);
    if (whole == NULL || place == NULL || !is_known_whole(whole) || PyDict_SetItem(meeting->places, rule, place) < 0) {
        Py_XDECREF(whole);
        Py_XDECREF(place);
        return -1;
    }
    Py_DECREF(place);
    meeting->rules[meeting->rule_count] = (Rule){.rule = Py_NewRef(rule), .whole = whole};
    return meeting->rule_count++;
}

/* Return the place of a rule, or -1 with an exception. */
static Py_ssize_t place_of(Meeting *meeting, PyObject *rule)
{
    PyObject *place = PyDict_GetItemWithError(meeting->places, rule);
    if (place != NULL) {
        return PyLong_AsSsize_t(place);
    }
    return PyErr_Occurred() ? -1 : add_rule(meeting, rule);
}

/* Add an owner, a rule and a set of its needs; return 0, or -1 with an exception. */
static int add_owner(Meeting *meeting, PyObject *owner)
{
    if (!PyTuple_CheckExact(owner) || PyTuple_GET_SIZE(owner) != 2 || !PyLong_CheckExact(PyTuple_GET_ITEM(owner, 0))
        || !PyFrozenSet_CheckExact(PyTuple_GET_ITEM(owner, 1))) {
        PyErr_SetString(PyExc_TypeError, "a rule and a set of its needs are wanted");
        return -1;
    }
    if (have_room((void **)&meeting->all, &meeting->owner_room, meeting->owner_count + 1, sizeof(Owner)) < 0) {
        return -1;
    }
    PyObject *needs = PyTuple_GET_ITEM(owner, 1);
    Py_ssize_t rule = place_of(meeting, PyTuple_GET_ITEM(owner, 0));
    if (rule < 0) {
        return -1;
    }
    PyObject *whole = meeting->rules[rule].whole;
    int other = whole == Py_None ? 1 : has_other(needs, PyTuple_GET_SIZE(PyTuple_GET_ITEM(whole, 0)));
    if (other < 0) {
        return -1;
    }
    meeting->all[meeting->owner_count++] = (Owner){rule, Py_NewRef(needs), other};
    return 0;
}

/* Look up who is met by a number; return 0, or -1 with an exception. */
static int look_up(Meeting *meeting, Py_ssize_t number)
{
    PyObject *key = PyLong_FromSsize_t(number), *owners = key == NULL ? NULL : PyObject_GetItem(meeting->owners, key);
    Py_XDECREF(key);
    if (owners == NULL) {
        return -1;
    }
    const Py_ssize_t first = meeting->owner_count;
    int failed = 0;
    if (!PyTuple_CheckExact(owners)) {
        PyErr_SetString(PyExc_TypeError, "a tuple of owners is wanted");
        failed = -1;
    }
    for (Py_ssize_t i = 0; !failed && i < PyTuple_GET_SIZE(owners); i++) {
        failed = add_owner(meeting, PyTuple_GET_ITEM(owners, i));
    }
    meeting->owned[number] = (Owned){failed ? -1 : first, meeting->owner_count - first};
    Py_DECREF(owners);
    return failed;
}

/* Add needs to those of a rule that are met in the block; return 0, or -1 with an exception. */
static int add_needs(Meeting *meeting, const Owner *owner)
{
    Rule *rule = &meeting->rules[owner->rule];
    if (rule->needs == NULL) {
        if (have_room((void **)&meeting->here, &meeting->here_room, meeting->here_count + 1, sizeof(Py_ssize_t)) < 0) {
            return -1;
        }
        meeting->here[meeting->here_count++] = owner->rule;
        rule->needs = Py_NewRef(owner->needs);
        rule->other = owner->other;
    } else if (rule->needs != owner->needs) {
        PyObject *both = PyNumber_Or(rule->needs, owner->needs);
        if (both == NULL) {
            return -1;
        }
        Py_SETREF(rule->needs, both);
        rule->other |= owner->other;
    }
    return 0;
}

typedef enum { FAILED = -1, NOT_MET, MET, A_LINE } Meets;

/* Tell whether a rule is met in a block. */
static Meets is_met(Meeting *meeting, const Rule *rule, PyObject *object)
{
    if (rule->other) {
        return MET;
    }
    Block block;
    if (take_lines(&meeting->wanted, ((PyTupleObject *)rule->whole)->ob_item) < 0
        || block_in(object, meeting->wanted.text.size, &block) < 0) {
        return FAILED;
    }
    int fits = is_whole(&meeting->wanted, &block, rule->needs);
    return fits < 0 ? FAILED : fits ? A_LINE : NOT_MET;
}

/* Return what is told instead of needs where a block is a line, a borrowed reference; NULL with an exception. */
static PyObject *line_of(Meeting *meeting)
{
    if (meeting->line == NULL) {
        PyObject *number = PyLong_FromLong(IS_LINE);
        PyObject *line = number == NULL ? NULL : PyFrozenSet_New(NULL);
        if (line != NULL && PySet_Add(line, number) < 0) {
            Py_CLEAR(line);
        }
        Py_XDECREF(number);
        meeting->line = line;
    }
    return meeting->line;
}

/* Note a rule if it is met in the block of an index; return 0, or -1 with an exception. */
static int note_rule(Meeting *meeting, Rule *rule, PyObject *index, PyObject *block)
{
    Meets meets = is_met(meeting, rule, block);
    PyObject *told = meets == A_LINE ? line_of(meeting) : rule->needs;
    if (meets == FAILED || meets == NOT_MET || told == NULL) {
        return meets == NOT_MET ? 0 : -1;
    }
    if (rule->blocks == NULL) {
        rule->blocks = PyDict_New();
        if (rule->blocks == NULL || PyDict_SetItem(meeting->met, rule->rule, rule->blocks) < 0) {
            return -1;
        }
    }
    return PyDict_SetItem(rule->blocks, index, told);
}

/* Add all who are met by a number; return 0, or -1 with an exception. */
static int add_number(Meeting *meeting, Py_ssize_t number)
{
    const Owned *owned = &meeting->owned[number];
    if (owned->first < 0 && look_up(meeting, number) < 0) {
        return -1;
    }
    for (Py_ssize_t i = 0; i < owned->count; i++) {
        if (add_needs(meeting, &meeting->all[owned->first + i]) < 0) {
            return -1;
        }
    }
    return 0;
}

int note_block(Meeting *meeting, Py_ssize_t index, PyObject *block, const Py_ssize_t *numbers, Py_ssize_t count)
{
    int failed = 0;
    for (Py_ssize_t i = 0; i < count && !failed; i++) {
        failed = add_number(meeting, numbers[i]);
    }
    PyObject *key = failed ? NULL : PyLong_FromSsize_t(index);
    failed = key == NULL ? -1 : 0;
    meeting->wanted.on_bench = 0;
    for (Py_ssize_t i = 0; i < meeting->here_count; i++) {
        /* They move where more are met, which only the numbers of a block can do. */
        Rule *rule = &meeting->rules[meeting->here[i]];
        failed = failed ? failed : note_rule(meeting, rule, key, block);
        Py_CLEAR(rule->needs);
    }
    meeting->here_count = 0;
    Py_XDECREF(key);
    return failed;
}

int prepare_meeting(Meeting *meeting, PyObject *owners, PyObject *wholes, Py_ssize_t numbers)
{
    meeting->owners = owners;
    meeting->wholes = wholes;
    meeting->places = PyDict_New();
    meeting->owned = PyMem_Malloc((size_t)(numbers + 1) * sizeof *meeting->owned);
    if (meeting->places == NULL || meeting->owned == NULL) {
        return meeting->places == NULL ? -1 : (PyErr_NoMemory(), -1);
    }
    for (Py_ssize_t i = 0; i < numbers; i++) {
        meeting->owned[i].first = -1;
    }
    return 0;
}

int begin_meeting(Meeting *meeting, PyObject *text)
{
    for (Py_ssize_t i = 0; i < meeting->rule_count; i++) {
        Py_CLEAR(meeting->rules[i].blocks);
    }
    meeting->wanted.object = text;
    Py_XSETREF(meeting->met, PyDict_New());
    return meeting->met == NULL ? -1 : text_of(text, &meeting->wanted.text);
}

void free_meeting(Meeting *meeting)
{
    for (Py_ssize_t i = 0; i < meeting->rule_count; i++) {
        Py_DECREF(meeting->rules[i].rule);
        Py_DECREF(meeting->rules[i].whole);
        Py_XDECREF(meeting->rules[i].blocks);
        Py_XDECREF(meeting->rules[i].needs);
    }
    for (Py_ssize_t i = 0; i < meeting->owner_count; i++) {
        Py_DECREF(meeting->all[i].needs);
    }
    PyMem_Free(meeting->rules);
    PyMem_Free(meeting->all);
    PyMem_Free(meeting->owned);
    PyMem_Free(meeting->here);
    Py_XDECREF(meeting->places);
    Py_XDECREF(meeting->line);
    Py_XDECREF(meeting->met);
    bench_free(&meeting->wanted.bench);
}
