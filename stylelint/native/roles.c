/* Twins of functions in stylelint/anatomy/roles.py. */
#include "reading.h"

#define CROSSHEAD 90
#define CAPTION 400
#define LONGEST 2000
#define WORDS 14
#define TOP 8 /* so many paragraphs are at the top, so many blocks at the bottom */

typedef struct {
    Text text;
    PyObject *pictures, *paragraph;
    int lines;
    Py_ssize_t start, end, order;
} Look;

/* How notes begin; it follows `lines.NOTES`. */
static const char *const NOTES[] = {
    "correction", "clarification", "editor", "ed. note", "note to ", "the original version",
    "this article", "this story", "this post", "this report", "this piece", "this column",
    "the article", "the story", "the post", "the report", "the piece", "the column",
    "in an earl", "in an prev", "in an orig", "in a earl", "in a prev", "in a orig",
    "an earl", "an prev", "an orig", "a earl", "a prev", "a orig", NULL,
};
static const char *const LABELS[] = {
    "Photo", "PHOTO", "Picture", "Image", "Illustration", "Graphic", "Credit", "Courtesy", "(", "[", NULL,
};
static const char *const BYLINES[] = {"By", "BY", "Wr", "St", "Re", "Wo", NULL};

static int is_stop(Py_UCS4 c)
{
    return c < 128 ? c != 0 && strchr(".!?:;,", (int)c) != NULL : c == 0x2026;
}

static int is_end(Py_UCS4 c)
{
    return is_stop(c) || c == '"' || c == 0x201D;
}

static int is_closer(Py_UCS4 c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019;
}

static int is_of(Py_UCS4 c, const char *letters)
{
    return c != 0 && c < 128 && strchr(letters, (int)c) != NULL;
}

static Py_UCS4 small(Py_UCS4 c)
{
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

/* Tell whether an item of a list may begin with a character. */
static int may_mark(Py_UCS4 c)
{
    switch (c) {
    case '-': case '*': case 0xB7: case 0x2022: case 0x2023: case 0x25AA: case 0x25CF: case 0x25E6:
        return 1;
    default:
        return Py_UNICODE_ISDECIMAL(c);
    }
}

static int says_any(const Look *look, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (says(&look->text, look->start, look->end, *words)) {
            return 1;
        }
    }
    return 0;
}

/* Tell whether a paragraph begins as a note does, capitals of ASCII left aside. */
static int is_noted(const Look *look)
{
    for (const char *const *one = NOTES; *one != NULL; one++) {
        const char *word = *one;
        Py_ssize_t i = look->start;
        while (*word != '\0' && i < look->end && small(at(&look->text, i)) == (Py_UCS4)*word) {
            word++;
            i++;
        }
        if (*word == '\0') {
            return 1;
        }
    }
    return 0;
}

/* The twin of `_may_say`: -1 with an exception. */
static int may_say(const Look *look)
{
    Py_UCS4 head = at(&look->text, look->start), last = at(&look->text, look->end - 1);
    if (look->end - look->start > LONGEST) {
        return 0;
    }
    if (is_of(head, "CcTtAaEeIiNn*[(") && (!Py_UNICODE_ISALPHA(head) || is_noted(look))) {
        return 1;
    }
    if (look->lines && may_mark(head)) {
        return 1;
    }
    if (look->end - look->start > CAPTION) {
        return 0;
    }
    if (last == '-' || last == 0x2013 || last == 0x2014 || (look->order < TOP && says_any(look, BYLINES))) {
        return 1;
    }
    if (is_end(last) && !says_any(look, LABELS)) {
        return 0;
    }
    return credit_like(&look->text, look->start, look->end, look->pictures);
}

/* Tell whether a text ends without a stop, brackets and quotation marks left aside. */
static int is_open(const Look *look)
{
    Py_ssize_t end = look->end;
    while (end > look->start && is_closer(at(&look->text, end - 1))) {
        end--;
    }
    return end > look->start && Py_UNICODE_ISALNUM(at(&look->text, end - 1));
}

static int is_small(Py_UCS4 c)
{
    return c >= 'a' && c <= 'z';
}

