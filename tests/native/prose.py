"""Arguments for the functions of prose.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import of

ADDRESSES = of(
    f":// www. w.w. @ . .. http https+ git+ssh a-b _ +a é.é ))) {'a' * 64} {'b' * 70} {'.a' * 3}",
    "aZ1é𝄞 .,;:!?'’)]<>\"“”/-_+@w\t\u2028",
)

ARGUMENTS = {"addressed": st.tuples(ADDRESSES)}
