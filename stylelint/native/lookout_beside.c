/* What may stand beside the letters by which a factor is looked up: part of the twin of the class in stylelint/lookout.py. */
#include "lookout.h"

#include <string.h>

/* Kinds of letters by what they are, of those of ASCII as common ones apart from others as there is room. */
enum { BLANK = NO_LETTER + 1, FIGURE, SMALL };
static const char *const SMALLS[] = {"e", "t", "a", "o", "i", "n", "s", "r", "hl", "du", "cm", "fpg", "wyb", "vkjxqz"};
static const char *const CAPITALS[] = {"ai", "bcd", "efgh", "jklm", "nopq", "rst", "uvwxyz"};
static const char *const MARKS[] = {".", ",", "\"'"};

#define COUNT(list) ((int)(sizeof list / sizeof *list))
#define CAPITAL_KIND (SMALL + COUNT(SMALLS))
#define BEYOND (CAPITAL_KIND + COUNT(CAPITALS))
#define FIRST_MARK (BEYOND + 1)
#define OTHER_MARK (FIRST_MARK + COUNT(MARKS))

#define ALL_KINDS 0xFFFFFFFFu
#define ONE(kind) ((uint32_t)1 << (kind))
#define UP_TO(kind) (ONE(kind) - 1)
#define SMALL_KINDS (UP_TO(CAPITAL_KIND) & ~UP_TO(SMALL))
#define CAPITAL_KINDS (UP_TO(BEYOND) & ~UP_TO(CAPITAL_KIND))
#define WORD_KINDS (ONE(FIGURE) | SMALL_KINDS | CAPITAL_KINDS)
#define MARK_KINDS (UP_TO(OTHER_MARK + 1) & ~UP_TO(FIRST_MARK))

/* Write that letters are of kinds, a row each, from one kind on. */
static void write_kinds(unsigned char *kinds, const char *const *rows, int count, int kind, int capital)
{
    for (int i = 0; i < count; i++, kind++) {
        for (const char *letter = rows[i]; *letter != '\0'; letter++) {
            kinds[(unsigned char)*letter | capital] = (unsigned char)kind;
        }
    }
}

void mark_kinds(unsigned char *kinds)
{
    memset(kinds, OTHER_MARK, CAPITAL);
    memset(kinds + CAPITAL, BEYOND, CAPITAL);
    kinds[0] = kinds['\n'] = NO_LETTER;
    kinds[' '] = BLANK;
    memset(&kinds['0'], FIGURE, 10);
    kinds['_'] = FIGURE; /* which is what belongs to a word and is no letter */
    write_kinds(kinds, SMALLS, COUNT(SMALLS), SMALL, 0);
    write_kinds(kinds, CAPITALS, COUNT(CAPITALS), CAPITAL_KIND, CAPITAL);
    write_kinds(kinds, MARKS, COUNT(MARKS), FIRST_MARK, 0);
}

/* The kinds of letters that are of a class. */
static uint32_t kinds_in(Py_UCS4 class, int any_case)
{
    switch (class) {
    case DIGIT:
        return ONE(FIGURE);
    case UPPER:
        return CAPITAL_KINDS | ONE(BEYOND) | (any_case ? SMALL_KINDS : 0);
    case LOWER:
        return SMALL_KINDS | ONE(BEYOND) | (any_case ? CAPITAL_KINDS : 0);
    case LETTER:
        return SMALL_KINDS | CAPITAL_KINDS | ONE(BEYOND);
    case WORD:
        return WORD_KINDS | ONE(BEYOND);
    case MARK:
        return ONE(FIGURE) | MARK_KINDS | ONE(BEYOND);
    default:
        return ALL_KINDS & ~ONE(NO_LETTER);
    }
}

static int is_word_of_ascii(Py_UCS4 letter)
{
    return letter < 128 && (Py_ISALNUM(letter) || letter == '_');
}

/* The kinds of what may stand on the other side of a sign between two letters, beside one of them. */
static uint32_t kinds_over(Py_UCS4 sign, Py_UCS4 letter)
{
    switch (sign) {
    case EDGE:
        return is_word_of_ascii(letter) ? ALL_KINDS & ~WORD_KINDS : WORD_KINDS;
    case LINE_START: case LINE_END:
        return ONE(NO_LETTER);
    case FINISH:
        return ONE(NO_LETTER) | ONE(BLANK) | ONE(FIGURE) | MARK_KINDS | ONE(BEYOND);
    default:
        return ALL_KINDS;
    }
}

/* The kinds of a letter, or of what a class has. */
static uint32_t kinds_of(const unsigned char *kinds, Py_UCS4 letter, int any_case)
{
    if (is_sign(letter)) {
        return letter == BLANKS ? ONE(BLANK) : kinds_in(letter, any_case);
    }
    const unsigned char code = code_of(letter);
    const int has_case = any_case && LETTERLIKE & code && code < CAPITAL;
    return ONE(kinds[code]) | (has_case ? ONE(kinds[code | CAPITAL]) : 0);
}

uint32_t kinds_beside(const unsigned char *kinds, const Py_UCS4 *letters, const Factor *factor, Py_ssize_t place, int step)
{
    const Py_UCS4 letter = letters[step < 0 ? place : place - 1];
    uint32_t beside = ALL_KINDS;
    if (letter == BLANKS && step > 0) {
        return beside; /* it may go on */
    }
    for (; step < 0 ? place > 0 : place < factor->size; place += step) {
        const Py_UCS4 next = letters[step < 0 ? place - 1 : place];
        if (!is_sign(next) || (next >= BLANKS && next <= MARK)) {
            return beside & kinds_of(kinds, next, factor->any_case);
        }
        beside &= kinds_over(next, letter);
    }
    return beside;
}
