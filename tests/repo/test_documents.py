"""What the documents promise exists, and what exists is documented."""

import importlib
import re
import subprocess
from pathlib import Path

import pytest
import typer.main

from hydrascope.cli import app

HEADINGS = ["What", "Why", "Source", "When it misleads", "What an operator does"]
COMMANDS = typer.main.get_command(app).commands


def _channels() -> set[str]:
    """The registered evidence channels; none before the registry exists."""
    evidence = importlib.import_module("hydrascope.detect.evidence")
    return set(getattr(evidence, "CHANNELS", ()))


def _pages(root: Path) -> dict[str, str]:
    return {page.stem: page.read_text() for page in (root / "docs" / "evidence").glob("*.md") if page.stem != "README"}


def test_every_channel_has_its_page_and_every_page_its_channel(root) -> None:
    """docs/evidence has one page for each registered channel, and no page for one that is gone."""
    assert _channels() ^ _pages(root).keys() == set()


def test_every_channel_page_answers_the_same_questions(root) -> None:
    """Each page on a channel has the five headings in order."""
    found = {name: re.findall(r"^## (.+)$", text, re.MULTILINE) for name, text in _pages(root).items()}

    assert {name: headings for name, headings in found.items() if headings != HEADINGS} == {}


def test_every_channel_page_names_its_source(root) -> None:
    """A source is a publication with its year or number, or the advisory; what is our own construction says on what it was tested."""
    sources = {name: " ".join(text.split("\n## Source\n")[1].split("\n## ")[0].split()) for name, text in _pages(root).items()}
    published = re.compile(r"arXiv \d{4}\.\d{5}|AA26-251A|\b(19|20)\d\d\b")

    assert [name for name, text in sources.items() if not published.search(text)] == []
    assert [name for name, text in sources.items() if "our own construction" in text.replace("our own construction, tested on", "")] == []


def test_every_channel_is_in_the_table(root) -> None:
    """docs/evidence/README.md links to each page."""
    table = (root / "docs" / "evidence" / "README.md").read_text()

    assert [name for name in _pages(root) if f"({name}.md)" not in table] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_documented_with_its_flags(root, name) -> None:
    """docs/commands.md has a heading for each command, and names each of its flags below it."""
    sections = re.split(r"^## ", (root / "docs" / "commands.md").read_text(), flags=re.MULTILINE)
    (section,) = [one for one in sections if one.startswith(f"`hydrascope {name}`")]
    flags = {option for parameter in COMMANDS[name].params for option in parameter.opts if option.startswith("--")} - {"--help"}

    assert [flag for flag in sorted(flags) if f"`{flag}" not in section] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_shows_an_example(name) -> None:
    """The help of each command ends with a line to type."""
    assert COMMANDS[name].epilog.startswith(f"Example: hydrascope {name}")


def _code(text: str) -> list[str]:
    """The lines of a document's code: fenced blocks and spans."""
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()] + re.findall(r"`([^`\n]+)`", text)


def test_what_the_documents_type_exists(root) -> None:
    """Each `make` target and each `hydrascope` command in the documents exists."""
    pages = [*root.glob("*.md"), *(root / "docs").rglob("*.md")]
    typed = [found for page in pages for line in _code(page.read_text()) for found in re.findall(r"^(make|hydrascope) ([a-z]+)", line)]
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text(), re.MULTILINE))

    assert {name for program, name in typed if program == "make"} <= targets
    assert {name for program, name in typed if program == "hydrascope"} <= COMMANDS.keys()


def test_links_between_documents_lead_somewhere(root) -> None:
    """Each relative link in a document names a file that exists."""
    pages = [*root.glob("*.md"), *(root / "docs").rglob("*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text())]

    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []


def _anchors(page: Path) -> set[str]:
    """What a page can be linked to by: its headings in small letters, without marks, words joined by hyphens."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```", "", page.read_text(), flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_links_into_documents_lead_to_a_heading(root) -> None:
    """Each link to a part of a page names a heading of that page."""
    pages = [*root.glob("*.md"), *(root / "docs").rglob("*.md")]
    links = [(page, *link) for page in pages for link in re.findall(r"\]\((?!https?:)([^)#]*)#([^)]+)\)", page.read_text())]

    assert links
    assert [f"{page.name}: {to}#{part}" for page, to, part in links if part not in _anchors(page.parent / to if to else page)] == []


def test_make_lists_its_targets(root) -> None:
    """`make` alone names what there is to make."""
    listed = subprocess.run(["make", "--no-print-directory"], cwd=root, capture_output=True, text=True, check=True).stdout

    assert "make demo" in listed
    assert "make test" in listed


def test_ci_runs_the_tests_and_nothing_else(root) -> None:
    """.ci/run calls `make test` alone, so that what is green there is green here."""
    lines = [line for line in (root / ".ci" / "run").read_text().splitlines() if line and not line.startswith("#")]

    assert lines == ["set -eu", 'cd "$(dirname "$0")/.."', "make test"]


def test_the_licence_is_whole(root) -> None:
    """LICENSE is the Apache License 2.0, from its title to its appendix."""
    text = (root / "LICENSE").read_text()

    assert "Apache License\n                           Version 2.0, January 2004" in text
    assert "APPENDIX: How to apply the Apache License to your work." in text
