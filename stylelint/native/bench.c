/* What a program and a block are put on, to be run by programs.c. */
#include "programs.h"
#include <string.h>

/* Code points behind a program that are no instructions: as many as an instruction has before its ranges. */
#define MARGIN 3

void bench_free(Bench *bench)
{
    PyMem_Free(bench->block);
    PyMem_Free(bench->points);
}

int take_program(Bench *bench, PyObject *bytes)
{
    if (!PyBytes_Check(bytes)) {
        PyErr_SetString(PyExc_TypeError, "a program is in bytes");
        return -1;
    }
    /* They stand where bytes of Python's do, at a place for any number. */
    bench->program = (const Py_UCS4 *)(const void *)PyBytes_AS_STRING(bytes);
    bench->units = PyBytes_GET_SIZE(bytes) / (Py_ssize_t)sizeof *bench->program - MARGIN;
    for (Py_ssize_t i = 0; bench->units > 0 && i < MARGIN; i++) {
        if (bench->program[bench->units + i] != 0) {
            bench->units = 0; /* it is none */
        }
    }
    return 0;
}

int take_block(Bench *bench, const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    bench->size = end - start;
    if (bench->size > bench->block_room) {
        Py_UCS4 *block = grown(bench->block, &bench->block_room, bench->size, sizeof *block);
        if (block == NULL) {
            return -1;
        }
        bench->block = block;
    }
    if (text->kind == PyUnicode_1BYTE_KIND) {
        const Py_UCS1 *letters = (const Py_UCS1 *)text->data + start;
        for (Py_ssize_t i = 0; i < bench->size; i++) {
            bench->block[i] = letters[i];
        }
    } else if (text->kind == PyUnicode_2BYTE_KIND) {
        const Py_UCS2 *letters = (const Py_UCS2 *)text->data + start;
        for (Py_ssize_t i = 0; i < bench->size; i++) {
            bench->block[i] = letters[i];
        }
    } else {
        memcpy(bench->block, (const Py_UCS4 *)text->data + start, (size_t)bench->size * sizeof *bench->block);
    }
    int has_lines = 0;
    for (Py_ssize_t i = 0; i < bench->size; i++) {
        has_lines |= bench->block[i] == '\n';
    }
    bench->has_lines = has_lines;
    return 0;
}
