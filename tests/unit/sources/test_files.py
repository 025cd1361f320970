"""Which files an input means."""

from pathlib import Path

import pytest

from hydrascope.errors import InputError
from hydrascope.sources.files import beside, traffic


def _tree(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("{}")
    return folder


def test_a_directory_stands_for_its_traffic(tmp_path: Path) -> None:
    """Logs of every suffix below it, in the order of their paths; not registers, labels, results, hidden or foreign files."""
    _tree(tmp_path, "b.jsonl.gz", "a/x.csv", "a/y.parquet", "c.JSONL", "z.json.zst")
    _tree(
        tmp_path,
        "accounts.jsonl",
        "releases.json",
        "truth_accounts.csv",
        "truth_exchanges.csv.gz",
        "rejected.jsonl",
        ".git/x.json",
        "n.md",
        "noname",
    )
    found = [file.path.relative_to(tmp_path).as_posix() for file in traffic([tmp_path])]
    assert found == ["a/x.csv", "a/y.parquet", "b.jsonl.gz", "c.JSONL", "z.json.zst"]


def test_a_named_file_is_always_read(tmp_path: Path) -> None:
    """What the user names counts, whatever it is called, and once however often it is named."""
    _tree(tmp_path, "truth_x.csv")
    given: list[str | Path] = [tmp_path / "truth_x.csv", f"{tmp_path}/./truth_x.csv", f"{tmp_path}/truth_?.csv"]
    assert [(file.path.name, file.named) for file in traffic(given)] == [("truth_x.csv", True)]


@pytest.mark.parametrize("given", ["absent.jsonl", "*.nothing", "."])
def test_nothing_to_read_is_an_error(given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path that does not exist, a glob without match and an empty directory are named in the error."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="input="):
        traffic([given])


def test_registers_are_found_beside_the_inputs(tmp_path: Path) -> None:
    """In the directory itself, or in the directory of a file or a glob."""
    _tree(tmp_path, "logs/x.jsonl", "logs/accounts.jsonl.gz", "logs/releases.json", "other/y.jsonl")
    both = (tmp_path / "logs" / "accounts.jsonl.gz", tmp_path / "logs" / "releases.json")
    assert beside([tmp_path / "logs"]) == both
    assert beside([tmp_path / "other", f"{tmp_path}/logs/*.jsonl"]) == both
    assert beside([tmp_path / "other" / "y.jsonl"]) == (None, None)
