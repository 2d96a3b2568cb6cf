/* Twins of functions in stylelint/readers/frontmatter.py. */
#include "pieces.h"

/* What the fields become pieces of; from `run` to `run_end` the source has been taken to the letter. */
typedef struct {
    Text source;
    Pieces pieces;
    PyObject *held, *blocks, *roles;
    PyObject *const *names;
    PyTypeObject *block;
    Py_ssize_t length, run, run_end;
} Head;

/* Return the role of a field by the last part of its key, a new reference; NULL with an exception. */
static PyObject *field_role(const Head *head, PyObject *key)
{
    Py_ssize_t size = PyUnicode_GET_LENGTH(key), dot = PyUnicode_FindChar(key, '.', 0, size, -1), i = 0;
    Text text;
    if (text_of(key, &text) < 0) {
        return NULL;
    }
    while (i < size && at(&text, i) >= 'a' && at(&text, i) <= 'z') {
        i++;
    }
    PyObject *last = dot < -1 ? NULL : dot < 0 ? Py_NewRef(key) : PyUnicode_Substring(key, dot + 1, size);
    PyObject *low = last == NULL ? NULL : i == size ? Py_NewRef(last)
        : PyObject_CallMethodNoArgs(last, head->names[NAME_LOWER]);
    PyObject *role = low == NULL ? NULL : PyDict_GetItemWithError(head->roles, low);
    Py_XDECREF(last);
    Py_XDECREF(low);
    if (role == NULL && PyErr_Occurred()) {
        return NULL;
    }
    return Py_NewRef(role == NULL ? head->names[NAME_METADATA] : role);
}

/* Add a piece for source[start:end], to the letter, or saying something else; return 0, or -1 with an exception. */
static int add_piece(Head *head, PyObject *said, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t length = pieces_add(&head->pieces, head->length, said, start, end);
    head->length = length < 0 ? head->length : length;
    return length < 0 ? -1 : 0;
}

static int flush(Head *head)
{
    Py_ssize_t start = head->run, end = head->run_end;
    head->run = head->run_end = -1;
    return end > start ? add_piece(head, NULL, start, end) : 0;
}

/* Take a step of a field: to the letter, or what stands for something else. */
static int add_step(Head *head, PyObject *step)
{
    Text text;
    Py_ssize_t start, end, k = 0;
    if (!PyTuple_Check(step) || PyTuple_GET_SIZE(step) != 3) {
        PyErr_SetString(PyExc_TypeError, "a step is wanted");
        return -1;
    }
    PyObject *said = PyTuple_GET_ITEM(step, 0), *places[] = {PyTuple_GET_ITEM(step, 1), PyTuple_GET_ITEM(step, 2)};
    if (text_of(said, &text) < 0 || range_of(places, head->source.size, &start, &end) < 0) {
        return -1;
    }
    while (k < text.size && start + k < end && at(&text, k) == at(&head->source, start + k)) {
        k++;
    }
    if (k == text.size && start + k == end) {
        int failed = start != head->run_end && flush(head) < 0;
        head->run = head->run < 0 ? start : head->run;
        head->run_end = end;
        return failed ? -1 : 0;
    }
    return text.size && (flush(head) < 0 || add_piece(head, said, start, end) < 0) ? -1 : 0;
}

/* Add a block that ends here, and part it from the next. */
static int end_block(Head *head, Py_ssize_t begin, PyObject *field)
{
    PyObject *key = PyTuple_GET_ITEM(field, 0);
    while (head->run_end > head->run && Py_UNICODE_ISSPACE(at(&head->source, head->run_end - 1))) {
        head->run_end--;
    }
    if (flush(head) < 0) {
        return -1;
    }
    Py_ssize_t end = head->length++;
    if (end > begin) {
        PyObject *block[] = {
            PyLong_FromSsize_t(begin), PyLong_FromSsize_t(end), Py_NewRef(head->names[NAME_METADATA]),
            field_role(head, key), Py_NewRef(Py_None), PyLong_FromLong(0), Py_NewRef(key),
            Py_NewRef(PyTuple_GET_ITEM(field, 3)),
        };
        if (append_taken(head->blocks, of_class(head->block, tuple_of(block, 8))) < 0) {
            return -1;
        }
    }
    return 0;
}

static int add_field(Head *head, PyObject *field)
{
    if (!PyTuple_Check(field) || PyTuple_GET_SIZE(field) != 4 || !PyUnicode_Check(PyTuple_GET_ITEM(field, 0))
        || !PyList_Check(PyTuple_GET_ITEM(field, 2))) {
        PyErr_SetString(PyExc_TypeError, "a field is wanted");
        return -1;
    }
    PyObject *steps = PyTuple_GET_ITEM(field, 2);
    Py_ssize_t begin = head->length;
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(steps); i++) {
        if (add_step(head, PyList_GET_ITEM(steps, i)) < 0) {
            return -1;
        }
    }
    return end_block(head, begin, field);
}