/* Tell whether a line is short and ends as no sentence does. */
static int is_crosshead(const Look *look)
{
    const Text *text = &look->text;
    if (!look->order || !look->lines || look->end - look->start > CROSSHEAD || is_stop(at(text, look->end - 1))
        || !Py_UNICODE_ISUPPER(at(text, look->start)) || !is_open(look)) {
        return 0;
    }
    int words = 0, blank = 1;
    for (Py_ssize_t i = look->start; i < look->end; i++) {
        Py_UCS4 c = at(text, i);
        int before = blank;
        blank = Py_UNICODE_ISSPACE(c);
        words += before && !blank;
        if (c == ' ' && i >= look->start + 3 && is_of(at(text, i - 1), ".!?") && is_small(at(text, i - 2))
            && is_small(at(text, i - 3))) {
            return 0;
        }
    }
    return words <= WORDS;
}

/* Tell whether a paragraph may be a caption that ends in a credit. */
static int is_signed(const Look *look)
{
    const Text *text = &look->text;
    if (look->end - look->start > CAPTION) {
        return 0;
    }
    if (is_end(at(text, look->end - 1)) && (look->end - look->start < 2 || at(text, look->end - 2) != ')')) {
        return 0;
    }
    return credit_signed(text, look->start, look->end);
}

/* Look at one paragraph; return 0, or -1 with an exception. */
static int look_at(const Look *look, Py_ssize_t index, int edge, PyObject *const *found)
{
    Py_UCS4 head = at(&look->text, look->start);
    if (is_signed(look) && append_number(found[3], index) < 0) {
        return -1;
    }
    if (!edge && is_end(at(&look->text, look->end - 1)) && Py_UNICODE_ISALPHA(head) && !is_of(head, "CcEePGF")) {
        return 0;
    }
    int asked = may_say(look);
    if (asked < 0 || (asked && append_taken(found[1], pair_made(index, look->order)) < 0)) {
        return -1;
    }
    return is_crosshead(look) ? append_number(found[2], index) : 0;
}

static int is_text(PyObject *object, const char *ascii)
{
    return PyUnicode_Check(object) && PyUnicode_CompareWithASCIIString(object, ascii) == 0;
}

static int look_through(PyObject *blocks, Look *look, PyObject *const *found)
{
    Py_ssize_t size = PyTuple_GET_SIZE(blocks);
    for (Py_ssize_t i = 0; i < size; i++) {
        PyObject *block = PyTuple_GET_ITEM(blocks, i);
        if (span_of(block, look->text.size, &look->start, &look->end) < 0) {
            return -1;
        }
        if (look->start == look->end || PyTuple_GET_SIZE(block) < 4) {
            PyErr_SetString(PyExc_IndexError, "a block has words, a kind and a role");
            return -1;
        }
        PyObject *role = PyTuple_GET_ITEM(block, 3);
        /* Most are paragraphs, and say so with the same string. */
        if (role == look->paragraph || is_text(role, "paragraph")) {
            if (look_at(look, i, look->order < TOP || i >= size - TOP, found) < 0) {
                return -1;
            }
            look->order++;
        } else if (is_text(role, "headline") && is_text(PyTuple_GET_ITEM(block, 2), "heading")
                   && append_number(found[0], i) < 0) {
            return -1;
        }
    }
    return 0;
}

/* first_look(blocks, prose, lines, pictures) */
static PyObject *first_look(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    PyObject *found[4] = {NULL, NULL, NULL, NULL}, *result = NULL, *const *names = names_of(module);
    if (names == NULL) {
        return NULL;
    }
    if (count != 4 || !PyTuple_Check(args[0]) || !PyAnySet_Check(args[3])) {
        PyErr_SetString(PyExc_TypeError, "first_look(blocks, prose, lines, pictures)");
        return NULL;
    }
    Look look = {.pictures = args[3], .paragraph = names[NAME_PARAGRAPH], .lines = PyObject_IsTrue(args[2])};
    if (look.lines < 0 || text_of(args[1], &look.text) < 0) {
        return NULL;
    }
    int made = 1;
    for (int i = 0; i < 4; i++) {
        found[i] = PyList_New(0);
        made = made && found[i] != NULL;
    }
    if (made && look_through(args[0], &look, found) == 0) {
        result = PyTuple_Pack(4, found[0], found[1], found[2], found[3]);
    }
    for (int i = 0; i < 4; i++) {
        Py_XDECREF(found[i]);
    }
    return result;
}

PyMethodDef roles_functions[] = {
    {"first_look", (PyCFunction)(void (*)(void))first_look, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
