/* What stands beside a quotation mark, and what that makes of it, as in stylelint/anatomy/quotes.py. */
#include "letters.h"
#include "quotes.h"

static const Py_UCS4 FRACTIONS[] = {0xBC, 0xBD, 0xBE, 0};
static const Py_UCS4 ELLIPSIS[] = {0x2026, 0};

static int among(Py_UCS4 letter, const char *plain, const Py_UCS4 *other)
{
    for (; letter < 0x80 && *plain != '\0'; plain++) {
        if (letter == (unsigned char)*plain) {
            return 1;
        }
    }
    for (; letter >= 0x80 && *other != 0; other++) {
        if (letter == *other) {
            return 1;
        }
    }
    return 0;
}

int is_double(Py_UCS4 mark)
{
    return mark == '"' || mark == 0xAB || mark == 0xBB || (mark >= 0x201C && mark <= 0x201F);
}

int is_single(Py_UCS4 mark)
{
    return mark == '\'' || (mark >= 0x2018 && mark <= 0x201B);
}

int is_apostrophe(Py_UCS4 mark)
{
    return mark == '\'' || mark == 0x2019;
}

int opens_after(Py_UCS4 letter)
{
    static const Py_UCS4 other[] = {
        0xA0, 0x2009, 0x200A, 0x202F, 0x2013, 0x2014, 0x2026, 0x201C, 0x2018, 0xAB, 0xBF, 0xA1, 0,
    };
    return among(letter, " \t\n\r([{-/\"'*_|>=+", other);
}

Py_UCS4 before_of(const Parser *parser, Py_ssize_t place)
{
    return place > parser->start ? at(parser->text, place - 1) : ' ';
}

Py_UCS4 after_of(const Parser *parser, Py_ssize_t place)
{
    return place + 1 < parser->end ? at(parser->text, place + 1) : ' ';
}

int opens(const Parser *parser, Py_ssize_t place)
{
    Py_UCS4 after = after_of(parser, place);
    return opens_after(before_of(parser, place)) && !Py_UNICODE_ISSPACE(after)
        && !among(after, ".,;:!?)]}", ELLIPSIS);
}

int closes(const Parser *parser, Py_ssize_t place)
{
    static const Py_UCS4 openers[] = {0x201C, 0x2018, 0xAB, 0};
    Py_UCS4 before = before_of(parser, place);
    return !Py_UNICODE_ISSPACE(before) && !among(before, "([{", openers)
        && !Py_UNICODE_ISALNUM(after_of(parser, place));
}

/* Step back over digits, no further than to `first`. */
static Py_ssize_t before_digits(const Text *text, Py_ssize_t first, Py_ssize_t place)
{
    while (place > first && Py_UNICODE_ISDECIMAL(at(text, place - 1))) {
        place--;
    }
    return place;
}

/* Whether one or two digits end at a place, with the sign for feet and its digit before them. */
static int feet_before(const Text *text, Py_ssize_t first, Py_ssize_t place)
{
    static const Py_UCS4 signs[] = {0x2032, 0x2019, 0};
    Py_ssize_t sign = before_digits(text, first, place);
    if (sign == place || place - sign > 2) {
        return 0;
    }
    sign -= sign > first && at(text, sign - 1) == ' ';
    return sign - first >= 2 && among(at(text, sign - 1), "'", signs) && Py_UNICODE_ISDECIMAL(at(text, sign - 2));
}

int has_feet(const Parser *parser, Py_ssize_t place)
{
    const Text *text = parser->text;
    Py_ssize_t first = place - 8 > parser->start ? place - 8 : parser->start;
    if (place > first && among(at(text, place - 1), "", FRACTIONS)) {
        return feet_before(text, first, place - 1);
    }
    Py_ssize_t point = before_digits(text, first, place);
    return feet_before(text, first, place)
        || (point < place && point > first && at(text, point - 1) == '.' && feet_before(text, first, point - 1));
}

int is_measured(const Parser *parser, Py_ssize_t place)
{
    Py_UCS4 before = before_of(parser, place);
    return (Py_UNICODE_ISDIGIT(before) || among(before, "", FRACTIONS))
        && !Py_UNICODE_ISALPHA(after_of(parser, place));
}

