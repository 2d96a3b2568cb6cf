/* Twins of functions in stylelint/readers/blocks.py. */
#include "blocks.h"

static int take_paragraph(Sheet *sheet, const Event *event)
{
    int passed = sheet_pass(sheet, event->start);
    return passed < 1 ? passed : begin_here(sheet, sheet_outer(sheet, event->start, event->end));
}

/* Tell whether two line ends stand before an offset, or after it. */
static int blank_before(const Text *text, Py_ssize_t i)
{
    Py_ssize_t floor = i > 4 ? i - 4 : 0;
    for (int line = 0; line < 2; line++) {
        if (i == floor || (at(text, i - 1) != '\n' && at(text, i - 1) != '\r')) {
            return 0;
        }
        i -= at(text, i - 1) == '\n' && i - 1 > floor && at(text, i - 2) == '\r' ? 2 : 1;
    }
    return 1;
}

static int blank_after(const Text *text, Py_ssize_t i)
{
    Py_ssize_t end = text->size - i > 4 ? i + 4 : text->size;
    for (int line = 0; line < 2; line++) {
        if (i == end || (at(text, i) != '\n' && at(text, i) != '\r')) {
            return 0;
        }
        i += at(text, i) == '\r' && i + 1 < end && at(text, i + 1) == '\n' ? 2 : 1;
    }
    return 1;
}

static int take_heading(Sheet *sheet, const Event *event)
{
    PyObject *about = item_of(sheet, event->value, NAME_HEADING_EVENT);
    PyObject *level = item_of(sheet, about, NAME_LEVEL);
    Py_UCS4 digit = level != NULL && PyUnicode_Check(level) && PyUnicode_GET_LENGTH(level) == 2
        ? PyUnicode_READ_CHAR(level, 1) : 0;
    int passed = digit < '1' || digit > '6' ? 0 : sheet_pass(sheet, event->start);
    PyObject *here = passed < 1 ? NULL : shape_here(sheet);
    if (here == NULL) {
        return PyErr_Occurred() ? -1 : 0;
    }
    int furniture = is_called(PyTuple_GET_ITEM(here, 1), "furniture");
    Py_DECREF(here);
    PyObject *outer = sheet_outer(sheet, event->start, event->end);
    Py_ssize_t start, end;
    if (outer != NULL && outer != Py_None && span_of(outer, sheet->text.size, &start, &end) == 0 && start > 0
        && end < sheet->text.size && !blank_before(&sheet->text, start) && !blank_after(&sheet->text, end)) {
        Py_SETREF(outer, Py_NewRef(Py_None));
    }
    Name role = furniture ? NAME_FURNITURE : digit == '1' ? NAME_HEADLINE : NAME_CROSSHEAD;
    return sheet_begin(sheet, shape_made(sheet, NAME_HEADING, role, (Py_ssize_t)digit - '0'), outer);
}

static int take_close(Sheet *sheet, const Event *event)
{
    int passed = sheet_pass(sheet, event->end);
    return passed < 1 ? passed : sheet->code || sheet->muted ? 0 : sheet_end(sheet);
}

/* Enter or leave what holds other blocks; `step` is 1 or -1. */
static int take_holder(Sheet *sheet, const Event *event, PyObject *name, int step)
{
    int quote = is_called(name, "BlockQuote"), item = is_called(name, "Item"), list = is_called(name, "List");
    PyObject *about = quote && PyDict_Check(event->value) ? PyDict_GetItem(event->value, name) : NULL;
    Py_ssize_t alerts = PyList_GET_SIZE(sheet->alerts);
    int alert = about == NULL ? 0 : PyObject_IsTrue(about);
    if (alert < 0) {
        return -1;
    }
    if ((item && sheet->boxes) || (quote && (about == NULL || (step < 0 && !alerts)))) {
        return 0;
    }
    int ended = sheet_shut(sheet);
    if (ended < 1) {
        return ended;
    }
    sheet->depth += step;
    sheet->items += item ? step : 0;
    sheet->lists += list ? step : 0;
    sheet->quotes += quote ? step : 0;
    if (quote && step < 0) {
        return PyList_SetSlice(sheet->alerts, alerts - 1, alerts, NULL) < 0 ? -1 : 1;
    }
    return quote && append_taken(sheet->alerts, PyBool_FromLong(alert)) < 0 ? -1 : 1;
}

