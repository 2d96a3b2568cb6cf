/* Twins of functions in stylelint/readers/tags.py. */
#include "reading.h"

/* A stretch of HTML, and the tokens found in it. */
typedef struct {
    Text text;
    PyObject *source, *found;
    PyTypeObject *token;
    PyObject *const *names;
    Py_ssize_t end, last; /* of the stretch, and where its last ">" stands */
    int lax;
} Stretch;

static int is_letter(Py_UCS4 c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static int ends_name(Py_UCS4 c)
{
    return c == '/' || c == '>' || Py_UNICODE_ISSPACE(c);
}

static Py_ssize_t pass_blanks(const Stretch *in, Py_ssize_t i)
{
    while (i < in->end && Py_UNICODE_ISSPACE(at(&in->text, i))) {
        i++;
    }
    return i;
}

/* Return where the value of an attribute ends that begins at an offset, -1 where there is none. */
static Py_ssize_t value_end(const Stretch *in, Py_ssize_t i)
{
    Py_UCS4 mark = i < in->end ? at(&in->text, i) : 0;
    if (i == in->end) {
        return -1;
    }
    if (mark == '"' || mark == '\'') {
        Py_ssize_t closing = PyUnicode_FindChar(in->source, mark, i + 1, in->end, 1);
        return closing < 0 ? -1 : closing + 1;
    }
    while (i < in->end && at(&in->text, i) != '>' && !Py_UNICODE_ISSPACE(at(&in->text, i))) {
        i++;
    }
    return i;
}

/* Return where an attribute ends that begins at an offset: its name, and a value where it has one. */
static Py_ssize_t attribute_end(const Stretch *in, Py_ssize_t i)
{
    for (i++; i < in->end && at(&in->text, i) != '=' && !ends_name(at(&in->text, i)); i++) {
    }
    Py_ssize_t sign = pass_blanks(in, i);
    Py_ssize_t value = sign < in->end && at(&in->text, sign) == '=' ? value_end(in, pass_blanks(in, sign + 1)) : -1;
    return value < 0 ? i : value;
}

/* Return where the tag ends whose name ends at an offset, -1 where there is none. */
static Py_ssize_t tag_end(const Stretch *in, Py_ssize_t i)
{
    while (i < in->end && at(&in->text, i) != '>') {
        Py_UCS4 c = at(&in->text, i);
        if (in->lax) {
            if (c == '<') {
                return -1;
            }
            i++;
        } else {
            i = c == '=' || ends_name(c) ? i + 1 : attribute_end(in, i);
        }
    }
    return i < in->end ? i + 1 : -1;
}

/* Return where the comment, declaration or instruction ends that begins at an offset. */
static Py_ssize_t declaration_end(const Stretch *in, Py_ssize_t i)
{
    const Text *text = &in->text;
    if (!says(text, i, text->size, "<!--")) {
        Py_ssize_t found = i + 2 < in->end ? PyUnicode_FindChar(in->source, '>', i + 2, in->end, 1) : -1;
        return found < 0 ? in->end : found + 1;
    }
    if (says(text, i + 4, text->size, ">") || says(text, i + 4, text->size, "->")) {
        return i + (at(text, i + 4) == '>' ? 5 : 6);
    }
    for (i += 4; i + 2 < in->end; i++) {
        if (at(text, i) == '-' && at(text, i + 1) == '-') {
            Py_ssize_t closing = i + 2 + (at(text, i + 2) == '!');
            if (closing < in->end && at(text, closing) == '>') {
                return closing + 1;
            }
        }
    }
    return in->end;
}

/* Add a token; the name is taken over, and may be NULL with an exception. */
static int add(const Stretch *in, Name kind, Py_ssize_t start, Py_ssize_t end, PyObject *name)
{
    PyObject *field[] = {
        Py_NewRef(in->names[kind]), PyLong_FromSsize_t(start), PyLong_FromSsize_t(end), name,
    };
    return append_taken(in->found, of_class(in->token, tuple_of(field, 4)));
}

/* Tell whether browsers show no more than a blank for a character. */
static int is_blank(Py_UCS4 c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

static int add_text(const Stretch *in, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t i = start;
    while (i < end && is_blank(at(&in->text, i))) {
        i++;
    }
    return end > start ? add(in, i < end ? NAME_TEXT : NAME_BLANK, start, end, PyUnicode_New(0, 0)) : 0;
}

static Py_ssize_t name_end(const Stretch *in, Py_ssize_t i)
{
    while (i < in->end && !ends_name(at(&in->text, i)) && !(in->lax && at(&in->text, i) == '<')) {
        i++;
    }
    return i;
}

/* Find the tag whose name begins at an offset; return where the name ends, and set where the tag does, which is -1
   where there is none.  Where nothing closes a quotation mark, tags end at the next ">" from here on, or each of
   them would be read to the end of the text. */
static Py_ssize_t find_tag(Stretch *in, Py_ssize_t name, Py_ssize_t *end)
{
    int named = name < in->end && is_letter(at(&in->text, name));
    Py_ssize_t after = name_end(in, name);
    *end = named ? tag_end(in, after) : -1;
    if (*end < 0 && !in->lax) {
        in->lax = 1;
        after = name_end(in, name);
        *end = named ? tag_end(in, after) : -1;
    }
    return after;
}

/* Return a name in lower case, a new reference; NULL with an exception. */
static PyObject *low_name(const Stretch *in, Py_ssize_t start, Py_ssize_t end)
{
    PyObject *name = slice_of(&in->text, start, end);
    PyObject *low = name == NULL ? NULL : PyObject_CallMethodNoArgs(name, in->names[NAME_LOWER]);
    Py_XDECREF(name);
    return low;
}

/* Take what begins with the "<" at an offset, and the text before it; return where it ends, which is the offset
   where it is no more than text, -1 with an exception.  `raw` is set where nothing up to its end is read. */
static Py_ssize_t take(Stretch *in, Py_ssize_t text, Py_ssize_t i, PyObject *unread, int *raw)
{
    Py_ssize_t end = i, name = 0, after = 0;
    Py_UCS4 sign = at_or_none(&in->text, i + 1);
    if (sign == '!' || sign == '?'
        || (sign == '/' && i + 2 < in->end && !Py_UNICODE_ISALPHA(at(&in->text, i + 2)))) {
        end = declaration_end(in, i);
        return end > i && add_text(in, text, i) < 0 ? -1 : end;
    }
    if (i < in->last && (is_letter(sign) || sign == '/')) {
        name = i + 1 + (sign == '/');
        after = find_tag(in, name, &end);
    }
    if (!name || end < 0) {
        return i;
    }
    PyObject *low = low_name(in, name, after);
    *raw = low == NULL ? -1 : PySet_Contains(unread, low);
    *raw = *raw > 0 ? sign != '/' && at(&in->text, end - 2) != '/' : *raw;
    if (*raw < 0 || add_text(in, text, i) < 0) {
        Py_XDECREF(low);
        return -1;
    }
    return add(in, sign == '/' ? NAME_CLOSE : NAME_OPEN, i, end, low) < 0 ? -1 : end;
}

/* Take tokens up to the first element that is not read; return where its contents begin, `end` where there is none,
   -1 with an exception. */
static Py_ssize_t take_all(Stretch *in, Py_ssize_t start, PyObject *unread)
{
    Py_ssize_t i = start, text = start;
    int raw = 0;
    while (!raw && i < in->end && (i = PyUnicode_FindChar(in->source, '<', i, in->end, 1)) >= 0) {
        Py_ssize_t after = take(in, text, i, unread, &raw);
        if (after < 0) {
            return -1;
        }
        text = after > i ? after : text;
        i = after > i ? after : i + 1;
    }
    if (raw) {
        return text;
    }
    return i == -2 || add_text(in, text, in->end) < 0 ? -1 : in->end;
}

Py_ssize_t unread_end(const Text *text, Py_ssize_t i, Py_ssize_t end, const Text *name)
{
    for (; i + 2 + name->size < end; i++) {
        if (at(text, i) == '<' && at(text, i + 1) == '/' && ends_name(at(text, i + 2 + name->size))) {
            Py_ssize_t k = 0;
            while (k < name->size && plain_letter(at(text, i + 2 + k)) == at(name, k)) {
                k++;
            }
            if (k == name->size) {
                return i;
            }
        }
    }
    return end;
}

PyObject *tokens_of(PyObject *module, PyObject *source, Py_ssize_t *start, Py_ssize_t end, int *lax, PyObject *unread)
{
    Stretch in = {.names = names_of(module), .source = source, .end = end, .lax = *lax};
    in.token = in.names == NULL ? NULL : class_of(module, TOKEN);
    if (in.token == NULL || text_of(source, &in.text) < 0) {
        return NULL;
    }
    in.last = *start < end ? PyUnicode_FindChar(source, '>', *start, end, -1) : -1;
    in.found = in.last < -1 ? NULL : PyList_New(0);
    if (in.found == NULL) {
        return NULL;
    }
    *start = take_all(&in, *start, unread);
    *lax = in.lax;
    if (*start < 0) {
        Py_CLEAR(in.found);
    }
    return in.found;
}

/* simple_tokens(source, start, end, lax, unread) */
static PyObject *simple_tokens(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    Py_ssize_t next, end;
    if (count != 5 || !PyBool_Check(args[3]) || !PyAnySet_Check(args[4])) {
        PyErr_SetString(PyExc_TypeError, "simple_tokens(source, start, end, lax, unread)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0 || range_of(args + 1, text.size, &next, &end) < 0) {
        return NULL;
    }
    int lax = args[3] == Py_True;
    PyObject *found = tokens_of(module, args[0], &next, end, &lax, args[4]);
    if (found == NULL) {
        return NULL;
    }
    PyObject *result[] = {found, PyLong_FromSsize_t(next), PyBool_FromLong(lax)};
    return tuple_of(result, 3);
}

PyMethodDef tags_functions[] = {
    {"simple_tokens", (PyCFunction)(void (*)(void))simple_tokens, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
