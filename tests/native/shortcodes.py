"""Arguments for the functions of shortcodes.c."""

from __future__ import annotations

from tests.native.strategies import of, parts_of

CALLS = of(
    r"""caption alt title credit attr xalt = : =' =" ="b" :'c' =`d` =`e\` ="\"" ='\'' ="\n" "" =""",
    "a=:\"'`\\ \n\xa0é𝄞_",
)
BRACKETS = of(
    f"[caption [/caption [video] [/tweet [a [b-c d= [gallery= [captions [pullquoteé {'a' * 40} {'-' * 41}",
    "[/] =ab_-é𝄞",
)

ARGUMENTS = {
    "named_texts": parts_of(CALLS),
    "opening_brackets": parts_of(BRACKETS).map(lambda part: part[:2]),
}