/* Take the blocks and the pieces of a prose; return 0, or -1 with an exception. */
static int take_pieces(Head *head, PyObject *prose)
{
    head->blocks = PyObject_GetAttr(prose, head->names[NAME_BLOCKS]);
    head->pieces.rows = head->blocks == NULL ? NULL : PyObject_GetAttr(prose, head->names[NAME_ROWS]);
    head->pieces.said = head->pieces.rows == NULL ? NULL : PyObject_GetAttr(prose, head->names[NAME_SAID]);
    if (head->pieces.said == NULL) {
        return -1;
    }
    if (!PyList_Check(head->blocks)) {
        PyErr_SetString(PyExc_TypeError, "a list is wanted");
        return -1;
    }
    return pieces_check(&head->pieces);
}

static int open_head(Head *head, PyObject *module, PyObject *prose, PyObject *roles)
{
    head->names = names_of(module);
    head->block = head->names == NULL ? NULL : class_of(module, BLOCK);
    head->roles = roles;
    if (head->block == NULL || take_pieces(head, prose) < 0) {
        return -1;
    }
    head->held = PyObject_GetAttr(prose, head->names[NAME_SOURCE]);
    int failed = head->held == NULL || text_of(head->held, &head->source) < 0;
    PyObject *length = failed ? NULL : PyObject_GetAttr(prose, head->names[NAME_LENGTH]);
    head->length = length == NULL ? -1 : PyLong_AsSsize_t(length);
    Py_XDECREF(length);
    return PyErr_Occurred() ? -1 : 0;
}

/* add_fields(prose, fields, roles) */
static PyObject *add_fields(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Head head = {.run = -1, .run_end = -1};
    if (count != 3 || !PyList_Check(args[1]) || !PyDict_Check(args[2])) {
        PyErr_SetString(PyExc_TypeError, "add_fields(prose, fields, roles)");
        return NULL;
    }
    int failed = open_head(&head, module, args[0], args[2]);
    for (Py_ssize_t i = 0; !failed && i < PyList_GET_SIZE(args[1]); i++) {
        failed = add_field(&head, PyList_GET_ITEM(args[1], i));
    }
    PyObject *length = failed ? NULL : PyLong_FromSsize_t(head.length);
    failed = length == NULL || PyObject_SetAttr(args[0], head.names[NAME_LENGTH], length) < 0;
    Py_XDECREF(length);
    Py_XDECREF(head.held);
    Py_XDECREF(head.pieces.rows);
    Py_XDECREF(head.pieces.said);
    Py_XDECREF(head.blocks);
    if (failed) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static Py_ssize_t pass_blanks(const Text *text, Py_ssize_t i)
{
    while (i < text->size && (at(text, i) == ' ' || at(text, i) == '\t')) {
        i++;
    }
    return i;
}

/* Return where the line ends, with its end, that has no more than blanks from an offset on; 0 where it has more. */
static Py_ssize_t pass_line_end(const Text *text, Py_ssize_t i)
{
    i = pass_blanks(text, i);
    if (at_or_none(text, i) == '\r') {
        return i + (at_or_none(text, i + 1) == '\n' ? 2 : 1);
    }
    return at_or_none(text, i) == '\n' ? i + 1 : 0;
}

/* Return where the fence ends that opens front matter, 0 where there is none. */
static Py_ssize_t opening_end(const Text *text)
{
    Py_ssize_t i = stands_at(text, 0, "---") ? pass_blanks(text, 3) : 0;
    Py_ssize_t after = i ? end_of(text, i, "yaml") : -1;
    return i ? pass_line_end(text, after < 0 ? i : after) : 0;
}

/* Return where the fence ends that closes front matter at the start of a line, 0 where there is none. */
static Py_ssize_t closing_end(const Text *text, Py_ssize_t i)
{
    Py_UCS4 mark = at_or_none(text, i);
    if ((mark != '-' && mark != '.') || at_or_none(text, i + 1) != mark || at_or_none(text, i + 2) != mark) {
        return 0;
    }
    return pass_blanks(text, i + 3) == text->size ? text->size : pass_line_end(text, i + 3);
}

/* Return the next offset at which a sign stands, the size where none does; `last` is the answer before. */
static Py_ssize_t next_sign(PyObject *source, Py_UCS4 sign, Py_ssize_t i, Py_ssize_t size, Py_ssize_t last)
{
    if (last >= i) {
        return last;
    }
    Py_ssize_t found = PyUnicode_FindChar(source, sign, i, size, 1);
    return found < 0 ? size : found;
}

/* fenced(source) */
static PyObject *fenced(PyObject *module, PyObject *source)
{
    Text text;
    (void)module;
    if (text_of(source, &text) < 0) {
        return NULL;
    }
    Py_ssize_t start = opening_end(&text), i = start, body = 0, line_feed = -1, carriage = -1;
    while (start && i < text.size && (body = closing_end(&text, i)) == 0) {
        line_feed = next_sign(source, '\n', i, text.size, line_feed);
        carriage = next_sign(source, '\r', i, text.size, carriage);
        i = (line_feed < carriage ? line_feed : carriage) + 1;
    }
    if (!body) {
        Py_RETURN_NONE;
    }
    PyObject *places[] = {PyLong_FromSsize_t(start), PyLong_FromSsize_t(i), PyLong_FromSsize_t(body)};
    return tuple_of(places, 3);
}

PyMethodDef frontmatter_functions[] = {
    {"fenced", fenced, METH_O, NULL},
    {"add_fields", (PyCFunction)(void (*)(void))add_fields, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
