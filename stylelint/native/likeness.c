/* How alike two texts are: their runs of three words, as hashes; see stylelint/checks/_likeness.py. */
#include "likeness.h"

#include <string.h>

/* What so many words one after the other hash to. */
static uint64_t run_of(const uint64_t *words, Py_ssize_t count)
{
    uint64_t hash = (uint64_t)count;
    for (Py_ssize_t i = 0; i < count; i++) {
        hash = ((hash ^ hash >> 32) + words[i]) * (i % 2 ? 0xC2B2AE3D27D4EB4Fu : 0x9E3779B97F4A7C15u);
    }
    hash ^= hash >> 32;
    return hash ? hash : 1;
}

/* Return the slot of a run, which is free where the table does not have it. */
static uint64_t *slot_of(const Runs *runs, uint64_t run)
{
    size_t slot = slot_for(run, runs->drawn, runs->width);
    while (runs->slots[slot] != 0 && runs->slots[slot] != run) {
        slot = (slot + 1) & (runs->width - 1);
    }
    return runs->slots + slot;
}

/* The bit of a run: of other bits of its hash than those that tell its slot. */
static size_t bit_of(const Runs *runs, uint64_t run)
{
    return (size_t)(run >> 32) & (8 * runs->width - 1);
}

/* Add a run to a table that has room for it; return whether it is new there. */
static int add_run(Runs *runs, uint64_t run)
{
    uint64_t *slot = slot_of(runs, run);
    size_t bit = bit_of(runs, run);
    int is_new = *slot == 0;
    *slot = run;
    runs->bits[bit / 8] |= (uint8_t)(1 << bit % 8);
    return is_new;
}

static int has_run(const Runs *runs, uint64_t run)
{
    size_t bit = bit_of(runs, run);
    return (runs->bits[bit / 8] >> bit % 8 & 1) && *slot_of(runs, run) != 0;
}

/* Make a table empty, with room for so many runs; return 0, or -1 with an exception. */
static int runs_clear(Runs *runs, Py_ssize_t count)
{
    size_t width = 4;
    if (runs->drawn == 0 && (runs->drawn = drawn_number()) == 0) {
        return -1;
    }
    while (width < (size_t)count / 2 * 3 + 2) {
        width *= 2;
    }
    if ((size_t)runs->room < width) {
        PyMem_Free(runs->slots);
        PyMem_Free(runs->bits);
        runs->slots = PyMem_New(uint64_t, width);
        runs->bits = PyMem_New(uint8_t, width);
        runs->room = runs->slots == NULL || runs->bits == NULL ? 0 : (Py_ssize_t)width;
        if (runs->room == 0) {
            PyErr_NoMemory();
            return -1;
        }
    }
    runs->width = width;
    memset(runs->slots, 0, width * sizeof *runs->slots);
    memset(runs->bits, 0, width);
    return 0;
}

/* Make a table of so many runs; return how many different ones these are, or -1 with an exception. */
static Py_ssize_t runs_take(Runs *runs, const uint64_t *items, Py_ssize_t count)
{
    Py_ssize_t different = 0;
    if (runs_clear(runs, count) < 0) {
        return -1;
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        different += add_run(runs, items[i]);
    }
    return different;
}

/* How many runs of three words a text has, the same ones counted as often as they stand there. */
static Py_ssize_t runs_in(const Reading *reading)
{
    return reading->words < 3 ? 0 : reading->words - 2;
}

int reading_take(Readings *readings, Reading *reading, const Text *text)
{
    Words *words = &readings->words, *all = &readings->all;
    words->count = 0;
    if (words_read(words, text) < 0) {
        return -1;
    }
    reading->words = words->count;
    reading->first = all->count;
    if (words->count < 3) {
        return words_add(all, run_of(words->items, words->count));
    }
    for (Py_ssize_t word = 0; word + 2 < words->count; word++) {
        if (words_add(all, run_of(words->items + word, 3)) < 0) {
            return -1;
        }
    }
    reading->runs = runs_take(&readings->other, all->items + reading->first, runs_in(reading));
    return reading->runs < 0 ? -1 : 0;
}

void readings_free(Readings *readings)
{
    PyMem_Free(readings->all.items);
    PyMem_Free(readings->words.items);
    PyMem_Free(readings->runs.slots);
    PyMem_Free(readings->runs.bits);
    PyMem_Free(readings->other.slots);
    PyMem_Free(readings->other.bits);
}

static int have_same_words(const Readings *readings, const Reading *one, const Reading *other)
{
    const uint64_t *all = readings->all.items;
    size_t size = one->words < 3 ? 1 : (size_t)one->words - 2;
    return one->first == other->first || (one->words == other->words && memcmp(all + one->first, all + other->first, size * sizeof *all) == 0);
}

/* How many of a text's runs a table has; and how many words at most stand together in runs that it has. */
static Py_ssize_t runs_shared(const Runs *runs, const uint64_t *items, Py_ssize_t count, Py_ssize_t *together)
{
    Py_ssize_t all = 0, now = 0, most = 0;
    for (Py_ssize_t i = 0; i < count; i++) {
        int shared = has_run(runs, items[i]);
        all += shared;
        now = shared ? now + 1 : 0;
        most = now > most ? now : most;
    }
    *together = most + 2;
    return all;
}

/* How many different ones of a text's runs a table has, -1 with an exception; another table is used for that. */
static Py_ssize_t different_shared(const Runs *runs, Runs *other, const uint64_t *items, Py_ssize_t count)
{
    Py_ssize_t all = 0;
    if (runs_clear(other, count) < 0) {
        return -1;
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        all += has_run(runs, items[i]) && add_run(other, items[i]);
    }
    return all;
}

/* Compare two texts of which not all words are the same; return 0, or -1 with an exception. */
static int compare_runs(Readings *readings, const Reading *one, const Reading *other, Likeness *like)
{
    const uint64_t *all = readings->all.items, *items = all + one->first;
    Runs *runs = &readings->runs;
    if (readings->whose != other && runs_take(runs, all + other->first, runs_in(other)) < 0) {
        return -1;
    }
    readings->whose = other;
    Py_ssize_t together, both = runs_shared(runs, items, runs_in(one), &together);
    if (one->runs < runs_in(one) && (both = different_shared(runs, &readings->other, items, runs_in(one))) < 0) {
        return -1;
    }
    Py_ssize_t least = one->runs < other->runs ? one->runs : other->runs, sum = one->runs + other->runs;
    like->together = together < one->words ? together : one->words;
    like->inside = least ? (double)both / (double)least : 0.0;
    like->share = sum ? (double)both / (double)(sum - both) : 0.0;
    return 0;
}

int readings_compared(Readings *readings, const Reading *one, const Reading *other, Likeness *like)
{
    int exact = have_same_words(readings, one, other);
    *like = (Likeness){exact, 1.0, 1.0, one->words, other->words, one->words};
    return exact ? 0 : compare_runs(readings, one, other, like);
}
