"""Files of one idea, functions of one step."""

import ast
from collections.abc import Iterator
from pathlib import Path

FILE, FUNCTION = 400, 60


def _files(root: Path) -> Iterator[Path]:
    yield from (root / "src").rglob("*.py")
    yield from (root / "tests").rglob("*.py")


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function, its docstring aside."""
    first = function.body[0]
    docstring = first.end_lineno - first.lineno + 1 if ast.get_docstring(function) else 0
    return function.end_lineno - function.lineno + 1 - docstring


def test_no_file_outgrows_its_idea(root) -> None:
    """No source or test file is longer than 400 lines."""
    long = {str(path.relative_to(root)): lines for path in _files(root) if (lines := len(path.read_text().splitlines())) > FILE}

    assert long == {}


def test_no_function_outgrows_its_step(root) -> None:
    """No function of the program is longer than 60 lines, its docstring aside."""
    long = {
        f"{path.relative_to(root)}:{node.name}": _length(node)
        for path in (root / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _length(node) > FUNCTION
    }

    assert long == {}


def test_no_file_is_a_drawer(root) -> None:
    """No module is named for what did not fit elsewhere."""
    drawers = {"utils.py", "util.py", "helpers.py", "common.py", "misc.py"}

    assert [str(path) for path in (root / "src").rglob("*.py") if path.name in drawers] == []


def test_every_test_says_its_rule(root) -> None:
    """Each test function has a docstring."""
    silent = [
        f"{path.relative_to(root)}:{node.name}"
        for path in (root / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]

    assert silent == []
