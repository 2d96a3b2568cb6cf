/* Twins of functions in stylelint/checks/_spelling.py, for those in lookalikes.c. */
#include "spelling.h"

#include <string.h>

enum { FAR = 3, WIDEST = 2 * (FAR - 1) + FAR };

static Py_UCS4 to_lower(Py_UCS4 c)
{
    return c < 128 ? (Py_UCS4)Py_TOLOWER(c) : Py_UNICODE_TOLOWER(c);
}

/* Whether it is a letter that is small in one way alone. */
static int is_plain(Py_UCS4 c)
{
    return c < 128 ? Py_ISALPHA(c) : Py_UNICODE_ISALPHA(c) && c != 0x130 && c != 0x3A3;
}

int put_small(Py_UCS4 *room, const Text *text, Py_ssize_t start, Py_ssize_t size, uint32_t *letters)
{
    Py_ssize_t hyphen = -1;
    int small = 0;
    for (Py_ssize_t i = 0; i < size; i++) {
        Py_UCS4 c = at(text, start + i);
        room[i] = to_lower(c);
        *letters |= (uint32_t)1 << (room[i] - 'a' < 26u ? room[i] & 31 : 0);
        if (c == '-' && hyphen < 0) {
            hyphen = i;
        } else if (!is_plain(c)) {
            return 0;
        } else if (hyphen < 0) {
            small = small || is_lower(c) || is_title(c);
        }
    }
    if (hyphen < 0) {
        return small;
    }
    Py_UCS4 next = hyphen + 2 < size ? at(text, start + hyphen + 1) : 0;
    return small && next >= 'A' && next <= 'Z';
}

static int begins(const Py_UCS4 *letters, Py_ssize_t left, const char *with)
{
    for (; *with != '\0'; with++, letters++, left--) {
        if (left == 0 || *letters != (Py_UCS4)*with) {
            return 0;
        }
    }
    return 1;
}

/* Write a letter, or none, for those that a sound is written with; return how many letters are left. */
static Py_ssize_t sounded(Py_UCS4 *letters, Py_ssize_t size, const char *sound, Py_UCS4 letter)
{
    Py_ssize_t kept = 0;
    for (Py_ssize_t i = 0; i < size; i++) {
        Py_UCS4 c = letters[i];
        if (begins(letters + i, size - i, sound)) {
            i += (Py_ssize_t)strlen(sound) - 1;
            c = letter;
        }
        if (c != 0) {
            letters[kept++] = c;
        }
    }
    return kept;
}

static Py_ssize_t all_sounded(Py_UCS4 *letters, Py_ssize_t size)
{
    static const struct {
        const char *sound;
        Py_UCS4 letter;
    } sounds[] = {{"ph", 'f'}, {"gh", 0}, {"sch", 's'}, {"sh", 's'}, {"ch", 'k'}, {"kh", 'k'}, {"th", 't'}};
    for (size_t i = 0; i < sizeof sounds / sizeof *sounds; i++) {
        size = sounded(letters, size, sounds[i].sound, sounds[i].letter);
    }
    return size;
}

/* Whether a letter that is not ASCII is a vowel. */
static int is_vowel(Py_UCS4 c)
{
    return c >= 0xE0 && c <= 0xFF && c != 0xE7 && c != 0xF0 && c != 0xF1 && c != 0xF7 && c != 0xFE;
}

/* Return the letter for a small one, 0 for those that go: vowels, the letters beside them, signs. */
static Py_UCS4 sound_of(Py_UCS4 c)
{
    static const char sounds[] = "\0bkd\0fg\0\0\0klmn\0pkrst\0f\0x\0s";
    if (c - 'a' < 26u) {
        return (Py_UCS4)sounds[c - 'a'];
    }
    return c == '\'' || c == '-' || c == '.' || is_vowel(c) ? 0 : c;
}

/* Write a letter unless it is 0 or doubles the one before; return the end.  Without a branch, as no letter foretells
   the next. */
static Py_UCS4 *put(Py_UCS4 *end, Py_UCS4 c)
{
    *end = c;
    return end + ((c != 0) & (c != end[-1]));
}

/* Write what a word has after its first letter, with its sounds written one way; return how many letters are left. */
static Py_ssize_t put_sounded(Py_UCS4 *room, Word word)
{
    memcpy(room, word.letters + 1, (size_t)(word.size - 1) * sizeof *room);
    return all_sounded(room, word.size - 1);
}

