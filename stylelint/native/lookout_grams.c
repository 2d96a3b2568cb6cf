/* How a factor is known by its letters: part of the twin of the class in stylelint/lookout.py. */
#include "lookout.h"

Py_UCS4 one_case(Py_UCS4 letter)
{
    if (letter < 128) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }
    return Py_UNICODE_TOLOWER(Py_UNICODE_TOUPPER(Py_UNICODE_TOLOWER(letter)));
}

unsigned char code_beyond_ascii(Py_UCS4 letter)
{
    letter = one_case(letter);
    return (unsigned char)((letter < 128 ? letter : LETTERLIKE + letter % 31) | CAPITAL);
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

/* The commonest words, and of others that are common in news those that make the most difference: a gram that stands
   in them stands everywhere. */
static const char COMMON[] =
    " the of and to in that for is on with as was at by it he be from have his are not this but has they had an or "
    "were been their who said will more would about which up one out there when she her all its we can if than what "
    "also after two new some you people other first last year could into time over years state most how even while "
    "where because many them these those before "
    "government congress senator minister country committee community comes coming support reported public republican "
    "democrat party u.s. general director official administration member majority police student university security "
    "military million percent according during through against under having getting nothing running following make "
    "take know want show play live like sign call back house right week month day, day. may august june july thursday "
    "mr. gov. sen. rep. captain professional just only every actually full four third provide program process promise "
    "inform continue consider complete charge change chairman photo victory election decision active native different "
    "special spending responsible personal email maintain book fund bill market money interest view newspaper prime "
    "president's trump writer advertising advice watch ";

#define COMMONER 60 /* tenths of bits */
#define CAPITALS 25
#define CROWDED 10 /* for so many factors in a bucket, and again for twice as many */
#define CROWD 16

void mark_common(Counts *counts)
{
    uint64_t codes = 0;
    for (size_t i = 0; COMMON[i] != '\0'; i++) {
        codes = codes << 8 | code_of((Py_UCS4)COMMON[i]);
        if (i + 1 >= GRAM) {
            set_bit(counts->common, bit_of(hash_of(codes), 0));
        }
    }
}

static int rarity(Py_UCS4 letter)
{
    return letter < 128 ? RARITY[letter] : 75;
}

/* Which bits count of the code of a letter; for a sign, which are the same whatever letter it stands for. */
static unsigned char mask_of(Py_UCS4 letter, int any_case)
{
    if (!is_sign(letter)) {
        return any_case ? 0xFF ^ CAPITAL : 0xFF;
    }
    switch (letter) {
    case DIGIT:
        return DIGITS;
    case UPPER:
        return any_case ? LETTERLIKE : LETTERLIKE | CAPITAL;
    case LOWER: case LETTER:
        return LETTERLIKE;
    default:
        return 0;
    }
}

/* The bits of such a code. */
static unsigned char bits_of(Py_UCS4 letter, unsigned char mask)
{
    return (unsigned char)((letter == DIGIT ? '0' : is_sign(letter) ? 0xFF : code_of(letter)) & mask);
}

/* Write the letters of a factor as grams have them, without edges and a run of blanks as one; a sign is code 0.
   Return how many there are. */
static Py_ssize_t write_codes(const Py_UCS4 *letters, Py_ssize_t size, int any_case, Code *codes)
{
    Py_ssize_t count = 0;
    for (Py_ssize_t i = 0; i < size; i++) {
        Py_UCS4 letter = letters[i] == BLANKS ? ' ' : letters[i];
        if (letter == EDGE || (letter == ' ' && count > 0 && codes[count - 1].code == ' ')) {
            continue;
        }
        codes[count].code = is_sign(letter) ? 0 : code_of(letter);
        codes[count].mask = mask_of(letter, any_case);
        codes[count].bits = bits_of(letter, codes[count].mask);
        codes[count].rarity = (unsigned char)rarity(letter);
        codes[count++].end = (int32_t)i + 1;
    }
    return count;
}

/* What counts against a gram: that it is common, or others of its bucket are. */
static int drawbacks(const Counts *counts, uint32_t gram)
{
    uint32_t hash = hash_of(gram);
    int score = is_set(counts->common, bit_of(hash, 0)) ? COMMONER : 0;
    for (int32_t taken = counts->taken[hash >> (32 - BUCKET_BITS)] / CROWD; taken > 0; taken /= 2) {
        score += CROWDED;
    }
    return score;
}

/* Return where the rarest of all stretches of so many letters in a row ends, 0 where there is none; of two the later, since
   what stands before it counts as well. */
static Py_ssize_t rarest(const Counts *counts, const Code *codes, Py_ssize_t count, int length)
{
    Py_ssize_t place = 0;
    int best = 0, score = 0, row = 0;
    uint32_t gram = 0;
    for (Py_ssize_t i = 0; i < count; i++) {
        if (codes[i].code == 0) {
            row = score = 0;
            continue;
        }
        gram = (gram << 8 | codes[i].code) & 0xFFFFFFFFu >> 8 * (GRAM - length);
        score += codes[i].rarity - (row >= length ? codes[i - length].rarity : 0);
        int found = score + (has_capitals(gram) ? CAPITALS : 0);
        if (++row < length || (place > 0 && found < best)) {
            continue;
        }
        found -= length == GRAM ? drawbacks(counts, gram) : 0;
        if (place == 0 || found >= best) {
            best = found;
            place = i + 1;
        }
    }
    return place;
}

/* Take the letters up to the end of a gram as the codes of a factor. */
static void take_codes(const Code *codes, Py_ssize_t end, Node *node)
{
    for (int shift = 0; shift < 8 * HELD && end > 0 && codes[end - 1].mask; shift += 8) {
        node->codes |= (uint64_t)codes[--end].bits << shift;
        node->mask |= (uint64_t)codes[end].mask << shift;
    }
}

/* Take the letters after a gram too, up to where there may be any number of blanks. */
static void take_more(const Py_UCS4 *letters, const Factor *factor, Node *node)
{
    Py_ssize_t i = factor->after;
    int clear = i == 0 || letters[i - 1] != BLANKS; /* where they begin */
    for (int shift = 0; clear && shift < 8 * MORE && i < factor->size; shift += 8) {
        unsigned char mask = mask_of(letters[i], factor->any_case);
        if (mask == 0) {
            break;
        }
        node->more |= (uint32_t)bits_of(letters[i], mask) << shift;
        node->more_mask |= (uint32_t)mask << shift;
        i++;
    }
}

/* Tell whether a letter has a code that no other letter has, whatever its case. */
static int is_known(Py_UCS4 letter)
{
    return letter > ' ' && letter < 128 && !(letter >= '@' && letter < '`');
}

void note_known(const Py_UCS4 *letters, Factor *factor, const Node *node)
{
    while (factor->any_case && factor->known < factor->after && factor->known < HELD
           && is_known(letters[factor->after - 1 - factor->known])) {
        factor->known++;
    }
    while (factor->any_case && factor->more_known < MORE && (node->more_mask >> 8 * factor->more_known & 0xFF)
           && is_known(letters[factor->after + factor->more_known])) {
        factor->more_known++;
    }
}

/* Take the first two blanks that follow one another for the gram, if there are any; tell whether there are. */
static int take_blanks(const Py_UCS4 *letters, Factor *factor, Node *node)
{
    for (Py_ssize_t i = 1; i < factor->size; i++) {
        if (letters[i - 1] == ' ' && letters[i] == ' ') {
            factor->after = (int32_t)i + 1;
            node->codes = BOTH_BLANK;
            node->mask = 0xFFFF;
            return 1;
        }
    }
    return 0;
}

Gram choose_gram(Counts *counts, const Py_UCS4 *letters, Code *codes, Factor *factor, Node *node)
{
    if (take_blanks(letters, factor, node)) {
        return (Gram){2, factor->after - 2};
    }
    Py_ssize_t count = write_codes(letters, factor->size, factor->any_case, codes);
    for (int length = GRAM; length > 0; length = length == GRAM ? 2 : length - 1) {
        Py_ssize_t end = rarest(counts, codes, count, length);
        if (end > 0) {
            factor->after = codes[end - 1].end;
            take_codes(codes, end, node);
            take_more(letters, factor, node);
            counts->taken[hash_of(node->codes) >> (32 - BUCKET_BITS)] += length == GRAM;
            return (Gram){length, codes[end - length].end - 1};
        }
    }
    return (Gram){0, 0};
}

Gram take_first(const Py_UCS4 *letters, Factor *factor, Node *node)
{
    uint64_t each = factor->any_case ? 0xFF ^ CAPITAL : 0xFF;
    for (int shift = 8 * HELD; shift > 0 && factor->after < factor->size && !is_sign(letters[factor->after]);) {
        shift -= 8;
        node->codes |= (code_of(letters[factor->after++]) & each) << shift;
        node->mask |= each << shift;
    }
    /* What comes after them is compared where they are so many, or there are none of them. */
    if (factor->after == 0 || factor->after == HELD) {
        take_more(letters, factor, node);
    }
    factor->length = (unsigned)factor->after & 15;
    return (Gram){(int)factor->after, 0};
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
