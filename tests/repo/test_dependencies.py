"""What the project stands on."""

import ast
import re
import sys
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import pytest

FORBIDDEN = {
    "igraph": "GPL",
    "leidenalg": "GPL",
    "python-igraph": "GPL",
    "litellm": "a gateway is what we stand beside, not a part of us",
}
IMPORTED_AS = {"pydantic-settings": "pydantic_settings"}
EXTRAS = {"pyspark": {"src/hydrascope/engine/session.py", "src/hydrascope/engine/spark.py"}}  # where what an extra brings may be imported
TRANSITIVE = {
    "pydantic",
    "markupsafe",
    "llvmlite",
}  # the models of pydantic-settings, the escaping of jinja2, the instructions that numba compiles


@pytest.fixture(scope="module")
def lock(root) -> dict:
    """The lock file."""
    return tomllib.loads((root / "uv.lock").read_text())


@pytest.fixture(scope="module")
def project(root) -> dict:
    """The project's own description."""
    return tomllib.loads((root / "pyproject.toml").read_text())


def _urls(package: dict) -> list[str]:
    files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
    return [file["url"] for file in files] + [package["source"]["registry"]]


def _names(requirements: list[str]) -> set[str]:
    return {re.match(r"[A-Za-z0-9._-]+", one)[0].lower() for one in requirements}


def _extras(project: dict) -> dict[str, list[str]]:
    return project["project"]["optional-dependencies"]


def test_the_lock_names_public_hosts_only(lock) -> None:
    """Every locked file lies on PyPI."""
    foreign = [p for p in lock["package"] if "registry" not in p["source"] and p["name"] != "hydrascope"]
    hosts = {urlsplit(url).hostname for p in lock["package"] if p["name"] != "hydrascope" for url in _urls(p)}

    assert foreign == []
    assert hosts == {"pypi.org", "files.pythonhosted.org"}


def test_the_lock_fits_the_project(lock, project) -> None:
    """The lock was made from the requirements as they stand: after a change run `uv lock`."""
    (ours,) = (p for p in lock["package"] if p["name"] == "hydrascope")

    required = [*project["project"]["dependencies"], *(one for extra in _extras(project).values() for one in extra)]
    assert {d["name"] for d in ours["metadata"]["requires-dist"]} == _names(required)
    assert {d["name"] for d in ours["metadata"]["requires-dev"]["dev"]} == _names(project["dependency-groups"]["dev"])


def test_nothing_forbidden_is_locked(lock) -> None:
    """No dependency, direct or not, is one that the project refuses."""
    assert {p["name"] for p in lock["package"]} & FORBIDDEN.keys() == set()


def test_the_library_imports_only_what_it_requires(root, project) -> None:
    """The library starts without the tools of its developers: every import is of ours, of Python, or a declared dependency."""
    declared = {IMPORTED_AS.get(name, name) for name in _names(project["project"]["dependencies"])} | TRANSITIVE
    declared |= EXTRAS.keys() & {name for extra in _extras(project).values() for name in _names(extra)}
    imported = {one for path in (root / "src").rglob("*.py") for one in _imported(path)}

    assert imported - sys.stdlib_module_names - {"hydrascope"} <= declared


@pytest.mark.parametrize("library", EXTRAS)
def test_what_an_extra_brings_is_imported_where_it_is_needed(root, library) -> None:
    """The library of an extra is imported within functions of few files, so that nothing else misses it."""
    users = {path for path in (root / "src").rglob("*.py") if library in _imported(path)}
    at_once = [path for path in users if library in _imported(path, deep=False)]

    assert {str(path.relative_to(root)) for path in users} == EXTRAS[library]
    assert at_once == []


def _imported(path: Path, *, deep: bool = True) -> set[str]:
    """Return what a file imports; without `deep`, as soon as it is imported itself."""
    tree = ast.parse(path.read_text())
    nodes = list(ast.walk(tree)) if deep else tree.body
    imported = {alias.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return imported | {node.module.split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