int is_feet(const Parser *parser, Py_ssize_t place)
{
    Py_UCS4 near[2] = {' ', ' '}; /* the end of the text is as good as a blank */
    for (Py_ssize_t i = 0; i < 2 && place + 1 + i < parser->text->size; i++) {
        near[i] = at(parser->text, place + 1 + i);
    }
    if (!Py_UNICODE_ISDIGIT(before_of(parser, place))) {
        return 0;
    }
    int first = Py_UNICODE_ISDIGIT(near[0]), second = Py_UNICODE_ISDIGIT(near[1]);
    return Py_UNICODE_ISDIGIT(after_of(parser, place)) || (first && second)
        || (first && Py_UNICODE_ISSPACE(near[1])) || (second && Py_UNICODE_ISSPACE(near[0]));
}

int is_possessive(const Parser *parser, Py_ssize_t place)
{
    const Text *text = parser->text;
    if (place <= parser->start || place + 1 >= text->size || !Py_UNICODE_ISSPACE(at(text, place + 1))) {
        return 0;
    }
    Py_UCS4 last = at(text, place - 1);
    return among(last, "sxzoSXZO", ELLIPSIS + 1)
        || ((last == 'n' || last == 'N') && place - 1 > parser->start && among(at(text, place - 2), "iI", ELLIPSIS + 1));
}

/* Whether a word is the year of a decade: two digits, and perhaps an s (0x17F is a long one). */
static int is_decade(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    if (end - start < 2 || end - start > 3
        || !Py_UNICODE_ISDECIMAL(at(text, start)) || !Py_UNICODE_ISDECIMAL(at(text, start + 1))) {
        return 0;
    }
    Py_UCS4 last = end - start == 3 ? at(text, start + 2) : 's';
    return last == 's' || last == 'S' || last == 0x17F;
}

int is_elision(const Parser *parser, Py_ssize_t place)
{
    const Text *text = parser->text;
    Py_ssize_t start = place + 1, end = start;
    while (end < parser->end && (Py_UNICODE_ISALNUM(at(text, end)) || at(text, end) == '_')) {
        end++;
    }
    if (end == start || is_decade(text, start, end)) {
        return end > start;
    }
    PyObject *word = slice_of(text, start, end), *name = PyUnicode_InternFromString("casefold");
    PyObject *plain = word == NULL || name == NULL ? NULL : PyObject_CallMethodNoArgs(word, name);
    int found = plain == NULL ? -1 : PySet_Contains(parser->elisions, plain);
    Py_XDECREF(word);
    Py_XDECREF(name);
    Py_XDECREF(plain);
    return found;
}

int make_room(Places *places, Py_ssize_t wanted)
{
    if (wanted > places->room) {
        Py_ssize_t *moved = grown(places->at, &places->room, wanted, sizeof *places->at);
        if (moved == NULL) {
            return -1;
        }
        places->at = moved;
    }
    return 0;
}

/* A double straight mark or a single one, a double angle or single curls; and a few others now and then. */
#define MAY_BE_MARK(type, letter) \
    (((letter) == '"') | ((letter) == '\'') | (((letter) & (type)~0x10) == 0xAB) | (((letter) & 0xFFF8) == 0x2018))

DEFINE_NEXT(next_mark, MAY_BE_MARK)

static int is_inner(const Text *text, Py_ssize_t place)
{
    return place > 0 && place + 1 < text->size && Py_UNICODE_ISALNUM(at(text, place + 1))
        && Py_UNICODE_ISALNUM(at(text, place - 1));
}

int marks_in(const Text *text, Py_ssize_t start, Py_ssize_t end, Places *marks)
{
    marks->size = 0;
    for (Py_ssize_t place = next_mark(text, start, end); place < end; place = next_mark(text, place + 1, end)) {
        Py_UCS4 mark = at(text, place);
        if (!(is_double(mark) || is_single(mark)) || (is_apostrophe(mark) && is_inner(text, place))) {
            continue;
        }
        if (make_room(marks, marks->size + 1) < 0) {
            return -1;
        }
        marks->at[marks->size++] = place;
    }
    return 0;
}
