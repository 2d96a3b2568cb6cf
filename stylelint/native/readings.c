/* How alike two texts are: their runs of three words, as hashes; see stylelint/checks/_likeness.py. */
#include "likeness.h"

#include <string.h>

Py_ssize_t words_between(const Text *text, Py_ssize_t start, Py_ssize_t end, Py_UCS4 *into, Py_ssize_t *size)
{
    Py_ssize_t count = 0;
    *size = 0;
    for (Py_ssize_t place = start; place < end; place++) {
        if (!is_word(at(text, place))) {
            continue;
        }
        if (count++) {
            into[(*size)++] = ' ';
        }
        for (; place < end; place++) {
            Py_UCS4 c = at(text, place);
            int inside = (c == '\'' || c == '-') && place + 1 < end && is_word(at(text, place + 1));
            if (!inside && !is_word(c)) {
                break;
            }
            into[(*size)++] = c;
        }
    }
    return count;
}

static int note_word(Reading *reading, uint64_t letters)
{
    if (reading->count == reading->room) {
        uint64_t *moved = grown(reading->words, &reading->room, reading->count + 1, sizeof *moved);
        if (moved == NULL) {
            return -1;
        }
        reading->words = moved;
    }
    reading->words[reading->count++] = letters ^ letters >> 32;
    return 0;
}

/* A word is letters, and an apostrophe or a hyphen between two. */
#define READ_WORDS(type)                                                                      \
    for (const type *c = text->data, *end = c + text->size; c < end; c++) {                   \
        if (!is_word(*c)) {                                                                   \
            continue;                                                                         \
        }                                                                                     \
        uint64_t letters = 0xCBF29CE484222325u;                                               \
        do {                                                                                  \
            letters = (letters ^ *c++) * 0x100000001B3u;                                      \
        } while (c < end                                                                      \
                 && (is_word(*c) || ((*c == '\'' || *c == '-') && c + 1 < end && is_word(c[1])))); \
        if (note_word(reading, letters) < 0) {                                                \
            return -1;                                                                        \
        }                                                                                     \
    }

static int read_words(Reading *reading)
{
    const Text *text = &reading->text;
    switch (text->kind) {
    case PyUnicode_1BYTE_KIND:
        READ_WORDS(Py_UCS1)
        return 0;
    case PyUnicode_2BYTE_KIND:
        READ_WORDS(Py_UCS2)
        return 0;
    default:
        READ_WORDS(Py_UCS4)
        return 0;
    }
}

/* What the three words hash to that begin with one. */
static uint64_t run_at(const Reading *reading, Py_ssize_t word)
{
    const uint64_t *words = reading->words + word;
    uint64_t hash = words[0] * 0x9E3779B97F4A7C15u;
    hash = ((hash ^ hash >> 32) + words[1]) * 0xC2B2AE3D27D4EB4Fu;
    hash = ((hash ^ hash >> 32) + words[2]) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 32;
    return hash ? hash : 1;
}

/* Return the slot of a run, which is free where the table does not have it. */
static uint64_t *slot_of(const Reading *reading, uint64_t run)
{
    size_t slot = run & (reading->width - 1);
    while (reading->slots[slot] != 0 && reading->slots[slot] != run) {
        slot = (slot + 1) & (reading->width - 1);
    }
    return reading->slots + slot;
}

int reading_take(Reading *reading, PyObject *letters)
{
    reading->letters = letters;
    if (letters == NULL || text_of(letters, &reading->text) < 0 || read_words(reading) < 0) {
        return -1;
    }
    for (reading->width = 4; reading->width < (size_t)reading->count / 2 * 3;) {
        reading->width *= 2;
    }
    reading->slots = PyMem_Calloc(reading->width, sizeof *reading->slots);
    if (reading->slots == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t word = 0; word + 2 < reading->count; word++) {
        uint64_t run = run_at(reading, word), *slot = slot_of(reading, run);
        reading->runs += *slot == 0;
        *slot = run;
    }
    return 0;
}

void reading_forget(Reading *reading)
{
    PyMem_Free(reading->words);
    PyMem_Free(reading->slots);
    Py_XDECREF(reading->letters);
    memset(reading, 0, sizeof *reading);
}

static Py_ssize_t after_blanks(const Text *text, Py_ssize_t place)
{
    while (place < text->size && Py_UNICODE_ISSPACE(at(text, place))) {
        place++;
    }
    return place;
}

static int ends_word(const Text *text, Py_ssize_t place)
{
    return place == text->size || Py_UNICODE_ISSPACE(at(text, place));
}

/* Whether two texts are the same, whatever blanks stand in both between what stands without any. */
static int are_same_but_for_blanks(const Text *one, const Text *other)
{
    Py_ssize_t i = after_blanks(one, 0), j = after_blanks(other, 0);
    while (i < one->size && j < other->size) {
        while (!ends_word(one, i) && !ends_word(other, j) && at(one, i) == at(other, j)) {
            i++;
            j++;
        }
        if (!ends_word(one, i) || !ends_word(other, j)) {
            return 0;
        }
        i = after_blanks(one, i);
        j = after_blanks(other, j);
    }
    return i == one->size && j == other->size;
}

static int have_same_words(const Reading *one, const Reading *other)
{
    return one->count == other->count
        && (one->count == 0 || memcmp(one->words, other->words, (size_t)one->count * sizeof *one->words) == 0);
}

/* How many runs in the table of one text are in that of the other. */
static Py_ssize_t runs_in_both(const Reading *one, const Reading *other)
{
    Py_ssize_t both = 0;
    for (size_t slot = 0; slot < one->width; slot++) {
        both += one->slots[slot] != 0 && *slot_of(other, one->slots[slot]) != 0;
    }
    return both;
}

/* How many words of one text begin a run that is in the other; and how many at most stand together in both. */
static Py_ssize_t words_in_both(const Reading *one, const Reading *other, Py_ssize_t *together)
{
    Py_ssize_t both = 0, now = 0, most = 0;
    for (Py_ssize_t word = 0; word + 2 < one->count; word++) {
        int shared = *slot_of(other, run_at(one, word)) != 0;
        both += shared;
        now = shared ? now + 1 : 0;
        most = now > most ? now : most;
    }
    *together = most + 2 < one->count ? most + 2 : one->count;
    return both;
}

static int is_same(const Text *one, const Text *other)
{
    return one->kind == other->kind && one->size == other->size
        && memcmp(one->data, other->data, (size_t)one->size * one->kind) == 0;
}

Likeness readings_compared(const Reading *one, const Reading *other)
{
    if (is_same(&one->text, &other->text)) {
        return (Likeness){1, 1.0, 1.0, one->count, one->count, one->count};
    }
    if (one->count > other->count) {
        const Reading *longer = one;
        one = other;
        other = longer;
    }
    Py_ssize_t together, both = words_in_both(one, other, &together);
    if (one->runs + 2 < one->count) {
        both = one->width < other->width ? runs_in_both(one, other) : runs_in_both(other, one);
    }
    Py_ssize_t least = one->runs < other->runs ? one->runs : other->runs, all = one->runs + other->runs;
    int exact = one->count == other->count && are_same_but_for_blanks(&one->text, &other->text);
    double inside = least ? (double)both / (double)least : have_same_words(one, other);
    double share = all ? (double)both / (double)(all - both) : inside;
    return (Likeness){exact, share, inside, one->count, other->count, together};
}
