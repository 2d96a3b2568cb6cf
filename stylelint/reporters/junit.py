"""JUnit's XML: a suite for each draft, a failed test for each error and warning in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stylelint.diagnostics import Diagnostic
from stylelint.reporters import Checked, Style
from stylelint.reporters.cure import cure
from stylelint.reporters.places import rooted
from stylelint.reporters.xml import element, text


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield the document, a suite for each draft.

    A suggestion is a test that passes and has something to say; a draft in which nothing was found
    has one test, which passes.
    """
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="stylelint">\n'
    for result in results:
        yield f"{head}{_suite(rooted(result.path, style), result)}\n"
        head = ""
    yield f"{head}</testsuites>\n"


def _suite(path: str, result: Checked) -> str:
    cases = [_case(path, result.source, d) for d in result.diagnostics]
    cases = cases or [element("testcase", {"classname": path, "name": "nothing found", "time": 0})]
    failed = sum(d.level != "suggestion" for d in result.diagnostics)
    counts = {"tests": len(cases), "failures": failed, "errors": 0, "skipped": 0, "time": 0}
    return element("testsuite", {"name": path, **counts}, *(f"\n  {case}" for case in cases), "\n")


def _case(path: str, source: str, d: Diagnostic) -> str:
    named = {"classname": path, "name": f"{d.rule} at {d.line}:{d.column}", "time": 0}
    said = text("\n".join(_body(path, source, d)))
    if d.level == "suggestion":
        return element("testcase", named, element("system-out", {}, said))
    return element("testcase", named, element("failure", {"type": d.level, "message": d.message}, said))


def _body(path: str, source: str, d: Diagnostic) -> Iterator[str]:
    yield f"{path}:{d.line}:{d.column}: {d.level}: {d.message}"
    yield d.text
    if d.why:
        yield f"why: {d.why}"
    if d.fix:
        yield f"fix: {cure(source, d.fix)}"
