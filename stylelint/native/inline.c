/* What stands inside of blocks: text, line ends, links; it does what `Inline` does in Python. */
#include "blocks.h"

/* Return kind, role and level for text that stands here; NULL without an exception where that is for Python. */
PyObject *shape_here(const Sheet *sheet)
{
    PyObject *outer = PyTuple_GET_ITEM(sheet->top, 1);
    if (!PyTuple_Check(outer) || PyTuple_GET_SIZE(outer) != 3) {
        return NULL;
    }
    PyObject *role = PyTuple_GET_ITEM(outer, 1);
    if (!sheet->depth) {
        return Py_NewRef(outer);
    }
    if (is_called(role, "caption") || is_called(role, "furniture")) {
        return NULL;
    }
    Name kind = NAME_PARAGRAPH, as = NAME_PARAGRAPH;
    if (sheet->quotes) {
        Py_ssize_t alerts = PyList_GET_SIZE(sheet->alerts);
        int alert = alerts ? PyObject_IsTrue(PyList_GET_ITEM(sheet->alerts, alerts - 1)) : -1;
        if (alert < 0) {
            PyErr_Clear();
            return NULL;
        }
        kind = alert ? kind : NAME_QUOTE;
        as = alert ? as : NAME_QUOTATION;
    }
    if (kind == NAME_PARAGRAPH && sheet->items) {
        kind = NAME_ITEM;
        as = NAME_LIST_ITEM;
    }
    return shape_made(sheet, kind, as, sheet->quotes + sheet->lists);
}

/* Begin a block for what stands here: 1 where that is done, 0 where it is for Python, -1 with an exception. */
int begin_here(Sheet *sheet, PyObject *outer)
{
    PyObject *shape = shape_here(sheet);
    if (shape == NULL && !PyErr_Occurred()) {
        Py_XDECREF(outer);
        return 0;
    }
    return sheet_begin(sheet, shape, outer);
}

/* Note where the address begins that a link shows, -1 where it shows none, and its title. */
int take_link(Sheet *sheet, const Event *event)
{
    PyObject *about = item_of(sheet, event->value, NAME_LINK);
    PyObject *kind = item_of(sheet, about, NAME_LINK_TYPE);
    PyObject *title = item_of(sheet, about, NAME_TITLE);
    if (kind == NULL || title == NULL) {
        return 0;
    }
    int in_line = is_called(kind, "Inline"), bare = is_called(kind, "Autolink") || is_called(kind, "Email");
    PyObject *link[] = {
        PyLong_FromSsize_t(bare ? sheet_here(sheet) : -1), in_line ? Py_NewRef(title) : PyUnicode_New(0, 0),
    };
    return append_taken(sheet->links, tuple_of(link, 2)) < 0 ? -1 : 1;
}

/* Leave a link of which there is nothing to tell. */
int take_link_end(Sheet *sheet)
{
    Py_ssize_t links = PyList_GET_SIZE(sheet->links);
    PyObject *link = links ? PyList_GET_ITEM(sheet->links, links - 1) : NULL;
    if (link == NULL || !PyTuple_Check(link) || PyTuple_GET_SIZE(link) != 2) {
        return 0;
    }
    PyObject *hidden = PyTuple_GET_ITEM(link, 0), *title = PyTuple_GET_ITEM(link, 1);
    Py_ssize_t start = PyLong_AsSsize_t(hidden);
    if (start == -1 && PyErr_Occurred()) {
        return -1;
    }
    if (!PyUnicode_Check(title) || PyUnicode_GET_LENGTH(title)) {
        return 0;
    }
    if (start >= 0 && sheet->begin >= 0 && !PyList_GET_SIZE(sheet->images) && sheet_hide(sheet, start) < 0) {
        return -1;
    }
    return PyList_SetSlice(sheet->links, links - 1, links, NULL) < 0 ? -1 : 1;
}

