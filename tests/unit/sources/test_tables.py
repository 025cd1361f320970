"""Parquet with the contract's columns, in the shapes that writers give it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from hydrascope.sources import read, texts

PARTS = [{"type": "text", "text": "look"}, {"type": "image", "source": "x"}]


def _exchange(content: Any, **changes: Any) -> dict[str, Any]:
    request = {"messages": [{"role": "user", "content": content}], "top_p": None, "n": 2}
    base = {"exchange_id": "e", "ts": datetime(2026, 1, 5, tzinfo=UTC), "account_id": "a", "model": "m", "request": request}
    return base | changes


def _read(path: Path, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    pq.write_table(pa.Table.from_pylist(rows), path)
    return [row for batch in read([path]) for row in batch.to_pylist()]


def test_nulls_of_a_table_are_no_configuration(tmp_path: Path) -> None:
    """Every row of a table has every column, so a null column is not a parameter that was sent as null."""
    (row,) = _read(tmp_path / "x.parquet", [_exchange("hi")])
    assert (row["config"], row["n"], row["ts"]) == ('{"n":2}', 2, datetime(2026, 1, 5, tzinfo=UTC))


def test_parts_as_json_text(tmp_path: Path) -> None:
    """Parts that were written as JSON text are parts; other text that looks like JSON is text."""
    rows = _read(tmp_path / "x.parquet", [_exchange(json.dumps(PARTS)), _exchange("[1, 2]"), _exchange('[{"a": 1}]')])
    assert [(row["messages"][0]["text"], row["messages"][0]["media"]) for row in rows] == [
        ("look", "image"),
        ("[1, 2]", None),
        ('[{"a": 1}]', None),
    ]


def test_a_request_as_json_text(tmp_path: Path) -> None:
    """A column may hold the whole request as JSON."""
    text = json.dumps(_exchange("hi")["request"])
    (row,) = _read(tmp_path / "x.parquet", [_exchange("", request=text)])
    assert row["messages"][0]["text"] == "hi"


def test_bad_rows_are_named(tmp_path: Path) -> None:
    """A row without an account is rejected with its number."""
    pq.write_table(pa.Table.from_pylist([_exchange("hi"), _exchange("hi", account_id=None), _exchange("ho")]), tmp_path / "x.parquet")
    reading = read([tmp_path / "x.parquet"])
    assert [line for batch in reading for line in batch.column("line").to_pylist()] == [1, 3]
    assert reading.rejected.to_pylist()[0]["reason"] == "expected text but got account_id=null"


def test_wanted_rows_are_taken(tmp_path: Path) -> None:
    """The second pass converts the wanted rows alone."""
    rows = [_exchange(f"prompt {i}", exchange_id=f"e{i}") for i in range(5000)]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "x.parquet")
    source = (tmp_path / "x.parquet").as_posix()
    found = texts([tmp_path], {(source, 2), (source, 4321)})
    assert [row["messages"][0]["text"] for row in found.to_pylist()] == ["prompt 1", "prompt 4320"]
