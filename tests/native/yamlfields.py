"""Arguments for the functions of yamlfields.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import of, parts_of

BITS = of(
    "a: b: _c-d: é: '  e:' '  f: g' '    h: i' - '  - ' '- j' # ' #' #k : :l \" ' \"m\" 'n' “o” \\ .p /q [r]",
    " :#-\"'\n\r\ta1é𝄞(\x85\xa0\u2028\ufeff\uffff",
)
SIMPLE = (
    "a: b\n", "a:\n", "c: 'd'\n", 'e: "f"  \n', "g: h#i: \n", "  - j\n", "- k \r\n", " - l\n", "# m\n", "\n",
    "  w x\n", "   y:z #\r\n", "  #\n", '  "\n', 'e: "f\n', "a: -b \n",
    "  - -\n", "  \\w\n", "  y\xa0\n", 'e: "f\n  g"\n',
    "  n: o\n", "  p:\n", "  q: ' '\n", "    r: s\n", "t: \n", "u: \xa0v\n", "é: w\n",
)  # fmt: skip
LINES = st.lists(st.sampled_from(SIMPLE) | BITS, max_size=8).map("".join)

ARGUMENTS = {"simple_fields": parts_of(LINES)}
