/* Runs the programs that stylelint/checks/_programs.py makes of expressions. */
#include "programs.h"
#include <string.h>

/* So few places are tried one by one. */
#define FEW 24

/* As in _programs.py. */
enum { CHAR = 35, FOLD, SET, ANY, RUN, LOOK, SPLIT, JUMP, MORE, EDGE, NO_EDGE, BEGIN, END, MATCH, TEXT, FOLDED, ALL };
enum { NEGATED = 1, UNKNOWN = 2 };

/* A program, the block that it runs over, and where it is in both. */
typedef struct {
    const Py_UCS4 *program, *block;
    Py_ssize_t units, size;
    Py_ssize_t here, place;
    Py_ssize_t left; /* steps */
    Bench *bench;
    Py_ssize_t known; /* the instruction of which this says what it takes of ASCII, a bit for each */
    uint32_t ascii[4];
} Run;

typedef enum { FAILED, GOING, MATCHED, GIVEN_UP } Outcome;

static int is_ascii_word(const Run *run, Py_ssize_t i)
{
    return i >= 0 && i < run->size && is_word_of_ascii(run->block[i]);
}

static Outcome in_set(const Run *run, Py_ssize_t set, Py_UCS4 c)
{
    const Py_UCS4 *range = run->program + set, flags = range[1];
    const Py_UCS4 *last = range + 1 + 2 * (Py_ssize_t)range[2];
    if (set + 2 + 2 * (Py_ssize_t)range[2] >= run->units) {
        return GIVEN_UP;
    }
    if (c > 127 && ((flags & UNKNOWN) || c == LONG_S || c == KELVIN)) {
        return GIVEN_UP;
    }
    for (range += 3; range <= last && c > range[1]; range += 2) { /* they are in order */
    }
    int inside = range <= last && c >= range[0];
    return inside != (int)(flags & NEGATED) ? GOING : FAILED;
}

static Outcome is_letter(Py_UCS4 c, Py_UCS4 letter)
{
    if (in_small(c) == letter) {
        return GOING;
    }
    return c == LONG_S || c == KELVIN ? GIVEN_UP : FAILED;
}

/* Whether an instruction takes a code point, of several the first. */
static Outcome takes(const Run *run, Py_ssize_t here, Py_UCS4 c)
{
    const Py_UCS4 *units = run->program + here;
    switch (units[0]) {
    case CHAR:
        return c == units[1] ? GOING : FAILED;
    case TEXT:
        return c == units[2] ? GOING : FAILED;
    case FOLD:
        return is_letter(c, units[1]);
    case FOLDED:
        return is_letter(c, units[2]);
    case SET:
        return in_set(run, here, c);
    case ANY:
        return GOING;
    default:
        return GIVEN_UP;
    }
}

/* How many code points of the program such an instruction has. */
static Py_ssize_t width(const Py_UCS4 *units)
{
    return units[0] == SET ? 3 + 2 * (Py_ssize_t)units[2] : units[0] == ANY ? 1 : 2;
}

/* Note where to go on if the rest comes to nothing. */
static Outcome note(Run *run, Py_ssize_t program, Py_ssize_t first, Py_ssize_t last)
{
    Bench *bench = run->bench;
    if (bench->used == bench->room) {
        Py_ssize_t room = bench->room > 0 ? 2 * bench->room : 64; /* there are no more than steps */
        Point *points = PyMem_Realloc(bench->points, (size_t)room * sizeof *points);
        if (points == NULL) {
            return GIVEN_UP;
        }
        bench->points = points;
        bench->room = room;
    }
    bench->points[bench->used++] = (Point){program, first, last};
    return program < run->units ? GOING : GIVEN_UP;
}

/* Go on at a place of the program, if something holds. */
static Outcome go_on(Run *run, Py_ssize_t here, int holds)
{
    run->here = here;
    return here >= run->units ? GIVEN_UP : holds ? GOING : FAILED;
}

/* Note what an instruction takes of ASCII. */
static void know(Run *run, Py_ssize_t here)
{
    if (run->known == here) {
        return;
    }
    run->known = here;
    memset(run->ascii, 0, sizeof run->ascii);
    for (Py_UCS4 c = 0; c < 128; c++) {
        run->ascii[c >> 5] |= (uint32_t)(takes(run, here, c) != FAILED) << (c & 31);
    }
}

/* Whether the known instruction may take the code point at a place. */
static int may_take(const Run *run, Py_ssize_t place)
{
    if (place >= run->size) {
        return 0;
    }
    Py_UCS4 c = run->block[place];
    return c < 128 ? (int)(run->ascii[c >> 5] >> (c & 31) & 1) : takes(run, run->known, c) != FAILED;
}

static int is_letters(Py_UCS4 instruction)
{
    return (instruction >= CHAR && instruction <= SET) || instruction == TEXT || instruction == FOLDED;
}

