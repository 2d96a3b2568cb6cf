/* Which factors stand in a text: part of the twin of `Lookout.met` in stylelint/lookout.py. */
#include "lookout_look.h"

#include <string.h>

/* The codes that come after a place, the first in the lowest byte; 0 after the text. */
static inline uint32_t codes_after(const Look *look, Py_ssize_t end)
{
    const unsigned char *codes = look->letters.codes + end;
    return codes[0] | (uint32_t)codes[1] << 8 | (uint32_t)codes[2] << 16 | (uint32_t)codes[3] << 24;
}

/* Note a factor, if that is not done, whose codes are these where its gram ends, or it begins, at a place, if it stands
   there. */
static void note_one(Look *look, const Node *node, Py_ssize_t place)
{
    Seen *seen = node->in_block ? &look->in_blocks : &look->anywhere;
    if (seen->last[node->number] == seen->stretch || (node->in_block && look->block < 0)) {
        return;
    }
    const Factor *factor = &look->lookout->factors[node->factor];
    if (stands(node->in_block ? &look->in_block : &look->whole, look->lookout, factor, place + factor->length)) {
        seen->last[node->number] = seen->stretch;
        seen->numbers[seen->count++] = node->number;
    }
}

/* Note the factors of a bucket whose codes are these where their grams end, or they begin, at a place.  Of those that begin
   there, as many codes are compared first as are held. */
static inline void note(Look *look, int where, uint32_t hash, uint64_t codes, Py_ssize_t place)
{
    const int32_t *first = look->lookout->index->first + bucket_of(where, hash);
    const Node *node = look->lookout->nodes + first[0], *last = look->lookout->nodes + first[1];
    const int begun = where == STARTS || where == SENTENCES;
    const uint32_t more = node < last ? codes_after(look, begun ? place + HELD : place) : 0;
    for (; node < last; node++) {
        if ((codes & node->mask) == node->codes && (more & node->more_mask) == node->more) {
            note_one(look, node, place);
        }
    }
}

/* Note the factors that stand at a place, of an index that has them by how they begin. */
static void note_first(Look *look, int where, Py_ssize_t place)
{
    static const unsigned char lengths[] = FIRST;
    uint64_t codes = 0;
    int size = 0;
    while (size < HELD && place + size < look->in_block.end) {
        codes |= (uint64_t)look->letters.codes[place + size] << 8 * (HELD - 1 - size);
        size++;
    }
    for (size_t i = 0; i < sizeof lengths; i++) {
        uint32_t hash = lengths[i] <= size ? hash_of_first(codes, lengths[i]) : 0;
        if (lengths[i] <= size && is_set(look->lookout->index->maps[where], bit_of(hash, 0))) {
            note(look, where, hash, codes, place);
        }
    }
}

/* Note the factors that begin with a sign, at a place where a block may begin. */
static void note_open(Look *look, Py_ssize_t place)
{
    for (Py_UCS4 sign = EDGE; sign <= FINISH; sign++) {
        uint32_t hash = hash_of_sign(sign);
        if (is_set(look->lookout->index->maps[OPEN], bit_of(hash, 0))) {
            note(look, OPEN, hash, 0, place);
        }
    }
}

static int is_mark(Py_UCS4 letter)
{
    switch (letter) {
    case ' ': case '*': case '>': case '|': case '[': case '(': case '_': case '-':
    case 0x2022: case 0x2981: case 0x25AA: case 0x25A0: case 0x25C6: case 0xB7: case 0xBB: case 0x25BA:
    case 0x25B6: case 0x25B8: case 0x2192: case 0x2190: case 0xAB: case 0x2193:
        return 1;
    default:
        return 0;
    }
}

static void note_begun(Look *look)
{
    Py_ssize_t place = look->in_block.start;
    do {
        look->in_block.begun = place;
        note_first(look, STARTS, place);
        note_open(look, place);
    } while (place < look->in_block.end && is_mark(at(&look->letters.text, place++)));
}

/* Note how a sentence begins in a block after a stop, whatever blanks and closing signs come before it. */
static void note_sentence(Look *look, Py_ssize_t place)
{
    for (; place < look->in_block.end; place++) {
        Py_UCS4 letter = at(&look->letters.text, place);
        if (letter >= 128 ? letter != 0xBB : strchr(")\"'] ", (int)letter) == NULL || letter == 0) {
            break;
        }
    }
    note_first(look, SENTENCES, place);
}

static int is_stop(Py_UCS4 letter)
{
    return letter == '.' || letter == '!' || letter == '?' || letter == 0x2026;
}