int take_line_break(Sheet *sheet, const Event *event)
{
    if (is_called(event->event, "Rule") || sheet->begin < 0) {
        return 1;
    }
    if (PyList_GET_SIZE(sheet->images)) {
        return 0;
    }
    sheet->last = event->end;
    if (is_called(event->event, "SoftBreak") && event->end - event->start == 1) {
        return sheet_verbatim(sheet, event->start, event->end) < 0 ? -1 : 1;
    }
    PyObject *line_end = PyUnicode_FromOrdinal('\n');
    int failed = line_end == NULL ? -1 : sheet_atom(sheet, line_end, event->start, event->end);
    Py_XDECREF(line_end);
    return failed < 0 ? -1 : 1;
}

static int is_blank(const Text *text)
{
    for (Py_ssize_t i = 0; i < text->size; i++) {
        if (!Py_UNICODE_ISSPACE(at(text, i))) {
            return 0;
        }
    }
    return text->size > 0;
}

/* The twin of `Inline._text`, for text that is not simply added to what stands before it. */
static int take_text_slowly(Sheet *sheet, const Text *value, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t from = 0;
    int begun = sheet->begin < 0 ? begin_here(sheet, Py_NewRef(Py_None)) : 1;
    if (begun < 1) {
        return begun;
    }
    if (!sheet->words) {
        sheet->words = !is_blank(value);
        while (!sheet->coding && from < value->size && at(value, from) == ' ' && sheet_here(sheet) == sheet->begin) {
            from++;
        }
        start = from ? end - (value->size - from) : start;
    }
    if (start < 0 || (start && start < sheet->text.size && at(&sheet->text, start - 1) == '\\'
                      && sheet->last < start && sheet->run_end < start && !sheet->coding)) {
        return 0;
    }
    sheet->last = end;
    if (end - start == value->size - from) {
        return sheet_verbatim(sheet, start, end) < 0 ? -1 : 1;
    }
    PyObject *rest = slice_of(value, from, value->size);
    int failed = rest == NULL ? -1 : sheet_atom(sheet, rest, start, end);
    Py_XDECREF(rest);
    return failed < 0 ? -1 : 1;
}

/* Add source[start:end], which stands beside a template. */
static int take_beside(Sheet *sheet, Py_ssize_t start, Py_ssize_t end)
{
    if (!sheet->words) {
        while (start < end && at(&sheet->text, start) == ' ' && sheet_here(sheet) == sheet->begin) {
            start++;
        }
        for (Py_ssize_t i = start; i < end && !sheet->words; i++) {
            sheet->words = !Py_UNICODE_ISSPACE(at(&sheet->text, i));
        }
    }
    return sheet_verbatim(sheet, start, end);
}

/* Add source[start:end], for which something is shown that rules do not see. */
static int take_shown(Sheet *sheet, Py_ssize_t start, Py_ssize_t end)
{
    if (sheet_flush(sheet) < 0) {
        return -1;
    }
    Py_ssize_t before = sheet->length;
    PyObject *text = slice_of(&sheet->text, start, end);
    int failed = text == NULL ? -1 : sheet_atom(sheet, text, start, end);
    Py_XDECREF(text);
    return failed < 0 ? -1 : sheet_hide(sheet, before);
}

/* Take apart a region: where it begins and ends, whether it is shown; return 1, 0 where it is for Python as it says
   what the text after it is, -1 with an exception. */
static int read_region(const Sheet *sheet, Py_ssize_t index, Py_ssize_t *start, Py_ssize_t *end, int *shown)
{
    PyObject *region = PyList_GET_ITEM(sheet->spans, index);
    *shown = PyObject_IsTrue(PyTuple_GET_ITEM(region, REGION_SHOWN));
    if (*shown < 0 || span_of(region, sheet->text.size, start, end) < 0) {
        return -1;
    }
    return PyUnicode_GET_LENGTH(PyTuple_GET_ITEM(region, REGION_ROLE)) == 0;
}

