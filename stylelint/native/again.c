/* Twin of a function in stylelint/checks/_again.py. */
#include "likeness.h"

/* The text of a block, where it begins in the draft, and how many words a sentence must have; what was found; and
   the words of a sentence, with a blank between two, for which there is always room enough. */
typedef struct {
    Text text;
    Py_ssize_t offset, least;
    PyObject *found;
    Py_UCS4 *words;
    Py_ssize_t room;
} Search;

/* Return where the sentence ends that goes on at an offset: behind stops, and what closes quotations and brackets,
   with a blank or nothing after them. */
static Py_ssize_t end_of_sentence(const Text *text, Py_ssize_t place)
{
    while (place < text->size) {
        Py_UCS4 c = at(text, place++);
        if (c != '.' && c != '!' && c != '?') {
            continue;
        }
        while (place < text->size && ((c = at(text, place)) == '.' || c == '!' || c == '?')) {
            place++;
        }
        Py_ssize_t end = place;
        while (end < text->size && ((c = at(text, end)) == '"' || c == '\'' || c == ')' || c == ']')) {
            end++;
        }
        if (end == text->size || Py_UNICODE_ISSPACE(at(text, end))) {
            return end;
        }
    }
    return text->size;
}

/* Note a sentence if it is long enough; return 0, or -1 with an exception. */
static int note(Search *search, Py_ssize_t start, Py_ssize_t end)
{
    if (search->room < end - start) {
        Py_UCS4 *words = grown(search->words, &search->room, end - start, sizeof *words);
        if (words == NULL) {
            return -1;
        }
        search->words = words;
    }
    Py_ssize_t size;
    if (words_between(&search->text, start, end, search->words, &size) < search->least) {
        return 0;
    }
    PyObject *key = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, search->words, size);
    PyObject *places = key == NULL ? NULL : PyDict_GetItemWithError(search->found, key);
    int failed = key == NULL || PyErr_Occurred() ? -1 : 0;
    if (!failed && places == NULL) {
        PyObject *list = PyList_New(0);
        failed = list == NULL ? -1 : PyDict_SetItem(search->found, key, list);
        places = list; /* the dictionary holds it */
        Py_XDECREF(list);
    }
    Py_XDECREF(key);
    return failed ? -1 : append_span(places, search->offset + start, search->offset + end);
}

static int note_all(Search *search)
{
    const Text *text = &search->text;
    for (Py_ssize_t start = 0, end; start < text->size; start = end) {
        end = end_of_sentence(text, start);
        while (start < end && Py_UNICODE_ISSPACE(at(text, start))) {
            start++;
        }
        if (start < end && note(search, start, end) < 0) {
            return -1;
        }
    }
    return 0;
}

/* long_sentences(text, offset, least) */
static PyObject *long_sentences(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    Search search = {.words = NULL};
    (void)module;
    if (count != 3 || !PyLong_Check(args[1]) || !PyLong_Check(args[2])) {
        PyErr_SetString(PyExc_TypeError, "long_sentences(text, offset, least)");
        return NULL;
    }
    search.offset = PyLong_AsSsize_t(args[1]);
    search.least = PyErr_Occurred() ? -1 : PyLong_AsSsize_t(args[2]);
    if (PyErr_Occurred() || text_of(args[0], &search.text) < 0) {
        return NULL;
    }
    if (search.offset < 0 || search.offset > PY_SSIZE_T_MAX - search.text.size) {
        PyErr_SetString(PyExc_ValueError, "no text has such an offset");
        return NULL;
    }
    search.found = PyDict_New();
    if (search.found != NULL && note_all(&search) < 0) {
        Py_CLEAR(search.found);
    }
    PyMem_Free(search.words);
    return search.found;
}

PyMethodDef again_functions[] = {
    {"long_sentences", (PyCFunction)(void (*)(void))long_sentences, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
