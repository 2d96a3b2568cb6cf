"""What content systems mix into Markdown: shortcodes, directives, formulas, components."""

from __future__ import annotations

import pytest

from stylelint.readers.options import Options, Skipped
from tests.readers.parsed import Shape, hidden, parsed, shapes, texts
from tests.readers.test_text import sound


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            '{{< figure src="a.png" alt="A cat" caption="It \\"sleeps\\"." attr="Jane Roe" >}}',
            [
                ("alt", "metadata", "A cat"),
                ("figure", "caption", 'It \\"sleeps\\".'),
                ("figure", "credit", "Jane Roe"),
            ],
        ),
        (
            "{{< img\n  src=a\n  caption='A cat'\n>}}\n\nB.",
            [("figure", "caption", "A cat"), ("paragraph", "paragraph", "B.")],
        ),
        ('{{</* figure caption="A" */>}}\n\nB.', [("paragraph", "paragraph", "B.")]),
        (
            "{{% note %}}\nIt *is*.\n{{% /note %}}",
            [("paragraph", "paragraph", "{{% note %}}\nIt is.\n{{% /note %}}")],
        ),
        ("A {% if x %}b{% endif %} c.", [("paragraph", "paragraph", "A b c.")]),
        ("A{# b #} c.", [("paragraph", "paragraph", "A c.")]),
        ("{% raw %}\nA {{ b }}\n\nC\n{% endraw %}\n\nD.", [("paragraph", "paragraph", "D.")]),
        ("{% highlight js %}\nvar a;\n\nb();\n{% endhighlight %}", []),
        ('{% image "a.png", "A cat sleeps", "100vw" %}', [("alt", "metadata", "A cat sleeps")]),
        ('{% image src="a.png" caption="A cat" %}', [("figure", "caption", "A cat")]),
        ('[a]({{< ref "b c" >}}) d', [("paragraph", "paragraph", "a d")]),
        (
            '[a]({{ site.url }}{% link b.md %} "The title")',
            [("paragraph", "paragraph", "a"), ("title", "metadata", "The title")],
        ),
        ("[a][r]\n\n[r]: {{ site.url }}/b", [("paragraph", "paragraph", "a")]),
        ("A{: .lead} b\n{: .c}", [("paragraph", "paragraph", "A b")]),
        (
            '[caption id="x"]<img src="a" alt="A cat"/> It sleeps.[/caption]\n\nB.',
            [
                ("figure", "caption", "It sleeps."),
                ("alt", "metadata", "A cat"),
                ("paragraph", "paragraph", "B."),
            ],
        ),
        (
            'He said [sic] it [gallery ids="1,2"]. [a=b](c)',
            [("paragraph", "paragraph", "He said [sic] it . a=b")],
        ),
        ('<a href="{{ x }}">b</a> c', [("paragraph", "paragraph", "b c")]),
        ("`{{ a }}` b", [("paragraph", "paragraph", "{{ a }} b")]),
        ('```\n{{< figure caption="A" >}}\n```', [("code", "code", '{{< figure caption="A" >}}')]),
        (
            "{{ never closed\n\nB }} c",
            [("paragraph", "paragraph", "{{ never closed"), ("paragraph", "paragraph", "B }} c")],
        ),
    ],
)
def test_shortcodes(source: str, expected: list[Shape]) -> None:
    assert [s for s in shapes("a.md", source) if s[2].strip()] == [
        (kind, role, text) for kind, role, text in expected
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (":::note[Mind *this*]\nA.\n:::\nB.", ["Mind *this*", "A.", "B."]),
        ("::: warning Look\n*A*.\n:::", ["Look", "A."]),
        (":::: a\n::: b\nC.\n:::\n::::\nD.", ["C.", "D."]),
        (":::{.callout-note}\nA.\n:::", ["A."]),
        ("```{note} T\n:class: x\nA *b*.\n```", ["T", "A b."]),
        ("```{code-block} py\nx = 1\n```\n\nA.", ["A."]),
        (
            '!!! note "A title"\n    Mind *this*.\n\n    And that.\n\nB.',
            ["A title", "Mind this.", "And that.", "B."],
        ),
        ("!!! note\r\n\r\n    A\r\nb.\r\n\r\nC.", ["A\nb.", "C."]),
        ("A\n???+ tip\n    B.\n\n    !!! danger\n        C.\n\n    - d", ["A", "B.", "C.", "d"]),
        ('=== "One"\n\n    A.\n\n=== "Two"\n\n    B.', ["One", "A.", "Two", "B."]),
        ("!!! no box\nat all", ["!!! no box\nat all"]),
        ("```\n!!! note\n    A\n```", ["!!! note\n    A"]),
        (":::{figure} a.png\n:alt: A cat\n\nIt sleeps.\n:::", ["A cat", "It sleeps."]),
        ("````\n:::note\n````\n\nA.", [":::note", "A."]),
        ("> [!WARNING]\n> A.", ["A."]),
        ("See {ref}`a` b.", ["See a b."]),
        ("Not ::: one.", ["Not ::: one."]),
    ],
)
def test_directives(source: str, expected: list[str]) -> None:
    assert texts("a.md", source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("It is $E=mc^2$ and $$\na_b\n$$ so.", ["$E=mc^2$", "$$\na_b\n$$"]),
        ("It costs $5 and $10, or $5-$10.", []),
        ("US$5_000 = $6", []),
        ("A \\(a^2\\) and \\[see this\\].", ["\\(a^2\\)"]),
        ("A `$a_b$` c.", ["$a_b$"]),
    ],
)
def test_formulas(source: str, expected: list[str]) -> None:
    assert hidden("a.md", source) == expected


