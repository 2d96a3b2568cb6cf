/* How a word with hyphens is known; see compounds.h. */
#include "compounds.h"

#include <string.h>

enum { LONGEST_FIRST = 40 };

int may_begin(const Text *text, Py_ssize_t start)
{
    Py_UCS4 c = sign(text, start - 1);
    return start == 0 || !(is_word(c) || c == 0x2019 || (c < 0x80 && c && strchr("'./#@-", (int)c)));
}

int may_end(const Text *text, Py_ssize_t end)
{
    Py_UCS4 c = sign(text, end);
    return end == text->size || !(is_word(c) || c == '-' || (c == '.' && is_word(sign(text, end + 1))));
}

static Py_ssize_t letters_until(const Text *text, Py_ssize_t start)
{
    while (is_small(sign(text, start))) {
        start++;
    }
    return start;
}

int is_compound(const Text *text, Py_ssize_t hyphen, Compound *found)
{
    Py_ssize_t start = hyphen, end = hyphen;
    while (hyphen - start <= LONGEST_FIRST && is_small(sign(text, start - 1))) {
        start--;
    }
    start -= is_letter(sign(text, start - 1));
    if (hyphen - start < 2 || hyphen - start > LONGEST_FIRST || !may_begin(text, start)) {
        return 0;
    }
    for (int parts = 0; parts < MOST_HYPHENS && sign(text, end) == '-' && is_letter(sign(text, end + 1)); parts++) {
        end = letters_until(text, end + 2);
    }
    if (end == hyphen || !may_end(text, end) || sign(text, end) == '/' || sign(text, end) == '@') {
        return 0;
    }
    Py_ssize_t stop = sign(text, end) == ' ' ? letters_until(text, end + 1) : end;
    int is_noun = stop - end > SHORTEST_NOUN && !is_word(sign(text, stop)) && sign(text, stop) != '-';
    *found = (Compound){start, end, is_noun ? stop : end};
    return 1;
}
