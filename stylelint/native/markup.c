/* HTML that stands in Markdown: what `Markup` does in Python, but for what is rare in it. */
#include "markup.h"

/* A token of HTML, which holds its kind and its name. */
typedef struct {
    PyObject *token, *kind, *name;
    Py_ssize_t start, end;
} Token;

/* End the stretch of text before a tag. */
static int end_block(Sheet *sheet)
{
    if (sheet->begin >= 0 && sheet->run_end <= sheet->run && sheet_take_back_blank(sheet) < 0) {
        return -1;
    }
    if (sheet->code_from >= 0 && sheet_hide(sheet, sheet->code_from) < 0) {
        return -1;
    }
    sheet->code = 0;
    sheet->code_from = -1;
    sheet->blank = 1;
    return sheet_end(sheet) < 0 ? -1 : 0;
}

/* Enter or leave an element whose text is no prose. */
static int take_code(Sheet *sheet, Py_ssize_t step)
{
    sheet->code = sheet->code + step > 0 ? sheet->code + step : 0;
    if (sheet->begin < 0) {
        return 1;
    }
    if (sheet->code && sheet->code_from < 0) {
        sheet->code_from = sheet_here(sheet);
    } else if (!sheet->code && sheet->code_from >= 0) {
        if (sheet_hide(sheet, sheet->code_from) < 0) {
            return -1;
        }
        sheet->code_from = -1;
    }
    return 1;
}

static int take_break(Sheet *sheet, const Token *token)
{
    if (sheet->begin < 0 || sheet->muted) {
        return 1;
    }
    PyObject *line_end = sheet_take_back_blank(sheet) < 0 ? NULL : PyUnicode_FromOrdinal('\n');
    int failed = line_end == NULL || sheet_atom(sheet, line_end, token->start, token->end) < 0;
    Py_XDECREF(line_end);
    sheet->blank = 1;
    return failed ? -1 : 1;
}

/* Tell whether a region stands in source[start:end]; -1 with an exception. */
static int has_region(const Sheet *sheet, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t first = regions_before(sheet, start), last = regions_before(sheet, end - 1), from, until;
    for (Py_ssize_t i = first ? first - 1 : 0; i < last; i++) {
        if (span_of(PyList_GET_ITEM(sheet->spans, i), sheet->text.size, &from, &until) < 0) {
            return -1;
        }
        if (until > start) {
            return 1;
        }
    }
    return 0;
}

