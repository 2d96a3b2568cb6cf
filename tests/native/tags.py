"""Arguments for the functions of tags.c."""

from __future__ import annotations

from hypothesis import strategies as st

from stylelint.readers.tags import UNREAD
from tests.native.strategies import of, parts_of

HTML = of(
    "<a <B </a </é> < > /> = a=b c='d' e=\"f\" g= \" ' h=\"i ='j <!-- --> <!--> <!---> --!> -- <!d <? ?> </ "
    "</> <br/> <p> </p> <é> <K> <İ> <script> <STYLE x> <svg/> </script>",
    "a é𝄞<>/=\"'!-\n\xa0",
)

ARGUMENTS = {
    "simple_tokens": st.tuples(parts_of(HTML), st.booleans()).map(lambda drawn: (*drawn[0], drawn[1], UNREAD))
}
