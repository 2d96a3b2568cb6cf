/* Twins of functions in stylelint/anatomy/credits.py; `credit_like`, which is `may_be_credit`, serves roles.c, and
   `credit_hinted` alike.c and captions.c. */
#include "reading.h"

#define LONGEST 130

static int says_plainly(const Text *text, Py_ssize_t i, Py_ssize_t end, const char *word)
{
    for (; *word != '\0'; word++, i++) {
        if (i >= end || plain_letter(at(text, i)) != (Py_UCS4)*word) {
            return 0;
        }
    }
    return 1;
}

/* Whether a word stands at an offset, before an end, with capitals of ASCII or without. */
static int says_small(const Text *text, Py_ssize_t i, Py_ssize_t end, const char *word)
{
    for (; *word != '\0'; word++, i++) {
        if (i >= end || at(text, i) > 127 || Py_TOLOWER(at(text, i)) != *word) {
            return 0;
        }
    }
    return 1;
}

/* Tell whether a word that credits have stands at an offset. */
static int is_named(const Text *text, Py_ssize_t i, Py_ssize_t end)
{
#define SAYS(word) says_plainly(text, i, end, word)
    switch (plain_letter(at(text, i))) {
    case 'a':
        return SAYS("animation");
    case 'c':
        return SAYS("cartoon") || SAYS("chart") || SAYS("collection") || SAYS("credit");
    case 'd':
        return SAYS("drawing");
    case 'g':
        return SAYS("graphic");
    case 'i':
        return SAYS("illustration") || SAYS("image");
    case 'm':
        return SAYS("map");
    case 'p':
        return SAYS("photo") || SAYS("picture");
    case 'v':
        return SAYS("via ") || SAYS("video");
    default:
        return 0;
    }
#undef SAYS
}

int credit_filed(const Text *text, Py_ssize_t i, Py_ssize_t end)
{
    static const char *const words[] = {", file", ", File", ", FILE", ", pool", ", Pool"};
    for (int k = 0; k < 5; k++) {
        if (says(text, i, end, words[k]) && (i + 6 == end || !is_word(at(text, i + 6)))) {
            return 1;
        }
    }
    return 0;
}

int credit_signed(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    for (Py_ssize_t i = start; i < end; i++) {
        switch (at(text, i)) {
        case '/': case '|': case 0xA9: case ')': case ']':
            return 1;
        case ' ':
            if (says(text, i, end, " on ") && i + 4 < end && at(text, i + 4) >= 'A' && at(text, i + 4) <= 'Z') {
                return 1;
            }
            break;
        case ',':
            if (credit_filed(text, i, end)) {
                return 1;
            }
            break;
        default:
            if (is_named(text, i, end)) {
                return 1;
            }
        }
    }
    return 0;
}

/* Narrow bounds to what is no blank, nor a stop where that is wanted. */
static void bare(const Text *text, Py_ssize_t *start, Py_ssize_t *end)
{
    while (*start < *end && Py_UNICODE_ISSPACE(at(text, *start))) {
        ++*start;
    }
    while (*end > *start && Py_UNICODE_ISSPACE(at(text, *end - 1))) {
        --*end;
    }
}

/* Tell whether a line is the same thing twice. */
static int is_doubled(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t middle = start + (end - start) / 2, first = middle, second = middle;
    bare(text, &start, &first);
    bare(text, &second, &end);
    if (first - start != end - second) {
        return 0;
    }
    for (; start < first; start++, second++) {
        if (at(text, start) != at(text, second)) {
            return 0;
        }
    }
    return 1;
}

/* Tell whether a line, stops and blanks around it left aside, is in lower case one of a set of such; -1 with an
   exception.  What is not ASCII is in none of them, and no other letter but the sign of Kelvin becomes one that is. */
static int is_one_of(const Text *text, Py_ssize_t start, Py_ssize_t end, PyObject *known)
{
    char low[LONGEST];
    Py_ssize_t size = 0;
    while (start < end && (at(text, start) == ' ' || at(text, start) == '.')) {
        start++;
    }
    while (end > start && (at(text, end - 1) == ' ' || at(text, end - 1) == '.')) {
        end--;
    }
    for (; start < end; start++) {
        Py_UCS4 c = at(text, start);
        if (c > 127 && c != 0x212A) {
            return 0;
        }
        low[size++] = (char)plain_letter(c);
    }
    PyObject *line = PyUnicode_FromStringAndSize(low, size);
    int found = line == NULL ? -1 : PySet_Contains(known, line);
    Py_XDECREF(line);
    return found;
}

