/* Twins of functions in stylelint/readers/yamlfields.py. */
#include "reading.h"

typedef enum { BARE, DOUBLE, SINGLE, PLAIN, WRONG } Written;

/* A line of front matter: what stands before its key or its hyphen, its key, its value; sizes are 0 where it has none. */
typedef struct {
    Py_ssize_t start, blanks, key, key_end, value, value_end, end;
    Written written;
    int item;
} Line;

/* What is read: the field that waits for items or fields under it, and how far these are set in. */
typedef struct {
    Text text;
    Py_ssize_t end, key, key_end, indent;
    int items;
    PyTypeObject *field;
    PyObject *const *names;
    PyObject *found;
} Reading;

static int is_letter(Py_UCS4 c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Tell whether a character is none of those that may stand in a value as they are. */
static int is_out(Py_UCS4 c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE
        || c == 0xFFFF || (c >= 0xD800 && c < 0xE000);
}

static int is_key(Py_UCS4 c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
}

static int opens_plain(Py_UCS4 c)
{
    return is_key(c) || c == '(' || c == '/' || c == '.' || c == 0x201C
        || c == 0x2018 || (c >= 0xC0 && c <= 0x24F);
}

static Py_ssize_t pass_blanks(const Reading *reading, Py_ssize_t i)
{
    while (i < reading->end && at(&reading->text, i) == ' ') {
        i++;
    }
    return i;
}

/* Return where a value goes on after the line end at an offset, 0 where it does not: set in further than what stands
   before it. */
static Py_ssize_t pass_line_end(const Reading *reading, const Line *line, Py_ssize_t i)
{
    i += at(&reading->text, i) == '\r';
    if (i >= reading->end || at(&reading->text, i) != '\n') {
        return 0;
    }
    Py_ssize_t next = pass_blanks(reading, i + 1);
    Py_UCS4 c = next < reading->end ? at(&reading->text, next) : ' ';
    return next - i - 1 <= line->blanks || Py_UNICODE_ISSPACE(c) || is_out(c) ? 0 : next;
}

/* Return where a value without quotation marks ends. */
static Py_ssize_t pass_plain(const Reading *reading, const Line *line, Py_ssize_t i)
{
    for (i++; i < reading->end; i++) {
        Py_UCS4 c = at(&reading->text, i);
        if ((c > '#' && c < 0x7F && c != ':') || c == ' ') {
            continue; /* as nearly all there is */
        }
        if (c == ':') {
            Py_UCS4 next = i + 1 < reading->end ? at(&reading->text, i + 1) : ' ';
            if (Py_UNICODE_ISSPACE(next) || is_out(next)) {
                break;
            }
        } else if (c == '\r' || c == '\n') {
            Py_ssize_t next = pass_line_end(reading, line, i);
            if (!next || at(&reading->text, next) == '#') {
                break;
            }
            i = next - 1;
        } else if (is_out(c) || (c == '#' && at(&reading->text, i - 1) == ' ')) {
            break;
        }
    }
    return i;
}

/* Return where a value between quotation marks ends, -1 where it is not that simple. */
static Py_ssize_t pass_quoted(const Reading *reading, const Line *line, Py_ssize_t i, Py_UCS4 mark)
{
    for (; i < reading->end; i++) {
        Py_UCS4 c = at(&reading->text, i);
        if (c == mark) {
            return i;
        }
        if (c >= ' ' && c < 0x7F && c != '\\') {
            continue; /* as nearly all there is */
        }
        Py_ssize_t next = mark == '"' && (c == '\r' || c == '\n') ? pass_line_end(reading, line, i) : 0;
        if (next) {
            i = next - 1;
        } else if (is_out(c) || (c == '\\' && mark == '"')) {
            break;
        }
    }
    return -1;
}

/* Read a value at an offset; return where what follows it begins. */
static Py_ssize_t read_value(const Reading *reading, Line *line, Py_ssize_t i)
{
    Py_UCS4 c = i < reading->end ? at(&reading->text, i) : 0;
    line->value = line->value_end = i;
    if (c == '"' || c == '\'') {
        line->value++;
        line->value_end = pass_quoted(reading, line, i + 1, c);
        line->written = line->value_end < 0 ? WRONG : c == '"' ? DOUBLE : SINGLE;
        return line->value_end + 1;
    }
    if (!opens_plain(c) && !(c == '-' && i + 1 < reading->end && is_key(at(&reading->text, i + 1)))) {
        return i;
    }
    line->written = PLAIN;
    i = line->value_end = pass_plain(reading, line, i);
    while (at(&reading->text, line->value_end - 1) == ' ') {
        line->value_end--;
    }
    return i;
}

/* Read a key, or a hyphen, and the value after it; return where what follows begins. */
static Py_ssize_t read_entry(const Reading *reading, Line *line, Py_ssize_t i)
{
    line->key = line->key_end = i;
    if (at(&reading->text, i) == '-') {
        line->item = 1;
    } else {
        while (i < reading->end && (is_word(at(&reading->text, i)) || at(&reading->text, i) == '-')) {
            i++;
        }
        line->key_end = i;
        if (i == reading->end || at(&reading->text, i) != ':') {
            line->written = WRONG;
            return i;
        }
    }
    Py_ssize_t after = pass_blanks(reading, i + 1), next = after;
    if (after > i + 1) {
        next = read_value(reading, line, after);
    }
    line->written = line->item && line->written == BARE ? WRONG : line->written;
    return next;
}

/* Read a line; it is written wrong where it is none that can be read without YAML. */
static void read_line(const Reading *reading, Line *line)
{
    Py_ssize_t i = pass_blanks(reading, line->start);
    Py_UCS4 c = i < reading->end ? at(&reading->text, i) : 0;
    line->blanks = i - line->start;
    if (c == '#' && !line->blanks) {
        while (i < reading->end && !is_out(at(&reading->text, i))) {
            i++;
        }
    } else if (is_letter(c) || c == '_' || c == '-') {
        i = read_entry(reading, line, i);
    }
    if (line->written == WRONG) {
        return;
    }
    i = pass_blanks(reading, i);
    i += i + 1 < reading->end && at(&reading->text, i) == '\r' ? 1 : 0;
    if (i >= reading->end || at(&reading->text, i) != '\n') {
        line->written = WRONG;
    }
    line->end = i + 1;
}

/* Tell whether a value has anything but blanks. */
static int has_words(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    while (start < end && Py_UNICODE_ISSPACE(at(text, start))) {
        start++;
    }
    return start < end;
}

/* Return the key of a value, a new reference: its own, that of the list, or both with a dot between them. */
static PyObject *key_of(const Reading *reading, const Line *line)
{
    if (line->item) {
        return slice_of(&reading->text, reading->key, reading->key_end);
    }
    PyObject *own = slice_of(&reading->text, line->key, line->key_end);
    if (own == NULL || !line->blanks) {
        return own;
    }
    PyObject *outer = slice_of(&reading->text, reading->key, reading->key_end);
    PyObject *both = outer == NULL ? NULL : PyUnicode_FromFormat("%U.%U", outer, own);
    Py_XDECREF(outer);
    Py_DECREF(own);
    return both;
}

/* Add the field of a line; return 1, or 0 where it is for YAML, -1 with an exception. */
static int add_field(const Reading *reading, const Line *line)
{
    static const Name syntax[] = {NAME_YAML, NAME_YAML_DOUBLE, NAME_YAML_SINGLE, NAME_YAML};
    PyObject *steps = PyList_New(0);
    int taken = steps == NULL ? -1 : add_steps(&reading->text, line->value, line->value_end, steps);
    if (taken < 1) {
        Py_XDECREF(steps);
        return taken;
    }
    PyObject *field[] = {
        key_of(reading, line), text_of_steps(steps), steps, Py_NewRef(reading->names[syntax[line->written]]),
    };
    return append_taken(reading->found, of_class(reading->field, tuple_of(field, 4))) < 0 ? -1 : 1;
}

/* Take a line in; return 1 where it was taken, 0 where it is for YAML, -1 with an exception. */
static int take_line(Reading *reading, const Line *line)
{
    int waits = reading->key_end > reading->key;
    if (line->key == line->key_end && !line->item) {
        return 1;
    }
    if (line->item || line->blanks) {
        /* Only under a key without a value, and all alike. */
        if (!waits || (reading->indent >= 0 && (reading->indent != line->blanks || reading->items != line->item))) {
            return 0;
        }
        reading->indent = line->blanks;
        reading->items = line->item;
    } else {
        reading->key = line->written == BARE ? line->key : 0;
        reading->key_end = line->written == BARE ? line->key_end : 0;
        reading->indent = -1;
    }
    if (line->written == BARE || !has_words(&reading->text, line->value, line->value_end)) {
        return 1;
    }
    return add_field(reading, line);
}

/* simple_fields(source, start, end) */
static PyObject *simple_fields(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Reading reading = {.indent = -1};
    Py_ssize_t start;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "simple_fields(source, start, end)");
        return NULL;
    }
    if (text_of(args[0], &reading.text) < 0
        || range_of(args + 1, reading.text.size, &start, &reading.end) < 0) {
        return NULL;
    }
    reading.names = names_of(module);
    reading.field = reading.names == NULL ? NULL : class_of(module, FIELD);
    reading.found = reading.field == NULL ? NULL : PyList_New(0);
    int taken = reading.found == NULL ? -1 : 1;
    while (taken > 0 && start < reading.end) {
        Line line = {.start = start};
        read_line(&reading, &line);
        taken = line.written == WRONG ? 0 : take_line(&reading, &line);
        start = line.end;
    }
    if (taken > 0) {
        return reading.found;
    }
    Py_XDECREF(reading.found);
    return taken < 0 ? NULL : Py_NewRef(Py_None);
}

PyMethodDef yamlfields_functions[] = {
    {"simple_fields", (PyCFunction)(void (*)(void))simple_fields, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
