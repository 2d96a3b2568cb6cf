/* The parser of stylelint/anatomy/quotes.py, step by step the same. */
#include "quotes.h"

enum { UNOPENED, UNCLOSED, MISMATCHED, TURNED };

static const char *const KINDS[] = {"unopened", "unclosed", "mismatched", "turned"};

/* The innermost mark that stands open, 0 where none does. */
static Py_UCS4 top(const Parser *parser)
{
    return parser->open.size > 0 ? at(parser->text, parser->open.at[parser->open.size - 1]) : 0;
}

static int double_is_open(const Parser *parser)
{
    for (Py_ssize_t i = parser->open.size - 1; i >= 0 && i >= parser->open.size - 3; i--) {
        if (is_double(at(parser->text, parser->open.at[i]))) {
            return 1;
        }
    }
    return 0;
}

/* Open a mark; return 0.  There is room for all marks of the block. */
static int push(Parser *parser, Py_ssize_t place)
{
    parser->open.at[parser->open.size++] = place;
    return 0;
}

static int fault(Parser *parser, Py_ssize_t place, int kind)
{
    PyObject *mark = slice_of(parser->text, place, place + 1);
    return mark == NULL ? -1
        : append_taken(parser->faults, Py_BuildValue("nnsN", place, place + 1, KINDS[kind], mark));
}

/* Give up the innermost open mark: nothing closes it. */
static int drop(Parser *parser)
{
    return fault(parser, parser->open.at[--parser->open.size], UNCLOSED);
}

/* Close the innermost open double or single and all that stands open in it; return it, 0 for none, or -1. */
static int close_one(Parser *parser, Py_ssize_t place, int doubles)
{
    while (parser->open.size > 0) {
        Py_UCS4 mark = top(parser);
        if (doubles ? is_double(mark) : is_single(mark)) {
            Py_ssize_t depth = --parser->open.size;
            return add_pair(parser, parser->open.at[depth], place + 1, depth) < 0 ? -1 : (int)mark;
        }
        if (mark != 0x2018) {
            parser->open.size--;
        } else if (drop(parser) < 0) {
            return -1;
        }
    }
    return 0;
}

static int is_measure(const Parser *parser, Py_ssize_t place)
{
    return is_measured(parser, place)
        && (has_feet(parser, place) || !double_is_open(parser) || parser->straight % 2 == 1);
}

static int straight(Parser *parser, Py_ssize_t place)
{
    if (is_measure(parser, place)) {
        return 0;
    }
    int closing = closes(parser, place);
    if (opens(parser, place) && !closing) {
        return top(parser) == '"' && drop(parser) < 0 ? -1 : push(parser, place);
    }
    if (double_is_open(parser)) {
        int closed = close_one(parser, place, 1);
        return closed <= 0 || closed == '"' ? -(closed < 0) : fault(parser, place, MISMATCHED);
    }
    return closing ? fault(parser, place, UNOPENED) : push(parser, place);
}

/* Whether a mark opens a new sentence, so that the quotation before must have ended. */
static int restarts(const Parser *parser, Py_ssize_t place)
{
    if (top(parser) != 0x201C || place - 2 <= parser->open.at[parser->open.size - 1]) {
        return 0;
    }
    Py_UCS4 stop = at(parser->text, place - 2);
    return (stop == '.' || stop == '!' || stop == '?') && Py_UNICODE_ISSPACE(at(parser->text, place - 1));
}

static int closing_curl(Parser *parser, Py_ssize_t place, Py_UCS4 mark)
{
    if (double_is_open(parser)) {
        int closed = close_one(parser, place, 1);
        return closed == '"' ? fault(parser, place, MISMATCHED) : -(closed < 0);
    }
    if (opens(parser, place) && !closes(parser, place)) {
        return mark == 0x201D && fault(parser, place, TURNED) < 0 ? -1 : push(parser, place);
    }
    return mark == 0xBB ? 0 : fault(parser, place, UNOPENED);
}

static int curly(Parser *parser, Py_ssize_t place, Py_UCS4 mark)
{
    if (mark == 0x201D || mark == 0xBB) {
        return mark == 0x201D && has_feet(parser, place) ? 0 : closing_curl(parser, place, mark);
    }
    if (closes(parser, place) && !opens(parser, place) && double_is_open(parser)) {
        int closed = close_one(parser, place, 1);
        return closed <= 0 || closed == 0x201E || closed == 0xBB ? -(closed < 0) : fault(parser, place, TURNED);
    }
    return restarts(parser, place) && drop(parser) < 0 ? -1 : push(parser, place);
}

/* Work out what `_Parser._ahead` says, once for a block; return 0, or -1 with an exception. */
static int look_ahead(Parser *parser)
{
    char have[2] = {0, 0};
    int doubles = 0;
    if (parser->ahead != NULL) {
        return 0;
    }
    parser->ahead = PyMem_Malloc((size_t)parser->marks->size);
    if (parser->ahead == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = parser->marks->size - 1; i >= 0; i--) {
        Py_ssize_t place = parser->marks->at[i];
        Py_UCS4 mark = at(parser->text, place);
        parser->ahead[i] = have[doubles];
        if (is_double(mark)) {
            doubles ^= 1;
        } else if (is_apostrophe(mark) && closes(parser, place)) {
            have[doubles] = 1;
        } else if (opens(parser, place)) {
            have[0] = have[1] = 0;
        }
    }
    return 0;
}