static int has_h(Word word)
{
    Py_ssize_t i = 1;
    while (i < word.size && word.letters[i] != 'h') {
        i++;
    }
    return i < word.size;
}

Py_UCS4 *put_skeleton(Py_UCS4 *room, Word word)
{
    Py_UCS4 *end = room + 1;
    const Py_UCS4 *rest = word.letters + 1;
    Py_ssize_t left = word.size - 1;
    room[0] = word.letters[0];
    if (has_h(word)) {
        left = put_sounded(room + 2 * word.size, word);
        rest = room + 2 * word.size;
    }
    for (Py_ssize_t i = 0; i < left; i++) {
        Py_UCS4 sound = sound_of(rest[i]);
        end = sound == 'x' ? put(put(end, 'k'), 's') : put(end, sound);
    }
    return end;
}

static Py_ssize_t least(Py_ssize_t a, Py_ssize_t b)
{
    return a < b ? a : b;
}

/* Return how many letters two words have in common at their starts. */
static Py_ssize_t in_common(Word a, Word b)
{
    Py_ssize_t at = 0, most = least(a.size, b.size);
    while (at < most && a.letters[at] == b.letters[at]) {
        at++;
    }
    return at;
}

/* Cut off what two words have in common at their ends. */
static void trim(Word *a, Word *b)
{
    while (a->size > 0 && b->size > 0 && a->letters[a->size - 1] == b->letters[b->size - 1]) {
        a->size--;
        b->size--;
    }
}

/* Return the optimal string alignment distance of two words of few letters. */
static Py_ssize_t aligned(Word a, Word b)
{
    Py_ssize_t rows[WIDEST + 1][WIDEST + 1];
    for (Py_ssize_t j = 0; j <= b.size; j++) {
        rows[0][j] = j;
    }
    for (Py_ssize_t i = 1; i <= a.size; i++) {
        rows[i][0] = i;
        for (Py_ssize_t j = 1; j <= b.size; j++) {
            Py_UCS4 x = a.letters[i - 1], y = b.letters[j - 1];
            Py_ssize_t cost = least(rows[i - 1][j], rows[i][j - 1]) + 1;
            cost = least(cost, rows[i - 1][j - 1] + (x != y));
            if (i > 1 && j > 1 && x == b.letters[j - 2] && y == a.letters[i - 2]) {
                cost = least(cost, rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = cost;
        }
    }
    return rows[a.size][b.size];
}

int within(Word a, Word b, int most)
{
    Py_ssize_t same = in_common(a, b), apart = a.size - b.size;
    a = (Word){a.letters + same, a.size - same};
    b = (Word){b.letters + same, b.size - same};
    trim(&a, &b);
    Py_ssize_t longer = a.size < b.size ? b.size : a.size;
    if (longer <= 1) {
        return 1;
    }
    if (apart < -most || apart > most || least(a.size, b.size) > 2 * most || (most == 1 && longer > 2)) {
        return 0;
    }
    return aligned(a, b) <= most;
}

/* Tell whether what a word has from a place on is a known ending, -1 with an exception.
   Of words that are within few letters that is short. */
static int is_among(PyObject *endings, Word word, Py_ssize_t at)
{
    Py_UCS4 letters[WIDEST];
    Word last = {letters, 0};
    while (at < word.size && last.size < WIDEST) {
        letters[last.size++] = word.letters[at++];
    }
    PyObject *rest = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, last.letters, last.size);
    if (rest == NULL) {
        return -1;
    }
    int found = PySequence_Contains(endings, rest);
    Py_DECREF(rest);
    return found;
}

int is_made_of(Word a, Word b, PyObject *endings)
{
    Word brief = a.size <= b.size ? a : b, full = a.size <= b.size ? b : a;
    Py_ssize_t at = in_common(a, b), mine = brief.size - at, other = full.size - at;
    if (at < 3 || mine > 2) {
        return 0;
    }
    Py_UCS4 next = other > 0 ? full.letters[at] : 0;
    /* A doubled last letter makes no new word. */
    if (mine == 0 && other == 1 && next != 's' && next == brief.letters[at - 1]) {
        return 0;
    }
    Py_UCS4 last = mine == 1 ? brief.letters[at] : 0;
    int fits = mine == 0 || last == 'a' || last == 'e' ? 1 : is_among(endings, brief, at);
    return fits > 0 ? is_among(endings, full, at) : fits;
}