/* The twin of `Inline._cut`: take text with templates in it. */
static int take_cut(Sheet *sheet, const Event *event)
{
    Py_ssize_t first = regions_before(sheet, event->start), last = regions_before(sheet, event->end - 1);
    Py_ssize_t i = event->start, start, end;
    int shown, any = 0;
    first = first ? first - 1 : 0;
    for (Py_ssize_t k = first; k < last; k++) {
        int read = read_region(sheet, k, &start, &end, &shown);
        if (read < 1) {
            return read;
        }
        any = any || end > event->start;
    }
    int begun = !any || sheet->coding ? 0 : sheet->begin < 0 ? begin_here(sheet, Py_NewRef(Py_None)) : 1;
    if (begun < 1) {
        return begun;
    }
    Py_SETREF(sheet->outer, Py_NewRef(Py_None));
    for (Py_ssize_t k = first; k < last; k++) {
        if (read_region(sheet, k, &start, &end, &shown) < 1) {
            return -1;
        }
        start = start < i ? i : start;
        end = end > event->end ? event->end : end;
        if (end <= i) {
            continue;
        }
        if ((start > i && take_beside(sheet, i, start) < 0) || (shown && take_shown(sheet, start, end) < 0)) {
            return -1;
        }
        i = end;
    }
    sheet->last = event->end;
    return i < event->end && take_beside(sheet, i, event->end) < 0 ? -1 : 1;
}

/* Take text: most of it follows what stands before it, to the letter. */
int take_text(Sheet *sheet, const Event *event)
{
    Text value;
    Py_ssize_t start = event->start, end = event->end;
    if (!PyUnicode_Check(event->value) || PyList_GET_SIZE(sheet->images)) {
        return 0;
    }
    if (text_of(event->value, &value) < 0) {
        return -1;
    }
    if (!value.size) {
        return 0;
    }
    if (PyList_GET_SIZE(sheet->spans) && PyUnicode_FindChar(event->value, 0x1A, 0, value.size, 1) >= 0) {
        return take_cut(sheet, event);
    }
    if (end - start != value.size) {
        return take_text_slowly(sheet, &value, start, end);
    }
    if (start == sheet->run_end) {
        sheet->run_end = end;
        return 1;
    }
    /* Python counts from the end where there is nothing before. */
    Py_UCS4 before = at(&sheet->text, start ? start - 1 : sheet->text.size - 1);
    if (sheet->begin < 0 || before == '\\' || !(sheet->words || at(&value, 0) > ' ')) {
        return take_text_slowly(sheet, &value, start, end);
    }
    sheet->words = 1;
    sheet->last = end;
    return sheet_verbatim(sheet, start, end) < 0 ? -1 : 1;
}

/* Take a tag that breaks the line, and has no more than its name, of which the end is given. */
static int take_inline_break(Sheet *sheet, const Event *event, const Text *value, Py_ssize_t i)
{
    while (i < value->size && (at(value, i) == '/' || Py_UNICODE_ISSPACE(at(value, i)))) {
        i++;
    }
    if (i + 1 != value->size || at(value, i) != '>' || event->end - event->start != value->size) {
        return 0;
    }
    PyObject *line_end = sheet->begin < 0 ? NULL : PyUnicode_FromOrdinal('\n');
    int failed = sheet->begin >= 0
        && (line_end == NULL || sheet_atom(sheet, line_end, event->start, event->end) < 0);
    Py_XDECREF(line_end);
    sheet->last = event->end;
    return failed ? -1 : 1;
}

/* Pass over a tag in a line that says nothing about its text; the others are for Python. */
int take_tag(Sheet *sheet, const Event *event)
{
    Text value;
    if (!PyUnicode_Check(event->value) || PyList_GET_SIZE(sheet->images)) {
        return 0;
    }
    if (text_of(event->value, &value) < 0) {
        return -1;
    }
    Py_ssize_t start = 1 + (at_or_none(&value, 1) == '/'), end = start;
    while (end < value.size && at(&value, end) != '/' && at(&value, end) != '>'
           && !Py_UNICODE_ISSPACE(at(&value, end))) {
        end++;
    }
    if (start >= value.size || !Py_ISALPHA(at(&value, start)) || at(&value, start) > 127) {
        return 0;
    }
    if (end - start == 2 && says(&value, start, end, "br")) {
        return take_inline_break(sheet, event, &value, end);
    }
    PyObject *name = slice_of(&value, start, end);
    PyObject *low = name == NULL ? NULL : PyObject_CallMethodNoArgs(name, sheet->names[NAME_LOWER]);
    int known = low == NULL ? -1 : PySet_Contains(sheet->tags, low);
    Py_XDECREF(name);
    Py_XDECREF(low);
    if (known) {
        return known < 0 ? -1 : 0;
    }
    sheet->last = event->end;
    return 1;
}
