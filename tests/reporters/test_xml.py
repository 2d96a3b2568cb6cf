"""JUnit, held against the schema of Jenkins; Checkstyle, which publishes none, against one of our own."""

from __future__ import annotations

from xml.etree import ElementTree

import junitparser
import pytest
import xmlschema

from stylelint.reporters import Checked, Style
from stylelint.reporters.xml import allowed
from tests.reporters.awkward import many, said, tricky
from tests.reporters.made import checked
from tests.reporters.schemas import JENKINS_JUNIT, fetched

CHECKSTYLE = """\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="checkstyle"><xs:complexType>
    <xs:sequence><xs:element ref="file" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="version" type="xs:string" use="required"/>
  </xs:complexType></xs:element>
  <xs:element name="file"><xs:complexType>
    <xs:sequence><xs:element ref="error" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="name" type="xs:string" use="required"/>
  </xs:complexType></xs:element>
  <xs:element name="error"><xs:complexType>
    <xs:attribute name="line" type="xs:positiveInteger" use="required"/>
    <xs:attribute name="column" type="xs:positiveInteger"/>
    <xs:attribute name="severity" use="required"><xs:simpleType><xs:restriction base="xs:string">
      <xs:enumeration value="error"/><xs:enumeration value="warning"/><xs:enumeration value="info"/>
      <xs:enumeration value="ignore"/>
    </xs:restriction></xs:simpleType></xs:attribute>
    <xs:attribute name="message" type="xs:string" use="required"/>
    <xs:attribute name="source" type="xs:string" use="required"/>
  </xs:complexType></xs:element>
</xs:schema>
"""
RESULTS = {"nothing": [], "some": checked(), "tricky": [tricky()], "many": [many(50)]}


def valid(schema: str, document: str) -> None:
    xmlschema.XMLSchema(schema).validate(document)


@pytest.mark.network
@pytest.mark.parametrize("results", RESULTS.values(), ids=RESULTS)
def test_junit_is_valid(results: list[Checked]) -> None:
    valid(fetched(*JENKINS_JUNIT).read_text("utf-8"), said("junit", results))


@pytest.mark.parametrize("results", RESULTS.values(), ids=RESULTS)
def test_checkstyle_is_valid(results: list[Checked]) -> None:
    valid(CHECKSTYLE, said("checkstyle", results))


@pytest.mark.parametrize("results", RESULTS.values(), ids=RESULTS)
def test_junit_is_read_by_a_parser_of_it(results: list[Checked]) -> None:
    suites = list(junitparser.JUnitXml.fromstring(said("junit", results).encode()))
    assert [suite.name for suite in suites] == [allowed(result.path) for result in results]
    for suite, result in zip(suites, results, strict=True):
        cases = list(suite)
        failed = [case for case in cases if case.result]
        assert (suite.tests, suite.failures) == (len(cases), len(failed))
        assert len(failed) == sum(d.level != "suggestion" for d in result.diagnostics)
        assert all(isinstance(found, junitparser.Failure) for case in failed for found in case.result)


def test_junit_counts_and_says() -> None:
    root = ElementTree.fromstring(said("junit", checked()))
    suites = [(s.get("name"), s.get("tests"), s.get("failures")) for s in root]
    assert suites == [("drafts/a.md", "3", "2"), ("drafts/b.md", "1", "0"), ("drafts/c.md", "1", "1")]
    failure = root[0][0][0]
    assert (failure.tag, failure.get("type")) == ("failure", "error")
    assert "why: NATO writes it so." in (failure.text or "")
    assert root[0][2][0].tag == "system-out", "a suggestion fails nothing"


def test_checkstyle_says() -> None:
    root = ElementTree.fromstring(said("checkstyle", checked(), Style(here="/r/copy", tops=("/r",))))
    assert [file.get("name") for file in root] == ["copy/drafts/a.md", "copy/drafts/b.md", "copy/drafts/c.md"]
    assert [e.get("severity") for e in root[0]] == ["error", "warning", "info"]


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_text_comes_back(name: str) -> None:
    draft = tricky()
    root = ElementTree.fromstring(said(name, [draft]))
    assert root[0].get("name") == draft.path
    messages = [e.get("message") for e in root.iter() if e.get("message")]
    assert 'Not <b> & "this", 100%:\nsecond ]]> line.' in messages


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\nb", "a\nb"), ("\x00\x07", "␀␇"), ("\ud800\ufffe\uffff", "\ufffd" * 3), ("漢😀é", "漢😀é")],
)
def test_what_xml_cannot_hold_is_shown_by_a_sign(text: str, expected: str) -> None:
    assert allowed(text) == expected
    ElementTree.fromstring(f"<a>{allowed(text)}</a>")
