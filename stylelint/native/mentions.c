/* Twins of functions in stylelint/checks/_mentions.py. */
#include "names.h"

#include <string.h>

enum { LONGEST_PARTICLE = 3, FEW = 12 };

int is_initial(Py_UCS4 c)
{
    static const Py_UCS2 others[] = {
        0x100, 0x10C, 0x10E, 0x110, 0x112, 0x11A, 0x11E, 0x122, 0x12A, 0x136, 0x139, 0x13D, 0x141, 0x143, 0x145, 0x147,
        0x14C, 0x150, 0x158, 0x15A, 0x15E, 0x160, 0x162, 0x164, 0x16A, 0x16E, 0x170, 0x179, 0x17B, 0x17D,
    };
    if (c < 0x100) {
        return c < 128 ? Py_ISUPPER(c) : c >= 0xC0 && c <= 0xDE && c != 0xD7;
    }
    for (size_t i = 0; c < 0x17E && i < sizeof others / sizeof *others; i++) {
        if (c == others[i]) {
            return 1;
        }
    }
    return 0;
}

int is_particle(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    static const char *const all[] = {
        "de", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "du", "di", "da", "del", "dos", "ter",
        "ten",
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (end_of(text, start, all[i]) == end) {
            return 1;
        }
    }
    return 0;
}

static const char *const ARTICLES[] = {"d'", "al-", "el-", "ad-"};

enum { ARTICLE_COUNT = sizeof ARTICLES / sizeof *ARTICLES };

/* Return where the capital of a name's word stands, which may have an article before it; -1 for no such word. */
static Py_ssize_t capital_of(const Text *text, Py_ssize_t at)
{
    for (int i = 0; i < ARTICLE_COUNT; i++) {
        Py_ssize_t capital = end_of(text, at, ARTICLES[i]);
        if (capital >= 0) {
            return is_initial(at_or_none(text, capital)) ? capital : -1;
        }
    }
    return is_initial(at_or_none(text, at)) ? at : -1;
}

/* Return where a word begins that has its capital at a place, with an article if there is one. */
static Py_ssize_t word_start(const Text *text, Py_ssize_t capital)
{
    Py_UCS4 before = at_or_none(text, capital - 1);
    for (int i = 0; i < ARTICLE_COUNT && (before == '\'' || before == '-'); i++) {
        Py_ssize_t start = capital - (Py_ssize_t)strlen(ARTICLES[i]);
        if (end_of(text, start, ARTICLES[i]) == capital) {
            return start;
        }
    }
    return capital;
}

/* Whether a name may end at a place: no word goes on there, and no address. */
static int may_end(const Text *text, Py_ssize_t at)
{
    Py_UCS4 c = at_or_none(text, at);
    if (is_word(c) || c == '@' || c == '/' || c == '-') {
        return 0;
    }
    return c != '.' || !is_word(at_or_none(text, at + 1)) || !is_word(at_or_none(text, at + 2));
}

static Py_ssize_t letters_end(const Text *text, Py_ssize_t at)
{
    while (is_letter(at_or_none(text, at))) {
        at++;
    }
    return at;
}

/* Return where a word ends whose capital was seen; `end` becomes the last place where a name may end. */
static Py_ssize_t word_end(const Text *text, Py_ssize_t at, Py_ssize_t *end)
{
    for (;;) {
        at = letters_end(text, at);
        *end = may_end(text, at) ? at : *end;
        Py_UCS4 c = at_or_none(text, at), next = at_or_none(text, at + 1);
        if ((c != '\'' && c != '-') || !is_letter(next) || (next == 's' && !is_word(at_or_none(text, at + 2)))) {
            return at;
        }
        at++;
    }
}

/* Skip initials at a place that a blank follows, or a word and all that belongs to it; return 0 for neither. */
static int goes_on(const Text *text, Py_ssize_t *at, Py_ssize_t *end)
{
    Py_ssize_t next = *at;
    while (at_or_none(text, next) < 128 && Py_ISUPPER(at_or_none(text, next)) && at_or_none(text, next + 1) == '.') {
        next += 2;
    }
    if (next > *at && at_or_none(text, next) == ' ') {
        *at = *end = next;
        return 1;
    }
    next = capital_of(text, *at);
    *at = next < 0 ? *at : word_end(text, next, end);
    return next >= 0;
}

/* Skip a blank and up to two particles, if a name goes on after them; return where it does. */
static Py_ssize_t next_of(const Text *text, Py_ssize_t at)
{
    at++;
    for (int i = 0; i < 2; i++) {
        Py_ssize_t end = at;
        while (end - at < LONGEST_PARTICLE && at_or_none(text, end) < 128 && Py_ISLOWER(at_or_none(text, end))) {
            end++;
        }
        if (end == at || at_or_none(text, end) != ' ' || !is_particle(text, at, end)) {
            break;
        }
        at = end + 1;
    }
    return at;
}

/* Return where the name ends whose first capital stands at a place, -1 where none does. */
static Py_ssize_t name_end(const Text *text, Py_ssize_t capital)
{
    Py_ssize_t end = -1, at = word_end(text, capital, &end);
    while (at_or_none(text, at) == ' ') {
        at = next_of(text, at);
        if (!goes_on(text, &at, &end)) {
            break;
        }
    }
    return end;
}

