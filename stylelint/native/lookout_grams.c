/* How a factor is known by its letters: part of the twin of the class in stylelint/lookout.py. */
#include "lookout.h"

Py_UCS4 one_case(Py_UCS4 letter)
{
    if (letter < 128) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }
    return Py_UNICODE_TOLOWER(Py_UNICODE_TOUPPER(letter));
}

unsigned char code_of(Py_UCS4 letter)
{
    if (letter < 128) {
        return (unsigned char)(letter >= 'A' && letter <= 'Z' ? (letter + 32) | CAPITAL : letter);
    }
    letter = one_case(letter);
    return (unsigned char)(letter < 128 ? letter : 1 + letter % 31);
}

/* How rare a letter is, in tenths of bits: what stands in many words is looked up by its rarest letters. */
static int rarity(Py_UCS4 letter)
{
    static const unsigned char english[] = {
        36, 61, 52, 46, 30, 55, 56, 40, 38, 94, 70, 46, 54, 39, 37, 57, 99, 41, 40, 35, 52, 67, 54, 94, 57, 99
    };
    if (letter >= 'a' && letter <= 'z') {
        return english[letter - 'a'];
    }
    return letter == ' ' ? 25 : letter == '.' || letter == ',' ? 65 : 75;
}

/* Tell whether a letter of a factor is none in grams: it stands between others, or is one more of a run. */
static int is_passed(const Py_UCS4 *letters, Py_ssize_t place, Py_ssize_t start)
{
    return letters[place] == EDGE || (letters[place] == ' ' && place > start && letters[place - 1] == ' ');
}

static Py_UCS4 plain(Py_UCS4 letter)
{
    return letter == BLANKS ? ' ' : letter;
}

/* Write the gram of so many letters that begins at a place in a factor, a run of blanks as one.

   Return how rare it is, 0 where there are not so many in a row. */
static int gram_at(const Py_UCS4 *letters, Py_ssize_t start, int length, Factor *factor, Node *node)
{
    int score = 0;
    node->gram = 0;
    node->length = 0;
    for (Py_ssize_t i = start; i < factor->size && node->length < length; i++) {
        if (is_passed(letters, i, start)) {
            continue;
        }
        Py_UCS4 letter = plain(letters[i]);
        if (is_sign(letter)) {
            return 0;
        }
        score += rarity(one_case(letter));
        node->gram = node->gram << 8 | code_of(letter);
        node->length++;
        factor->after = i + 1;
    }
    return node->length == length ? score : 0;
}

/* Take a gram, and letters before it up to eight in all, as the codes of its factor; return how rare those are. */
static int take_codes(const Py_UCS4 *letters, Py_ssize_t start, const Factor *factor, Node *node)
{
    uint64_t each = factor->any_case ? 0xFF ^ CAPITAL : 0xFF;
    int score = 0, last = letters[start] == ' ' || letters[start] == BLANKS;
    node->codes = node->gram;
    node->mask = 0;
    for (int i = 0; i < node->length; i++) {
        node->mask |= each << 8 * i;
    }
    for (int length = node->length; start > 0 && length < 8;) {
        Py_UCS4 letter = plain(letters[--start]);
        if (letter == EDGE || (letter == ' ' && last)) {
            continue;
        }
        if (is_sign(letter)) {
            break;
        }
        last = letter == ' ';
        score += rarity(one_case(letter));
        node->codes |= (uint64_t)code_of(letter) << 8 * length;
        node->mask |= each << 8 * length++;
    }
    node->gram &= ANY_CODES;
    node->codes &= node->mask;
    return score;
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

/* Choose the gram of a factor: of the longest that there are the rarest, and with it what stands before. */
void choose_gram(const Py_UCS4 *letters, Factor *factor, Node *node)
{
    static const unsigned char lengths[] = GRAMS;
    int best = 0;
    for (size_t i = 0; i < sizeof lengths && !best; i++) {
        for (Py_ssize_t start = 0; start + lengths[i] <= factor->size; start++) {
            Factor other = *factor;
            Node found = *node;
            int score = is_sign(letters[start]) ? 0 : 2 * gram_at(letters, start, lengths[i], &other, &found);
            score += score ? take_codes(letters, start, &other, &found) : 0;
            if (score > best) {
                best = score;
                *factor = other;
                *node = found;
            }
        }
    }
}

/* Take as the gram of a factor the letters that it begins with, none where it begins with a sign. */
void take_first(const Py_UCS4 *letters, Factor *factor, Node *node)
{
    while (factor->after < factor->size && node->length < FIRST && !is_sign(letters[factor->after])) {
        node->gram = node->gram << 8 | code_of(letters[factor->after++]);
        node->length++;
    }
    take_codes(letters, 0, factor, node);
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
