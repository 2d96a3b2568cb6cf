/* Where things belong in tables that are looked up by hashes. */
#ifndef STYLELINT_SLOTS_H
#define STYLELINT_SLOTS_H

#include "native.h"

/* Return an odd number that whoever writes a draft cannot know: it hangs on what Python hashes strings with, which is another
   in each process; 0 with an exception. */
static inline uint64_t drawn_number(void)
{
    PyObject *string = PyUnicode_FromString("slots");
    Py_hash_t hash = string == NULL ? -1 : PyObject_Hash(string);
    Py_XDECREF(string);
    return hash == -1 ? 0 : (uint64_t)hash * 0x9E3779B97F4A7C15u | 1;
}

/* Return the slot of a hash, where there are so many, for a number that was drawn: hashes that differ seldom have one slot, or
   neighbours, whatever they are (multiply-shift hashing: Dietzfelbinger and others, 1997).  So nobody can write a draft whose
   words, of which each is looked up, all stand in each other's way. */
static inline size_t slot_for(uint64_t hash, uint64_t drawn, size_t slots)
{
    return (size_t)((hash * drawn >> 32) * (uint64_t)slots >> 32);
}

#endif
