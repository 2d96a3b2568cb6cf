/* Whether a factor stands at a place: part of the twin of the class in stylelint/lookout.py. */
#include "lookout_look.h"

/* Tell whether a letter is of a class. */
static int in_class(Py_UCS4 sign, Py_UCS4 letter)
{
    if (letter >= 128) {
        return sign != DIGIT;
    }
    int lower = letter >= 'a' && letter <= 'z', upper = letter >= 'A' && letter <= 'Z';
    int digit = letter >= '0' && letter <= '9';
    switch (sign) {
    case DIGIT:
        return digit;
    case UPPER:
        return upper;
    case LOWER:
        return lower;
    case LETTER:
        return lower || upper;
    case WORD:
        return lower || upper || digit || letter == '_';
    case MARK:
        return letter > ' ' && letter < 127 && !lower && !upper && !digit;
    default:
        return letter != '\n';
    }
}

static int is_ascii_word(Py_UCS4 letter)
{
    return letter < 128 && in_class(WORD, letter);
}

/* As `openings.END` has them. */
static int is_last_mark(Py_UCS4 letter)
{
    switch (letter) {
    case ' ': case '.': case '!': case '*': case '>': case '|': case ']': case ')': case '_': case '-':
    case 0x2026: case 0xAB: case 0xBB: case 0x203A: case 0x2192: case 0x25BA: case 0x25B6: case 0x2193:
        return 1;
    default:
        return 0;
    }
}

/* Tell whether only marks come between a place and the end of a line; no run of marks is read twice. */
static int finishes(Stretch *stretch, Py_ssize_t place)
{
    if (place < stretch->marks_from || place > stretch->marks_to) {
        stretch->marks_from = stretch->marks_to = place;
        while (stretch->marks_to < stretch->end && is_last_mark(at(stretch->text, stretch->marks_to))) {
            stretch->marks_to++;
        }
    }
    return stretch->marks_to == stretch->end || at(stretch->text, stretch->marks_to) == '\n';
}

/* Tell whether what stands between two letters does so at a place of a stretch. */
static int stands_between(Stretch *stretch, Py_UCS4 sign, Py_ssize_t place)
{
    const Text *text = stretch->text;
    Py_ssize_t low = stretch->start, high = stretch->end;
    switch (sign) {
    case EDGE:
        return (place > low && is_ascii_word(at(text, place - 1))) != (place < high && is_ascii_word(at(text, place)));
    case LINE_START:
        return place == low || at(text, place - 1) == '\n';
    case LINE_END:
        return place == high || at(text, place) == '\n';
    case FINISH:
        return finishes(stretch, place);
    default:
        return sign == BEGIN; /* which is looked at elsewhere, if it can be */
    }
}

static int fits(Py_UCS4 wanted, Py_UCS4 letter, int any_case)
{
    if (wanted >= DIGIT && wanted <= MARK) {
        return in_class(wanted, any_case && letter < 128 ? one_case(letter) : letter);
    }
    return wanted == (any_case ? one_case(letter) : letter);
}

/* Read one letter or sign of a factor, backwards where `step` is -1; return the place after it, -1 for none. */
static Py_ssize_t read_one(Stretch *stretch, int any_case, Py_UCS4 wanted, Py_ssize_t place, int step)
{
    const Text *text = stretch->text;
    Py_ssize_t low = stretch->start, high = stretch->end;
    if (is_sign(wanted) && (wanted < BLANKS || wanted > MARK)) {
        return stands_between(stretch, wanted, place) ? place : -1;
    }
    Py_ssize_t next = step < 0 ? place - 1 : place;
    if (next < low || next >= high || !fits(wanted == BLANKS ? ' ' : wanted, at(text, next), any_case)) {
        return -1;
    }
    for (place += step; wanted == BLANKS; place += step) {
        next = step < 0 ? place - 1 : place;
        if (next < low || next >= high || at(text, next) != ' ') {
            break;
        }
    }
    return place;
}

int stands(Stretch *stretch, const Lookout *lookout, const Factor *factor, Py_ssize_t end)
{
    const Text letters = {factor->kind, lookout->letters + factor->letters, factor->size};
    if (factor->after > 0 && at(&letters, factor->after - 1) == BLANKS) {
        while (end < stretch->end && at(stretch->text, end) == ' ') {
            end++; /* grams end with the first of a run */
        }
    }
    /* What comes after it first: it tells more often that there is none. */
    Py_ssize_t place = end + factor->more_known;
    for (Py_ssize_t i = factor->after + factor->more_known; i < factor->size && place >= 0; i++) {
        place = read_one(stretch, factor->any_case, at(&letters, i), place, 1);
    }
    if (place < 0 || place > stretch->end) {
        return 0;
    }
    place = end - factor->known;
    for (Py_ssize_t i = factor->after - factor->known; i > 0 && place >= 0; i--) {
        place = read_one(stretch, factor->any_case, at(&letters, i - 1), place, -1);
    }
    return place >= stretch->start && (!factor->begins || place <= stretch->begun);
}
