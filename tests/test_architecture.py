"""Imports point one way, files stay small, every kind has its test."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from stylelint.checks import KINDS, load

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "stylelint"
MODULES = sorted(PACKAGE.rglob("*.py"))

# From the ground up: a module may import what stands above it here, and its own layer.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "formats", "lazy", "native", "signs", "text"),
    ("document", "hypertext", "offsets"),
    ("diagnostics", "writing"),
    ("openings", "rarity"),
    ("expressions", "portions", "widened"),
    ("branches", "dissection", "factors", "literals", "parts", "patterns", "relaxed", "waiting"),
    ("anatomy",),
    ("checks",),
    ("readers",),
    ("compat", "rulebook"),
    ("lookout", "scanner", "sought"),
    ("diagnosing", "engine"),
    ("directives",),
    ("fixer", "reading", "config", "discovery", "folders", "reporters", "ignores"),
    ("suppress", "ignorefile", "annotate", "baseline", "changed", "verdict"),
    ("examples", "proofread", "stylebook"),
    ("cli", "__main__"),
)
# They stand side by side and must not know each other.
APART = ({"checks", "readers"}, {"readers", "rulebook"}, {"readers", "compat"}, {"reporters", "config"})


def unit(name: str) -> str:
    """`stylelint.checks.banned` → `checks`; the package itself holds nothing but its version."""
    return ([*name.split("."), ""])[1]


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            base = node.module
            yield from (f"{base}.{alias.name}" if base == "stylelint" else base for alias in node.names)


def depth(part: str) -> int:
    return next(i for i, layer in enumerate(LAYERS) if part in layer)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path: Path) -> None:
    own = unit(name_of(path))
    for name in imports(path):
        part = unit(name)
        if not name.startswith("stylelint") or part in {"", "__version__", own}:
            continue
        assert own and depth(part) <= depth(own), f"{path} imports {name}"
        assert {own, part} not in APART, f"{path} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_prints_writes_and_exits(path: Path) -> None:
    if unit(name_of(path)) in {"cli", "__main__"}:
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in {"print", "exit", "sys.exit", "eval", "exec", "yaml.load"}, (
                f"{path}:{node.lineno}"
            )
            assert not called.endswith((".write_text", ".write_bytes")), f"{path}:{node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{path}:{node.lineno} {node.name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_heavy_libraries_are_imported_where_they_are_needed(path: Path) -> None:
    heavy = {"yaml", "re2", "pyromark", "proselint", "json", "difflib", "html", "tomllib", "subprocess"}
    for node in ast.parse(path.read_text("utf-8")).body:
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not heavy & {name.partition(".")[0] for name in names}, f"{path}:{node.lineno}"


def test_every_module_has_its_layer() -> None:
    assert {unit(name_of(p)) for p in MODULES} - {""} == {part for layer in LAYERS for part in layer}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_module_its_docstring_and_its_test(kind: str) -> None:
    found = load(kind)
    assert found.kind == kind
    assert found.__doc__ and "Attributes:" in found.__doc__
    assert (ROOT / "tests/checks" / f"test_{kind.replace('-', '_')}.py").exists()


def test_every_module_of_checks_is_a_kind_or_a_helper() -> None:
    modules = {p.stem for p in (PACKAGE / "checks").glob("*.py")} - {"__init__", "base"}
    kinds = {kind.replace("-", "_") for kind in KINDS}
    assert kinds <= modules
    assert all(name.startswith("_") for name in modules - kinds)
