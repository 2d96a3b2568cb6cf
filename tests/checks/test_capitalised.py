"""What the capitalised words of a text say: names spelled nearly alike, and who speaks."""

from __future__ import annotations

import pytest

from stylelint.checks._capitalised import capitalised, capitalised_in
from stylelint.checks._spelling import ENDINGS
from stylelint.readers import read
from tests.spending import spent

ASKED = frozenset({"Thare"}), ENDINGS, frozenset({"Nobody"})


@pytest.mark.parametrize(
    ("text", "near", "halved"),
    [
        ("Varga and Vargo, vargu", [("Varga", "Vargo")], []),
        ("Ámbar, Ambar and iVarga, Varda", [("Varda", "Varga")], []),
        ("Stephen, Steven and Stephanson", [("Stephen", "Steven")], []),
        ("Varga-Menal and Varga-Menel, Varga-era and Varga-ere", [("Varga-Menal", "Varga-Menel")], []),
        ("VARGA, VARGO, Varg1 and Varg2", [], []),
        ("Vargan and Vargans", [], []),
        ("Thare and There", [], []),
        ("LeVar, VyLumen, TideWatch and Watch", [], ["LeVar", "TideWatch"]),
        ("Varbm Varbp", [("Varbm", "Varbp")], []),
        (" ".join(f"Var{a}{b}" for a in "bdfgklt" for b in "mnprst"), [], []),
    ],
)
def test_lookalikes(text: str, near: list[tuple[str, str]], halved: list[str]) -> None:
    assert capitalised(text, *ASKED)[:2] == (near, halved)


@pytest.mark.parametrize(
    ("text", "all_", "late"),
    [
        ("Ann Roe came. Roe said so.", {"Roe"}, set()),
        ("The Roe plan. Ann Roe came, and Roe has said so.", {"Roe"}, set()),
        ("So the aide of Roe came, Ann Roe, and Roe later added it.", {"Roe"}, {"Roe"}),
        ("Roe said so, and Roe's friend told us.", set(), set()),
        ("They met Ann ROE, as ROE said.", set(), set()),
        ("By van Özil's door Özil said so.", {"Özil"}, {"Özil"}),
        ("He met Ann Nobody; Nobody said so.", set(), set()),
        # The longest name that is taken for one; an s at its end changes nothing.
        (f"Ann {'Varga' * 8}s house, and {'Varga' * 8} said so.", {"Varga" * 8}, set()),
        ("Ann O'Roe-Varga and O'Roe-Varga's son met; O'Roe-Varga then told us.", {"O'Roe-Varga"}, set()),
    ],
)
def test_surnames(text: str, all_: set[str], late: set[str]) -> None:
    speakers = capitalised(text, *ASKED)[2]
    assert {name for name, _ in speakers} == all_
    assert {name for name, led in speakers if not led} == late


def test_a_word_is_not_read_from_each_of_its_letters() -> None:
    """The letters of Latin Extended-A are looked at where capitals are."""

    def seconds(size: int) -> float:
        text = "ā" * size
        return min(spent(lambda: capitalised(text, *ASKED)) for _ in range(3))

    assert seconds(40_000) < 10 * max(seconds(10_000), 0.01)


def test_a_document_is_asked_once() -> None:
    document = read("a.txt", b"Ann Varga left. Vargo said so.")
    known = capitalised_in(document)
    assert known.near == [("Varga", "Vargo")]
    assert capitalised_in(document.with_roles({0: "caption"})) is known