int credit_like(const Text *text, Py_ssize_t start, Py_ssize_t end, PyObject *pictures)
{
    bare(text, &start, &end);
    if (end - start < 2 || end - start > LONGEST) {
        return 0;
    }
    Py_UCS4 first = at(text, start), last = at(text, end - 1);
    if ((first == '(' || first == '[') && (last == ')' || last == ']')) {
        return 1;
    }
    if (credit_signed(text, start, end) || is_doubled(text, start, end)) {
        return 1;
    }
    return is_one_of(text, start, end, pictures);
}

/* Tell whether a word stands at the end of a stretch, and no letter before it.  What İ becomes in lower case does
   not end in a letter. */
static int ends_with(const Text *text, Py_ssize_t start, Py_ssize_t end, const char *word, Py_ssize_t size)
{
    if (end - start < size || !says_small(text, end - size, end, word)) {
        return 0;
    }
    Py_UCS4 before = end - start > size ? at(text, end - size - 1) : 0;
    return before == 0x130 || !is_word(before);
}

/* What begins what credits have, by two characters: a bit for each first, and in each second all that it follows. */
enum { SIGN = 1, C = 2, G = 4, I = 8, P = 16, V = 32 };
static const unsigned char FIRST[128] = {
    ['/'] = SIGN, ['|'] = SIGN, [')'] = SIGN, ['C'] = C, ['c'] = C, ['G'] = G, ['g'] = G,
    ['I'] = I, ['i'] = I, ['P'] = P, ['p'] = P, ['V'] = V, ['v'] = V,
};
static const unsigned char SECOND[128] = {
    ['A'] = C, ['a'] = C, ['R'] = C | G, ['r'] = C | G, ['M'] = I, ['m'] = I, ['L'] = I, ['l'] = I,
    ['H'] = P, ['h'] = P, ['I'] = P | V, ['i'] = P | V,
};

/* Tell whether what credits have stands at an offset: a sign, or a word wherever it is. */
static int is_hint(const Text *text, Py_ssize_t i, Py_ssize_t end)
{
    Py_UCS4 c = at(text, i), next = i + 1 < end ? at(text, i + 1) : 0;
    if (c > 127) {
        return c == 0xA9;
    }
    if (FIRST[c] == SIGN) {
        return 1;
    }
    if (next > 127 || !(FIRST[c] & SECOND[next])) {
        return 0;
    }
    static const char *const words[] = {
        "cartoon", "credit", "graphic", "image", "illustration", "photo", "picture", "via ",
    };
    for (int k = 0; k < 8; k++) {
        if (says_small(text, i, end, words[k])) {
            return 1;
        }
    }
    return 0;
}

int credit_hinted(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    bare(text, &start, &end);
    start = end - start > LONGEST ? end - LONGEST : start;
    for (Py_ssize_t i = start; i < end; i++) {
        if (is_hint(text, i, end)) {
            return 1;
        }
    }
    return ends_with(text, start, end, "ap", 2) || ends_with(text, start, end, "afp", 3)
        || ends_with(text, start, end, "epa", 3);
}

/* may_end_in_credit(text) */
static PyObject *may_end_in_credit(PyObject *module, PyObject *object)
{
    Text text;
    (void)module;
    return text_of(object, &text) < 0 ? NULL : PyBool_FromLong(credit_hinted(&text, 0, text.size));
}

/* has_sign(text) */
static PyObject *has_sign(PyObject *module, PyObject *object)
{
    Text text;
    (void)module;
    return text_of(object, &text) < 0 ? NULL : PyBool_FromLong(credit_signed(&text, 0, text.size));
}

static int parts_names(Py_UCS4 c)
{
    return c == '/' || c == '|' || c == ',' || Py_UNICODE_ISSPACE(c);
}

/* names_one(low, known) */
static PyObject *names_one(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Text text;
    (void)module;
    if (count != 2 || !PyAnySet_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "names_one(low, known)");
        return NULL;
    }
    if (text_of(args[0], &text) < 0) {
        return NULL;
    }
    int found = 0;
    for (Py_ssize_t i = 0; !found && i <= text.size; i++) {
        Py_ssize_t start = i;
        while (i < text.size && !parts_names(at(&text, i))) {
            i++;
        }
        Py_ssize_t end = i;
        while (start < end && at(&text, start) == '.') {
            start++;
        }
        while (start < end && at(&text, end - 1) == '.') {
            end--;
        }
        PyObject *word = slice_of(&text, start, end);
        found = word == NULL ? -1 : PySet_Contains(args[1], word);
        Py_XDECREF(word);
    }
    return found < 0 ? NULL : PyBool_FromLong(found);
}

PyMethodDef credits_functions[] = {
    {"names_one", (PyCFunction)(void (*)(void))names_one, METH_FASTCALL, NULL},
    {"has_sign", has_sign, METH_O, NULL},
    {"may_end_in_credit", may_end_in_credit, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