def test_what_is_set_in_below_an_admonition_is_no_list() -> None:
    source = "!!! note\n    A.\n\n    ??? tip\n        B.\n\n    - c\n\n- d\n"
    assert [role for _, role, _ in shapes("a.md", source)] == [
        "paragraph",
        "paragraph",
        "list-item",
        "list-item",
    ]
    for cut in range(len(source)):
        sound(parsed("a.md", source[:cut]))


MDX = """import Box from './box'
export const x = {
  a: 1,
}

# A {name} b

<Box caption="It sleeps." data={{a: "}"}}>

Text *in* it.

</Box>

One <Tip>wo</Tip>rd, {1 + `}`} two, `{x}`.

{/* a comment */}

```js
import a from 'b'
```

<figure><figcaption>A cat.</figcaption></figure>

<>fragment</> and 5 < 6.
"""


def test_mdx() -> None:
    assert shapes("a.mdx", MDX) == [
        ("heading", "headline", "A {name} b"),
        ("figure", "caption", "It sleeps."),
        ("paragraph", "paragraph", "Text in it."),
        ("paragraph", "paragraph", "One word, {1 + `}`} two, {x}."),
        ("code", "code", "import a from 'b'"),
        ("figure", "caption", "A cat."),
        ("paragraph", "paragraph", "fragment and 5 < 6."),
    ]
    assert hidden("a.mdx", MDX) == ["{name}", "{1 + `}`}", "{x}"]
    for cut in range(len(MDX)):
        sound(parsed("a.mdx", MDX[:cut]))


@pytest.mark.parametrize(
    ("name", "source", "skipped", "expected"),
    [
        (
            "a.html",
            "<p>a</p><div class='x ad'>b<div>c</div></div>d",
            Skipped(classes=frozenset({"ad"})),
            ["a", "d"],
        ),
        ("a.html", "<div id=a>b<p>c</div><p>d", Skipped(ids=frozenset({"a"})), ["d"]),
        (
            "a.md",
            "a\n\n<div class='ad'>\n\n*b*\n\n- c\n\n</div>\n\nd",
            Skipped(classes=frozenset({"ad"})),
            ["a", "d"],
        ),
        ("a.md", ":::ad\nb\n:::\n\nd", Skipped(classes=frozenset({"ad"})), ["d"]),
        ("a.md", "!!! ad\n    b\n\n    c\n\nd", Skipped(classes=frozenset({"ad"})), ["d"]),
        (
            "a.md",
            "a\n\n{{< box >}}\nb\n\nc\n{{< /box >}}\n\nd",
            Skipped(shortcodes=frozenset({"box"})),
            ["a", "d"],
        ),
        (
            "a.md",
            "a [box]b[/box]{% box %}c{% endbox %} d",
            Skipped(shortcodes=frozenset({"box"})),
            ["a [box]b[/box] d"],
        ),
        ("a.md", "---\na: b\nc:\n  d: e\nf: g\n---\nh", Skipped(fields=("a", "c")), ["g", "h"]),
        ("a.html", "<meta name=description content=a><p>b", Skipped(fields=("desc*",)), ["b"]),
    ],
)
def test_what_a_house_does_not_want_read(
    name: str, source: str, skipped: Skipped, expected: list[str]
) -> None:
    assert texts(name, source, Options(skipped=skipped)) == expected
