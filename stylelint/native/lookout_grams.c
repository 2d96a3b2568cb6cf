/* How a factor is known by its letters: part of the twin of the class in stylelint/lookout.py. */
#include "lookout.h"

Py_UCS4 one_case(Py_UCS4 letter)
{
    if (letter < 128) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }
    return Py_UNICODE_TOLOWER(Py_UNICODE_TOUPPER(Py_UNICODE_TOLOWER(letter)));
}

unsigned char code_of(Py_UCS4 letter)
{
    if (letter < 128) {
        return (unsigned char)(letter >= 'A' && letter <= 'Z' ? (letter + 32) | CAPITAL : letter ? letter : 1);
    }
    letter = one_case(letter);
    return (unsigned char)(letter < 128 ? letter : 1 + letter % 31);
}

/* How rare the letters of ASCII are, in tenths of bits; capitals as small ones.  What stands in many words is
   looked up by its rarest letters. */
static const unsigned char RARITY[128] = {
    75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75,
    75, 75, 75, 75, 25, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 65, 75, 65, 75, 75, 75, 75, 75, 75, 75, 75, 75,
    75, 75, 75, 75, 75, 75, 75, 75, 75, 36, 61, 52, 46, 30, 55, 56, 40, 38, 94, 70, 46, 54, 39, 37, 57, 99, 41, 40,
    35, 52, 67, 54, 94, 57, 99, 75, 75, 75, 75, 75, 75, 36, 61, 52, 46, 30, 55, 56, 40, 38, 94, 70, 46, 54, 39, 37,
    57, 99, 41, 40, 35, 52, 67, 54, 94, 57, 99, 75, 75, 75, 75, 75,
};

static int rarity(Py_UCS4 letter)
{
    return letter < 128 ? RARITY[letter] : 75;
}

/* Write the letters of a factor as grams have them, without edges and a run of blanks as one; a sign is code 0.
   Return how many there are. */
static Py_ssize_t write_codes(const Py_UCS4 *letters, Py_ssize_t size, Code *codes)
{
    Py_ssize_t count = 0;
    for (Py_ssize_t i = 0; i < size; i++) {
        Py_UCS4 letter = letters[i] == BLANKS ? ' ' : letters[i];
        if (letter == EDGE || (letter == ' ' && count > 0 && codes[count - 1].code == ' ')) {
            continue;
        }
        codes[count].code = is_sign(letter) ? 0 : code_of(letter);
        codes[count].rarity = (unsigned char)rarity(letter);
        codes[count++].end = i + 1;
    }
    return count;
}

/* Return the place of the rarest of all stretches of so many letters in a row, -1 where there is none; of two
   the later, since what stands before it counts as well. */
static Py_ssize_t rarest(const Code *codes, Py_ssize_t count, Py_ssize_t length)
{
    Py_ssize_t place = -1, row = 0;
    int score = 0, best = 0;
    for (Py_ssize_t i = 0; i < count; i++) {
        row = codes[i].code ? row + 1 : 0;
        score = codes[i].code ? score + codes[i].rarity : 0;
        score -= row > length ? codes[i - length].rarity : 0;
        if (row >= length && score >= best) {
            best = score;
            place = i + 1 - length;
        }
    }
    return place;
}

/* Take a gram, and letters before it up to eight in all, as the codes of a factor. */
static void take_codes(const Code *codes, Py_ssize_t place, int any_case, Node *node)
{
    uint64_t each = any_case ? 0xFF ^ CAPITAL : 0xFF;
    node->codes = node->mask = 0;
    Py_ssize_t i = place + node->length;
    for (int shift = 0; shift < 64 && i > 0 && codes[i - 1].code; shift += 8) {
        node->codes |= (uint64_t)codes[--i].code << shift;
        node->mask |= each << shift;
    }
    node->gram = node->codes & ANY_CODES >> 8 * (8 - node->length);
    node->codes &= node->mask;
}

/* Take the letters after a gram too; not blanks, as there may be more of them in a text. */
static void take_more(const Py_UCS4 *letters, const Factor *factor, Node *node)
{
    uint32_t each = factor->any_case ? 0xFF ^ CAPITAL : 0xFF;
    Py_ssize_t i = factor->after;
    for (int shift = 0; shift < 8 * MORE && i < factor->size && letters[factor->after - 1] != BLANKS; shift += 8) {
        if (is_sign(letters[i]) || letters[i] == ' ') {
            break;
        }
        node->more |= (code_of(letters[i++]) & each) << shift;
        node->more_mask |= each << shift;
    }
}

Py_ssize_t known_by_codes(const Py_UCS4 *letters, const Factor *factor)
{
    Py_ssize_t known = 0;
    while (factor->any_case && known < factor->after && known < 8) {
        Py_UCS4 letter = letters[factor->after - 1 - known];
        if (letter <= ' ' || letter >= 128 || (letter >= 'A' && letter <= 'Z')) {
            break;
        }
        known++;
    }
    return known;
}

/* Take the first two blanks that follow one another for the gram, if there are any; tell whether there are. */
static int take_blanks(const Py_UCS4 *letters, Factor *factor, Node *node)
{
    for (Py_ssize_t i = 1; i < factor->size; i++) {
        if (letters[i - 1] == ' ' && letters[i] == ' ') {
            factor->after = i + 1;
            node->length = 2;
            node->gram = node->codes = BOTH_BLANK;
            node->mask = ANY_CODES;
            return 1;
        }
    }
    return 0;
}

void choose_gram(const Py_UCS4 *letters, Code *codes, Factor *factor, Node *node)
{
    static const unsigned char lengths[] = GRAMS;
    Py_ssize_t count = write_codes(letters, factor->size, codes), place = -1;
    for (size_t i = 0; i < sizeof lengths && place < 0; i++) {
        place = rarest(codes, count, lengths[i]);
        node->length = lengths[i];
    }
    if (take_blanks(letters, factor, node)) {
        return;
    }
    int letters_in = 0;
    for (Py_ssize_t i = 0; i < factor->size && !letters_in; i++) {
        letters_in = !is_sign(letters[i]);
    }
    if (place < 0 || !letters_in) {
        node->length = 0;
        return;
    }
    factor->after = codes[place + node->length - 1].end;
    take_codes(codes, place, factor->any_case, node);
    take_more(letters, factor, node);
}

void take_first(const Py_UCS4 *letters, Factor *factor, Node *node)
{
    uint64_t each = factor->any_case ? 0xFF ^ CAPITAL : 0xFF;
    while (factor->after < factor->size && node->length < FIRST && !is_sign(letters[factor->after])) {
        node->codes = node->codes << 8 | code_of(letters[factor->after++]);
        node->mask = node->mask << 8 | each;
        node->length++;
    }
    node->gram = node->codes & ANY_CODES;
    node->codes &= node->mask;
}

int is_blurred(const Py_UCS4 *letters, Py_ssize_t size)
{
    for (Py_ssize_t i = 0; i + 1 < size; i++) {
        Py_UCS4 one = letters[i], other = letters[i + 1];
        if ((one == BLANKS && (other == ' ' || other == OTHER || other == BLANKS))
            || (other == BLANKS && (one == ' ' || one == OTHER))) {
            return 1;
        }
    }
    return 0;
}
