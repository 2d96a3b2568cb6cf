"""Makes drafts to measure on: invented news, as long as real stories, with about as many faults.

The same seed gives the same drafts on every machine.
"""

from __future__ import annotations

import html
import random
from pathlib import Path

_PLACES = "Torvik Brekke Harbour Eastquay Milford Langwater Norrick Sandby Ferrow Kilmore".split()
_NAMES = """Ada Brandt|Jonas Wik|Maria Lindqvist|Ben Achterberg|Ida Holm|Pavel Sorin|Lina Okafor|
Tom Reyes""".split("|")
_THINGS = """bridge ferry wall library station school railway reservoir hospital market budget contract
inquiry report survey strike election harvest storm court jury road tunnel tax debt loan museum theatre
festival border treaty vote bill pension airline bakery brewery cinema factory farm forest garden""".split()
_KINDS = """old new regional public private empty costly quiet early late long short second third northern
southern open hidden modern wooden crowded small large famous""".split()
_ACTS = """closed delayed praised rejected opened sold bought inspected repaired promised blamed ignored
defended criticised planned measured described changed counted crossed damaged moved""".split()
_WHEN = """on Monday|on Tuesday night|in April|last year|before the summer|after the storm|at noon|
in the autumn of 2025|for the first time|without a word|in spite of the rain|against all advice""".split("|")
_SYLLABLES = "ba de fen gor hal kir lo mar nes or pol ran sel tor ul vik".split()
_FAULTS = (
    "ADVERTISEMENT", "Sign up for our morning newsletter", "Read more: What the {thing} cost", "(Reuters)",
    "The the {thing} was closed at noon.", "NATO Secretary-General {name} said nothing.Later he left.",
    "A worker looks at the {thing} in {place} on Tuesday, May 12, 2026. (Ida Holm/Nordic Press)",
)  # fmt: skip


def sentence(chance: random.Random) -> str:
    """Return a sentence that reads like news and stands hardly ever twice."""
    one, two, three = (f"{chance.choice(_KINDS)} {chance.choice(_THINGS)}" for _ in range(3))
    act, other = chance.sample(_ACTS, 2)
    when, place, number = chance.choice(_WHEN).strip(), chance.choice(_PLACES), chance.randrange(12, 9000)
    return chance.choice(
        (
            f"The {one} in {place} was {act} {when}, and {number:,} people {other} the {two}.",
            f"Nobody {act} the {one} {when} because the {two} had {other} the {three} near {place}.",
            f"{chance.choice(_NAMES).strip()} {act} the {one} {when} and {other} the {two}.",
            f"About {number:,} of the {one}’s workers {act} the {two} {when}, the {three} of {place} said.",
        )
    )


def paragraph(chance: random.Random) -> str:
    """Return one paragraph: prose, speech or, now and then, a fault."""
    name, thing, place = chance.choice(_NAMES).strip(), chance.choice(_THINGS), chance.choice(_PLACES)
    if chance.random() < 0.08:
        return chance.choice(_FAULTS).format(name=name, thing=thing, place=place)
    said = " ".join(sentence(chance) for _ in range(chance.randrange(1, 4)))
    return f"“{said[:-1]},” {name} said." if chance.random() < 0.3 else said


def story(seed: int, size: int = 6000) -> list[str]:
    """Return the paragraphs of a story of about `size` characters, its headline first."""
    chance = random.Random(seed)
    lines = [f"{chance.choice(_PLACES)} waits for its {chance.choice(_THINGS)} to open again"]
    while sum(map(len, lines)) < size:
        lines.append(paragraph(chance))
    return lines


def as_text(lines: list[str]) -> str:
    """Return a story in plain text, a paragraph a line."""
    return "\n\n".join(lines) + "\n"


def as_markdown(lines: list[str]) -> str:
    """Return a story in Markdown, with front matter, emphasis and links."""
    head = f"---\ntitle: {lines[0]}\nauthor: Ada Brandt\ndate: 2026-05-12\ntags: [council, harbour]\n---\n\n"
    body = [
        line.replace("council", "[council](https://council.example/a)", 1).replace(" said", " *said*", 1)
        for line in lines[1:]
    ]
    return head + "\n\n".join(body) + "\n"


def as_html(lines: list[str]) -> str:
    """Return a story as a page of HTML, with what stands around it on a site."""
    head, *body = (html.escape(line, quote=False) for line in lines)
    paragraphs = "\n".join(f"<p>{line.replace(' said', ' <em>said</em>', 1)}</p>" for line in body)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{head}</title></head>\n<body>\n'
        f'<nav><a href="/">Home</a> <a href="/news">News</a></nav>\n<article>\n<h1>{head}</h1>\n'
        f"{paragraphs}\n</article>\n</body></html>\n"
    )


def long(length: int, *, peopled: bool = False) -> list[str]:
    """Return the paragraphs of stories that have `length` characters together, at least.

    Args:
        length: in code points.
        peopled: whether each story has people and places of its own, as in an archive, so that a long text
            holds thousands of names.
    """
    lines: list[str] = []
    for seed, left in enumerate(range(length, 0, -20_000)):
        story_lines = story(seed, min(left, 20_000))
        lines += _peopled(story_lines, seed) if peopled else story_lines
    return lines


def _peopled(lines: list[str], seed: int) -> list[str]:
    """Return a story in which everybody, and every place, has another name."""
    chance, text = random.Random(seed), "\n".join(lines)
    for word in (*_PLACES, *" ".join(_NAMES).split()):
        text = text.replace(word, "".join(chance.choices(_SYLLABLES, k=3)).capitalize())
    return text.split("\n")


FORMATS = {"txt": as_text, "md": as_markdown, "html": as_html}


def write(folder: Path, count: int, suffix: str = "txt", size: int = 6000) -> int:
    """Write `count` stories into a folder; return how many bytes they have."""
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    for seed in range(count):
        data = FORMATS[suffix](story(seed, size)).encode()
        (folder / f"{seed:05}.{suffix}").write_bytes(data)
        total += len(data)
    return total
