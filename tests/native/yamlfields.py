"""Arguments for the functions of yamlfields.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import combined, mostly, of, parts_of

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

FIELDS = (
    "a: b\n", "a:\n  - j\n  - 'k' \n", "a:\n- j\n", "c:\n  n: o\n  q: ' '\n", 'e: "f\n  g"\n', "a: b\n  c\n",
    "a:\n  - j\n    k\n", "# m\n", "\n", "g: -h\n", "i: 2\r\n", "l: “m” n\n", 'o: "p\r\n   q  \n r"\n',
    "s: t\r\n  u\r\n", "w: x:y#z \n",
)  # fmt: skip
"""All of it is read without YAML."""

ODD = (
    "g: -h #\n", "i: 2 # k\r\n", "v: 'w\n  x'\n", 'y: "z  \n\n  a"\n', "b: c \n   \xa0d\n", "e: \\f\n",
    "a: b\\c\n  d\n", "a: b\n  c\\\n", "a: b\n  c\xa0\n", "g: h\n  #i\n",
    "j:\n  k: l\n   m: n\n", "o:\n  p:\n    q: r\n", "s:\n  - t\n  u: v\n", "w: x:y z: \n",
)  # fmt: skip
"""And this is not."""

_WHOLE = st.lists(st.sampled_from(FIELDS), min_size=1, max_size=4).map("".join)
_NEARLY = st.builds("{}{}{}".format, _WHOLE, st.sampled_from(ODD), st.sampled_from(FIELDS))
_PLAIN = (_WHOLE | _NEARLY).map(lambda text: (text, 0, len(text)))

ARGUMENTS = {"simple_fields": mostly(_PLAIN, parts_of(LINES))}

_BITS = combined(3, "a: b 'c' # -", " \n\t:'\"\\\xa0")
_HEADS = "", "a: ", "a:\n  - ", "a:\n  b: ", "a: b\n  "
_TEXTS = [f"{head}{bits}\n" for head in _HEADS for bits in _BITS]
_KEYS = [
    f"{letter}{more}: b\n" for letter in "azAZ09_-@[`{/:.é" for more in ("", "a9", "-", "_0", "8:", "é", " ")
]

CASES = {"simple_fields": [(text, 0, len(text)) for text in (*_TEXTS, *_KEYS, *FIELDS, *ODD, *SIMPLE)]}
