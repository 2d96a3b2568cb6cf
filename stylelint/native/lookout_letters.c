/* The letters of a text as codes, and where what is looked for may stand among them: part of the twin of the class in
   stylelint/lookout.py. */
#include "lookout_look.h"

#include <string.h>

/* Stands for a code at first where a letter beyond ASCII has that of one of ASCII. */
#define DOUBTFUL 0xFF

static unsigned char first_code_of(Py_UCS4 letter)
{
    const unsigned char code = code_of(letter);
    return letter >= 128 && (code & ~CAPITAL) >= 'a' ? DOUBTFUL : code;
}

#define WRITE_CODES(type)                                                              \
    for (Py_ssize_t i = 0; i < text->size; i++) {                                      \
        Py_UCS4 letter = ((const type *)text->data)[i];                                \
        codes[i] = letter < 256 ? known[letter] : first_code_of(letter);               \
    }

/* Write the code of each letter of a text. */
static void write_codes(const Text *text, unsigned char *codes)
{
    unsigned char known[256];
    for (int i = 0; i < 256; i++) {
        known[i] = first_code_of((Py_UCS4)i);
    }
    switch (text->kind) {
    case PyUnicode_1BYTE_KIND:
        WRITE_CODES(Py_UCS1)
        break;
    case PyUnicode_2BYTE_KIND:
        WRITE_CODES(Py_UCS2)
        break;
    default:
        WRITE_CODES(Py_UCS4)
    }
}

/* Write the codes that are in doubt. */
static void settle_codes(Letters *letters)
{
    unsigned char *place = letters->codes, *end = letters->codes + letters->text.size;
    letters->doubtful = 0;
    while ((place = memchr(place, DOUBTFUL, (size_t)(end - place))) != NULL) {
        *place = code_of(at(&letters->text, place - letters->codes));
        letters->doubtful = 1;
        place++;
    }
}

int lookout_take(Letters *letters, PyObject *text)
{
    if (text_of(text, &letters->text) < 0
        || have_room((void **)&letters->codes, &letters->room, letters->text.size + HELD + MORE, 1) < 0) {
        return -1;
    }
    letters->gram = 0;
    write_codes(&letters->text, letters->codes);
    settle_codes(letters);
    memset(letters->codes + letters->text.size, 0, HELD + MORE);
    return 0;
}

void find_hits(Letters *letters, const Lookout *lookout, Py_ssize_t start, Py_ssize_t end, Hits *hits)
{
    const uint64_t *pairs = lookout->head->pairs, *map = lookout->index->maps[TEXTS];
    uint64_t gram = letters->gram;
    int gram_count = 0, pair_count = 0;
    for (Py_ssize_t i = start; i < end; i++) {
        const uint64_t longer = gram << 8 | letters->codes[i];
        hits->pairs[pair_count] = (Hit){longer, i + 1};
        pair_count += is_set(pairs, longer & 0xFFFF);
        if ((longer & 0xFFFF) == BOTH_BLANK) {
            continue; /* a run of blanks is one in grams */
        }
        gram = longer;
        hits->grams[gram_count] = (Hit){gram, i + 1};
        gram_count += is_set(map, bit_of(hash_of(gram), has_capitals(gram)));
    }
    letters->gram = gram;
    hits->gram_count = gram_count;
    hits->pair_count = pair_count;
}