/* Whether a name may begin at a place: no word goes on there, and no address. */
static int may_begin(const Text *text, Py_ssize_t at)
{
    Py_UCS4 before = at_or_none(text, at - 1);
    if (is_word(before) || before == 0) {
        return before == 0;
    }
    return before >= 128 || strchr("@#/.'&-", (int)before) == NULL;
}

/* Words, and a bit for each way in which one of them begins and ends; where there are few, where each of them stands next,
   or before a place that was asked about. */
typedef struct {
    Interned words;
    uint64_t likely;
    Py_ssize_t next[FEW], asked;
} Forms;

static uint64_t bit_of(Py_UCS4 first, Py_UCS4 last)
{
    return (uint64_t)1 << ((first ^ last << 3) & 63);
}

/* Take the words of a set; return 0, or -1 with an exception. */
static int take(Forms *forms, PyObject *set)
{
    if (intern_all(&forms->words, set) < 0) {
        return -1;
    }
    for (Py_ssize_t i = 0; i < forms->words.count; i++) {
        const Sequence *word = forms->words.items + i;
        const Py_UCS4 *letters = forms->words.letters + word->start;
        forms->likely |= word->size > 0 ? bit_of(letters[0], letters[word->size - 1]) : 0;
        if (i < FEW) {
            forms->next[i] = -1;
        }
    }
    return 0;
}

/* Whether a stretch of a text, which is not empty, is one of some words; -1 with an exception. */
static int is_form(Forms *forms, const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    if (!(forms->likely & bit_of(at(text, start), at(text, end - 1)))) {
        return 0;
    }
    Py_UCS4 *letters = interned_room(&forms->words, end - start);
    for (Py_ssize_t i = start; letters != NULL && i < end; i++) {
        letters[i - start] = at(text, i);
    }
    return letters == NULL ? -1 : interned(&forms->words, letters, end - start) >= 0;
}

/* Whether one of the words of a name, with a blank between each, is one of some words; -1 with an exception. */
static int has_form(Forms *forms, const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    int has = 0;
    for (Py_ssize_t word = start, i = start; has == 0 && i <= end; i++) {
        if (i == end || at(text, i) == ' ') {
            has = is_form(forms, text, word, i);
            word = i + 1;
        }
    }
    return has;
}

/* Append the uses of names in a block, which ends where the text does; return 0, or -1 with an exception. */
static int find_names(const Text *block, Py_ssize_t start, Forms *forms, PyObject *uses)
{
    int capitals = -1;
    Py_ssize_t at = next_capital(block, start);
    while (at < block->size) {
        Py_ssize_t first = word_start(block, at);
        int may_be = first >= start && is_initial(at_or_none(block, at)) && may_begin(block, first);
        Py_ssize_t end = may_be ? name_end(block, at) : -1;
        int has = end < 0 ? 0 : has_form(forms, block, first, end);
        if (has < 0) {
            return -1;
        }
        if (has && capitals < 0 && (capitals = in_capitals(block, start, block->size))) {
            return 0;
        }
        if (has && tell_uses(uses, block, first, end, start) < 0) {
            return -1;
        }
        at = next_capital(block, end < 0 ? at + 1 : end);
    }
    return 0;
}

/* Tell whether one of some words, if they are few, stands in a block.  It is quick where blocks are asked about in order. */
static int may_stand(Forms *forms, const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    int may = forms->words.count > FEW, back = start < forms->asked;
    forms->asked = start;
    for (Py_ssize_t i = 0; forms->words.count <= FEW && i < forms->words.count; i++) {
        const Sequence *known = forms->words.items + i;
        Text word = {PyUnicode_4BYTE_KIND, forms->words.letters + known->start, known->size};
        if (word.size > 0 && (back || forms->next[i] < start)) {
            forms->next[i] = next_standing(text, &word, start);
        }
        may = may || (forms->next[i] >= start && forms->next[i] < end);
    }
    return may;
}

/* Append the uses of names in a block, if it is looked at; return 0, or -1 with an exception. */
static int look(PyObject *string, PyObject *block, Forms *forms, PyObject *skipped, PyObject *uses)
{
    Text text;
    Py_ssize_t start, end;
    PyObject *role = role_of(block);
    int skip = role == NULL ? -1 : PySet_Contains(skipped, role);
    if (skip != 0) {
        return skip < 0 ? -1 : 0;
    }
    if (text_of(string, &text) < 0 || span_of(block, text.size, &start, &end) < 0) {
        return -1;
    }
    int may = may_stand(forms, &text, start, end);
    text.size = end;
    return may ? find_names(&text, start, forms, uses) : 0;
}

/* uses_of(text, blocks, forms, skipped) */
static PyObject *uses_of(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Forms forms = {.likely = 0};
    (void)module;
    if (count != 4 || !PyTuple_Check(args[1]) || !PyAnySet_Check(args[3])) {
        PyErr_SetString(PyExc_TypeError, "uses_of(text, blocks, forms, skipped)");
        return NULL;
    }
    PyObject *uses = PyList_New(0);
    int failed = uses == NULL || take(&forms, args[2]) < 0;
    for (Py_ssize_t i = 0; !failed && i < PyTuple_GET_SIZE(args[1]); i++) {
        failed = look(args[0], PyTuple_GET_ITEM(args[1], i), &forms, args[3], uses) < 0;
    }
    if (failed) {
        Py_CLEAR(uses);
    }
    interned_free(&forms.words);
    return uses;
}

PyMethodDef mentions_functions[] = {
    {"uses_of", (PyCFunction)(void (*)(void))uses_of, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
