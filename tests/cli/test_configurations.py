"""One run under several configurations: the nearest holds, and more can be said of some of its drafts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import desk, stylelint
from tests.repository import commit, git, repository

DRAFT = "A very nice advisor.\n"
DESK = "chapter: desk\nrules:\n  tide:\n    check: banned\n    words: [tide]\n    message: No {found}.\n"
DESK += "    why: It turns.\n    examples: [{bad: A tide.}, {good: It is tidy.}]\n"


def tree(folder: Path, **files: str) -> Path:
    """A desk with more files: `a__b_md` is `a/b.md`."""
    desk(folder)
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def found(folder: Path, *arguments: str, **environment: str) -> list[str]:
    """`opinion/a.txt house/very …` for every draft with something to say."""
    run = stylelint(folder, "check", "--format", "concise", "-q", *arguments, given=b"", **environment)
    assert run.returncode in (0, 1), run.stderr
    said: dict[str, list[str]] = {}
    for line in run.stdout.splitlines():
        said.setdefault(line.partition(":")[0], []).append(line.rpartition("[")[2].rstrip("]"))
    return [" ".join([path, *rules]) for path, rules in said.items()]


def test_what_is_said_of_some_drafts_holds_for_these_alone(tmp_path: Path) -> None:
    tree(
        tmp_path, news__a_txt=DRAFT, opinion__a_txt=DRAFT, opinion__b_md=DRAFT + "The tide.\n",
        desk_yml=DESK,
        stylelint_yml="rulebooks: [house.yml]\nignore: [house/nice]\npaths:\n"
        "  opinion/**: {ignore: [house/very]}\n  '*.md': {rulebooks: [desk.yml], fail-on: error}\n",
    )  # fmt: skip
    assert found(tmp_path) == [
        "news/a.txt house/very house/advisor", "opinion/a.txt house/advisor", "opinion/b.md desk/tide",
    ]  # fmt: skip
    # Wherever it is run, and however the drafts are named.
    assert found(tmp_path / "opinion") == ["a.txt house/advisor", "b.md desk/tide"]
    assert found(tmp_path, "opinion/b.md", "--select", "desk") == ["opinion/b.md desk/tide"]
    assert stylelint(tmp_path, "check", "opinion/b.md").returncode == 0
    assert stylelint(tmp_path, "check", "opinion/a.txt").returncode == 1
    said = stylelint(tmp_path, "check", "--stdin-filename", "opinion/x.txt", "-", given=DRAFT.encode())
    assert "house/advisor" in said.stdout and "house/very" not in said.stdout


def test_the_nearest_file_holds(tmp_path: Path) -> None:
    tree(
        tmp_path, a_txt=DRAFT, sport__a_txt=DRAFT, sport__live__a_txt=DRAFT, wire__a_txt=DRAFT,
        sport__stylelint_yml="extends: ../stylelint.yml\nignore: [house/very]\n",
        wire__stylelint_yml="rulebooks: [../house.yml]\nselect: [house/nice]\n",
        stylelint_yml="rulebooks: [house.yml]\nignore: [house/nice]\n",
    )  # fmt: skip
    below = ["house/advisor", "house/very house/advisor"]
    assert found(tmp_path) == [
        f"a.txt {below[1]}", f"sport/a.txt {below[0]}", f"sport/live/a.txt {below[0]}",
        "wire/a.txt house/nice",
    ]  # fmt: skip
    assert found(tmp_path / "sport") == [f"a.txt {below[0]}", f"live/a.txt {below[0]}"]
    assert found(tmp_path / "sport", "../a.txt", "../wire") == [
        f"../a.txt {below[1]}",
        "../wire/a.txt house/nice",
    ]
    assert found(tmp_path, "--config", "stylelint.yml", "sport/a.txt") == [f"sport/a.txt {below[1]}"]


def test_a_configuration_from_the_environment(tmp_path: Path) -> None:
    tree(tmp_path, a_txt=DRAFT, b__a_txt=DRAFT, other_yml="rulebooks: [house.yml]\nselect: [house/very]\n",
         third_yml="rulebooks: [house.yml]\nselect: [house/nice]\n",
         b__stylelint_yml="rulebooks: [../house.yml]\n")  # fmt: skip
    other = {"STYLELINT_CONFIG": "other.yml"}
    assert found(tmp_path, **other) == ["a.txt house/very", "b/a.txt house/very"]
    assert found(tmp_path, "--config", "third.yml", "a.txt", **other) == ["a.txt house/nice"]
    run = stylelint(tmp_path, "check", STYLELINT_CONFIG="nope.yml")
    assert (run.returncode, run.stderr) == (
        2, "stylelint: nope.yml: cannot read the configuration: No such file or directory\n",
    )  # fmt: skip


def test_what_is_left_out(tmp_path: Path) -> None:
    tree(
        tmp_path, README_md=DRAFT, drafts__a_txt=DRAFT, drafts__old__a_txt=DRAFT, old__a_txt=DRAFT,
        drafts__old__stylelint_yml="rulebooks: [../../house.yml]\nexclude: ['b*']\n",
        stylelint_yml="rulebooks: [house.yml]\nselect: [house/very]\n"
        "include: [drafts]\nexclude: [drafts/old]\n",
    )  # fmt: skip
    assert found(tmp_path) == ["drafts/a.txt house/very"]
    assert found(tmp_path, "README.md") == ["README.md house/very"]
    assert found(tmp_path, "--force-exclude", "README.md", "drafts/a.txt") == ["drafts/a.txt house/very"]


@pytest.mark.parametrize("name", ["house/vary", "desk/tie", "hose"])
@pytest.mark.parametrize("key", ["select", "ignore"])
def test_a_name_must_be_somewhere(tmp_path: Path, name: str, key: str) -> None:
    tree(tmp_path, opinion__a_txt=DRAFT, desk_yml=DESK)
    text = "rulebooks: [house.yml]\n%s: [house/very]\n"
    text += "paths: {opinion: {rulebooks: [house.yml, desk.yml], %s: [%s]}}\n"
    (tmp_path / "stylelint.yml").write_text(text % (key, key, "desk/tide"))
    assert stylelint(tmp_path, "check", "--select", "desk/tide").returncode == 0
    assert stylelint(tmp_path, "check").returncode in (0, 1)
    (tmp_path / "stylelint.yml").write_text(text % (key, key, name))
    run = stylelint(tmp_path, "check")
    assert run.returncode == 2
    assert run.stderr.startswith("stylelint: stylelint.yml:3:")
    assert f"no rule or chapter “{name}”; did you mean" in run.stderr


def test_each_configuration_has_its_own_numbers_ignores_and_baseline(tmp_path: Path) -> None:
    tree(
        tmp_path, a_txt="An advisor.\n", sport__a_txt="An advisor.\n\nAn advisor.\n",
        sport__stylelint_yml="extends: ../stylelint.yml\nmax-warnings: 1\n",
        stylelint_yml="rulebooks: [house.yml]\nmax-warnings: 2\n",
    )  # fmt: skip
    run = stylelint(tmp_path, "check", "-q")
    assert (run.returncode, run.stderr) == (1, "stylelint: 2 warnings, and 1 are allowed\n")
    assert stylelint(tmp_path, "check", "-q", "a.txt").returncode == 0
    run = stylelint(tmp_path, "check", "-q", "--max-warnings", "2")
    assert (run.returncode, run.stderr) == (1, "stylelint: 3 warnings, and 2 are allowed\n")
    run = stylelint(tmp_path, "baseline")
    assert run.stdout.splitlines() == [
        ".stylelint-baseline.json: 1 entry, 1 new, 0 gone",
        "sport/.stylelint-baseline.json: 2 entries, 2 new, 0 gone",
    ]
    assert found(tmp_path) == found(tmp_path / "sport") == []
    (tmp_path / "sport/a.txt").write_text("An adviser.\n")
    run = stylelint(tmp_path, "check", "--strict-baseline", "--format", "concise")
    assert run.stdout.startswith("sport/.stylelint-baseline.json:2:1: warning: No longer found in a.txt")
    (tmp_path / "sport/.stylelint-baseline.json").unlink()
    (tmp_path / "sport/.stylelint-ignores.yml").write_text("- {path: a.txt, rules: [house/very]}\n")
    (tmp_path / "sport/a.txt").write_text(DRAFT)
    assert found(tmp_path) == ["sport/a.txt house/nice house/advisor"]


def test_all_are_fixed_by_their_own_rules(tmp_path: Path) -> None:
    tree(
        tmp_path, a_txt="An advisor.\n", sport__a_txt="An advisor.\n",
        sport__stylelint_yml="extends: ../stylelint.yml\nfix: {house/advisor: none}\n",
    )  # fmt: skip
    run = stylelint(tmp_path, "fix")
    assert run.stdout == "a.txt: house/advisor\n1 fixed in 1 of 2 files\n"
    assert (tmp_path / "sport/a.txt").read_text() == "An advisor.\n"


def test_many_linters_on_several_cores(tmp_path: Path) -> None:
    folder = tree(tmp_path)
    for number in range(20):
        inner = folder / f"d{number:02}"
        inner.mkdir()
        (inner / "stylelint.yml").write_text(
            f"rulebooks: [../house.yml]\nignore: [{'house/very' if number % 2 else 'house/nice'}]\n"
        )
        (inner / "a.txt").write_text(DRAFT + "All is well, as far as we can see.\n" * 4000)
    runs = [stylelint(folder, "check", "--format", "concise", "--jobs", jobs) for jobs in ("1", "2")]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.count("house/very") == runs[0].stdout.count("house/nice") == 10


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "select: [house/nice]\nignore: [house]\n",
            "stylelint.yml:2:10: no rule of house.yml is left to run",
        ),
        ("paths: {'*': {ignore: [house]}}\n", "stylelint.yml:2:24: no rule of house.yml is left to run"),
        ("paths: {'*': {rulebooks: [nope.yml]}}\n", "stylelint.yml:2:27: no rulebook “nope.yml”"),
        (
            "budgets: {hose: 1}\n",
            "stylelint.yml:2:11: no rule, chapter or folder “hose”; did you mean “house”?",
        ),
    ],
)
def test_a_mistake_has_its_place_before_a_draft_is_looked_at(tmp_path: Path, text: str, said: str) -> None:
    folder = tree(tmp_path, a_txt=DRAFT)
    (folder / "stylelint.yml").write_text(f"rulebooks: [house.yml]\n{text}", "utf-8")
    for command in ("check", "fix"):
        run = stylelint(folder, command)
        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr.startswith(f"stylelint: {said}"), run.stderr
    assert (folder / "a.txt").read_text() == DRAFT


def test_a_configuration_that_is_a_link_to_nowhere_is_told(tmp_path: Path) -> None:
    folder = tree(tmp_path, sport__a_txt=DRAFT)
    (folder / "sport/stylelint.yml").symlink_to("nowhere")
    run = stylelint(folder, "check")
    line = "sport/stylelint.yml: cannot read the configuration: it is a link to nowhere"
    assert (run.returncode, run.stderr) == (2, f"stylelint: {line}\n")


def test_rules_for_some_of_the_drafts_can_be_asked_for_and_tested(tmp_path: Path) -> None:
    tree(
        tmp_path, desk_yml=DESK, stylelint_yml="rulebooks: [house.yml]\npaths: {b: {rulebooks: [desk.yml]}}\n"
    )
    assert stylelint(tmp_path, "rule", "desk/tide").stdout.startswith("desk/tide (warning)\n")
    assert stylelint(tmp_path, "rule").stdout.count("\n") == 4
    run = stylelint(tmp_path, "test")
    assert (run.returncode, run.stdout) == (0, "4 rules, 8 examples: all hold\n")
    run = stylelint(tmp_path, "stylebook", "out")
    assert run.stdout.startswith("3 rules in "), "the stylebook is that of the house"


def test_git_is_asked_what_has_changed_whichever_configuration_holds(tmp_path: Path) -> None:
    folder = tree(
        repository(tmp_path / "desk"), a_txt=DRAFT, sport__a_txt=DRAFT,
        sport__stylelint_yml="extends: ../stylelint.yml\nignore: [house/very]\n",
    )  # fmt: skip
    commit(folder)
    for name in ("a.txt", "sport/a.txt"):
        (folder / name).write_text(f"{DRAFT}\nOne more very nice boat.\n")
    changed = ["a.txt house/very house/nice", "sport/a.txt house/nice"]
    assert found(folder, "--since", "HEAD") == changed
    git(folder, "add", ".")
    assert found(folder, "--staged") == changed
    assert found(folder / "sport", "--staged") == ["a.txt house/nice"]
    (folder / "stylelint.yml").write_text("rulebooks: [house.yml]\nexclude: [sport]\n")
    assert found(folder, "--staged") == [changed[0]]


def test_an_ignore_may_name_a_rule_that_is_for_other_drafts(tmp_path: Path) -> None:
    note = "<!-- stylelint: ignore desk/tide, desk/tied -->\nA boat.\n"
    tree(tmp_path, a_md=note, b__a_md=note.replace("boat", "tide"), desk_yml=DESK,
         stylelint_yml="rulebooks: [house.yml]\npaths: {b: {rulebooks: [desk.yml]}}\n")  # fmt: skip
    run = stylelint(tmp_path, "check", "--format", "concise", "-q")
    unknown = "There is no rule or chapter “desk/tied”; did you mean “desk/tide”? [stylelint/unknown-rule]"
    assert run.stdout == f"a.md:1:35: warning: {unknown}\nb/a.md:1:35: warning: {unknown}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("exclude: ['*.txt']\n", "no drafts here; the configuration leaves out all 2 files"),
        ("include: [b]\nexclude: [b/a.txt]\n", "no drafts here; the configuration leaves out all 2 files"),
        ("include: [a.txt]\nexclude: []\n", ""),
    ],
)
def test_where_all_is_left_out_it_is_said(tmp_path: Path, text: str, said: str) -> None:
    tree(tmp_path, a_txt="A boat.\n", b__a_txt="A boat.\n", stylelint_yml=f"rulebooks: [house.yml]\n{text}")
    for command in ("check", "show-files", "fix"):
        run = stylelint(tmp_path, command)
        assert run.returncode == (2 if said else 0)
        assert run.stderr.startswith(f"stylelint: .: {said}" if said else "")
    assert stylelint(tmp_path / "b", "check").stderr.count("leaves out the 1 file") == bool(said)