static int is_holder(PyObject *name)
{
    return is_called(name, "Item") || is_called(name, "List") || is_called(name, "BlockQuote")
        || is_called(name, "FootnoteDefinition") || is_called(name, "Table");
}

static int forget_html(Sheet *sheet)
{
    PyObject *lines = PyList_New(0);
    if (lines == NULL || PyObject_SetAttr(sheet->blocks, sheet->names[NAME_HTML], lines) < 0) {
        Py_XDECREF(lines);
        return -1;
    }
    Py_SETREF(sheet->html, lines);
    return 1;
}

/* Begin a stretch of HTML, of which the lines come next. */
static int take_html_block(Sheet *sheet, const Event *event)
{
    int ended = sheet_pass(sheet, event->start);
    ended = ended < 1 ? ended : sheet_shut(sheet);
    return ended < 1 ? ended : forget_html(sheet);
}

/* Read a stretch of HTML, which may end in the middle of its elements. */
static int take_html_end(Sheet *sheet, const Event *event)
{
    PyObject *lines = PyList_AsTuple(sheet->html);
    int failed = lines == NULL;
    Py_ssize_t start, end = event->end;
    for (Py_ssize_t i = 0; !failed && i < PyTuple_GET_SIZE(lines); i++) {
        failed = span_of(PyTuple_GET_ITEM(lines, i), sheet->text.size, &start, &end) < 0
            || markup_read(sheet, start, end) < 0;
    }
    Py_XDECREF(lines);
    return failed || sheet_pass(sheet, end) < 0 || markup_pause(sheet, end) < 0 ? -1 : forget_html(sheet);
}

/* Take the start or the end of something; `step` is 1 or -1. */
static int take_edge(Sheet *sheet, const Event *event, int step)
{
    PyObject *name = event->value, *about;
    Py_ssize_t position = 0;
    if (PyDict_Check(name) && !PyDict_Next(name, &position, &name, &about)) {
        return 0;
    }
    if (!PyUnicode_Check(name)) {
        return 0;
    }
    if (is_called(name, "Paragraph")) {
        return step > 0 ? take_paragraph(sheet, event) : take_close(sheet, event);
    }
    if (is_called(name, "Heading")) {
        return step > 0 ? take_heading(sheet, event) : take_close(sheet, event);
    }
    if (is_called(name, "Link")) {
        return step > 0 ? take_link(sheet, event) : take_link_end(sheet);
    }
    if (is_holder(name)) {
        return take_holder(sheet, event, name, step);
    }
    if (is_called(name, "HtmlBlock")) {
        return step > 0 ? take_html_block(sheet, event) : take_html_end(sheet, event);
    }
    return is_called(name, "Emphasis") || is_called(name, "Strong") || is_called(name, "Strikethrough")
        || is_called(name, "TableHead") || is_called(name, "TableRow");
}

/* Note a line of HTML; lines that follow one another are one. */
static int take_html(Sheet *sheet, const Event *event)
{
    Py_ssize_t lines = PyList_GET_SIZE(sheet->html), start = event->start, from, until;
    if (lines) {
        if (span_of(PyList_GET_ITEM(sheet->html, lines - 1), sheet->text.size, &from, &until) < 0) {
            return -1;
        }
        if (until == start) {
            start = from;
            if (PyList_SetSlice(sheet->html, lines - 1, lines, NULL) < 0) {
                return -1;
            }
        }
    }
    return append_taken(sheet->html, pair_made(start, event->end)) < 0 ? -1 : 1;
}

