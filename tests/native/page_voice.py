"""Arguments for the functions of page_voice.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import anywhere, combined, of

RUN_INS = anywhere(of("newYou closed.Sign ab", "aZ.!?\"')] é—𝄞"))
ENDINGS = of('closed. p.m. a.m. Mr. no. said newYou U.S. The."Sign', " \n.!?…\"')] aé—𝄞\u2003")
DOUBT = st.sampled_from([frozenset(), frozenset({"mr", "no"})])

ARGUMENTS = {
    "last_sentence": st.tuples(ENDINGS, DOUBT),
    "run_ins": RUN_INS,
    "sentence_parts": st.tuples(ENDINGS, DOUBT),
}

_LINES = "\n".join(combined(4, "", "abAZ[.?)]\"' "))
_ENDS = combined(3, "closed. p.m. a.m. Mr. U.S. The", " \n.!?…\"')aÉ")

CASES = {
    "last_sentence": [(text, frozenset({"mr"})) for text in _ENDS],
    "run_ins": [
        (_LINES, 0, len(_LINES)),
        *((f"ab{text}", 0, 2 + len(text)) for text in combined(3, "", "AZ[.?!)]\"'^ ")),
        *((text, 1, 3) for text in combined(4, "", "aA.)")),
    ],
    "sentence_parts": [(text, frozenset({"mr"})) for text in _ENDS],
}
