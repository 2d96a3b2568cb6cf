/* Twins of functions in stylelint/anatomy/roles.py. */
#include "reading.h"

#define CROSSHEAD 90
#define CAPTION 400
#define LONGEST 2000
#define WORDS 14
#define SIGNS 3 /* so many may stand before a note */
#define TOP 8 /* so many paragraphs are at the top, so many blocks at the bottom */

typedef struct {
    Text text;
    PyObject *pictures, *const *names, *headlines, *asked, *crossheads, *captions;
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
static const char *const BYLINES[] = {"By ", "BY ", "Written by ", "Story by ", "Reporting by ", "Words by ", NULL};

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

/* Tell whether a paragraph begins as a note does, a few signs before it and capitals of ASCII left aside. */
static int is_noted(const Look *look)
{
    Py_ssize_t start = look->start;
    while (start < look->end && start < look->start + SIGNS && !is_word(at(&look->text, start))) {
        start++;
    }
    for (const char *const *one = NOTES; *one != NULL; one++) {
        const char *word = *one;
        Py_ssize_t i = start;
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

/* Note a role that a paragraph may have; return 0, or -1 with an exception. */
static int note(const Look *look, Py_ssize_t index, Name role)
{
    PyObject *fields[] = {PyLong_FromSsize_t(index), Py_NewRef(look->names[role])};
    return append_taken(look->asked, tuple_of(fields, 2));
}

/* Whether a paragraph may be a credit; -1 with an exception. */
static int is_credited(const Look *look)
{
    return is_end(at(&look->text, look->end - 1)) && !says_any(look, LABELS)
        ? 0
        : credit_like(&look->text, look->start, look->end, look->pictures);
}

/* The twin of `_may_be`: return 0, or -1 with an exception. */
static int note_all(const Look *look, Py_ssize_t index)
{
    enum { ROLES = 6 };
    static const Name roles[ROLES] = {
        NAME_DATELINE, NAME_BYLINE, NAME_CREDIT, NAME_LIST_ITEM, NAME_EDITORS_NOTE, NAME_CORRECTION,
    };
    Py_UCS4 head = at(&look->text, look->start), last = at(&look->text, look->end - 1);
    Py_ssize_t size = look->end - look->start;
    int credited = size <= CAPTION ? is_credited(look) : 0;
    int is_note = size <= LONGEST && is_of(head, "CcTtAaEeIiNn*[(") && is_noted(look);
    const int may_be[] = {
        size <= CAPTION && (last == '-' || last == 0x2013 || last == 0x2014),
        size <= CAPTION && look->order < TOP && says_any(look, BYLINES),
        credited,
        size <= LONGEST && look->lines && may_mark(head),
        is_note,
        is_note,
    };
    int failed = credited < 0;
    for (int i = 0; !failed && i < ROLES; i++) {
        failed = may_be[i] && note(look, index, roles[i]) < 0;
    }
    return failed ? -1 : 0;
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
    Py_ssize_t size = look->end - look->start;
    int is_sentence = is_end(at(text, look->end - 1)) && (size < 2 || at(text, look->end - 2) != ')');
    return size <= CAPTION && !is_sentence && credit_hinted(text, look->start, look->end)
        && credit_signed(text, look->start, look->end);
}

/* Look at one paragraph; return 0, or -1 with an exception. */
static int look_at(const Look *look, Py_ssize_t index, int edge)
{
    Py_UCS4 head = at(&look->text, look->start);
    if (is_signed(look) && append_number(look->captions, index) < 0) {
        return -1;
    }
    if (!edge && is_end(at(&look->text, look->end - 1)) && Py_UNICODE_ISALPHA(head) && !is_of(head, "CcEePGF")) {
        return 0;
    }
    return note_all(look, index) < 0 || (is_crosshead(look) && append_number(look->crossheads, index) < 0) ? -1 : 0;
}

static int is_text(PyObject *object, PyObject *text)
{
    return object == text
        || (PyUnicode_Check(object) && PyUnicode_GET_LENGTH(object) == PyUnicode_GET_LENGTH(text)
            && PyUnicode_Compare(object, text) == 0);
}

static int look_through(PyObject *blocks, Look *look)
{
    PyObject *const *names = look->names;
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
        if (is_text(role, names[NAME_PARAGRAPH])) {
            if (look_at(look, i, look->order < TOP || i >= size - TOP) < 0) {
                return -1;
            }
            look->order++;
        } else if (is_text(role, names[NAME_HEADLINE]) && is_text(PyTuple_GET_ITEM(block, 2), names[NAME_HEADING])
                   && append_number(look->headlines, i) < 0) {
            return -1;
        }
    }
    return 0;
}

/* first_look(blocks, prose, lines, pictures) */
static PyObject *first_look(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Look look = {.names = names_of(module)};
    if (look.names == NULL) {
        return NULL;
    }
    if (count != 4 || !PyTuple_Check(args[0]) || !PyAnySet_Check(args[3])) {
        PyErr_SetString(PyExc_TypeError, "first_look(blocks, prose, lines, pictures)");
        return NULL;
    }
    look.pictures = args[3];
    look.lines = PyObject_IsTrue(args[2]);
    if (look.lines < 0 || text_of(args[1], &look.text) < 0) {
        return NULL;
    }
    PyObject *found[] = {PyList_New(0), PyList_New(0), PyList_New(0), PyList_New(0)};
    PyObject *all = tuple_of(found, 4);
    if (all != NULL) {
        look.headlines = found[0];
        look.asked = found[1];
        look.crossheads = found[2];
        look.captions = found[3];
        if (look_through(args[0], &look) < 0) {
            Py_CLEAR(all);
        }
    }
    return all;
}

PyMethodDef roles_functions[] = {
    {"first_look", (PyCFunction)(void (*)(void))first_look, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