/* Take an event: return 1 where that is done, 0 where it is for Python, -1 with an exception. */
static int take_event(Sheet *sheet, Event *event)
{
    Py_ssize_t position = 0;
    if (PyUnicode_Check(event->event)) {
        return take_line_break(sheet, event);
    }
    if (!PyDict_Check(event->event) || !PyDict_Next(event->event, &position, &event->kind, &event->value)) {
        return 0;
    }
    if (is_called(event->kind, "Text")) {
        return take_text(sheet, event);
    }
    if (is_called(event->kind, "Start")) {
        return take_edge(sheet, event, 1);
    }
    if (is_called(event->kind, "End")) {
        return take_edge(sheet, event, -1);
    }
    if (is_called(event->kind, "Html")) {
        return take_html(sheet, event);
    }
    return is_called(event->kind, "InlineHtml") ? take_tag(sheet, event) : 0;
}

/* Return what the next item of a range is, which is looked up where it is not the one that is wanted. */
static PyObject *bound_in(const Sheet *sheet, PyObject *where, Py_ssize_t *position, Name name)
{
    PyObject *key, *bound;
    if (PyDict_Next(where, position, &key, &bound) && key == sheet->names[name]) {
        return bound;
    }
    return PyDict_GetItemWithError(where, sheet->names[name]);
}

/* Take an event and its place apart; return 0, or -1 with an exception. */
static int read_event(const Sheet *sheet, PyObject *item, Event *event)
{
    PyObject *where = PyTuple_Check(item) && PyTuple_GET_SIZE(item) == 2 ? PyTuple_GET_ITEM(item, 1) : NULL;
    if (where == NULL || !PyDict_Check(where)) {
        PyErr_SetString(PyExc_TypeError, "an event and its range are wanted");
        return -1;
    }
    event->event = PyTuple_GET_ITEM(item, 0);
    Py_ssize_t position = 0;
    event->from = bound_in(sheet, where, &position, NAME_START);
    event->until = bound_in(sheet, where, &position, NAME_END);
    if (event->from == NULL || event->until == NULL) {
        PyErr_SetString(PyExc_KeyError, "a range has a start and an end");
        return -1;
    }
    event->start = PyLong_AsSsize_t(event->from);
    event->end = PyLong_AsSsize_t(event->until);
    if (PyErr_Occurred()) {
        return -1;
    }
    if (event->start < 0 || event->end < event->start || event->end > sheet->text.size) {
        PyErr_SetString(PyExc_ValueError, "an event lies outside of the source");
        return -1;
    }
    return 0;
}

/* Let Python take an event; return 0, or -1 with an exception. */
static int ask(Sheet *sheet, const Event *event)
{
    return sheet_ask(sheet, sheet->blocks, NAME_EVENT, event->event, event->from, event->until);
}

static int take_all(Sheet *sheet, PyObject *events)
{
    PyObject *iterator = PyObject_GetIter(events), *item;
    int failed = iterator == NULL;
    while (!failed && (item = PyIter_Next(iterator)) != NULL) {
        Event event;
        int taken = read_event(sheet, item, &event) < 0 ? -1 : take_event(sheet, &event);
        failed = taken < 0 || (taken == 0 && ask(sheet, &event) < 0);
        Py_DECREF(item);
    }
    Py_XDECREF(iterator);
    return failed || PyErr_Occurred() ? -1 : sheet_give(sheet);
}

/* take_events(blocks, events) */
static PyObject *take_events(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Sheet sheet;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "take_events(blocks, events)");
        return NULL;
    }
    memset(&sheet, 0, sizeof sheet);
    int failed = sheet_open(&sheet, module, args[0]) < 0 || take_all(&sheet, args[1]) < 0;
    sheet_free(&sheet);
    if (failed) {
        return NULL;
    }
    Py_RETURN_NONE;
}

PyMethodDef blocks_functions[] = {
    {"take_events", (PyCFunction)(void (*)(void))take_events, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