static int is_shown_blank(Py_UCS4 c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

/* Add text, with one blank for each run of them. */
static int add_text(Sheet *sheet, Py_ssize_t start, Py_ssize_t end)
{
    const Text *text = &sheet->text;
    for (Py_ssize_t i = start; i < end;) {
        Py_ssize_t run = i;
        while (i < end && is_shown_blank(at(text, i))) {
            i++;
        }
        if (i - run > 1 || (i > run && at(text, run) == '\r')) {
            PyObject *blank = PyUnicode_FromOrdinal(' ');
            int failed = blank == NULL || sheet_verbatim(sheet, start, run) < 0 || sheet_atom(sheet, blank, run, i) < 0;
            Py_XDECREF(blank);
            if (failed) {
                return -1;
            }
            start = i;
        }
        i += i == run;
    }
    return sheet_verbatim(sheet, start, end);
}

/* Take text; return 1 where that is done, 0 where it is for Python, -1 with an exception. */
static int take_words(Sheet *sheet, Py_ssize_t start, Py_ssize_t end)
{
    PyObject *shape = PyTuple_GET_ITEM(sheet->top, FRAME_SHAPE);
    int cut = has_region(sheet, start, end);
    if (cut || sheet->muted || is_called(PyTuple_GET_ITEM(shape, 0), "code")
        || PyUnicode_FindChar(sheet->source, '&', start, end, 1) != -1) {
        return cut < 0 || PyErr_Occurred() ? -1 : 0;
    }
    Py_ssize_t first = start;
    while (first < end && is_shown_blank(at(&sheet->text, first))) {
        first++;
    }
    if (first == end && (sheet->blank || sheet->begin < 0)) {
        return 1;
    }
    if (sheet->begin < 0) {
        if (sheet_begin(sheet, Py_NewRef(shape), Py_NewRef(Py_None)) < 0) {
            return -1;
        }
        sheet->blank = 1;
        sheet->code_from = sheet->code ? sheet->length : -1;
    }
    sheet->words = sheet->words || first < end;
    if (add_text(sheet, sheet->blank && first < end ? first : start, end) < 0) {
        return -1;
    }
    sheet->blank = is_shown_blank(at(&sheet->text, end - 1));
    return 1;
}

/* Tell whether the start of an element may close others that are open; -1 with an exception. */
static int closes_others(const Sheet *sheet, PyObject *name)
{
    PyObject *ends = PyDict_GetItemWithError(sheet->ends, name);
    PyObject *ended = ends != NULL && PyTuple_Check(ends) && PyTuple_GET_SIZE(ends) ? PyTuple_GET_ITEM(ends, 0) : NULL;
    Py_ssize_t count = 0;
    for (Py_ssize_t i = 0; ended != NULL && PyTuple_Check(ended) && !count && i < PyTuple_GET_SIZE(ended); i++) {
        count = frames_of(sheet, PyTuple_GET_ITEM(ended, i));
    }
    return PyErr_Occurred() ? -1 : count > 0;
}

/* Open an element that ends the block before it. */
static int take_block(Sheet *sheet, const Token *token)
{
    Text view;
    PyObject *name = token->name;
    if (is_called(name, "head") || is_called(name, "title") || is_called(PyTuple_GET_ITEM(sheet->top, FRAME_NAME), "head")) {
        return 0;
    }
    int others = end_block(sheet) < 0 ? -1 : closes_others(sheet, name);
    if (others > 0) {
        others = sheet_ask(sheet, sheet->markup, NAME_END_OTHERS, name, NULL, NULL);
    } else if (others == 0 && is_called(PyTuple_GET_ITEM(sheet->top, FRAME_NAME), "p")) {
        others = frame_pop(sheet, -1);
    }
    if (others < 0 || text_of(sheet->view, &view) < 0) {
        return -1;
    }
    if (is_called(name, "hr") || (token->end - token->start > 1 && says(&view, token->end - 2, token->end, "/>"))) {
        return 1;
    }
    PyObject *blocks = PyLong_FromSsize_t(PyList_GET_SIZE(sheet->done));
    PyObject *frame = blocks == NULL ? NULL : PyObject_CallMethodObjArgs(
        sheet->markup, sheet->names[NAME_FRAME], token->token, sheet->top, blocks, NULL);
    Py_XDECREF(blocks);
    return frame_push(sheet, frame) < 0 ? -1 : 1;
}

static int take_open(Sheet *sheet, const Token *token)
{
    PyObject *sort = PyDict_GetItemWithError(sheet->sorts, token->name);
    if (sort == NULL || is_called(sort, "object")) {
        Py_ssize_t count = PyErr_Occurred() ? -1 : frames_of(sheet, token->name);
        if (count || sheet->named) {
            return count < 0 ? -1 : 0;
        }
        sheet->objects = sort == NULL ? sheet->objects : PyList_GET_SIZE(sheet->done);
        return 1;
    }
    if (is_called(sort, "block")) {
        return take_block(sheet, token);
    }
    return is_called(sort, "code") ? take_code(sheet, 1) : is_called(sort, "break") ? take_break(sheet, token) : 0;
}

static int take_close(Sheet *sheet, const Token *token)
{
    PyObject *sort = PyDict_GetItemWithError(sheet->sorts, token->name);
    if (sort != NULL && is_called(sort, "code")) {
        return take_code(sheet, -1);
    }
    int block = sort != NULL && is_called(sort, "block");
    Py_ssize_t count = PyErr_Occurred() ? -1 : frames_of(sheet, token->name);
    if (count < 0 || (block && (count || !is_called(token->name, "p")) && end_block(sheet) < 0)) {
        return -1;
    }
    while (count && PyList_GET_SIZE(sheet->stack)) {
        int same = PyUnicode_Compare(PyTuple_GET_ITEM(sheet->top, FRAME_NAME), token->name) == 0;
        if (frame_pop(sheet, same ? token->end : -1) < 0) {
            return -1;
        }
        count = same ? 0 : count;
    }
    return 1;
}

/* Take a token: return 1 where that is done, 0 where it is for Python, -1 with an exception. */
static int take_token(Sheet *sheet, const Token *token)
{
    if (is_called(token->kind, "open")) {
        return take_open(sheet, token);
    }
    if (is_called(token->kind, "close")) {
        return take_close(sheet, token);
    }
    if (is_called(token->kind, "blank") && !sheet->lines && (sheet->blank || sheet->begin < 0)
        && !is_called(PyTuple_GET_ITEM(PyTuple_GET_ITEM(sheet->top, FRAME_SHAPE), 0), "code")) {
        return 1;
    }
    return take_words(sheet, token->start, token->end);
}

static int take_tokens(Sheet *sheet, PyObject *tokens)
{
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(tokens); i++) {
        Token token = {.token = PyList_GET_ITEM(tokens, i)};
        token.kind = PyTuple_GET_ITEM(token.token, 0);
        token.name = PyTuple_GET_ITEM(token.token, 3);
        if (range_of(&PyTuple_GET_ITEM(token.token, 1), sheet->text.size, &token.start, &token.end) < 0) {
            return -1;
        }
        int taken = take_token(sheet, &token);
        if (taken < 0 || (taken == 0 && sheet_ask(sheet, sheet->markup, NAME_TOKEN, token.token, NULL, NULL) < 0)) {
            return -1;
        }
    }
    return 0;
}

