"""Arguments for the functions of shortcodes.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import combined, of, parts_of

CALLS = of(
    r"""caption alt title credit attr xalt = : =' =" ="b" :'c' =`d` =`e\` ="\"" ='\'' ="\n" "" =""
    caption="d" alt='e' title:`f` credit="\"" attr='g\h' xalt="i" alt=''""",
    "a=:\"'`\\ \n\xa0é𝄞_",
)
BRACKETS = of(
    f"[caption [/caption [video] [/tweet [a [b-c d= [gallery= [captions [pullquoteé {'a' * 40} {'-' * 41}",
    "[/] =ab_-é𝄞",
)

BRACES = of(
    "{{ }} {% %} {{/* {{</* {{!-- {{- raw code end endimage image img {%photo {%-end {{<highlight {%/raw"
    " caption='d' title= alt:`e`",
    "{}%<-/. \nabé𝄞",
) | st.builds(
    lambda n, word: "{%" + " " * n + word + "%}", st.integers(68, 80), st.sampled_from(["image", "rawx"])
)

ARGUMENTS = {
    "plain_calls": st.tuples(
        BRACES,
        st.sampled_from([("{{", "}}"), ("{%", "%}"), ("{", "}")]),
        st.sampled_from([8000, 9]),
        st.integers(0, 3),
    ).map(lambda drawn: (drawn[0], *drawn[1], *drawn[2:])),
    "named_texts": parts_of(CALLS),
    "opening_brackets": parts_of(BRACKETS).map(lambda part: part[:2]),
}

_PLAIN = combined(3, "{{ }} {{< > /* */ raw image code /raw", " a.\n")
_VALUES = combined(4, "", " ='\"\\`:a")
_OPENED = ("caption", "a", "z", "b-c", "gallery", "tweet", "a" * 39, "a" * 40, "a" * 41, "A", "é", "")

CASES = {
    "plain_calls": [
        *(("{{" + text + "}}", "{{", "}}", 8000, 0) for text in _PLAIN),
        *(
            (f"{{%{blanks}{word}{end}%}}", "{%", "%}", 8000, 0)
            for blanks in ("", " ", "-", "- ", " " * 70)
            for word in ("image", "photo", "raw", "endraw", "x", "é")
            for end in ("", " ", " a='b'", "é", "_", "1", ' title="c" ')
        ),
    ],
    "named_texts": [(f"caption{text}", 0, 7 + len(text)) for text in _VALUES],
    "opening_brackets": [
        (f"{before}[{sign}{name}{after}", 0)
        for before in ("", "a", "]")
        for sign in ("", "/", " ")
        for name in _OPENED
        for after in ("", "]", " ", "=", "=]", "/]", " b=c]", "é]", "_]", "\n]")
    ],
}
