"""Arguments for the functions of tags.c."""

from __future__ import annotations

from hypothesis import strategies as st

from stylelint.readers.tags import UNREAD
from tests.native.strategies import combined, of, parts_of

HTML = of(
    "<a <B </a </é> < > /> = a=b c='d' e=\"f\" g= \" ' h=\"i ='j <!-- --> <!--> <!---> --!> -- <!d <? ?> </ "
    "</> <br/> <p> </p> <é> <K> <İ> <script> <STYLE x> <svg/> </script>",
    "a é𝄞<>/=\"'!-\n\xa0",
)

ARGUMENTS = {
    "simple_tokens": st.tuples(parts_of(HTML), st.booleans()).map(lambda drawn: (*drawn[0], drawn[1], UNREAD))
}

_TEXTS = [
    *combined(3, '<a <b="c" </a <!-- --> <!d', "=\"'/> x\n"),
    *(f"<{letter}x>" for letter in "@AZ[`az{é/"),
    *(f"<a {part}>b<c>" for part in combined(3, "b= c=", "b\"'> \n/")),
    *(f"<a b{value}>c\" d='><e f'>" for value in combined(4, "", " =\"'>\n")),
    *(f"<{name}{end}a</{name}{end}b" for name in sorted(UNREAD) for end in (">", " ", "/>", " x>", "x>")),
]

CASES = {"simple_tokens": [(text, 0, len(text), lax, UNREAD) for text in _TEXTS for lax in (False, True)]}