/* Tell whether such letters stand beside a gram of so many, which is a hit, as may stand beside one of its bucket. */
static inline int fits_beside(const Look *look, int where, uint32_t hash, int length, const Hit *hit)
{
    const Index *index = look->lookout->index;
    const Beside *beside = &index->beside[bucket_of(where, hash)];
    /* What was kept may have been changed by somebody: a kind that is none must not be shifted by. */
    const int before = index->kinds[hit->gram >> 8 * length & 0xFF] & 31;
    const int after = index->kinds[look->letters.codes[hit->end]] & 31;
    return look->doubtful | (int)(beside->before >> before & beside->after >> after & 1);
}

/* Look for short grams that end before a place with these codes, and for the end of a sentence. */
static void look_closer(Look *look, const Hit *hit)
{
    const uint32_t both = hash_of(hit->gram & 0xFFFF), last = hash_of(hit->gram & 0xFF);
    const uint64_t *map = look->lookout->index->maps[SHORTS];
    if (is_set(map, bit_of(both, 0)) && fits_beside(look, SHORTS, both, 2, hit)) {
        note(look, SHORTS, both, hit->gram, hit->end);
    }
    if (is_set(map, bit_of(last, 0)) && fits_beside(look, SHORTS, last, 1, hit)) {
        note(look, SHORTS, last, hit->gram, hit->end);
    }
    if (look->block >= 0 && is_stop(at(&look->letters.text, hit->end - 1))) {
        note_sentence(look, hit->end);
    }
}

/* Note the factors whose grams were hit, where such letters stand beside them as may. */
static void note_grams(Look *look, Hits *hits)
{
    const Index *index = look->lookout->index;
    int kept = 0;
    for (int i = 0; i < hits->gram_count; i++) {
        const Hit hit = hits->grams[i];
        const uint32_t hash = hash_of(hit.gram);
        hits->grams[kept] = hit;
        kept += fits_beside(look, TEXTS, hash, GRAM, &hit);
        FETCH(look->lookout->nodes + index->first[bucket_of(TEXTS, hash)]);
    }
    for (int i = 0; i < kept; i++) {
        note(look, TEXTS, hash_of(hits->grams[i].gram), hits->grams[i].gram, hits->grams[i].end);
    }
}

/* Look at a stretch of the text: a block, or what stands between two. */
static void look_at(Look *look, Py_ssize_t start, Py_ssize_t end)
{
    Hits hits;
    for (; start < end; start += ROW) {
        find_hits(&look->letters, look->lookout, start, Py_MIN(end, start + ROW), &hits);
        for (int i = 0; i < hits.pair_count; i++) {
            look_closer(look, &hits.pairs[i]);
        }
        note_grams(look, &hits);
    }
}

/* Note who is met by what was seen in a block; return 0, or -1 with an exception. */
static int meet(Look *look, PyObject *block)
{
    if (look->in_blocks.count == 0) {
        return 0;
    }
    seen_in_order(&look->in_blocks);
    return note_block(&look->meeting, look->block, block, look->in_blocks.numbers, look->in_blocks.count);
}

/* Tell whether something stands right before a block, or after it, but for a line end: a block is as if it were all there
   is, and what stands between letters at its edges is told by that. */
static int is_open(const Look *look)
{
    const unsigned char *codes = look->letters.codes, *kinds = look->lookout->index->kinds;
    const Stretch *block = &look->in_block;
    return (block->start > 0 && kinds[codes[block->start - 1]] != NO_LETTER) || kinds[codes[block->end]] != NO_LETTER;
}

int look_at_all(Look *look, PyObject *blocks)
{
    Py_ssize_t before = 0;
    look->doubtful = look->letters.doubtful;
    note(look, OPEN, hash_of_sign(ANY_CASE), 0, 0);
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(blocks); i++) {
        PyObject *block = PyTuple_GET_ITEM(blocks, i);
        if (span_of(block, look->letters.text.size, &look->in_block.start, &look->in_block.end) < 0) {
            return -1;
        }
        if (look->in_block.start < before) {
            PyErr_SetString(PyExc_ValueError, "blocks are wanted in order");
            return -1;
        }
        look->in_block.marks_from = look->in_block.marks_to = -1;
        look_at(look, before, look->in_block.start);
        look->block = i;
        look->doubtful = look->letters.doubtful || is_open(look);
        seen_begin(&look->in_blocks);
        note_begun(look);
        look_at(look, look->in_block.start, look->in_block.end);
        if (meet(look, block) < 0) {
            return -1;
        }
        look->block = -1;
        look->doubtful = look->letters.doubtful;
        before = look->in_block.end;
    }
    look_at(look, before, look->letters.text.size);
    return 0;
}