/* Whether a single closes what comes before it, 1 or 0, or -1 with an exception. */
static int closes_single(Parser *parser, Py_ssize_t place, Py_ssize_t index)
{
    if (!is_single(top(parser)) || !closes(parser, place) || is_feet(parser, place)) {
        return 0;
    }
    if (!is_possessive(parser, place)) {
        return 1;
    }
    return look_ahead(parser) < 0 ? -1 : !parser->ahead[index];
}

/* Whether a single opens a quotation, 1 or 0, or -1 with an exception. */
static int opens_single(Parser *parser, Py_ssize_t place, Py_UCS4 mark, Py_ssize_t index)
{
    if (mark == 0x2019 || !opens(parser, place)) {
        return 0;
    }
    int elided = is_elision(parser, place);
    if (elided != 0 || mark != '\'') {
        return elided < 0 ? -1 : !elided;
    }
    if (is_single(after_of(parser, place))) {
        return 0;
    }
    return look_ahead(parser) < 0 ? -1 : parser->ahead[index];
}

static int single(Parser *parser, Py_ssize_t place, Py_UCS4 mark, Py_ssize_t index)
{
    Py_UCS4 outer = top(parser);
    if ((mark == 0x201A || mark == 0x201B) && !opens(parser, place)) {
        return 0;
    }
    if (after_of(parser, place) == mark && is_apostrophe(mark) && (outer == 0x201C || outer == '"')
        && closes(parser, place)) {
        return close_one(parser, place + 1, 1) < 0 ? -1 : 0; /* two singles typed for one double */
    }
    int opening = opens_single(parser, place, mark, index);
    if (opening != 0) {
        return opening < 0 ? -1 : push(parser, place);
    }
    int closing = closes_single(parser, place, index);
    if (closing <= 0) {
        return closing;
    }
    int closed = close_one(parser, place, 0);
    return closed < 0 ? -1 : (closed == '\'') != (mark == '\'') ? fault(parser, place, MISMATCHED) : 0;
}

static int run(Parser *parser)
{
    for (Py_ssize_t i = 0; i < parser->marks->size; i++) {
        Py_ssize_t place = parser->marks->at[i];
        Py_UCS4 mark = at(parser->text, place);
        parser->straight -= mark == '"';
        int failed = mark == '"' ? straight(parser, place)
            : is_double(mark) ? curly(parser, place, mark) : single(parser, place, mark, i);
        if (failed < 0) {
            return -1;
        }
    }
    return 0;
}

static int no_closer_after(Py_UCS4 before)
{
    return Py_UNICODE_ISSPACE(before) || Py_UNICODE_ISDIGIT(before) || before == '(' || before == '['
        || before == '{' || before == 0x201C || before == 0x2018 || before == 0xAB || (before >= 0xBC && before <= 0xBE);
}

/* Whether a straight double opens at one place and the next one closes at another. */
static int is_pair(const Parser *parser, Py_ssize_t opened, Py_ssize_t closed)
{
    const Text *text = parser->text;
    return (opened == parser->start || Py_UNICODE_ISSPACE(at(text, opened - 1)))
        && !no_closer_after(at(text, closed - 1)) && !Py_UNICODE_ISALNUM(after_of(parser, closed));
}

static int by_turns(const Parser *parser)
{
    const Places *marks = parser->marks;
    int straights = marks->size > 0 && at(parser->text, marks->at[0]) == '"';
    for (Py_ssize_t i = 0; i + 1 < marks->size; i += 2) {
        Py_UCS4 opening = at(parser->text, marks->at[i]), closing = at(parser->text, marks->at[i + 1]);
        if (opening != (straights ? '"' : 0x201Cu) || closing != (straights ? '"' : 0x201Du)
            || (straights && !is_pair(parser, marks->at[i], marks->at[i + 1]))) {
            return 0;
        }
    }
    return marks->size % 2 == 0;
}

/* Whether all marks are the apostrophes of plurals: nothing is open that they could close. */
static int only_apostrophes(const Parser *parser)
{
    for (Py_ssize_t i = 0; i < parser->marks->size; i++) {
        Py_ssize_t place = parser->marks->at[i];
        if (!is_apostrophe(at(parser->text, place)) || place == parser->start
            || opens_after(at(parser->text, place - 1))) {
            return 0;
        }
    }
    return 1;
}

static int add_by_turns(Parser *parser)
{
    for (Py_ssize_t i = 0; i < parser->marks->size; i += 2) {
        if (add_pair(parser, parser->marks->at[i], parser->marks->at[i + 1] + 1, 0) < 0) {
            return -1;
        }
    }
    return 0;
}

int parse_marks(Parser *parser)
{
    parser->open.size = 0;
    parser->ahead = NULL;
    parser->straight = 0;
    parser->first = parser->text->size;
    if (only_apostrophes(parser)) {
        return 0;
    }
    if (by_turns(parser)) {
        return add_by_turns(parser);
    }
    for (Py_ssize_t i = 0; i < parser->marks->size; i++) {
        parser->straight += at(parser->text, parser->marks->at[i]) == '"';
    }
    int failed = make_room(&parser->open, parser->marks->size) < 0 ? -1 : run(parser);
    PyMem_Free(parser->ahead);
    return failed;
}