/* Pass places, the last first, at which the instructions of a point come to nothing at first sight. */
static Py_ssize_t skip_back(Run *run, const Point *point)
{
    Py_ssize_t here = point->program, place = point->last;
    int edge = run->program[here] == EDGE;
    here += edge;
    here += run->program[here] == LOOK ? 2 : 0;
    if (place - point->first < FEW || here >= run->units || !is_letters(run->program[here])) {
        return place;
    }
    know(run, here);
    while (place >= point->first
           && (!may_take(run, place)
               || (edge && is_ascii_word(run, place - 1) == is_ascii_word(run, place)))) {
        place--;
    }
    return place;
}

/* Go back to where something is left to try. */
static Outcome go_back(Run *run)
{
    Bench *bench = run->bench;
    while (bench->used > 0) {
        Point *point = &bench->points[bench->used - 1];
        Py_ssize_t place = skip_back(run, point);
        run->left -= (point->last - place) / 8;
        run->here = point->program;
        run->place = place;
        point->last = place - 1;
        bench->used -= place <= point->first;
        if (place >= point->first) {
            return GOING;
        }
    }
    return FAILED;
}

/* Take as many code points as the instruction after RUN or ALL takes; after RUN fewer are tried later. */
static Outcome take_many(Run *run)
{
    const int all = run->program[run->here] == ALL;
    Py_ssize_t one = run->here + 3, first = run->place, last = first, end = run->size;
    Py_ssize_t next = one + (Py_ssize_t)run->program[run->here + 1];
    Py_ssize_t most = (Py_ssize_t)run->program[run->here + 2];
    Outcome outcome = GOING;
    if (next >= run->units) {
        return GIVEN_UP;
    }
    if (most > 0 && most < end - first) {
        end = first + most;
    }
    while (last < end && (outcome = takes(run, one, run->block[last])) == GOING) {
        last++;
    }
    run->here = next;
    run->place = last;
    run->left -= (last - first) / 8;
    return outcome == GIVEN_UP ? GIVEN_UP : last > first && !all ? note(run, next, first, last - 1) : GOING;
}

static Outcome take_one(Run *run)
{
    Py_ssize_t next = run->here + width(run->program + run->here);
    Outcome outcome = run->place < run->size ? takes(run, run->here, run->block[run->place]) : FAILED;
    run->place++;
    return outcome == GOING ? go_on(run, next, 1) : outcome;
}

/* Take the code points of TEXT or FOLDED. */
static Outcome take_text(Run *run, Py_ssize_t count)
{
    const Py_UCS4 *text = run->program + run->here + 2, *block = run->block + run->place;
    const int folded = text[-2] == FOLDED;
    if (run->here + 2 + count >= run->units) {
        return GIVEN_UP;
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        if (i == run->size - run->place) {
            return FAILED;
        }
        Outcome outcome = folded ? is_letter(block[i], text[i]) : block[i] == text[i] ? GOING : FAILED;
        if (outcome != GOING) {
            return outcome;
        }
    }
    run->place += count;
    run->here += 2 + count;
    return GOING;
}

/* Look whether an instruction takes the next code point, and leave it there. */
static Outcome look(Run *run, Py_ssize_t by)
{
    Py_ssize_t one = run->here + 2;
    if (go_on(run, one + by, 1) == GIVEN_UP) {
        return GIVEN_UP;
    }
    return run->place < run->size ? takes(run, one, run->block[run->place]) : FAILED;
}

static Outcome step(Run *run)
{
    const Py_UCS4 *units = run->program + run->here;
    Py_ssize_t here = run->here, place = run->place, by = (Py_ssize_t)units[1];
    switch (units[0]) {
    case CHAR: case FOLD: case SET: case ANY:
        return take_one(run);
    case TEXT: case FOLDED:
        return take_text(run, by);
    case RUN: case ALL:
        return take_many(run);
    case LOOK:
        return look(run, by);
    case SPLIT:
        run->here = here + 2;
        return note(run, here + 2 + by, place, place);
    case JUMP:
        return go_on(run, here + 2 + by, 1);
    case MORE:
        run->here = here - by;
        return by <= here ? note(run, here + 2, place, place) : GIVEN_UP;
    case EDGE:
        return go_on(run, here + 1, is_ascii_word(run, place - 1) != is_ascii_word(run, place));
    case NO_EDGE:
        return go_on(run, here + 1, is_ascii_word(run, place - 1) == is_ascii_word(run, place));
    case BEGIN:
        return go_on(run, here + 1, place == 0);
    case END:
        return go_on(run, here + 1, place == run->size);
    case MATCH:
        return MATCHED;
    default:
        return GIVEN_UP;
    }
}

static Answer answer_of(Run *run)
{
    while (run->units > 0 && !run->bench->has_lines && run->left-- > 0) {
        Outcome outcome = step(run);
        if (outcome == MATCHED) {
            return YES;
        }
        if (outcome == GIVEN_UP) {
            return IN_DOUBT;
        }
        if (outcome == FAILED && go_back(run) == FAILED) {
            return NO;
        }
    }
    return IN_DOUBT;
}

Answer matches(Bench *bench, Py_ssize_t place)
{
    Run run = {bench->program, bench->block, bench->units, bench->size, 0, place, ENOUGH, bench, -1, {0, 0, 0, 0}};
    bench->used = 0;
    Answer answer = answer_of(&run);
    bench->spent += ENOUGH - run.left;
    return answer;
}