static int set_syntax(Sheet *sheet, PyObject *syntax)
{
    if (syntax == NULL) {
        return -1;
    }
    Py_SETREF(sheet->syntax, syntax);
    return 0;
}

int markup_read(Sheet *sheet, Py_ssize_t start, Py_ssize_t end)
{
    Text view, name;
    int lax = 0;
    if (set_syntax(sheet, Py_NewRef(sheet->names[NAME_HTML])) < 0 || text_of(sheet->view, &view) < 0) {
        return -1;
    }
    while (start < end) {
        PyObject *tokens = tokens_of(sheet->module, sheet->view, &start, end, &lax, sheet->unread);
        int failed = tokens == NULL || take_tokens(sheet, tokens) < 0;
        if (!failed && start < end) {
            PyObject *last = PyList_GET_ITEM(tokens, PyList_GET_SIZE(tokens) - 1);
            failed = text_of(PyTuple_GET_ITEM(last, 3), &name) < 0;
            start = failed ? end : unread_end(&view, start, end, &name);
        }
        Py_XDECREF(tokens);
        if (failed) {
            return -1;
        }
    }
    return 0;
}

/* Tell whether the innermost element is closed after a place; -1 with an exception. */
static int is_closed(const Sheet *sheet, PyObject *end)
{
    PyObject *closed = PyObject_CallMethodObjArgs(
        sheet->markup, sheet->names[NAME_CLOSES], PyTuple_GET_ITEM(sheet->top, FRAME_NAME), end, NULL);
    int found = closed == NULL ? -1 : PyObject_IsTrue(closed);
    Py_XDECREF(closed);
    return found;
}

int markup_pause(Sheet *sheet, Py_ssize_t end)
{
    PyObject *place = PyLong_FromSsize_t(end);
    int closed = place == NULL || end_block(sheet) < 0 || set_syntax(sheet, PyUnicode_New(0, 0)) < 0 ? -1 : 0;
    while (closed == 0 && PyList_GET_SIZE(sheet->stack) && (closed = is_closed(sheet, place)) == 0) {
        closed = frame_pop(sheet, -1);
    }
    Py_XDECREF(place);
    return closed < 0 ? -1 : 0;
}
